"""What the lessons' page may ask, and what it is told.

A lesson's text with its blocks, what came of a block beside what the lesson has,
an exercise with the learner's own file, and what `check` says of it. Files are read
and written in one folder only, under the names of the exercises.
"""

from __future__ import annotations

import doctest
import hashlib
import re
import tempfile
import threading
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from purenet.classroom import desk, own_file, report, stubs, syntax
from purenet.classroom.exercises import Exercise, all_exercises, find
from purenet.classroom.judging import judge
from purenet.console.programs import sentence, typed
from purenet.web.asked import Message, language_of, text_of, whole
from purenet.web.lessons import markdown
from purenet.web.lessons.blocks import Told
from purenet.web.lessons.session import Ended, Sessions
from purenet.web.lessons.texts import lesson, listed, title
from purenet.web.pencil import Figures
from purenet.words import ENGLISH, say


class Reading(Figures):
    """The answers beside the drawing page: no code may run there.

    >>> Reading().exercise({})["read"][-35:]
    ': python3 -m purenet lessons --open'
    """

    QUESTIONS = ("lessons", "lesson", "exercise", *Figures.FIGURES)

    def lessons(self, question: Message) -> Message:
        """All lessons, without exercises."""
        found = listed(language_of(question))
        return {"lessons": list(found.values()), **self.exercise(question)}

    def lesson(self, question: Message) -> Message:
        """One lesson: its text, and why its blocks do not run."""
        html, _ = lesson(text_of(question, "name"), language_of(question))
        return {"title": title(html), "html": html, **self.exercise(question)}

    def exercise(self, question: Message) -> Message:
        """Say where exercises are solved."""
        words = (
            "Beside the drawing page no code runs. To run the lessons' blocks and "
            "solve the exercises, type: {}"
        )
        return {"read": say(words, typed("purenet.commands.lessons", "--open"))}


class Lessons(Figures):
    """The answers; folder: where the learner's exercises are.

    >>> lessons = Lessons(Path("nowhere"))
    >>> lessons.lesson({"name": "01-perceptrons"})["title"]
    '1 · Perceptrons'
    """

    judge = staticmethod(judge)
    QUESTIONS = (
        *("lessons", "lesson", "run", "stop", "exercise", "check", "hint"),
        *Figures.FIGURES,
    )

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spare: Path | None = None  # where it may not be written to
        self.sessions = Sessions()
        self._states: dict[str, tuple[tuple[int, int], str]] = {}
        self._judging = threading.Lock()

    def lessons(self, question: Message) -> Message:
        """All lessons, each with its exercises and what is known of them."""
        language = language_of(question)
        found, states = listed(language), self.states()
        for e in all_exercises(language):
            told = {"name": e.name, "title": e.title, "state": states[e.name]}
            found[Path(e.lesson).stem]["exercises"].append(told)
        return {"lessons": list(found.values())}

    def lesson(self, question: Message) -> Message:
        """One lesson: its text, and what a learner would type in each block."""
        html, blocks = lesson(text_of(question, "name"), language_of(question))
        sources = [markdown.source(block) for block in blocks]
        return {"title": title(html), "html": html, "blocks": sources}

    def run(self, question: Message) -> Message:
        """Run a block, and lay what came beside what the lesson has."""
        block = self._block(question)
        source, tab = text_of(question, "source"), tab_of(question)
        told = []
        try:
            for one in self.sessions.of(tab).run(source):
                told.append(one)
        except Ended as ended:
            return {"told": told, "ended": True, "why": str(ended)}
        return {"told": list(beside(block, told, source)), "ended": False}

    def stop(self, question: Message) -> Message:
        """End what a tab is running; its names are gone."""
        self.sessions.stop(tab_of(question))
        return {}

    def exercise(self, question: Message) -> Message:
        """One exercise: the learner's file, or the task as it was handed out."""
        exercise = _exercise_of(question)
        text = self._text(exercise)
        return {
            "title": f"{exercise.number} · {exercise.title}",
            "lesson": Path(exercise.lesson).stem,
            "text": text,
            "seen": _mark(text),
            "file": str(self._file(exercise)),
        }

    def check(self, question: Message) -> Message:
        """Save what stands on the page, unless the file has changed, and judge it."""
        exercise = _exercise_of(question)
        text, found = text_of(question, "text"), self._text(exercise)
        if question.get("seen") != _mark(found):
            return {"changed": found, "seen": _mark(found)}
        notes = self._save(exercise, text)
        with self._judging:
            [verdict] = self.judge([exercise], self._file(exercise).parent)
        self._states[exercise.name] = (self._stamp(exercise), verdict.state)
        if verdict.state == "right":
            lines = [say("{} {}: right", exercise.number, exercise.title)]
        else:
            lines = list(report.failure(exercise, verdict, exercise.file_name))
        return {"state": verdict.state, "lines": lines + notes, "seen": _mark(text)}

    def hint(self, question: Message) -> Message:
        """The hints so far, and one more."""
        exercise = _exercise_of(question)
        hints = stubs.hints(exercise.solution)
        asked = desk.ask(self.spare or self.folder, exercise.name, "hint")
        return {"hints": hints[:asked], "more": asked < len(hints)}

    def states(self) -> dict[str, str]:
        """Return the state of every exercise; only changed files are tried anew."""
        exercises, unknown = all_exercises(ENGLISH), []
        with self._judging:
            for exercise in exercises:
                stamp = self._stamp(exercise)
                if self._text(exercise) == stubs.stub(exercise.solution):
                    self._states[exercise.name] = (stamp, "not begun")
                elif self._states.get(exercise.name, (None, ""))[0] != stamp:
                    unknown.append(exercise)
            for exercise, verdict in zip(unknown, self.judge(unknown, self.folder)):
                self._states[exercise.name] = (self._stamp(exercise), verdict.state)
        return {exercise.name: self._states[exercise.name][1] for exercise in exercises}

    def _stamp(self, exercise: Exercise) -> tuple[int, int]:
        return desk.saved([exercise], self._file(exercise).parent)[0]

    def _file(self, exercise: Exercise) -> Path:
        """Where the learner's file is, or would be."""
        spare = self.spare and self.spare / exercise.file_name
        return spare if spare and spare.exists() else self.folder / exercise.file_name

    def _text(self, exercise: Exercise) -> str:
        try:
            return own_file.read(self._file(exercise)).text
        except OSError:
            return stubs.stub(exercise.solution)

    def _save(self, exercise: Exercise, text: str) -> list[str]:
        """Write the file, if only to another folder; return lines that say so."""
        path, notes = self._file(exercise), []
        try:
            own = own_file.read(path) if path.exists() else None
            if own is None or not own.encoding or own.text != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                notes = [own_file.rewrite(path, text)]
        except OSError as error:
            self.spare = self.spare or Path(tempfile.mkdtemp(prefix="purenet-"))
            path = self.spare / exercise.file_name
            notes = [sentence(error), own_file.rewrite(path, text)]
        if path.parent == self.spare:
            notes.append(say("It was written to {} instead", path))
        return ["", *filter(None, notes)] if any(notes) else []

    def _block(self, question: Message) -> markdown.Block:
        blocks = lesson(text_of(question, "lesson"))[1]
        return blocks[whole(question, "block", 0, len(blocks) - 1)]


