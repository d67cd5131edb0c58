"""The pictures of the lessons in a real browser: python3 -m tests.web.browser_images

Each is opened on light and on dark surroundings: it must load, have the size
it says, and paper of the colour it should have. Needs Playwright for Python
and a Chromium, as browser_page does.
"""

import io
import sys

from PIL import Image

from purenet.pictures.drawing import COLOURS
from tests import ROOT
from tests.web import browser


def wrong_with(page, path, on_dark):
    """Return what is wrong with a picture, or nothing."""
    page.goto(path.as_uri())
    if page.evaluate("document.documentElement.nodeName") != "svg":
        return "it is not well-formed"
    width, height = page.evaluate(
        "(s => [s.width.baseVal.value, s.height.baseVal.value])"
        "(document.documentElement)"
    )
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height})
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    if seen.size != (round(width), round(height)):
        return f"it is {seen.size}, not {width} x {height}"
    paper = seen.getpixel((6, 3))
    if paper != COLOURS["paper"][on_dark]:
        return f"its paper is {paper}"
    data, row = seen.tobytes(), 3 * seen.width
    if len({data[k : k + row] for k in range(0, len(data), row)}) < 10:
        return "there is nothing on it"
    return ""


def main():
    """Look at every picture; return an exit status."""
    paths = sorted((ROOT / "lessons").glob("**/images/*.svg"))
    failed = 0
    with browser() as opened:
        for on_dark, scheme in enumerate(("light", "dark")):
            page = opened.new_page(
                color_scheme=scheme, viewport={"width": 1200, "height": 900}
            )
            for path in paths:
                wrong = wrong_with(page, path, on_dark)
                failed += bool(wrong)
                if wrong:
                    print(f"  FAILED {path.name} on {scheme}: {wrong}")
    print(f"{len(paths)} pictures on light and on dark, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
