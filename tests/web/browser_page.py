"""The page in a real browser: python3 -m tests.web.browser_page

Needs Playwright for Python and a Chromium: the one that $CHROMIUM names, that
is installed as `chromium`, or Playwright's own. Where $PURENET_SHOTS names a
folder, a picture of the page goes there at each check's end. $PURENET_AXE names
axe.min.js (of npm's axe-core), without which its check is left out.

Each check starts the program anew, with nothing kept from before. A message on the
browser's console, or a request to elsewhere, fails a check.
"""

import base64
import contextlib
import io
import json
import math
import random
import re
import statistics
import sys
import tempfile
import time
import timeit
import traceback

from playwright.sync_api import expect

from purenet.data.image import Image
from purenet.network import Network
from purenet.photos import photo, scan
from purenet.pictures import why
from purenet.runs import saved, verdict
from purenet.vectors import hadamard
from purenet.web import pencil
from purenet.web.draw import networks
from tests import ROOT, web
from tests.web import SHOTS

# How many times as long as on the machine of the figures, 35 ms, a loop takes.
LOOP = min(timeit.repeat("for _ in range(10**6): pass", number=1, repeat=5))
SLOWER = max(1.0, LOOP / 0.035)

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
    """Draw strokes with the mouse, and wait until all is told of them, and kept."""
    page.locator("#sheet").scroll_into_view_if_needed()
    box = page.locator("#sheet").bounding_box()
    for stroke in strokes:
        x, y = on(box, stroke[0])
        page.mouse.move(x, y)
        page.mouse.down()
        for point in stroke[1:]:
            page.mouse.move(*on(box, point), steps=3)
            page.wait_for_timeout(1000 * pause)
        page.mouse.up()
    settled(page)


def on(box, point):
    return box["x"] + point[0] * box["width"], box["y"] + point[1] * box["height"]


def wait(page, right, seconds=20):
    """Wait until something is right (the page's CSP forbids to wait inside it)."""
    limit = time.monotonic() + seconds
    while not right():
        assert time.monotonic() < limit, page.locator("#progress").inner_text()
        page.wait_for_timeout(50)


def answer(page, text):
    expect(page.locator("#answer")).to_have_text(text)


def settled(page):
    """Wait until all is told of the sheet, and kept."""
    page.wait_for_timeout(400)


def outputs(page):
    return page.locator("#outputs .value").all_inner_texts()


def pixels(page):
    return page.evaluate("""["ink", "paper"].map((id) =>
        document.getElementById(id).toDataURL())""")


def set_all(page, **settings):
    if set(settings) - {"hidden", "eta"} and not page.locator("#more").evaluate(
        "more => more.open"
    ):
        page.click("#more summary")
    for name, value in settings.items():
        if name in ("init", "data"):
            page.select_option(f"[name={name}]", str(value))
        else:
            page.fill(f"[name={name}]", str(value))


def train(page, seconds=60, until=50, **settings):
    """Train a network of these settings until it reads more than half."""
    set_all(page, **settings)
    afresh = page.locator("[data-do=new]")
    if afresh.is_visible():
        afresh.click()
        expect(page.locator("#run")).to_have_text("Start", timeout=20_000)
    page.click("#run")
    hidden = f"784-{settings['hidden']}-" if settings.get("hidden") else "784-"
    expect(page.locator("#legend")).to_contain_text(hidden, timeout=30_000)
    wait(page, lambda: right(page) > until, seconds)


def pause(page):
    page.click("#run")
    expect(page.locator("#run")).to_have_text("Go on")
    page.wait_for_timeout(500)


def right(page):
    """Return what share of the test digits is read right, in percent."""
    text = page.locator("#progress").inner_text()
    return float(text.split(" % of")[0]) if " % of" in text else 0.0


def learned(page):
    """Return how many images have been learned from; at times it is not told."""
    for _ in range(200):
        text = page.locator("#progress").inner_text().replace(",", "")
        if found := re.search(r"(\d+) images learned", text):
            return int(found[1])
        page.wait_for_timeout(100)
    raise AssertionError(text)


def check_ten_digits(page):
    """At least nine of ten drawn digits are read by the shipped network."""
    read = []
    for strokes in STROKES.values():
        page.click("#clear")
        draw(page, strokes)
        read.append(page.locator("#answer").inner_text())
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
    page.click("#undo")  # what was cleared comes back
    answer(page, "7")


def check_who_speaks_for_an_output(page):
    draw(page, STROKES[3])
    page.locator(".output").nth(8).click()
    expect(page.locator("#network-title")).to_contain_text("speaks for 8")
    assert "output=8" in page.url
    page.click("#all")
    number = """text => parseFloat(text.replace("−", "-").replace("+", ""))"""
    told = page.evaluate(f"""["top", "tiles"].map((id) =>
        [...document.querySelectorAll(`#${{id}} .effect`)]
        .map((each) => ({number})(each.textContent)))""")
    top, tiles = told
    sizes = [abs(effect) for effect in top]
    assert sizes == sorted(sizes, reverse=True) and len(top) == 10, top
    assert len(tiles) == 224 and min(tiles) < 0 < max(tiles)  # all hidden neurons
    sum_, bias, z = page.evaluate(f"""[...document.getElementById("sum").textContent
        .replace(/([+−]) /g, "$1").match(/[+−]?[0-9.]+/g)].slice(1, 4).map({number})""")
    assert abs(sum(tiles) - sum_) < 0.05 * len(tiles), (sum(tiles), sum_)
    assert abs(sum_ + bias - z) < 1e-9, (sum_, bias, z)
    page.go_back()
    expect(page.locator("#network-title")).to_contain_text("speaks for 3")


