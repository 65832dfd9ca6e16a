"""Every sentence that is said to a learner, by its id: the course's own where it has one, else the catalog's.

`say("practice.offer", n=3)` gives the sentence. Which course is spoken for, `speak_for` says; it holds for the thread
or the task that says so, and for those that it begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar

from course.model import Course, Line, Wording
from course.words.catalog import english, fill
from course.words.plurals import form

__all__ = ["listed", "say", "speak_for", "words"]

_ENGLISH_FORMS = ("one", "other")


class Words:
    """The words of one course."""

    def __init__(
        self, language: str = "en", line: Line | None = None, own: Mapping[str, Wording] | None = None
    ) -> None:
        self.learn(language, line, own)

    def learn(self, language: str, line: Line | None, own: Mapping[str, Wording] | None) -> None:
        """Speak like that from now on, in every task that these words are in use in; an author's course changes."""
        self.language = language
        self._own = own or {}
        names = dict(zip(("under", "right", "over"), (line or Line()).names, strict=True))
        self._always: dict[str, str] = {}
        for number, name in enumerate(("scenario", "scenarios"), 1):
            names[name] = self.say("term.scenario", n=number)
        self._always = names | {name.capitalize(): text[:1].upper() + text[1:] for name, text in names.items()}

    def say(self, id: str, /, **values: object) -> str:
        """The sentence of that id, filled in. With `n` it takes the form for that number. Raises KeyError."""
        return fill(self.text(id, values.get("n")), {**self._always, **values})

    def text(self, id: str, number: object = None) -> str:
        """The same, not filled in."""
        own = self._own.get(id)
        if own is not None:
            wanted = form(self.language, number) if isinstance(number, int) else "other"
            return own.get(wanted, own["other"])
        message = english()[id]
        if not message.plural:
            return message.texts[0]
        return message.texts[_ENGLISH_FORMS.index(form("en", number if isinstance(number, int) else 2))]


_SPOKEN: ContextVar[Words] = ContextVar("words")


def speak_for(course: Course) -> None:
    """From now on, say everything in this course's words."""
    _SPOKEN.set(Words(course.language, course.line, course.words))


def words() -> Words:
    """The words that are spoken now; the program's own, as long as no course was named."""
    found = _SPOKEN.get(None)
    if found is None:
        found = Words()
        _SPOKEN.set(found)
    return found


def say(id: str, /, **values: object) -> str:
    """The sentence of that id, filled in; with `n` in the form for that number. Raises KeyError."""
    return words().say(id, **values)


def listed(entry: str) -> tuple[str, ...]:
    """The words to type of a sentence that lists them with commas between."""
    return tuple(" ".join(each.split()) for each in entry.split(",") if each.strip())
