// The Learn side: settings, buttons, and what becomes of the network.

import { drawChart } from "./chart.js";
import { paintDigit, paintWeights } from "./pictures.js";
import { button, by, chosenFile, download, element } from "../shared/elements.js";
import { ask, complain, fromBase64 } from "../shared/server.js";
import { count, inWords, later, number, percent, say } from "../shared/words.js";

const LARGEST_FILE = 8e6;
const FRESH = ["hidden", "init", "seed"];  // settings that need a new network

let state = { running: false };
let fetching = false;
let ready = false;  // whether the form has been filled at all
let filled = false;  // whether the form shows the settings in use

const form = () => by("settings").elements;

function fillForm(settings) {
  for (const [name, value] of Object.entries(settings)) form()[name].value = value;
}

function settings() {
  const read = {};
  for (const field of form()) {
    if (field.name) read[field.name] = field.type === "number" ? Number(field.value) : field.value;
  }
  return read;
}

async function order(what) {
  if (!by("settings").reportValidity()) return;
  if (what !== "new") document.dispatchEvent(new Event("trains"));
  complain("");
  await ask("learn", { do: what, settings: settings() }).catch(() => {});
}

// Hear from the trainer for as long as the page is open. The server answers
// when there is news or a second has passed, so this needs no clock.
async function follow() {
  let version = -1;
  for (;;) {
    try {
      const news = await ask("state", { version });
      if (news.version !== version) take(news);
      version = news.version;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 1500); });
    }
    while (document.hidden && !state.running) {
      await new Promise((resolve) => {
        document.addEventListener("visibilitychange", resolve, { once: true });
      });
    }
  }
}

function take(news) {
  state = news;
  if (state.settings && !filled) {
    fillForm(state.settings);
    filled = true;
  }
  if (!by("learn").hidden) show();
  if (state.error) complain(state.error);
  if (state.runs && state.runs.length) {
    document.dispatchEvent(new CustomEvent("learned", { detail: state }));
    if (!by("learn").hidden) fetchWeights();
  }
}

function show() {
  const begun = Boolean(state.runs && state.runs.length);
  const go = begun ? later("Go on") : later("Start");
  by("run").textContent = say(state.drawing ? "Stop" : state.running ? "Pause" : go);
  for (const field of form()) field.disabled = state.running;
  for (const each of document.querySelectorAll("[data-do]")) each.disabled = Boolean(state.drawing);
  by("save").disabled = !begun;
  showProgress(begun);
  showChanged();
  drawChart(by("chart"), by("legend"), state.runs || []);
  showMistakes(begun);
}

function showProgress(begun) {
  by("progress").textContent = progress(begun);
  const dead = state.dead || [];
  by("dead").hidden = !dead.length;
  by("dead").textContent = say("Hardly ever the answer: {}. Such an output has been pushed so near to 0 that it hardly learns any more. Start afresh with scaled weights, a smaller η or another seed.", dead.join(say(", ")));
}

function progress(begun) {
  if (state.drawing) {
    const [done, total] = state.drawing.map(count);
    return say("Getting the digits ready: {} of {}", done, total);
  }
  if (!begun) return say("Press Start, and the network learns from {} digits.", count(settings().images));
  const { points } = state.runs[state.runs.length - 1];
  const share = points[points.length - 1][1];
  const learned = state.epoch * state.images + state.place;
  const epochs = number(learned / state.images, 1);
  const parts = [
    say("{} of {} test digits right", percent(share), count(state.tested)),
    say("{} epochs, {} images learned from", epochs, count(learned)),
  ];
  if (state.speed) parts.push(say("{} images a second", count(state.speed)));
  return parts.join(" · ");
}

function showChanged() {
  const run = state.runs && state.runs[state.runs.length - 1];
  const now = settings();
  let text = state.running ? say("Pause to change the settings.") : "";
  if (run && !state.running && FRESH.some((name) => String(now[name]) !== String(run.settings[name]))) {
    text = say("Hidden neurons, starting weights and seed count from the next fresh start.");
  }
  by("changed").textContent = text;
}

