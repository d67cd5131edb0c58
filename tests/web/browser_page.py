"""The page in a real browser: python3 -m tests.web.browser_page

Needs Playwright for Python and a Chromium: the one that $CHROMIUM names, that
is installed as `chromium`, or Playwright's own. Where $PURENET_SHOTS names a
folder, pictures of the page go there.

Each check starts the program anew. A message on the browser's console, or a
request to elsewhere, fails a check.
"""

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import timeit
import traceback
import urllib.request
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from purenet.mnist_loader import load_data
from purenet.runs import saved
from purenet.web import pencil
from tests import ROOT

SHOTS = os.environ.get("PURENET_SHOTS")
# How many times as long as on the machine of the figures, 35 ms, a loop takes.
LOOP = min(timeit.repeat("for _ in range(10**6): pass", number=1, repeat=5))
SLOWER = max(1.0, LOOP / 0.035)
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()

# How one writes the digits in an ordinary way: points in hundredths, across and down.
WRITTEN = ("5020 3628 3150 3772 5080 6372 6950 6428 5020", "5318 5140 4960 4782",
           "3433 4022 5219 6325 6538 5555 4268 3279 5078 7078",
           "3325 4519 5821 6432 5743 4548 5953 6664 6076 4681 3275",
           "4020 3636 3252 5053 7051 / 6222 6050 5782",
           "4022 3835 3647 5044 6251 6564 5876 4581 3375 / 4022 5522 6820",
           "6019 4830 3946 3562 4076 5181 6274 6362 5454 4358 3766",
           "3223 5022 6821 6040 5260 4682",
           "6228 5219 4023 3835 5046 6258 6471 5281 3975 3762 5048 6137 6228",
           "6333 5521 4322 3634 4046 5248 6238 6330 6250 5966 5582")  # fmt: skip
STROKES = {
    digit: [
        [(int(point[:2]) / 100, int(point[2:]) / 100) for point in stroke.split()]
        for stroke in text.split("/")
    ]
    for digit, text in enumerate(WRITTEN)
}


def draw(page, strokes, pause=0.0):
    """Draw strokes with the mouse."""
    box = page.locator("#sheet").bounding_box()
    for stroke in strokes:
        x, y = on(box, stroke[0])
        page.mouse.move(x, y)
        page.mouse.down()
        for point in stroke[1:]:
            page.mouse.move(*on(box, point), steps=3)
            page.wait_for_timeout(1000 * pause)
        page.mouse.up()


def on(box, point):
    return box["x"] + point[0] * box["width"], box["y"] + point[1] * box["height"]


def number(page, selector):
    """Return the first number in an element's text."""
    text = page.locator(selector).inner_text().replace(",", "")
    return float("".join(c if c in "0123456789." else " " for c in text).split()[0])


def train(page, seconds=40, **settings):
    """Start a fresh network, and wait until it reads more than half."""
    page.click("#learn-tab")
    expect(page.locator("#legend")).to_contain_text("images", timeout=20_000)
    for name, value in settings.items():
        page.fill(f"[name={name}]", str(value))
    page.click("[data-do=new]")
    fresh(page, settings.get("images", 0))
    page.click("#run")
    wait(page, lambda: number(page, "#progress") > 50, seconds)


def fresh(page, images):
    """Wait until a new network is there, and its digits."""
    page.wait_for_timeout(300)
    expect(page.locator("#run")).not_to_have_text("Stop", timeout=20_000)
    none = " 0 images learned"
    expect(page.locator("#progress")).to_contain_text(none, timeout=20_000)
    if images:
        expect(page.locator("#legend")).to_contain_text(f"{images:,} images")


def wait(page, right, seconds=20):
    """Wait until something is right (the page's CSP forbids to wait inside it)."""
    limit = time.monotonic() + seconds
    while not right():
        assert time.monotonic() < limit, page.locator("#progress").inner_text()
        page.wait_for_timeout(50)


