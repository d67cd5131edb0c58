// The network drawn: what it sees, the neurons that do most for an output, as thick as
// they do it, the ten outputs; and on demand all its neurons.

import { address, bench, draws, go, view } from "./bench.js";
import { button, by, element, put, svg } from "../shared/elements.js";
import { TOP } from "./look.js";
import { paintDigit, paintWeights } from "./pictures.js";
import { added, number, say, signed } from "../shared/words.js";

const THICK = 8;  // ways how thick a line is
const blank = new Uint8Array(784);

// What is drawn only where it has changed: a canvas and what it shows.
const painted = new WeakMap();
function weights(canvas, row, most) {
  if (painted.get(canvas) === row) return;
  painted.set(canvas, row);
  paintWeights(canvas, row, most);
}

function tile() {
  const canvas = element("canvas");
  const made = element("a", "tile", canvas, element("span", "name"), element("span", "effect"));
  canvas.width = canvas.height = 28;
  return made;
}

// Show a hidden neuron in a tile: its weights, its activation, what it does.
function fill(made, j) {
  const { look } = bench;
  const deep = look.sizes.length > 3;
  const a = look.hidden?.[j] || 0;
  const effect = look.spoken?.effects[j];
  if (deep) weights(made.firstChild, blank, 1);
  else weights(made.firstChild, look.rows[j], look.most);
  if (deep) made.removeAttribute("href");
  else made.href = address({ neuron: j + 1 });
  made.style.setProperty("--a", a.toFixed(2));
  put(made.children[1], j + 1);
  put(made.lastChild, effect === undefined ? "" : signed(effect, 1));
  made.classList.toggle("against", effect < 0);
  made.classList.toggle("here", view().neuron === j + 1);
  made.classList.toggle("turned", String(j) in (bench.state.turned || {}));
  const name = effect === undefined ? say("Hidden neuron {}", j + 1)
    : say("Hidden neuron {}, activation {}, it does {} for {}", j + 1, number(a), signed(effect, 1), look.spoken.output);
  if (made.title !== name) made.title = name;
}

function many(place, count, make) {
  while (place.children.length > count) place.lastChild.remove();
  while (place.children.length < count) place.append(make());
  return [...place.children];
}

const middle = (place, count) => (place + 0.5) * 100 / count;

// Room for lines, one path for all that are as thick and of one colour: the paths stay,
// as making some hundred lines anew takes longer than to calculate an answer.
function ways(className) {
  const view = { viewBox: "0 0 100 100", preserveAspectRatio: "none", class: `ways ${className}`, "aria-hidden": true };
  return svg("svg", view, ...["for", "against"].flatMap((sign) => Array.from({ length: THICK }, (_, k) => svg("path", {
    class: sign, "stroke-width": 0.5 + 6.5 * (k + 1) / THICK, "stroke-opacity": 0.2 + 0.8 * (k + 1) / THICK,
  }))));
}

// Draw lines: from a height at the left to one at the right, as thick as their size.
function lines(place, each) {
  const largest = Math.max(0.01, ...each.map(([, , size]) => Math.abs(size)));
  const drawn = Array(2 * THICK).fill("");
  for (const [from, to, size] of each) {
    const thick = Math.round(THICK * Math.abs(size) / largest);
    if (thick) drawn[thick - 1 + (size < 0 ? THICK : 0)] += `M0 ${from}L100 ${to}`;
  }
  drawn.forEach((d, k) => place.children[k].setAttribute("d", d));
}

function showLines(top) {
  const { hidden, spoken } = bench.look;
  lines(by("top").previousElementSibling, !spoken ? [] : top.map(([j], place) => [50, middle(place, top.length), hidden[j]]));
  lines(by("top").nextElementSibling, !spoken ? [] : top.flatMap(([, effects], place) => effects.map((effect, k) =>
    [middle(place, top.length), middle(k, 10), k === spoken.output ? effect : effect / 2])));
}

function show() {
  const { look } = bench;
  if (!look.sizes) return;
  const few = look.sizes.length === 2;
  const count = look.sizes.at(-2);
  const top = few ? [] : look.spoken?.top || [...Array(Math.min(TOP, count)).keys()].map((j) => [j, []]);
  by("picture").classList.toggle("few", few);
  many(by("top"), top.length, tile).forEach((each, place) => fill(each, top[place][0]));
  showLines(top);
  showInks();
  by("all").hidden = few;
  put(by("all"), by("tiles").hidden ? say("All {} neurons", count) : say("These {} only", TOP));
  many(by("tiles"), by("tiles").hidden || few ? 0 : count, tile).forEach(fill);
  const { spoken } = look;
  const name = look.sizes.join("-");
  put(by("network-title"), spoken ? say("{}: what speaks for {}?", name, spoken.output) : say("The network, {}", name));
  put(by("sum"), !spoken ? say("Draw a digit, and see which neurons decide. Click one, and turn it.")
    : few ? say("The pixels go straight to the outputs: there are no hidden neurons.")
      : say("All {} neurons: Σ w a + b = {} {} = {}, and σ(z) = {}", count, number(spoken.sum), added(spoken.bias),
        number(spoken.sum + spoken.bias), number(look.outputs[spoken.output])));
}

function showOutputs() {
  const { outputs, best } = bench.look;
  const chosen = view().output;
  many(by("outputs"), 10, output).forEach((made, digit) => {
    const value = outputs ? outputs[digit] : 0;
    made.style.setProperty("--a", value.toFixed(2));
    put(made.lastChild, outputs ? number(value) : "");
    made.classList.toggle("best", digit === best);
    made.setAttribute("aria-pressed", String(digit === chosen));
  });
}

function output() {
  const digit = by("outputs").children.length;
  const made = button(element("b", "", digit), () => go({ output: view().output === digit ? null : digit }), "output");
  made.append(element("span", "bar"), element("span", "value"));
  return made;
}

// The digit, and which of its pixels speak.
function showInks() {
  const { seen, pixels, spoken } = bench.look;
  paintDigit(by("seen"), seen ?? blank);
  paintWeights(by("ink"), pixels?.ink ?? blank);
  paintWeights(by("paper"), pixels?.paper ?? blank);
  put(by("ink-name"), spoken ? say("its ink: for {} or against", spoken.output) : "");
  put(by("paper-name"), spoken ? say("more ink here would help {} or harm", spoken.output) : "");
}

export function startNetwork() {
  by("top").before(ways("in"));
  by("top").after(ways("out"));
  by("all").addEventListener("click", () => {
    by("tiles").hidden = !by("tiles").hidden;
    by("all").setAttribute("aria-expanded", String(!by("tiles").hidden));
    show();
  });
  draws("answer", showOutputs);
  draws("look", show);
}
