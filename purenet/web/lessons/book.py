"""The book's pages: the lessons' list, each lesson, each exercise, each module.

They are the same read live, as files, and with Python inside the browser; a script
makes blocks run where there is a Python. Each is at the place of its file:
lessons/02-gates.html, those in another language in a folder of its name, and
lessons/source/network.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from html import escape
from pathlib import Path

from purenet.classroom import stubs
from purenet.classroom.exercises import Exercise, all_exercises
from purenet.web.lessons import markdown, sources, texts
from purenet.web.lessons.code import coloured
from purenet.web.lessons.texts import SOURCE, place
from purenet.words import ENGLISH, facts, files, languages, say, speaking_in


def names() -> Iterator[tuple[str, str]]:
    """Yield the name and the language of each page; modules are in English alone.

    >>> list(names())[:2]
    [('index', 'en'), ('01-perceptrons', 'en')]
    """
    for language in languages():
        exercises = [exercise.name for exercise in all_exercises(language)]
        yield from (
            (name, language) for name in [*texts.text_names(language), *exercises]
        )
    yield from ((SOURCE + module, ENGLISH) for module in sources.modules())


def page(name: str, language: str) -> bytes:
    """Return a page, whole."""
    base, root = "../" * name.count("/"), "../" * place(name, language).count("/")
    with speaking_in(language):
        body = _linked(text(name, language)[0])
        template = files("purenet.web.lessons") / "page.html"
        return template.read_text(encoding="utf-8").format(
            html=facts(language).html, language=language, name=name, base=base,
            root=root,
            title=escape(title(body)), body=body, lessons=say("Lessons"),
            draw=say("Draw"), contents=say("Contents"), sides=say("The page's sides"),
            languages=_languages(name, language, root), around=_around(name, language),
            before=say("Before and after"),
            list=_contents(name, language, base, body),
        ).encode("utf-8")  # fmt: skip


def title(html: str) -> str:
    """Return the words of a page's first heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html)
    return _words(found[1]) if found else "purenet"


def _words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@lru_cache(maxsize=100)
def text(name: str, language: str) -> tuple[str, list[markdown.Block]]:
    """Return what a page is about as HTML, and its blocks; ValueError without any."""
    if name.startswith(SOURCE) and name[len(SOURCE) :] in sources.modules():
        return sources.page(name[len(SOURCE) :])
    if name in texts.text_names(language):
        if not texts.lesson_names():
            return f"<p>{say('the lessons are not here: only the package is')}</p>", []
        text, written = texts.text_in(name.replace("index", "README"), language)
        known = sources.Names(("" if language == ENGLISH else "../") + SOURCE)
        for code in re.findall(r"^(?:>>> |\.\.\. )(.*import .*)$", text, re.MULTILINE):
            known.read(code)
        for module in re.findall(r"\.\./purenet/([\w/]+)\.py\)", text):
            known.module(module)
        link = partial(texts.address, language=language, written=written)
        return markdown.page(text, link, known)
    for exercise in all_exercises(language):
        if exercise.name == name:
            return _exercise(exercise), []
    raise ValueError(say("there is no lesson {!r}", name))


def _exercise(exercise: Exercise) -> str:
    lesson = Path(exercise.lesson).stem
    stub = coloured(stubs.stub(exercise.solution))
    link = f'<a href="{lesson}.html">'
    words = "{}Read the lesson{}. This is the file <code>{}</code>."
    return (
        f"<h1>{escape(f'{exercise.number} · {exercise.title}')}</h1>\n"
        f'<p class="note">{say(words, link, "</a>", exercise.file_name)}</p>\n'
        f'<div class="exercise" data-exercise="{exercise.name}">'
        f'<pre class="python"><code>{stub}</code></pre></div>'
    )


def _linked(body: str) -> str:
    """Return a text, its headings with links, pictures with what they show below."""

    def heading(found: re.Match[str]) -> str:
        _, name, words = found.groups()
        link = f'<a class="sign" href="#{name}" aria-label="{_words(words)}"></a>'
        return found[0].replace(f"{words}</h", f"{words}{link}</h")

    body = re.sub(r'<h([23]) id="([^"]+)">(.*?)</h\1>', heading, body)
    figure = r'<figure>\1 alt="">\n<figcaption>\2</figcaption></figure>'
    return re.sub(r'<p>(<img src="[^"]*") alt="([^"]*)"></p>', figure, body)


def _languages(name: str, language: str, root: str) -> str:
    if name.startswith(SOURCE):
        return ""
    return "\n".join(
        f'<a class="button quiet" lang="{facts(other).html}" data-code="{other}" '
        f'href="{root}{place(name, other)}">{facts(other).name}</a>'
        for other in languages()
        if other != language and ("_" in name or name in texts.text_names(other))
    )


@lru_cache(maxsize=8)
def _titles(language: str) -> dict[str, str]:
    """Return the titles of the lessons and exercises, in their order."""
    titles = {}
    for name in texts.lesson_names():
        heading = re.search("^# (.*)", texts.text_in(name, language)[0], re.MULTILINE)
        titles[name] = heading[1] if heading else name
    for exercise in all_exercises(language):
        titles[exercise.name] = f"{exercise.number} · {exercise.title}"
    return titles


def _around(name: str, language: str) -> str:
    """Return the links to the page before and the one after, of its kind."""
    titles = {"index": say("Lessons"), **_titles(language)}
    order = [each for each in titles if ("_" in each) == ("_" in name)]
    if name not in order:
        return ""
    at, made = order.index(name), ""
    for where, beside in (("prev", order[:at][-1:]), ("next", order[at + 1 :][:1])):
        for other in beside:
            words = escape(titles[other])
            made += f'<a rel="{where}" href="{other}.html">{words}</a>'
    return made


def _contents(name: str, language: str, base: str, body: str) -> str:
    """Return the list of lessons, with the sections of the one that is open."""
    made, here = "", ' aria-current="page"'
    for lesson in texts.lesson_names():
        exercises = all_exercises(language)
        own = [each for each in exercises if Path(each.lesson).stem == lesson]
        names = [exercise.name for exercise in own]
        count = f' <small data-of="{" ".join(names)}"></small>' if own else ""
        words = escape(_titles(language)[lesson])
        made += f'<li data-lesson="{lesson}">'
        made += (
            f'<a href="{base}{lesson}.html"{here * (lesson == name)}>{words}{count}</a>'
        )
        if lesson == name:
            sections = re.findall(r'<h2 id="([^"]+)">(.*?)<a class="sign"', body)
            links = (f'<li><a href="#{i}">{_words(w)}</a></li>' for i, w in sections)
            made += f"<ul>{''.join(links)}</ul>"
        if name in ("index", lesson, *names):
            marks = "".join(
                f'<a class="mark" data-mark="{e.name}" href="{base}{e.name}.html" '
                f'title="{escape(e.title)}"{here * (e.name == name)}>{e.number}</a>'
                for e in own
            )
            made += f'<p class="marks">{marks}</p>'
        made += "</li>"
    return f"<ol>{made}</ol>"
