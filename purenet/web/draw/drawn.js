// The network drawn: the digit, the hidden neurons, the outputs, and the strongest
// lines between them, as thick as weight times activation.

import { by, svg } from "../shared/elements.js";
import { number, say, signed } from "../shared/words.js";

const [WIDTH, HEIGHT] = [720, 420];
const LINES = 60;  // the strongest ones
const [SEEN, HIDDEN, OUT] = [90, 360, 640];  // where the columns stand

const up = (place, count) => 14 + (place + 0.5) * (HEIGHT - 28) / count;
const titled = (shape, words) => {
  shape.append(svg("title", {}, words));
  return shape;
};

function line(from, to, effect, largest, words) {
  const share = Math.abs(effect) / largest;
  return titled(svg("line", {
    x1: from[0], y1: from[1], x2: to[0], y2: to[1],
    class: effect < 0 ? "against" : "for",
    "stroke-width": (0.5 + 5.5 * share).toFixed(1), "stroke-opacity": (0.25 + 0.75 * share).toFixed(2),
  }), words);
}

function neuron(x, y, radius, a, words, text = "") {
  const circle = titled(svg("circle", {
    cx: x, cy: y, r: radius, class: "neuron", "fill-opacity": Math.max(0.05, a).toFixed(2),
  }), words);
  return text === "" ? [circle]
    : [circle, svg("text", { x: x + 20, y: y + 5, class: "digit-name" }, text)];
}

// Draw a network of one hidden layer with the activations of a digit.
// lastWeights: those of the outputs, a row for each.
export function drawNetwork(place, lastWeights, layers) {
  const [hidden, outputs] = layers;
  const radius = Math.min(9, (HEIGHT - 28) / hidden.length / 2);
  const effects = [];
  outputs.forEach((_, k) => hidden.forEach((a, j) => {
    effects.push([j, k, a, lastWeights[k][j], a * lastWeights[k][j]]);
  }));
  effects.sort((one, other) => Math.abs(other[4]) - Math.abs(one[4]));
  const largest = Math.max(Math.abs(effects[0][4]), 0.01);
  const right = effects.slice(0, LINES).map(([j, k, a, w, effect]) => line(
    [HIDDEN, up(j, hidden.length)], [OUT, up(k, 10)], effect, largest,
    say("neuron {} → output {}: {} × {} = {}", j + 1, k, number(a), number(w), signed(effect))));
  const lit = hidden.map((a, j) => [j, a]).sort((one, other) => other[1] - one[1]).slice(0, 20);
  const left = lit.map(([j, a]) => line([SEEN + 70, HEIGHT / 2], [HIDDEN, up(j, hidden.length)],
    a, 3, say("Hidden neuron {}, activation {}", j + 1, number(a))));
  const circles = [
    ...hidden.flatMap((a, j) => neuron(HIDDEN, up(j, hidden.length), radius, a,
      say("Hidden neuron {}, activation {}", j + 1, number(a)))),
    ...outputs.flatMap((a, k) => neuron(OUT, up(k, 10), 11, a,
      say("Output {}: {}", k, number(a)), k)),
  ];
  const picture = svg("foreignObject", { x: SEEN - 70, y: HEIGHT / 2 - 70, width: 140, height: 140 });
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 28;
  canvas.className = "digit";
  canvas.getContext("2d").drawImage(by("seen"), 0, 0);
  picture.append(canvas);
  const view = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": say("The network drawn") };
  place.replaceChildren(svg("svg", view, ...left, ...right, picture, ...circles));
}
