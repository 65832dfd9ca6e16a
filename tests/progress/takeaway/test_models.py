"""Messages to borrow: as they were advised, out of what the learner has met and nothing else."""

from __future__ import annotations

from course.model import Medium, Scenario
from course.model.kinds.message import Alternative, Part, Writing
from course.model.record import replace
from course.progress.takeaway.models import models
from tests.builders import tiny_scenario
from tests.journals import past
from tests.progress.takeaway.test_takeaway import attempt

GOOD = Alternative("good", "Thank you for Monday.", follows=("thanks",), because="It thanks.")
PLAIN = Alternative("plain", "Monday was Monday.", because="It does no harm.")
BAD = Alternative("bad", "You said Monday!", breaks=("space",), because="It counts days.")
SIGNED = Part("close", "Close", (BAD, Alternative("bye", "Best wishes,", because="It closes.")), paragraph=True)
E_MAIL = Writing((Part("thanks", "Thanks", (BAD, PLAIN, GOOD)), SIGNED), Medium.EMAIL, "Dana", "Monday", "Robin")


def scenario(*written: Writing) -> Scenario:
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
