"""What each exercise kind asks, and how answers are judged: on the market's scenario, which has every kind."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from course.engine import judging, kinds, totals
from course.engine.apply import Unfit, apply, begin, sent
from course.engine.events import (
    Called,
    Drafted,
    Event,
    Flipped,
    Lasting,
    Picked,
    PutBack,
    Returned,
    Rewound,
    ThoughtAgain,
    WentOn,
)
from course.engine.kinds.calendar import CLOSE
from course.engine.kinds.message import MessageKind
from course.engine.otherside import views
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.engine.replay import replay
from course.model import Branch, Contact, Due, Ending, Limit, Limits, Medium, Side, Verdict
from course.model.kinds import Exercise
from course.model.kinds.calendar import ROOM, Calendar, Way
from course.model.kinds.message import MessageInParts
from tests.market import COURSE, MARKET, at, exercise
from tests.steps import draft, go_on, pick, rewind, send, think_again

RULES = COURSE.all_rules()


def judged(answers: tuple[Answer, ...], scene: str) -> list[Side]:
    """Where each answer lands; a day left empty lands nowhere."""
    found = kinds.judged(exercise(scene), answers)
    assert found is not None
    return [judging.side(each.outcome, RULES) for each in found if each.outcome.judged]


def test_a_statement_on_the_wrong_side_is_too_careful_or_breaks_its_rule() -> None:
    right = (
        ("send-her-a-line-tonight", "do"),
        ("ask-nothing-and-wait-for-a", "dont"),
        ("write-before-you-come-by", "do"),
    )
    rest = (("come-by-at-five-tomorrow-and", "do"), ("ask-when-she-will-know", "dont"))
    found = kinds.judged(exercise("apron"), (*right, *rest))
    assert found is not None
    assert [judging.verdict(each.outcome) for each in found] == [Verdict.DO] * 3 + [Verdict.DONT] * 2
    pushy, careful = found[3].outcome, found[4].outcome
    assert (pushy.breaks, pushy.misses, judging.side(pushy, RULES)) == (("door",), (), Side.OVER)
    assert (careful.breaks, careful.misses, judging.side(careful, RULES)) == ((), ("ask",), Side.UNDER)
    assert found[1].outcome.avoids == ("ask",)


def test_dos_and_donts_of_a_sort_are_counted_apart() -> None:
    play = at("apron")
    while play.scene_id == "apron":
        play = go_on(send(play, play.shown()[0].answer))  # everything is a do
    near, room, short = (totals.score(play.decisions).pairs[pair] for pair in ("near", "room", judging.FELL_SHORT))
    assert (near.do.got, near.do.of, near.dont.got, near.dont.of) == (2, 2, 0, 0)
    assert (short.dont.got, short.dont.of) == (0, 1), "too little is no pair's don't"
    assert (room.do.got, room.do.of, room.dont.got, room.dont.of) == (1, 1, 0, 1)


def test_drafts_are_judged_by_the_side_of_the_line_whatever_their_order() -> None:
    best, worse, worst = (each.answer[0] for each in kinds.of(exercise("drafts")).outcomes()[::2])
    assert judged(((worst, "do"), (best, "do"), (worse, "dont")), "drafts") == [
        Side.OVER,
        Side.RIGHT,
        Side.RIGHT,
    ]
    beyond = kinds.judged(exercise("drafts"), ((best, "dont"), (worse, "do"), (worst, "dont")))
    assert beyond is None, "what comes after one beyond the line lies beyond it too"


def test_a_do_beyond_the_line_is_wrong_even_where_nothing_else_was_left_to_say() -> None:
    best, worse, worst = (each.answer[0] for each in kinds.of(exercise("drafts")).outcomes()[::2])
    play = send(at("drafts"), (worst, "dont"), (worse, "dont"), (best, "dont"))
    assert [each.worth for each in play.latest] == [1, 1, 0]
    near = totals.score(play.decisions).pairs["near"]
    assert (near.do.got, near.do.of) == (0, 1)


def test_a_message_is_one_contact_and_reads_as_it_was_put_together() -> None:
    body = exercise("note")
    assert isinstance(body, MessageInParts)
    draft = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday"))
    assert MessageKind(body).body(draft) == "Dear Ines,\n\nI look forward to Friday."
    found = kinds.judged(body, draft)
    assert found is not None
    assert [each.outcome.contact for each in found] == [None, None, Contact("note to Ines", medium=Medium.NOTE)]
    assert judged(draft, "note") == [Side.RIGHT, Side.UNDER, Side.RIGHT]


def test_a_message_is_ready_when_every_part_is_worded() -> None:
    play = draft(at("note"), ("greeting", "dear-ines"), ("gone", "x"), ("thanks", "no-such"))
    assert play.draft == (("greeting", "dear-ines"),)
    assert play.ready() is None
    with pytest.raises(Unfit):
        pick(play, *play.draft)


def planned(*contacts: tuple[int, str]) -> tuple[Answer, ...]:
    """The answers of a calendar with these contacts."""
    found = kinds.of(exercise("days")).answers(tuple((str(day), way) for day, way in contacts), "")
    assert found is not None
    return found


CARD, CALL, VISIT = "thank-you-card-to-ines", "call-ines", "stand-at-the-stall"


@pytest.mark.parametrize(
    ("contacts", "sides"),
    [
        ([(0, CARD), (5, CALL)], [Side.RIGHT, Side.RIGHT]),
        ([(0, CARD), (4, CALL)], [Side.RIGHT, Side.OVER]),  # before the day she named
        ([(0, CARD), (5, CALL), (6, CALL)], [Side.RIGHT, Side.RIGHT, Side.OVER]),  # a third within seven days
        ([(0, CARD), (5, CALL), (7, CALL)], [Side.RIGHT, Side.RIGHT, Side.RIGHT]),  # day 0 is a week ago
        ([(0, CARD), (6, CALL), (6, CALL)], [Side.RIGHT, Side.RIGHT, Side.OVER]),  # two on one day
        ([(5, CALL)], [Side.UNDER, Side.RIGHT]),  # nobody was thanked in time
        ([(0, CARD), (8, VISIT)], [Side.RIGHT, Side.OVER]),
        ([], [Side.UNDER, Side.UNDER]),  # no thank-you, and nothing at all
    ],
)
def test_the_limits_of_the_course_judge_a_calendar(contacts: list[tuple[int, str]], sides: list[Side]) -> None:
    assert judged(planned(*contacts), "days") == sides


WAYS = (
    Way("card", "Card", kind="thanks", follows=("thanks",)),
    Way("call", "Call", kind="news", follows=("ask",)),
)


@given(
    st.lists(st.lists(st.sampled_from(["card", "call"]), max_size=ROOM), min_size=4, max_size=6),
    st.integers(1, 3),
    st.integers(1, 4),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_a_calendar_is_judged_as_if_all_of_it_were_remembered(
    plan: list[list[str]], most: int, days: int, card_by: int, call_by: int
) -> None:
    """The kind remembers only what can still matter; here all contacts are looked at, for every day."""
    often, door, ask = (Limit((rule,)) for rule in ("often", "door", "ask"))
    due = (Due("thanks", card_by, Limit(("late-card",))), Due("news", call_by, Limit(("late-call",))))
    calendar = Calendar(len(plan) - 1, WAYS, Limits(most, days, often, door, ask, due), (Branch("end"),))
    draft = tuple((str(day), way) for day, ways in enumerate(plan) for way in ways)
    answers = kinds.of(calendar).answers(draft, "")
    assert answers is not None
    found = kinds.judged(calendar, answers)
    assert found is not None

    def late(day: int, *names: str) -> set[str]:
        come = {name for _, name in made} | {*names}
        return {f"late-{name}" for name, by in (("card", card_by), ("call", call_by)) if by == day and name not in come}

    expected: list[set[str]] = []
    made: list[tuple[int, str]] = []
    for day, ways in enumerate(plan):
        for number, way in enumerate(ways):
            broken = late(day, way) if number == ROOM - 1 else set()
            broken |= {"often"} if sum(when > day - days for when, _ in made) >= most else set()
            expected.append(broken | ({"door"} if number else set()))
            made.append((day, way))
        if len(ways) < ROOM:
            broken = late(day) | ({"ask"} if day == len(plan) - 1 and not made else set())
            expected += [broken] if broken else []
    assert [set(each.outcome.breaks) for each in found if each.outcome.judged] == expected


def test_a_calendar_that_is_too_full_loses_what_does_not_fit() -> None:
    play = draft(at("days"), ("1", CARD), ("1", CALL), ("1", VISIT), ("99", CARD), ("2", "no-such"))
    assert play.draft == (("1", CARD), ("1", CALL))
    assert pick(play, *(play.ready() or ())).draft == play.draft


@pytest.mark.parametrize("scene", ["apron", "note", "days", "drafts", "other-friday"])
def test_samples_hold_everything_that_can_be_answered(scene: str) -> None:
    body = exercise(scene)
    every = {each.answer for _, possible in kinds.turns(body) for each in possible}
    sampled = [kinds.judged(body, answers) for answers in kinds.of(body).samples()]
    assert None not in sampled
    ways = {answer[1] for answer in every}
    assert {each.outcome.answer[1] for found in sampled for each in found or ()} == ways


def test_a_forecast_stands_at_the_decision_that_decides_where_all_of_it_lands() -> None:
    answers = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), CLOSE_PUSHY)
    play = send(at("note"), *answers, forecast=Side.RIGHT)
    assert [each.forecast for each in play.latest] == [None, None, Side.RIGHT]
    assert totals.forecasts(play.decisions).of_which(Side.RIGHT, Side.OVER) == 1


CLOSE_PUSHY = ("close", "i-will-look-in-tomorrow-in")


def test_going_back_to_a_message_lays_it_on_the_table_again_and_counts_it_once() -> None:
    play = send(at("note"), ("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), CLOSE_PUSHY)
    back = rewind(go_on(play), 1)
    assert (back.scene_id, back.draft) == ("note", tuple(each.answer for each in play.latest))
    again = send(back, *(back.ready() or ()))
    assert [each.counts for each in again.decisions] == [True] * 3 + [False] * 3


def whole_scenario() -> Play:
    """The best way through."""
    play = at("apron")
    while play.scene_id == "apron":
        right = next(each for each in play.shown() if judging.verdict(each) is Verdict.DO)
        play = go_on(send(play, right.answer))
    note = (("greeting", "dear-ines"), ("thanks", "thank-you-for-the-apron-and"), ("close", "i-look-forward-to-friday"))
    play = go_on(send(play, *note))
    play = go_on(send(play, *planned((2, CARD), (7, CALL))))
    drafts = next(iter(kinds.of(play_body(play)).samples()))
    sides = ("do", "dont", "dont")
    return go_on(send(play, *((each[0], side) for each, side in zip(drafts, sides, strict=True))))


def play_body(play: Play) -> Exercise:
    """The exercise at the play's scene."""
    body = play.scene.body
    assert not isinstance(body, Ending)
    return body


