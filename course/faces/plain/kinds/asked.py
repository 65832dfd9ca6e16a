"""What asking gives: answers to send, or a word that every prompt understands. And what all kinds say alike."""

from __future__ import annotations

from course.engine import debrief
from course.engine.outcome import Answer
from course.engine.play import Play
from course.faces.plain.conversation import Conversation
from course.faces.plain.lines import rules
from course.model import Rule
from course.words import sentences

Asked = tuple[Answer, ...] | str
"""The answers to send, or the first word of one of the answers that every prompt understands."""


def touched(play: Play, talk: Conversation) -> None:
    """The rules that were at stake, each once."""
    known = play.course.all_rules()
    found: dict[str, Rule] = {}
    for decision in play.latest:
        found.update({rule.id: rule for rule in debrief.touched(decision, known)})
    warned = {rule for each in play.latest for rule in (*each.breaks, *each.avoids)}
    rules(found.values(), warned, play.course, talk)


def landing(play: Play, talk: Conversation, what: str) -> None:
    """Where all of it landed together."""
    talk.say(sentences.landing_together(play.latest, what))
