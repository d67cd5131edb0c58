"""What purenet says is said in Chinese, too: nothing is missing from the table."""

import ast
import re
import string
import unittest
from pathlib import Path

from purenet.console import speech
from purenet.console.chinese import TABLE

ROOT = Path(__file__).resolve().parent.parent
# They speak through the browser, which has words of its own, or to maintainers.
OTHERS = ("making", "page", "reading")
SENTENCE = re.compile(r"[A-Za-z]{2,}[,:]? [a-z({]")
# No sentences: code, patterns, names in a row, strokes, and what no one sees.
NOT_SAID = re.compile(
    r"<|\^|raise |import |\n +\d|\.purenet|^python3 |^purenet |^x image|^y label"
    r"|^MNIST/raw|^feedforward forward|^makes |^the type of|^not a grey level, 0"
    r"|^Network will say|^tuple| --in | --data |^(zip|learner) |your code here|Lesson:"
    r"|^null bytes|^recognise:|us \{\} |^\{\} min \{\} s$"
)
# These are put together from parts; the whole of each is in the table.
PUT_TOGETHER = {
    "{} weights, seed {}",
    "Training: {}, mini-batches of {}, eta {}",
    "After {} and {} of training: ",
    "There is no {} named {}.{} To see all: {}",
    "{} ({}). By hand, put {} into {}",
    "not a MATLAB 5 file; if it is MATLAB 4, {}",
    "a MATLAB 7.3 file, which is HDF5; {}",
    "  right of the {} {}: {} %",
    "eta {}: {}",
    "A half adder of five {}",
    "{} but {}",
}


def template(node):
    """Return the text of a string in the code, {} for what is put in; else None."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else "{}"
            for part in node.values
        )
    return None


def strings(path):
    """Yield the strings of a module, but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr):
            seen.add(id(first.value))
        if isinstance(node, ast.JoinedStr):
            seen.update(map(id, node.values))
        text = None if id(node) in seen else template(node)
        if text is not None:
            yield node.lineno, text


def known(text):
    """Whether the table has a sentence, or has it in a longer one."""
    sample = re.sub("{d?}", "7", text)
    return speech.in_chinese(sample) != sample or any(
        text.strip() in english for english in TABLE
    )


class Table(unittest.TestCase):
    def test_nothing_that_is_said_is_missing(self):
        missing = [
            f"{path.relative_to(ROOT)}:{line}: {text!r}"
            for path in sorted((ROOT / "purenet").rglob("*.py"))
            if path.relative_to(ROOT).parts[1] not in OTHERS
            and path.name != "chinese.py"
            for line, text in strings(path)
            if SENTENCE.search(text)
            and not NOT_SAID.search(text)
            and text not in PUT_TOGETHER
            and not known(text)
        ]
        self.assertEqual(missing, [], "\n".join(missing))

    def test_the_first_lines_of_commands_and_demos_are_there(self):
        for folder in ("commands", "demo"):
            for path in (ROOT / "purenet" / folder).glob("[a-z]*.py"):
                if path.name != "purenet.py":
                    entry = ast.get_docstring(ast.parse(path.read_text("utf-8")))
                    self.assertIn(entry.splitlines()[0], TABLE, path.name)

    def test_the_placeholders_agree(self):
        for english, chinese in TABLE.items():
            with self.subTest(english):
                asked = len(re.findall("{d?}", english))
                names = [
                    name
                    for _, name, _, _ in string.Formatter().parse(chinese)
                    if name is not None
                ]
                numbered = [name for name in names if name]
                self.assertIn(len(numbered), (0, len(names)), "numbers for some only")
                if numbered:
                    self.assertLess(max(map(int, numbered)), asked)
                    self.assertEqual(len(set(names)), len(names))
                else:
                    self.assertEqual(len(names), asked)

    def test_no_sentence_fits_all(self):
        for english in TABLE:
            words = re.sub("{d?}|[^A-Za-z]", "", english)
            if "{}" in english:
                self.assertGreaterEqual(len(words), 4, english)

    def test_every_sign_is_in_gbk(self):
        for chinese in TABLE.values():
            chinese.encode("gbk")

    def test_no_sentence_is_taken_for_another(self):
        for english, chinese in TABLE.items():
            with self.subTest(english):
                sample = re.sub("{d?}", "7", english)
                wanted = chinese.format(*"7777777")
                self.assertEqual(speech.in_chinese(sample), wanted)


if __name__ == "__main__":
    unittest.main()
