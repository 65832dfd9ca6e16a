"""Events carried over to an edited scenario."""

from __future__ import annotations

from course.engine.apply import begin
from course.engine.edited import carried, renamed, reworded
from course.engine.events import Lasting, Sent, ThoughtAgain, WentOn
from course.engine.replay import replay
from course.model import Ending, Scenario, Scene, Side
from course.model.kinds.choices import Choices
from course.model.record import replace
from tests.builders import choice, scene, tiny_course, tiny_scenario


def edited(change: dict[str, Scene], without: str = "", start: str = "office") -> Scenario:
    """The tiny scenario with other scenes in the place of some, and one left out."""
    old = tiny_scenario()
    scenes = {name: each for name, each in (dict(old.scenes) | change).items() if name != without}
    return Scenario(replace(old.head, start=start), scenes)


OLD = tiny_scenario()
EVENTS: tuple[Lasting, ...] = (Sent("office", (("wave",),), None, "office-1"), WentOn())
THOUGHT = ThoughtAgain("office", (("wave",),), Side.OVER)


def office(*names: str) -> Scene:
    """The first scene with choices of these names."""
    return replace(OLD.scenes["office"], body=Choices(tuple(choice(name, "lobby") for name in names)))


def test_a_renamed_scene_is_known_by_its_text() -> None:
    new = edited({"reception": replace(OLD.scenes["office"], id="reception")}, without="office", start="reception")
    assert renamed(OLD, new) == {"office": "reception"}
    assert carried(EVENTS, OLD, new)[0] == Sent("reception", (("wave",),), None, "office-1")
    assert carried([THOUGHT], OLD, new) == (ThoughtAgain("reception", (("wave",),), Side.OVER),)


def test_the_only_scene_that_is_new_is_the_one_that_is_gone_even_with_another_text() -> None:
    other = replace(OLD.scenes["office"], id="reception", text="Words nobody has read.")
    assert renamed(OLD, edited({"reception": other}, without="office")) == {"office": "reception"}


def test_a_scene_does_not_turn_into_an_ending() -> None:
    other = scene("reception", Ending(Side.UNDER))
    assert renamed(OLD, edited({"reception": other}, without="office")) == {}


def test_a_reworded_choice_is_known_by_its_place() -> None:
    assert reworded(OLD.scenes["office"], office("greet", "write", "both", "hide")) == {("wave",): ("greet",)}


def test_choices_that_only_change_places_keep_their_names() -> None:
    assert reworded(OLD.scenes["office"], office("write", "wave", "both", "hide")) == {}


def test_among_more_choices_than_before_nothing_is_guessed() -> None:
    assert reworded(OLD.scenes["office"], office("greet", "write", "both", "hide", "more")) == {}


def test_the_events_lead_to_the_same_place_in_the_new_words() -> None:
    new = edited({"office": office("greet", "write", "both", "hide")})
    replayed = replay(begin(tiny_course(), new, 1), carried(EVENTS, OLD, new))
    assert replayed.whole
    assert replayed.play.scene_id == "lobby"
    assert replayed.play.path[0].said == "Do greet."
