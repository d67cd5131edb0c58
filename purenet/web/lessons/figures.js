// Where a picture of a lesson is one of the live figures, that takes its place.

import { showFigures } from "../shared/figures.js";

// By the picture's file; on paper it is the picture.
const FIGURES = {
  "step-and-sigmoid": "neuron", nand: "nand", "half-adder": "adder", valley: "valley",
  "forward-and-back": "steps",
};
const ASKING = ["steps", "xor"];  // Python calculates for them

export function putFigures(text, python) {
  for (const image of text.querySelectorAll("figure img")) {
    const name = FIGURES[image.getAttribute("src").replace(/.*\/|\.\w+$/g, "")];
    if (!name || (ASKING.includes(name) && !python)) continue;
    const place = document.createElement("div");
    place.dataset.figure = name;
    image.closest("figure").classList.add("on-paper");
    image.closest("figure").after(place);
  }
  if (!python) ASKING.forEach((name) => text.querySelector(`[data-figure=${name}]`)?.remove());
  showFigures(text);
}
