"""The exact odds against brute force on hundreds of small scenarios, and on some that pencil and paper suffice for."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

import pytest

from course.authoring.odds.extremes import Route
from course.authoring.odds.summary import Odds, Range, odds
from course.engine import totals
from course.engine.apply import begin
from course.engine.play import Phase
from course.engine.states.graph import TooManyStates, graph
from course.model import Branch, Condition, Contacts, Ending, Head, Scenario, Side
from course.model.kinds import Exercise
from course.model.kinds.choices import Choices
from course.model.record import replace
from tests.authoring.odds.brute_force import At, Tried, try_everything
from tests.authoring.odds.scenarios import random_scenario
from tests.builders import choice, scene, tiny_course, tiny_scenario
from tests.steps import draft, go_on, send

COURSE = tiny_course()
MANY_STEPS = 14


def shares(over: dict[At, Fraction], pair: str | None) -> list[Fraction]:
    """The score, or that of one pair, of every play that ended and had something at stake."""
    if pair is None:
        return [share for at in over if (share := at.share) is not None]
    tallies = [dict(at.pairs)[pair] for at in over if pair in dict(at.pairs)]
    return [Fraction(each.got, each.of) for each in tallies if each.of]


def agree(found: Odds, tried: Tried, scenario: Scenario) -> None:
    """Everything in the odds that does not depend on how long the scenario was tried."""
    over = tried.over
    assert set(found.reachable) == tried.reached
    for side_by_pair in (None, *(pair.id for pair in COURSE.pairs), ""):
        values = shares(over, side_by_pair)
        expected = found.score if side_by_pair is None else found.pairs.get(side_by_pair)
        if not values:
            assert expected is None
        else:
            assert expected is not None
            assert (expected.least, expected.most) == (min(values), max(values))
    for ending in found.endings:
        reached = sum((chance for at, chance in over.items() if at.scene == ending.scene), Fraction(0))
        assert reached <= ending.chance <= reached + tried.left
    assert found.to_pass.chance is not None
    passed = sum((c for at, c in over.items() if at.share is not None and at.share >= COURSE.pass_mark), Fraction(0))
    assert passed <= found.to_pass.chance <= passed + tried.left
    assert found.to_pass.chance <= found.to_pass.at_most + 1e-12
    agree_on_routes(found, over, scenario)


def agree_on_routes(found: Odds, over: dict[At, Fraction], scenario: Scenario) -> None:
    """The worst path of advised answers, and the best one that breaks a rule."""

    def side(at: At) -> Side:
        body = scenario.scenes[at.scene].body
        assert isinstance(body, Ending)
        return body.side

    advised = [at for at in over if at.advised]
    assert (found.worst_advised is None) == (not advised)
    if found.worst_advised is not None:
        assert (found.worst_advised.side is Side.RIGHT) == all(side(at) is Side.RIGHT for at in advised)
        walk(found.worst_advised, scenario)
    breaking = [(side(at) is Side.RIGHT, at.share or Fraction(0)) for at in over if at.fell]
    assert (found.best_breaking is None) == (not breaking)
    if found.best_breaking is not None:
        best = found.best_breaking
        assert (best.side is Side.RIGHT, best.share) == max(breaking)
        walk(best, scenario)


def walk(route: Route, scenario: Scenario) -> None:
    """Play a route as a learner would, and see that it ends as it says, with the score it says."""
    play = begin(COURSE, scenario, 1)
    steps = list(route.steps)
    while play.phase is not Phase.ENDED:
        if play.phase is Phase.READING:
            play = go_on(play)
            continue
        here = next(list(each) for _, each in groupby(steps, key=lambda step: step.scene)) if steps else []
        here = [step for step in here if step.scene == play.scene_id]
        if play.whole():
            ready = draft(play, *(step.outcome.answer for step in here)).ready()
            assert ready is not None
            play = send(play, *ready)
        else:
            offered = [each.answer for each in play.shown()]
            here = [next(step for step in here if step.outcome.answer in offered)]
            play = send(play, here[0].outcome.answer)
        play = go_on(play)
        for step in here:
            steps.remove(step)
    assert not steps
    assert play.scene_id == route.ending
    assert totals.score(play.decisions).share == route.share


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 300, 50)])
def test_scenarios_without_loops(seeds: range) -> None:
    for seed in seeds:
        scenario = random_scenario(seed)
        found, tried = odds(COURSE, scenario), try_everything(COURSE, scenario, 8)
        assert tried.left == 0
        agree(found, tried, scenario)
        assert found.paths == tried.paths, seed
        assert (found.shortest, found.longest) == (min(tried.lengths), max(tried.lengths)), seed
        assert found.never_ends == 0
        agree_on_average(found, tried)


@pytest.mark.parametrize("seeds", [range(start, start + 15) for start in range(0, 90, 15)])
def test_scenarios_of_every_exercise_kind(seeds: range) -> None:
    for seed in seeds:
        scenario = random_scenario(seed, kinds=True)
        found, tried = odds(COURSE, scenario), try_everything(COURSE, scenario, 40)
        assert tried.left == 0
        agree(found, tried, scenario)
        assert found.paths == tried.paths, seed
        assert (found.shortest, found.longest) == (min(tried.lengths), max(tried.lengths)), seed
        agree_on_average(found, tried)


def agree_on_average(found: Odds, tried: Tried) -> None:
    """What the guesser gets on average, and out of what."""
    decisions = sum((at.decided * chance for at, chance in tried.over.items()), Fraction(0))
    points = sum((Fraction(at.halves, 2) * chance for at, chance in tried.over.items()), Fraction(0))
    assert (found.score is None) == (not decisions)
    if found.score is None:
        return
    assert (found.score.got, found.score.of) == (points, decisions)
    for pair, range_ in found.pairs.items():
        tallies = [(dict(at.pairs)[pair], chance) for at, chance in tried.over.items() if pair in dict(at.pairs)]
        assert range_.got == sum((each.got * chance for each, chance in tallies), Fraction(0))
        assert range_.of == sum((each.of * chance for each, chance in tallies), Fraction(0))


@pytest.mark.parametrize("seeds", [range(start, start + 20) for start in range(0, 100, 20)])
def test_scenarios_with_loops(seeds: range) -> None:
    compared = 0
    for seed in seeds:
        scenario = shorten(random_scenario(seed, loops=True))
        tried = try_everything(COURSE, scenario, MANY_STEPS)
        found = odds(COURSE, scenario)
        assert found.never_ends <= tried.left
        if tried.over:
            agree(found, tried, scenario)
            compared += 1
    assert compared > 10


def shorten(scenario: Scenario) -> Scenario:
    """The scenario without contacts, of which a loop makes more and more, so that trying everything comes to an end."""

    def quiet(body: Exercise | Ending) -> Exercise | Ending:
        if not isinstance(body, Choices):
            return body
        return Choices(tuple(replace(each, contact=None) for each in body.options))

    return Scenario(
        scenario.head, {name: replace(each, body=quiet(each.body)) for name, each in scenario.scenes.items()}
    )


def test_contacts_on_a_loop_are_counted_only_as_far_as_a_branch_asks() -> None:
    again = (Branch("end", Condition(contacts=Contacts(3))), Branch("desk"))
    scenes = [
        scene(
            "desk",
            Choices((choice("call", again, breaks="space", contact="call"), choice("stop", "end", follows="thanks"))),
        ),
        scene("end", Ending(Side.OVER)),
    ]
    found = odds(COURSE, Scenario(Head("x", "X", "x.yaml", start="desk"), {each.id: each for each in scenes}))
    assert found.paths == 4, "stop at once, after one call, after two, or a third call"
    assert (found.shortest, found.longest) == (1, 3)


def test_a_coin() -> None:
    scenes = [
        scene("desk", Choices((choice("write", "good", follows="thanks"), choice("hide", "bad", breaks="thanks")))),
        scene("good", Ending(Side.RIGHT)),
        scene("bad", Ending(Side.UNDER)),
    ]
    found = odds(COURSE, Scenario(Head("x", "X", "x.yaml", start="desk"), {each.id: each for each in scenes}))
    half = Fraction(1, 2)
    assert found.score == Range(Fraction(0), Fraction(1), half, half, Fraction(1))
    assert found.to_pass.chance == half
    assert [(each.scene, each.chance) for each in found.endings] == [("good", half), ("bad", half)]
    assert found.worst_advised is not None
    assert found.worst_advised.ending == "good"
    assert found.best_breaking is not None
    assert found.best_breaking.ending == "bad"


def test_a_loop_with_no_way_out_takes_its_share() -> None:
    scenes = [
        scene("desk", Choices((choice("write", "good", follows="thanks"), choice("call", "hall", breaks="space")))),
        scene("hall", Choices((choice("wait", "hall", follows="thanks"), choice("pace", "hall", breaks="space")))),
        scene("good", Ending(Side.RIGHT)),
    ]
    found = odds(COURSE, Scenario(Head("x", "X", "x.yaml", start="desk"), {each.id: each for each in scenes}))
    assert found.never_ends == Fraction(1, 2)
    assert found.paths == 1
    assert found.to_pass.chance == Fraction(1, 2)


def test_only_the_first_answer_at_a_scene_counts() -> None:
    found = odds(COURSE, tiny_scenario())
    assert found.paths is None, "one can go back and forth between office and lobby"
    assert found.longest is None
    assert found.score is not None
    assert found.score.most == 1


def test_too_many_states_are_said_to_be_too_many() -> None:
    with pytest.raises(TooManyStates):
        graph(tiny_scenario(), most=3)


def test_a_thousand_and_some_digits_of_paths() -> None:
    options = (choice("a", "", follows="thanks"), choice("b", "", breaks="thanks"), choice("c", "", breaks="space"))
    length = 2_100
    scenes = [
        scene(f"s{at}", Choices(tuple(replace(each, next=(Branch(f"s{at + 1}"),)) for each in options)))
        for at in range(length)
    ]
    scenes.append(scene(f"s{length}", Ending(Side.RIGHT)))
    found = odds(COURSE, Scenario(Head("x", "X", "x.yaml", start="s0"), {each.id: each for each in scenes}))
    assert found.paths == 3**length
    assert found.score is not None
    assert found.score.expected == Fraction(1, 3)
    # Passing takes 80%: at least 1680 of 2100 answers right, two ways to be wrong at each of the others.
    from math import comb

    ways = sum(comb(length, right) * 2 ** (length - right) for right in range(1_680, length + 1))
    assert found.to_pass.chance == Fraction(ways, 3**length)
