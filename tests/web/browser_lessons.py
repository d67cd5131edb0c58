"""The lessons' page in a real browser: python3 -m tests.web.browser_lessons [PYODIDE]

Every block of every lesson is run in order, every exercise is solved, and one is
not. PYODIDE is the folder of npm's package of that name: then the same page is
tried from a plain web server, with Python inside the browser, lessons 1 to 9.

A message on the browser's console, or a request to elsewhere, fails.
"""

import contextlib
import http.server
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect

from purenet.classroom import stubs
from purenet.classroom.exercises import all_exercises
from purenet.web.lessons.texts import lesson_names
from tests import ROOT, web
from tests.web import SHOTS

NOT_YET = f'raise NotImplementedError("{stubs.YOURS}")'
FIGURES = "02-gates", "03-sigmoid-neurons", "09-backpropagation"
PAGES = ("index", "01-perceptrons", "06_more_gates", "source/network")
# Click on a page's link among the contents, where there is one.
FOLLOW = """to => {
  const links = [...document.querySelectorAll("#contents a")];
  const link = links.find(({ href }) => href === to && href !== location.href);
  if (link) delete document.documentElement.dataset.ready;
  link?.click();
  return !!link;
}"""
# Words of a live figure that are smaller than 12 px, as it is scaled.
SMALL = """() => [...document.querySelectorAll("[data-figure] svg text")]
  .filter((each) =>
    parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().d < 11.9)
  .map((each) => each.textContent)"""


@contextlib.contextmanager
def native(folder):
    """The page with Python behind it; exercises go to a folder of their own."""
    words = "lessons", "--open", "--no-browser", "--to", str(folder)
    with web.served(*words) as (_, lines):
        yield lines[-1]


@contextlib.contextmanager
def in_browser(folder, pyodide):
    """The same from files, with Python inside the browser."""
    words = "lessons", "--html", str(folder), "--pyodide", pyodide
    write = [sys.executable, "-m", "purenet", *words]
    subprocess.run(write, cwd=ROOT, check=True)
    handler = partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/lessons/"
        finally:
            server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing of each request."""


def opened(page, address, target):
    """Go to a page, and wait until it is there; a link does not load Python anew."""
    url = f"{address}{target}.html"
    if not page.evaluate(FOLLOW, url):
        page.goto(url)
    ready(page)


def ready(page):
    page.wait_for_selector("html[data-ready=yes]", timeout=60_000)


def run_lesson(page, address, name, seconds=60):
    """Run all blocks of a lesson by the last one's button."""
    opened(page, address, name)
    expect(page.locator("article h1")).to_contain_text(f"{int(name[:2])} · ")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    blocks = page.locator(".block:not(.long)")
    count = blocks.count()
    blocks.nth(count - 1).locator(".run").click()
    until = time.monotonic() + seconds
    done = page.locator(".block.done")
    while done.count() < count and time.monotonic() < until:
        if page.locator(".came .error, .came .other, .came .new:not(.live)").count():
            break
        page.wait_for_timeout(50)
    wrong = page.locator(".came pre:not(.live)")
    assert not wrong.count(), f"{name}: {wrong.first.inner_text()}"
    assert done.count() == count, (name, done.count(), count)
    unsaid = page.locator(".block:not(.long) > pre samp:not(:empty):not(.same)")
    assert not unsaid.count(), (name, unsaid.first.inner_text())
    return count


def changed(block, text):
    """Change a block, and return its box."""
    if block.get_by_role("button", name="Change").count():
        block.get_by_role("button", name="Change").click()
    area = block.locator("textarea")
    area.fill(text)
    return area


def check_blocks(page, address, names):
    begun = time.monotonic()
    total = sum(run_lesson(page, address, name) for name in names)
    print(f"  {total} blocks of {len(names)} lessons: {time.monotonic() - begun:.1f} s")


