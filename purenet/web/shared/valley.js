// A figure: a ball goes downhill in a valley over two variables, step by step.

import { button, element, svg } from "./elements.js";
import { number, say } from "./words.js";

const [WIDE, HIGH, SCALE] = [460, 300, 100];  // px, and px to a unit
const START = [-1.8, 1.6];
const HEIGHTS = [0.25, 1, 2.25, 4, 6.25, 9];
const height = ([v1, v2]) => v1 ** 2 / 2 + 2 * v2 ** 2;
const gradient = ([v1, v2]) => [v1, 4 * v2];
const x = (v1) => WIDE / 2 + SCALE * v1;
const y = (v2) => HIGH / 2 - SCALE * v2 * 0.75;

function picture(way) {
  const points = way.map((v) => `${x(v[0])},${y(v[1])}`).join(" ");
  const [end] = way.slice(-1);
  return svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": say("The way of the ball") },
    ...HEIGHTS.map((c) => svg("ellipse", { cx: x(0), cy: y(0), rx: SCALE * Math.sqrt(2 * c),
      ry: SCALE * 0.75 * Math.sqrt(c / 2), class: "grid", fill: "none" })),
    svg("polyline", { points, class: "curve" }),
    ...way.map((v) => svg("circle", { cx: x(v[0]), cy: y(v[1]), r: 3, class: "end" })),
    svg("circle", { cx: x(end[0]), cy: y(end[1]), r: 8, class: "end point" }));
}

export function figure(place) {
  let way = [START];
  const drawn = element("div", "valley");
  const eta = element("input");
  const told = element("p", "formula");
  const rate = element("output");
  Object.assign(eta, { type: "range", min: 0.05, max: 0.55, step: 0.05, value: 0.4 });
  eta.setAttribute("aria-label", say("Learning rate η"));
  told.setAttribute("role", "status");
  const show = () => {
    const v = way.at(-1);
    const slope = gradient(v);
    drawn.replaceChildren(picture(way));
    rate.textContent = number(Number(eta.value));
    told.textContent = `v = (${v.map((each) => number(each)).join(", ")}), C = ${number(height(v))}, ∇C = (${slope.map((each) => number(each)).join(", ")})`;
  };
  const step = () => {
    const v = way.at(-1);
    const next = gradient(v).map((slope, j) => v[j] - Number(eta.value) * slope);
    if (Math.abs(next[0]) < 9 && Math.abs(next[1]) < 9) way.push(next);
    show();
  };
  const afresh = (from) => { way = [from]; show(); };
  eta.addEventListener("input", show);
  drawn.addEventListener("click", (event) => {
    const box = drawn.getBoundingClientRect();
    const [left, down] = [event.clientX - box.left, event.clientY - box.top].map((each) => each * WIDE / box.width);
    afresh([(left - WIDE / 2) / SCALE, (HIGH / 2 - down) / SCALE / 0.75]);
  });
  place.append(element("p", "note", say("Each step is −η ∇C. Click where the ball is to begin; with η above 0.5 it climbs.")),
    drawn, told,
    element("div", "sliders", element("label", "", element("span", "", "η"), eta, rate)),
    element("div", "buttons", button(say("One step"), step, "main"), button(say("Start afresh"), () => afresh(START))));
  show();
}
