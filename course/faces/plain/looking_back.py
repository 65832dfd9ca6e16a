"""Looking back in plain lines: what one tends to do, the counts, every decision beside what was advised, and the other
options with their reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.engine import debrief as engine
from course.engine import totals
from course.engine.debrief import Entry, Option, Step
from course.engine.play import Play
from course.engine.twins import Beside
from course.faces.plain.conversation import Conversation
from course.faces.plain.kinds.versions import read_versions
from course.faces.plain.telling import messages, you
from course.model import Course, Rule, Verdict
from course.progress.habit_words import Told, told
from course.progress.habits import Example, habits
from course.text.paragraphs import unmarked
from course.visit.counted import counted
from course.visit.session import Session
from course.words import forecasts, say, sentences, sorting, twins
from course.words.sources import Sources, sources

_INDENT = "   "


def debrief(session: Session, talk: Conversation, since: int = 0, beside: Collection[Beside] = ()) -> None:
    """What one tends to do, the counts, and then the decisions with what stands `beside` them; after some were told,
    only those from number `since` (counted from 0) on."""
    play = session.play
    steps = engine.steps(play)
    if since:
        steps = tuple(step for step in steps if step.entries[-1].index >= since)
        if steps:
            talk.say(say("plain.debrief.since"))
    else:
        with talk.together():
            _first_words(play, talk)
        with talk.together():
            talk.gap()
            _counts(session, talk)
    rest_on = sources(play.course, (rule for step in steps for entry in step.told for rule in entry.rules))
    for number, step in enumerate(steps):
        with talk.together():
            talk.gap()
            if step.tried and not since and not (number and steps[number - 1].tried):
                talk.say(say("plain.heading", heading=say("debrief.tried-since")))
            _step(step, play, talk, rest_on)
        if found := engine.versions(play, step):
            with talk.together():
                read_versions(found, play.scenario.head, talk)
        indices = {each.index for each in step.entries}
        for each in beside:
            if each.after in indices:
                with talk.together():
                    _twins(each, play.course, talk)
    with talk.together():
        if rest_on.titles:
            talk.gap()
        for line in rest_on.lines():
            talk.say(line)
    if since and not play.apart:
        talk.say(counted(session))


def _first_words(play: Play, talk: Conversation) -> None:
    head = play.scenario.head
    made = [Example(head.id, each) for each in play.decisions]
    say_habits(told(play.course, habits(play.course, made), lambda _: head, head.id), talk)


def say_habits(found: Told | None, talk: Conversation) -> None:
    """A heading, and each thing under it with the scenes that show it."""
    for line in habit_lines(found):
        talk.say(line)


def habit_lines(found: Told | None) -> Iterable[str]:
    """The habit as lines, with the scenes that show it."""
    if found is None:
        return
    yield say("plain.heading", heading=found.heading)
    for point in found.points:
        yield from filter(None, [point.says])
        for scene in point.scenes:
            yield say("habit.scene", where=scene.where, said=scene.said)
        yield from filter(None, [point.more, point.instead])
    yield from filter(None, [found.more])


def _counts(session: Session, talk: Conversation) -> None:
    play = session.play
    score = totals.score(play.decisions)
    talk.say(counted(session))
    marks = sentences.marks_lines(play.course, score)
    for sentence in [say("marks.explained"), *marks] if marks else []:
        talk.say(sentence)
    for sentence in forecasts.told(totals.forecasts(play.decisions)):
        talk.say(sentence)


def _step(step: Step, play: Play, talk: Conversation, rest_on: Sources) -> None:
    several = len(step.entries) > 1
    talk.say(say("plain.numbered", number=step.number, thing=_heading(step)))
    seen: set[str] = set()
    for entry in step.told:
        _entry(entry, play, talk, seen, rest_on, several=several)
        seen |= {rule.id for rule in entry.rules}


def _heading(step: Step) -> str:
    """The title of a step, and where it landed."""
    title, side = step.decision.title, _landed(step)
    if step.tried:
        return say("plain.debrief.tried", title=title, side=side)
    if len(step.entries) == 1 or not step.judged:
        return say("plain.debrief.decision", title=title, side=side)
    count = say("debrief.parts", got=step.right, of=len(step.judged))
    return say("plain.debrief.parts", title=title, side=side, count=count)


def _landed(step: Step) -> str:
    if step.off_the_line:
        return say("debrief.as-advised" if step.all_right else "debrief.not-as-advised")
    if not step.judged:
        return say("side.either-way")
    name = sentences.side_name(step.side)
    return say("debrief.halfway", side=name) if len(step.entries) == 1 and step.halfway else name


def _entry(
    entry: Entry, play: Play, talk: Conversation, seen: Collection[str], rest_on: Sources, *, several: bool
) -> None:
    decision = entry.decision
    talk.say(you(play.course, decision), indent=_INDENT)
    if several and 0 < decision.worth < 1:  # of all others their rules say it
        talk.say(say("plain.title", title=_side(entry)), indent=_INDENT)
    if not several or decision.is_sorted:
        for outcome in entry.advised:
            talk.say(say("plain.debrief.advised", said=sorting.advised(play, entry, outcome)), indent=_INDENT)
    for rule in entry.rules:
        if rule.id not in seen:
            _taught(rule, entry, talk, rest_on)


def _side(entry: Entry) -> str:
    """Where one of several landed that was halfway right, at the beginning of a sentence."""
    landed = say("debrief.halfway", side=sentences.side_name(entry.decision.side))
    return landed[:1].upper() + landed[1:]


def _taught(rule: Rule, entry: Entry, talk: Conversation, rest_on: Sources) -> None:
    """A rule that was broken, with what to do; or one that was kept; and the number of what it rests on."""
    pair, mark = rest_on.course.pair(rule.pair), rest_on.mark(rule)
    if rule.id in entry.decision.breaks:
        talk.say(sentences.rule_dont(rule, pair), indent=_INDENT)
    if rule.id in entry.decision.broken:
        talk.say(sentences.rule_do(rule, pair) + mark, indent=_INDENT)
    else:
        talk.say(say("plain.debrief.kept", do=rule.do) + mark, indent=_INDENT)


def _twins(beside: Beside, course: Course, talk: Conversation) -> None:
    """Two twins, one below the other."""
    talk.say(say("twins.title"), indent="   ")
    for which, side in (("here", beside.here), ("there", beside.there)):
        place = twins.place(side.title, side.head, side.day)
        talk.say(say(f"plain.twin.{which}", place=place), indent="   ")
        for kind, text in twins.lines(course, side, you):
            talk.say(_twin_line(kind, unmarked(text)), indent="      ")


def _twin_line(kind: str, text: str) -> str:
    match kind:
        case "fact":
            return say("plain.twins.fact", fact=text)
        case "says":
            return say("plain.twins.says", text=text)
        case "you":
            return text
        case "advised":
            return say("plain.debrief.advised", said=text)
        case _:
            return say("plain.twins.why", because=text)


def others(play: Play, step: Step, talk: Conversation, *, taken: bool = True) -> None:
    """Each option of what was sent at one go, with what it leads to and why. Where the one `taken` has just been told,
    it is only named, to say what the others stand beside."""
    if found := engine.versions(play, step):
        read_versions(found, play.scenario.head, talk)
        talk.say()
    told_before = False
    for entry in step.entries:
        options = engine.options(play, entry.decision)
        if not taken and all(each.taken for each in options):  # a planned contact stands beside none
            continue
        if told_before:
            talk.say()
        told_before = True
        if entry.decision.is_sorted:
            with talk.together():
                _statement(entry, play, talk)
            continue
        _options(options, play, talk, taken=taken, several=len(step.entries) > 1)
    left = engine.untaken(play, step)
    for number, option in enumerate(left):
        with talk.together():
            if not number and told_before:
                talk.say()
            if not number:
                talk.say(say("plain.heading", heading=say("others.left-out")))
            _option(option, play, talk)


def _statement(entry: Entry, play: Play, talk: Conversation) -> None:
    """A statement, where it belongs, and why: of two sides there is nothing else to tell."""
    decision = entry.decision
    talk.say(sentences.told_of(play.course, decision))
    for outcome in entry.advised:
        talk.say(say("plain.debrief.advised", said=sorting.advised(play, entry, outcome)))
    taken = next((each for each in engine.options(play, decision) if each.taken), None)
    if taken is None:
        return
    talk.prose(taken.consequence.because)
    for rule in taken.rules:
        words = sentences.rule_dont if rule.id in decision.breaks else sentences.rule_do
        talk.say(words(rule, play.course.pair(rule.pair)))


def _options(options: Iterable[Option], play: Play, talk: Conversation, *, taken: bool, several: bool) -> None:
    """Those of one question; of several questions without an empty line between them."""
    told_before = False
    for option in options:
        if option.taken and not taken:
            if several:
                talk.say(you(play.course, option.outcome))
            continue
        with talk.together():
            if told_before and not several:
                talk.say()
            _option(option, play, talk)
        told_before = True


def _option(option: Option, play: Play, talk: Conversation) -> None:
    course, outcome = play.course, option.outcome
    talk.say(you(course, outcome) if option.taken else say("plain.others.or", said=sentences.said(course, outcome)))
    talk.prose(option.consequence.happens)
    messages(option.consequence.arrives, talk)
    talk.say(_landing(option, play))
    talk.prose(option.consequence.because)
    for rule in option.rules:
        words = sentences.rule_dont if rule.id in outcome.breaks else sentences.rule_do
        talk.say(words(rule, course.pair(rule.pair)))


def _landing(option: Option, play: Play) -> str:
    if option.verdict is Verdict.EITHER:
        return say("lands.either-way")
    landing, day = sentences.landing(option.side), option.outcome.day
    if option.taken:
        return say("lands.one.silent", landing=landing)
    if day is None:
        return say("plain.others.landing", landing=landing)
    return say("plain.others.landing-on", landing=landing, day=sentences.day_name(play.scenario.head, day))
