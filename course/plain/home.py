"""Home in plain lines: where you stand, the stories, and which one to open."""

from __future__ import annotations

import random
import sys

from course import places, settings, wording
from course.journal import Journal
from course.journal.progress import Progress, progress
from course.model import Head
from course.opening import Opening
from course.plain import story
from course.plain.talk import Answer, Gone, Talk
from course.session import Session
from course.shelf import Shelf


def run(opening: Opening) -> int:
    """Talk on standard input and output until the learner leaves. Returns the exit status."""
    talk = Talk(sys.stdin, sys.stdout)
    shelf = Shelf(opening.folder)
    chosen, notice = settings.load(places.settings_file())
    journal = Journal.open(places.journal_file())
    for sentence in [*journal.notices, *([notice] if notice else [])]:
        talk.say(sentence)
    try:
        if opening.scenario:
            return _play(opening, opening.scenario, shelf, journal, chosen, talk)
        return _home(opening, shelf, journal, chosen, talk)
    finally:
        journal.close()


def _home(opening: Opening, shelf: Shelf, journal: Journal, chosen: settings.Settings, talk: Talk) -> int:
    shelf.check()
    while True:
        ids = _list(shelf, journal, talk)
        begun = [each.scenario for each in journal.unfinished(shelf.course.id) if each.scenario in ids]
        default = str(ids.index(begun[0]) + 1) if begun else ""
        answers = [Answer((str(number), scenario), f"open {scenario}") for number, scenario in enumerate(ids, 1)]
        enter = f", Enter to go on with {default}" if default else ""
        try:
            word = talk.ask(f"Which story, 1 to {len(ids)}{enter}, or quit?", answers, default)
        except Gone:
            talk.say("Your progress is kept. Come back with: fineline")
            return 0
        talk.say()
        _play(opening, ids[int(word) - 1], shelf, journal, chosen, talk)


def _list(shelf: Shelf, journal: Journal, talk: Talk) -> list[str]:
    """Say where the learner stands; the ids of the stories that can be opened, in the order of their numbers."""
    course = shelf.course
    standing = progress(journal.attempts(course.id))
    begun = {each.scenario for each in journal.unfinished(course.id)}
    talk.say(f"{course.title}. A course on the line between assertive and pushy.")
    story.say_marks(course.pairs, standing.first, talk)
    ids: list[str] = []
    for head in shelf.heads:
        if head.id in shelf.unavailable:
            talk.say(f"Not available: {head.title}. {shelf.unavailable[head.id]}")
            talk.say("To see more: fineline check")
            continue
        ids.append(head.id)
        state = _state(head, standing, begun)
        talk.say(f"{len(ids)}. {head.title}{f', {state}' if state else ''}. {head.summary}")
    return ids


def _state(head: Head, standing: Progress, begun: set[str]) -> str:
    if head.id in begun:
        return "begun"
    minutes = f"{head.minutes} minutes" if head.minutes else ""
    return wording.standing_words(standing.scenarios.get(head.id)) or minutes


def _play(
    opening: Opening, scenario_id: str, shelf: Shelf, journal: Journal, chosen: settings.Settings, talk: Talk
) -> int:
    scenario = shelf.open(scenario_id)
    if scenario is None:
        talk.say(f"This story is not available. {shelf.unavailable.get(scenario_id, '')}")
        return 2
    session, notice = Session.take_up(
        shelf.course,
        scenario,
        journal,
        seed=random.randrange(2**31) if opening.seed is None else opening.seed,
        extra_minute=chosen.extra_minute and shelf.course.extra_minute,
        at=opening.at,
    )
    if session.play.history:
        talk.say(f"You were here before; you have made {len(session.play.history)} of your decisions.")
    if notice:
        talk.say(notice)
    try:
        story.play(session, talk)
    except (Gone, KeyboardInterrupt) as left:
        kept = "Your place is kept." if session.kept and session.play.history else "Nothing was decided yet."
        talk.say(f"{kept} Go on with: fineline play {scenario_id}")
        if isinstance(left, KeyboardInterrupt):
            raise
    return 0
