// Sorting and filtering the documents of a feed.
const levels = ["hold", "review", "publish"];

function byVerdict(a, b) {
  const [x, y] = [data.rows[a], data.rows[b]];
  return (
    levels.indexOf(x.level) - levels.indexOf(y.level) ||
    y.findings[0] - x.findings[0] ||
    y.findings[1] - x.findings[1] ||
    a - b
  );
}

function newest(a, b) {
  const [x, y] = [data.rows[a].published, data.rows[b].published];
  return x === y ? a - b : x < y ? 1 : -1;
}

function wantedDocument(index, { level, outlet, words }) {
  const row = data.rows[index];
  return (
    (!level || row.level === level) &&
    (!outlet || row.outlet === outlet) &&
    (!words || row.text.toLowerCase().includes(words.toLowerCase()))
  );
}

sortable(
  one(".documents"),
  { feed: (a, b) => a - b, verdict: byVerdict, fluency: lowest((index) => data.rows[index].fluency), date: newest },
  wantedDocument,
  "shown_documents"
);
