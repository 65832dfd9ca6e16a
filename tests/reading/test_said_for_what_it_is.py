"""Slips that look like something else to YAML: each is said for what it is, alone, and what is advised mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_codes import SCENARIO as KEY
from tests.reading.test_what_was_meant import TWO_RULES, WITH_ANN, changed, problems, written

HAPPENS = "because: Nobody opened it."


@pytest.mark.parametrize("word", ["says", "text", "next"])
def test_a_text_that_ends_in_a_colon_is_a_text(word: str, tmp_path: Path) -> None:
    text = changed(HAPPENS, f"because: She laughs, then {word}:")
    (found,) = problems(tmp_path, text)
    assert found.code == "needs-quotes"
    assert written(text, [found]) == changed(HAPPENS, f'because: "She laughs, then {word}:"')


@pytest.mark.parametrize(("inset", "many"), [(10, 1), (8, 2)])
def test_what_she_says_may_stand_below_it(inset: int, many: int, tmp_path: Path) -> None:
    text = changed(HAPPENS, f"because: She laughs and says:\n{' ' * inset}See you then.")
    found = problems(tmp_path, text)
    assert len(found) == many
    assert not any("is a field" in each.message for each in found)
    text = written(text, found)
    assert written(text, problems(tmp_path, text)) == changed(
        HAPPENS, 'because: "She laughs and says:\n          See you then."'
    )


@pytest.mark.parametrize("path", [r"C:\Users\ann", r"C:\xray", r"C:\users", r"C:\docs", r"\U", r"50\% off"])
def test_a_backslash_that_is_no_escape_wants_single_quotes(path: str, tmp_path: Path) -> None:
    text = changed(HAPPENS, f'because: "She\'s in {path}"')
    (found,) = problems(tmp_path, text)
    assert "escape" in found.message
    assert f"\\{path[path.index(chr(92)) + 1]}" in found.message
    assert "single quotes" in found.mend
    mended = changed(HAPPENS, f"because: 'She''s in {path}'")
    assert written(text, [found]) == mended
    assert problems(tmp_path, mended) == ()


@pytest.mark.parametrize("text", [r"A \u2026 \"no\" \\ \x41", r"A \U0001F600"])
def test_a_good_escape_stays(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed(HAPPENS, f'because: "{text}"')) == ()


@pytest.mark.parametrize("escape", [r"\n", r"\ ", r"\u00e9", r"\U0001F600", r"\\"])
def test_where_an_escape_may_be_meant_besides_it_is_asked(escape: str, tmp_path: Path) -> None:
    """In single quotes learners would see it as it stands."""
    (found,) = problems(tmp_path, changed(HAPPENS, rf'because: "One{escape}two \d"'))
    assert found.meant is None or found.meant.ask


def test_an_ending_in_an_option_is_taken_out(tmp_path: Path) -> None:
    text = changed("        next: end", "        next: end\n        ending: quiet")
    (found,) = problems(tmp_path, text)
    assert found.mend.startswith("Take this line out")
    (found,) = problems(tmp_path, changed("        next: end", "        ending: quiet"))
    assert found.mend.startswith("In its place, write next:")


def test_a_scene_ends_or_goes_on(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed("ending: quiet", "ending: quiet\n    next: door"))
    assert found.mend.startswith("Keep one of the two")


@pytest.mark.parametrize("first", [0, 4, 9])
@pytest.mark.parametrize("many", [1, 3])
def test_a_plus_of_a_comparison_is_named(first: int, many: int, tmp_path: Path) -> None:
    lines = KEY.split("\n")
    spoilt = "\n".join("+" * (first <= at < first + many) + line for at, line in enumerate(lines))
    (found,) = problems(tmp_path, spoilt)
    assert "comparison of two versions" in found.message
    assert (found.place.line, written(spoilt, [found])) == (first + 1, KEY)


def test_both_signs_and_a_whole_comparison_are_named(tmp_path: Path) -> None:
    was = changed("a key.", "no key.")
    line, gone = "    text: Your cousin has a key.", "    text: Your cousin has no key."
    spoilt = changed(line, f"-{gone}\n+{line}")
    (found,) = problems(tmp_path, spoilt)
    assert "+" in found.mend
    assert "delete the line" in found.mend
    assert problems(tmp_path, written(spoilt, [found])) == ()
    spoilt = "\n".join(f"+{each}" if "no key" in each else f" {each}" for each in was.rstrip().split("\n")) + "\n"
    (found,) = problems(tmp_path, spoilt)
    assert problems(tmp_path, written(spoilt, [found])) == ()
    spoilt = changed(f"{line}\n", f"-{line}\n")
    (found,) = problems(tmp_path, spoilt)
    assert "comparison" in found.message


def test_the_when_above_an_else_is_missed(tmp_path: Path) -> None:
    told = "text:\n      - Your cousin is here.\n      - when: {broke: thanks}\n        text: Hm.\n        else: Oh."
    whole = changed("text: Your cousin has a key.", told)
    assert problems(tmp_path, whole) == ()
    (found,) = problems(tmp_path, changed("      - when: {broke: thanks}\n", "", whole))
    assert "its first line is lost" in found.message
    assert "- when:" in found.mend
    assert "column 7" in found.mend


def test_one_is_no_plural(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed("Nobody", "Nobody, **she** and **he**,"))
    assert "There is one more in this file" in found.message


@pytest.mark.parametrize("text", ["Nobody opened it.", "Nobody's here.", "Nobody's cousin's key."])
def test_a_single_quote_before_a_text_is_asked_about(text: str, tmp_path: Path) -> None:
    """An apostrophe in it does not close it; learners would see a quote that stays where it is."""
    spoilt = changed(HAPPENS, f"because: '{text}")
    (found,) = problems(tmp_path, spoilt)
    assert found.code == "open-quote"
    assert found.place.column == 18
    assert found.meant
    assert found.meant.ask
    mended = written(spoilt, [found])
    assert problems(tmp_path, mended) == ()
    assert f"because: '{text}'\n" in mended or f'because: "{text}"\n' in mended


@pytest.mark.parametrize(
    "text", ["'Nobody said 'no' today.", "'No' was all.'", '"Nobody said "no" today.', '"No" is it."']
)
def test_an_odd_quote_is_not_kept_for_learners_unasked(text: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(HAPPENS, f"because: {text}"))
    assert "One of its quotes is without another" in found.mend
    assert found.meant
    assert found.meant.ask


LONG = """        next:
          - when:
              any: [{broke: thanks}, {followed: thanks}]
              not: {chose: leave}
            next: end
          - when: {broke: room}
            next: end
          - when: {followed: room}
            next: end
          - next: end
