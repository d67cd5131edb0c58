// The answer, how sure it is, and of which network; each digit of a row.

import { bench, draws, keep, pick } from "./bench.js";
import { button, by, element, put } from "../shared/elements.js";
import { digitButton } from "./pictures.js";
import { number, percent, say } from "../shared/words.js";

const sign = ({ best, sure }) => ({ sure: `${best}`, unsure: `${best}?`, none: "–" }[sure]);

// How sure a network is of one digit, in words.
function inWords({ outputs, sure, best: answer, rival: next }) {
  const told = say("output {}; next is {} with {}.", number(outputs[answer]), next, number(outputs[next]));
  const doubt = { sure: "", unsure: say("Perhaps {} or {}: the network is not sure.", answer, next), none: say("Not a digit, it seems.") }[sure];
  return doubt ? `${told} ${doubt}` : told;
}

function showAnswer() {
  const { look } = bench;
  const all = look.row || (look.outputs ? [look] : []);
  const lines = new Set(look.row && bench.lines);
  const parts = all.map((digit, place) => (bench.lines?.[place] > bench.lines?.[place - 1] ? "\n" : " ") + sign(digit));
  put(by("answer"), parts.join("").trim());
  by("answer").classList.toggle("doubt", all.some(({ sure }) => sure !== "sure"));
  by("answer").classList.toggle("many", all.length > 2);
  put(by("how-sure"), look.row ? say(lines.size > 1 ? "{} digits, line by line; below is digit {}: {}" : "A row of {} digits; below is digit {}: {}", all.length, bench.piece + 1, inWords(look))
    : look.outputs ? inWords(look) : say("The answer comes here."));
  by("row").hidden = !look.row;
  by("row").replaceChildren(...(look.row || []).map((digit, place) => {
    const made = digitButton(digit.seen, () => pick(place), element("span", "", sign(digit)), element("span", "value", number(digit.outputs[digit.best])));
    made.setAttribute("aria-pressed", String(place === bench.piece));
    made.setAttribute("aria-label", `${sign(digit)} ${number(digit.outputs[digit.best])}`);
    return made;
  }));
}

function showWhich() {
  const { state } = bench;
  const [shipped, own] = by("which").options;
  own.disabled = !state.has_own;
  shipped.textContent = say("as it comes");
  const right = state.runs?.length && state.runs.at(-1).points.at(-1)[1];
  own.textContent = state.has_own ? say("your own: {}", percent(right)) : say("your own");
  if (state.network) by("which").value = state.network;
  const turned = Object.entries(state.turned || {});
  by("turned").replaceChildren(...turned.map(([at, { off }]) => element("li", "",
    say(off ? "Neuron {} is switched off." : "Neuron {} is turned.", Number(at) + 1), " ",
    button(say("As it was"), () => keep({ turn: { neuron: Number(at), back: true } })))));
}

export function startAnswer() {
  by("which").addEventListener("change", () => keep({ network: by("which").value }));
  draws("answer", showAnswer);
  draws("state", showWhich);
}
