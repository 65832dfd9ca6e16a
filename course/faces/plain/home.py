"""The plain face on standard input and output, and its home: where you stand, the scenarios, and which one to open."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

from course.faces.plain import companion, contents, results, settings, takeaway, telling
from course.faces.plain.conversation import QUIT, Conversation, InputEnded, Keyword, Named
from course.faces.plain.desk import Desk
from course.faces.plain.playing import Leaving
from course.faces.plain.scenario import play, practice_due
from course.model import Head
from course.model.record import replace
from course.system.printing import warn
from course.visit.home import Home, State
from course.visit.offers import Offer
from course.visit.request import Request
from course.visit.visit import Visit
from course.words import forecasts, practice, say, sentences

_RESULTS = Keyword("plain.answer.results", "plain.home.results.about", Offer.RESULTS)
_TAKEAWAY = Keyword("plain.answer.takeaway", "plain.home.takeaway.about", Offer.TAKEAWAY)
_SETTINGS = Keyword("plain.answer.settings", "plain.home.settings.about", Offer.SETTINGS)
_COMPANION = Keyword("plain.answer.companion", "plain.home.companion.about", Offer.COMPANION)
_PRACTICE = Keyword("plain.answer.practice", "plain.home.practice.about", Offer.PRACTICE)
_NEVER = Keyword("plain.answer.never", "plain.home.never.about", Offer.NO_PRACTICE)
_ENTER_RESULTS = Keyword("plain.answer.enter", "plain.home.results.about", Offer.ROUND_RESULTS, enter=True)
_ENTER = Keyword("plain.answer.enter", "plain.home.open.about", enter=True)
_WARM_UP = Keyword("plain.answer.warm-up", "plain.home.open.about", Offer.OPEN)
_AFTER_CHECK = Keyword("plain.answer.after-check", "plain.home.open.about", Offer.OPEN)


def run(request: Request) -> int:
    """Talk until the learner leaves; the exit status. Raises CourseBroken."""
    visit = Visit.begin(request)
    desk = Desk(visit, Conversation(sys.stdin, sys.stdout))
    desk.talk.standing = desk.standing
    visit.wait_for_the_journal()
    try:
        with suppress(InputEnded):
            if request.companion:
                companion.ask(desk)
            else:
                desk.say_notices()
                _begin(desk, request)
    except BaseException:
        visit.close(warn, hurried=True)  # a signal is not kept waiting
        raise
    return visit.close(warn)


def _begin(desk: Desk, request: Request) -> None:
    """The scenario asked for and those after it; home, if none was asked for or the learner goes there."""
    scenario_id, at, leaving = request.scenario, request.at, Leaving.HOME
    while scenario_id:
        leaving = play(desk, scenario_id, at)
        scenario_id, at = desk.visit.next_up(after=scenario_id) if leaving is Leaving.NEXT else "", ""
    if leaving is Leaving.RESULTS:
        results.tell(desk)
    if leaving in (Leaving.HOME, Leaving.RESULTS):
        stay(desk)


def stay(desk: Desk) -> None:
    """Open one scenario after the other until the learner leaves. Raises InputEnded."""
    desk.visit.look_through()
    home = desk.visit.home()
    if Offer.OPEN not in home.offers:
        desk.talk.say(say("plain.title", title=desk.visit.course.title))
        contents.unavailable(desk)
        desk.talk.say(say("plain.home.nothing-to-play"))
        return
    contents.tell(desk)
    over = False
    while True:
        home = desk.visit.home()
        try:
            word = _ask(desk, home, anew=not over)
        except (InputEnded, KeyboardInterrupt) as left:
            if isinstance(left, KeyboardInterrupt):
                desk.talk.interrupted()
            desk.talk.say(say("plain.home.come-back", command=desk.command()))
            raise
        over = home.round_just_over
        desk.talk.say()
        _do(desk, word)
        desk.visit.look_for_practice()
        desk.say_notices()


def _do(desk: Desk, word: Head | str) -> None:
    """Do what was asked for at home: open that scenario, or obey that word."""
    if isinstance(word, Head):
        _open(desk, word.id)
        return
    commands = {
        _PRACTICE.name: practice_due,
        _NEVER.name: _never_practice,
        _SETTINGS.name: settings.change,
        _COMPANION.name: companion.ask,
        _TAKEAWAY.name: takeaway.tell,
        takeaway.CARD.name: takeaway.choose_card,
        takeaway.SAVE.name: takeaway.save_page,
        _RESULTS.name: results.tell,
    }
    commands.get(word, contents.every_one)(desk)


def _open(desk: Desk, scenario_id: str) -> None:
    """That scenario, and those after it for as long as the learner asks for the next; each chapter opened and
    closed."""
    leaving = Leaving.NEXT
    while leaving is Leaving.NEXT and scenario_id:
        _open_chapter(desk, scenario_id)
        before = desk.visit.finished()
        leaving = play(desk, scenario_id)
        if scenario_id not in before:  # else it was opened once more, and what it completed has had its word
            _close_chapter(desk, scenario_id)
        scenario_id = desk.visit.next_up(after=scenario_id)
    if leaving is Leaving.RESULTS:
        results.tell(desk)
    desk.talk.say(say("plain.home.here"))


def _open_chapter(desk: Desk, scenario_id: str) -> None:
    """Say what the scenario's pair is about, if a chapter begins with it."""
    chapter = desk.visit.opens(scenario_id)
    if chapter is None or chapter.pair is None:
        return
    desk.talk.say(say("plain.title", title=chapter.title))
    desk.talk.prose(chapter.pair.intro)
    desk.talk.say()