def check_first_answer_and_stop(page, address):
    begun = time.monotonic()
    page.goto(f"{address}01-perceptrons.html")
    ready(page)
    painted = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    )
    print(f"  ready {time.monotonic() - begun:.2f} s, first paint {painted:.0f} ms")
    begun = time.monotonic()
    block = page.locator(".block").first
    block.locator(".run").click()
    block.locator("samp.same:not(:empty)").first.wait_for(timeout=60_000)
    first = time.monotonic() - begun
    area = changed(block, "while True: pass")
    area.press("Shift+Enter")
    page.wait_for_timeout(400)
    begun = time.monotonic()
    block.locator(".run").click()
    page.wait_for_selector("text=Stopped.")
    stopped = time.monotonic() - begun
    area.fill("6 * 7")
    area.press("Shift+Enter")
    expect(block.locator(".came")).to_contain_text("42", timeout=60_000)
    print(f"  first answer {first:.2f} s, an endless loop stopped in {stopped:.2f} s")
    assert stopped < 1.0, stopped
    block.get_by_role("button", name="As it was").click()
    expect(block.locator("pre.python")).to_be_visible()


def check_lines_come_as_they_are_printed(page, address):
    opened(page, address, "01-perceptrons")
    block = page.locator(".block").first
    area = changed(block, "import time")
    area.fill("import time\nfor n in range(30): print('line', n); time.sleep(0.1)")
    area.press("Shift+Enter")
    expect(block.locator(".came .live")).to_contain_text("line 2", timeout=60_000)
    assert "line 29" not in block.locator(".came .live").inner_text()
    expect(block.locator("progress")).to_be_visible()
    expect(block.locator(".came .new")).to_contain_text("line 9")
    expect(block.locator("progress")).to_have_count(0, timeout=10_000)
    area.fill(
        "import time\nclass Net:\n    def SGD(self, data, epochs):\n"
        "        for k in range(epochs): print('Epoch', k); time.sleep(0.4)\n"
        "net, data = Net(), []\nnet.SGD(data, 9)"
    )
    area.press("Shift+Enter")  # the bar says how far it is
    expect(block.locator("progress[max='9'][value]")).to_be_visible(timeout=60_000)
    expect(block.locator("progress")).to_have_count(0, timeout=10_000)
    area.fill("while True: print('x' * 1000)")
    area.press("Shift+Enter")
    expect(block.locator(".came .error")).to_contain_text("prints without end")
    block.get_by_role("button", name="As it was").click()


def check_keyboard(page, address):
    """Brackets in pairs, indentation, the way out of the box; without a mouse."""
    opened(page, address, "01-perceptrons")
    block = page.locator(".block").first
    area = changed(block, "")
    area.press_sequentially("def f(x):")
    area.press("Enter")
    area.press_sequentially("return [x, 'a']")
    assert area.input_value() == "def f(x):\n    return [x, 'a']", area.input_value()
    area.press("Enter")
    area.press("Backspace")
    area.press_sequentially("f(1)")
    beside = block.locator(".editor pre")
    assert beside.inner_text().split() == [">>>", "...", ">>>"], beside.inner_text()
    area.press("Shift+Enter")
    expect(block.locator(".came")).to_contain_text("[1, 'a']")
    area.press("Escape")
    area.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    area.fill("")
    paste = "new ClipboardEvent('paste', {clipboardData: new DataTransfer()})"
    area.evaluate(
        f"(area, text) => {{ const event = {paste};"
        " event.clipboardData.setData('text', text); area.dispatchEvent(event); }",
        ">>> 2 + 2\n4\n>>> for n in [3]:\n...     n\n3",
    )
    assert area.input_value() == "2 + 2\nfor n in [3]:\n    n", area.input_value()
    block.get_by_role("button", name="As it was").click()


