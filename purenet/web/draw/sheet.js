// A sheet to draw a digit on, by mouse, pen, finger or keyboard, or to lay a
// photo on. Strokes are lists of points [x, y] from 0 to 1.

import { reduced } from "./photo.js";
import { fromBase64, toBase64 } from "../shared/server.js";

const PEN = 0.075;  // width of a line: about an eighth of a digit's height
const SIDE = 112;  // pixels of the sheet that is sent
// A digit as MNIST has it, as purenet/photos/scan.py makes one of a photo: fitted into 20
// of 28 pixels, no pen thinner than so many, the ink's centre at the middle.
const [PIXELS, BOX, THIN, MIDDLE] = [28, 20, 1.9, 14];
const [UNDONE, MOST] = [2, 400];  // sheets and marks that undo can bring back
const STEP = 0.025;  // of an arrow key

function paint(context, side, strokes, colour, pen = PEN) {
  context.strokeStyle = colour;
  context.lineWidth = pen * side;
  context.lineCap = context.lineJoin = "round";
  for (const points of strokes) {
    context.beginPath();
    context.moveTo(points[0][0] * side, points[0][1] * side);
    points.forEach(([x, y], place) => {  // round the corners, as a hand does
      const [u, v] = points[place + 1] || [x + 1e-4, y];
      context.quadraticCurveTo(x * side, y * side, (x + u) / 2 * side, (y + v) / 2 * side);
    });
    context.stroke();
  }
}

function blank(width, height) {
  const canvas = new OffscreenCanvas(width, height);
  return canvas.getContext("2d", { willReadFrequently: true });
}

// How much is drawn at each place, 0 to 255.
function inked(context) {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  return Uint8Array.from({ length: width * height }, (_, place) => data[4 * place + 3]);
}

// A digit, so wide and high at the top left, moved to where its ink is in the middle.
function centred(grey, wide, high) {
  let [mass, right, down] = [0, 0, 0];
  grey.forEach((level, place) => {
    mass += level;
    right += level * (place % PIXELS);
    down += level * Math.floor(place / PIXELS);
  });
  if (!mass) return null;
  const [x, y] = [[right, wide], [down, high]].map(([sum, size]) =>
    Math.min(Math.max(0, Math.round(MIDDLE - sum / mass)), PIXELS - size));
  const made = new Uint8Array(grey.length);
  made.set(grey.subarray(0, grey.length - PIXELS * y - x), PIXELS * y + x);
  return made;
}

// A photo's grey levels as a picture to be drawn.
const pictures = new WeakMap();
function picture(photo) {
  if (!pictures.has(photo)) {
    const { width, height } = photo;
    const context = blank(width, height);
    const image = context.createImageData(width, height);
    new Uint32Array(image.data.buffer).set(Uint32Array.from(fromBase64(photo.grey), (level) => 0xff000000 + 0x10101 * level));
    context.putImageData(image, 0, 0);
    pictures.set(photo, context.canvas);
  }
  return pictures.get(photo);
}

