"""How much room scenes take, held against the real page, and how hard they are to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.authoring.check.wording import scenes
from course.authoring.check.wording.tools.grade import grade
from course.engine.telling import longest
from course.faces.textual.blocks import Block, Text, option
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.text import plain, prose
from course.model import Arrival, Ending, Medium, Message, Scene
from course.model.kinds.choices import Choices
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.reading.courses import read_course
from tests.authoring.check.wording.worded import findings, scene, where
from tests.faces.textual.stage import make_app, story
from tests.folders import BAKERY
from tests.shipped import READING

SCENES = [
    scene
    for reading in (read_course(BAKERY), READING)
    for scenario in reading.scenarios
    for scene in scenario.scenes.values()
    if isinstance(scene.body, Choices | Ending)
]


def drawn(scene: Scene) -> tuple[int, int]:
    """The rows that the page draws for a scene's text, at its longest, and for its choices."""
    messages = (Message(each.medium, longest(each.text), each.sender, each.subject) for each in scene.arrives)
    blocks: list[Block] = [*map(MessageBlock, messages), Text(prose(longest(scene.text)))]
    options = scene.body.options if isinstance(scene.body, Choices) else ()
    return (
        sum(len(block.lines(scenes.COLUMN)) for block in blocks),
        sum(len(option("1", plain(each.say), each).drawn(scenes.COLUMN)) for each in options),
    )


def test_rows_are_those_of_the_page() -> None:
    for each in SCENES:
        assert (scenes.text_rows(each), scenes.choice_rows(each)) == drawn(each), each.id


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("sender", ["", "Dana"])
def test_messages_are_counted_as_they_are_drawn(medium: Medium, sender: str) -> None:
    for subject in ("", "Thursday"):
        message = Arrival(medium, "It was *good* to see you.\n\n" + "Until then. " * 20, sender, subject)
        each = Scene("scene", "It is Monday.", Choices(()), arrives=(message,))
        assert scenes.text_rows(each) == drawn(each)[0]


@given(st.text(alphabet="ab -,中é", min_size=1, max_size=200).filter(str.strip))
def test_any_choice_is_counted_within_a_line(say: str) -> None:
    each = scene(f"+ {say.strip()}", "- Call.")
    assert abs(scenes.choice_rows(each) - drawn(each)[1]) <= 1


async def test_a_screen_is_what_a_terminal_of_80_by_24_shows(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=(80, 24)) as pilot:
        assert story(pilot).sheet.size.height == scenes.SCREEN


LONG = ("s" * 66 + " ") * 3  # three lines of 67 cells


def test_choices_that_cannot_be_seen_together() -> None:
    (found,) = findings("too-long", scene(*(f"- {LONG}{number}" for number in range(5)), f"+ {LONG}5"))
    assert found.message == "The choices take 24 lines; a terminal of 80 by 24 shows 18 at a time."
    assert not findings("too-long", scene(*(f"- {LONG}{number}" for number in range(3)), f"+ {LONG}5"))


def test_a_text_that_takes_more_than_one_turn_of_the_page() -> None:
    # 32 lines, the empty one below them, and two choices: 35, where two looks show 18 and 16 more.
    line = "w" * 70 + " "
    (found,) = findings("too-long", scene("+ Wait.", "- Call.", text=line * 32))
    assert found.at == where("text")
    assert not findings("too-long", scene("+ Wait.", "- Call.", text=line * 31))


def test_far_more_words_than_make_a_good_length() -> None:
    text = "It is so. " * 61  # 183 words, which a screen could still show
    (found,) = findings("too-long", scene("+ Wait.", "- Call.", text=text))
    assert (found.at, "183 words" in found.message) == (where("text"), True)
    assert not findings("too-long", scene("+ Wait.", "- Call.", text=text[: 3 * 60]))
    (found,) = findings("too-long", scene(f"+ {'so ' * 41}", "- Call."))
    assert (found.at.way[-1], "41 words" in found.message) == ("say", True)
    assert not findings("too-long", scene(f"+ {'so ' * 40}", "- Call."))


def test_a_message_to_put_together_is_held_to_the_same_words() -> None:
    said = [Alternative(f"a{number}", say, ("thanks",)) for number, say in enumerate(("so " * 41, "Call."))]
    part = Part("body", "Body", tuple(said))
    each = Scene("scene", "It is so. " * 61, MessageInParts((part,)))
    assert [found.at.way[-1] for found in findings("too-long", each)] == ["text", "say"]


@given(
    st.lists(st.text(alphabet="ab ", max_size=400), min_size=1, max_size=4),
    st.text(alphabet="abcdefghij é中\n", max_size=2_000),
)
def test_the_quick_look_misses_nothing(says: list[str], text: str) -> None:
    each = scene(*(f"- {say}" for say in says), text=text)
    if scenes.choice_rows(each) > scenes.SCREEN or scenes.text_rows(each) + scenes.choice_rows(each) > 32:
        assert findings("too-long", each)


EASY = "She did not call. You made tea. " * 8
HARD = """\
Notwithstanding considerable organisational uncertainty, prospective applicants should nevertheless demonstrate
appropriate professional appreciation throughout all subsequent correspondence, particularly whenever their
representatives communicate supplementary administrative requirements concerning any of the forthcoming evaluations.
"""


def test_a_grade_by_hand() -> None:
    # Of 4 words and 12 letters, eight times over.
    text = "Abc de fgh ijkl. " * 8
    assert grade(text) == pytest.approx(4.71 * (12 / 4) + 0.5 * 4 - 21.43)


def test_short_texts_have_no_grade() -> None:
    assert grade("one " * 29) is None
    assert grade("one " * 30) is not None


def test_quotes_paragraphs_and_dots_within_numbers() -> None:
    plain = "It is 3.05 now. You go home. " * 5
    quoted = "\n\n".join(['"It is 3.05 now." You go home'] * 5)
    assert grade(quoted) == pytest.approx(grade(plain))


def test_a_text_that_is_hard_to_read() -> None:
    assert findings("hard-to-read", scene("+ Wait.", "- Call.", text=HARD))
    assert not findings("hard-to-read", scene("+ Wait.", "- Call.", text=EASY))
