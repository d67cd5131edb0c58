// Elements of a page: found, made and filled.

export const by = (id) => document.getElementById(id);

// An element with a class and things inside.
export function element(tag, className = "", ...inside) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inside);
  return made;
}

export function button(text, action, className = "") {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

// An SVG element with attributes and things inside.
export function svg(tag, attributes = {}, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

// A word in a drawing; anchor: "start", "middle" or "end" of it is at x.
export const words = (x, y, anchor, text, kind = "") => svg("text", { x, y, "text-anchor": anchor, class: kind }, text);

// Change an element's text, if it is another: what is left alone is not
// laid out and painted again.
export function put(place, text) {
  if (place.textContent === text) return;
  if (place.firstChild?.nodeType === Node.TEXT_NODE && !place.firstChild.nextSibling) place.firstChild.data = text;
  else place.textContent = text;
}

// Say above all what is wrong; "": nothing is.
export function trouble(text) {
  by("trouble").hidden = !text;
  put(by("trouble"), text);
}

// Have the browser keep a text as a file.
export function download(name, type, text) {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// The file that was chosen, if there is one; the same can be chosen again.
export function chosenFile(event) {
  const [file] = event.target.files;
  event.target.value = "";
  return file;
}

// What finds the parts of a figure: those with data-part="name" in it.
export const parts = (place) => (name) => place.querySelector(`[data-part="${name}"]`);

// Two inputs, 0 or 1, that a click changes; show: called with both, and now.
export function inputs(place, both, show) {
  const now = () => {
    place.replaceChildren(...both.map((value, k) => {
      const made = button(`x${"₁₂"[k]} = ${value}`, () => {
        both[k] = 1 - value;
        now();
        place.children[k].focus();
      });
      made.dataset.part = `x${k}`;
      made.setAttribute("aria-pressed", String(value === 1));
      return made;
    }));
    show(both);
  };
  now();
}
