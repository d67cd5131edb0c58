// What the pages say. The English stands where it is said; words.json has, for each
// other language, what is said in its place. It is the language of the address
// (?lang=...), the one chosen last, or the browser's.

import { by } from "./elements.js";

const WORDS = await (await fetch(new URL("words.json", import.meta.url))).json();
const KEPT = "purenet language";

const redraws = [];
const wanted = [new URLSearchParams(location.search).get("lang"), localStorage.getItem(KEPT),
  ...(navigator.languages || [navigator.language]), document.documentElement.lang]
  .map((name) => (name || "").split("-")[0]).find((name) => name in WORDS);
let language = document.documentElement.dataset.language || wanted;

export function spoken() {
  return language;
}

// The language that the reader would have, on a page that is in one language.
export function preferred() {
  return wanted;
}

export function speak(code) {
  language = code;
  localStorage.setItem(KEPT, code);
  redraws.forEach((redraw) => redraw());
}

// A mark: this template is said where it is used.
export const later = (template) => template;

// A text in the language that is spoken: {} by {} filled with the values.
export function say(template, ...values) {
  const text = WORDS[language].pairs[template] ?? template;
  let next = 0;
  return values.length ? text.replace(/\{(\d*)\}/g, (_, place) => values[place || next++]) : text;
}

export function percent(share) {
  return say("{} %", number(100 * share, 1));
}

// A number with a fixed number of decimals and a true minus sign.
export function number(value, decimals = 2) {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

// The same with a plus sign, for what is added.
export function signed(value, decimals = 2) {
  const text = number(value, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}

// A number that is added to what stands before it.
export function added(value, decimals = 2) {
  const text = signed(value, decimals);
  return Number(text) === 0 ? `+ ${text}` : `${text[0]} ${text.slice(1)}`;
}

export function count(value) {
  return value.toLocaleString(language);
}

// Have a function called whenever the language changes, and now.
export function inWords(redraw) {
  redraws.push(redraw);
  redraw();
}

// What the page has from the start: texts (data-say), and names for whoever listens.
function fill() {
  document.documentElement.lang = WORDS[language].html;
  for (const element of document.querySelectorAll("[data-say]")) {
    element.dataset.say ||= element.textContent;
    element.textContent = say(element.dataset.say);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
}

export function startWords() {
  const choice = by("language");
  choice.append(...Object.entries(WORDS).map(([code, { name }]) => new Option(name, code)));
  choice.value = language;
  choice.addEventListener("change", () => {
    speak(choice.value);
  });
  inWords(fill);
}
