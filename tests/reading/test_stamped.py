"""What chat windows and editors put before lines is told for what it is; what authors write themselves stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.problems.problem import Problem
from tests.reading.test_codes import SCENARIO, changed, problems


def mended(text: str, problem: Problem) -> str:
    """The text with what is offered."""
    assert problem.meant is not None
    assert problem.meant.ask, "somebody else may have meant it"
    lines = text.split("\n")
    for edit in problem.meant.edits:
        assert lines[edit.number - 1] == edit.old
        lines[edit.number - 1] = edit.new
    return "\n".join(lines)


CAME_ALONG = [
    ("        breaks: thanks", "[10:32] Ana:         breaks: thanks", "[10:32] Ana: is what a chat window"),
    ("        breaks: thanks", "10:32         breaks: thanks", "10:32 is what a chat window"),
    ("title: The key", "[10:32] title: The key", "[10:32] is what a chat window"),
    ("title: The key", "[3/4/25, 10:32:05 AM] Ana Lopez: title: The key", "[3/4/25, 10:32:05 AM] Ana Lopez: is what"),
    ("title: The key", "3/4/25, 10:32 - Ana Lopez: title: The key", "3/4/25, 10:32 - Ana Lopez: is what"),
    ("scenes:", "[10:32] scenes:", "[10:32] is what a chat window"),
    ("        breaks: thanks", "        [10:32] Ana: breaks: thanks", "[10:32] Ana: is what a chat window"),
    ("        breaks: thanks", "312        breaks: thanks", "the number 312"),
    ("        breaks: thanks", "312         breaks: thanks", "the number 312"),
    ("      - say: Take", "312 |       - say: Take", "the number 312"),
    ("  end:", "312:   end:", "the number 312"),
    ("        breaks: thanks", "  line 29 would be:         breaks: thanks", "begins with line 29 would be:,"),
    ("        breaks: thanks", "line 29 would be:         breaks: thanks", "begins with line 29 would be:,"),
    ("        breaks: thanks", "  line 368 is:              breaks: thanks", "begins with line 368 is:,"),
    ("        breaks: thanks", "  line 368 is:               breaks: thanks", "begins with line 368 is:,"),
    ("      - say: Take", "  line 29 would be:       - say: Take", "begins with line 29 would be:,"),
    ("title: The key", "  line 1 would be: title: The key", "begins with line 1 would be:,"),
]


@pytest.mark.parametrize(("was", "spoilt", "said"), CAME_ALONG)
def test_it_is_named_alone_and_taken_away(was: str, spoilt: str, said: str, tmp_path: Path) -> None:
    text = changed(SCENARIO, was, spoilt)
    (problem,) = problems(tmp_path, scenario=text)
    assert said in problem.message
    assert mended(text, problem) == SCENARIO


@pytest.mark.parametrize(
    "stamp", ["Ana, 10:32", "Ana  10:32 AM", "[10:32] Ana:", "Ana Lopez — Today at 10:32 AM", "10:32"]
)
@pytest.mark.parametrize("above", ["title: The key", "      - say: Take", "  end:"])
def test_a_line_of_its_own_is_to_be_deleted(above: str, stamp: str, tmp_path: Path) -> None:
    text = changed(SCENARIO, above, f"{stamp}\n{above}")
    (problem,) = problems(tmp_path, scenario=text)
    assert (problem.message.startswith(f"{stamp} is what"), problem.mend) == (True, "Delete this line.")
    assert mended(text, problem) == changed(SCENARIO, above, f"\n{above}")


@pytest.mark.parametrize("stamp", ["[10:32] Ana: ", "[10:32] ", "10:32 ", "Ana Lopez: "])
def test_all_lines_with_their_times_are_said_once(stamp: str, tmp_path: Path) -> None:
    text = "".join(f"{stamp}{line}\n" for line in SCENARIO.splitlines())
    (problem,) = problems(tmp_path, scenario=text)
    assert f"so too on {len(SCENARIO.splitlines()) - 1} more lines" in problem.mend
    assert mended(text, problem) == SCENARIO


def test_what_somebody_reads_in_a_text_is_the_authors_own(tmp_path: Path) -> None:
    chat = "    text: |\n      [10:32] Ana: say: nothing\n      Ana, 10:33\n      312 next: week\n"
    text = changed(SCENARIO, "    text: Your cousin has a key.\n", chat)
    assert problems(tmp_path, scenario=text) == []
    found = problems(tmp_path, scenario=changed(text, "breaks: thanks", "breaks: thank"))
    assert [each.code for each in found] == ["unknown-rule"], "nor when something else is wrong"


CONDITIONS = [
    ("{leave}", "{chose: leave}"),
    ("leave", "{chose: leave}"),
    ("{door}", "{been: door}"),
    ("{thanks}", ""),
    ("{leaf}", ""),
]


@pytest.mark.parametrize(("written", "meant"), CONDITIONS)
def test_an_id_alone_is_no_condition(written: str, meant: str, tmp_path: Path) -> None:
    told = f"    text:\n      - when: {written}\n        text: The bread is good.\n        else: It is gone.\n"
    (problem,) = problems(tmp_path, scenario=changed(SCENARIO, "    text: The bread is good.\n", told))
    assert (problem.code, problem.place.line) == ("wrong-kind", 19)
    assert f"{{chose: {written.strip('{}')}}} if it is an option" in problem.mend
    offered = [each.new.strip() for each in problem.meant.edits] if problem.meant else []
    assert offered == ([f"- when: {meant}"] if meant else [])


def test_an_else_with_a_block_lacks_no_text_but_has_a_dash_too_many(tmp_path: Path) -> None:
    well = (
        "    text:\n      - when: {chose: leave}\n        text: >-\n          The bread is good.\n"
        "        else: >-\n          It is gone.\n"
    )
    text = changed(SCENARIO, "    text: The bread is good.\n", well)
    assert problems(tmp_path, scenario=text) == []
    spoilt = changed(text, "        else: >-", "      - else: >-")
    (problem,) = problems(tmp_path, scenario=spoilt)
    assert problem.message == "There is a dash too many before this line."
    assert mended(spoilt, problem) == text


def test_a_piece_with_its_numbers_is_one_slip(tmp_path: Path) -> None:
    lines = SCENARIO.split("\n")
    spoilt = "\n".join([*lines[:6], *(f"{at:>4}  {lines[at]}" for at in range(6, 12)), *lines[12:]])
    (problem,) = problems(tmp_path, scenario=spoilt)
    assert "So too the 5 lines below it" in problem.mend
    assert mended(spoilt, problem) == SCENARIO


def test_numbers_at_two_places_are_two_slips(tmp_path: Path) -> None:
    text = changed(changed(SCENARIO, "scenes:", "3 scenes:"), "        breaks:", "13         breaks:")
    first, second = problems(tmp_path, scenario=text)
    assert mended(mended(text, first), second) == SCENARIO


def test_the_line_with_the_sign_goes_that_our_own_report_shows_below(tmp_path: Path) -> None:
    spoilt = changed(SCENARIO, "        breaks: thanks\n", "  13 |         breaks: thanks\n     |         ^\n")
    (problem,) = problems(tmp_path, scenario=spoilt)
    assert "Delete line 14, with the ^." in problem.mend
    assert mended(spoilt, problem) == changed(SCENARIO, "        breaks: thanks\n", "        breaks: thanks\n\n")


def test_of_a_mend_as_it_is_shown_the_line_that_would_be_stays(tmp_path: Path) -> None:
    shown = "  line 13 is:               braeks: thanks\n  line 13 would be:         breaks: thanks\n"
    spoilt = changed(SCENARIO, "        breaks: thanks\n", shown)
    (problem,) = problems(tmp_path, scenario=spoilt)
    assert "as it was" in problem.mend
    assert mended(spoilt, problem) == changed(SCENARIO, "        breaks: thanks\n", "\n        breaks: thanks\n")
