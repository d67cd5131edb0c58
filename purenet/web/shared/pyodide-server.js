// Questions to Python inside the browser, in the place of server.js: for the pages
// that `lessons --html --pyodide` writes. Python runs in a worker, which is ended
// where a block does not end. What a reader writes is kept by the browser, from when
// it is asked for.

import { by, element, trouble } from "./elements.js";
import { say, spoken } from "./words.js";

const KEPT = "purenet file ";  // before a file's name
const ASKED = "purenet asked ";  // before what is to be written, until it is
const WRITES = ["keep", "save"];
const SECONDS = 15;  // that loading takes, about
const waiting = new Map();
let worker = null;
let last = 0;
let since = 0;  // when it began to be loaded; 0: it is there

function begin() {
  since = Date.now();
  show();
  worker = new Worker(new URL("pyodide-worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => hear(data));
  post(0, "restore", Object.fromEntries(held(KEPT)));
}

// What the browser keeps under names that begin so: the rest of the name, and the text.
function held(start) {
  const all = Object.entries(localStorage).filter(([name]) => name.startsWith(start));
  return all.map(([name, text]) => [name.slice(start.length), text]);
}

function hear({ ready, id, piece, text }) {
  if (ready) since = 0;
  const { resolve, reject, heard, mark } = waiting.get(id) ?? {};
  if (piece) heard?.(JSON.parse(piece));
  if (!text) return;
  waiting.delete(id);
  localStorage.removeItem(ASKED + mark);
  const told = JSON.parse(text);
  for (const [name, held] of Object.entries(told.files ?? {})) {
    localStorage.setItem(KEPT + name, held);
  }
  if ("error" in told) reject?.(new Error(told.error));
  else resolve?.(told.answer);
}

export const complain = trouble;

// Say that it is being loaded, and how far that may be.
function show() {
  if (!since) return trouble("");
  const bar = element("progress");
  bar.max = SECONDS;
  bar.value = Math.min((Date.now() - since) / 1000, SECONDS - 0.5);
  bar.setAttribute("aria-hidden", "true");
  trouble(say("Python is being loaded: some ten seconds, once …"));
  by("trouble").append(" ", bar);
  return setTimeout(show, 300);
}

function post(id, name, question) {
  worker.postMessage({ id, name, question: JSON.stringify(question) });
}

// End what Python does: what runs is answered with "ended", all else is asked again.
function end() {
  worker.terminate();
  for (const [id, { name, resolve, heard }] of [...waiting]) {
    if (name !== "run") continue;
    heard?.({ ended: true, why: "" });
    resolve({});
    waiting.delete(id);
  }
  begin();
  for (const [id, { name, question }] of waiting) post(id, name, question);
}

export function ask(name, question = {}, heard = null) {
  if (name === "stop" && [...waiting.values()].some((each) => each.name === "run")) {
    end();
    return Promise.resolve({});
  }
  const asked = { ...question, lang: spoken() };
  return new Promise((resolve, reject) => {
    last += 1;
    const mark = `${Date.now()} ${String(last).padStart(9, "0")}`;
    waiting.set(last, { name, question: asked, resolve, reject, heard, mark });
    if (WRITES.includes(name)) localStorage.setItem(ASKED + mark, JSON.stringify([name, asked]));
    post(last, name, asked);
  });
}

export function tell(name, question) {
  ask(name, question).catch(() => null);
}

// A page that was left while Python was busy has asked in vain: it is asked again.
export function startServer() {
  begin();
  for (const [mark, text] of held(ASKED).sort()) {
    localStorage.removeItem(ASKED + mark);
    tell(...JSON.parse(text));
  }
}
