"""Which quotes of a text were meant for YAML, around it, and which for learners, as what somebody says in it. It is
decided here, and nowhere else.

Whoever made a slip wrote a text that made sense before. So the slip is taken back in each way that there is, and what
makes sense then was meant: every quote in it has its other half, or stands in the place of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.model.record import Record, replace
from course.reading.prose.speech import ELIDED, sound

CLOSED = {
    '"': re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL),
    "'": re.compile(r"'[^']*+(?:''[^']*+)*+'"),
}
"""A text in quotes, as YAML reads it."""
NAMES = {'"': "double quote", "'": "single quote"}
_OPENING = "“„‘«"
_CLOSING = "”“’»"
_STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
TWICE = re.compile(r"(?<=\w)(?:''|’’|’'|'’)(?=\w)")
"""Two apostrophes in a word, as they are written inside single quotes."""
_BARE = re.compile(r"(?<!')'(?!')")
_IN_WORD = re.compile(r"(?<=\w)'(?=\w)")
_OVER = re.compile(r"[.!?…][\"'”’*)]*\Z")
"""The end of a sentence."""
_STOP = re.compile(r"[.,;:!?…]+\Z")
_SENTENCE = re.compile(r"[.!?…]*\s+[\"“]?[A-Z0-9].*\Z", re.DOTALL)
_WANTS = re.compile(r":(?:\s|\Z)|\s#|[!&*%@`>|{\[]")
"""What makes a text want quotes around it."""
QUOTE_IT = "Put the whole text in quotes, or move it under a | on lines of its own."
_ODD = " One of its quotes is without another: if learners should not see that, take it away first."
_CLOSE = "Close it at the end of the text, or, if it is part of the text, put the whole text in other quotes."
_OPEN = "open-quote"
_NEVER = "The {} that opens here is never closed."


class Reading(Record):
    """One way in which a text may have been meant."""

    text: str
    """What learners should see."""
    written: str = ""
    """The same, as it belongs in the file."""
    at: int = 0
    """Where in what was written the slip is."""
    message: str = ""
    mend: str = QUOTE_IT
    code: str = "needs-quotes"
    ask: bool = True
    """Whether something else may have been meant."""
    speech: bool = False
    """Whether no quote was meant for YAML, and the text stands there as learners should see it."""
    curly: bool = False
    """Whether curly quotes are around the whole text."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What belongs in the file, line by line."""
        return tuple(self.written.split("\n"))


def quoted(text: str) -> str:
    """A text as one value in the quotes that need the least escaping."""
    return f'"{text}"' if '"' not in text and "\\" not in text else in_single_quotes(text)


