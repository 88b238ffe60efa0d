// Sorting and filtering the sentences by score, band, rule, name and text.
const list = one(".sentences");
const items = [...list.children];
const controls = one("#filter");
const rulesOf = data.segments.map(() => new Set());
const entriesOf = data.segments.map(() => new Set());
for (const { segment, rule, entry } of findings) {
  rulesOf[segment].add(rule);
  if (entry !== null) entriesOf[segment].add(entry);
}

const orders = {
  reading: (a, b) => a - b,
  fluency: (a, b) => score(a, "fluency") - score(b, "fluency") || a - b,
  agreement: (a, b) => score(a, "agreement") - score(b, "agreement") || a - b,
};

function score(index, axis) {
  return data.segments[index][axis]?.score ?? Infinity;
}

function bands(index) {
  const { fluency, agreement } = data.segments[index];
  return [fluency ? (fluency.band ?? "none") : "unjudged", ...(agreement ? [agreement.band ?? "none"] : [])];
}

function fits(index, { band, rule, entry, words }) {
  const { text: target, source } = data.segments[index];
  return (
    (!band || bands(index).includes(band)) &&
    (!rule || rulesOf[index].has(rule)) &&
    (!entry || entriesOf[index].has(entry)) &&
    (!words || `${target}\n${source ?? ""}`.toLowerCase().includes(words.toLowerCase()))
  );
}

function filter() {
  const wanted = Object.fromEntries(new FormData(controls));
  const order = items.map((_, index) => index).sort(orders[wanted.sort]);
  let shown = 0;
  for (const index of order) {
    items[index].hidden = !fits(index, wanted);
    shown += !items[index].hidden;
  }
  list.append(...order.map((index) => items[index]));
  one("#shown").textContent = text("shown", { n: shown, total: items.length });
}

controls.addEventListener("input", filter);
controls.addEventListener("reset", () => setTimeout(filter));
controls.addEventListener("submit", (event) => event.preventDefault());
one("#unfold").addEventListener("click", () => fold(true));
one("#fold").addEventListener("click", () => fold(false));
one("#shown").textContent = text("shown", { n: items.length, total: items.length });

function fold(open) {
  for (const item of items) if (!item.hidden) one("details", item).open = open;
}

// A link to a sentence opens it, whatever the filter hides.
function reveal() {
  const item = /^#d\d+$/.test(location.hash) && one(location.hash);
  if (!item) return;
  item.hidden = false;
  one("details", item).open = true;
  item.scrollIntoView();
}

addEventListener("hashchange", reveal);
reveal();
