"""The lessons as a page: what is shown, what runs, what is refused.

browser_lessons tries the same in a real browser.
"""

import html
import posixpath
import re
import signal
import threading
import time
import unittest
from collections import Counter
from pathlib import Path
from unittest import mock

from purenet.classroom import stubs
from purenet.classroom.exercises import all_exercises, find, lessons_folder
from purenet.web.asked import answered
from purenet.web.lessons import book, kept, markdown, session, sources, static
from purenet.web.lessons.blocks import run
from purenet.web.lessons.formulas import mathml
from purenet.web.lessons.questions import Lessons
from purenet.web.lessons.texts import address, lesson_names, text_in
from purenet.web.pages import all_files
from tests import LONG, InAFolder, denying, have
from tests.classroom.in_this_process import in_this_process

markdown_it = have("markdown_it")

NOT_YET = f'raise NotImplementedError("{stubs.YOURS}")'
TAGS = r"<(h\d|li|ul|ol|tr|td|th|pre|details|summary|strong|em|a|p|img|code)\b"


def seen(text):
    """Return the words of a page without its spaces, and how many tags of each kind."""
    words = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return re.sub(r"\s", "", words), Counter(re.findall(TAGS, text))


FENCE = re.compile(r"^```(python|text|console|formula)\n[\s\S]*?^```$", re.MULTILINE)
SIGNS = r"(?m).*(?:^\s*[*+-] |^ *[*=_-][*=_ -]*$|(?<!\w)_\w|\][(\[]|\]: |<[/\w!]).*"


def unknown(text):
    """Yield the lines that the small renderer would show as they stand, or lose."""
    prose = FENCE.sub("", text)
    page = markdown.page(prose, lambda target: target)[0]
    shown = re.sub(r"<(code|a|math)\b[^>]*>[\s\S]*?</\1>", "", page)
    yield from re.findall(r"(?m)^ *(?:```|~~~).*|<!--(?!.*-->$).*", prose)
    yield from re.findall(r'href="[^"]*\(.*', page)
    yield from re.findall(SIGNS, html.unescape(re.sub(r"<[^>]+>", " ", shown)))


class MarkdownTest(unittest.TestCase):
    def test_what_the_renderer_does_not_know_is_told_with_its_line(self):
        for entry in Path(lessons_folder()).rglob("*.md"):
            found = list(unknown(entry.read_text(encoding="utf-8")))
            self.assertEqual(found, [], entry)
        for text in (
            "``` python\nx\n```", "```python title=a\nx\n```", "```c++\nx\n```", "```",
            "* item", "- a\n  - b", "an _em_ word", "Title\n=====", "H<sub>2</sub>",
            "[a](b.md \"t\")", "[a](b_(c).md)", "[a][b]", "~~~\nx\n~~~", "<!-- a\nb",
        ):  # fmt: skip
            with self.subTest(text):
                self.assertTrue(list(unknown(text)))

    def test_a_line_that_begins_with_a_bar_is_no_table(self):
        page = markdown.page("# T\n\n|a − y| is a cost.\n", str)[0]
        self.assertIn("<p>|a − y| is a cost.</p>", page)

    @unittest.skipUnless(markdown_it, "markdown-it-py is not installed")
    def test_every_page_as_another_program_reads_it(self):
        other = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table")
        for entry in Path(lessons_folder()).rglob("*.md"):
            text = entry.read_text(encoding="utf-8")
            text = re.sub(r" *# *doctest:.*|<BLANKLINE>", "", text)
            text = text.replace("```formula", "```text")  # set by a test of its own
            text = text.replace("<!-- session -->\n", "")
            ours = seen(markdown.page(text, lambda target: target)[0])
            rows = re.sub(r"<tr>\s*(<th></th>\s*)+</tr>", "", other.render(text))
            self.assertEqual(ours, seen(rows), entry.name)

    def test_no_tag_is_let_through(self):
        text = "<script>alert(1)</script> <b onclick='x'> [a](javascript:x) `</code>`"
        shown, _ = markdown.page(text, address)
        self.assertNotIn("<script", shown)
        self.assertNotIn("<b ", shown)
        self.assertNotIn("javascript:", re.sub(r"<p>.*?</p>", "", shown))
        self.assertNotIn("<a", shown)

    def test_formulas(self):
        for text, wanted in (
            ("1 / (2n)", "<mfrac><mn>1</mn><mrow><mn>2</mn><mi>n</mi></mrow></mfrac>"),
            ("2n / 3", "<mfrac><mrow><mn>2</mn><mi>n</mi></mrow><mn>3</mn></mfrac>"),
            ("δ′ⱼ", "<msub><msup><mi>δ</mi><mo>′</mo></msup><mi>j</mi></msub>"),
            ("√n", "<msqrt><mi>n</mi></msqrt>"),
            ("a < -b", "<mi>a</mi><mo>&lt;</mo><mo>−</mo><mi>b</mi>"),
            ("(a / ", "<mo>(</mo><mi>a</mi><mspace"),
            (") a", "<mo>)</mo><mspace"),
        ):
            self.assertIn(wanted, mathml(text), text)
        shown, _ = markdown.page("```formula\na = b\nc = 1\n```\n", address)
        self.assertEqual(shown.count("<mtr>"), 2)

    def test_a_comment_marks_what_follows(self):
        block = "```python\n>>> 6 * 7  # doctest: +SKIP\n42\n\n```\n"
        shown, [examples] = markdown.page(f"<!-- guess -->\n{block}", address)
        self.assertIn('<div class="block guess long">', shown)
        self.assertNotIn("SKIP", shown)
        self.assertEqual(markdown.source(examples), "6 * 7\n")
        text = "<!-- session -->\n```text\na = [\n 1]\na.b(2)\nEpoch 0: 9\n```\n"
        shown, [examples] = markdown.page(text, address)
        self.assertEqual([e.source for e in examples], ["a = [\n 1]\n", "a.b(2)\n"])
        self.assertIn("<samp>Epoch 0: 9\n</samp>", shown)
        shown, _ = markdown.page("<!-- figure xor -->\n<!-- -->\nA.", address)
        self.assertEqual(shown, '<div data-figure="xor"></div>\n<p>A.</p>')
        shown, _ = markdown.page("<!-- terminal -->\nType `ls`.\n\nGo.", address)
        self.assertEqual(shown.count("terminal"), 1)
        self.assertIn("</div>\n<p>Go.</p>", shown)


