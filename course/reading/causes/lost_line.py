"""A whole line that was deleted, where what it held together is reported as wrong in many places.

Without the name above a group of fields, without the id of a scene or the first line of an item, what stood under it
goes on with what is above. So each line at which something is wrong is tried with one more line above it. If with one
that could have been there all of it is right, its loss is the cause, and stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from course.model.record import Record, replace
from course.reading.causes.anew import LONGEST
from course.reading.causes.may_be_lost import ANY_ID, ID_OF, ITEM, NAME, Lost, candidates, together
from course.reading.causes.moved import below
from course.reading.causes.one_line import caught, is_copied
from course.reading.causes.sure_mends import NEAR, State, begin
from course.reading.problems.codes import Level
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Findings, Problem
from course.reading.problems.suggest import one_of
from course.reading.prose.extents import IN, indent

_MOST_LINES = 6
"""Lines at which something is wrong, from the first one on, that are tried with another above them."""
_MOST_TRIES = 100
_MOST_READ = 2_000_000
"""Characters in all of these tries together."""
_MOST_IDS = 3
_BY_LINE = frozenset(
    {"misaligned", "syntax", "wrong-kind", "duplicate-key", "unknown-key", "wrong-count", "bad-value", "needs-quotes"}
    | {"too-large"}
)
"""What follows from a line that is lost, where it does."""
_ASKED_FOR = re.compile(
    r'(?:There is no|Nothing asks for this) (scene|person|rule|pair)(?: called "|, [a-z0-9-]+; and )([a-z0-9-]+)'
)
"""Of what is not there, what it is and its id, however that is said."""
_ID_ALONE = re.compile(r" *[a-z0-9-]+:\s*")
_MOST_ABOVE = 4
_READ_ON = frozenset(("needs-quotes", "lost-text", "needs-space"))
"""The codes of what is read as it was meant all the same, so that nothing follows from it."""
_MANY = 3
"""Problems that nothing mends. Beside so many, what can be mended is not their cause."""


_Spot = tuple[str, int]
"""The code of a problem, and its line."""


class _Try(Record):
    """One such line above another, and what is wrong then, by code and line as it was."""

    number: int
    lost: Lost
    left: Counter[_Spot]


def cause_alone(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Put the line that is lost where all that follows from that was reported. `read` reads another text in the file's
    place."""
    if len(findings.text) > LONGEST or not findings.errors:
        return
    state = State(findings)
    errors, inside = state.errors, caught(state)
    if not inside and not any(each.code in _BY_LINE for each in errors):
        return
    known = [each for each in errors if each.meant and not (each.meant.ask and len(errors) > 1)]
    open_ = Counter((each.code, each.place.line) for each in errors if each not in known)
    if not open_ or (any(_moves(each) for each in known) and open_.total() < _MANY):
        return  # a cause is known
    best = _best(_Trials(findings, errors, read), errors, inside)
    if best and not (known and best[0].left & open_):
        findings.lost |= {each.lost.what.removeprefix(ID_OF) for each in best if each.lost.what.startswith(ID_OF)}
        _report(findings, best)


