// A sheet to draw a digit on, by mouse, pen, finger or keyboard, or to lay a
// photo on. Strokes are lists of points [x, y] from 0 to 1.

const PEN = 0.075;  // width of a line: about an eighth of a digit's height
const SIDE = 112;  // pixels of the sheet that is sent: four for each of MNIST's
const PHOTO = 240;  // longer side of the photo that is sent
const STEP = 0.025;  // of an arrow key

function paint(context, side, strokes, colour) {
  context.strokeStyle = colour;
  context.lineWidth = PEN * side;
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

// The grey levels of a drawing context, 0 black to 255 white.
function greys(context) {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let place = 0; place < grey.length; place++) {
    const [red, green, blue] = data.subarray(4 * place, 4 * place + 3);
    grey[place] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return grey;
}

export class Sheet {
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.changed = changed;
    this.small = blank(SIDE, SIDE);
    this.pen = { x: 0.5, y: 0.3, down: false };  // of the keyboard
    this.clear();
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.go(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => { this.pointer = null; });
    }
    canvas.addEventListener("keydown", (event) => this.key(event));
    for (const way of ["focus", "blur"]) canvas.addEventListener(way, () => this.draw());
  }

  get empty() {
    return !this.strokes.length && !this.photo;
  }

  // What is on the sheet, to be sent.
  question() {
    if (this.photo) {
      const { width, height } = this.photo.canvas;
      return { photo: true, width, height, grey: greys(this.photo) };
    }
    this.small.clearRect(0, 0, SIDE, SIDE);
    paint(this.small, SIDE, this.strokes, "white");
    const { data } = this.small.getImageData(0, 0, SIDE, SIDE);
    const grey = new Uint8Array(SIDE * SIDE);
    for (let place = 0; place < grey.length; place++) grey[place] = data[4 * place + 3];
    return { photo: false, width: SIDE, height: SIDE, grey };
  }

  clear() {
    this.strokes = [];
    this.photo = null;
    this.pen.down = false;
    this.update();
  }

  undo() {
    if (this.photo) this.photo = null;
    else this.strokes.pop();
    this.pen.down = false;
    this.update();
  }

  // Lay a picture on the sheet, an ImageBitmap.
  lay(picture) {
    this.strokes = [];
    const scale = Math.min(1, PHOTO / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    this.photo = blank(width, height);
    this.photo.fillStyle = "white";  // behind what is transparent
    this.photo.fillRect(0, 0, width, height);
    this.photo.imageSmoothingQuality = "high";
    this.photo.drawImage(picture, 0, 0, width, height);
    this.update();
  }

  begin(event) {
    if (event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.start(this.place(event));
  }

  go(event) {
    if (this.pointer !== event.pointerId) return;
    const passed = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    const points = (passed.length ? passed : [event]).map((each) => this.place(each));
    this.strokes[this.strokes.length - 1].push(...points);
    this.update();
  }

  start(point) {
    this.photo = null;
    this.strokes.push([point]);
    this.update();
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  key(event) {
    const way = {
      ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP],
    }[event.key];
    const pen = this.pen;
    if (way) {
      pen.x = Math.min(1, Math.max(0, pen.x + way[0]));
      pen.y = Math.min(1, Math.max(0, pen.y + way[1]));
      if (pen.down) this.strokes[this.strokes.length - 1].push([pen.x, pen.y]);
      this.update();
    } else if (event.key === " ") {
      pen.down = !pen.down;
      if (pen.down) this.start([pen.x, pen.y]);
      else this.draw();
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
    if (this.photo) {
      const { width, height } = this.photo.canvas;
      const scale = side / Math.max(width, height);
      const [w, h] = [width * scale, height * scale];
      context.drawImage(this.photo.canvas, (side - w) / 2, (side - h) / 2, w, h);
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
