"""The page in words: headings with what stands under them. Every form of it is made from this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.model import Course, Rule, Side
from course.progress.habit_words import Point
from course.progress.takeaway.gather import ENOUGH, Takeaway
from course.progress.takeaway.lines import Kind, Line, Section
from course.progress.takeaway.models import Model
from course.progress.takeaway.paper import fitting, left, shares
from course.words import forecasts, media, say, scores, sentences, twins


def title(page: Takeaway) -> str:
    """What stands at the head of the page."""
    if page.learner:
        return say("takeaway.title-of", title=page.course.title, learner=page.learner)
    return say("takeaway.title", title=page.course.title)


def stands(page: Takeaway) -> str:
    """The day, and how much was played."""
    facts = {"date": sentences.long_date(page.day), "played": page.played, "n": page.scenarios}
    version = page.course.version
    return say("takeaway.played-version", version=version, **facts) if version else say("takeaway.played", **facts)


def first(page: Takeaway) -> str:
    """How the first answers went, in one line."""
    found = page.progress.first
    return scores.with_parts(say("takeaway.first", score=sentences.score_sentence(found, page.course.pass_mark)), found)


def sections(page: Takeaway, *, paper: bool = False) -> tuple[Section, ...]:
    """All of the page, from top to bottom; nothing of what there is nothing to say of. The rules come in short: so many
    as one printed sheet has room for beside the rest. On `paper`, what the sheet has no room for is left out."""
    rest, groups = tuple(_rest(page)), _groups(page.course)
    wanted = [[_rule(rule) for rule in _wanted(rules, page.missed)] for _, rules in groups]
    kept = fitting(rest, wanted)
    counts = shares(wanted, left(kept))
    lines: list[Line] = []
    for (heading, rules), most_missed, count in zip(groups, wanted, counts, strict=True):
        shown = most_missed[:count]
        lines += [heading, *(line for rule in rules if (line := _rule(rule)) in shown)]
    return (*([Section("pairs", say("takeaway.pairs"), tuple(lines))] if lines else []), *(kept if paper else rest))


def _groups(course: Course) -> list[tuple[Line, list[Rule]]]:
    """Each pair with its rules; and what is too little, wherever it stands in the course, under the line's own names:
    it is no pair's don't."""
    found = [
        (_heading(each.do, "pair", each.dont), [rule for rule in each.rules if not _short(rule)])
        for each in course.pairs
    ]
    short = [rule for rule in course.all_rules().values() if _short(rule)]
    heading = _heading(say("side.right"), "short", sentences.side_name(Side.UNDER))
    return [(heading, rules) for heading, rules in (*found, (heading, short)) if rules]


def _heading(do: str, kind: Kind, dont: str) -> Line:
    """Both names with what they ask for, since a rule by itself reads as an order on either side."""
    return Line(say("takeaway.do", name=do), kind, say("takeaway.dont", name=dont))


def _short(rule: Rule) -> bool:
    return rule.side is Side.UNDER


def _wanted(rules: Sequence[Rule], missed: Sequence[str]) -> list[Rule]:
    """Those that were broken, most often first, then the others."""
    return sorted(rules, key=lambda rule: missed.index(rule.id) if rule.id in missed else len(missed))


def _rule(rule: Rule) -> Line:
    return Line(rule.do, "rule", rule.dont)


def _rest(page: Takeaway) -> Iterator[Section]:
    yield _habits(page)
    if page.models:
        yield Section("models", say("takeaway.models"), tuple(line for each in page.models for line in _model(each)))
    if page.card:
        yield Section("card", say("takeaway.card"), (Line(page.card, "card"),))
    if page.course.closing and page.complete:  # it looks back on all of them
        yield Section("closing", say("takeaway.closing"), (Line(page.course.closing),))
    if page.enough:
        yield Section("figures", say("takeaway.standing"), tuple(Line(each, "small") for each in _figures(page)))


def _habits(page: Takeaway) -> Section:
    """What the learner tends to do; what they do well, where nothing trips them; and where they have played too little
    for either, that."""
    if not page.enough:
        return Section("habits", say("takeaway.so-far"), (Line(_too_little(page)),))
    if page.told is None:
        return Section("habits", say("takeaway.watch"), (Line(say("takeaway.nothing-to-watch")),))
    return Section("habits", page.told.heading, tuple(line for each in page.told.points for line in _point(each)))


def _too_little(page: Takeaway) -> str:
    if not page.decided:
        return say("takeaway.none-yet")
    return scores.with_parts(say("takeaway.too-few", n=page.decided, enough=ENOUGH), page.progress.first)


def _point(point: Point) -> Iterator[Line]:
    """One thing about the learner; where the scene says it all, that comes first."""
    if point.says:
        yield Line(point.says, "strong")
        yield from (Line(say("habit.scene", where=each.where, said=each.said), "quote") for each in point.scenes)
    else:
        for each in point.scenes:
            yield Line(each.where, "strong")
            yield Line(each.said, "quote")
    if point.instead:
        yield Line(point.instead, "do")


def _model(model: Model) -> Iterator[Line]:
    medium = media.title(model.medium)
    heading = say("takeaway.model-to", medium=medium, to=model.to) if model.to else medium
    yield Line(heading, "model")
    if model.subject:
        yield Line(say("takeaway.model-subject", subject=model.subject), "letter")
    yield Line(f"{model.body}\n\n{model.sender or _who(model)}", "letter")
    yield Line(say("takeaway.model-from", title=model.title), "from")


def _who(model: Model) -> str:
    """The place of what nobody wrote for the learner, since nobody knows it, and without which it is no message."""
    return say("takeaway.model-number" if model.medium.traits.recorded else "takeaway.model-name")


def _figures(page: Takeaway) -> Iterator[str]:
    """Everything on the page that is a number."""
    mark, standing = page.course.pass_mark, page.progress
    if page.passed:
        yield _certificate(page)
    yield first(page)
    if standing.best.share != standing.first.share:
        yield say("takeaway.best", score=sentences.score_sentence(standing.best, mark))
    yield from sentences.marks_lines(page.course, standing.first)
    if understood := twins.understood(standing.twins.met, standing.twins.understood):
        yield understood
    yield from forecasts.told(standing.forecasts)
    if page.gain:
        yield from sentences.gain_lines(page.course, page.gain.before, page.gain.after)


def _certificate(page: Takeaway) -> str:
    course = page.course
    facts = {
        "title": course.title,
        "date": sentences.long_date(page.day),
        "share": sentences.score_words(page.progress.first.share, course.pass_mark),
        "mark": sentences.score_words(course.pass_mark),
    }
    version = course.version
    return say("takeaway.passed-version", version=version, **facts) if version else say("takeaway.passed", **facts)
