"""The page without a browser: what it answers, whom it refuses, how it ends.

browser_page tries the same page in a real browser.
"""

import base64
import contextlib
import io
import json
import os
import posixpath
import random
import re
import signal
import socket
import stat
import threading
import time
import unittest
from dataclasses import fields
from functools import partial
from pathlib import Path
from unittest import mock
from urllib.parse import urlsplit

from purenet import network2
from purenet.classroom import handout
from purenet.commands import draw
from purenet.console import replacing
from purenet.data.image import Image
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.photos import jpeg, photo, reading
from purenet.runs import saved, shipped
from purenet.runs.settings import Settings
from purenet.web import pencil, server
from purenet.web.draw import drawings, networks, trainer, trainer_process
from purenet.web.draw.questions import Workbench
from purenet.web.draw.settings import DEFAULTS
from purenet.web.draw.trainer_process import Training
from purenet.web.lessons.questions import Lessons
from purenet.web.pages import Pages, all_files
from tests import LONG, ROOT, InAFolder, called, near
from tests.web import asked, served

draw_page = partial(served, "draw", "--no-browser")


EXPORTS = r"(?m)^export (?:async )?(?:function|const|class) (\w+)"


def a_seven():
    """Return a sheet of 112 x 112 with a seven on it, as the page sends it."""
    sheet = bytearray(112 * 112)
    for step in range(60):
        for thick in range(8):
            sheet[112 * (25 + thick) + 25 + step] = 255
            sheet[112 * (25 + step) + 80 - step // 2 + thick] = 255
    grey = base64.b64encode(sheet).decode()
    return {"grey": grey, "width": 112, "height": 112}


def with_weights(size):
    """Return a network whose weights are all so large."""
    net = Network([784, 10])
    net.weights = [Matrix([[size] * 784 for _ in range(10)])]
    return net


def drawn(level, digit=7):
    """Return a drawing, all of one level, as it is kept."""
    return {"seen": base64.b64encode(bytes([level] * 784)).decode(), "digit": digit}


def as_text(net, **more):
    return saved.contents(net, "json", **more).decode()


class Served(unittest.TestCase):
    """A server on a free port, with an untrained network."""

    def setUp(self):
        self.shipped = Network([784, 5, 10], seed=0, init="scaled")
        self.pages = Pages(self.shipped)
        self.training = self.pages.training
        self.server = server.PageServer(0, self.pages)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()
        self.addCleanup(self.end)

    def end(self):
        self.server.shutdown()
        self.server.server_close()
        self.pages.close()
        self.thread.join()

    def request(self, method, path, body=None, **headers):
        return asked(self.server.port, method, path, body, **headers)

    def ask(self, name, question, room="draw"):
        status, _, body = self.request(
            "POST", f"/{self.server.token}/{room}/{name}", json.dumps(question)
        )
        return status, json.loads(body)

    def raw(self, data):
        """Return all that comes back for some bytes."""
        with socket.create_connection(("127.0.0.1", self.server.port), 5) as line:
            answer = b""
            # A server that has seen enough may be gone before all is sent.
            with contextlib.suppress(OSError):
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
            with contextlib.suppress(OSError):
                while part := line.recv(65536):
                    answer += part
            return answer

    def assert_alive(self):
        status, answer = self.ask("read", a_seven())
        self.assertEqual(status, 200, answer)


class TheAnswers(Served):
    def test_its_own_files_and_no_others(self):
        for name in (n for n in all_files() if LONG or not re.search("source|zh/", n)):
            status, headers, body = self.request("GET", f"/{self.server.token}/{name}")
            self.assertEqual((status, bool(body)), (200, True), name)
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        for name in ("", "draw", "page.js", "draw/xor.py", "draw/words.js",
                     "../server.py", "draw/../shared/words.js",
                     "%2e%2e/%2e%2e/pyproject.toml", "..%2fserver.py", "./draw/page.js",
                     "/etc/passwd", "draw/page.js%00", "draw/page.js/",
                     "C:\\Windows\\win.ini"):  # fmt: skip
            path = f"/{self.server.token}/{name}"
            self.assertEqual(self.request("GET", path)[0], 404, name)

    def test_every_file_of_the_pages_is_served(self):
        web = ROOT / "purenet" / "web"
        files = {
            path.relative_to(web).as_posix()
            for path in web.rglob("*.*")
            if path.suffix not in (".py", ".pyc", ".html")
        }
        self.assertEqual(files - set(all_files()), set())

    def test_every_script_has_what_it_imports(self):
        """And no other room's; whatever answers has what is imported, too."""
        files = all_files().items()
        texts = {n: read().decode() for n, (kind, read) in files if "script" in kind}
        for name, text in texts.items():
            room = name.split("/")[0]
            for names, target in re.findall(r'import \{([^}]*)\} from "([^"]+)"', text):
                found = posixpath.normpath(posixpath.join(name, "..", target))
                founds = [found] if "pyodide/" not in target else []
                if found == "shared/server.js" and room != "draw":
                    founds += ["shared/no-server.js", "shared/pyodide-server.js"]
                for each in founds:
                    self.assertIn(each.split("/")[0], (room, "shared"), name)
                    there = re.findall(EXPORTS, texts[each])
                    for wanted in names.split(","):
                        self.assertIn(wanted.split(" as ")[0].strip(), there, name)

    def test_the_form_has_the_bounds_of_the_table(self):
        page = (ROOT / "purenet" / "web" / "draw" / "page.html").read_text("utf-8")
        table = {each.name: each.metadata for each in fields(Settings)}
        found = re.findall(r'name="(\w+)" type="number" min="(\S+)" max="(\d+)"', page)
        self.assertEqual(len(found), 5)
        for name, low, high in found:
            bounds = table["train" if name == "images" else name]["page"]
            self.assertEqual((int(float(low)), int(high))[-len(bounds) :], bounds, name)

    def test_one_step_by_hand(self):
        question = {**pencil.START, "x": [1, 0.5], "y": 1, "eta": 2}
        told = self.ask("one_step", question, "lessons")[1]
        net = Network.from_weights(pencil.START["weights"], pencil.START["biases"])
        nabla_b, nabla_w = net.backprop([1, 0.5], [1])
        self.assertEqual(told["deltas"], nabla_b)
        self.assertEqual(told["nabla_w"], [[list(r) for r in w] for w in nabla_w])
        net.update_mini_batch([([1, 0.5], [1])], 2.0)
        weights = [[list(row) for row in w] for w in net.weights]
        self.assertEqual(told["weights"], weights)
        a = net.feedforward([1, 0.5])[0]
        self.assertAlmostEqual(told["cost_after"], (a - 1) ** 2 / 2)
        xor = {"seed": 1, "epochs": 300, "eta": 3}
        self.assertEqual(len(self.ask("learn_xor", xor, "lessons")[1]["surface"]), 441)
        for name, right, wrongs in (
            ("one_step", question, (
                {"weights": 7}, {"weights": [[[1]]], "biases": [[0]]}, {"x": [1]},
                {"y": "1"}, {"eta": None}, {"weights": [["a"]], "biases": []})),
            ("learn_xor", xor, (
                {"seed": -1}, {"epochs": 501}, {"eta": 1e99}, {"weights": "x"})),
        ):  # fmt: skip
            for wrong in wrongs:
                status, _ = self.ask(name, {**right, **wrong}, "lessons")
                self.assertEqual(status, 400, wrong)

    def test_a_network_and_what_is_turned_of_it(self):
        """Its numbers, and two neurons turned, of which one is put back."""
        told = self.ask("network", {})[1]
        net = networks.from_numbers(told["sizes"], told["cost"], told["doubles"])
        self.assertEqual(net.weights, self.shipped.weights)
        turned = [{"neuron": 2, "out": {str(k): 0.5}} for k in range(10)]
        more = [{"neuron": 2, "bias": 1.5}, {"neuron": 4, "off": True}]
        for turn in turned + more:
            self.assertEqual(self.ask("keep", {"turn": turn})[0], 200)
        state = self.ask("state", {"version": -1})[1]
        out = {str(k): 0.5 for k in range(10)}
        two = {"2": {"bias": 1.5, "out": out}, "4": {"off": True}}
        self.assertEqual((state["turned"], state["stamp"]), (two, told["stamp"]))
        net.biases[0][2] = 1.5
        for row in net.weights[1]:
            row[2], row[4] = 0.5, 0.0
        again, _ = networks.loaded(self.ask("save", {})[1]["saved"])
        self.assertEqual((again.biases, again.weights), (net.biases, net.weights))
        self.ask("keep", {"turn": {"neuron": 2, "back": True}})
        state = self.ask("state", {"version": -1})[1]
        self.assertEqual(state["turned"], {"4": {"off": True}})
        for wrong in (
            {"neuron": 5}, {"neuron": 0, "out": [1]}, {"neuron": True}, {},
            {"neuron": 0, "out": {"10": 1}},
            {"neuron": 0, "bias": "x"}, {"neuron": 0, "bias": 1e99}
        ):  # fmt: skip
            self.assertEqual(self.ask("keep", {"turn": wrong})[0], 400, wrong)

    def test_photos_and_rows(self):
        """The digits of a photograph and of a drawing; one that is drawn is none."""
        net = shipped.load()
        workbench = Workbench(Training(net))

        def read(grey, width, height, **more):
            grey = base64.b64encode(grey).decode()
            question = {"grey": grey, "width": width, "height": height, **more}
            digits = workbench.read(question)["digits"]
            return [net.predict(Image(base64.b64decode(digit))) for digit in digits]

        picture = photo.read(ROOT / "lessons" / "images" / "photograph.png")
        grey, size = b"".join(map(bytes, picture)), (len(picture[0]), len(picture))
        self.assertEqual(read(grey, *size, photo=True), [5, 0, 4, 1, 9, 2])
        sheet = bytearray(112 * 112)
        for y in range(30, 80):
            for left in (30, 70):
                sheet[112 * y + left : 112 * y + left + 6] = bytes([255] * 6)
        self.assertEqual(read(sheet, 112, 112), [1, 1])
        seven, rng = base64.b64decode(a_seven()["grey"]), random.Random(1)
        self.assertEqual(read(seven, 112, 112), [])
        bright = bytes(200 - level // 2 - rng.randrange(9) for level in seven)
        self.assertEqual(read(bright, 112, 112, photo=True), [7])
        self.assertEqual(read(bytes(112 * 112), 112, 112), [])
        question = {**a_seven(), "grey": base64.b64encode(bytes(112 * 112)).decode()}
        told = workbench.read({**question, "photo": True})
        self.assertEqual((told["digits"], "ink" in told["why"]), ([], True))
        one = reading.Digit(Image(bytes(784)), [0.0] * 10, 0, 1, 0)
        found = [one, one._replace(words=True)]
        with mock.patch.object(reading, "read", return_value=found):
            told = workbench.read({**question, "photo": True})
        self.assertEqual((len(told["digits"]), told["why"][:8]), (1, "Left out"))

    def test_questions_that_make_no_sense(self):
        seven = a_seven()
        for name, question in (
            ("nothing", {}),
            ("read", []),
            ("read", {**seven, "grey": "?"}),
            ("read", {**seven, "grey": 7}),
            ("read", {**seven, "width": 10**9}),
            ("read", {**seven, "height": True}),
            ("keep", {"sheet": 5}),
            ("keep", {"sheet": [{}]}),
            ("keep", {"sheet": [{"stroke": [["a", 1]]}]}),
            ("keep", {"sheet": [{"photo": {"grey": "", "width": 1, "height": 1}}]}),
            ("keep", {"drawing": {"seen": "AAAA", "digit": 3}}),
            ("keep", {"mine": [{"seen": "", "digit": 10}]}),
            ("keep", {"form": {"eta": -1}}),
            ("keep", {"form": {}, "tab": 7}),
            ("learn", {"do": "__init__"}),
            ("learn", {"do": "run", "settings": {"eta": "3"}}),
            ("learn", {"do": "run", "settings": {"images": 10**9}}),
            ("learn", {"do": "run", "settings": {"data": "/etc/passwd"}}),
            ("load", {"saved": 5}),
            ("load", {"saved": '{"sizes": [784, 10]}'}),
            ("load", {"saved": as_text(Network([3, 2]))}),
            ("load", {"saved": "\ud800"}),
            ("load", {"saved": as_text(with_weights(1e307))}),
        ):
            with self.subTest(name=name, question=str(question)[:60]):
                status, answer = self.ask(name, question)
                self.assertEqual(status, 400)
                self.assertTrue(answer["error"])
        self.assertIsNone(self.training._process)

    def test_lessons_are_read_and_no_code_runs(self):
        page = f"/{self.server.token}/lessons/01-perceptrons.html"
        status, _, found = self.request("GET", page)
        self.assertEqual(status, 200)
        self.assertIn('<div class="block">', found)
        status, answer = self.ask("kept", {"page": "01-perceptrons"}, "lessons")
        self.assertIn("lessons --open", answer["read"])
        block = {"page": "01-perceptrons", "block": 0, "source": "1", "tab": "t"}
        exercise = {"name": "05_nand", "text": "1", "seen": ""}
        with mock.patch("subprocess.Popen", side_effect=AssertionError("it runs")):
            for name in set(Lessons.QUESTIONS) - {"kept"}:
                status, answer = self.ask(name, {**block, **exercise}, "lessons")
                self.assertEqual(status, 400, name)
                self.assertIn("there is no question", answer["error"])

    def test_data_that_may_not_be_looked_at(self):
        with mock.patch("purenet.web.draw.questions.find", side_effect=PermissionError):
            status, answer = self.ask("hello", {})
        self.assertEqual((status, answer["found"]), (200, None))


class Refusals(Served):
    def refused(self, status, *request, **headers):
        with self.subTest(request=str(request)[:60], headers=str(headers)[:60]):
            self.assertEqual(self.request(*request, **headers)[0], status)

    def test_foreign_hosts_and_origins_and_wrong_tokens(self):
        page, port = f"/{self.server.token}/draw/", self.server.port
        own = {"Host": f"localhost:{port}", "Origin": f"http://localhost:{port}"}
        for status, name, values in (
            (403, "Host", ("example.com", f"example.com:{port}", "127.0.0.1",
                           "localhost:1")),
            (403, "Origin", ("http://example.com", "null", "",
                             f"https://127.0.0.1:{port}")),
            (403, "Sec-Fetch-Site", ("cross-site", "same-site", "", "none, none")),
            (200, "Sec-Fetch-Site", ("same-origin", "none")),
        ):  # fmt: skip
            for value in values:
                self.refused(status, "GET", page, **{name: value})
                self.refused(status, "POST", page + "hello", "{}", **{name: value})
        self.refused(200, "POST", page + "hello", "{}", **own)  # but its own
        for path in ("/", "", "/x/", "/%FF/", "//", f"/{self.server.token}"):
            self.refused(403, "GET", path)
        _, headers, body = self.request("GET", "/x/", Accept="text/html,*/*")
        self.assertIn("<p>open the address that", body)  # a person reads it
        self.assertIn("text/html", headers["Content-Type"])

    def test_no_line_is_said_twice(self):
        host = f"127.0.0.1:{self.server.port}"
        start = f"POST /{self.server.token}/draw/hello HTTP/1.1\r\n"
        lines = [f"Host: {host}", f"Origin: http://{host}", "Content-Length: 2"]
        lines.append("Sec-Fetch-Site: same-origin")
        whole = "\r\n".join(lines) + "\r\n"
        self.assertIn(b" 200 ", self.raw(f"{start}{whole}\r\n{{}}".encode())[:20])
        for line in lines:
            for other in (line, line.split(":")[0].lower() + ": evil.example"):
                for said in (f"{whole}{other}\r\n", f"{other}\r\n{whole}"):
                    answer = self.raw(f"{start}{said}\r\n{{}}".encode())
                    self.assertIn(b" 400 ", answer[:20], said)
                    self.assertIn(b"Connection: close", answer)

    def test_a_body_is_not_the_next_request(self):
        host = f"Host: 127.0.0.1:{self.server.port}\r\n"
        hidden = f"GET /{self.server.token}/draw/ HTTP/1.1\r\n{host}\r\n"
        for method in ("GET", "PUT", "HEAD"):
            start = f"{method} /{self.server.token}/draw/ HTTP/1.1\r\n{host}"
            length = f"Content-Length: {len(hidden)}"
            for size in (length, "Transfer-Encoding: chunked"):
                answer = self.raw(f"{start}{size}\r\n\r\n{hidden}".encode())
                self.assertNotIn(b" 200 ", answer)
                self.assertEqual(answer.count(b"HTTP/1.1 "), 1, answer)

    def test_bodies(self):
        page = f"/{self.server.token}/"
        for status, body, headers in (
            (411, "{}", {"Content-Length": "-1"}),
            (411, "2\r\n{}\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked"}),
            *((400, body, {}) for body in (b"", b"{", b"\xff", b"[" * 100_000,
                                           b'{"a":' * 9999, b"NaN"))
        ):  # fmt: skip
            self.refused(status, "POST", page + "draw/read", body, **headers)
        for name, most in {"draw/hello": server.LONGEST, **server.LONGEST_FOR}.items():
            self.refused(
                413, "POST", page + name, "", **{"Content-Length": f"{most + 1}"}
            )
        for method in ("PUT", "OPTIONS"):
            self.refused(501, method, page)
        line = f"POST {page}draw/read HTTP/1.1\r\n"  # and one that is cut short
        line += f"Host: 127.0.0.1:{self.server.port}\r\nContent-Length: 99\r\n\r\n{{"
        self.assertIn(b" 400 ", self.raw(line.encode())[:20])

    def test_no_http_at_all(self):
        rng = random.Random(8)
        for data in (
            b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n",
            "GET /é/ HTTP/1.1\r\n\r\n".encode(), b"GET / HTTP/9.9\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 500 + b"\r\n",
            b"GET /" + b"a" * 100_000,
            b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n12",
            *(rng.getrandbits(800).to_bytes(100, "big") for _ in range(20))
        ):  # fmt: skip
            self.assertNotIn(b" 200 ", self.raw(data)[:20], data[:20])
        self.assert_alive()

    def test_slow_connections(self):
        number = 1000 if LONG else 200
        before = threading.active_count()
        page = f"/{self.server.token}/draw/read HTTP/1.1\r\n"
        page += f"Host: 127.0.0.1:{self.server.port}\r\nContent-Length: 99\r\n\r\n"
        begun = b"", b"GET / HTTP/1.1\r\nHost: a", b"POST " + page.encode()
        with contextlib.ExitStack() as stack, mock.patch.object(server, "SECONDS", 1.0):
            allow_files(number + 200)
            for count in range(number):
                line = socket.create_connection(("127.0.0.1", self.server.port), 5)
                stack.enter_context(line)
                with contextlib.suppress(ConnectionError):
                    line.sendall(begun[count % 3])
                if count % 50 == 0:
                    self.assert_alive()
            self.assert_alive()
            self.assertLessEqual(len(self.server._waiting), server.WAITING)
            limit = time.monotonic() + 10
            while time.monotonic() < limit and (
                self.server._waiting or threading.active_count() > before
            ):
                time.sleep(0.05)
            self.assertFalse(self.server._waiting)  # the silent are sent away
            self.assertLessEqual(threading.active_count(), before)


def allow_files(number):
    """Allow so many open files, as far as this process may."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < number:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(number, hard), hard))


class TheTrainer(unittest.TestCase):
    def setUp(self):
        patch = mock.patch.object(trainer, "TESTED", 20)
        patch.start()
        self.addCleanup(patch.stop)
        self.out = io.StringIO()
        self.trainer = trainer.Trainer(self.out)

    def obey(self, do, **settings):
        self.trainer.obey({"do": do, "settings": {"images": 60, **settings}})

    def work(self):
        while self.trainer.steps > 0:
            self.trainer.step()
        self.trainer.report()
        return json.loads(self.out.getvalue().splitlines()[-1])

    def test_steps_and_epochs(self):
        steps = ("mini-batch", 4, 10, (0, 10)), ("epoch", 4, 7, (1, 0))
        for do, hidden, size, place in steps:
            self.obey(do, hidden=hidden, mini_batch_size=size)
            state = self.work()["state"]
            self.assertEqual((state["epoch"], state["place"]), place)
        points = state["runs"][-1]["points"]
        self.assertEqual((points[0][0], points[-1][0]), (0, 1))
        self.obey("run", hidden=4, mini_batch_size=20)
        self.trainer.step()
        self.obey("pause", hidden=4)
        points = self.work()["state"]["runs"][-1]["points"]
        self.assertEqual(points[-1][0], 1.33333)  # it was asked what it knows now

    def test_the_same_network_as_by_hand(self):
        self.obey("epoch", hidden=4, seed=3, eta=2.0)
        self.work()
        by_hand = Network([784, 4, 10], seed=3, init="scaled")
        list(by_hand.train(self.trainer.examples, 1, 10, 2.0))
        near(self, self.trainer.net.weights, by_hand.weights, 1e-6)

    def test_two_runs_on_one_chart(self):
        for eta in (0.1, 1.0, 3.0):
            self.obey("new", hidden=0, eta=eta)
            self.obey("epoch", hidden=0, eta=eta)
            state = self.work()["state"]
        self.assertEqual([run["etas"] for run in state["runs"]], [[1.0], [3.0]])
        self.obey("epoch", eta=0.5)
        self.assertEqual(self.work()["state"]["runs"][-1]["etas"], [3.0, 0.5])

    def test_weights_beyond_all_bounds(self):
        self.obey("new", hidden=3)
        self.trainer.net.weights[0][0][400] = float("inf")
        self.trainer.steps = 1
        self.trainer.step()
        self.assertIn("inf or nan", self.trainer.error)
        self.trainer.report()

    def test_data_without_test_images(self):
        pair = [(Image(bytes(784)), [1.0] + [0.0] * 9)]
        self.obey("mini-batch")
        self.work()
        for examples, tests in ((pair, []), ([], [(pair[0][0], 0)])):
            found = mock.Mock(return_value=(examples, [], tests))
            with mock.patch.object(trainer.mnist_loader, "load_data_wrapper", found):
                self.obey("run", data="found")
            state = self.work()["state"]
            self.assertRegex(state["error"], "[01] to test with; both are needed")
            self.assertFalse(state["running"])
        self.obey("mini-batch", data="built-in")
        self.assertEqual(self.work()["state"]["place"], 20)

    def test_dead_is_said_of_many_test_images_only(self):
        for tested in (99, 100):
            with mock.patch.object(trainer, "TESTED", tested):
                self.obey("new", hidden=0, images=30 + tested)
                self.obey("epoch", hidden=0, images=30 + tested, eta=500.0)
                self.assertEqual(bool(self.work()["state"]["dead"]), tested == 100)

    def test_load(self):
        for kind, cost in ((Network, "QuadraticCost"),
                           (network2.Network, "CrossEntropyCost")):  # fmt: skip
            net = kind([784, 3, 10], seed=5)
            self.trainer.obey({"do": "load", "saved": as_text(net)})
            self.assertEqual(self.trainer.net.biases, net.biases)
            self.assertFalse(self.work()["state"]["fresh"])
            self.obey("mini-batch")
            told = self.work()
            self.assertEqual(told["numbers"]["sizes"], [784, 3, 10])
            self.assertEqual(told["numbers"]["cost"], cost)

    def test_a_network_is_resumed(self):
        mine = [drawn(0)] * 3
        self.obey("epoch", hidden=3)
        self.work()
        self.trainer.obey({"do": "teach", "mine": mine})
        self.work()
        self.obey("mini-batch")
        told = self.work()
        again = trainer.Trainer(self.out)
        again.obey({"do": "resume", "mine": mine, **told})
        again.obey({"do": "back", "settings": {}})
        state = json.loads(self.out.getvalue().splitlines()[-1])["state"]
        self.assertEqual({**state, "speed": 0}, {**told["state"], "speed": 0})
        self.assertEqual(again.net.weights, self.trainer.net.weights)
        self.assertEqual(len(again.examples), 66)

    def test_a_long_curve_is_thinned(self):
        self.obey("new", hidden=0)
        with mock.patch.object(trainer, "POINTS", 10):
            for _ in range(40):
                self.trainer._test()
        self.assertLessEqual(len(self.trainer.runs[-1]["points"]), 10)


class TheKeptState(InAFolder):
    """What was made is there again, whole; only an order throws away a network."""

    def setUp(self):
        super().setUp()
        self.path = self.folder / "new" / "page.json"
        self.shipped = Network([784, 5, 10], seed=0, init="scaled")

    @contextlib.contextmanager
    def training(self):
        """Yield what the page has, with a process that only notes its orders."""
        with mock.patch.object(trainer_process, "Child") as child:
            child.return_value.line.return_value = b""
            child.return_value.ended.return_value = False
            tell = child.return_value.tell
            training = trainer_process.Training(self.shipped, self.path)
            training.orders = lambda: [json.loads(c.args[0]) for c in tell.mock_calls]
            try:
                yield training
            finally:
                training.close()

    def learned(self, seed, **state):
        """Return a trainer's report of a network that has learned."""
        net = Network([784, 4, 10], seed=seed)
        run = {"settings": DEFAULTS, "sizes": net.sizes, "etas": [3.0]}
        told = {"running": False, "fresh": False, "settings": DEFAULTS, **state}
        told["runs"] = [{**run, "points": [[0.0, 0.1, 0.1, 1.0, 1.0]]}]
        return {"state": told, "numbers": networks.to_numbers(net)}

    def test_all_is_there_again(self):
        drawing = drawn(0)
        sheet = [{"stroke": [[0.25, 0.5]]}, None]
        with self.training() as training:
            training._take(self.learned(1, epoch=3))
            training.order({"do": "pause"})
            training.put("network", "own", "a")
            training.turn({"neuron": 3, "bias": 2.0}, "a")
            training.put("sheet", sheet, "a")
            training.add([drawing], "b")
            before = training.wait(-1, "a")
            self.assertTrue(before["elsewhere"])
            self.assertFalse(training.wait(-1, "b")["elsewhere"])
        for place, mode in ((self.path, 0o600), (self.path.parent, 0o700)):
            if os.name == "posix":
                self.assertEqual(stat.S_IMODE(place.stat().st_mode), mode)
        with self.training() as training:
            now = training.wait(-1, "a")
            for name in ("network", "turned", "epoch", "runs", "has_own"):
                self.assertEqual(now[name], before[name], name)
            self.assertEqual(training.desk["sheet"], sheet)
            self.assertEqual(training.desk["mine"], [drawing])
            shown, numbers = training.shown()
            self.assertEqual(numbers, self.learned(1)["numbers"])
            self.assertEqual(shown["turned"], {"3": {"bias": 2.0}})
            training.order({"do": "run", "settings": {}})
            self.assertEqual([o["do"] for o in training.orders()], ["resume", "run"])

    def test_a_photo_is_sent_once_and_then_named(self):
        """The largest two fit; what another tab has covered is to be sent again."""
        figures = f"[{photo.HANDY:_}, {jpeg.MOST_PIXELS:_}, {photo.BLANK}]"
        self.assertIn(figures, all_files()["draw/photo.js"][1]().decode())
        size = {"width": 1000, "height": drawings.LARGEST // 1000}
        grey = base64.b64encode(bytes(drawings.LARGEST)).decode()
        photos = [{"photo": {"name": name, "grey": grey, **size}} for name in "abc"]
        for name, question, spare in (
            ("draw/read", {"photo": True, **photos[0]["photo"]}, 1000),
            ("draw/keep", {"sheet": photos[:2]}, 500_000),
        ):
            self.assertLess(len(json.dumps(question)) + spare, server.LONGEST_FOR[name])
        named = [{"photo": {"name": "b"}}, {"stroke": [[0.5, 0.5]]}]
        with self.training() as training:
            bench = Workbench(training)
            bench.keep({"sheet": photos[:2]})
            bench.keep({"sheet": named})
            there = [photos[1], named[1]]
            large = {"photo": {**photos[0]["photo"], "height": 1 + size["height"]}}
            for sheet in ([{"photo": {"name": "a"}}], photos, [large], [{"photo": 5}]):
                with self.assertRaises(ValueError):
                    bench.keep({"sheet": sheet})
            self.assertEqual(training.desk["sheet"], there)
        with self.training() as training:
            self.assertEqual(training.desk["sheet"], there)

    def test_what_a_hand_did_is_kept_at_once(self):
        """A kill loses a quarter of a second of it, and nothing of what has ended."""
        with mock.patch.object(trainer_process, "PAUSE", 60.0), self.training() as page:
            for sheet in ([None], [None, None], [None]):
                page.put("sheet", sheet, "a")
                self.kept_soon(lambda kept, sheet=sheet: kept["desk"]["sheet"] == sheet)
            for epoch in (1, 2):
                written = self.path.stat().st_mtime_ns
                page._take(self.learned(epoch, epoch=epoch, running=True))
                time.sleep(0.6)
                self.assertEqual(self.path.stat().st_mtime_ns, written)
                page._take(self.learned(epoch, epoch=epoch))
                ended = f'"epoch": {epoch},'
                self.kept_soon(lambda kept, e=ended: e in json.dumps(kept))

    def kept_soon(self, right):
        """Wait until what is in the file is right."""
        limit = time.monotonic() + 10
        while not self.path.exists() or not right(json.loads(self.path.read_bytes())):
            self.assertLess(time.monotonic(), limit)
            time.sleep(0.05)

    def test_one_file_holds_the_network_and_the_drawings(self):
        """Opened again all is there, once; so is what older pages have saved."""
        seven, grey, black = map(drawn, (0, 9, 255))
        with self.training() as training:
            bench = Workbench(training)
            bench.keep({"drawing": seven})
            text = bench.save({})["saved"]
            self.assertEqual(saved.network_in(json.loads(text)).sizes, [784, 5, 10])
            bench.keep({"mine": [black]})
            for _ in range(2):
                bench.load({"saved": text})
            self.assertEqual(training.desk["mine"], [black, seven])
            self.assertEqual(training.orders()[-1]["do"], "load")
            bench.keep({"mine": []})
            names = ",".join(f"pixel{k}" for k in range(784))
            for start in (f"label,{names}\n", f'"Label",{names}\n', ""):
                bench.keep({"mine": []})
                bench.load({"saved": start + "7" + 784 * ",255" + "\n"})
                self.assertEqual(training.desk["mine"], [black])
            bench.load({"saved": as_text(self.shipped)})
            self.assertEqual(training.desk["mine"], [black])
            for wrong in ("7,1\n", text.replace('"digit": 7', '"digit": 10'), "label,"):
                with self.assertRaises(ValueError):
                    bench.load({"saved": wrong})
            bench.keep({"mine": [black] * 199})
            before = len(training.orders())
            with self.assertRaisesRegex(ValueError, "^200 drawings are kept"):
                bench.load({"saved": as_text(self.shipped, mine=[seven, grey])})
            self.assertEqual(training.desk["mine"], [black] * 199 + [seven])
            for one in black, grey:  # which is not there
                bench.keep({"forget": one})
            self.assertEqual(training.desk["mine"], [black] * 198 + [seven])
            self.assertEqual(len(training.orders()), before + 1)

    def test_what_was_turned_of_a_network_that_is_gone(self):
        with self.training() as training:
            training._take(self.learned(1))
            training.put("network", "own", "a")
            training.turn({"neuron": 3, "off": True}, "a")
            training._take({"numbers": networks.to_numbers(Network([784, 10]))})
            self.assertEqual(training.shown()[0]["turned"], {})
            training._take({"numbers": None})
        with self.training() as training:
            state = training.wait(-1, "a")
            told = state["trouble"], state["network"], state["turned"]
            self.assertEqual(told, ("", "shipped", {}))

    def test_a_network_that_was_replaced_can_be_taken_back(self):
        for do in ("new", "afresh", "load"):
            with self.training() as training:
                training._take(self.learned(1))
                training.order({"do": do})
                training._take(self.learned(2, fresh=True))
                self.assertEqual(training.wait(-1, "")["before"], 0.1)
                training.order({"do": "new"})  # what has learned nothing is not kept
                training.order({"do": "back"})
                numbers = training.own["numbers"]
                self.assertEqual(numbers, self.learned(1)["numbers"], do)
                self.assertEqual(training.orders()[-2]["numbers"], numbers)
            self.path.unlink()

    def test_a_report_from_before_an_order_does_not_come_after_it(self):
        """Else a double click on "back" while it learns would lose a network."""
        one, other = self.learned(1), self.learned(2, running=True)
        with self.training() as training:
            training._take(dict(one))
            training.order({"do": "new"})
            training._take(dict(other))
            for before, after in ((other, one), (one, other)):
                late = {**before, "number": training.orders()[-1]["number"]}
                training.order({"do": "back"})
                training._take(late)
                self.assertEqual(training.own["numbers"], after["numbers"])
                self.assertEqual(training.before["numbers"], before["numbers"])

    def test_what_cannot_be_read_stays_in_a_file(self):
        whole = json.dumps({"desk": {}})
        self.path.parent.mkdir()
        for number, text in enumerate(("{", "[]", "7", whole, "[" * 10**5), 2):
            self.path.write_text(text)
            with self.training() as training:
                beside = self.path.with_name(f"page-{number}.json")
                self.assertIn(beside.name, training.wait(-1, "")["trouble"])
                self.assertEqual(beside.read_text(), text)
                self.assertFalse(training.wait(-1, "")["has_own"])
        with self.training() as training:
            training._take(self.learned(1))
        text = self.path.read_text().replace('"version": 1', '"version": 2')
        self.path.write_text(text)
        nowhere = mock.patch.object(Path, "rename", side_effect=OSError)
        with nowhere, self.training() as training:
            self.assertIn("not be read", training.wait(-1, "")["trouble"])
            training.put("sheet", [None], "a")
        self.assertEqual(self.path.read_text(), text)
        full = mock.patch.object(replacing, "_made", side_effect=OSError)
        with full, self.training() as training:
            self.assertIn("page-7.json", training.wait(-1, "")["trouble"])
        self.assertEqual(self.path.with_name("page-7.json").read_text(), text)

    def test_a_disk_that_is_full_for_a_while(self):
        full = OSError("no space left")
        with mock.patch.object(trainer_process, "PAUSE", 0.1), self.training() as page:
            with mock.patch.object(replacing, "write", side_effect=full):
                page.put("sheet", [None], "a")
                limit = time.monotonic() + 10
                while not page.wait(-1, "")["trouble"] and time.monotonic() < limit:
                    time.sleep(0.05)
                self.assertIn("no space left", page.wait(-1, "")["trouble"])
                self.assertFalse(self.path.exists())
            self.kept_soon(
                lambda kept: (kept["desk"]["sheet"], page.kept.trouble) == ([None], "")
            )

    @unittest.skipUnless(replacing.fcntl or replacing.msvcrt, "there are no locks")
    def test_one_program_keeps_it(self):
        for there in ([], [None]):  # no file is there at first
            with self.training() as first, self.training() as second:
                self.assertEqual(first.desk["sheet"], there)
                first.put("sheet", [None], "a")
                self.assertIn("use that one", second.wait(-1, "")["trouble"])
                second.put("sheet", [None, None], "a")
            with self.training() as training:
                self.assertEqual(training.desk["sheet"], [None])

    def test_a_folder_that_cannot_be(self):
        self.path.parent.write_text("")
        with self.training() as training:
            self.assertIn("not kept", training.wait(-1, "")["trouble"])


class TheProcess(Served):
    def wait(self, right):
        """Return the state as soon as it is right, within a generous limit."""
        limit = time.monotonic() + 30
        state = {"version": -1}
        while not right(state):
            self.assertLess(time.monotonic(), limit, f"never came: {str(state)[:500]}")
            _, state = self.ask("state", {"version": state["version"]})
        return state

    def test_learns_pauses_when_nobody_looks_and_ends(self):
        settings = {"images": 200, "hidden": 8}
        self.assertEqual(self.ask("learn", {"do": "run", "settings": settings})[0], 200)
        state = self.wait(lambda state: state.get("epoch", 0) >= 2)
        points = state["runs"][0]["points"]
        self.assertGreater(points[-1][1], points[0][1] + 0.1)
        self.assertEqual(self.ask("network", {})[1]["sizes"], [784, 8, 10])
        self.assertNotIn("numbers", state)
        process = self.training._process
        with mock.patch.object(trainer_process, "ABSENCE", 0.2):
            limit = time.monotonic() + 10
            while self.training.own["state"]["running"] and time.monotonic() < limit:
                time.sleep(0.05)
        self.assertFalse(self.training.own["state"]["running"])
        self.assertLess(trainer_process.ABSENCE, 10)  # seconds, not minutes
        self.training.close()
        self.assertTrue(process.ended())

    @unittest.skipUnless(LONG, "takes seconds: set PURENET_LONG=1")
    def test_another_is_started_where_one_was_killed(self):
        settings = {"images": 20, "hidden": 0}
        self.ask("learn", {"do": "mini-batch", "settings": settings})
        self.wait(lambda state: state.get("place"))
        self.training._process.process.kill()
        self.wait(lambda state: "ended" in state.get("error", ""))
        self.ask("learn", {"do": "mini-batch", "settings": settings})
        self.wait(lambda state: state.get("place"))


@unittest.skipUnless(os.name == "posix", "signals are sent as on Unix")
class TheCommand(InAFolder):
    def test_a_taken_port_and_a_clean_end(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            with draw_page("--port", str(port)) as (process, lines):
                self.assertIn(f"Port {port} is taken or not allowed", lines[0])
                self.assertTrue(lines[-1].endswith("/draw/"))
                question = {"do": "run", "settings": {"images": 10}}
                self.asked(lines[-1] + "learn", question)
                process.send_signal(signal.SIGINT)
                out, errors = process.communicate(timeout=10)
                self.assertEqual((process.returncode, errors), (0, ""))
        status, _, errors = called(draw.main, "--port", "99999")
        self.assertEqual(status, 2)
        self.assertIn("a port is from 1 to 65535", errors)

    def test_a_closed_terminal_loses_nothing(self):
        for number in (signal.SIGTERM, signal.SIGHUP):
            with draw_page(home=str(self.folder)) as (process, lines):
                for eta in (1.0, 2.0):
                    self.asked(lines[-1] + "keep", {"form": {"eta": eta}})
                process.send_signal(number)
                process.communicate(timeout=10)
                kept = Path(self.folder, "purenet", "page.json")
                form = json.loads(kept.read_bytes())["desk"]["form"]
                self.assertEqual(form, {"eta": 2.0})
                kept.unlink()

    def asked(self, address, question):
        """Return what the page answers, which is to be right."""
        there = urlsplit(address)
        status, _, told = asked(there.port, "POST", there.path, json.dumps(question))
        self.assertEqual(status, 200, told)
        return told

    @unittest.skipUnless(LONG, "takes seconds: set PURENET_LONG=1")
    def test_out_of_a_zip_file(self):
        archive = self.folder / "purenet.pyz"
        list(handout.pack(archive))
        with draw_page(PYTHONPATH=str(archive)) as (process, lines):
            for name, question, wanted in (
                ("learn", {"do": "mini-batch", "settings": {"images": 20}}, "{}"),
                ("state", {"version": 0}, '"runs"'),
                ("read", a_seven(), '"digits"'),
            ):
                limit, body = time.monotonic() + 10, ""
                while wanted not in body and time.monotonic() < limit:
                    body = self.asked(lines[-1] + name, question)
                self.assertIn(wanted, body)
