"""A room step by step: what leads on, what may be gone back to, and how votes choose the way."""

from __future__ import annotations

import pytest

from course.engine import judging
from course.engine.play import Phase
from course.model import Side
from course.room.apply import Unfit, apply, replayed
from course.room.events import (
    Back,
    Began,
    Chose,
    Closed,
    Counted,
    Ended,
    Filled,
    Locked,
    Opened,
    Quoted,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
    WentOn,
)
from course.room.leading import leads_on
from course.room.room import Room, Step, question
from course.room.votes import PASS, Hint, Refusal, Swing, Vote, hint, leading, refusal, swings, tally, way_on
from tests.room.rooms import after, at_the_market, cast, tiny


def test_a_question_from_reading_to_what_came_of_it() -> None:
    room = tiny()
    steps = []
    for event in (Opened(), Closed(), Talked(), Opened(), Closed(), Revealed(), Chose((("write",),)), WentOn()):
        room = apply(room, event)
        steps.append(room.step)
    assert steps == ["voting", "closed", "talking", "voting", "closed", "revealed", "shown", "reading"]
    assert room.play is not None
    assert room.play.scene_id == "wait"
    assert [(each.scene, each.nth) for each in room.rounds] == [("office", 1), ("office", 2)]


def test_one_key_leads_through_it_and_waits_where_a_tie_has_to_be_broken() -> None:
    room = tiny()
    assert leads_on(room, {}) == Opened()
    assert leads_on(after(room, Opened()), {}) == Closed()
    closed = after(room, Opened(), Closed())
    assert leads_on(closed, {}) == Revealed()  # the tiny scenario has nothing to talk about
    revealed = after(closed, Revealed())
    assert leads_on(revealed, cast(1, ["write"] * 4 + ["hide"])) == Chose((("write",),))
    assert leads_on(revealed, cast(1, ["write", "hide"] * 3)) is None
    assert leads_on(revealed, cast(1, ["write", "write", "hide"])) is None  # of so few, nothing shows
    assert leads_on(revealed, {}) is None


def test_a_message_is_voted_on_part_by_part_and_sent_with_the_last() -> None:
    room = at_the_market()
    while room.play is not None and room.play.scene_id != "note":
        room = _through(room)
    parts = []
    while room.step is Step.READING:
        asked = question(room)
        assert asked is not None
        parts.append(asked.item)
        room = after(room, Opened(), Closed(), Revealed(), Chose(asked.answers[:1]))
    assert room.step is Step.SHOWN
    assert room.play is not None
    assert [each.item for each in room.play.latest] == parts


def test_a_calendar_is_filled_in_by_the_facilitator() -> None:
    room = at_the_market()
    while room.play is not None and room.play.scene_id != "days":
        room = _through(room)
    assert question(room) is None
    with pytest.raises(Unfit, match="nothing to vote on"):
        apply(room, Opened())
    assert room.play is not None
    draft = room.play.draft
    event = leads_on(after(room, Filled(draft)), {})
    assert isinstance(event, Chose)
    assert after(room, event).step is Step.SHOWN


def test_back_takes_back_one_step_and_keeps_what_was_voted() -> None:
    closed = tiny(Opened(), Closed())
    revealed = after(closed, Revealed())
    assert after(revealed, Back()).step is Step.CLOSED
    assert after(closed, Back()).step is Step.VOTING
    assert after(closed, Back()).rounds == closed.rounds
    assert after(revealed, Chose((("write",),)), Back()).step is Step.REVEALED
    opened_by_mistake = after(tiny(), Opened(), Back())
    assert opened_by_mistake.step is Step.READING
    assert [each.void for each in opened_by_mistake.rounds] == [True]
    assert after(opened_by_mistake, Opened()).rounds[-1].nth == 1
    assert after(revealed, Back(), Back(), Back()).step is Step.READING


def test_a_void_vote_stays_on_record_and_the_question_is_asked_again() -> None:
    room = tiny(Opened(), Closed(), Revealed(), Voided())
    assert room.step is Step.READING
    assert [each.void for each in room.rounds] == [True]
    assert after(room, Opened()).round == after(room, Opened()).rounds[1]


def test_what_if_goes_back_and_says_so() -> None:
    room = tiny(Opened(), Closed(), Revealed(), Chose((("hide",),)), WentOn())
    assert room.step is Step.ENDED
    again = after(room, Rewound(0), Opened())
    assert again.play is not None
    assert again.play.finished
    assert again.rounds[-1].what_if
    assert not after(room, Began("tale", 2)).what_if


