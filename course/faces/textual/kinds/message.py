"""The exercise kind `message`: the message as it stands, and the ways to word the part in hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from textual.content import Content

from course.engine import judging
from course.engine.kinds import Draft
from course.engine.kinds.message import MEDIA, TAKEN_IN, arranged, body, subject, worded, worded_as
from course.engine.play import Play
from course.faces.textual.blocks import Block, Row, Text
from course.faces.textual.blocks.base import NOTHING, hang, wrap
from course.faces.textual.blocks.message import MessageBlock, boxed, wave
from course.faces.textual.blocks.option import option
from course.faces.textual.kinds.common import landing, ready, rules
from course.faces.textual.kinds.values import Sketched
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Medium
from course.model.kinds.message import Part, Writing
from course.words import sentences


def places(play: Play) -> int:
    """The parts."""
    return len(_exercise(play).parts)


def blocks(play: Play, at: int, after: int) -> Iterable[Block]:
    """The message as it stands, then the part in hand."""
    exercise = _exercise(play)
    here = _here(play, at)
    yield Letter(exercise, play.draft, exercise.parts[here].id if here < len(exercise.parts) else "")
    if here == len(exercise.parts):
        yield from ready(play, f"Send the {MEDIA[exercise.medium]}", after)
        return
    part = exercise.parts[here]
    count = f"   {here + 1} of {len(exercise.parts)}"
    yield Text(assemble((part.title, "bold"), (count, "$soft")), after=min(after, 1))
    chosen = worded_as(play.draft)
    for number, each in enumerate(arranged(part, play.order), 1):
        draft = tuple({**chosen, part.id: each.id}.items())
        said = plain(each.say).stylize("italic" if each.omit else "")
        aside = plain("as it is").stylize("$soft") if chosen.get(part.id) == each.id else NOTHING
        yield option(str(number), said, Sketched(draft, _next(exercise, draft, here)), aside=aside, after=after)
    yield from ready(play, f"Send the {MEDIA[exercise.medium]}", after)


def weighed(play: Play) -> Iterable[Block]:
    """The message as it will arrive."""
    yield Text(plain(f"You are about to send this {MEDIA[_exercise(play).medium]}:").stylize("$soft"))
    yield Letter(_exercise(play), play.draft)


def shown(play: Play) -> Iterable[Block]:
    """The message read back, remark by remark."""
    exercise = _exercise(play)
    yield Text(plain(f"{exercise.to} {TAKEN_IN[exercise.medium]}.").stylize("$soft"))
    known = play.course.all_rules()
    for part, judged in zip(exercise.parts, play.pending, strict=True):
        outcome = judged.outcome
        chosen = next(each for each in part.alternatives if each.id == outcome.answer[1])
        words = f"({chosen.say})" if chosen.omit else chosen.say
        yield Text(plain(words).stylize("italic"), bar="$faint", after=0)
        if outcome.happens:
            yield Text(prose(outcome.happens), indent=2, after=0)
        side = judging.side(outcome, known)
        mark = (f"● {sentences.side_name(side)}  ", SIDE_STYLE[side])
        yield Text(assemble(mark, prose(outcome.because).stylize("$soft")), indent=2)
    if exercise.happens:
        yield Text(prose(exercise.happens))
    for message in exercise.arrives:
        yield MessageBlock(message)
    yield Text(landing(play.latest, "All of it"))
    yield rules(play, play.latest)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of the learner's, whole or in the making; the part `here` is in hand."""

    exercise: Writing
    draft: Draft
    here: str = ""

    def lines(self, width: int) -> list[Content]:
        """As it will arrive: an e-mail with its head, a voicemail with its length, a note, a text message."""
        exercise = self.exercise
        room = width - 4
        text = [line for paragraph in self._paragraphs() for line in [*wrap(paragraph, room), NOTHING]][:-1]
        if exercise.sender and exercise.medium is not Medium.VOICEMAIL:
            text += [NOTHING, *wrap(plain(exercise.sender), room)]
        return [*boxed([*self._head(room), NOTHING, *text], width), NOTHING]

    def _head(self, room: int) -> list[Content]:
        exercise = self.exercise
        if exercise.medium is Medium.VOICEMAIL:
            said = body(exercise, self.draft)
            length = sentences.voicemail_length(said) if said else "0:00"
            sound = wave(said, max(4, room // 3)) if said else ""
            return wrap(
                assemble(("● ", "$pushy"), (sound, "$assertive"), (f"  {length}", "bold"), f"  to {exercise.to}"), room
            )
        rows = [("To", plain(exercise.to))]
        if exercise.medium is Medium.EMAIL:
            rows.append(("Subject", self._subject()))
        return hang([Row(value, assemble((f"{name:<9}", "$soft"))) for name, value in rows if value], room)

    def _subject(self) -> Content:
        part = next((part for part in self.exercise.parts if part.subject), None)
        written = subject(self.exercise, self.draft)
        if part is not None and not written:
            return self._empty(part)
        return plain(written).stylize("underline" if part is not None and part.id == self.here else "")

    def _paragraphs(self) -> list[Content]:
        """The text, with a place held open for each part that is not worded yet."""
        done = {part.id: each for part, each in worded(self.exercise, self.draft)}
        left_out = {name for name, _ in self.draft} - done.keys()
        paragraphs: list[list[Content]] = [[]]
        for part in self.exercise.parts:
            if part.subject or (part.id in left_out and part.id != self.here):
                continue
            if part.paragraph and paragraphs[-1]:
                paragraphs.append([])
            said = plain(done[part.id].say) if part.id in done else self._empty(part)
            paragraphs[-1].append(said.stylize("underline") if part.id == self.here else said)
        return [Content(" ").join(paragraph) for paragraph in paragraphs if paragraph] or [NOTHING]

    def _empty(self, part: Part) -> Content:
        return plain(f"[{part.title}]").stylize("$soft")


def _exercise(play: Play) -> Writing:
    return cast("Writing", play.scene.body)


def _here(play: Play, at: int) -> int:
    """The part in hand: the one gone to, or the first that is not worded; past the last when all are."""
    exercise = _exercise(play)
    return at if at >= 0 else _next(exercise, play.draft, -1)


def _next(exercise: Writing, draft: Draft, here: int) -> int:
    """The next part that is not worded, from `here` on and then from the start; past the last when all are."""
    done = {name for name, _ in draft}
    order = [*range(here + 1, len(exercise.parts)), *range(here + 1)]
    return next((number for number in order if exercise.parts[number].id not in done), len(exercise.parts))
