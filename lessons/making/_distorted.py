"""Digits as a camera may see them, by NumPy, thousands at once.

What happens to a digit on its way to the network: it is slanted, turned, bent; the pen
is thicker or thinner; a part of a form's box is left beside it; it is out of focus, and
in pencil, which is grainy; then ink is told from paper, and what is found is put where
MNIST puts it, a pixel off at most. Images are arrays (n, 28, 28) of 0.0 to 1.0.
"""

from __future__ import annotations

from typing import Any

from purenet.data.image import SIDE

MIDDLE = 13.5
BOXED = 0.12  # of so many a part of a box is left
OFF = 1.0  # pixels: nobody knows the middle of a digit better


def distorted(np: Any, x: Any, rng: Any, much: float) -> Any:
    """Return the images, each distorted in its own way; much: 1.0 the most."""
    count = len(x)

    def anything(low: float, high: float) -> Any:
        return rng.uniform(low, high, count).astype(np.float32)[:, None, None]

    turn, slant = anything(-0.17, 0.17) * much, anything(-0.25, 0.25) * much
    aspect, scale = np.exp(anything(-0.2, 0.2) * much), anything(0.95, 1.2)
    bend, bow = anything(-1.5, 1.5) * much, anything(-1.5, 1.5) * much
    first, then = anything(0, 6.28), anything(0, 6.28)
    often = anything(0.2, 0.42)
    across = np.arange(SIDE, dtype=np.float32) - MIDDLE
    right, down = across[None, None] * scale, across[None, :, None] * scale
    u = right + bend * np.sin(often * down + first)
    v = down + bow * np.sin(often * right + then)
    u, v = np.cos(turn) * u - np.sin(turn) * v, np.sin(turn) * u + np.cos(turn) * v
    u = u / aspect + slant * v
    x = _at(np, x, u + MIDDLE, v + MIDDLE)
    thicker = rng.uniform(-0.9, 1.0, count).astype(np.float32)
    x = _thicker(np, x, thicker * (rng.random(count) < 0.5))
    for number in np.flatnonzero(rng.random(count) < BOXED):
        _boxed(np, x[number], rng)
    times = rng.choice(4, count, p=[0.4, 0.3, 0.2, 0.1])
    for done in range(3):
        x = np.where((times > done)[:, None, None], _blurred(np, x), x)
    grain = (rng.random(count) < 0.4) * rng.uniform(0.1, 0.7, count)
    grain = grain[:, None, None].astype(np.float32)
    x = x * (1 - grain * rng.random((count, SIDE, SIDE), np.float32))
    noise = rng.choice([0, 0, 0.03, 0.07], count).astype(np.float32)[:, None, None]
    x = x + noise * rng.standard_normal((count, SIDE, SIDE), np.float32)
    return _prepared(np, x, rng)


def _at(np: Any, x: Any, u: Any, v: Any) -> Any:
    """Return the images as they are at columns u and rows v, between four pixels."""
    count, wide = len(x), SIDE + 2
    padded = np.zeros((count, wide, wide), np.float32)
    padded[:, 1:-1, 1:-1] = x
    u, v = np.clip(u + 1, 0, wide - 1.001), np.clip(v + 1, 0, wide - 1.001)
    i, j = u.astype(np.int32), v.astype(np.int32)
    right, down = u - i.astype(np.float32), v - j.astype(np.float32)
    start = np.arange(count, dtype=np.int32) * wide**2
    at, p = j * wide + i + start[:, None, None], padded.ravel()
    upper, lower = (a.take(at) for a in (p, p[wide:]))
    upper += right * (p[1:].take(at) - upper)
    lower += right * (p[wide + 1 :].take(at) - lower)
    return upper + down * (lower - upper)


def _thicker(np: Any, x: Any, part: Any) -> Any:
    """Return the images with each pixel partly the darkest of its neighbours.

    Where the part is below 0, partly the lightest: a thinner pen.
    """
    p = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    near = [p[:, 1:-1, 1:-1], p[:, :-2, 1:-1], p[:, 2:, 1:-1], p[:, 1:-1, :-2],
            p[:, 1:-1, 2:]]  # fmt: skip
    dark, light = np.maximum.reduce(near), np.minimum.reduce(near)
    part = part[:, None, None]
    return np.where(part > 0, x + (dark - x) * part, x + (x - light) * part)


def _boxed(np: Any, image: Any, rng: Any) -> None:
    """Draw a part of a line beside the digit, on one of four sides."""
    inked = image > 0.3
    if not inked.any():
        return
    across, down = np.flatnonzero(inked.any(0)), np.flatnonzero(inked.any(1))
    dark, side, off = rng.uniform(0.3, 1), rng.integers(4), rng.integers(0, 3)
    along, beside = (across, down) if side < 2 else (down, across)
    near = max(0, beside[0] - off)
    if side not in (1, 2):
        near = min(SIDE - 1, beside[-1] + off)
    first, end = along[0], along[-1] + 1
    start = rng.integers(first, end)
    end = start + rng.integers(2, 2 + end - first)
    line = image[near, start:end] if side < 2 else image[start:end, near]
    np.maximum(line, dark, out=line)


def _blurred(np: Any, x: Any) -> Any:
    p = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    rows = (p[:, :, :-2] + 2 * p[:, :, 1:-1] + p[:, :, 2:]) / 4
    return (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) / 4


def _prepared(np: Any, x: Any, rng: Any) -> Any:
    """Return the ink that is found, near where MNIST puts it."""
    count = len(x)
    levels = np.partition(x.reshape(count, -1), [-52, -32, -20, -12, -1], 1)
    full = levels[np.arange(count), -rng.choice([12, 20, 32, 52], count)]
    full = np.where(full < 0.25, levels[:, -1], full)[:, None, None]
    x = x / np.maximum(full, 1e-3)
    least = rng.uniform(0.2, 0.4, count).astype(np.float32)[:, None, None]
    x = np.where(x < least, 0, np.minimum(x, 1))
    inked = x > 0.02
    ends = [(some.argmax(1), SIDE - some[:, ::-1].argmax(1))
            for some in (inked.any(1), inked.any(2))]  # fmt: skip
    longer = np.maximum(*(end - first for first, end in ends))
    scale = (longer / 20.0).astype(np.float32)[:, None, None]
    down, right = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    off, under = (
        rng.uniform(-OFF, OFF, count).astype(np.float32)[:, None, None] for _ in "xy"
    )
    mass = x.sum((1, 2)) + 1e-6
    u = ((x * right).sum((1, 2)) / mass)[:, None, None] + (right - 13.9 + off) * scale
    v = ((x * down).sum((1, 2)) / mass)[:, None, None] + (down - 13.9 + under) * scale
    return np.rint(_at(np, x, u, v) * 255) / 255 * (255 / 256)
