"""The Chinese lessons are held to the English ones: whatever moves is named.

The first line of each has a mark for every paragraph of the English prose it was made
from, so that the paragraph which has changed since is named. To write the marks anew
when the translation has followed:  python3 -m tests.words.test_chinese
"""

import doctest
import hashlib
import os
import re
import sys
import unittest

from tests import LESSONS

CHINESE = LESSONS / "zh"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
FORBIDDEN = "乙状结肠 一键编码 反向投影 价值函数 阀值 您".split()


def prose(text):
    return FENCE.sub("", re.sub(r"^<!--.*-->\n\n?", "", text))


def paragraphs(text):
    """Return what is translated: all but the Python, which is the same in both."""
    words = re.sub(r"^```python\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return [part.strip() for part in re.split(r"\n\s*\n", words) if part.strip()]


def marks(text):
    """Return a mark of each paragraph of a page, other when it changes."""
    digests = [
        hashlib.sha256(" ".join(part.split()).encode("utf-8"))
        for part in paragraphs(text)
    ]
    return [digest.hexdigest()[:6] for digest in digests]


def first_line(english):
    return f"<!-- of the English paragraphs {' '.join(marks(english))} -->"


def moved(chinese, english):
    """Return what has changed in the English page since the Chinese one was made.

    The paragraphs that are new or other, and the numbers of those that have gone.
    """
    known = re.findall(r"\b[0-9a-f]{6}\b", chinese.splitlines()[0])
    now = marks(english)
    changes = [
        f"paragraph {k}: {part}"
        for k, (part, mark) in enumerate(zip(paragraphs(english), now), start=1)
        if mark not in known
    ]
    gone = [str(k) for k, mark in enumerate(known, start=1) if mark not in now]
    if gone:
        changes.append(f"gone or changed, counted as they were: {', '.join(gone)}")
    if not changes and known != now:
        changes.append("its paragraphs stand in another order")
    return changes


def facts(text):
    """Return what must be the same in both languages."""
    words = prose(text)
    here = words.replace("lessons/zh/", "lessons/")
    linked = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", words)
    return {
        "blocks": [body for kind, body in FENCE.findall(text) if kind == "python"],
        "fences": [kind for kind, _ in FENCE.findall(text)],
        "headings": list(map(len, re.findall(r"^(#+) ", words, re.MULTILINE))),
        "questions": words.count("<details>"),
        "pictures": [
            target.rsplit("/", 1)[-1]
            for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", words)
        ],
        "links": sorted(target.rsplit("/", 1)[-1] for target in linked),
        "items": len(re.findall(r"^(?:-|\d\.) ", words, re.MULTILINE)),
        "rows": len(re.findall(r"^\|", words, re.MULTILINE)),
        "code": sorted(
            {" ".join(code.split()) for code in re.findall(r"`([^`]+)`", here)}
            - {"#", ">>>", "..."}
        ),
    }


def lessons():
    return sorted(CHINESE.glob("*.md"))


@unittest.skipUnless(CHINESE.is_dir(), "the lessons are not here")
class Pairs(unittest.TestCase):
    def test_they_agree(self):
        for path in lessons():
            english = (LESSONS / path.name).read_text(encoding="utf-8")
            chinese = path.read_text(encoding="utf-8")
            for name, wanted in facts(english).items():
                with self.subTest(lesson=path.name, what=name):
                    self.assertEqual(facts(chinese)[name], wanted)
            with self.subTest(lesson=path.name):
                self.assertEqual(
                    moved(chinese, english),
                    [],
                    "the English page has changed: follow it, and then "
                    "python3 -m tests.words.test_chinese",
                )

    def test_a_change_would_be_seen(self):
        path = lessons()[0]
        english = (LESSONS / path.name).read_text(encoding="utf-8")
        for old, new in (("threshold=5", "threshold=6"), ("## Turn", "### Turn"),
                         ("](02-gates.md)", "](03-sigmoid-neurons.md)")):
            other = english.replace(old, new)
            self.assertNotEqual(facts(other), facts(english), old)
        for old, new in (("cheese", "wine"), ("output = 1  where", "output = 1 if")):
            other = english.replace(old, new)
            self.assertTrue(moved(first_line(english), other), old)

    def test_the_paragraph_that_moved_is_named(self):
        english = "# One\n\nFirst.\n\nSecond,\ngoes on.\n\n```python\n>>> 1\n```\n"
        chinese = first_line(english)
        self.assertEqual(moved(chinese, english), [])
        self.assertEqual(moved(chinese, english.replace(",\n", ", ")), [])
        self.assertEqual(
            moved(chinese, english.replace("Second", "Third")),
            ["paragraph 3: Third,\ngoes on.",
             "gone or changed, counted as they were: 3"],
        )
        self.assertEqual(
            moved(chinese, english.replace("First.\n\n", "")),
            ["gone or changed, counted as they were: 2"],
        )
        self.assertEqual(
            moved(chinese, english.replace("# One\n\nFirst.", "First.\n\n# One")),
            ["its paragraphs stand in another order"],
        )

    @unittest.skipUnless(os.environ.get("PURENET_LONG"), "the English blocks, again")
    def test_every_block_runs(self):
        for path in lessons():
            with self.subTest(path.name):
                result = doctest.testfile(str(path), False, encoding="utf-8")
                self.assertEqual(result.failed, 0)

    def test_it_is_set_as_chinese_is(self):
        for path in lessons():
            words = prose(path.read_text(encoding="utf-8"))
            with self.subTest(path.name):
                self.assertFalse([word for word in FORBIDDEN if word in words])
                self.assertFalse(re.findall(r"[一-鿿]\n[一-鿿]", words))
                self.assertFalse(re.findall(r"[一-鿿][,;:?!](?!\S*\))", words))
                for line in re.sub(r"`[^`\n]*`", "x", words).splitlines():
                    parts = re.split(r"\*\*?", line)  # the odd ones are emphasised
                    for k in range(1, len(parts) - 1, 2):
                        before, after = parts[k - 1][-1:], parts[k + 1][:1]
                        wrong = parts[k][:1] in "“（「《" and before.isalnum()
                        wrong |= parts[k][-1:] in "。！？”）" and after.isalnum()
                        self.assertFalse(wrong, f"stars would be seen: {line}")

    def test_links_lead_somewhere(self):
        for path in lessons():
            for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
                if not target.startswith("http"):
                    with self.subTest(lesson=path.name, target=target):
                        self.assertTrue((path.parent / target).exists())


def write_marks():
    for path in lessons():
        english = (LESSONS / path.name).read_text(encoding="utf-8")
        text = re.sub(r"^<!--.*-->\n\n?", "", path.read_text(encoding="utf-8"))
        path.write_bytes(f"{first_line(english)}\n\n{text}".encode())


if __name__ == "__main__":
    write_marks()
    sys.exit()
