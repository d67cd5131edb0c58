"""What the pages print of programs is in the record, and stands on the pages."""

import doctest
import re
import unittest

from lessons.making import figures
from tests import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "lessons").glob("*.md"))]
SHOWN = re.compile(r"^\$ (python3 -m purenet.*)\n(?!\$|```|\.\.\.)", re.MULTILINE)


class Figures(unittest.TestCase):
    def test_all_of_the_record_stands_on_its_page(self):
        for figure in figures.record():
            self.assertTrue(figure.printed, figure.command)
            for name, text in figure.printed:
                page = figures.flat((ROOT / name).read_text(encoding="utf-8"))
                self.assertIn(figures.flat(text), page, (name, figure.command))

    def test_a_command_shown_with_what_it_prints_is_in_the_record(self):
        known = {each.command.split(" --")[0] for each in figures.record()}
        for page in PAGES:
            for command in SHOWN.findall(page.read_text(encoding="utf-8")):
                start = command.split("  #")[0].split(" --")[0].strip()
                self.assertIn(start, known, page.name)

    def test_what_differs_is_said(self):
        python = "python3 -c print(1.25)"
        there, gone = ("README.md", "1.25"), ("README.md", "1.26")
        with_both = [figures.Figure(python, False, [there, gone])]
        lines = list(figures.differences(with_both))
        self.assertEqual(len(lines), 2, lines)
        self.assertRegex(lines[1], r"^DIFFERS: README.md has '1.26'; now comes:\n1.25")
        missing = [figures.Figure("python3 $NOT_THERE", False, [there])]
        self.assertIn("not run", next(figures.differences(missing)))
        self.assertEqual(doctest.testmod(figures).failed, 0)
