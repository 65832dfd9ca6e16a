"""Drafts: whatever is edited, in whatever order, they fit their exercise; and what is ready can be sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.engine import kinds
from course.engine.apply import apply, sent
from course.engine.events import Drafted
from course.engine.kinds import Draft
from course.engine.kinds.calendar import CalendarKind
from course.engine.kinds.message import MessageKind
from course.engine.kinds.sort import DO, DONT, SortKind
from course.model.kinds.calendar import ROOM, Calendar
from course.model.kinds.message import MessageInParts
from course.model.kinds.sort import Show, Sort
from tests.market import at, exercise

Edit = Callable[[Draft, int, int], Draft]
"""One edit of a draft, from two numbers that stand for what a learner may press."""


def letter() -> tuple[MessageKind, MessageInParts]:
    body = exercise("note")
    assert isinstance(body, MessageInParts)
    return MessageKind(body), body


def calendar() -> tuple[CalendarKind, Calendar]:
    body = exercise("days")
    assert isinstance(body, Calendar)
    return CalendarKind(body), body


def sort(scene: str) -> tuple[SortKind, Sort]:
    body = exercise(scene)
    assert isinstance(body, Sort)
    return SortKind(body), body


def edits(scene: str) -> list[Edit]:
    """Every edit that the exercise at that scene of the market allows."""
    body = exercise(scene)
    match body:
        case MessageInParts():
            parts, letter = body.parts, MessageKind(body)

            def word(draft: Draft, part: int, alternative: int) -> Draft:
                chosen = parts[part % len(parts)]
                return letter.word(draft, chosen, chosen.alternatives[alternative % len(chosen.alternatives)])

            return [word]
        case Calendar():
            days, ways, plan = body.days, body.ways, CalendarKind(body)
            return [
                lambda draft, day, way: plan.place(draft, day % (days + 1), ways[way % len(ways)]),
                lambda draft, day, way: plan.take_off(draft, day % (days + 1), ways[way % len(ways)]),
            ]
        case Sort(show=Show.LINE):
            rows, line = len(body.statements) + 1, SortKind(body)
            return [lambda draft, start, to: line.move(draft, start % rows, to % rows)]
        case Sort():
            names, sides = [each.id for each in body.statements], SortKind(body)
            return [lambda draft, which, side: sides.put(draft, names[which % len(names)], (DO, DONT)[side % 2])]
    raise AssertionError(scene)


STEPS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 20), st.integers(0, 20)), max_size=25)


@pytest.mark.parametrize("scene", ["note", "days", "drafts", "other-friday"])
@given(steps=STEPS, seed=st.integers(0, 3))
def test_any_edits_in_any_order_give_a_tidy_draft(scene: str, steps: list[tuple[int, int, int]], seed: int) -> None:
    play, every = at(scene, seed), edits(scene)
    kind = kinds.of(exercise(scene))
    for which, one, other in steps:
        draft = every[which % len(every)](play.draft, one, other)
        assert kind.tidy(draft, play.order) == draft
        play = apply(play, Drafted(play.scene_id, draft))
        assert play.draft == draft
        ready = play.ready()
        if ready is not None:
            apply(play, sent(play, ready))  # raises Unfit if it could not be sent


def test_a_part_is_worded_once_whatever_was_chosen_before() -> None:
    letter_kind, body = letter()
    greeting, thanks = body.parts[:2]
    draft = letter_kind.word((), thanks, thanks.alternatives[0])
    draft = letter_kind.word(draft, greeting, greeting.alternatives[0])
    draft = letter_kind.word(draft, greeting, greeting.alternatives[1])
    assert draft == ((greeting.id, greeting.alternatives[1].id), (thanks.id, thanks.alternatives[0].id))
    assert letter_kind.wording(draft, greeting) == greeting.alternatives[1]


def test_the_next_part_to_word_is_looked_for_from_here_on_and_then_from_the_start() -> None:
    letter_kind, body = letter()
    assert [letter_kind.unworded((), after) for after in (-1, 0, 1, 2)] == [0, 1, 2, 0]
    thanks = letter_kind.word((), body.parts[1], body.parts[1].alternatives[0])
    assert [letter_kind.unworded(thanks, after) for after in (-1, 0, 1)] == [0, 2, 2]
    whole = kinds.of(body).samples()
    assert letter_kind.unworded(next(iter(whole))) == len(body.parts)


def test_a_day_takes_as_many_contacts_as_it_has_room_for() -> None:
    plan, body = calendar()
    card, call = body.ways[:2]
    draft: Draft = ()
    assert plan.room(draft, 3) == ROOM
    for way in (card, card, call, body.ways[2]):
        draft = plan.place(draft, 3, way)
    assert draft == (("3", card.id), ("3", call.id)), "the same is there once, and the third finds no room"
    assert plan.room(draft, 3) == 0
    assert plan.take_off(draft, 3, card) == (("3", call.id),)
    assert plan.take_off(draft, 4, card) == draft, "nothing of it is planned on that day"


def test_a_row_is_put_in_another_place_and_the_line_is_a_row_too() -> None:
    line, body = sort("drafts")
    one, two, three = (each.id for each in body.statements)
    draft = line.start("")
    assert line.rows(draft) == [one, two, three, None]
    draft = line.move(draft, 3, 1)
    assert line.rows(draft) == [one, None, two, three]
    assert draft == ((one, DO), (two, DONT), (three, DONT))
    assert line.move(draft, 3, 0) == ((three, DO), (one, DO), (two, DONT)), "carried over the line"


def test_a_statement_of_a_list_changes_sides() -> None:
    sides, body = sort("other-friday")
    first, second = (each.id for each in body.statements[:2])
    draft = sides.put(sides.put((), first, DO), second, DO)
    assert sides.put(draft, first, DONT) == ((first, DONT), (second, DO))
