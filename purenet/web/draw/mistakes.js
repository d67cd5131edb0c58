// The test digits that a network of one's own reads wrong, and which for which.

import { bench, draws, theSheet } from "./bench.js";
import { by, element, put } from "../shared/elements.js";
import { digitButton } from "./pictures.js";
import { fromBase64 } from "../shared/server.js";
import { say } from "../shared/words.js";

let shown = null;

function show() {
  const { state } = bench;
  const begun = Boolean(state.runs?.length);
  const now = JSON.stringify([state.mistakes, begun, say("Mistakes")]);
  if (now === shown) return;
  shown = now;
  put(by("mistakes-note"), begun
    ? say("The first test digits read wrong, as digit → answer. Click one, and it lies on the sheet.")
    : say("None yet: nothing has been tested."));
  by("mistakes").replaceChildren(...(state.mistakes || []).map(({ seen, digit, answer }) => digitButton(fromBase64(seen), async (canvas) => {
    theSheet().layPhoto(await createImageBitmap(canvas, { resizeWidth: 280, resizeHeight: 280 }));
    by("answering").scrollIntoView({ block: "nearest" });
  }, element("span", "", `${digit} → ${answer}`))));
  showConfused(state.confused || []);
}

// Which digit was taken for which: a row a digit, a column an answer.
function showConfused(counts) {
  by("taken").hidden = !counts.length;
  const worst = Math.max(1, ...counts.flatMap((row, digit) => row.filter((_, k) => k !== digit)));
  const cell = (kind, text) => element(kind, "", text);
  const head = element("tr", "", cell("td", ""), ...counts.map((_, k) => cell("th", k)));
  by("confused").replaceChildren(...(counts.length ? [head] : []), ...counts.map((row, digit) =>
    element("tr", "", cell("th", digit), ...row.map((times, answer) => {
      const made = cell("td", times || "·");
      if (answer === digit) made.className = "right";
      else if (times) {
        made.className = "wrong";
        made.style.setProperty("--share", (0.1 + 0.35 * times / worst).toFixed(2));
      }
      return made;
    }))));
}

export function startMistakes() {
  draws("state", show);
}
