"""Remember, beside a learner's files, how much help was asked for.

A hint at a time, and the solution only for who asks twice: for that, a small
file `.asked.json` in the learner's folder counts. Delete it whenever you
like.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

FILE_NAME = ".asked.json"
TOO_MUCH = (OverflowError, RecursionError)  # 1e999, lists in lists in lists


def ask(folder: Path, exercise: str, what: str) -> int:
    """Count that something was asked for; return how often it was by now.

    what: "hint" or "solution". Where the count cannot be kept, since the
    folder is not to be written to, every time is the first.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [ask(Path(folder), "07_xor", "hint") for _ in range(3)]
    [1, 2, 3]
    """
    path = folder / FILE_NAME
    counts = _read(path)
    key = f"{exercise} {what}"
    counts[key] = counts.get(key, 0) + 1
    with contextlib.suppress(OSError):
        path.write_bytes(json.dumps(counts, indent=1).encode("utf-8"))
    return counts[key]


def forget(folder: Path, exercise: str) -> None:
    """Begin to count anew for one exercise.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     before = ask(Path(folder), "07_xor", "hint")
    ...     forget(Path(folder), "07_xor")
    ...     ask(Path(folder), "07_xor", "hint")
    1
    """
    path = folder / FILE_NAME
    counts = _read(path)
    kept = {key: n for key, n in counts.items() if key.split()[0] != exercise}
    if kept != counts:
        with contextlib.suppress(OSError):
            path.write_bytes(json.dumps(kept, indent=1).encode("utf-8"))


def _read(path: Path) -> dict[str, int]:
    try:
        counts = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): int(n) for key, n in counts.items()}
    except (OSError, ValueError, AttributeError, TypeError, *TOO_MUCH):
        return {}  # none yet, or not ours any more