"""


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        ("          - when:\n", "- when:, the dash in column 11"),
        ("          - when: {broke: room}\n", "- when: and what belongs there, the dash in column 11"),
        ("          - when: {followed: room}\n", "- when: and what belongs there, the dash in column 11"),
    ],
)
def test_the_when_of_a_branch_that_is_lost_is_the_one_cause(lost: str, named: str, tmp_path: Path) -> None:
    whole = changed("        next: end\n", LONG)
    assert problems(tmp_path, whole) == ()
    spoilt = changed(lost, "", whole)
    (found,) = problems(tmp_path, spoilt)
    assert found.meant is None
    assert named in found.mend


def test_the_when_of_the_first_branch_too(tmp_path: Path) -> None:
    whole = changed(
        "        next: end\n",
        LONG.replace(LONG[LONG.index("          - when:") : LONG.index("          - when: {b")], ""),
    )
    (found,) = problems(tmp_path, changed("          - when: {broke: room}\n", "", whole))
    assert "its first line is lost" in found.message


def test_a_text_that_lost_its_dash_or_its_when_is_asked_about(tmp_path: Path) -> None:
    """With a dash it would be told on every path."""
    told = "text:\n      - Your cousin is here.\n      - when: {broke: thanks}\n        text: Hm.\n      - It is late."
    whole = changed("text: Your cousin has a key.", told)
    assert problems(tmp_path, whole) == ()
    (found,) = problems(tmp_path, changed("      - when: {broke: thanks}\n", "", whole))
    assert "- when: and a condition" in found.mend
    assert found.meant
    assert found.meant.ask


CONTACT = "contact: {to: ann, via: call}"


@pytest.mark.parametrize(
    "spoilt",
    [
        'contact: "{to: ann, via: call}"',
        "contact: '{to: ann, via: call}'",
        'contact: "to: ann, via: call"',
        "contact: [{to: ann, via: call}]",
        "contact: ({to: ann, via: call})",
    ],
)
@pytest.mark.parametrize("note", ["", "  # ask Dana"])
def test_a_contact_in_quotes_or_brackets_is_no_text(spoilt: str, note: str, tmp_path: Path) -> None:
    """Else learners would read {to: ann, via: call} among the contacts they made."""
    whole = changed("        next: end", f"        {CONTACT}{note}\n        next: end", WITH_ANN)
    assert problems(tmp_path, whole) == ()
    text = changed(CONTACT, spoilt, whole)
    (found,) = problems(tmp_path, text)
    assert "contact: {to: ann, via: call}" in found.mend
    assert written(text, [found]) == whole


@pytest.mark.parametrize("words", ['"Email, as agreed: to Ann"', "call to Ann"])
def test_a_contact_in_words_is_a_text(words: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed("        next: end", f"        contact: {words}\n        next: end")) == ()


@pytest.mark.parametrize("sign", ["}", "]", ")", "},", "}]"])
@pytest.mark.parametrize("inset", [0, 4, 8, 10, 14])
@pytest.mark.parametrize("above", ["    choices:", "        id: leave", f"        {HAPPENS}"])
def test_a_bracket_alone_is_asked_about(above: str, inset: int, sign: str, tmp_path: Path) -> None:
    """Whether it would be a part of the text above it or stand in the way."""
    text = changed(f"{above}\n", f"{above}\n{' ' * inset}{sign}\n")
    (found,) = problems(tmp_path, text)
    assert "closes nothing" in found.message
    assert found.mend == "Delete this line."
    assert found.meant
    assert found.meant.ask
    assert problems(tmp_path, written(text, [found])) == ()


@pytest.mark.parametrize("text", ["because: She says (and laughs\n          )", "because: |\n          }"])
def test_a_bracket_that_belongs_to_a_text_stays(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed(HAPPENS, text)) == ()


@pytest.mark.parametrize("sign", ["> ", ">"])
@pytest.mark.parametrize(("first", "many"), [(0, 3), (3, 3), (8, 3), (9, 1), (12, 5)])
def test_some_lines_of_an_answer_are_named(sign: str, first: int, many: int, tmp_path: Path) -> None:
    lines = KEY.split("\n")
    spoilt = "\n".join(sign * (first <= at < first + many) + line for at, line in enumerate(lines))
    (found,) = problems(tmp_path, spoilt)
    assert "comes from a mail program" in found.message
    assert found.place.line == first + 1
    assert (written(spoilt, [found]), "more lines" in found.mend) == (KEY, many > 2)


def test_the_last_branch_may_lack_its_colon(tmp_path: Path) -> None:
    branches = "next:\n          - when: {broke: thanks}\n            next: end\n          - next: end"
    whole = changed("next: end", branches)
    text = changed("- next: end", "- next end", whole)
    (found,) = problems(tmp_path, text)
    assert found.code == "needs-colon"
    assert written(text, [found]) == whole


def test_an_id_behind_a_sign_is_the_one_cause(tmp_path: Path) -> None:
    """The conditions that ask for it are not to blame."""
    whole = changed("text: The bread", "text:\n      - when: {chose: leave}\n        text: Thanks.\n      - The bread")
    assert problems(tmp_path, whole) == ()
    text = changed("id: leave", "id: #leave", whole)
    (found,) = problems(tmp_path, text)
    assert found.code == "left-empty"
    assert written(text, [found]) == whole


@pytest.mark.parametrize("inset", [".   ", " .   ", "  . "])
def test_a_dot_that_a_phone_made_of_two_spaces(inset: str, tmp_path: Path) -> None:
    text = changed("    text: Your", f"{inset}text: Your")
    (found,) = problems(tmp_path, text)
    assert "as phones make one of two spaces" in found.message
    assert written(text, [found]) == KEY


@pytest.mark.parametrize(
    ("name", "word"), [("because", "weil"), ("next", "weiter"), ("text", "worum"), ("start", "beginn")]
)
def test_the_field_that_is_missing_stands_under_another_name(name: str, word: str, tmp_path: Path) -> None:
    """It is said once, and asked."""
    text = changed(f"{name}:", f"{word}:")
    (found,) = problems(tmp_path, text)
    assert f"{name}: is missing here" in found.message
    assert found.meant is not None
    assert found.meant.ask
    assert written(text, [found]) == KEY


@pytest.mark.parametrize("sign", "“”„‘’")
def test_a_curly_quote_in_the_place_of_the_bar(sign: str, tmp_path: Path) -> None:
    text = changed("text: Your cousin", f"text: {sign}\n      Your cousin")
    (found,) = problems(tmp_path, text)
    assert found.meant is not None
    assert found.meant.ask
    assert written(text, [found]) == changed("text: Your cousin", "text: |\n      Your cousin")


def test_what_is_said_in_french_keeps_its_quotes(tmp_path: Path) -> None:
    text = changed("because: Nobody opened it.", "because: « She laughs : Friday »")
    (found,) = problems(tmp_path, text)
    assert written(text, [found]) == changed("because: Nobody opened it.", 'because: "« She laughs : Friday »"')


def test_what_may_be_a_note_in_brackets_is_put_in_quotes_for_nobody_unasked(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed("because: Nobody", "because: [ask Ben] Nobody"))
    assert "If what is in brackets is a note" in found.mend
    assert found.meant is not None
    assert found.meant.ask


def test_a_scenario_may_be_meant_that_is_named_by_its_file(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, KEY, f"{TWO_RULES}scenarios: [key.yaml]\n")
    assert found.meant is not None
    assert (found.code, found.meant.word) == ("unknown-scenario", "key")


def test_a_note_that_lost_its_sign_is_no_item(tmp_path: Path) -> None:
    """Under the name of choices it can be no item; among texts it may be one, and is asked about."""
    text = changed("    choices:\n", "    choices:\n      The advised one follows a rule.\n")
    (found,) = problems(tmp_path, text)
    assert "put a # and a space before it" in found.mend
    assert found.meant
    assert found.meant.ask
    assert problems(tmp_path, written(text, [found])) == ()


@pytest.mark.parametrize("note", ["Ask Ben about this.", "Ask Ben about this"])
@pytest.mark.parametrize("name", ["know", "discuss"])
def test_among_texts_a_line_without_a_dash_may_be_a_note(name: str, note: str, tmp_path: Path) -> None:
    whole = changed("    choices:", f"    {name}:\n      - One.\n      - Two.\n    choices:")
    assert problems(tmp_path, whole) == ()
    (found,) = problems(tmp_path, changed("      - One.\n", f"      {note}\n      - One.\n", whole))
    assert "If it is a note, put a # and a space before it" in found.mend
    assert found.meant
    assert found.meant.ask


CHOICE = """\
      - say: Take the key.
        breaks: thanks
        because: It is not yours.
        next: end
