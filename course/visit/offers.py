"""What a learner may do next. A visit and its sessions offer it; a face shows it under keys or words of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # home offers much, and knows nothing of how a scenario is played
    from course.engine.play import Play


class Offer(StrEnum):
    """One thing a learner may do. A face that shows an offer takes its value as the id of the key or the word."""

    # At home
    CONTINUE = "continue"
    """Go on with the scenario that was left last."""
    BEGIN = "begin"
    """Open what comes next."""
    OPEN = "open"
    """Open any scenario of the list."""
    OPEN_CHAPTER = "open-chapter"
    """Open a chapter; a face that lists every scenario at once has no need of it."""
    COMPANION = "companion"
    """Take the extra minute for real."""
    PRACTICE = "practice"
    """Go through what is due to be practiced again."""
    NO_PRACTICE = "no-practice"
    """Be offered practice no more."""
    RESULTS = "results"
    ROUND_RESULTS = "round-results"
    """See the results, which the first round ends with: instead of what comes next, at its last ending and at home."""
    TAKEAWAY = "takeaway"
    SETTINGS = "settings"

    # In a scenario
    ANSWER = "answer"
    """Answer what the scene asks, or go on with what is being put together."""
    FORECAST = "forecast"
    """Say how it will come across."""
    PUT_BACK = "put-back"
    """Put back what was picked, before anything is said of it."""
    SEND = "send"
    """Send what was called something."""
    THINK_AGAIN = "think-again"
    """Put that back instead."""
    GO_ON = "go-on"
    """Leave the consequence behind."""
    KNOW = "know"
    """See what is known so far: facts, who is who, and whom one has contacted."""
    OTHERS = "others"
    """See what the other options would have led to."""
    DIFFER = "differ"
    """Say that one sees the judgment differently."""
    BACK = "back"
    """Go back one decision: what if?"""
    RETURN = "return"
    """Come back from a what if to where one was."""
    DEBRIEF = "debrief"
    """See the decisions so far, and go back to any of them."""
    START_OVER = "start-over"
    """Give the attempt up and begin anew."""
    FLIP = "flip"
    """One fact changes."""
    OTHER_SIDE = "other-side"
    """See the same days as the people on the other side lived them."""
    NEXT = "next"
    """On to the next scenario."""
    AGAIN = "again"
    """Play the same scenario once more."""

    # Anywhere
    LEAVE = "leave"


PRACTICE = frozenset(
    {
        Offer.ANSWER,
        Offer.FORECAST,
        Offer.PUT_BACK,
        Offer.SEND,
        Offer.THINK_AGAIN,
        Offer.GO_ON,
        Offer.KNOW,
        Offer.OTHERS,
        Offer.DIFFER,
        Offer.LEAVE,
    }
)
"""What is offered at most where one scene is practiced by itself: there is nothing before it and nothing after."""


def in_scenario(play: Play) -> frozenset[Offer]:
    """What the play allows where it stands."""
    from course.engine.play import Phase

    found = {Offer.LEAVE}
    match play.phase:
        case Phase.DECIDING:
            found.add(Offer.ANSWER)
        case Phase.WEIGHING:
            found |= {Offer.FORECAST, Offer.PUT_BACK}
        case Phase.CALLED:
            found |= {Offer.SEND, Offer.THINK_AGAIN}
        case Phase.SHOWN:
            found |= _about_what_was_sent(play)
        case Phase.READING:
            found.add(Offer.GO_ON)
        case Phase.ENDED:
            found |= {Offer.AGAIN} | _after_the_end(play)
    if play.phase not in (Phase.WEIGHING, Phase.CALLED):
        found |= {Offer.BACK} if play.line else set()
        found |= {Offer.DEBRIEF} if play.history else set()
        found |= {Offer.RETURN} if play.trying else set()
    if _knows(play):
        found.add(Offer.KNOW)
    if play.phase is not Phase.ENDED and (play.history or play.draft):
        found.add(Offer.START_OVER)
    return frozenset(found)


def others_later(play: Play) -> bool:
    """Whether what the other options lead to can be seen once this is sent, and not before."""
    from course.engine.play import Phase
    from course.model.kinds.sort import Sort

    deciding = play.phase in (Phase.DECIDING, Phase.WEIGHING, Phase.CALLED)
    return deciding and not isinstance(play.exercise, Sort)  # of a side there is only the other one


def _knows(play: Play) -> bool:
    from course.engine.known import anything_known

    return anything_known(play)


def _about_what_was_sent(play: Play) -> set[Offer]:
    found = {Offer.GO_ON}
    if play.latest:
        found.add(Offer.DIFFER)
    if not all(each.is_sorted for each in play.latest):  # of a side of the line there is only the other one
        found.add(Offer.OTHERS)
    return found


def _after_the_end(play: Play) -> set[Offer]:
    from course.engine import otherside

    return ({Offer.FLIP} if play.flips() else set()) | ({Offer.OTHER_SIDE} if otherside.views(play) else set())
