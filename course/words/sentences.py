"""The words that every face says alike: sides, days, counts. Pure text in, pure text out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from course.engine.conditions import Logged
from course.engine.decision import Decision
from course.engine.judging import FELL_SHORT, Marks, Tally, worst
from course.engine.outcome import DO, DONT, NAMED, Outcome
from course.engine.totals import Score
from course.model import WEEKDAYS, Contact, Course, Head, Pair, Rule, Side, Verdict
from course.text.percent import percent
from course.words import media, say

if TYPE_CHECKING:  # a list of scenarios is shown without knowing how one is played
    from course.engine.debrief import Option
    from course.engine.play import Play
    from course.model.kinds.sort import Sort


class Standing(Protocol):
    """What the journal's progress says of one scenario."""

    @property
    def first(self) -> Fraction | None:
        """The share of the first finished attempt."""

    @property
    def best(self) -> Fraction | None:
        """The highest share that an attempt reached."""


def side_name(side: Side) -> str:
    """A side of the line in a word or two."""
    return say(f"side.{side}")


def landing(side: Side) -> str:
    """How something lands, to follow on "it lands" or "the story ends"."""
    return say(f"landing.{side}")


def where(record: Decision | Option) -> str:
    """Where an answer lands, in a word or two; where people differ, that."""
    return say("side.either-way") if record.verdict is Verdict.EITHER else side_name(record.side)


def landing_sentence(decision: Decision) -> str:
    """Where a decision landed, and what the learner had called it."""
    if decision.verdict is Verdict.EITHER:
        return say("lands.either-way")
    return _landed("one", decision.side, decision.forecast)


def landing_together(decisions: Sequence[Decision], what: str) -> str:
    """Where several decisions landed together, and what the learner had called them; `what` begins the sentence."""
    if all(each.verdict is Verdict.EITHER for each in decisions):
        return say("lands.either-way")
    side = worst(each.side for each in decisions)
    return _landed("together", side, next((each.forecast for each in decisions if each.forecast), None), what=what)


def _landed(how: str, side: Side, called: Side | None, **more: str) -> str:
    if called is None:
        return say(f"lands.{how}.silent", landing=landing(side), **more)
    if called is side:
        return say(f"lands.{how}.as-said", landing=landing(side), **more)
    return say(f"lands.{how}.otherwise", landing=landing(side), called=side_name(called), **more)


def day_name(head: Head, day: int) -> str:
    """Like "Thursday, day 3"; without a weekday for day 0, "Day 3"."""
    weekday = weekday_of(head, day)
    if day == 0:
        return say("day.first-named", weekday=weekday) if weekday else say("day.first")
    return say("day.named", weekday=weekday, day=day) if weekday else say("day.numbered", day=day)


def weekday_of(head: Head, day: int) -> str:
    """The name of its weekday; `""` without one for day 0."""
    return weekday((WEEKDAYS.index(head.starts_on) + day) % 7) if head.starts_on in WEEKDAYS else ""


def weekday(number: int) -> str:
    """The name of a day of the week, Monday being 0."""
    return say(f"weekday.{number}")


def when(head: Head, day: int) -> str:
    """The name of the day; `""` in a scenario that names no weekday and has not left the first day."""
    return day_name(head, day) if head.starts_on or day else ""


def place(title: str, head: Head, day: int) -> str:
    """A scene's title, and the day where the scenario has days; one that begins with its weekday says it already."""
    weekday = weekday_of(head, day)
    if weekday and title.startswith(weekday):
        return title
    return ", ".join(filter(None, (title, when(head, day))))


def contacts_sentence(head: Head, contacts: Iterable[Logged]) -> str:
    """The contact log, like "So far: email to Dana on Monday, day 7."; `""` when nobody has been contacted."""
    made = "; ".join(f"{contact_words(head, each.contact)} {_on_day(head, each.day)}" for each in contacts)
    return say("contacts.so-far", contacts=made) if made else ""


def _on_day(head: Head, day: int) -> str:
    weekday = weekday_of(head, day)
    return say("contacts.on-weekday", day=day_name(head, day)) if weekday else say("contacts.on-day", day=day)