def check_the_numbers_are_pythons(page):
    """All that the page calculates of a network and a digit, as the package does."""
    levels = random.Random(4).choices((0, 0, 9, 255), k=784)
    x, turned = Image(bytes(levels)), {"3": {"bias": 0.5, "out": {"7": 2.0}}}
    turned["5"] = {"off": True}
    for sizes, changes in (
        ([784, 10], {}), ([784, 9, 8, 10], {}), ([784, 12, 10], turned)
    ):  # fmt: skip
        plain = Network(sizes, seed=3, init="scaled")
        numbers, net = networks.to_numbers(plain), networks.changed(plain, changes)
        look = page.evaluate(LOOKED, [numbers, changes, levels])
        zs, (_, *layers) = net.forward(x)
        near(look["outputs"], layers[-1])
        for outputs in (layers[-1], look["row"][1]["outputs"]):
            assert look["sure"] == verdict.how_sure(outputs)
            assert (look["best"], look["rival"]) == verdict.best_two(outputs)
        near(look["pixels"]["paper"], steep := why.slopes(net, x, 7))
        near(look["pixels"]["ink"], hadamard(steep, x))
        near(look["hidden"], hidden := layers[-2] if len(sizes) > 2 else [])
        effects = hadamard(net.weights[-1][7], hidden) if hidden else []
        near(look["spoken"]["effects"], effects)
        near([look["spoken"]["sum"]], [sum(effects)], 0.0051)
        for j, to_outputs in look["spoken"]["top"]:
            near(to_outputs, [row[j] * hidden[j] for row in net.weights[-1]])
        if len(sizes) == 3:
            row = net.weights[0][3]
            near(look["neuron"]["ink"], hadamard(row, x))
            near(look["neuron"]["out"], [row[3] for row in net.weights[-1]])
            near([look["neuron"]["sum"] + 0.5], [zs[0][3]], 0.0051)
            near([look["neuron"]["a"]], [hidden[3]], 0.002)
    for outputs in ([0.1, 0.2, 0.0], [0.76, 0.24, 0.1], [0.76, 0.1, 0.26], [0.3, 0, 0]):
        flat = [[0.0] * 784, [0.0] * 784, [0.0] * 784]
        biases = [[math.log(a / (1 - a)) if a else -99.0 for a in outputs]]
        net = networks.to_numbers(Network.from_weights([flat], biases))
        look = page.evaluate(LOOKED, [net, {}, levels])
        assert look["sure"] == verdict.how_sure(look["outputs"]), outputs


LOOKED = """async ([numbers, changes, levels]) => {
    const { looked, unpacked } = await import("./look.js");
    const digit = Uint8Array.from(levels), row = [digit, digit];
    const output = 7 % numbers.sizes.at(-1);
    const look = looked(unpacked(numbers), changes, { digit, row }, output, 4);
    const plain = (_, value) => (ArrayBuffer.isView(value) ? [...value] : value);
    return JSON.parse(JSON.stringify(look, plain));
}"""


def near(found, wanted, most=1e-9):
    assert len(found) == len(wanted), (found, wanted)
    assert all(abs(a - b) <= most for a, b in zip(found, wanted)), (found, wanted)


def check_a_drawing_is_tidied_as_a_photo_is(page):
    """As large, as thick, in the middle, whether the page or scan.py has made it."""
    for size in (1.5, 0.4):
        box = {"x": 0.5 - size / 2, "y": 0.5 - size / 2, "width": size, "height": size}
        ink = 1.0, 1.0
        for digit, strokes in STROKES.items():
            drawn = [[on(box, point) for point in fine(each)] for each in strokes]
            mine, sheet = page.evaluate("""async (strokes) => {
                const { theSheet } = await import("./bench.js");
                theSheet().lay(strokes.map((stroke) => ({ stroke })));
                return [[...theSheet().digit()], atob(theSheet().question().grey)];
            }""", drawn)  # fmt: skip
            grey = [ord(level) / 255 for level in sheet]
            rows = [grey[k : k + 112] for k in range(0, 112 * 112, 112)]
            other = bytes(scan.fitted(rows))
            ink = ink[0] + sum(mine), ink[1] + sum(other)
            for a, b, most in zip(shape(mine), shape(other), (1.1, 1.1, 1.5, 1.5)):
                assert abs(a - b) < most, (digit, size, a, b)
        assert 0.9 < ink[0] / ink[1] < 1.1, ink


