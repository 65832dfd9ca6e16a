"""Every code there is: a file that has the problem, and the place where it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.courses import read_course
from course.reading.problems.codes import CODES, Level
from course.reading.problems.problem import Place, Problem

COURSE = """\
format: 2
title: The bakery
pairs:
  warm:
    do: Warm
    dont: Cold
    rules:
      thanks: {do: Say thank you., dont: Say nothing., side: quiet}
line: {under: quiet, right: assertive, over: pushy}
"""
SCENARIO = """\
title: The key
start: door
scenes:
  door:
    text: Your cousin has a key.
    choices:
      - say: Leave the key.
        id: leave
        follows: thanks
        because: Nobody opened it.
        next: end
      - say: Take the key.
        breaks: thanks
        because: It is not yours.
        next: end
  end:
    ending: quiet
    text: The bread is good.
"""


def problems(tmp_path: Path, course: str | bytes = COURSE, scenario: str | bytes = SCENARIO) -> list[Problem]:
    """What is wrong with a course of one scenario."""
    for name, text in (("course.yaml", course), ("key.yaml", scenario)):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_course(tmp_path).problems)


def changed(text: str, old: str, new: str) -> str:
    """The text with its first `old` made `new`."""
    assert old in text
    return text.replace(old, new, 1)


IN_COURSE = [
    ("format-version", "format: 2", "format: 3", 1, 9),
    ("format-version", "format: 2", "format: 1", 1, 9),
    ("format-version", "format: 2", "format: one", 1, 9),
    ("missing", "format: 2\n", "", 1, 1),
    ("missing", "title: The bakery\n", "", 1, 1),
    ("bad-value", "title", "pass-mark: 8\ntitle", 2, 12),
    ("unknown-scenario", "title", "scenarios: [key, kee]\ntitle", 2, 18),
    ("unknown-source", "title", "rules:\n  give: {do: a, dont: b, side: quiet, source: web}\ntitle", 3, 47),
    ("duplicate-id", "title", "rules:\n  thanks: {do: a, dont: b, side: quiet}\ntitle", 10, 7),
    ("wrong-count", "title", "rules: {}\ntitle", 2, 8),
    ("unknown-code", "title", "checks: {hard-to-raed: off}\ntitle", 2, 10),
    ("unknown-code", "title", "checks: {syntax: off}\ntitle", 2, 10),
    ("bad-value", "title", "checks: {hard-to-read: no}\ntitle", 2, 24),
    ("left-empty", "title", "about:\ntitle", 2, 7),
    ("unknown-key", "title", "author: me\ntitle", 2, 1),
]
IN_SCENARIO = [
    ("empty", SCENARIO, "", 1, 1),
    ("wrong-kind", SCENARIO, "- one\n- two\n", 1, 1),
    ("empty", "title: The key", "title:", 1, 7),
    ("joined-lines", "title: The key\n", "title: The key summary: Whose is it?\n", 1, 16),
    ("left-empty", "title", "with: ''\ntitle", 1, 7),
    ("bad-id", "title", "id: The Key\ntitle", 1, 5),
    ("bad-value", "title", "minutes: 999\ntitle", 1, 10),
    ("bad-value", "quiet", "sad", 17, 13),
    ("bad-value", "title", "starts-on: tuesday\ntitle", 1, 12),
    ("wrong-kind", "title", "minutes: four\ntitle", 1, 10),
    ("wrong-kind", "The key", "[The, key]", 1, 8),
    ("misaligned", "    choices:\n      - say: Leave", "    choices:\n        say: Leave", 7, 9),
    ("wrong-count", "    choices:\n", "    choices: []\n    discuss:\n", 6, 14),
    ("missing", "        follows: thanks\n", "", 7, 9),
    ("missing", "        because: Nobody opened it.\n", "", 7, 9),
    ("dead-end", "    ending: quiet\n", "", 16, 3),
    ("wrong-count", "    text: Your", "    ending: pushy\n    text: Your", 8, 7),
    ("unknown-key", "title: The key", "titel: The key", 1, 1),
    ("duplicate-key", "title: The key", "title: The key\ntitle: A key", 2, 1),
    ("duplicate-key", "  end:\n", "  door:\n", 16, 3),
    ("duplicate-id", "- say: Take", "- id: leave\n        say: Take", 12, 13),
    ("unknown-rule", "breaks: thanks", "breaks: [thanks, thank]", 13, 26),
    ("unknown-scene", "start: door", "start: dor", 2, 8),
    ("unknown-pair", "title", "pair: wram\ntitle", 1, 7),
    ("unknown-person", "next: end", "seen: [{by: ann, text: Hm.}]\n        next: end", 11, 21),
    ("unknown-option", "next: end", "next: [{when: {chose: run}, next: end}, {next: end}]", 11, 31),
    ("out-of-place", "    text: Your", "    wait: 3\n    text: Your", 5, 11),
    ("no-ending", "ending: quiet", "choices: []", 4, 3),
    ("branch-order", "next: end", "next: [{next: end}, {next: door}]", 11, 16),
    ("branch-order", "next: end", "next: [{when: {contacts: 3}, next: end}]", 11, 16),
    ("branch-order", "next: end", "next: [{when: {days: 3, broke: thanks}, next: end}, {next: end}]", 11, 30),
    ("needs-quotes", "The key", "The key: mine", 1, 15),
    ("needs-quotes", "The key", "*The* key", 1, 8),
    ("needs-space", "title: The", "title:The", 1, 6),
    ("needs-colon", "title: The", "title The", 1, 6),
    ("needs-hash", "  end:", "  // ask Ben\n  end:", 16, 3),
    ("list-dash", "- say: Leave", "• say: Leave", 7, 7),
    ("misaligned", "- say: Leave", "-  say: Leave", 7, 10),
    ("needs-indent", "    choices", "  and a spare one.\n    choices", 6, 3),
    ("open-quote", "The key", '"The key', 1, 8),
    ("lost-text", "The key", "Key #3", 1, 12),
    ("maybe-lost-text", "The key", "The key # or two", 1, 16),
    ("misaligned", "        follows", "         follows", 9, 10),
    ("misaligned", "      - say: Take", "      say: Take", 12, 7),
    ("syntax", "The key", '"The \\key"', 1, 13),
    ("tab", "    text: Your", "\ttext: Your", 5, 1),
    ("garbled", "The key", "The key for FrÃ¤nzi", 1, 22),
    ("garbled", "The key", "Annâ€™s key", 1, 11),
    ("placeholder", "The key", "TODO", 1, 8),
    ("empty", "ending: quiet", "ending:", 17, 12),
    ("empty", "breaks: thanks", "breaks:", 13, 16),
    ("control-character", "The key", "The \x1b]52;key", 1, 12),
    ("control-character", "The key", '"The \\e]52;key"', 1, 8),
    ("alias", "The key", "&it Key\nwith: *it", 2, 7),
    ("tag", "The key", "!!str\n  The key", 1, 8),
    ("two-versions", "  end:\n", "<<<<<<< HEAD\n  end:\n=======\n  end:\n>>>>>>> theirs\n", 16, 1),
    ("cut-off", SCENARIO, SCENARIO[: SCENARIO.index("\n        next: end")], 10, 1),
    ("pasted", "title", "Here is your story:\n\ntitle", 1, 1),
    ("other-format", SCENARIO, "- Class: meta\n  Course: Tests\n- Class: text\n", 1, 1),
    ("directive", "title", "%YAML 1.1\n---\ntitle", 1, 1),
    ("second-document", "    text: The bread is good.\n", "    text: The bread.\n---\na: b\n", 19, 1),
    ("too-deep", "The key", "[" * 30 + "]" * 30, 1, 31),
    ("more-problems", "title", "".join(f"name-{number}: x\n" for number in range(200)) + "title", 101, 1),
]
ELSEWHERE = {"not-readable", "stray-file", "same-title", "too-large", "encoding"}


@pytest.mark.parametrize(("code", "old", "new", "line", "column"), IN_COURSE)
def test_in_the_course_file(code: str, old: str, new: str, line: int, column: int, tmp_path: Path) -> None:
    found = problems(tmp_path, course=changed(COURSE, old, new))
    expected = Place("course.yaml", line, column)
    assert expected in [problem.place for problem in found if problem.code == code]


@pytest.mark.parametrize(("code", "old", "new", "line", "column"), IN_SCENARIO)
def test_in_a_scenario(code: str, old: str, new: str, line: int, column: int, tmp_path: Path) -> None:
    found = problems(tmp_path, scenario=changed(SCENARIO, old, new))
    assert Place("key.yaml", line, column) in [problem.place for problem in found if problem.code == code]
    assert {problem.place.file for problem in found} == {"key.yaml"}


def test_every_code_is_shown_by_an_example() -> None:
    shown = {row[0] for row in [*IN_COURSE, *IN_SCENARIO]} | ELSEWHERE
    shown -= {code.id for code in CODES.values() if code.checked}
    assert shown == {code.id for code in CODES.values() if not code.checked}


def test_a_list_that_is_too_long_says_how_long_it_may_be(tmp_path: Path) -> None:
    choice = "      - say: Take {}.\n        breaks: thanks\n        because: No.\n        next: end\n"
    more = "".join(map(choice.format, range(6)))
    (found,) = problems(tmp_path, scenario=changed(SCENARIO, "  end:\n", f"{more}  end:\n"))
    assert found.message == "choices: holds more than 6; there must be 2 to 6."


def test_what_to_write_is_said_without_what_it_is_for(tmp_path: Path) -> None:
    found = problems(tmp_path, scenario=changed(SCENARIO, "    text: Your", "    title:\n    text: Your"))
    assert [each.mend for each in found] == ["Write two or three words, or take the line out."]


def test_a_rule_is_followed_or_broken(tmp_path: Path) -> None:
    scenario = changed(SCENARIO, "breaks: thanks", "breaks: thanks\n        follows: thanks")
    (found,) = problems(tmp_path, scenario=scenario)
    assert (found.code, found.place) == ("bad-value", Place("key.yaml", 13, 17))


@pytest.mark.parametrize(("before", "said"), [(10, 1), (9, 0)])
def test_a_way_is_not_too_early_on_every_day(before: int, said: int, tmp_path: Path) -> None:
    early = f"early: {{before: {before}, breaks: thanks, because: She said so.}}"
    ways = "".join(
        f"        - say: {say}\n          follows: thanks\n          because: So.\n{more}"
        for say, more in (("Call.", f"          {early}\n"), ("Write.", ""))
    )
    calendar = f"    calendar:\n      days: 9\n      ways:\n{ways}      next: end\n"
    scenario = SCENARIO[: SCENARIO.index("    choices")] + calendar + SCENARIO[SCENARIO.index("  end:") :]
    found = problems(tmp_path, scenario=scenario)
    assert ["before day 10 is always" in each.message for each in found] == [True] * said


def test_a_sound_course_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_each_problem_says_what_and_how(tmp_path: Path) -> None:
    for _, old, new, _, _ in IN_SCENARIO:
        for problem in problems(tmp_path, scenario=changed(SCENARIO, old, new)):
            assert problem.message.endswith("."), problem
            assert problem.mend.endswith("."), problem
            assert problem.level in Level


def test_all_of_a_file_is_read_past_a_line_that_stops_yaml(tmp_path: Path) -> None:
    scenario = changed(SCENARIO, "        follows", "         follows")  # one space too many
    scenario = changed(scenario, "  end:\n", "   end:\n")
    scenario = changed(scenario, "quiet", "sad")
    assert [problem.code for problem in problems(tmp_path, scenario=scenario)] == [
        "misaligned",
        "misaligned",
        "bad-value",
    ]
