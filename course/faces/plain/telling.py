"""What there is to tell of a play in plain lines: a scene, the other options, the debrief, the other side."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.engine import week
from course.engine.decision import Decision, scene_title
from course.engine.known import all_known
from course.engine.otherside import views
from course.engine.outcome import Outcome
from course.engine.play import Play
from course.faces.plain.conversation import Conversation
from course.model import Course, Head, Message, Rule
from course.text.paragraphs import closed, unmarked
from course.words import media, say, sentences
from course.words import week as week_words


def scene(play: Play, talk: Conversation, position: str = "") -> None:
    """Where and when we are, what has been sent so far, what arrives, and what there is to read."""
    head = play.scenario.head
    heading = _heading(scene_title(play.scene), "" if play.flipped else sentences.when(head, play.day))
    talk.say(f"{heading} {say('plain.position', position=position)}" if position else heading)
    contacts = sentences.contacts_sentence(head, play.contacts)
    if contacts and not play.flipped:
        talk.say(contacts)
    messages(play.arrives, talk)
    talk.prose(play.text)


def _heading(title: str, day: str) -> str:
    """The title and the day, unless the title only says the day again."""
    if day.startswith(title):
        return say("plain.title", title=day)
    return say("plain.scene", title=title, day=day) if day else say("plain.title", title=title)


def other_side(play: Play, talk: Conversation) -> None:
    """The days of the scenario, as each person there lived them."""
    head = play.scenario.head
    for number, view in enumerate(views(play)):
        name, role = view.person.name, view.person.role
        whose = say("plain.other-side.role", name=name, role=role) if role else say("plain.title", title=name)
        for place, moment in enumerate(view.moments):
            day = say("plain.title", title=sentences.day_name(head, moment.day))
            did = say("plain.you", said=closed(moment.did)) if moment.did else ""
            with talk.together():
                if number and not place:
                    talk.say()
                if not place:
                    talk.say(whose)
                talk.say(f"{day} {did}".rstrip())
                talk.prose(moment.text)


def what_you_know(play: Play, talk: Conversation) -> None:
    """The days on which something came, went or is known; the other facts so far; and who is who."""
    head, known, days = play.scenario.head, all_known(play), week.week(play)
    for day in days:
        if not day.empty:
            talk.say(_day(head, day))
    told = {fact for day in days for fact in day.facts}
    for learned in known.facts:
        if learned.fact not in told:
            talk.prose(learned.fact)
    for person in known.people:
        whole = say("plain.other-side.role", name=person.name, role=person.role) if person.role else person.name
        talk.say(whole)
    if not (days or known):
        talk.say(say("plain.know.nothing"))


def _day(head: Head, day: week.Day) -> str:
    """A day, and what there is to say of it."""
    parts = [say("week.today")] if day.today else []
    parts += [week_words.event(head, each) for each in day.events]
    parts += [unmarked(each).rstrip(".") for each in day.facts]
    told = say("plain.week.between").join(parts)
    return say("plain.week.day", day=sentences.day_name(head, day.number), told=told)


def you(course: Course, record: Outcome | Decision) -> str:
    """What the learner did, in a line of its own: a statement they said something of; a part of a message has its own
    name before it."""
    if record.sorted_as or record.answer[:1] == (record.item,):
        return sentences.told_of(course, record)
    return say("plain.you", said=sentences.said(course, record))


def messages(arriving: Iterable[Message], talk: Conversation) -> None:
    """What arrives, from whom, and what it says."""
    for message in arriving:
        if not (message.medium.traits.wordless and message.text):
            talk.say(media.intro(message))
        talk.prose(message.text)
        talk.gap()


def rules(touched: Iterable[Rule], broken: Collection[str], course: Course, talk: Conversation) -> None:
    """A rule that was broken says what not to do; then each says what to do."""
    for rule in touched:
        pair = course.pair(rule.pair)
        if rule.id in broken:
            talk.say(sentences.rule_dont(rule, pair))
        talk.say(sentences.rule_do(rule, pair))
