"""Lets a file of this folder be started by itself, as an editor's F5 does.

Python then looks for `purenet` in this folder, and finds this file instead of
the package that the folder belongs to. So look one folder further up.
"""

import sys
from pathlib import Path

if __name__ == "purenet":
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    del sys.modules["purenet"]
    import purenet  # noqa: F401
