// The Backwards side: one example through the pencil network of lesson 9, step by
// step, forward in blue and back in orange, each number beside its formula.

import { by, element, svg } from "../shared/elements.js";
import { ask, complain } from "../shared/server.js";
import { inWords, later, number, say } from "../shared/words.js";

const PLACES = [[[70, 90], [70, 230]], [[270, 50], [270, 160], [270, 270]], [[470, 160]]];
const SUB = ["₁", "₂", "₃"];

let net = null;  // its weights and biases; Python has the first
let told = null;
let stage = 0;  // 0 the start, then each step that has been taken

const n = (value) => number(value, 3).replace(/0+$/, "").replace(/\.$/, "");
const read = (name) => Number(by(name).value);
const example = () => ({ x: [read("pencil-x1"), read("pencil-x2")], y: read("pencil-y"), eta: read("pencil-eta") });
const signed = (value) => (value < 0 ? `− ${n(-value)}` : `+ ${n(value)}`);

// The lines of each stage: a formula, and the same with numbers.
function lines() {
  const { x, y, eta } = example();
  const [hidden, [output]] = told.activations.slice(1);
  const [deltas, [delta]] = told.deltas;
  const out = net.weights[1][0];
  return [
    [],
    hidden.flatMap((a, j) => [
      `z${SUB[j]} = w · x + b = ${n(net.weights[0][j][0])} · ${n(x[0])} ${signed(net.weights[0][j][1] * x[1])} ${signed(net.biases[0][j])} = ${n(told.zs[0][j])}`,
      `a${SUB[j]} = σ(z${SUB[j]}) = ${n(a)}`]),
    [`z = ${out.map((w, j) => `${n(w)} · ${n(hidden[j])}`).join(" + ")} ${signed(net.biases[1][0])} = ${n(told.zs[1][0])}`,
      `a = σ(z) = ${n(output)}`],
    [`C = (a − y)² / 2 = (${n(output)} − ${n(y)})² / 2 = ${n(told.cost)}`],
    [`δ = (a − y) · σ′(z) = (a − y) · a (1 − a) = ${n(output - y)} · ${n(output * (1 - output))} = ${n(delta)}`],
    deltas.map((each, j) => `δ${SUB[j]} = w${SUB[j]} δ · σ′(z${SUB[j]}) = ${n(out[j])} · ${n(delta)} · ${n(hidden[j] * (1 - hidden[j]))} = ${n(each)}`),
    [...out.map((_, j) => `∂C/∂w${SUB[j]} = δ · a${SUB[j]} = ${n(told.nabla_w[1][0][j])}`),
      ...deltas.map((each, j) => `${say("hidden neuron {}", j + 1)}: δ${SUB[j]} x₁ = ${n(told.nabla_w[0][j][0])}, δ${SUB[j]} x₂ = ${n(told.nabla_w[0][j][1])}`)],
    [`w → w − η ∂C/∂w, b → b − η δ, η = ${n(eta)}`,
      ...out.map((w, j) => `w${SUB[j]}: ${n(w)} → ${n(told.weights[1][0][j])}`),
      `b: ${n(net.biases[1][0])} → ${n(told.biases[1][0])}`],
  ];
}

const STAGES = [
  later("The network: weights on the lines, biases in the circles."),
  later("Forward: the weighted inputs and activations of the hidden neurons."),
  later("Forward: the output."),
  later("The cost: how wrong it is."),
  later("Back: the error δ of the output."),
  later("Back: each hidden neuron's share of it."),
  later("The gradient: δ times what came in."),
  later("The step: all weights and biases move a little downhill."),
];
const back = (which) => which >= 4;

function text(x, y, words, kind = "") {
  return svg("text", { x, y, "text-anchor": "middle", class: kind }, words);
}

function neuron([x, y], inside, above, below) {
  const parts = [svg("circle", { cx: x, cy: y, r: 26, class: "cell" }), text(x, y + 5, inside, "inside")];
  if (above) parts.push(text(x, y - 34, above, "forward"));
  if (below) parts.push(text(x, y + 46, below, "backward"));
  return parts;
}

