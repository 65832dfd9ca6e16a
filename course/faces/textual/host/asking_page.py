"""Whose phone leads: those that ask to, each by the two words that it shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Text, digit, option
from course.faces.textual.host.of_room import OfRoom
from course.faces.textual.page import PICK, key, numbers
from course.faces.textual.text import plain
from course.serving.wire import Asking, State
from course.words import say


class AskingPage(OfRoom[str | None]):
    """Its result is the person whose phone is to lead, `""` for none, or None to leave it as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        *numbers("keys.host.let", "keys.host.let.tip"),
        key("escape", "dismiss", "keys.back", "keys.close.tip-code"),
    ]
    about = "host.asking.about"

    def __init__(self, state: State) -> None:
        super().__init__(say("host.asking.title"))
        self._asking = state.asking
        self._leads = state.leads

    def blocks(self) -> Iterable[Block]:
        yield Text(plain(say("host.asking.compare")).stylize("$soft"))
        for number, each in enumerate(self._asking, 1):
            yield option(digit(number), plain(say("host.asking.phone", words=each.words, who=_who(each))), each.person)
        none = "host.asking.nobody" if self._leads is None else "host.asking.no-more"
        words = self._leads.words if self._leads else ""
        yield option(digit(len(self._asking) + 1), plain(say(none, words=words)), "", after=1)

    def picked(self, value: object) -> None:
        self.dismiss(str(value))


def _who(each: Asking) -> str:
    return each.name or say("host.somebody")
