"""A play changes by events alone: step by step, and in whatever order of keys a learner may find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.engine import debrief, totals
from course.engine.apply import Unfit, apply, begin, sent
from course.engine.conditions import Logged
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
    Sent,
    Shortened,
    ThoughtAgain,
    WentOn,
)
from course.engine.play import Phase, Play
from course.engine.replay import replay, standing
from course.model import Contact, Side
from course.model.kinds.choices import Choices
from course.model.record import replace
from tests.builders import choice, scene, tiny_course, tiny_scenario
from tests.market import at
from tests.shipped import COURSE, SCENARIOS
from tests.steps import called, draft, go_on, pick, rewind, send, think_again

WAVE = (("wave",),)


def fresh(seed: int = 1) -> Play:
    return begin(tiny_course(), tiny_scenario(), seed)


def gone(play: Play, *names: str) -> Play:
    for name in names:
        play = go_on(send(play, (name,)))
    return play


def test_a_decision_is_picked_weighed_sent_and_left_behind() -> None:
    play = pick(fresh(), ("write",))
    assert play.phase is Phase.WEIGHING
    assert not play.history, "nothing is sent yet"
    play = send(play, ("write",), forecast=Side.RIGHT)
    assert play.phase is Phase.SHOWN
    assert play.last is not None
    assert play.last.forecast is Side.RIGHT
    play = go_on(play)
    assert (play.phase, play.scene_id, play.day) == (Phase.DECIDING, "wait", 4)


def test_what_is_picked_and_put_back_leaves_no_trace() -> None:
    assert apply(pick(fresh(), ("wave",)), PutBack()) == fresh()


def test_to_go_on_drafting_puts_back_what_was_picked() -> None:
    note = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday"))
    assert draft(pick(at("note"), *note), *note[:1]) == draft(at("note"), *note[:1])


def test_to_weigh_something_changes_nothing_of_what_is_sent() -> None:
    assert send(pick(fresh(), ("wave",)), ("write",)) == send(fresh(), ("write",))


def test_a_scene_without_a_day_keeps_the_day_before() -> None:
    assert gone(fresh(), "wave").day == 1


def test_from_what_was_tried_after_the_ending_one_comes_back_to_it() -> None:
    ended = gone(fresh(), "hide")
    tried = send(rewind(ended, 0), ("wave",), forecast=Side.OVER)
    back = apply(tried, Returned())
    assert replace(back, history=ended.history) == ended, "the ending, its day and the way to it"
    assert back.history == tried.history, "and what was tried is remembered"
    further = gone(fresh(), "hide")
    further = gone(rewind(further, 0), "wave", "leave", "patient")
    assert apply(rewind(further, 0), Returned()).scene_id == further.scene_id, "of several it is the last"


def test_the_contact_log_decides_where_the_scenario_goes() -> None:
    two = gone(fresh(), "write")
    assert two.contacts == (Logged(1, Contact("e-mail")),)
    assert gone(two, "again").scene_id == "good", "two contacts are not three"
    three = gone(fresh(), "wave", "stay", "write", "again")
    assert three.scene_id == "crowded", "four contacts in four days"


def test_a_rule_once_broken_is_remembered() -> None:
    assert gone(fresh(), "write", "patient").scene_id == "good"
    assert gone(fresh(), "wave", "leave", "patient").scene_id == "crowded"


def test_rewinding_keeps_the_first_answer_and_the_score() -> None:
    play = gone(fresh(), "wave")
    before = totals.score(play.decisions)
    again = send(rewind(play, 0), ("write",))
    assert [each.counts for each in again.decisions] == [True, False]
    assert totals.score(again.decisions) == before
    assert [each.answer for each in again.path] == [("write",)], "the story goes on from the new answer"


def test_after_the_first_ending_all_is_practice() -> None:
    play = gone(fresh(), "hide")
    assert play.phase is Phase.ENDED
    before = totals.score(play.decisions)
    after = gone(rewind(play, 0), "write", "patient")
    assert totals.score(after.decisions) == before


def test_the_seed_orders_what_is_shown_and_nothing_else() -> None:
    orders = {tuple(outcome.answer for outcome in fresh(seed).shown()) for seed in range(40)}
    assert len(orders) > 6
    assert len({frozenset(order) for order in orders}) == 1
    assert fresh(3).shown() == fresh(3).shown()


def test_the_debrief_names_the_advice_and_every_option() -> None:
    play = gone(fresh(), "wave")
    (entry,) = debrief.entries(play)
    assert [each.said for each in entry.advised] == ["Do write."]
    assert [rule.id for rule in entry.rules] == ["unannounced"]
    options = debrief.options(play, play.decisions[0])
    assert options[0].taken
    assert len(options) == 4


def test_a_forecast_is_set_beside_where_it_landed() -> None:
    play = send(fresh(), ("wave",), forecast=Side.RIGHT)
    assert totals.forecasts(play.decisions).of_which(Side.RIGHT, Side.OVER) == 1


def test_a_mind_changed_is_kept_with_where_it_would_have_landed() -> None:
    play = think_again(fresh(), ("wave",), forecast=Side.UNDER)
    assert (play.phase, play.history) == (Phase.DECIDING, ()), "nothing is sent"
    (decision,) = send(play, ("write",), forecast=Side.RIGHT).decisions
    (before,) = decision.reconsidered
    assert (before.answers, before.said) == ((("wave",),), ("Do wave.",))
    assert (before.forecast, before.side) == (Side.UNDER, Side.OVER)
    assert (decision.forecast, decision.side) == (Side.RIGHT, Side.RIGHT)


def test_what_was_put_back_belongs_to_its_scene() -> None:
    play = think_again(fresh(), ("wave",))
    after = gone(play, "write")
    assert after.reconsidered == ()
    assert rewind(after, 0).reconsidered == (), "another try begins anew"
    assert send(after, ("patient",)).decisions[-1].reconsidered == ()


def test_the_first_word_stands_when_the_same_is_picked_again() -> None:
    play = pick(think_again(fresh(), ("wave",), forecast=Side.UNDER), ("wave",))
    assert (play.phase, play.called) == (Phase.CALLED, Side.UNDER)
    assert pick(play, ("write",)).phase is Phase.WEIGHING
    assert len(think_again(play, ("wave",)).reconsidered) == 1, "to put it back twice is no news"


def test_an_option_put_back_that_an_edit_has_taken_away_is_let_go() -> None:
    events: list[Lasting] = [ThoughtAgain("office", (("no-such",),), Side.OVER), Sent("office", WAVE, None, "")]
    replayed = replay(fresh(), events)
    assert replayed.whole
    assert replayed.play == send(fresh(), *WAVE)


def test_whether_it_asks_again_after_the_middle_one_is_settled_by_seed_and_scene() -> None:
    asked = [fresh(seed).asks_again(Side.RIGHT) for seed in range(300)]
    assert asked == [fresh(seed).asks_again(Side.RIGHT) for seed in range(300)]
    assert 25 < sum(asked) < 75, "about one in six"
    assert all(fresh(seed).asks_again(side) for seed in range(9) for side in (Side.UNDER, Side.OVER))


@pytest.mark.parametrize("seed", range(20))
def test_over_a_course_it_asks_again_after_a_middle_one_sparingly_and_never_not_at_all(seed: int) -> None:
    longest = 0
    asked: list[bool] = []
    for scenario in SCENARIOS.values():
        here = begin(COURSE, scenario, seed)
        plays = (replace(here, scene_id=each) for each in scenario.scenes)
        asks = [each.asks_again(Side.RIGHT) for each in plays if each.weighs()]
        longest = max(longest, sum(asks))
        asked += asks
    assert len(asked) / 9 < sum(asked) < len(asked) / 4, "about one in six, whatever the seed"
    assert longest <= 5, "and not many in any one story, whatever way is taken"


def thought(*first: str, then: str) -> Play:
    """Each of the first put back, and the last sent."""
    play = fresh()
    for name in first:
        play = think_again(play, (name,))
    return send(play, (then,), forecast=Side.RIGHT)


@pytest.mark.parametrize(
    ("first", "then", "outside", "stopped", "led_away"),
    [
        ([], "write", 0, 0, 0),
        ([], "wave", 1, 0, 0),
        (["wave"], "write", 1, 1, 0),
        (["wave", "hide"], "write", 1, 1, 0),
        (["wave"], "hide", 1, 0, 0),
        (["write"], "wave", 0, 0, 1),
        (["write", "wave"], "write", 0, 0, 0),
    ],
)
def test_stopped_in_time_is_a_first_pick_outside_the_line_and_an_answer_in_it(
    first: list[str], then: str, outside: int, stopped: int, led_away: int
) -> None:
    found = totals.forecasts(thought(*first, then=then).decisions)
    assert (found.outside, found.stopped, found.led_away) == (outside, stopped, led_away)


def test_without_a_forecast_nothing_was_to_be_stopped() -> None:
    assert totals.forecasts(send(fresh(), *WAVE).decisions).outside == 0


REFUSED: list[tuple[Play, Event]] = [
    (fresh(), WentOn()),
    (fresh(), PutBack()),
    (fresh(), Called(Side.OVER)),
    (fresh(), ThoughtAgain("lobby", WAVE, Side.OVER)),
    (called(fresh(), *WAVE), PutBack()),
    (called(fresh(), *WAVE), Called(Side.RIGHT)),
    (fresh(), Rewound(0)),
    (fresh(), Flipped()),
    (fresh(), Picked("office", (("no-such",),))),
    (fresh(), Picked("lobby", (("leave",),))),
    (fresh(), Sent("office", (("no-such",),), None, "")),
    (fresh(), Sent("office", (), None, "")),
    (fresh(), Sent("office", (*WAVE, *WAVE), None, "")),
    (fresh(), Sent("lobby", WAVE, None, "")),  # the answer is offered here, but the event is of another scene
    (fresh(), Drafted("lobby", ())),
    (send(fresh(), *WAVE), Drafted("office", ())),
    (send(fresh(), *WAVE), Picked("office", WAVE)),
    (send(fresh(), *WAVE), Sent("office", WAVE, None, "")),
    (send(fresh(), *WAVE), PutBack()),
    (send(fresh(), *WAVE), ThoughtAgain("office", WAVE, Side.OVER)),
    (send(fresh(), *WAVE), Rewound(1)),
    (send(fresh(), *WAVE), Rewound(-1)),
    (send(fresh(), *WAVE), Flipped()),
    (pick(fresh(), *WAVE), WentOn()),
    (gone(fresh(), "hide"), Flipped()),  # an ending without another fact
    (gone(fresh(), "hide"), WentOn()),
    (gone(fresh(), "hide"), Returned()),  # that is where it stands
    (gone(fresh(), "write"), Returned()),  # there was no ending yet
    (gone(fresh(), "hide"), Drafted("faded", ())),
    (gone(fresh(), "hide"), Sent("faded", (), None, "")),
    (at("note"), Sent("days", (("greeting", "dear-ines"),), None, "")),
    (at("note"), Sent("note", (("greeting", "dear-ines"),), None, "")),  # a message is sent as a whole
]


@pytest.mark.parametrize(("play", "event"), REFUSED)
def test_an_event_that_does_not_fit_is_refused_live_and_ends_a_replay(play: Play, event: Event) -> None:
    with pytest.raises(Unfit):
        apply(play, event)
    if not isinstance(event, Picked | Called | PutBack):
        replayed = replay(play, [event])
        assert (replayed.play, replayed.events, replayed.whole) == (play, (), False)


KEYS = st.lists(
    st.tuples(st.sampled_from(["pick", "call", "again", "send", "back", "on", "rewind", "return"]), st.integers(0, 5)),
    max_size=40,
)


@given(KEYS, st.integers(0, 3))
def test_any_keys_in_any_order_keep_the_scenario_legal(keys: list[tuple[str, int]], seed: int) -> None:
    play, lasting = fresh(seed), list[Lasting]()
    for key, number in keys:
        event = _event(play, key, number)
        try:
            play = apply(play, event)
        except Unfit:
            continue
        if not isinstance(event, Picked | Called | PutBack):
            lasting.append(event)
        _check(play)
    if play.phase not in (Phase.WEIGHING, Phase.CALLED):
        replayed = replay(fresh(seed), lasting)
        assert replayed.whole
        assert replayed.play == play


def _event(play: Play, key: str, number: int) -> Event:
    """What that key brings about at this place, whether or not it may."""
    shown = play.shown()
    answers = (shown[number % len(shown)].answer,) if shown else (("nothing",),)
    events: dict[str, Event] = {
        "pick": Picked(play.scene_id, answers),
        "call": Called(Side.OVER),
        "again": ThoughtAgain(play.scene_id, answers, Side.OVER),
        "send": sent(play, answers, Side.OVER),
        "back": PutBack(),
        "on": WentOn(),
        "rewind": Rewound(number),
        "return": Returned(),
    }
    return events[key]


def _check(play: Play) -> None:
    assert play.scene_id in play.scenario.scenes
    scored = [each.scene for each in play.decisions if each.counts]
    assert len(scored) == len(set(scored)), "a scene scores once"
    at = fresh(play.seed)
    for index in play.line:
        at = send(at, play.history[index].decision.answer)
        if index != play.line[-1] or play.phase is not Phase.SHOWN:
            at = go_on(at)
    assert at.scene_id == play.scene_id, "the line leads from the start to here"


def test_from_a_what_if_one_comes_back_to_where_one_was_and_what_was_tried_stays_tried() -> None:
    there = send(gone(fresh(), "wave"), ("leave",))
    tried = send(apply(apply(there, Rewound(1)), Rewound(0)), ("write",))
    back = apply(tried, Returned())
    assert replace(back, history=there.history) == there, "where the first of them left, with what showed there"
    assert [each.counts for each in back.decisions] == [True, True, False]
    assert back.decisions[2].answer == ("write",)
    with pytest.raises(Unfit):
        apply(back, Returned())
    assert go_on(back).scene_id == go_on(there).scene_id


def test_from_an_ending_that_was_tried_one_comes_back_to_ones_own() -> None:
    ended = gone(fresh(), "write", "patient")
    tried = apply(ended, Rewound(0))
    assert (ended.phase, tried.finished) == (Phase.ENDED, True)
    back = apply(gone(tried, "hide"), Returned())
    assert (back.phase, back.scene_id, back.path) == (Phase.ENDED, ended.scene_id, ended.path)


def test_replay_stops_where_the_scenario_has_been_edited() -> None:
    play = send(gone(fresh(), "wave"), ("leave",))
    events: list[Lasting] = [
        Sent("office", (("wave",),), None, "office-1"),
        WentOn(),
        Sent("lobby", (("leave",),), None, "lobby-1"),
    ]
    assert replay(fresh(), events).play == play
    scenario = tiny_scenario()
    scenes = dict(scenario.scenes)
    other = Choices((choice("stand", "wait", follows="unannounced"), choice("x", "wait", breaks="space")))
    scenes["lobby"] = scene("lobby", other)
    edited = begin(tiny_course(), type(scenario)(scenario.head, scenes), 1)
    replayed = replay(edited, events)
    assert (replayed.whole, replayed.events, replayed.play.scene_id) == (False, tuple(events[:2]), "lobby")
    stood = Sent("lobby", (("stand",),), None, "")
    assert standing([*events, Shortened(2), stood]) == [*events[:2], stood]


def test_replay_says_which_scenes_have_changed_since() -> None:
    events: list[Lasting] = [Sent("office", (("write",),), None, "another revision"), WentOn()]
    assert replay(fresh(), events).changed == ("office",)


def test_an_end_in_the_middle_of_the_line_is_said_to_be_one_only_when_nothing_strayed_on_the_way() -> None:
    straight, strayed = gone(fresh(), "write", "patient"), gone(fresh(), "both", "patient")
    assert straight.scene_id == strayed.scene_id
    assert (straight.ends, strayed.ends) == (Side.RIGHT, None)
    assert gone(fresh(), "hide").ends is Side.UNDER, "on another side it is as it is"
    tried = gone(rewind(strayed, 0), "write", "patient")
    assert tried.ends is Side.RIGHT, "it is asked of the way that was gone"
    assert fresh().ends is None
