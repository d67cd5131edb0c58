// Digits and weights as small pictures.

const dark = matchMedia("(prefers-color-scheme: dark)");
const red = () => (dark.matches ? [255, 120, 110] : [178, 24, 43]);
const blue = () => (dark.matches ? [90, 165, 255] : [33, 102, 172]);

function paint(canvas, side, colour) {
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  for (let place = 0; place < side * side; place++) {
    const [r, g, b, opacity = 255] = colour(place);
    image.data.set([r, g, b, opacity], 4 * place);
  }
  context.putImageData(image, 0, 0);
}

// A digit as ink on paper: grey levels from 0, paper, to 255, ink.
export function paintDigit(canvas, grey) {
  paint(canvas, 28, (place) => [255 - grey[place], 255 - grey[place], 255 - grey[place]]);
}

// Weights from -127 to 127: red above zero, blue below, at zero the ground shows; small
// ones a little stronger than they are, so that they are seen.
export function paintWeights(canvas, weights) {
  const [above, below] = [red(), blue()];
  paint(canvas, 28, (place) => {
    const full = weights[place] > 0 ? above : below;
    return [...full, 255 * (Math.abs(weights[place]) / 127) ** 0.7];
  });
}

