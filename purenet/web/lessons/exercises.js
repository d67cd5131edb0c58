// An exercise: the learner's own file, its check, its hints.

import { editor } from "./editor.js";
import { ask } from "../shared/server.js";
import { say, spoken } from "../shared/words.js";

function element(kind, className, text = "") {
  const made = document.createElement(kind);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(name, className, action) {
  const made = element("button", className, say(name));
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

// Put an exercise on the page.
export async function showExercise(place, name) {
  const found = await ask("exercise", { name, lang: spoken() });
  let seen = found.seen;
  const heading = element("h1", "", found.title);
  const verdict = element("div", "");
  verdict.setAttribute("aria-live", "polite");
  const hints = element("ol", "hints");
  const check = async () => {
    verdict.replaceChildren(element("p", "note", say("checking")));
    const answer = await ask("check", { name, text: area.value, seen, lang: spoken() });
    seen = answer.seen;
    if ("changed" in answer) showChanged(answer.changed);
    else showVerdict(answer);
  };
  const showVerdict = (answer) => {
    const right = answer.state === "right" ? " right" : "";
    verdict.replaceChildren(element("pre", `verdict${right}`, answer.lines.join("\n")));
  };
  const showChanged = (text) => {
    const take = button("takeOther", "", () => {
      area.value = text;
      refit();
      verdict.replaceChildren();
    });
    verdict.replaceChildren(
      element("p", "warning", say("fileChanged")), element("pre", "", text), take,
    );
  };
  const more = button("hint", "", async () => {
    const answer = await ask("hint", { name, lang: spoken() });
    hints.replaceChildren(...answer.hints.map((text) => element("li", "", text)));
    if (!answer.more) more.replaceWith(element("span", "note", say("noMoreHints")));
  });
  const { box, area, refit } = editor(found.text, say("codeOfExercise"), check, false);
  const back = element("a", "button", say("back"));
  back.href = `#${found.lesson}`;
  const buttons = element("div", "buttons");
  buttons.append(button("check", "main", check), more, back);
  const exercise = element("div", "exercise");
  exercise.append(box, buttons, verdict, hints);
  place.replaceChildren(
    heading, element("p", "note", say("file", found)), exercise,
    element("p", "note", say("checkKeys")),
  );
}
