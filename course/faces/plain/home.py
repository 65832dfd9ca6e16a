"""Home in plain lines: where you stand, the scenarios, and which one to open."""

from __future__ import annotations

from collections.abc import Iterator

from course.faces.plain import chapters, companion, practise, results, settings, takeaway
from course.faces.plain.conversation import InputEnded, Keyword
from course.faces.plain.desk import Desk
from course.faces.plain.playing import Leaving
from course.faces.plain.scenario import play
from course.model import Head
from course.visit.home import Home, Listed, ListedChapter, State
from course.visit.offers import Offer
from course.words import sentences

_RESULTS = Keyword(("r", "results"), "what you are good at, and what trips you", Offer.RESULTS)
_TAKEAWAY = Keyword(("t", "take along"), "one page of what you did and should keep", Offer.TAKEAWAY)
_SETTINGS = Keyword(("s", "settings"), "extra minute, practice, the day of your next interview", Offer.SETTINGS)
_COMPANION = Keyword(("a", "ask"), "take the extra minute, for real: right now, and nothing is kept", Offer.COMPANION)
_PRACTISE = Keyword(("g", "practise"), "what you missed, in other scenes; it never touches your scores", Offer.PRACTISE)
_NEVER = Keyword(("x", "never"), "do not offer that again", Offer.NO_PRACTICE)
_LIST = Keyword(("list", "again"), "the stories once more")
_ENTER = "enter"


def stay(desk: Desk) -> None:
    """Open one scenario after the other until the learner leaves. Raises InputEnded."""
    desk.visit.look_through()
    home = desk.visit.home()
    if Offer.OPEN not in home.offers:
        desk.talk.say(f"{desk.visit.course.title}.")
        _tell_unavailable(desk)
        desk.talk.say("There is no story to play here.")
        return
    _tell_list(desk, home)
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
    match word:
        case "g":
            practise.tell(desk)
        case "x":
            practise.never(desk)
        case "s":
            settings.change(desk)
        case "a":
            companion.ask(desk.visit.companion(), desk.visit.course, desk.talk)
        case "t":
            takeaway.tell(desk)
        case "r":
            results.tell(desk)
        case _:
            _tell_list(desk, desk.visit.home())


def _open(desk: Desk, scenario_id: str) -> None:
    """That scenario, and those after it for as long as the learner asks for the next; each chapter opened and
    closed."""
    leaving = Leaving.NEXT
    while leaving is Leaving.NEXT and scenario_id:
        chapters.opened(desk, scenario_id)
        leaving = play(desk, scenario_id)
        chapters.closed(desk, scenario_id)
        scenario_id = desk.visit.next_up(after=scenario_id)
    desk.talk.say("Home.")


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


def _tell_list(desk: Desk, home: Home) -> None:
    """The scenarios, pair by pair, and how each went."""
    course, talk = desk.visit.course, desk.talk
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