def place(page):
    """Return how many images have been learned from."""
    text = page.locator("#progress").inner_text().replace(",", "")
    return int(text.split(" images learned")[0].split()[-1])


def check_ten_digits(page):
    """At least nine of ten drawn digits are read by the shipped network."""
    read = []
    for digit, strokes in STROKES.items():
        page.click("#clear")
        draw(page, strokes)
        page.wait_for_timeout(200)
        read.append(page.locator("#answer").inner_text())
        shot(page, f"digit-{digit}")
    right = sum(int(answer == str(digit)) for digit, answer in enumerate(read))
    print(f"  read as {' '.join(read)}: {right} of 10")
    assert right >= 9, read


def check_undo_and_clear(page):
    draw(page, STROKES[4][:1])
    expect(page.locator("#answer")).not_to_be_empty()
    draw(page, STROKES[4][1:])
    page.click("#undo")
    page.click("#undo")
    expect(page.locator("#answer")).to_be_empty()
    expect(page.locator("#sheet-hint")).to_be_visible()
    draw(page, STROKES[7])
    page.click("#clear")
    expect(page.locator("#answer")).to_be_empty()


def check_who_spoke_for_an_output(page):
    draw(page, STROKES[3])
    expect(page.locator("#answer")).not_to_be_empty()
    page.locator(".output").nth(8).click()
    expect(page.locator("#hidden-title")).to_contain_text("output 8")
    tiles = page.evaluate("""[...document.querySelectorAll("#hidden .tile")]
        .sort((a, b) => a.style.order - b.style.order)
        .map((tile) => parseFloat(tile.lastChild.textContent.replace("−", "-")))""")
    assert tiles == sorted(tiles, reverse=True) and tiles[0] > 0 > tiles[-1], tiles
    note = page.locator("#hidden-note").inner_text().replace("−", "-")
    total = float(note.split("z = ")[1].split()[0])
    assert abs(sum(tiles) - total) < 0.05 * len(tiles) + 0.01, (sum(tiles), note)
    shot(page, "who-spoke")
    page.locator(".output").nth(8).click()
    expect(page.locator("#hidden-title")).not_to_contain_text("output 8")


def check_why_and_the_glass(page):
    """The pixels that speak, one neuron turned, the network drawn."""
    draw(page, STROKES[5])
    page.locator(".output").nth(5).click()
    expect(page.locator("#why")).to_be_visible()
    page.locator("#hidden .tile").first.click()
    expect(page.locator("#glass-sum")).to_contain_text("Σ w x + b")
    before = page.locator("#outputs").inner_text()
    bias = page.locator("#glass-knobs input[type=range]").first
    bias.focus()
    for _ in range(30):
        bias.press("PageDown")
    page.wait_for_timeout(200)
    page.locator("#glass-knobs input[type=range]").nth(4).press("End")
    page.locator("#glass-knobs input[type=range]").first.press("End")
    wait(page, lambda: page.locator("#outputs").inner_text() != before)
    page.click("#glass-back")
    wait(page, lambda: page.locator("#outputs").inner_text() == before)
    page.click("#drawn summary")
    expect(page.locator("#drawn-network line")).to_have_count(80)
    assert "×" in page.locator("#drawn-network line title").nth(30).text_content()
    shot(page, "why")
    page.click("#glass-close")
    expect(page.locator("#glass")).to_be_hidden()


