// What came of a statement, as elements.

import { button, element } from "../shared/elements.js";
import { say } from "../shared/words.js";

const FOLDED = 12;  // lines of what came that are shown at once

export function came(text, sign, className) {
  const lines = text.replace(/\n$/, "").split("\n");
  const shown = element("pre", className, lines.slice(0, FOLDED).join("\n"));
  shown.dataset.sign = sign;
  if (lines.length <= FOLDED) return [shown];
  const more = element("summary", "", say("{} more lines", lines.length - FOLDED));
  return [shown, element("details", "", more, element("pre", className, lines.slice(FOLDED).join("\n")))];
}

export function picture(svg) {
  const image = document.createElement("img");
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.alt = svg.match(/<title>([^<]*)/)?.[1] || "";
  image.addEventListener("load", () => URL.revokeObjectURL(image.src));
  return image;
}

// All of it; beside what the lesson has, where that is something else.
export function shown(told) {
  const text = told.printed + told.shown;
  const parts = [];
  const failed = told.error && !told.same;
  const differs = told.wanted ? ["≠", "other"] : ["·", "new"];
  if (text) parts.push(...came(text, ...(told.same ? ["✓", "same"] : differs)));
  if (told.error) {
    const words = failed ? say("line {}: {}", told.line, told.error) : told.error;
    parts.push(...came(words, failed ? "!" : "✓", failed ? "error" : "same"));
    parts.push(...(told.help || []).map((line) => element("p", "note", line)));
  }
  if (told.picture) parts.push(picture(told.picture));
  if (!told.same && told.wanted && !(told.edited && failed)) {
    parts.push(element("p", "note", say("the lesson has:")));
    parts.push(...came(told.wanted, "", "wanted"));
  }
  return parts;
}

// A button that copies what `text` returns.
export function copier(text) {
  const copy = button(say("Copy"), async () => {
    await navigator.clipboard.writeText(text()).catch(() => byHand(text()));
    copy.textContent = say("Copied");
    setTimeout(() => { copy.textContent = say("Copy"); }, 1500);
  }, "copy");
  return copy;
}

// Where no clipboard is given to a page, as by a plain web server.
function byHand(text) {
  const area = element("textarea", "", text);
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
