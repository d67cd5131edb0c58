// A figure: a perceptron that is a NAND gate; its inputs are clicked.

import { element, inputs, parts, svg, words } from "./elements.js";
import { number, say } from "./words.js";

const weighted = ([x1, x2]) => -2 * x1 - 2 * x2 + 3;
const step = (z) => (z > 0 ? 1 : 0);

function picture(x) {
  const fires = step(weighted(x));
  const on = (kind, is) => (is ? `${kind} on` : kind);
  const wire = (y, is) => svg("path", { d: `M0 ${y} L96 ${y} L150 70`, class: on("wire", is) });
  return svg("svg", { viewBox: "0 0 330 140", role: "img", "aria-label": `${say("output")} ${fires}` },
    wire(26, x[0]), wire(114, x[1]), words(60, 18, "middle", "−2"), words(60, 132, "middle", "−2"),
    svg("path", { d: "M190 70 L262 70", class: on("wire", fires) }),
    svg("circle", { cx: 165, cy: 70, r: 36, class: on("cell", fires) }), words(165, 76, "middle", "3"),
    svg("circle", { cx: 286, cy: 70, r: 24, class: on("cell", fires) }), words(286, 76, "middle", fires));
}

export function figure(place) {
  place.innerHTML = `
    <p class="note">${say("Weights −2 and −2, bias 3: it fires unless both inputs are 1. Click the inputs.")}</p>
    <div class="gate">
      <div class="inputs" data-part="inputs"></div>
      <div class="gate-picture" data-part="picture"></div>
      <table><thead><tr><th>x₁</th><th>x₂</th><th>z</th><th>${say("output")}</th></tr></thead><tbody data-part="truth"></tbody></table>
    </div>`;
  const part = parts(place);
  inputs(part("inputs"), [0, 0], (now) => {
    part("picture").replaceChildren(picture(now));
    part("truth").replaceChildren(...[[0, 0], [0, 1], [1, 0], [1, 1]].map((x) => {
      const z = weighted(x);
      return element("tr", String(x) === String(now) ? "here" : "",
        ...[...x, number(z, 0), step(z)].map((value) => element("td", "", value)));
    }));
  });
}
