"""What the line-by-line host says of a room that tells facts apart."""

from __future__ import annotations

from io import StringIO

import pytest

from course.faces.plain.conversation import Conversation
from course.faces.plain.host_telling import tell, tell_notes
from course.faces.plain.host_words import why_not
from course.model.kinds.sort import Sort
from course.model.record import replace
from course.room.apply import opened
from course.room.events import Began, Chose, Closed, Filled, Opened, Revealed, Rewound, RoomEvent
from course.room.room import Room, question
from course.room.views import notes, view
from course.serving.wire import State
from tests import market
from tests.builders import tiny_course
from tests.room.rooms import after, telling_facts_apart, tiny

REVEALED: tuple[RoomEvent, ...] = (Opened(), Closed(), Revealed())


def told(room: Room) -> str:
    """All that is said of the room as it stands, in one line."""
    target = StringIO()
    tell(State(view(room, {}, 3)), (), market.COURSE, Conversation(StringIO(), target))
    return " ".join(target.getvalue().split())


def test_what_is_asked_stands_above_the_options_while_these_are_read_out() -> None:
    asked, *options = "Which of these decides?", "A. It decides: ", "B. It doesn't: "
    for room in (telling_facts_apart(), telling_facts_apart(Opened())):
        places = [told(room).index(each) for each in (asked, *options)]
        assert places == sorted(places)


def test_a_fact_lands_nowhere_on_the_line_but_is_as_advised_or_not() -> None:
    room = telling_facts_apart(*REVEALED)
    target = StringIO()
    tell_notes(notes(room, {}), view(room, {}, 3).ballot, Conversation(StringIO(), target))
    for said in (told(room), target.getvalue()):
        assert "✓ as advised: " in said
        assert "✗ not as advised: " in said
        assert not any(side in said for side in ("assertive", "too quiet", "pushy"))


def test_what_came_of_it_begins_with_the_fact_its_side_and_whether_it_belongs_there() -> None:
    asked = question(telling_facts_apart())
    assert asked is not None
    decides, not_so = (told(telling_facts_apart(*REVEALED, Chose((each.answer,)))) for each in asked.options)
    said = asked.options[0].said
    assert any(f"Chosen: It decides: {said} {mark} as advised" in decides for mark in ("✓", "✗ not"))
    assert any(f"Chosen: It doesn't: {said} {mark} as advised" in not_so for mark in ("✓", "✗ not"))
    assert ("✗" in decides) is not ("✗" in not_so)


def test_drafts_too_stand_below_what_is_asked_of_them_and_each_is_told_with_where_it_was_put() -> None:
    scene = market.MARKET.scenes["drafts"]
    assert isinstance(scene.body, Sort)
    asking = replace(scene, body=replace(scene.body, question="Which would you send?"))
    head = replace(market.MARKET.head, start="drafts")
    scenario = replace(market.MARKET, head=head, scenes={**market.MARKET.scenes, "drafts": asking})
    room = after(opened(market.COURSE, [scenario]), Began(head.id, 1))
    assert told(room).index("Which would you send?") < told(room).index("1. ")
    good, bad, worse = (each.id for each in scene.body.statements)
    plan = after(room, Filled(((good, "do"), (bad, "do"), (worse, "dont"))))
    assert plan.play is not None
    said = told(after(plan, Chose(plan.play.draft)))
    assert "Chosen: Do: Good morning, Ines. Is there news? ✓ as advised" in said
    assert "I was up all night, but never mind. ✗ not as advised" in said
    assert "Chosen: Don't: So that was your Friday. ✓ as advised" in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("foo", "“foo” is no word that does anything here. help lists them all."),
        ("what if", "What if goes back to the last decision, and there is none to go back to here."),
        ("w", "What if goes back to the last decision, and there is none to go back to here."),
        ("debrief", "You can look back where what came of something shows, and between scenarios."),
        ("other side", "The other side is told at the end of a scenario whose days have one."),
        ("A 5 B 3", "Hands are counted once a vote is open, and until it is revealed."),
        ("help", "Enter leads on. Words: "),
        ("?", "Enter leads on. Words: "),
    ],
)
def test_a_line_that_means_nothing_here_is_told_why(line: str, says: str) -> None:
    assert why_not(view(tiny(*REVEALED), {}, 3), line).startswith(says)


def test_the_day_and_what_if_stand_above_what_is_told() -> None:
    room = tiny(*REVEALED, Chose((("hide",),)))
    assert room.play is not None
    tried = after(room, Rewound(room.play.line[-1]))
    target = StringIO()
    state = State(view(tried, {}, 3), when="Thursday, day 3")
    tell(state, (), tiny_course(), Conversation(StringIO(), target))
    assert "Thursday, day 3 · What if?\n" in target.getvalue()