def _exercise_of(question: Message) -> Exercise:
    return find(text_of(question, "name"), language_of(question))


def tab_of(question: Message) -> str:
    """Return the name that a tab has given itself."""
    tab = question.get("tab")
    if not isinstance(tab, str) or not re.fullmatch(r"\w{1,40}", tab):
        raise ValueError(say("a tab names itself with up to 40 letters and digits"))
    return tab


def beside(block: markdown.Block, told: list[Told], source: str) -> Iterator[Message]:
    """Yield what came of each statement, beside what the lesson has.

    An error that the lesson has not is in the page's language, and has its help.
    """
    edited = source.rstrip() != markdown.source(block).rstrip()
    lines = ["", *source.split("\n")]
    for one, example in zip_longest(told, block[: len(told)]):
        wanted = example.want if example else ""
        same = example is not None and _agrees(example, one)
        came = {**one, "wanted": wanted, "same": same, "edited": edited, "help": []}
        if one["error"] and not same:
            came["error"] = syntax.in_words(one["error"])
            line = "".join(lines[one["line"] : one["line"] + 1])
            came["help"] = list(syntax.advice(one["error"], line))
        yield came


def _agrees(example: doctest.Example, told: Told) -> bool:
    """Say whether what came is what the lesson has, as doctest sees it."""
    flags = sum(option for option, on in example.options.items() if on)
    check = doctest.OutputChecker().check_output
    if example.exc_msg is not None:
        if flags & doctest.IGNORE_EXCEPTION_DETAIL:
            kind = str(told["error"]).split(":")[0]
            return kind == example.exc_msg.split(":")[0].strip()
        return check(example.exc_msg, told["error"] + "\n", flags)
    came = told["printed"] + told["shown"]
    return told["error"] == "" and check(example.want, came, flags)


def _mark(text: str) -> str:
    """Return a short _mark of a text, other for another text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
