// The page of the lessons: the list, a lesson, an exercise, as the address says.

import { anew, leave, liven } from "./blocks.js";
import { showExercise } from "./exercises.js";
import { button, by, element } from "../shared/elements.js";
import { ask, startServer } from "../shared/server.js";
import { inWords, later, say, startWords } from "../shared/words.js";

const main = by("main");

function link(target, text, className = "") {
  const made = element("a", className, text);
  made.href = `#${target}`;
  return made;
}

function mark(exercise) {
  const kind = { right: later("right"), "not begun": "", missing: "" }[exercise.state] ?? later("begun");
  const made = link(exercise.name, exercise.name.slice(0, 2), `mark ${kind}`);
  const state = say(kind || "not begun");
  made.title = say("{}: {}", exercise.title, state);
  made.setAttribute("aria-label", made.title);
  return made;
}

async function showList() {
  const { lessons, read } = await ask("lessons");
  const list = element("ul", "done");
  for (const lesson of lessons) {
    const item = element("li", "");
    const marks = element("div", "marks");
    marks.append(...lesson.exercises.map(mark));
    item.append(link(lesson.name, lesson.title), marks);
    list.append(item);
  }
  main.replaceChildren(
    element("h1", "", say("Lessons")), element("p", "note", read || say("Each block of a lesson runs here, in your own Python. The numbers are exercises: blue ones are right, those with a border are begun.")), list,
  );
  document.title = `purenet: ${say("Lessons")}`;
}

// A question's answer opens when the learner has written one.
function guard(details) {
  const first = element("textarea", "first");
  const summary = details.querySelector("summary");
  first.placeholder = say("Your own answer first …");
  first.setAttribute("aria-label", `${say("Your own answer first …")} ${summary.textContent}`);
  summary.addEventListener("click", (event) => {
    if (!details.open && !first.value.trim()) {
      event.preventDefault();
      first.focus();
    }
  });
  details.before(first);
}

async function showLesson(name, heading) {
  const lesson = await ask("lesson", { name });
  main.innerHTML = lesson.html;
  const top = element("div", "buttons");
  if (!lesson.read) top.append(button(say("Start anew"), anew));
  const keys = element("p", "note", lesson.read || say("Shift+Enter runs a block, and before it those above that have not run. Escape, then Tab, leaves it."));
  main.querySelector("h1").after(keys, top);
  if (!lesson.read) liven(main, name, lesson.blocks);
  main.querySelectorAll("details").forEach(guard);
  for (const away of main.querySelectorAll("a[href^=http]")) {
    away.target = "_blank";
    away.rel = "noopener noreferrer";
  }
  document.title = lesson.title;
  if (heading) by(heading)?.scrollIntoView();
}

async function show() {
  const [target, heading] = location.hash.slice(1).split("#");
  leave();
  try {
    if (/^\d\d-/.test(target)) await showLesson(target, heading);
    else if (/^\d\d_/.test(target)) await showExercise(main, target);
    else await showList();
  } catch (error) {
    main.replaceChildren(element("p", "note", error.message), link("", say("Lessons")));
  }
  if (!heading) window.scrollTo(0, 0);
}

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
