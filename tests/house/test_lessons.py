"""Every lesson runs, leads on, and leaves no name of the chapter out."""

import ast
import doctest
import importlib
import re
import unittest
from pathlib import Path

from lessons.making.reference import CHAPTER
from tests import LONG, ROOT

FOLDER = ROOT / "lessons"
LESSONS = sorted(FOLDER.glob("[0-9][0-9]-*.md"))
TRANSLATED = sorted(FOLDER.glob("*/[0-9R]*.md"))
PAGES = [ROOT / "README.md", *FOLDER.glob("*.md"), *FOLDER.glob("*/*.md")]
# Seconds of training: for the long tests, and the test in a browser.
SLOW = [*FOLDER.glob("1[1234]-*.md"), *FOLDER.glob("07-*.md")]
OF_THE_CHAPTER = [lesson for lesson in LESSONS if lesson.name < "10"]
MOST_OF_THE_CHAPTER, MOST_WORDS = 14_000, 26_000  # with their code
WIDE = "[\u2e80-\u9fff]"  # signs as wide as high, with no spaces between
BOOK = "http://neuralnetworksanddeeplearning.com/chap"


def text_of(path):
    return path.read_text(encoding="utf-8")


def links(text):
    """Return the targets of all links and pictures of a Markdown text."""
    return re.findall(r"\]\(([^)\s]+)\)", text)


