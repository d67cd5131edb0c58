"""say, the languages there are, and which of them is spoken."""

import contextlib
import io
import os
import sys
import threading
import unittest
from unittest import mock

from purenet import words
from purenet.words import say
from tests import python
from tests.words import a_language, spoken

PAIRS = {
    "Saved: {}": "Kept: {}",
    "{} of {:,} right": "{1:,}, right: {0}",
    "There is no {} named {}.{} To see all: {}": "¿{1} {0}",
}


class Say(unittest.TestCase):
    def test_pairs(self):
        with a_language(PAIRS), words.speaking_in("xx"):
            self.assertEqual(say("Saved: {}", "net.json"), "Kept: net.json")
            self.assertEqual(say("{} of {:,} right", 9, 10000), "10,000, right: 9")
            self.assertEqual(say("Not {} there", "yet"), "Not yet there")
            self.assertEqual(say("Not {} {there}"), "Not {} {there}")
        self.assertEqual(say("Saved: {}", "net.json"), "Saved: net.json")

    def test_remarks_and_what_is_no_pair(self):
        with a_language({}) as file, words.speaking_in("xx"):
            text = "# one\nA.\nB.\n\n# two\n\nC.\n\n\nD.\\nE.\nF.\\nG.\n\nH.\nI.\nJ.\n"
            file.write_text(f"{file.read_text('utf-8')}\n{text}", encoding="utf-8")
            found = {"A.": "B.", "D.\nE.": "F.\nG."}
            self.assertEqual(words.pairs("xx"), found)

    def test_one_thread_alone(self):
        def other():
            heard.append(say("Saved: {}", 1))

        with a_language(PAIRS):
            for speak, wanted in (
                (lambda: words.speaking_in("xx"), "Saved: 1"),
                (in_a_program, "Kept: 1"),
            ):
                heard = []
                with speak():
                    thread = threading.Thread(target=other)
                    thread.start()
                    thread.join()
                self.assertEqual(heard, [wanted])

    def test_the_books_imports_read_no_language(self):
        code = "from purenet import mnist_loader, network, words\n"
        code += (
            "print(words.pairs.cache_info().misses, words.say('{} said', 1), end='')"
        )
        self.assertEqual(python("-c", code), (0, "0 1 said", ""))


class Reasons(unittest.TestCase):
    def test_windows_words_are_those_of_all_systems(self):
        for error, number, wanted in (
            (FileNotFoundError(2, "Das System kann die Datei nicht finden"), 2,
             "No such file or directory"),
            (PermissionError(13, "拒绝访问。"), 5, "Permission denied"),
            (PermissionError(13, "used by another process"), 32, "has it open"),
            (ConnectionRefusedError(10061, "actively refused"), 10061, "refused"),
            (OSError("it is a folder"), None, "it is a folder"),
        ):  # fmt: skip
            error.winerror = number
            self.assertIn(wanted, words.reason(error))


@contextlib.contextmanager
def in_a_program(**environ):
    """Speak as a program does where the machine is set so."""
    environ = mock.patch.dict(os.environ, environ or {"PURENET_LANG": "xx"})
    console = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    streams = mock.patch.multiple(sys, stdout=console, stderr=console)
    with environ, streams, words.speaking():
        yield


class Which(unittest.TestCase):
    def test_what_the_machine_is_set_to(self):
        with a_language({}):
            for environ, wanted in (
                ({"LANG": "xx_YY.UTF-8"}, "xx"),
                ({"LANG": "en_GB.UTF-8"}, "en"),
                ({"LANG": "xx", "LC_ALL": "C"}, "en"),
                ({"LANG": "C", "LC_MESSAGES": "xx"}, "xx"),
                ({"LC_ALL": "xx", "PURENET_LANG": "en"}, "en"),
                ({"LC_ALL": "en", "PURENET_LANG": "xx"}, "xx"),
                ({"PURENET_LANG": "Testish_Land.1252"}, "xx"),
                ({"PURENET_LANG": "", "LANG": "xx"}, "xx"),
            ):
                with self.subTest(environ):
                    self.assertEqual(words.language(environ), wanted)
            with mock.patch("locale.setlocale", return_value="Testish_Land.1252"):
                self.assertEqual(words.language({}), "xx")

    def test_chosen_comes_before_preferred_and_both_before_the_machine(self):
        with a_language(PAIRS), in_a_program(PURENET_LANG="en"):
            self.assertEqual(say("Saved: {}", 1), "Saved: 1")
            words.prefer("xx")
            self.assertEqual(say("Saved: {}", 1), "Kept: 1")
        with a_language(PAIRS), in_a_program(PURENET_LANG="xx"):
            words.choose("en")
            words.prefer("xx")
            self.assertEqual(say("Saved: {}", 1), "Saved: 1")

    def test_in_python_itself_all_is_english(self):
        with a_language(PAIRS), mock.patch.dict(os.environ, {"PURENET_LANG": "xx"}):
            self.assertEqual(say("Saved: {}", 1), "Saved: 1")
            self.assertEqual(words.language(), "xx")

    def test_a_language_there_is_not(self):
        for speak in (words.choose, lambda name: words.speaking_in(name).__enter__()):
            wrong = r"^--lang is one of en, .*'\.\./x'"
            self.assertRaisesRegex(ValueError, wrong, speak, "../x")
        self.assertIn("not ''", spoken("--lang"))

    def test_lang_comes_before_all_else(self):
        with a_language(PAIRS):
            for argv, lang, wanted in (
                (["--lang", "xx", "octopus"], "en", "¿octopus command"),
                (["octopus", "--lang=xx"], "en", "¿octopus command"),
                (["octopus", "--lang=en"], "xx", "There is no command named octopus"),
                (["octopus"], "xx", "¿octopus command"),
            ):
                with self.subTest(argv, lang=lang):
                    self.assertIn(wanted, spoken(*argv, PURENET_LANG=lang))
            self.assertIn("[--lang en|xx]", spoken())

    def test_a_console_without_its_signs_gets_english(self):
        with a_language(PAIRS):
            for encoding in ("ascii", "big5"):
                said = spoken("octopus", encoding=encoding, PURENET_LANG="xx")
                self.assertIn("There is no command named octopus", said)
        for language in words.languages()[1:]:
            said = spoken("check", "01", "--lang", language, encoding="cp437")
            said, file, _ = said.partition("01_festival.py, line")  # its own words
            self.assertRegex(said, "The festival: not begun\n\nWill you go")
            self.assertTrue(file and "&#" not in said, said)