export class Sheet {
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.changed = changed;
    this.small = blank(SIDE, SIDE);
    this.tiny = blank(PIXELS, PIXELS);
    this.pen = { x: 0.5, y: 0.3, down: false };  // of the keyboard
    this.pointer = null;  // the one that draws
    this.marks = [];  // what was done: strokes, photos, and null where it was cleared
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.go(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => this.end());
    }
    canvas.addEventListener("keydown", (event) => this.key(event));
    for (const way of ["focus", "blur"]) canvas.addEventListener(way, () => this.draw());
    this.draw();
  }

  // Where a photo was laid or all was cleared: what is before is covered.
  covers() {
    return this.marks.map((mark, place) => (mark?.stroke ? -1 : place)).filter((place) => place >= 0);
  }

  get photo() {
    return this.marks[this.covers().pop()]?.photo;
  }

  get strokes() {
    return this.marks.slice((this.covers().pop() ?? -1) + 1).map((mark) => mark.stroke);
  }

  get empty() {
    return !this.photo && !this.strokes.length;
  }

  get busy() {
    return this.pointer !== null;
  }

  // What is on the sheet, to be sent.
  question() {
    const { photo } = this;
    if (photo) return { photo: true, ...photo };
    this.small.clearRect(0, 0, SIDE, SIDE);
    paint(this.small, SIDE, this.strokes, "white");
    return { photo: false, width: SIDE, height: SIDE, grey: toBase64(inked(this.small)) };
  }

  // What is drawn as one digit of 28 x 28, or null without ink; a photo is the program's.
  digit() {
    const points = this.photo ? [] : this.strokes.flat();
    const ends = [0, 1].map((way) => {
      const all = points.map((point) => point[way]);
      return [Math.min(...all), Math.max(...all)];
    });
    const pen = Math.max(PEN, Math.max(...ends.map(([from, to]) => to - from)) * THIN / (BOX - THIN));
    const [[left, right], [top, bottom]] = ends.map(([from, to]) => [Math.max(0, from - pen / 2), Math.min(1, to + pen / 2)]);
    const [wide, high] = [right - left, bottom - top];
    if (!(wide > 0 && high > 0)) return null;
    const { tiny } = this;
    const scale = BOX / Math.max(wide, high);
    tiny.save();
    tiny.clearRect(0, 0, PIXELS, PIXELS);
    tiny.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    tiny.beginPath();
    tiny.rect(left, top, wide, high);
    tiny.clip();
    paint(tiny, 1, this.strokes, "white", pen);
    tiny.restore();
    return centred(inked(tiny), Math.round(wide * scale), Math.round(high * scale));
  }

  // What is kept of it: what is seen, and what undo can bring back.
  kept() {
    const covers = this.covers();
    this.marks = this.marks.slice(covers[covers.length - UNDONE] ?? 0).slice(-MOST);
    return this.marks;
  }

  clear() {
    if (!this.empty) this.mark(null);
  }

  undo() {
    this.marks.pop();
    this.pen.down = false;
    this.update();
  }

  mark(what) {
    this.marks.push(what);
    this.pen.down = false;
    this.update();
  }

  // Have what was kept, and say nothing of it.
  lay(marks) {
    this.marks = marks;
    this.draw();
  }

  // Lay a picture on the sheet, an ImageBitmap.
  layPhoto(bitmap, jpeg = false) {
    const name = Math.random().toString(36).slice(2);  // under which it is known
    const photo = { name, ...reduced(bitmap, jpeg) };
    picture(photo);  // what cannot be drawn is not laid
    this.mark({ photo });
  }

  begin(event) {
    if (event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.start(this.place(event));
  }

  end() {
    this.pointer = null;
    this.changed();
  }

  go(event) {
    if (this.pointer !== event.pointerId || !this.marks.at(-1)?.stroke) return;
    const passed = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    const points = (passed.length ? passed : [event]).map((each) => this.place(each));
    this.marks.at(-1).stroke.push(...points);
    this.update();
  }

  start(point) {
    if (this.photo) this.marks.push(null);
    this.marks.push({ stroke: [point] });
    this.update();
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    return at.map((share) => Math.round(1e4 * share) / 1e4);  // as it is kept
  }

  key(event) {
    const way = {
      ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP],
    }[event.key];
    const pen = this.pen;
    if (way) {
      pen.x = Math.min(1, Math.max(0, pen.x + way[0]));
      pen.y = Math.min(1, Math.max(0, pen.y + way[1]));
      if (pen.down) this.marks.at(-1)?.stroke?.push([pen.x, pen.y]);
      this.update();
    } else if (event.key === " ") {
      pen.down = !pen.down;
      if (pen.down) this.start([pen.x, pen.y]);
      else this.update();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.clear();
    } else if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
      this.undo();
    } else {
      return;
    }
    event.preventDefault();
  }

  update() {
    this.draw();
    this.changed();
  }

  draw() {
    const side = this.canvas.width;
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, side, side);
    const { photo } = this;
    if (photo) {
      const scale = side / Math.max(photo.width, photo.height);
      const [w, h] = [photo.width * scale, photo.height * scale];
      context.drawImage(picture(photo), (side - w) / 2, (side - h) / 2, w, h);
    }
    paint(context, side, this.strokes, "black");
    if (this.canvas.matches(":focus-visible")) this.drawPen(context, side);
  }

  drawPen(context, side) {
    context.beginPath();
    context.arc(this.pen.x * side, this.pen.y * side, (PEN * side) / 2, 0, 2 * Math.PI);
    context.lineWidth = 4;
    context.strokeStyle = this.pen.down ? "#bc4c00" : "#0a5dc2";
    context.stroke();
  }
}
