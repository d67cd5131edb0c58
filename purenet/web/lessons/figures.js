// Where a picture of a lesson is one of the live figures, that takes its place.

import { showFigures } from "../shared/figures.js";

// By the picture's file; what is on paper stays the picture.
const FIGURES = {
  "step-and-sigmoid": "neuron", nand: "nand", "forward-and-back": "steps",
};

export function putFigures(text) {
  for (const image of text.querySelectorAll("figure img")) {
    const name = image.getAttribute("src").replace(/.*\/|\.\w+$/g, "");
    if (!FIGURES[name]) continue;
    const place = document.createElement("div");
    place.dataset.figure = FIGURES[name];
    image.closest("figure").classList.add("on-paper");
    image.closest("figure").after(place);
  }
  showFigures(text);
}
