// The one state of the page: what the program keeps, and what the network on the
// screen makes of the sheet. All that is shown is drawn from here.

import { looked, unpacked } from "./look.js";
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

// state: what the program told last; net: the network shown; row: the digits that the
// program has read of the sheet, in which lines; piece: which of them is looked at; look: what the
// network makes of it; mine: the drawings kept.
export const bench = { state: { running: false, turned: {} }, net: null, row: [], piece: 0, look: {}, mine: [] };

const drawers = { state: [], answer: [], look: [] };
const known = { sheet: -1, mine: -1 };  // which versions of these are here
let sheet = null;
let keeping = 0;  // how much is on its way to the program
const waiting = [];  // what of it is not yet sent
let kept = Promise.resolve();  // when the last of it is there
let settling = null;  // a timer
let picturing = null;  // another
let there = new WeakSet();  // photos that the program has: they are sent once, then named
let changes = 0;  // of the sheet, so that what was read of another is not shown

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

// What the network of the moment makes of the sheet.
function look() {
  if (!bench.net) return;
  const { output, neuron } = view();
  const digit = bench.row[bench.piece] ?? sheet.digit();
  bench.look = looked(bench.net, bench.state.turned, { digit, row: bench.row }, output, neuron);
  redraw("answer");
  if (!sheet.busy) picture();
  else picturing ||= setTimeout(picture, SEEN);
}

// Have the program read a photo, or a row that is drawn.
async function read() {
  changes += 1;
  const now = changes;
  const told = sheet.empty ? { digits: [] } : await askAs("read", sheet.question()).catch(() => null);
  if (now !== changes) return;
  bench.row = (told?.digits ?? []).map((each) => fromBase64(each));
  bench.lines = told?.lines;
  bench.piece = Math.min(bench.piece, Math.max(0, bench.row.length - 1));
  look();
  if (told?.why || (told && !sheet.empty && !bench.look.seen)) complain(told.why || say("There is no ink to be found on this sheet."));
}

// While one draws, the network is drawn a little later than its answer: it takes as
// long as ten answers.
function picture() {
  clearTimeout(picturing);
  picturing = null;
  redraw("look");
}

// Keep something that was done, one after the other; where that is the sheet, it is
// here already. Return whether it was taken.
export function keep(parts) {
  keeping += 1;
  waiting.push(parts);
  kept = kept.then(async () => {
    const answer = waiting[0] === parts && await send(waiting.shift());
    keeping -= 1;
    if (answer && "sheet" in parts) known.sheet = answer.parts.sheet;
    return Boolean(answer);
  });
  return kept;
}

const photos = (marks) => marks.flatMap((mark) => (mark?.photo?.name ? [mark.photo] : []));

function named(parts) {
  const sheet = parts.sheet?.map((mark) => (there.has(mark?.photo) ? { photo: { name: mark.photo.name } } : mark));
  return sheet ? { ...parts, sheet } : parts;
}

async function send(parts) {
  const sent = photos(parts.sheet ?? []);
  let answer = await askAs("keep", named(parts)).catch(() => null);
  if (!answer && sent.some((photo) => there.has(photo))) {  // another tab has covered it
    there = new WeakSet();
    answer = await askAs("keep", parts).catch(() => null);
    if (answer) complain("");
  }
  if (answer && parts.sheet) there = new WeakSet(sent);
  return answer;
}

function changed() {
  by("sheet-hint").hidden = !sheet.empty;
  if (!sheet.busy) complain("");  // or the sheet would move under the pen
  bench.piece = 0;
  bench.row = [];
  changes += 1;
  look();
  clearTimeout(settling);
  settling = setTimeout(settle, sheet.photo ? 0 : SETTLED);
}

function settle() {
  settling = null;
  if (sheet.busy) return;
  keep({ sheet: sheet.kept() });
  read();
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
      if (bench.net?.stamp !== news.stamp) bench.net = unpacked(await askAs("network"));
      if (bench.net.stamp !== news.stamp) continue;  // there is later news
      const other = await fetchDesk(news.parts);  // the last to wait for: it is told once
      if (other !== null || news.version !== version) take(news, other);
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

// Have what another tab has done, or was done before; say whether the sheet is another;
// null: nothing was fetched.
async function fetchDesk(parts) {
  const still = () => !keeping && !settling && !sheet.busy;
  if (!still() || Object.keys(known).every((part) => parts[part] <= known[part])) return null;
  const desk = await askAs("desk");
  const other = desk.parts.sheet > known.sheet && still();
  if (other) {
    sheet.lay(desk.sheet);
    there = new WeakSet(photos(desk.sheet));
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
  if (news.error && news.error !== before.error) complain(news.error);
  if (other) read();
  else if (news.stamp !== before.stamp || JSON.stringify(news.turned) !== JSON.stringify(before.turned)) look();
  if (!sheet.busy) redraw("state");  // charts come after a stroke: keeping it is news
}

export function startBench() {
  sheet = new Sheet(by("sheet"), changed);
  by("undo").addEventListener("click", () => sheet.undo());
  by("clear").addEventListener("click", () => sheet.clear());
  window.addEventListener("hashchange", () => { redraw("state"); look(); });
  window.addEventListener("pagehide", () => {
    if (settling) waiting.push({ sheet: sheet.kept() });
    waiting.splice(0).forEach((parts) => tell("keep", { ...named(parts), tab: TAB }));
  });
  follow();
}
