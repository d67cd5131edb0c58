// The live figures of the lessons: each draws itself into an element, and asks Python
// for what is to be calculated. <div data-figure="nand"></div> is the place of one.

import { figure as adder } from "./adder.js";
import { figure as nand } from "./nand.js";
import { figure as neuron } from "./neuron.js";
import { figure as steps } from "./steps.js";
import { figure as valley } from "./valley.js";
import { figure as xor } from "./xor.js";

const FIGURES = { adder, nand, neuron, steps, valley, xor };

// Draw all figures inside an element, in the language spoken now.
export function showFigures(inside) {
  for (const place of inside.querySelectorAll("[data-figure]")) {
    FIGURES[place.dataset.figure](place.appendChild(document.createElement("div")));
    place.replaceChildren(place.lastChild);
  }
}
