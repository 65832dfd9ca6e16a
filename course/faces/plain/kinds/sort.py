"""The exercise kind `sort`: a statement and two sides; a list of them; or drafts in order, with a line to draw."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.decision import Decision
from course.engine.kinds.sort import DO, DONT, SortKind
from course.engine.telling import tell
from course.faces.plain.conversation import Conversation, Keyword, Named, numbered
from course.faces.plain.kinds.in_lines import BACK, Asked, InLines
from course.model import Verdict
from course.model.kinds.sort import Show, Sort, Statement
from course.visit.session import Session
from course.words import listed, say, sentences

_SIDES = {"plain.answer.do": DO, "plain.answer.dont": DONT}
"""What may be typed for either side, by the ids of the words."""
_LINE = Keyword("plain.answer.line", "plain.sort.line.about")
_DRAWN = 0
"""Stands for the line among the numbers of drafts."""


class SortInLines(InLines):
    """Statements to sort."""

    def __init__(self, session: Session, talk: Conversation, exercise: Sort) -> None:
        super().__init__(session, talk)
        self._exercise = exercise
        self._kind = SortKind(exercise)
        self._picked: list[int] = []
        """The numbers of the drafts in the order in which they were picked here, and where the line was drawn."""

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
            self._talk.say(say("plain.sort.score", got=right, of=len(made)))
        beyond = False
        for statement in self._exercise.statements:
            if statement.id not in made:
                continue
            if self._exercise.show is Show.LINE and not beyond and not statement.is_do:
                beyond = True
                self._talk.say(say("plain.sort.line-here"))
            if several:
                self._read(statement)
            self._belongs(made[statement.id], statement)
        self._touched()

    def _one(self, more: Sequence[Keyword]) -> Asked:
        play = self._play
        statement = next(each for each in self._exercise.statements if each.id == play.shown()[0].item)
        number, of = play.turn.number + 1, len(self._exercise.statements)
        self._talk.say(say("plain.sort.number", number=number, of=of))
        self._read(statement)
        word = self._which_side(more)
        return ((statement.id, _SIDES[word]),) if word in _SIDES else word

    def _which_side(self, more: Sequence[Keyword]) -> str:
        first, second = (sentences.sort_side(self._exercise, side) for side in (DO, DONT))
        sides = [self._side(name, number) for number, name in enumerate(_SIDES, 1)]
        return self._talk.ask(say("plain.sort.prompt", first=first, second=second), sides, more)

    def _side(self, name: str, number: int) -> Named:
        """One of the two sides: the number that the prompt names, what it is called, and the words for do and don't."""
        side = sentences.sort_side(self._exercise, _SIDES[name])
        ours = [each for each in listed(say(name)) if each != str(number)]
        return Named(name, (str(number), side, *ours), say("plain.sort.side.about", side=side))

    def _list(self, more: Sequence[Keyword]) -> Asked:
        """One statement after the other; one back to the one before."""
        says = {each.id: each for each in self._kind.arranged(self._play.order)}
        for name, side in self._play.draft:
            side_name = sentences.sort_side(self._exercise, side)
            self._talk.say(say("plain.sort.so-far", side=side_name, said=says[name].say))
        while left := [each for name, each in says.items() if all(name != put for put, _ in self._play.draft)]:
            draft = self._play.draft
            self._read(left[0])
            word = self._which_side(self._back_here(more) if draft else more)
            if word == BACK.name and draft:
                self._session.sketch(draft[:-1])
            elif word not in _SIDES:
                return word
            else:
                self._session.sketch(self._kind.put(draft, left[0].id, _SIDES[word]))
        return self._play.ready() or ()

    def _line(self, more: Sequence[Keyword]) -> Asked:
        """The best first, then the next best; the line is drawn on the way. Nothing is kept before all have a place."""
        talk, picked = self._talk, self._picked
        shown = dict(enumerate(self._kind.arranged(self._play.order), 1))
        for number, statement in shown.items():
            talk.say(say("plain.numbered", number=number, thing=statement.say))
        if picked:
            so_far = say("plain.prompt.between").join(str(number or _LINE.word) for number in picked)
            talk.say(say("plain.sort.line-so-far", numbers=so_far))
        while left := {number: each for number, each in shown.items() if number not in picked}:
            question = say("plain.sort.next-best") if set(picked) - {_DRAWN} else say("plain.sort.best")
            if _DRAWN not in picked:
                question = f"{question} {say('plain.sort.or-line', line=_LINE.word)}"
            answers = [numbered(number, say("plain.numbered.about")) for number in left]
            word = talk.ask(
                question,
                answers if _DRAWN in picked else [*answers, _LINE],
                self._back_here(more) if picked else more,
            )
            if word == BACK.name and picked:
                number = picked.pop()
                talk.say(say("plain.taken-back", what=shown[number].say if number else _LINE.word))
            elif word != _LINE.name and not word.isdecimal():
                return word
            else:
                picked.append(_DRAWN if word == _LINE.name else int(word))
        draft = self._kind.start(self._play.order)
        for place, number in enumerate(picked):
            draft = self._kind.move(draft, self._kind.rows(draft).index(shown[number].id if number else None), place)
        self._session.sketch(draft)
        return self._play.ready() or ()

    def _read(self, statement: Statement) -> None:
        self._talk.prose(statement.given)
        self._talk.say(statement.say)

    def _belongs(self, decision: Decision, statement: Statement) -> None:
        side = sentences.sort_side(self._exercise, DO if statement.is_do else DONT)
        if decision.verdict is Verdict.DO:
            self._talk.say(say("sort.as-said", side=side))
        else:
            said = sentences.sort_side(self._exercise, decision.answer[1])
            self._talk.say(say("sort.otherwise", side=side, said=said))
        self._talk.prose(tell(statement.because, self._play.past))
