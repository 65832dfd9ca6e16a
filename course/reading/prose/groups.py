"""Fields in braces, or ids in brackets, of which a bracket is another one, one too many or one too few, or that have
something behind them that does not belong there.

The value is gone through sign by sign and written as it should be. So all of these slips are one: what comes out is
another value than what stands there. It is one only if each piece of it begins with the name of a field, or is an id.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.model.record import Record
from course.reading.format.fields import Kind, One, OneOf, Text
from course.reading.format.shared import CONTACT
from course.reading.format.tables import FIELDS, MANY, NAMES
from course.reading.prose.misread import BRACKETS, Misread, quoted

_NAMES = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
_FIELD = re.compile(rf"""(?P<quote>["']?)(?P<name>{_NAMES})(?P=quote)(?P<colon>[ \t]*[:=：][ \t]*)(?=\S)""")
_BEGINS = re.compile(rf"(?P<opening>[\[{{(])(?P<second>[\[{{(]?)\s*(?:{_FIELD.pattern})")
_IDS = re.compile(r"[\[({]{1,2}[a-z0-9-]+(?:,\s*[a-z0-9-]+)*\s*[\])}.,;]*")
_AROUND = re.compile(r"([\[(])(\{[^{}\n]*\})[\])]")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
_BEHIND = re.compile(r"(?<=[\])}])[\s.,;]+$|[\s,]+$")
_TABLES = {each.name: each.kind.table.by_name for each in FIELDS if isinstance(each.kind, One)}
_CONTACTS = {each.name for each in FIELDS if isinstance(each.kind, One) and each.kind.table is CONTACT}
_OF_CONTACT = re.compile(rf"(?:{'|'.join(CONTACT.by_name)})(?=[\s:]|$)")
_IN_BRACES = re.compile(r"\{([^\[\]{}()\"'\n]+)\}")
_NAMED = re.compile(r"([a-z]+): +(?=\S)")
_WORDS = re.compile(r"(?:[\w-]+(?: [\w-]+)*)?")
_NEXT = re.compile(rf"[ \t]+(?P<name>{_NAMES}):[ \t]+(?=\S)")
"""A field of whose comma there is nothing."""
_COLONLESS = re.compile(rf"(?P<name>{_NAMES})[ \t]+(?=[\w-]+[ \t]*(?:[,}}]|[ \t](?:{_NAMES})[ \t:]))")
"""A field without its colon, and one word behind it."""
_BEGINS_SO = re.compile(rf"\{{\s*(?:{_COLONLESS.pattern})")
_MORE = re.compile(r"\s*,\s*[a-z{\[\"']")
_COUNTED = {
    "contacts": re.compile(r"(?:>=|=>|≥|at least(?= ))\s*(?=\d)"),
    "days": re.compile(r"(?:<=|=<|≤|at most(?= ))\s*(?=\d)"),
}
"""What an author writes before a number who does not know that it is meant so."""
_COMMAS = re.compile(r"\s*[,;]\s*")
_COLON = re.compile(r":\s+|\s+")
_ANY = re.compile(r"\bany: *$")
"""The end of what stands before a list of conditions, whose one field each may stand there without braces."""
_ANY_OF = re.compile(rf"(?:(.*any: \[\{{[^\[\]]*?\}})(?=, (?:{_NAMES}): )|any: \[(?:{_NAMES}): )[^\[\]]*$", re.DOTALL)
"""Such a list in which a field stands without braces; and what is before it, if others have theirs."""
_TEXTS = {each.name for each in FIELDS if isinstance(each.kind, One) and each.kind.text}
"""The names of those in whose place a text may stand."""


class _Slip(Record):
    """What is wrong at a place of a text, and its code."""

    at: int
    message: str
    mend: str
    code: str = "syntax"


class _Walk:
    """One such value on its way to what was meant."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._open: list[tuple[str, int]] = []
        self.written = ""
        self.slips: list[_Slip] = []
        self.sound = True
        """Whether each piece of it is what may stand there."""
        self.ask = False
        """Whether something else may have been meant."""

    def run(self) -> None:
        end = len(_BEHIND.sub("", self._text))
        while self._at < end:
            self._step(end)
        for sign, at in reversed(self._open):
            self._not_closed(sign, at)
        if behind := self._text[end:].strip():
            message = f"There is a {behind[0]} behind the bracket that closes this, where the line should end."
            self._slip(message, "Take it away.", self._text.index(behind[0], end))
        self.slips.sort(key=lambda each: each.at)

    def _slip(self, message: str, mend: str, at: int, code: str = "syntax") -> None:
        self.slips.append(_Slip(at, message, mend, code))

    def _not_closed(self, sign: str, at: int) -> None:
        mend = f"Close it with {BRACKETS[sign]}, behind what belongs to it."
        self._slip(f"The {sign} that opens here is never closed.", mend, at, "open-quote")
        if sign == "[" and (more := _ANY_OF.search(self.written)):
            self.ask = True  # how far it goes
            if more[1]:
                self.written = f"{more[1]}]{self.written[more.end(1) :]}"
                return
        self.written = self.written.rstrip(" ,") + BRACKETS[sign]

    def _step(self, end: int) -> None:
        sign, text = self._text[self._at], self._text
        before = self.written.rstrip()[-1:] or "["
        begins = before in "[{,:"
        if begins and (quoted := _QUOTED.match(text, self._at)) and not _FIELD.match(text, self._at):
            self._write(quoted[0])
        elif begins and (sign in BRACKETS or (sign == "(" and not self._open)):
            self._opens(sign)
        elif sign in "]}" or (sign == ")" and not text[self._at : end].strip(")]}., \n") and self._open):
            self._closes(sign)
        elif before in "{," and self._open and self._open[-1][0] == "{":
            self._field()
        else:
            self.sound &= sign not in "[{" and (bool(self._open) or sign.isspace())
            inside = bool(self._open) and self._open[-1][0] == "{"
            if (sign == ";" and _FIELD.match(text[self._at + 1 :].lstrip())) or (
                sign == "." and inside and _NEXT.match(text, self._at + 1)
            ):
                self._slip(f"Here is a {sign}, where a comma belongs.", "Write a comma in its place.", self._at)
                self.ask |= sign == "."
                self.written, self._at = f"{self.written},", self._at + 1
            elif sign.isspace() and inside and before not in "{,:" and (field := _NEXT.match(text, self._at)):
                self._slip(f"There is no comma before {field['name']}.", "Put a comma there.", self._at)
                self.written, self.ask = f"{self.written.rstrip().removesuffix(' and')},", True
                self._write(sign)
            else:
                self._write(sign)

    def _write(self, text: str) -> None:
        self.written += text
        self._at += len(text)

    def _opens(self, sign: str) -> None:
        """A bracket that opens; around fields it is a brace, whatever stands there."""
        fields = _BEGINS.match(self._text, self._at)
        meant = "[" if sign == "(" else sign
        if _ANY.search(self.written):
            meant, fields = "[" if fields and fields["second"] else sign, None  # of which each is a condition
        if fields and fields["second"] in ("", sign):
            meant = "{"
        if (fields and fields["second"] == sign) or self._text.startswith("[[", self._at):
            self._slip(f"There is a {sign} too many here.", "Leave one.", self._at)
            self._at += 1
        if sign != meant:
            mend = f"Put {meant} and {BRACKETS[meant]} around it."
            self._slip(f"Here is a {sign}, where {meant} belongs.", mend, self._at)
        self._open.append((meant, self._at))
        self._write(sign)
        self.written = self.written[:-1] + meant

    def _closes(self, sign: str) -> None:
        """A bracket that closes: the one that is open, or one around that, or none."""
        opened = [BRACKETS[each] for each, _ in self._open]
        if self._is_extra(sign, opened):
            self._slip(
                f"There is a {sign} too many here: what stands behind it belongs inside as well.",
                "Take it away.",
                self._at,
            )
            self.ask, self._at = True, self._at + 1
            return
        rest = self._text[self._at + 1 :].strip(" ,.;\n")
        if sign not in opened and (not opened or (rest and set(rest) <= set(")]}") and opened[-1] in rest)):
            self._slip(
                f"There is a {sign} too many here: nothing is open that it could close.", "Take it away.", self._at
            )
            self._at += 1
            return
        while opened and sign in opened and opened[-1] != sign:
            begun, at = self._open.pop()
            self._not_closed(begun, at)
            opened.pop()
        begun, at = self._open.pop()
        if BRACKETS[begun] != sign and self._text[at] == begun:
            message = f"Here is a {sign}, where {BRACKETS[begun]} belongs: it closes what {begun} opens."
            self._slip(message, f"Write {BRACKETS[begun]} in its place.", self._at)
        self.written += BRACKETS[begun]
        self._at += 1

    def _is_extra(self, sign: str, opened: list[str]) -> bool:
        """Whether more of the value follows behind such a bracket, and all of them are in pairs without it."""
        rest = self._text[self._at + 1 :]
        if not opened or not _MORE.match(rest):
            return False
        if sign == opened[-1] and opened[:-1] and not (opened[-2] == "}" and rest.lstrip(" ,").startswith("{")):
            return False  # what follows may stand around it
        awaited = opened[:]
        for each in _QUOTED.sub("", rest):
            if each in BRACKETS:
                awaited.append(BRACKETS[each])
            elif each in BRACKETS.values() and (not awaited or awaited.pop() != each):
                return False
        return not awaited

    def _field(self) -> None:
        """The name of a field with its colon, as it stands in braces."""
        match = _FIELD.match(self._text, self._at)
        if match is None and (bare := _COLONLESS.match(self._text, self._at)):
            message = f"There is no colon behind {bare['name']}."
            self._slip(message, "Put one there, and a space.", bare.end("name"), "needs-colon")
            self.written, self._at, self.ask = f"{self.written}{bare['name']}: ", bare.end(), True
            return
        if match is None:
            space = len(self._text[self._at :]) - len(self._text[self._at :].lstrip())
            self.sound &= space > 0
            self._write(self._text[self._at : self._at + (space or 1)])
            return
        colon, quote = match["colon"], match["quote"]
        if colon.strip() != ":":
            self._slip(
                f"Here is {colon.strip()} behind {match['name']}, where a colon belongs.",
                "Write a colon there, and a space.",
                match.start("colon"),
            )
        elif colon[-1] == ":" and not quote:
            message = f"There must be a space after the colon of {match['name']}."
            self._slip(message, "Put one there.", match.end("colon"), "needs-space")
        self.written += f"{quote}{match['name']}{quote}: "
        self._at = match.end()
        if signed := counted(match["name"], self._text, self._at):
            self._slip(signed[1], signed[2], self._at)
            self._at, self.ask = self._at + len(signed[0]), True


def counted(name: str, text: str, at: int = 0) -> tuple[str, str, str] | None:
    """A sign before a number that says what the field means without it, what is wrong with it, and what mends it."""
    match = _COUNTED.get(name) and _COUNTED[name].match(text, at)
    if not match:
        return None
    sign = match[0].strip()
    means = "so many or more" if name == "contacts" else "no more than so many"
    return match[0], f"{name}: wants a number alone: it means {means} as it is.", f"Take the {sign} away."


def _nameless(name: str, text: str) -> str:
    """A contact with the names of its fields, where values stand in the braces without them, as in `{dana, email}`;
    `""` for others."""
    inner = _IN_BRACES.fullmatch(text)
    if inner is None or name not in _CONTACTS:
        return ""
    fields, found = CONTACT.by_name, dict[str, str]()
    pieces = [each.strip() for each in (_COMMAS if _COMMAS.search(inner[1]) else _COLON).split(inner[1].strip())]
    if all(_NAMED.match(each) for each in pieces) or not all(_WORDS.fullmatch(_NAMED.sub("", each)) for each in pieces):
        return ""
    if any(_OF_CONTACT.match(each) and not _NAMED.match(each) for each in pieces):
        return ""  # they are there, and only a sign is lost
    for each in filter(None, pieces):
        named = _NAMED.match(each)
        kinds = [(word, fields[word].kind) for word in fields if word not in found]
        kinds.sort(key=lambda one: not isinstance(one[1], OneOf))  # which nothing else is called
        right = named[1] if named else next((word for word, kind in kinds if _may_be(each, kind)), "")
        if right not in fields or right in found:
            return ""
        found[right] = each[named.end() :] if named else each
    return f"{{{', '.join(f'{each}: {found[each]}' for each in fields if each in found)}}}"


def _may_be(value: str, kind: Kind) -> bool:
    """Whether a value may be one of that kind, where it stands without its name."""
    return (
        value in kind.words if isinstance(kind, OneOf) else not any(map(str.isspace, value)) or isinstance(kind, Text)
    )


def misread(name: str, lines: Sequence[str]) -> Misread | None:
    """What is wrong with the value of such a name, if it is one of these."""
    text = "\n".join(lines)
    if name in _TABLES and (around := _AROUND.fullmatch(text)):
        message = f"Here is a {around[1]} around the braces, and {name}: wants no more than these."
        return Misread("syntax", 0, 0, message, (around[2],), f"Take both away: {name}: {around[2]}.", ask=True)
    if nameless := _nameless(name, text):
        message = "Nothing says here which value is which: in braces, each stands behind the name of its field."
        return Misread("wrong-kind", 0, 0, message, (nameless,), f"Write {name}: {nameless}.", ask=True)
    match = _BEGINS.match(text)
    bare = _BEGINS_SO.match(text) if match is None and name in _TABLES else None
    fields = match is not None and (
        match["name"] in _TABLES[name]
        if name in _TABLES
        else name not in NAMES and (match["opening"] == "{" or bool(name))
    )
    fields = fields or (bare is not None and bare["name"] in _TABLES[name])
    if not fields and not (name in MANY and _IDS.fullmatch(text)):
        return None
    walk = _Walk(text)
    walk.run()
    if not walk.slips:
        return None
    first = walk.slips[0]
    line, column = text.count("\n", 0, first.at), first.at - text.rfind("\n", 0, first.at) - 1
    corrected = tuple(each.rstrip() for each in walk.written.split("\n"))
    corrected = corrected if walk.sound or name not in _TEXTS else quoted(lines)
    corrected += ("",) * (len(lines) - len(corrected))
    mend = f"{first.mend[:-1]}: {name and name + ': '}{' '.join(walk.written.split())}." if walk.sound else first.mend
    return Misread(first.code, line, column, first.message, corrected, mend, ask=walk.ask, unsure=not walk.sound)
