"""draw the pictures of the lessons again, into lessons/images"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lessons.making import _images as images
from lessons.making import _png as png
from lessons.making._photograph import NUMBER, photograph
from purenet import words
from purenet.console.programs import program


def draw(folder: Path) -> Iterator[str]:
    """Write every picture of the lessons to a folder; yield a line for each.

    The folder must hold the measured numbers, as lessons/images does. Those with
    words of another language go into the images of its lessons.
    """
    places = {x: folder.parent / x / "images" for x in words.languages()}
    for language, place in {**places, words.ENGLISH: folder}.items():
        if not place.parent.is_dir():
            continue
        place.mkdir(exist_ok=True)
        for name, drawing in images.drawings(folder).items():
            path = place / f"{name}.svg"
            with words.speaking_in(language):
                path.write_bytes(str(drawing()).encode("utf-8"))
            yield f"{path}: {path.stat().st_size:,} bytes"
    path = folder / "photograph.png"
    path.write_bytes(png.encode(photograph(NUMBER)))
    yield f"{path}: {path.stat().st_size:,} bytes"


def main(argv: Sequence[str] | None = None) -> int:
    """Draw them into the folder that argv names."""
    parser = argparse.ArgumentParser(
        prog=program(__name__), description="Draw the pictures of the lessons again."
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path("lessons/images"),
        help="where they go (default: lessons/images, from the project's root)",
    )
    folder = parser.parse_args(argv).folder
    if not (folder / "learning-curve.json").is_file():
        parser.error(
            f"{folder} has no learning-curve.json:"
            " run this from the project's root, or name its lessons/images"
        )
    for line in draw(folder):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
