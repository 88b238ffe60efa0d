// What every part of the page needs: the report's data, texts in the reader's language, and short ways to
// find and make elements. Text reaches the page through textContent and value alone, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const numbers = new Intl.NumberFormat(`${data.language}-u-nu-latn`);
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function text(key, values = {}) {
  return data.texts[`js.${key}`].replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

function make(tag, className, content) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}

// Says a thing where it is seen and to a screen reader; it is gone with the next click or key.
function announce(message) {
  one("#status").textContent = message;
}
for (const kind of ["click", "keydown"]) addEventListener(kind, () => announce(""), { capture: true });

document.documentElement.classList.add("js");
