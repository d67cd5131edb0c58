// Questions to Python inside the browser, in the place of server.js: for the pages
// that `lessons --html --pyodide` writes. Python runs in a worker, which is ended
// where a block does not end. A learner's exercises are kept by the browser.

import { by } from "./elements.js";
import { inWords, say, spoken } from "./words.js";

const KEPT = "purenet ";  // before an exercise's name
const waiting = new Map();
let worker = null;
let last = 0;

function begin() {
  worker = new Worker(new URL("pyodide-worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    const told = JSON.parse(data.text);
    const { resolve, reject } = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in told) reject(new Error(told.error));
    else resolve(told.answer);
  });
  const kept = Object.entries(localStorage).filter(([name]) => name.startsWith(KEPT));
  send("restore", Object.fromEntries(
    kept.map(([name, text]) => [name.slice(KEPT.length), text])));
}

function send(name, question) {
  return new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject, name });
    worker.postMessage({ id: last, name, question: JSON.stringify(question) });
  });
}

// End all that Python does; what it was asked is answered with "ended".
function end() {
  worker.terminate();
  for (const { resolve } of waiting.values()) resolve({ told: [], ended: true });
  waiting.clear();
  begin();
}

export async function ask(name, question = {}) {
  if (name === "stop" && [...waiting.values()].some((each) => each.name === "run")) {
    end();
    return {};
  }
  const answer = await send(name, { ...question, lang: spoken() });
  if (name === "check" && "state" in answer) {
    localStorage.setItem(KEPT + question.name, question.text);
  }
  return answer;
}

export function tell(name, question) {
  ask(name, question).catch(() => null);
}

export function startServer() {
  begin();
  const place = by("trouble");
  const loading = () => {
    place.hidden = !waiting.size;
    place.textContent = say("Python is being loaded: some ten seconds, once …");
  };
  inWords(loading);
  send("lessons", {}).finally(() => { place.hidden = true; });
}
