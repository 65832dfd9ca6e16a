"""The pages that the server gives to browsers: HTML made of the catalog's words, beside them a script and a style."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from course.model import Course, Medium, Side
from course.model.encoding import to_json
from course.text.clean import harmless
from course.text.direction import right_to_left
from course.words import say, words
from course.words.catalog import english

STATIC = {
    "room.js": "text/javascript",
    "lead.js": "text/javascript",
    "phone.js": "text/javascript",
    "screen.js": "text/javascript",
    "room.css": "text/css",
}
"""The files beside the pages, and what each is."""
_SAID = "room.said."
"""Ids of the sentences that scripts say begin so."""


@cache
def static(name: str) -> tuple[str, str]:
    """What that file is, and its text."""
    return STATIC[name], (files("course.serving") / "static" / name).read_text(encoding="utf-8")


def front(*, wrong: str, typed: str = "") -> str:
    """Where a code is typed; `wrong` is the id of what was wrong with the one that was `typed` last, or `""`."""
    said = f'<p class="wrong" role="alert">{escape(say(wrong))}</p>' if wrong else ""
    body = f"""<form method="post" action="/" class="front"><h1>{escape(say("room.front.title"))}</h1>{said}
<label for="code">{escape(say("room.front.code"))}</label>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required
value="{escape(typed)}">
<button type="submit">{escape(say("room.front.go"))}</button></form>"""
    return _document(say("room.front.title"), words().language, body)


def phone(course: Course, code: str) -> str:
    """The page of a phone; its script does the rest."""
    body = f"""<main id="room" data-code="{escape(code)}"><p>{escape(say("room.said.connecting"))}</p></main>
<p id="live" role="status" class="aside"></p>
<noscript><p>{escape(say("room.front.no-script"))}</p></noscript>
{_words()}<script src="/static/room.js"></script><script src="/static/lead.js"></script>
<script src="/static/phone.js"></script>"""
    return _document(course.title, course.language, body)


def screen(course: Course, code: str, address: str) -> str:
    """The projected page; no secret is on it."""
    body = f"""<main id="screen" data-code="{escape(code)}" data-address="{escape(address)}"></main>
{_words()}<script src="/static/room.js"></script><script src="/static/screen.js"></script>"""
    return _document(course.title, course.language, body)


def _words() -> str:
    """What scripts say, by id, as data that runs nothing."""
    said = {each.removeprefix(_SAID): say(each) for each in english() if each.startswith(_SAID)}
    said |= {f"side.{side}": say(f"side.{side}") for side in Side}
    said |= {f"from.{each.value}": said["from"] if each.traits.subject else "{sender}" for each in Medium}
    text = to_json(said).replace("<", "\\u003c")
    return f'<script type="application/json" id="words">{text}</script>\n'


def _document(title: str, language: str, body: str) -> str:
    direction = ' dir="rtl"' if right_to_left(language) else ""
    return harmless(
        f'<!doctype html>\n<html lang="{escape(language)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="/static/room.css">\n'
        '<link rel="icon" href="data:,">\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
