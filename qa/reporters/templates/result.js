// What the editor takes away: the corrected text and the list of decisions, copied or saved to a file.
const outputs = {
  text: { type: "text/plain", file: "corrected.txt", content: correctedText },
  decisions: {
    type: "application/json",
    file: "decisions.json",
    content: () => JSON.stringify(decisionsFile(), null, 2) + "\n",
  },
};

function save({ type, file, content }) {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([content()], { type: `${type};charset=utf-8` }));
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

async function copy({ content }) {
  try {
    await navigator.clipboard.writeText(content());
    announce(text("copied"));
  } catch {
    announce(text("not_copied"));
  }
}

function showResult() {
  one("#corrected").value = correctedText();
  one("#decided").value = outputs.decisions.content();
}

for (const button of all("[data-save]")) button.addEventListener("click", () => save(outputs[button.dataset.save]));
for (const button of all("[data-copy]")) button.addEventListener("click", () => copy(outputs[button.dataset.copy]));
listeners.push(showResult);
showResult();
