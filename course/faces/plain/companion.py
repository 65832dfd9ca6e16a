"""The companion in plain lines."""

from __future__ import annotations

from course.faces.plain.conversation import Conversation, InputEnded, Keyword
from course.faces.plain.desk import Desk
from course.faces.plain.telling import rules
from course.visit.companion import Advice, Companion
from course.words import sentences

_BACK = Keyword(("back", "b"), "the question before")
_AGAIN = Keyword(("again",), "from the first question")
_DONE = Keyword(("done", ""), "that is all")
_SAVE = Keyword(("s", "save"), "save the day as a calendar file in this folder")


def ask(desk: Desk) -> None:
    """Ask, say what it comes to, and leave. Raises InputEnded, CannotOpen."""
    companion, talk = desk.visit.companion(), desk.talk
    talk.say(f"{companion.title}. Nothing of this is kept.")
    while True:
        found = companion.advice
        if found is not None:
            _tell(found, companion, talk)
            word = _after(found, companion, talk)
            if word == "done":
                return
        else:
            word = _question(companion, talk)
        if word == "back":
            companion.back()
        elif word == "again":
            companion.again()


def _question(companion: Companion, talk: Conversation) -> str:
    """Ask one question and take its answer; the word that was said."""
    talk.say()
    talk.prose(companion.play.scene.text)
    shown = companion.play.shown()
    numbers = talk.numbered(outcome.said for outcome in shown)
    word = talk.ask(f"1 to {len(shown)}:", numbers, [_BACK, _AGAIN])
    if word.isdecimal():
        companion.answer(shown[int(word) - 1].answer)
    return word


def _tell(found: Advice, companion: Companion, talk: Conversation) -> None:
    talk.say()
    talk.say(sentences.ask_verdict(found.side))
    for reason in found.reasons:
        talk.say(f"You: {reason.said}")
        talk.say(f"Because: {reason.because}")
        rules(reason.rules, [rule.id for rule in reason.rules], companion.play.course, talk)
    talk.prose(found.text)
    if found.better:
        talk.say(f"Better: {found.better}")
    if found.day:
        talk.say(f"When: {sentences.date_name(found.day, companion.now().date())}.")


def _after(found: Advice, companion: Companion, talk: Conversation) -> str:
    while True:
        talk.say()
        saving = [_SAVE] if found.day else []
        question = "Enter to leave, " + ("s to save a reminder, " if saving else "") + "again, or back:"
        try:
            word = talk.ask(question, [_DONE, *saving, _AGAIN, _BACK])
        except InputEnded:
            return "done"
        if word != "s":
            return word
        talk.say(companion.save_reminder())