def contact_words(head: Head, contact: Contact) -> str:
    """What the log says of a contact: the author's words, or else the medium and the person, like "email to Dana"."""
    if contact.words:
        return contact.words
    name = next((person.name for person in head.people if person.id == contact.person), contact.person)
    medium = media.name(contact.medium) if contact.medium else ""
    return say("contacts.by-medium", medium=medium, name=name) if medium else say("contacts.with", name=name)


def said(course: Course, record: Outcome | Decision) -> str:
    """What a learner did, in the author's words; or what had not been done in time."""
    return answered(record) or say("list.and").join(_not_done(course, kind) for kind in record.overdue)


def answered(record: Outcome | Decision) -> str:
    """An answer in the author's words, and of a statement in a sort, on which side it was put."""
    if record.sorted_as:
        return say("put.named", side=sorted_as(record.sorted_as), said=record.said)
    if record.answer in ((record.item, DO), (record.item, DONT)):
        return say(f"sorted.{record.answer[1]}", said=record.said)
    return record.said


def told_of(course: Course, record: Outcome | Decision) -> str:
    """What a learner did, where somebody else might tell it: a statement that was judged is no advice."""
    if record.sorted_as:
        return say("put.said-named", side=sorted_as(record.sorted_as), said=record.said)
    if record.answer in ((record.item, DO), (record.item, DONT)):
        return say(f"sorted.said-{record.answer[1]}", said=record.said)
    return said(course, record)


def sorted_as(name: str) -> str:
    """How a statement is put, in words: the author's, or ours where a sort asks what decides."""
    ours = {NAMED[DO]: say("sort.decides"), NAMED[DONT]: say("sort.decides-not")}
    return ours.get(name, name)


def sort_side(exercise: Sort, side: str) -> str:
    """What a side of a sort is called: the author's name, or ours."""
    from course.engine.kinds.sort import side_name as sort_side_name  # home has no need of the exercise kinds

    return _side(sort_side_name(exercise, side), side)


def side_put(outcome: Outcome) -> str:
    """On which side a statement was put, where the statement itself has been said."""
    return _side(outcome.sorted_as, outcome.answer[1])


def _side(named: str, side: str) -> str:
    return sorted_as(named) if named else say("sort.do" if side == DO else "sort.dont")


def _not_done(course: Course, kind: str) -> str:
    if not kind:
        return say("overdue.no-contact")
    due = next((each for each in course.limits.due if each.kind == kind), None)
    return due.say if due and due.say else say("overdue.kind", kind=kind)


def count(tally: Tally) -> str:
    """So many of so many."""
    return say("count.of", got=tally.got, of=tally.of)


def short() -> str:
    """What lies under the line, at the beginning of a sentence or as a heading: too little is no pair's don't."""
    return capital(side_name(Side.UNDER))


def capital(words: str) -> str:
    """The same words at the beginning of a sentence, or as a heading."""
    return words[:1].upper() + words[1:]


def pair_line(pair: Pair, marks: Marks) -> str:
    """Both sides of a pair in raw counts, do and don't apart; only what was at stake."""
    return _marks_line(pair.do, pair.dont, marks)


def _marks_line(do: str, dont: str, marks: Marks) -> str:
    parts = []
    if marks.do.of:
        parts.append(say("marks.did", do=do, count=count(marks.do)))
    if marks.dont.of:
        parts.append(say("marks.kept-from", dont=dont, count=count(marks.dont)))
    return " ".join(parts)


def marks_lines(course: Course, score: Score) -> list[str]:
    """A line for each pair in which something was at stake, then one for what lay under the line."""
    names = [(pair.id, pair.do, pair.dont) for pair in course.pairs]
    names.append(("", say("marks.general"), say("marks.general-dont")))
    names.append((FELL_SHORT, "", short()))
    lines = (_marks_line(do, dont, score.pairs.get(which, Marks())) for which, do, dont in names)
    return [line for line in lines if line]


def gain_lines(course: Course, before: Mapping[str, Tally], after: Mapping[str, Tally]) -> list[str]:
    """How many statements of each pair were put on the right side, before and after; and how little that proves."""
    lines = []
    for pair in course.pairs:
        if pair.id in before:
            both = {"do": pair.do, "dont": pair.dont, "before": count(before[pair.id])}
            then = after.get(pair.id)
            lines.append(say("gain.both", **both, after=count(then)) if then else say("gain.before", **both))
    return [*lines, say("gain.few" if after else "gain.second-round")] if lines else []


