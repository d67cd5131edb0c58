// Which pixels speak for an output: its slope in each pixel, red for and blue against.

import { paintWeights, put } from "./pictures.js";
import { ask, fromBase64 } from "../shared/server.js";
import { say } from "../shared/words.js";

const by = (id) => document.getElementById(id);
let asked = 0;

// Show why, for an output and the question about the sheet; without either, nothing.
export async function showWhy(output, question) {
  by("why").hidden = output === null || !question;
  if (by("why").hidden) return;
  asked += 1;
  const mine = asked;
  put(by("why-title"), say("whyTitle", { digit: output }));
  const answer = await ask("why", { ...question, output }).catch(() => null);
  if (!answer || mine !== asked) return;
  paintWeights(by("why-ink"), fromBase64(answer.ink, Int8Array));
  paintWeights(by("why-paper"), fromBase64(answer.paper, Int8Array));
}