def test_the_best_way_through_scores_in_full_and_then_a_fact_is_flipped() -> None:
    play = whole_scenario()
    assert (play.phase, play.scene_id) == (Phase.ENDED, "hired")
    assert totals.score(play.decisions).share == 1
    assert [(each.day, each.contact.words) for each in play.contacts] == [
        (0, "note to Ines"),
        (2, "card to Ines"),
        (7, "call to Ines"),
    ]
    flipped = apply(play, Flipped())
    assert flipped.scene_id == "other-friday"
    answers = tuple((each.answer[0], "do") for each in kinds.of(play_body(flipped)).outcomes()[:1])
    flipped = draft(flipped, *answers, ("call-her-on-friday-at-eight", "do"))
    done = go_on(send(flipped, *(flipped.ready() or ())))
    assert (done.scene_id, done.flips()) == ("hired", "")
    assert totals.score(done.decisions).share == 1, "after the ending nothing counts"


def test_the_other_side_of_the_desk_tells_their_days_and_what_reached_them() -> None:
    ines, tomas = views(whole_scenario())
    told = [(each.day, each.did, each.text) for each in ines.moments]
    assert (0, "note to Ines", "She keeps it under the scales, with the others.") in told
    assert (3, "", "Market day. The phone is under the lemons.") in told
    assert (7, "call to Ines", "She picks up on the second ring.") in told, (
        "nobody is said to see it, so the first does"
    )
    assert [each.day for each in ines.moments] == sorted(each.day for each in ines.moments)
    assert [each.did for each in tomas.moments] == [""]


