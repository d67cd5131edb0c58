"""What the lessons' page may ask, and what it is told.

What came of a block beside what the lesson has, what was typed there, an exercise
with the learner's own file, and what `check` says of it. Files are read
and written in one folder only, under the names of the exercises.
"""

from __future__ import annotations

import doctest
import hashlib
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from purenet.classroom import desk, own_file, report, stubs, syntax
from purenet.classroom.exercises import Exercise, all_exercises, find
from purenet.classroom.judging import judge
from purenet.console.programs import sentence, typed
from purenet.web.asked import Message, language_of, text_of, whole
from purenet.web.lessons import book, markdown
from purenet.web.lessons.blocks import Told
from purenet.web.lessons.kept import Kept
from purenet.web.lessons.session import Session, Sessions
from purenet.web.lessons.texts import SOURCE
from purenet.words import ENGLISH, say


def reading(question: Message) -> Message:
    """Say where blocks run: beside the drawing page no code may.

    >>> reading({})["read"][-35:]
    ': python3 -m purenet lessons --open'
    """
    words = (
        "Beside the drawing page no code runs. To run the lessons' blocks and "
        "solve the exercises, type: {}"
    )
    return {"read": say(words, typed("purenet.commands.lessons", "--open"))}


class Lessons:
    """The answers; folder: where the learner's exercises are.

    >>> Lessons(Path("nowhere")).kept({"page": "01-perceptrons"})
    {'kept': {}, 'last': ''}
    """

    judge = staticmethod(judge)
    QUESTIONS = "kept keep states run stop exercise save check hint reset".split()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spare: Path | None = None  # where it may not be written to
        self.sessions = Sessions()
        self.typed = Kept(folder)
        self._states: dict[tuple[str, str], str] = {}  # by its name, and a text's mark
        self._judging = threading.Lock()

    def kept(self, question: Message) -> Message:
        """What was typed on a page, and which page was read last."""
        return self.typed.of(text_of(question, "page", 100))

    def keep(self, question: Message) -> Message:
        """Keep what is typed on a page, by the name of its place; "": as it was."""
        page, name = text_of(question, "page", 100), text_of(question, "name", 40)
        book.text(page, ENGLISH)  # there is one
        self.typed.keep(page, name, text_of(question, "text"))
        return {}

    def run(self, question: Message) -> Iterator[Message]:
        """Run a block, and tell what is printed, then what came of each statement.

        That is laid beside what the lesson has; without a block there is nothing.
        """
        block: markdown.Block = []
        page = text_of(question, "page", 100)
        blocks = book.text(page, language_of(question))[1]
        if question.get("block") is not None:
            block = blocks[whole(question, "block", 0, len(blocks) - 1)]
        source, tab = text_of(question, "source"), text_of(question, "tab", 40)
        module = page[len(SOURCE) :] if page.startswith(SOURCE) else ""
        return self._run(block, source, self.sessions.of(tab, module))

    def _run(
        self, block: markdown.Block, source: str, session: Session
    ) -> Iterator[Message]:
        edited = source.rstrip() != markdown.source(block).rstrip()
        lines, examples = source.split("\n"), iter(block)
        for piece in session.run(source):
            if "told" in piece:
                told = beside(next(examples, None), piece["told"], edited, lines)
                piece = {"told": told}
            yield piece

    def stop(self, question: Message) -> Message:
        """End what a tab is running; its names are gone."""
        self.sessions.stop(text_of(question, "tab", 40))
        return {}

    def exercise(self, question: Message) -> Message:
        """One exercise: the learner's file, or the task as it was handed out."""
        exercise = _exercise_of(question)
        text = self._text(exercise)
        return {
            "text": text,
            "begun": text != stubs.stub(exercise.solution),
            "seen": _mark(text),
            "file": str(self._file(exercise)),
        }

    def save(self, question: Message) -> Message:
        """Save what stands on the page, unless the file has changed meanwhile."""
        exercise = _exercise_of(question)
        text, found = text_of(question, "text"), self._text(exercise)
        if question.get("seen") != _mark(found):
            return {"changed": found, "seen": _mark(found)}
        notes = list(filter(None, self._save(exercise, text)))
        return {"seen": _mark(text), "notes": notes, "file": str(self._file(exercise))}

    def check(self, question: Message) -> Message:
        """Save what stands on the page, and judge it."""
        exercise, saved = _exercise_of(question), self.save(question)
        if "changed" in saved:
            return saved
        with self._judging:
            [verdict] = self.judge([exercise], self._file(exercise).parent)
        self._learn(exercise, saved["seen"], verdict.state)
        if verdict.state == "right":
            lines = [say("{} {}: right", exercise.number, exercise.title)]
        else:
            lines = list(report.failure(exercise, verdict, exercise.file_name))
        lines += ["", *saved["notes"]] if saved["notes"] else []
        return {**saved, "state": verdict.state, "lines": lines}

    def hint(self, question: Message) -> Message:
        """The hints so far, and one more."""
        exercise = _exercise_of(question)
        hints = stubs.hints(exercise.solution)
        asked = desk.ask(self.spare or self.folder, exercise.name, "hint")
        return {"hints": hints[:asked], "more": asked < len(hints)}

    def reset(self, question: Message) -> Message:
        """Put the exercise where the learner's file is, which is kept beside it."""
        exercise = _exercise_of(question)
        lines = list(desk.reset(exercise, self._file(exercise).parent))
        return {**self.exercise(question), "lines": lines}

    def states(self, question: Message) -> Message:
        """What is known of each exercise; only changed files are tried anew."""
        found: dict[str, str] = {}
        unknown = {}
        with self._judging:
            for each in all_exercises(ENGLISH):
                text = self._text(each)
                mark = _mark(text)
                found[each.name] = self._states.get((each.name, mark), "not begun")
                if found[each.name] == "not begun" and text != stubs.stub(
                    each.solution
                ):
                    unknown[each] = mark
            verdicts = self.judge([*unknown], self.folder)
            for (each, mark), verdict in zip(unknown.items(), verdicts):
                found[each.name] = verdict.state
                self._learn(each, mark, verdict.state)
        return {"states": found}

    def _learn(self, exercise: Exercise, mark: str, state: str) -> None:
        """Know this of a text from now on, if the file that was judged still has it."""
        if _mark(self._text(exercise)) == mark:
            self._states[exercise.name, mark] = state

    def _file(self, exercise: Exercise) -> Path:
        """Where the learner's file is, or would be."""
        spare = self.spare and self.spare / exercise.file_name
        return spare if spare and spare.exists() else self.folder / exercise.file_name

    def _text(self, exercise: Exercise) -> str:
        try:
            return own_file.read(self._file(exercise)).text
        except OSError:
            return stubs.stub(exercise.solution)

    def _save(self, exercise: Exercise, text: str) -> Iterator[str]:
        """Write the file, if only to another folder; yield what is to be said."""
        path = self._file(exercise)
        try:
            own = own_file.read(path) if path.exists() else None
            if own is None or not own.encoding or own.text != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                yield own_file.rewrite(path, text)
        except OSError as error:
            yield sentence(error)
            self.spare = self.spare or Path(tempfile.mkdtemp(prefix="purenet-"))
            path = self.spare / exercise.file_name
            yield own_file.rewrite(path, text)
        if path.parent == self.spare:
            yield say("It was written to {} instead", path)


