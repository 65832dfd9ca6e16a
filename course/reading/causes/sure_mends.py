"""Which mends are sure: each is tried on a copy of the text, which is read again.

A mend stays only if its problem is gone then, nothing new is wrong, and all that was there is still there: every
name, every item of a list, every text that was well read. So nothing is offered that would do harm.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from course.model.record import replace
from course.reading.problems.codes import GROUPS, Level
from course.reading.problems.problem import MOST_OF_ALL, Edit, Findings, Problem
from course.reading.problems.suggest import SWITCHES, seen
from course.reading.prose.slips import OTHER_DASH
from course.reading.prose.stray_signs import CLOSES
from course.reading.yaml.outline import Outline, Value, begins_field
from course.reading.yaml.patience import Spent

_LONGEST = 500_000
"""Characters; a scenario that somebody wrote by hand has a tenth. Longer ones are not read again and again."""
_MOST_TRIES = 40
"""Readings of one file to find out which of its mends are sure."""
_MOST_MOVED = 4
"""Lines of which it is tried whether they could stand elsewhere as well."""
NEAR = 60
"""Lines; a scene has no more."""
_ASTRAY = frozenset({"misaligned", "unknown-key"})
"""What is said of a line that stands where it does not belong."""
_ANY = 10**9
_MARKS = frozenset("\"'|>")
_AS_TEXT = frozenset(code.id for code in GROUPS["The file as a text"])
_NUMBER = re.compile(r"\A[\s-]*(?:\(?(?:\d{1,2}|[a-z])[.)]|o(?=\s))\s*")
"""Of a numbered list, in the place of a dash; or the letter that some bullets become."""
_SWITCH = re.compile(rf"(?<=: )(?:{'|'.join(SWITCHES)})(?=['\"]?\s*(?:#|\Z))", re.IGNORECASE)
"""One word for on or off is as good as another."""
_SIGNS = re.compile(r"[\W_]+")
_ENCODING = "encoding"
"""The code of what is wrong before there is any text, which no other text can show to be gone."""
_UNSEEN = "control-character"
"""The code of characters that the reader never sees, so that taking them out changes nothing."""


def keep_sure(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Leave the problems of a file only those mends that are sure. `read` reads another text in the file's place,
    the one of the findings that it is given, and reports there what is wrong with it."""
    offered = [each for each in findings.found if each.meant and each.code != _UNSEEN]
    if not offered:
        return
    kept: list[Problem] = []
    if len(findings.text) <= _LONGEST:
        state, trials = State(findings), Trials(read)
        for ask in (False, True):  # whoever mends a file asks last
            mends = [each for each in offered if each.meant and each.meant.ask is ask]
            state, sure = _as_many_as_sure(trials, state, [each for each in mends if not _in_bad_company(state, each)])
            kept += sure
        if kept and not state.full:
            _hold_back(findings, state, kept)
    unsure = {id(each) for each in offered} - {id(each) for each in kept}
    findings.found = [replace(each, meant=None) if id(each) in unsure else each for each in findings.found]


def _hold_back(findings: Findings, state: State, kept: Sequence[Problem]) -> None:
    """Leave out what is gone when these mends have been made, since it follows from what they mend."""
    mended = {id(each) for each in kept}
    findings.found = [
        each
        for each in findings.found
        if id(each) in mended or each.code in (_UNSEEN, _ENCODING) or (each.code, each.place.line) in state.problems
    ]


class State:
    """A text, and what came of reading it."""

    def __init__(self, findings: Findings) -> None:
        self.found = findings.found
        self.lines = findings.text.split("\n")
        self.problems = Counter((each.code, each.place.line) for each in findings.found)
        self.errors = [each for each in findings.found if each.level is Level.ERROR]
        self.full = any(each.code == "more-problems" for each in findings.found)
        self.findings = findings

    @cached_property
    def outline(self) -> Outline:
        """Of the text as it is read in the end."""
        return Outline(self.findings.as_read)

    @cached_property
    def own(self) -> Outline:
        """Of the text as it stands, before the reader corrects anything."""
        return Outline(self.findings.text)

    def wrong(self, lines: Container[int], *, hopeful: bool = False, but: Problem | None = None) -> bool:
        """Whether there is an error on one of these lines, `but` for one; to the `hopeful`, none that could be mended
        counts."""
        return any(
            each.place.line in lines and each is not but and not (hopeful and each.meant and not each.meant.ask)
            for each in self.errors
        )


