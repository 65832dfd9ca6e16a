"""What there is to tell of a play in plain lines: a scene, the other options, the debrief, the other side."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.engine import totals
from course.engine.debrief import Entry, Option, entries, options
from course.engine.decision import Decision, scene_title
from course.engine.known import all_known
from course.engine.otherside import views
from course.engine.play import Play
from course.engine.twins import Beside
from course.faces.plain.conversation import Conversation
from course.model import Course, Message, Rule, Verdict
from course.text.paragraphs import unmarked
from course.words import forecasts, media, say, sentences, twins


def scene(play: Play, talk: Conversation) -> None:
    """Where and when we are, what has been sent so far, what arrives, and what there is to read."""
    head = play.scenario.head
    talk.say(_heading(scene_title(play.scene), "" if play.flipped else sentences.when(head, play.day)))
    contacts = sentences.contacts_sentence(head, play.contacts)
    if contacts and not play.flipped:
        talk.say(contacts)
    messages(play.arrives, talk)
    talk.prose(play.text)


def others(play: Play, decision: Decision, talk: Conversation) -> None:
    """What each option not taken would have led to, and why."""
    untaken = [option for option in options(play, decision) if not option.taken]
    for number, option in enumerate(untaken):
        if number:
            talk.say()
        _option(option, play.course, talk)


def _option(option: Option, course: Course, talk: Conversation) -> None:
    talk.say(say("plain.others.or", said=sentences.said(course, option.outcome)))
    talk.prose(option.consequence.happens)
    messages(option.consequence.arrives, talk)
    either = option.verdict is Verdict.EITHER
    talk.say(say("lands.either-way") if either else say("plain.others.landing", landing=sentences.landing(option.side)))
    talk.prose(option.consequence.because)
    rules(option.rules, option.outcome.breaks, course, talk)


def _heading(title: str, day: str) -> str:
    """The title and the day, unless the title only says the day again."""
    if day.startswith(title):
        return say("plain.title", title=day)
    return say("plain.scene", title=title, day=day) if day else say("plain.title", title=title)


def debrief(play: Play, talk: Conversation, since: int = 0, beside: Collection[Beside] = ()) -> None:
    """Decisions from number `since` (counted from 0) on, with what stands `beside` them, and the score, which only
    first answers make."""
    made = entries(play)[since:]
    if since and made:
        talk.say(say("plain.debrief.since"))
    for entry in made:
        _entry(entry, play, talk)
        for each in beside:
            if each.after == entry.index:
                _twins(each, play.course, talk)
    score = totals.score(play.decisions)
    for sentence in (
        sentences.score_sentence(score, play.course.pass_mark),
        *sentences.marks_lines(play.course, score),
    ):
        talk.say(sentence)
    for sentence in forecasts.told(totals.forecasts(play.decisions)):
        talk.say(sentence)


def _entry(entry: Entry, play: Play, talk: Conversation) -> None:
    decision = entry.decision
    side = sentences.where(decision)
    told = (
        say("plain.debrief.decision", title=decision.title, side=side)
        if decision.counts
        else say("plain.debrief.tried", title=decision.title, side=side)
    )
    talk.say(say("plain.numbered", number=entry.index + 1, thing=told))
    talk.say(say("plain.you", said=sentences.said(play.course, decision)), indent="   ")
    for outcome in entry.advised:
        talk.say(say("plain.debrief.advised", said=sentences.said(play.course, outcome)), indent="   ")
    for rule in entry.rules:
        words = sentences.rule_dont if rule.id in decision.breaks else sentences.rule_do
        talk.say(words(rule, play.course.pair(rule.pair)), indent="   ")
        if source := sentences.source(play.course, rule):
            talk.say(source, indent="   ")


def _twins(beside: Beside, course: Course, talk: Conversation) -> None:
    """Two twins, one below the other."""
    talk.say(say("twins.title"), indent="   ")
    for which, side in (("here", beside.here), ("there", beside.there)):
        place = twins.place(side.title, side.head, side.day)
        talk.say(say(f"plain.twin.{which}", place=place), indent="   ")
        for fact in side.facts:
            talk.say(say("plain.twins.fact", fact=unmarked(fact)), indent="      ")
        for text in side.says:
            talk.say(say("plain.twins.says", text=unmarked(text)), indent="      ")
        for entry in side.entries:
            talk.say(say("plain.you", said=sentences.said(course, entry.decision)), indent="      ")
            for outcome in entry.advised:
                talk.say(say("plain.debrief.advised", said=sentences.said(course, outcome)), indent="      ")


def other_side(play: Play, talk: Conversation) -> None:
    """The days of the scenario, as each person there lived them."""
    head = play.scenario.head
    for number, view in enumerate(views(play)):
        if number:
            talk.say()
        name, role = view.person.name, view.person.role
        talk.say(say("plain.other-side.role", name=name, role=role) if role else say("plain.title", title=name))
        for moment in view.moments:
            day = say("plain.title", title=sentences.day_name(head, moment.day))
            did = say("plain.you-did", said=moment.did.rstrip(".")) if moment.did else ""
            talk.say(f"{day} {did}".rstrip())
            talk.prose(moment.text)


def what_you_know(play: Play, talk: Conversation) -> None:
    """The facts so far, who is who, and whom the learner has contacted when and how."""
    head, known = play.scenario.head, all_known(play)
    for learned in known.facts:
        day = "" if learned.day is None else say("plain.title", title=sentences.day_name(head, learned.day))
        talk.prose(f"{day} {learned.fact}".lstrip())
    for person in known.people:
        whole = say("plain.other-side.role", name=person.name, role=person.role) if person.role else person.name
        talk.say(whole)
    talk.say(sentences.contacts_sentence(head, known.contacts))


def messages(arriving: Iterable[Message], talk: Conversation) -> None:
    """What arrives, from whom, and what it says."""
    for message in arriving:
        if not (message.medium.traits.wordless and message.text):
            talk.say(media.intro(message))
        talk.prose(message.text)


def rules(touched: Iterable[Rule], broken: Collection[str], course: Course, talk: Conversation) -> None:
    """A rule that was broken says what not to do; then each says what to do."""
    for rule in touched:
        pair = course.pair(rule.pair)
        if rule.id in broken:
            talk.say(sentences.rule_dont(rule, pair))
        talk.say(sentences.rule_do(rule, pair))
