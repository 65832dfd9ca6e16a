"""What home says in every face: how far the first round is, what comes next and why, who it is with."""

from __future__ import annotations

from typing import Protocol

from course.model import Head, Pair
from course.words import say, sentences


class Round(Protocol):
    """What a visit knows of the first round."""

    @property
    def played(self) -> int: ...
    @property
    def stories(self) -> int: ...
    @property
    def warms_up(self) -> bool: ...
    @property
    def minutes(self) -> int | None: ...


def round_words(so_far: Round) -> str:
    """How many of its scenarios have been played, and about how long the rest of it takes, if anybody has said. The
    warm-up is none of them, here as in the chapters below."""
    if not so_far.minutes:
        return say("home.round.done", done=so_far.played, of=so_far.stories)
    told = {"of": so_far.stories, "minutes": sentences.minutes_words(so_far.minutes)}
    if so_far.played:
        return say("home.round.left", done=so_far.played, **told)
    return say("home.round.all-warm-up", **told) if so_far.warms_up else say("home.round.all", **told)


def round_over_words() -> str:
    """That the first round is over, and what else there is."""
    return f"{say('home.round.over')} {say('home.round.rest')}"


def why(head: Head, pair: Pair | None) -> str:
    """What a scenario is about, in a line: its summary, and the question that its pair asks."""
    return " ".join(filter(None, (head.summary, question(pair) if pair else "")))


def question(pair: Pair) -> str:
    """Both names of a pair, as what one may ask oneself."""
    return say("home.either", do=pair.do, inside=pair.dont[:1].lower() + pair.dont[1:])


def with_whom(head: Head) -> str:
    """Who the learner is there, and who is on the other side; `""` where neither is said."""
    you = say("home.you", you=head.you) if head.you else ""
    return " ".join(filter(None, (you, say("home.with", other=head.other) if head.other else "")))
