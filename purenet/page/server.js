// Questions to the program that serves this page.

import { inWords, say } from "./words.js";

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
  let response;
  try {
    response = await fetch(name, { method: "POST", body: JSON.stringify(question) });
    gone = response.status === 403;
  } catch (error) {
    gone = true;
    show();
    throw error;
  }
  const answer = await response.json();
  complain(answer.error || "");
  if (!response.ok) throw new Error(answer.error);
  return answer;
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
