"""The exercise kind `message`: the message as it stands, and the ways to word the part in hand."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course.engine import judging
from course.engine.consequence import latest
from course.engine.kinds import Draft
from course.engine.kinds.message import MessageKind
from course.engine.play import Play
from course.engine.telling import arrived, tell
from course.faces.textual.blocks import Block, Edge, Heading, Text, digit, option
from course.faces.textual.blocks.base import NOTHING, hang, wrap
from course.faces.textual.blocks.message import MessageBlock, boxed, letter_head, wave
from course.faces.textual.kinds.on_screen import OnScreen, Sketched, Space
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model.kinds.message import MessageInParts, Part
from course.model.record import Record
from course.words import media, say, sentences

_LEAST = 6
"""Lines that a message in the making has at least."""


class MessageOnScreen(OnScreen):
    """A message to write. Its places are its parts."""

    def __init__(self, play: Play, exercise: MessageInParts) -> None:
        super().__init__(play)
        self._exercise = exercise
        self._kind = MessageKind(exercise)

    def places(self) -> int:
        """The parts."""
        return len(self._exercise.parts)

    def blocks(self, at: int, space: Space) -> Iterable[Block]:
        """The message as it stands, then the part in hand: the one gone to, or the first that is not worded."""
        play, kind, parts = self._play, self._kind, self._exercise.parts
        here = at if at >= 0 else kind.unworded(play.draft)
        below: list[Block] = list(self._part(here)) if here < len(parts) else []
        below += self._ready(say("writing.send", medium=media.name(self._exercise.medium)))
        left = space.height - sum(len(each.lines(space.width)) for each in below)
        if at >= 0:
            yield Edge()
        yield Letter(self._exercise, play.draft, parts[here] if here < len(parts) else None, max(_LEAST, left))
        yield from below
        if at >= 0:
            yield Edge()

    def _part(self, here: int) -> Iterable[Block]:
        play, kind, part = self._play, self._kind, self._exercise.parts[here]
        count = plain(say("writing.part", number=here + 1, of=len(self._exercise.parts))).stylize("$soft")
        yield Heading(plain(part.title).stylize("bold"), count)
        chosen = kind.wording(play.draft, part)
        for number, each in enumerate(kind.arranged(part, play.order), 1):
            draft = kind.word(play.draft, part, each)
            said = plain(each.say).stylize("italic" if each.omit else "")
            aside = plain(say("writing.as-it-is")).stylize("$soft") if each == chosen else NOTHING
            yield option(digit(number), said, Sketched(draft, kind.unworded(draft, here)), aside=aside, airy=True)

    def weighed(self) -> Iterable[Block]:
        """The message as it will arrive."""
        about_to = say("writing.about-to", medium=media.name(self._exercise.medium))
        yield Text(plain(about_to).stylize("$soft"))
        yield Letter(self._exercise, self._play.draft)

    def shown(self) -> Iterable[Block]:
        """The message read back, part by part."""
        play, exercise = self._play, self._exercise
        taken_in = say("writing.taken-in", to=exercise.to, does=media.taken_in(exercise.medium))
        yield Text(plain(taken_in).stylize("$soft"))
        known = play.course.all_rules()
        for part, judged, told in zip(exercise.parts, play.pending, latest(play), strict=True):
            outcome = judged.outcome
            chosen = next(each for each in part.alternatives if each.id == outcome.answer[1])
            words = f"({chosen.say})" if chosen.omit else chosen.say
            yield Text(plain(words).stylize("italic"), bar="$faint", after=0)
            if told.happens:
                yield Text(prose(told.happens), indent=2, after=0)
            side = judging.side(outcome, known)
            mark = (f"● {sentences.side_name(side)}  ", SIDE_STYLE[side])
            yield Text(assemble(mark, prose(told.because).stylize("$soft")), indent=2)
        happens = tell(exercise.happens, play.past)
        if happens:
            yield Text(prose(happens))
        yield from map(MessageBlock, arrived(exercise.arrives, play.past))
        yield self._landing(say("writing.whole"))
        yield self._rules()


class Letter(Record):
    """A message of the learner's, whole or in the making; the part `here` is in hand."""

    exercise: MessageInParts
    draft: Draft
    here: Part | None = None
    most: int = 0
    """Lines that it may take, if that is to be in view beside it which the part in hand can be worded with; 0 for as
    many as it has."""

    @property
    def kind(self) -> MessageKind:
        """What the draft makes of the exercise."""
        return MessageKind(self.exercise)

    def lines(self, width: int) -> list[Content]:
        """As it will arrive: an email with its head, a voicemail with its length, a note, a text message."""
        exercise = self.exercise
        room = width - 4
        paragraphs, signed = self._paragraphs(), plain(exercise.sender)
        if exercise.medium.traits.recorded:  # it is said in the same breath
            paragraphs[-1] += Content(" ") + signed if signed else signed
        elif signed:
            paragraphs.append(signed)
        text = [line for paragraph in paragraphs for line in [*wrap(paragraph, room), NOTHING]][:-1]
        whole = [*boxed([*self._head(room), NOTHING, *text], width), NOTHING]
        if not self.most or len(whole) <= self.most:
            return whole
        return boxed(_round_the_part_in_hand([*self._head(room), *text], self.most - 2), width)

    def _head(self, room: int) -> list[Content]:
        exercise = self.exercise
        if exercise.medium.traits.recorded:
            said = self.kind.body(self.draft)
            length = media.length(said) if said else "0:00"
            sound = wave(said, max(4, room // 3)) if said else ""
            to = "  " + say("writing.to", to=exercise.to)
            return wrap(assemble(("● ", "$over"), (sound, "$right"), (f"  {length}", "bold"), to), room)
        subject = self._subject() if exercise.medium.traits.subject else NOTHING
        return hang(letter_head({say("letter.to"): plain(exercise.to), say("letter.subject"): subject}), room)

    def _subject(self) -> Content:
        part = next((part for part in self.exercise.parts if part.subject), None)
        written = self.kind.subject(self.draft)
        if part is not None and not written:
            return self._empty(part)
        return plain(written).stylize("underline" if part is not None and part == self.here else "")

    def _paragraphs(self) -> list[Content]:
        """The text, with a place held open for each part that is not worded yet."""
        paragraphs: list[list[Content]] = [[]]
        for part in self.exercise.parts:
            chosen = self.kind.wording(self.draft, part)
            left_out = chosen is not None and chosen.omit
            if part.subject or (left_out and part != self.here):
                continue
            if part.paragraph and paragraphs[-1]:
                paragraphs.append([])
            said = plain(chosen.say) if chosen is not None and not left_out else self._empty(part)
            paragraphs[-1].append(said.stylize("underline") if part == self.here else said)
        return [Content(" ").join(paragraph) for paragraph in paragraphs if paragraph] or [NOTHING]

    def _empty(self, part: Part) -> Content:
        return plain(f"[{part.title}]").stylize("$soft")


def _round_the_part_in_hand(lines: list[Content], most: int) -> list[Content]:
    """So many of these lines, among them those of the part in hand; without any, the last."""
    held = [number for number, line in enumerate(lines) if any("underline" in str(each.style) for each in line.spans)]
    last = held[-1] + 1 if held else len(lines)
    first = max(0, min(last + 1, len(lines)) - most)
    shown = lines[first : first + most]
    cut = plain("⋮").stylize("$soft")
    if first:
        shown[0] = cut
    if first + most < len(lines):
        shown[-1] = cut
    return shown
