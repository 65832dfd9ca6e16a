"""What a room did: its score, where it split, where it moved."""

from __future__ import annotations

from course.model import Side
from course.model.kinds.message import MessageInParts
from course.room.events import (
    Back,
    Began,
    Chose,
    Closed,
    Counted,
    Ended,
    Left,
    Opened,
    Rehearsed,
    Revealed,
    Rewound,
    Talked,
    Voided,
    WentOn,
)
from course.room.results import own, results
from course.room.room import COUNTS, Step, question
from course.words.rooms import lines, place
from tests.builders import tiny_course
from tests.room.rooms import after, at_the_market, cast, telling_facts_apart, tiny

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


def test_nor_where_enough_voted_and_few_of_them_said_how_it_would_come_across() -> None:
    said, others = cast(1, ["wave"] * 4, Side.OVER)[1], cast(1, ["hide"] * 12)[1][4:]
    found = results(tiny(*ONCE), {1: [*said, *others]})
    assert found.called == 0
    assert not any("where their voters said" in line for line in lines(tiny_course(), found))


def test_what_was_only_tried_counts_nowhere() -> None:
    really = tiny(*ONCE)
    tried = after(really, Rewound(0), *ONCE[:3], Chose((("hide",),)), WentOn())
    assert tried.play is not None
    assert tried.play.finished
    votes = {**cast(1, ["write"] * 6), **cast(2, ["hide"] * 5 + ["wave"], Side.OVER)}
    assert results(tried, votes) == results(really, votes)
    again = after(tried, Began("tale", 1), *ONCE)
    assert [scenario for scenario, *_ in results(again, {}).scenarios] == ["A tale", "A tale"]
    assert results(again, {}).score.decisions == 2
    assert [len(each.votes) for each in results(again, {}).questions] == [1, 1]


def test_what_was_tried_twice_counts_nowhere_and_a_step_back_is_on_the_record_again() -> None:
    really = tiny(*ONCE)
    twice = after(really, Rewound(0), Chose((("hide",),)), Rewound(0), Chose((("wave",),)))
    assert results(twice, {}) == results(really, {})
    assert not after(really, Rewound(0), Back()).what_if


def test_an_evening_of_several_scenarios_is_looked_back_on_as_one() -> None:
    room = after(tiny(*ONCE), Began("tale", 1), *ONCE[:3], Chose((("hide",),)))
    found = results(room, {**cast(1, ["write"] * 6), **cast(2, ["hide"] * 4 + ["write"] * 2)})
    assert [title for title, *_ in found.scenarios] == ["A tale", "A tale"]
    assert (found.score.decisions, found.score.full) == (2, 1)
    assert [each.votes[0].voters for each in found.questions] == [6, 6]
    told = "\n".join(lines(tiny_course(), found))
    assert "A tale: it was left before its end.\nA tale: it goes on." in told
    assert "A  Do wave." in told


def test_it_is_told_what_was_chosen_in_the_end_whatever_most_voted_for() -> None:
    (question,) = results(tiny(*ONCE), cast(1, ["hide"] * 6)).questions
    assert question.chosen == ("write",)
    assert "Chosen in the end: D, Do write." in lines(tiny_course(), results(tiny(*ONCE), cast(1, ["write"] * 6)))


def test_what_no_vote_chose_is_told_as_the_choice_of_whoever_led() -> None:
    for votes in ({}, cast(1, ["hide"] * 6), cast(1, ["write"] * 4), cast(1, ["write"] * 3 + ["hide"] * 3)):
        told = list(lines(tiny_course(), results(tiny(*ONCE), votes)))
        assert "Chosen in the end by whoever led: D, Do write." in told
        assert any("whether the last vote chose it or whoever led" in line for line in told)


def test_what_is_played_now_is_not_told_as_left_until_it_is_or_the_room_is_over() -> None:
    for events in ((), (Opened(),), ONCE[:3], ONCE[:4]):
        assert "A tale: it goes on." in lines(tiny_course(), results(tiny(*events), {}))
        for end in (Left(), Ended()):
            assert "A tale: it was left before its end." in lines(tiny_course(), results(tiny(*events, end), {}))


