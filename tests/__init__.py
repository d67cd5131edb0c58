"""purenet's tests. Run them all: python3 -m unittest"""

import os

os.environ["PURENET_LANG"] = "en"  # they look for what is said in English