function showMistakes(begun) {
  by("mistakes-note").textContent = begun
    ? say("The first test digits read wrong, as digit → answer. Click one, and it lies on the Draw sheet.")
    : say("None yet: nothing has been tested.");
  by("mistakes").replaceChildren(...(state.mistakes || []).map(({ seen, digit, answer }) => {
    const canvas = element("canvas");
    paintDigit(canvas, fromBase64(seen));
    const look = button(canvas, () => document.dispatchEvent(new CustomEvent("look", { detail: canvas })));
    look.setAttribute("aria-label", say("Look at this {}, read as {}, on the Draw side", digit, answer));
    return element("figure", "", look, element("figcaption", "", `${digit} → ${answer}`));
  }));
  showConfused(state.confused || []);
}

// Which digit was taken for which: a row a digit, a column an answer.
function showConfused(counts) {
  by("confused-title").hidden = !counts.length;
  const worst = Math.max(1, ...counts.flatMap((row, digit) => row.filter((_, k) => k !== digit)));
  const cell = (kind, text) => element(kind, "", text);
  const head = element("tr", "", cell("th", ""), ...counts.map((_, k) => cell("th", k)));
  by("confused").replaceChildren(...(counts.length ? [head] : []), ...counts.map((row, digit) =>
    element("tr", "", cell("th", digit), ...row.map((number_, answer) => {
      const made = cell("td", number_ || "·");
      if (answer === digit) made.className = "right";
      else if (number_) {
        made.className = "wrong";
        made.style.setProperty("--share", (0.1 + 0.35 * number_ / worst).toFixed(2));
      }
      return made;
    }))));
}

async function fetchWeights() {
  if (fetching) return;
  fetching = true;
  const net = await ask("network", { network: "own" }).catch(() => null);
  fetching = false;
  if (!net) return;
  const few = net.sizes.length === 2;
  by("weights-title").textContent = few ? say("What the ten outputs look at")
    : say("What the {} hidden neurons look at", net.pictures.length);
  const tiles = by("weights");
  tiles.setAttribute("aria-label", say("{} pictures of weights, one for each neuron", net.pictures.length));
  while (tiles.children.length > net.pictures.length) tiles.lastChild.remove();
  while (tiles.children.length < net.pictures.length) tiles.append(element("canvas", "tile"));
  net.pictures.forEach((picture, place) => {
    paintWeights(tiles.children[place], fromBase64(picture, Int8Array));
  });
}

async function save() {
  const answer = await ask("save", { network: "own" }).catch(() => null);
  if (answer) download("network.json", "application/json", answer.saved);
}

async function load(event) {
  const file = chosenFile(event);
  if (!file) return;
  complain("");
  if (file.size > LARGEST_FILE) complain(say("This file is too large for a network."));
  else await ask("load", { saved: await file.text() }).catch(() => {});
}

// A fresh network is shown before it learns.
function showNoise() {
  if (!ready || state.drawing || by("learn").hidden) return;
  filled = true;
  order("new");
}

async function fillFirst() {
  const hello = await ask("hello").catch(() => null);
  if (!hello) return;
  if (!filled) fillForm({ ...hello.defaults, ...(hello.found ? { data: "found" } : {}) });
  ready = true;
  form().data.options[1].disabled = !hello.found;
  show();
}

export async function startLearn() {
  by("run").addEventListener("click", () => order(state.running || state.drawing ? "pause" : "run"));
  for (const each of document.querySelectorAll("[data-do]")) {
    each.addEventListener("click", () => order(each.dataset.do));
  }
  by("settings").addEventListener("input", () => {
    filled = true;
    show();
  });
  by("settings").addEventListener("submit", (event) => event.preventDefault());
  by("overfit").addEventListener("click", () => {
    fillForm({ images: 1000, hidden: 100, eta: 3, init: "scaled" });
    show();
  });
  by("save").addEventListener("click", save);
  by("load").addEventListener("change", load);
  by("learn-tab").addEventListener("click", () => {
    show();
    if (state.runs) fetchWeights();
    else showNoise();
  });
  await fillFirst();
  if (!state.runs) showNoise();
  inWords(() => {
    show();
    if (state.runs) fetchWeights();
    else by("weights-title").textContent = say("What the neurons look at");
  });
  follow();
}
