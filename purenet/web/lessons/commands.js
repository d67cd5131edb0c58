// What would be typed into a terminal is done here by a button.

import { element } from "../shared/elements.js";
import { say } from "../shared/words.js";

const COMMAND = /^\$? ?python3 -m purenet(\.demo)? (\w+)((?: [\w.,/-]+)*)$/;
const AWAY = /data\/|\.(png|jpg|csv)/;  // files that are not here
const RUNS = ["train"];

// Put a button to each demo and training, and lead `check 11` to the exercise.
export function putCommands(text) {
  for (const code of text.querySelectorAll("p code, pre.text code, pre.console code, li code")) {
    const found = code.textContent.trim().replace(/\\\n\s*/g, "").match(COMMAND);
    if (!found || AWAY.test(found[3])) continue;
    const [, demo, name, rest] = found;
    if (name === "check") leadToExercise(code, rest.trim());
    else if (demo || RUNS.includes(name)) putButton(code, demo ? "demo" : "commands", name, rest);
  }
}

function leadToExercise(code, number) {
  const mark = number && document.querySelector(`[data-mark^="${number}_"]`);
  if (!mark) return;
  const link = element("a");
  link.href = mark.href;
  code.replaceWith(link);
  link.append(code);
}

function putButton(code, room, name, rest) {
  const place = element("div", "block long command");
  const given = JSON.stringify(rest.split(" ").filter(Boolean));
  place.dataset.run = `from purenet.${room} import ${name} as _program\n_ = _program.main(${given})`;
  place.dataset.label = say("Run {} here", name);
  (code.closest("pre, ul, ol") ?? code.closest("p")).after(place);
}
