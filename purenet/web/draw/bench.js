// The one state of the page: what the program keeps, and what the network on the
// screen makes of the sheet. All that is shown is drawn from here.

import { ask, complain, fromBase64, tell } from "../shared/server.js";
import { Sheet } from "./sheet.js";
import { by, put } from "../shared/elements.js";
import { inWords, say } from "../shared/words.js";

// A tab's name stays its own when it is loaded again; a copy of the tab has another.
const comesBack = ["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0].type);
const TAB = (comesBack && sessionStorage.getItem("purenet tab")) || Math.random().toString(36).slice(2);
sessionStorage.setItem("purenet tab", TAB);

const SETTLED = 150;  // milliseconds after the last change of the sheet
const SEEN = 80;  // milliseconds between two pictures of the network while one draws

// state: of the network that learns, and which one is shown; look: what that makes of
// the sheet; mine: the drawings kept; piece: which digit of a row is looked at.
export const bench = { state: { running: false }, look: {}, mine: [], piece: 0 };

const drawers = { state: [], answer: [], look: [] };
const known = { sheet: -1, mine: -1 };  // which versions of these are here
let sheet = null;
let keeping = 0;  // how much is on its way to the program
let settling = null;  // a timer
let picturing = null;  // another
let drawn = false;  // whether the page can answer yet
let serial = 0;
let shown = 0;  // the serial number of the look that is shown
const busy = { quick: false, whole: false };
const again = { quick: false, whole: false };

// Have a function called whenever the "state", the "answer" or all of the "look" is
// another, and now.
export function draws(what, redraw) {
  drawers[what].push(redraw);
  inWords(redraw);
}

function redraw(what) {
  drawers[what].forEach((each) => each());
}

export function askAs(name, question = {}) {
  return ask(name, { ...question, tab: TAB });
}

// What the address says is looked at: an output, a hidden neuron (from 1), or null.
export function view() {
  const told = new URLSearchParams(location.hash.slice(1));
  const whole = (name) => (/^\d{1,3}$/.test(told.get(name)) ? Number(told.get(name)) : null);
  const output = whole("output");
  return { output: output > 9 ? null : output, neuron: whole("neuron") };
}

// The address of another view: with these changes, null takes away.
export function address(changes) {
  const now = Object.entries({ ...view(), ...changes }).filter(([, value]) => value !== null);
  return `#${new URLSearchParams(now)}`;
}

export function go(changes) {
  const there = address(changes);
  if (there !== location.hash) location.hash = there;
}

// Look at the sheet with the network of the moment. Whole takes longer: a row is cut,
// pixels are asked. While an answer is awaited, only note that one is wanted.
export async function look(kind = "whole") {
  again[kind] = true;
  if (busy[kind] || !drawn) return;
  busy[kind] = true;
  while (again[kind]) {
    again[kind] = false;
    serial += 1;
    await lookOnce(kind === "whole", serial);
  }
  busy[kind] = false;
}

async function lookOnce(whole, mine) {
  const { output, neuron } = view();
  const question = { whole, output, neuron: neuron && neuron - 1, piece: bench.piece, known: bench.look.pictures && bench.look.stamp };
  const answer = await askAs("look", { ...question, ...(sheet.empty ? {} : sheet.question(whole)) }).catch(() => null);
  if (!answer || mine < shown) return;
  shown = mine;
  const { pictures, sizes } = answer.pictures ? answer : bench.look;
  bench.look = { ...answer, pictures, sizes };
  const nothing = whole && !sheet.empty && !answer.outputs;
  if (!sheet.empty) complain(nothing ? answer.why || say("There is no ink to be found on this sheet.") : "");
  redraw("answer");
  if (whole) picture();
  else picturing ||= setTimeout(picture, SEEN);
}

// The network is drawn a little later than its answer: it takes as long as ten answers.
function picture() {
  clearTimeout(picturing);
  picturing = null;
  redraw("look");
}

// Keep something that was done; where that is the sheet, it is here already.
export async function keep(parts) {
  keeping += 1;
  const answer = await askAs("keep", parts).catch(() => null);
  keeping -= 1;
  if (answer && "sheet" in parts) known.sheet = answer.parts.sheet;
}

function changed() {
  by("sheet-hint").hidden = !sheet.empty;
  bench.piece = 0;
  look("quick");
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED);
}

function settle() {
  settling = null;
  if (sheet.busy) return;
  keep({ sheet: sheet.kept() });
  look();
}

export function pick(piece) {
  bench.piece = piece;
  look();
}

export const theSheet = () => sheet;

// Hear from the program for as long as the page is open. It answers when there is
// news or a second has passed, so this needs no clock.
async function follow() {
  let version = -1;
  for (;;) {
    try {
      const news = await askAs("state", { version });
      put(by("elsewhere"), news.trouble || (news.elsewhere ? say("Another tab of this page is at work: all tabs show the same.") : ""));
      const other = await fetchDesk(news.parts);
      if (news.version !== version) take(news, other);
      version = news.version;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 1500); });
    }
    while (document.hidden && !bench.state.running) {
      await new Promise((resolve) => {
        document.addEventListener("visibilitychange", resolve, { once: true });
      });
    }
  }
}

// Have what another tab has done, or was done before; say whether the sheet is another.
async function fetchDesk(parts) {
  const still = () => !keeping && !settling && !sheet.busy;
  if (!still() || Object.keys(known).every((part) => parts[part] <= known[part])) return false;
  const desk = await askAs("desk");
  const other = desk.parts.sheet > known.sheet && still();
  if (other) {
    sheet.lay(desk.sheet);
    by("sheet-hint").hidden = !sheet.empty;
    known.sheet = desk.parts.sheet;
  }
  known.mine = desk.parts.mine;
  bench.mine = desk.mine;
  return other;
}

function take(news, other) {
  const before = bench.state;
  bench.state = news;
  drawn = true;
  if (news.error && news.error !== before.error) complain(news.error);
  const same = news.stamp === before.stamp && JSON.stringify(news.turned) === JSON.stringify(before.turned);
  if (other || !same) look(sheet.busy ? "quick" : "whole");
  if (!sheet.busy) redraw("state");  // charts come after a stroke: keeping it is news
}

export function startBench() {
  sheet = new Sheet(by("sheet"), changed);
  by("undo").addEventListener("click", () => sheet.undo());
  by("clear").addEventListener("click", () => sheet.clear());
  window.addEventListener("hashchange", () => { redraw("state"); look(); });
  window.addEventListener("pagehide", () => {
    if (settling) tell("keep", { sheet: sheet.kept(), tab: TAB });
  });
  follow();
}

// The digit that is looked at, as the network sees it, or null.
export const seen = () => (bench.look.seen ? fromBase64(bench.look.seen) : null);
