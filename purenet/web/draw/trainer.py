"""The process that learns: `trainer_process` starts it.

It reads orders from stdin and writes what there is to see to stdout, one line of
JSON each. It may take all the time there is: it ends with its owner, and the page
tells it to pause as soon as nobody asks any more. An order is one of these to "do",
with the "settings" of the moment, and perhaps the language of the page ("lang"):

    new           a network with fresh weights
    run           learn until told otherwise
    afresh        the same with fresh weights
    epoch         learn to the end of the epoch
    mini-batch    take one step
    pause         learn no more
    load          go on with a network, "saved"
    teach         an epoch with somebody's own drawings, "mine"
    resume        be as in a report of before: "state" and "numbers"
    back          the same has been said, and no more
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import queue
import sys
import threading
import time
from collections import Counter
from typing import Any, Callable, TextIO

from purenet import mnist_loader, network2
from purenet.engines import FastNetwork
from purenet.network import Network
from purenet.runs import shipped
from purenet.runs.report import hardly_ever
from purenet.web.asked import Message
from purenet.web.draw import networks
from purenet.web.draw.drawings import image_of, to_base64
from purenet.web.draw.settings import DEFAULTS, Settings
from purenet.words import choose, say, speaking

_SECONDS = 0.4  # between two reports
TESTED, MISTAKES = 1000, 24  # test images, and how many of those read wrong are shown
_LOOKED_AT = 500  # training images, each time when the test images are
_TOLD = ("settings", "epoch", "place", "runs", "mistakes", "confused", "error")
_OTHERS = 9  # digits for one drawing of somebody's own; so those are a tenth of all
RUNS, POINTS = 2, 400  # on one chart, and of a curve, at most


class Trainer:
    """A network, its data, and how far learning has come.

    steps: how many mini-batches are still to be learned from, inf for ever;
    waiting: says whether there is another order, for which long work is left off.
    """

    def __init__(self, out: TextIO, waiting: Callable[[], bool] = bool) -> None:
        self.out, self.waiting = out, waiting
        self.settings: Settings = dict(DEFAULTS)
        self.data: tuple[Any, Any] | None = None  # which, and how many images
        self.others: list[Any] = []  # without somebody's own drawings
        self.examples: list[Any] = []
        self.tests: list[Any] = []
        self.runs: list[Message] = []
        self.steps = 0.0
        self.error, self.number = "", 0  # the last order's
        self.reported = 0.0
        self._take([])
        self._have(None)

    def _have(self, net: Network | None, loaded: bool = False) -> None:
        """Go on with another network, and begin to count anew."""
        self.net, self.loaded = net, loaded
        fast = isinstance(net, FastNetwork)
        if net and not fast and network2.cost_of(net) == "QuadraticCost":
            self.net = FastNetwork.from_weights(net.weights, net.biases)
        self.learned = self.tested_at = 0  # images
        self.place = self.epoch = 0
        self.seconds = 0.0
        self.shuffled: list[Any] = []
        self.mistakes: list[Message] = []
        self.confused: list[list[int]] = []

    def obey(self, order: Message) -> None:
        """Do what an order says; what is wrong with it becomes `error`."""
        self.steps, self.error, self.number = 0, "", order.get("number", 0)
        if "lang" in order:
            choose(order["lang"])
        if order["do"] == "resume":
            self._resume(order)
            return
        try:
            eta = self.settings["eta"]
            self._adopt({**self.settings, **order.get("settings", {})})
            if order["do"] == "load":
                self._begin(networks.loaded(order["saved"])[0], loaded=True)
            elif order["do"] == "teach" and self.net is None:
                came = shipped.load()
                net = Network.from_weights(came.weights, came.biases)
                self._begin(net, loaded=True)
            elif order["do"] in ("new", "afresh") or (
                self.net is None and order["do"] not in ("pause", "back")
            ):
                sizes = [784, *filter(None, [self.settings["hidden"]]), 10]
                chosen = {name: self.settings[name] for name in ("seed", "init")}
                self._begin(FastNetwork(sizes, **chosen))
            elif self.runs:
                run, images = self.runs[-1], self.settings["images"]
                run["settings"] = {**run["settings"], "images": images}
                if eta != self.settings["eta"]:
                    run["etas"].append(self.settings["eta"])
            if order["do"] in ("pause", "back") and self.tested_at < self.learned:
                self._test()  # what is told is of the network that stays
            if order["do"] == "teach" and self.net:
                self._take(order["mine"])
                self._learn_from(self.others)
                self.mine_before = self._mine_right()
            left = len(self.examples) - self.place % len(self.examples)
            epoch = math.ceil(left / self.settings["mini_batch_size"])
            steps = {"run": math.inf, "afresh": math.inf, "mini-batch": 1}
            steps.update(epoch=epoch, teach=epoch)
            self.steps = steps.get(order["do"], 0)
        except _Stopped:
            pass
        except (ValueError, ArithmeticError, OSError, MemoryError) as error:
            self.error = str(error) or say("There is not enough memory for this.")
        self.report()

    def _adopt(self, settings: Settings) -> None:
        """Take over the settings, and load other data where they say so."""
        wanted = settings["data"], settings["images"]
        if wanted != self.data:
            self.wanted_images = settings["images"]
            self._say({"drawing": [0, self.wanted_images]})
            where = "built-in" if settings["data"] == "built-in" else None
            parts = {"train": settings["images"], "validation": 0, "test": TESTED}
            load = mnist_loader.load_data_wrapper
            examples, _, tests = load(where, **parts, progress=self._drawing)
            if not examples or not tests:
                words = (
                    "the data has {} images to learn from and {} to test with; "
                    "both are needed"
                )
                raise ValueError(say(words, len(examples), len(tests)))
            resumed = self.place if self.data is None else 0
            self.data, self.tests = wanted, tests
            self._learn_from(examples, resumed)
        self.settings = settings

    def _learn_from(self, others: list[Any], place: int = 0) -> None:
        """Learn from these, and somebody's own drawings, from a place on."""
        often = max(1, len(others) // (_OTHERS * max(1, len(self.mine))))
        mine = [(x, mnist_loader.vectorized_result(y)) for x, y in self.mine]
        self.others, self.examples = others, others + often * mine
        self.place, self.shuffled = place % len(self.examples), []

    def _take(self, mine: list[Message]) -> None:
        """Have somebody's own drawings in place of those before."""
        self.mine = [(image_of(one), one["digit"]) for one in mine]
        self.mine_before = 0  # how many were read right before they were learned from

    def _mine_right(self) -> int:
        assert self.net is not None
        return sum(self.net.predict(x) == digit for x, digit in self.mine)

    def _drawing(self, done: float, total: float) -> None:
        """Say how many images there are; some are there from the beginning."""
        if self.waiting():
            raise _Stopped
        if time.monotonic() - self.reported > _SECONDS:
            images = self.wanted_images
            self._say({"drawing": [max(0, round(images - total + done)), images]})

    def _resume(self, order: Message) -> None:
        """Have a network again, and all that was told of it."""
        state = order["state"]
        self._have(networks.from_numbers(**order["numbers"]), not state["fresh"])
        for name in _TOLD:
            setattr(self, name, state[name])
        self.learned = self.epoch * state["images"] + self.place
        self.tested_at = round(self.runs[-1]["points"][-1][0] * state["images"])
        self.data = None
        self._take(order["mine"] if state["mine"] else [])
        if state["mine"]:
            self.mine_before = state["mine"]["before"]

    def _begin(self, net: Network, loaded: bool = False) -> None:
        self._have(net, loaded)
        run = {"settings": self.settings, "sizes": net.sizes, "points": []}
        run["etas"] = [self.settings["eta"]]
        before = [run for run in self.runs if len(run["points"]) > 1]
        self.runs = [*before, run][-RUNS:]
        self._test()

    def step(self) -> None:
        """Learn from one mini-batch, and test now and then."""
        assert self.net is not None
        if not self.shuffled:
            self.shuffled = list(self.examples)
            self.net.rng.shuffle(self.shuffled)
        end = self.place + self.settings["mini_batch_size"]
        mini_batch = self.shuffled[self.place : end]
        started = time.perf_counter()
        try:
            self.net.update_mini_batch(mini_batch, self.settings["eta"])
        except ArithmeticError as error:
            self.steps, self.error, self.net = 0, str(error), None
            return
        self.seconds += time.perf_counter() - started
        self.place += len(mini_batch)
        self.learned += len(mini_batch)
        self.steps -= 1
        if self.place >= len(self.shuffled):
            self.place, self.shuffled = 0, []
            self.epoch += 1
        # Often at first, when the curve is steep, and less often later.
        pause = min(2000, max(200, self.learned // 2))
        if not (self.shuffled and self.steps) or self.learned - self.tested_at >= pause:
            self._test()

    def _test(self) -> None:
        """Read test images and training images: a point of each curve, the mistakes."""
        self.tested_at = self.learned
        known = [(x, y.index(1.0)) for x, y in self.examples[:_LOOKED_AT]]
        _, known_right, known_cost = self._read(known)
        answers, right, cost = self._read(self.tests)
        self.confused = [[0] * 10 for _ in range(10)]
        self.mistakes = []
        for (x, digit), answer in zip(self.tests, answers):
            self.confused[digit][answer] += 1
            if answer != digit and len(self.mistakes) < MISTAKES:
                seen = to_base64(bytes(x))
                self.mistakes.append({"seen": seen, "digit": digit, "answer": answer})
        points = self.runs[-1]["points"]
        epochs = self.epoch + self.place / len(self.examples)
        point = epochs, right, known_right, cost, known_cost
        points.append([round(value, 5) for value in point])
        if len(points) > POINTS:
            del points[1:-1:2]

    def _read(self, tests: list[Any]) -> tuple[list[int], float, float]:
        """Return the answers, the share of right ones, the mean of |y - a|^2 / 2."""
        assert self.net is not None
        answers, right, cost = [], 0, 0.0
        for x, digit in tests:
            a = self.net.feedforward(x)
            answers.append(a.index(max(a)))
            right += answers[-1] == digit
            cost += sum((a_j - (j == digit)) ** 2 for j, a_j in enumerate(a)) / 2
        return answers, right / len(tests), cost / len(tests)

    def report(self) -> None:
        """Say how it stands, and what the network is."""
        digits = Counter({k: sum(row) for k, row in enumerate(self.confused)})
        answers = Counter({k: sum(row) for k, row in enumerate(zip(*self.confused))})
        mine = None
        if self.mine and self.net:
            mine = {"count": len(self.mine), "before": self.mine_before}
            mine["now"] = self._mine_right()
        state = {
            "running": self.steps > 0,
            "fresh": self.learned == 0 and not self.loaded,
            "images": len(self.examples),
            "speed": round(self.learned / self.seconds) if self.seconds else 0,
            "tested": len(self.tests),
            "mine": mine,
            "dead": hardly_ever(digits, answers) if self.epoch else [],
            **{name: getattr(self, name) for name in _TOLD},
        }
        numbers = networks.to_numbers(self.net) if self.net else None
        self._say({"state": state, "numbers": numbers, "number": self.number})

    def _say(self, message: Message) -> None:
        self.out.write(json.dumps(message) + "\n")
        self.out.flush()
        self.reported = time.monotonic()

    def work(self, orders: queue.Queue[Message]) -> None:
        """Obey orders as they come, learn in between, and report."""
        while True:
            with contextlib.suppress(queue.Empty):
                self.obey(orders.get(block=self.steps <= 0))
            if self.steps > 0:
                self.step()
                if self.steps <= 0 or time.monotonic() - self.reported > _SECONDS:
                    self.report()


class _Stopped(Exception):
    """Another order has come while digits were being drawn."""


def _pass_on(orders: queue.Queue[Message]) -> None:
    for line in sys.stdin:
        orders.put(json.loads(line))
    os._exit(0)  # nobody gives orders any more


def main() -> None:
    """Work until stdin ends."""
    if hasattr(os, "nice"):
        os.nice(10)  # drawing goes first
    orders: queue.Queue[Message] = queue.Queue()
    threading.Thread(target=_pass_on, args=(orders,), daemon=True).start()
    with speaking(), contextlib.suppress(BrokenPipeError):  # the page has ended
        Trainer(sys.stdout, lambda: not orders.empty()).work(orders)
    os._exit(0)
