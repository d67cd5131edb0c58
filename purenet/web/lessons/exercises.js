// An exercise: the learner's own file, its check, its hints.

import { editor } from "./editor.js";
import { flush, soon } from "./keep.js";
import { button, element } from "../shared/elements.js";
import { ask } from "../shared/server.js";
import { say } from "../shared/words.js";

// Make an exercise one that is written and checked; checked: called with its state.
export async function showExercise(place, checked) {
  const name = place.dataset.exercise;
  let { text, seen, file, begun } = await ask("exercise", { name });
  const verdict = element("div", "");
  verdict.setAttribute("aria-live", "polite");
  const hints = element("ol", "hints");
  const kept = element("p", "note", say("Your file: {}", file));

  const saved = (answer) => {
    if ("changed" in answer) showChanged(answer);
    else ({ seen, file } = answer);
    kept.textContent = [say("Your file: {}", file), ...(answer.notes ?? [])].join(" · ");
  };
  // What was typed last is compared with what was seen last: so one after the other.
  let turn = Promise.resolve();
  const save = () => {
    soon(`exercise ${name}`, "save", () => ({ name, text: area.value, seen }), saved);
    back.hidden = false;
  };
  const check = async () => {
    verdict.replaceChildren(element("p", "note", say("Being tried …")));
    await flush();
    const answer = await ask("check", { name, text: area.value, seen }).catch((error) => {
      verdict.replaceChildren(element("p", "warning", error.message));
      throw error;
    });
    if ("changed" in answer) return showChanged(answer);
    saved(answer);
    const right = answer.state === "right" ? " right" : "";
    verdict.replaceChildren(element("pre", `verdict${right}`, answer.lines.join("\n")));
    return checked(name, answer.state);
  };
  const showChanged = (answer) => {
    ({ seen } = answer);
    const take = button(say("Take the other"), () => {
      put(answer.changed);
      verdict.replaceChildren();
    });
    verdict.replaceChildren(
      element("p", "warning", say("The file was changed elsewhere. Below is what stands in it now; above is what you have here. Check again to write yours over it, or take the other.")), element("pre", "", answer.changed), take,
    );
  };
  const put = (other) => {
    area.value = other;
    refit();
  };
  const more = button(say("A hint"), async () => {
    const answer = await ask("hint", { name });
    hints.replaceChildren(...answer.hints.map((each) => element("li", "", each)));
    if (!answer.more) more.replaceWith(element("span", "note", say("That was the last hint.")));
  });
  const back = button(say("As it was"), async () => {
    await flush();
    const answer = await ask("reset", { name });
    ({ seen } = answer);
    put(answer.text);
    back.hidden = true;
    verdict.replaceChildren(element("p", "note", answer.lines.join(" ")));
    checked(name, "not begun");
  });
  back.hidden = !begun;
  const { box, area, refit } = editor(text, say("Your file, to be changed and checked"), () => once(check), false);
  const once = (action) => { turn = turn.then(action, action); return turn; };
  area.addEventListener("input", save);
  const buttons = element("div", "buttons", button(say("Check"), () => once(check), "main"), more, back);
  place.replaceChildren(box, buttons, verdict, hints, kept,
    element("p", "note", say("It is saved as you type. Shift+Enter checks. Escape, then Tab, leaves the file.")));
}
