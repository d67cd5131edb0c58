"""get MNIST, 70,000 digits, from its public mirrors"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from purenet.console.arguments import Parser
from purenet.console.programs import program, typed
from purenet.console.progress import Bar
from purenet.data import download
from purenet.data.find import cache_folder
from purenet.words import say


def get(folder: Path, mirrors: Sequence[str]) -> Iterator[str]:
    """Fetch the files that are not in the folder; yield a line for each."""
    for file in download.FILES:
        if download.there(file, folder):
            yield say("{}: there already", file.name)
            continue
        with Bar(file.name) as progress:
            mirror = download.fetch(file, folder, mirrors, progress=progress)
        yield say("{}: checked, from {}", file.name, mirror)


def main(argv: Sequence[str] | None = None) -> int:
    """Download MNIST, and say how to train with it."""
    parser = Parser(
        prog=program(__name__),
        description="Download the four files of MNIST, 11.6 MB, over https, and keep "
        "them if they are what was published. What is there already is not fetched.",
    )
    where = "where they go (default: where every command looks for them)"
    parser.add_argument("--to", type=Path, metavar="DIR", help=where)
    other = "another mirror to be asked first, https://..."
    parser.add_argument("--from", dest="mirror", metavar="URL", help=other)
    args = parser.parse_args(argv)
    folder = args.to or cache_folder()
    mirrors: Sequence[str] = download.MIRRORS
    if args.mirror:
        mirrors = (args.mirror.rstrip("/") + "/", *mirrors)
    for line in get(folder, mirrors):
        print(line, flush=True)
    print(say("MNIST is in {}. To train with it:", folder))
    data = ["--data", folder] if args.to else []
    print(typed("purenet.commands.train", *data))
    return 0
