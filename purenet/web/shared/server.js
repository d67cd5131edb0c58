// Questions to the program that serves this page.

import { inWords, problem, say } from "./words.js";

let gone = false;
let trouble = "";

function show() {
  const place = document.getElementById("trouble");
  const text = gone ? say("gone") : trouble;
  place.hidden = !text;
  place.textContent = text;
}

export function complain(text) {
  trouble = text;
  show();
}

// Ask, and return the answer; say what is wrong where there is none.
export async function ask(name, question = {}) {
  const body = JSON.stringify(question);
  const response = await fetch(name, { method: "POST", body }).catch(() => null);
  const lost = !response || response.status === 403;
  if (lost !== gone) {
    gone = lost;
    show();
  }
  if (lost) throw new Error(say("gone"));
  const answer = await response.json();
  if (!response.ok) {
    complain(problem(answer));
    throw new Error(problem(answer));
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
