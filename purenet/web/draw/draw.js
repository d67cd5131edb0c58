// The Draw side: a digit goes in, and one sees what every neuron makes of it.

import { drawNetwork } from "./drawn.js";
import { glassChange, look, lookAgain, startGlass, turnedWeights } from "./glass.js";
import { startMine } from "./mine.js";
import { element, paintDigit, paintWeights, put } from "./pictures.js";
import { ask, complain, fromBase64, toBase64 } from "../shared/server.js";
import { Sheet } from "./sheet.js";
import { showWhy } from "./why.js";
import { inWords, number, percent, say, signed } from "../shared/words.js";

const by = (id) => document.getElementById(id);

let sheet;
let net = null;  // how the network looks inside
let sure = "none";   // of the answer: "sure", "unsure" or "none"
let ink = null;  // the digit on the sheet, as the network sees it
let layers = null;  // activations of the digit on the sheet, layer by layer
let chosen = null;  // the output whose supporters are shown
let asked = null;  // the question about the digit on the sheet
let asking = false;
let again = false;
let picked = false;  // whether the reader picked a network by hand
let trains = false;  // whether this tab has trained one
let share = null;  // of the test digits, that the own network reads right

const hidden = () => (layers && layers.length > 1 ? layers[layers.length - 2] : null);
const outputs = () => (layers ? layers[layers.length - 1] : null);

// Ask about the sheet; while an answer is awaited, only note that it changed.
async function recognise() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  do {
    again = false;
    await answerTo(sheet.empty ? null : sheet.question());
  } while (again);
  asking = false;
}

async function answerTo(question) {
  complain("");
  let answer = { seen: null, layers: null };
  if (question) {
    const { photo, width, height, grey } = question;
    asked = { photo, width, height, grey: toBase64(grey), network: by("which").value };
    answer = await ask("recognise", { ...asked, change: glassChange() }).catch(() => answer);
    if (answer.seen === "") complain(say("noInk"));
  }
  if (!answer.layers) asked = null;
  layers = answer.layers;
  sure = answer.sure || "none";
  const seen = answer.seen ? fromBase64(answer.seen) : new Uint8Array(784);
  ink = seen;
  paintDigit(by("seen"), seen);
  show();
  showWhy(chosen, asked);
  lookAgain(aboutSheet());
}

const aboutSheet = () => asked || { network: by("which").value };

async function fetchNetwork() {
  net = await ask("network", { network: by("which").value }).catch(() => net);
  if (!net) return;
  const few = net.sizes.length === 2;  // no hidden layer: show the outputs
  const drawn = few || net.sizes.length === 3;
  const count = few ? 10 : net.sizes[net.sizes.length - 2];
  const tiles = by("hidden");
  while (tiles.children.length > count) tiles.lastChild.remove();
  while (tiles.children.length < count) tiles.append(tile());
  tiles.setAttribute("aria-label", say("tilesLabel", { count }));
  [...tiles.children].forEach((each, place) => {
    const canvas = each.firstChild;
    if (drawn) paintWeights(canvas, fromBase64(net.pictures[place], Int8Array));
    else canvas.getContext("2d").clearRect(0, 0, 28, 28);
  });
  if (few) chosen = null;
  look(null);
  show();
}

function tile() {
  const canvas = element("canvas");
  canvas.width = canvas.height = 28;
  const made = element("button", "tile", canvas, element("span", "meter"), element("span", "effect"));
  made.type = "button";
  made.tabIndex = by("hidden").children.length ? -1 : 0;  // one stop; arrows go on
  made.addEventListener("click", () => {
    if (net.sizes.length === 3) look([...by("hidden").children].indexOf(made), aboutSheet());
  });
  return made;
}

function show() {
  by("sheet-hint").hidden = !sheet.empty;
  showOwn();
  showAnswer();
  showOutputs();
  showHidden();
  showDrawn();
}

function showDrawn() {
  if (!by("drawn").open || !net || net.sizes.length !== 3 || !layers) {
    by("drawn-network").replaceChildren();
    return;
  }
  drawNetwork(by("drawn-network"), turnedWeights(net.last_weights), layers);
}

function showOwn() {
  by("own").hidden = by("which").value !== "own";
  put(by("own-words"), share === null ? say("ownUntested")
    : say("ownAnswers", { percent: percent(share) }));
}

function showAnswer() {
  const output = outputs();
  by("answer").textContent = "";
  by("how-sure").textContent = "";
  if (!output) return;
  const order = output.map((_, digit) => digit).sort((a, b) => output[b] - output[a]);
  const [answer, next] = order;
  by("answer").textContent = sure === "sure" ? answer : `${answer}?`;
  by("answer").classList.toggle("doubt", sure !== "sure");
  const text = say("outputIs", {
    value: number(output[answer]), next, nextValue: number(output[next]),
  });
  const doubt = { sure: "", unsure: ` ${say("unsure", { answer, next })}`, none: ` ${say("noDigit")}` }[sure];
  by("how-sure").textContent = `${text}.${doubt} ${say("onlyDigits")}`;
}