def _close_chapter(desk: Desk, scenario_id: str) -> None:
    """Say what the learner did in all of the chapter, if this scenario has just completed it."""
    talk, course = desk.talk, desk.visit.course
    chapter = desk.visit.closes(scenario_id)
    if chapter is None:
        return
    found = desk.visit.lessons(chapter)
    talk.say(say("plain.chapter.over", title=chapter.title))
    kept, slipped = say("plain.chapter.kept"), say("plain.chapter.slipped")
    for heading, made in ((kept, found.kept), (slipped, found.slipped)):
        if made:
            talk.say(heading)
        for decision, rules in made:
            talk.say(telling.you(course, decision))
            for rule in rules:
                talk.say(sentences.rule_do(rule, course.pair(rule.pair)))
    for line in (*sentences.marks_lines(course, found.score), *forecasts.told(found.forecasts)):
        talk.say(line)
    talk.say()


def _never_practice(desk: Desk) -> None:
    """Not offered again, if they are sure."""
    if not desk.talk.sure(say("plain.home.never.sure")):
        return
    desk.talk.say(say("plain.home.never.done"))
    desk.visit.remember(replace(desk.visit.settings, practice=False))


def _ask(desk: Desk, home: Home, *, anew: bool) -> Head | str:
    """The scenario to open, or the word for something else; `anew` unless home has been told so already. Raises
    InputEnded."""
    enter = None if home.round_ends else home.left.head if home.left else home.next_up
    contents.what_next(desk, home, anew=anew)
    if home.left:
        where = sentences.place(home.left.attempt.title, home.left.head, home.left.attempt.day)
        desk.talk.say(say("plain.home.left", title=home.left.head.title, place=where))
    if home.due:
        desk.talk.say(say("plain.title", title=practice.offer(len(home.due))))
    if home.better:
        desk.talk.say(practice.better(home.better))
    apart = list(_apart(home))
    answers: list[Keyword | Named] = [
        *([_ENTER_RESULTS] if home.round_ends else []),
        *([_opening(_ENTER.name, _ENTER.words, enter, _going_on(home))] if enter else []),
        *_numbered(home),
        *(_opening(key.name, (*key.words, *_names(head)), head) for key, head in apart),
        *(each for each in (_COMPANION, _PRACTICE, _NEVER, _TAKEAWAY, _RESULTS) if each.offer in home.offers),
    ]
    options = say("plain.prompt.between").join(_options(home, enter, apart))
    question = say("plain.home.prompt", options=options, quit=QUIT.word)
    kept = [takeaway.CARD, takeaway.SAVE] if Offer.TAKEAWAY in home.offers else []
    name = desk.talk.ask(question, answers, [*kept, contents.LIST, _SETTINGS])
    if name == _ENTER.name and enter:
        return enter
    if name.isdecimal():
        return home.open[int(name) - 1]
    if name == _ENTER_RESULTS.name:
        return _RESULTS.name
    return next((head for key, head in apart if key.name == name), name)


def _going_on(home: Home) -> Offer:
    return Offer.CONTINUE if home.left else Offer.BEGIN


def _opening(name: str, words: tuple[str, ...], head: Head, offer: Offer = Offer.OPEN) -> Named:
    """The words that open a scenario, and what help says of them."""
    return Named(name, words, say("plain.home.open.about", title=head.title), offer)


def _numbered(home: Home) -> Iterator[Named]:
    """Every scenario by its number. Where they are many, help says it once for all of them; `list` reads them out."""
    for number, head in enumerate(home.open, 1):
        each = _opening(str(number), (str(number), *_names(head)), head)
        if home.by_chapters:
            each = replace(each, told=say("plain.home.any.about", n=len(home.open)) if number == 1 else "")
        yield each


def _names(head: Head) -> tuple[str, str]:
    """What a scenario may be called, too."""
    return head.id, head.title


def _options(home: Home, enter: Head | None, apart: Iterable[tuple[Keyword, Head]]) -> Iterator[str]:
    """What may be answered, as the prompt names it."""
    if home.round_ends:
        yield say("plain.home.enter-results")
    if enter:
        yield say("plain.home.enter-there") if home.left else say("plain.home.enter-for", title=enter.title)
    if home.open:
        yield say("plain.home.numbers", n=len(home.open))
    yield from (say("plain.home.key-for", key=key.word, title=head.title) for key, head in apart if head != enter)
    if Offer.PRACTICE in home.offers:
        yield say("plain.home.practice", practice=_PRACTICE.word, never=_NEVER.word)
    if Offer.COMPANION in home.offers:
        yield say("plain.home.companion", ask=_COMPANION.word)
    if Offer.TAKEAWAY in home.offers:
        yield say("plain.home.takeaway", takeaway=_TAKEAWAY.word)
    yield say("plain.home.results", results=_RESULTS.word)


def _apart(home: Home) -> Iterator[tuple[Keyword, Head]]:
    """The warm-up, and the after-check, each with its key."""
    for key, listed in ((_WARM_UP, home.warm_up), (_AFTER_CHECK, home.after_check)):
        if listed is not None and listed.state is not State.UNAVAILABLE:
            yield key, listed.head
