// The blocks of a page: as they are printed, changed, run, and what comes of them.

import { editor } from "./editor.js";
import { keep } from "./keep.js";
import { came, copier, shown } from "./shown.js";
import { button, element } from "../shared/elements.js";
import { ask, tell } from "../shared/server.js";
import { say } from "../shared/words.js";

const own = crypto.randomUUID().replaceAll("-", "").slice(0, 20);  // this tab's name
const SLOW = 1000;  // ms after which a block says how long it has been running
const WANTED = /\.SGD\([^,()]+,\s*(?:epochs=)?(\d+)/;  // how many epochs a block learns
const DONE = /^(?:Epoch|第) (\d+)/gm;  // what is printed after each

// The source of a block as it is printed.
export function printed(pre) {
  const copy = pre.cloneNode(true);
  copy.querySelectorAll("b, samp").forEach((each) => each.remove());
  return copy.textContent.replace(/\n+$/, "");
}

// Make every block in a place one that runs; kept: what was typed before, by its name.
export function liven(place, page, kept) {
  const tab = `${own}_${page.replace(/\W/g, "_")}`.slice(0, 40);
  let count = 0;
  let busy = false;
  let stopped = false;
  const blocks = [...place.querySelectorAll(".block")].map((box) => (
    box.dataset.run ? command(box) : made(box)));

  // A program that runs by itself, in the place of what one would type.
  function command(box) {
    const pre = element("pre");
    const block = { box, pre, code: box.dataset.run, number: null, area: null };
    block.run = button(box.dataset.label, () => run(block), "run");
    block.came = element("div", "came");
    box.append(element("div", "buttons", block.run), block.came);
    return block;
  }

  function made(box) {
    const pre = box.querySelector("pre");
    const code = printed(pre);
    const number = count;
    count += 1;
    const block = { box, pre, code, number, area: null, ran: false, started: false };
    block.run = button(say("Run"), () => run(block), "run");
    block.change = button(say("Change"), () => open(block, code).focus());
    block.back = button(say("As it was"), () => close(block));
    block.came = element("div", "came");
    block.came.setAttribute("aria-live", "polite");
    block.buttons = element("div", "buttons", block.run, block.change, block.back,
      copier(() => block.area?.value ?? code));
    block.run.setAttribute("aria-label", say("Run block {}", number + 1));
    block.change.setAttribute("aria-label", say("Change block {}", number + 1));
    block.back.hidden = true;
    pre.addEventListener("dblclick", () => open(block, code).focus());
    box.append(block.buttons, block.came);
    const before = kept[`block ${number}`];
    if (before) open(block, before);
    return block;
  }

  // Show the editor in the place of what is printed.
  function open(block, text) {
    if (block.area) return block.area;
    const label = say("Block {}, to be changed and run", block.number + 1);
    const { box, area, refit } = editor(text, label, () => run(block));
    area.addEventListener("input", () => {
      keep(page, `block ${block.number}`, area.value === block.code ? "" : area.value);
    });
    Object.assign(block, { area, editor: box });
    block.pre.hidden = true;
    block.pre.after(box);
    block.change.hidden = true;
    block.back.hidden = false;
    block.came.replaceChildren();
    requestAnimationFrame(refit);
    return area;
  }

  function close(block) {
    block.editor.remove();
    block.area = null;
    block.pre.hidden = block.change.hidden = false;
    block.back.hidden = true;
    block.change.focus();
    forget(block);
    keep(page, `block ${block.number}`, "");
  }

  // Nothing has come of it yet.
  function forget(block) {
    block.ran = false;
    block.came.replaceChildren();
    block.pre.querySelectorAll("samp").forEach((samp) => samp.classList.remove("told", "same"));
  }

  // Show what came of a statement: in its place where that is as it is printed.
  function place_(block, told, index) {
    const samp = block.area ? null : block.pre.querySelectorAll("samp")[index];
    samp?.classList.add("told");
    samp?.classList.toggle("same", told.same);
    if (samp && told.same && !told.picture) return;
    block.came.append(...shown(samp ? { ...told, wanted: "" } : told));
  }

  async function runOne(block) {
    forget(block);
    block.started = true;
    block.run.textContent = say("Stop");
    block.run.classList.add("stop");
    const status = element("p", "note", say("It runs …"));
    const live = element("pre", "new live");
    const bar = element("progress");
    const begun = Date.now();
    const source = block.area?.value ?? block.code;
    const epochs = source.match(WANTED)?.[1];
    const all = [];
    let end = null;
    const clock = setInterval(() => {
      const seconds = Math.round((Date.now() - begun) / 1000);
      if (Date.now() - begun < SLOW) return;
      if (!bar.isConnected) status.after(bar);
      status.textContent = say("It runs: {} s", seconds);
    }, 500);
    bar.setAttribute("aria-label", say("It runs …"));
    live.hidden = true;
    block.came.append(status, live);
    const heard = (piece) => {
      if ("printed" in piece) {
        live.hidden = false;
        live.append(piece.printed);
        const done = epochs && [...piece.printed.matchAll(DONE)].at(-1);
        if (done) Object.assign(bar, { max: epochs, value: Number(done[1]) + 1 });
      } else if ("told" in piece) {
        all.push(piece.told);
        live.replaceChildren();
        live.hidden = true;
        place_(block, piece.told, all.length - 1);
        block.came.append(status, live);
      } else {
        end = piece;
      }
    };
    try {
      await ask("run", { tab, page, block: block.number, source }, heard);
    } catch (error) {
      end = { ended: true, why: error.message };
    }
    clearInterval(clock);
    bar.remove();
    status.remove();
    if (end && live.textContent) live.classList.remove("live");
    else live.remove();
    block.run.textContent = block.box.dataset.label ?? say("Run");
    block.run.classList.remove("stop");
    return finish(block, all, end);
  }

  function finish(block, all, end) {
    const failed = all.some((told) => told.error && !told.same);
    if (end) {
      const words = say("Stopped. What it knew is gone; the next run begins at the top.");
      block.came.append(...[end.why, words].filter(Boolean).map((each) => element("p", "note", each)));
      for (const each of blocks) each.ran = each.started = false;
      return false;
    }
    block.ran = true;
    if (!block.came.children.length && block.area) block.came.append(...came("", "✓", "same"));
    if (block.area && !failed && all.some((told) => told.edited) && !all.every((told) => told.same)) {
      block.came.append(element("p", "note", say("You changed it: that is fine.")));
    }
    block.box.classList.toggle("done", !block.area);
    return !failed;
  }

  // Run a block, and before it those above that have not run.
  async function run(block) {
    if (busy) {
      stopped = true;
      await ask("stop", { tab });
      return;
    }
    busy = true;
    stopped = false;
    try {
      const before = block.number === null ? [] : blocks.slice(0, blocks.indexOf(block));
      for (const above of before) {
        if (above.ran || above.box.classList.contains("long")) continue;
        if (!await runOne(above) || stopped) return;
      }
      await runOne(block);
    } finally {
      busy = false;
    }
  }

  return {
    // End what this page's Python does, when the page is left.
    leave() {
      if (blocks.some((block) => block.started)) tell("stop", { tab });
    },
    async anew() {
      await ask("stop", { tab });
      blocks.forEach(forget);
    },
  };
}
