// The learning curves, epoch by epoch: digits read right, and below them the cost.
// What was learned from is drawn thin: where it goes on without the test digits,
// the network learns by heart.

import { element, svg, words } from "../shared/elements.js";
import { count, number, say } from "../shared/words.js";

const HEIGHT = 142;
const [LEFT, TOP, BOTTOM] = [50, 26, 108];  // of the axes
const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

// The columns of a point: [epochs, right of the test, of those learned from, costs].
const [TEST, KNOWN, COST, KNOWN_COST] = [1, 2, 3, 4];
const up = (share) => BOTTOM - share * (BOTTOM - TOP);

// ticks: how high each is, from 0 to 1, and what stands there.
function axes(right, most, across, title, ticks) {
  const parts = [words(4, 14, "start", title)];
  for (const [share, text] of ticks) {
    const y = up(share);
    parts.push(svg("line", { x1: LEFT, x2: right, y1: y, y2: y, class: "grid" }));
    parts.push(words(LEFT - 6, y + 4, "end", text));
  }
  const step = STEPS.find((each) => across(each) - LEFT >= 44) || most;
  for (let x = 0; x <= most + 1e-9; x += step) {
    parts.push(words(across(x), BOTTOM + 18, "middle", number(x, step < 1 ? 1 : 0)));
  }
  parts.push(words(right, BOTTOM + 32, "end", say("epochs")));
  return parts;
}

function curve(run, kind, across, column, most = 1) {
  const points = run.points.map((point) => [across(point[0]), up(Math.min(1, point[column] / most))]);
  const [x, y] = points[points.length - 1];
  const line = svg("polyline", { points: points.join(" "), class: `curve ${kind}` });
  return kind.includes("known") ? [line] : [line, svg("circle", { cx: x, cy: y, r: 4, class: `end ${kind}` })];
}

function inWords(run, kind) {
  return say("{}: η = {}, {}, {} images", kind === "now" ? say("this run") : say("the run before"),
    run.etas.join(" → "), run.sizes.join("-"), count(run.settings.images));
}

function legend(kind, text) {
  const line = svg("line", { x1: 0, x2: 36, y1: 6, y2: 6, class: `curve ${kind}` });
  return element("li", "", svg("svg", { viewBox: "0 0 36 12" }, line), text);
}

// The cost of the present run: of the test digits, and thin of those learned from.
function costs(run, right, most, across) {
  const highest = Math.min(2, Math.max(...run.points.map((point) => Math.max(point[COST], point[KNOWN_COST])))) || 0.1;
  const step = STEPS.find((each) => 4 * each >= highest);
  const count_ = Math.ceil(highest / step);
  const top = count_ * step;
  const title = say("Cost of a digit, |y − a|² / 2");
  const view = { viewBox: `0 0 ${right + 12} ${HEIGHT}`, role: "img", "aria-label": title };
  const ticks = Array.from({ length: count_ + 1 }, (_, k) => [k / count_, number(k * step, step < 0.1 ? 2 : 1)]);
  return svg("svg", view, ...axes(right, most, across, title, ticks),
    ...curve(run, "known", across, KNOWN_COST, top), ...curve(run, "now", across, COST, top));
}

// Draw up to two runs, the last of them the present one.
export function drawChart(place, key, runs) {
  const right = (place.clientWidth || 640) - 12;
  const most = Math.max(1, ...runs.flatMap((run) => run.points.map(([x]) => x)));
  const across = (x) => LEFT + (x / most) * (right - LEFT);
  const kinds = runs.map((_, index) => (index === runs.length - 1 ? "now" : "before"));
  const title = say("Test digits read right");
  const view = { viewBox: `0 0 ${right + 12} ${HEIGHT}`, role: "img", "aria-label": title };
  const last = runs[runs.length - 1];
  const parts = axes(right, most, across, title, [[0, say("{} %", 0)], [0.5, say("{} %", 50)], [1, say("{} %", 100)]]);
  if (last) parts.push(...curve(last, "known", across, KNOWN));
  parts.push(...runs.flatMap((run, index) => curve(run, kinds[index], across, TEST)));
  const charts = [svg("svg", view, ...parts)];
  if (last) charts.push(costs(last, right, most, across));
  place.replaceChildren(...charts);
  key.replaceChildren(...runs.map((run, index) => legend(kinds[index], inWords(run, kinds[index]))),
    ...(last ? [legend("known", say("thin: the first 500 of the digits that are learned from"))] : []));
}
