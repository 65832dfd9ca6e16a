"""Practise again in plain lines: one scene after the other, each for one rule that was missed elsewhere."""

from __future__ import annotations

from course import wording
from course.due import due_now
from course.journal import NotSaved
from course.journal.beside import practise
from course.model import Side
from course.plain import kinds, scene
from course.plain.learner import Learner
from course.plain.talk import Answer
from course.practice import Due
from course.session import Session

_FORECASTS = (
    Answer(("a", "assertive"), "it will come across as assertive"),
    Answer(("p", "pushy"), "it will come across as pushy"),
)
_ON = Answer(("on", ""), "go on")
_HOME = Answer(("home",), "enough for today")


def due(learner: Learner) -> tuple[Due, ...]:
    """What there is to practise."""
    return due_now(learner.shelf, learner.journal, learner.settings)


def tell(learner: Learner) -> None:
    """All that is due, until the learner has had enough. Raises Gone."""
    for each in due(learner):
        if not _one(learner, each):
            return


def _one(learner: Learner, each: Due) -> bool:
    """One scene; whether to go on."""
    talk, journal, course = learner.talk, learner.journal, learner.shelf.course
    scenario = learner.shelf.open(each.scenario)
    assert scenario is not None  # it was open a moment ago
    session = Session.start(course, scenario, journal, seed=learner.seed(), extra_minute=True, at=each.scene)
    talk.say(wording.practice_intro(scenario.head))
    scene.tell(session.play, talk)
    kind = kinds.kind(session.play)
    answers = kind.ask(session, talk, [_HOME])
    talk.say()
    if isinstance(answers, str):
        return False
    session.choose(*answers)
    kind.weighed(session.play, talk)
    word = talk.ask("How will it come across? a assertive, p pushy:", _FORECASTS, [_HOME])
    talk.say()
    if word == "home":
        return False
    session.send(Side.ASSERTIVE if word == "a" else Side.PUSHY)
    held = all(each.rule not in (*decision.breaks, *decision.misses) for decision in session.play.latest)
    try:
        practise(journal, course.id, each.scenario, each.scene, each.rule, held=held)
    except NotSaved as problem:
        talk.say(str(problem))
    kind.tell(session.play, talk)
    word = talk.ask("Enter to go on:", [_ON], [_HOME])
    talk.say()
    return word == "on"
