// What a reader types into the book is kept, a moment later or when the page is left.

import { ask, tell } from "../shared/server.js";

const SOON = 500;  // ms
const due = new Map();  // what is to be sent yet, by a key
let turn = Promise.resolve();  // one is answered before the next is asked

function send({ name, question, done }) {
  turn = turn.then(() => ask(name, question())).then(done, () => null);
  return turn;
}

// Ask this soon, in place of what else is due under the same key; question: makes it.
export function soon(key, name, question, done = null) {
  clearTimeout(due.get(key)?.timer);
  const one = { name, question, done };
  one.timer = setTimeout(() => {
    due.delete(key);
    send(one);
  }, SOON);
  due.set(key, one);
}

export function keep(page, name, text) {
  soon(`${page} ${name}`, "keep", () => ({ page, name, text }));
}

// Send at once what is due, and wait for what is on its way.
export function flush() {
  for (const one of due.values()) {
    clearTimeout(one.timer);
    send(one);
  }
  due.clear();
  return turn;
}

// The same where the window is closed, and nobody can wait.
export function flushLeaving() {
  for (const { name, question } of due.values()) tell(name, question());
  due.clear();
}
