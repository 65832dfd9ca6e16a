"""The plain face on standard input and output, and its home: where you stand, the scenarios, and which one to open."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress

from course.faces.plain import companion, results, settings
from course.faces.plain.conversation import Conversation, InputEnded, Keyword
from course.faces.plain.desk import Desk
from course.faces.plain.playing import Leaving
from course.faces.plain.scenario import play, practise
from course.model import Head
from course.model.record import replace
from course.progress.takeaway.page import sections
from course.visit.home import Home, Listed, ListedChapter, State
from course.visit.offers import Offer
from course.visit.request import Request
from course.visit.visit import Visit
from course.words import sentences

_RESULTS = Keyword(("r", "results"), "what you are good at, and what trips you", Offer.RESULTS)
_TAKEAWAY = Keyword(("t", "take along"), "one page of what you did and should keep", Offer.TAKEAWAY)
_SETTINGS = Keyword(("s", "settings"), "extra minute, practice, the day of your next interview", Offer.SETTINGS)
_COMPANION = Keyword(("a", "ask"), "take the extra minute, for real: right now, and nothing is kept", Offer.COMPANION)
_PRACTISE = Keyword(("g", "practise"), "what you missed, in other scenes; it never touches your scores", Offer.PRACTISE)
_NEVER = Keyword(("x", "never"), "do not offer that again", Offer.NO_PRACTICE)
_LIST = Keyword(("list", "again"), "the stories once more")
_ENTER = "enter"


def run(request: Request) -> int:
    """Talk until the learner leaves; the exit status. Raises CourseBroken."""
    visit = Visit.begin(request)
    desk = Desk(visit, Conversation(sys.stdin, sys.stdout))
    desk.talk.standing = lambda: visit.keeping
    try:
        with suppress(InputEnded):
            if request.companion:
                companion.ask(desk)
            else:
                desk.say_notices()
                _begin(desk, request)
    except BaseException:
        visit.close(desk.talk.say, hurried=True)  # a signal is not kept waiting
        raise
    visit.close(desk.talk.say)
    return 0


def _begin(desk: Desk, request: Request) -> None:
    """The scenario asked for and those after it; home, if none was asked for or the learner goes there."""
    scenario_id, at, leaving = request.scenario, request.at, Leaving.HOME
    while scenario_id:
        leaving = play(desk, scenario_id, at)
        scenario_id, at = desk.visit.next_up(after=scenario_id) if leaving is Leaving.NEXT else "", ""
    if leaving is Leaving.HOME:
        stay(desk)


def stay(desk: Desk) -> None:
    """Open one scenario after the other until the learner leaves. Raises InputEnded."""
    desk.visit.look_through()
    home = desk.visit.home()
    if Offer.OPEN not in home.offers:
        desk.talk.say(f"{desk.visit.course.title}.")
        _tell_unavailable(desk)
        desk.talk.say("There is no story to play here.")
        return
    _tell_list(desk)
    while True:
        try:
            word = _ask(desk)
        except (InputEnded, KeyboardInterrupt) as left:
            if isinstance(left, KeyboardInterrupt):
                desk.talk.say()
            desk.talk.say(f"Your progress is kept. To come back: {desk.command()}")
            raise
        desk.talk.say()
        _do(desk, word)
        desk.visit.look_for_practice()
        desk.say_notices()


def _do(desk: Desk, word: Head | str) -> None:
    """What was asked for."""
    if isinstance(word, Head):
        _open(desk, word.id)
        return
    commands = {
        "g": practise,
        "x": _never_practise,
        "s": settings.change,
        "a": companion.ask,
        "t": _tell_takeaway,
        "r": results.tell,
    }
    commands.get(word, _tell_list)(desk)


def _open(desk: Desk, scenario_id: str) -> None:
    """That scenario, and those after it for as long as the learner asks for the next; each chapter opened and
    closed."""
    leaving = Leaving.NEXT
    while leaving is Leaving.NEXT and scenario_id:
        _open_chapter(desk, scenario_id)
        leaving = play(desk, scenario_id)
        _close_chapter(desk, scenario_id)
        scenario_id = desk.visit.next_up(after=scenario_id)
    desk.talk.say("Home.")


def _open_chapter(desk: Desk, scenario_id: str) -> None:
    """Say what the scenario's pair is about, if a chapter begins with it."""
    chapter = desk.visit.opens(scenario_id)
    if chapter is None or chapter.pair is None:
        return
    desk.talk.say(f"{chapter.title}.")
    desk.talk.prose(chapter.pair.intro)
    desk.talk.say()


def _close_chapter(desk: Desk, scenario_id: str) -> None:
    """Say what the learner did in all of the chapter, if this scenario has just completed it."""
    talk, course = desk.talk, desk.visit.course
    chapter = desk.visit.closes(scenario_id)
    if chapter is None:
        return
    found = desk.visit.lessons(chapter)
    talk.say(f"That was all of {chapter.title}.")
    for line in sentences.marks_lines(course, found.score):
        talk.say(line)
    for heading, made in (("Worth keeping:", found.kept), ("Worth another look:", found.slipped)):
        if made:
            talk.say(heading)
        for decision, rules in made:
            talk.say(f"You: {sentences.said(course, decision)}")
            for rule in rules:
                talk.say(sentences.rule_do(rule, course.pair(rule.pair)))
    for sentence in sentences.forecast_sentences(found.forecasts):
        talk.say(sentence)
    talk.say()