def test_what_is_voted_on_is_named_and_how_it_splits_is_not() -> None:
    votes = cast(1, ["wave"] * 3 + ["write"] * 3)
    for events in ((Opened(),), (Opened(), Closed()), (Opened(), Closed(), Talked(), Opened())):
        told = [*lines(tiny_course(), results(tiny(*events), votes))]
        assert told[-2:] == [
            "A tale: Office",
            "A vote on this is not revealed. How the room split is told once it is, and not before.",
        ]
        assert not any(word in line for line in told for word in ("3", "Do wave", "Nothing was voted on"))
    for end in ((Ended(),), (Left(),), (Left(), Ended())):
        told = [*lines(tiny_course(), results(tiny(Opened(), Closed(), *end), votes))]
        assert "A vote on this was never revealed: how the room split is not told." in told
        assert not any(word in line for line in told for word in ("3", "Do wave", "once it is"))
    assert "A  Do wave.  (over)  3" in [*lines(tiny_course(), results(tiny(*ONCE[:3]), votes))]


def test_a_vote_that_was_never_revealed_counts_nowhere_however_it_was_left() -> None:
    votes = {**cast(1, ["wave"] * 6, Side.OVER), **cast(2, ["write"] * 6, Side.OVER)}
    once, twice = (Opened(), Closed()), (Opened(), Closed(), Opened(), Closed())
    for end in ((Ended(),), (Left(),), (Back(),), (Chose((("write",),)), WentOn())):
        for events in (once, twice):
            room = tiny(*events, *end)
            found = results(room, votes)
            assert (found.questions, found.splits, found.shifts, found.called) == ((), (), (), 0)
            assert not own(room, votes, "p0")


def test_what_was_revealed_stays_told_when_it_is_voted_on_once_more_and_that_is_not() -> None:
    votes = {**cast(1, ["wave"] * 6), **cast(2, ["write"] * 6)}
    for events in ((Opened(),), (Opened(), Closed()), (Opened(), Closed(), Ended()), (Left(),)):
        found = results(tiny(*ONCE[:3], *events), votes)
        assert [each.votes[0].voters for each in found.questions] == [6]
        assert not found.shifts


def test_what_the_room_has_seen_stays_told_however_far_it_goes_back_and_not_what_is_voted_after_that() -> None:
    seen = (Opened(), Counted({0: 5, 1: 3, 2: 1}), Closed(), Revealed())
    told = results(tiny(*seen, Ended()), {}).questions[0].votes
    for steps in (1, 2, 3):
        back = tiny(*seen, *[Back()] * steps)
        assert [each.votes for each in results(after(back, Ended()), {}).questions] == [told]
        again = back if back.step in COUNTS else after(back, Opened())
        found = results(after(again, Counted({3: 9}), Ended()), {})
        assert [each.votes for each in found.questions] == [told]
        assert [each.scene for each in found.never_revealed] == ["Office"]


def test_what_is_revealed_once_more_is_told_as_it_was_seen_then() -> None:
    seen = (Opened(), Counted({0: 5}), Closed(), Revealed())
    for steps, counts in ((1, [[7]]), (2, [[5, 7]]), (3, [[5], [7]])):
        back = tiny(*seen, *[Back()] * steps)
        again = back if back.step in COUNTS else after(back, Opened())
        closed = (Closed(),) if again.step is Step.VOTING else ()
        room = after(again, Counted({0: 7}), *closed, Revealed(), Chose((("wave",),)))
        found = results(room, {}).questions
        assert [[sum(vote.counts) for vote in each.votes] for each in found] == counts
        assert (found[-1].chosen, results(room, {}).unvoted) == (("wave",), ())


def test_where_a_vote_is_taken_back_from_a_second_that_was_revealed_both_stay_told() -> None:
    room = tiny(Opened(), Closed(), Opened(), Closed(), Revealed(), Back(), Back(), Back(), Revealed())
    votes = {**cast(1, ["wave"] * 6), **cast(2, ["write"] * 6)}
    (question,) = results(after(room, Chose((("wave",),))), votes).questions
    assert ([each.nth for each in question.votes], question.chosen) == ([1, 2], ("wave",))