function drawing() {
  const { x, y } = example();
  const lit = (layer) => (stage === 1 && layer === 0) || (stage === 2 && layer === 1) ? "way forward"
    : (stage === 5 && layer === 1) || stage >= 6 ? "way backward" : "way";
  const parts = [];
  net.weights.forEach((layer, at) => layer.forEach((row, j) => row.forEach((w, k) => {
    const [x1, y1] = PLACES[at][k];
    const [x2, y2] = PLACES[at + 1][j];
    parts.push(svg("line", { x1: x1 + 26, y1, x2: x2 - 26, y2, class: lit(at) }));
    const shown = stage === 7 ? told.weights[at][j][k] : w;
    parts.push(text(x1 + 0.36 * (x2 - x1), y1 + 0.36 * (y2 - y1) - 5, n(shown), stage === 7 ? "backward" : "weight"));
  })));
  x.forEach((value, k) => parts.push(...neuron(PLACES[0][k], n(value), `x${SUB[k]}`)));
  net.biases[0].forEach((b, j) => parts.push(...neuron(PLACES[1][j],
    stage >= 1 ? n(told.activations[1][j]) : signed(b),
    stage >= 1 ? `z ${n(told.zs[0][j])}` : "", stage >= 5 ? `δ ${n(told.deltas[0][j])}` : "")));
  parts.push(...neuron(PLACES[2][0], stage >= 2 ? n(told.activations[2][0]) : signed(net.biases[1][0]),
    stage >= 2 ? `z ${n(told.zs[1][0])}` : "", stage >= 4 ? `δ ${n(told.deltas[1][0])}` : ""));
  parts.push(text(590, 150, stage >= 3 ? `C ${n(told.cost)}` : "", "forward"), text(590, 174, `y ${n(y)}`));
  return svg("svg", { viewBox: "0 0 660 330", role: "img", "aria-label": say("One example, forward and back, step by step") }, ...parts);
}

function show() {
  if (!told) return;
  by("pencil-drawing").replaceChildren(drawing());
  by("pencil-stage").textContent = say(STAGES[stage]);
  by("pencil-lines").className = back(stage) ? "formulas backward" : "formulas forward";
  by("pencil-lines").replaceChildren(...lines()[stage].map((line) => element("li", "", line)));
  by("pencil-back").disabled = stage === 0;
  by("pencil-next").textContent = say(stage === STAGES.length - 1 ? "Take the step" : "Next");
}

async function renew() {
  const answer = await ask("one_step", { ...net, ...example() }).catch(() => null);
  if (!answer) return;
  complain("");
  told = answer;
  if (!net) {
    net = told.before;
    fill();
  }
  show();
}

async function go(way) {
  if (!told) return;
  if (stage + way === STAGES.length) {  // the step is taken: the same again with the new weights
    net = { weights: told.weights, biases: told.biases };
    stage = 0;
    fill();
    await renew();
    return;
  }
  stage = Math.max(0, stage + way);
  show();
}

// Every weight and bias in a box of its own.
function fill() {
  const box = (value, take, label) => {
    const made = element("input");
    Object.assign(made, { type: "number", step: "any", value: Number(value.toFixed(4)) });
    made.setAttribute("aria-label", label);
    made.addEventListener("input", () => {
      if (made.value === "") return;
      take(Number(made.value));
      stage = 0;
      renew();
    });
    return element("td", "", made);
  };
  const rows = net.weights.flatMap((layer, at) => layer.map((row, j) => {
    const name = at ? say("output neuron") : say("hidden neuron {}", j + 1);
    return element("tr", "", element("th", "", name),
      box(net.biases[at][j], (value) => { net.biases[at][j] = value; }, `${name}, b`),
      ...row.map((w, k) => box(w, (value) => { row[k] = value; }, `${name}, w${SUB[k]}`)));
  }));
  by("pencil-numbers").replaceChildren(...rows);
}

export function startSteps() {
  by("pencil-next").addEventListener("click", () => go(1));
  by("pencil-back").addEventListener("click", () => go(-1));
  by("pencil-drawing").addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way) go(way);
  });
  for (const name of ["pencil-x1", "pencil-x2", "pencil-y", "pencil-eta"]) {
    by(name).addEventListener("input", () => { stage = 0; renew(); });
  }
  by("steps-tab").addEventListener("click", () => { if (!told) renew(); });
  inWords(() => {
    if (net) fill();
    show();
  });
}
