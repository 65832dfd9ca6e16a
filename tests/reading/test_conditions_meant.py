"""Conditions of authors who have not read how they are written: each slip is said once, and its mend mends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_what_was_meant import WITH_ANN, changed, problems, written

WAY = "        next: end\n"
TWO = """\
        next:
          - when: {chose: take}
            next: end
          - when: {any: [{broke: room}, {broke: thanks}], not: {followed: room}}
            next: end
          - next: end
"""
WHOLE = changed("      - say: Take", "      - id: take\n        say: Take", changed(WAY, TWO, WITH_ANN))
"""Its choices are door/leave and door/take."""
ANY = "any: [{broke: room}, {broke: thanks}]"
CHOSE = "{chose: take}"


def test_it_is_well_written(tmp_path: Path) -> None:
    assert problems(tmp_path, WHOLE) == ()


@pytest.mark.parametrize("spoilt", ["any: [broke: room, broke: thanks]", "any: [{broke: room}, broke: thanks]"])
def test_in_a_list_of_conditions_one_field_needs_no_braces(spoilt: str, tmp_path: Path) -> None:
    """It says what it should as it stands; `fix` made one group of both."""
    assert problems(tmp_path, changed(ANY, spoilt, WHOLE)) == ()


@pytest.mark.parametrize(
    "spoilt",
    [
        "any: {broke: room, broke: thanks}",
        "any: {{broke: room}, {broke: thanks}}",
        "any: {broke: room}, {broke: thanks}",
        "any: broke: room, broke: thanks",
        "any: broke: room or broke: thanks",
        "any: ({broke: room}, {broke: thanks})",
        "any: [(broke: room), (broke: thanks)]",
        "any: [[broke: room], [broke: thanks]]",
        "any: [{broke: room, broke: thanks}]",
        "any: {broke: [room, thanks]}",
    ],
)
def test_other_brackets_around_several_conditions(spoilt: str, tmp_path: Path) -> None:
    text = changed(ANY, spoilt, WHOLE)
    (found,) = problems(tmp_path, text)
    assert found.meant
    assert found.meant.ask
    assert written(text, [found]) == WHOLE


def test_under_any_on_its_own_line_too(tmp_path: Path) -> None:
    line = f"- when: {{{ANY}, not: {{followed: room}}}}"
    whole = changed(line, f"- when:\n              {ANY}", WHOLE)
    text = changed(ANY, "any: {broke: room, broke: thanks}", whole)
    (found,) = problems(tmp_path, text)
    assert written(text, [found]) == whole


def test_a_list_that_is_not_closed_ends_before_the_next_field(tmp_path: Path) -> None:
    text = changed("{broke: thanks}]", "{broke: thanks}", WHOLE)
    (found,) = problems(tmp_path, text)
    assert found.meant
    assert found.meant.ask
    assert written(text, [found]) == WHOLE


def test_one_condition_needs_no_list(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(ANY, "any: {broke: room}", WHOLE))
    assert "write it without any:" in found.mend


@pytest.mark.parametrize("spoilt", ["{chose: take or leave}", "{chose: [take or leave]}"])
def test_or_is_no_list(spoilt: str, tmp_path: Path) -> None:
    """Which would ask for both."""
    text = changed(CHOSE, spoilt, WHOLE)
    (found,) = problems(tmp_path, text)
    assert found.meant
    assert found.meant.ask
    assert written(text, [found]) == changed(CHOSE, "{any: [{chose: take}, {chose: leave}]}", WHOLE)


def test_or_between_rules_is_none_either(tmp_path: Path) -> None:
    text = changed(CHOSE, "{not: {broke: room or thanks}}", WHOLE)
    (found,) = problems(tmp_path, text)
    mended = changed(CHOSE, "{not: {any: [{broke: room}, {broke: thanks}]}}", WHOLE)
    assert written(text, [found]) == mended
    assert problems(tmp_path, mended) == ()


@pytest.mark.parametrize("scene", ["end", "dor", "kitchen"])
def test_a_scene_and_an_option_are_one_id(scene: str, tmp_path: Path) -> None:
    whole = changed(CHOSE, "{chose: door/take}", WHOLE)
    text = changed("door/take", f"{scene}/take", whole)
    (found,) = problems(tmp_path, text)
    assert scene in found.message
    assert "names 2" not in found.message
    assert written(text, [found]) == whole


def test_the_options_of_the_scene_are_named(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(CHOSE, "{chose: door/knock}", WHOLE))
    assert found.message == "The scene door has no option called knock."
    assert found.mend == "Its options are leave and take."


@pytest.mark.parametrize("way", [CHOSE, "{chose: door/take}", "{chose: [take, leave]}"])
def test_an_option_that_lost_its_id_is_named(way: str, tmp_path: Path) -> None:
    text = changed("- id: take\n        say", "- say", changed(CHOSE, way, WHOLE))
    (found,) = problems(tmp_path, text)
    assert found.message.startswith("This option has no id; and ")
    assert text.split("\n")[found.place.line - 1].strip() == "- say: Take the key."
    assert "- id: take above it, the dash in column 7" in found.mend
    assert found.meant is None


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("{been: take}", CHOSE),
        ("{broke: take}", CHOSE),
        ("{followed: take}", CHOSE),
        ("{chose: end}", "{been: end}"),
        ("{broke: end}", "{been: end}"),
    ],
)
def test_an_id_of_another_sort_is_asked_for_otherwise(spoilt: str, right: str, tmp_path: Path) -> None:
    text = changed(CHOSE, spoilt, WHOLE)
    (found,) = problems(tmp_path, text)
    assert found.mend == f"Write {right[1:-1]}."
    assert written(text, [found]) == changed(CHOSE, right, WHOLE)


@pytest.mark.parametrize("spoilt", ["{chose: room}", "{been: room}"])
def test_whether_a_rule_was_broken_or_followed_nobody_can_tell(spoilt: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(CHOSE, spoilt, WHOLE))
    assert found.mend == "Write broke: room or followed: room."
    assert found.meant is None


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("{not: chose: take}", "{not: {chose: take}}"),
        ("{not: contacts: 1, to: ann}", "{not: {contacts: 1, to: ann}}"),
        ("{broke: room, not: chose: take}", "{broke: room, not: {chose: take}}"),
    ],
)
def test_not_wants_braces_of_its_own(spoilt: str, right: str, tmp_path: Path) -> None:
    text = changed(CHOSE, spoilt, WHOLE)
    (found,) = problems(tmp_path, text)
    mended = changed(CHOSE, right, WHOLE)
    assert written(text, [found]) == mended
    assert problems(tmp_path, mended) == ()


def test_how_far_not_goes_is_asked(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(CHOSE, "{not: chose: take, broke: room}", WHOLE))
    assert found.meant
    assert found.meant.ask


@pytest.mark.parametrize(
    "spoilt", ["{chose: take, chose: leave}", "\n              chose: take\n              chose: leave"]
)
def test_two_of_one_field_are_a_list_or_any(spoilt: str, tmp_path: Path) -> None:
    """A dash, which begins an item elsewhere, would be no help."""
    (found,) = problems(tmp_path, changed(f" {CHOSE}", f" {spoilt}".replace(" \n", "\n"), WHOLE))
    either = "any: [{chose: take}, {chose: leave}]"
    assert found.mend == f"If both have to be so, write chose: [take, leave]; if one of them is enough, write {either}."


def test_an_id_beside_another_wants_brackets(tmp_path: Path) -> None:
    text = changed(CHOSE, "{chose: take, leave}", WHOLE)
    (found,) = problems(tmp_path, text)
    assert "any: [{chose: take}, {chose: leave}]" in found.mend
    assert written(text, [found]) == changed(CHOSE, "{chose: [take, leave]}", WHOLE)


@pytest.mark.parametrize(
    ("ids", "mend"),
    [
        ("[room, thanks]", "any: [{broke: room}, {broke: thanks}]"),
        ("[take, leave]", "any: [{chose: take}, {chose: leave}]"),
    ],
)
def test_ids_alone_are_no_conditions(ids: str, mend: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(ANY, f"any: {ids}", WHOLE))
    assert mend in found.mend


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("{contacts: 0}", "{not: {contacts: 1}}"),
        ("{contacts: 0, to: ann}", "{not: {contacts: 1, to: ann}}"),
        ("{to: ann, contacts: 0, broke: room}", "{not: {to: ann, contacts: 1}, broke: room}"),
    ],
)
def test_none_so_far_is_not_one(spoilt: str, right: str, tmp_path: Path) -> None:
    text = changed(CHOSE, spoilt, WHOLE)
    (found,) = problems(tmp_path, text)
    mended = changed(CHOSE, right, WHOLE)
    assert written(text, [found]) == mended
    assert problems(tmp_path, mended) == ()


@pytest.mark.parametrize("twice", ["        else: Hm, well.\n", "        else: |\n          Hm.\n          Well.\n"])
def test_an_else_that_stands_there_twice_goes_once(twice: str, tmp_path: Path) -> None:
    """Put behind a dash, it would be told on every path."""
    told = f"text:\n      - When you come.\n      - when: {{broke: thanks}}\n        text: Hm.\n{twice}"
    whole = changed("text: Your cousin has a key.\n", told)
    assert problems(tmp_path, whole) == ()
    (found,) = problems(tmp_path, changed(twice, twice * 2, whole))
    assert found.code == "duplicate-key"
    assert found.mend == ("The two lines say the same: delete this one." if found.meant else "Keep one of the two.")
