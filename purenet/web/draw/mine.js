// Teach it mine: drawings of one's own, kept with their digits, learned beside the
// others; saved as a table that `train --data` reads.

import { paintDigit } from "./pictures.js";
import { button, by, chosenFile, download, element } from "../shared/elements.js";
import { ask, complain, fromBase64, toBase64 } from "../shared/server.js";
import { count, inWords, say } from "../shared/words.js";

const MOST = 200;  // drawings

let mine = [];  // {seen: 784 levels in base64, digit}
let told = null;  // how many the network reads, before and now
let now = () => null;  // what is on the sheet, as the network sees it

function show() {
  by("mine-count").textContent = say("{} drawings kept", count(mine.length));
  by("mine-told").textContent = told ? say("Of {} it read {} before, and reads {} now.", told.count, told.before, told.now) : "";
  for (const name of ["mine-teach", "mine-save", "mine-forget"]) by(name).disabled = !mine.length;
  by("mine").replaceChildren(...mine.map(({ seen, digit }) => {
    const canvas = element("canvas");
    paintDigit(canvas, fromBase64(seen));
    return element("figure", "", canvas, element("figcaption", "", digit));
  }));
}

function keep(digit) {
  const seen = now();
  if (!seen || mine.length >= MOST) return;
  mine.push({ seen: toBase64(seen), digit });
  by("clear").click();
  show();
}

async function teach() {
  complain("");
  document.dispatchEvent(new Event("trains"));
  await ask("learn", { do: "teach", mine }).catch(() => null);
}

// The table has a name for each column, as Kaggle's has; 255 is ink.
function save() {
  const names = ["label", ...Array.from({ length: 784 }, (_, place) => `pixel${place}`)];
  const rows = mine.map(({ seen, digit }) => [digit, ...fromBase64(seen)].join(","));
  download("mine.csv", "text/csv", `${[names.join(","), ...rows].join("\n")}\n`);
}

async function load(event) {
  const file = chosenFile(event);
  if (!file) return;
  complain("");
  const rows = (await file.text()).trim().split("\n").slice(1).map((row) => row.split(",").map(Number));
  const right = rows.every((row) => row.length === 785 && row[0] < 10
    && row.every((level) => Number.isInteger(level) && level >= 0 && level < 256));
  if (!rows.length || rows.length > MOST || !right) {
    complain(say("This is not a table of digits, as it is saved here."));
    return;
  }
  mine = rows.map(([digit, ...levels]) => ({ digit, seen: toBase64(Uint8Array.from(levels)) }));
  show();
}

// look: gives what is on the sheet as 784 levels, or null.
export function startMine(look) {
  now = look;
  for (let digit = 0; digit < 10; digit++) {
    by("mine-keep").append(button(digit, () => keep(digit)));
  }
  by("mine-teach").addEventListener("click", teach);
  by("mine-save").addEventListener("click", save);
  by("mine-load").addEventListener("change", load);
  by("mine-forget").addEventListener("click", () => { mine = []; told = null; show(); });
  document.addEventListener("learned", ({ detail: state }) => {
    told = state.mine;
    show();
  });
  inWords(show);
}
