// The source beside the text: a module opens there, and one goes from name to name.

import { liven } from "./blocks.js";
import { by, button, element } from "../shared/elements.js";
import { say } from "../shared/words.js";

let runs = null;  // its blocks
let trail = [];  // the addresses gone through

export function isSource(address) {
  return /\/source\/[\w/]+\.html$/.test(address.pathname);
}

export function closeBeside() {
  runs?.leave();
  runs = null;
  trail = [];
  const place = by("beside");
  place.hidden = true;
  place.replaceChildren();
  document.body.classList.remove("two");
}

async function load(address, live) {
  const response = await fetch(address);
  const there = new DOMParser().parseFromString(await response.text(), "text/html");
  const text = there.querySelector("article");
  for (const link of text.querySelectorAll("a[href]")) {  // from where the module is
    link.href = new URL(link.getAttribute("href"), address);
  }
  const place = by("beside");
  const opener = document.activeElement;
  const bar = element("div", "buttons");
  if (trail.length > 1) bar.append(button(say("Back"), () => openBeside(trail[trail.length - 2], live, true)));
  const whole = element("a", "button", say("As a page"));
  whole.href = address;
  whole.dataset.whole = "yes";
  bar.append(whole, button(say("Close"), () => {
    closeBeside();
    opener?.focus?.();
  }));
  place.replaceChildren(bar, text);
  place.hidden = false;
  place.setAttribute("aria-label", text.querySelector("h1").textContent);
  document.body.classList.add("two");
  const name = there.documentElement.dataset.page;
  runs?.leave();
  runs = live ? liven(text, name, {}) : null;
}

// Show a module, at the definition that the address names.
export async function openBeside(address, live, back = false) {
  if (back) trail.pop();
  else if (trail.at(-1)?.href !== address.href) trail.push(address);
  const place = by("beside");
  const before = trail.at(back ? -1 : -2);
  const same = !place.hidden && !back && before && before.pathname === address.pathname;
  if (!same) await load(address, live);
  const at = address.hash ? place.querySelector(`[id="${address.hash.slice(1)}"]`) : null;
  place.querySelectorAll(".found").forEach((each) => each.classList.remove("found"));
  if (at) {
    at.classList.add("found");
    at.scrollIntoView({ block: "start" });
  } else {
    place.scrollTop = 0;
  }
  place.querySelector("button").focus({ preventScroll: true });
}

export function leaveBeside() {
  runs?.leave();
}
