// The live figures of the lessons: each draws itself into an element, and some ask
// Python for what is to be calculated. <div data-figure="xor"></div> is the place of
// one; and each stands where a lesson has a picture of its name, but on paper.

import { element } from "./elements.js";
import { adder, nand } from "./gates.js";
import { figure as neuron } from "./neuron.js";
import { figure as steps } from "./steps.js";
import { figure as valley } from "./valley.js";
import { figure as xor } from "./xor.js";

const ALONE = { "half-adder": adder, nand, "step-and-sigmoid": neuron, valley };
const ASKING = { "forward-and-back": steps, xor };

// Draw all figures of a text; python: whether there is one to be asked.
export function putFigures(text, python) {
  const figures = python ? { ...ALONE, ...ASKING } : ALONE;
  for (const image of text.querySelectorAll("figure img")) {
    const name = image.getAttribute("src").replace(/.*\/|\.\w+$/g, "");
    if (!(name in figures)) continue;
    const place = element("div");
    place.dataset.figure = name;
    image.closest("figure").classList.add("on-paper");
    image.closest("figure").after(place);
  }
  for (const place of text.querySelectorAll("[data-figure]")) {
    const draw = figures[place.dataset.figure];
    if (draw) draw(place.appendChild(element("div")));
    else place.remove();
  }
}
