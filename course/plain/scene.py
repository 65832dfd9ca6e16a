"""How a scene, a message, a rule and a consequence read as lines of text."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course import wording
from course.model import Course, Medium, Message, Rule
from course.plain.talk import Talk
from course.playing import debrief
from course.playing.debrief import Option
from course.playing.decision import Decision, scene_title
from course.playing.story import Play


def tell(play: Play, talk: Talk) -> None:
    """Where and when we are, what has been sent so far, what arrives, and what there is to read."""
    head = play.scenario.head
    talk.say(_heading(scene_title(play.scene), wording.day_name(head, play.day)))
    contacts = wording.contacts_sentence(head, play.contacts)
    if contacts:
        talk.say(contacts)
    _messages(play.scene.arrives, talk)
    talk.prose(play.scene.text)


def tell_consequence(play: Play, talk: Talk) -> None:
    """What happened, where it landed, why, and the rules with their pairs."""
    outcome, decision = play.pending, play.last
    assert outcome is not None
    assert decision is not None
    talk.prose(outcome.happens)
    _messages(outcome.arrives, talk)
    talk.say(wording.landing_sentence(decision))
    talk.prose(outcome.because)
    _rules(debrief.touched(outcome, play.course.all_rules()), outcome.breaks, play.course, talk)


def tell_others(play: Play, decision: Decision, talk: Talk) -> None:
    """What each option not taken would have led to, and why."""
    scene = play.scenario.scenes[decision.scene]
    others = [option for option in debrief.options(play, scene, decision.answer) if not option.taken]
    for number, option in enumerate(others):
        if number:
            talk.say()
        _option(option, play.course, talk)


def _option(option: Option, course: Course, talk: Talk) -> None:
    talk.say(f"Or: {option.outcome.said}")
    talk.prose(option.outcome.happens)
    _messages(option.outcome.arrives, talk)
    talk.say(f"It would land {wording.landing(option.side)}.")
    talk.prose(option.outcome.because)
    _rules(option.rules, option.outcome.breaks, course, talk)


def _heading(title: str, day: str) -> str:
    """The title and the day, unless the title only says the day again."""
    return f"{day}." if day.startswith(title) else f"{title}. {day}."


def _messages(messages: Iterable[Message], talk: Talk) -> None:
    for message in messages:
        if message.medium is not Medium.SILENCE or not message.text:
            talk.say(wording.message_intro(message))
        talk.prose(message.text)


def _rules(rules: Iterable[Rule], broken: Collection[str], course: Course, talk: Talk) -> None:
    """A rule that was broken says what not to do; then each says what to do."""
    for rule in rules:
        pair = course.pair(rule.pair)
        if rule.id in broken:
            talk.say(wording.rule_dont(rule, pair))
        talk.say(wording.rule_do(rule, pair))
