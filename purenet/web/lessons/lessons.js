// The page of the lessons: the list, a lesson, an exercise, as the address says.

import { anew, leave, liven } from "./blocks.js";
import { showExercise } from "./exercises.js";
import { LESSON_WORDS } from "./lesson-words.js";
import { ask, startServer } from "../shared/server.js";
import { also, inWords, say, spoken, startWords } from "../shared/words.js";

const main = document.getElementById("main");

function element(kind, className, text = "") {
  const made = document.createElement(kind);
  made.className = className;
  made.textContent = text;
  return made;
}

function link(target, text, className = "") {
  const made = element("a", className, text);
  made.href = `#${target}`;
  return made;
}

function mark(exercise) {
  const kind = { right: "right", "not begun": "", missing: "" }[exercise.state] ?? "begun";
  const made = link(exercise.name, exercise.name.slice(0, 2), `mark ${kind}`);
  const state = say(kind || "notBegun");
  made.title = say("state", { name: exercise.title, state });
  made.setAttribute("aria-label", made.title);
  return made;
}

async function showList() {
  const { lessons } = await ask("lessons", { lang: spoken() });
  const list = element("ul", "done");
  for (const lesson of lessons) {
    const item = element("li", "");
    const marks = element("div", "marks");
    marks.append(...lesson.exercises.map(mark));
    item.append(link(lesson.name, lesson.title), marks);
    list.append(item);
  }
  main.replaceChildren(
    element("h1", "", say("lessonsTitle")), element("p", "note", say("lessonsNote")), list,
  );
  document.title = `purenet: ${say("lessonsTitle")}`;
}

// A question's answer opens when the learner has written one.
function guard(details) {
  const first = element("textarea", "first");
  const summary = details.querySelector("summary");
  first.placeholder = say("first");
  first.setAttribute("aria-label", `${say("first")} ${summary.textContent}`);
  summary.addEventListener("click", (event) => {
    if (!details.open && !first.value.trim()) {
      event.preventDefault();
      first.focus();
    }
  });
  details.before(first);
}

async function showLesson(name, heading) {
  const lesson = await ask("lesson", { name, lang: spoken() });
  main.innerHTML = lesson.html;
  const again = element("button", "", say("anew"));
  again.addEventListener("click", anew);
  const top = element("div", "buttons");
  top.append(again);
  const keys = element("p", "note", say("runKeys"));
  main.querySelector("h1").after(keys, top);
  liven(main, name, lesson.blocks);
  main.querySelectorAll("details").forEach(guard);
  for (const away of main.querySelectorAll("a[href^=http]")) {
    away.target = "_blank";
    away.rel = "noopener noreferrer";
  }
  document.title = lesson.title;
  if (heading) document.getElementById(heading)?.scrollIntoView();
}

async function show() {
  const [target, heading] = location.hash.slice(1).split("#");
  leave();
  try {
    if (/^\d\d-/.test(target)) await showLesson(target, heading);
    else if (/^\d\d_/.test(target)) await showExercise(main, target);
    else await showList();
  } catch (error) {
    main.replaceChildren(element("p", "note", error.message), link("", say("lessons")));
  }
  if (!heading) window.scrollTo(0, 0);
}

also(LESSON_WORDS);
startWords();
startServer();
window.addEventListener("hashchange", () => { show(); main.focus(); });
window.addEventListener("pagehide", leave);
inWords(async () => {
  const blocks = () => [...document.querySelectorAll(".block")];
  const at = blocks().findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const before = blocks()[at]?.getBoundingClientRect().top;
  await show();
  const now = blocks()[at];  // the same block, in the other language
  if (before < 0 || window.scrollY || at > 0) now?.scrollIntoView();
});