def in_single_quotes(text: str) -> str:
    """A text as one value in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def end_of_quotes(text: str) -> int:
    """How far the quotes reach with which a text begins on its line; 0 where it begins with none."""
    first = text[:1]
    if first not in CLOSED:
        return 0
    twice = text.startswith(2 * first) and len(text) > 2
    match = CLOSED[first].match(text, int(twice))
    return match.end() if match else len(text)


def meant(raw: str) -> Reading:
    """What was meant by a text that has quotes at its beginning or its end, or among its words; what is without quotes
    is, of course, what it is."""
    first, *others = [*_readings(raw)] or [_as_it_stands(raw, odd=True)]
    return replace(first, ask=True) if any(each.text != first.text for each in others) else first


def _readings(raw: str) -> Iterator[Reading]:
    """All ways that make sense in which a text may have been meant, the likeliest first."""
    around = False
    for each in _possible(raw):
        if sound(each.text) and not (each.speech and around):
            around |= each.curly or (raw[0] == raw[-1] and each.text == _inner(raw[1:-1], raw[0]))
            yield each


def _inner(inner: str, sign: str) -> str:
    """What stands in such quotes, as learners see it."""
    return inner.replace("''", "'") if sign == "'" else inner.replace('\\"', '"')


def _within(sign: str, inner: str, text: str) -> str:
    """The text in the quotes in which it stands already, where they do; else in others."""
    if sign == '"' and not re.search(r'(?<!\\)"', inner):
        return f'"{inner}"'
    return in_single_quotes(text) if sign == "'" and "''" in inner else quoted(text)


def _possible(raw: str) -> Iterator[Reading]:
    sign, last = raw[0], raw[-1]
    if sign in CLOSED and len(raw) > 1:
        yield from _opened(raw, sign, last)
    elif sign in _OPENING and not raw[1:2].isspace():
        yield from _curled(raw, last)
    if sign != last or sign not in CLOSED:
        yield from _not_opened(raw, sign, last)
    if twice := TWICE.search(raw):
        message = "Here are two apostrophes in a row, as single quotes want them, and around this text there are none."
        text = TWICE.sub("'", raw)
        yield Reading(text, quoted(text), twice.start(), message, "Put the whole text in single quotes.", ask=False)
    yield _as_it_stands(raw)
    straight = raw.translate(_STRAIGHT)
    if straight != raw and not sound(raw):
        yield _half_curly(straight)


def _half_curly(straight: str) -> Reading:
    """What somebody says, which a straight quote opens and a curly one closes, or the other way round."""
    message = "A straight quote and a curly one are around what is said here, as word processors make them."
    return Reading(straight, quoted(straight), 0, message, QUOTE_IT, speech=True)


def _as_it_stands(raw: str, *, odd: bool = False) -> Reading:
    """Where no quote was meant for YAML; or, if some quote is `odd`, nobody can tell which."""
    match = CLOSED[raw[0]].match(raw) if raw[0] in CLOSED else None
    at = match.end() - 1 if match else 0
    name = NAMES.get(raw[0], "")
    message = f"The {name} that opens this text closes it here, before the text is over."
    mend = QUOTE_IT + _ODD * odd
    if name and not match:
        message = _NEVER.format(name)
        mend = _CLOSE + _ODD * (odd and len(re.findall('["“”]', raw)) > 1)
    return Reading(raw, quoted(raw), at, message, mend, "needs-quotes" if match else _OPEN, ask=odd, speech=True)


def _opened(raw: str, sign: str, last: str) -> Iterator[Reading]:
    """Readings of a text that a straight quote opens, one that YAML takes for its own."""
    name, match = NAMES[sign], CLOSED[sign].match(raw)
    closes = f"The {name} that opens this text closes it here, before the text is over."
    end = match.end() - 1 if match else len(raw) - 1
    if last == sign:
        yield from _both(raw, sign, closes, end)
    elif last in _CLOSING:
        yield from _closed_by_curly(raw, sign)
    elif last in CLOSED:
        yield from _crossed(raw, sign, last)
    yield from _behind_it(raw, sign, closes)
    inner = raw[1:]
    text = _inner(inner, sign)
    if sign == "'" and ELIDED.match(inner) and not TWICE.search(inner):
        return
    if not match or (sign == "'" and not _BARE.search(_IN_WORD.sub("", inner))):
        message = _NEVER.format(name)
        mend = _CLOSE
        if sign == "'" and _BARE.search(inner):
            message += " The next one stands in the place of letters."
            mend = "Put the whole text in double quotes, without this one, or, if it is part of the text, with it."
        sure = sign == "'" and (TWICE.search(inner) is not None or inner[:1] == '"')
        yield Reading(text, _within(sign, inner, text), 0, message, mend, _OPEN, ask=not sure)


def _both(raw: str, sign: str, closes: str, end: int) -> Iterator[Reading]:
    """Readings of a text at whose end stands the same quote."""
    inner, name = raw[1:-1], NAMES[sign]
    text = _inner(inner, sign)
    if sign == '"':
        mend = "Put single quotes around the whole text, in the place of the double ones."
        yield Reading(text, in_single_quotes(text), end, closes, mend)
    else:
        bare = [each.start() + 1 for each in _BARE.finditer(inner)]
        mend = "Inside single quotes, an apostrophe is typed twice: write '' here."
        if len(bare) > 1:
            mend = "Inside single quotes, an apostrophe is typed twice: write '' for each of them."
        sure = not _BARE.search(_IN_WORD.sub("", inner))
        yield Reading(text, _within(sign, inner, text), bare[0] if bare else end, closes, mend, ask=not sure)
    straight = text.translate(_STRAIGHT)
    if straight != text and not sound(text):
        message = "A curly quote is here among straight ones, as word processors make them."
        at = next(at for at, (old, new) in enumerate(zip(text, straight, strict=True)) if old != new) + 1
        yield Reading(straight, _within("'", straight, straight), at, message, "Type a straight one in its place.")
    for part, at, where in ((inner[:-1], len(raw) - 1, "end"), (inner[1:], 1, "beginning")):
        if inner[-1 if where == "end" else 0 :][:1] == sign:
            message = f"There is a {name} too many at the {where} of this text."
            text = _inner(part, sign)
            yield Reading(text, _within(sign, part, text), at, message, "Take one of the two away.")


def _closed_by_curly(raw: str, sign: str) -> Iterator[Reading]:
    """Readings of a text at whose end stands a curly quote, in the place of YAML's."""
    inner = raw[1:-1]
    text = _inner(inner, sign)
    message = _NEVER.format(NAMES[sign])
    message += " The quote at its end is a curly one, as word processors make them."
    mend = f"Type a straight one in its place: {sign}"
    yield Reading(text, _within(sign, inner, text), 0, message, f"{mend}.", _OPEN)


