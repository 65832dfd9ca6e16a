"""The words that every face says alike: sides, days, messages, counts. Pure text in, pure text out."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from course.model import WEEKDAYS, Head, Medium, Message, Pair, Side
from course.playing.decision import Decision
from course.playing.judging import Marks, Tally
from course.playing.scoring import Forecasts, Score


class Standing(Protocol):
    """What the journal's progress says of one scenario."""

    @property
    def first(self) -> Fraction | None:
        """The share of the first finished attempt."""

    @property
    def best(self) -> Fraction | None:
        """The highest share."""


_LANDING = {Side.QUIET: "on the quiet side", Side.ASSERTIVE: "assertive", Side.PUSHY: "over the line, pushy"}
_SIDE = {Side.QUIET: "too quiet", Side.ASSERTIVE: "assertive", Side.PUSHY: "pushy"}
_MEDIUM = {
    Medium.EMAIL: "E-mail",
    Medium.VOICEMAIL: "Voicemail",
    Medium.TEXT_MESSAGE: "Text message",
    Medium.NOTE: "Note",
    Medium.CALL: "Phone call",
    Medium.SILENCE: "Nothing comes",
}
_WORDS_A_SECOND = 2.5


def side_name(side: Side) -> str:
    """A side of the line in a word or two."""
    return _SIDE[side]


def landing(side: Side) -> str:
    """How something lands, to follow on "it lands" or "the story ends"."""
    return _LANDING[side]


def landing_sentence(decision: Decision) -> str:
    """Where a decision landed, and what the learner had called it."""
    landed = f"It lands {landing(decision.side)}"
    if decision.forecast is None:
        return f"{landed}."
    if decision.forecast is decision.side:
        return f"{landed}, as you said."
    return f"{landed}. You called it {side_name(decision.forecast)}."


def message_intro(message: Message) -> str:
    """What arrives, from whom, and about what: read out before the text itself."""
    who = f" from {message.sender}" if message.sender else ""
    about = f" Subject: {message.subject}." if message.subject else ""
    length = f", {voicemail_seconds(message.text)} seconds" if message.medium is Medium.VOICEMAIL else ""
    return f"{medium_name(message)}{who}{length}.{about}"


def day_name(head: Head, day: int) -> str:
    """Like "Thursday, day 3"; without a weekday for the interview, "Day 3"; the first day has a name of its own."""
    weekday = WEEKDAYS[(WEEKDAYS.index(head.interview) + day) % 7] if head.interview in WEEKDAYS else ""
    if day == 0:
        return f"{weekday}, the interview day" if weekday else "The day of the interview"
    return f"{weekday}, day {day}" if weekday else f"Day {day}"


def medium_name(message: Message) -> str:
    """What has arrived, as the learner would call it."""
    return _MEDIUM[message.medium]


def voicemail_seconds(text: str) -> int:
    """How long it takes to say, at an easy pace; at least two seconds."""
    return max(2, round(len(text.split()) / _WORDS_A_SECOND))


def voicemail_length(text: str) -> str:
    """The same as a machine shows it, like 0:14."""
    minutes, seconds = divmod(voicemail_seconds(text), 60)
    return f"{minutes}:{seconds:02}"


def count(tally: Tally) -> str:
    """So many of so many."""
    return f"{tally.got} of {tally.of}"


def pair_line(pair: Pair, marks: Marks) -> str:
    """Both sides of a pair in raw counts, do and don't apart; only what was at stake."""
    parts = []
    if marks.do.of:
        parts.append(f"{pair.do}: did {count(marks.do)}")
    if marks.dont.of:
        parts.append(f"{pair.dont}: kept from it {count(marks.dont)}")
    return ". ".join(parts)


def score_words(share: Fraction | None) -> str:
    """A share as a whole percentage, rounded down, so that 100% means all of it."""
    return "" if share is None else f"{int(share * 100)}%"


def standing_words(standing: Standing | None) -> str:
    """How a scenario went: its first share, and the best if that is another; `""` before it is finished."""
    if standing is None or standing.first is None:
        return ""
    best = f", best {score_words(standing.best)}" if standing.best != standing.first else ""
    return f"first {score_words(standing.first)}{best}"


def times(number: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def score_sentence(score: Score) -> str:
    """The score in one sentence: how many decisions landed as advised, and what share that makes."""
    if score.share is None:
        return "No decisions yet."
    decisions = "1 decision" if score.decisions == 1 else f"{score.decisions} decisions"
    halfway = f", {score.half} halfway" if score.half else ""
    return f"{score.full} of {decisions} landed as advised{halfway}: {score_words(score.share)}."


def forecast_sentences(forecasts: Forecasts) -> list[str]:
    """How well the learner can tell: a sentence for each thing they called their decisions."""
    sentences = []
    for called in (Side.ASSERTIVE, Side.PUSHY):
        total = forecasts.called(called)
        if not total:
            continue
        missed = [
            f"{number} landed {_SIDE[landed]}"
            for landed in (Side.PUSHY, Side.QUIET, Side.ASSERTIVE)
            if landed is not called and (number := forecasts.of_which(called, landed))
        ]
        outcome = " and ".join(missed) if missed else ("it was" if total == 1 else "all of them were")
        sentences.append(f"You called {total} {_SIDE[called]}; {outcome}.")
    return sentences
