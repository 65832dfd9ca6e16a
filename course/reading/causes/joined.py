"""Lines that were joined, as a paste or a wrong key does: a field that stands in the middle of another one's text.

YAML takes its colon for a mistake in that text. Quotes would make it a part of the text, and the field would be lost
without a word; so each such field is tried on a line of its own. If it is right there, that is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from course.model.record import Record
from course.reading.causes.anew import LONGEST
from course.reading.causes.sure_mends import columns
from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE, NAME
from course.reading.problems.problem import Findings, Problem
from course.reading.problems.suggest import some
from course.reading.prose.extents import indent
from course.reading.prose.no_text import WORDLESS
from course.reading.prose.quotes import end_of_quotes
from course.reading.prose.stray_signs import NUMBERS, WORD_ALONE
from course.reading.yaml.outline import begins_field

_CAUGHT = re.compile(
    rf"""(?:(?<=[\s"'\]}}])(?P<dash>- +)?|(?<=\S)(?P<glued>- +))(?<![\w.-])(?P<name>{NAME})[ \t]*:(?=\s|$)"""
)
"""A name with its colon, behind something else on its line, as in `next: friday- say: Ring the bell.`"""
_FIELDS = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
_GLUED = re.compile(
    rf"""(?<=\S)(?<![\s"'\]}}])(?:(?<=[\w-])(?P<word>{_FIELDS})|(?<=[.!?…,;)])(?P<name>[\w-]+)):(?=\s|$)"""
)
"""One right behind another word, as in `name: Imre Tothrole: your neighbor`, or behind the end of a sentence."""
_CODE = "joined-lines"
_GROUP = re.compile(r"(\{[^{}]*\}|\[[^\[\]]*\]|\([^()]*\)).*")
"""A value that begins with fields in braces or a list in brackets, and what follows it."""
_BEHIND_GROUP = re.compile(rf"[}}\]][ \t]*{NAME}[ \t]*:\s")
_NUMBER = re.compile(r"""\s*(?:["'+-]?\d|[OolI]\b)""")
_WORD = re.compile(rf"""\s*["']?[\w/.-]+["']?[.,;]?(?:\s*$|\s+#|(?:\s+|-\s+)(?:- +)*{NAME}[ \t]*:(?:\s|$))""")
"""One word, behind which the line ends or another field follows."""
_IN_QUOTES = "needs-quotes"
_IN_THE_WAY = frozenset({_IN_QUOTES, "syntax", "wrong-kind", "open-quote", "bad-value", "needs-colon", "misaligned"})
"""What is said of a value in which a field was caught."""
_NO_FIELD = frozenset({"unknown-key", "duplicate-key"})
"""What is said of a name that is no field where it stands, or not once more."""
_MOST = 6
"""Lines of one file that are looked at."""
_MOST_COLUMNS = 8
_DEEPER = 2

Reading = Callable[[Findings], object]


class _Caught(Record):
    """A field in the middle of a line: where its dash or name begins, and its name."""

    at: int
    name: str
    dash: str
    glued: bool = False
    """Whether it stands right behind what may be the rest of a word."""


class _Parted(Record):
    """A text in which a line stands as several, each name on its own, and what came of reading it."""

    number: int
    added: int
    inset: str
    """What the first of the names on a line of their own begins with."""
    found: list[Problem]

    def line(self, number: int) -> int:
        """The number that a line of it had before."""
        return number if number <= self.number else max(self.number, number - self.added)

    def problems(self) -> Counter[tuple[str, int]]:
        return Counter((each.code, self.line(each.place.line)) for each in self.found)


def name_them(findings: Findings, read: Reading) -> None:
    """Name the lines of the file that were joined, in place of all that follows from them. `read` reads another text
    in the file's place, and reports what is wrong with it."""
    if len(findings.text) > LONGEST:
        return
    lines = findings.text.split("\n")
    wrong = {each.place.line for each in findings.found if _perhaps(each, lines[each.place.line - 1])}
    wrong |= {number for number, line in enumerate(lines, 1) if line.endswith(":") and _ends_a_block(lines, number)}
    candidates = [(number, caught) for number in sorted(wrong) if (caught := _caught(lines, number))]
    for number, caught in candidates[:_MOST]:
        _name(findings, read, number, caught)


def _perhaps(problem: Problem, line: str) -> bool:
    """Whether it may be a field that is in the way, since nothing but quotes is known that would mend it."""
    sure = problem.meant is not None and not problem.meant.ask
    if problem.code in ("misaligned", "wrong-kind") and _BEHIND_GROUP.search(line):
        return True
    return problem.code == _IN_QUOTES or (problem.code in ("open-quote", "syntax") and not sure)


def _ends_a_block(lines: Sequence[str], number: int) -> bool:
    """Whether a line goes on with a text, ends in the name of a field, and what may stand under that follows."""
    line = lines[number - 1]
    if _begins(line) or not _holds(_below(lines, number)):
        return False
    return any(not line[each.end() :] for each in (*_CAUGHT.finditer(line), *_GLUED.finditer(line)))


def _below(lines: Sequence[str], number: int) -> str:
    """The line below one that holds something."""
    return next((each for each in lines[number:] if each.strip()), "")


def _holds(line: str) -> bool:
    """Whether a line looks like what may stand under a name: an item or a field."""
    return line.lstrip().startswith("- ") or begins_field(line)


def _begins(line: str) -> bool:
    """Whether a line begins a field or an item, and does not go on with a text."""
    match = LINE.fullmatch(line)
    return match is not None and (match["name"] is not None or match["dashes"] != "")


def _caught(lines: Sequence[str], number: int) -> list[_Caught]:
    """The fields that may be caught in a line, behind the name that it begins with. A text may end in a colon too: a
    name at its end is a field only if something stands under it."""
    line = lines[number - 1]
    match = LINE.fullmatch(line)
    below = _below(lines, number)
    holds = _holds(below)
    deeper = indent(below) - (len(line) - len(line.lstrip(" -")))
    under = holds and deeper > (0 if _begins(line) else -_DEEPER)
    start = match.start("value") if match else 0
    group = _GROUP.fullmatch(line, start)
    start = group.end(1) if group else start + end_of_quotes(line[start:])
    found = [
        _Caught(each.start(), each["name"], each["dash"] or each["glued"] or "")
        for each in _CAUGHT.finditer(line, max(start, 1))
    ]
    glued = (
        _Caught(each.start(), each["word"] or each["name"], "", each["word"] is not None)
        for each in _GLUED.finditer(line, max(start, 1))
    )
    better = {line.index(":", each.at): each for each in glued}
    found = [each if each.name in NAMES else better.get(line.index(":", each.at), each) for each in found]
    found += (each for at, each in better.items() if all(line.index(":", other.at) != at for other in found))
    found.sort(key=lambda each: each.at)
    found = [
        each
        for each in found
        if line.count("{", start, each.at) <= line.count("}", start, each.at)
        and line.count("}", each.at) <= line.count("{", each.at)
    ]
    ends = [each for each in found if each is found[-1] and line.rstrip().endswith(":")]
    return [
        each
        for each in found
        if (
            under or (holds and not line[each.at - 1].isspace())
            if each in ends
            else each.name in NAMES and _fits(each, line)
        )
    ]


def _fits(caught: _Caught, line: str) -> bool:
    """Whether what stands behind it may be its value: no sentence belongs behind `day:` or `next:`, so that they are
    words of a text there, as in `Ines, the first day: call if you like`."""
    behind = line[line.index(":", caught.at) + 1 :]
    if caught.dash or caught.name not in NUMBERS | WORD_ALONE:
        return True
    return (_NUMBER if caught.name in NUMBERS else _WORD).match(behind) is not None


def _name(findings: Findings, read: Reading, number: int, caught: list[_Caught]) -> None:
    before = Counter((each.code, each.place.line) for each in findings.found)
    fields = list(caught)
    while fields:
        parted = _best(findings.text.split("\n"), number, fields, read, before)
        new = parted.problems() - before
        if not _begins(findings.lines[number]) and len(parted.found) >= len(findings.found):
            return  # a text that ends in a colon
        none = {
            each.name
            for each in fields
            if any(
                problem.code in _NO_FIELD
                and (problem.code, parted.line(problem.place.line)) in new
                and re.search(rf"(?<![\w-]){re.escape(each.name)}(?![\w-])", problem.message.partition(". ")[0])
                for problem in parted.found
            )
        }
        if new.total() and not none:
            none |= {each.name for each in fields if each.glued}  # what a word happens to end in
            none |= {each.name for each in fields if each.name not in NAMES}  # an id has to be right in all
        if not none:
            _report(findings, number, fields, parted)
            return
        fields = [each for each in fields if each.name not in none]


def _best(
    lines: Sequence[str], number: int, fields: Sequence[_Caught], read: Reading, before: Counter[tuple[str, int]]
) -> _Parted:
    """The line as several, in those columns in which the least is wrong."""
    line = lines[number - 1]
    match = LINE.fullmatch(line)
    own = match.start("name") if match and match["name"] else len(line) - len(line.lstrip(" -"))
    under = own + _DEEPER if match and fields[0].at <= match.start("value") else own
    others = sorted(columns(lines, number) - {own}, reverse=True)
    if not _begins(line):  # in a text on lines of its own, it would be a part of that
        others = [each for each in others if each < own] or [own]
    tries: list[_Parted] = []
    for column in ([under, *others] if _begins(line) else others)[:_MOST_COLUMNS]:
        pieces = _pieces(line, fields, column)
        other = Findings("", "\n".join([*lines[: number - 1], *pieces, *lines[number:]]))
        read(other)
        inset = pieces[1][: len(pieces[1]) - len(pieces[1].lstrip())]
        tries.append(_Parted(number, len(pieces) - 1, inset, other.found))
        if not (tries[-1].problems() - before).total():
            break
    return min(tries, key=lambda each: each.problems().total())


def _pieces(line: str, fields: Sequence[_Caught], column: int) -> list[str]:
    """The line, and each of the fields on a line of its own, from that column on."""
    ends = [*(each.at for each in fields[1:]), len(line)]
    pieces = [line[: fields[0].at].rstrip()]
    for each, end in zip(fields, ends, strict=True):
        if each.dash:
            inset = column = max(0, column - _DEEPER) if pieces[1:] or not pieces[0].endswith(":") else column
            column += len(each.dash)
        else:
            inset = column
        pieces.append(" " * inset + line[each.at : end].rstrip())
    return pieces


def _report(findings: Findings, number: int, fields: Sequence[_Caught], parted: _Parted) -> None:
    """Put what was joined in place of what follows from it."""
    left = parted.problems()
    lacking = {each.message for each in parted.found if each.code == "missing"}
    kept: list[Problem] = []
    for each in findings.found:
        key = each.code, each.place.line
        still = key in left and (each.code != "missing" or each.message in lacking)
        if each.code == _CODE or (still and not (each.place.line == number and each.code in _IN_THE_WAY)):
            kept.append(each)
    names = [f"{each.dash}{each.name}:" for each in fields]
    line, column = findings.lines[number], len(parted.inset) + 1
    if len(names) > 1:
        message = f"{some(names)} are fields, and they stand in the middle of this line."
        mend = f"Begin a new line before each of them; the first begins in column {column}."
    else:
        where = "in the middle" if line[fields[0].at :].strip(" -") != f"{fields[0].name}:" else "at the end"
        message = f"{names[0]} is a field, and it stands {where} of this line."
        if not line[fields[0].at - 1].isspace():
            message = f"Two lines seem to be joined here: {names[0]} is a field, and begins the second."
        mend = f"Put it on a line of its own, in column {column}."
    match = LINE.fullmatch(line)
    grouped = match is not None and _GROUP.match(line, match.start("value")) is not None
    if (
        match
        and match["name"]
        and match["name"] not in WORDLESS
        and not grouped
        and match.start("value") < fields[0].at
    ):
        mend = f"{mend[:-1]}; or, if all of the line is one text, put that text in quotes."
    reported = Findings(findings.file, findings.text)
    reported.add(_CODE, (number, fields[0].at + 1), message, mend)
    findings.found = sorted([*kept, *reported.found], key=lambda each: each.place)
