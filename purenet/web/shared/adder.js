// A figure: the half adder out of five NAND gates; its inputs are clicked.

import { inputs, parts, svg, words } from "./elements.js";
import { say } from "./words.js";

const nand = (a, b) => 1 - a * b;
// Each gate: its name, where it is, and the two lines that lead to it.
const GATES = [
  ["n", 170, 100, "x1", "x2"], ["p", 290, 50, "x1", "n"], ["q", 290, 150, "n", "x2"],
  ["sum", 410, 100, "p", "q"], ["carry", 290, 230, "n", "n"],
];
const ENDS = { x1: [0, 40], x2: [0, 160] };

function values(x1, x2) {
  const all = { x1, x2 };
  for (const [name, , , a, b] of GATES) all[name] = nand(all[a], all[b]);
  return all;
}

function picture(x) {
  const all = values(...x);
  const on = (kind, name) => (all[name] ? `${kind} on` : kind);
  const ends = { ...ENDS, ...Object.fromEntries(GATES.map(([name, x, y]) => [name, [x, y]])) };
  const wires = GATES.flatMap(([, x, y, ...from]) => from.map((name, k) => {
    const [left, top] = ends[name];
    return svg("path", { d: `M${left} ${top} L${x} ${y + 12 * (2 * k - 1)}`, class: on("wire", name) });
  }));
  const out = ["sum", "carry"].map((name) => {
    const [left, top] = ends[name];
    return svg("path", { d: `M${left} ${top} L500 ${top}`, class: on("wire", name) });
  });
  const gates = GATES.flatMap(([name, x, y]) => [
    svg("rect", { x: x - 34, y: y - 22, width: 68, height: 44, rx: 10, class: on("cell", name) }),
    words(x, y + 5, "middle", "NAND")]);
  const word = (name, text) => words(508, ends[name][1] + 5, "start", `${text} ${all[name]}`);
  return svg("svg", { viewBox: "0 0 590 262", role: "img",
    "aria-label": `${say("sum")} ${all.sum}, ${say("carry")} ${all.carry}` },
  ...wires, ...out, ...gates, word("sum", say("sum")), word("carry", say("carry")));
}

export function figure(place) {
  place.innerHTML = `
    <p class="note">${say("A half adder: both outputs together are x₁ + x₂ in binary. Click the inputs.")}</p>
    <div class="gate adder"><div class="inputs" data-part="inputs"></div>
    <div class="gate-picture" data-part="picture"></div></div>
    <p class="formula" role="status" data-part="told"></p>`;
  const part = parts(place);
  inputs(part("inputs"), [1, 1], (x) => {
    const { sum, carry } = values(...x);
    part("picture").replaceChildren(picture(x));
    part("told").textContent = `${x[0]} + ${x[1]} = ${carry}${sum}`;
  });
}
