"""What is said of practice, in every face: what it is about, what it rests on, and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from course.model import Head, Rule, Side
from course.words import say

if TYPE_CHECKING:  # home offers practice, and knows nothing of how a scenario is played
    from course.engine.play import Play


def intro(head: Head) -> str:
    """Where a scene that is practiced by itself comes from."""
    if head.other:
        return say("practice.out-of-with", title=head.title, other=head.other)
    return say("practice.out-of", title=head.title)


def about(rule: Rule) -> str:
    """Which rule is practiced, in its own words."""
    return say("practice.rule", do=rule.do)


def known(play: Play) -> str:
    """What is known before the question; `""` where that is nothing."""
    from course.engine.known import facts_known

    facts = [each.fact.rstrip(".") for each in facts_known(play)]
    return say("practice.known", facts=say("practice.between").join(facts)) if facts else ""


def outcome(play: Play, rule: Rule, *, held: bool) -> str:
    """How the rule went, and that no score has moved. One can keep to it and come across wrong all the same."""
    from course.engine import judging

    if not held:
        return say("practice.not-held", do=rule.do)
    well = judging.worst(each.side for each in play.latest) is Side.RIGHT
    return say("practice.held" if well else "practice.held-alone", do=rule.do)


def offer(count: int) -> str:
    """What home says when rules are due."""
    return say("practice.offer", n=count)


def better(rules: Sequence[Rule]) -> str:
    """What practice has bettered, the latest first; `""` where that is nothing."""
    return say("home.better", n=len(rules), do=rules[0].do) if rules else ""
