// A figure: a perceptron that is a NAND gate; its inputs are clicked.

import { element, parts, svg } from "./elements.js";
import { number, say } from "./words.js";

const weighted = ([x1, x2]) => -2 * x1 - 2 * x2 + 3;
const step = (z) => (z > 0 ? 1 : 0);
const words = (x, y, text) => svg("text", { x, y, "text-anchor": "middle" }, text);

function picture(inputs) {
  const fires = step(weighted(inputs));
  const on = (kind, is) => (is ? `${kind} on` : kind);
  const wire = (y, is) => svg("path", { d: `M0 ${y} L96 ${y} L150 70`, class: on("wire", is) });
  return svg("svg", { viewBox: "0 0 330 140", role: "img", "aria-label": `${say("output")} ${fires}` },
    wire(26, inputs[0]), wire(114, inputs[1]), words(60, 18, "−2"), words(60, 132, "−2"),
    svg("path", { d: "M190 70 L262 70", class: on("wire", fires) }),
    svg("circle", { cx: 165, cy: 70, r: 36, class: on("cell", fires) }), words(165, 76, "3"),
    svg("circle", { cx: 286, cy: 70, r: 24, class: on("cell", fires) }), words(286, 76, fires));
}

export function figure(place) {
  const inputs = [0, 0];
  place.classList.add("figure");
  place.innerHTML = `
    <p class="note">${say("Weights −2 and −2, bias 3: it fires unless both inputs are 1. Click the inputs.")}</p>
    <div class="gate">
      <div class="inputs"><button type="button" data-part="x0"></button><button type="button" data-part="x1"></button></div>
      <div class="gate-picture" data-part="picture"></div>
      <table><thead><tr><th>x₁</th><th>x₂</th><th>z</th><th>${say("output")}</th></tr></thead><tbody data-part="truth"></tbody></table>
    </div>`;
  const part = parts(place);
  const show = () => {
    ["x₁", "x₂"].forEach((name, k) => {
      part(`x${k}`).textContent = `${name} = ${inputs[k]}`;
      part(`x${k}`).setAttribute("aria-pressed", String(inputs[k] === 1));
    });
    part("picture").replaceChildren(picture(inputs));
    part("truth").replaceChildren(...[[0, 0], [0, 1], [1, 0], [1, 1]].map((x) => {
      const z = weighted(x);
      return element("tr", String(x) === String(inputs) ? "here" : "",
        ...[...x, number(z, 0), step(z)].map((value) => element("td", "", value)));
    }));
  };
  inputs.forEach((_, k) => part(`x${k}`).addEventListener("click", () => {
    inputs[k] = 1 - inputs[k];
    show();
  }));
  show();
}
