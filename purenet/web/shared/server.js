// Questions to the program that serves this page.

import { trouble } from "./elements.js";
import { inWords, later, say, spoken } from "./words.js";

const GONE = later("The program has ended, or this page was opened again elsewhere. Start it again, and open the address that it prints.");

// The pages of the book, in several folders, ask at one place.
const { root } = document.documentElement.dataset;
const PLACE = new URL(root ? `${root}lessons/` : ".", location.href);

let gone = false;
let told = "";

function show() {
  trouble(gone ? say(GONE) : told);
}

export function complain(text) {
  told = text;
  show();
}

// Ask, and return the answer; say what is wrong where there is none. An answer that
// comes in pieces is heard piece by piece.
export async function ask(name, question = {}, heard = null) {
  const body = JSON.stringify({ ...question, lang: spoken() });
  const response = await fetch(new URL(name, PLACE), { method: "POST", body }).catch(() => null);
  const lost = !response || response.status === 403;
  if (lost !== gone) {
    gone = lost;
    show();
  }
  if (lost) throw new Error(say(GONE));
  if (heard && response.ok) return hearPieces(response, heard);
  const answer = await response.json();
  if (!response.ok) {
    complain(answer.error);
    throw new Error(answer.error);
  }
  return answer;
}

async function hearPieces(response, heard) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return {};
    const lines = (text + value).split("\n");
    text = lines.pop();
    for (const line of lines) heard(JSON.parse(line));
  }
}

// Say something, also while the page is being left; nobody waits for an answer.
export function tell(name, question) {
  const body = JSON.stringify(question);
  fetch(new URL(name, PLACE), { method: "POST", body, keepalive: true }).catch(() => null);
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
  const letters = atob(text);
  const made = new Kind(letters.length);
  for (let place = 0; place < made.length; place++) made[place] = letters.charCodeAt(place);
  return made;
}
