"""Messages drawn as what they are: a letter with its head, a voicemail with its wave, a bubble, a silence."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from course.faces.textual.blocks.base import NOTHING, Row, hang, wrap
from course.faces.textual.text import assemble, column, plain, prose
from course.model import Medium, Message
from course.model.record import Record
from course.text.counting import words
from course.words import media, say

_WAVE = "▁▂▃▄▅▆▇"
_LONG_WORDS = 18
"""Letters in two words that draw the tallest bar of a wave."""


class MessageBlock(Record):
    """One message that arrived."""

    message: Message
    after: int = 1

    def lines(self, width: int) -> list[Content]:
        return [*_drawn(self.message, width), *[NOTHING] * self.after]


def _drawn(message: Message, width: int) -> list[Content]:
    match message.medium:
        case Medium.EMAIL:
            return _email(message, width)
        case Medium.VOICEMAIL:
            return _voicemail(message, width)
        case Medium.TEXT_MESSAGE:
            return _bubble(message, width)
        case Medium.NOTE:
            return _note(message, width)
        case Medium.CALL:
            return _speech(message, width)
        case Medium.SILENCE:
            return _silence(message, width)


def _email(message: Message, width: int) -> list[Content]:
    shown = {say("letter.from"): plain(message.sender), say("letter.subject"): plain(message.subject)}
    head = letter_head(shown) or [Row(plain(media.title(message.medium)).stylize("$soft"))]
    return boxed([*hang(head, width - 4), NOTHING, *wrap(prose(message.text), width - 4)], width)


def letter_head(shown: Mapping[str, Content]) -> list[Row]:
    """The rows at the head of a letter that have something in them, by their names."""
    return [Row(value, column(name, shown)) for name, value in shown.items() if value]


def _bubble(message: Message, width: int) -> list[Content]:
    room = min(width - 4, 52)
    head = wrap(plain(message.sender).stylize("$soft"), room) if message.sender else []
    lines = [*head, *wrap(prose(message.text), room)]
    return boxed(lines, max(line.cell_length for line in lines) + 4)


def _note(message: Message, width: int) -> list[Content]:
    bubble = _bubble(message, width)
    across = len(bubble[0]) - 2
    edge = assemble(("┌" + "╌" * across + "┐", "$faint"))
    foot = assemble(("└" + "╌" * across + "┘", "$faint"))
    return [edge, *bubble[1:-1], foot]


def _voicemail(message: Message, width: int) -> list[Content]:
    length = media.length(message.text)
    sender = say("message.after-length", sender=message.sender) if message.sender else ""
    sound = wave(message.text, max(4, width // 3))
    top = assemble(("▶ ", "bold"), (sound, "$right"), (f"  {length}", "bold"), (sender, "$soft"))
    return _barred([*wrap(top, width - 2), *wrap(prose(message.text), width - 2)])


def _speech(message: Message, width: int) -> list[Content]:
    title, sender = media.title(message.medium), message.sender
    head = say("message.call", medium=title, sender=sender) if sender else title
    return _barred([*wrap(plain(head).stylize("$soft"), width - 2), *wrap(prose(message.text), width - 2)])


def _silence(message: Message, width: int) -> list[Content]:
    text = prose(message.text or media.title(message.medium)).stylize("italic")
    return hang([Row(text, assemble(("·  ·  ·  ", "$soft")))], width)


def boxed(lines: list[Content], width: int) -> list[Content]:
    inside = width - 2
    side = assemble(("│", "$faint"))
    rows = [side + Content(" ") + line.pad_right(max(0, inside - 1 - line.cell_length)) + side for line in lines]
    return [assemble(("╭" + "─" * inside + "╮", "$faint")), *rows, assemble(("╰" + "─" * inside + "╯", "$faint"))]


def _barred(lines: list[Content]) -> list[Content]:
    bar = assemble(("▌ ", "$faint"))
    return [bar + line for line in lines]


def wave(text: str, most: int) -> str:
    """A sound wave: a bar for every two words, as tall as they are long."""
    said = words(text) or [""]
    bars = [sum(map(len, said[at : at + 2])) for at in range(0, len(said), 2)][:most]
    return "".join(_WAVE[min(bar * len(_WAVE) // _LONG_WORDS, len(_WAVE) - 1)] for bar in bars)
