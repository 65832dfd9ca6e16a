"""What a room did, for other programs and to print: what was chosen in the end, and whether it was a rehearsal."""

from __future__ import annotations

import csv
import json
from io import StringIO

from course.model import Side
from course.room.events import (
    Back,
    Chose,
    Closed,
    Counted,
    Ended,
    Left,
    Opened,
    Rehearsed,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
    WentOn,
)
from course.room.results import results
from course.room.room import Room
from course.serving.room_export import as_csv, as_html, as_json
from tests.room.rooms import after, cast, tiny

VOTES = cast(1, ["hide"] * 6)
WHYS = {1: ["=Because.", "She is busy."]}
CHOSEN = (Opened(), Closed(), Revealed(), Chose((("write",),)))


def _rows(room: Room) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(room, VOTES, results(room, VOTES), WHYS).removeprefix("\ufeff"))))


def test_of_each_option_the_table_says_whether_it_was_chosen_in_the_end() -> None:
    chosen = {row["option"]: row["chosen in the end"] for row in _rows(tiny(*CHOSEN)) if row["option"]}
    assert {said for said, so in chosen.items() if so == "yes"} == {"Do write."}
    assert all(row["chosen in the end"] == "no" for row in _rows(tiny(*CHOSEN[:3])) if row["option"])


def test_every_form_says_of_a_rehearsal_that_it_was_one() -> None:
    for room, so in ((tiny(Rehearsed(), *CHOSEN), True), (tiny(*CHOSEN), False)):
        found = results(room, VOTES)
        assert {row["rehearsal"] for row in _rows(room)} == {"yes" if so else "no"}
        assert json.loads(as_json(room, VOTES, found, WHYS))["results"]["rehearsal"] is so
        assert ("This was a rehearsal" in as_html(room, VOTES, found, WHYS)) is so


def test_the_page_to_print_names_what_was_chosen_in_the_end() -> None:
    room = tiny(*CHOSEN)
    assert "Chosen in the end by whoever led: D, Do write." in as_html(room, VOTES, results(room, VOTES), {})


def test_what_was_only_tried_is_in_no_form() -> None:
    really = tiny(*CHOSEN)
    tried = after(really, WentOn(), Rewound(0), *CHOSEN)
    both, whys = {**VOTES, **cast(2, ["wave"] * 7)}, {**WHYS, 2: ["Only tried."]}
    for make in (as_csv, as_html):
        assert make(tried, both, results(tried, both), whys) == make(really, VOTES, results(really, VOTES), WHYS)
    told = json.loads(as_json(tried, both, results(tried, both), whys))
    assert [each["number"] for each in told["rounds"]] == [1]
    assert {each["round"] for each in (*told["ballots"], *told["whys"])} == {1}


def test_where_few_said_how_it_would_come_across_nobodys_word_is_written_out() -> None:
    said, others = cast(1, ["hide"] * 4, Side.OVER)[1], cast(1, ["hide"] * 8)[1][4:]
    votes = {1: [*said, *others]}
    told = json.loads(as_json(tiny(*CHOSEN), votes, results(tiny(*CHOSEN), votes), {}))
    assert [each["called"] for each in told["ballots"]] == [None] * 8


def test_every_form_holds_the_lines_on_why_and_none_of_a_few() -> None:
    room, few = tiny(*CHOSEN), cast(1, ["hide"] * 4)
    for make in (as_csv, as_html, as_json):
        assert "She is busy." in make(room, VOTES, results(room, VOTES), WHYS)
        assert "She is busy." not in make(room, few, results(room, few), WHYS)
    assert [row["line on why"] for row in _rows(room)][-2:] == ["'=Because.", "She is busy."]


def test_how_a_vote_splits_is_in_no_form_before_it_is_revealed_and_in_every_form_from_then_on() -> None:
    """Nor is that of one that was thrown out, or of one that was left: with the room, with the story, or taken back."""
    votes = {**VOTES, **cast(2, ["wave"] * 5)}
    hidden: tuple[tuple[RoomEvent, ...], ...] = (
        (Opened(),),
        (Opened(), Counted({0: 9})),
        (Opened(), Closed()),
        (Opened(), Closed(), Talked()),
        (Opened(), Closed(), Talked(), Opened()),
        (Opened(), Closed(), Voided()),
        (Opened(), Closed(), Back()),
        (Opened(), Closed(), Voided(), Left()),
        (Opened(), Ended()),
        (Opened(), Closed(), Counted({0: 9}), Ended()),
        (Opened(), Closed(), Left()),
        (Opened(), Closed(), Left(), Back()),
        (Opened(), Closed(), Chose((("write",),))),
    )
    for before in hidden:
        room = tiny(*before)
        found = results(room, votes)
        told = json.loads(as_json(room, votes, found, WHYS))
        assert (told["rounds"], told["ballots"], told["whys"], told["results"]["questions"]) == ([], [], [], [])
        assert not _rows(room)
        assert "She is busy." not in as_html(room, votes, found, WHYS)
    shown: tuple[tuple[RoomEvent, ...], ...] = (CHOSEN[:3], CHOSEN, (*CHOSEN[:3], Ended()), (*CHOSEN[:3], Left()))
    shown += tuple((*CHOSEN[:3], *[Back()] * steps) for steps in (1, 2, 3))
    for since in shown:
        room = tiny(*since)
        assert {row["votes for it"] for row in _rows(room)} >= {"6"}
        assert len(json.loads(as_json(room, votes, results(room, votes), WHYS))["ballots"]) == 6
