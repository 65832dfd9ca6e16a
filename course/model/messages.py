"""What reaches a learner or goes out from one, and by which medium."""

from __future__ import annotations

from enum import StrEnum

from course.model.record import Record


class Medium(StrEnum):
    """How a message arrives; its value is the word authors write."""

    EMAIL = "email"
    VOICEMAIL = "voicemail"
    TEXT_MESSAGE = "text-message"
    NOTE = "note"
    CALL = "call"
    SILENCE = "silence"


class Message(Record):
    """Something that reaches the learner: an e-mail, a voicemail, or a silence."""

    medium: Medium
    text: str
    sender: str = ""
    subject: str = ""
