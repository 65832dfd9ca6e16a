"""How a scene, and what the other options would have led to, read as lines of text."""

from __future__ import annotations

from course.engine import debrief
from course.engine.debrief import Option
from course.engine.decision import Decision, scene_title
from course.engine.play import Play
from course.faces.plain.conversation import Conversation
from course.faces.plain.lines import messages, rules
from course.model import Course
from course.words import sentences


def tell(play: Play, talk: Conversation) -> None:
    """Where and when we are, what has been sent so far, what arrives, and what there is to read."""
    head = play.scenario.head
    talk.say(_heading(scene_title(play.scene), "" if play.flipped else sentences.when(head, play.day)))
    contacts = sentences.contacts_sentence(head, play.contacts)
    if contacts and not play.flipped:
        talk.say(contacts)
    messages(play.scene.arrives, talk)
    talk.prose(play.scene.text)


def tell_others(play: Play, decision: Decision, talk: Conversation) -> None:
    """What each option not taken would have led to, and why."""
    others = [option for option in debrief.options(play, decision) if not option.taken]
    for number, option in enumerate(others):
        if number:
            talk.say()
        _option(option, play.course, talk)


def _option(option: Option, course: Course, talk: Conversation) -> None:
    talk.say(f"Or: {sentences.said(course, option.outcome)}")
    talk.prose(option.outcome.happens)
    messages(option.outcome.arrives, talk)
    talk.say(f"It would land {sentences.landing(option.side)}.")
    talk.prose(option.outcome.because)
    rules(option.rules, option.outcome.breaks, course, talk)


def _heading(title: str, day: str) -> str:
    """The title and the day, unless the title only says the day again."""
    if day.startswith(title):
        return f"{day}."
    return f"{title}. {day}." if day else f"{title}."
