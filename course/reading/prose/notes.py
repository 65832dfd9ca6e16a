"""A note behind a text, from a # on, when the text has to be put in quotes: it stays a note, behind the quotes.

With one space before the # it may as well be the rest of the text, as in `press # to go on` or `#1 on your list`; only
the author can tell. In quotes a note would be spoken to learners, and outside of them a part of the text would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from course.model.record import replace
from course.reading.prose.misread import Misread, behind_quote
from course.reading.prose.quotes import meant

_HASH = re.compile(r"[ \t]#")
_NOTE = re.compile(r"[ \t]+#(?=[\s#!]|$).*")
_SURE = re.compile(r"(?: {2,}|[ \t]*\t[ \t]*)#(?=[\s#!]|$).*")
"""A note for certain, as everybody writes one: at some distance from what it is about."""
_NUMBER = re.compile(r"(?<! ) #\d")
"""What is a text for certain."""
_BRACKETS = "{[("
_STAYS = "it stays behind the quotes, or behind the |."


def kept(
    lines: Sequence[str], look: Callable[[Sequence[str]], Misread | None], prose: bool | None = None
) -> Misread | None:
    """What is wrong with a value, as `look` says it, with the note behind it left outside of the quotes that it gets.
    `prose` says whether it is a text for people; None that nobody knows."""
    found = look(_apart(lines)[0] if lines[0][0] in _BRACKETS else lines)
    if found is None or not any(_HASH.search(each) for each in lines):
        return found
    bare, note, sure = _apart(lines)
    again = look(bare) if note else found
    if again is None:
        return found  # only the # is in doubt, and it says so
    if again.unsure:
        return again
    in_quotes = (again.meant or again.corrected or ("",))[0][:1] in ("'", '"')
    if in_quotes and any(_NOTE.search(each) for each in lines[:-1]):
        mend = f"{again.mend} If a note begins at the #, put that on a line of its own above."
        return replace(again, mend=mend, unsure=True)
    if in_quotes and again.code == "lost-text" and not note and not sure:
        mend = "If it is part of the text, put the whole text in quotes; if it is a note, put two spaces before the #, "
        return replace(again, mend=f"{mend}and one behind it.", ask=True)
    sure = sure or prose is False
    return replace(
        again,
        mend=again.mend + (said(lines, sure=sure) if in_quotes else ""),
        corrected=_with(again.corrected, note),
        meant=_with(again.meant, note),
        ask=again.ask or not sure,
        unsure=bool(again.instead),  # under a |, the note would be spoken
    )


def in_quotes(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines as one text in quotes, with the note behind it left outside; none where one stands in the middle."""
    bare, note, _ = _apart(lines)
    return () if are_in(lines[:-1]) else _with(meant("\n".join(bare)).lines, note)


def said(lines: Sequence[str], *, sure: bool = False) -> str:
    """What is to be said besides where these lines are to be put in quotes: what becomes of a note in them."""
    if not any(_HASH.search(_NUMBER.sub("", each)) for each in lines):
        return ""
    return " The note stays behind the quotes, or behind the |." if sure else f" If a note begins at the #, {_STAYS}"


def are_in(lines: Sequence[str]) -> bool:
    """Whether one of these lines holds what may be a note."""
    return any(_NOTE.search(each) for each in lines)


def _with(lines: tuple[str, ...], note: str) -> tuple[str, ...]:
    return (*lines[:-1], lines[-1] + note) if lines else ()


def _apart(lines: Sequence[str]) -> tuple[list[str], str, bool]:
    """The lines without the note behind the last of them; the note, with the spaces before it; and whether nothing in
    them may be another thing than it seems."""
    last, start = lines[-1], behind_quote(lines)
    match = _SURE.search(last, start) or _NOTE.search(last, start)
    if match and lines[0][0] in "\"'" and not start and last[-1] == lines[0][0]:
        match = None  # the quotes of the text are around it
    text = last[: match.start()] if match else last
    sure = not match or _SURE.fullmatch(match[0]) is not None
    sure = sure and not any(_HASH.search(_NUMBER.sub("", each)) for each in (*lines[:-1], text[start:]))
    return [*lines[:-1], text.rstrip()], match[0] if match else "", sure
