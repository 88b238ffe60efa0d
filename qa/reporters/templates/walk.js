// Walking through the findings with keys or clicks, deciding on each, and showing what was decided.
const cards = findings.map((_, number) => document.getElementById(`f${number}`));
const marks = findings.map(() => []);
for (const element of all("[data-f]")) {
  for (const number of element.dataset.f.split(" ")) marks[number].push(element);
}
let current = -1; // the finding that is open, -1 for none
let reached = -1; // the finding from which the walk goes on, also after it was closed

function go(number) {
  if (!cards[number]) return;
  leave();
  current = reached = number;
  for (const element of [cards[number], ...marks[number]]) element.classList.add("current");
  cards[number].focus({ preventScroll: true });
  const panel = one("#findings");
  // The card first, inside its own panel; then the page, so that the marked place ends in the middle.
  if (getComputedStyle(panel).position === "sticky") {
    panel.scrollTop += cards[number].getBoundingClientRect().top - panel.getBoundingClientRect().top - 64;
  }
  const place = marks[number][0] ?? document.getElementById(`s${findings[number].segment + 1}`);
  place.scrollIntoView({ block: matchMedia("(max-width: 62rem)").matches ? "start" : "center" });
  count();
}

function leave() {
  if (current < 0) return;
  for (const element of [cards[current], ...marks[current]]) element.classList.remove("current");
  current = -1;
}

// The findings that the keys lead to: all of them, or the grave ones where what is minor can wait.
function walked() {
  const grave = one("#grave")?.checked;
  return findings.map((_, number) => number).filter((n) => !grave || ["critical", "major"].includes(findings[n].severity));
}

function step(by) {
  const list = walked();
  const next = by > 0 ? list.find((number) => number > reached) : list.findLast((number) => number < reached);
  if (list.length) go(next ?? list.at(by > 0 ? 0 : -1));
}

function nextOpen() {
  const open = walked().filter(isOpen);
  if (open.length) return go(open.find((number) => number > reached) ?? open[0]);
  announce(text(decisions.size < findings.length ? "grave_decided" : "all_decided"));
}

// What a card's field says to write; null where the finding has to be settled by hand.
function written(number) {
  const field = one(".write", cards[number]);
  return field.closest("label").hidden || (field.value === "" && findings[number].suggestion === null) ? null : field.value;
}

const actions = {
  accept: (number) => accept([[number, written(number)]]),
  same: (number) => accept(alike(number).map((n) => [n, written(number)])),
  undo: (number) => reopen(number),
  close: leave,
  dismiss(number) {
    dismiss(number);
    one(".reason", cards[number]).focus();
  },
};

// The finding that a key decides on: the one with the focus, or else the open one.
function chosen() {
  const focused = cards.indexOf(document.activeElement.closest(".card"));
  return focused < 0 ? current : focused;
}

function decide(action) {
  const number = chosen();
  return number >= 0 && isOpen(number) && actions[action](number);
}

function count() {
  const accepted = [...decisions.values()].filter((d) => d.decision === "accept").length;
  const values = { accepted, dismissed: decisions.size - accepted, open: findings.length - decisions.size };
  one("#progress").textContent = (current < 0 ? "" : text("at", { n: current + 1, total: findings.length }) + " · ") + text("progress", values);
}

function show(number) {
  const { decision, suggestion, reason } = decisions.get(number) ?? {};
  const card = cards[number];
  for (const element of [card, ...marks[number]]) {
    element.classList.toggle("accepted", decision === "accept");
    element.classList.toggle("dismissed", decision === "dismiss");
  }
  const label = { accept: suggestion === null ? "by_hand" : "accepted", dismiss: "dismissed" }[decision];
  one(".state", card).textContent = label ? text(label) : "";
  one(".reason", card).closest("label").hidden = decision !== "dismiss";
  if (one(".reason", card).value !== (reason ?? "")) one(".reason", card).value = reason ?? "";
  one(".accept", card).hidden = one(".dismiss", card).hidden = decision !== undefined;
  one(".undo", card).hidden = decision === undefined;
  one(".write", card).readOnly = decision !== undefined;
  if (decision === "accept" && suggestion !== null) one(".write", card).value = suggestion;
  one(`[data-correction="${number}"]`)?.remove();
  if (decision === "accept" && suggestion !== null && hasPlace(findings[number])) {
    const correction = make("ins", "correction", suggestion === "" ? "∅" : suggestion);
    correction.dataset.correction = number;
    marks[number].at(-1)?.after(correction);
  }
}

function showAlike(number) {
  const { length } = alike(number);
  const button = one(".same", cards[number]);
  button.hidden = !isOpen(number) || length < 2;
  button.textContent = text("same", { n: length });
}

function addControls(card, number) {
  card.append(one("#controls").content.cloneNode(true));
  const finding = findings[number];
  one(".write", card).value = finding.suggestion ?? "";
  one(".write", card).closest("label").hidden = !hasPlace(finding);
  card.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!actions[button?.className]) return;
    actions[button.className](number);
    // A button that is gone now must not take the focus with it; who dismisses is led to the reason.
    if (button.className !== "dismiss" && !button.getClientRects().length) card.focus({ preventScroll: true });
  });
  card.addEventListener("focusin", () => (reached = number));
  one(".write", card).addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isOpen(number) && actions.accept(number)) nextOpen();
  });
  one(".reason", card).addEventListener("input", (event) => giveReason(number, event.target.value));
  one(".reason", card).addEventListener("keydown", (event) => event.key === "Enter" && nextOpen());
}

const keys = {
  n: () => step(1),
  j: () => step(1),
  p: () => step(-1),
  k: () => step(-1),
  a: () => decide("accept") && nextOpen(),
  A: () => decide("same") && nextOpen(),
  d: () => decide("dismiss"),
  u: takeBack,
};

// The Latin letter of a key, which a keyboard of another script has as well. Caps Lock makes none large: "a" must not
// accept all alike.
function letter(event) {
  const latin = /^\p{Script=Latin}$/u.test(event.key);
  if (latin && !event.getModifierState("CapsLock")) return event.key;
  const found = latin ? event.key : (event.code.match(/^Key([A-Z])$/)?.[1] ?? "");
  return event.shiftKey ? found.toUpperCase() : found.toLowerCase();
}

function takeBack() {
  const number = undo();
  if (number === undefined) announce(text("nothing_to_undo"));
  else go(number);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return event.target.matches(".card input") ? event.target.closest(".card").focus() : leave();
  if (event.ctrlKey || event.metaKey || event.altKey || !one("#keys").checked) return;
  if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const action = keys[letter(event)];
  if (action) {
    event.preventDefault();
    action();
  }
});

// Links to a finding or to its place walk there; without this script they are ordinary links.
document.addEventListener("click", (event) => {
  const target = event.target.closest("a[href]")?.getAttribute("href").match(/^#[fm](\d+)$/);
  if (!target) return;
  event.preventDefault();
  go(Number(target[1]));
});

cards.forEach(addControls);
listeners.push((changed) => {
  changed.forEach(show);
  for (const saying of new Set(changed.map((number) => sayings[number]))) families.get(saying).forEach(showAlike);
  count();
});
cards.forEach((_, number) => {
  show(number);
  showAlike(number);
});
one("#previous").addEventListener("click", () => step(-1));
one("#next").addEventListener("click", () => step(1));
one("#undo").addEventListener("click", takeBack);
restore();
count();
const linked = location.hash.match(/^#[fm](\d+)$/);
if (linked) go(Number(linked[1]));
