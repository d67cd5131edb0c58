// Starts the page, and shows one of its four sides.

import { startDraw } from "./draw.js";
import { startLearn } from "./learn.js";
import { by } from "../shared/elements.js";
import { startServer } from "../shared/server.js";
import { showFigures } from "../shared/figures.js";
import { inWords, startWords } from "../shared/words.js";

const SIDES = ["draw", "learn", "neuron", "steps"];

function show(side) {
  for (const name of SIDES) {
    const tab = by(`${name}-tab`);
    by(name).hidden = name !== side;
    tab.setAttribute("aria-selected", String(name === side));
    tab.tabIndex = name === side ? 0 : -1;
  }
}

function open(side) {
  history.replaceState(null, "", `#${side}`);  // without the jump of a link
  show(side);
}

function fromAddress() {
  const side = location.hash.slice(1);
  show(SIDES.includes(side) ? side : "draw");
}

// Left and right arrow go to the next tab, as in all tab lists.
function withArrows(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const here = SIDES.findIndex((name) => event.target.id === `${name}-tab`);
  const next = SIDES[(here + step + SIDES.length) % SIDES.length];
  open(next);
  by(`${next}-tab`).focus();
}

startWords();
startServer();
for (const name of SIDES) {
  by(`${name}-tab`).addEventListener("click", () => open(name));
}
document.querySelector("[role=tablist]").addEventListener("keydown", withArrows);
window.addEventListener("hashchange", fromAddress);
fromAddress();
startDraw();
startLearn();
inWords(() => showFigures(document));