def check_teach_it_mine(page):
    """Own drawings are kept, learned, saved as a table, and loaded again."""
    page.click("#teach summary")
    for digit in (1, 7, 4, 9):
        page.locator("#sheet").scroll_into_view_if_needed()
        draw(page, STROKES[digit])
        expect(page.locator("#answer")).not_to_be_empty()
        page.locator("#mine-keep button").nth(digit).click()
        expect(page.locator("#answer")).to_be_empty()
    expect(page.locator("#mine figure")).to_have_count(4)
    with page.expect_download() as table:
        page.click("#mine-save")
    path = table.value.path()
    table = Path(path).rename(f"{path}.csv")
    (images, labels), _, _ = load_data(table, validation=0, test=0)
    assert labels == [1, 7, 4, 9] and max(images[0]) > 0.9, labels
    page.click("#mine-teach")
    told = page.locator("#mine-told")
    expect(told).to_contain_text("Of 4 it read", timeout=30_000)
    wait(page, lambda: told.inner_text().endswith("reads 4 now."), 30)
    expect(page.locator("#which")).to_have_value("own")
    shot(page, "mine")
    page.click("#mine-forget")
    expect(page.locator("#mine figure")).to_have_count(0)
    page.set_input_files("#mine-load", f"{path}.csv")
    expect(page.locator("#mine figure")).to_have_count(4)


def check_learning(page):
    """Train until the curve rises; pause, go on, step; two runs on one chart."""
    train(page, images=1000, hidden=30, eta=1)
    expect(page.locator("[name=eta]")).to_be_disabled()
    page.click("#run")
    expect(page.locator("#run")).to_have_text("Go on")
    page.wait_for_timeout(800)
    before = page.locator("#progress").inner_text()
    page.wait_for_timeout(1200)
    assert page.locator("#progress").inner_text() == before, "it learned while paused"
    at = place(page)
    page.click("[data-do=mini-batch]")
    wait(page, lambda: place(page) != at)
    assert place(page) - at == 10, (at, place(page))
    page.click("[data-do=epoch]")
    wait(page, lambda: place(page) > at + 10 and place(page) % 1000 == 0)
    page.click("#run")
    wait(page, lambda: place(page) % 1000 > 0)
    page.click("#run")
    expect(page.locator("#weights canvas")).to_have_count(30)
    expect(page.locator("#mistakes figure").first).to_be_visible()
    page.fill("[name=hidden]", "12")
    expect(page.locator("#changed")).to_contain_text("fresh start")
    train(page, hidden=12, eta=3)
    expect(page.locator("#weights canvas")).to_have_count(12)
    expect(page.locator("#legend li")).to_have_count(3)  # two runs, and the thin line
    expect(page.locator("#chart svg")).to_have_count(2)
    expect(page.locator("#confused tr")).to_have_count(11)
    expect(page.locator("#legend")).to_contain_text("η = 3, 784-12-10")
    shot(page, "learn")
    page.click("#run")
    page.click("#draw-tab")
    expect(page.locator("#which")).to_have_value("own")
    expect(page.locator("#hidden .tile")).to_have_count(12)


def check_no_hidden_layer(page):
    train(page, images=1000, hidden=0, eta=0.5)
    page.click("#run")
    expect(page.locator("#weights-title")).to_contain_text("ten outputs")
    page.click("#draw-tab")
    draw(page, STROKES[0])
    expect(page.locator("#answer")).not_to_be_empty()
    expect(page.locator("#hidden .tile")).to_have_count(10)
    expect(page.locator(".output").first).to_be_disabled()


def check_save_and_load(page):
    train(page, images=1000, hidden=8, eta=2)
    page.click("#run")
    expect(page.locator("#run")).to_have_text("Go on")
    with page.expect_download() as download:
        page.click("#save")
    path = download.value.path()
    assert download.value.suggested_filename == "network.json"
    net = saved.load(path)
    assert net.sizes == [784, 8, 10]
    page.fill("[name=hidden]", "5")
    page.click("[data-do=new]")
    expect(page.locator("#weights canvas")).to_have_count(5)
    page.set_input_files("#load", path)
    expect(page.locator("#weights canvas")).to_have_count(8)
    expect(page.locator("#run")).to_have_text("Go on")
    assert number(page, "#progress") > 45
    page.click("#draw-tab")
    expect(page.locator("#which")).to_have_value("own")
    expect(page.locator("#hidden .tile")).to_have_count(8)
    page.click("#learn-tab")
    damaged = path.read_text().replace("[", "{", 1).encode()
    page.expected = ["400"]  # the browser's console tells of refused requests
    file = {"name": "net.json", "mimeType": "application/json", "buffer": damaged}
    page.set_input_files("#load", file)
    expect(page.locator("#trouble")).to_contain_text("this file")
    page.wait_for_timeout(1500)
    expect(page.locator("#trouble")).to_be_visible()


