"""What a reader has typed into the book: changed blocks, answers, the place on a page.

It is a file in the folder of exercises, so that it is there again after a restart,
in another tab, in another browser. Delete it whenever you like.

>>> import tempfile
>>> folder = Path(tempfile.mkdtemp())
>>> Kept(folder).keep("02-gates", "block 3", "6 * 7")
>>> Kept(folder).of("02-gates")
{'kept': {'block 3': '6 * 7'}, 'last': '02-gates'}
"""

from __future__ import annotations

import contextlib
import json
import threading
from pathlib import Path
from typing import Any

from purenet.console.replacing import write

FILE = ".book.kept"
_MOST = 300  # places of a page


class Kept:
    """The file in a folder; where it cannot be written, it is kept while we run."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._lock = threading.Lock()
        self._all: dict[str, dict[str, str]] = {}
        self._written = True

    def of(self, page: str) -> dict[str, Any]:
        """Return by its name what is kept of a page, and the page read last."""
        with self._lock:
            self._read()
            last = next(reversed(self._all), "")
            return {"kept": self._all.get(page, {}), "last": last}

    def keep(self, page: str, name: str, text: str) -> None:
        """Keep a text; an empty one is forgotten."""
        with self._lock:
            self._read()
            own = self._all.pop(page, {})
            own.pop(name, None)
            if text:
                own[name] = text
            self._all[page] = dict(list(own.items())[-_MOST:])
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write(json.dumps(self._all, indent=0).encode(), self.path)
                self._written = True
            except OSError:
                self._written = False

    def _read(self) -> None:
        """Read what another program of ours may have written."""
        strange = ValueError, AttributeError, TypeError, RecursionError
        with contextlib.suppress(OSError, *strange):
            if self._written:
                found = json.loads(self.path.read_bytes())
                self._all = {
                    str(page): {str(name): str(text) for name, text in own.items()}
                    for page, own in found.items()
                }
