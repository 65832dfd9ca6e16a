"""Scenarios that know their path: whatever is pressed, what was done can be done again, and states go as plays go."""

from __future__ import annotations

import random

import pytest

from course.engine import kinds
from course.engine.apply import Unfit, apply, begin, sent
from course.engine.conditions import holds
from course.engine.events import Drafted, Lasting, Rewound, WentOn
from course.engine.known import all_known
from course.engine.outcome import Answer
from course.engine.past import NOWHERE
from course.engine.play import Phase, Play
from course.engine.replay import replay
from course.engine.states.transitions import State, Transitions
from course.engine.telling import tell
from course.model import (
    Arrival,
    Branch,
    Choice,
    Condition,
    Contact,
    Contacts,
    Ending,
    Fact,
    Head,
    Medium,
    Passage,
    Scenario,
    Scene,
    Side,
)
from course.model.kinds.choices import Choices
from course.model.kinds.onward import Onward
from tests.authoring.odds.scenarios import random_scenario
from tests.builders import tiny_course
from tests.steps import go_on, send

COURSE = tiny_course()
SEEDS = range(60)


def any_keys(play: Play, chance: random.Random) -> tuple[Play, list[Lasting]]:
    """A play after thirty steps at random, and what of them lasts."""
    events: list[Lasting] = []
    for _ in range(30):
        event = chance.choice([_answered, _answered, _went_on, _went_on, _rewound])(play, chance)
        try:
            play = apply(play, event)
        except Unfit:
            continue
        events.append(event)
    return play, events


def _answered(play: Play, chance: random.Random) -> Lasting:
    shown = play.shown()
    if not shown or play.phase is not Phase.DECIDING or play.exercise is None:
        return WentOn()
    if not play.whole():
        return sent(play, (chance.choice(shown).answer,), Side.RIGHT)
    answers = _all_turns(play, chance)
    return sent(play, answers) if chance.random() < 0.7 else Drafted(play.scene_id, answers)


def _all_turns(play: Play, chance: random.Random) -> tuple[Answer, ...]:
    assert play.exercise is not None
    return chance.choice(list(kinds.of(play.exercise).samples(play.order)))


def _went_on(_play: Play, _chance: random.Random) -> Lasting:
    return WentOn()


def _rewound(_play: Play, chance: random.Random) -> Lasting:
    return Rewound(chance.randrange(6))


@pytest.mark.parametrize("seed", SEEDS)
def test_any_keys_in_any_order_come_to_the_same_place_again(seed: int) -> None:
    scenario = random_scenario(seed, loops=bool(seed % 2), kinds=bool(seed % 3))
    chance = random.Random(seed)
    play, events = any_keys(begin(COURSE, scenario, seed), chance)
    replayed = replay(begin(COURSE, scenario, seed), events)
    assert replayed.whole
    assert replayed.play == play


@pytest.mark.parametrize("seed", SEEDS)
def test_who_goes_back_and_does_the_same_stands_where_they_stood(seed: int) -> None:
    """From any decision on this path: the same scenes, the same offers, the same contacts."""
    play, _ = any_keys(begin(COURSE, random_scenario(seed), seed, extra_minute=False), random.Random(seed))
    for number, index in enumerate(play.line):
        again = apply(play, Rewound(index))
        assert again.past.log == play.past.log[: len(again.past.log)], "what was taken back is not on the path"
        for decision in play.path[number:]:
            again = go_on(again) if again.phase is Phase.SHOWN else again
            again = send(again, decision.answer)
        again = again if play.phase is Phase.SHOWN else go_on(again)
        assert (again.phase, again.trail, again.exercise) == (play.phase, play.trail, play.exercise)
        assert again.past.log == play.past.log


@pytest.mark.parametrize("seed", SEEDS)
def test_states_go_as_plays_go(seed: int) -> None:
    """A state reached answer by answer is the one that a play there is in: nothing that can steer was forgotten."""
    scenario = random_scenario(seed, kinds=bool(seed % 2))
    chance, rules = random.Random(seed), Transitions(scenario)
    play, state = begin(COURSE, scenario, seed, extra_minute=False), rules.begin()
    for _ in range(12):
        assert rules.at(play) == state
        if play.phase is Phase.ENDED:
            return
        exercise = play.exercise
        assert exercise == rules.exercise(state)
        answers = _all_turns(play, chance)
        state = _walked(rules, state, answers, play.order)
        if play.phase is Phase.READING:
            play = go_on(play)
            continue
        for answer in [answers] if play.whole() else [(each,) for each in answers]:
            play = go_on(send(play, *answer))


