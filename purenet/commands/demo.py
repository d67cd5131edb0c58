"""run a demo of one idea: demo NAME; without a name, list them"""

from __future__ import annotations

from collections.abc import Sequence

import purenet.demo
from purenet.console.programs import run_named
from purenet.words import later


def main(argv: Sequence[str] = ()) -> int:
    """Run the demo that argv names."""
    return run_named(purenet.demo, later("demo"), argv)
