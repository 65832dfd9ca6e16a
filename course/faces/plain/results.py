"""Results in plain lines: what one tends to do, then dos and don'ts apart, what became of each scenario, and how well
one can tell beforehand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from course.faces.plain.desk import Desk
from course.faces.plain.looking_back import habit_lines
from course.model import Course, Head, Rule
from course.progress.habit_words import going_well, told
from course.progress.habits import Habits
from course.progress.results import Progress
from course.progress.slips import slips
from course.visit.results import habits, practiced
from course.words import endings, forecasts, say, scores, sentences, twins


def tell(desk: Desk) -> None:
    """All of them, and what the warm-up and the after-check say."""
    visit, talk = desk.visit, desk.talk
    visit.looked_back = True
    if visit.unread:
        talk.say(visit.unread)
        talk.say()
        return
    for line in lines(visit.course, visit.folder.scenarios, visit.progress(), habits(visit), practiced(visit)):
        with talk.together():
            talk.say(line)
    found = visit.gain()
    for line in sentences.gain_lines(visit.course, found.before, found.after) if found else []:
        talk.say(line)
    talk.say()


def lines(
    course: Course, heads: Sequence[Head], standing: Progress, found: Habits, better: Iterable[Rule] = ()
) -> list[str]:
    """Everything the journal says, from first answers: what one tends to do, then the counts. A first attempt is never
    replaced by a better one; what came back in practice is said beside it."""
    if not standing.first.decisions:
        return [say("results.nothing")]
    first, mark, complete = standing.first, course.pass_mark, standing.complete(head.id for head in heads)
    return [
        *_habits(course, heads, found),
        *_practiced(better),
        f"{scores.first_answers(first, mark)} {sentences.pass_sentence(first, mark, complete=complete)}".rstrip(),
        *filter(None, [say("marks.explained"), *sentences.marks_lines(course, first)]),
        *_weakest(course, standing, {each.rule.id for each in found.tends or found.once}),
        *_twins(standing),
        *forecasts.told(standing.forecasts),
        *_scenarios(heads, standing),
    ]


def _habits(course: Course, heads: Iterable[Head], found: Habits) -> Iterable[str]:
    """What one tends to do, and what one does well."""
    by_id = {head.id: head for head in heads}
    yield from habit_lines(told(course, found, by_id.get))
    if found.tends or found.once:
        yield from habit_lines(going_well(course, found, by_id.get))


def _practiced(better: Iterable[Rule]) -> Iterable[str]:
    """What went better in practice; it changes no first answer."""
    told = [rule.do for rule in better]
    if told:
        yield from (say("plain.heading", heading=say("results.practiced")), *told, say("results.practiced-stays"))


def _weakest(course: Course, standing: Progress, without: Collection[str]) -> Iterable[str]:
    """The pair where it slips most, and its rules that were broken most often, `without` those told already."""
    found = slips(course, standing.decisions)
    if found is None:
        return
    yield sentences.slips_sentence(found.pair, found.answers, found.of)
    for rule, count in [each for each in found.rules if each[0].id not in without][:3]:
        dont, often = sentences.rule_dont(rule, found.pair), say("results.broken", n=count)
        yield say("plain.results.broken", rule=dont, often=often)
        yield sentences.rule_do(rule, found.pair)


def _twins(standing: Progress) -> Iterable[str]:
    if told := twins.understood(standing.twins.met, standing.twins.understood):
        yield told


def _scenarios(heads: Iterable[Head], standing: Progress) -> Iterable[str]:
    for head in heads:
        words = sentences.standing_words(standing.scenarios.get(head.id))
        if words:
            yield say("plain.results.scenario", title=head.title, standing=words)
            yield from filter(None, [endings.listed(standing.scenarios.get(head.id))])
