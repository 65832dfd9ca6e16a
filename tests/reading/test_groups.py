"""Fields in braces and ids in brackets that are nearly right: the bracket is named, alone; what is advised mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_what_was_meant import BRANCHES, WITH_ANN, changed, problems, written

CONTACT = "contact: {to: ann, via: call}"
ANSWER = changed("next: end", f"{CONTACT}\n        next: end", WITH_ANN)
IDS = "follows: [thanks, room]"


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("(to: ann, via: call)", "Here is a (, where { belongs"),
        ("[to: ann, via: call]", "Here is a [, where { belongs"),
        ("{to: ann, via: call}.", "There is a . behind the bracket"),
        ("{to: ann, via: call},", "There is a , behind the bracket"),
        ("{to: ann, via: call}}", "There is a } too many"),
        ("{{to: ann, via: call}", "There is a { too many"),
        ("{to: ann, via: call]", "Here is a ], where } belongs"),
        ("{to: ann, via: call", "The { that opens here is never closed"),
        ("{to:ann, via:call}", "a space after the colon of to"),
        ("{to: ann, via:call}", "a space after the colon of via"),
        ("{to=ann, via=call}", "Here is = behind to"),
        ("{to: ann; via: call}", "Here is a ;, where a comma belongs"),
        ("(to:ann, via: call).", "Here is a (, where { belongs"),
    ],
)
@pytest.mark.parametrize("note", ["", "  # my note", " # my note"])
def test_a_contact_nearly_in_braces(spoilt: str, said: str, note: str, tmp_path: Path) -> None:
    text = changed(CONTACT, f"contact: {spoilt}{note}", ANSWER)
    (found,) = problems(tmp_path, text)
    assert found.message.startswith(said) or said in found.message
    assert found.mend.endswith(f": {CONTACT}.")
    assert found.meant
    assert not found.meant.ask
    assert written(text, [found]) == changed(CONTACT, f"{CONTACT}{note}", ANSWER)


@pytest.mark.parametrize(
    "spoilt", ["[thanks, room]]", "[thanks, room", "[thanks, room}", "[thanks, room],", "[[thanks, room]"]
)
def test_a_list_of_ids_nearly_in_brackets(spoilt: str, tmp_path: Path) -> None:
    text = changed("follows: thanks", f"follows: {spoilt}")
    (found,) = problems(tmp_path, text)
    assert found.mend.endswith(f": {IDS}.")
    assert written(text, [found]) == changed("follows: thanks", IDS)


@pytest.mark.parametrize("spoilt", ["(thanks, room)", "thanks, room]"])
def test_ids_with_no_bracket_that_opens(spoilt: str, tmp_path: Path) -> None:
    text = changed("follows: thanks", f"follows: {spoilt}")
    (found,) = problems(tmp_path, text)
    assert found.mend == f"Write {IDS}."
    assert written(text, [found]) == changed("follows: thanks", IDS)


@pytest.mark.parametrize(
    "spoilt",
    [
        "{broke: thanks}}",
        "{broke: thanks}.",
        "{{broke: thanks}",
        "{broke: thanks]",
        "{broke: thanks]}",
        "{broke:thanks}",
    ],
)
def test_a_condition_nearly_in_braces(spoilt: str, tmp_path: Path) -> None:
    text = changed("next: end", BRANCHES.replace("{broke: thanks}", spoilt))
    (found,) = problems(tmp_path, text)
    assert written(text, [found]) == changed("next: end", BRANCHES)


def test_a_lost_bracket_inside_braces(tmp_path: Path) -> None:
    text = changed("next: end", BRANCHES.replace("thanks}", "[thanks, room}"))
    (found,) = problems(tmp_path, text)
    assert found.message == "The [ that opens here is never closed."
    assert "{broke: [thanks, room]}" in written(text, [found])


@pytest.mark.parametrize(("inset", "mend"), [(8, "Delete this line."), (6, "Delete this line."), (12, "Take it away")])
@pytest.mark.parametrize("sign", ["}", "]", "},"])
def test_a_bracket_alone_on_a_line(inset: int, mend: str, sign: str, tmp_path: Path) -> None:
    text = changed(CONTACT, f"{CONTACT}\n{' ' * inset}{sign}", ANSWER)
    (found,) = problems(tmp_path, text)
    assert found.mend.startswith(mend)
    assert found.place.line == text[: text.index(f"\n{' ' * inset}{sign}\n") + 1].count("\n") + 1
    assert found.meant
    assert found.meant.ask
    assert found.meant.edits[0].new == ""


def test_a_text_for_the_log_may_begin_with_a_bracket(tmp_path: Path) -> None:
    text = changed(CONTACT, "contact: (again) a call to Ann", ANSWER)
    assert problems(tmp_path, text) == ()


def test_where_nobody_can_tell_what_belongs_together_nothing_is_offered(tmp_path: Path) -> None:
    text = changed(CONTACT, "contact: (to: ann, as: a call, and a note)", ANSWER)
    (found,) = problems(tmp_path, text)
    assert found.meant is None
    assert found.mend == "Put { and } around it."