def _as_many_as_sure(trials: Trials, state: State, problems: list[Problem]) -> tuple[State, list[Problem]]:
    """The text with as many of these mends as are sure, and those."""
    while True:
        after, sure = trials.added(state, problems)
        firm = [each for each in sure if not _in_bad_company(after, each, hopeful=False)]
        if len(firm) == len(sure):
            return after, sure
        problems = firm  # what was hoped to be mended beside the others was not


def _in_bad_company(state: State, problem: Problem, *, hopeful: bool = True) -> bool:
    """Whether a mend moves names where more is wrong, so that nobody can tell whether they are right there."""
    edits = problem.meant.edits if problem.meant else ()
    moved = [each.number for each in edits if _is_moved(each.old, each.new)]
    if any(
        each.code in _ASTRAY and any(at - NEAR < each.place.line < at for at in moved) and each is not problem
        for each in state.errors
        if not (each.meant and (hopeful or each.place.line in moved))
    ):
        return True  # the lines above are in disorder, and this one may be right where it is
    parts = {state.outline.part(each) for each in moved if each in state.outline.names}
    return any(state.wrong(part, hopeful=hopeful, but=problem) for part in parts)


class Trials:
    """Tries mends, a limited number of times."""

    def __init__(self, read: Callable[[Findings], object], most: int = _MOST_TRIES) -> None:
        self._read = read
        self._left = most
        self.spent = False
        """Whether some could not be tried any more."""

    def added(self, state: State, problems: Sequence[Problem]) -> tuple[State, list[Problem]]:
        """The text with as many of these mends as are sure, and those."""
        if not problems:
            return state, []
        after = self.tried(
            state, [edit for each in problems if each.meant for edit in each.meant.tried or each.meant.edits]
        )
        if after and self._sure(state, after, problems):
            return after, list(problems)
        if len(problems) == 1:
            return state, []
        middle = len(problems) // 2
        state, first = self.added(state, problems[:middle])
        state, second = self.added(state, problems[middle:])
        return state, first + second

    def tried(self, state: State, edits: Iterable[Edit], *, enough: int = MOST_OF_ALL) -> State | None:
        """The text with these edits, read again; None where they do not fit. With `enough` errors it is of no use, and
        what else is wrong with it does not matter."""
        lines = list(state.lines)
        for edit in edits:
            if lines[edit.number - 1] != edit.old or (seen(edit.old) and not (seen(edit.new) or _closes(edit.old))):
                return None
            lines[edit.number - 1] = edit.new
        if not self._left:
            return None
        self._left -= 1
        findings = Findings("", "\n".join(lines))
        findings.enough = enough
        try:
            self._read(findings)
        except Spent:
            self.spent = True
            return None
        return State(findings)

    def _sure(self, before: State, after: State, problems: Sequence[Problem]) -> bool:
        ask = any(each.meant and each.meant.ask for each in problems)
        pairs = enumerate(zip(before.lines, after.lines, strict=True), 1)
        edited = {number for number, (old, new) in pairs if old != new}
        return (
            bool(edited)
            and _mends(before, after, problems, edited)
            and (ask or _same_words(before, after, edited))
            and _keeps(before, after, edited, ask=ask)
            and _reads_on(after, edited)
            and self._only_there(before, after, edited)
        )

    def _only_there(self, before: State, after: State, edited: AbstractSet[int]) -> bool:
        """Whether each name that was moved is right where it stands now, and could stand nowhere else."""
        moved = [
            each
            for each in edited
            if each in after.outline.names and _is_moved(before.lines[each - 1], after.lines[each - 1])
        ]
        if any(after.wrong(after.outline.part(each), hopeful=True) for each in moved):
            return False
        if len(moved) > _MOST_MOVED:
            return True
        return not any(self._fits(after, each, column) for each in moved for column in columns(after.lines, each))

    def _fits(self, state: State, number: int, column: int) -> bool:
        """Whether a line would be as right in another column, as far as that can be tried."""
        line = state.lines[number - 1]
        other = self.tried(state, [Edit(number, line, " " * column + line.lstrip(" -"))])
        return other is None or not (
            other.problems - state.problems or other.wrong(other.outline.part(number), hopeful=True)
        )


def _closes(line: str) -> bool:
    """Whether a line holds nothing but what closes brackets, and may go."""
    return CLOSES.fullmatch(line.strip()) is not None


