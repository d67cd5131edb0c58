"""Run what the lessons show of NumPy, PyTorch and scikit-learn.

    python -m tests.house.road_blocks            in an environment that has them

All Python blocks of a page are run in one session, from top to bottom.
What a block without >>> prints must be what the page shows in the block of
text beneath it, and so must what torchrun prints where a block of text
begins with it; lines quoted from its program are not run by themselves.
Seconds and ratios of them may be others, and shares in percent may differ
by three; the page's figures were measured, too.
"""

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys

from tests import ROOT

PAGES = [
    ROOT / "lessons/17-on-to-numpy-and-pytorch.md",
    ROOT / "lessons/bring-your-program.md",
]
STARTED = "lessons/two_machines.py"
FENCE = re.compile(r"^```(python|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(text):
    """Yield each Python block, and the text shown right beneath it or "".

    And each command of torchrun, and what is shown below it.
    """
    found = list(FENCE.finditer(text))
    for block, after in zip(found, [*found[1:], None]):
        if block.group(2).startswith("$ torchrun "):
            yield block.group(2).split("\n", 1)
        elif block.group(1) == "python":
            between = after and text[block.end() : after.start()].strip()
            beneath = after and after.group(1) == "text" and between == ""
            yield block.group(2), after.group(2) if beneath else ""


def code_of(block):
    """Return the program of a block, whether it has >>> or not."""
    if ">>>" not in block:
        return block
    return "".join(x.source for x in doctest.DocTestParser().get_examples(block))


def run(block, page, session):
    """Return what a block prints, in the session of its page or started anew."""
    if block.startswith("$ "):
        command = [sys.executable, "-m", "torch.distributed.run", *block.split()[2:]]
        places = {**os.environ, "OMP_NUM_THREADS": "1"}  # or torchrun tells of it
        return subprocess.run(
            command, cwd=ROOT, env=places, stdout=subprocess.PIPE, text=True
        ).stdout
    program = (ROOT / STARTED).read_text(encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        if block not in program:
            exec(compile(code_of(block), page.name, "exec"), session)
    return out.getvalue()


def without_times(text):
    """Return lines of words, seconds and ratios taken out.

    >>> without_times("PyTorch  0.20 s    7.5 times")
    ['PyTorch', '# s', '# times']
    """
    text = re.sub(r"\d+(\.\d+)?\s+(s|times)\b", r"# \2", text)
    return re.findall(r"# (?:s|times)|\S+", text)


def same(printed, shown):
    """Whether a block printed what the lesson shows, but for what it may not."""
    words, wanted = without_times(printed), without_times(shown)
    if len(words) != len(wanted):
        return False
    for word, want in zip(words, wanted):
        if word.endswith("%") and want.endswith("%"):
            if abs(int(word[:-1]) - int(want[:-1])) > 3:
                return False
        elif word != want:
            return False
    return True


def main():
    sys.path.insert(0, str(ROOT))
    total = 0
    for page in PAGES:
        session = {"__name__": "lesson"}
        compared = wrong = 0
        for block, shown in blocks(page.read_text(encoding="utf-8")):
            printed = run(block, page, session)
            if ">>>" in block:
                continue
            compared += bool(printed)
            print(printed, end="")
            if not same(printed, shown):
                wrong += 1
                print(f"but the page shows:\n{shown}")
        print(f"{page.name}: {compared} outputs compared, {wrong} wrong")
        total += wrong or not compared
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
