"""Lets a file of this folder find purenet when it is started by itself.

Python looks for `purenet` in this folder first, and finds this file. So look
for the package further up, in a folder or in the one file purenet.pyz; and if
there is none, where installed packages are.
"""

import sys
from pathlib import Path

if __name__ in ("purenet", "__main__"):
    above = Path(__file__).resolve().parent.parents
    places = [place for place in above if (place / "purenet/__init__.py").is_file()]
    places += [place / "purenet.pyz" for place in above]
    found = [str(place) for place in places if place.exists()]
    sys.path[:1] = found[:1]
    sys.modules.pop("purenet", None)
    try:
        import purenet.__main__
    except ImportError:
        sys.exit("There is no purenet in a folder above this one, nor a purenet.pyz.")
    if __name__ == "__main__":  # python3 -m purenet, typed in this folder
        sys.exit(purenet.__main__.main())
