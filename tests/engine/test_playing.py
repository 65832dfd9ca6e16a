"""The state machine, step by step, and whatever order of keys a learner may find."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.engine import debrief, events, playing, scoring
from course.engine.conditions import Contact
from course.engine.events import Kept, Move, Rewound, Sent, WentOn
from course.engine.playing import IllegalMove, Phase, Play
from course.model import Side
from course.model.kinds.choices import Choices
from tests.builders import choice, scene, tiny_course, tiny_scenario


def fresh(seed: int = 1) -> Play:
    return playing.begin(tiny_course(), tiny_scenario(), seed)


def decided(play: Play, name: str, forecast: Side | None = None) -> Play:
    return playing.send(playing.choose(play, (name,)), forecast)


def gone(play: Play, *names: str) -> Play:
    for name in names:
        play = playing.go_on(decided(play, name))
    return play


def test_a_decision_is_picked_weighed_sent_and_left_behind() -> None:
    play = playing.choose(fresh(), ("write",))
    assert play.phase is Phase.WEIGHING
    assert not play.history, "nothing is sent yet"
    play = playing.send(play, Side.ASSERTIVE)
    assert play.phase is Phase.SHOWN
    assert play.last is not None
    assert play.last.forecast is Side.ASSERTIVE
    play = playing.go_on(play)
    assert (play.phase, play.scene_id, play.day) == (Phase.DECIDING, "wait", 4)


def test_think_again_leaves_no_trace() -> None:
    assert playing.think_again(playing.choose(fresh(), ("wave",))) == fresh()


def test_a_scene_without_a_day_keeps_the_day_before() -> None:
    assert gone(fresh(), "wave").day == 1


def test_the_contact_log_decides_where_the_story_goes() -> None:
    two = gone(fresh(), "write")
    assert two.contacts == (Contact(1, "e-mail"),)
    assert gone(two, "again").scene_id == "good", "two contacts are not three"
    three = gone(fresh(), "wave", "stay", "write", "again")
    assert three.scene_id == "crowded", "four contacts in four days"


def test_a_rule_once_broken_is_remembered() -> None:
    assert gone(fresh(), "write", "patient").scene_id == "good"
    assert gone(fresh(), "wave", "leave", "patient").scene_id == "crowded"


def test_rewinding_keeps_the_first_answer_and_the_score() -> None:
    play = gone(fresh(), "wave")
    before = scoring.score(play.decisions)
    again = decided(playing.rewind(play, 0), "write")
    assert [each.counts for each in again.decisions] == [True, False]
    assert scoring.score(again.decisions) == before
    assert [each.answer for each in again.path] == [("write",)], "the story goes on from the new answer"


def test_after_the_first_ending_all_is_practice() -> None:
    play = gone(fresh(), "hide")
    assert play.phase is Phase.ENDED
    before = scoring.score(play.decisions)
    after = gone(playing.rewind(play, 0), "write", "patient")
    assert scoring.score(after.decisions) == before


def test_the_seed_orders_what_is_shown_and_nothing_else() -> None:
    orders = {tuple(outcome.answer for outcome in fresh(seed).shown()) for seed in range(40)}
    assert len(orders) > 6
    assert len({frozenset(order) for order in orders}) == 1
    assert fresh(3).shown() == fresh(3).shown()


def test_the_debrief_names_the_advice_and_every_option() -> None:
    play = gone(fresh(), "wave")
    (entry,) = debrief.entries(play)
    assert entry.advised == ("Do write.",)
    assert [rule.id for rule in entry.rules] == ["unannounced"]
    options = debrief.options(play, play.decisions[0])
    assert options[0].taken
    assert len(options) == 4


def test_a_forecast_is_set_beside_where_it_landed() -> None:
    play = decided(fresh(), "wave", Side.ASSERTIVE)
    assert scoring.forecasts(play.decisions).of_which(Side.ASSERTIVE, Side.PUSHY) == 1


@pytest.mark.parametrize(
    "step",
    [
        lambda play: playing.send(play),
        lambda play: playing.go_on(play),
        lambda play: playing.think_again(play),
        lambda play: playing.choose(play, ("no-such",)),
        lambda play: playing.rewind(play, 0),
    ],
)
def test_an_illegal_step_is_refused(step: Callable[[Play], Play]) -> None:
    with pytest.raises(IllegalMove):
        step(fresh())


KEYS = st.lists(st.tuples(st.sampled_from(["choose", "send", "think", "on", "rewind"]), st.integers(0, 5)), max_size=40)


@given(KEYS, st.integers(0, 3))
def test_any_keys_in_any_order_keep_the_story_legal(keys: list[tuple[str, int]], seed: int) -> None:
    play, made = fresh(seed), list[Move]()
    for key, number in keys:
        before = play
        try:
            play = _press(play, key, number, made)
        except IllegalMove:
            assert play == before
        _check(play)
    if play.phase is not Phase.WEIGHING:
        replayed = events.replay(fresh(seed), made)
        assert replayed.whole
        assert replayed.play == play


def _press(play: Play, key: str, number: int, made: list[Move]) -> Play:
    match key:
        case "choose":
            shown = play.shown()
            return playing.choose(play, shown[number % len(shown)].answer if shown else ("nothing",))
        case "think":
            return playing.think_again(play)
        case "send":
            play = playing.send(play, Side.PUSHY)
            made.append(events.sent(play))
        case "on":
            play = playing.go_on(play)
            made.append(WentOn())
        case "rewind":
            play = playing.rewind(play, number)
            made.append(Rewound(number))
    return play


def _check(play: Play) -> None:
    assert play.scene_id in play.scenario.scenes
    scored = [each.scene for each in play.decisions if each.counts]
    assert len(scored) == len(set(scored)), "a scene scores once"
    at = fresh(play.seed)
    for index in play.line:
        at = decided(at, play.history[index].decision.answer[0])
        if index != play.line[-1] or play.phase is not Phase.SHOWN:
            at = playing.go_on(at)
    assert at.scene_id == play.scene_id, "the line leads from the start to here"


def test_replay_stops_where_the_story_has_been_edited() -> None:
    play = decided(gone(fresh(), "wave"), "leave")
    made: list[Move] = [
        Sent("office", (("wave",),), None, "office-1"),
        WentOn(),
        Sent("lobby", (("leave",),), None, "lobby-1"),
    ]
    assert events.replay(fresh(), made).play == play
    scenario = tiny_scenario()
    scenes = dict(scenario.scenes)
    other = Choices((choice("stand", "wait", follows="unannounced"), choice("x", "wait", breaks="space")))
    scenes["lobby"] = scene("lobby", other)
    edited = playing.begin(tiny_course(), type(scenario)(scenario.head, scenes), 1)
    replayed = events.replay(edited, made)
    assert (replayed.whole, replayed.kept, replayed.play.scene_id) == (False, 2, "lobby")
    stood = Sent("lobby", (("stand",),), None, "")
    assert events.standing([*made, Kept(2), stood]) == [*made[:2], stood]


def test_replay_says_which_scenes_have_changed_since() -> None:
    made: list[Move] = [Sent("office", (("write",),), None, "another revision"), WentOn()]
    assert events.replay(fresh(), made).changed == ("office",)
