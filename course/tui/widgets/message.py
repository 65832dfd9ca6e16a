"""Messages drawn as what they are: a letter with its head, a voicemail with its wave, a bubble, a silence."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from course.model import Medium, Message
from course.tui.text import assemble, plain, prose
from course.wording import medium_name, voicemail_length

_WAVE = "▁▂▃▄▅▆▇"


class MessageView(Static):
    """One message that arrived."""

    DEFAULT_CSS = """
    MessageView { width: 1fr; height: auto; margin: 0 0 1 0; padding: 0 2; }
    MessageView.email { border: round $faint; padding: 0 1; }
    MessageView.voicemail { border-left: outer $faint; }
    MessageView.text-message { border: round $faint; width: auto; max-width: 85%; padding: 0 1; }
    MessageView.note { border: dashed $faint; width: auto; max-width: 85%; padding: 0 1; }
    MessageView.call { border-left: outer $faint; }
    MessageView.silence { color: $soft; }
    """

    def __init__(self, message: Message) -> None:
        super().__init__(_DRAWN[message.medium](message), classes=message.medium.value)


def _email(message: Message) -> Content:
    head = [
        assemble((f"{label:<9}", "$soft"), plain(value))
        for label, value in (("From", message.sender), ("Subject", message.subject))
        if value
    ]
    if not head:
        head = [plain(medium_name(message)).stylize("$soft")]
    return Content("\n").join([*head, Content(""), prose(message.text)])


def _voicemail(message: Message) -> Content:
    length = voicemail_length(message.text)
    top = assemble(
        ("▶ ", "bold"), (_wave(message.text), "$assertive"), ("  " + length, "bold"), (_from(message), "$soft")
    )
    return Content("\n").join([top, prose(message.text)])


def _speech(message: Message) -> Content:
    return Content("\n").join([assemble((medium_name(message) + _from(message), "$soft")), prose(message.text)])


def _bubble(message: Message) -> Content:
    if not message.sender:
        return prose(message.text)
    return Content("\n").join([assemble((message.sender, "$soft")), prose(message.text)])


def _silence(message: Message) -> Content:
    return assemble(("·  ·  ·  ", "$soft"), prose(message.text or medium_name(message), "italic"))


def _from(message: Message) -> str:
    return f", {message.sender}" if message.sender else ""


def _wave(text: str) -> str:
    """A sound wave, a bar for each few words, as tall as those words are long."""
    words = text.split() or [""]
    bars = [sum(map(len, words[at : at + 2])) for at in range(0, len(words), 2)][:24]
    return "".join(_WAVE[min(bar * len(_WAVE) // 18, len(_WAVE) - 1)] for bar in bars)


_DRAWN: dict[Medium, Callable[[Message], Content]] = {
    Medium.EMAIL: _email,
    Medium.VOICEMAIL: _voicemail,
    Medium.TEXT_MESSAGE: _bubble,
    Medium.NOTE: _bubble,
    Medium.CALL: _speech,
    Medium.SILENCE: _silence,
}