def condition_alone(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Put the `- when:` that is lost above the first line at which something is wrong, if that puts all right, where
    what follows was reported. It is looked for before other causes: so much follows from it that trying those would
    take long."""
    state = State(findings)
    if len(findings.text) > LONGEST or len(state.errors) < _MANY or any(each.meant for each in state.errors):
        return
    trials = _Trials(findings, state.errors, read)
    for number in _beside(trials.lines, min(each.place.line for each in state.errors)):
        for lost in (each for each in candidates(trials.lines, number, []) if "- when:" in each.line):
            left, _ = trials.tried(number, lost.line, trials.lines[number - 1])
            best = _Try(number, lost, left)
            if not left and not _moved(trials, best):
                _report(findings, [best])
                return


def _report(findings: Findings, best: list[_Try]) -> None:
    """Put the line that is lost in place of all that is right once it is there."""
    left = best[0].left
    kept = (each for each in findings.found if each.level is not Level.ERROR or (each.code, each.place.line) in left)
    findings.found = sorted((_problem(findings, best), *kept), key=lambda each: each.place)


def _moves(problem: Problem) -> bool:
    """Whether what was meant stands elsewhere; if not, the text was read as it was meant, and nothing follows."""
    return problem.meant is not None and any(begin(each.old) != begin(each.new) for each in problem.meant.edits)


def open_to_the_end(findings: Findings) -> None:
    """Let go of what the file as a whole lacks, where its last line opens what is never closed: nobody knows what was
    to come."""
    lines = findings.text.rstrip().split("\n")
    match = LINE.fullmatch(lines[-1])
    if match is None or match["value"][:1] not in set("[{\"'"):
        return
    if any(each.code in ("needs-quotes", "open-quote") and each.place.line == len(lines) for each in findings.found):
        top = findings.place((1, 1))
        findings.found = [each for each in findings.found if (each.code, each.place) != ("missing", top)]


class _Trials:
    """Reads the text with other lines in it, a limited number of times."""

    def __init__(self, findings: Findings, errors: list[Problem], read: Callable[[Findings], object]) -> None:
        self.lines = findings.text.split("\n")
        self.before = Counter((each.code, each.place.line) for each in errors)
        self._read = read
        self._left = min(_MOST_TRIES, _MOST_READ // (len(findings.text) + 1))

    @property
    def spent(self) -> bool:
        """Whether there may be no more."""
        return self._left <= 0

    def tried(self, number: int, *instead: str) -> tuple[Counter[_Spot], list[Problem]]:
        """What is wrong with these lines in the place of the one of that number, by the lines as they were."""
        self._left -= 1
        other = Findings("", "\n".join([*self.lines[: number - 1], *instead, *self.lines[number:]]))
        other.enough = self.before.total()
        self._read(other)
        errors = [each for each in other.found if each.level is Level.ERROR]
        more = len(instead) - 1
        spots = ((each.code, each.place.line - more * (each.place.line > number)) for each in errors)
        return Counter(spots), errors

    def better(self, after: Counter[_Spot]) -> bool:
        """Whether less is wrong then, and nothing new."""
        return after.total() < self.before.total() and not after - self.before


def _best(trials: _Trials, errors: list[Problem], inside: list[int]) -> list[_Try]:
    """The lines that put most right, all of them above the same one; none if nothing does, or nobody can tell where.
    `inside` are lines that a text has swallowed."""
    asked = (found for each in errors if (found := _ASKED_FOR.match(each.message)))
    wanted = list(dict.fromkeys((found[1], found[2]) for found in asked))[:_MOST_IDS]
    wrong = sorted({each.place.line for each in errors if not _ASKED_FOR.match(each.message)})[:_MOST_LINES]
    tried, done = list[_Try](), {0}
    for group in (inside[:1], *((*_beside(trials.lines, each), below(trials.lines, each)) for each in wrong)):
        new = [each for each in dict.fromkeys(group) if each not in done and not _copied(trials.lines, each)]
        done.update(new)
        tried += (each for number in new for each in _tried(trials, number, wanted))
        healed = [each.lost for each in tried if not each.left]
        if healed and (group == inside[:1] or all(each.what == NAME or (each.under and each.named) for each in healed)):
            break  # in a text, nobody would have begun a field; and the name of a group stands above all of it
    least = min((each.left.total() for each in tried), default=0)
    best = [each for each in tried if each.left.total() == least]
    if {each.lost.what for each in best} == {ITEM}:  # some fields of which may be the last of the item above
        first = min(each.number for each in best)
        best = [each for each in best if not first < each.number < first + _MOST_ABOVE]
    if len({(each.number, each.lost.what) for each in best}) != 1 or trials.spent or _moved(trials, best[0]):
        return []
    around = range(best[0].number - NEAR, best[0].number + NEAR)  # where more is wrong in it, nobody can tell
    return [] if any(line in around and code not in _READ_ON for code, line in best[0].left) else best


def _copied(lines: list[str], number: int) -> bool:
    """Whether the words of a line stand there twice; one id may do so where the line between is lost."""
    words = lines[number - 1].partition(": ")[2].strip()
    return is_copied(lines, number) and (" " in words or words[:1] in ("|", ">"))


def _tried(trials: _Trials, number: int, wanted: list[tuple[str, str]]) -> Iterator[_Try]:
    """The lines that may have stood above the one of that number, with which less is wrong."""
    line = trials.lines[number - 1]
    for lost in candidates(trials.lines, number, wanted):
        if trials.spent:
            return
        after, errors = trials.tried(number, lost.line, lost.under or line)
        names = {found[2] for each in errors if (found := _ASKED_FOR.match(each.message))}
        if ANY_ID in lost.line and len(names) == 1:  # of the first scene, which is asked for once there is one
            (name,) = names
            lost = replace(lost, line=lost.line.replace(ANY_ID, name), named=f"{name}:")
            after, _ = trials.tried(number, lost.line, lost.under or line)
        if trials.better(after):
            yield _Try(number, lost, after)


def _moved(trials: _Trials, best: _Try) -> bool:
    """Whether as much would be right if nothing were lost, and the line below stood elsewhere or had a dash."""
    line = trials.lines[best.number - 1]
    body, inset = line.lstrip(), line[: indent(line) - IN]
    forms = [f"{inset}- {body}", f"{inset}{body}", f"{inset}    {body}"]
    twice = trials.lines[best.number - 2].startswith(line[: len(line) - len(body)] + body.partition(":")[0] + ":")
    if (
        not twice
        and "- when:" in best.lost.line
        and "else" in together(trials.lines, best.number, len(line) - len(body))
    ):
        del forms[0]  # what is told else is told instead of something
    return any(after.total() <= best.left.total() for form in forms for after, _ in [trials.tried(best.number, form)])


def _beside(lines: list[str], number: int) -> Iterator[int]:
    """The line of that number, and those right above it that begin in the same column, of which nothing is said since
    they fit there as well."""
    inset = re.match(r" *(?=\w)", lines[number - 1])
    yield number
    if dash := _dash_for_an_id(lines, number):
        yield dash
    for each in range(number - 1, max(0, number - _MOST_ABOVE), -1):
        if inset is None or not re.match(rf"{inset[0]}\w", lines[each - 1]):
            break
        yield each


def _dash_for_an_id(lines: list[str], number: int) -> int:
    """The number of the item above a line that holds an id alone, in its column, which may lack its own; 0 if there is
    none."""
    line = lines[number - 1]
    if not (inset := indent(line)) or not _ID_ALONE.fullmatch(line):
        return 0
    for at in range(number - 1, max(0, number - NEAR), -1):
        above = lines[at - 1]
        if above.strip() and indent(above) <= inset:
            return at if above.startswith("- ", inset) else 0
    return 0


def _problem(findings: Findings, best: list[_Try]) -> Problem:
    """What is lost, and where it belongs."""
    number, lost = best[0].number, best[0].lost
    column = indent(lost.line) + 1
    names = one_of(dict.fromkeys(each.lost.named for each in best))
    if lost.what == NAME:
        message = "A line seems to be lost above this one: the name under which this stands."
        mend = f"Put a line with {names} above it, beginning in column {column}."
    elif lost.what == ITEM:
        behind = "" if lost.line.endswith(":") else " and what belongs there"
        message = "An item of the list seems to begin here, and its first line is lost."
        mend = f"Put that line above this one: {names}{behind}, the dash in column {column}."
    elif lost.under:
        kind = lost.what.removeprefix(ID_OF)
        message = f"Each {kind} here stands under an id of its own, and this one begins with a dash instead."
        perhaps = f", perhaps {names}, which is asked for" if lost.named else ""
        mend = f"Put a line with the id and a colon above it, in column {column}{perhaps}; and here, two spaces in the "
        mend += "place of the dash."
    else:
        message = f"A line seems to be lost above this one: {lost.what}, whose fields begin here."
        perhaps = f"; perhaps {names}, which is asked for" if lost.named else ""
        mend = f"Put a line with the id and a colon above it, in column {column}{perhaps}."
    reported = Findings(findings.file, findings.text)
    reported.add("missing", (number, indent(findings.lines[number]) + 1), message, mend)
    return reported.found[0]