class Book(unittest.TestCase):
    def test_every_link_leads_to_a_page_or_a_definition(self):
        files = all_files()
        pages = [name for name in files if name[-5:] == ".html"]
        self.assertGreater(len(pages), 200)
        rest = "source" if LONG else "source|zh"
        few = re.compile(rf"lessons/(?!{rest})|lessons/source/(\w+|data/image).html")
        texts = {name: files[name][1]().decode() for name in pages if few.match(name)}
        named = {
            name: set(re.findall(r'id="([^"]*)"', text)) for name, text in texts.items()
        }
        for name, text in texts.items():
            for target in re.findall(r'(?:href|src)="([^"]*)"', text):
                if not target.startswith("http"):
                    path, _, place = html.unescape(target).partition("#")
                    found = posixpath.normpath(posixpath.join(name, "..", path))
                    found = name if not path else found + "/" * (path[-1] == "/")
                    with self.subTest(page=name, target=target):
                        self.assertIn(found, files)
                        if place and found in named:
                            self.assertIn(place, named[found])

    def test_links_lead_on_from_another_language_s_folder(self):
        for target, written, wanted in (
            ("02-gates.md#x", "zh", "02-gates.html#x"), ("a.md", "zh", None),
            ("02-gates.md", "en", "02-gates.html"), ("../a.html", "zh", None),
            ("../02-gates.md", "zh", "../02-gates.html"),
            ("images/a.svg", "en", "../images/a.svg"),
            ("../exercises/07_xor.py", "zh", "07_xor.html"),
            ("../../purenet/matrix.py", "zh", "../source/matrix.html"),
            ("http://x.net/a.html#b", "zh", "http://x.net/a.html#b"),
        ):  # fmt: skip
            self.assertEqual(address(target, "zh", written), wanted)
        self.assertEqual(address("zh/README.md"), "zh/index.html")
        self.assertEqual(text_in("reference", "zh")[1], "en")
        last = book.page(lesson_names()[-1], "en").decode()
        self.assertEqual(last.count('rel="prev"'), 2)  # above and below
        self.assertNotIn('rel="next"', last)

    def test_a_module_is_shown_as_it_is(self):
        for module in (m for m in sources.modules() if LONG or "/" not in m):
            shown, blocks = sources.page(module)
            text = sources.text_of(module)
            examples = sum(map(len, blocks))
            self.assertEqual(examples, len(re.findall(r"(?m)^ *>>> ", text)), module)
            plain = html.unescape(re.sub(r"<[^>]+>", "", shown.split("</h1>")[1]))
            self.assertEqual(plain.count(">>> "), text.count(">>> "), module)
            for line in text.split("\n"):
                if not re.search(r">>>|\.\.\.|\\|BLANKLINE", line):
                    self.assertIn(line.strip(), plain, module)

    def test_names_lead_to_their_definitions(self):
        names = sources.Names("source/")
        names.read(
            "from purenet.network import Network as N\nfrom purenet import gates"
        )
        for name, wanted in (
            ("N", "network.html#Network"), ("N.SGD", "network.html#Network.SGD"),
            ("net.backprop", "network.html#Network.backprop"),
            ("gates.half_adder", "gates.html#half_adder"),
            ("purenet/data/image.py", "data/image.html"),
            ("purenet.matrix", "matrix.html"),
        ):  # fmt: skip
            self.assertEqual(names(name), f"source/{wanted}")
        for name in ("x", "net", "purenet.octopus", "Network"):
            self.assertIsNone(names(name))


