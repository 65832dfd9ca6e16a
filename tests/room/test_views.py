"""What each role may see: whatever happens in whatever order, no view tells more than its role may know."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from course.engine.outcome import Answer
from course.engine.play import Phase
from course.model import Side
from course.model.encoding import from_json, to_json
from course.model.record import replace
from course.room.apply import Unfit, apply, opened
from course.room.came_of import Chosen
from course.room.events import (
    Back,
    Began,
    Chose,
    Closed,
    Counted,
    Ended,
    Granted,
    Left,
    Opened,
    Quoted,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
    WentOn,
)
from course.room.reveal import Votes
from course.room.room import Room, Step, question
from course.room.views import mine, notes, view
from course.room.votes import PASS, Vote, refusal
from course.words import rooms
from tests import market
from tests.builders import tiny_course, tiny_scenario
from tests.room.rooms import after, at_the_market, cast, telling_facts_apart, tiny

EVENTS = st.one_of(
    st.sampled_from([Began("tale", 3), Began("market-day", 3), Opened(), Closed(), Talked(), Revealed(), WentOn()]),
    st.sampled_from([Back(), Voided(), Rewound(0), Quoted("why"), Ended()]),
    st.builds(Counted, st.dictionaries(st.integers(0, 3), st.integers(0, 9), max_size=2)),
    st.integers(0, 3),  # the option of that number is what the room does
)


def _event(room: Room, drawn: RoomEvent | int) -> RoomEvent:
    asked = question(room)
    if not isinstance(drawn, int):
        return drawn
    return Chose((asked.answers[drawn % len(asked.answers)],) if asked else ())


def _run(room: Room, drawn: Sequence[RoomEvent | int]) -> list[Room]:
    """The rooms that these lead through; what is not fitting is left out."""
    rooms = [room]
    for each in drawn:
        try:
            rooms.append(apply(rooms[-1], _event(rooms[-1], each)))
        except Unfit:
            continue
    return rooms


def _all_votes(room: Room, choose: Sequence[int]) -> Votes:
    """The same people vote in every round; what they vote is chosen."""
    found: dict[int, list[Vote]] = {}
    for vote in room.rounds:
        answers: tuple[Answer, ...] = (*vote.answers, PASS)
        found[vote.number] = [
            Vote(f"p{at}", answers[each % len(answers)], list(Side)[each % 3]) for at, each in enumerate(choose)
        ]
    return found


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([opened(tiny_course(), [tiny_scenario()]), opened(market.COURSE, [market.MARKET])]),
    st.lists(EVENTS, max_size=40),
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
)
def test_before_the_reveal_nobody_can_tell_how_the_room_split(
    room: Room, drawn: list[RoomEvent | int], some: list[int], others: list[int]
) -> None:
    """Two rooms in which the same people voted, each something else, look alike until the reveal; so nothing that is
    sent can tell one from the other."""
    (scenario,) = room.scenarios
    for each in _run(apply(room, Began(scenario, 1)), drawn):
        if each.step is not Step.REVEALED:
            one, other = (view(each, _all_votes(each, votes), 6) for votes in (some, others))
            assert to_json(one) == to_json(other)


def test_what_there_is_to_talk_about_is_told_for_as_long_as_people_talk() -> None:
    scenario = tiny_scenario()
    office = replace(scenario.scenes["office"], discuss=("Who knew?",), minutes=4)
    room = opened(tiny_course(), [replace(scenario, scenes={**scenario.scenes, "office": office})])
    steps = (Opened(), Closed(), Talked(), Opened())
    told = [view(after(room, Began("tale", 1), *steps[:n]), {}, 3) for n in range(5)]
    assert [(each.discuss, each.minutes) for each in told] == [((), None)] * 3 + [(("Who knew?",), 4), ((), None)]


@settings(max_examples=100, deadline=None)
@given(st.lists(EVENTS, max_size=40))
def test_no_reason_and_no_verdict_is_told_before_the_reveal(drawn: list[RoomEvent | int]) -> None:
    reasons = ["Because of", "happens."]
    for each in _run(tiny(), drawn):
        told = to_json(view(each, {}, 3))
        if each.step not in (Step.REVEALED, Step.SHOWN):
            assert not any(reason in told for reason in reasons)
            assert '"verdict"' not in told


@settings(max_examples=100, deadline=None)
@given(st.lists(EVENTS, max_size=40))
def test_every_event_counts_one_and_votes_fit_the_round_that_is_open(drawn: list[RoomEvent | int]) -> None:
    rooms = _run(tiny(), drawn)
    assert [each.number for each in rooms] == list(range(1, len(rooms) + 1))
    for each in rooms:
        taken = [one.number for one in each.rounds if refusal(each, one.number, Vote("p", PASS)) is None]
        assert taken == ([each.rounds[-1].number] if each.step is Step.VOTING else [])


def test_a_phone_sees_its_own_vote_and_nobody_elses() -> None:
    room = tiny(Opened())
    votes = cast(1, ["write", "hide"])
    first, second = votes[1]
    assert mine(room, {1: first}, "p0").vote == first
    assert mine(room, {1: second}, "p1").vote == second
    assert mine(room, {}, "stranger").vote is None


def test_after_a_second_vote_a_phone_sees_both_of_its_own() -> None:
    room = tiny(Opened(), Closed(), Opened())
    seen = mine(room, {1: Vote("p0", ("hide",)), 2: Vote("p0", ("write",))}, "p0")
    assert seen.before is not None
    assert seen.vote is not None
    assert (seen.before.answer, seen.vote.answer) == (("hide",), ("write",))


def test_groups_under_five_see_no_splits() -> None:
    room = tiny(Opened(), Closed(), Revealed())
    few, enough = (view(room, cast(1, ["write"] * count, Side.OVER), count).reveal for count in (4, 5))
    assert few is not None
    assert enough is not None
    assert (few.counts, few.called, few.voters) == ((), {}, 4)
    assert sum(enough.counts) == 5
    assert enough.called == {Side.OVER: 5}


def test_few_phones_are_not_told_by_hands_that_everybody_counted() -> None:
    """Whoever knows the hands could take them off, and see how the few voted."""
    room = tiny(Opened(), Counted({0: 6, 1: 3}), Closed(), Revealed())
    few, enough = (view(room, cast(1, ["write"] * count), count).reveal for count in (2, 5))
    assert few is not None
    assert enough is not None
    assert (few.counts, few.voters, few.left_out, few.passed) == ((6, 3, 0, 0), 11, 2, 0)
    assert (sum(enough.counts), enough.left_out) == (14, 0)


def test_only_the_facilitators_notes_hold_the_key() -> None:
    room = tiny(Opened())
    told = notes(room, {})
    assert {each.said: each.side for each in told.key}["Do write."] is Side.RIGHT


def test_what_was_sorted_is_told_with_its_side_and_whether_it_belongs_there() -> None:
    room = telling_facts_apart(Opened(), Closed(), Revealed())
    ballot = view(room, {}, 3).ballot
    assert ballot is not None
    assert ballot.asks == "Which of these decides?"
    told = [view(after(room, Chose((each.answer,))), {}, 3).chose for each in ballot.options]
    assert [[(each.said, each.side, each.sorted_as) for each in one] for one in told] == [
        [(each.said, each.side, each.sorted_as)] for each in ballot.options
    ]
    assert sorted(each.right for (each,) in told if each.right is not None) == [False, True]


def test_of_a_choice_it_is_told_what_was_chosen_and_nothing_of_sides() -> None:
    told = view(tiny(Opened(), Closed(), Revealed(), Chose((("write",),))), {}, 3).chose
    assert told == (Chosen("Do write.", "", "", None),)


def test_events_are_carried_as_what_they_are() -> None:
    for event in (Began("tale", 1), Chose((("a", "b"),)), Counted({0: 2})):
        assert from_json(to_json(event), RoomEvent) == event  # type: ignore[arg-type]


def test_what_if_goes_back_decision_by_decision_and_then_no_further() -> None:
    """Also where something was tried since: what is tried stays among the decisions, and is on no way to here."""
    room = tiny(Chose((("write",),)), WentOn())
    while room.play is not None and room.play.phase is not Phase.ENDED:
        asked = question(room)
        room = after(room, WentOn() if asked is None else Chose((asked.options[0].answer,)))
    assert room.play is not None
    made = len(room.play.line)
    assert made > 1
    for left in reversed(range(made)):
        back = notes(room, {}).what_if
        assert back is not None
        room = after(room, back)
        assert room.play is not None
        assert len(room.play.line) == left
    assert notes(room, {}).what_if is None


def test_what_if_takes_a_message_that_was_sent_back_to_its_first_part() -> None:
    room, first = at_the_market(), None
    while room.play is not None and not (room.play.scene_id == "note" and room.step is Step.SHOWN):
        asked = question(room)
        room = after(room, WentOn() if asked is None else Chose((asked.options[0].answer,)))
        if room.play is not None and room.play.scene_id == "note" and not room.given and room.step is Step.READING:
            first = question(room)
    back = notes(room, {}).what_if
    assert back is not None
    again = after(room, back)
    assert again.play is not None
    assert again.play.scene_id == "note"
    assert again.play.whole()
    assert first is not None
    assert question(again) == first


def test_inside_a_message_of_which_nothing_is_sent_there_is_no_what_if_and_back_goes_a_part_back() -> None:
    room = _at_the_note()
    assert notes(room, {}).what_if is not None
    asked = question(room)
    assert asked is not None
    second = after(room, Opened(), Closed(), Revealed(), Chose(asked.answers[:1]))
    assert second.given
    assert notes(second, {}).what_if is None
    assert question(after(second, Back())) == asked


def test_a_message_shows_as_far_as_it_has_come_and_which_part_is_next() -> None:
    room = _at_the_note()
    told = []
    while room.step is Step.READING:
        ballot, asked = view(room, {}, 3).ballot, question(room)
        assert asked is not None
        assert ballot is not None
        assert ballot.message is not None
        told.append((ballot.message.part, ballot.message.parts, ballot.message.text))
        room = after(room, Chose(asked.answers[:1]))
    assert [part for part, *_ in told] == list(range(1, told[0][1] + 1))
    texts = [text for *_, text in told]
    assert texts[0] == ""
    assert all(later.startswith(sooner) for sooner, later in pairwise(texts))
    assert texts[-1]


def test_the_reveal_reminds_of_what_was_asked() -> None:
    revealed = view(tiny(Opened(), Closed(), Revealed()), {}, 3).reveal
    assert revealed is not None
    assert revealed.asked == "You are at office."


def test_whose_phone_leads_is_not_among_those_who_could_vote_until_they_do() -> None:
    """The server counts them out; their vote counts them in."""
    room = tiny(Granted("p0"), Opened())
    assert view(room, {}, 26).here == 26
    told = view(room, cast(1, ["write"]), 26)
    assert (told.voted, told.here) == (1, 27)


def test_what_ends_a_vote_before_everybody_has_voted_is_asked_once_more() -> None:
    room = tiny(Opened())
    nobody, some, all_of_them = (view(room, cast(1, ["write"] * voted), 3) for voted in (0, 2, 3))
    assert rooms.sure(nobody, Closed()) == "Nobody has voted yet. Close anyway?"
    assert rooms.sure(some, Closed()) == "2 of 3 have voted. Close anyway?"
    assert rooms.sure(all_of_them, Closed()) == ""
    for event in (Back(), Rewound(0), Voided(), Ended()):
        assert rooms.sure(all_of_them, event)
    assert rooms.sure(view(room, {}, 0), Closed()) == ""  # by hand nobody is missing


def test_before_a_vote_that_is_not_revealed_is_left_for_good_it_is_said_that_nobody_will_know_it() -> None:
    said = "This vote is not revealed: how the room split would be told nowhere."
    votes = {**cast(1, ["wave"]), **cast(2, ["wave"])}
    hidden, told = [(Opened(),), (Opened(), Closed()), (Opened(), Closed(), Talked())], [(), (Opened(), Closed())]
    for event in (Ended(), Left()):
        assert {rooms.lost(view(tiny(*events), votes, 3), event) for events in hidden} == {said}
        assert not any(rooms.lost(view(tiny(*events), {}, 3), event) for events in hidden)  # nobody voted
        assert not any(rooms.lost(view(tiny(*events, Revealed()), votes, 3), event) for events in told)
        assert rooms.lost(view(tiny(Opened(), Counted({0: 5})), {}, 0), event) == said
    assert not rooms.lost(view(tiny(Opened()), votes, 3), Back())


def test_what_the_room_has_seen_is_not_said_to_be_lost_after_a_step_back_but_what_is_counted_after_that_is() -> None:
    for steps in (1, 2):
        back = tiny(Opened(), Counted({0: 5}), Closed(), Revealed(), *[Back()] * steps)
        assert not rooms.lost(view(back, {}, 0), Ended())
        assert rooms.lost(view(after(back, Counted({0: 6})), {}, 0), Ended())


def test_of_what_is_only_tried_it_is_said_that_it_is_told_nowhere_even_if_it_is_revealed() -> None:
    tried = tiny(Chose((("write",),)), WentOn(), Rewound(0), Opened())
    said = "What is tried with what if is told nowhere, revealed or not."
    for event in (Ended(), Left()):
        assert rooms.lost(view(tried, cast(1, ["wave"]), 3), event) == said


def test_what_somebody_wrote_on_why_is_theirs_to_see() -> None:
    room = tiny(Opened())
    assert mine(room, {1: Vote("p0", ("hide",))}, "p0", "She asked.").why == "She asked."


def _at_the_note() -> Room:
    """At the market, before the first part of the note is voted on."""
    room = at_the_market()
    while room.play is not None and room.play.scene_id != "note":
        asked = question(room)
        room = after(room, WentOn() if asked is None else Chose((asked.options[0].answer,)))
    return room
