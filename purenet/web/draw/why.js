// Which pixels speak for an output: its slope in each pixel, red for and blue against.

import { paintWeights } from "./pictures.js";
import { by, put } from "../shared/elements.js";
import { ask, fromBase64 } from "../shared/server.js";
import { say } from "../shared/words.js";

let asked = 0;

// Show why, for an output and the question about the sheet; without either, nothing.
export async function showWhy(output, question) {
  by("why").hidden = output === null || !question;
  if (by("why").hidden) return;
  asked += 1;
  const mine = asked;
  put(by("why-title"), say("Which pixels speak for {}?", output));
  const answer = await ask("why", { ...question, output }).catch(() => null);
  if (!answer || mine !== asked) return;
  paintWeights(by("why-ink"), fromBase64(answer.ink, Int8Array));
  paintWeights(by("why-paper"), fromBase64(answer.paper, Int8Array));
}
