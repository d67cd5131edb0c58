// A box to write Python in: prompts beside it, indentation, brackets in pairs.

import { element } from "../shared/elements.js";

const PAIRS = { "(": ")", "[": "]", "{": "}", '"': '"', "'": "'" };
const GOES_ON = /^(\s|$|else\b|elif\b|except\b|finally\b|[)\]}])/;

// How deep the brackets are after a line, strings and comments left out.
function depth(line, before) {
  const code = line.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#.*/g, "");
  for (const letter of code) {
    if ("([{".includes(letter)) before += 1;
    if (")]}".includes(letter)) before -= 1;
  }
  return before;
}

// The prompt of each line: >>> where a statement begins, ... where it goes on.
export function prompts(source) {
  let open = 0;
  let decorated = false;
  return source.split("\n").map((line, index) => {
    const goesOn = index > 0 && (open > 0 || decorated || GOES_ON.test(line));
    decorated = line.startsWith("@");
    open = Math.max(0, depth(line, open));
    return goesOn ? "..." : ">>>";
  });
}

function insert(area, text, back = 0) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.selectionStart = area.selectionEnd -= back;
  area.dispatchEvent(new Event("input"));
}

// Set the lines of the selection in by four places, or out.
function shift(area, out) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const first = value.lastIndexOf("\n", start - 1) + 1;
  const lines = value.slice(first, end).split("\n");
  const moved = lines.map((line) => out ? line.replace(/^ {1,4}/, "") : `    ${line}`);
  area.setRangeText(moved.join("\n"), first, end, "end");
  const change = moved[0].length - lines[0].length;
  area.selectionStart = Math.max(first, start + change);
  area.dispatchEvent(new Event("input"));
}

// What stands in the line before the cursor.
const before = (area) => area.value.slice(0, area.selectionStart).split("\n").at(-1);

function newLine(area) {
  const line = before(area);
  const deeper = /[:([{]\s*(#.*)?$/.test(line) ? "    " : "";
  insert(area, `\n${line.match(/^ */)[0]}${deeper}`);
}

// Escape lets the next Tab leave the box, for whoever has no mouse.
function onKey(event, area, run) {
  if (event.isComposing) return;
  const leaving = area.dataset.leaving;
  if (event.key !== "Shift") delete area.dataset.leaving;
  if (event.key === "Escape") {
    area.dataset.leaving = "yes";
  } else if (event.key === "Enter" && (event.shiftKey || event.ctrlKey)) {
    event.preventDefault();
    run();
  } else if (event.key === "Tab" && !leaving) {
    event.preventDefault();
    const many = area.value.slice(area.selectionStart, area.selectionEnd).includes("\n");
    if (event.shiftKey || many) shift(area, event.shiftKey);
    else insert(area, "    ");
  } else if (event.key === "Enter") {
    event.preventDefault();
    newLine(area);
  } else if (event.key === "Backspace" && area.selectionStart === area.selectionEnd) {
    const line = before(area);
    if (line && !line.trim() && line.length % 4 === 0) {
      event.preventDefault();
      area.selectionStart -= 4;
      insert(area, "");
    }
  } else {
    pair(event, area);
  }
}

// An opening bracket brings its partner; a closing one steps over it.
function pair(event, area) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const after = area.value[area.selectionEnd] || "";
  if (area.selectionStart !== area.selectionEnd) return;
  if (Object.values(PAIRS).includes(event.key) && after === event.key) {
    event.preventDefault();
    area.selectionStart = area.selectionEnd += 1;
  } else if (PAIRS[event.key] && !/[\w"']/.test(after)) {
    const before = area.value[area.selectionStart - 1] || "";
    if (PAIRS[event.key] === event.key && /[\w"']/.test(before)) return;
    event.preventDefault();
    insert(area, event.key + PAIRS[event.key], 1);
  }
}

// What is pasted from a session is what was typed there.
export function typed(text) {
  const lines = text.split(/\r?\n/);
  if (!lines.some((line) => line.startsWith(">>> "))) return text;
  return lines.filter((line) => /^(>>>|\.\.\.)( |$)/.test(line))
    .map((line) => line.slice(4)).join("\n");
}

// Return an editor for a source; run: called on Shift-Enter; withPrompts: or without.
export function editor(source, label, run, withPrompts = true) {
  const [beside, area] = [element("pre"), element("textarea")];
  beside.setAttribute("aria-hidden", "true");
  Object.assign(area, { spellcheck: false, autocapitalize: "off", value: source });
  area.setAttribute("autocomplete", "off");
  area.setAttribute("aria-label", label);
  const fit = () => {
    const lines = area.value.split("\n");
    area.rows = lines.length;
    const shown = withPrompts ? prompts(area.value) : lines.map((_, n) => String(n + 1).padStart(3));
    beside.textContent = shown.join("\n");
  };
  area.addEventListener("input", fit);
  area.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text");
    if (typed(text) === text) return;
    event.preventDefault();
    insert(area, typed(text));
  });
  area.addEventListener("keydown", (event) => onKey(event, area, run));
  fit();
  return { box: element("div", "editor", beside, area), area, refit: fit };
}
