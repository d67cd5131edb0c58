// Starts the page.

import { startAnswer } from "./answer.js";
import { startBench, theSheet } from "./bench.js";
import { startMine } from "./mine.js";
import { startMistakes } from "./mistakes.js";
import { startNetwork } from "./network.js";
import { startNeuron } from "./neuron.js";
import { by, chosenFile } from "../shared/elements.js";
import { complain, startServer } from "../shared/server.js";
import { startTrain } from "./train.js";
import { inWords, say, spoken, startWords } from "../shared/words.js";

async function openPhoto(event) {
  const file = chosenFile(event);
  if (!file) return;
  try {
    const start = new Uint8Array(await file.slice(0, 3).arrayBuffer());
    const bitmap = await createImageBitmap(file, { colorSpaceConversion: "none" });
    theSheet().layPhoto(bitmap, `${start}` === "255,216,255");
  } catch {
    complain(say("The browser cannot open this file as a picture."));
  }
}

// The lessons are there in each language.
function link() {
  for (const each of document.querySelectorAll("[data-lesson]")) {
    each.href = `../lessons/${spoken() === "en" ? "" : `${spoken()}/`}${each.dataset.lesson}.html`;
  }
}

startWords();
startServer();
startBench();
startAnswer();
startNetwork();
startNeuron();
startMine();
startMistakes();
startTrain();
by("photo").addEventListener("change", openPhoto);
inWords(link);
