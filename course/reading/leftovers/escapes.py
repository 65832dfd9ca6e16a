"""Letters, quotes and ends of lines in the spelling of a program: of mail as it is sent, of data, of an address, of
HTML. Some program would have read them; learners see the spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.reading.leftovers.markup import may_be_comment
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose import entities
from course.reading.yaml.outline import Value

_SPELLED = re.compile(
    r"(?P<mail>(?:=[0-9A-F]{2}){2,}|(?<=[A-Za-z])=9[1-7](?=\s|[a-z])|=3D)"
    r"|(?P<broken>(?:(?<=\S)=20)+(?=[ \t]*$)|(?<=\S)[ \t]*=$)"
    r"|(?P<end>(?<=[.!?…,;:\"'”’)*\w])(?:(?:\\r)?\\n)+(?![a-z]))"
    r"|(?P<quote>\\\"|(?<=\w)\\'(?=\w))"
    r"|(?P<letter>(?:\\u[0-9A-Fa-f]{4})+)"
    r"|(?P<space>(?<=[A-Za-z,;])%20(?=[A-Za-z]))"
    rf"|(?P<html>{entities.ENTITY.pattern})",
    re.MULTILINE,
)
_SIGNS = ("\\", "=", "%20", "&")
"""What there is in a file that holds one of them."""
_BEFORE = re.compile(r" *(?:- +)*(?:[\w-]+: +)?")
_IN_DOUBLE = re.compile(rf'{_BEFORE.pattern}"')
"""A line on which a text in double quotes begins, where YAML reads what stands behind a backslash."""
_ADDRESS = re.compile(r"\w[./@\\:]\w|//")
_HIGH = 0x80


def find(findings: Findings) -> None:
    """Report each line of a text that holds one."""
    text = findings.text
    if not any(each in text for each in _SIGNS):
        return
    numbers = [each for each in sorted(_numbers(text)) if any(_spelled(findings.lines[each]))]
    if not numbers:
        return
    from course.reading.yaml.outline import Outline  # only where something may be wrong

    texts = [*Outline(findings.as_read).texts()]
    for number in numbers:
        value = next((each for line, each in texts if line <= number <= each.last), None)
        if value is not None:
            _report(number, value, findings)


def _numbers(text: str) -> set[int]:
    """The numbers of the lines that hold such a sign."""
    numbers = set[int]()
    for sign in _SIGNS:
        number, done, at = 1, 0, text.find(sign)
        while at >= 0:
            number, done = number + text.count("\n", done, at), at
            numbers.add(number)
            at = text.find(sign, at + 1)
    return numbers


def _spelled(text: str) -> Iterator[re.Match[str]]:
    """All in a line that may be one, but for what YAML reads."""
    for match in _SPELLED.finditer(text):
        line = text[: match.start()]
        read = match[0][0] == "\\" and _IN_DOUBLE.match(line)
        if not read and not may_be_comment(line) and _meant(match) is not None:
            yield match


def _meant(match: re.Match[str]) -> str | None:
    """What it stands for; None where it means itself."""
    found = match[0]
    if match["html"]:
        return entities.meant(found)
    if match["quote"]:
        return found[1:]
    if match["broken"]:
        return ""
    if match["end"]:
        return "" if match.string[match.end() : match.end() + 1] in ("", "\n", " ", "'") else " "
    if match["space"]:
        before, after = match.string[: match.start()].split(" ")[-1], match.string[match.start() :].split()[0]
        return None if _ADDRESS.search(before + after) else " "
    try:
        if match["letter"]:
            units = re.findall("[0-9A-Fa-f]{4}", found)
            sign = b"".join(int(each, 16).to_bytes(2, "big") for each in units).decode("utf-16-be")
        else:
            data = bytes(int(each, 16) for each in found[1:].split("="))
            if data[0] < _HIGH and found != "=3D":
                return None
            sign = data.decode("cp1252" if len(data) == 1 else "utf-8")
    except UnicodeError:
        return None
    return sign if sign.isprintable() else None


def _report(number: int, value: Value, findings: Findings) -> None:
    """Report the first of a line, with all of them written as what they stand for."""
    line = findings.lines[number]
    found = [each for each in _spelled(line) if not (value.sign == '"' and each[0][0] == "\\")]
    if not found:
        return
    first = found[0]
    new = line
    for each in reversed(found):
        sign = _meant(each) or ""
        written = {"'": "''", '"': '\\"'}[sign] if sign == value.sign and sign in "'\"" else sign
        new = new[: each.start()] + written + new[each.end() :]
    named = _named(first)
    message = f"{first[0].strip()} stands here in place of {named}: some program has written it so, and learners would "
    message += "see it."
    mend = f"Write {named} itself."
    if first["end"]:
        mend = "Take it away; if a new paragraph begins there, leave an empty line under a | instead."
    if first["broken"]:
        mend = "Take it away; if a word was cut in two there, put its halves together."
    halved = first["broken"] and first[0] == "=" and line[: first.start()][-1:].isalpha()
    meant = None if halved else Meant((Edit(number, line, _kept(line, new.rstrip(), value)),), ask=True)
    findings.add("garbled", (number, first.start() + 1), message, mend, meant=meant)


def _kept(old: str, line: str, value: Value) -> str:
    """The line in the place of the old one, as it can be written: in quotes, where its text had none and wants them."""
    before = _BEFORE.match(old)
    raw = line[before.end() :] if before else line
    if value.sign in "|>\"'":
        return line
    from course.reading.prose.misread import misread  # only where something is wrong
    from course.reading.prose.quotes import quoted

    if raw[:1] not in "\"'" and misread([raw], prose=True) is None:
        return line
    return line.removesuffix(raw) + quoted(raw)


def _named(match: re.Match[str]) -> str:
    """What it stands for, in words where it cannot be seen."""
    if match["end"] or match["broken"]:
        return "the end of a line"
    sign = _meant(match) or ""
    return sign if sign.strip() else "a space"