"""


@pytest.mark.parametrize("many", [2, 3, 4])
def test_lines_that_lost_the_spaces_before_them_are_one_thing(many: int, tmp_path: Path) -> None:
    lines = CHOICE.split("\n")
    spoilt = changed(CHOICE, "\n".join([*(each.lstrip() for each in lines[:many]), *lines[many:]]))
    (found,) = problems(tmp_path, spoilt)
    assert "lost the spaces" in found.message
    assert "column 7" in found.mend
    assert "column 9" in found.mend
    assert written(spoilt, [found]) == KEY


def test_nothing_below_lines_in_disorder_is_moved(tmp_path: Path) -> None:
    """A line that is right where it stands looks out of place there."""
    spoilt = changed(CHOICE, "- say: Take the key.\nbraks: thanks\nit is not yours\n        next: end\n")
    found = problems(tmp_path, spoilt)
    edits = [edit for each in found if each.meant and not each.meant.ask for edit in each.meant.edits]
    assert all(edit.old.lstrip() == edit.old for edit in edits), edits


@pytest.mark.parametrize("line", ["       folows: thanks", "       becuase: Nobody opened it.", "      nxet: end"])
def test_two_things_may_be_wrong_with_one_line(line: str, tmp_path: Path) -> None:
    right = {"folows": "follows", "becuase": "because", "nxet": "next"}[line.strip().partition(":")[0]]
    good = next(each for each in KEY.split("\n") if each.startswith(f"        {right}:"))
    spoilt = changed(good, line)
    (found,) = problems(tmp_path, spoilt)
    assert f"its name seems to be {right}:" in found.message
    assert "column 9" in found.message
    assert found.meant
    assert found.meant.ask
    assert written(spoilt, [found]) == KEY


def test_who_names_a_rule_that_stands_in_another_column_is_not_to_blame(tmp_path: Path) -> None:
    """The last rule of a pair, two columns too far left, is no rule there; the course file says so, and it alone."""
    fields = "\n        do: Say thank you.\n        dont: Say nothing.\n        side: quiet\n"
    whole = changed(" {do: Say thank you., dont: Say nothing., side: quiet}\n", fields, TWO_RULES)
    spoilt = changed("      thanks:", "    thanks:", whole)
    (found,) = problems(tmp_path, course=spoilt)
    assert (found.place.file, found.code) == ("course.yaml", "misaligned")
    assert written(spoilt, [found]) == whole
