"""Lets a demo find purenet when it is started by itself, as ../purenet.py does it."""

from pathlib import Path

exec((Path(__file__).resolve().parents[1] / "purenet.py").read_text(encoding="utf-8"))
