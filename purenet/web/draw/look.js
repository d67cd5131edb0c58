// What a network makes of a digit: the formulas of lessons 4, 9 and 15. The numbers of
// the network are the program's; all that the screen shows of it is calculated here,
// so that it is of one network in one state, and there as soon as a stroke is.

import { fromBase64 } from "../shared/server.js";

export const TOP = 10;  // neurons that are drawn
const [SURE, RIVAL, NOTHING] = [0.8, 0.25, 0.2];  // as purenet/runs/verdict.py has them

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const slope = (a) => a * (1 - a);
const times = (row, x, inked) => inked.reduce((sum, k) => sum + row[k] * x[k], 0);
export const largest = (row) => row.reduce((most, each) => Math.max(most, Math.abs(each)), 0) || 1;
const shown = (value) => Number(value.toFixed(2));  // what adds up is added as it is shown
const inks = (x) => [...x.keys()].filter((k) => x[k]);

// A network out of the bytes that the program sends: each layer's rows of weights.
export function unpacked({ doubles, ...net }) {
  const all = new Float64Array(fromBase64(doubles).buffer);
  let at = 0;
  const next = (count) => all.subarray(at, at += count);
  const layers = net.sizes.slice(1).map((count, before) => ({
    biases: next(count), rows: Array.from({ length: count }, () => next(net.sizes[before])),
  }));
  return { ...net, layers, most: Math.max(...layers[0].rows.map(largest)) };
}

// The layers with hidden neurons changed: other biases, other weights out, or off.
function changed(layers, changes) {
  if (layers.length !== 2) return layers;
  const [hidden, last] = layers;
  const biases = hidden.biases.slice();
  const rows = last.rows.map((row) => row.slice());
  for (const [j, { bias = biases[j], out = {}, off }] of Object.entries(changes)) {
    biases[j] = bias;
    for (const [k, weight] of Object.entries(out)) rows[k][j] = weight;
    if (off) for (const row of rows) row[j] = 0;
  }
  return [{ ...hidden, biases }, { ...last, rows }];
}

// The activations of all layers, the digit the first.
function forward(layers, x) {
  const all = [x];
  for (const { rows, biases } of layers) {
    const a = all.at(-1);
    const inked = inks(a);
    all.push(rows.map((row, j) => sigmoid(times(row, a, inked) + biases[j])));
  }
  return all;
}

// How steep an output is in each pixel: backpropagation, down to the input.
function slopes(layers, all, output) {
  let back = all.at(-1).map((_, k) => Number(k === output));
  for (let at = layers.length - 1; at >= 0; at--) {
    const { rows } = layers[at];
    const delta = back.map((each, j) => each * slope(all[at + 1][j]));
    back = Array(rows[0].length).fill(0);
    rows.forEach((row, j) => { if (delta[j]) row.forEach((w, k) => { back[k] += w * delta[j]; }); });
  }
  return back;
}

function answered(all) {
  const outputs = all.at(-1);
  const [best, rival] = [...outputs.keys()].sort((a, b) => outputs[b] - outputs[a]);
  const sure = outputs[best] <= NOTHING ? "none" : outputs[best] > SURE && outputs[rival] < RIVAL ? "sure" : "unsure";
  return { outputs, best, rival, sure };
}

// What each neuron before the last layer does for an output; top: those that do most,
// with what they do for each.
function spoken({ rows, biases }, hidden, output) {
  const effects = [...hidden].map((a, j) => rows[output][j] * a);
  const order = [...effects.keys()].sort((i, j) => Math.abs(effects[j]) - Math.abs(effects[i]));
  const top = order.slice(0, TOP).map((j) => [j, rows.map((row) => row[j] * hidden[j])]);
  return { output, effects, sum: shown(effects.reduce((sum, each) => sum + each, 0)), bias: shown(biases[output]), top };
}

// One hidden neuron: ink is each weight times its pixel.
function neuronOf([hidden, last], j, x, off) {
  const ink = hidden.rows[j].map((w, k) => w * x[k]);
  const [sum, bias] = [times(hidden.rows[j], x, inks(x)), hidden.biases[j]];
  return { neuron: j, weights: hidden.rows[j], ink, sum: shown(sum), bias: shown(bias), a: sigmoid(sum + bias), out: last.rows.map((row) => row[j]), off };
}

// All that is shown of a network, with what is turned: of a digit, 784 levels of ink,
// or null; of a row of such; for an output, or that of the answer; of a neuron.
export function looked({ sizes, most, layers: before }, turned, { digit, row }, output, neuron) {
  const layers = changed(before, turned);
  const look = { sizes, most, rows: before[0].rows, seen: digit };
  const x = (levels) => Float64Array.from(levels, (level) => level / 256);
  const seen = x(digit ?? new Uint8Array(784));
  if (digit) {
    const all = forward(layers, seen);
    Object.assign(look, answered(all), { hidden: all.length > 2 ? all.at(-2) : [] });
    look.spoken = spoken(layers.at(-1), look.hidden, output ?? look.best);
    const steep = slopes(layers, all, look.spoken.output);
    look.pixels = { ink: steep.map((each, k) => each * seen[k]), paper: steep };
  }
  if (row.length > 1) look.row = row.map((levels) => ({ seen: levels, ...answered(forward(layers, x(levels))) }));
  if (neuron !== null && layers.length === 2) {
    const j = (neuron + sizes[1] - 1) % sizes[1];
    look.neuron = neuronOf(layers, j, seen, Boolean(turned[j]?.off));
  }
  return look;
}