function showOutputs() {
  const output = outputs();
  const best = output ? output.indexOf(Math.max(...output)) : -1;
  [...by("outputs").children].forEach((button, digit) => {
    const value = output ? output[digit] : 0;
    button.style.setProperty("--a", value.toFixed(2));
    button.lastChild.textContent = output ? number(value) : "";
    button.classList.toggle("best", digit === best);
    button.disabled = !net || net.sizes.length < 3;
    button.setAttribute("aria-pressed", String(digit === chosen));
    button.setAttribute("aria-label", say("outputNeuron", { digit, value: number(value) }));
  });
}

function showHidden() {
  if (!net) return;
  const few = net.sizes.length === 2;
  const activations = (few ? outputs() : hidden()) || [];
  const effects = chosen === null || !hidden() ? null
    : turnedWeights(net.last_weights)[chosen].map((w, k) => w * hidden()[k]);
  const order = [...by("hidden").children].map((_, k) => k);
  if (effects) order.sort((a, b) => effects[b] - effects[a]);
  const largest = effects ? Math.max(...effects.map(Math.abs), 0.01) : 1;
  order.forEach((k, place) => {
    const each = by("hidden").children[k];
    const a = activations[k] || 0;
    each.style.order = place;
    each.style.setProperty("--a", a.toFixed(2));  // a change repaints: no more than can be seen
    put(each.lastChild, effects ? signed(effects[k], 1) : "");
    each.style.setProperty("--effect", effects ? (Math.abs(effects[k]) / largest).toFixed(2) : 0);
    each.classList.toggle("against", Boolean(effects && effects[k] < 0));
    const values = { number: k + 1, digit: k, activation: number(a), value: number(a) };
    const label = say(few ? "outputNeuron" : "hiddenNeuron", values);
    if (each.title !== label) each.title = label;
  });
  by("hidden").classList.toggle("effects", Boolean(effects));
  showTitle(effects);
}

function showTitle(effects) {
  const count = by("hidden").children.length;
  let [title, note] = [say("hiddenTitle", { count }), say("hiddenNote")];
  if (net.sizes.length === 2) [title, note] = [say("noHidden"), say("noHiddenNote")];
  if (effects) {
    const sum = effects.reduce((a, b) => a + b, 0);
    const bias = net.last_biases[chosen];
    title = say("spokeTitle", { digit: chosen });
    note = say("spokeNote", {
      sum: number(sum), sign: bias < 0 ? "−" : "+", bias: number(Math.abs(bias)),
      z: number(sum + bias), output: number(outputs()[chosen]),
    });
  }
  put(by("hidden-title"), title);
  put(by("hidden-note"), note);
}

async function openPhoto(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  try {
    sheet.lay(await createImageBitmap(file));
  } catch {
    complain(say("noPhoto"));
  }
}

// The network of the Learn side has changed: use it, and look again.
async function learned({ detail: state }) {
  const own = by("which").options[1];
  own.disabled = state.fresh;
  if (state.fresh) return;
  share = state.runs[state.runs.length - 1].points.slice(-1)[0][1];
  if (!picked && trains) by("which").value = "own";
  showOwn();
  if (by("which").value === "own" && !by("draw").hidden) await renew();
}

async function renew() {
  await fetchNetwork();
  await recognise();
}

export function startDraw() {
  for (let digit = 0; digit < 10; digit++) {
    const button = element("button", "output", element("b", "", digit),
      element("span", "bar"), element("span", "value"));
    button.addEventListener("click", () => {
      chosen = chosen === digit ? null : digit;
      show();
      showWhy(chosen, asked);
    });
    by("outputs").append(button);
  }
  by("hidden").addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tiles = [...by("hidden").children].sort((a, b) => a.style.order - b.style.order);
    const next = tiles[tiles.indexOf(document.activeElement) + way];
    if (next) next.focus();
  });
  sheet = new Sheet(by("sheet"), () => sheet && recognise());
  by("undo").addEventListener("click", () => sheet.undo());
  by("clear").addEventListener("click", () => sheet.clear());
  by("photo").addEventListener("change", openPhoto);
  by("which").addEventListener("change", () => {
    picked = true;
    renew();
  });
  by("shipped").addEventListener("click", () => {
    by("which").value = "shipped";
    picked = true;
    renew();
  });
  by("draw-tab").addEventListener("click", renew);
  document.addEventListener("trains", () => { trains = true; });
  document.addEventListener("look", async ({ detail: canvas }) => {
    by("draw-tab").click();
    sheet.lay(await createImageBitmap(canvas, { resizeWidth: 280, resizeHeight: 280 }));
  });
  document.addEventListener("learned", learned);
  by("drawn").addEventListener("toggle", showDrawn);
  startGlass(recognise);
  startMine(() => (layers ? ink : null));
  inWords(() => {
    show();
    showWhy(chosen, asked);
  });
  renew();
}
