"""What people write who have never heard of YAML: sentences with signs of its own, and lines that were moved."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from tests.slips.hands import BY_HANDS
from tests.slips.kinds import ITEM, PLAIN, Kind, Lines, between, in_single_quotes, in_value, on_line

_TEXTS = ("text", "happens", "because", "summary")
_HAND = BY_HANDS[-1].by
_Line = re.Match[str]


def _item(name: str, pattern: str, new: str) -> Kind:
    """Other words in a text of a list, which should stand in quotes."""

    def changed(line: _Line, *, well: bool = False) -> str | None:
        text = re.sub(pattern, new, line["value"], count=1)
        if text == line["value"]:
            return None
        return f"{line['indent']}- {in_single_quotes(text) if well else text}"

    return on_line(_HAND, name, changed, ITEM, meant=partial(changed, well=True))


def _under_its_name(lines: Lines, at: int, *, well: bool = False) -> Lines | None:
    """A text with a colon behind its first word, on the line under its name, where the sign for that is missing."""
    match = re.fullmatch(r"( *)(text|happens|because|about): ([A-Z][a-z]+) ([^:#\"']{10,})", lines[at])
    if match is None:
        return None
    return [
        *lines[:at],
        f"{match[1]}{match[2]}:{' |' * well}",
        f"{match[1]}  {match[3]}: {match[4]}",
        *lines[at + 1 :],
    ]


def _goes_on(name: str, sign: str, further: int = 2) -> Kind:
    """A text that goes on on the next line, which begins with such a sign, so much further in than the text's name."""

    def changed(line: _Line, *, well: bool = False) -> str | Lines | None:
        value = line["value"] or ""
        if line["name"] not in _TEXTS or not PLAIN.fullmatch(value) or " " not in value[20:]:
            return None
        before, middle = line[0].removesuffix(value), value.index(" ", 20)
        inset = " " * (len(line["indent"]) + len(line["dash"] or "") + further)
        if well:
            return before + in_single_quotes(f"{value[:middle]} {sign}{value[middle + 1 :]}")
        return [before + value[:middle], f"{inset}{sign}{value[middle + 1 :]}"]

    return on_line(_HAND, name, changed, meant=partial(changed, well=True))


def _backslash(name: str, path: str) -> Kind:
    """A text in double quotes in which a path of Windows stands, which belongs in single ones."""

    def changed(value: str, quotes: str) -> str | None:
        text = value.replace(" ", f" {path} ", 1)
        return f"{quotes}{text}{quotes}" if PLAIN.fullmatch(value) and " " in value else None

    return in_value(_HAND, name, partial(changed, quotes='"'), meant=partial(changed, quotes="'"))


def _block(lines: Lines, at: int) -> int:
    """The number behind the last line of the item that begins there, or of the fields that follow each other from there
    on in one column."""
    inset = len(lines[at]) - len(lines[at].lstrip())
    alone = re.match(r"- |[a-z0-9-]+:$", lines[at].lstrip()) is not None
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * (inset + alone))):
        end += 1
    return end


def _moved(name: str, by: int, pattern: str) -> Kind:
    """An item, or the fields of one, with all that stands under it, further left or right."""

    def spoil(lines: Lines, at: int) -> Lines | None:
        if at == 0 or not re.match(pattern, f"{lines[at - 1]}\n{lines[at]}"):
            return None
        end = _block(lines, at)
        block = [each if not each.strip() else " " * by + each if by > 0 else each[-by:] for each in lines[at:end]]
        return [*lines[:at], *block, *lines[end:]] if min(map(len, block)) or by > 0 else None

    return Kind(_HAND, name, spoil)


_BRACES = re.compile(r"(?<=\{)([a-z]+): ([a-z0-9-]+)")
_CONTACT = re.compile(r"\{to: .*\}")
_ENDS = re.compile(r"[\]}]{2,}")


def _brackets(name: str, change: Callable[[str], str | None]) -> Kind:
    """Other brackets at the end of a condition in which several are closed at once."""

    def changed(value: str) -> str | None:
        end = _ENDS.search(value)
        return f"{value[: end.start()]}{change(end[0])}" if end and end.end() == len(value) else None

    return in_value(_HAND, name, changed)


def _noted(name: str, spoilt: str, note: str) -> Kind:
    """A text that needs quotes, and a note behind it."""

    def changed(value: str, *, well: bool = False) -> str | None:
        if not PLAIN.fullmatch(value) or " " not in value:
            return None
        text = spoilt.format(*value.split(" ", 1))
        return f"{in_single_quotes(text) if well else text}{note}"

    return in_value(_HAND, name, changed, meant=partial(changed, well=True))