def check_a_photo(page):
    """A JPEG, light pen on a dark and uneven board; and a file that is none."""
    board = page.evaluate(
        """async (strokes) => {
        const board = new OffscreenCanvas(900, 700), context = board.getContext("2d");
        const shade = context.createLinearGradient(0, 0, 900, 700);
        shade.addColorStop(0, "#103020");
        shade.addColorStop(1, "#405848");
        context.fillStyle = shade;
        context.fillRect(0, 0, 900, 700);
        context.strokeStyle = "#f0f0e0";
        context.lineWidth = 30;
        context.lineCap = context.lineJoin = "round";
        for (const stroke of strokes) {
            context.beginPath();
            for (const [x, y] of stroke) context.lineTo(250 + 400 * x, 150 + 400 * y);
            context.stroke();
        }
        const blob = await board.convertToBlob({ type: "image/jpeg", quality: 0.8 });
        const blank = new OffscreenCanvas(90, 70);
        blank.getContext("2d").fillRect(0, 0, 90, 70);
        const bytes = async (b) => [...new Uint8Array(await (await b).arrayBuffer())];
        return [await bytes(blob), await bytes(blank.convertToBlob())];
    }""",
        STROKES[7],
    )
    page.click("#draw-tab")
    page.select_option("#which", "shipped")
    photo = {"name": "7.jpg", "mimeType": "image/jpeg", "buffer": bytes(board[0])}
    page.set_input_files("#photo", photo)
    expect(page.locator("#answer")).to_have_text("7")
    shot(page, "photo")
    for data, words in ((b"no picture", "cannot open this file"),
                        (bytes(board[1]), "no ink")):  # fmt: skip
        page.set_input_files("#photo", {**photo, "buffer": data})
        expect(page.locator("#trouble")).to_contain_text(words)
    draw(page, STROKES[7])
    expect(page.locator("#answer")).to_have_text("7")
    expect(page.locator("#trouble")).to_be_hidden()


def check_keyboard(page):
    """Everything is reached by Tab, shows that it is, and works by keys."""
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        name, outline = page.evaluate("""(() => {
            const here = document.activeElement;
            const shown = here.type === "file" ? here.parentElement : here;
            return [here.id || here.className, getComputedStyle(shown).outlineStyle];
        })()""")
        if name in reached - {"output"} or not name:
            break
        reached.add(name)
        assert outline != "none", f"no focus to be seen on {name}"
    wanted = {"draw-tab", "language", "sheet", "undo", "clear", "photo", "which"}
    assert wanted <= reached, reached
    page.focus("#sheet")
    for key in ("Space", *["ArrowDown"] * 20, "Space"):
        page.keyboard.press(key)
    expect(page.locator("#answer")).to_have_text("1")
    shot(page, "keyboard")
    page.keyboard.press("Control+z")
    expect(page.locator("#answer")).to_be_empty()
    page.focus("#draw-tab")
    for side in ("#learn", "#neuron"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(side)).to_be_visible()
    part(page, "neuron", "w").focus()
    before = part(page, "neuron", "formula").inner_text()
    page.keyboard.press("ArrowRight")
    assert part(page, "neuron", "formula").inner_text() != before
    part(page, "nand", "x0").focus()
    page.keyboard.press("Enter")
    expect(part(page, "nand", "x0")).to_have_attribute("aria-pressed", "true")


def part(page, figure, name):
    return page.locator(f"[data-figure={figure}] [data-part={name}]")


