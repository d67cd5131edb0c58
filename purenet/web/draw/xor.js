// XOR learned before one's eyes: a 2-3-1 network's output over the whole square.

import { by } from "../shared/elements.js";
import { ask } from "../shared/server.js";
import { count, inWords, number, say } from "../shared/words.js";

const FINE = 21;  // places along a side, as Python has them
const EPOCHS = 10;  // a picture each so many

let net = null;
let epochs = 0;
let running = false;

function paint() {
  const canvas = by("xor-surface");
  canvas.width = canvas.height = FINE;
  const context = canvas.getContext("2d");
  const image = context.createImageData(FINE, FINE);
  net.surface.forEach((a, place) => {
    const share = Math.abs(2 * a - 1);
    image.data.set([...(a > 0.5 ? [178, 24, 43] : [33, 102, 172]), 255 * share], 4 * place);
  });
  context.putImageData(image, 0, 0);
}

function show() {
  by("xor-run").textContent = say(running ? "Pause" : epochs ? "Go on" : "Start");
  if (!net) return;
  paint();
  by("xor-told").textContent = say("{} epochs, cost {}", count(epochs), number(net.cost, 4));
}

async function learn(more) {
  const question = { epochs: more, eta: Number(by("xor-eta").value), seed: Number(by("xor-seed").value) };
  if (net) Object.assign(question, { weights: net.weights, biases: net.biases });
  const answer = await ask("learn_xor", question).catch(() => null);
  if (!answer) {
    running = false;
  } else {
    net = answer;
    epochs += more;
  }
  show();
}

async function run() {
  running = !running;
  show();
  while (running && !by("steps").hidden) await learn(EPOCHS);
  running = false;
  show();
}

async function afresh() {
  running = false;
  net = null;
  epochs = 0;
  await learn(0);
}

export function startXor() {
  by("xor-run").addEventListener("click", run);
  by("xor-new").addEventListener("click", afresh);
  by("xor-seed").addEventListener("change", afresh);
  by("steps-tab").addEventListener("click", () => { if (!net) afresh(); });
  inWords(show);
}
