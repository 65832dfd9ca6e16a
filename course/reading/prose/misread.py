"""What YAML would misread in one value, and the same value in the quotes that keep it whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.model.record import Record, replace
from course.reading.format.tables import NAMES
from course.reading.problems.suggest import nearest
from course.reading.prose import entities, quotes
from course.reading.prose.quotes import CLOSED, QUOTE_IT
from course.text.counting import words

BRACKETS = {"[": "]", "{": "}"}
_HASH = re.compile(r"[ \t]#")
_COLON = re.compile(r":(?=[ \t]|$)")
ANCHOR_OR_TAG = re.compile(r"[&*][\w-]+|!![\w/.:-]+|!<.*>")
"""These are no sentences; YAML knows them, and the reading says that courses do without."""
_SIGN_BEFORE_ID = re.compile(r"[&*]([a-z0-9-]+)")
_EATEN = re.compile(r"(?<![\w\\])[A-Za-z]:\\([trnNLP_])")
"""A backslash in double quotes behind the letter of a drive, with a letter of which YAML makes a sign that cannot be
seen, as in C:\\temp."""
_ESCAPE = re.compile(
    r"""\\(?:["\\/0abt\tnvfre N_LP\n]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?P<none>.))""", re.DOTALL
)
"""A backslash in double quotes and what it makes a sign of, or what it makes nothing of."""
_PERHAPS = "nt\\ /_NLPxuU"
"""Behind a backslash, what makes a sign that somebody may want; nobody wants a bell."""
_RECORD = re.compile(r" *[a-z0-9-]+: *\{ *([a-z-]+): ")
_LONG_NAME = re.compile(r" *([a-z][a-z-]{4,}):[ \t]+\S")
"""A name that is long enough to be one of ours with a slip in it."""
_COMMENT = re.compile(r"[ \t]*#(?:[\s#!]|$)|\s*\n[ \t]*#")


class Misread(Record):
    """What is wrong, at a line and column of a value or of a line (from 0), and its lines corrected, if they can be."""

    code: str
    line: int
    column: int
    message: str
    corrected: tuple[str, ...] = ()
    mend: str = QUOTE_IT
    meant: tuple[str, ...] = ()
    """What was probably meant, where that is not what the reading goes on with."""
    ask: bool = False
    """Whether something else may have been meant."""
    unsure: bool = False
    """Whether nobody can tell what was meant; `corrected` is only what the reading goes on with."""
    instead: tuple[str, ...] = ()
    """The lines that belong in the place of the first one, where that should become several."""


def misread(lines: Sequence[str], prose: bool | None = None) -> Misread | None:
    """What is wrong with a value, or None. It begins at the beginning of its first line.

    `prose` says whether it is a text for people; None that nobody knows.
    """
    first = lines[0][0]
    if first in CLOSED:
        return _quotes(lines)
    if first in BRACKETS:
        return _brackets(lines)
    if first in "|>":
        return _no_block(lines)
    if first == "#" and prose and len(lines) == 1:
        return _may_not_begin(lines, first)
    two = lines[0][:2].rstrip(" \t")
    if prose is False and len(lines) == 1 and (sign := _SIGN_BEFORE_ID.fullmatch(lines[0])):
        message = f"The {first} here is a sign of YAML's own, so {sign[1]} is not read as an id."
        return Misread("alias", 0, 0, message, (sign[1],), f"Take the {first} away.", ask=True)
    if first == "&" and prose is not False and entities.begins_with_one(lines[0]):
        return _spelled(lines)
    if first in "!&*" and not ANCHOR_OR_TAG.fullmatch(lines[0]):
        return _may_not_begin(lines, first)
    if first in "@`%,]}" or (first in "-?:" and two == first):
        return _may_not_begin(lines, first)
    return _plain(lines, prose)


def is_open(lines: Sequence[str]) -> bool:
    """Whether a value that begins with a quote or a bracket has not been closed at the end of these lines."""
    text = "\n".join(lines)
    if text[0] in CLOSED:
        return CLOSED[text[0]].match(text) is None
    return any(text.count(opening) > text.count(closing) for opening, closing in BRACKETS.items())


def behind_quote(lines: Sequence[str]) -> int:
    """Where on its last line the quotes end with which a value begins; 0 where it has none, or they end above."""
    text = "\n".join(lines)
    match = CLOSED[text[0]].match(text) if text[0] in CLOSED else None
    return max(0, match.end() - text.rfind("\n") - 1) if match else 0


def quoted(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines as one value in the quotes that need the least escaping."""
    text = "\n".join(lines)
    return tuple(quotes.quoted(text).split("\n"))


def colon_taken(more: bool) -> tuple[str, str, str]:
    """What is said of a colon in a text without quotes, behind which there is `more` of it: a code, what is wrong, and
    what mends it."""
    after = "a space" if more else "nothing"
    message = f"YAML takes this colon for the end of a name, because {after} follows it."
    return "needs-quotes", message, QUOTE_IT


def _may_not_begin(lines: Sequence[str], sign: str) -> Misread:
    message = f"A text that begins with {sign} must be in quotes; YAML takes the {sign} for a sign of its own."
    mend = QUOTE_IT
    if sign == "-":
        mend = "If it is a text, put it in quotes. If it is a list, begin it on the next line."
    found = _needs_quotes(lines, ("needs-quotes", 0, 0), message, mend)
    return replace(found, ask=found.ask or sign == "-")


def _spelled(lines: Sequence[str]) -> Misread:
    """What is wrong with a text that begins with a sign in the spelling of HTML, such as `&quot;`."""
    text = entities.without("\n".join(lines))
    spelling = lines[0][: lines[0].index(";") + 1]
    message = f"{spelling} stands here in place of {entities.meant(spelling)}: some program has written it so."
    mend = "Write the sign itself, and put the whole text in quotes."
    return Misread("needs-quotes", 0, 0, message, quoted(text.split("\n")), mend, ask=True)


def _quotes(lines: Sequence[str]) -> Misread | None:
    text = "\n".join(lines)
    sign = text[0]
    match = CLOSED[sign].match(text)
    rest = text[match.end() :] if match else ""
    if match and (_nothing(rest) or rest.lstrip()[0] == ":"):
        return (_no_escape(text, match.end()) or _eaten(text, match.end())) if sign == '"' else None
    return _by_quotes(text, quotes.meant(text))


def _by_quotes(text: str, meant: quotes.Reading) -> Misread:
    """What is wrong with a text whose quotes are not where they belong."""
    line, column = text.count("\n", 0, meant.at), meant.at - 1 - text.rfind("\n", 0, meant.at)
    return Misread(meant.code, line, column, meant.message, meant.lines, meant.mend, ask=meant.ask)


def _needs_quotes(lines: Sequence[str], where: tuple[str, int, int], message: str, mend: str) -> Misread:
    """What is wrong with a text without YAML's quotes that wants them; if its own are not where they belong, that."""
    meant = quotes.meant(text := "\n".join(lines))
    if meant.speech:
        return Misread(*where, message, meant.lines, meant.mend if meant.ask else mend, ask=meant.ask)
    return _by_quotes(text, meant)


def _no_escape(text: str, end: int) -> Misread | None:
    """What is wrong with a text in double quotes, which end there, if YAML makes nothing of a backslash in it."""
    escapes = [*_ESCAPE.finditer(text, 0, end)]
    wrong = next((each for each in escapes if each["none"]), None)
    if wrong is None:
        return None
    letter, at = wrong["none"], wrong.start()
    message = f"In double quotes, a \\ and the letter behind it are an escape, and \\{letter} is none that YAML knows."
    if letter in "xuU":
        message = f"In double quotes, \\{letter} is an escape: YAML wants the number of a sign behind it."
    mend = "Put single quotes around the whole text, in the place of the double ones: then a \\ is a \\ and no more."
    meant = quotes.in_single_quotes(text[1 : end - 1].replace('\\"', '"')) + text[end:]
    ask = any(not each["none"] and each[0][1] in _PERHAPS for each in escapes)
    line, column = text.count("\n", 0, at), at - 1 - text.rfind("\n", 0, at)
    return Misread("syntax", line, column, message, tuple(meant.split("\n")), mend, ask=ask)


def _eaten(text: str, end: int) -> Misread | None:
    """What is wrong with a text in double quotes, which end there, if it loses a backslash and a letter."""
    found = _EATEN.search(text, 0, end)
    if found is None:
        return None
    at = found.start(1) - 1
    message = f"In double quotes, \\{found[1]} is not read as it stands: YAML makes a sign of it that cannot be seen."
    mend = "If learners should see the backslash, put the whole text in single quotes; if not, take the two out."
    inner = text[1 : end - 1]
    meant = quotes.in_single_quotes(inner.replace('\\"', '"')) + text[end:] if "\\\\" not in inner else text
    column = at - 1 - text.rfind("\n", 0, at)
    line = text.count("\n", 0, at)
    return Misread("maybe-lost-text", line, column, message, mend=mend, meant=tuple(meant.split("\n")), ask=True)


def _brackets(lines: Sequence[str]) -> Misread | None:
    text = "\n".join(lines)
    sign = text[0]
    end = text.rfind(BRACKETS[sign])
    rest = text[end + 1 :]
    if end > 0 and _nothing(rest):
        return None
    what = "a list" if sign == "[" else "a group of named fields"
    message = f"A text that begins with {sign} must be in quotes; YAML takes the {sign} for the beginning of {what}."
    note = sign == "[" and 0 < text.find("]") < len(text) - 1 and " " in text[: text.find("]")]
    mend = f"{QUOTE_IT} If what is in brackets is a note, take it out, or put it above, behind a # and a space."
    found = _needs_quotes(lines, ("needs-quotes", 0, 0), message, mend if note else QUOTE_IT)
    return replace(found, ask=found.ask or note)


def _no_block(lines: Sequence[str]) -> Misread:
    sign = lines[0][0]
    message = f"After {sign} the text must begin on the next line; here it begins on the same."
    text = lines[0][1:].strip() if sign == "|" else lines[0]
    mend = f"Put it in quotes; or, under the {sign}, on lines of its own, each indented further."
    if len(lines) == 1:
        return Misread("needs-quotes", 0, 0, message, quoted([text]), mend, ask=sign == ">")
    corrected, inset = quoted([text, *lines[1:]]), min((_inset(each) for each in lines[1:] if each), default=0)
    if sign == ">" or not inset or _inset(next(filter(None, lines[1:]))) != inset:
        return Misread("needs-quotes", 0, 0, message, corrected, mend, unsure=True)
    mend = f"Leave the {sign} alone on its line, and put the text below it, as far in as the rest of it."
    return Misread("needs-quotes", 0, 0, message, corrected, mend, ask=True, instead=(sign, f"{' ' * inset}{text}"))


def _inset(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _plain(lines: Sequence[str], prose: bool | None) -> Misread | None:
    """What is wrong inside a text without quotes: the first thing that is."""
    for number, line in enumerate(lines):
        if number and line.lstrip()[:1] == "#":
            message = "YAML takes this line for a note, since it begins with a #, and drops it."
            mend = "If it is part of the text above, put the whole text in quotes; if not, put a space behind its #."
            return Misread("lost-text", number, line.index("#"), message, quoted(lines), mend, ask=True)
        found = _plain_line(line, prose)
        if (
            number + 1 < len(lines)
            and (found is None or found[0] == "maybe-lost-text")
            and (note := _HASH.search(line))
        ):
            message = (
                "YAML takes this # for the beginning of a note, which ends the text here: what follows would be lost."
            )
            mend = (
                "If it is a note, put it on a line of its own above; if it is part of the text, put the whole text in "
            )
            mend += "quotes."
            return Misread("lost-text", number, note.end() - 1, message, quoted(lines), mend, unsure=True)
        if found is None:
            continue
        code, column, message = found
        if code != "maybe-lost-text":
            wanted = _needs_quotes(lines, (code, number, column), message, QUOTE_IT)
            return replace(wanted, ask=wanted.ask or (number > 0 and (is_field_with_a_slip(line) or is_record(line))))
        mend = "If it is a note, put two spaces before the #. If it is text, put the whole text in quotes."
        return Misread(code, number, column, message, mend=mend, meant=quoted(lines), ask=True)
    return None


def is_field_with_a_slip(line: str) -> bool:
    """Whether a line begins with what may be the misspelt name of a field, so that it may be no part of a text."""
    name = _LONG_NAME.match(line)
    return name is not None and name[1] not in NAMES and bool(nearest(name[1], NAMES))


def is_record(line: str) -> bool:
    """Whether a line is a record in braces behind its id, which may be no part of a text either."""
    record = _RECORD.match(line)
    return record is not None and record[1] in NAMES


def _plain_line(line: str, prose: bool | None) -> tuple[str, int, str] | None:
    hash_at = _HASH.search(line)
    kept = line[: hash_at.start()] if hash_at else line
    colon = _COLON.search(kept)
    if colon:
        code, message, _ = colon_taken(bool(kept[colon.end() :]))
        return code, colon.start(), message
    if hash_at is None:
        return None
    after = line[hash_at.end() : hash_at.end() + 1]
    if not after or after not in " \t#!":
        message = "YAML drops everything from this # on, because a space comes before it."
        return "lost-text", hash_at.end() - 1, message
    prose = len(words(kept)) > 1 if prose is None else prose
    if prose and after in " \t" and not kept.endswith((" ", "\t")):
        message = "YAML takes everything from this # on for a note, and drops it."
        return "maybe-lost-text", hash_at.end() - 1, message
    return None


def _nothing(rest: str) -> bool:
    """Whether what stands behind a value is no part of it: the end of a list around it, or a comment."""
    return not rest.strip(" \t\n,]}") or _COMMENT.match(rest) is not None