def test_a_message_put_back_is_remembered_where_all_of_it_would_have_landed() -> None:
    pushed = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday"))
    play = send(think_again(at("note"), *pushed, forecast=Side.RIGHT), *pushed, forecast=Side.RIGHT)
    (holder,) = [each for each in play.latest if each.reconsidered]
    assert holder.forecast is Side.RIGHT, "it stands where the forecast does"
    (before,) = holder.reconsidered
    assert (before.answers, len(before.said)) == (pushed, 3)
    assert before.side is judging.worst(each.side for each in play.latest)
    assert totals.forecasts(play.decisions).outside == 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["pick", "sketch", "ready", "call", "again", "send", "back", "on", "rewind", "flip", "return"]),
        st.integers(0, 9),
    ),
    max_size=60,
)


@given(STEPS, st.integers(0, 3))
@example([("sketch", 0), ("pick", 0), ("back", 0)], 0)
def test_any_keys_in_any_order_can_be_repeated_from_their_events(keys: list[tuple[str, int]], seed: int) -> None:
    fresh = begin(COURSE, MARKET, seed)
    play, lasting = fresh, list[Lasting]()
    for key, number in keys:
        event = _event(play, key, number)
        try:
            play = apply(play, event)
        except Unfit:
            continue
        if not isinstance(event, Picked | Called | PutBack):
            lasting.append(event)
    if play.phase not in (Phase.WEIGHING, Phase.CALLED):
        replayed = replay(fresh, lasting)
        assert replayed.whole
        assert replayed.play == play
    counted = [(each.scene, each.item, each.day, each.answer) for each in play.decisions if each.counts]
    assert len(counted) == len(set(counted)) or "days" in {scene for scene, *_ in counted}


