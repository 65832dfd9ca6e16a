"""Home told: how far the first round is, what comes next and why, the chapters, and every scenario by its number."""

from __future__ import annotations

from course.faces.plain.conversation import Keyword
from course.faces.plain.desk import Desk
from course.visit.home import Home, Listed, ListedChapter, State
from course.words import endings, say, sentences
from course.words import home as words

LIST = Keyword("plain.answer.list", "plain.home.list.about")


def what_next(desk: Desk, home: Home, *, anew: bool) -> None:
    """How far the first round is, and what comes next, and why just that. That the round is over is news once, `anew`,
    and not after every command."""
    so_far = home.first_round
    if so_far is not None and home.in_round:
        told = words.round_words(so_far)
        desk.talk.say(say("plain.home.round", told=told))
    elif home.round_just_over and anew:
        desk.talk.say(words.round_over_words())
    if home.round_ends:
        return
    if home.left is None and home.next_up is not None:
        head, pair = home.next_up, desk.visit.course.pair(home.next_up.pair)
        next_up = say("plain.title", title=say("home.next", title=head.title))
        desk.talk.say(" ".join(filter(None, (next_up, words.why(head, pair)))))
    elif home.all_done:
        desk.talk.say(say("home.all-done"))


def tell(desk: Desk) -> None:
    """What the course is, and all of its scenarios; where they are many, its chapters, until `list` is asked for."""
    talk, home = desk.talk, desk.visit.home()
    if not home.by_chapters:
        every_one(desk)
        return
    _tell_course(desk, home)
    first = 1
    for chapter in home.chapters:
        there = sum(each.state is not State.UNAVAILABLE for each in chapter.scenarios)
        if there:
            numbers = say("plain.home.range", first=first, last=first + there - 1) if there > 1 else str(first)
            played = say("home.played", got=chapter.finished, of=len(chapter.scenarios))
            talk.say(say("plain.home.chapter", numbers=numbers, title=chapter.chapter.title, played=played))
        first += there
    talk.say(say("plain.home.unfold", list=LIST.word))
    talk.say()
    unavailable(desk)


def _tell_course(desk: Desk, home: Home) -> None:
    """Its title, and what it is about until something has been played."""
    desk.talk.say(say("plain.title", title=desk.visit.course.title))
    if home.first_time:
        desk.talk.prose(desk.visit.course.about)
    desk.talk.say()


def every_one(desk: Desk) -> None:
    """The scenarios, pair by pair, and how each went."""
    talk, home = desk.talk, desk.visit.home()
    _tell_course(desk, home)
    number = 0
    for chapter in home.chapters:
        there = [each for each in chapter.scenarios if each.state is not State.UNAVAILABLE]
        for listed in there:
            number += 1
            with talk.together():
                if listed is there[0]:
                    talk.say(_chapter_name(chapter))
                talk.say(say("plain.numbered", number=number, thing=_line(listed)))
                if listed is there[-1]:
                    talk.say()
    unavailable(desk)


def unavailable(desk: Desk) -> None:
    broken = desk.visit.folder.unavailable
    for head in desk.visit.folder.heads:
        if head.id in broken:
            desk.talk.say(say("plain.home.unavailable", title=head.title, why=broken[head.id]))
    if broken:
        desk.talk.say(say("plain.home.see-more", command=desk.check_command()))
        desk.talk.say()


def _line(listed: Listed) -> str:
    head = listed.head
    told = say("home.done") if listed.progress and listed.progress.finished else ""
    if listed.state is State.BEGUN:
        told = sentences.begun_words(say("plain.home.begun"), told)
    told = told or sentences.minutes_words(head.minutes)
    title = say("plain.home.told", title=head.title, told=told) if told else say("plain.title", title=head.title)
    return " ".join(filter(None, [title, words.with_whom(head), endings.listed(listed.progress) or head.summary]))


def _chapter_name(each: ListedChapter) -> str:
    title = each.chapter.title
    return say("plain.heading", heading=title) if each.chapter.pair is None else say("plain.title", title=title)
