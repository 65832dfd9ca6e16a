"""What is found over a whole course, when chance alone would hardly do it, and what is not."""

from __future__ import annotations

import random

import pytest

from course.authoring.check.wording.tools.items import Items
from course.authoring.check.wording.tools.signs import longest, pattern
from course.model import Scene
from tests.authoring.check.wording.worded import findings, found_in, scenario, scene, where

LONGEST = scene("+ Send her two lines on Monday.", "- Call her.", "- Go there.")
SHORTEST = scene("+ Wait.", "- Call her now.", "- Go there now.")
LEVEL = scene("- Send her two lines on Monday.", "+ Call her.", "- Go there at once.")


def test_exactly_one_do_nearly_everywhere() -> None:
    two = scene("+ Wait.", "+ Call her.", "- Go there.")
    (found,) = findings("one-do", *[LEVEL] * 25, *[two] * 5)
    assert found.message.startswith("In 25 of 30 decisions exactly one choice is a do")
    assert (found.at.file, found.at.way) == ("course.yaml", ("title",))
    assert not findings("one-do", *[LEVEL] * 24, *[two] * 6), "one in five has two"
    assert not findings("one-do", *[LEVEL] * 19), "of so few, nobody makes out a habit"


def test_where_people_differ_there_is_more_than_one_thing_to_do() -> None:
    assert not findings("one-do", *[LEVEL] * 24, *[scene("+ Wait.", "= Call her.", "- Go there.")] * 6)


def test_where_people_differ_no_choice_is_advised_or_wrong() -> None:
    """The longest of the three is neither, so of the two that count the advised one is the longest."""
    differing = scene("= Wait until she has had the time to look.", "+ Send two lines.", "- Call.")
    assert len(findings("longest-advised", *[differing] * 9)) == 1
    assert not findings("longest-advised", *[scene("= Wait, and then wait on.", "+ Send it.", "+ Call.")] * 9)


def test_the_longest_choice_is_advised_too_often() -> None:
    # Five of five is (1/3)^5 = 1/243, or .0041; the check looks two ways, and so asks for less than .005.
    (found,) = findings("longest-advised", *[LONGEST] * 5)
    assert found.message.startswith("The advised choice is the longest in 5 of 5 scenes; chance would give about 2.")
    assert not findings("longest-advised", *[LONGEST] * 4)


def test_the_shortest_choice_is_advised_too_often() -> None:
    (found,) = findings("longest-advised", *[SHORTEST] * 6)
    assert "is the shortest in 6 of 6 scenes" in found.message


def test_some_scenes_among_many_are_what_chance_would_do() -> None:
    # 5 or more of 10, by thirds, comes up in 21 of 100 courses.
    assert not findings("longest-advised", *[LONGEST] * 5, *[LEVEL] * 5)


def test_choices_of_one_length_tell_nothing() -> None:
    assert not findings("longest-advised", *[scene("+ Wait.", "- Call.", "- Go on")] * 20)


def test_scenes_without_a_wrong_choice_tell_nothing() -> None:
    assert not findings("longest-advised", *[scene("+ Send her two lines on Monday.", "+ Call.", "+ Wait.")] * 20)


def test_the_scenario_that_shows_it_most_comes_first() -> None:
    some, most = scenario(*[LEVEL, LONGEST] * 4, id="some"), scenario(*[LONGEST] * 9, id="most")
    (found,) = found_in("longest-advised", [some, most])
    assert found.at.file == "most.yaml"
    assert len(found.also) == 3


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (("+ Wait for her.", "- Call her now.", "- Go there too."), "comes first in 6 of 6"),
        (("- Call her now.", "+ Wait for her.", "- Go there too."), "comes in the middle in 6 of 6"),
        (("- Call her now.", "- Go there too.", "+ Wait for her."), "comes last in 6 of 6"),
    ],
)
def test_one_place_is_advised_too_often(lines: tuple[str, ...], where: str) -> None:
    (found,) = findings("place-advised", *[scene(*lines, fixed=True)] * 6)
    assert where in found.message
    assert not findings("place-advised", *[scene(*lines)] * 6), "the places of shuffled choices say nothing"


def test_absolute_words_in_wrong_choices_alone() -> None:
    # The one of three that has such a word is wrong in 2 of 3 by chance: 12 times over, in less than one of a hundred.
    lines = "+ Wait for her.", "- Call her every day.", "- Go there now."
    (found,) = findings("absolute-words", *[scene(*lines)] * 12)
    assert "spare the advised choices in 12 of 12 scenes; chance would give about 8." in found.message
    assert found.at == where("- Call her every day.", "say")
    assert not findings("absolute-words", *[scene(*lines)] * 11)


def test_absolute_words_in_both_kinds_of_choices() -> None:
    wrong = scene("+ Wait for her.", "- Call her every day.", "- Go there now.")
    right = scene("+ Never call her.", "- Call her.", "- Go there now.")
    assert not findings("absolute-words", *[wrong] * 12, *[right] * 4)


NAMES = ("Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jon", "Kim", "Lou", "Mae", "Ned", "Ola")
ACTS = ("call", "write", "wait for", "ask", "tell", "thank", "bring", "leave", "meet", "help", "show", "read to")


def made(number: int, leak: str = "") -> list[Scene]:
    """Scenes whose words are drawn by lot; those of the advised choice end with `leak`."""
    lot = random.Random(number)
    return [
        scene(
            f"+ {lot.choice(ACTS)} {lot.choice(NAMES)} {lot.choice(ACTS)}{leak}",
            f"- {lot.choice(ACTS)} {lot.choice(NAMES)} {lot.choice(ACTS)}",
            f"- {lot.choice(ACTS)} {lot.choice(NAMES)} {lot.choice(ACTS)}",
        )
        for _ in range(40)
    ]


def test_a_word_that_gives_the_answer_away() -> None:
    (found,) = findings("telling-words", *made(1, leak=" kindly"))
    assert "can be told in 40 of 40 scenes; chance would give about 13." in found.message
    assert 'Mostly in advised choices: "kindly" (40 of 40), ' in found.message


def test_few_scenes_are_not_judged_by_words() -> None:
    assert not findings("telling-words", *made(1, leak=" kindly")[:29])
    assert findings("telling-words", *made(1, leak=" kindly")[:30])


def test_words_by_lot_are_suspected_in_less_than_one_course_of_a_hundred() -> None:
    assert sum(len(findings("telling-words", *made(number))) for number in range(100)) <= 1


def test_lengths_by_lot_are_suspected_in_less_than_one_course_of_a_hundred() -> None:
    suspected = 0
    for number in range(300):
        lot = random.Random(number)
        scenes = [
            scene(*(f"{mark} {'x' * lot.randrange(1, 1000)}" for mark in ("+", "-", "-", "-"))) for _ in range(40)
        ]
        suspected += pattern(Items([scenario(*scenes)]).telling, longest, 0.01) is not None
    assert suspected <= 3
