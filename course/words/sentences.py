"""The words that every face says alike: sides, days, counts. Pure text in, pure text out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Protocol

from course.engine.conditions import Logged
from course.engine.decision import Decision
from course.engine.judging import Marks, Tally, worst
from course.engine.outcome import Outcome
from course.engine.totals import Forecasts, Score
from course.model import WEEKDAYS, Contact, Course, Head, Pair, Rule, Side
from course.words import media


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


def landing_together(decisions: Sequence[Decision], what: str) -> str:
    """Where several decisions landed together, and what the learner had called them; `what` begins the sentence."""
    side = worst(each.side for each in decisions)
    landed = f"{what} lands {landing(side)}"
    called = next((each.forecast for each in decisions if each.forecast), None)
    if called is None:
        return f"{landed}."
    return f"{landed}, as you said." if called is side else f"{landed}. You called it {side_name(called)}."


def day_name(head: Head, day: int) -> str:
    """Like "Thursday, day 3"; without a weekday for day 0, "Day 3"."""
    weekday = WEEKDAYS[(WEEKDAYS.index(head.starts_on) + day) % 7] if head.starts_on in WEEKDAYS else ""
    if day == 0:
        return f"{weekday}, the interview day" if weekday else "Day 0"
    return f"{weekday}, day {day}" if weekday else f"Day {day}"


def when(head: Head, day: int) -> str:
    """The name of the day; `""` in a scenario that names no weekday and has not left the first day."""
    return day_name(head, day) if head.starts_on or day else ""


def place(title: str, head: Head, day: int) -> str:
    """A scene's title, and the day where the scenario has days."""
    return ", ".join(filter(None, (title, when(head, day))))


def contacts_sentence(head: Head, contacts: Iterable[Logged]) -> str:
    """The contact log, like "So far: e-mail to Dana on Monday, day 7."; `""` when nobody has been contacted."""
    made = "; ".join(f"{contact_words(head, each.contact)} {_on_day(head, each.day)}" for each in contacts)
    return f"So far: {made}." if made else ""


def _on_day(head: Head, day: int) -> str:
    name = day_name(head, day)
    return f"on {name}" if head.starts_on in WEEKDAYS else f"on {name[0].lower()}{name[1:]}"


def contact_words(head: Head, contact: Contact) -> str:
    """What the log says of a contact: the author's words, or else the medium and the person, like "e-mail to Dana"."""
    if contact.words:
        return contact.words
    name = next((person.name for person in head.people if person.id == contact.person), contact.person)
    medium = media.name(contact.medium) if contact.medium else ""
    return f"{medium} to {name}" if medium else f"contact with {name}"


def said(course: Course, record: Outcome | Decision) -> str:
    """What a learner did, in the author's words; or what had not been done in time."""
    return record.said or ", and ".join(_not_done(course, kind) for kind in record.overdue)


def _not_done(course: Course, kind: str) -> str:
    if not kind:
        return "No contact at all"
    due = next((each for each in course.limits.due if each.kind == kind), None)
    return due.say if due and due.say else f"No {kind} in time"


def count(tally: Tally) -> str:
    """So many of so many."""
    return f"{tally.got} of {tally.of}"


def pair_line(pair: Pair | None, marks: Marks) -> str:
    """Both sides of a pair in raw counts, do and don't apart; only what was at stake.

    Without a pair, the marks are those of the rules that belong to the whole course.
    """
    do, dont = (pair.do, pair.dont) if pair else ("Assertive", "Pushing")
    parts = []
    if marks.do.of:
        parts.append(f"{do}: did {count(marks.do)}.")
    if marks.dont.of:
        parts.append(f"{dont}: kept from it {count(marks.dont)}.")
    return " ".join(parts)


def marks_lines(course: Course, score: Score) -> list[str]:
    """A line for each pair in which something was at stake, then one for the rules of the whole course."""
    lines = []
    for pair_id, pair in [*((pair.id, pair) for pair in course.pairs), ("", None)]:
        marks = score.pairs.get(pair_id)
        if marks is not None:
            lines.append(pair_line(pair, marks))
    return lines


def gain_lines(course: Course, before: Mapping[str, Tally], after: Mapping[str, Tally]) -> list[str]:
    """How many statements of each pair were put on the right side, before and after; and how little that proves."""
    lines = []
    for pair in course.pairs:
        if pair.id in before:
            then = f", after {count(after[pair.id])}" if pair.id in after else ""
            lines.append(f"{pair.do} / {pair.dont}: before {count(before[pair.id])}{then}.")
    few = "So few statements show a direction at most; they prove nothing."
    return [*lines, few if after else "The second round, after the stories, is set beside it."] if lines else []


REMINDER = "Follow up after the interview"
"""What a calendar says on the day."""
_ASKED = {
    Side.ASSERTIVE: "Assertive. You can send it.",
    Side.QUIET: "Too quiet. You may get in touch.",
    Side.PUSHY: "Pushy, because:",
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def ask_verdict(side: Side) -> str:
    """How something one is about to do would come across."""
    return _ASKED[side]


def date_name(day: date, today: date) -> str:
    """Like "Friday, 27 November"; today and tomorrow by name."""
    name = f"{WEEKDAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]}"
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    return f"{near} ({name})" if near else name


NOTED = "Noted. It stands in your journal, and in fineline progress --json."
"""What is said when a learner sees a judgement differently."""


def what_if(*, finished: bool) -> str:
    """What is said to a learner who has just gone back; `finished` when an ending was reached before."""
    practice = "From here on it is practice; your score stays as it is."
    counts = "Your first answer here is the one that counts; try another."
    return f"What if? {practice if finished else counts}"


def practice_intro(head: Head) -> str:
    """Where a scene that is practised by itself comes from."""
    who = f", with {head.other}" if head.other else ""
    return f"Out of {head.title}{who}."


def practice_offer(count: int) -> str:
    """What home says when rules are due."""
    return f"Practise again: {count} rule{' is' if count == 1 else 's are'} due"


def long_date(day: date) -> str:
    """Like 27 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def rule_do(rule: Rule, pair: Pair | None) -> str:
    """What to do, and which pair says so."""
    return f"{pair.do}, do: {rule.do}" if pair else f"Do: {rule.do}"


def rule_dont(rule: Rule, pair: Pair | None) -> str:
    """What not to do, and which pair says so."""
    return f"{pair.dont}, don't: {rule.dont}" if pair else f"Don't: {rule.dont}"


def score_words(share: Fraction | None) -> str:
    """A share as a whole percentage, rounded down, so that 100% means all of it."""
    return "" if share is None else f"{int(share * 100)}%"


def standing_words(standing: Standing | None) -> str:
    """How a scenario went: its first share, and the best if that is another; `""` before it is finished."""
    if standing is None or standing.first is None:
        return ""
    best = f", best {score_words(standing.best)}" if standing.best != standing.first else ""
    return f"first {score_words(standing.first)}{best}"


def minutes_words(minutes: int | None) -> str:
    """Like "4 minutes"; `""` when nobody has said how long."""
    return "" if minutes is None else f"{minutes} minute{'' if minutes == 1 else 's'}"


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


def pass_sentence(score: Score, mark: Fraction) -> str:
    """How the score stands to the mark; `""` before the first decision."""
    if score.share is None:
        return ""
    return "That is a pass." if score.passed(mark) else f"A pass is {score_words(mark)}."


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
