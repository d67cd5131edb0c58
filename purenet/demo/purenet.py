"""Lets a demo find purenet when it is started by itself, as ../purenet.py does it."""

from pathlib import Path

if __name__ in ("purenet", "__main__"):  # not as a module of the package, in a .pyz say
    same = Path(__file__).resolve().parents[1] / "purenet.py"
    exec(same.read_text(encoding="utf-8"))