def test_any_step_may_be_skipped() -> None:
    assert tiny(Revealed(), Chose((("write",),))).step is Step.SHOWN
    assert tiny(Chose((("write",),))).step is Step.SHOWN
    assert tiny(Talked(), Opened()).step is Step.VOTING


def test_what_is_not_fitting_is_refused_with_a_reason() -> None:
    for event in (Closed(), Talked(), WentOn(), Voided(), Chose((("fly",),)), Began("nowhere", 1), Counted({9: 1})):
        room = tiny(Opened()) if isinstance(event, Talked | Counted) else tiny()
        with pytest.raises(Unfit):
            apply(room, event)
    with pytest.raises(Unfit, match="over"):
        apply(tiny(Ended()), Opened())


def test_replaying_gives_the_same_room() -> None:
    events: list[RoomEvent] = [
        Opened(),
        Locked(True),
        Closed(),
        Counted({0: 3}),
        Revealed(),
        Quoted("because"),
        Back(),
        Voided(),
    ]
    assert replayed(tiny(), events) == after(tiny(), *events)


def test_votes_are_taken_only_in_the_round_that_is_open() -> None:
    vote = Vote("p", ("write",), Side.RIGHT)
    assert refusal(tiny(), 1, vote) is Refusal.CLOSED
    assert refusal(tiny(Opened()), 1, vote) is None
    assert refusal(tiny(Opened()), 1, Vote("p", PASS)) is None
    assert refusal(tiny(Opened()), 1, Vote("p", ("fly",))) is Refusal.NOT_OFFERED
    assert refusal(tiny(Opened()), 2, vote) is Refusal.CLOSED
    assert refusal(tiny(Opened(), Closed()), 1, vote) is Refusal.CLOSED
    assert refusal(tiny(Opened(), Closed(), Opened()), 1, vote) is Refusal.CLOSED


def test_who_moved_is_told_of_those_who_voted_twice() -> None:
    room = tiny(Opened(), Closed(), Opened(), Closed())
    first, second = room.rounds
    before = cast(1, ["wave", "wave", "hide", "write"])[1]
    later = cast(2, ["write", "wave", "write"])[2]
    moved = swings(first, before, second, later)
    assert {(each.before[0], each.after[0], each.people) for each in moved} == {
        ("wave", "write", 1),
        ("wave", "wave", 1),
        ("hide", "write", 1),
    }
    assert isinstance(moved[0], Swing)


def test_hands_count_and_a_pass_is_never_a_way_on() -> None:
    room = tiny(Opened(), Counted({0: 4}), Closed())
    (vote,) = room.rounds
    votes = [*(Vote(each, PASS) for each in "abcdef"), Vote("g", vote.answers[1])]
    found = tally(vote, votes)
    assert (found.counts[:2], found.passed, found.voters, found.hands) == ((4, 1), 6, 11, 4)
    assert way_on(vote, votes) == vote.answers[0]
    tied = [*votes, *(Vote(each, vote.answers[1]) for each in "hij")]
    assert leading(vote, tied) == vote.answers[:2]
    assert way_on(vote, tied) is None


def test_the_way_that_a_few_chose_is_not_shown_by_going_it() -> None:
    """Of hands with a few votes by phone, the hands alone choose, since they alone are shown."""
    (vote,) = tiny(Opened(), Closed()).rounds
    few = [Vote(each, vote.answers[1]) for each in "abcd"]
    assert way_on(vote, few) is None
    assert way_on(vote, [*few, Vote("e", vote.answers[0])]) == vote.answers[1]
    (vote,) = tiny(Opened(), Counted({0: 3, 2: 2}), Closed()).rounds
    assert way_on(vote, few) == vote.answers[0]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [(2, 10, Hint.READ_AGAIN), (6, 6, Hint.TALK), (11, 1, Hint.GO_ON), (3, 3, None)],
)
def test_the_hint_goes_by_the_share_of_what_is_advised(right: int, wrong: int, expected: Hint | None) -> None:
    room = tiny(Opened())
    asked, vote = question(room), room.round
    assert asked is not None
    assert vote is not None
    votes = [Vote(str(each), ("write",) if each < right else ("wave",)) for each in range(right + wrong)]
    assert hint(asked, tally(vote, votes)) is expected


def _through(room: Room) -> Room:
    """Past the scene where the room stands, as it is advised."""
    assert room.play is not None
    if room.play.phase is not Phase.DECIDING:
        return after(room, WentOn())
    asked = question(room)
    assert asked is not None
    return after(room, Chose((judging.advised(asked.options)[0].answer,)))
