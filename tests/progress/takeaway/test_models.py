"""Messages to borrow: as they were advised, out of what the learner has met and nothing else."""

from __future__ import annotations

from course.model import Medium, Scenario
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.model.record import replace
from course.progress.takeaway.models import models
from course.progress.takeaway.page import sections
from course.words import say
from tests.builders import tiny_scenario
from tests.journals import past
from tests.progress.takeaway.test_takeaway import attempt, page
from tests.shipped import SCENARIOS

GOOD = Alternative("good", "Thank you for Monday.", follows=("thanks",), because="It thanks.")
PLAIN = Alternative("plain", "Monday was Monday.", because="It does no harm.")
BAD = Alternative("bad", "You said Monday!", breaks=("space",), because="It counts days.")
SIGNED = Part("close", "Close", (BAD, Alternative("bye", "Best wishes,", because="It closes.")), paragraph=True)
E_MAIL = MessageInParts((Part("thanks", "Thanks", (BAD, PLAIN, GOOD)), SIGNED), Medium.EMAIL, "Dana", "Monday", "Robin")


def scenario(*written: MessageInParts) -> Scenario:
    """The tiny scenario, with these to write at its first scenes."""
    scenes = dict(tiny_scenario().scenes)
    for name, each in zip(("office", "wait"), written, strict=False):
        scenes[name] = replace(scenes[name], body=each)
    return replace(tiny_scenario(), scenes=scenes)


def test_every_part_is_worded_as_advised_and_what_follows_a_rule_comes_first() -> None:
    (found,) = models(["tale"], past(attempt("wave", "leave")), lambda _: scenario(E_MAIL))
    assert (found.medium, found.to, found.subject, found.sender) == (Medium.EMAIL, "Dana", "Monday", "Robin")
    assert found.body == "Thank you for Monday.\n\nBest wishes,"


def test_what_was_never_met_is_not_given_away() -> None:
    unseen = replace(E_MAIL, medium=Medium.NOTE)
    found = models(["tale"], past(attempt("wave", "leave")), lambda _: scenario(E_MAIL, unseen))
    assert [each.medium for each in found] == [Medium.EMAIL]
    assert models(["other"], past(attempt("wave", "leave")), lambda _: scenario(E_MAIL)) == ()


def test_a_message_with_a_part_that_has_no_good_way_is_no_model() -> None:
    spoilt = replace(E_MAIL, parts=(Part("thanks", "Thanks", (BAD,)), SIGNED))
    assert models(["tale"], past(attempt("wave", "leave")), lambda _: scenario(spoilt)) == ()


def borrowed(medium: Medium, sender: str) -> str:
    """What stands on the page of a message in that medium."""
    written = replace(E_MAIL, medium=medium, sender=sender)
    found = models(["tale"], past(attempt("wave", "leave")), lambda _: scenario(written))
    (section,) = (each for each in sections(replace(page(), models=found)) if each.what == "models")
    return "\n\n".join(line.text for line in section.lines)


def test_a_message_to_borrow_has_a_place_for_ones_name_and_a_voicemail_for_ones_number() -> None:
    name, number = say("takeaway.model-name"), say("takeaway.model-number")
    assert f"Best wishes,\n\n{name}" in borrowed(Medium.EMAIL, "")
    assert f"Best wishes,\n\n{number}" in borrowed(Medium.VOICEMAIL, "")
    assert "Best wishes,\n\nRobin, 555 0100" in borrowed(Medium.VOICEMAIL, "Robin, 555 0100")


def test_the_courses_own_voicemails_say_who_called_and_from_where() -> None:
    bodies = [scene.body for story in SCENARIOS.values() for scene in story.scenes.values()]
    voicemails = [each for each in bodies if isinstance(each, MessageInParts) and each.medium is Medium.VOICEMAIL]
    assert voicemails
    assert all("name" in each.sender and "number" in each.sender for each in voicemails)
