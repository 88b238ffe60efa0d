// A list that a form sorts and filters: `orders` compares two numbers of items, `fits` says whether an item
// is wanted. Moving thousands of items is slow, so they move only when another order is chosen.
function sortable(list, orders, fits, message) {
  const items = [...list.children];
  const controls = one("#filter");
  let order = Object.keys(orders)[0];

  function apply() {
    const wanted = Object.fromEntries(new FormData(controls));
    if (wanted.sort !== order) {
      order = wanted.sort;
      const sorted = items.map((_, index) => index).sort(orders[order]);
      list.append(...sorted.map((index) => items[index]));
    }
    items.forEach((item, index) => (item.hidden = !fits(index, wanted)));
    say();
  }

  function say() {
    one("#shown").textContent = text(message, { n: items.filter((item) => !item.hidden).length, total: items.length });
  }

  controls.addEventListener("input", apply);
  one("[data-reset]", controls).addEventListener("click", () => {
    controls.reset();
    apply();
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  // Who comes back from another page finds the form filled in by the browser, but the list as it was written.
  addEventListener("pageshow", apply);
  say();
  return items;
}

// The lowest number first, what has none last, equals as they stand.
const lowest = (value) => (a, b) => (value(a) ?? Infinity) - (value(b) ?? Infinity) || a - b;
