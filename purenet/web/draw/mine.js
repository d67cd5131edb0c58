// Teach it mine: drawings of one's own, kept with their digits, learned beside the
// others; saved as a table that `train --data` reads.

import { askAs, bench, draws, keep, theSheet } from "./bench.js";
import { button, by, download, element, put } from "../shared/elements.js";
import { digitButton } from "./pictures.js";
import { complain, fromBase64, toBase64 } from "../shared/server.js";
import { count, say } from "../shared/words.js";

const MOST = 200;  // drawings

function show() {
  const { mine } = bench;
  const told = bench.state.mine;
  const learned = told ? say("Of {} it read {} before, and reads {} now.", told.count, told.before, told.now) : "";
  put(by("mine-told"), mine.length ? `${say("{} drawings kept", count(mine.length))}. ${learned}` : say("Say what it was, and the drawing is kept; ten or twenty will do."));
  by("mine-teach").hidden = by("mine-save").hidden = !mine.length;
  by("mine").replaceChildren(...mine.map((one, place) => {
    const made = digitButton(fromBase64(one.seen), () => keep({ mine: mine.filter((_, at) => at !== place) }), element("span", "", one.digit));
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
  await keep({ drawing: { seen: toBase64(seen), digit } });
  theSheet().clear();
}

// The table has a name for each column, as Kaggle's has; 255 is ink.
function save() {
  const names = ["label", ...Array.from({ length: 784 }, (_, place) => `pixel${place}`)];
  const rows = bench.mine.map(({ seen: drawing, digit }) => [digit, ...fromBase64(drawing)].join(","));
  download("mine.csv", "text/csv", `${[names.join(","), ...rows].join("\n")}\n`);
}

// Put the drawings of a table to those that are kept.
export async function loadTable(text) {
  const rows = text.trim().split("\n").slice(1).map((row) => row.split(",").map(Number));
  const right = rows.every((row) => row.length === 785 && row[0] < 10
    && row.every((level) => Number.isInteger(level) && level >= 0 && level < 256));
  if (!rows.length || rows.length + bench.mine.length > MOST || !right) {
    complain(say("This is not a table of digits, as it is saved here."));
    return;
  }
  const read = rows.map(([digit, ...levels]) => ({ digit, seen: toBase64(Uint8Array.from(levels)) }));
  await keep({ mine: [...bench.mine, ...read] });
}

export function startMine() {
  for (let digit = 0; digit < 10; digit++) {
    by("mine-keep").append(button(digit, () => learn(digit)));
  }
  by("mine-teach").addEventListener("click", () => askAs("learn", { do: "teach" }).catch(() => null));
  by("mine-save").addEventListener("click", save);
  draws("state", show);
}
