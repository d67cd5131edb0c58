// The book in a browser: blocks run, what is typed is kept, one goes from page to page.

import { closeBeside, isSource, leaveBeside, openBeside } from "./beside.js";
import { liven, printed } from "./blocks.js";
import { putCommands } from "./commands.js";
import { showExercise } from "./exercises.js";
import { putFigures } from "../shared/figures.js";
import { flush, flushLeaving, keep } from "./keep.js";
import { copier } from "./shown.js";
import { button, by, element } from "../shared/elements.js";
import { ask, startServer } from "../shared/server.js";
import { preferred, say, speak, spoken } from "../shared/words.js";

const OUTPUTS = "purenet outputs";  // which are shown
const ANSWERS = "purenet answers";  // whether they are printed
const at = () => document.documentElement.dataset;

const UNDER = 70;  // px that are behind the page's head

let page = null;  // the page that is open: its blocks, and whether they run
let path = "";  // its address

// The text, and its headings and blocks: in each language they are the same.
const parts = () => document.querySelectorAll("article, article :is(h2, .block)");

// What is at the top of the window: after which part, and how far that is above.
function place() {
  const tops = [...parts()].map((part) => part.getBoundingClientRect().top);
  const index = tops.findLastIndex((top) => top <= UNDER);
  return index < 0 || window.scrollY < 10 ? "" : `${index} ${Math.round(-tops[index])}`;
}

function goTo(where) {
  const [index, above] = where.split(" ").map(Number);
  const part = parts()[index];
  if (part) window.scrollTo(0, part.getBoundingClientRect().top + window.scrollY + above);
}

function atTheEnd() {
  return window.scrollY + window.innerHeight > document.documentElement.scrollHeight - 200;
}

let scrolled = 0;

function rememberPlace() {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => {
    const where = place();
    history.replaceState({ ...history.state, place: where }, "");
    if (page?.live && at().page !== "index") keep(at().page, "place", where);
  }, 250);
}

// An answer opens when the learner has written one.
function guard(details, index, kept) {
  const summary = details.querySelector("summary");
  if (!/^\s*\d+\./.test(summary.textContent)) return;
  const name = `answer ${index}`;
  const first = element("textarea", "first", kept[name] ?? "");
  first.placeholder = say("Your own answer first …");
  first.setAttribute("aria-label", `${say("Your own answer first …")} ${summary.textContent}`);
  first.addEventListener("input", () => keep(at().page, name, first.value));
  summary.addEventListener("click", (event) => {
    if (!details.open && !first.value.trim()) {
      event.preventDefault();
      first.focus();
    }
  });
  details.before(first);
}

// Which outputs are shown before a block has run: one switch for all.
function outputs() {
  const choice = element("select");
  const all = { asked: say("as the lesson asks"), all: say("all"), none: say("when I run a block") };
  choice.append(...Object.entries(all).map(([kind, words]) => new Option(words, kind)));
  choice.value = localStorage.getItem(OUTPUTS) || "asked";
  const show = () => { document.body.dataset.outputs = choice.value; };
  choice.addEventListener("change", () => {
    localStorage.setItem(OUTPUTS, choice.value);
    show();
  });
  show();
  return element("label", "", `${say("Outputs:")} `, choice);
}

function tools(read) {
  const bar = by("tools");
  if (read) bar.append(element("p", "note", read));
  if (!document.querySelector("article .block")) {
    bar.hidden = !read;
    return;
  }
  bar.append(outputs());
  if (page.live) {
    const more = element("details", "", element("summary", "", say("How blocks run")));
    more.append(
      element("p", "", say("Shift+Enter runs a block, and before it those above that have not run. Escape, then Tab, leaves it. What you change is kept.")), button(say("Start anew"), () => page.blocks.anew()), " ", say("forgets what the blocks have made so far; what is written stays."),
    );
    bar.append(more);
  }
  if (document.querySelector("article details")) {
    const box = element("input");
    box.type = "checkbox";
    box.checked = localStorage.getItem(ANSWERS) === "yes";
    box.addEventListener("change", () => localStorage.setItem(ANSWERS, box.checked ? "yes" : ""));
    bar.append(element("label", "", box, " ", say("answers at the end, on paper")), button(say("Print"), () => window.print(), "quiet"));
  }
  bar.hidden = false;
}

// On paper the answers stand at the end, where they are wanted.
function toPaper() {
  document.querySelector(".answers")?.remove();
  const all = [...document.querySelectorAll("article > details")].filter((each) => !each.open);
  if (localStorage.getItem(ANSWERS) !== "yes" || !all.length) return;
  const answers = element("section", "answers", element("h2", "", say("Answers")));
  for (const each of all) {
    const copy = each.cloneNode(true);
    copy.open = true;
    answers.append(copy);
  }
  document.querySelector("article").append(answers);
}

function mark(name, state) {
  const kind = { right: "right", "not begun": "", missing: "" }[state] ?? "begun";
  for (const each of document.querySelectorAll(`[data-mark="${name}"]`)) {
    each.className = `mark ${kind}`;
    const title = each.title.split(": ")[0];
    const words = { right: say("right"), begun: say("begun") }[kind] ?? say("not begun");
    each.title = say("{}: {}", title, words);
    each.setAttribute("aria-label", `${each.textContent} ${each.title}`);
  }
}

