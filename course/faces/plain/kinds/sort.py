"""The exercise kind `sort`: a statement and two sides; a list of them; or drafts in order, with a line to draw."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.decision import Decision
from course.engine.kinds.sort import DO, DONT, SortKind
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.in_lines import Asked, InLines
from course.model import Verdict
from course.model.kinds.sort import Show, Sort, Statement
from course.visit.session import Session

_SIDES = (Keyword((DO, "1", "d", "yes"), "it is a do"), Keyword((DONT, "2", "n", "don't", "no"), "it is a don't"))
_LINE = Keyword(("line", "l"), "the line runs here: what is still to come lies beyond it")


class SortInLines(InLines):
    """Statements to sort."""

    def __init__(self, session: Session, talk: Conversation, exercise: Sort) -> None:
        super().__init__(session, talk)
        self._exercise = exercise
        self._kind = SortKind(exercise)

    def ask(self, more: Sequence[Keyword]) -> Asked:
        """The statements, as the author wants them asked."""
        self._talk.say()
        if self._exercise.question:
            self._talk.say(self._exercise.question)
        ways = {Show.ONE: self._one, Show.LIST: self._list, Show.LINE: self._line}
        return ways[self._exercise.show](more)

    def weighed(self) -> None:
        """To sort is to weigh; this is never asked for."""

    def tell(self) -> None:
        """Each statement, on which side it belongs, and why."""
        made = {each.item: each for each in self._play.latest}
        several = len(made) > 1
        if several:
            right = sum(each.verdict is Verdict.DO for each in made.values())
            self._talk.say(f"{right} of {len(made)} on the side where they belong.")
        beyond = False
        for statement in self._exercise.statements:
            if statement.id not in made:
                continue
            if self._exercise.show is Show.LINE and not beyond and not statement.is_do:
                beyond = True
                self._talk.say("Here runs the line.")
            if several:
                self._read(statement)
            self._belongs(made[statement.id], statement)
        self._touched()

    def _one(self, more: Sequence[Keyword]) -> Asked:
        play = self._play
        statement = next(each for each in self._exercise.statements if each.id == play.shown()[0].item)
        self._talk.say(f"{play.turn.number + 1} of {len(self._exercise.statements)}.")
        self._read(statement)
        word = self._talk.ask("1 do, 2 don't:", _SIDES, more)
        return ((statement.id, word),) if word in (DO, DONT) else word

    def _list(self, more: Sequence[Keyword]) -> Asked:
        for statement in self._kind.arranged(self._play.order):
            if any(name == statement.id for name, _ in self._play.draft):
                continue
            self._read(statement)
            word = self._talk.ask("1 do, 2 don't:", _SIDES, more)
            if word not in (DO, DONT):
                return word
            self._session.sketch(self._kind.put(self._play.draft, statement.id, word))
        return self._play.ready() or ()

    def _line(self, more: Sequence[Keyword]) -> Asked:
        """The best first, then the next best; the line is drawn on the way. Nothing is kept before all have a place."""
        kind, talk = self._kind, self._talk
        left = dict(enumerate(kind.arranged(self._play.order), 1))
        for number, statement in left.items():
            talk.say(f"{number}. {statement.say}")
        draft, drawn, placed = kind.start(self._play.order), False, 0
        while left:
            which = "the next best" if placed else "the best"
            question = f"Which is {which}?" + ("" if drawn else " Or say line, if the rest lies beyond it.")
            answers = [Keyword((str(number),), each.say) for number, each in left.items()]
            word = talk.ask(question, answers if drawn else [*answers, _LINE], more)
            if word != "line" and not word.isdecimal():
                return word
            name = None if word == "line" else left.pop(int(word)).id
            draft = kind.move(draft, kind.rows(draft).index(name), placed + drawn)
            drawn, placed = drawn or name is None, placed + (name is not None)
        self._session.sketch(draft)
        return self._play.ready() or ()

    def _read(self, statement: Statement) -> None:
        self._talk.prose(statement.given)
        self._talk.say(statement.say)

    def _belongs(self, decision: Decision, statement: Statement) -> None:
        side = "do" if statement.is_do else "don't"
        wrong = decision.verdict is not Verdict.DO
        self._talk.say(f"It is a {side}, {'and you said otherwise' if wrong else 'as you said'}.")
        self._talk.prose(statement.because)
