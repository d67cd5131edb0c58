// Questions to the program that serves this page.

import { by } from "./elements.js";
import { inWords, later, say, spoken } from "./words.js";

const GONE = later("The program has ended, or this page was opened again elsewhere. Start it again, and open the address that it prints.");

let gone = false;
let trouble = "";

function show() {
  const place = by("trouble");
  const text = gone ? say(GONE) : trouble;
  place.hidden = !text;
  place.textContent = text;
}

export function complain(text) {
  trouble = text;
  show();
}

// Ask, and return the answer; say what is wrong where there is none.
export async function ask(name, question = {}) {
  const body = JSON.stringify({ ...question, lang: spoken() });
  const response = await fetch(name, { method: "POST", body }).catch(() => null);
  const lost = !response || response.status === 403;
  if (lost !== gone) {
    gone = lost;
    show();
  }
  if (lost) throw new Error(say(GONE));
  const answer = await response.json();
  if (!response.ok) {
    complain(answer.error);
    throw new Error(answer.error);
  }
  return answer;
}

// Say something, also while the page is being left; nobody waits for an answer.
export function tell(name, question) {
  const body = JSON.stringify(question);
  fetch(name, { method: "POST", body, keepalive: true }).catch(() => null);
}

export function startServer() {
  inWords(show);
}

export function toBase64(bytes) {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}

export function fromBase64(text, Kind = Uint8Array) {
  return Kind.from(atob(text), (letter) => letter.charCodeAt(0));
}
