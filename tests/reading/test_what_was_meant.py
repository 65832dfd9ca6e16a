"""What authors mean who have never heard of YAML: each slip is named for what it is, alone; `fix` loses nothing.

The slips that can happen in any scenario are tried everywhere by `tests.slips`; here are their forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.reading.courses import read_course
from course.reading.problems.problem import Problem
from tests.plurals import well_counted
from tests.reading.test_codes import COURSE, SCENARIO

RULES = "rules:\n      room: {do: Leave room., dont: Stand in the way., side: pushy}\n      thanks:"
WITH_ANN = SCENARIO.replace("scenes:", "people:\n  ann: {name: Ann, role: your cousin}\nscenes:", 1)
TWO_RULES = COURSE.replace("rules:\n      thanks:", RULES)


def problems(folder: Path, scenario: str = SCENARIO, course: str = TWO_RULES) -> tuple[Problem, ...]:
    """What is wrong with a course of two rules and one scenario."""
    (folder / "course.yaml").write_text(course, encoding="utf-8")
    (folder / "key.yaml").write_text(scenario, encoding="utf-8")
    found = read_course(folder).problems
    assert all(map(well_counted, found))
    return found


def changed(old: str, new: str, text: str = SCENARIO) -> str:
    """The text with its first `old` written otherwise."""
    assert old in text
    return text.replace(old, new, 1)


def written(text: str, found: Sequence[Problem]) -> str:
    """The text with what the problems offer."""
    data = mended(text.encode(), (edit for each in found if each.meant for edit in each.meant.edits))
    assert data is not None
    return data.decode()


JOINED = {
    "a title and a summary": ("title: The key\n", "title: The key summary: Whose?\n", ["summary:"]),
    "a text and the day": ("has a key.\n", "has a key. day: 0\n", ["day:"]),
    "a text and the choices": ("has a key.\n    choices:", "has a key. choices:", ["choices:"]),
    "a text in quotes": ("Your cousin has a key.\n", '"Your cousin has a key." day: 0\n', ["day:"]),
    "what is needed": ("opened it.\n        next:", "opened it. next:", ["next:"]),
    "a misspelt scene": ("opened it.\n        next: end", "opened it. next: edn", ["next:"]),
    "the next choice": ("next: end\n      - say: Take", "next: end - say: Take", ["- say:"]),
    "an id and its field": ("door:\n    text:", "door: text:", ["text:"]),
    "an id and the next one": ("scenes:\n  door:", "scenes: door:", ["door:"]),
    "a list and a field": ("follows: thanks\n        because", "follows: [thanks, room] because", ["because:"]),
    "a word and the day": ("has a key.\n", "has a keyday: 0\n", ["day:"]),
    "a title and a summary, without a space": ("title: The key\n", "title: The keysummary: Whose?\n", ["summary:"]),
    "what is needed, without a space": ("opened it.\n        next:", "opened it.next:", ["next:"]),
    "the next choice, without a space": ("next: end\n      - say: Take", "next: end- say: Take", ["- say:"]),
    "the next choice and its id": (
        "next: end\n      - say: Take the key.\n",
        "next: end- id: take\n        say: Take the key.\n",
        ["- id:"],
    ),
    "a text above and the choices": (
        "text: Your cousin has a key.\n    choices:",
        "text: |\n      Your cousin has a key.    choices:",
        ["choices:"],
    ),
    "the end of a text above and the choices": (
        "text: Your cousin has a key.\n    choices:",
        "text: |\n      Your cousin has a key.choices:",
        ["choices:"],
    ),
    "a title and a text below it": (
        "text: Your cousin has a key.",
        "title: A doortext: |\n      Your cousin has a key.",
        ["text:"],
    ),
    "a whole choice": (
        "Take the key.\n        breaks: thanks\n        because: It is not yours.\n        next: end",
        "Take the key. breaks: thanks because: It is not yours. next: end",
        ["breaks:", "because:", "next:"],
    ),
}


@pytest.mark.parametrize(("old", "new", "fields"), JOINED.values(), ids=JOINED)
def test_a_field_in_the_middle_of_a_line_is_named(old: str, new: str, fields: list[str], tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(old, new))
    assert (found.code, found.meant) == ("joined-lines", None)
    assert all(each in found.message for each in fields)
    assert "line" in found.mend


def test_two_lines_that_were_joined_are_both_named(tmp_path: Path) -> None:
    text = changed("opened it.\n        next", "opened it. next", changed("key.\n        breaks", "key. breaks"))
    assert [(each.code, each.place.line) for each in problems(tmp_path, text)] == [
        ("joined-lines", 10),
        ("joined-lines", 12 - 1),  # a line is gone
    ]


@pytest.mark.parametrize("text", ["She said to me next: nothing.", "It was the text: nothing came."])
def test_a_word_that_is_no_field_there_is_a_part_of_the_text(text: str, tmp_path: Path) -> None:
    spoilt = changed("Nobody opened it.", text)
    (found,) = problems(tmp_path, spoilt)
    assert found.code == "needs-quotes"
    assert written(spoilt, [found]) == changed("Nobody opened it.", f'"{text}"')


FOLLOWS = "follows: thanks"
BOTH = "follows: [thanks, room]"
BRANCHES = "next:\n          - when: {broke: thanks}\n            next: end\n          - next: end"
MEANT = {
    "a bracket not closed": (FOLLOWS, "follows: [thanks, room", BOTH),
    "a brace not closed": ("next: end", BRANCHES.replace("}", ""), BRANCHES),
    "no braces": ("next: end", BRANCHES.replace("{", "").replace("}", ""), BRANCHES),
    "round brackets": ("next: end", BRANCHES.replace("{", "(").replace("}", ")"), BRANCHES),
    "a colon behind an id": ("next: end", "next: end:", "next: end"),
    "a sign before an id": ("next: end", "next: @end", "next: end"),
    "a dash before an id": ("next: end", "next: - end", "next: end"),
    "ids with a comma": (FOLLOWS, "follows: thanks, room", BOTH),
    "ids with and": (FOLLOWS, "follows: thanks and room", BOTH),
    "ids with a space": (FOLLOWS, "follows: thanks room", BOTH),
    "ids with a semicolon": (FOLLOWS, "follows: thanks; room", BOTH),
    "ids in quotes": (FOLLOWS, 'follows: "thanks", "room"', 'follows: ["thanks", "room"]'),
    "ids in braces": (FOLLOWS, "follows: {thanks, room}", BOTH),
    "ids without a comma": (FOLLOWS, "follows: [thanks room]", BOTH),
    "ids one below the other": (
        FOLLOWS,
        "follows:\n          thanks\n          room",
        "follows:\n          - thanks\n          - room",
    ),
    "rules of a branch": (
        "next: end",
        BRANCHES.replace("broke: thanks", "broke: thanks and room"),
        BRANCHES.replace("broke: thanks", "broke: [thanks, room]"),
    ),
    "no for off": ("start: door", "scored: no\nstart: door", "scored: off\nstart: door"),
    "a character of no width": ("next: end", "next: e\u200bnd", "next: end"),
    "a special space": ("next: end", "next: end\u00a0", "next: end"),
    "one in a place on the line": ("ending: quiet", "ending: quiet\u200b", "ending: quiet"),
    "one in a name": ("because", "be\u200bcause", "because"),
    "one in the id of a scene": ("  end:", "  e\u200bnd:", "  end:"),
    "a letter for a dash": ("- say: Take", "b) say: Take", "- say: Take"),
    "a line of a mail": (
        "text: The bread is good.",
        "text: |\n> The bread\n> is good.",
        "text: |\n      The bread\n      is good.",
    ),
    "a line of a chat": (
        "text: The bread is good.",
        "text: |\n[10:42] Paul: The bread is good.",
        "text: |\n      [10:42] Paul: The bread is good.",
    ),
    "a text with a colon at the margin": (
        "text: The bread is good.",
        "text: |\nAt noon Paul comes in and says: it is good.",
        "text: |\n      At noon Paul comes in and says: it is good.",
    ),
    "a text at the margin, without its sign": (
        "text: The bread is good.",
        "text:\nAt noon Paul comes in and says: it is good.\nThe bread is.",
        "text: |\n      At noon Paul comes in and says: it is good.\n      The bread is.",
    ),
}


@pytest.mark.parametrize(("old", "slip", "meant"), MEANT.values(), ids=MEANT)
def test_it_is_said_once_and_offered(old: str, slip: str, meant: str, tmp_path: Path) -> None:
    spoilt = changed(old, slip)
    (found,) = [each for each in problems(tmp_path, spoilt) if each.level.value == "error"]
    assert written(spoilt, [found]) == changed(old, meant)
    assert "quotes" not in found.message + found.mend
    assert not [each for each in problems(tmp_path, changed(old, meant)) if each.level.value == "error"]


@pytest.mark.parametrize("line", ["\u00a0", "\t", "  \u200b", "\u2003 "])
def test_a_line_that_looks_empty_is_empty(line: str, tmp_path: Path) -> None:
    block = changed(
        "text: The bread", f"text: |\n      One.\n{line}\n      The bread", changed("\n  end", f"\n{line}\n  end")
    )
    assert problems(tmp_path, block) == ()


@pytest.mark.parametrize("width", [4, 8])
def test_tabs_among_spaces_are_as_wide_as_all_fits(width: int, tmp_path: Path) -> None:
    spoilt = SCENARIO.replace(" " * width, "\t")
    assert "\t  " in spoilt or "\t-" in spoilt or "\tsay" in spoilt or "\tid" in spoilt
    (found,) = problems(tmp_path, spoilt)
    assert (found.code, written(spoilt, [found])) == ("tab", SCENARIO)


def test_a_dash_before_each_field_is_said_once(tmp_path: Path) -> None:
    spoilt = SCENARIO.replace("\n        ", "\n      - ")
    (found,) = problems(tmp_path, spoilt)
    assert (found.code, written(spoilt, [found])) == ("misaligned", SCENARIO)


@pytest.mark.parametrize("group", ["contact: {to: ann, via: email}", "seen:\n          - {by: ann, text: Hm.}"])
def test_fields_in_braces_that_are_not_closed_stay_fields(group: str, tmp_path: Path) -> None:
    meant = changed("next: end", f"{group}\n        next: end", WITH_ANN)
    spoilt = meant.replace(group, group[:-1])
    (found,) = problems(tmp_path, spoilt)
    assert (found.code, written(spoilt, [found])) == ("open-quote", meant)
    assert problems(tmp_path, meant) == ()


PASSAGES = """text:
      - when: {broke: thanks}
        text: She is in.
        else: She has been out since eight.
        paragraph: on"""


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        *(("text: The bread is good.", PASSAGES, name) for name in ("when", "text", "else", "paragraph")),
        ("because: Nobody", "know: It is shut.\n        because: Nobody", "know"),
        ("because: Nobody", "because: Nobody knew.\n        know: It is shut.\n        happens: Nobody", "know"),
        ("because: Nobody", "because: Nobody knew.\n        happens: Nobody", "happens"),
        ("text: Your cousin has a key.", "text: Your cousin has a key.\n    twin: end", "twin"),
    ],
)
def test_a_name_without_its_colon_is_no_part_of_the_text_above(old: str, new: str, name: str, tmp_path: Path) -> None:
    line = next(each for each in new.split("\n") if each.lstrip(" -").startswith(f"{name}: "))
    spoilt = changed(old, new.replace(line, line.replace(":", "", 1)))
    found = problems(tmp_path, spoilt)[0]
    assert found.code == "needs-colon"
    assert f"no colon after {name}" in found.message
    assert written(spoilt, [found]) == changed(old, new)


def test_nor_is_one_whose_value_is_wrong_as_well(tmp_path: Path) -> None:
    passages = PASSAGES.replace("paragraph: on", "paragraph yes")
    found = problems(tmp_path, changed("text: The bread is good.", passages))
    assert {each.code for each in found} == {"needs-colon", "bad-value"}


@pytest.mark.parametrize("sign", "•–")
def test_passages_with_other_dashes_are_passages(sign: str, tmp_path: Path) -> None:
    passages = (
        "text:\n      - It is noon.\n      - when: {broke: thanks}\n        text: She is in.\n      - All is well."
    )
    meant = changed("text: The bread is good.", passages)
    spoilt = meant.replace(passages, passages.replace("- ", f"{sign} "))
    found = problems(tmp_path, spoilt)
    assert ({each.code for each in found}, written(spoilt, found)) == ({"list-dash"}, meant)


@pytest.mark.parametrize("option", ["dor/leave", "door/leav", "dor/leav"])
def test_an_option_of_a_scene_is_one_id(option: str, tmp_path: Path) -> None:
    branches = changed("broke: thanks", "chose: door/leave", BRANCHES)
    spoilt = changed("next: end", branches.replace("door/leave", option))
    (found,) = problems(tmp_path, spoilt)
    assert (found.code, written(spoilt, [found])) == ("unknown-option", changed("next: end", branches))


@pytest.mark.parametrize("name", ["happens", "know"])
@pytest.mark.parametrize(
    ("text", "code"), [("She laughs: since May.", "needs-quotes"), ("She has. #She goes on.", "lost-text")]
)
def test_where_passages_may_stand_a_text_is_kept_whole(name: str, text: str, code: str, tmp_path: Path) -> None:
    spoilt = changed("because: Nobody", f"{name}: {text}\n        because: Nobody")
    found = problems(tmp_path, spoilt)[0]
    assert (found.code, written(spoilt, [found])) == (code, spoilt.replace(text, f'"{text}"'))


def test_where_there_is_room_for_one_nothing_is_lost(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed("next: end", "next: end or door"))
    assert found.meant is None
    assert "end and door" in found.message
    assert "branches" in found.mend


def test_a_comment_glued_to_an_id_is_a_comment(tmp_path: Path) -> None:
    assert problems(tmp_path, changed("next: end", "next: end #goes on")) == ()


def test_a_name_twice_may_be_two_things(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, f"{SCENARIO}  end:\n    ending: quiet\n    text: Another one.\n")
    assert found.code == "duplicate-key"
    assert "id of its own" in found.mend


def test_a_second_story_in_a_file_is_not_deleted(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, SCENARIO + changed("The key", "The door"))
    assert (found.code, found.place.line) == ("two-versions", SCENARIO.count("\n") + 1)
    assert "a file of its own" in found.mend
    assert "Keep one" in problems(tmp_path, SCENARIO * 2)[0].mend


def test_a_scene_at_the_margin_is_moved_back(tmp_path: Path) -> None:
    begin = SCENARIO.index("  end:")
    (found,) = problems(tmp_path, SCENARIO[:begin] + SCENARIO[begin:].replace("\n  ", "\n")[2:])
    assert found.message.startswith("Lines 16 to 18 stand 2 columns too far to the left")
    assert found.mend == "Put 2 spaces before each of them."


@pytest.mark.parametrize(
    ("word", "meant"), [("no", "off"), ("none", "off"), ("false", "off"), ("warning", "warn"), ("hint", "info")]
)
def test_a_level_in_other_words(word: str, meant: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, course=f"{TWO_RULES}checks:\n  hard-to-read: {word}\n")
    assert found.meant
    assert (found.meant.word, found.meant.ask) == (meant, True)


def test_an_id_that_is_none_is_not_blamed_on_those_who_refer_to_it(tmp_path: Path) -> None:
    found = problems(tmp_path, course=TWO_RULES.replace("thanks:", "Thanks:"))
    assert [(each.code, each.place.file) for each in found] == [("bad-id", "course.yaml")]


@pytest.mark.parametrize(
    "data", [bytes(range(1, 256)), bytes(range(255, 0, -1)) * 12, b"RIFF\x1c\x00\x00\x00WEBPVP8 \x81\x02"]
)
def test_a_file_that_holds_no_text_is_told_so(data: bytes, tmp_path: Path) -> None:
    problems(tmp_path)
    (tmp_path / "key.yaml").write_bytes(data)
    (found,) = read_course(tmp_path).problems
    assert (found.code, found.meant) == ("other-format", None)
    assert "no text" in found.message


PARAGRAPHS = "text: |\n      Your cousin has a key: the old one.\n{}      It is late."


@pytest.mark.parametrize("between", ["", "\n"], ids=["one paragraph", "two"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_that_begins_beside_its_sign_goes_below_it(between: str, end: str, tmp_path: Path) -> None:
    meant = changed("text: Your cousin has a key.", PARAGRAPHS.format(between)).replace("\n", end)
    spoilt = meant.replace(f"|{end}      ", "| ", 1)
    found = problems(tmp_path, spoilt)
    assert [each.code for each in found] == ["needs-quotes"]
    assert found[0].meant
    assert found[0].meant.ask
    assert written(spoilt, found) == meant


def test_with_a_note_in_it_it_stays(tmp_path: Path) -> None:
    text = changed("text: Your cousin has a key.", "text: | Your cousin has a key.\n      It is late.  # ask Ben")
    assert [each.meant for each in problems(tmp_path, text)] == [None]
