"""The prose scan: the ways in which plain sentences break YAML, found line by line before YAML is asked.

An unquoted `!`, a colon in the middle, a `#` after a space, an apostrophe inside single quotes: authors
write these without a thought, and YAML answers with riddles, or drops text without a word. The scan
names the line and gives it back corrected, and the reading goes on with the corrected line, so that
everything else that is wrong is found at once. Every pattern is linear in the length of the line.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from course.reading.problems import Findings

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[\w.-]+):(?: +|$))?(?P<value>.*)")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?$")
_GLUED = re.compile(r"(\s*(?:- +)*)([\w-]+):(\S.*)")
_HASH = re.compile(r"\s#")
_COLON = re.compile(r":(?=\s|$)")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_SUSPECT = re.compile(r"""(?:[\s:-]["'!&*@`%|>\[{},\]#?]|\s#|:\s|:$|\t|^\s*(?:- +)*[\w-]+:\S)""")
_PROSE_WORDS = 3


def scan(text: str, keys: Collection[str], findings: Findings) -> str:
    """The text with every such line corrected in memory; each is reported. `keys` are the known field names."""
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        if not _SUSPECT.search(line):
            number += 1
            continue
        if "\t" in line[: len(line) - len(line.lstrip())]:
            line = lines[number] = _untab(line, number + 1, findings)
        line = lines[number] = _unglue(line, number + 1, keys, findings)
        match = _LINE.fullmatch(line)
        assert match is not None
        value = match["value"].rstrip()
        if (match["key"] is None and not match["dashes"]) or not value:
            number += 1
        elif _BLOCK.fullmatch(value):
            number = _past_block(lines, number, _depth(match))
        elif value[0] in _CLOSED and _still_open(value):
            number = _past_quote(lines, number, value)
        else:
            lines[number] = _mend(line, match.start("value"), value, number + 1, findings)
            number += 1
    return "\n".join(lines)


def quoted(text: str) -> str:
    """The text in the quotes that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _mend(line: str, at: int, value: str, number: int, findings: Findings) -> str:
    found = _wrong(value)
    if found is None:
        return line
    code, offset, message, mended = found
    corrected = line[:at] + mended
    mend = "Put the text in quotes, as shown, or move it under a | on lines of its own."
    if code == "maybe-lost-text":
        mend = "If it is a comment, put two spaces before the #; if it is text, put the whole text in quotes."
    findings.add(code, (number, at + offset + 1), message, mend, meant=corrected)
    return line if code == "maybe-lost-text" else corrected


def _wrong(value: str) -> tuple[str, int, str, str] | None:
    """What is wrong with a value: code, offset, message, and the value corrected; or None."""
    first = value[0]
    if first in _CLOSED:
        return _wrong_quotes(value)
    if first == "#":
        if value[1:2] in ("", " ", "#", "!"):
            return None
        return "lost-text", 0, "YAML takes everything from this # on for a comment and drops it.", quoted(value)
    if first in "[{":
        return _wrong_brackets(value)
    if first in "!@`%,]}" or (first in "&*" and (" " in value or value.endswith("*"))):
        return "needs-quotes", 0, f"A text may not begin with {first} unless it is in quotes.", quoted(value)
    if first in "|>":
        return "needs-quotes", 0, f"A text may not begin with {first} unless it is in quotes.", quoted(value)
    if first in "-?:" and value[1:2] in ("", " "):
        return "needs-quotes", 0, f'A text may not begin with "{first} " unless it is in quotes.', quoted(value)
    return _wrong_inside(value)


def _wrong_inside(value: str) -> tuple[str, int, str, str] | None:
    hash_at = _HASH.search(value)
    kept = value[: hash_at.start()] if hash_at else value
    colon = _COLON.search(kept)
    if colon:
        message = "YAML takes this colon for the end of a name, because a space or nothing follows it."
        return "needs-quotes", colon.start(), message, quoted(value)
    if hash_at is None:
        return None
    after = value[hash_at.end() : hash_at.end() + 1]
    if after and after not in " #!":
        message = "YAML drops everything from this # on, because a space comes before it."
        return "lost-text", hash_at.start() + 1, message, quoted(value)
    prose = len(kept.split()) >= _PROSE_WORDS and not kept.endswith((" ", "\t"))
    if prose and after == " ":
        message = "YAML takes everything from this # on for a comment."
        return "maybe-lost-text", hash_at.start() + 1, message, quoted(value)
    return None


def _wrong_quotes(value: str) -> tuple[str, int, str, str] | None:
    match = _CLOSED[value[0]].match(value)
    assert match is not None  # an open quote never comes here
    rest = value[match.end() :].strip()
    if not rest or (rest.startswith("#") and value[match.end()].isspace()):
        return None
    inner = value[1:-1] if value[0] == "'" and value.endswith("'") and len(value) > 1 else ""
    mark = {'"': "double quote", "'": "single quote"}[value[0]]
    message = f"The {mark} that opens this text closes before the text is over."
    return "needs-quotes", match.end() - 1, message, quoted(inner.replace("''", "'") if inner else value)


def _wrong_brackets(value: str) -> tuple[str, int, str, str] | None:
    closing = {"[": "]", "{": "}"}[value[0]]
    end = value.rfind(closing)
    rest = value[end + 1 :].strip()
    if end < 0 or not rest or rest.startswith("#"):
        return None
    message = f"A text may not begin with {value[0]} unless it is in quotes; YAML takes it for a list or a table."
    return "needs-quotes", 0, message, quoted(value)


def _untab(line: str, number: int, findings: Findings) -> str:
    body = line.lstrip()
    corrected = line[: len(line) - len(body)].replace("\t", "  ") + body
    if body:
        column = line.index("\t") + 1
        mend = "Use spaces instead; most editors can do that for you (look for Convert tabs to spaces)."
        findings.add("tab", (number, column), "This line begins with a tab; YAML wants spaces.", mend, meant=corrected)
    return corrected


def _unglue(line: str, number: int, keys: Collection[str], findings: Findings) -> str:
    match = _GLUED.fullmatch(line)
    if match is None or match[2] not in keys:
        return line
    corrected = f"{match[1]}{match[2]}: {match[3]}"
    message = f"After the colon of {match[2]} there must be a space."
    findings.add("needs-space", (number, match.end(2) + 1), message, "Put a space after the colon.", meant=corrected)
    return corrected


def _depth(match: re.Match[str]) -> int:
    """How far a block under this line must be indented at least, less one."""
    return match.start("key") if match["key"] is not None else len(match["indent"]) + max(0, len(match["dashes"]) - 2)


def _past_block(lines: list[str], number: int, depth: int) -> int:
    """The number of the first line after a block that begins below line `number`."""
    number += 1
    while number < len(lines):
        body = lines[number].lstrip(" ")
        if body and len(lines[number]) - len(body) <= depth:
            break
        number += 1
    return number


def _still_open(value: str) -> bool:
    return _CLOSED[value[0]].match(value) is None


def _past_quote(lines: list[str], number: int, value: str) -> int:
    """The number of the first line after a quote that goes over several lines; the next, if it never closes."""
    mark = value[0]
    for end in range(number + 1, len(lines)):
        if mark in lines[end]:
            return end + 1
        if not lines[end].startswith(" ") and lines[end]:
            break
    return number + 1