def _mends(before: State, after: State, problems: Iterable[Problem], edited: AbstractSet[int]) -> bool:
    """Whether these problems are gone and no others have come, as far as they were known before."""
    left = before.problems - Counter((each.code, each.place.line) for each in problems)
    known = edited if before.full else range(before.outline.end)
    return all(times <= left[key] for key, times in after.problems.items() if key[1] in known)


def _same_words(before: State, after: State, edited: AbstractSet[int]) -> bool:
    """Whether no letter and no digit was changed, but for capital ones that were made small."""
    return all(_letters(before.lines[each - 1]) == _letters(after.lines[each - 1]) for each in edited)


def _letters(line: str) -> str:
    return _SIGNS.sub("", _SWITCH.sub(lambda found: SWITCHES[found[0].lower()], _NUMBER.sub("", line))).lower()


def _keeps(before: State, after: State, edited: AbstractSet[int], *, ask: bool) -> bool:
    """Whether all names, items and well-read texts are still there, but for those that were asked about. A text may
    begin on the line above it now, if that has got the sign for it."""
    was, now, own, asked = before.outline, after.outline, before.own, edited if ask else set[int]()
    alone = sum(max(0, before.lines[each - 1].count("[") - after.lines[each - 1].count("[")) for each in asked)
    if now.end < was.end or now.items + alone < was.items:  # one word in brackets was an item, and is none without
        return False
    for line, names in was.names.items():
        if line < was.end and line not in asked and _small(names) - _small(now.names[line]):
            return False
    texts = [(line, each) for line, each in was.texts() if line < was.end]
    texts += [(line, each) for line, each in own.texts() if line < own.end and _closed(own, line, each)]
    return all(
        _words(value) in (_words(each) for at in {line, *(edited & {line - 1})} for each in now.values[at])
        for line, value in texts
        if value.text and asked.isdisjoint(range(line, value.last + 1))
    )


def _small(names: Iterable[str]) -> Counter[str]:
    return Counter(seen(each).lower() for each in names)


def _words(value: Value) -> list[str]:
    """The words of a text, without what cannot be seen in them."""
    words = [seen(each) for each in value.text.split()]
    return [SWITCHES.get(each.lower(), each) for each in words] if len(words) == 1 else words


def _closed(outline: Outline, line: int, value: Value) -> bool:
    """Whether a text is marked by its author from its beginning to its end, and no field is caught in it."""
    return value.sign in _MARKS and not any(
        begins_field(outline.lines[each]) for each in range(line + 1, value.last + 1)
    )


def _reads_on(after: State, edited: AbstractSet[int]) -> bool:
    """Whether what was edited ends where it should: no rest of it follows, and nothing else is caught in it."""
    outline, around = after.outline, set(edited)
    for each in edited:
        around.add(next((below for below in range(each + 1, len(after.lines)) if after.lines[below - 1].strip()), each))
    if max(edited) >= outline.end or any(each.code in _AS_TEXT and each.place.line in around for each in after.errors):
        return False
    if any(each.code == "unknown-key" and each.place.line in edited for each in after.errors):
        return False  # what was made a name is none
    for line, value in outline.texts():
        inside = range(line + 1, value.last + 1)
        if edited.isdisjoint((line, *inside)):
            continue
        if any(each not in outline.names and begins_field(after.lines[each - 1]) for each in inside):
            return False
        if "\n " in value.text and not edited.isdisjoint(inside):
            return False  # nobody knows how far in its lines began
    return True


def begin(line: str) -> str:
    """What a line begins with: spaces and dashes."""
    return line[: len(line) - len(line.lstrip(" \t-"))]


def _is_moved(old: str, new: str) -> bool:
    """Whether a line begins elsewhere now, and not only with a dash in the place of another sign."""
    sign = OTHER_DASH.fullmatch(old)
    return begin(old) != begin(new) and not (sign and new.startswith(f"{sign[1]}- "))


def columns(lines: Sequence[str], number: int) -> set[int]:
    """In which other columns the line could stand: those of the lines around it."""
    around, inmost = list(lines[number : number + 1]), _ANY
    for above in reversed(lines[: number - 1]):
        if above.strip() and above.lstrip()[0] != "#" and min(_stands(above)) < inmost:
            inmost = min(_stands(above))
            around.append(above)
    return {column for each in around for column in _stands(each)} - _stands(lines[number - 1])


def _stands(line: str) -> set[int]:
    """The columns of a line in which its first dash stands, or would stand, and what comes behind its dashes."""
    inset = begin(line)
    return {len(inset.partition("-")[0]), len(inset)}
