"""Where everything stands that authors wrote: the names and ids that lead there, and the place they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.engine import kinds
from course.model import Ending
from course.reading.courses import read_with_positions
from course.reading.files.find import COURSE_FILE, find_course
from course.reading.problems.positions import BEGINNING, Spots, Step
from tests.folders import BAKERY, STALL

_, POSITIONS = read_with_positions(STALL)
(SCENARIO,) = POSITIONS.keys() - {COURSE_FILE}


def written(file: str, *way: Step) -> str:
    """What is written where that way leads, up to the end of the line."""
    line, column = POSITIONS[file].of(*way)
    return (STALL / file).read_text().splitlines()[line - 1][column - 1 :]


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (("start",), "apron"),
        (("people", "ines", "days", 1, "text"), "Market day. The phone is under the lemons."),
        (("scenes", "apron"), "apron:"),
        (("scenes", "apron", "sort", "question"), "Would you?"),
        (("scenes", "apron", "sort", "statements", "write-before-you-come-by", "follows"), "door"),
        (("scenes", "note", "message", "parts", "close", "alternatives", "i-look-forward-to-friday"), "say: I look"),
        (("scenes", "note", "message", "seen", 0, "by"), "ines"),
        (("scenes", "days", "calendar", "ways", "call-ines", "early", "because"), "She said Friday."),
        (("scenes", "days", "calendar", "next", 1, "when", "contacts"), "2"),
    ],
)
def test_names_and_ids_lead_to_what_is_written(way: tuple[Step, ...], text: str) -> None:
    assert written(SCENARIO, *way).startswith(text)


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (("apron", "write-before-you-come-by", "because"), "Then she can say when."),
        (("note", "close", "i-look-forward-to-friday", "say"), "I look forward to Friday."),
        (("days", "call-ines", "because"), "Friday has come."),
        (("days", "next", 2), "next: missed"),
    ],
)
def test_the_names_of_lists_may_be_left_out(way: tuple[Step, ...], text: str) -> None:
    assert written(SCENARIO, "scenes", *way).startswith(text)


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (("title",), "Market day"),
        (("pairs", "room", "rules", "door"), "door:"),
        (("pairs", "room", "rules", "door", "side"), "pushy"),
        (("limits", "too-many", "breaks"), "often"),
    ],
)
def test_the_course_has_its_places_too(way: tuple[Step, ...], text: str) -> None:
    assert written(COURSE_FILE, *way).startswith(text)


def test_a_message_has_its_places_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text((STALL / "course.yaml").read_text())
    arrives = (
        "    arrives:\n      voicemail: Come at five.\n      email:\n        from: Ines\n        text: Come at six.\n"
    )
    text = f"title: The call\nstart: end\nscenes:\n  end:\n    ending: assertive\n    text: She calls.\n{arrives}"
    (tmp_path / "call.yaml").write_text(text)
    _, positions = read_with_positions(tmp_path)
    messages = positions["call.yaml"]
    assert messages.of("scenes", "end", "arrives", "voicemail", "text") == (8, 18)
    assert messages.of("scenes", "end", "arrives", "email", "text") == (11, 15)
    assert messages.of("scenes", "end", "arrives", "email", "subject") == (9, 7)


def test_what_was_not_written_stands_where_it_would_be_a_part_of() -> None:
    spots = POSITIONS[SCENARIO]
    assert spots.of("scenes", "apron", "minutes") == spots.of("scenes", "apron")
    assert spots.of("scenes", "note", "close", "nothing-of-the-kind", "say") == spots.of("scenes", "note", "close")
    assert spots.of("scenes", "apron", "sort", "show") == spots.of("scenes", "apron", "sort")
    assert spots.of("scenes", "nowhere") == spots.of("scenes")
    assert spots.of("nothing") == BEGINNING
    assert Spots().of("scenes", "apron") == BEGINNING


@pytest.mark.parametrize("folder", [BAKERY, STALL, find_course(None)], ids=lambda folder: folder.name)
def test_every_choice_is_found_by_the_ids_of_its_answer(folder: Path) -> None:
    reading, positions = read_with_positions(folder)
    for scenario in reading.scenarios:
        file = scenario.head.file
        lines = (folder / file).read_text().splitlines()
        for scene in scenario.scenes.values():
            for rivals in () if isinstance(scene.body, Ending) else kinds.of(scene.body).rivals():
                for choice in rivals.options:
                    line, column = positions[file].of("scenes", scene.id, *rivals.ids, choice.id, "say")
                    words = lines[line - 1][column - 1 :].strip("\"'|>- ")[:20]
                    assert words.replace("''", "'") in choice.say  # as it is doubled in single quotes
