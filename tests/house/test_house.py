"""The house keeps its order: who may import whom, and nothing from outside."""

import ast
import importlib
import pkgutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import purenet

ROOT = Path(purenet.__file__).parent
CHAPTER = [
    "vectors",
    "matrix",
    "perceptron",
    "gates",
    "sigmoid",
    "descent",
    "network",
    "mnist_loader",
]
# The stair: a room imports only from itself and from rooms on lower steps.
STAIR = [
    {"words"},
    {"console"},
    {*CHAPTER[:-1], "checks", "data"},
    {"network2", "photos"},
    {"mnist_loader"},
    {"engines", "pictures"},
    {"runs"},
    {"course", "classroom"},
    {"demo"},
    {"web"},
    {"commands"},
    {"__main__"},
]
# Optional packages that a file may try to import, where it says so.
GUARDED = {"engines/with_numpy.py": {"numpy"}}


def imported(path):
    """Yield the full name of every module that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise AssertionError(f"{path}: relative import")
            yield node.module
            for name in node.names:
                yield f"{node.module}.{name.name}"


def files():
    return sorted(ROOT.rglob("*.py"))


def room(path):
    """Return the room a file is in, or its own name at the top of the package."""
    return path.relative_to(ROOT).parts[0].replace(".py", "")


class TheHouse(unittest.TestCase):
    def test_a_chapter_file_imports_only_earlier_ones(self):
        for number, name in enumerate(CHAPTER):
            allowed = {*CHAPTER[:number], "checks"}
            if name == "mnist_loader":
                allowed |= {"data", "photos"}
            for module in imported(ROOT / f"{name}.py"):
                if module.startswith("purenet."):
                    with self.subTest(file=name, imports=module):
                        self.assertIn(module.split(".")[1], allowed)

    def test_imports_only_go_down_the_stair(self):
        step = {name: number for number, rooms in enumerate(STAIR) for name in rooms}
        for path in files():
            here = room(path)
            if here == "__init__":
                continue
            for module in imported(path):
                parts = module.split(".")
                if parts[0] != "purenet" or len(parts) == 1:
                    continue
                there = parts[1]
                if there == here or there not in step:
                    continue
                with self.subTest(file=str(path.relative_to(ROOT)), imports=module):
                    if here in CHAPTER or there in CHAPTER:
                        self.assertLessEqual(step[there], step[here])
                    else:
                        self.assertLess(step[there], step[here] or 1)

    def test_data_knows_no_network(self):
        for path in sorted((ROOT / "data").glob("*.py")):
            for module in imported(path):
                with self.subTest(file=path.name, imports=module):
                    self.assertFalse(module.startswith("purenet.network"))

    def test_nothing_imports_in_a_circle(self):
        names = {
            "purenet." + ".".join(path.relative_to(ROOT).with_suffix("").parts): path
            for path in files()
        }
        edges = {
            name: {module for module in imported(path) if module in names}
            for name, path in names.items()
        }
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
                    with self.subTest(file=name, imports=module):
                        self.assertIn(top, known)

    def test_import_has_no_side_effect(self):
        import contextlib
        import io
        import random

        for module in pkgutil.walk_packages(purenet.__path__, "purenet."):
            if module.name.endswith("__main__"):
                continue
            random.seed(1)
            state = random.getstate()
            with contextlib.redirect_stdout(io.StringIO()) as out:
                importlib.import_module(module.name)
            with self.subTest(module=module.name):
                self.assertEqual(out.getvalue(), "")
                self.assertEqual(random.getstate(), state)

    def test_any_file_can_be_started_by_itself(self):
        """As an editor's F5 does; in each folder a purenet.py sees to it."""
        folders = {path.parent for path in files()}
        shims = {(folder / "purenet.py").read_bytes() for folder in folders}
        self.assertEqual(len(shims), 1)
        for name, printed in (
            ("network.py", ""),
            ("engines/packed.py", ""),
            ("demo/nand.py", "NAND"),
        ):
            for begun in ([str(ROOT / name)], ["-m", "doctest", str(ROOT / name)]):
                with self.subTest(begun=begun):
                    done = subprocess.run(
                        [sys.executable, *begun],
                        cwd=tempfile.gettempdir(),
                        capture_output=True,
                        text=True,
                    )
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    expected = printed if begun[0] != "-m" else ""
                    self.assertIn(expected, done.stdout)
                    self.assertEqual(bool(expected), bool(done.stdout))

    def test_the_package_gives_its_files_by_name(self):
        code = "import purenet; purenet.network.Network; purenet.nothing"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True
        )
        self.assertIn(b"AttributeError: purenet has no nothing", done.stderr)

    def test_chapter_files_print_on_a_page(self):
        for name in CHAPTER:
            text = (ROOT / f"{name}.py").read_text(encoding="utf-8")
            for number, line in enumerate(text.splitlines(), 1):
                with self.subTest(file=name, line=number):
                    self.assertLessEqual(len(line), 79)
