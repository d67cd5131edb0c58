"""How a run begins: anew, from a saved network, or where a checkpoint left it.

given: the settings that were typed, by name; the others are as usual, or as they are in
the file. tell: called with each line there is to say.

>>> run = anew({"data": "built-in", "train": 20, "test": 10, "epochs": 1})
Data: the built-in digits, 20 to learn from, 10 to test with
Network: 784-30-10, scaled weights, seed 0
Training: 1 epoch, mini-batches of 10, eta 3
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Callable

from purenet.console.programs import typed
from purenet.console.progress import Bar
from purenet.console.terminal import wrapped
from purenet.data import DataError
from purenet.data.find import find
from purenet.data.image import PIXELS, SIZES
from purenet.mnist_loader import load_data_wrapper
from purenet.runs import checkpoint, report, saved
from purenet.runs.run import Run
from purenet.runs.settings import SMALLER_ETA, TO_CHOOSE_BY, Settings, cost_in, written
from purenet.words import say

Given = Mapping[str, Any]
Tell = Callable[[str], None]


def anew(given: Given, load: str | None = None, tell: Tell = print) -> Run:
    """Return a new run; load: a network to start from. DataError where it is unfit."""
    if given.get("keep") == "best" or "patience" in given:
        given = {"validation": TO_CHOOSE_BY, **given}
    net = None
    if load:
        net = saved.load(load)
        saved.check_reads_digits(net, load, SIZES)
        if "init" in given:
            raise DataError("--init is for new weights, and {} has its own", load)
        hidden = net.sizes[1:-1]
        if given.get("hidden", hidden) != hidden:
            raise DataError("--hidden does not go with {}, which has {}", load, hidden)
        given = {"cost": cost_in(net), **given, "hidden": hidden}
    if given.get("cost") == "cross-entropy":
        given = {"eta": SMALLER_ETA, **given}
    settings = Settings(**given)
    run = Run(settings, *_data(settings, tell), net)
    for line in report.beginning(run, load):
        tell(line)
    return run


def resumed(given: Given, path: str, tell: Tell = print) -> Run:
    """Return the run in a checkpoint; what else is given must agree with it."""
    kept = checkpoint.Checkpoint(path)
    for name, value in given.items():
        before = getattr(kept.settings, name)
        if name != "data" and value != before:
            option = "--" + name.replace("_", "-"), written(value)
            template = (
                "{} {} does not go with the run in {}, which has {}: leave it out, "
                "or start a new run from its network with --load {}"
            )
            raise DataError(template, *option, path, written(before), path)
    data = given.get("data", kept.settings.data)
    run = kept.run(*_data(replace(kept.settings, data=data), tell))
    run.settings = replace(run.settings, data=data)  # where it is now
    for line in report.beginning(run, path):
        tell(line)
    if run.finished:
        tell(say("The run in {} is finished.", path))
    else:
        done, of = len(run.done), run.settings.epochs
        tell(say("Going on after {} of {} epochs.", done, of))
    return run


def _data(settings: Settings, tell: Tell) -> tuple[Any, Any, Any]:
    found = find(settings.data)
    label = say("Reading digits") if found.path else say("Drawing digits")
    counts = {name: getattr(settings, name) for name in ("train", "validation", "test")}
    with Bar(label) as progress:
        data = load_data_wrapper(found.name, **counts, progress=progress)
    if settings.validation and not data[1]:
        raise DataError(
            "{} has no validation images to choose the best epoch by: leave out "
            "--keep, --patience and --validation",
            found,
        )
    train, validation, test = (len(part) for part in data)
    line = say("Data: {}, {:,} to learn from, {:,} to test with", found, train, test)
    if validation:
        template = "Data: {}, {:,} to learn from, {:,} to choose by, {:,} to test with"
        line = say(template, found, train, validation, test)
    for part in wrapped(line):
        tell(part)
    if train and (inputs := len(data[0][0][0])) != PIXELS:
        side = math.isqrt(inputs)
        line = "(Images of {} x {} pixels: the network has {} inputs.)"
        tell(say(line, side, side, inputs))
    if found.looked:
        get = typed("purenet.commands.download")
        tell(say("(No MNIST was found; {} gets it.)", get))
    return data
