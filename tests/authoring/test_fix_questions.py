"""In dialogue with the author: names that were misspelt, and ids that stand twice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from course.authoring.check.run import check
from tests.authoring.explain.test_entries import SOUND
from tests.authoring.test_fix_safety import course
from tests.cli.conftest import run

Printed = pytest.CaptureFixture[str]
KEY, BAKERY = SOUND["key.yaml"], SOUND["course.yaml"]
CAR = """
  home:
    ending: pushy
    text: You sleep in the car.
"""
"""A scene whose id there is already."""


class Typing(io.StringIO):
    """Somebody at a terminal, who types this and then leaves."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Typed:
    return Typed(monkeypatch, tmp_path)


class Typed:
    """`fineline fix` on a course, with somebody at the terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self._folder = folder

    def __call__(self, *lines: str, yes: bool = False) -> int:
        self._monkeypatch.setattr("sys.stdin", Typing("".join(f"{line}\n" for line in lines)))
        return run("fix", str(self._folder), *(["--yes"] if yes else []))


def text(folder: Path) -> str:
    """The scenario as it is now."""
    return (folder / "key.yaml").read_text()


def line(at: int) -> int:
    """The number of the line at a place in the scenario."""
    return (KEY + CAR)[:at].count("\n") + 1


def test_a_scene_that_stands_twice(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    course(tmp_path, key=KEY + CAR)
    assert typed("car", "y") == 0
    assert text(tmp_path) == KEY + CAR.replace("home:", "car:")
    said = capsys.readouterr().out
    first, second, way = KEY.index("  home:"), len(KEY) + 1, KEY.index("next: home")
    assert f"key.yaml, line {line(second)}: home stands here twice (first on line {line(first)})" in said
    assert f"What names it goes on meaning the first one: key.yaml, line {line(way)}.\n" in said
    assert said.count("home stands here twice") == 1


def test_return_takes_the_id_that_is_offered(tmp_path: Path, typed: Typed) -> None:
    more = CAR + CAR.replace("home:", "home-2:")
    course(tmp_path, key=KEY + more)
    assert typed("", "y") == 0
    assert text(tmp_path) == KEY + more.replace("home:", "home-3:", 1), "home-2 is taken"


def test_an_id_that_will_not_do_is_asked_for_again(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    course(tmp_path, key=KEY + CAR)
    assert typed("In the car", "cold", "car: {", "car", "y") == 0
    assert text(tmp_path) == KEY + CAR.replace("home:", "car:")
    said = capsys.readouterr().out
    assert '"In the car" cannot be the id of a scene.' in said
    assert "cold stands here twice" in said


@pytest.mark.parametrize("lines", [(), ("car",), ("car", "n")])
def test_whoever_leaves_or_says_no_keeps_the_file(lines: tuple[str, ...], tmp_path: Path, typed: Typed) -> None:
    course(tmp_path, key=KEY + CAR)
    assert typed(*lines) == 1
    assert text(tmp_path) == KEY + CAR


def test_a_rule_that_stands_twice(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    again = BAKERY[BAKERY.index("      thanks:") : BAKERY.index("      space:")]
    course(tmp_path, course=BAKERY + again)
    assert typed("gratitude", "y") == 0
    assert (tmp_path / "course.yaml").read_text() == BAKERY + again.replace("thanks:", "gratitude:")
    named = [number for number, line in enumerate(KEY.split("\n"), 1) if line.endswith("s: thanks")]
    places = "; ".join(f"key.yaml, line {number}" for number in named)
    assert f"What names it goes on meaning the first one: {places}.\n" in capsys.readouterr().out


def test_a_choice_id_that_stands_twice(tmp_path: Path, typed: Typed) -> None:
    twice = KEY.replace("      - say:", "      - id: it\n        say:", 2)
    course(tmp_path, key=twice)
    assert typed("", "y") == 0
    assert text(tmp_path) == "id: it-2".join(twice.rsplit("id: it", 1))


def test_two_scenarios_of_one_id(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    course(tmp_path, lock="id: key\n" + KEY, course=BAKERY + "scenarios: [key]\n")
    typed("key", "lock", "y")
    assert (tmp_path / "lock.yaml").read_text() == "id: lock\n" + KEY
    said = capsys.readouterr().out
    assert said.count("There is another scenario called key") == 2, "once more as the answer to an id that is taken"
    where = (BAKERY + "scenarios").count("\n") + 1
    assert f"What names it goes on meaning the first one: course.yaml, line {where}.\n" in said


def test_a_scenario_without_an_id_of_its_own_gets_a_line_for_it(tmp_path: Path, typed: Typed) -> None:
    scenario = "# The key, again.\r\n" + KEY.replace("\n", "\r\n")
    course(tmp_path, key=KEY)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "key.yaml").write_bytes(scenario.encode())
    typed("", "y")
    wanted = scenario.replace("title:", "id: key-2\r\ntitle:", 1)
    assert (tmp_path / "more" / "key.yaml").read_bytes() == wanted.encode()


def test_a_message_that_arrives_twice_is_no_matter_of_ids(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    broken = KEY.replace("  door:\n", "  door:\n    arrives:\n      note: Hello.\n      note: And goodbye.\n")
    course(tmp_path, key=broken)
    assert typed("other", "y") == 1
    assert "A new id" not in capsys.readouterr().out
    assert text(tmp_path) == broken


def test_two_misspelt_names_on_one_line(tmp_path: Path, typed: Typed) -> None:
    course(tmp_path, key=KEY.replace("breaks: thanks", "breaks: [thansk, sapce]", 1))
    assert typed("y", "y") == 0
    assert text(tmp_path) == KEY.replace("breaks: thanks", "breaks: [thanks, space]", 1)


@pytest.mark.parametrize(("right", "wrong"), [("next: evening", "next: evning"), ("start: door", "strat: door")])
def test_a_misspelt_scene_or_field(right: str, wrong: str, tmp_path: Path, typed: Typed) -> None:
    course(tmp_path, key=KEY.replace(right, wrong, 1))
    assert typed("y") == 0
    assert text(tmp_path) == KEY


def test_what_was_declined_is_not_asked_again(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    course(tmp_path, key=KEY.replace("next: evening", "next: evning", 1).replace("next: home", "next: hoem"))
    assert typed("n", "y", "y") == 1
    assert text(tmp_path) == KEY.replace("next: evening", "next: evning", 1)
    assert capsys.readouterr().out.count("Write this?") == 2


def test_a_name_that_would_stand_twice_then_is_not_offered(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    broken = KEY.replace("title: The key", "title: The key\ntitel: The lock")
    course(tmp_path, key=broken)
    assert typed("y") == 1
    assert text(tmp_path) == broken
    assert "Write this?" not in capsys.readouterr().out


def test_yes_is_no_answer_about_a_name(tmp_path: Path, typed: Typed) -> None:
    course(tmp_path, key=KEY.replace("title: The key", "title: The: key").replace("next: home", "next: hoem"))
    assert typed("n", yes=True) == 1
    assert text(tmp_path) == KEY.replace("title: The key", 'title: "The: key"').replace("next: home", "next: hoem")


def test_a_declined_encoding_is_not_changed_by_a_name(tmp_path: Path, typed: Typed) -> None:
    data = ("# café\n" + KEY.replace("next: home", "next: hoem")).encode("cp1252")
    course(tmp_path, key=data)
    assert typed("n", "y", "y") == 1
    assert (tmp_path / "key.yaml").read_bytes() == data


def test_without_a_terminal_it_says_what_to_do(tmp_path: Path, capsys: Printed) -> None:
    course(tmp_path, key=KEY + CAR)
    assert run("fix", str(tmp_path), "--yes") == 1
    said = capsys.readouterr().out
    assert f"Left for you: key.yaml:{line(len(KEY) + 1)}:3: home stands here twice" in said
    assert f"In a terminal, this asks about names and ids: fineline fix {tmp_path}" in said
    assert text(tmp_path) == KEY + CAR


def test_after_the_questions_all_is_well(tmp_path: Path, typed: Typed) -> None:
    """But that nobody can reach the scene of the new id, which only its author can say how."""
    course(tmp_path, key=KEY + CAR)
    typed("car", "y")
    assert [problem.code for problem in check(tmp_path).problems] == ["unreachable-scene"]
