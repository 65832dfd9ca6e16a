"""A bracket or a sign too many in a condition: what is said first is where it stands, and without it all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_named_alone import mended_again
from tests.reading.test_what_was_meant import WITH_ANN, changed, problems

_CONTACTS = "{contacts: 2, days: 7, to: ann}"
_ANY = "{any: [{chose: leave}, {broke: thanks}], not: {followed: thanks}}"


def told(condition: str) -> str:
    """The scenario with a passage that depends on that."""
    passages = f"    text:\n      - when: {condition}\n        text: Yes.\n      - No.\n"
    text = changed("    text: The bread is good.\n", passages, WITH_ANN)
    return changed("        because: It", "        contact: {to: ann, via: call}\n        because: It", text)


def test_the_texts_are_sound(tmp_path: Path) -> None:
    for condition in (_CONTACTS, _ANY):
        assert problems(tmp_path, told(condition)) == ()


@pytest.mark.parametrize(
    ("old", "sign", "new"),
    [
        ("thanks}], not", "}", "thanks}]}, not"),
        ("thanks}], not", "]", "thanks}]], not"),
        ("leave}, {", "}", "leave}}, {"),
        ("leave}, {", "]", "leave}], {"),
    ],
)
def test_a_bracket_too_many_is_said_where_it_stands(old: str, sign: str, new: str, tmp_path: Path) -> None:
    """The last bracket of the line closes what it should: without that one, the condition would end too early."""
    spoilt = changed(old, new, told(_ANY))
    found = mended_again(told(_ANY), spoilt, tmp_path)
    assert found.message.startswith(f"There is a {sign} too many here")
    line = spoilt.split("\n")[found.place.line - 1]
    at = found.place.column - 1
    assert (line[:at] + line[at + 1 :]) in told(_ANY).split("\n")
    assert found.meant is not None
    assert found.meant.ask


def test_nor_is_anything_else_lost_with_it(tmp_path: Path) -> None:
    mended_again(told(_CONTACTS), changed("7, to", "7}, to", told(_CONTACTS)), tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("contacts: 2", "contacts: >=2"),
        ("contacts: 2", "contacts: >= 2"),
        ("contacts: 2", "contacts: ≥2"),
        ("contacts: 2", "contacts: at least 2"),
        ("contacts: 2", "contacts: 2+"),
        ("days: 7", "days: <=7"),
        ("days: 7", "days: at most 7"),
    ],
)
def test_a_number_wants_no_sign_for_what_it_means_anyway(old: str, new: str, tmp_path: Path) -> None:
    found = mended_again(told(_CONTACTS), changed(old, new, told(_CONTACTS)), tmp_path)
    assert "number" in found.message
    assert "quotes" not in found.mend
    alone = told("\n          contacts: 2\n          days: 7\n          to: ann").replace("when: \n", "when:\n")
    mended_again(alone, changed(old, new, alone), tmp_path)


@pytest.mark.parametrize("new", ["contacts: <2", "contacts: >2", "days: >=7"])
def test_a_sign_that_means_something_else_is_not_taken_away(new: str, tmp_path: Path) -> None:
    spoilt = changed(f"{new.split(':')[0]}: {new[-1]}", new, told(_CONTACTS))
    found = problems(tmp_path, spoilt)
    assert found
    assert not any(each.meant and "wants a number alone" in each.message for each in found)


def test_a_space_in_the_id_of_an_option_is_taken_out(tmp_path: Path) -> None:
    whole = told("{chose: door/leave}")
    found = mended_again(whole, changed("door/leave", "door / leave", whole), tmp_path)
    assert "There is a space in this id" in found.message


@pytest.mark.parametrize(("name", "slip"), [("broke", "breaks"), ("followed", "follows")])
def test_what_a_choice_does_is_not_what_was_done(name: str, slip: str, tmp_path: Path) -> None:
    whole = told(f"{{{name}: thanks}}")
    found = mended_again(whole, changed(f"when: {{{name}", f"when: {{{slip}", whole), tmp_path)
    assert "has no field called" in found.message
    assert found.meant is not None
    assert found.meant.text == name
