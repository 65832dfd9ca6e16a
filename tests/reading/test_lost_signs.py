"""A sign that was lost is named, and no word of the text goes with it: what stands before a colon, an item without its
dash, what a mail program quotes, a number with a sign behind it, braces without a comma."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_named_alone import WITH_CONTACT, WITH_LIST, WITH_TEXT, mended_again
from tests.reading.test_what_was_meant import WITH_ANN, changed, problems, written

FACT = "          - It is late.\n"
DATED = '          - text: "The door: shut."\n            day: 0\n'
WITH_DATE = changed('          - "The door: shut."\n', DATED, WITH_LIST)
CONTACT = "contact: {to: ann, via: call}"
DAYS = changed(
    "  ann: {name: Ann, role: your cousin}\n",
    "  ann:\n    name: Ann\n    role: your cousin\n    days:\n      - day: 3\n        text: She bakes.\n"
    "      - day: 10\n        text: She eats.\n",
    WITH_ANN,
)


def test_the_texts_are_sound(tmp_path: Path) -> None:
    for text in (WITH_DATE, DAYS):
        assert problems(tmp_path, text) == ()


@pytest.mark.parametrize(
    "fact",
    [
        "Wednesday evening: the hall is dark.",
        "It's Thursday, noon: no keys.",
        "Ann, the first day: if you don't hear, call her, six to seven.",
        'Ann, on the stairs: "Wednesday, say."',
        "Your sister: Friday.",
        "Friday: no keys.",
        "Day 3: no keys.",
    ],
)
def test_no_word_before_a_colon_is_lost_with_the_quotes(fact: str, tmp_path: Path) -> None:
    """Below an item that is a group of fields, where such words might be the name of one."""
    quoted = f"'{fact}'" if '"' in fact else f'"{fact}"'
    text = changed("- It is late.", f"- {quoted}", WITH_DATE)
    assert problems(tmp_path, text) == ()
    spoilt = changed(quoted, fact, text)
    found = mended_again(text, spoilt, tmp_path)
    assert (found.code, found.meant is not None and found.meant.ask) == ("needs-quotes", True)


def test_nor_if_a_day_stands_beside_it(tmp_path: Path) -> None:
    spoilt = changed('text: "The door: shut."', "The red door: shut.", WITH_DATE)
    mended_again(changed("The door: shut.", "The red door: shut.", WITH_DATE), spoilt, tmp_path)


def test_nor_where_a_choice_has_lost_its_say(tmp_path: Path) -> None:
    """In the place of a name they would be lost, so the whole of it is offered as the text."""
    say = "Leave the key, and say: no."
    text = changed("say: Leave the key.", f'say: "{say}"', WITH_ANN)
    (found,) = problems(tmp_path, spoilt := changed(f'say: "{say}"', say, text))
    assert "say: is missing here" in found.message
    assert written(spoilt, [found]) == text


@pytest.mark.parametrize("text", ["The first day: call her.", "What comes next: a key, or none."])
def test_a_name_before_a_sentence_is_no_field_that_was_joined(text: str, tmp_path: Path) -> None:
    """No sentence belongs behind day: or next:."""
    whole = changed("- It is late.", f'- "{text}"', WITH_DATE)
    mended_again(whole, changed(f'"{text}"', text, whole), tmp_path)
    (found,) = problems(tmp_path, changed('shut."\n            day: 0', 'shut." day: 0', WITH_DATE))
    assert "day: is a field" in found.message


@pytest.mark.parametrize("fact", ["It is late.", '"She said: no."'])
def test_an_item_without_its_dash_below_a_group_of_fields(fact: str, tmp_path: Path) -> None:
    """What ends like a sentence is one of the list, rather than a note; but a note looks the same, so it is asked."""
    text = changed("It is late.", fact, WITH_DATE)
    found = mended_again(text, changed(f"- {fact}", fact, text), tmp_path)
    assert found.code == "list-dash"
    assert found.meant is not None
    assert found.meant.ask is (fact[0] != '"')


@pytest.mark.parametrize("sign", ["> ", ">> ", "  > "])
@pytest.mark.parametrize("line", ["      Your cousin has a key.\n", "      She bakes.\n", "      And eats.\n"])
def test_what_a_mail_program_quotes_loses_its_sign(sign: str, line: str, tmp_path: Path) -> None:
    """In the first, a middle and the last line of a text."""
    text = changed("a key.\n", "a key.\n      She bakes.\n      And eats.\n", WITH_TEXT)
    found = mended_again(text, changed(line, sign + line.lstrip(), text), tmp_path)
    assert "mail program" in found.message
    assert "Take the sign away" in found.mend


def test_so_it_does_above_what_is_told_else(tmp_path: Path) -> None:
    block = ">-\n          She bakes\n          and eats."
    told = f"    text:\n      - when: {{been: door}}\n        text: {block}\n        else: No.\n"
    text = changed("    text: The bread is good.\n", told, WITH_ANN)
    assert problems(tmp_path, text) == ()
    mended_again(text, changed("          and eats.", "> and eats.", text), tmp_path)


@pytest.mark.parametrize("day", ["3.", "3,", "3rd", "three", "day 3", "3.0", "+3"])
def test_a_number_with_something_around_it(day: str, tmp_path: Path) -> None:
    """It is not said as well that the days are out of order."""
    mended_again(DAYS, changed("day: 3\n", f"day: {day}\n", DAYS), tmp_path)


@pytest.mark.parametrize("day", ["1O", "l0", "1o"])
def test_letters_that_look_like_digits(day: str, tmp_path: Path) -> None:
    mended_again(DAYS, changed("day: 10\n", f"day: {day}\n", DAYS), tmp_path)


@pytest.mark.parametrize("day", ["soon", "3 or 4", "999.", "Monday"])
def test_what_may_be_any_number_or_none(day: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed("day: 10\n", f"day: {day}\n", DAYS))
    assert found
    assert not any(each.meant for each in found)


@pytest.mark.parametrize(
    ("braces", "said"),
    [
        ("{to: ann via: call}", "no comma before via"),
        ("{to: ann and via: call}", "no comma before via"),
        ("{to: ann. via: call}", "where a comma belongs"),
        ("{to: ann, via call}", "no colon behind via"),
        ("{to ann, via: call}", "no colon behind to"),
        ("{to:ann, via: call}", "space after the colon of to"),
    ],
)
def test_braces_that_lack_a_sign(braces: str, said: str, tmp_path: Path) -> None:
    found = mended_again(WITH_CONTACT, changed(CONTACT, f"contact: {braces}", WITH_CONTACT), tmp_path)
    assert said in found.message


def test_a_condition_that_lacks_its_comma(tmp_path: Path) -> None:
    told = "    text:\n      - when: {been: door, not: {chose: leave}}\n        text: Yes.\n        else: No.\n"
    text = changed("    text: The bread is good.\n", told, WITH_ANN)
    mended_again(text, changed("door, not", "door not", text), tmp_path)


def test_a_field_s_name_in_the_words_of_a_contact_stays_a_word(tmp_path: Path) -> None:
    assert problems(tmp_path, changed(CONTACT, "contact: {to: ann, as: stop to talk}", WITH_CONTACT)) == ()