class Static(InAFolder):
    def test_the_same_pages_are_written_as_files(self):
        brought, folder = self.folder / "pyodide", self.folder / "site"
        brought.mkdir()
        (brought / "pyodide.mjs").write_bytes(b"export const loadPyodide = 0;")
        two = [(n, "en") for n in ("index", "02-gates")]
        few = mock.patch.object(sources, "modules", lambda: ("gates", "sigmoid"))
        pages = mock.patch.object(book, "names", book.names if LONG else lambda: two)
        with few, pages:
            list(static.write(folder))
            page = (folder / "lessons" / "02-gates.html").read_text(encoding="utf-8")
            self.assertNotIn("draw/", page)
            whole = book.page("02-gates", "en").decode()
            self.assertEqual(page, re.sub(r".*draw/.*\n", "", whole))
            self.assertIn("lessons/index.html", (folder / "index.html").read_text())
            server = folder / "shared" / "server.js"
            self.assertNotIn("fetch", server.read_text(encoding="utf-8"))
            folder = self.folder / "with-python"
            folder.mkdir()
            list(static.write(folder, brought))
        server = folder / "shared" / "server.js"
        self.assertIn("Worker", server.read_text(encoding="utf-8"))
        self.assertTrue((folder / "pyodide" / "pyodide.mjs").is_file())

    def test_nothing_else_is_written_over(self):
        (self.folder / "thesis.html").write_text("mine", encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "name a folder that is new"):
            list(static.write(self.folder))
        with self.assertRaisesRegex(ValueError, "no pyodide.mjs"):
            list(static.write(self.folder / "new", self.folder))
        self.assertEqual([e.name for e in self.folder.iterdir()], ["thesis.html"])


