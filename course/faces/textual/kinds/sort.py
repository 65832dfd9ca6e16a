"""The exercise kind `sort`: a statement and two sides; a list of them; or drafts to order, with a line to draw."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course.engine.decision import Decision
from course.engine.kinds.sort import DO, DONT, SortKind
from course.engine.play import Play
from course.engine.telling import tell
from course.faces.textual.blocks import Asks, Block, Gap, Option, Row, Text, digit, option
from course.faces.textual.kinds.on_screen import Answered, OnScreen, Sketched, Space
from course.faces.textual.text import HERE, assemble, plain, point_out, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Verdict
from course.model.kinds.sort import Show, Sort, Statement
from course.words import say, sentences


class SortOnScreen(OnScreen):
    """Statements to sort. One goes from row to row with the pointer; of drafts on a line one is in hand."""

    def __init__(self, play: Play, exercise: Sort) -> None:
        super().__init__(play)
        self._exercise = exercise
        self._kind = SortKind(exercise)
        self._statements = {each.id: each for each in exercise.statements}

    def blocks(self, at: int, space: Space) -> Iterable[Block]:  # noqa: ARG002 (statements fit as they do)
        """The statements, as the author wants them shown. On a line, `at` is the row in hand."""
        if self._exercise.question:
            yield Asks()
            yield Text(plain(self._exercise.question).stylize("bold"))
        if self._exercise.show is Show.ONE:
            yield from self._one()
        elif self._exercise.show is Show.LIST:
            yield from self._list()
        else:
            yield from self._line(at)

    def weighed(self) -> Iterable[Block]:
        """To sort is to weigh; this is never asked for."""
        return ()

    def shown(self) -> Iterable[Block]:
        """Each statement, on which side it belongs, and why."""
        statements, latest = self._statements, self._play.latest
        lined = self._exercise.show is Show.LINE
        if self._exercise.show is Show.ONE:
            yield from _statement(statements[latest[0].item])
            yield from self._belongs(latest[0], statements[latest[0].item])
            yield self._rules()
            return
        right = sum(each.verdict is Verdict.DO for each in latest)
        yield Text(plain(say("sort.right", got=right, of=len(latest))).stylize("bold"))
        placed = {each.item: number for number, each in enumerate(latest, 1)}
        made = sorted(latest, key=lambda each: list(statements).index(each.item)) if lined else latest
        beyond = False
        for number, each in enumerate(made, 1):
            statement = statements[each.item]
            if lined and not beyond and not statement.is_do:
                beyond = True
                yield Text(_line())
            yield from _statement(statement, after=0)
            had_it = placed[each.item]
            where = say("sort.had-it", nth=_nth(had_it)) if lined and had_it != number else ""
            yield from self._belongs(each, statement, where)
        yield self._rules()

    def _belongs(self, decision: Decision, statement: Statement, more: str = "") -> Iterable[Block]:
        side, right = self._side(DO if statement.is_do else DONT), decision.verdict is Verdict.DO
        style = f"bold {SIDE_STYLE[decision.side]}" if right or not decision.off_the_line else "bold"
        if right:
            sign, said = "✓ ", say("sort.as-said", side=HERE)
        else:
            sign, said = "✗ ", say("sort.otherwise", side=HERE, said=self._side(decision.answer[1]))
        where = (f"   {more}" if more else "", "$soft")
        yield Text(assemble((sign, style), point_out(said, side, style, "$soft"), where), after=0)
        yield Text(prose(tell(statement.because, self._play.past)))

    def _side(self, side: str) -> str:
        return sentences.sort_side(self._exercise, side)

    def _one(self) -> Iterable[Block]:
        outcomes = self._play.shown()
        count = say("sort.number", number=self._play.turn.number + 1, of=len(self._statements))
        yield Text(plain(count).stylize("$soft"), after=0)
        yield Gap()
        yield Asks()
        yield from _statement(self._statements[outcomes[0].item])
        for number, outcome in enumerate(outcomes, 1):
            yield option(digit(number), plain(self._side(outcome.answer[1])), Answered((outcome.answer,)), airy=True)

    def _list(self) -> Iterable[Block]:
        play = self._play
        sides = {each[0]: each[1] for each in play.draft}
        for number, each in enumerate(self._kind.arranged(play.order), 1):
            side = sides.get(each.id)
            draft = self._kind.put(play.draft, each.id, DONT if side == DO else DO)
            mark = assemble((self._side(side), "bold")) if side else plain("·").stylize("$soft")
            yield Option(digit(number), _rows(each), Sketched(draft, -1, number - 1), mark, airy=True)
        yield Gap()
        yield from self._ready(say("sort.done"))
        if play.ready() is None:
            yield Text(plain(say("sort.how-list")).stylize("$soft"))

    def _line(self, at: int) -> Iterable[Block]:
        """Rows to pick up and put down; one of them is the line. `at` is the row in hand."""
        rows = self._kind.rows(self._play.draft)
        held = 0 <= at < len(rows)
        for row, name in enumerate(rows):
            hand = plain(say("sort.in-hand")).stylize("bold $right") if row == at else plain("")
            text = [Row(_line())] if name is None else _rows(self._statements[name])
            yield Option(digit(row + 1), text, self._step(at if held else None, row), hand, after=1)
        if held:
            yield Text(plain(say("sort.where-to")).stylize("$soft"))
        else:
            yield Text(plain(say("sort.how-line")).stylize("$soft"))
            yield from self._ready(say("sort.done"))

    def _step(self, held: int | None, row: int) -> Sketched:
        """Put the row in hand down there; or take this one up."""
        if held is None:
            return Sketched(self._play.draft, row, row)
        return Sketched(self._kind.move(self._play.draft, held, row), -1, row)


def _rows(statement: Statement) -> list[Row]:
    given = [Row(plain(statement.given).stylize("$soft"))] if statement.given else []
    return [*given, Row(plain(statement.say))]


def _statement(statement: Statement, after: int = 1) -> Iterable[Block]:
    if statement.given:
        yield Text(prose(statement.given))
    yield Text(plain(statement.say).stylize("italic"), bar="$faint", after=after)


def _line() -> Content:
    return plain(f"─── {say('sort.line')} ───").stylize("$soft")


def _nth(number: int) -> str:
    return say(f"nth.{number}") if number <= 6 else say("sort.nth", n=number)
