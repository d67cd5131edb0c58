// One hidden neuron under the glass: its weights, its sum, and knobs to turn.

import { paintWeights } from "./pictures.js";
import { by, element, put } from "../shared/elements.js";
import { ask, fromBase64 } from "../shared/server.js";
import { inWords, later, number, say, signed } from "../shared/words.js";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

let chosen = null;  // which neuron
let seen = null;  // what Python told of it
let change = null;  // what has been turned, as the server takes it
let turned = () => {};  // called when something was turned

// What is to be changed of the network for every answer, or null.
export function glassChange() {
  return change;
}

// The weights to the outputs, with what has been turned: last[k][j] of neuron j.
export function turnedWeights(last) {
  if (!change) return last;
  return last.map((row, k) => row.map((w, j) => {
    if (j !== change.neuron) return w;
    return change.off ? 0 : change.out[k];
  }));
}

function slider(name, value, take) {
  const input = element("input");
  const largest = Math.max(10, Math.ceil(Math.abs(value)));
  Object.assign(input, { type: "range", min: -largest, max: largest, step: 0.05, value });
  const shown = element("output", "", number(value, 2));
  input.addEventListener("input", () => {
    put(shown, number(Number(input.value), 2));
    take(Number(input.value));
  });
  return element("label", "", element("span", "", name), input, shown);
}

function turn(what) {
  change = { neuron: chosen, bias: seen.bias, out: [...seen.out], off: false, ...change, ...what };
  by("glass-back").disabled = false;
  showSum();
  turned();
}

function showSum() {
  const bias = change ? change.bias : seen.bias;
  const z = seen.sum + bias;
  const words = change?.off ? later("z = Σ w x + b = {} {} = {}; switched off, it says 0")
    : later("z = Σ w x + b = {} {} = {}, a = σ(z) = {}");
  put(by("glass-sum"), say(words, number(seen.sum), signed(bias), number(z), number(sigmoid(z))));
}

function show() {
  by("glass").hidden = !seen;
  if (!seen) return;
  put(by("glass-title"), say("Hidden neuron {} under the glass", chosen + 1));
  paintWeights(by("glass-weights"), fromBase64(seen.picture, Int8Array));
  const now = change || seen;
  const off = element("input");
  off.type = "checkbox";
  off.checked = Boolean(change && change.off);
  off.addEventListener("change", () => turn({ off: off.checked }));
  by("glass-knobs").replaceChildren(
    element("label", "switch", off, element("span", "", say("switched off"))),
    slider("b", now.bias, (bias) => turn({ bias })),
    ...now.out.map((weight, digit) => slider(digit, weight, (value) => {
      const out = [...(change || seen).out];
      out[digit] = value;
      turn({ out });
    })),
  );
  by("glass-back").disabled = !change;
  showSum();
}

// Lay a neuron under the glass; null takes it away.
export async function look(neuron, question) {
  if (neuron !== chosen) change = null;
  chosen = neuron;
  seen = neuron === null ? null : await ask("neuron", { ...question, neuron }).catch(() => null);
  show();
}

// The digit on the sheet is another: only the sum is new.
export async function lookAgain(question) {
  if (chosen === null || by("glass").hidden) return;
  const answer = await ask("neuron", { ...question, neuron: chosen }).catch(() => null);
  if (!answer) return;
  seen = answer;
  showSum();
}

export function startGlass(whenTurned) {
  turned = whenTurned;
  by("glass-back").addEventListener("click", () => {
    change = null;
    show();
    turned();
  });
  by("glass-close").addEventListener("click", () => {
    const had = change;
    look(null);
    if (had) turned();
  });
  inWords(show);
}