def check_the_neuron(page):
    page.click("#neuron-tab")
    for name, value in (("w", "10"), ("b", "-5"), ("x", "0.4")):
        part(page, "neuron", name).fill(value)
    expect(part(page, "neuron", "formula")).to_contain_text("= −1.00")
    expect(part(page, "neuron", "step")).to_have_text("Perceptron: 0")
    expect(part(page, "neuron", "sigmoid")).to_contain_text("0.269")
    for pressed, row, out in (("x0", "10", "1"), ("x1", "11", "0"), ("x0", "01", "1")):
        part(page, "nand", pressed).click()
        here = page.locator("tr.here td").all_inner_texts()
        assert here[0] + here[1] == row and here[3] == out, here
    shot(page, "neuron")


def check_backwards_step_by_step(page):
    """All stages by keys, the step taken, a number changed; XOR is learned."""
    page.click("#steps-tab")
    drawing = part(page, "steps", "drawing")
    expect(drawing.locator("circle")).to_have_count(6)
    drawing.focus()
    seen = set()
    for _ in range(7):
        drawing.press("ArrowRight")
        seen.add(part(page, "steps", "stage").inner_text())
    assert len(seen) == 7, seen
    told = pencil.one_step({**pencil.START, "x": [1, 0.5], "y": 1, "eta": 1})
    lines = part(page, "steps", "lines").inner_text()
    for number in (told["weights"][1][0][0], told["weights"][0][1][1]):
        assert f"→ {number:.3f}".rstrip("0").replace("-", "−") in lines, lines
    assert f"C: {told['cost']:.3f} → {told['cost_after']:.3f}" in lines, lines
    following = part(page, "steps", "next")
    expect(following).to_have_text("Take the step")
    shot(page, "steps")
    following.click()
    expect(part(page, "steps", "stage")).to_contain_text("The network")
    box = part(page, "steps", "numbers").locator("input").nth(-1)
    assert abs(float(box.input_value()) - told["weights"][1][0][2]) < 1e-4
    part(page, "steps", "y").fill("0")
    for _ in range(3):
        following.click()
    expect(part(page, "steps", "lines")).to_contain_text("C = (a − y)² / 2")
    part(page, "xor", "run").click()
    cost = part(page, "xor", "told")
    limit = time.monotonic() + 20
    while float(cost.inner_text().split("cost ")[1]) > 0.01:
        assert time.monotonic() < limit, cost.inner_text()
        page.wait_for_timeout(50)
    part(page, "xor", "run").click()
    shot(page, "xor")


def check_languages(page):
    """Every word there is in both languages, and the switch changes all."""
    texts = """[...document.querySelectorAll("[data-say], #run, #hidden-title, .note")]
        .map((each) => each.textContent)"""
    english = page.evaluate(texts)
    page.select_option("#language", "zh")
    chinese = page.evaluate(texts)
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    expect(page.locator("#draw-tab")).to_have_text("写数字")
    same = {a for a, b in zip(english, chinese) if a == b}
    assert same <= {""}, same
    assert "undefined" not in page.evaluate("document.body.textContent")
    page.reload()
    expect(page.locator("#draw-tab")).to_have_text("写数字")
    page.select_option("#language", label="English")
    assert page.evaluate(texts) == english
    page.goto(page.url.split("#")[0] + "?lang=zh")
    page.locator("#hidden .tile").first.wait_for()  # what follows clears the trouble
    page.set_input_files(
        "#load", files=[{"name": "a.json", "mimeType": "text/plain", "buffer": b"{}"}]
    )
    page.expected = ["Failed to load resource"]
    expect(page.locator("#trouble")).to_contain_text("不能当作网络使用")


