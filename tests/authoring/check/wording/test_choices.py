"""The words of single choices: each code raised by a scene, and a neighbour that does not."""

from __future__ import annotations

import pytest

from course.model import Branch, Choice, Rule, Scene, Side
from course.model.kinds.choices import Choices
from course.model.kinds.onward import Onward
from course.model.record import replace
from tests.authoring.check.wording.worded import choice, findings, scene, where
from tests.builders import tiny_course


def scene_of(*choices: Choice) -> Scene:
    return Scene("scene", "It is Monday.", Choices(choices))


def test_the_same_choice_twice() -> None:
    (found,) = findings("same-choices", scene("+ Write to Dana.", "- Call.", "- write to Dana!"))
    assert found.message == '"Write to Dana." and "write to Dana!" say the same.'
    assert found.also == (where("+ Write to Dana.", "say"),)


def test_a_choice_whose_lines_stand_there_twice() -> None:
    """That its feedback stands there twice as well, and that it is guessed more often, follows from that."""
    one, two = choice("+ Write to Dana.", because="She has time.", happens="She reads your words."), choice("- Call.")
    (found,) = findings("same-choices", scene_of(one, replace(one, id="again"), two))
    assert found.message == '"Write to Dana." stands here twice, with all that follows.'
    assert found.mend == "Delete one of the two."
    assert not findings("same-feedback", scene_of(one, replace(one, id="again"), two))


def test_a_scene_that_was_copied_and_that_nothing_leads_to_yet() -> None:
    one = choice("- Call.", because="She is busy.", happens="She sees your number, and lets it ring.")
    first = scene_of(choice("+ Write."), one)
    again = replace(first, id="again")
    assert not findings("same-feedback", first, again)
    day_after = Scene("day-after", "It is Tuesday.", Onward((Branch("again"),)))
    assert findings("same-feedback", first, day_after, again), "one to which a scene without choices leads is played"


def test_nearly_the_same_with_nothing_hanging_on_it() -> None:
    one = choice("- Call Dana at nine tomorrow and ask her how it stands.", go="next")
    two = choice("- Call Dana at ten tomorrow and ask her how it stands.", go="next")
    assert len(findings("same-choices", scene_of(one, two))) == 1


def test_one_word_that_decides_where_the_scenario_goes() -> None:
    one = choice("- Call Dana at nine tomorrow and ask her how it stands.", go="asleep")
    two = choice("- Call Dana at ten tomorrow and ask her how it stands.", go="awake")
    assert not findings("same-choices", scene_of(one, two))


def test_one_word_that_decides_the_verdict() -> None:
    lines = "+ Write to Tomasz, and do not copy in Helen.", "- Write to Tomasz, and do copy in Helen."
    assert not findings("same-choices", scene_of(*(choice(line, go="next") for line in lines)))


@pytest.mark.parametrize("say", ["All of the above.", "Both of these.", "Any of the above would do.", "None of them"])
def test_a_choice_that_is_the_other_choices(say: str) -> None:
    assert len(findings("all-of-the-above", scene("+ Write.", f"- {say}"))) == 1


@pytest.mark.parametrize("say", ["Answer none of these calls.", "Take all of them out to lunch.", "Go above her."])
def test_a_choice_that_only_sounds_like_it(say: str) -> None:
    assert not findings("all-of-the-above", scene("+ Write.", f"- {say}"))


def test_a_verdict_in_a_choice() -> None:
    (found,) = findings("verdict-words", scene("+ Send an appropriate note.", "- Call again."))
    assert found.message.startswith('"appropriate" says how')


def test_a_pairs_own_name_on_the_side_where_it_belongs() -> None:
    # The rules that + follows and - breaks belong to the pair Reaching / Pressing.
    assert findings("verdict-words", scene("+ Go on.", "- Keep pressing."))
    assert not findings("verdict-words", scene("+ Wait, with shirts that need pressing.", "- Go on."))


def test_a_choice_in_the_words_of_its_rule() -> None:
    rule = Rule("thanks", "Send a short note to thank them for their time.", "Say nothing.", Side.UNDER, "reach")
    course = tiny_course()
    course = replace(course, rules=(*course.rules, rule))
    course = replace(course, pairs=course.pairs[1:])
    space = replace(tiny_course().pairs[0], rules=tiny_course().pairs[0].rules[1:])
    course = replace(course, pairs=(space, *course.pairs))
    (found,) = findings("rule-words", scene("+ Send Dana a short note for her time.", "- Call."), course=course)
    assert found.message == "This choice repeats its rule: send, short, note, time also stand in do: of thanks."
    assert not findings("rule-words", scene("+ Two lines to Dana: it was a good hour.", "- Call."), course=course)
    assert not findings("rule-words", scene("+ Call.", "- Send Dana a short note for her time."), course=course)


def test_a_choice_after_which_nothing_happens() -> None:
    silent = replace(choice("- Call."), happens="")
    (found,) = findings("no-consequence", scene_of(choice("+ Write."), silent))
    assert found.at == where("- Call.", "say")


def test_feedback_that_is_used_again() -> None:
    one, two = choice("- Call.", because="She is busy."), choice("- Go there.", because="She is busy.")
    (found,) = findings("same-feedback", scene_of(choice("+ Write."), one), scene_of(choice("+ Wait."), two))
    assert found.at == where("- Call.", "because")
    assert found.also == (where("- Go there.", "because"),)


def test_a_short_consequence_may_come_again() -> None:
    one, two = choice("- Call.", happens="No answer."), choice("- Go there.", happens="No answer.")
    assert not findings("same-feedback", scene_of(choice("+ Write."), one, two))
    long = "She sees your number, and lets it ring."
    one, two = replace(one, happens=long), replace(two, happens=long)
    assert len(findings("same-feedback", scene_of(choice("+ Write."), one, two))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She has not called. Which of these should you not do?",
        "Monday.\n\nWhat would you avoid now? Which of them must you never do?",
        "What shouldn't you do?",
        "Which of these is the worst thing to do now?",
        "You could do all of this, except:",
        "At 3.05, what would you *not* write?",
    ],
)
def test_a_question_for_what_not_to_do(text: str) -> None:
    (found,) = findings("negative-question", scene("+ Write.", "- Call.", text=text))
    assert found.at == where("text")


@pytest.mark.parametrize(
    "text",
    [
        "She has not called. What do you do?",
        "What should you not do? You know that by now.",
        '"Which of them did you not like?" says Bev.',
        'Bev asks: "What would you never do?"',
        "What if she does not call?",
        "You are not sure. Do they know that?",
        "What would you write if he did nothing?",
    ],
)
def test_a_question_that_somebody_else_asks_or_that_is_none(text: str) -> None:
    assert not findings("negative-question", scene("+ Write.", "- Call.", text=text))
