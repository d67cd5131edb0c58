// A picture as purenet/photos/photo.py reads its file: rows of brightness, no larger
// than need be, so that the answer is the same.

import { toBase64 } from "../shared/server.js";

const [HANDY, MOST_PIXELS, BLANK] = [500_000, 800_000, 250];  // as photo.py and jpeg.py have them
const LEVELS = Array.from({ length: 256 }, (_, level) => level);
const SHARES = [0.299, 0.587, 0.114].map((share) => LEVELS.map((level) => share * level));
const ROUNDED = SHARES.map((levels) => levels.map((level) => Math.floor(level + 0.5)));  // as filters.py has them

// The brightness of a row of pixels on a black ground, and what a white one adds. That
// of a JPEG was stored, and the browser has made colours of it: it is their exact sum.
function light(pixels, jpeg) {
  const [black, more] = [0, 0].map(() => new (jpeg ? Float64Array : Uint8Array)(pixels.length / 4));
  const [red, green, blue] = jpeg ? SHARES : ROUNDED;
  let grey = true;
  for (let at = 0; at < pixels.length && grey; at += 4) {
    grey = pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2];
  }
  for (let at = 0, x = 0; at < pixels.length; at += 4, x++) {
    const level = grey ? pixels[at] : red[pixels[at]] + green[pixels[at + 1]] + blue[pixels[at + 2]];
    black[x] = level * pixels[at + 3] / 255;
    more[x] = 255 - pixels[at + 3];
  }
  return [black, more];
}

// The coarse waves of a JPEG's blocks, as so many pixels across (cosine.py has them).
function waves(side, tile) {
  const wave = (place, of, u) => Math.cos((2 * place + 1) * u * Math.PI / (2 * of));
  return Array.from({ length: side }, (_, x) => Array.from({ length: tile }, (_, k) => {
    let sum = 1;
    for (let u = 1; u < side; u++) sum += 2 * wave(x, side, u) * wave(k, 8, u);
    return sum / tile;
  }));
}

// A picture, an ImageBitmap; jpeg: of such a file, which comes at a half, a quarter or
// an eighth. Others come by the mean of squares of pixels.
export function reduced(bitmap, jpeg) {
  const { width: w, height: h } = bitmap;
  let side = 8;
  while (jpeg && side > 1 && side ** 2 * Math.ceil(w / 8) * Math.ceil(h / 8) > MOST_PIXELS) side /= 2;
  const size = [w, h].map((n) => Math.ceil(n * side / 8));
  const pixels = size[0] * size[1];
  const step = jpeg && pixels <= MOST_PIXELS ? 1 : Math.ceil(Math.sqrt(pixels / HANDY));
  const [width, height] = size.map((n) => Math.max(1, Math.floor(n / step)));
  const each = side < 8 ? waves(side, 8 * step) : [Array(step).fill(1)];
  const [tile, parts] = [each[0].length, side < 8 ? 1 : step ** 2];
  const context = new OffscreenCanvas(w, tile).getContext("2d", { willReadFrequently: true });
  const found = [0, 0].map(() => new Uint8Array(width * height));
  for (let y = 0; y < height; y += each.length) {
    const top = y / each.length * tile;
    const high = Math.min(tile, h - top);
    context.clearRect(0, 0, w, tile);
    context.drawImage(bitmap, 0, top, w, high, 0, 0, w, high);
    const { data } = context.getImageData(0, 0, w, high);
    const rows = Array.from({ length: high }, (_, k) => light(data.subarray(4 * w * k, 4 * w * (k + 1)), jpeg));
    found.forEach((plane, which) => each.slice(0, height - y).forEach((down, v) => {
      const column = new Float64Array(w);
      down.forEach((share, k) => {
        const row = rows[Math.min(k, high - 1)][which];
        for (let x = 0; x < w; x++) column[x] += share * row[x];
      });
      for (let x = 0; x < width; x++) {
        const [across, left] = [each[x % each.length], Math.floor(x / each.length) * tile];
        let sum = jpeg ? 0.5 : 0;
        for (let k = 0; k < tile; k++) sum += across[k] * column[Math.min(left + k, w - 1)];
        plane[width * (y + v) + x] = Math.max(0, Math.min(255, sum / parts));
      }
    }));
  }
  const [black, more] = found;
  const white = black.map((level, place) => level + more[place]);
  const grey = white.every((level) => level > BLANK) ? black : white;  // light strokes on nothing
  return { width, height, grey: toBase64(grey) };
}
