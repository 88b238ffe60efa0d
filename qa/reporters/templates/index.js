// Sorting and filtering the documents of a feed.
function newest(a, b) {
  const [x, y] = [data.rows[a].published, data.rows[b].published];
  return x === y ? a - b : x < y ? 1 : -1;
}

function wantedDocument(index, { level, outlet, name, words }) {
  const row = data.rows[index];
  return (
    (!level || row.level === level) &&
    (!outlet || row.outlet === outlet) &&
    (!name || row.names.includes(Number(name))) &&
    (!words || row.text.toLowerCase().includes(words.toLowerCase()))
  );
}

// The list comes sorted by urgency.
sortable(
  one("#documents .documents"),
  {
    verdict: (a, b) => a - b,
    feed: (a, b) => data.rows[a].number - data.rows[b].number,
    fluency: lowest((index) => data.rows[index].fluency),
    date: newest,
  },
  wantedDocument,
  "shown_documents"
);

// A verdict or a name leads to its documents, and to nothing else of the list.
for (const link of all("a[data-choose]")) {
  link.addEventListener("click", () => {
    const [field, value] = link.dataset.choose.split(":");
    one("#filter").reset();
    one(`#filter [name=${field}]`).value = value;
    one("#filter").dispatchEvent(new Event("input"));
  });
}
