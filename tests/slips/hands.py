"""What hands do to a file, at a keyboard and on a phone."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from functools import partial

from tests.slips.kinds import (
    FIELD,
    ID,
    ITEM,
    PLAIN,
    PROSE,
    Kind,
    Lines,
    all_over,
    between,
    in_name,
    in_value,
    on_line,
    worded,
)

_PHONE, _HAND = "phone", "hand"
_Line = re.Match[str]
_IDS = re.compile(r"\[[a-z0-9-]+(?:, [a-z0-9-]+)+\]")


def _quoted(value: str, sign: str = '"') -> bool:
    return len(value) > 10 and value[0] == value[-1] == sign and sign not in value[1:-1]


def _id_as(by: str, name: str, form: str) -> Kind:
    return in_value(by, name, lambda value: form.format(value) if ID.fullmatch(value) and value.isalpha() else None)


def _dash_as(by: str, name: str, new: str) -> Kind:
    return on_line(by, name, lambda line: f"{line['indent']}{new}{line[0].strip()[2:]}" if line["dash"] else None)


def _indent_as(by: str, name: str, indent: str | int) -> Kind:
    def changed(line: _Line) -> str | None:
        wide = len(line["indent"])
        if isinstance(indent, int):
            return " " * (wide + indent) + line[0].lstrip() if wide + indent >= 0 else None
        return indent * wide + line[0].lstrip() if wide else None

    return on_line(by, name, changed)


def _tabs_of(width: int) -> Kind:
    return on_line(
        _HAND,
        f"tabs of {width} for spaces, one line",
        lambda line: "\t" * -(-len(line["indent"]) // width) + line[0].lstrip() if line["indent"] else None,
    )


def _wrapped(line: _Line, inset: str = "") -> Lines | None:
    if not PLAIN.fullmatch(line["value"] or "") or len(line[0]) < 80:
        return None
    return textwrap.wrap(line[0], 72, subsequent_indent=inset, drop_whitespace=True, break_on_hyphens=False)


def _quoted_and_wrapped(line: _Line, inset: str = "") -> Lines | None:
    value = line["value"] or ""
    if not PLAIN.fullmatch(value) or " " not in value[20:]:
        return None
    before, middle = line[0].removesuffix(value), value.index(" ", 15)
    return [f'{before}"{value[:middle]}', f'{inset}{value[middle + 1 :]}"']


def _own_column(line: _Line) -> str:
    return " " * (len(line["indent"]) + len(line["dash"] or ""))


def _swapped(name: str) -> str | None:
    middle = len(name) // 2
    swapped = name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    return swapped if len(name) > 3 and "-" not in name and swapped != name else None


def _as_list(text: str) -> str:
    """The scenes as a list, each with its id as a field."""
    head, scenes, rest = text.partition("\nscenes:\n")
    return head + scenes + re.sub(r"^  ([a-z0-9-]+):$", r"  - id: \1", rest, flags=re.MULTILINE)


def _joined(lines: Lines, at: int, between: str = " ") -> Lines | None:
    """The line and the one below it in one, as a paste leaves them, or a key that takes the end of a line away."""
    line, below = (FIELD.fullmatch(each) for each in (lines[at], lines[at + 1] if at + 1 < len(lines) else ""))
    if not (line and below and line["value"] and line["value"] != "|"):
        return None
    return [*lines[:at], f"{lines[at]}{between}{lines[at + 1].lstrip()}", *lines[at + 2 :]]


def _behind_braces(lines: Lines, at: int) -> Lines | None:
    """The line below one that ends with a brace, on the same line."""
    joined = lines[at].endswith("}") and at + 1 < len(lines) and FIELD.fullmatch(lines[at + 1])
    return [*lines[:at], f"{lines[at]} {lines[at + 1].lstrip()}", *lines[at + 2 :]] if joined else None


def _rest_dashed(lines: Lines, at: int) -> Lines | None:
    """A dash before the second line of a passage or a branch too."""
    line, body = lines[at], lines[at].lstrip()
    if not re.match(r"(?:text|next):", body) or not re.match(r" +- when: \{", lines[at - 1]):
        return None
    return [*lines[:at], f"{line[: len(line) - len(body) - 2]}- {body}", *lines[at + 1 :]]


def _text_above(lines: Lines, at: int) -> Lines | None:
    """A text on the line of a name under which a list stands."""
    listed = re.fullmatch(r" *(?:text|happens|because|know):", lines[at]) and lines[at + 1].lstrip().startswith("- ")
    return [*lines[:at], f"{lines[at]} It is late.", *lines[at + 1 :]] if listed else None


def _dash_for_each(text: str) -> str:
    """A dash before each field of an item, not only before the first."""
    lines, column = text.split("\n"), -1
    for at, each in enumerate(lines):
        match = FIELD.fullmatch(each)
        if match and match["dash"]:
            column = len(match["indent"])
        elif match and len(match["indent"]) == column + 2:
            lines[at] = f"{' ' * column}- {each.lstrip()}"
        elif match and len(match["indent"]) <= column:
            column = -1
    return "\n".join(lines)


def _people(text: str, form: Callable[[str], str]) -> str:
    """The people of a scenario in another form."""
    found = re.search(r"^people:\n((?: .*\n)+)", text, re.MULTILINE)
    names = re.findall(r"^    name: (.*)$", found[1], re.MULTILINE) if found else []
    return text.replace(found[0], "people:\n" + "".join(map(form, names))) if found else text


def _last_scene_left(text: str) -> str:
    """The last scene with all that is in it at the margin."""
    begin = [each.start() for each in re.finditer(r"^  [a-z0-9-]+:$", text, re.MULTILINE)][-1]
    return text[:begin] + re.sub("^  ", "", text[begin:], flags=re.MULTILINE)


def _pasted_under(line: _Line, sign: str = "", inset: str = "") -> Lines | None:
    """A text on the line under its name."""
    value = line["value"] or ""
    if not PLAIN.fullmatch(value) or line["dash"]:
        return None
    return [f"{line[0].removesuffix(value).rstrip()}{sign}", f"{inset}{value}"]


def _one_below_the_other(line: _Line, dash: str = "") -> Lines | None:
    """The ids of a list on lines of their own."""
    value = line["value"] or ""
    if not _IDS.fullmatch(value):
        return None
    inset = " " * (len(_own_column(line)) + 2)
    return [line[0].removesuffix(f" {value}"), *(f"{inset}{dash}{each}" for each in value[1:-1].split(", "))]


def _as_group(value: str, opening: str, closing: str) -> str | None:
    """What stands in braces, in other signs."""
    return f"{opening}{value[1:-1]}{closing}" if value[:1] + value[-1:] == "{}" and ", " not in value else None


def _condition(value: str, form: str) -> str | None:
    """A condition of one thing in another form."""
    match = re.fullmatch(r"\{(been|chose|broke|followed|contacts): ([a-z0-9-]+)\}", value)
    return match.expand(form) if match else None


_LISTED = re.compile(r"any: \[(\{[a-z]+: [a-z0-9/-]+\}(?:, \{[a-z]+: [a-z0-9/-]+\})+)\]")


def _any(value: str, opening: str, between: str, closing: str) -> str | None:
    """The conditions of which one is enough, in other brackets; `between` are those around each."""
    match = _LISTED.search(value)
    if match is None:
        return None
    each = [f"{between[:1]}{one.strip('{}')}{between[1:]}" for one in match[1].split(", ")]
    return f"{value[: match.start()]}any: {opening}{', '.join(each)}{closing}{value[match.end() :]}"


def _as_ids(value: str, opening: str, between: str, closing: str) -> str | None:
    """A list of ids in brackets, in other signs."""
    return f"{opening}{value[1:-1].replace(', ', between)}{closing}" if _IDS.fullmatch(value) else None


BY_HANDS: tuple[Kind, ...] = (
    in_value(_PHONE, "a capital id", lambda value: value.capitalize() if ID.fullmatch(value) else None),
    on_line(_PHONE, "a space before the colon", lambda line: line[0].replace(":", " :", 1)),
    _id_as(_PHONE, "a full stop after an id", "{}. "),
    worded(_PHONE, "a full stop for two spaces", lambda text: text.replace(" ", ". ", 1)),
    in_name(_PHONE, "two letters swapped", _swapped),
    in_name(_PHONE, "a letter doubled", lambda name: name + name[-1]),
    in_name(_PHONE, "a letter lost", lambda name: name[:-1] if len(name) > 3 else None),
    in_name(
        _PHONE,
        "another word",
        lambda name: {
            "breaks": "brakes",
            "say": "says",
            "text": "test",
            "next": "nest",
            "because": "became",
            "follows": "fellows",
        }.get(name),
    ),
    in_name(
        _HAND,
        "the word of another program",
        lambda name: {
            "choices": "options",
            "because": "why",
            "say": "answer",
            "happens": "result",
            "next": "goto",
            "text": "description",
            "breaks": "violates",
            "title": "heading",
            "start": "begin",
            "scenes": "steps",
            "ending": "outcome",
            "people": "characters",
            "role": "job",
        }.get(name),
    ),
    in_name(_HAND, "one for many", lambda name: name[:-1] if name in ("choices", "scenes", "statements") else None),
    in_name(_PHONE, "a space in a name", lambda name: name.replace("-", " ", 1) if "-" in name else None),
    on_line(_PHONE, "a semicolon for the colon", lambda line: line[0].replace(":", ";", 1)),
    on_line(_PHONE, "a wide colon", lambda line: line[0].replace(":", "：", 1)),
    _tabs_of(2),
    _tabs_of(8),
    all_over(
        _HAND, "tabs for all spaces", lambda text: re.sub("^ +", lambda m: "\t" * (len(m[0]) // 2), text, flags=re.M)
    ),
    on_line(_HAND, "a tab after the colon", lambda line: line[0].replace(": ", ":\t", 1) if line["value"] else None),
    on_line(_HAND, "tabs in a block", lambda line: "\t" * (len(line["indent"]) // 2) + line["value"], PROSE),
    on_line(_HAND, "a line of a block not indented", lambda line: line["value"], PROSE),
    on_line(_HAND, "a line of a block one space less", lambda line: line[0][1:], PROSE),
    _indent_as(_HAND, "one space more", 1),
    _indent_as(_HAND, "two spaces more", 2),
    _indent_as(_HAND, "one space less", -1),
    _indent_as(_HAND, "two spaces less", -2),
    on_line(_HAND, "no dash", lambda line: line["indent"] + line[0].lstrip()[2:] if line["dash"] else None),
    on_line(_HAND, "a space for the dash", lambda line: line[0].replace("- ", "  ", 1) if line["dash"] else None),
    _dash_as(_HAND, "no space after the dash", "-"),
    _dash_as(_HAND, "two spaces after the dash", "-  "),
    _dash_as(_HAND, "two dashes", "- - "),
    on_line(
        _HAND,
        "no dash before a text of a list",
        lambda line: (line["indent"] + line["value"]) if line["value"].endswith(".") else None,
        ITEM,
    ),
    Kind(_HAND, "a field behind braces", _behind_braces),
    Kind(_HAND, "a dash before the rest of an item", _rest_dashed),
    Kind(_HAND, "a text above a list", _text_above),
    all_over(_HAND, "all spaces lost", lambda text: re.sub("^ +", "", text, flags=re.M)),
    on_line(
        _HAND,
        "a stray dash",
        lambda line: f"{line['indent']}- {line[0].lstrip()}" if line["indent"] and not line["dash"] else None,
    ),
    on_line(
        _HAND,
        "a dash in the place of two spaces",
        lambda line: f"{line['indent'][2:]}- {line[0].lstrip()}" if line["indent"][2:] and not line["dash"] else None,
    ),
    on_line(_HAND, "no colon", lambda line: line[0].replace(":", "", 1)),
    on_line(_HAND, "no space after the colon", lambda line: line[0].replace(": ", ":", 1) if line["value"] else None),
    on_line(_HAND, "two colons", lambda line: line[0].replace(":", "::", 1)),
    on_line(_HAND, "an equals sign for the colon", lambda line: line[0].replace(":", " =", 1)),
    worded(_HAND, "a colon in a text", lambda text: text.replace(" ", ": ", 1)),
    worded(_HAND, "a # in a text", lambda text: text.replace(" ", " #", 1)),
    worded(_HAND, "a # and a space in a text", lambda text: text.replace(" ", " # ", 1)),
    worded(_HAND, "an exclamation mark first", lambda value: f"!{value}"),
    worded(_HAND, "a quoted word first", lambda value: '"' + value.replace(" ", '" ', 1)),
    worded(_HAND, "an asterisk first", lambda value: f"*{value}"),
    worded(_HAND, "a bracket first", lambda value: "[" + value.replace(" ", "] ", 1)),
    worded(_HAND, "a percent sign first", lambda value: f"%{value}"),
    in_value(_HAND, "a quote opened and not closed", lambda value: f'"{value}' if PLAIN.fullmatch(value) else None),
    in_value(_HAND, "the closing quote lost", lambda value: value[:-1] if _quoted(value) else None),
    in_value(_HAND, "the opening quote lost", lambda value: value[1:] if _quoted(value) else None),
    in_value(_HAND, "the closing ' lost", lambda value: value[:-1] if _quoted(value, "'") else None),
    in_value(
        _HAND,
        "a backslash in double quotes",
        lambda value: f'"{value.replace(" ", chr(92) + " ", 1)[:-1]}\\d"' if PLAIN.fullmatch(value) else None,
    ),
    on_line(
        _HAND, "a quoted text goes on in the field's column", lambda line: _quoted_and_wrapped(line, _own_column(line))
    ),
    on_line(_HAND, "a quoted text goes on at the margin", _quoted_and_wrapped),
    on_line(_HAND, "a text goes on in the field's column", lambda line: _wrapped(line, _own_column(line))),
    in_value(_HAND, "a space before an id in quotes", lambda value: f'" {value}"' if ID.fullmatch(value) else None),
    in_value(_HAND, "a space behind an id in quotes", lambda value: f'"{value} "' if ID.fullmatch(value) else None),
    in_value(_HAND, "an anchor before an id", lambda value: f"&{value}" if ID.fullmatch(value) else None),
    in_value(_HAND, "an asterisk before an id", lambda value: f"*{value}" if ID.fullmatch(value) else None),
    in_value(_HAND, "a # before an id", lambda value: f"#{value}" if ID.fullmatch(value) else None),
    in_value(_HAND, "a bracket around an id", lambda value: f"[{value}]" if ID.fullmatch(value) else None),
    Kind(_HAND, "two lines in one", _joined),
    in_value(_HAND, "a colon behind an id", lambda value: f"{value}:" if ID.fullmatch(value) else None),
    in_value(_HAND, "a comment glued to an id", lambda value: f"{value} #so" if ID.fullmatch(value) else None),
    in_value(_HAND, "braces not closed", lambda value: _as_group(value, "{", "")),
    in_value(_HAND, "no braces", lambda value: _as_group(value, "", "")),
    in_value(_HAND, "round brackets for braces", lambda value: _as_group(value, "(", ")")),
    in_value(_HAND, "braces in code signs", lambda value: _as_group(value, "(`{", "}`)")),
    in_value(_HAND, "square brackets for braces", lambda value: _as_group(value, "[", "]")),
    in_value(_HAND, "braces in quotes", lambda value: _as_group(value, '"{', '}"')),
    in_value(_HAND, "an equals sign in braces", lambda value: _condition(value, r"{\1 = \2}")),
    in_value(_HAND, "a condition in plain words", lambda value: _condition(value, r"\1 \2")),
    in_value(_HAND, "a condition without its colon", lambda value: _condition(value, r"{\1 \2}")),
    in_value(_HAND, "a condition with its colon glued", lambda value: _condition(value, r"{\1:\2}")),
    in_value(_HAND, "an id alone for a condition", lambda value: _condition(value, r"\2")),
    in_value(_HAND, "an id alone in braces for a condition", lambda value: _condition(value, r"{\2}")),
    in_value(_HAND, "conditions under any without their braces", lambda value: _any(value, "[", "", "]")),
    in_value(_HAND, "braces for the brackets of any", lambda value: _any(value, "{", "", "}")),
    in_value(_HAND, "round brackets for the braces under any", lambda value: _any(value, "[", "()", "]")),
    in_value(
        _HAND,
        "not without its braces",
        lambda value: _condition(value, r"{not: \1: \2}"),
        meant=lambda value: _condition(value, r"{not: {\1: \2}}"),
    ),
    in_value(_HAND, "ids without brackets", lambda value: _as_ids(value, "", ", ", "")),
    in_value(_HAND, "ids with and", lambda value: _as_ids(value, "", " and ", "")),
    in_value(_HAND, "ids without a comma", lambda value: _as_ids(value, "[", " ", "]")),
    in_value(_HAND, "a bracket not closed", lambda value: _as_ids(value, "[", ", ", "")),
    in_value(_HAND, "ids in braces", lambda value: _as_ids(value, "{", ", ", "}")),
    on_line(_HAND, "ids one below the other", _one_below_the_other),
    on_line(
        _HAND,
        "a text on the line under its name, at the margin",
        _pasted_under,
        meant=lambda line: _pasted_under(line, " |", " " * (len(line["indent"]) + 2)),
    ),
    _dash_as(_HAND, "a letter for a dash", "a) "),
    all_over(_HAND, "a dash before each field", _dash_for_each),
    all_over(_HAND, "the last scene at the margin", _last_scene_left),
    in_value(_HAND, "no for off", lambda value: {"off": "no", "on": "yes"}.get(value)),
    in_value(_HAND, "True for on", lambda value: {"off": "False", "on": "True"}.get(value)),
    all_over(_HAND, "people as a list", lambda text: _people(text, lambda each: f"  - name: {each}\n")),
    all_over(
        _HAND, "people as texts", lambda text: _people(text, lambda each: f"  {each.split()[0].lower()}: {each}\n")
    ),
    in_value(_HAND, "an id misspelt", lambda value: _swapped(value) if ID.fullmatch(value) else None),
    in_value(_HAND, "nothing behind the colon", lambda value: "" if PLAIN.fullmatch(value) else None),
    on_line(_HAND, "a line lost", lambda line: [] if line["value"] and PLAIN.fullmatch(line["value"]) else None),
    on_line(_HAND, "the sign of a block lost", lambda line: line[0][:-2] if line["value"] == "|" else None),
    on_line(_HAND, "a space behind the sign of a block", lambda line: line[0] + " " if line["value"] == "|" else None),
    on_line(_HAND, "a letter behind the sign of a block", lambda line: line[0] + "x" if line["value"] == "|" else None),
    between(_HAND, "a comment at the margin", "# to do"),
    between(_HAND, "a page of its own", "---"),
    between(_HAND, "an end of the file", "..."),
    between(_HAND, "a note to oneself", "TODO ask Dana"),
    between(_HAND, "a line of one tab", "\t", "{}"),
    all_over(
        _HAND,
        "tabs of 8 and spaces",
        lambda text: re.sub("^ +", lambda m: "\t" * (len(m[0]) // 8) + " " * (len(m[0]) % 8), text, flags=re.M),
    ),
    all_over(_HAND, "the first name as a title", lambda text: re.sub("^title:", "Title:", text, flags=re.M)),
    all_over(_HAND, "Scenes:", lambda text: re.sub("^scenes:", "Scenes:", text, flags=re.M)),
    all_over(_HAND, "scenes as a list", _as_list),
    all_over(_HAND, "all one space in", lambda text: re.sub("^(?=.)", " ", text, flags=re.M)),
    all_over(_HAND, "all four spaces wide", lambda text: re.sub("^ +", lambda m: m[0] * 2, text, flags=re.M)),
    _dash_as(_HAND, "a plus for a dash", "+ "),
    _dash_as(_HAND, "a letter o for a dash", "o "),
    _dash_as(_HAND, "two hyphens for a dash", "-- "),
    _dash_as(_HAND, "a backslash before a dash", "\\- "),
    _dash_as(_HAND, "an arrow for a dash", "-> "),
    all_over(_HAND, "pluses for all dashes", lambda text: re.sub("^( *)- ", r"\1+ ", text, flags=re.M)),
    all_over(_HAND, "all under a name", lambda text: "scenario:\n" + re.sub("^(?=.)", "  ", text, flags=re.M)),
)

_OF_LISTS = frozenset(("know", "discuss", "choices", "statements", "ways", "parts", "alternatives", "seen", "days"))
_MEDIA = frozenset(("email", "voicemail", "text-message", "note", "call"))


def _dash_for_an_id(lines: Lines, at: int) -> Lines | None:
    """The dash of an item where the id stood of what is no item."""
    below = FIELD.fullmatch(lines[at + 1]) if at + 1 < len(lines) else None
    alone = re.fullmatch(r"( {2,})[a-z0-9-]+:", lines[at])
    if not alone or not below or below["dash"] or below["name"] not in ("name", "title", "text"):
        return None
    return [*lines[:at], f"{alone[1]}- {lines[at + 1].lstrip()}", *lines[at + 2 :]]


def _text_alone(line: _Line) -> str | None:
    """An item without the name of its text."""
    value = line["value"] or ""
    return f"{line['indent']}- {value}" if line["dash"] and line["name"] == "text" and PLAIN.fullmatch(value) else None


_COLON = re.compile(r"(?P<before> +- )\"(?P<value>[^\"\\{]+: [^\"\\]+)\"")
"""An item of a list in quotes that has a colon in it."""

MORE_BY_HANDS: tuple[Kind, ...] = (
    Kind(_HAND, "two lines in one, without a space", partial(_joined, between="")),
    on_line(
        _HAND, "the name of a list lost", lambda line: [] if line["name"] in _OF_LISTS and not line["value"] else None
    ),
    on_line(_HAND, "the medium lost", lambda line: [] if line["name"] in _MEDIA and not line["value"] else None),
    on_line(_HAND, "the name of an item's text lost", _text_alone),
    on_line(
        _HAND, "an else: twice", lambda line: [line[0]] * 2 if line["name"] == "else" and not line["dash"] else None
    ),
    Kind(_HAND, "a dash for an id", _dash_for_an_id),
    on_line(_HAND, "an item with a colon without its quotes", lambda line: f"{line['before']}{line['value']}", _COLON),
    in_value(_HAND, "a comma lost in braces", lambda value: value.replace(", ", " ", 1) if value[:1] == "{" else None),
    in_value(_HAND, "a dot behind a number", lambda value: f"{value}." if value.isdigit() else None),
)