def _never_practise(desk: Desk) -> None:
    """Not offered again."""
    desk.talk.say("It will not be offered again. Settings bring it back.")
    desk.visit.remember(replace(desk.visit.settings, practice=False))


def _tell_takeaway(desk: Desk) -> None:
    """All of the page, section by section, and how to have it as a file."""
    page = desk.visit.takeaway()
    if page is None:
        return
    for section in sections(page):
        desk.talk.say(f"{section.heading.rstrip('.:')}:")
        for line in section.lines:
            desk.talk.prose(line.text)
        desk.talk.say()
    desk.talk.say(f"To print or to keep it: {desk.command('report', '--html', 'takeaway.html')}")
    desk.talk.say()


def _ask(desk: Desk) -> Head | str:
    """The scenario to open, or the word for something else. Raises InputEnded."""
    home = desk.visit.home()
    enter = home.left.head if home.left else home.next_up
    if home.left:
        where = sentences.place(home.left.attempt.title, home.left.head, home.left.attempt.day)
        desk.talk.say(f"You left {home.left.head.title} at {where}.")
    if home.due:
        desk.talk.say(f"{sentences.practice_offer(len(home.due))}.")
    heads = {str(number): head for number, head in enumerate(home.open, 1)} | dict(_apart(home))
    going_on = Offer.CONTINUE if home.left else Offer.BEGIN
    answers = [
        *([Keyword((_ENTER, ""), f"open {enter.title}", going_on)] if enter else []),
        *(Keyword((key, head.id, head.title.lower()), f"open {head.title}", Offer.OPEN) for key, head in heads.items()),
        *(each for each in (_COMPANION, _PRACTISE, _NEVER, _TAKEAWAY, _RESULTS) if each.offer in home.offers),
    ]
    question = f"{', '.join(_options(home, enter, heads))}, or quit:"
    word = desk.talk.ask(question, answers, [_LIST, _SETTINGS])
    if word == _ENTER and enter:
        return enter
    return heads.get(word, word)


def _options(home: Home, enter: Head | None, heads: dict[str, Head]) -> Iterator[str]:
    """What may be answered, as the prompt names it."""
    if enter:
        yield "Enter to go on there" if home.left else f"Enter for {enter.title}"
    count = len(home.open)
    yield f"1 to {count} for a story" if count > 1 else "1 for the story"
    yield from (f"{key} for {head.title}" for key, head in heads.items() if not key.isdecimal())
    if Offer.PRACTISE in home.offers:
        yield "g to practise again, x to be offered it no more"
    if Offer.COMPANION in home.offers:
        yield "a if you are about to follow up"
    if Offer.TAKEAWAY in home.offers:
        yield "t for what to take along"
    yield "r for your results"


def _tell_list(desk: Desk) -> None:
    """The scenarios, pair by pair, and how each went."""
    course, talk, home = desk.visit.course, desk.talk, desk.visit.home()
    talk.say(f"{course.title}.")
    if not home.progress.scenarios:
        talk.prose(course.about)
    talk.say()
    number = 0
    for chapter in home.chapters:
        there = [each for each in chapter.scenarios if each.state is not State.UNAVAILABLE]
        if there:
            talk.say(_chapter_name(chapter))
        for listed in there:
            number += 1
            talk.say(f"{number}. {_line(listed)}")
        talk.say()
    _tell_unavailable(desk)


def _tell_unavailable(desk: Desk) -> None:
    broken = desk.visit.folder.unavailable
    for head in desk.visit.folder.heads:
        if head.id in broken:
            desk.talk.say(f"Not available: {head.title}. {broken[head.id]}")
    if broken:
        desk.talk.say(f"To see more: {desk.check_command()}")
        desk.talk.say()


def _line(listed: Listed) -> str:
    head = listed.head
    told = "begun" if listed.state is State.BEGUN else sentences.standing_words(listed.progress)
    told = told or sentences.minutes_words(head.minutes)
    said = [f"{head.title}, {told}." if told else f"{head.title}.", f"With {head.other}." if head.other else ""]
    return " ".join(filter(None, [*said, head.summary]))


def _chapter_name(each: ListedChapter) -> str:
    if each.chapter.pair is None:
        return f"{each.chapter.title}:"
    told = f" {sentences.pair_line(each.chapter.pair, each.marks)}" if each.marks else ""
    return f"{each.chapter.title}.{told}"


def _apart(home: Home) -> Iterator[tuple[str, Head]]:
    """The warm-up, and its parallel form, each with its key."""
    for key, listed in (("w", home.warm_up), ("o", home.after_check)):
        if listed is not None and listed.state is not State.UNAVAILABLE:
            yield key, listed.head
