// The Draw side: a digit goes in, and one sees what every neuron makes of it.

import { drawNetwork } from "./drawn.js";
import { glassChange, look, lookAgain, startGlass, turnedWeights } from "./glass.js";
import { startMine } from "./mine.js";
import { paintDigit, paintWeights } from "./pictures.js";
import { button, by, chosenFile, element, put } from "../shared/elements.js";
import { ask, complain, fromBase64, toBase64 } from "../shared/server.js";
import { Sheet } from "./sheet.js";
import { showWhy } from "./why.js";
import { inWords, number, percent, say, signed } from "../shared/words.js";


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
    if (answer.seen === "") complain(answer.why || say("There is no ink to be found on this sheet."));
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
  tiles.setAttribute("aria-label", say("{} pictures of weights, one for each neuron", count));
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
  const made = button(canvas, () => {
    if (net.sizes.length === 3) look([...by("hidden").children].indexOf(made), aboutSheet());
  }, "tile");
  made.append(element("span", "meter"), element("span", "effect"));
  made.tabIndex = by("hidden").children.length ? -1 : 0;  // one stop; arrows go on
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
  put(by("own-words"), share === null ? say("This is your own network.")
    : say("This is your own network: {} of its test digits right.", percent(share)));
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
  const text = say("output {}; next is {} with {}.", number(output[answer]), next, number(output[next]));
  const doubt = { sure: "", unsure: ` ${say("Perhaps a {} or a {}: the network is not sure.", answer, next)}`, none: ` ${say("Not a digit, it seems.")}` }[sure];
  by("how-sure").textContent = `${text}${doubt} ${say("It knows digits only, and looks for one in whatever is drawn.")}`;
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
    button.setAttribute("aria-label", say("Output {}: {}", digit, number(value)));
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
    const label = few ? say("Output {}: {}", k, number(a))
      : say("Hidden neuron {}, activation {}", k + 1, number(a));
    if (each.title !== label) each.title = label;
  });
  by("hidden").classList.toggle("effects", Boolean(effects));
  showTitle(effects);
}

function showTitle(effects) {
  const count = by("hidden").children.length;
  let title = say("The {} hidden neurons", count);
  let note = say("Each picture shows the weights of one neuron. The more it lights up, the nearer its activation is to 1. Click one to look closer.");
  if (net.sizes.length === 2) {
    title = say("No hidden neurons");
    note = say("The pixels go straight to the outputs; here are the weights of the ten.");
  } else if (effects) {
    const sum = effects.reduce((a, b) => a + b, 0);
    const bias = net.last_biases[chosen];
    title = say("Who spoke for output {}?", chosen);
    note = say("Each activation times its weight, from the strongest for to the strongest against. z = {} {} {} (bias) = {}, and σ(z) = {}.",
      number(sum), bias < 0 ? "−" : "+", number(Math.abs(bias)), number(sum + bias), number(outputs()[chosen]));
  }
  put(by("hidden-title"), title);
  put(by("hidden-note"), note);
}

async function openPhoto(event) {
  const file = chosenFile(event);
  if (!file) return;
  try {
    sheet.lay(await createImageBitmap(file));
  } catch {
    complain(say("The browser cannot open this file as a picture."));
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
    const output = button(element("b", "", digit), () => {
      chosen = chosen === digit ? null : digit;
      show();
      showWhy(chosen, asked);
    }, "output");
    output.append(element("span", "bar"), element("span", "value"));
    by("outputs").append(output);
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
