"""Messages and rules as lines of text."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.faces.plain.conversation import Conversation
from course.model import Course, Message, Rule
from course.words import media, sentences


def messages(arriving: Iterable[Message], talk: Conversation) -> None:
    """What arrives, from whom, and what it says."""
    for message in arriving:
        if not (message.medium.traits.wordless and message.text):
            talk.say(media.intro(message))
        talk.prose(message.text)


def rules(touched: Iterable[Rule], broken: Collection[str], course: Course, talk: Conversation) -> None:
    """A rule that was broken says what not to do; then each says what to do."""
    for rule in touched:
        pair = course.pair(rule.pair)
        if rule.id in broken:
            talk.say(sentences.rule_dont(rule, pair))
        talk.say(sentences.rule_do(rule, pair))
