"""cut the exercises out of their solutions again, and draw what is hidden"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lessons.making.drawn import drawn
from purenet import words
from purenet.classroom.exercises import (
    FINDER,
    all_exercises,
    lessons_folder,
    solutions_folder,
)
from purenet.classroom.stubs import stub
from purenet.console.programs import program


def main(argv: Sequence[str] | None = None) -> int:
    """Write every exercise, over what is there."""
    argparse.ArgumentParser(prog=program(__name__)).parse_args(argv)
    for exercise in all_exercises(words.ENGLISH):
        path = Path(str(solutions_folder()), f"{exercise.name}.txt")
        path.write_bytes(drawn(exercise.solution).encode("utf-8"))
    for language in words.languages():
        if not lessons_folder(language).is_dir():
            continue
        folder = Path(str(lessons_folder(language))) / "exercises"
        folder.mkdir(exist_ok=True)
        for exercise in all_exercises(language):
            path = folder / exercise.file_name
            path.write_bytes(stub(exercise.solution).encode("utf-8"))
            print(path)
        (folder / FINDER).write_bytes((solutions_folder() / FINDER).read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
