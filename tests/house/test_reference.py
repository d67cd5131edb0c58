"""Every public name is documented and shown at work; the chapter's have a page."""

import ast
import doctest
import re
import unittest

from lessons.making.reference import (
    CHAPTER,
    PAGE,
    ROOMS,
    SECTIONS,
    modules,
    names,
    nodes,
    page,
    section,
    tree_of,
)

SHOWN = [*CHAPTER, *(module for room in ROOMS[:8] for module in modules(room))]
SHOWN.remove("engines.race")  # other processes
SHOWN.remove("engines.with_numpy")  # needs NumPy
OTHERS = [module for room in ROOMS[8:] for module in modules(room)]
OTHERS += ["engines.race", "engines.with_numpy"]
ANEW = "python3 -m lessons.making reference writes the page anew"


def words_shown(module):
    """Return the words in the examples of a module, and names that they print."""
    found = set()
    for node in nodes(tree_of(module)):
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)):
            doc = ast.get_docstring(node) or ""
            for example in doctest.DocTestParser().get_examples(doc):
                found |= set(re.findall(r"\w+", example.source))
                found |= set(re.findall(r"\b[A-Z]\w+(?=\()", example.want))
    return found


class Reference(unittest.TestCase):
    def test_the_page_is_as_the_sources_are(self):
        self.assertEqual(PAGE.read_text(encoding="utf-8"), page(), ANEW)

    def test_each_name_of_the_chapter_has_its_section(self):
        there = {name.full for module in CHAPTER for name in names(module)}
        self.assertEqual(sorted(set(SECTIONS) - there - set(CHAPTER)), [])
        for module in CHAPTER:
            for name in names(module):
                self.assertTrue(section(name.full), name.full)


class Documentation(unittest.TestCase):
    def test_every_public_name_is_documented(self):
        for module in SHOWN + OTHERS:
            self.assertTrue(ast.get_docstring(tree_of(module)), module)
            for name in names(module):
                self.assertTrue(name.doc or name.kind == "value", name.full)

    def test_nine_in_ten_are_shown_at_work(self):
        """A name is shown where an example of its own module uses or prints it.

        Records and errors need none: they hold what was put in.
        """
        all_names, missing = 0, []
        for module in SHOWN:
            words = words_shown(module)
            for name in names(module):
                if name.kind not in ("value", "record"):
                    all_names += 1
                    if name.full.split(".")[-1] not in words:
                        missing.append(name.full)
        share = 1 - len(missing) / all_names
        self.assertGreaterEqual(share, 0.9, "\n".join(["in no example:", *missing]))
