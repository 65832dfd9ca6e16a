"""The one line that is out of place, where much else is wrong because of it.

A dash too many or too few, a line too far right or left: YAML then reads another layout, and what follows from that is
reported in many places. So each line at which something is wrong is tried as it may have been meant, with its dash and
without, and in the columns of the lines around. If one way of writing one line puts all of it right, that line is the
cause, and stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from course.reading.causes import lost_dash, moved
from course.reading.causes.anew import LONGEST
from course.reading.causes.out_of_place import moved_to_one, one_place, said
from course.reading.causes.sure_mends import State, Trials, begin, columns
from course.reading.causes.tries import Try, left_around, made
from course.reading.format.tables import NAMES
from course.reading.problems.problem import Edit, Findings, Problem
from course.reading.problems.suggest import nearest
from course.reading.prose import slips
from course.reading.prose.extents import Extents, indent
from course.reading.prose.misread import is_field_with_a_slip, is_record
from course.reading.prose.wrapped import as_text
from course.reading.yaml.outline import begins_field

_MOST_LINES = 6
"""Lines at which something is wrong, from the first one on, that are tried."""
_MOST_TRIES = 120
_MOST_READ = 3_000_000
"""Characters in all of these tries together."""
_MOST_AGAIN = 30
"""Lines of a field that is looked for once more right above it."""
_MOST_BLOCKS = 3
"""Of these, those at which lines may begin that were moved together."""
_MOST_CAUSES = 4
"""Lines of one file that are each the cause of something."""
_LAYOUT = frozenset(
    {"misaligned", "syntax", "wrong-kind", "duplicate-key", "unknown-key", "wrong-count", "branch-order"}
    | {"needs-indent", "needs-colon", "tab"}
)
"""What mostly follows from a line out of place."""
_FOLLOWS = _LAYOUT | {"missing", "dead-end", "out-of-place", "unknown-scene", "empty", "bad-id"}
"""What may follow from one."""
_NAMING = frozenset({"unknown-scene"})
"""What is said where something is named that is not there."""
_LACKING = frozenset({"missing", "dead-end", "wrong-count"})
"""What is said where a field is not found."""
_ELSE = re.compile(r" *- else:(?:\s|$)")
_REST = re.compile(r" *- (?:text|next|else|because|happens|follows|breaks):(?:\s|$)")
"""What goes on with an item, and hardly ever begins one."""
_NAMED = re.compile(r"[\w-]+: \S")


def cause_alone(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Put the lines that are out of place where all that follows from them was reported. `read` reads another text in
    the file's place."""
    if len(findings.text) > LONGEST:
        return
    trials, causes = Trials(read, min(_MOST_TRIES, _MOST_READ // len(findings.text))), list[Problem]()
    state, found = State(findings), findings.found
    while len(causes) < _MOST_CAUSES:
        best = _best(trials, state)
        if best is None:
            break
        causes.append(said(findings, best))
        state = best.state
        known = {(each.code, each.place.line): each for each in found}
        found = [known.get((each.code, each.place.line), each) for each in state.found]
    if causes:
        findings.found = sorted((*causes, *found), key=lambda each: each.place)


def _best(trials: Trials, state: State) -> Try | None:
    """The way of writing one line that puts most right; None if there is none, or two that do as well, or not
    all of them could be tried."""
    if named := _by_their_names(trials, state, _slips(state)):
        return named[0] if len(named) == 1 else None
    if item := lost_dash.beside_others(trials, state):
        return item
    for number in _records(state):
        best = _with_least([each for each in _tries(trials, state, number) if not left_around(each)])
        if len(best) == 1:
            return best[0]
    inside = caught(state)
    alone = [(each.code, each.meant) for each in state.errors] == [("unknown-key", None)]  # which may be a whole scene
    if not inside and not alone and not _suspicious(state):
        return None
    if together := _moved_together(trials, state, _wrong(state)[:_MOST_BLOCKS]):
        return together
    if alone:
        return None  # it says itself where it belongs
    wrong, lines = _wrong(state)[:_MOST_LINES], state.lines
    groups = [(each, moved.above(lines, each), moved.below(lines, each)) for each in wrong]
    if named := _by_their_names(trials, state, dict.fromkeys(each for group in groups for each in group if each)):
        return named[0] if len(named) == 1 else None
    tried: list[Try] = []
    seen = {0}
    for group in (*groups, *((each,) for each in inside)):
        for number in group:
            if number not in seen:
                seen.add(number)
                tried += (each for each in _tries(trials, state, number) if not left_around(each))
        if any(not each.left for each in tried):
            break  # nothing is wrong any more, and so it was here
    if not any(not each.left for each in tried) and (text := _as_text(trials, state)):
        return text
    best = _with_least(tried)
    return best[0] if len(best) == 1 and not trials.spent else None


def _by_their_names(trials: Trials, state: State, numbers: Iterable[int]) -> list[Try]:
    """The ways of writing the first of these lines that is right with another name."""
    found = ([each for each in _misspelt(trials, state, number) if not left_around(each)] for number in numbers)
    return next(filter(None, found), [])


def _with_least(tried: Sequence[Try]) -> list[Try]:
    """Those with which least is wrong."""
    least = min((each.left for each in tried), default=0)
    return [each for each in tried if each.left == least]


def _wrong(state: State) -> list[int]:
    """The lines at which something is wrong: first those where it stands, then those that only name something. Of
    fields that stand there twice, one below the other, the first speaks for all."""
    follow = [each for each in state.errors if each.code in _FOLLOWS]
    lines = {each.place.line for each in follow}
    naming = lines - {each.place.line for each in follow if each.code not in _NAMING}
    twice = {each.place.line for each in follow if each.code == "duplicate-key"}
    lines -= {each for each in twice if moved.above(state.lines, each) in twice}
    return sorted(lines, key=lambda line: (line in naming, line))


def _slips(state: State) -> list[int]:
    """The lines that begin with the misspelt name of a field, of which it is not said already: they may have been
    taken for a part of the text above them."""
    said = {each.place.line for each in state.errors if each.code == "unknown-key" and each.meant}
    slips = (each for each, line in enumerate(state.lines, 1) if is_field_with_a_slip(line) and each not in said)
    return [*islice(slips, _MOST_LINES)] if state.errors else []


def _records(state: State) -> list[int]:
    """The lines at which something is wrong and that hold a record in braces behind its id."""
    wrong = sorted({each.place.line for each in state.errors})
    return [each for each in wrong if is_record(state.lines[each - 1])][:_MOST_CAUSES]


def _suspicious(state: State) -> bool:
    """Whether it looks as if something followed from a line out of place."""
    if [each.code for each in state.errors] == ["unknown-key"]:
        return False
    left = [each for each in state.errors if not each.meant or (each.meant.ask and each.code in _LAYOUT)]
    if any(each.code == "missing" and _another_item(state.lines, each) for each in state.errors):
        return True
    lacking = {each.place.line for each in left if each.code == "missing"}
    return any(each.code in _LAYOUT for each in left) or len(lacking) > 1


def _another_item(lines: list[str], problem: Problem) -> bool:
    """Whether an item lacks something right above or below which the rest of it may stand behind a dash of its own."""
    number = problem.place.line
    line, under = lines[number - 1], moved.below(lines, number)
    if _ELSE.match(line):
        return True
    dashed = under and lines[under - 1].startswith(f"{begin(line).partition('-')[0]}- ")
    if "-" not in begin(line) or not dashed:
        return False
    name = lines[under - 1].lstrip(" -").partition(":")[0]
    return _REST.match(lines[under - 1]) is not None or f"{name}: is missing" in problem.message


def caught(state: State) -> list[int]:
    """The lines that begin a field and stand in a text, where something is missing that may be there."""
    if not any(each.code in _LACKING for each in state.errors):
        return []
    inside = (each for line, value in state.outline.texts() for each in range(line + 1, value.last + 1))
    fields = (each for each in inside if state.lines[each - 1].lstrip(" -").partition(":")[0] in NAMES)
    return [each for each, _ in zip(fields, range(_MOST_LINES), strict=False) if begins_field(state.lines[each - 1])]


def _tries(trials: Trials, state: State, number: int) -> Iterator[Try]:
    """The line of that number as it may have been meant, where nothing new is wrong then."""
    line = state.lines[number - 1]
    body = line[len(begin(line)) :]
    if not body or body[0] in "#}])" or _lacks_only_its_colon(state, number):
        return
    for other in _forms(state.lines, number, body):
        yield from made(trials, state, [Edit(number, line, other)])


def _misspelt(trials: Trials, state: State, number: int) -> Iterator[Try]:
    """The line of that number with the name that was probably meant, in line with the one above it or below it: two
    things may be wrong with one line."""
    line = state.lines[number - 1]
    body = line[len(begin(line)) :]
    name = body.partition(":")[0]
    right = nearest(name, NAMES) if name not in NAMES and _NAMED.match(body) else ""
    around = (moved.above(state.lines, number), moved.below(state.lines, number) or number)
    for column in sorted({len(begin(state.lines[each - 1])) for each in around} - {len(begin(line))}) if right else ():
        yield from made(trials, state, [Edit(number, line, f"{' ' * column}{right}{body[len(name) :]}")])


def _as_text(trials: Trials, state: State) -> Try | None:
    """A line that looks like a field or an item, if all is right with it as a part of the text above."""
    lines = Extents("\n".join(state.lines))
    for number in _wrong(state)[:_MOST_LINES]:
        edits = as_text(lines, number)
        after = trials.tried(state, edits) if edits else None
        if after is not None and not after.errors:
            return Try(tuple(edits), after, number)
    return None


def _all_there(before: State, after: State) -> bool:
    """Whether all names and items are there still, as far as they were known: none was lost in a text."""
    was, now = before.outline, after.outline
    names = (set(names) <= set(now.names[line]) for line, names in was.names.items() if line < was.end)
    return now.items >= was.items and all(names)


def _moved_together(trials: Trials, state: State, wrong: Sequence[int]) -> Try | None:
    """Lines that were moved together, if nothing is wrong near them where they belong; the first of them alone if that
    is enough. They may belong in several places."""
    found: list[Try] = []
    for line in wrong:
        for number in dict.fromkeys((line, moved.below(state.lines, line), moved.first_beside(state.lines, line))):
            for edits in moved.blocks(state.lines, number) if number else ():
                tried = (each for each in made(trials, state, edits) if _all_there(state, each.state))
                found += (each for each in tried if not left_around(each, hopeful=False))
        if any(not each.left for each in found):
            break
    if not found:
        return None
    found = sorted(_with_least(found), key=lambda each: len(each.edits))
    fitting = {indent(each.edit.new): each for each in reversed(found)}
    firsts = (trial for each in fitting.values() for trial in made(trials, state, each.edits[:1]))
    alone = [each for each in firsts if each.left <= found[0].left and not left_around(each)]
    if one_place(list(fitting.values()), state.lines):
        best = found[0]
        return next((each for each in alone if indent(each.edit.new) == indent(best.edit.new)), best)
    return moved_to_one(alone or list(fitting.values()), state.lines)


def _lacks_only_its_colon(state: State, number: int) -> bool:
    """Whether the name that the line begins with would be right there, if it had its colon: further in, it would be
    lost in the text above."""
    wrong = {each.code for each in state.errors if each.place.line == number}
    return wrong - {"bad-value"} == {"needs-colon"} and slips.missing_colon(state.lines[number - 1]) is not None


def is_copied(lines: list[str], number: int) -> bool:
    """Whether a line stands there twice, with all that is under it: the same lines stand right above."""
    line = lines[number - 1]
    again = range(number - 1, max(0, number - 1 - _MOST_AGAIN), -1)
    above = next((each for each in again if lines[each - 1] == line), 0) if line.strip() else 0
    many = number - above
    return above > 0 and lines[above - 1 : number - 1] == lines[number - 1 : number - 1 + many]


def _forms(lines: list[str], number: int, body: str) -> list[str]:
    """How the line may have been meant to begin."""
    line = lines[number - 1]
    if is_copied(lines, number):
        return []  # it belongs nowhere else
    own = {len(begin(line)), len(begin(line).partition("-")[0])}
    own |= {column + by for column in own for by in (-2, 2) if column + by >= 0}
    inset = sorted(columns(lines, number) | own)
    forms = [" " * column + body for column in inset]
    if begin(line).strip() or body.partition(":")[0] in NAMES:
        under = {column + by for column in inset for by in (-2, 0) if column + by >= 0}
        forms += [f"{' ' * column}- {body}" for column in sorted(under)]
    return [each for each in dict.fromkeys(forms) if each != line]
