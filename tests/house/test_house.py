"""The house keeps its order: who may import whom, and nothing from outside."""

import ast
import contextlib
import importlib
import io
import pkgutil
import random
import re
import sys
import unittest
from functools import cache
from pathlib import Path

import purenet
from lessons.making.reference import CHAPTER, nodes, tree
from purenet import words
from tests import BEGUN, python

ROOT = Path(purenet.__file__).parent
# The stair: a room imports only from itself and from rooms on lower steps.
STAIR = [
    {"words"}, {"console", "shapes"}, {*CHAPTER[:-1], "checks"}, {"data"}, {"photos"},
    {"mnist_loader"}, {"engines", "pictures"}, {"network2"}, {"runs"},
    {"course", "classroom"}, {"demo"}, {"web"}, {"commands"}, {"__main__"}
]  # fmt: skip
# Optional packages that a file may try to import, where it says so.
GUARDED = {"engines/with_numpy.py": {"numpy"}}


@cache
def imported(path):
    """Return the full name of every module that a file imports, anywhere in it."""
    found = []
    for node in nodes(tree(path)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise AssertionError(f"{path}: relative import")
            found += [node.module, *(f"{node.module}.{x.name}" for x in node.names)]
    return found


def files():
    """Return the package's files, but for purenet.py, which finds the package."""
    return sorted(path for path in ROOT.rglob("*.py") if path.name != "purenet.py")


def room(path):
    """Return the room a file is in, or its own name at the top of the package."""
    return path.relative_to(ROOT).parts[0].replace(".py", "")


class TheHouse(unittest.TestCase):
    def test_a_chapter_file_imports_only_earlier_ones(self):
        for number, name in enumerate(CHAPTER):
            allowed = {*CHAPTER[:number], "checks", "shapes", "words"}
            if name == "mnist_loader":
                allowed |= {"data", "photos"}
            for module in imported(ROOT / f"{name}.py"):
                if module.startswith("purenet."):
                    self.assertIn(module.split(".")[1], allowed, (name, module))

    def test_imports_only_go_down_the_stair(self):
        step = {name: number for number, rooms in enumerate(STAIR) for name in rooms}
        for path in files():
            here = room(path)
            for module in imported(path) if here != "__init__" else ():
                there = module.split(".")[1] if module.startswith("purenet.") else here
                if there != here and there in step:
                    where = f"{path.relative_to(ROOT)} imports {module}"
                    if here in CHAPTER or there in CHAPTER:
                        self.assertLessEqual(step[there], step[here], where)
                    else:
                        self.assertLess(step[there], step[here] or 1, where)

    def test_no_module_has_a_languages_name_in_it(self):
        """A language is a text file, and lessons."""
        for language in words.languages()[1:]:
            names = "|".join([*words.facts(language).locales.split(", "), language])
            for path in files():
                text = path.read_text(encoding="utf-8")
                found = re.search(rf"(?i)(?<![a-z])({names})(?![a-z])", text)
                self.assertFalse(found, f"{path}: {found}: ask purenet.words for it")

    def test_data_knows_no_network(self):
        for path in sorted((ROOT / "data").glob("*.py")):
            found = [name for name in imported(path) if "purenet.network" in name]
            self.assertEqual(found, [], path.name)

    def test_nothing_imports_in_a_circle(self):
        names = {".".join(path.relative_to(ROOT.parent).with_suffix("").parts): path
                 for path in files()}  # fmt: skip
        edges = {name: {*imported(path)} & {*names} for name, path in names.items()}
        while edges:
            leaves = {name for name, needs in edges.items() if not needs & set(edges)}
            self.assertTrue(leaves, f"a circle among {sorted(edges)}")
            edges = {name: edges[name] for name in set(edges) - leaves}

    @unittest.skipUnless(
        hasattr(sys, "stdlib_module_names"), "this Python does not list its library"
    )
    def test_only_the_standard_library(self):
        known = set(sys.stdlib_module_names) | {"purenet", "__future__"}
        for path in files():
            name = path.relative_to(ROOT).as_posix()
            for module in imported(path):
                top = module.split(".")[0]
                if top not in GUARDED.get(name, set()):
                    self.assertIn(top, known, (name, module))

    def test_import_has_no_side_effect(self):
        for module in pkgutil.walk_packages(purenet.__path__, "purenet."):
            if not module.name.endswith("__main__"):
                random.seed(1)
                state = random.getstate()
                with contextlib.redirect_stdout(io.StringIO()) as out:
                    importlib.import_module(module.name)
                self.assertEqual(out.getvalue(), "", module.name)
                self.assertEqual(random.getstate(), state, module.name)

    def test_a_file_can_be_started_by_itself(self):
        """As an editor's F5 does; a purenet.py in its folder sees to it."""
        for name, printed in (("perceptron.py", ""), ("demo/nand.py", "NAND")):
            with self.subTest(name):
                self.assertIn(printed, self.run_python("/", ROOT / name))
                self.assertEqual(self.run_python("/", "-m", "doctest", ROOT / name), "")

    def test_what_is_typed_in_a_folder_of_the_package(self):
        lessons = ROOT.parent.glob("lessons/**/purenet.py")
        shims = [ROOT / "purenet.py", *lessons]  # that of the demos asks the first
        self.assertEqual(len(shims), 4)
        self.assertEqual(len({shim.read_bytes() for shim in shims}), 1)
        for folder in (ROOT, ROOT.parent / "lessons" / "exercises"):
            with self.subTest(folder=folder.name):
                out = self.run_python(folder, "-m", "purenet", "--version")
                self.assertEqual(out, f"purenet {purenet.__version__}\n")
        out = self.run_python(ROOT, "-m", "purenet.demo", "nand")
        self.assertIn("NAND", out)
        out = self.run_python(ROOT / "demo", "-m", "purenet", "data", status=2)
        self.assertIn(f"To see all: {BEGUN} -m purenet\n", out)

    def test_the_book_s_imports_in_the_folder_of_the_package(self):
        code = (
            "import mnist_loader, network; "
            "data = mnist_loader.load_data_wrapper('built-in', train=99, test=50); "
            "net = network.Network([784, 5, 10], seed=1); "
            "net.SGD(data[0], 1, 10, 3.0, test_data=data[2]); "
            "print(network.Network.__module__)"  # the one there is
        )
        said = self.run_python(ROOT, "-c", code)
        self.assertRegex(said, r"^Epoch 0: \d+ / 50\npurenet.network\n$")

    def run_python(self, folder, *words, status=0):
        """Run Python in a folder, and return all that is printed."""
        got, *said = python(*map(str, words), folder=folder, PYTHONPATH="")
        self.assertEqual(got, status, said)
        return "".join(said)

    def test_the_package_gives_its_files_by_name(self):
        self.assertIs(purenet.__getattr__("network"), purenet.network)
        with self.assertRaisesRegex(AttributeError, "purenet has no nothing"):
            _ = purenet.nothing

    def test_chapter_files_print_on_a_page(self):
        for name in CHAPTER:
            text = (ROOT / f"{name}.py").read_text(encoding="utf-8")
            for number, line in enumerate(text.splitlines(), 1):
                self.assertLessEqual(len(line), 79, (name, number))
