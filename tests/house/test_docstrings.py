"""No docstring lies: the modules, commands and files that it names are there."""

import ast
import doctest
import pkgutil
import re
import unittest

from lessons import making
from lessons.making.reference import nodes, tree
from purenet import commands, demo
from purenet.console.programs import names_in
from tests import ROOT

PACKAGE = ROOT / "purenet"
ELSEWHERE = {"pickletools.py", "format.py", "NAME.py"}
PROGRAMS = {"purenet": commands, "purenet.demo": demo, "lessons.making": making}
COMMAND = re.compile(r"python3 -m ([\w.]+\w)(?: ([a-z]\w+)\b)?")


def docstrings():
    """Yield every docstring of the package, without its examples and addresses."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in nodes(tree(path)):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
                parts = doctest.DocTestParser().parse(ast.get_docstring(node) or "")
                text = "".join(part for part in parts if isinstance(part, str))
                where = f"{path.relative_to(ROOT)}: {getattr(node, 'name', '')}"
                yield where, re.sub(r"\w+://\S+|\w+\.net/\S+", "", text)


class Docstrings(unittest.TestCase):
    def test_what_they_name_is_there(self):
        folders = (PACKAGE, ROOT / "lessons", ROOT / "tests")
        there = {path.name for folder in folders for path in folder.rglob("*.*")}
        there |= ELSEWHERE
        for where, text in docstrings():
            with self.subTest(where):
                for name in re.findall(r"[\w/-]+\.(?:py|js|txt|md|css|svg)\b", text):
                    self.assertIn(name.split("/")[-1], there)
                for module, name in COMMAND.findall(text):
                    if module == "purenet.web.draw.trainer":
                        continue
                    self.assertIn(module, PROGRAMS)
                    self.assertIn(name, {"", *names_in(PROGRAMS[module])})
                for name in re.findall(r"`(purenet(?:\.\w+)+)`", text):
                    pkgutil.resolve_name(name)

    def test_a_room_names_its_modules_and_no_others(self):
        """But for commands and demos, of which a program has the list."""
        for init in sorted(PACKAGE.rglob("*/__init__.py")):
            index, name = ast.get_docstring(tree(init)), init.parent.name
            there = {path.stem for path in init.parent.iterdir()}
            rows = re.findall(r"(?m)^ *(\w+(?:, \w+)*)  +\S", index)
            with self.subTest(name):
                named = {name for row in rows for name in row.split(", ")}
                self.assertLessEqual(named, there)
                for path in init.parent.glob("[a-z]*.py"):
                    if name not in ("commands", "demo", "purenet"):
                        self.assertRegex(index, rf"\b{path.stem}\b")