def check_nothing_is_lost(page, address):
    """What is typed, and the place: over reload, Back, another page, another tab."""
    opened(page, address, "02-gates")
    changed(page.locator(".block").nth(1), "mine = 42")
    page.locator(".first").first.fill("my answer")
    page.locator(".block").nth(3).scroll_into_view_if_needed()
    page.wait_for_timeout(900)
    where = page.evaluate("window.scrollY")

    def same(of):
        ready(of)
        area = of.locator(".block").nth(1).locator("textarea")
        expect(area).to_have_value("mine = 42")
        expect(of.locator(".first").first).to_have_value("my answer")
        now = of.evaluate("window.scrollY")
        assert abs(now - where) < 120, (where, now)

    def go(to):
        page.locator(f"#contents a[href*='0{to}-']").first.click()
        expect(page.locator("article h1")).to_contain_text(f"{to} · ")

    def back():
        page.go_back()
        expect(page.locator("article h1")).to_contain_text("2 · ")

    page.reload()
    same(page)
    for come_back in (back, partial(go, 2)):
        go(3)
        come_back()
        same(page)
    other = page.context.new_page()
    other.goto(f"{address}02-gates.html")
    same(other)
    other.close()
    page.locator(".block").nth(1).get_by_role("button", name="As it was").click()
    page.locator(".first").first.fill("")
    page.wait_for_timeout(900)
    page.reload()
    ready(page)
    assert not page.locator(".block textarea").count()
    opened(page, address, "01_festival")
    area = page.locator(".exercise textarea")
    before = area.input_value()
    area.fill(before + "# mine")
    page.locator("#contents a[href*='01-']").first.click()
    expect(page.locator("article h1")).to_have_text("1 · Perceptrons")
    page.go_back()
    expect(area).to_have_value(before + "# mine")
    area.fill(before + "# mine, too")
    page.wait_for_timeout(900)
    page.reload()
    expect(area).to_have_value(before + "# mine, too", timeout=60_000)
    page.get_by_role("button", name="As it was").click()
    expect(area).to_have_value(before)


def check_chinese(page, address):
    """One choice, and the lesson is in Chinese at the same block, where it is."""
    opened(page, address, "01-perceptrons")
    count = page.locator(".block:not(.command)").count()
    page.locator(".block").nth(3).evaluate("block => block.scrollIntoView()")
    page.locator(".languages a").click()
    expect(page.locator("article h1")).to_have_text("1 · 感知机")
    ready(page)
    assert page.locator(".block:not(.command)").count() == count
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    expect(page.locator(".block").nth(3)).to_be_in_viewport()
    expect(page.locator(".run").first).to_have_text("运行")
    page.locator(".languages a").click()
    expect(page.locator("article h1")).to_have_text("1 · Perceptrons")


def check_questions(page, address):
    """An answer opens when one has been written."""
    opened(page, address, "01-perceptrons")
    details = page.locator("details", has_text="1. ").first
    details.locator("summary").click()
    assert details.get_attribute("open") is None
    page.locator(".first").first.fill("the majority")
    details.locator("summary").click()
    assert details.get_attribute("open") is not None


def check_source(page, address):
    """A module opens beside the text; a name leads to its definition, and back."""
    opened(page, address, "03-sigmoid-neurons")
    page.locator("article a[href$='source/sigmoid.html']").last.click()
    beside = page.locator("#beside")
    expect(beside.locator("h1")).to_have_text("purenet/sigmoid.py")
    text = Path(ROOT, "purenet", "sigmoid.py").read_text(encoding="utf-8")
    assert "def sigmoid_prime" in beside.inner_text() and "def sigmoid_prime" in text
    beside.locator(".run").first.click()
    expect(beside.locator("samp.same:not(:empty)").first).to_be_visible(timeout=60_000)
    beside.locator("pre a", has_text="weighted_input").first.click()
    expect(beside.locator("h1")).to_have_text("purenet/perceptron.py")
    expect(beside.locator("a.found")).to_be_in_viewport()
    beside.get_by_role("button", name="Back").click()
    expect(beside.locator("h1")).to_have_text("purenet/sigmoid.py")
    beside.get_by_role("button", name="Close").click()
    expect(beside).to_be_hidden()


def check_outputs(page, address):
    """One switch keeps back all outputs, or shows all."""
    opened(page, address, "01-perceptrons")
    shown = page.locator("article .block:not(.guess)", has_text=">>>").first
    samp = shown.locator("samp:not(:empty)").first
    expect(samp).to_be_visible()
    page.locator("#tools select").select_option("none")
    expect(samp).to_be_hidden()
    shown.locator(".run").click()
    expect(samp).to_be_visible(timeout=60_000)  # Python may still be loading
    page.locator("#tools select").select_option("asked")


def check_figures(page, address):
    """Live figures are where their pictures were, and are drawn."""
    found = []
    for name in lesson_names():
        opened(page, address, name)
        for figure in page.locator("[data-figure]").all():
            found.append(figure.get_attribute("data-figure"))
            expect(figure.locator("svg, canvas").first).to_be_visible(timeout=60_000)
    wanted = "step-and-sigmoid nand half-adder valley forward-and-back xor".split()
    assert set(wanted) <= set(found), found


