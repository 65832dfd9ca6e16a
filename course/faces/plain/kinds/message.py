"""The exercise kind `message`: part by part, then the whole before it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine import judging
from course.engine.kinds.message import MessageKind
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.in_lines import Asked, InLines
from course.faces.plain.telling import messages
from course.model.kinds.message import Part, Writing
from course.visit.session import Session
from course.words import media, sentences

_SEND = Keyword(("send", ""), "send it as it is")


class MessageInLines(InLines):
    """A message to write."""

    def __init__(self, session: Session, talk: Conversation, exercise: Writing) -> None:
        super().__init__(session, talk)
        self._exercise = exercise
        self._kind = MessageKind(exercise)

    def ask(self, more: Sequence[Keyword]) -> Asked:
        """Each part that is not worded yet; then the whole, until it is to be sent."""
        exercise, talk = self._exercise, self._talk
        talk.say(f"You write this {media.name(exercise.medium)} to {exercise.to}, part by part.")
        while (number := self._kind.unworded(self._play.draft)) < len(exercise.parts):
            word = self._part(exercise.parts[number], more)
            if word:
                return word
        while True:
            talk.say()
            self._read()
            numbers = [
                Keyword((str(number),), f"change: {part.title}") for number, part in enumerate(exercise.parts, 1)
            ]
            word = talk.ask(f"Enter to send it, 1 to {len(numbers)} to change a part:", [_SEND, *numbers], more)
            if word == "send":
                return self._play.ready() or ()
            if not word.isdecimal():
                return word
            word = self._part(exercise.parts[int(word) - 1], more)
            if word:
                return word

    def weighed(self) -> None:
        """The message as it will arrive."""
        self._talk.say(f"You are about to send this {media.name(self._exercise.medium)}:")
        self._read()

    def tell(self) -> None:
        """The message read back, part by part."""
        exercise, talk = self._exercise, self._talk
        talk.say(f"{exercise.to} {media.taken_in(exercise.medium)}.")
        known = self._play.course.all_rules()
        for outcome in (each.outcome for each in self._play.pending):
            talk.say(f"You: {outcome.said}")
            talk.prose(outcome.happens)
            talk.say(f"This part lands {sentences.landing(judging.side(outcome, known))}. {outcome.because}")
        talk.prose(exercise.happens)
        messages(exercise.arrives, talk)
        self._landing("All of it")
        self._touched()

    def _part(self, part: Part, more: Sequence[Keyword]) -> str:
        """Word one part; the word that was said instead, or `""`."""
        shown, talk = self._kind.arranged(part, self._play.order), self._talk
        talk.say(f"{part.title}.")
        numbers = talk.numbered(each.say for each in shown)
        word = talk.ask(f"1 to {len(shown)}:", numbers, more)
        if not word.isdecimal():
            return word
        self._session.sketch(self._kind.word(self._play.draft, part, shown[int(word) - 1]))
        return ""

    def _read(self) -> None:
        exercise, draft, talk = self._exercise, self._play.draft, self._talk
        written = self._kind.body(draft)
        head = f"To {exercise.to}."
        if exercise.medium.traits.subject:
            head += f" Subject: {self._kind.subject(draft)}."
        if exercise.medium.traits.recorded:
            head += f" {media.seconds(written)} seconds."
        talk.say(head)
        talk.prose(written)
        if exercise.sender and exercise.medium.traits.signed:
            talk.say(exercise.sender)
