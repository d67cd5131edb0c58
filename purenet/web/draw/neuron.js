// The Neuron side: one neuron by hand, and a gate made of a perceptron.

import { by, element, svg } from "../shared/elements.js";
import { inWords, number, say } from "../shared/words.js";

const [LEFT, TOP, RIGHT, BOTTOM] = [34, 14, 306, 170];

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const step = (z) => (z > 0 ? 1 : 0);
const across = (x) => LEFT + x * (RIGHT - LEFT);
const up = (y) => BOTTOM - y * (BOTTOM - TOP);
const words = (x, y, anchor, text) => svg("text", { x, y, "text-anchor": anchor }, text);

function plot(name, output, caption) {
  by(`${name}-caption`).textContent = caption;
  const [w, b, x] = ["w", "b", "x"].map((id) => Number(by(id).value));
  const points = [];
  for (let part = 0; part <= 400; part++) {
    points.push(`${across(part / 400)},${up(output(w * part / 400 + b))}`);
  }
  const [left, top] = [across(x), up(output(w * x + b))];
  by(`${name}-plot`).replaceChildren(svg("svg", { viewBox: "0 0 320 204", "aria-hidden": true },
    svg("line", { x1: LEFT, x2: RIGHT, y1: up(0), y2: up(0), class: "grid" }),
    svg("line", { x1: LEFT, x2: RIGHT, y1: up(1), y2: up(1), class: "grid" }),
    words(LEFT - 8, up(0) + 4, "end", "0"), words(LEFT - 8, up(1) + 4, "end", "1"),
    words(across(0), BOTTOM + 20, "middle", "0"), words(across(1) - 14, BOTTOM + 20, "middle", "1"),
    words(RIGHT + 12, BOTTOM + 20, "end", "x"),
    svg("polyline", { points: points.join(" "), class: "curve now" }),
    svg("line", { x1: left, x2: left, y1: up(0), y2: top, class: "drop" }),
    svg("circle", { cx: left, cy: top, r: 6, class: "end point" })));
}

function showNeuron() {
  const [w, b, x] = ["w", "b", "x"].map((id) => Number(by(id).value));
  const z = w * x + b;
  by("w-value").textContent = number(w, 1);
  by("b-value").textContent = number(b, 1);
  by("x-value").textContent = number(x);
  by("formula").textContent = `z = w x + b = ${number(w, 1)} · ${number(x)} `
    + `${b < 0 ? "−" : "+"} ${number(Math.abs(b), 1)} = ${number(z)}`;
  plot("step", step, say("Perceptron: {}", step(z)));
  plot("sigmoid", sigmoid, say("Sigmoid neuron: σ(z) = {}", number(sigmoid(z), 3)));
}

const weighted = (x1, x2) => -2 * x1 - 2 * x2 + 3;

function showGate() {
  const inputs = ["x1", "x2"].map((id) => Number(by(id).getAttribute("aria-pressed") === "true"));
  ["x₁", "x₂"].forEach((name, place) => {
    by(`x${place + 1}`).textContent = `${name} = ${inputs[place]}`;
  });
  const fires = step(weighted(...inputs));
  const wire = (y, on) => svg("path", { d: `M0 ${y} L96 ${y} L150 70`, class: on ? "wire on" : "wire" });
  by("gate-picture").replaceChildren(svg("svg", { viewBox: "0 0 330 140", role: "img", "aria-label": `${say("output")} ${fires}` },
    wire(26, inputs[0]), wire(114, inputs[1]),
    words(60, 18, "middle", "−2"), words(60, 132, "middle", "−2"),
    svg("path", { d: "M190 70 L262 70", class: fires ? "wire on" : "wire" }),
    svg("circle", { cx: 165, cy: 70, r: 36, class: fires ? "cell on" : "cell" }),
    words(165, 76, "middle", "3"),
    svg("circle", { cx: 286, cy: 70, r: 24, class: fires ? "cell on" : "cell" }),
    words(286, 76, "middle", String(fires))));
  by("truth").replaceChildren(...[[0, 0], [0, 1], [1, 0], [1, 1]].map(([x1, x2]) => {
    const z = weighted(x1, x2);
    const here = x1 === inputs[0] && x2 === inputs[1];
    return element("tr", here ? "here" : "", ...[x1, x2, number(z, 0), step(z)]
      .map((value) => element("td", "", value)));
  }));
}

export function startNeuron() {
  for (const id of ["w", "b", "x"]) by(id).addEventListener("input", showNeuron);
  for (const id of ["x1", "x2"]) {
    by(id).addEventListener("click", () => {
      const pressed = by(id).getAttribute("aria-pressed") === "true";
      by(id).setAttribute("aria-pressed", String(!pressed));
      showGate();
    });
  }
  inWords(showNeuron);
  inWords(showGate);
}
