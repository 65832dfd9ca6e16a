"""What a room did: its score, where it split, where it moved."""

from __future__ import annotations

from course.model import Side
from course.room.events import Chose, Closed, Opened, Revealed, Voided, WentOn
from course.room.results import results
from tests.room.rooms import cast, tiny

ONCE = (Opened(), Closed(), Revealed(), Chose((("write",),)), WentOn())


def test_a_rooms_score_is_that_of_what_it_did() -> None:
    found = results(tiny(*ONCE), {})
    assert found.scenarios == (("A tale", None),)
    assert (found.score.decisions, found.score.full) == (1, 1)


def test_where_it_split_and_where_it_moved() -> None:
    room = tiny(Opened(), Closed(), Opened(), Closed(), Revealed())
    votes = {**cast(1, ["wave"] * 3 + ["write"] * 3), **cast(2, ["write"] * 5 + ["wave"])}
    (question,) = results(room, votes).splits
    assert [sum(each.counts) for each in question.votes] == [6, 6]
    assert question.shift == 4 / 6
    assert 0 < question.split < 1


def test_a_void_vote_is_in_no_result() -> None:
    assert not results(tiny(Opened(), Closed(), Voided()), cast(1, ["wave"] * 6)).questions


def test_few_voters_leave_no_counts() -> None:
    (question,) = results(tiny(*ONCE), cast(1, ["wave"] * 4, Side.OVER)).questions
    assert (question.votes[0].counts, question.votes[0].called, question.votes[0].voters) == ((), {}, 4)


def test_how_well_the_room_could_tell() -> None:
    found = results(tiny(*ONCE), cast(1, ["wave", "write", "hide"], Side.OVER))
    assert (found.called, found.right) == (3, 1)
