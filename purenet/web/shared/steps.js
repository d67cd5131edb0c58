// A figure: one example through the pencil network of lesson 9, step by step,
// forward in blue and back in orange, each number beside its formula.

import { element, parts, svg, words } from "./elements.js";
import { ask, complain } from "./server.js";
import { later, number, say } from "./words.js";

const PLACES = [[[70, 90], [70, 230]], [[270, 50], [270, 160], [270, 270]], [[470, 160]]];
const SUB = ["₁", "₂", "₃"];
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
const LAST = STAGES.length - 1;

const n = (value) => number(value, 3).replace(/\.?0+$/, "");
const signed = (value) => (value < 0 ? `− ${n(-value)}` : `+ ${n(value)}`);
const dot = (w, x) => w.map((w_k, k) => `${n(w_k)} · ${n(x[k])}`).join(" + ");
// Whether what is shown comes out as it is shown: numbers here have three decimals.
const shown = (value) => Number(value.toFixed(3));
const is = (rounded, value) => `${n(rounded) === n(value) ? "=" : "≈"} ${n(value)}`;
const summed = (w, x, b) => w.reduce((sum, w_k, k) => sum + shown(w_k) * shown(x[k]), shown(b));

// The lines of each stage: a formula, and the same with numbers.
function lines(net, { x, y, eta }, told) {
  const [hidden, [output]] = told.activations.slice(1);
  const [deltas, [delta]] = told.deltas;
  const [[rows, [out]], [b, [b_out]]] = [net.weights, net.biases];
  const move = (name, from, to) => `${name}: ${n(from)} → ${n(to)}`;
  const wrong = shown(output - y), steep = shown(output * (1 - output));
  return [
    [],
    hidden.flatMap((a, j) => [
      `z${SUB[j]} = w · x + b = ${dot(rows[j], x)} ${signed(b[j])} ${is(summed(rows[j], x, b[j]), told.zs[0][j])}`,
      `a${SUB[j]} = σ(z${SUB[j]}) = ${n(a)}`]),
    [`z = ${dot(out, hidden)} ${signed(b_out)} ${is(summed(out, hidden, b_out), told.zs[1][0])}`,
      `a = σ(z) = ${n(output)}`],
    [`C = (a − y)² / 2 = (${n(output)} − ${n(y)})² / 2 ${is((shown(output) - y) ** 2 / 2, told.cost)}`],
    [`δ = (a − y) · σ′(z) = (a − y) · a (1 − a) = ${n(wrong)} · ${n(steep)} ${is(wrong * steep, delta)}`],
    deltas.map((each, j) => {
      const slope = shown(hidden[j] * (1 - hidden[j]));
      return `δ${SUB[j]} = w${SUB[j]} δ · σ′(z${SUB[j]}) = ${n(out[j])} · ${n(delta)} · ${n(slope)} ${is(shown(out[j]) * shown(delta) * slope, each)}`;
    }),
    [...out.map((_, j) => `∂C/∂w${SUB[j]} = δ · a${SUB[j]} = ${n(told.nabla_w[1][0][j])}`),
      ...deltas.map((each, j) => `${say("hidden neuron {}", j + 1)}: δ${SUB[j]} x₁ = ${n(told.nabla_w[0][j][0])}, δ${SUB[j]} x₂ = ${n(told.nabla_w[0][j][1])}`)],
    [`w → w − η ∂C/∂w, b → b − η δ, η = ${n(eta)}`,
      [say("output neuron"), ...out.map((w, j) => move(`w${SUB[j]}`, w, told.weights[1][0][j])), move("b", b_out, told.biases[1][0])].join("  "),
      ...rows.map((row, j) => [say("hidden neuron {}", j + 1), ...row.map((w, k) => move(`w${SUB[k]}`, w, told.weights[0][j][k])), move("b", b[j], told.biases[0][j])].join("  ")),
      move("C", told.cost, told.cost_after)],
  ];
}

function neuron([x, y], inside, above, below) {
  const made = [svg("circle", { cx: x, cy: y, r: 26, class: "cell" }), words(x, y + 5, "middle", inside, "inside")];
  if (above) made.push(words(x, y - 34, "middle", above, "forward"));
  if (below) made.push(words(x, y + 46, "middle", below, "backward"));
  return made;
}

