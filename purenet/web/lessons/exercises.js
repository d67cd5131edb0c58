// An exercise: the learner's own file, its check, its hints.

import { editor } from "./editor.js";
import { button, element } from "../shared/elements.js";
import { ask } from "../shared/server.js";
import { say } from "../shared/words.js";

// Put an exercise on the page.
export async function showExercise(place, name) {
  const found = await ask("exercise", { name });
  if (found.read) throw new Error(found.read);
  let seen = found.seen;
  const heading = element("h1", "", found.title);
  const verdict = element("div", "");
  verdict.setAttribute("aria-live", "polite");
  const hints = element("ol", "hints");
  const check = async () => {
    verdict.replaceChildren(element("p", "note", say("Being tried …")));
    const answer = await ask("check", { name, text: area.value, seen }).catch((error) => {
      verdict.replaceChildren(element("p", "warning", error.message));
      throw error;
    });
    seen = answer.seen;
    if ("changed" in answer) showChanged(answer.changed);
    else showVerdict(answer);
  };
  const showVerdict = (answer) => {
    const right = answer.state === "right" ? " right" : "";
    verdict.replaceChildren(element("pre", `verdict${right}`, answer.lines.join("\n")));
  };
  const showChanged = (text) => {
    const take = button(say("Take the other"), () => {
      area.value = text;
      refit();
      verdict.replaceChildren();
    });
    verdict.replaceChildren(
      element("p", "warning", say("The file was changed elsewhere. Below is what stands in it now; above is what you have here. Check again to write yours over it, or take the other.")), element("pre", "", text), take,
    );
  };
  const more = button(say("A hint"), async () => {
    const answer = await ask("hint", { name });
    hints.replaceChildren(...answer.hints.map((text) => element("li", "", text)));
    if (!answer.more) more.replaceWith(element("span", "note", say("That was the last hint.")));
  });
  const { box, area, refit } = editor(found.text, say("Your file, to be changed and checked"), check, false);
  const back = element("a", "button", say("Back to the lesson"));
  back.href = `#${found.lesson}`;
  const buttons = element("div", "buttons");
  buttons.append(button(say("Check"), check, "main"), more, back);
  const exercise = element("div", "exercise");
  exercise.append(box, buttons, verdict, hints);
  place.replaceChildren(
    heading, element("p", "note", say("Your file: {}", found.file)), exercise,
    element("p", "note", say("Shift+Enter checks. Escape, then Tab, leaves the file. It is saved at each check.")),
  );
}
