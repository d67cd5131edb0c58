"""The pictures of the lessons in a real browser: python3 -m tests.web.browser_images

Each is opened on light and on dark surroundings: it must load, have the size
it says, and paper of the colour it should have. Needs Playwright for Python
and a Chromium, as browser_page does, which also names $PURENET_SHOTS.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from purenet.pictures.drawing import COLOURS
from tests import ROOT
from tests.web import SHOTS, browser

SHEET = """<body style="margin:0;background:{paper}">{images}</body>"""


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
            if SHOTS:
                sheet(page, paths, scheme)
    print(f"{len(paths)} pictures on light and on dark, {failed} failed")
    return 1 if failed else 0


def sheet(page, paths, scheme):
    """Take a picture of all pictures, as a code host shows them."""
    images = "".join(
        f'<img src="{path.as_uri()}" style="margin:8px">' for path in paths
    )
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "all.html"
        paper = {"light": "#fff", "dark": "#0d1117"}[scheme]
        html.write_text(SHEET.format(paper=paper, images=images), encoding="utf-8")
        page.goto(html.as_uri())
        page.wait_for_timeout(500)
        page.screenshot(path=Path(SHOTS) / f"images-{scheme}.png", full_page=True)


if __name__ == "__main__":
    sys.exit(main())
