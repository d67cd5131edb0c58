"""What a training run has to say: how it begins, how it went, what to try.

Sentences for people; `python3 -m purenet train` prints them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from purenet.checks import Epoch
from purenet.console.progress import duration
from purenet.console.speech import said
from purenet.console.terminal import wrapped
from purenet.runs.run import Run, Settings

ENOUGH = 100  # test images to tell from that a digit is never the answer


def beginning(settings: Settings, start: str | None) -> Iterator[str]:
    """Yield what will be trained, and how. start: the file it starts from.

    >>> for line in beginning(Settings(epochs=1), "net.json"): print(line)
    Network: 784-30-10, starting from net.json
    Training: 1 epoch, mini-batches of 10, eta 3
    """
    sizes = "-".join(map(str, settings.sizes))
    weights = f"{settings.init} weights, seed {settings.seed}"
    yield f"Network: {sizes}, " + (f"starting from {start}" if start else weights)
    line = (
        f"Training: {epochs(settings.epochs)}, mini-batches of "
        f"{settings.mini_batch_size}, eta {settings.eta:g}"
    )
    if settings.patience:
        line += f", patience {settings.patience}"
    yield line


def epochs(count: int) -> str:
    """Return a number of epochs in words.

    >>> epochs(1), epochs(30)
    ('1 epoch', '30 epochs')
    """
    return "1 epoch" if count == 1 else f"{count} epochs"


def percent(right: int, total: int) -> str:
    """Return a share of right answers.

    >>> percent(9129, 10000)
    '91.3 %'
    """
    return f"{100 * right / total:.1f} %"


def epoch_line(run: Run, epoch: Epoch) -> str:
    """Return the book's line after an epoch, and what came of the validation images.

    >>> run = Run(Settings(), [], [([], 0)] * 1000)
    >>> run.validated = [917]
    >>> epoch_line(run, Epoch(0, 9129, 10000, 42.0))
    'Epoch 0: 9129 / 10000, validation 917 / 1000'
    """
    if not run.validated:
        return str(epoch)
    count, of = run.validated[epoch.number], len(run.validation_data)
    return f"{epoch}, validation {count} / {of}"


def result(run: Run) -> Iterator[str]:
    """Yield what the epochs came to, and which of them is kept.

    >>> run = Run(Settings(keep="best"), [], [([], 0)] * 100)
    >>> run.done = [Epoch(0, 91, 100, 4.0), Epoch(1, 90, 100, 4.0)]
    >>> run.validated = [92, 89]
    >>> for line in result(run): print(line)
    After 2 epochs and 8 s of training: 91 of 100 test images right, 91.0 %,
    with the network of epoch 0, the best: 92 of 100 validation images right.
    """
    if not run.done:
        yield "No epoch was trained."
        return
    time = duration(sum(epoch.seconds for epoch in run.done))
    kept = run.done[run.chosen]
    line = f"After {epochs(len(run.done))} and {time} of training: "
    if kept.total:
        share = percent(kept.correct, kept.total)
        line += f"{kept.correct:,} of {kept.total:,} test images right, {share}"
    else:
        line += "not tested"
    if run.settings.keep == "best":
        yield line + ","
        yield (
            f"with the network of epoch {run.chosen}, the best: "
            f"{run.validated[run.chosen]:,} of {len(run.validation_data):,} validation "
            "images right."
        )
    else:
        yield line + "."


def advice(run: Run) -> Iterator[str]:
    """Yield what went wrong most with the network that is kept, and what to try.

    >>> from purenet.data.image import Image
    >>> run = Run(Settings(hidden=[2]), [], (), [(Image(bytes(784)), 3)])
    >>> run.net.predict = lambda x: 8
    >>> list(advice(run))
    ['Most often confused: 3 read as 8 (1).']
    """
    answers = [(digit, run.net.predict(x)) for x, digit in run.test_data]
    wrong = Counter(pair for pair in answers if pair[0] != pair[1])
    if wrong:
        most = [
            said(f"{digit} read as {answer} ({count})")
            for (digit, answer), count in wrong.most_common(5)
        ]
        yield from wrapped(said(f"Most often confused: {said(', ').join(most)}."))
    occurring = {digit for x, digit in run.test_data}
    read = {answer for digit, answer in answers}
    dead = [str(digit) for digit in sorted(occurring - read)]
    if dead and len(answers) >= ENOUGH:
        yield from wrapped(
            said(
                f"Dead, never the answer: {said(', ').join(dead)}. An output neuron "
                "that is near 0 for every image hardly learns any more. Try more "
                "--epochs, more images, a smaller --eta, another --seed, or --init "
                "scaled."
            )
        )