def check_a_spoilt_network_is_not_taken_elsewhere(page):
    """Dead outputs are pointed out; a tab opened anew reads with the shipped one."""
    page.click("#learn-tab")
    expect(page.locator("#legend")).to_contain_text("images", timeout=20_000)
    page.select_option("[name=init]", "book")
    page.fill("[name=images]", "200")
    page.fill("[name=eta]", "100")
    page.click("[data-do=new]")
    fresh(page, 200)
    page.click("[data-do=epoch]")
    expect(page.locator("#dead")).to_be_visible(timeout=20_000)
    shot(page, "dead")
    page.click("#draw-tab")
    expect(page.locator("#own-words")).to_contain_text("your own network")
    expect(page.locator("#own-words")).to_contain_text("%")
    shot(page, "own")
    page.reload()
    page.wait_for_timeout(1500)
    expect(page.locator("#which")).to_have_value("shipped")
    draw(page, STROKES[3])
    expect(page.locator("#answer")).to_have_text("3")
    page.select_option("#which", "own")
    expect(page.locator("#own")).to_be_visible()
    page.click("#shipped")
    expect(page.locator("#answer")).to_have_text("3")
    expect(page.locator("#own")).to_be_hidden()


def check_chinese_from_the_start(page):
    expect(page.locator("#learn-tab")).to_have_text("训练")
    draw(page, STROKES[5])
    expect(page.locator("#answer")).not_to_be_empty()
    for side in ("draw", "learn", "neuron", "steps"):
        page.click(f"#{side}-tab")
        shot(page, f"chinese-{side}")


check_chinese_from_the_start.context = {"locale": "zh-CN", "color_scheme": "dark"}


def check_phone(page):
    """Nothing is wider than 360 pixels, and a finger draws."""
    for side in ("learn", "neuron", "steps", "draw"):
        page.click(f"#{side}-tab")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, (side, wide)
        shot(page, f"phone-{side}")
    assert page.locator("header").bounding_box()["height"] < 130  # two lines of buttons
    box = page.locator("#sheet").bounding_box()
    touch = page.context.new_cdp_session(page)
    for kind, point in [("touchStart", (0.5, 0.2)), ("touchMove", (0.5, 0.5)),
                        ("touchMove", (0.48, 0.8)), ("touchEnd", None)]:  # fmt: skip
        points = [dict(zip("xy", on(box, point)))] if point else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(50)
    expect(page.locator("#answer")).to_have_text("1")
    assert page.evaluate("scrollY") == 0


check_phone.context = {"viewport": {"width": 360, "height": 740}, "has_touch": True,
                       "is_mobile": True, "device_scale_factor": 2}  # fmt: skip


# From the first movement that a question tells of, to its answer on the page.
TIMES = """() => {
    window.times = [];
    let moved = null, asked = null;
    const move = () => { moved = moved ?? performance.now(); };
    const sheet = document.getElementById("sheet");
    sheet.addEventListener("pointermove", move, { capture: true });
    const fetched = window.fetch;
    window.fetch = async (name, options) => {
        if (name !== "recognise") return fetched(name, options);
        const since = moved;
        asked = moved = null;
        const answer = await fetched(name, options);
        asked = since;
        return answer;
    };
    new MutationObserver(() => {
        if (asked !== null) times.push(performance.now() - asked);
        asked = null;
    }).observe(document.getElementById("outputs"), { childList: true, subtree: true });
}"""


def late_answer(page):
    """Draw all ten digits; return the 95th percentile from stroke to answer, in ms."""
    page.evaluate("times.length = 0")
    for digit in range(10):
        page.click("#clear")
        draw(page, STROKES[digit], pause=0.03)
    times = sorted(page.evaluate("times"))
    middle, late = statistics.median(times), times[int(0.95 * len(times))]
    print(f"  {len(times)} answers: median {middle:.0f} ms, 95th {late:.0f} ms")
    return late


def check_an_answer_comes_at_once_while_training(page):
    """From stroke to answer: 50 ms at the 95th percentile.

    Whatever else the machine does only adds to it, so the best of some rounds
    counts; a slower machine has as much longer, and one that is busy twice what
    it takes while nothing is learned.
    """
    page.evaluate(TIMES)
    most = max(50 * SLOWER, 2 * min(late_answer(page) for _ in range(2)))
    train(page, images=5000, hidden=30, eta=3)
    page.click("#draw-tab")
    page.select_option("#which", "shipped")
    best = most + 1
    for _ in range(6):
        best = min(best, late_answer(page))
        if best <= most:
            break
    page.click("#learn-tab")
    expect(page.locator("#run")).to_have_text("Pause")  # it is still learning
    assert best <= most, (best, most)


