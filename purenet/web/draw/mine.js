// Teach it mine: drawings of one's own, kept with their digits, learned beside the
// others.

import { askAs, bench, draws, keep, theSheet } from "./bench.js";
import { button, by, element, put } from "../shared/elements.js";
import { digitButton } from "./pictures.js";
import { complain, fromBase64, toBase64 } from "../shared/server.js";
import { count, say } from "../shared/words.js";

const MOST = 200;  // drawings

function show() {
  const { mine } = bench;
  const told = bench.state.mine;
  const learned = told ? say("Of {} it read {} before, and reads {} now.", told.count, told.before, told.now) : "";
  put(by("mine-told"), mine.length ? `${say("Drawings kept: {}.", count(mine.length))} ${learned}` : say("Say what it was, and the drawing is kept; ten or twenty will do."));
  by("mine-teach").hidden = !mine.length;
  by("mine").replaceChildren(...mine.map((one) => {
    const made = digitButton(fromBase64(one.seen), () => keep({ forget: one }), element("span", "", one.digit));
    made.title = say("Forget this {}", one.digit);
    return made;
  }));
}

async function learn(digit) {
  const { seen } = bench.look;
  if (!seen) return;
  if (bench.mine.length >= MOST) {
    complain(say("{} drawings are kept, and no more.", MOST));
    return;
  }
  if (await keep({ drawing: { seen: toBase64(seen), digit } })) theSheet().clear();
}

export function startMine() {
  for (let digit = 0; digit < 10; digit++) {
    by("mine-keep").append(button(digit, () => learn(digit)));
  }
  by("mine-teach").addEventListener("click", () => askAs("learn", { do: "teach" }).catch(() => null));
  draws("state", show);
}