class Asked(InAFolder):
    """Questions, with a folder of exercises of one's own."""

    def setUp(self):
        super().setUp()
        self.folder /= "exercises"
        self.lessons = Lessons(self.folder)
        self.addCleanup(self.lessons.sessions.close)

    def run_block(self, source, block=0, page="01-perceptrons", lang="en"):
        """Run a block, and return its pieces put together."""
        asked = {
            "page": page,
            "block": block,
            "source": source,
            "tab": "one",
            "lang": lang,
        }
        pieces = list(answered({"run": self.lessons.run}, "run", asked))
        told = [piece["told"] for piece in pieces if "told" in piece]
        return {"ended": False, "why": "", **pieces[-1], "told": told}

    def test_blocks_come_out_as_the_lesson_has_them(self):
        for name in lesson_names()[:2]:
            told = 0
            for number, block in enumerate(book.text(name, "en")[1]):
                answer = self.run_block(markdown.source(block), number, name)
                told += len(answer["told"])
                self.assertTrue(all(one["same"] for one in answer["told"]), answer)
                self.assertFalse(any(one["edited"] for one in answer["told"]))
            self.assertGreater(told, 15)
            self.lessons.stop({"tab": "one"})

    def test_what_was_changed_is_shown_beside(self):
        source = markdown.source(book.text("01-perceptrons", "en")[1][0])
        told = self.run_block(source.replace("threshold=5", "threshold=3"))["told"][-1]
        self.assertEqual((told["shown"], told["wanted"]), ("1\n", "0\n"))
        self.assertEqual((told["edited"], told["same"]), (True, False))

    def test_an_error_has_the_help_of_an_exercise(self):
        for source, english, chinese in (
            ("x = 1\ny = [2，3]", "The ， here is not the , ", "请切换到英文输入法"),
            ('print "a"', "it is print(...)", "Python 2 的写法"),
            ("xrange(3)", "it is range", "Python 2 的写法"),
            ("import network", "from purenet import network", "名字在 purenet 里"),
            ("if 1:\n\tif 1:\n        x", "not with tabs", "四个空格缩进"),
        ):
            for lang, words in (("en", english), ("zh", chinese)):
                told = self.run_block(source, lang=lang)["told"]
                self.assertIn(words, " ".join(told[-1]["help"]))

    def test_whatever_a_block_does_the_page_goes_on(self):
        pipes = "import os\nfor n in range(3, 40):\n    try: os.write(n, b'{}\\n')\n"
        for source, ended, words in (
            ("1 +", False, "SyntaxError"),
            ("raise SystemExit(3)", False, "SystemExit"),
            ("input()", False, "EOFError"),
            ("def f(): f()\nf()", False, "RecursionError"),
            ("raise MemoryError", False, "start anew"),
            ("while True: print('x' * 1000)", False, "prints without end"),
            ("import os; os.write(1, b'[]' * 9)", False, ""),
            ("'x' * 90_000", False, ""),
            ("import os; os._exit(0)", True, ""),
            ("import os, signal; os.kill(os.getpid(), 9)", True, ""),
            (pipes + "    except OSError: pass", True, ""),
        ):
            with self.subTest(source):
                answer = self.run_block(source)
                self.assertEqual(answer["ended"], ended)
                if words:
                    self.assertIn(words, answer["told"][-1]["error"])
                self.assertEqual(self.run_block("2 + 2")["told"][-1]["shown"], "4\n")

    def test_an_endless_loop_is_stopped_at_once(self):
        found = []
        thread = threading.Thread(
            target=lambda: found.append(self.run_block("x = 1\nwhile True: pass"))
        )
        thread.start()
        time.sleep(0.3)
        begun = time.monotonic()
        self.lessons.stop({"tab": "one"})
        thread.join(30)
        self.assertLess(time.monotonic() - begun, 5.0)
        self.assertTrue(found[0]["ended"])
        self.assertIn("NameError", self.run_block("x")["told"][0]["error"])

    @unittest.skipUnless(hasattr(signal, "SIGXCPU"), "needs POSIX")
    def test_a_block_has_so_much_processor_time(self):
        source = "import os, signal\nos.kill(os.getpid(), signal.SIGXCPU)"
        why = self.run_block(source)["why"]
        self.assertEqual(why, "After 3,600 s of processor time it was stopped.")
        limits = "import resource\nresource.getrlimit(resource.RLIMIT_CPU)[0] < 3610"
        self.assertEqual(self.run_block(limits)["told"][-1]["shown"], "True\n")
        self.run_block("import os; os._exit(0)")
        self.assertEqual(self.run_block("import os; os._exit(0)")["why"], "")

    def test_few_sessions_are_kept(self):
        self.assertLess(session.MOST, 20)
        with mock.patch.object(session, "MOST", 2):
            sessions = [self.lessons.sessions.of(f"t{n}") for n in range(3)]
        self.assertEqual(len(self.lessons.sessions.open), 2)
        self.assertIsNotNone(sessions[0].child.process.poll())

    def test_what_is_asked_wrongly_is_refused(self):
        lesson = {"page": "01-perceptrons"}
        long = {**lesson, "block": 0, "source": "x" * 100_001, "tab": "one"}
        for ask, question in (
            (self.lessons.run, {"page": "../README", "source": "", "tab": "one"}),
            (self.lessons.kept, {}),
            (self.lessons.keep, {"page": "../x", "name": "block 1", "text": ""}),
            (self.lessons.keep, {**lesson, "name": "block 1", "text": 7}),
            (self.lessons.run, {**lesson, "block": True}),
            (self.lessons.run, {**lesson, "block": 99}),
            (self.lessons.run, {**lesson, "block": 0, "source": 7}),
            (self.lessons.run, long),
            (self.lessons.stop, {"tab": "x" * 41}),
            (self.lessons.stop, {}),
            (self.lessons.exercise, {"name": "../../etc/passwd"}),
            (self.lessons.check, {"name": ["05"]}),
            (self.lessons.check, {"name": "05", "text": None}),
            (self.lessons.save, {"name": "05", "text": "x" * 100_001}),
        ):
            with self.subTest(asked=str(question)[:80]):
                self.assertRaises(ValueError, ask, question)

    @in_this_process
    def test_an_exercise_is_saved_and_judged(self):
        exercise = next(e for e in all_exercises() if e.number == "05")
        asked = {"name": exercise.name}
        found = self.lessons.exercise(asked)
        self.assertEqual(found["text"], stubs.stub(exercise.solution))
        wrong = found["text"].replace(NOT_YET, "return [-2, -2]")
        answer = self.lessons.check({**asked, "text": wrong, "seen": found["seen"]})
        self.assertEqual(answer["state"], "wrong")
        self.assertIn("[1, 1, 1, 0]", "\n".join(answer["lines"]))
        path = self.folder / exercise.file_name
        self.assertEqual(path.read_text(encoding="utf-8"), wrong)
        right = stubs.clean(exercise.solution)
        answer = self.lessons.check({**asked, "text": right, "seen": answer["seen"]})
        self.assertEqual(answer["state"], "right")
        states = self.lessons.states({})["states"]
        self.assertEqual(
            (states["05_nand"], states["06_more_gates"]), ("right", "not begun")
        )
        path.write_text(wrong + "\n", encoding="utf-8")  # by an editor
        self.assertEqual(self.lessons.states({})["states"]["05_nand"], "wrong")

        def changed_meanwhile(exercises, folder):
            path.write_text(right, encoding="utf-8")
            return Lessons.judge(exercises, folder)

        path.write_text(wrong, encoding="utf-8")
        lessons = Lessons(self.folder)
        for judge, text in (changed_meanwhile, wrong), (Lessons.judge, wrong):
            path.write_text(text, encoding="utf-8")
            lessons.judge = judge
            state = lessons.states({})["states"]["05_nand"]
        self.assertEqual(state, "wrong")
        hints = [self.lessons.hint(asked) for _ in range(3)]
        self.assertEqual([len(each["hints"]) for each in hints], [1, 2, 3])

    @in_this_process
    def test_a_file_is_written_as_it_was_or_a_copy_is_kept(self):
        self.folder.mkdir()
        path, kept = self.folder / "05_nand.py", self.folder / "05_nand.py.kept1"
        text = stubs.clean(find("05").solution) + "# 权重是重要性\n"
        for encoding, end, first, odd in (
            ("utf-8", "\n", "", False), ("utf-8-sig", "\r\n", "", False),
            ("utf-8", "\r", "", False), ("gbk", "\n", "# coding: gbk\n", False),
            ("gbk", "\r\n", "", True), ("utf-16", "\r\n", "", True),
        ):  # fmt: skip
            with self.subTest(encoding=encoding, first=first):
                before = (first + text).replace("\n", end).encode(encoding)
                path.write_bytes(before)
                found = self.lessons.exercise({"name": "05"})
                self.assertEqual(found["text"], first + text)
                new = first + text + "# 更多\n"
                asked = {"name": "05", "text": new, "seen": found["seen"]}
                answer = self.lessons.check(asked)
                self.assertEqual(answer["state"], "right", answer)
                self.assertEqual("now it is" in "".join(answer["lines"]), odd)
                self.assertEqual(kept.exists() and kept.read_bytes(), odd and before)
                kept.unlink(missing_ok=True)
                own = new.replace("\n", end).encode("utf-8" if odd else encoding)
                self.assertEqual(path.read_bytes(), own)

    @in_this_process
    def test_where_nothing_can_be_written_it_is_judged_all_the_same(self):
        self.folder.mkdir()
        (self.folder / "05_nand.py").write_bytes(b"old")
        right = stubs.clean(find("05").solution)
        with denying(f"{self.folder}/", replace=False):
            asked = {"name": "05", **self.lessons.exercise({"name": "05"})}
            for _ in range(2):
                answer = self.lessons.check({**asked, "text": right})
                self.assertEqual(answer["state"], "right")
                asked["seen"] = answer["seen"]
                where = answer["lines"][-1].split("written to ")[1].split(" instead")[0]
                self.assertEqual(Path(where).read_text(encoding="utf-8"), right)
            self.assertEqual(self.lessons.exercise({"name": "05"})["file"], where)
            self.assertEqual(self.lessons.states({})["states"]["05_nand"], "right")
        self.assertEqual((self.folder / "05_nand.py").read_bytes(), b"old")

    def test_what_is_printed_is_heard_at_once(self):
        source = "import time\nfor n in range(3): print(n); time.sleep(0.2)"
        asked = {"page": "01-perceptrons", "block": 0, "source": source, "tab": "one"}
        heard = [(time.monotonic(), piece) for piece in self.lessons.run(asked)]
        pieces = [piece["printed"] for _, piece in heard if "printed" in piece]
        self.assertEqual(pieces, ["0\n", "1\n", "2\n"])
        self.assertGreater(heard[-1][0] - heard[1][0], 0.1)
        self.assertEqual(heard[-1][1]["told"]["printed"], "0\n1\n2\n")

    def test_a_module_s_examples_know_its_names(self):
        name = "source/sigmoid"
        for number, block in enumerate(book.text(name, "en")[1]):
            told = self.run_block(markdown.source(block), number, name)["told"]
            self.assertTrue(all(one["same"] for one in told), told)

    def test_what_is_typed_is_kept(self):
        place = {"page": "02-gates", "name": "block 3"}
        self.lessons.keep({**place, "text": "权重 = 1\ud800"})
        self.lessons.keep({**place, "page": "03-sigmoid-neurons", "text": "x"})
        again = Lessons(self.folder)  # after a restart
        self.assertEqual(
            again.kept({"page": "02-gates"}),
            {"kept": {"block 3": "权重 = 1\ud800"}, "last": "03-sigmoid-neurons"},
        )
        again.keep({**place, "text": ""})
        self.assertEqual(self.lessons.kept({"page": "02-gates"})["kept"], {})
        for damaged in (b"", b"[1]", b'{"a": 7}', b"[" * 100_000, b"\xff"):
            (self.folder / kept.FILE).write_bytes(damaged)
            self.assertEqual(Lessons(self.folder).kept({"page": "x"})["kept"], {})
        with denying(f"{self.folder}/"):
            self.lessons.keep({**place, "text": "not on the disk"})
            found = self.lessons.kept({"page": "02-gates"})["kept"]
            self.assertEqual(found["block 3"], "not on the disk")

    @in_this_process
    def test_an_exercise_is_saved_as_it_is_typed_and_put_back(self):
        """What was changed elsewhere is not lost, nor what is reset."""
        found = self.lessons.exercise({"name": "05"})
        self.assertFalse(found["begun"])
        path, copy = self.folder / "05_nand.py", self.folder / "05_nand.py.kept1"
        asked = {"name": "05", "seen": found["seen"]}
        answer = self.lessons.save({**asked, "text": "half a li"})
        self.assertEqual(path.read_text(encoding="utf-8"), "half a li")
        for ask in (self.lessons.save, self.lessons.check):
            answer = ask({**asked, "text": "other"})
            self.assertEqual(answer["changed"], "half a li")
            self.assertEqual(path.read_text(encoding="utf-8"), "half a li")
        self.lessons.check({"name": "05", "text": "x = 1", "seen": answer["seen"]})
        self.assertEqual(path.read_text(encoding="utf-8"), "x = 1")
        answer = self.lessons.reset({"name": "05"})
        self.assertEqual(answer["text"], found["text"])
        self.assertIn("05_nand.py.kept1", answer["lines"][0])
        self.assertEqual(copy.read_text(encoding="utf-8"), "x = 1")

    def test_an_error_of_the_system_is_said(self):
        full = mock.Mock(side_effect=OSError(28, "full", "a.py"))
        with self.assertRaisesRegex(ValueError, "^a.py: full$"):
            answered({"check": full}, "check", {})


class Told(unittest.TestCase):
    def test_garbage_is_no_answer(self):
        for line in (b"", b"{}", b"[]", b"7", b"\xff\n", b"[" * 100_000,
                     b'{"line": 1, "printed": 2}'):  # fmt: skip
            with self.subTest(line[:20]), self.assertRaises(ValueError):
                session.checked(line)

    def test_a_drawing_is_shown(self):
        source = "from purenet.pictures import diagrams\ndiagrams.network([2, 1])"
        self.assertTrue(list(run(source, {}))[-1]["picture"].startswith("<svg"))
