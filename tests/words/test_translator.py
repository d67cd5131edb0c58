"""The translator's report names what a language lacks, and only then fails."""

import contextlib
import doctest
import io
import tempfile
import unittest
from functools import cache
from pathlib import Path
from unittest import mock

from lessons.making import _said, _translated_lessons, words
from lessons.making._translated_lessons import facts
from purenet import words as purenet_words
from tests import LESSONS
from tests.words import a_language

ALL_SAID, UNSAID = _said.all_said, _said.unsaid  # which are looked up once


@mock.patch.object(_said, "all_said", cache(lambda: list(ALL_SAID())))
@mock.patch.object(_said, "unsaid", cache(lambda path: list(UNSAID(path))))
class Report(unittest.TestCase):
    def report(self, pairs):
        """Return what the report says of a language with these pairs."""
        with a_language(pairs), contextlib.redirect_stdout(io.StringIO()) as out:
            texts = purenet_words.files("purenet.words")
            there = mock.patch.object(words, "TEXTS", texts)
            with there, mock.patch.object(words, "languages", return_value=["xx"]):
                status = words.main(["xx"])
        return status, out.getvalue()

    def test_what_is_missing_wrong_and_no_longer_said(self):
        said = {each.template: each.template for each in _said.all_said()}
        said["Written to {}"] = "{} {}"
        del said["Read: {}"]
        status, out = self.report({**said, "Gone.": "Fort."})
        self.assertEqual(status, 1)
        for line in (
            r"purenet/runs/verdict.py:\d+: no translation of 'Read: {}'",
            "xx.txt: no longer said: 'Gone.'",
            "xx.txt: other placeholders in '{} {}', of 'Written to {}'",
        ):
            self.assertRegex(out, f"(?m)^{line}$")
        self.assertEqual(len(out.splitlines()), 4, out)

    def test_nothing_to_be_done(self):
        said = {each.template: each.template for each in _said.all_said()}
        self.assertEqual(self.report(said), (0, "0 to be done for xx\n"))

    def test_the_examples(self):
        for module in (words, _said, _translated_lessons):
            self.assertEqual(doctest.testmod(module).failed, 0)


class Lessons(unittest.TestCase):
    def test_a_change_would_be_seen(self):
        english = (LESSONS / "01-perceptrons.md").read_text(encoding="utf-8")
        for old, new in (
            ("threshold=5", "threshold=6"),
            ("## Turn", "### Turn"),
            ("](02-gates.md)", "](03-sigmoid-neurons.md)"),
        ):
            self.assertIn(old, english)
            self.assertNotEqual(facts(english.replace(old, new)), facts(english), old)

    def test_remarks_and_words_are_each_language_s_own(self):
        english = '```python\n>>> f("one", 1)  # a remark\none\n```\n'
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            (folder / "xx").mkdir()
            (folder / "01-x.md").write_text(english, encoding="utf-8")
            for other, count in (
                ('```python\n>>> f("één", 1)  # ì\néén\n```\n', 0),
                ('```python\n>>> f("one", 2)  # ì\none\n```\n', 1),
                ('```python\n>>> f("één", 1)\n```\n', 1),
            ):
                (folder / "xx/01-x.md").write_text(other, encoding="utf-8")
                found = list(_translated_lessons.differences(folder, "xx"))
                self.assertEqual(len(found), count, found)
            (folder / "xx/01-x.md").rename(folder / "page.md")
            found = [*_translated_lessons.differences(folder, "xx")]
            self.assertEqual([x.split(":")[0] for x in found], ["01-x.md", "page.md"])
