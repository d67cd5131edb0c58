// One hidden neuron: its weights, its sum, and knobs to turn.

import { address, bench, draws, keep, view } from "./bench.js";
import { by, element, put } from "../shared/elements.js";
import { paintWeights } from "./pictures.js";
import { added, number, say } from "../shared/words.js";

let turning = null;  // what is still to be told to the program
let sent = false;

// Turn the neuron; while the program is told, what comes is gathered.
async function turn({ out, ...what }) {
  const { neuron } = bench.look.neuron;
  turning = { neuron, ...turning, ...what, out: { ...turning?.out, ...out } };
  if (sent) return;
  sent = true;
  while (turning) {
    const now = turning;
    turning = null;
    await keep({ turn: now });
  }
  sent = false;
}

function slider(name, take) {
  const input = element("input");
  Object.assign(input, { type: "range", min: -10, max: 10, step: 0.05 });
  input.setAttribute("aria-label", name === "b" ? "b" : say("weight to output {}", name));
  const shown = element("output");
  input.addEventListener("input", () => {
    put(shown, number(Number(input.value)));
    take(Number(input.value));
  });
  return element("label", "", element("span", "", name), input, shown);
}

function set(label, value) {
  const [, input, shown] = label.children;
  const most = Math.max(10, Math.ceil(Math.abs(value)));
  if (document.activeElement !== input || !sent) Object.assign(input, { min: -most, max: most, value });
  put(shown, number(value));
}

function show() {
  const { neuron } = bench.look;
  by("neuron").hidden = !neuron || view().neuron === null;
  if (by("neuron").hidden) return;
  put(by("neuron-title"), say("Hidden neuron {}", neuron.neuron + 1));
  by("neuron-close").href = address({ neuron: null });
  paintWeights(by("neuron-weights"), neuron.weights);
  paintWeights(by("neuron-ink"), neuron.ink);
  put(by("neuron-sum"), say("z = Σ w x + b = {} {} = {}, a = σ(z) = {}", number(neuron.sum), added(neuron.bias),
    number(neuron.sum + neuron.bias), number(neuron.a)));
  by("neuron-off").checked = neuron.off;
  by("neuron-back").disabled = !(String(neuron.neuron) in (bench.state.turned || {}));
  [neuron.bias, ...neuron.out].forEach((value, place) => set(by("neuron-knobs").children[place], value));
}

export function startNeuron() {
  by("neuron-knobs").append(slider("b", (bias) => turn({ bias })), ...Array.from({ length: 10 }, (_, digit) =>
    slider(digit, (value) =>
    turn({ out: { [digit]: value }, off: false }))));
  by("neuron-off").addEventListener("change", () => turn({ off: by("neuron-off").checked }));
  by("neuron-back").addEventListener("click", () => keep({ turn: { neuron: bench.look.neuron.neuron, back: true } }));
  draws("look", show);
  draws("state", show);
}