function drawing(net, { x, y }, told, stage) {
  const lit = (layer) => (stage === layer + 1 ? "way forward"
    : (stage === 5 && layer === 1) || stage >= 6 ? "way backward" : "way");
  const made = [];
  net.weights.forEach((layer, at) => layer.forEach((row, j) => row.forEach((w, k) => {
    const [[x1, y1], [x2, y2]] = [PLACES[at][k], PLACES[at + 1][j]];
    made.push(svg("line", { x1: x1 + 26, y1, x2: x2 - 26, y2, class: lit(at) }),
      words(x1 + 0.25 * (x2 - x1), y1 + 0.25 * (y2 - y1) - 5, "middle",
        ...(stage === LAST ? [n(told.weights[at][j][k]), "backward"] : [n(w), "weight"])));
  })));
  x.forEach((value, k) => made.push(...neuron(PLACES[0][k], n(value), `x${SUB[k]}`)));
  PLACES.slice(1).forEach((places, at) => places.forEach((where, j) => made.push(...neuron(where,
    stage > at ? n(told.activations[at + 1][j]) : signed(net.biases[at][j]),
    stage > at ? `z ${n(told.zs[at][j])}` : "", stage >= 5 - at ? `δ ${n(told.deltas[at][j])}` : ""))));
  made.push(words(590, 150, "middle", stage >= 3 ? `C ${n(told.cost)}` : "", "forward"), words(590, 174, "middle", `y ${n(y)}`));
  return svg("svg", { viewBox: "0 0 660 330", role: "img", "aria-label": say("One example, forward and back, step by step") }, ...made);
}

export function figure(place) {
  let net = null;  // its weights and biases; Python has the first
  let told = null;
  let stage = 0;  // 0 the start, then each step that has been taken
  const number_ = (name, sign, value) => `<label>${sign} <input data-part="${name}" type="number" step="any" value="${value}"></label>`;
  place.innerHTML = `
    <p class="note">${say("The network of lesson 9. Forward is blue, back is orange. Buttons or, on the drawing, the arrow keys; every number below can be changed. Three decimals are shown, Python has them all: ≈ is where that is seen.")}</p>
    <div class="looked pencil">
      <div class="wide" tabindex="0" data-part="drawing"></div>
      <div>
        <div class="buttons"><button type="button" data-part="back">${say("Back")}</button>
          <button type="button" class="main" data-part="next"></button></div>
        <p class="progress" role="status" data-part="stage"></p>
        <ul data-part="lines"></ul>
      </div>
    </div>
    <div class="pencil-example">${number_("x1", "x₁", 1)}${number_("x2", "x₂", 0.5)}${number_("y", "y", 1)}${number_("eta", "η", 1)}</div>
    <div class="wide"><table class="pencil-numbers"><thead><tr><td></td><th>b</th><th>w₁</th><th>w₂</th><th>w₃</th></tr></thead>
      <tbody data-part="numbers"></tbody></table></div>`;
  const part = parts(place);
  const read = (name) => Number(part(name).value);
  const example = () => ({ x: [read("x1"), read("x2")], y: read("y"), eta: read("eta") });
  const show = () => {
    part("drawing").replaceChildren(drawing(net, example(), told, stage));
    part("stage").textContent = say(STAGES[stage]);
    part("lines").className = stage >= 4 ? "formulas backward" : "formulas forward";
    part("lines").replaceChildren(...lines(net, example(), told)[stage].map((line) => element("li", "", line)));
    part("back").disabled = stage === 0;
    part("next").textContent = say(stage === LAST ? "Take the step" : "Next");
  };
  const renew = async () => {
    stage = 0;
    const answer = await ask("one_step", { ...net, ...example() }).catch(() => null);
    if (!answer) return;
    complain("");
    told = answer;
    if (!net) {
      net = told.before;
      fill();
    }
    show();
  };
  const go = (way) => {
    if (!told) return;
    if (stage + way > LAST) {  // the step is taken: the same again with the new weights
      net = { weights: told.weights, biases: told.biases };
      fill();
      renew();
      return;
    }
    stage = Math.max(0, stage + way);
    show();
  };
  // Every weight and bias in a box of its own.
  const fill = () => {
    const box = (row, k, label) => {
      const made = element("input");
      Object.assign(made, { type: "number", step: "any", value: Number(row[k].toFixed(4)) });
      made.setAttribute("aria-label", label);
      made.addEventListener("input", () => {
        if (made.value === "") return;
        row[k] = Number(made.value);
        renew();
      });
      return element("td", "", made);
    };
    part("numbers").replaceChildren(...net.weights.flatMap((layer, at) => layer.map((row, j) => {
      const name = at ? say("output neuron") : say("hidden neuron {}", j + 1);
      return element("tr", "", element("th", "", name), box(net.biases[at], j, `${name}, b`),
        ...row.map((_, k) => box(row, k, `${name}, w${SUB[k]}`)));
    })));
  };
  part("next").addEventListener("click", () => go(1));
  part("back").addEventListener("click", () => go(-1));
  part("drawing").addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way) go(way);
  });
  for (const name of ["x1", "x2", "y", "eta"]) part(name).addEventListener("input", renew);
  return renew();
}
