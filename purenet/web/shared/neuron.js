// A figure: a perceptron and a sigmoid neuron with one input, by hand.

import { parts, svg, words } from "./elements.js";
import { added, number, say } from "./words.js";

const [LEFT, TOP, RIGHT, BOTTOM] = [34, 14, 306, 170];

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const step = (z) => (z > 0 ? 1 : 0);
const across = (x) => LEFT + x * (RIGHT - LEFT);
const up = (y) => BOTTOM - y * (BOTTOM - TOP);

function plot(output, { w, b, x }) {
  const points = [];
  for (let part = 0; part <= 400; part++) {
    points.push(`${across(part / 400)},${up(output(w * part / 400 + b))}`);
  }
  const [left, top] = [across(x), up(output(w * x + b))];
  return svg("svg", { viewBox: "0 0 320 204", "aria-hidden": true },
    svg("line", { x1: LEFT, x2: RIGHT, y1: up(0), y2: up(0), class: "grid" }),
    svg("line", { x1: LEFT, x2: RIGHT, y1: up(1), y2: up(1), class: "grid" }),
    words(LEFT - 8, up(0) + 4, "end", "0"), words(LEFT - 8, up(1) + 4, "end", "1"),
    words(across(0), BOTTOM + 20, "middle", "0"), words(across(1) - 14, BOTTOM + 20, "middle", "1"),
    words(RIGHT + 12, BOTTOM + 20, "end", "x"),
    svg("polyline", { points: points.join(" "), class: "curve now" }),
    svg("line", { x1: left, x2: left, y1: up(0), y2: top, class: "drop" }),
    svg("circle", { cx: left, cy: top, r: 6, class: "end point" }));
}

const slider = (name, from, to, by, value) =>
  `<label><span>${name}</span><input type="range" data-part="${name}" aria-label="${name}"
    min="${from}" max="${to}" step="${by}" value="${value}"><output data-part="${name}-now"></output></label>`;

export function figure(place) {
  place.innerHTML = `
    <p class="note">${say("Both have one input x, one weight w and one bias b. Move w a little: the perceptron's answer stays or flips, the sigmoid neuron's glides. Large w and b make the two alike.")}</p>
    <div class="sliders">${slider("w", -20, 20, 0.5, 6)}${slider("b", -20, 20, 0.5, -3)}${slider("x", 0, 1, 0.01, 0.6)}</div>
    <p class="formula" role="status" data-part="formula"></p>
    <div class="pair">
      <figure><figcaption data-part="step"></figcaption><div data-part="step-plot"></div></figure>
      <figure><figcaption data-part="sigmoid"></figcaption><div data-part="sigmoid-plot"></div></figure>
    </div>`;
  const part = parts(place);
  const show = () => {
    const [w, b, x] = ["w", "b", "x"].map((name) => Number(part(name).value));
    const z = w * x + b;
    part("w-now").textContent = number(w, 1);
    part("b-now").textContent = number(b, 1);
    part("x-now").textContent = number(x);
    part("formula").textContent = `z = w x + b = ${number(w, 1)} · ${number(x)} ${added(b, 1)} = ${number(z, 3)}`;
    part("step").textContent = say("Perceptron: {}", step(z));
    part("sigmoid").textContent = say("Sigmoid neuron: σ(z) = {}", number(sigmoid(z), 3));
    part("step-plot").replaceChildren(plot(step, { w, b, x }));
    part("sigmoid-plot").replaceChildren(plot(sigmoid, { w, b, x }));
  };
  place.addEventListener("input", show);
  show();
}