def check_session(page, address):
    """A session of the book prints line by line, and is stopped."""
    opened(page, address, "07-our-network")
    session = page.locator(".block.long:not(.command)").last
    session.locator(".run").click()
    live = session.locator(".came .live")
    expect(live).to_contain_text("Epoch 0: ", timeout=120_000)
    session.locator(".run").click()
    expect(session.locator(".came")).to_contain_text("Stopped.")


def check_exercises(page, address):
    """Each is solved; one is wrong, in the words of the terminal."""
    opened(page, address, "05_nand")
    area = page.locator(".exercise textarea")
    area.fill(area.input_value().replace(NOT_YET, "return [-2, -2]"))
    page.locator(".exercise button.main").click()
    expect(page.locator(".verdict")).to_contain_text("not right yet")
    expect(page.locator(".verdict")).to_contain_text("your code gave:")
    exercises = all_exercises()
    for exercise in exercises:
        opened(page, address, Path(exercise.lesson).stem)  # whose contents lead on
        opened(page, address, exercise.name)
        expect(page.locator("article h1")).to_contain_text(exercise.title)
        page.locator(".exercise textarea").fill(stubs.clean(exercise.solution))
        page.locator(".exercise button.main").click()
        done = page.locator(".verdict.right")
        expect(done).to_contain_text(f"{exercise.title}: right", timeout=60_000)
    opened(page, address, "index")
    page.wait_for_selector(".mark.right", timeout=60_000)
    expect(page.locator(".mark.right")).to_have_count(len(exercises))
    print(f"  {len(exercises)} exercises solved")


DOUBLED = """() => {
    const all = [...document.querySelectorAll("body *")];
    const sizes = all.map((each) => parseFloat(getComputedStyle(each).fontSize));
    all.forEach((each, k) => { each.style.fontSize = `${2 * sizes[k]}px`; });
}"""


WIDER = """() => [...document.querySelectorAll("body *")].map((each) =>
    [Math.round(each.getBoundingClientRect().right), each.outerHTML.slice(0, 200)]
).filter(([right]) => right > innerWidth).slice(0, 9)"""


def check_width(page, where):
    """Nothing is wider than the window, once all that comes late has come."""
    fits = "document.documentElement.scrollWidth <= innerWidth"
    try:
        page.wait_for_function(fits, timeout=5000)
    except TooLate as error:
        raise AssertionError(f"{where}: {page.evaluate(WIDER)}") from error


def check_widths(browser, address):
    for width, scheme in (
        (1280, "light"), (640, "light"), (390, "dark"), (320, "light")
    ):  # fmt: skip
        size = {"width": width, "height": 900}
        page = browser.new_page(viewport=size, color_scheme=scheme, locale="en-US")
        for target in (*FIGURES, *PAGES):
            opened(page, address, target)
            page.wait_for_timeout(300)
            small = page.evaluate(SMALL)
            assert not small, f"{target} has small words on {width}: {small}"
            check_width(page, f"{target} on {width}")
            if SHOTS:
                name = target.replace("/", "-")
                page.screenshot(path=Path(SHOTS, f"{name}-{width}.png"))
                if width == 1280:
                    page.pdf(path=Path(SHOTS, f"{name}.pdf"))
            if width == 320:
                page.evaluate(DOUBLED)
                check_width(page, f"{target} with text doubled")
        page.close()


def check_axe(page, address):
    """Nothing serious on any kind of page."""
    for target in PAGES:
        opened(page, address, target)
        web.check_axe(page, target)


CHECKS = (
    check_first_answer_and_stop, check_lines_come_as_they_are_printed, check_keyboard,
    check_questions, check_nothing_is_lost, check_chinese, check_source, check_outputs,
    check_figures, check_session, check_axe,
)  # fmt: skip


def main(pyodide=None):
    with web.browser() as browser, tempfile.TemporaryDirectory() as place:
        folder = Path(place, "lessons")
        where = in_browser(folder, pyodide) if pyodide else native(folder)
        with where as address:
            page = browser.new_context(locale="en-US").new_page()
            said = web.watched(page, "http://127.0.0.1", "blob:")
            check_blocks(page, address, lesson_names()[: 4 if pyodide else None])
            for check in CHECKS:
                check(page, address)
            check_exercises(page, address)
            check_widths(browser, address)
    said = list(said)
    assert not said, said
    print("all as it should be")


if __name__ == "__main__":
    main(*sys.argv[1:])