def _compared(lines: Lines, at: int) -> Lines | None:
    """The sign that a comparison of two versions puts before a line that is new, before three of them."""
    if at + 3 > len(lines) or not lines[at].strip():
        return None
    return [*lines[:at], *(f"+{each}" for each in lines[at : at + 3]), *lines[at + 3 :]]


def _at_the_end(name: str, sign: str) -> Kind:
    """A text that ends in another sign than a full stop, for which it needs quotes."""

    def changed(value: str, *, well: bool = False) -> str | None:
        if not PLAIN.fullmatch(value) or value[-1] != ".":
            return None
        text = f"{value[:-1]}{sign}"
        return in_single_quotes(text) if well else text

    return in_value(_HAND, name, changed, meant=partial(changed, well=True))


def _before_fields(line: _Line, sign: str) -> str | None:
    return f"{line[0]} {sign}" if not line["value"] and not line["dash"] else None


_ITEM = r".*\n {6,}- (?:id|say): "
_BEHIND_DASH = r" {6,}- (?:id|say): .*\n *[a-z-]+: "
_SCENE = r".*\n  [a-z0-9-]+:$"

BY_WRITERS: tuple[Kind, ...] = (
    _item("a colon behind the first word of a text in a list", r"^(\w+) ", r"\1: "),
    Kind(
        _HAND,
        "a colon behind the first word of a text under its name",
        _under_its_name,
        meant=lambda lines, at: _under_its_name(lines, at, well=True),
    ),
    *(_moved(f"an item {many}", by, _ITEM) for many, by in (("two columns left", -2), ("two columns right", 2))),
    *(_moved(f"an item {many}", by, _ITEM) for many, by in (("four columns right", 4), ("at the margin", -6))),
    _moved("an item one column left", -1, _ITEM),
    *(_moved(f"the fields of an item {many}", by, _BEHIND_DASH) for many, by in (("further right", 2), ("left", -2))),
    _moved("the fields of an item one column further right", 1, _BEHIND_DASH),
    _moved("a scene at the margin", -2, _SCENE),
    _moved("a scene two columns right", 2, _SCENE),
    _goes_on("a # first on a wrapped line", "#"),
    _goes_on("a dash first on a wrapped line, in the field's column", "- ", 0),
    _goes_on("a field's name first on a wrapped line", "because: "),
    _goes_on("a name first on a wrapped line, in the field's column", "Jonas: ", 0),
    _backslash("a backslash and a letter in double quotes", r"C:\temp"),
    _brackets("a bracket too few", lambda end: end[1:]),
    _brackets("a bracket too many", lambda end: end + end[-1]),
    _brackets("a bracket of another sort", lambda end: ("}" if end[0] == "]" else "]") + end[1:]),
    _noted("a note behind a text with a colon", "{}: {}", "  # ask Dana"),
    _noted("a note behind a text with a # in it", "{} #{}", "  # ask Dana"),
    _noted("a note behind a text that begins with a word in quotes", '"{}" {}', "  # ask Dana"),
    Kind(_HAND, "pluses of a comparison", _compared),
    _at_the_end("a colon at the end of a text", ":"),
    on_line(_HAND, "a lost when", lambda line: [] if line["dash"] and line["name"] == "when" else None),
    in_value(_HAND, "no space behind a colon in braces", lambda value: _BRACES.sub(r"\1:\2", value, count=1) or None),
    in_value(_HAND, "a ' behind a text", lambda value: f"{value}'" if PLAIN.fullmatch(value) else None),
    in_value(_HAND, "a ' before a text", lambda value: f"'{value}" if PLAIN.fullmatch(value) else None),
    in_value(_HAND, 'a " behind a text', lambda value: f'{value}"' if PLAIN.fullmatch(value) else None),
    _backslash("a path of Windows in double quotes", r"C:\Users\ann"),
    on_line(_HAND, "a bracket behind a name", lambda line: _before_fields(line, "[")),
    on_line(_HAND, "a brace behind a name", lambda line: _before_fields(line, "{")),
    between(_HAND, "a brace alone on a line", "}", "{}"),
    between(_HAND, "a brace alone further in", "          }", "{}"),
    in_value(_HAND, "a contact in quotes", lambda value: f'"{value}"' if _CONTACT.fullmatch(value) else None),
)