def check_learning_stops_with_the_page(page):
    train(page, images=5000, hidden=30, eta=3)
    address = page.url.split("#")[0]
    page.close()
    time.sleep(5)
    body = json.dumps({"version": -1}).encode()
    with urllib.request.urlopen(address + "state", body, timeout=5) as answer:
        assert not json.load(answer)["running"]


def check_lessons_are_read(page):
    """In both languages; nothing runs, and what opens them is said."""
    page.get_by_role("link", name="Lessons").click()
    page.locator("#contents a").first.click()
    expect(page.locator("main h1")).to_have_text("1 · Perceptrons")
    expect(page.locator("#tools .note")).to_contain_text("lessons --open")
    assert page.locator(".block").count() > 3
    assert not page.locator(".run, .editor").count()
    page.get_by_role("link", name="中文").click()
    expect(page.locator("main h1")).to_have_text("1 · 感知机")
    expect(page.locator("#tools .note")).to_contain_text("不运行任何代码")
    page.goto(page.url.replace("zh/01-perceptrons", "05_nand"))
    expect(page.locator("#tools .note")).to_contain_text("lessons --open")
    shot(page, "lessons-read")


def check_the_program_ends(page):
    """The page says so; a question that it asks then fails in the console."""
    page.expected = ["ERR_CONNECTION", "Failed to load resource"]
    page.program.terminate()
    expect(page.locator("#trouble")).to_contain_text("The program has ended")
    page.select_option("#language", "zh")
    expect(page.locator("#trouble")).to_contain_text("程序已经结束")


def shot(page, name):
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS, f"{name}.png")), full_page=True)


@contextlib.contextmanager
def program():
    """Run the command; yield it, its address and the file handed to a browser."""
    process = subprocess.Popen(
        [sys.executable, "-m", "purenet", "draw"], stdout=subprocess.PIPE, text=True,
        cwd=ROOT, env={**os.environ, "BROWSER": "echo %s"}
    )  # fmt: skip
    try:
        lines = iter(process.stdout.readline, "")
        address = next(line.strip() for line in lines if line.startswith("http"))
        next(lines)  # how it is ended
        yield process, address, next(lines).strip()
    finally:
        process.terminate()
        process.wait()


def run(check, browser):
    """Run one check on a page of its own; raise where something is wrong."""
    wide = {"viewport": {"width": 1200, "height": 900}, "locale": "en-US"}
    options = {**wide, **getattr(check, "context", {})}
    with (
        program() as (process, address, file),
        contextlib.closing(browser.new_context(**options)) as context,
    ):
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.program, page.expected, said, elsewhere = process, [], [], []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: elsewhere.append(request.url))
        page.goto(file)
        page.locator("#hidden .tile").first.wait_for()
        assert page.url == address, page.url
        check(page)
        said = [s for s in said if not any(known in s for known in page.expected)]
        assert not said, said
        host = address.rsplit("/", 3)[0]
        own = (host, "blob:" + host, file)
        elsewhere = [u for u in elsewhere if not u.startswith(own)]
        assert not elsewhere, elsewhere


def main(names):
    """Run all checks, or those named; return an exit status."""
    checks = [f for name, f in globals().items() if name.startswith("check_")]
    checks = [f for f in checks if not names or any(n in f.__name__ for n in names)]
    failed = 0
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        for check in checks:
            print(check.__name__.replace("_", " "), flush=True)
            try:
                run(check, browser)
            except Exception as error:
                failed += 1
                where = traceback.extract_tb(error.__traceback__)
                lines = [frame.lineno for frame in where if frame.filename == __file__]
                print(f"  FAILED at line {lines[-1]}: {error}")
        browser.close()
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
