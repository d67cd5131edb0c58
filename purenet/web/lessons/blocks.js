// The blocks of a lesson: changed, run, and what comes beside what the lesson has.

import { editor } from "./editor.js";
import { button, element } from "../shared/elements.js";
import { ask, tell } from "../shared/server.js";
import { say } from "../shared/words.js";

const FOLDED = 12;  // lines of what came that are shown at once
const own = crypto.randomUUID().replaceAll("-", "");  // this tab's name

let blocks = [];
let lesson = "";

function tab() {
  return `${own}_${lesson.slice(0, 2)}`;
}

// End what this lesson's Python does, when the page goes elsewhere.
export function leave() {
  if (!blocks.some((block) => block.started)) return;
  tell("stop", { tab: tab() });
}

function came(text, sign, className) {
  const lines = text.replace(/\n$/, "").split("\n");
  const shown = element("pre", className, lines.slice(0, FOLDED).join("\n"));
  shown.dataset.sign = sign;
  if (lines.length <= FOLDED) return [shown];
  const more = document.createElement("details");
  const count = lines.length - FOLDED;
  more.append(element("summary", "", say("{} more lines", count)));
  more.append(element("pre", className, lines.slice(FOLDED).join("\n")));
  return [shown, more];
}

function picture(svg) {
  const image = document.createElement("img");
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.alt = svg.match(/<title>([^<]*)/)?.[1] || "";
  image.addEventListener("load", () => URL.revokeObjectURL(image.src));
  return image;
}

// What came of one statement, as elements.
function shown(told) {
  const text = told.printed + told.shown;
  const parts = [];
  const failed = told.error && !told.same;
  const differs = told.wanted ? ["≠", "other"] : ["·", "new"];
  if (text) parts.push(...came(text, ...(told.same ? ["✓", "same"] : differs)));
  if (told.error) {
    const words = failed ? say("line {}: {}", told.line, told.error) : told.error;
    parts.push(...came(words, failed ? "!" : "✓", failed ? "error" : "same"));
    parts.push(...(told.help || []).map((line) => element("p", "note", line)));
  }
  if (told.picture) parts.push(picture(told.picture));
  if (!told.same && told.wanted && !(told.edited && failed)) {
    parts.push(element("p", "note", say("the lesson has:")));
    parts.push(...came(told.wanted, "", "wanted"));
  }
  return parts;
}

function show(block, answer) {
  const parts = answer.told.flatMap(shown);
  const whole = answer.told.every((told) => told.same);
  const failed = answer.told.some((told) => told.error && !told.same);
  if (answer.why) parts.push(element("p", "note", answer.why));
  if (answer.ended) parts.push(element("p", "note", say("Stopped. What it knew is gone; the next run begins at the top.")));
  else if (whole && !parts.length) parts.push(...came("", "✓", "same"));
  if (!whole && !failed && answer.told.some((told) => told.edited)) {
    parts.push(element("p", "note", say("You changed it: that is fine.")));
  }
  block.came.replaceChildren(...parts);
}

function forget() {
  for (const block of blocks) block.started = block.ran = false;
}

async function runOne(block) {
  block.started = true;
  block.run.textContent = say("Stop");
  block.came.replaceChildren(element("p", "note", say("It runs …")));
  const source = block.area.value;
  const question = { tab: tab(), lesson, block: block.number, source };
  try {
    const answer = await ask("run", question);
    block.ran = !answer.ended;
    show(block, answer);
    if (answer.ended) forget();
    return !answer.ended && !answer.told.some((told) => told.error && !told.same);
  } catch (error) {
    block.came.replaceChildren(element("p", "note", error.message));
    forget();
    return false;
  } finally {
    block.run.textContent = say("Run");
  }
}

let busy = false;

async function run(block) {
  if (busy) {
    await ask("stop", { tab: tab() });
    return;
  }
  busy = true;
  try {
    for (const above of blocks.slice(0, block.number)) {
      if (!above.ran && !await runOne(above)) return;
    }
    await runOne(block);
  } finally {
    busy = false;
  }
}

function made(place, number, source) {
  const block = { number, started: false, ran: false };
  const code = source.replace(/\n$/, "");
  const label = say("Block {}, to be changed and run", number + 1);
  const { box, area, refit } = editor(code, label, () => run(block));
  block.area = area;
  block.run = button(say("Run"), () => run(block));
  const back = button(say("As it was"), () => {
    area.value = code;
    refit();
    back.hidden = true;
  });
  back.hidden = true;
  area.addEventListener("input", () => { back.hidden = area.value === code; });
  block.came = element("div", "came");
  block.came.setAttribute("aria-live", "polite");
  const buttons = element("div", "buttons");
  buttons.append(block.run, back);
  place.replaceChildren(box, buttons, block.came);
  return block;
}

// Make every block of a lesson one that runs.
export function liven(place, name, sources) {
  leave();
  lesson = name;
  blocks = [...place.querySelectorAll(".block")].map(
    (one, number) => made(one, number, sources[number]),
  );
}

export async function anew() {
  await ask("stop", { tab: tab() });
  forget();
  for (const block of blocks) block.came.replaceChildren();
}
