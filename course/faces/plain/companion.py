"""The companion in plain lines."""

from __future__ import annotations

from collections.abc import Iterable

from course.faces.plain.conversation import NO, Conversation, InputEnded, Keyword
from course.faces.plain.days import ask_for_day
from course.faces.plain.desk import Desk
from course.faces.plain.takeaway import is_meant
from course.faces.plain.telling import rules
from course.system.files import NotWritten
from course.system.paths import NoHome
from course.visit.companion import Advice, Companion, Reason
from course.visit.takeaway import file_meant
from course.words import say, sentences
from course.words.files import not_written

_BACK = Keyword("plain.answer.back", "plain.companion.back.about")
_AGAIN = Keyword("plain.answer.again", "plain.companion.again.about")
_DONE = Keyword("plain.answer.done", "plain.companion.done.about", enter=True)
_HOME = Keyword("plain.answer.home", "plain.companion.done.about")
_SAVE = Keyword("plain.answer.save", "plain.companion.save.about")


def ask(desk: Desk) -> None:
    """Ask, say what it comes to, and leave. Raises InputEnded, CannotOpen."""
    companion, talk = desk.visit.companion(), desk.talk
    talk.say(say("plain.companion.begin", title=companion.title))
    asked = False
    while True:
        found = companion.advice
        if found is not None and companion.guesses and not asked:
            asked = True
            talk.say()
            question = say("plain.companion.day", question=found.asks)
            ask_for_day(question, say("companion.day.hint"), companion.name_day, talk)
            found = companion.advice
        if found is not None:
            _tell(found, companion, talk)
            word = _after(found, companion, talk)
            if word == _DONE.name:
                return
        else:
            word = _question(companion, talk)
        if word == _HOME.name:
            return
        if word in (_BACK.name, _AGAIN.name):
            asked = False
        if word == _BACK.name:
            companion.back()
        elif word == _AGAIN.name:
            companion.again()


def _question(companion: Companion, talk: Conversation) -> str:
    """Ask one question and take its answer; the name of what was said."""
    talk.say()
    talk.prose(companion.play.text)
    shown = companion.play.shown()
    numbers = talk.numbered(outcome.said for outcome in shown)
    word = talk.ask(say("plain.prompt.numbers", last=len(shown)), numbers, [_BACK, _AGAIN, _HOME])
    if word.isdecimal():
        companion.answer(shown[int(word) - 1].answer)
    return word


def _tell(found: Advice, companion: Companion, talk: Conversation) -> None:
    talk.say()
    talk.say(sentences.ask_verdict(found.side))
    _reasons(found.on(found.side), companion, talk)
    for side in found.also():
        talk.say(say("companion.also", side=sentences.side_name(side)))
        _reasons(found.on(side), companion, talk)
    talk.prose(found.text)
    if found.better:
        which = "plain.companion.then" if found.fine else "plain.companion.better"
        talk.say(say(which, better=found.better))
    if found.day:
        when = sentences.date_name(found.day, companion.now().date())
        talk.say(say("plain.companion.when-guess" if companion.guesses else "plain.companion.when", when=when))
        if about := companion.about_day():
            talk.say(about)


def _reasons(reasons: Iterable[Reason], companion: Companion, talk: Conversation) -> None:
    for reason in reasons:
        talk.say(say("plain.you", said=reason.said))
        talk.say(say("plain.companion.because", because=reason.because))
        rules(reason.rules, [rule.id for rule in reason.rules], companion.play.course, talk)


def _after(found: Advice, companion: Companion, talk: Conversation) -> str:
    while True:
        talk.say()
        answers = [_DONE, *([_SAVE] if found.day else []), _AGAIN, _BACK]
        again, back = _AGAIN.word, _BACK.word
        if found.day:
            question = say("plain.companion.after-with-day", save=_SAVE.word, again=again, back=back)
        else:
            question = say("plain.companion.after", again=again, back=back)
        try:
            word = talk.ask(question, answers, [_HOME])
        except InputEnded:
            return _DONE.name
        if word != _SAVE.name:
            return word
        _save(companion, talk)


def _save(companion: Companion, talk: Conversation) -> None:
    """Ask where, and save the day there; over another file only where that is wanted. Raises InputEnded."""
    try:
        usual = companion.usual_file()
        question = say("plain.takeaway.where", path=usual, no=NO.word)
        typed = talk.typed(question, say("plain.companion.save.hint", folder=usual.parent))
        file = file_meant(typed, usual) if typed else None
        if typed.lower() in NO.words[:1] or (file and not is_meant(typed, file, talk)):
            talk.say(say("command.write.nothing-written"))
            return
    except (NoHome, NotWritten) as problem:
        talk.say(not_written(problem))
    else:
        talk.say(companion.save_reminder(file))
