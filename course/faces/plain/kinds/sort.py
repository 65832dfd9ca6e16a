"""The exercise kind `sort`: a statement and two sides; a list of them; or drafts in order, with a line to draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from course.engine.decision import Decision
from course.engine.kinds.sort import DO, DONT, arranged
from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.asked import Asked, touched
from course.model.kinds.sort import Show, Sort, Statement
from course.visit.session import Session

_SIDES = (Keyword((DO, "1", "d", "yes"), "it is a do"), Keyword((DONT, "2", "n", "don't", "no"), "it is a don't"))
_LINE = Keyword(("line", "l"), "the line runs here: what is still to come lies beyond it")


def ask(session: Session, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    """The statements, as the author wants them asked."""
    exercise = cast("Sort", session.play.scene.body)
    talk.say()
    if exercise.ask:
        talk.say(exercise.ask)
    if exercise.show is Show.ONE:
        return _one(session.play, exercise, talk, more)
    return (_list if exercise.show is Show.LIST else _line)(session, exercise, talk, more)


def weighed(_play: Play, _talk: Conversation) -> None:
    """To sort is to weigh; this is never asked for."""


def tell(play: Play, talk: Conversation) -> None:
    """Each statement, on which side it belongs, and why."""
    exercise = cast("Sort", play.scene.body)
    made = {each.item: each for each in play.latest}
    several = len(made) > 1
    if several:
        right = sum(not (each.breaks or each.misses) for each in made.values())
        talk.say(f"{right} of {len(made)} on the side where they belong.")
    beyond = False
    for statement in exercise.statements:
        if statement.id not in made:
            continue
        if exercise.show is Show.LINE and not beyond and not statement.is_do:
            beyond = True
            talk.say("Here runs the line.")
        if several:
            _read(statement, talk)
        _belongs(made[statement.id], statement, talk)
    touched(play, talk)


def _one(play: Play, exercise: Sort, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    shown = play.shown()
    statement = next(each for each in exercise.statements if each.id == shown[0].item)
    talk.say(f"{play.turn.number + 1} of {len(exercise.statements)}.")
    _read(statement, talk)
    word = talk.ask("1 do, 2 don't:", _SIDES, more)
    return ((statement.id, word),) if word in (DO, DONT) else word


def _list(session: Session, exercise: Sort, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    for statement in arranged(exercise, session.play.order):
        if any(name == statement.id for name, _ in session.play.draft):
            continue
        _read(statement, talk)
        word = talk.ask("1 do, 2 don't:", _SIDES, more)
        if word not in (DO, DONT):
            return word
        session.sketch((*session.play.draft, (statement.id, word)))
    return session.play.ready() or ()


def _line(session: Session, exercise: Sort, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    """The best first, then the next best; the line is drawn on the way."""
    left = list(arranged(exercise, session.play.order))
    for number, statement in enumerate(left, 1):
        talk.say(f"{number}. {statement.say}")
    numbers = {str(number): statement for number, statement in enumerate(left, 1)}
    placed: list[tuple[str, str]] = []
    beyond = False
    while numbers:
        answers = [Keyword((number,), each.say) for number, each in numbers.items()]
        which = "the best" if not placed else "the next best"
        question = f"Which is {which}?" + ("" if beyond else " Or say line, if the rest lies beyond it.")
        word = talk.ask(question, answers if beyond else [*answers, _LINE], more)
        if word == "line":
            beyond = True
        elif word in numbers:
            placed.append((numbers.pop(word).id, DONT if beyond else DO))
        else:
            return word
    session.sketch(tuple(placed))
    return session.play.ready() or ()


def _read(statement: Statement, talk: Conversation) -> None:
    talk.prose(statement.given)
    talk.say(statement.say)


def _belongs(decision: Decision, statement: Statement, talk: Conversation) -> None:
    side = "do" if statement.is_do else "don't"
    wrong = decision.breaks or decision.misses
    talk.say(f"It is a {side}, {'and you said otherwise' if wrong else 'as you said'}.")
    talk.prose(statement.because)
