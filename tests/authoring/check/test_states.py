"""A scenario with very many states: what makes them is named, before it is too late."""

from __future__ import annotations

from course.authoring.check import states
from course.authoring.check.paths import Paths
from course.authoring.check.states import most
from course.engine.states.graph import graph
from course.model import Branch, Choice, Condition, Contacts, Limit, Limits, Scenario, Scene
from course.model.kinds.calendar import Calendar, Way
from tests.authoring.check.courses import decision, ending, findings, scenario
from tests.builders import choice, tiny_course


def remembering(*asked: Condition, decisions: int = 6) -> Scenario:
    """So many decisions, at each of which a contact may be made and a rule broken; then branches that ask for all of
    this, one after the other."""
    scenes = [
        decision(
            f"s{at}",
            choice("write", f"s{at + 1}", follows="thanks", contact="letter"),
            choice("hide", f"s{at + 1}", breaks="thanks"),
            choice("push", f"s{at + 1}", breaks="space"),
        )
        for at in range(decisions)
    ]
    branches = (*(Branch("end", each) for each in asked), Branch("bad"))
    last = (choice("last", branches, follows="thanks"), choice("no", "bad", breaks="space"))
    return scenario(*scenes, decision(f"s{decisions}", *last), ending("end", "assertive"), ending("bad", "pushy"))


def test_the_condition_that_makes_most_of_the_states_is_named() -> None:
    """Counting to six makes seven of each state, whether a rule was broken two."""
    tale = remembering(Condition(broke=("space",)), Condition(contacts=Contacts(6)))
    found = states.most(tale, graph(tale).states)
    assert found is not None
    assert found.at.way == ("scenes", "s6", "last", "next", 1, "when")
    assert found.left < len(graph(tale)) / 2


def test_conditions_that_ask_for_the_same_are_named_with_it() -> None:
    """Without what the second asks for, nothing would be remembered; and the first asks for a part of that."""
    six = Condition(contacts=Contacts(6))
    found = states.most(tale := remembering(six, Condition(broke=("space",), contacts=Contacts(6))), graph(tale).states)
    assert found is not None
    assert [each.way[-3:] for each in (found.at, *found.also)] == [("next", 1, "when"), ("next", 0, "when")]


def test_the_calendar_that_makes_most_of_the_states_is_named() -> None:
    ways = (Way("call", "Call", follows=("thanks",)), Way("write", "Write", follows=("thanks",)))
    limits = Limits(4, 9, Limit(("space",)))
    plan = Scene("plan", "Plan.", Calendar(8, ways, limits, (Branch("end"),)))
    tale = scenario(plan, ending("end", "assertive"))
    found = most(tale, graph(tale).states)
    assert found is not None
    assert (found.what, found.at.way) == ("The calendar at plan", ("scenes", "plan", "calendar"))
    assert found.left == 10, "nine days and the ending"


def test_a_scenario_that_remembers_nothing_has_no_such_condition() -> None:
    tale = remembering()
    assert most(tale, graph(tale).states) is None


def wrote(decisions: int) -> list[Condition]:
    """Of each decision, that one option was taken."""
    return [Condition(chose=(f"s{at}/write",)) for at in range(decisions)]


def wide(decisions: int) -> Scenario:
    """A scenario that remembers of each decision which of two options was taken: in the end, each has an option that
    asks for it."""
    tale = remembering(decisions=decisions)
    last = [
        choice(f"last-{at}", (Branch("end", each), Branch("bad")), follows="thanks")
        for at, each in enumerate(wrote(decisions))
    ]
    scenes = {**tale.scenes, f"s{decisions}": decision(f"s{decisions}", *last)}
    return scenario(*scenes.values())


def test_what_has_been_answered_is_forgotten() -> None:
    """Of branches in a row, who comes to one that holds is asked nothing more: what all others ask does not matter."""
    in_a_row = remembering(*wrote(13), decisions=13)
    assert len(graph(in_a_row)) < 14 * 14 + 2 < 2**8 < len(graph(wide(8)))
    most_of_five = remembering(Condition(any=tuple(wrote(5))), decisions=5)
    assert len(graph(most_of_five)) == 1 + 2 * 5 + 2, "whether any of them was, and not which"


def test_from_half_the_limit_on_it_is_said_beforehand() -> None:
    """Of ten thousand states and more; thirteen decisions are remembered in 2**13 and all that come before."""
    (found,) = states.many(Paths.of(tiny_course(), wide(13)))
    assert found.code == "many-states"
    assert "from 20,000 on" in found.message
    assert found.at.way[:2] == ("scenes", "s13")
    assert list(states.many(Paths.of(tiny_course(), wide(11)))) == []


def test_past_the_limit_the_condition_is_named_as_well() -> None:
    (found,) = findings(wide(16))
    assert found.code == "too-many-states"
    assert found.at.way[-1] == "when"


def test_many_scenes_alone_are_not_many_states() -> None:
    """Ten thousand scenes, each in one state, are half of what may be looked at, and nobody's fault."""
    options: tuple[Choice, ...] = ()
    scenes = []
    for at in range(10_001):
        options = (choice("a", f"s{at + 1}", follows="thanks"), choice("b", f"s{at + 1}", breaks="thanks"))
        scenes.append(decision(f"s{at}", *options))
    tale = scenario(*scenes, ending("s10001", "assertive"))
    assert list(states.many(Paths.of(tiny_course(), tale))) == []
