"""purenet's tests, a folder a room. Run them all: python3 -m unittest"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "lessons"
IMAGES = LESSONS / "images"
os.environ["PURENET_LANG"] = "en"  # whatever is spoken on this machine
