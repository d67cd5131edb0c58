"""Lets a file of this folder find purenet when it is started by itself.

An editor's F5 does that; Python then looks for `purenet` in this folder first,
and finds this file. So look for the package further up, in a folder or in the
one file purenet.pyz; if there is none, where it was when it laid this folder out,
and where installed packages are. The same text lies in each such folder.
"""

import importlib
import sys
from pathlib import Path

HOME = ""  # where purenet was that laid out this folder

if __name__ in ("purenet", "__main__"):
    above = Path(__file__).resolve().parent.parents
    places = [up for up in above if (up / "purenet/__init__.py").is_file()]
    places += [*(up / "purenet.pyz" for up in above), Path(HOME or "?")]
    found = [str(place) for place in places if place.exists()]
    here, sys.path[:1] = sys.path[:1], found[:1]
    sys.modules.pop("purenet", None)
    try:
        import purenet.__main__
    except ImportError:
        sys.exit("No folder above this one has a purenet, nor a purenet.pyz.")
    sys.path[1:1] = here  # the book's import mnist_loader, network goes on
    for name in ("network", "network2", "mnist_loader"):  # each is there once
        if Path(__file__).with_name(f"{name}.py").is_file():
            sys.modules[name] = importlib.import_module(f"purenet.{name}")
    if __name__ == "__main__":  # python3 -m purenet, typed in this folder
        sys.argv[0] = str(purenet.__main__.__file__)
        sys.exit(purenet.__main__.main())
