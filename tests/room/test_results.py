"""What a room did: its score, where it split, where it moved."""

from __future__ import annotations

from course.model import Side
from course.room.events import Began, Chose, Closed, Opened, Revealed, Voided, WentOn
from course.room.results import results
from course.words.rooms import lines
from tests.builders import tiny_course
from tests.room.rooms import after, cast, tiny

ONCE = (Opened(), Closed(), Revealed(), Chose((("write",),)), WentOn())


def test_a_rooms_score_is_that_of_what_it_did() -> None:
    found = results(tiny(*ONCE), {})
    assert found.scenarios == (("A tale", False, None),)
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
    found = results(tiny(*ONCE), cast(1, ["wave", "write", "hide", "wave", "wave"], Side.OVER))
    assert (found.called, found.right) == (5, 3)


def test_nothing_is_told_of_how_well_few_could_tell() -> None:
    found = results(tiny(*ONCE), cast(1, ["wave"] * 4, Side.OVER))
    assert (found.called, found.right) == (0, 0)


def test_an_evening_of_several_scenarios_is_looked_back_on_as_one() -> None:
    room = after(tiny(*ONCE), Began("tale", 1), *ONCE[:3], Chose((("hide",),)))
    found = results(room, {**cast(1, ["write"] * 6), **cast(2, ["hide"] * 4 + ["write"] * 2)})
    assert [title for title, *_ in found.scenarios] == ["A tale", "A tale"]
    assert (found.score.decisions, found.score.full) == (2, 1)
    assert [each.votes[0].voters for each in found.questions] == [6, 6]
    told = "\n".join(lines(tiny_course(), found))
    assert told.count("it was left before its end") == 2
    assert "A  Do wave." in told
