// A network of one's own: its settings, its training, experiments; saved and opened.

import { askAs, bench, draws, keep } from "./bench.js";
import { drawChart } from "./chart.js";
import { button, by, chosenFile, download, put } from "../shared/elements.js";
import { complain } from "../shared/server.js";
import { count, later, number, percent, say } from "../shared/words.js";

const LARGEST_FILE = 8e6;
const FRESH = ["hidden", "init", "seed"];  // settings that need a new network
const USUAL = { hidden: 30, init: "scaled", mini_batch_size: 10, data: "built-in" };
const EXPERIMENTS = [
  [later("Learn by heart"), { ...USUAL, images: 300, eta: 3 },
    later("300 digits only: within half a minute the thin curve, of the digits learned from, comes to 100 %. The thick one, of the others, stays behind, and its cost rises again: it learns by heart. Lesson 11 says more.")],
  [later("η far too large"), { ...USUAL, images: 5000, eta: 100 },
    later("Each step leaps over the valley: for a minute or longer the curves jump about or stay near 10 %. Then start afresh with η = 3. Lesson 6 says why.")],
  [later("Outputs that die"), { ...USUAL, images: 1000, eta: 10, init: "book" },
    later("The book's starting weights and a large η: within half a minute outputs are pushed so near to 0 that they never answer again. Below it says which. Lesson 7 says more.")],
];

let hello = { defaults: {} };

const form = () => by("settings").elements;

function settings() {
  const read = {};
  for (const field of form()) {
    if (field.name) read[field.name] = field.type === "number" ? Number(field.value) : field.value;
  }
  return read;
}

async function order(what, given = settings()) {
  if (!by("settings").reportValidity()) {
    by("more").open = true;
    by("settings").reportValidity();
    return;
  }
  complain("");
  await askAs("learn", { do: what, settings: given }).catch(() => null);
}

function show() {
  const { state } = bench;
  const begun = Boolean(state.runs?.length);
  const busy = state.running || Boolean(state.drawing);
  if (!by("settings").contains(document.activeElement)) fill();
  put(by("run"), say(busy ? "Pause" : begun && !state.fresh ? "Go on" : "Start"));
  for (const field of form()) if (field.name) field.disabled = busy;
  for (const each of document.querySelectorAll("[data-do]")) each.disabled = Boolean(state.drawing);
  document.querySelector("[data-do=new]").hidden = !begun;
  put(by("progress"), progress(begun));
  showChanged(begun, busy);
  const watch = begun && EXPERIMENTS.find(([, wanted]) => Object.entries(wanted).every(([name, value]) => state.settings[name] === value));
  put(by("watch"), watch ? say(watch[2]) : "");
  const dead = state.dead || [];
  by("dead").hidden = !dead.length;
  put(by("dead"), say("Hardly ever the answer: {}. Such an output has been pushed so near to 0 that it hardly learns any more. Start afresh with scaled weights, a smaller η or another seed.", dead.join(say(", "))));
  drawChart(by("chart"), by("legend"), state.runs || []);
  by("before").hidden = typeof state.before !== "number";
  put(by("before"), say("Take back the network before: {}", percent(state.before || 0)));
  by("save").disabled = !state.version;
  put(by("kept"), hello.kept ? say("What is made here is kept in {}", hello.kept) : "");
  by("experiment").replaceChildren(...EXPERIMENTS.map(([name, given]) => button(say(name), () => order("afresh", given))));
}

function fill() {
  const wanted = { ...hello.defaults, ...(hello.found ? { data: "found" } : {}), ...bench.state.settings, ...bench.state.form };
  for (const [name, value] of Object.entries(wanted)) {
    if (form()[name].value !== String(value)) form()[name].value = value;
  }
}

function progress(begun) {
  const { state } = bench;
  if (state.drawing) {
    const [done, total] = state.drawing.map(count);
    return say("Getting the digits ready: {} of {}", done, total);
  }
  if (!begun) return say("Press Start, and the network learns from {} digits.", count(settings().images));
  const [epochs, share] = state.runs.at(-1).points.at(-1);
  const parts = [say("{} of {} test digits right after {} epochs", percent(share), count(state.tested), number(epochs, 1)),
    say("{} images learned from", count(Math.round(epochs * state.images)))];
  if (state.speed) parts.push(say("{} images a second", count(state.speed)));
  return parts.join(" · ");
}

function showChanged(begun, busy) {
  const { state } = bench;
  const now = settings();
  const other = begun && !busy && FRESH.some((name) => String(now[name]) !== String(state.runs.at(-1).settings[name]));
  put(by("changed"), other ? say("Hidden neurons, starting weights and seed count from the next fresh start.")
    : busy ? say("Pause to change the settings.") : "");
  document.querySelector("[data-do=new]").classList.toggle("main", other);
  by("run").classList.toggle("main", !other);
}

// One file holds what was made: the network, which all commands read, and the drawings.
async function save() {
  const answer = await askAs("save").catch(() => null);
  if (answer) download("network.json", "application/json", answer.saved);
}

async function open(event) {
  const file = chosenFile(event);
  if (!file) return;
  complain("");
  if (file.size > LARGEST_FILE) {
    complain(say("This file is too large for a network."));
    return;
  }
  await askAs("load", { saved: await file.text() }).catch(() => null);
}

export async function startTrain() {
  by("run").addEventListener("click", () => order(by("run").textContent === say("Pause") ? "pause" : "run"));
  for (const each of document.querySelectorAll("[data-do]")) {
    each.addEventListener("click", () => order(each.dataset.do));
  }
  by("settings").addEventListener("change", () => keep({ form: settings() }));
  by("settings").addEventListener("input", show);
  by("settings").addEventListener("submit", (event) => event.preventDefault());
  by("before").addEventListener("click", () => order("back", {}));
  by("save").addEventListener("click", save);
  by("load").addEventListener("change", open);
  hello = await askAs("hello").catch(() => hello);
  form().data.options[1].disabled = !hello.found;
  draws("state", show);
  window.addEventListener("resize", show);  // the chart's words stay as large as they are
}
