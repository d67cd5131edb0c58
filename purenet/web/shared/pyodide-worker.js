// Python in a worker: loads Pyodide and purenet.pyz, and answers questions.

import { loadPyodide } from "../pyodide/pyodide.mjs";

async function python() {
  const found = await loadPyodide();
  const file = await fetch(new URL("../purenet.pyz", import.meta.url));
  found.unpackArchive(await file.arrayBuffer(), "zip");
  found.runPython("from purenet.web.lessons.offline import answer");
  self.postMessage({ ready: true });
  return found.globals.get("answer");
}

const ready = python();

self.addEventListener("message", async ({ data }) => {
  const answer = await ready;
  const piece = (text) => self.postMessage({ id: data.id, piece: text });
  self.postMessage({ id: data.id, text: answer(data.name, data.question, piece) });
});
