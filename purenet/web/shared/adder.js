// A figure: the half adder out of five NAND gates; its inputs are clicked.

import { element, parts, svg } from "./elements.js";
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

function picture(inputs) {
  const all = values(...inputs);
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
    svg("text", { x, y: y + 5, "text-anchor": "middle" }, "NAND")]);
  const word = (name, text) => svg("text", { x: 508, y: ends[name][1] + 5 }, `${text} ${all[name]}`);
  return svg("svg", { viewBox: "0 0 590 262", role: "img",
    "aria-label": `${say("sum")} ${all.sum}, ${say("carry")} ${all.carry}` },
  ...wires, ...out, ...gates, word("sum", say("sum")), word("carry", say("carry")));
}

export function figure(place) {
  const inputs = [1, 1];
  place.classList.add("figure");
  place.innerHTML = `
    <p class="note">${say("A half adder: both outputs together are x₁ + x₂ in binary. Click the inputs.")}</p>
    <div class="gate adder"><div class="inputs"><button type="button" data-part="x0"></button><button type="button" data-part="x1"></button></div>
    <div class="gate-picture" data-part="picture"></div></div>
    <p class="formula" role="status" data-part="told"></p>`;
  const part = parts(place);
  const show = () => {
    const { sum, carry } = values(...inputs);
    ["x₁", "x₂"].forEach((name, k) => {
      part(`x${k}`).textContent = `${name} = ${inputs[k]}`;
      part(`x${k}`).setAttribute("aria-pressed", String(inputs[k] === 1));
    });
    part("picture").replaceChildren(picture(inputs));
    part("told").textContent = `${inputs[0]} + ${inputs[1]} = ${carry}${sum}`;
  };
  inputs.forEach((_, k) => part(`x${k}`).addEventListener("click", () => {
    inputs[k] = 1 - inputs[k];
    show();
  }));
  show();
}
