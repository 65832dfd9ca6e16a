"""Results in plain lines: dos and don'ts apart, what trips you, and how well you can tell beforehand."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine import totals
from course.faces.plain.desk import Desk
from course.model import Course, Head
from course.progress.results import Progress
from course.words import forecasts, say, sentences, twins


def tell(desk: Desk) -> None:
    """All of them, and what the warm-up and its parallel form say."""
    visit, talk = desk.visit, desk.talk
    for line in lines(visit.course, visit.folder.scenarios, visit.progress()):
        talk.say(line)
    found = visit.gain()
    for line in sentences.gain_lines(visit.course, found.before, found.after) if found else []:
        talk.say(line)
    talk.say()


def lines(course: Course, heads: Iterable[Head], standing: Progress) -> list[str]:
    """Everything the journal says, from first answers; a first attempt is never replaced by a better one."""
    if not standing.first.decisions:
        return [say("plain.results.none")]
    first, mark = standing.first, course.pass_mark
    return [
        f"{sentences.score_sentence(first, mark)} {sentences.pass_sentence(first, mark)}",
        *sentences.marks_lines(course, first),
        *_weakest(course, standing),
        *_twins(standing),
        *forecasts.told(standing.forecasts),
        *_scenarios(heads, standing),
    ]


def _weakest(course: Course, standing: Progress) -> Iterable[str]:
    """The pair to look at again, and its rules that were broken most often."""
    pair = course.pair(standing.first.weakest() or "")
    if pair is None:
        return
    yield say("plain.results.look-again", do=pair.do, dont=pair.dont)
    rules = {rule.id: rule for rule in pair.rules}
    for rule_id, count in totals.broken_rules(standing.decisions, rules)[:3]:
        broken = say("plain.results.broken", times=sentences.times(count))
        yield f"{broken} {sentences.rule_dont(rules[rule_id], pair)}"
        yield sentences.rule_do(rules[rule_id], pair)


def _twins(standing: Progress) -> Iterable[str]:
    if told := twins.understood(standing.twins.met, standing.twins.understood):
        yield told


def _scenarios(heads: Iterable[Head], standing: Progress) -> Iterable[str]:
    for head in heads:
        words = sentences.standing_words(standing.scenarios.get(head.id))
        if words:
            yield say("plain.results.scenario", title=head.title, standing=words)
