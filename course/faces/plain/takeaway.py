"""The takeaway in plain lines: all of the page, the if-then card to choose, and where to save it."""

from __future__ import annotations

from pathlib import Path

from course.faces.plain.conversation import NO, Conversation, Keyword
from course.faces.plain.desk import Desk
from course.progress.takeaway.cards import LONGEST
from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.lines import HEADINGS, Line, Section
from course.progress.takeaway.page import sections, stands
from course.system.files import NotWritten, there
from course.system.paths import NoHome
from course.visit.takeaway import choose, file_meant, save, takeaway, usual_file
from course.words import say
from course.words.files import not_written

CARD = Keyword("plain.answer.card", "plain.takeaway.card.about")
SAVE = Keyword("plain.answer.save-page", "plain.takeaway.save.about")
_OWN = Keyword("plain.answer.own-card", "plain.takeaway.own.about")
_AS_IT_IS = Keyword("plain.answer.done", "plain.takeaway.as-it-is.about", enter=True)


def tell(desk: Desk) -> None:
    """All of the page, section by section, and what may be done with it."""
    page = takeaway(desk.visit)
    desk.talk.say(say("plain.title", title=stands(page)))
    for section in sections(page):
        for number, lines in enumerate(_parts(section)):
            with desk.talk.together():
                if number:
                    desk.talk.gap()
                else:
                    desk.talk.say()
                    desk.talk.say(say("plain.heading", heading=section.heading.rstrip(".:?")))
                for line in lines:
                    desk.talk.prose(_told(line))
    desk.talk.say()
    command = desk.elsewhere("report", "--html", "takeaway.html")
    desk.talk.say(say("plain.takeaway.then", card=CARD.word, save=SAVE.word, command=command))
    desk.talk.say()


def _parts(section: Section) -> list[list[Line]]:
    """What stands together: each pair with its rules, each habit, each message."""
    parts: list[list[Line]] = [[]]
    for line in section.lines:
        if parts[-1] and line.kind in (*HEADINGS, "strong", "model"):
            parts.append([])
        parts[-1].append(line)
    return parts


def _told(line: Line) -> str:
    match line.kind:
        case "pair" | "short":
            return say("plain.takeaway.pair", do=line.text, dont=line.beside)
        case "rule":
            return say("plain.takeaway.rule", do=line.text, dont=line.beside)
        case _:
            return line.text


def choose_card(desk: Desk) -> None:
    """Another if-then card, or one of the learner's own. Raises InputEnded."""
    page = takeaway(desk.visit)
    word = _which(desk, page)
    if word == _AS_IT_IS.name:
        return
    own = word == _OWN.name
    if page.own_card and not own and not desk.talk.sure(say("plain.takeaway.replace-own")):
        return
    own_words = say("plain.takeaway.write", n=LONGEST)
    card = desk.talk.typed(own_words, say("card-page.about"), LONGEST) if own else page.cards[int(word) - 1]
    if card:
        choose(desk.visit, card)
        desk.talk.say(say("plain.takeaway.card-now", card=takeaway(desk.visit).card))
    desk.talk.say()


def _which(desk: Desk, page: Takeaway) -> str:
    """The number of a card, or a word; where the course has none, there is only one's own to write."""
    if not page.cards:
        return _OWN.name
    desk.talk.say(say("plain.takeaway.card-now", card=page.card))
    numbers = desk.talk.numbered(page.cards)
    question = say("plain.takeaway.which", last=len(numbers), own=_OWN.word)
    return desk.talk.ask(question, [*numbers, _OWN, _AS_IT_IS])


def is_meant(typed: str, file: Path, talk: Conversation) -> bool:
    """Whether it shall be written there: asked where another file would be lost, and where any word could have been
    typed, for it is a name too. Raises NotWritten."""
    if there(file):
        return talk.sure(say("plain.takeaway.replace", path=file))
    return not typed or talk.sure(say("plain.takeaway.there", path=file))


def save_page(desk: Desk) -> None:
    """Ask where, and save it there; over another file only where that is wanted. Raises InputEnded."""
    page, talk = takeaway(desk.visit), desk.talk
    try:
        usual = usual_file(page, "html")
        question = say("plain.takeaway.where", path=usual, no=NO.word)
        typed = talk.typed(question, say("takeaway-page.where.hint", folder=usual.parent))
        file = file_meant(typed, usual) if typed else usual
        if typed.lower() in NO.words[:1] or not is_meant(typed, file, talk):
            talk.say(say("command.write.nothing-written"))
            return
        save(page, file)
    except (NoHome, NotWritten) as problem:
        talk.say(not_written(problem))
        return
    talk.say(say("takeaway-page.saved", path=file))
    talk.say()