def _walked(rules: Transitions, state: State, answers: tuple[Answer, ...], order: str) -> State:
    exercise = rules.exercise(state)
    assert exercise is not None
    judged = kinds.judged(exercise, answers, order)
    assert judged is not None
    for each, turn in zip(judged, [*(each.turn for each in judged[1:]), None], strict=True):
        state = rules.after(state, each.outcome, turn)
    return state


CALLED = Condition(contacts=Contacts(1, person="dana"))


def story() -> Scenario:
    """You call or wait; a page that asks nothing; and then what can be said depends on it."""
    call = Choice(
        "call",
        "Call her.",
        ("thanks",),
        contact=Contact("call to Dana", "dana", Medium.CALL),
        happens=(Passage("It rings."), Passage("For the first time.", Condition(contacts=Contacts(1)), "", False)),
        know=(Fact("She is out until noon."),),
        next=(Branch("on"),),
    )
    wait = Choice("wait", "Wait.", ("space",), next=(Branch("on"),))
    again = Choice("again", "Call again.", (), ("space",), when=CALLED, next=(Branch("end"),))
    first = Choice(
        "first", "Call for the first time.", ("thanks",), when=Condition(opposite=CALLED), next=(Branch("end"),)
    )
    leave = Choice("leave", "Leave it.", either_way=True, next=(Branch("end"),))
    scenes = [
        Scene("start", "Monday.", Choices((call, wait), shuffled=False), day=0),
        Scene("on", "A day goes by.", Onward((Branch("then"),)), day=1),
        Scene(
            "then",
            (Passage("Tuesday."), Passage("You have called.", CALLED, "Nobody has called.")),
            Choices((again, first, leave), shuffled=False),
            day=2,
            arrives=(Arrival(Medium.NOTE, "I heard you called.", when=Condition(chose=("start/call",))),),
        ),
        Scene("end", "The end.", Ending(Side.RIGHT)),
    ]
    head = Head("story", "Story", "story.yaml", start="start", know=(Fact("Dana decides."),))
    return Scenario(head, {scene.id: scene for scene in scenes})


@pytest.mark.parametrize(
    ("did", "text", "offered", "notes", "facts"),
    [
        ("call", "Tuesday.\n\nYou have called.", ["again", "leave"], 1, ["Dana decides.", "She is out until noon."]),
        ("wait", "Tuesday.\n\nNobody has called.", ["first", "leave"], 0, ["Dana decides."]),
    ],
)
def test_a_scene_knows_what_went_before(did: str, text: str, offered: list[str], notes: int, facts: list[str]) -> None:
    play = go_on(send(begin(COURSE, story(), 1, extra_minute=False), (did,)))
    assert (play.phase, play.shown()) == (Phase.READING, ())
    play = go_on(play)
    assert play.text == text
    assert [each.answer[0] for each in play.shown()] == offered
    assert len(play.arrives) == notes
    assert [each.fact for each in all_known(play).facts] == facts
    other = go_on(go_on(send(apply(play, Rewound(0)), ("wait" if did == "call" else "call",))))
    assert (other.text == text, len(other.arrives) == notes) == (False, False), "it is the path that stands now"


def test_where_people_differ_nothing_is_scored() -> None:
    play = begin(COURSE, story(), 1, extra_minute=False)
    play = send(go_on(go_on(send(play, ("wait",)))), ("leave",))
    assert [each.counts for each in play.decisions] == [True, False]
    assert play.decisions[1].marks == {}


def test_passages_go_on_in_a_paragraph_or_begin_one() -> None:
    here, there = Passage("Here."), Passage("There.", paragraph=False)
    assert tell((here, there, here), NOWHERE) == "Here. There.\n\nHere."
    assert tell((Passage("Here.", CALLED), there), NOWHERE) == "There."
    assert not holds(CALLED, NOWHERE)
