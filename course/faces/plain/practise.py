"""Practise again in plain lines: one scene after the other, each for one rule that was missed elsewhere."""

from __future__ import annotations

from datetime import date

from course.engine.play import Phase
from course.faces.plain import kinds, scene
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.differ import DIFFER, differ
from course.faces.plain.learner import Learner
from course.model import Side
from course.model.record import replace
from course.progress.practice import Due
from course.system import paths
from course.visit import settings
from course.visit.due import due_now
from course.visit.session import Session
from course.visit.settings import Settings
from course.words import sentences

_FORECASTS = (
    Keyword(("a", "assertive"), "it will come across as assertive"),
    Keyword(("p", "pushy"), "it will come across as pushy"),
    Keyword(("t", "think", "think again"), "put it back and choose anew"),
)
_ON = Keyword(("on", ""), "go on")
_HOME = Keyword(("home",), "enough for today")


def due(learner: Learner) -> tuple[Due, ...]:
    """What there is to practise."""
    return due_now(learner.folder, learner.journal, learner.settings)


def tell(learner: Learner) -> Learner:
    """All that is due, until the learner has had enough. Whoever asks for it wants it offered. Raises InputEnded."""
    learner = _remember(learner, replace(learner.settings, practice=True))
    found = due(learner)
    if not found:
        learner.talk.say("Nothing is due today. What you missed is offered here when its day comes.")
        learner.talk.say()
    for each in found:
        if not _one(learner, each):
            break
    return learner


def never(learner: Learner) -> Learner:
    """Not offered again."""
    learner.talk.say("It will not be offered again. The word practise brings it back.")
    return _remember(learner, replace(learner.settings, practice=False))


def ask_interview(learner: Learner) -> Learner:
    """The day of the next interview, to which practice is fitted. Raises InputEnded."""
    talk = learner.talk
    talk.say(f"The day that is noted: {learner.settings.interview or 'none'}.")
    said = talk.line("The day of your next interview, like 2026-11-27; an empty line means none:")
    try:
        interview = date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        talk.say(f'"{said}" is no day, so nothing has changed.')
        return learner
    talk.say("Noted." if interview else "No day is noted.")
    return _remember(learner, replace(learner.settings, interview=interview))


def _remember(learner: Learner, chosen: Settings) -> Learner:
    if chosen != learner.settings:
        problem = settings.save(paths.settings_file(), chosen)
        if problem:
            learner.talk.say(problem)
    return replace(learner, settings=chosen)


def _one(learner: Learner, each: Due) -> bool:
    """One scene; whether to go on."""
    talk, course = learner.talk, learner.folder.course
    scenario = learner.folder.open(each.scenario)
    assert scenario is not None  # it was open a moment ago
    extra_minute = learner.settings.extra_minute and course.extra_minute
    session = Session.practise(
        course,
        scenario,
        learner.journal,
        rule=each.rule,
        seed=learner.seed(),
        extra_minute=extra_minute,
        at=each.scene,
    )
    talk.say(sentences.practice_intro(scenario.head))
    scene.tell(session.play, talk)
    if not _sent(session, learner):
        return False
    kinds.kind(session.play).tell(session.play, talk)
    while True:
        word = talk.ask("Enter to go on:", [_ON], [DIFFER, _HOME] if session.play.latest else [_HOME])
        talk.say()
        if word != "differ":
            return word == "on"
        differ(session, talk)


def _sent(session: Session, learner: Learner) -> bool:
    """Ask until something is sent; False when the learner has had enough instead."""
    talk = learner.talk
    while session.play.phase is not Phase.SHOWN:
        kind = kinds.kind(session.play)
        answers = kind.ask(session, talk, [_HOME])
        talk.say()
        if isinstance(answers, str):
            return False
        _say(talk, session.choose(*answers))
        if session.play.phase is not Phase.WEIGHING:
            continue
        kind.weighed(session.play, talk)
        word = talk.ask("How will it come across? a assertive, p pushy, t think again:", _FORECASTS, [_HOME])
        talk.say()
        if word == "home":
            return False
        if word == "t":
            session.think_again()
        else:
            _say(talk, session.send(Side.ASSERTIVE if word == "a" else Side.PUSHY))
    return True


def _say(talk: Conversation, notice: str) -> None:
    if notice:
        talk.say(notice)
