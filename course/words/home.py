"""What home says in every face: how far the first round is, what comes next and why, who it is with."""

from __future__ import annotations

from course.model import Head, Pair
from course.words import say, sentences


def round_words(done: int, of: int, minutes: int | None) -> str:
    """How much of the first round is done, and about how long the rest of it takes, if anybody has said."""
    if not minutes:
        return say("home.round.done", done=done, of=of)
    told = {"of": of, "minutes": sentences.minutes_words(minutes)}
    return say("home.round.left", done=done, **told) if done else say("home.round.all", **told)


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
