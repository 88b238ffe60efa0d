// Sorting and filtering the sentences by score, band, rule, name and text.
const rulesOf = data.segments.map(() => new Set());
const entriesOf = data.segments.map(() => new Set());
for (const { segment, rule, entry } of findings) {
  rulesOf[segment].add(rule);
  if (entry !== null) entriesOf[segment].add(entry);
}

function bands(index) {
  const { fluency, agreement } = data.segments[index];
  return [fluency ? (fluency.band ?? "none") : "unjudged", ...(agreement ? [agreement.band ?? "none"] : [])];
}

function wantedSentence(index, { band, rule, entry, words }) {
  const { text: target, source } = data.segments[index];
  return (
    (!band || bands(index).includes(band)) &&
    (!rule || rulesOf[index].has(rule)) &&
    (!entry || entriesOf[index].has(entry)) &&
    (!words || `${target}\n${source ?? ""}`.toLowerCase().includes(words.toLowerCase()))
  );
}

const sentences = sortable(
  one(".sentences"),
  {
    reading: (a, b) => a - b,
    fluency: lowest((index) => data.segments[index].fluency?.score),
    agreement: lowest((index) => data.segments[index].agreement?.score),
  },
  wantedSentence,
  "shown"
);

// A sentence of which there is nothing to tell has no fold.
function unfold(item, open) {
  const details = one("details", item);
  if (details) details.open = open;
}

function fold(open) {
  for (const item of sentences) if (!item.hidden) unfold(item, open);
}

// A link to a sentence opens it, whatever the filter hides.
function reveal() {
  const item = /^#d\d+$/.test(location.hash) && one(location.hash);
  if (!item) return;
  item.hidden = false;
  unfold(item, true);
  item.scrollIntoView();
}

one("#unfold").addEventListener("click", () => fold(true));
one("#fold").addEventListener("click", () => fold(false));
addEventListener("hashchange", reveal);
reveal();
