"""What is not ready for learners: texts that are still to be written, and letters that were spoiled on the way."""

from __future__ import annotations

import re

from course.reading.problems.problem import Edit, Findings, Meant

_PLACEHOLDER = re.compile(
    r"^[ \t]*(?:- +)?(?:[\w-]+: +)?(?P<text>[\"']?(?:(?:TODO|TBD|TBA|FIXME|XXX)\b"
    r"|xxx+[.…]?[\"']?(?=[ \t]*$)|[Ll]orem ipsum\b).*)$"
    r"|^[ \t]*(?:- +)?(?:(?<=- )|[\w-]+: +)(?P<none>~|[Nn]ull|NULL)[ \t]*$",
    re.MULTILINE,
)
_NAME = re.compile(r"^(?!.*(?:^|\s)#).*?(\{\{ ?[A-Za-z][\w .-]* ?\}\})", re.MULTILINE)
_NONE = ("~", "null", "Null", "NULL")
"""What says in YAML that there is nothing; here it is a text as any other."""
_BLOCK = re.compile(r": [|][-+]?$")
_FEW = 20
"""Lines of which nobody can tell."""
_SIGNS = ("TODO", "TBD", "TBA", "FIXME", "XXX", "xxx", "orem ipsum", *_NONE)
"""What there is in a text that holds one of these; nearly all texts hold none, and that is quickly seen."""
_LOW = (
    "".join(bytes([each]).decode("cp1252", "replace") for each in range(0x80, 0xC0)).replace("\ufffd", "") + "\x80-\x9f"
)
"""What the second and later bytes of a letter in UTF-8 look like where they are taken for Windows-1252."""
_CLOSING = "\xe2\u20ac"
"""What is left of a closing quote, whose last byte is no sign there."""
_GARBLED = re.compile(  # in one piece at its beginning, so that all else is passed over quickly
    rf"[\xc2-\xf4](?:(?<=[\xc2-\xdf])[{_LOW}]|(?<=[\xe0-\xef])[{_LOW}]{{2}}|(?<=[\xf0-\xf4])[{_LOW}]{{3}}"
    rf"|(?<={_CLOSING[0]}){_CLOSING[1]}(?![{_LOW}]))"
)


def find(findings: Findings) -> None:
    """Report all of them in the text of a file."""
    begun = any(each in findings.text for each in _SIGNS)
    for match in _PLACEHOLDER.finditer(findings.text) if begun else ():
        line = findings.text.count("\n", 0, match.start()) + 1
        spot = line, match.start(match.lastgroup or 0) - match.start() + 1
        mend = "Write it, or take it out, with its name if there is one."
        message = "This text is still to be written; learners would see it as it is."
        if match["none"]:
            message = f"{match['none']} says nothing here: it is read as a text, and learners would see it as it is."
        findings.add("placeholder", spot, message, mend)
    for match in _NAME.finditer(findings.text) if "{{" in findings.text else ():
        spot = findings.text.count("\n", 0, match.start()) + 1, match.start(1) - match.start() + 1
        message = f"{match[1]} is still to be filled in; learners would see it as it is."
        findings.add("placeholder", spot, message, "Write what belongs there.")
    lines = findings.text.count("\n")
    if lines > _FEW and findings.text.count("\n\n") * 3 > lines:
        _each_empty(findings)
    if not findings.text.isascii() and _GARBLED.search(findings.text):
        _garbled(findings)


def _each_empty(findings: Findings) -> None:
    """Report empty lines, if there is one after each line: where a text goes on over several, each is a paragraph."""
    lines = findings.text.rstrip("\n").split("\n")
    blocks = (number for number, line in enumerate(lines) if _BLOCK.search(line))
    if any(lines[1::2]) or not any("" not in lines[each + 2 : each + 5 : 2] for each in blocks):
        return
    message = (
        "After each line of this file there is an empty one, as some mail programs leave it; so each line of a text "
    )
    message += "begins a new paragraph."
    mend = "Take the empty lines out, or get the file again, as an attachment. Leave one where a new paragraph begins."
    findings.add("garbled", (2, 1), message, mend)


def _garbled(findings: Findings) -> None:
    for number, line in enumerate(findings.text.split("\n"), 1):
        match = _GARBLED.search(line)
        better = line if match is None else _GARBLED.sub(lambda found: _letter(found[0]), line)
        if match is not None and better != line:
            message = (
                f"{match[0]} stands here in place of {_letter(match[0])}: some program took its encoding for another."
            )
            mend = "Write the letters anew, and save the file as UTF-8."
            meant = Meant((Edit(number, line, better),))
            findings.add("garbled", (number, match.start() + 1), message, mend, meant=meant)


def _letter(garbled: str) -> str:
    """The letter that it was; the same again where it was none."""
    if garbled == _CLOSING:
        return "\u201d"
    try:
        data = b"".join(bytes([ord(each)]) if ord(each) < 0x100 else each.encode("cp1252") for each in garbled)
        found = data.decode("utf-8")
    except UnicodeError:
        return garbled
    return found if len(found) == 1 and found.isprintable() else garbled
