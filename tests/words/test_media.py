"""The media of messages: one row each, with a name, and a drawing wherever something is drawn."""

from __future__ import annotations

import pytest

from course.model import Medium, Message
from course.words import media
from course.words.catalog import english


@pytest.mark.parametrize("medium", Medium)
def test_every_medium_is_its_word_and_has_a_name(medium: Medium) -> None:
    assert Medium(medium.value) is medium
    assert media.title(medium)
    assert bool(media.taken_in(medium)) == medium.traits.written, "what is written is taken in by somebody"
    assert bool(media.begin(medium, "Dana")) == medium.traits.written, "and begun: nobody writes a voicemail"
    assert media.name(medium)
    assert f"room.said.medium.{medium.value}" in english(), "phones say it too"


def test_what_can_be_written_and_what_has_a_subject() -> None:
    written = {medium for medium in Medium if medium.traits.written}
    assert written == {Medium.EMAIL, Medium.VOICEMAIL, Medium.NOTE, Medium.TEXT_MESSAGE}
    assert [medium for medium in Medium if medium.traits.subject] == [Medium.EMAIL]


def test_a_message_is_introduced_by_what_it_is_and_how_long_it_takes() -> None:
    said = "word " * 30
    assert media.intro(Message(Medium.VOICEMAIL, said, "Dana")) == "Voicemail from Dana, 12 seconds."
    assert media.intro(Message(Medium.EMAIL, said, "Dana", "Monday")) == "Email from Dana. Subject: Monday."
    assert media.length(said) == "0:12"
