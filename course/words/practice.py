"""What is said of practice, in every face: what it is about, what it rests on, and how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from course.model import Head, Rule
from course.words import say, sentences

if TYPE_CHECKING:  # home offers practice, and knows nothing of how a scenario is played
    from course.engine.play import Play


def intro(head: Head) -> str:
    """Where a scene that is practised by itself comes from."""
    if head.other:
        return say("practice.out-of-with", title=head.title, other=head.other)
    return say("practice.out-of", title=head.title)


def about(rule: Rule) -> str:
    """Which rule is practised, in its own words."""
    return say("practice.rule", do=rule.do)


def before(play: Play) -> Iterator[str]:
    """The scene's facts, as they stand before its question: what is known, and the week so far."""
    from course.engine.known import all_known

    facts = [each.fact for each in all_known(play).facts]
    if facts:
        yield say("practice.known", facts=say("practice.between").join(facts))
    contacts = sentences.contacts_sentence(play.scenario.head, play.contacts)
    if contacts:
        yield contacts


def outcome(*, held: bool) -> str:
    """How it went, and that no score has moved."""
    return say("practice.held" if held else "practice.not-held")


def offer(count: int) -> str:
    """What home says when rules are due."""
    return say("practice.offer", n=count)


def better(rules: Sequence[Rule]) -> str:
    """What practice has bettered, the latest first; `""` where that is nothing."""
    return say("home.better", n=len(rules), do=rules[0].do) if rules else ""