def shape(grey):
    """Return where a digit's middle is, and how wide and high it is."""
    inked = [divmod(place, 28) for place, level in enumerate(grey) if level > 40]
    middle = [
        sum(level * place(k) for k, level in enumerate(grey)) / sum(grey)
        for place in (lambda k: k // 28, lambda k: k % 28)
    ]
    return *middle, *(max(way) - min(way) for way in zip(*inked))


def fine(stroke):
    """Return a stroke with ten points where there was one, as a hand draws it."""
    for (x, y), (u, v) in zip(stroke, stroke[1:]):
        yield from ((x + (u - x) * k / 10, y + (v - y) * k / 10) for k in range(10))
    yield stroke[-1]


def turn(page, name, key):
    """Move a slider of the neuron that is open: b or a digit."""
    page.locator("#neuron-knobs input").nth("b0123456789".index(name)).press(key)


def check_a_turned_neuron_stays_turned(page):
    """Its answer is shown with another neuron open, too; each is put back.

    The pixels that speak for an answer are of the network as it is turned.
    """
    draw(page, STROKES[3])
    before, painted = outputs(page), pixels(page)
    tile = page.locator("#top .tile")
    first = tile.first.locator(".name").inner_text()
    tile.first.click()
    expect(page.locator("#neuron-title")).to_have_text(f"Hidden neuron {first}")
    settled(page)
    assert pixels(page) == painted
    for name, key in (("3", "Home"), ("b", "End")):
        turn(page, name, key)
    wait(page, lambda: outputs(page) != before)
    settled(page)
    turned = outputs(page)
    assert float(turned[3]) < 0.9, turned
    assert all(a != b for a, b in zip(pixels(page), painted))
    tile.nth(4).click()
    settled(page)
    assert outputs(page) == turned, "the change was dropped"
    page.click("#neuron-off")
    expect(page.locator("#turned li")).to_have_count(2)
    page.click("#neuron-back")
    expect(page.locator("#turned li")).to_have_count(1)
    page.reload()
    expect(page.locator("#turned li")).to_have_count(1)
    wait(page, lambda: outputs(page) == turned)
    page.go_back()
    expect(page.locator("#neuron-title")).to_have_text(f"Hidden neuron {first}")
    page.locator("#turned button").click()
    expect(page.locator("#turned li")).to_have_count(0)
    wait(page, lambda: outputs(page) == before)
    page.click("#neuron-close")
    expect(page.locator("#neuron")).to_be_hidden()


def check_a_reload_and_a_second_tab_while_training(page):
    """Neither stops or destroys what learns; both tabs show the same."""
    train(page, images=1000, hidden=12, eta=2.5)
    page.reload()
    wait(page, lambda: right(page) > 50)
    expect(page.locator("#run")).to_have_text("Pause")
    at = learned(page)
    other = page.context.new_page()
    other.goto(page.url)
    wait(other, lambda: learned(other) > at)
    wait(page, lambda: learned(page) > at)
    expect(page.locator("#elsewhere")).to_be_empty()
    other.click("#run")
    expect(page.locator("#run")).to_have_text("Go on")
    expect(page.locator("#elsewhere")).to_contain_text("Another tab")
    page.wait_for_timeout(500)
    draw(other, STROKES[4])
    answer(page, other.locator("#answer").inner_text())
    at = learned(page)
    page.reload()
    wait(page, lambda: right(page) > 50)
    assert learned(page) == at
    assert page.input_value("[name=hidden]") == "12"
    assert page.input_value("[name=eta]") == "2.5"
    page.fill("[name=eta]", "0.7")
    page.press("[name=eta]", "Tab")
    page.wait_for_timeout(300)
    page.reload()
    expect(page.locator("[name=eta]")).to_have_value("0.7")


def check_a_restart(page):
    """Another program shows what was made before: network, curves, sheet."""
    train(page, images=1000, hidden=12, eta=2)
    pause(page)
    draw(page, STROKES[7])
    told = page.locator("#progress").inner_text()
    was, look = page.locator("#answer").inner_text(), outputs(page)
    page.expected = ["ERR_", "Failed to load resource"]
    page.wait_for_timeout(500)
    page.program.kill()
    page.program.wait()
    with web.served("draw", home=page.home) as (_, lines):
        address = lines[-1]
        again = page.context.new_page()
        again.goto(address)
        answer(again, was)
        wait(again, lambda: outputs(again) == look)
        assert (
            again.locator("#progress").inner_text().split(" · ")[:2]
            == (told.split(" · ")[:2])
        )
        at = learned(again)
        again.click("#more summary")
        again.click("[data-do=mini-batch]")
        wait(again, lambda: learned(again) == at + 10)
        again.close()


def check_teaching_twenty_digits_and_leaving(page):
    """Own drawings are kept, learned, saved beside the network, and opened again."""
    for place in range(20):
        draw(page, STROKES[place % 10])
        page.locator("#mine-keep button").nth(place % 10).click()
        expect(page.locator("#answer")).to_be_empty()
        assert page.evaluate("scrollY") == 0
    draw(page, STROKES[3])
    page.get_by_role("link", name="Lessons").click()
    expect(page.locator("h1").last).to_be_visible()
    page.go_back()
    expect(page.locator("#mine button")).to_have_count(20)
    answer(page, "3")
    page.reload()
    expect(page.locator("#mine button")).to_have_count(20)
    with page.expect_download() as file:
        page.click("#save")
    path = file.value.path()
    kept = json.loads(path.read_text())["mine"]
    assert [each["digit"] for each in kept] == [*range(10)] * 2, kept
    page.click("#mine-teach")
    told = page.locator("#mine-told")
    expect(told).to_contain_text("Of 20 it read", timeout=60_000)
    wait(page, lambda: int(told.inner_text().split("reads ")[1].split()[0]) >= 19, 60)
    expect(page.locator("#which")).to_have_value("own")
    page.evaluate("""() => {  // both noughts, the second before there is news
        const shown = document.querySelectorAll("#mine button");
        [0, 10].forEach((place) => shown[place].click());
    }""")
    expect(page.locator("#mine button")).to_have_count(18)
    page.set_input_files("#load", path)
    expect(page.locator("#mine button")).to_have_count(20)
    page.set_input_files("#load", files=[{"name": "a.csv", "mimeType": "text/csv",
                                          "buffer": b"7" + 784 * b",255"}])  # fmt: skip
    expect(page.locator("#mine button")).to_have_count(21)


def refuse(page, question, **times):
    told = {"status": 400, "json": {"error": "No room."}}
    page.route(f"**/{question}", lambda route: route.fulfill(**told), **times)


def check_a_drawing_that_was_not_kept_stays(page):
    page.expected = ["Failed to load resource"]
    draw(page, STROKES[3])
    page.wait_for_timeout(500)
    refuse(page, "keep")
    page.locator("#mine-keep button").nth(3).click()
    expect(page.locator("#trouble")).to_have_text("No room.")
    page.wait_for_timeout(500)
    answer(page, "3")
    expect(page.locator("#trouble")).to_have_text("No room.")


def check_a_photograph_of_a_row(page):
    """504192, digit by digit, each with its cut; and a row that is drawn."""
    page.set_default_timeout(30_000)
    page.set_input_files("#photo", str(ROOT / "lessons/images/photograph.png"))
    expect(page.locator("#answer")).to_have_text("5 0 4 1 9 2", timeout=60_000)
    expect(page.locator("#row button")).to_have_count(6)
    page.locator("#row button").nth(4).click()
    expect(page.locator("#outputs .best b")).to_have_text("9")
    page.wait_for_timeout(500)
    page.expected = ["Failed to load resource"]
    refuse(page, "network", times=1)  # as if there were later news
    page.reload()
    expect(page.locator("#answer")).to_have_text("5 0 4 1 9 2", timeout=60_000)
    page.click("#clear")
    for digit, right in ((1, -0.2), (7, 0.2)):
        small = [[(right + x, y) for x, y in stroke] for stroke in STROKES[digit]]
        draw(page, small)
    answer(page, "1 7")


def check_learning(page):
    """Train until the curve rises; pause, go on, step; two runs on one chart."""
    assert page.locator("#settings input:visible").count() == 2
    expect(page.locator("#run")).to_have_text("Start")
    train(page, images=1000, hidden=30, eta=1)
    expect(page.locator("[name=eta]")).to_be_disabled()
    pause(page)
    at = learned(page)
    page.wait_for_timeout(1200)
    assert learned(page) == at, "it learned while paused"
    page.click("[data-do=mini-batch]")
    wait(page, lambda: learned(page) != at)
    assert learned(page) - at == 10, (at, learned(page))
    page.click("[data-do=epoch]")
    wait(page, lambda: learned(page) > at + 10 and learned(page) % 1000 == 0)
    page.click("#all")
    expect(page.locator("#tiles .tile")).to_have_count(30)
    expect(page.locator("#mistakes button").first).to_be_visible()
    page.fill("[name=hidden]", "12")
    expect(page.locator("#changed")).to_contain_text("fresh start")
    train(page, hidden=12, eta=3)
    expect(page.locator("#tiles .tile")).to_have_count(12)
    expect(page.locator("#legend li")).to_have_count(3)  # two runs, and the thin line
    expect(page.locator("#chart svg")).to_have_count(2)
    page.click("#taken summary")
    expect(page.locator("#confused tr")).to_have_count(11)
    expect(page.locator("#legend")).to_contain_text("η = 3, 784-12-10")
    pause(page)
    expect(page.locator("#which")).to_have_value("own")
    page.click("#before")
    expect(page.locator("#tiles .tile")).to_have_count(30)
    page.locator("#mistakes button").first.click()
    expect(page.locator("#answer")).not_to_be_empty()


def check_experiments(page):
    """Each is one click that runs, and says what to watch; the network stays."""
    train(page, images=1000, hidden=12, eta=3)
    pause(page)
    share = right(page)
    for place, (watch, wanted) in enumerate((
        ("thin curve", "300 images"), ("leaps over", "η = 100"), ("so near", "10, 784")
    )):  # fmt: skip
        page.locator("#experiment button").nth(place).click()
        expect(page.locator("#legend")).to_contain_text(wanted, timeout=20_000)
        expect(page.locator("#watch")).to_contain_text(watch)
        expect(page.locator("#run")).to_have_text("Pause")
    expect(page.locator("#dead")).to_be_visible(timeout=60_000)
    page.select_option("#which", "shipped")
    draw(page, STROKES[3])
    answer(page, "3")
    page.click("#run")
    for _ in range(3):
        page.click("#before")
        page.wait_for_timeout(1500)
        if right(page) == share:
            break


def check_no_hidden_layer(page):
    train(page, images=1000, hidden=0, eta=0.5)
    pause(page)
    draw(page, STROKES[0])
    expect(page.locator("#answer")).not_to_be_empty()
    expect(page.locator("#sum")).to_contain_text("no hidden neurons")
    expect(page.locator("#top")).to_be_hidden()


def check_save_and_open(page):
    train(page, images=1000, hidden=8, eta=2)
    pause(page)
    with page.expect_download() as download:
        page.click("#save")
    path = download.value.path()
    assert download.value.suggested_filename == "network.json"
    net = saved.load(path)
    assert net.sizes == [784, 8, 10]
    page.fill("[name=hidden]", "5")
    page.click("[data-do=new]")
    expect(page.locator("#network-title")).to_contain_text("784-5-10")
    page.set_input_files("#load", path)
    expect(page.locator("#network-title")).to_contain_text("784-8-10")
    expect(page.locator("#run")).to_have_text("Go on")
    wait(page, lambda: right(page) > 45)
    expect(page.locator("#which")).to_have_value("own")
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
    photo = {"name": "7.jpg", "mimeType": "image/jpeg", "buffer": bytes(board[0])}
    page.set_input_files("#photo", photo)
    expect(page.locator("#answer")).to_have_text("7")
    for data, words in ((b"no picture", "cannot open this file"),
                        (bytes(board[1]), "no ink")):  # fmt: skip
        page.set_input_files("#photo", {**photo, "buffer": data})
        expect(page.locator("#trouble")).to_contain_text(words)
    draw(page, STROKES[7])  # what is said leaves after it, or the sheet would move
    drawn = page.evaluate("""async () =>
        (await import("./bench.js")).theSheet().strokes[0].at(-1)""")
    near(drawn, STROKES[7][0][-1], 0.02)
    expect(page.locator("#answer")).to_have_text("7")
    expect(page.locator("#trouble")).to_be_hidden()


def check_a_photo_is_as_photo_py_reads_it(page):
    """Its brightness and its size; it is sent once, and a stroke over it is quick."""
    for kind, width, height, alpha, most in (
        ("png", 300, 200, 1, 0), ("png", 1301, 903, 1, 0), ("png", 1501, 1102, 0.6, 1),
        ("jpeg", 1000, 800, 1, 3), ("jpeg", 1608, 1201, 1, 3),
        ("jpeg", 3203, 2400, 1, 3), ("png", 90, 70, -1, 1),
    ):  # fmt: skip
        mine = page.evaluate(REDUCED, [kind, width, height, alpha])
        data, grey = (base64.b64decode(mine[name]) for name in ("file", "grey"))
        rows = photo.read_from(io.BytesIO(data), kind)
        case = kind, width, height
        assert (mine["width"], mine["height"]) == (len(rows[0]), len(rows)), case
        off = [abs(a - b) for a, b in zip(grey, b"".join(rows))]
        print(f"  {case}: off by {max(off)}, {statistics.fmean(off):.3f} in the mean")
        assert max(off) <= most and statistics.fmean(off) < 0.1, case
    page.evaluate(TIMES)
    draw(page, STROKES[7], pause=0.03)
    idle = statistics.median(page.evaluate("times.splice(0)"))
    large = base64.b64decode(page.evaluate(REDUCED, ["jpeg", 1000, 800, 1])["file"])
    file = {"name": "large.jpg", "mimeType": "image/jpeg", "buffer": large}
    page.set_input_files("#photo", file)
    settled(page)
    seen, sent = pixels(page), []
    painted = page.evaluate(SHEET)
    page.on("request", lambda request: sent.append(len(request.post_data or "")))
    draw(page, STROKES[7], pause=0.03)
    answer(page, "7")
    wait(page, lambda: len(sent) > 1)
    assert max(sent) < 50_000 and pixels(page) != seen, sent
    late = statistics.median(page.evaluate("times"))
    print(f"  a stroke: {idle:.0f} ms, over it {late:.0f}, {max(sent):,} bytes at most")
    assert late < max(16 * SLOWER, 2 * idle)
    for _ in range(2):  # it comes back, after the page has come anew, too
        page.reload()
        answer(page, "7")
    page.click("#undo")
    page.click("#undo")
    assert page.evaluate(SHEET) == painted


SHEET = "document.getElementById('sheet').toDataURL()"
REDUCED = """async ([kind, width, height, alpha]) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    const shade = context.createLinearGradient(0, 0, width, height);
    shade.addColorStop(0, "#f0e8ff");
    shade.addColorStop(1, "#b0b8a0");
    context.fillStyle = shade;
    context.globalAlpha = Math.abs(alpha);
    if (alpha > 0) context.fillRect(0, 0, width, height);  // else white on nothing
    context.lineWidth = height / 40;
    context.strokeStyle = alpha > 0 ? "#203080" : "white";
    for (let x = 1; x < 9; x++) {
        context.beginPath();
        context.ellipse(x * width / 9, height / 2, width / 30, height / 5, x, 0, 5);
        context.stroke();
    }
    const file = await canvas.convertToBlob({ type: `image/${kind}`, quality: 0.8 });
    const { reduced } = await import("./photo.js");
    const { toBase64 } = await import("../shared/server.js");
    const picture = await createImageBitmap(file, { colorSpaceConversion: "none" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { file: toBase64(bytes), ...reduced(picture, kind === "jpeg") };
}"""


def check_keyboard(page):
    """Everything is reached by Tab, shows that it is, and works by keys."""
    reached = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        name, outline = page.evaluate("""(() => {
            const here = document.activeElement;
            if (here === document.body) return ["", ""];
            const shown = here.type === "file" ? here.parentElement : here;
            return [here.id || here.name || here.className,
                getComputedStyle(shown).outlineStyle];
        })()""")
        reached.add(name)
        assert outline != "none" or not name, f"no focus to be seen on {name}"
    wanted = {"language", "sheet", "undo", "clear", "photo", "which", "run", "hidden"}
    assert wanted <= reached, reached
    page.focus("#sheet")
    for key in ("Space", *["ArrowDown"] * 20, "Space"):
        page.keyboard.press(key)
    answer(page, "1")
    page.keyboard.press("Control+z")
    expect(page.locator("#answer")).to_be_empty()
    page.focus("#top .tile")
    page.keyboard.press("Enter")
    expect(page.locator("#neuron")).to_be_visible()


def figure(page, name):
    """Show a figure on the lessons' page; return what finds its parts."""
    page.goto(page.address.replace("draw/", "lessons/02-gates.html"))
    page.locator("html[data-ready=yes]").wait_for(state="attached")
    page.evaluate("""async (name) => {
        const place = document.createElement("div");
        place.dataset.figure = name;
        document.querySelector("main").replaceChildren(place);
        (await import("../shared/figures.js")).putFigures(document.body, true);
    }""", name)  # fmt: skip
    return lambda part: page.locator(f"[data-figure={name}] [data-part={part}]")


def check_the_figures(page):
    """A neuron, a gate; all stages by keys, the step taken; XOR is learned."""
    part = figure(page, "step-and-sigmoid")
    for name, value in (("w", "10"), ("b", "-5"), ("x", "0.4")):
        part(name).fill(value)
    expect(part("formula")).to_contain_text("= −1.000")
    expect(part("step")).to_have_text("Perceptron: 0")
    expect(part("sigmoid")).to_contain_text("0.269")
    part = figure(page, "nand")
    for pressed, row, out in (("x0", "10", "1"), ("x1", "11", "0"), ("x0", "01", "1")):
        part(pressed).click()
        here = page.locator("tr.here td").all_inner_texts()
        assert here[0] + here[1] == row and here[3] == out, here
    part = figure(page, "forward-and-back")
    drawing = part("drawing")
    expect(drawing.locator("circle")).to_have_count(6)
    drawing.focus()
    seen = set()
    for _ in range(7):
        drawing.press("ArrowRight")
        seen.add(part("stage").inner_text())
    assert len(seen) == 7, seen
    told = pencil.one_step({**pencil.START, "x": [1, 0.5], "y": 1, "eta": 1})
    lines = part("lines").inner_text()
    for number in (told["weights"][1][0][0], told["weights"][0][1][1]):
        assert f"→ {number:.3f}".rstrip("0").replace("-", "−") in lines, lines
    assert f"C: {told['cost']:.3f} → {told['cost_after']:.3f}" in lines, lines
    expect(part("next")).to_have_text("Take the step")
    part("next").click()
    expect(part("stage")).to_contain_text("The network")
    box = part("numbers").locator("input").nth(-1)
    assert abs(float(box.input_value()) - told["weights"][1][0][2]) < 1e-4
    part("y").fill("0")
    for _ in range(3):
        part("next").click()
    expect(part("lines")).to_contain_text("C = (a − y)² / 2")
    part = figure(page, "xor")
    part("run").click()
    cost = part("told")
    limit = time.monotonic() + 30
    while float(cost.inner_text().split("cost ")[1]) > 0.01:
        assert time.monotonic() < limit, cost.inner_text()
        page.wait_for_timeout(50)


def check_languages(page):
    """In Chinese no word of English is left; and the switch changes all, for good."""
    draw(page, STROKES[3])
    page.locator("#top .tile").first.click()
    settled(page)
    words = page.evaluate("""document.body.innerText.replace(/[/]\\S+/g, "")
        .match(/[A-Za-z]{3,}/g)""")
    left = set(words) - set("purenet English XOR MNIST Space Ctrl Delete".split())
    assert not left, left
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    texts = """[...document.querySelectorAll("[data-say], #run, h2, .note, #all")]
        .map((each) => each.textContent)"""
    chinese = page.evaluate(texts)
    page.select_option("#language", label="English")
    same = {a for a, b in zip(page.evaluate(texts), chinese) if a == b}
    assert same <= {""}, same
    assert "undefined" not in page.evaluate("document.body.textContent")
    page.reload()
    expect(page.locator("#undo")).to_have_text("Undo")
    page.goto(page.url.split("#")[0] + "?lang=zh")
    expect(page.locator("#undo")).to_have_text("撤销")
    page.select_option("#language", label="English")
    page.select_option("#language", "zh")
    page.locator("#top .tile").first.click()
    wait(page, lambda: page.evaluate(texts) == chinese)
    settled(page)  # what follows clears the trouble
    page.set_input_files(
        "#load", files=[{"name": "a.json", "mimeType": "text/plain", "buffer": b"{}"}]
    )
    page.expected = ["Failed to load resource"]
    expect(page.locator("#trouble")).to_contain_text("不能当作网络使用")


check_languages.context = {"locale": "zh-CN", "color_scheme": "dark"}


def check_phone(page):
    """Nothing is wider than the page, a finger draws, the answer stays in view."""
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("header").bounding_box()["height"] < 130  # two lines of buttons
    touch = page.context.new_cdp_session(page)
    box = page.locator("#sheet").bounding_box()
    for kind, point in [("touchStart", (0.5, 0.2)), ("touchMove", (0.5, 0.5)),
                        ("touchMove", (0.48, 0.8)), ("touchEnd", None)]:  # fmt: skip
        points = [dict(zip("xy", on(box, point)))] if point else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(50)
    answer(page, "1")
    assert page.evaluate("scrollY") == 0
    settled(page)
    page.locator("#top .tile").first.click()
    for part in ("#outputs", "#neuron-knobs", "#training"):
        page.locator(part).scroll_into_view_if_needed()
        assert on_screen(page, "#answer"), part
    small = page.evaluate("""[...document.querySelectorAll("body *")]
        .filter((each) => each.checkVisibility() && each.innerText?.trim())
        .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 12)
        .map((each) => each.outerHTML)""")
    assert not small, small


check_phone.context = {"viewport": {"width": 360, "height": 740}, "has_touch": True,
                       "is_mobile": True, "device_scale_factor": 2}  # fmt: skip


def on_screen(page, selector):
    box, size = page.locator(selector).bounding_box(), page.viewport_size
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


class Hand:
    """A first-time user's: counts clicks, and scrolls to what is not on the screen."""

    def __init__(self, page):
        self.page, self.clicks, self.scrolls = page, 0, 0

    def see(self, selector, place=0):
        found = self.page.locator(selector).nth(place)
        box, size = found.bounding_box(), self.page.viewport_size
        if not 0 <= box["y"] <= box["y"] + min(60, box["height"]) <= size["height"]:
            self.scrolls += 1
            found.evaluate("each => each.scrollIntoView({ block: 'center' })")

    def click(self, selector, place=0):
        self.see(selector, place)
        if "label" not in selector:  # which would open a dialog of the system
            self.page.locator(selector).nth(place).click()
        self.clicks += 1
        self.page.wait_for_timeout(400)

    def draw(self, digit):
        self.see("#sheet")
        draw(self.page, STROKES[digit])

    def done(self, task, clicks, scrolls=0):
        """Say what a task has taken, which is to be no more; begin the next."""
        print(f"  {task}: {self.clicks} clicks, {self.scrolls} scrolls")
        assert self.clicks <= clicks and self.scrolls <= scrolls, task
        self.clicks = self.scrolls = 0


def check_ten_tasks(page):
    """What one wants to do first takes as few clicks as can be."""
    hand = Hand(page)
    hand.draw(3)
    hand.see("#answer")
    hand.done("read a digit", 0)
    hand.see("#ink")
    hand.done("see which pixels speak for the answer", 0)
    hand.click("#top .tile")
    hand.see("#neuron-weights")
    hand.done("look at a neuron that matters", 1)
    hand.click("#neuron-off")
    hand.see("#answer")
    hand.done("switch it off, and see the answer", 1)
    page.click("#neuron-back")
    page.click("#neuron-close")
    hand.click("label:has(#photo)")
    page.set_input_files("#photo", str(ROOT / "lessons/images/photograph.png"))
    expect(page.locator("#row button")).to_have_count(6, timeout=60_000)
    hand.see("#row")
    hand.done("read a photograph of a row", 1)
    hand.click("#run")
    wait(page, lambda: right(page) > 30, 60)
    hand.see("#chart svg", 1)
    hand.done("train a network, and see both curves", 1)
    hand.click("#run")
    hand.click("#save")
    hand.click("label:has(#load)")
    hand.done("save it, and open one", 3, 1)
    hand.click("#run")
    page.locator("#mistakes button").first.wait_for(timeout=60_000)
    hand.click("#run")
    hand.click("#mistakes button")
    hand.see("#answer")
    hand.done("train, and look at a mistake", 3, 1)
    page.click("#clear")
    hand.click("#experiment button")
    hand.see("#chart svg", 1)
    hand.done("learn by heart", 1, 1)
    for digit in range(10):
        hand.draw(digit)
        hand.click("#mine-keep button", digit)
    hand.click("#mine-teach")
    hand.see("#mine-told")
    hand.done("teach it ten digits of one's own", 11, 1)


check_ten_tasks.context = {"viewport": {"width": 1280, "height": 800}}


def check_axe(page):
    """Nothing serious, in light and in dark, at two widths."""
    train(page, images=1000, hidden=12, eta=3)
    pause(page)
    draw(page, STROKES[3])
    page.locator("#top .tile").first.click()
    page.click("#all")
    page.click("#taken summary")
    settled(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.wait_for_timeout(200)
            web.check_axe(page, (scheme, width))


def check_it_opens_at_once(page):
    """Under a second until a digit can be drawn and is answered."""
    page.goto("about:blank")
    best = 9.0
    for _ in range(5):
        since = time.monotonic()
        page.goto(page.address)
        page.locator("#top .tile").first.wait_for()
        best = min(best, time.monotonic() - since)
    print(f"  {best:.2f} s")
    assert best < 1.0 * SLOWER


# From the first movement not yet answered, to its answer on the page.
TIMES = """() => {
    window.times = [];
    let moved = null;
    const move = (event) => { if (event.buttons) moved = moved ?? event.timeStamp; };
    const sheet = document.getElementById("sheet");
    sheet.addEventListener("pointermove", move, { capture: true });
    new MutationObserver(() => {
        if (moved !== null) times.push(performance.now() - moved);
        moved = null;
    }).observe(document.getElementById("outputs"),
        { attributes: true, characterData: true, childList: true, subtree: true });
}"""


def late_answer(page):
    """Draw all ten digits; return median and most from stroke to answer, in ms."""
    page.evaluate("times.length = 0")
    for digit in range(10):
        page.click("#clear")
        draw(page, STROKES[digit], pause=0.03)
    times = sorted(page.evaluate("times"))
    middle, late = statistics.median(times), times[int(0.95 * len(times))]
    print(f"  {len(times)} answers: median {middle:.0f} ms, 95th {late:.0f}, "
          f"most {times[-1]:.0f}")  # fmt: skip
    return middle, late


def check_an_answer_comes_at_once_while_training(page):
    """From stroke to answer: 16 ms in the middle, 50 at the 95th percentile.

    Whatever else the machine does only adds to it, so the best of some rounds
    counts; a slower machine has as much longer, and one that is busy, with two
    cores for browser, server and trainer, twice what it takes while nothing is
    learned.
    """
    page.evaluate(TIMES)
    idle = [late_answer(page) for _ in range(2)]
    most = [
        max(limit * SLOWER, 2 * min(each)) for limit, each in zip((16, 50), zip(*idle))
    ]
    train(page, images=5000, hidden=30, eta=3)
    page.evaluate("document.getElementById('sheet').scrollIntoView()")
    for _ in range(6):
        found = late_answer(page)
        if all(each <= limit for each, limit in zip(found, most)):
            break
    expect(page.locator("#run")).to_have_text("Pause")  # it is still learning
    assert all(each <= limit for each, limit in zip(found, most)), (found, most)


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


def check_the_program_ends(page):
    """The page says so; a question that it asks then fails in the console."""
    page.expected = ["ERR_CONNECTION", "Failed to load resource"]
    page.program.terminate()
    expect(page.locator("#trouble")).to_contain_text("The program has ended")
    page.select_option("#language", "zh")
    expect(page.locator("#trouble")).to_contain_text("程序已经结束")


def run(check, browser):
    """Run one check on a page of its own; raise where something is wrong."""
    wide = {"viewport": {"width": 1200, "height": 900}, "locale": "en-US"}
    options = {**wide, **getattr(check, "context", {})}
    with (
        tempfile.TemporaryDirectory() as home,
        web.served("draw", home=home, BROWSER="echo %s") as (process, lines),
        contextlib.closing(browser.new_context(**options)) as context,
    ):
        process.stdout.readline()  # how it is ended
        address, file = lines[-1], process.stdout.readline().strip()
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.program, page.home, page.address, page.expected = (
            process,
            home,
            address,
            [],
        )
        host = address.rsplit("/", 3)[0]
        said = web.watched(page, host, "blob:" + host, file)
        page.goto(file)
        page.locator("#top .tile").first.wait_for()
        assert page.url == address, page.url
        check(page)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{check.__name__}.png", full_page=True)
        said = [s for s in said if not any(known in s for known in page.expected)]
        assert not said, said


def main(names):
    """Run all checks, or those named; return an exit status."""
    checks = [f for name, f in globals().items() if name.startswith("check_")]
    checks = [f for f in checks if not names or any(n in f.__name__ for n in names)]
    failed = 0
    with web.browser() as browser:
        for check in checks:
            print(check.__name__.replace("_", " "), flush=True)
            try:
                run(check, browser)
            except Exception as error:
                failed += 1
                where = traceback.extract_tb(error.__traceback__)
                lines = [frame.lineno for frame in where if frame.filename == __file__]
                print(f"  FAILED at line {lines[-1]}: {error}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
