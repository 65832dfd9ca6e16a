"""What is said of a room at each step, line by line."""

from __future__ import annotations

from itertools import groupby

from course.faces.plain.conversation import Conversation
from course.model import Course, Side
from course.room.hands import LETTERS
from course.room.results import Results
from course.room.reveal import Landing, Reveal
from course.room.room import Step
from course.room.views import Ballot, Notes, Plan, View, Written
from course.serving.wire import Listed, State
from course.text.paragraphs import unmarked
from course.words import media, rooms, say, sentences


def tell(state: State, known: tuple[Listed, ...], course: Course, talk: Conversation) -> None:
    """How the room stands; `known` is what can be begun in it."""
    view = state.view
    talk.say()
    if aside := " · ".join(filter(None, (state.when, say("room.said.what-if") if view.what_if else ""))):
        talk.say(aside)
    if view.step in (Step.LOBBY, Step.ENDED):
        _tell_scene(view, talk)
        for number, each in enumerate(known, 1):
            talk.say(f"{number}. {rooms.listed(each.title, each.stands)}")
        return
    again = "-again" if view.step in (Step.VOTING, Step.CLOSED) and view.ballot and view.ballot.nth > 1 else ""
    talk.say(say(f"host.plain.step-{view.step}{again}", n=view.voted))
    if view.step is Step.READING:
        _tell_scene(view, talk)
        if view.plan is not None:
            _tell_plan(view.plan, talk)
    if view.step is Step.TALKING:
        for question in view.discuss:
            talk.say(question)
        if view.minutes is not None:
            talk.say(say("host.plain.minutes", minutes=sentences.minutes_words(view.minutes)))
    if view.ballot is not None and view.step in (Step.READING, Step.VOTING):
        if view.ballot.asks:
            talk.prose(view.ballot.asks)
        _tell_written(view.ballot.message, talk)
        for letter, option in zip(LETTERS, view.ballot.options, strict=False):
            talk.say(f"{letter}. {rooms.option(option.side, option.sorted_as, option.said)}")
    if view.reveal is not None and view.ballot is not None:
        _tell_reveal(view.reveal, view.ballot, talk)
    _tell_happened(view, talk)
    if view.step is Step.OVER and state.debrief is not None:
        tell_debrief(course, state.debrief, talk)


def tell_debrief(course: Course, found: Results, talk: Conversation) -> None:
    """Tell what the room did, once it is over."""
    for line in rooms.lines(course, found):
        talk.say(line)


def tell_notes(notes: Notes, ballot: Ballot | None, talk: Conversation) -> None:
    """What only whoever leads may know: the key, what to ask, and what might help next."""
    if notes.hint is not None:
        talk.say(say(f"room.said.hint-{notes.hint}"))
    for question in notes.discuss:
        talk.say(question)
    for at, each in enumerate(notes.key if ballot is not None else ()):
        talk.say(f"{LETTERS[at]}. {_lands(each)}: {each.because}")


def _tell_scene(view: View, talk: Conversation) -> None:
    if view.scene is None:
        return
    talk.say(say("plain.title", title=view.scene.title))
    for message in view.scene.arrives:
        talk.say(say("host.plain.arrives", medium=media.title(message.medium), text=unmarked(message.text)))
    talk.prose(view.scene.text)
    if view.scene.ending is not None and view.step is Step.ENDED:
        talk.say(say("ended.where", landing=sentences.landing(view.scene.ending)))


def _tell_plan(plan: Plan, talk: Conversation) -> None:
    """What can be placed or put in order, and what is filled in so far."""
    if plan.asks:
        talk.prose(plan.asks)
    said = {each.id: each.said for each in plan.ways}
    for number, way in enumerate(plan.ways, 1):
        beyond = say("host.beyond") + " " if way.over else ""
        talk.say(f"{number}. {beyond}{way.said}")
    for placed in plan.draft if plan.days else ():
        talk.say(say("host.plain.placed", day=placed[0], said=said.get(placed[1], placed[1])))
    talk.say(say("host.plain.plan-days" if plan.days else "host.plain.plan-drafts"))


def _tell_happened(view: View, talk: Conversation) -> None:
    chose = view.chose or (None,) * len(view.happened)
    for came, chosen in zip(view.happened, chose, strict=True):
        if chosen is not None:
            talk.say(rooms.chosen(chosen))
        talk.prose(came.happens)
        for message in came.arrives:
            talk.say(say("host.plain.arrives", medium=media.title(message.medium), text=unmarked(message.text)))
        talk.prose(came.because)
    for rule in view.rules:
        if rule.dont:
            talk.say(say("host.plain.dont", dont=rule.dont))
        talk.say(say("host.plain.do", do=rule.do))
    if view.step is Step.SHOWN:
        tell_other_side(view, talk)


def tell_other_side(view: View, talk: Conversation) -> None:
    """The days as the others lived them, person by person."""
    for who, moments in groupby(view.other_side, key=lambda each: each.who):
        talk.say(say("host.other-side", who=who))
        for each in moments:
            did = f"{each.did}: " if each.did else ""
            talk.say(say("host.plain.placed", day=each.day, said=f"{did}{each.text}"))


def _tell_written(message: Written | None, talk: Conversation) -> None:
    """The message that is put together part by part, as far as it has come."""
    if message is None:
        return
    talk.say(say("host.plain.part", nth=message.part, of=message.parts))
    if message.subject or message.text:
        talk.say(say("host.plain.so-far"))
        if message.subject:
            talk.say(message.subject)
        talk.prose(message.text)


def _tell_reveal(shown: Reveal, ballot: Ballot, talk: Conversation) -> None:
    if shown.asked:
        talk.say(shown.asked)
    if ballot.asks:
        talk.prose(ballot.asks)
    _tell_written(ballot.message, talk)
    if shown.voters and not shown.counts:
        talk.say(say("room.said.few"))
    for at, (option, landing) in enumerate(zip(ballot.options, shown.landings, strict=True)):
        count = f" ({shown.counts[at]})" if shown.counts else ""
        said = rooms.option(option.side, option.sorted_as, option.said)
        talk.say(f"{LETTERS[at]}{count}. {said} {_lands(landing)}: {landing.because}")
    if tie := rooms.tie(shown):
        talk.say(tie)
    for side in Side:
        if shown.called.get(side):
            talk.say(say("host.plain.called", n=shown.called[side], side=sentences.side_name(side)))
    if shown.left_out:
        talk.say(say("host.hands-alone", n=shown.left_out))
    if shown.passed:
        talk.say(say("host.passed", n=shown.passed))
    if shown.swings:
        talk.say(say("host.twice", n=shown.twice))
    letters = {each.answer: LETTERS[at] for at, each in enumerate(ballot.options)}
    for swing in shown.swings:
        if swing.before != swing.after:
            before, after = (letters.get(each, say("host.pass")) for each in (swing.before, swing.after))
            talk.say(say("host.moved", n=swing.people, before=before, after=after))


def _lands(landing: Landing) -> str:
    return rooms.landing(landing.verdict, landing.side, off_the_line=landing.off_the_line)