def _crossed(raw: str, sign: str, last: str) -> Iterator[Reading]:
    """Readings of a text that ends with the other straight quote."""
    inner = raw[1:-1]
    text, message = _inner(inner, sign), f"This text begins with a {NAMES[sign]} and ends with a {NAMES[last]}."
    at = len(raw) - 1
    yield Reading(text, _within(sign, inner, text), at, message, f"Type {sign} in the place of the last one.")
    if inner.endswith(sign):
        other = inner[:-1] + last
        text = _inner(other, sign)
        mend = f"Type {last}{sign} at its end."
        message += " The two quotes at its end stand in the wrong order."
        yield Reading(text, _within(sign, other, text), at - 1, message, mend)
    text = _inner(re.sub(r"(?<![\w'])'(?!')|(?<!')'(?![\w'])", '"', inner), sign)
    if sign == "'" and text != _inner(inner, sign):
        message = "The quotes around this text and those of what is said in it are crossed."
        mend = "Put single quotes around the whole text, and double ones around what is said in it."
        yield Reading(text, quoted(text), at, message, mend)


def _behind_it(raw: str, sign: str, closes: str) -> Iterator[Reading]:
    """Readings of a text behind whose closing quote a stop was typed, or a sentence."""
    bare = [each.start() for each in re.finditer(sign, _IN_WORD.sub("x", raw) if sign == "'" else raw)]
    if len(bare) < 2 or bare[-1] == len(raw) - 1 or bare[-1] < 2 or (sign == '"' and len(bare) > 2):
        return
    end = bare[-1]
    inner, rest = raw[1:end], raw[end + 1 :]
    over, stop = _OVER.search(inner), _STOP.match(rest)
    if not stop and not (_SENTENCE.match(rest) and (over or not rest[0].isspace())):
        return
    if stop and sign == "'" and rest in (",", ":", ";"):
        return
    joined = _inner(inner, sign) + ("" if stop and over else rest)
    mend = "Move this quote to the end of the text; or, if somebody says what stands in the quotes, put single quotes "
    mend += "around the whole text."
    if stop:
        where = f"Take the {rest} behind it away" if over else f"Put the {rest} in front of it"
        mend = f"{where}; or, if somebody says this, put other quotes around the whole text."
    own = sign == "'" or not over or bool(stop) or _WANTS.search(inner) is not None
    written = in_single_quotes(joined) if sign == "'" else quoted(joined)
    if not own:  # rather what somebody says, and more behind it
        yield Reading(raw, quoted(raw), end, closes, mend, speech=True)
    yield Reading(joined, written, end, closes, mend)


def _curled(raw: str, last: str) -> Iterator[Reading]:
    """Readings of a text that a curly quote opens."""
    sign = raw[0]
    mend = "If the quotes are to be around the text, use the straight ones of the keyboard; if somebody says it, put "
    mend += "the whole text in single quotes, with double ones in them."
    if last in _CLOSING or last in CLOSED:
        message = f"The {sign} around this text is a curly quote, as word processors make them, and to YAML a letter."
        text = TWICE.sub("'", raw[1:-1]).translate(_STRAIGHT)
        yield Reading(text, quoted(text), 0, message, mend, curly=True)
    message = f"The {sign} that opens here is never closed."
    yield Reading(raw[1:], quoted(raw[1:]), 0, message, "Take it away, or put one behind the text too.")


def _not_opened(raw: str, sign: str, last: str) -> Iterator[Reading]:
    """Readings of a text at whose end stands a quote that none opens."""
    if (last not in CLOSED and last not in _CLOSING) or raw[-2:-1].isspace():
        return
    inner = raw[:-1]
    text = _inner(inner, last)
    at = len(raw) - 1
    message = "A quote ends this text, and none begins it."
    mend = "Take it away, or put one before the text too."
    if sign in CLOSED:
        message = f"A {NAMES.get(last, 'curly quote')} ends this text, and none opens it."
        mend = f"Put {last} before the text too." if last in CLOSED else "Take it away."
    sure = last == "'" and TWICE.search(inner) is not None
    yield Reading(text, quoted(text), at, message, mend, ask=not sure)
