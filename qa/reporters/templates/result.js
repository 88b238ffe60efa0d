// What the editor takes away: the corrected text and the list of decisions, copied or saved to a file.
const outputs = {
  text: { field: "#corrected", type: "text/plain", file: "corrected.txt", content: correctedText },
  decisions: {
    field: "#decided",
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

// From a server without encryption a page has no clipboard, but may copy what is selected.
async function copy({ field, content }) {
  try {
    await navigator.clipboard.writeText(content());
    announce(text("copied"));
  } catch {
    one(field).select();
    announce(text(document.execCommand("copy") ? "copied" : "not_copied"));
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