async function progress() {
  const { states } = await ask("states");
  for (const [name, state] of Object.entries(states)) mark(name, state);
  for (const count of document.querySelectorAll("[data-of]")) {
    const names = count.dataset.of.split(" ");
    const right = names.filter((name) => states[name] === "right").length;
    count.textContent = right === names.length ? "✓" : right ? `${right} / ${names.length}` : "";
  }
}

// Where one was reading, on the page that one begins with.
function goOn(last) {
  const link = document.querySelector(`#contents a[href="${last}.html"]`);
  if (at().page !== "index" || !link) return;
  const go = element("a", "button", say("Go on: {}", link.textContent));
  go.href = link.href;
  by("tools").append(go);
  by("tools").hidden = false;
}

// Make the page that has come one that runs; where: the place on it to begin at.
async function enliven(where) {
  const name = at().page;
  const mine = page = { live: false, blocks: null };
  path = location.pathname;
  const text = document.querySelector("article");
  for (const away of text.querySelectorAll("a[href^=http]")) {
    away.target = "_blank";
    away.rel = "noopener noreferrer";
  }
  if (where) goTo(where);
  const { kept = {}, last = "", read } = await ask("kept", { page: name }).catch((error) => ({ read: error.message }));
  if (page !== mine) return;
  const here = place();
  page.live = read === undefined;
  document.body.classList.toggle("live", page.live);
  if (page.live) {
    putCommands(text);
    page.blocks = liven(text, name, kept);
  }
  const shown = page.live ? "pre:not(.block pre, .exercise pre)" : "pre";
  for (const pre of text.querySelectorAll(shown)) {
    const copied = element("div", "copied");
    pre.replaceWith(copied);
    copied.append(pre, copier(() => printed(pre)));
  }
  putFigures(text, read !== "");
  for (const wide of text.querySelectorAll("pre, math, .wide")) {  // to be scrolled by keys
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
  if (page.live) text.querySelectorAll("details").forEach((each, index) => guard(each, index, kept));
  tools(read);
  if (page.live) goOn(last);
  if (where ?? here) goTo(where || here);
  else if (kept.place && !location.hash) {
    goTo(kept.place);
    if (atTheEnd()) window.scrollTo(0, 0);
  } else if (location.hash) by(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  document.documentElement.dataset.ready = "yes";
  if (!page.live) return;
  const exercise = text.querySelector(".exercise");
  if (exercise) await showExercise(exercise, mark);
  await progress();
}

function leave() {
  flushLeaving();
  page?.blocks?.leave();
  leaveBeside();
}

// Go to a page of the book without leaving Python behind.
async function visit(address, { push = true, where = null } = {}) {
  by("main").setAttribute("aria-busy", "true");
  await flush();
  leave();
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) {
    location.assign(address);
    return;
  }
  const there = new DOMParser().parseFromString(await response.text(), "text/html");
  if (push) history.pushState(null, "", address);
  const { language } = there.documentElement.dataset;
  for (const { name, value } of there.documentElement.attributes) {
    document.documentElement.setAttribute(name, value);
  }
  document.title = there.title;
  closeBeside();
  document.body.replaceWith(document.adoptNode(there.body));
  if (!isSource(address) && language !== spoken()) speak(language);
  window.scrollTo(0, 0);
  by("main").focus({ preventScroll: true });
  await enliven(where);
}

// Links within the book: to a page, to the same place in the other language, or beside.
function follow(event) {
  const link = event.target.closest?.("a[href]");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (!link || !plain || link.target || event.defaultPrevented) return;
  const address = new URL(link.href);
  const folder = new URL(`${at().root}lessons/`, location.href);
  if (!address.href.startsWith(folder.href) || !address.pathname.endsWith(".html")) return;
  if (isSource(address) && !link.dataset.whole && !isSource(new URL(location.href))) {
    event.preventDefault();
    openBeside(address, page.live);
  } else if (address.pathname !== location.pathname) {
    event.preventDefault();
    visit(address, { where: link.dataset.code ? place() : null });
  }
}

function start() {
  history.scrollRestoration = "manual";
  // From every folder they are at the same place.
  for (const link of document.head.querySelectorAll("link")) link.href = link.href + "";
  startServer();
  const bare = location.pathname.endsWith("/");
  if (bare && preferred() !== at().language) {
    location.replace(document.querySelector(`[data-code="${preferred()}"]`).href);
    return;
  }
  if (!isSource(new URL(location.href))) speak(at().language);
  document.addEventListener("click", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && by("beside").contains(document.activeElement) && event.target.tagName !== "TEXTAREA") closeBeside();
  });
  window.addEventListener("scroll", rememberPlace, { passive: true });
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("popstate", ({ state }) => {
    const address = new URL(location.href);
    if (path === address.pathname) {
      if (state?.place) goTo(state.place);
      else by(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    } else visit(address, { push: false, where: state?.place });
  });
  enliven(history.state?.place);
}

start();
