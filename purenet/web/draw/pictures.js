// Digits and weights as small pictures.

import { largest } from "./look.js";
import { button, element } from "../shared/elements.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const red = () => (dark.matches ? [255, 120, 110] : [178, 24, 43]);
const blue = () => (dark.matches ? [90, 165, 255] : [33, 102, 172]);

// Paint a canvas of 28 x 28: fill writes red, green, blue and opacity of each place.
function paint(canvas, fill) {
  if (canvas.width !== 28) canvas.width = canvas.height = 28;
  const context = canvas.getContext("2d");
  const image = context.createImageData(28, 28);
  for (let place = 0; place < 784; place++) fill(image.data, 4 * place, place);
  context.putImageData(image, 0, 0);
}

// A digit as ink on paper: grey levels from 0, paper, to 255, ink.
export function paintDigit(canvas, grey) {
  paint(canvas, (data, at, place) => {
    data[at] = data[at + 1] = data[at + 2] = 255 - grey[place];
    data[at + 3] = 255;
  });
}

// A button with a digit and what stands under it.
export function digitButton(seen, action, ...under) {
  const canvas = element("canvas");
  paintDigit(canvas, seen);
  const made = button(canvas, () => action(canvas));
  made.append(...under);
  return made;
}

// Weights, red above zero, blue below, at zero the ground shows; small ones a little
// stronger than they are, so that they are seen. most: which is as strong as can be.
export function paintWeights(canvas, weights, most = largest(weights)) {
  const [above, below] = [red(), blue()];
  paint(canvas, (data, at, place) => {
    const full = weights[place] > 0 ? above : below;
    for (let k = 0; k < 3; k++) data[at + k] = full[k];
    data[at + 3] = 255 * (Math.abs(weights[place]) / most) ** 0.7;
  });
}
