// A figure: XOR learned before one's eyes, a 2-3-1 network's output over the square.

import { parts } from "./elements.js";
import { ask } from "./server.js";
import { count, number, say } from "./words.js";

const FINE = 21;  // places along a side, as Python has them
const EPOCHS = 10;  // a picture each so many

function paint(canvas, surface) {
  canvas.width = canvas.height = FINE;
  const context = canvas.getContext("2d");
  const image = context.createImageData(FINE, FINE);
  surface.forEach((a, place) => {
    const share = Math.abs(2 * a - 1);
    image.data.set([...(a > 0.5 ? [178, 24, 43] : [33, 102, 172]), 255 * share], 4 * place);
  });
  context.putImageData(image, 0, 0);
}

export function figure(place) {
  let net = null;
  let epochs = 0;
  let running = false;
  place.innerHTML = `
    <p class="note">${say("The colour is the network's output for every point of the square, red near 1 and blue near 0; the corners should be as they are marked. Lesson 2 says why one neuron cannot do it.")}</p>
    <div class="looked">
      <div class="square"><canvas class="digit" data-part="surface" width="21" height="21" role="img" aria-label="${say("XOR, learned before your eyes")}"></canvas>
        <b>1</b><b>0</b><b>0</b><b>1</b></div>
      <div>
        <div class="buttons"><button type="button" class="main" data-part="run"></button>
          <button type="button" data-part="new">${say("Start afresh")}</button></div>
        <p class="progress" role="status" data-part="told"></p>
        <label class="row"><span>${say("Learning rate η")}</span><input data-part="eta" type="number" min="0" max="100" step="any" value="3"></label>
        <label class="row"><span>${say("Seed")}</span><input data-part="seed" type="number" min="0" max="1000000" value="1"></label>
      </div>
    </div>`;
  const part = parts(place);
  const show = () => {
    part("run").textContent = say(running ? "Pause" : epochs ? "Go on" : "Start");
    if (!net) return;
    paint(part("surface"), net.surface);
    part("told").textContent = say("{} epochs, cost {}", count(epochs), number(net.cost, 4));
  };
  const learn = async (more) => {
    const question = { epochs: more, eta: Number(part("eta").value), seed: Number(part("seed").value) };
    if (net) Object.assign(question, { weights: net.weights, biases: net.biases });
    const answer = await ask("learn_xor", question).catch(() => null);
    if (answer) {
      net = answer;
      epochs += more;
    } else {
      running = false;
    }
    show();
  };
  const afresh = () => {
    running = false;
    net = null;
    epochs = 0;
    return learn(0);
  };
  part("run").addEventListener("click", async () => {
    running = !running;
    show();
    while (running && place.isConnected) await learn(EPOCHS);
    running = false;
    show();
  });
  part("new").addEventListener("click", afresh);
  part("seed").addEventListener("change", afresh);
  show();
  return afresh();
}