def fenced(text, language):
    """Return the contents of the blocks fenced as being of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def bare(line):
    """Return a line of code without its remark and the blanks around it."""
    return line.partition("  #")[0].strip()


def code_in(text):
    """Return all that a Markdown text shows as code, in blocks and in lines."""
    inline = re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return "\n".join(fenced(text, "python") + inline)


def public_names(name):
    """Yield the public names of a chapter module, and the methods of its classes."""
    module = importlib.import_module(f"purenet.{name}")
    for node in ast.parse(text_of(Path(module.__file__))).body:
        if isinstance(node, ast.Assign):
            yield from (t.id for t in node.targets if isinstance(t, ast.Name))
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
            for inner in getattr(node, "body", []):
                of_a_class = isinstance(node, ast.ClassDef)
                if of_a_class and isinstance(inner, ast.FunctionDef):
                    yield inner.name


class LessonsRun(unittest.TestCase):
    """A test a lesson, named after it; they are added below."""


def run_of(lesson):
    def test(self):
        output = []
        runner = doctest.DocTestRunner(optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1)
        examples = doctest.DocTestParser().get_doctest(
            text_of(lesson), {"__name__": "__main__"}, lesson.name, str(lesson), 0
        )
        self.assertGreater(len(examples.examples), 0, "a lesson without an example")
        result = runner.run(examples, out=output.append)
        self.assertEqual(result.failed, 0, "".join(output))

    return test


for each in [*LESSONS, *TRANSLATED] if LONG else sorted({*LESSONS} - {*SLOW}):
    name = "_".join(each.relative_to(FOLDER).with_suffix("").parts)
    setattr(LessonsRun, "test_" + re.sub(r"\W", "_", name), run_of(each))


class LessonsHold(unittest.TestCase):
    def test_all_nine_of_the_chapter_are_there(self):
        numbers = [lesson.name[:2] for lesson in OF_THE_CHAPTER]
        self.assertEqual(numbers, [f"0{n}" for n in range(1, 10)])

    def test_no_dead_link(self):
        for page in PAGES:
            for link in links(text_of(page)):
                there = (page.parent / link.partition("#")[0]).exists()
                self.assertTrue(there or re.match(r"\w+:", link), (page.name, link))

    def test_every_lesson_is_linked(self):
        for page in [FOLDER / "README.md", ROOT / "README.md"]:
            targets = {Path(link).name for link in links(text_of(page))}
            missing = [each.name for each in LESSONS if each.name not in targets]
            self.assertEqual(missing, [], f"link them in {page.relative_to(ROOT)}")

    def test_every_lesson_has_its_parts(self):
        for lesson in OF_THE_CHAPTER:
            text = " ".join(text_of(lesson).split())
            parts = {
                "the address of the book's section": BOOK in text,
                "what one will be able to do": "will be able to" in text,
                "three questions": text.count("<details>") >= 3,
                "answers folded away": text.count("<details>")
                == text.count("</details>")
                == text.count("<summary>"),
                "two exercises": text.count("](exercises/") >= 2,
                "the way on": "README.md" in links(text),
            }
            with self.subTest(lesson=lesson.name):
                self.assertEqual([part for part in parts if not parts[part]], [])

    def test_every_exercise_is_named_by_its_lesson(self):
        for solution in sorted((FOLDER / "solutions").glob("[0-9]*.py")):
            lesson = re.search(r"Lesson: lessons/(\S+\.md)", text_of(solution))
            self.assertIsNotNone(lesson, solution.name)
            page = FOLDER / lesson.group(1)
            if page in LESSONS:
                named = f"exercises/{solution.name}" in links(text_of(page))
                self.assertTrue(named, f"link {solution.name} in {page.name}")

    def test_every_command_named_is_there(self):
        for page in PAGES:
            text = " ".join(text_of(page).split())
            named = re.findall(r"python3 -m purenet(\.demo)? ([a-z_]+)\b", text)
            for room, name in named:
                folder = "demo" if room else "commands"
                path = ROOT / "purenet" / folder / f"{name}.py"
                self.assertTrue(path.exists(), f"{page.name}: no such {folder}: {name}")

    def test_wide_signs_are_set_as_they_should_be(self):
        for page in TRANSLATED:
            words = re.sub(r"^```.*?^```", "", text_of(page), flags=re.DOTALL | re.M)
            with self.subTest(page=page):
                self.assertFalse(re.findall(rf"{WIDE}\n{WIDE}", words))
                self.assertFalse(re.findall(rf"{WIDE}[,;:?!](?!\S*\))", words))
                for line in re.sub(r"`[^`\n]*`", "x", words).splitlines():
                    parts = re.split(r"\*\*?", line)  # the odd ones are emphasised
                    for k in range(1, len(parts) - 1, 2):
                        before, after = parts[k - 1][-1:], parts[k + 1][:1]
                        wrong = parts[k][:1] in "“（「《" and before.isalnum()
                        wrong |= parts[k][-1:] in "。！？”）" and after.isalnum()
                        self.assertFalse(wrong, f"stars would be seen: {line}")

    def test_nothing_is_skipped(self):
        for lesson in OF_THE_CHAPTER:
            self.assertFalse("doctest:" in text_of(lesson), lesson.name)

    def test_quoted_lines_are_the_program_s(self):
        files = [text_of(ROOT / f"purenet/{name}.py") for name in CHAPTER]
        lines = "\n".join(files).splitlines()
        # A comment stays in the program.
        program = {line.partition("  #")[0].strip() for line in lines}
        for lesson in OF_THE_CHAPTER:
            for block in fenced(text_of(lesson), "python"):
                for line in block.splitlines() if ">>>" not in block else ():
                    self.assertTrue(line.strip() in program, (lesson.name, line))

    def test_every_line_of_the_chapter_s_programs_stands_in_a_lesson(self):
        shown = set()
        for block in fenced("\n".join(map(text_of, OF_THE_CHAPTER)), "python"):
            for line in block.splitlines():
                shown.add(re.sub(r"^(>>>|\.\.\.) ?", "", bare(line)))
        for name in ("perceptron", "gates", "sigmoid", "descent", "network"):
            path = ROOT / f"purenet/{name}.py"
            unread = set()  # lines of docstrings and of imports
            for node in ast.walk(ast.parse(text_of(path))):
                value = getattr(node, "value", None)
                if isinstance(node, (ast.Import, ast.ImportFrom)) or (
                    isinstance(node, ast.Expr) and isinstance(value, ast.Constant)
                ):
                    unread.update(range(node.lineno, node.end_lineno + 1))
            for number, line in enumerate(text_of(path).splitlines(), start=1):
                if number not in unread and bare(line) and bare(line)[0] != "#":
                    self.assertIn(bare(line), shown, f"{path.name}, line {number}")

    def test_nothing_is_said_twice(self):
        """No eight words in a row but where to begin, and what links are called."""
        said = {}
        for lesson in LESSONS:
            text = re.sub(r"^```.*?^```", "\n\n", text_of(lesson), flags=re.S | re.M)
            text = re.sub(r"\]\([^)]*\)|^\*.*?\*$", "", text, flags=re.S | re.M)
            for part in text.split("\n## Go on")[0].split("\n\n"):
                words = re.findall(r"[\w'′]+", part.lower())
                for k in range(len(words) - 7):
                    first = said.setdefault(tuple(words[k : k + 8]), lesson.name)
                    self.assertEqual(first, lesson.name, " ".join(words[k : k + 8]))

    def test_the_lessons_stay_short(self):
        words = {lesson.name: len(text_of(lesson).split()) for lesson in LESSONS}
        chapter = sum(words[lesson.name] for lesson in OF_THE_CHAPTER)
        self.assertLessEqual(chapter, MOST_OF_THE_CHAPTER)
        self.assertLessEqual(sum(words.values()), MOST_WORDS)

    def test_every_public_name_of_the_chapter_is_met(self):
        words = set(re.findall(r"\w+", "\n".join(code_in(text_of(x)) for x in LESSONS)))
        for module in CHAPTER:
            public = {n for n in public_names(module) if not n.startswith("_")}
            with self.subTest(module=module):
                self.assertEqual(sorted(public - words), [], "in no lesson yet")
