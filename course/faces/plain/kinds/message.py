"""The exercise kind `message`: part by part, then the whole before it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine import judging
from course.engine.consequence import latest
from course.engine.kinds import Draft
from course.engine.kinds.message import MessageKind
from course.engine.telling import arrived, tell
from course.faces.plain.conversation import Conversation, Keyword, numbered
from course.faces.plain.kinds.in_lines import BACK, Asked, InLines
from course.faces.plain.telling import messages, you
from course.model.kinds.message import MessageInParts, Part
from course.visit.session import Session
from course.words import media, say, sentences

_SEND = Keyword("plain.answer.send", "plain.message.send.about", enter=True)


class MessageInLines(InLines):
    """A message to write."""

    def __init__(self, session: Session, talk: Conversation, exercise: MessageInParts) -> None:
        super().__init__(session, talk)
        self._exercise = exercise
        self._kind = MessageKind(exercise)

    def ask(self, more: Sequence[Keyword]) -> Asked:
        """Each part that is not worded yet, and one back to the part before; then the whole, until it is sent."""
        exercise, talk = self._exercise, self._talk
        talk.say(media.begin(exercise.medium, exercise.to))
        if self._kind.unworded(self._play.draft) < len(exercise.parts):
            self._so_far()
        while True:
            number = self._kind.unworded(self._play.draft)
            back = self._back_here(more) if number else more
            if number < len(exercise.parts):
                word = self._part(exercise.parts[number], back)
                if not word or (word == BACK.name and self._unword(number - 1)):
                    continue
                return word
            talk.say()
            self._read()
            numbers = [
                numbered(number, say("plain.message.change.about", title=part.title))
                for number, part in enumerate(exercise.parts, 1)
            ]
            word = talk.ask(say("plain.message.prompt", last=len(numbers)), [_SEND, *numbers], back)
            if word == _SEND.name:
                return self._play.ready() or ()
            if word == BACK.name and self._unword(number - 1):
                continue
            if not word.isdecimal():
                return word
            word = self._part(exercise.parts[int(word) - 1], back)
            if word and word != BACK.name:  # then it stays as it is
                return word

    def weighed(self) -> None:
        """The message as it will arrive."""
        self._talk.say(say("plain.message.weighed", medium=media.name(self._exercise.medium)))
        self._read()

    def tell(self) -> None:
        """The message read back, part by part."""
        exercise, talk = self._exercise, self._talk
        talk.say(say("plain.message.taken-in", to=exercise.to, taken_in=media.taken_in(exercise.medium)))
        known = self._play.course.all_rules()
        for judged, told in zip(self._play.pending, latest(self._play), strict=True):
            outcome = judged.outcome
            talk.say(you(self._play.course, outcome))
            talk.prose(told.happens)
            landing = say("plain.message.part-lands", landing=sentences.landing(judging.side(outcome, known)))
            talk.say(f"{landing} {told.because}")
        talk.prose(tell(exercise.happens, self._play.past))
        messages(arrived(exercise.arrives, self._play.past), talk)
        self._landing(say("plain.message.together"))
        self._touched()

    def _part(self, part: Part, more: Sequence[Keyword]) -> str:
        """Word one part; the name of what was said instead, or `""`."""
        shown, talk = self._kind.arranged(part, self._play.order), self._talk
        talk.say(say("plain.title", title=part.title))
        numbers = talk.numbered(each.say for each in shown)
        word = talk.ask(say("plain.prompt.numbers", last=len(shown)), numbers, more)
        if not word.isdecimal():
            return word
        self._session.sketch(self._kind.word(self._play.draft, part, shown[int(word) - 1]))
        return ""

    def _so_far(self) -> None:
        """The parts that are worded."""
        for part in self._exercise.parts:
            if chosen := self._kind.wording(self._play.draft, part):
                self._talk.say(say("plain.message.so-far", title=part.title, said=chosen.say))

    def _unword(self, number: int) -> bool:
        """Take back how that part is worded; whether there is one."""
        if number >= 0:
            self._session.sketch(self._kind.unword(self._play.draft, self._exercise.parts[number]))
        return number >= 0

    def _read(self) -> None:
        read_message(self._exercise, self._play.draft, self._talk)


def read_message(exercise: MessageInParts, draft: Draft, talk: Conversation) -> None:
    """A message as it will arrive."""
    kind = MessageKind(exercise)
    written = kind.body(draft)
    head = [say("plain.message.to", to=exercise.to)]
    if exercise.medium.traits.subject:
        head.append(say("plain.message.subject", subject=kind.subject(draft)))
    if exercise.medium.traits.recorded:
        head.append(say("plain.message.seconds", n=media.seconds(written)))
    talk.say(" ".join(head))
    talk.prose(written)
    if exercise.sender:
        talk.say(exercise.sender)
