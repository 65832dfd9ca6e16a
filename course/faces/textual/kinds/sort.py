"""The exercise kind `sort`: a statement and two sides; a list of them; or drafts to order, with a line to draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from course.engine.decision import Decision
from course.engine.kinds.sort import DO, DONT, arranged
from course.engine.outcome import Answer
from course.engine.play import Play
from course.faces.textual.blocks import Block, Gap, Option, Row, Text
from course.faces.textual.blocks.option import option
from course.faces.textual.kinds.common import ready, rules
from course.faces.textual.kinds.values import Answered, Sketched
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model.kinds.sort import Show, Sort, Statement

_NAMES = {DO: "Do", DONT: "Don't"}
_LINE = "─── here runs the line ───"


def places(_play: Play) -> int:
    """One goes from row to row with the pointer."""
    return 0


def blocks(play: Play, at: int, after: int) -> Iterable[Block]:
    """The statements, as the author wants them shown."""
    exercise = cast("Sort", play.scene.body)
    if exercise.ask:
        yield Text(plain(exercise.ask).stylize("bold"))
    if exercise.show is Show.ONE:
        yield from _one(play, exercise, after)
    elif exercise.show is Show.LIST:
        yield from _list(play, exercise, after)
    else:
        yield from _line(play, exercise, at)


def weighed(_play: Play) -> Iterable[Block]:
    """To sort is to weigh; this is never asked for."""
    return ()


def shown(play: Play) -> Iterable[Block]:
    """Each statement, on which side it belongs, and why."""
    exercise = cast("Sort", play.scene.body)
    statements = {each.id: each for each in exercise.statements}
    latest = play.latest
    if exercise.show is Show.ONE:
        yield from _statement(statements[latest[0].item])
        yield from _belongs(latest[0], statements[latest[0].item])
        yield rules(play, latest)
        return
    right = sum(not (each.breaks or each.misses) for each in latest)
    yield Text(plain(f"{right} of {len(latest)} on the side where they belong.").stylize("bold"))
    placed = {each.item: number for number, each in enumerate(latest, 1)}
    made = sorted(latest, key=lambda each: list(statements).index(each.item)) if exercise.show is Show.LINE else latest
    beyond = False
    for number, each in enumerate(made, 1):
        statement = statements[each.item]
        if exercise.show is Show.LINE and not beyond and not statement.is_do:
            beyond = True
            yield Text(plain(_LINE).stylize("$soft"))
        yield from _statement(statement, after=0)
        where = f"   You had it {_nth(placed[each.item])}." if exercise.show is Show.LINE else ""
        yield from _belongs(each, statement, where if placed[each.item] != number else "")
    yield rules(play, latest)


def _one(play: Play, exercise: Sort, after: int) -> Iterable[Block]:
    total = len(exercise.statements)
    outcomes = play.shown()
    statement = next(each for each in exercise.statements if each.id == outcomes[0].item)
    yield Text(plain(f"{play.turn.number + 1} of {total}").stylize("$soft"), after=0)
    yield Gap()
    yield from _statement(statement)
    for number, outcome in enumerate(outcomes, 1):
        yield option(str(number), plain(_NAMES[outcome.answer[1]]), Answered((outcome.answer,)), after=after)


def _list(play: Play, exercise: Sort, after: int) -> Iterable[Block]:
    sides = {each[0]: each[1] for each in play.draft}
    for number, each in enumerate(arranged(exercise, play.order), 1):
        side = sides.get(each.id)
        other = DONT if side == DO else DO
        draft = tuple({**sides, each.id: other}.items())
        mark = assemble((_NAMES[side], "bold")) if side else plain("·").stylize("$soft")
        yield Option(_key(number), _rows(each), Sketched(draft, -1, number - 1), mark, after)
    yield Gap()
    yield from ready(play, "Done: show me", after)
    if play.ready() is None:
        yield Text(plain("A number puts a statement with the dos; once more, with the don'ts.").stylize("$soft"))


def _line(play: Play, exercise: Sort, at: int) -> Iterable[Block]:
    """Rows to pick up and put down; one of them is the line. `at` is the row in hand."""
    statements = {each.id: each for each in exercise.statements}
    rows = _with_line(play.draft)
    held = 0 <= at < len(rows)
    for number, name in enumerate(rows, 1):
        value = _step(play, rows, at, number - 1)
        hand = plain("in your hand").stylize("bold $assertive") if number - 1 == at else plain("")
        text = [Row(plain(_LINE).stylize("$soft"))] if name is None else _rows(statements[name])
        yield Option(_key(number), text, value, hand, after=1)
    if held:
        yield Text(plain("Where to? Press the number of the place.").stylize("$soft"))
    else:
        yield Text(plain("Best first. Press a number to pick a row up, and another to put it there.").stylize("$soft"))
        yield from ready(play, "Done: show me", 0)


def _step(play: Play, rows: Sequence[str | None], at: int, row: int) -> Sketched:
    """Put the row in hand down there; or take this one up."""
    if 0 <= at < len(rows):
        return Sketched(_moved(rows, at, row), -1, row)
    return Sketched(play.draft, row, row)


def _with_line(draft: Sequence[Answer]) -> list[str | None]:
    """The drafts in order, and None where the line runs."""
    over = sum(side == DO for _, side in draft)
    names: list[str | None] = [name for name, _ in draft]
    return [*names[:over], None, *names[over:]]


def _moved(rows: Sequence[str | None], start: int, to: int) -> tuple[Answer, ...]:
    """The draft, once the row `start` has been put at `to`."""
    moved = list(rows)
    moved.insert(to, moved.pop(start))
    over = moved.index(None)
    return tuple((name, DO if place < over else DONT) for place, name in enumerate(moved) if name is not None)


def _rows(statement: Statement) -> list[Row]:
    given = [Row(plain(statement.given).stylize("$soft"))] if statement.given else []
    return [*given, Row(plain(statement.say))]


def _key(number: int) -> str:
    return str(number) if number < 10 else " "


def _statement(statement: Statement, after: int = 1) -> Iterable[Block]:
    if statement.given:
        yield Text(prose(statement.given))
    yield Text(plain(statement.say).stylize("italic"), bar="$faint", after=after)


def _belongs(decision: Decision, statement: Statement, more: str = "") -> Iterable[Block]:
    side = "Do" if statement.is_do else "Don't"
    wrong = decision.breaks or decision.misses
    said = f", and you said {'do' if side != 'Do' else 'don' + chr(39) + 't'}" if wrong else ", as you said"
    style = f"bold {SIDE_STYLE[decision.side]}"
    mark = "✗" if wrong else "✓"
    yield Text(assemble((f"{mark} {side}", style), (said + "." + more, "$soft")), after=0)
    yield Text(prose(statement.because))


def _nth(number: int) -> str:
    return ("first", "second", "third", "fourth", "fifth", "sixth")[number - 1] if number <= 6 else f"{number}th"