def ask_verdict(side: Side) -> str:
    """How something one is about to do would come across."""
    return say(f"companion.verdict-{side}")


def date_name(day: date, today: date) -> str:
    """Like "Friday, November 27", with its year if that is another; today and tomorrow by name."""
    named = {"weekday": weekday(day.weekday()), "day": day.day, "month": say(f"month.{day.month}")}
    name = say("date.weekday", **named) if day.year == today.year else say("date.in-year", **named, year=day.year)
    near = {0: "date.today", 1: "date.tomorrow"}.get((day - today).days)
    return say(near, date=name) if near else name


def what_if(play: Play, key: str, *, kept: bool) -> str:
    """What is said to a learner who has just gone back: whether anything counts that they do now, and the key or the
    word that takes them back to where they were."""
    first = "what-if.counts" if kept else "what-if.not-kept"
    counts = "what-if.apart" if play.apart else "what-if.finished" if play.finished else first
    return " ".join((say(counts), say("what-if.way-back", key=key)))


def came_back(tried: Play) -> str:
    """What is said to a learner who has come back from what they tried."""
    anything = tried.left is not None and len(tried.history) > len(tried.left.history)
    return say("what-if.back-again-tried" if anything else "what-if.back-again")


def long_date(day: date) -> str:
    """Like November 27, 2026."""
    return say("date.long", day=day.day, month=say(f"month.{day.month}"), year=day.year)


def rule_do(rule: Rule, pair: Pair | None) -> str:
    """What to do, and which pair says so."""
    return say("rule.do-of-pair", pair=pair.do, do=rule.do) if pair else say("rule.do", do=rule.do)


def rule_dont(rule: Rule, pair: Pair | None) -> str:
    """What not to do, and which pair says so. What lies under the line stands under the line's name for it."""
    if rule.side is Side.UNDER:
        return say("rule.short", name=short(), dont=rule.dont)
    return say("rule.dont-of-pair", pair=pair.dont, dont=rule.dont) if pair else say("rule.dont", dont=rule.dont)


def score_words(share: Fraction | None, mark: Fraction | None = None) -> str:
    """A share as a whole percentage; below the `mark`, where it does not reach that."""
    return "" if share is None else say("score.percent", percent=percent(share, mark))


def standing_words(standing: Standing | None) -> str:
    """How a scenario went: its first share, and the best if that is higher; `""` before it is finished."""
    if standing is None or standing.first is None:
        return ""
    first, best = score_words(standing.first), score_words(max(standing.first, standing.best or standing.first))
    return say("standing.first", first=first) if first == best else say("standing.both", first=first, best=best)


def begun_words(begun: str, before: str) -> str:
    """That a scenario is begun, and how it went before, if it is begun once more."""
    return say("standing.begun-again", begun=begun, before=before) if before else begun


def minutes_words(minutes: int | None) -> str:
    """Like "4 minutes"; `""` when nobody has said how long."""
    return "" if minutes is None else say("minutes", n=minutes)


def times(number: int) -> str:
    """Once, twice, 3 times."""
    return say({1: "times.once", 2: "times.twice"}.get(number, "times.often"), n=number)


def score_sentence(score: Score, mark: Fraction) -> str:
    """The score in one sentence: how many decisions landed as advised, and what share that makes, beside the mark."""
    if score.share is None:
        return say("score.none")
    halfway = say("score.halfway", n=score.half) if score.half else ""
    share = score_words(score.share, mark)
    return say("score.sentence", n=score.decisions, full=score.full, halfway=halfway, share=share)


def slips_sentence(pair: Pair, answers: int, of: int) -> str:
    """The pair that was broken in so many answers, of so many in which any rule was."""
    return say("results.slips", n=of, answers=answers, do=pair.do, dont=pair.dont)


def pass_sentence(score: Score, mark: Fraction, *, complete: bool) -> str:
    """How the score stands to the mark; `""` before everything has been played: until then there is no pass, as on the
    takeaway, and nobody has asked for one."""
    if score.share is None or not complete:
        return ""
    return say("pass.reached" if score.passed(mark) else "pass.mark", mark=score_words(mark))