def _exercise_of(question: Message) -> Exercise:
    return find(text_of(question, "name"), language_of(question))


def beside(
    example: doctest.Example | None, told: Told, edited: bool, lines: list[str]
) -> Message:
    """Return what came of a statement, beside what the lesson has.

    An error that the lesson has not is in the page's language, and has its help.
    """
    came = {**told, "wanted": "", "same": False, "edited": edited, "help": []}
    if example and not example.options.get(doctest.SKIP):  # else other each time
        came.update(wanted=example.want, same=_agrees(example, told))
    if told["error"] and not came["same"]:
        came["error"] = syntax.in_words(told["error"])
        line = "".join(["", *lines][told["line"] : told["line"] + 1])
        came["help"] = list(syntax.advice(told["error"], line))
    return came


def _agrees(example: doctest.Example, told: Told) -> bool:
    """Say whether what came is what the lesson has, as doctest sees it."""
    flags = sum(option for option, on in example.options.items() if on)
    check = doctest.OutputChecker().check_output
    if example.exc_msg is not None:
        return check(example.exc_msg, told["error"] + "\n", flags)
    came = told["printed"] + told["shown"]
    return told["error"] == "" and check(example.want, came, flags)


def _mark(text: str) -> str:
    """Return a short mark of a text, other for another text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
