// Figures of gates, whose inputs are clicked: a perceptron that is a NAND gate, and the
// half adder out of five.

import { element, inputs, parts, svg, words } from "./elements.js";
import { number, say } from "./words.js";

const wire = (way, is) => svg("path", { d: way, class: is ? "wire on" : "wire" });
const cell = (tag, places, is) => svg(tag, { ...places, class: is ? "cell on" : "cell" });

function drawn(width, height, label, ...inside) {
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, ...inside);
}

// What is told of a figure, its inputs and its picture; more: what comes after.
function laidOut(place, note, kind, more) {
  place.innerHTML = `
    <p class="note">${note}</p>
    <div class="${kind}"><div class="inputs" data-part="inputs"></div>
      <div class="gate-picture" data-part="picture"></div>${more}`;
  return parts(place);
}

const weighted = ([x1, x2]) => -2 * x1 - 2 * x2 + 3;
const step = (z) => (z > 0 ? 1 : 0);

function perceptron(x) {
  const fires = step(weighted(x));
  return drawn(330, 140, `${say("output")} ${fires}`,
    wire("M0 26 L96 26 L150 70", x[0]), wire("M0 114 L96 114 L150 70", x[1]),
    words(60, 18, "middle", "−2"), words(60, 132, "middle", "−2"), wire("M190 70 L262 70", fires),
    cell("circle", { cx: 165, cy: 70, r: 36 }, fires), words(165, 76, "middle", "3"),
    cell("circle", { cx: 286, cy: 70, r: 24 }, fires), words(286, 76, "middle", fires));
}

export function nand(place) {
  const part = laidOut(place, say("Weights −2 and −2, bias 3: it fires unless both inputs are 1. Click the inputs."), "gate",
    `<table><thead><tr><th>x₁</th><th>x₂</th><th>z</th><th>${say("output")}</th></tr></thead><tbody data-part="truth"></tbody></table></div>`);
  inputs(part("inputs"), [0, 0], (now) => {
    part("picture").replaceChildren(perceptron(now));
    part("truth").replaceChildren(...[[0, 0], [0, 1], [1, 0], [1, 1]].map((x) => {
      const z = weighted(x);
      return element("tr", String(x) === String(now) ? "here" : "",
        ...[...x, number(z, 0), step(z)].map((value) => element("td", "", value)));
    }));
  });
}

// Each gate: its name, where it is, and the two lines that lead to it.
const GATES = [
  ["n", 170, 100, "x1", "x2"], ["p", 290, 50, "x1", "n"], ["q", 290, 150, "n", "x2"],
  ["sum", 410, 100, "p", "q"], ["carry", 290, 230, "n", "n"],
];
const ENDS = { x1: [0, 40], x2: [0, 160], ...Object.fromEntries(GATES.map(([name, x, y]) => [name, [x, y]])) };

function values(x1, x2) {
  const all = { x1, x2 };
  for (const [name, , , a, b] of GATES) all[name] = 1 - all[a] * all[b];
  return all;
}

function ofFive(all) {
  const from = (name, end) => wire(`M${ENDS[name].join(" ")} L${end}`, all[name]);
  const outs = [["sum", say("sum")], ["carry", say("carry")]];
  return drawn(590, 262, outs.map(([name, text]) => `${text} ${all[name]}`).join(", "),
    ...GATES.flatMap(([, x, y, a, b]) => [from(a, `${x} ${y - 12}`), from(b, `${x} ${y + 12}`)]),
    ...outs.map(([name]) => from(name, `500 ${ENDS[name][1]}`)),
    ...GATES.flatMap(([name, x, y]) => [
      cell("rect", { x: x - 34, y: y - 22, width: 68, height: 44, rx: 10 }, all[name]), words(x, y + 5, "middle", "NAND")]),
    ...outs.map(([name, text]) => words(508, ENDS[name][1] + 5, "start", `${text} ${all[name]}`)));
}

export function adder(place) {
  const part = laidOut(place, say("A half adder: both outputs together are x₁ + x₂ in binary. Click the inputs."), "gate adder",
    '</div><p class="formula" role="status" data-part="told"></p>');
  inputs(part("inputs"), [1, 1], (x) => {
    const all = values(...x);
    part("picture").replaceChildren(ofFive(all));
    part("told").textContent = `${x[0]} + ${x[1]} = ${all.carry}${all.sum}`;
  });
}