def _event(play: Play, key: str, number: int) -> Event:
    """What that key brings about at this place, whether or not it may."""
    shown = play.shown()
    one = (shown[number % len(shown)].answer,) if shown else (("nothing",),)
    match key:
        case "pick":
            return Picked(play.scene_id, one)
        case "sketch":
            samples = (
                [()] if isinstance(play.scene.body, Ending) else list(kinds.of(play.scene.body).samples(play.order))
            )
            return Drafted(play.scene_id, samples[number % len(samples)][: number + 1])
        case "ready":
            return Picked(play.scene_id, play.ready() or one)
        case "send":
            answers = tuple(each.outcome.answer for each in play.pending)
            return sent(play, answers or play.ready() or one, Side.OVER)
        case "call":
            return Called(Side.OVER)
        case "again":
            return ThoughtAgain(play.scene_id, play.ready() or one, Side.OVER)
        case "back":
            return PutBack()
        case "on":
            return WentOn()
        case "rewind":
            return Rewound(number)
        case "return":
            return Returned()
    return Flipped()


def test_every_calendar_closes_each_day_or_fills_it() -> None:
    for first, second in product([CARD, CALL, VISIT], repeat=2):
        answers = planned((1, first), (1, second))
        assert ("1", CLOSE) not in answers
        assert sum(answer[1] == CLOSE for answer in answers) == 8
