"""The battery of guessers: scores by hand, and scores as judging has them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from course.authoring.check.wording.tools.guessers import Guesser, battery
from course.authoring.check.wording.tools.items import Items
from course.engine import judging, kinds
from course.model import Scene
from course.model.kinds.choices import Choices
from tests.authoring.check.wording.worded import scenario, scene


def guessers(*scenes: Scene) -> dict[str, Guesser]:
    return {each.name: each for each in battery(Items([scenario(*scenes)]))}


def test_a_course_without_decisions_has_no_guessers() -> None:
    assert battery(Items([scenario()])) == ()


def test_scores_by_hand() -> None:
    scores = guessers(
        scene("+ Wait for her.", "± Call her, once.", "- Go.", fixed=True),
        scene("- Send two.", "+ Send one line.", fixed=True),
    )
    assert {name: each.score for name, each in scores.items() if name != "words"} == {
        "blind": Fraction(1, 2),  # (1 + 1/2 + 0) / 3, and 1/2
        "first": Fraction(1, 2),  # 1 and 0
        "middle": Fraction(1, 2),  # 1/2; of two, neither is in the middle, so it is picked blindly
        "last": Fraction(1, 2),  # 0 and 1
        "longest": Fraction(3, 4),  # 1/2 and 1
        "shortest": Fraction(0),  # 0 and 0
    }


def test_what_is_neither_do_nor_dont_is_nobodys_guess() -> None:
    """Where people differ, nothing is lost or gained; so nobody scores by it, and no trick is learned from it."""
    plain = scene("+ Wait for her.", "- Go.", fixed=True), scene("- Send two.", "+ Send one line.", fixed=True)
    differing = scene("= Wait for Godot to come by.", "+ Wait for her.", "- Go.", fixed=True), plain[1]
    nothing = scene("= Sing.", "= Hum.")
    assert guessers(*differing, nothing) == guessers(*plain)
    assert guessers(nothing) == {}


def test_a_shuffled_scene_has_no_places() -> None:
    scores = guessers(scene("+ Wait for her.", "- Call.", "- Go."))
    assert scores["first"].score == scores["blind"].score == Fraction(1, 3)


def test_two_that_are_longest_are_picked_alike() -> None:
    assert guessers(scene("+ Wait.", "- Call.", "- Go."))["longest"].score == Fraction(1, 2)


def test_a_mixed_choice_is_worth_all_where_nothing_better_is_offered() -> None:
    assert guessers(scene("± Wait for her.", "- Call."))["longest"].score == 1


def test_each_scenario_has_a_score_of_its_own() -> None:
    one, two = (
        scenario(scene("+ Wait for her.", "- Go."), id="one"),
        scenario(scene("- Wait for her.", "+ Go."), id="two"),
    )
    longest = {each.name: each for each in battery(Items([one, two]))}["longest"]
    assert longest.scenarios == {"one": 1, "two": 0}
    assert (longest.score, longest.chance, longest.decisions) == (Fraction(1, 2), Fraction(1, 2), 2)


def test_the_word_model_learns_from_other_scenes_alone() -> None:
    told = [scene("+ Wait kindly.", "- Call."), scene("+ Kindly go.", "- Sing."), scene("+ Kindly ask.", "- Eat.")]
    assert guessers(*told)["words"].score == 1
    assert guessers(told[0])["words"].score == Fraction(1, 2)


lines = st.lists(st.builds(lambda mark, say: f"{mark} {say}", st.sampled_from("+±-"), st.text("ab ", max_size=9)))


@given(st.lists(lines.filter(lambda each: 2 <= len(each) <= 6), min_size=1, max_size=5))
def test_the_blind_score_is_the_mean_of_what_judging_says(choices: list[list[str]]) -> None:
    scenes = [scene(*each) for each in choices]
    means = []
    for each in scenes:
        assert isinstance(each.body, Choices)
        outcomes = kinds.of(each.body).outcomes()
        means.append(sum(judging.worth(outcome, outcomes) for outcome in outcomes) / len(outcomes))
    assert guessers(*scenes)["blind"].score == sum(means, Fraction(0)) / len(means)
