"""list what a language lacks: words NAME; without a name, of all there are"""

from __future__ import annotations

import argparse
import re
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lessons.making import _said, _translated_lessons
from purenet import words
from purenet.console.programs import program

LESSONS = Path(__file__).resolve().parents[1]
TEXTS = _said.ROOT / "purenet" / "words"
OTHERS = "# what others say"  # argparse, the system: not found in our code


def report(language: str) -> Iterator[str]:
    """Yield a line for all that is to be done for a language."""
    said: dict[str, str] = {}
    for template, place in _said.all_said():
        said.setdefault(template, place)
    for template in sorted(set().union(*(read(name)[1] for name in languages()))):
        said.setdefault(template, "said by others")
    pairs, foreign, broken = read(language)
    for lines in broken:
        yield f"{language}.txt: not a pair of two lines: {' / '.join(lines)!r:.120}"
    for template, place in said.items():
        if template not in pairs and re.search("[A-Za-z]{2}", plain(template)):
            yield f"{place}: no translation of {template!r}"
    for english, translation in pairs.items():
        if english not in said:
            yield f"{language}.txt: no longer said: {english!r}"
        on_page = said.get(english, "").startswith("purenet/web")
        for wrong in mistakes(english, translation, language, on_page):
            yield f"{language}.txt: {wrong} in {translation!r}, of {english!r}"
    never = words.facts(language).never.split()
    for path in sorted((LESSONS / language).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        yield from (f"{path.name}: {word!r}, never" for word in never if word in text)
    if (LESSONS / language).is_dir():
        yield from _translated_lessons.differences(LESSONS, language)


def mistakes(
    english: str, translation: str, language: str, on_page: bool
) -> Iterator[str]:
    """Yield what is wrong with a pair; on_page: where every sign can be shown."""
    facts = words.facts(language)
    if wrong := disagreement(english, translation):
        yield wrong
    yield from (
        f"{word!r}, never" for word in facts.never.split() if word in translation
    )
    if not on_page:
        for sign in unencodable(translation, facts.encoding):
            yield f"{sign!r}, which no console has,"


def read(language: str) -> tuple[dict[str, str], set[str], list[list[str]]]:
    """Return a language's pairs, the English of what others say, what is no pair."""
    text = (TEXTS / f"{language}.txt").read_text(encoding="utf-8")
    pairs, foreign, broken, others = {}, set(), [], False
    for block in text.split("\n\n")[1:]:
        for line in block.split("\n"):
            if line.startswith("# "):
                others = line.startswith(OTHERS)
        lines = words.lines_of(block)
        if len(lines) == 2:
            if lines[0] in pairs:
                broken.append(["twice", *lines])
            pairs[lines[0]] = lines[1]
            foreign |= {lines[0]} if others else set()
        elif lines:
            broken.append(lines)
    return pairs, foreign, broken


def languages() -> list[str]:
    """Return the languages there are besides English."""
    return words.languages()[1:]


def plain(template: str) -> str:
    """Return a template without its placeholders.

    >>> plain("{:,} of {}")
    ' of '
    """
    return re.sub(r"\{[^{}]*\}", "", template)


def disagreement(english: str, translation: str) -> str:
    """Say what is wrong with a translation's placeholders; "" where nothing is.

    Where they are numbered some may be left out, as a plural's s.

    >>> disagreement("{} of {:,}", "{1:,}: {0}"), disagreement("{} of {}", "{}")
    ('', 'other placeholders')
    """
    signs = [set(re.findall(r"%(?:\(\w+\))?[srd]", x)) for x in (english, translation)]
    if not signs[1] <= signs[0]:
        return "other placeholders"
    try:
        wanted, found = fields(english), fields(translation)
    except ValueError as error:
        return str(error)
    named = [place for place, _ in found if place.isdigit()]
    if named and len(named) < len(found):
        return "numbers for some placeholders only"
    known = {place or str(k): how for k, (place, how) in enumerate(wanted)}
    places = [(place or str(k), how) for k, (place, how) in enumerate(found)]
    same = all(known.get(place) == how for place, how in places)
    return "" if same and (named or len(places) == len(known)) else "other placeholders"


def fields(text: str) -> list[tuple[str, str]]:
    """Return the placeholders of a template: the place, "" for the next, and how.

    >>> fields("{} {1:,} {!r}")
    [('', ''), ('1', ':,'), ('', '!r')]
    """
    return [
        (name, (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else ""))
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    ]


def unencodable(text: str, encoding: str) -> list[str]:
    """Return the signs of a text that an encoding has not.

    >>> unencodable("µ é", "ascii")
    ['µ', 'é']
    """
    return [sign for sign in text if sign.encode(encoding, "ignore") == b""]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report; status 1 where anything is to be done."""
    parser = argparse.ArgumentParser(prog=program(__name__), description=__doc__)
    parser.add_argument("language", nargs="*", help="as its text file is called")
    args = parser.parse_args(argv)
    names = args.language or languages()
    for name in set(names) - set(languages()):
        parser.error(f"there is no purenet/words/{name}.txt")
    lines = []
    for name in names:
        lines += list(report(name))
    for path in sorted((_said.ROOT / "purenet").rglob("*.py")):
        for words_, place in _said.unsaid(path):
            lines.append(f"{place}: not said by say(): {words_!r:.80}")
    print(*lines, sep="\n", end="\n" if lines else "")
    print(f"{len(lines)} to be done for {', '.join(names)}")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