def test_a_vote_that_nobody_cast_is_none_that_was_not_revealed() -> None:
    for events in ((Opened(),), (Opened(), Closed()), (Opened(), Counted({0: 0}), Closed())):
        for end in ((), (Ended(),), (Left(),)):
            found = results(tiny(*events, *end), {})
            assert (found.unrevealed, found.never_revealed) == ((), ())
            assert "Nothing was voted on." in lines(tiny_course(), found)


def test_where_it_split_names_no_place_twice() -> None:
    again = after(tiny(*ONCE), Began("tale", 1), *ONCE)
    split = results(again, {**cast(1, ["wave", "write"] * 3), **cast(2, ["wave", "write"] * 3)})
    assert len(split.splits) == 2
    assert "Where you were least of one mind: A tale: Office" in lines(tiny_course(), split)


def test_what_was_taken_back_or_never_chosen_is_not_told_as_chosen() -> None:
    for room in (tiny(*ONCE[:3]), tiny(*ONCE[:4], Back())):
        (question,) = results(room, {}).questions
        assert question.chosen == ()
        assert "Nothing was chosen in the end." in lines(tiny_course(), results(room, {}))


def test_what_was_done_without_a_vote_is_told_too() -> None:
    found = results(tiny(Chose((("write",),)), WentOn()), {})
    assert [(each.scene, each.said) for each in found.unvoted] == [("Office", "Do write.")]
    assert not results(tiny(*ONCE), {}).unvoted


def test_which_vote_a_count_is_of_is_told() -> None:
    room = tiny(Opened(), Closed(), Opened(), Closed(), Revealed())
    votes = {**cast(1, ["wave"] * 4), **cast(2, ["write"] * 6)}
    told = list(lines(tiny_course(), results(room, votes)))
    assert "How many voted for each: in the first vote → in the second" in told
    assert any(each.startswith("D") and each.endswith("– → 6") for each in told)
    assert "Vote 1: 4 voted: too few to show how." in told


def test_a_part_of_a_message_is_told_with_its_name_and_number() -> None:
    room = at_the_market()
    while room.play is not None and room.play.scene_id != "note":
        asked = question(room)
        room = after(room, WentOn() if asked is None else Chose((asked.options[0].answer,)))
    while room.step is Step.READING:
        asked = question(room)
        assert asked is not None
        room = after(room, Opened(), Closed(), Revealed(), Chose(asked.answers[:1]))
    assert room.play is not None
    parts = room.play.scene.body
    assert isinstance(parts, MessageInParts)
    found = results(room, {}).questions
    last = place(found[-1])
    assert last.endswith(f"part {len(parts.parts)} of {len(parts.parts)}: {parts.parts[-1].title}")
    assert len({place(each) for each in found}) == len(found)


def test_a_rehearsal_is_told_as_one() -> None:
    assert next(iter(lines(tiny_course(), results(tiny(Rehearsed(), *ONCE), {})))) == (
        "This was a rehearsal: simulated phones voted, by chance."
    )
    assert not results(tiny(*ONCE), {}).rehearsal


def test_a_rehearsal_stays_one_whatever_is_taken_back() -> None:
    assert tiny(Opened(), Rehearsed(), Back()).rehearsal


def test_a_vote_that_is_left_open_counts_for_nothing() -> None:
    room = tiny(*ONCE, Opened(), Rewound(0))
    assert [each.void for each in room.rounds] == [False, True]
    assert [each.void for each in tiny(Opened(), Began("tale", 1)).rounds] == [True]


def test_statements_that_were_told_apart_are_told_one_by_one() -> None:
    room = telling_facts_apart(Opened(), Closed(), Revealed())
    (question,) = results(room, {}).questions
    assert question.part is not None
    assert place(question).endswith(f", 1 of {question.part.of}: {question.options[0].said}")
