// What the page says, in the language of the address (?lang=zh), the one chosen last,
// or the browser's.

import { CHINESE } from "./chinese.js";
import { ENGLISH } from "./english.js";

const WORDS = { en: ENGLISH, zh: CHINESE };
const KEPT = "purenet language";

const redraws = [];
let language = [new URLSearchParams(location.search).get("lang"), localStorage.getItem(KEPT),
  ...(navigator.languages || [navigator.language])]
  .map((name) => (name || "").slice(0, 2)).find((name) => name in WORDS) || "en";

export function spoken() {
  return language;
}

// Words of another page of this program.
export function also(more) {
  for (const [name, words] of Object.entries(more)) Object.assign(WORDS[name], words);
}

// The text of a name, with its {places} filled in.
export function say(name, values = {}) {
  return WORDS[language][name].replace(/\{(\w+)\}/g, (_, place) => values[place]);
}

// What Python found wrong: a code with its values, or a text that has no code.
export function problem({ code, error, text }) {
  const words = text || error || "";
  return say(code in WORDS[language] ? code : "problem", { text: words });
}

export function percent(share) {
  return say("percent", { value: number(100 * share, 1) });
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

export function count(value) {
  return value.toLocaleString(language);
}

// Have a function called whenever the language changes, and now.
export function inWords(redraw) {
  redraws.push(redraw);
  redraw();
}

function fill() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = say(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  const button = document.getElementById("language");
  button.textContent = say("otherLanguage");
  button.lang = language === "zh" ? "en" : "zh-Hans";
}

export function startWords() {
  document.getElementById("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    localStorage.setItem(KEPT, language);
    redraws.forEach((redraw) => redraw());
  });
  inWords(fill);
}
