"""One slip, one message, however much YAML makes of it; and what is offered makes of the file what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.problems.problem import Problem
from tests.reading.test_codes import COURSE
from tests.reading.test_what_was_meant import TWO_RULES, WITH_ANN, changed, problems, written

LEAVE = "      - say: Leave the key.\n        id: leave\n"
WITH_TEXT = changed("    text: Your cousin has a key.\n", "    text: |\n      Your cousin has a key.\n", WITH_ANN)
WITH_LIST = changed(LEAVE, f'{LEAVE}        know:\n          - "The door: shut."\n          - It is late.\n', WITH_ANN)
WITH_CONTACT = changed("        because: It", "        contact: {to: ann, via: call}\n        because: It", WITH_ANN)


def mended_again(text: str, spoilt: str, folder: Path) -> Problem:
    """The one problem of the spoilt text, whose mend makes it the text again."""
    (problem,) = problems(folder, spoilt)
    assert written(spoilt, [problem]) == text
    return problem


def test_the_texts_are_sound(tmp_path: Path) -> None:
    for text in (WITH_TEXT, WITH_LIST, WITH_CONTACT):
        assert problems(tmp_path, text) == ()


@pytest.mark.parametrize("between", ["", " ", "    "])
def test_a_list_whose_name_was_joined_to_the_text_above(between: str, tmp_path: Path) -> None:
    """Under a | everything is text, so nothing is wrong with it; but learners would read the list."""
    known = changed("    choices:", "    know:\n      - The bread is hers.\n    choices:", WITH_TEXT)
    (problem,) = problems(tmp_path, changed("a key.\n    know:", f"a key.{between}know:", known))
    assert "know: is a field" in problem.message
    assert "column 5" in problem.mend
    (problem,) = problems(tmp_path, changed("a key.\n", "a key.day: 0\n", WITH_TEXT))
    assert "day: is a field" in problem.message


@pytest.mark.parametrize(
    "text", ["She says:\n      - no\n      - yes", "Is that next: a key?", "Two ways to\n      say: no."]
)
def test_a_colon_in_a_text_is_no_field(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed("Your cousin has a key.", text, WITH_TEXT)) == ()


def test_the_choices_joined_to_the_last_of_a_list(tmp_path: Path) -> None:
    known = changed("    choices:", "    know:\n      - The bread is hers.\n    choices:", WITH_ANN)
    (problem,) = problems(tmp_path, changed("hers.\n    choices:", "hers.choices:", known))
    assert (problem.code, "column 5" in problem.mend) == ("joined-lines", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  end:", "  endend:"),
        ("  end:", "  end:end:"),
        ("  end:", "  end-end:"),
        ("  ann:", "  annann:"),
        ("        because: It", "        becausebecause: It"),
        ("next: end", "next: endend"),
        ("start: door", "start: doordoor"),
        ("follows: thanks", "follows: thanksthanks"),
    ],
)
def test_a_name_typed_twice(old: str, new: str, tmp_path: Path) -> None:
    """As where two lines that held it were joined. All that asks for it follows from that."""
    mended_again(WITH_CONTACT, changed(old, new, WITH_CONTACT), tmp_path)


def test_a_rule_typed_twice_is_said_in_the_course(tmp_path: Path) -> None:
    (problem,) = problems(
        tmp_path, course=changed("      thanks:", "      thanksthanks:", COURSE.replace("room", "mine"))
    )
    assert problem.place.file == "course.yaml"
    assert problem.meant is not None
    assert problem.meant.word == "thanks"


RULE = "      room: {do: Leave room., dont: Stand in the way., side: pushy}\n"
MIND = "      mind: {do: Mind the step., dont: Jump., side: pushy}\n"


@pytest.mark.parametrize("inset", [0, 2, 4, 5, 7, 8, 10])
@pytest.mark.parametrize("below", ["", MIND])
def test_a_rule_in_braces_that_stands_elsewhere(below: str, inset: int, tmp_path: Path) -> None:
    """The last one of its pair, or not: nobody is to blame who follows it."""
    course = changed("line:", f"{RULE}{below}line:", COURSE)
    scenario = changed("breaks: thanks", "breaks: room", WITH_ANN)
    assert problems(tmp_path, scenario, course) == ()
    spoilt = changed(RULE, " " * inset + RULE.lstrip(), course)
    (problem,) = problems(tmp_path, scenario, spoilt)
    assert problem.place.file == "course.yaml"
    assert written(spoilt, [problem]) == course


@pytest.mark.parametrize("note", ["Ask Ben about this.", "Ask Ben about this", "ask Ben", "TODO: ask Ben"])
@pytest.mark.parametrize("above", ["          - It is late.", "      - say: Take"])
def test_a_note_that_lost_its_sign_in_a_list(above: str, note: str, tmp_path: Path) -> None:
    """In the middle as at the beginning."""
    inset = above[: len(above) - len(above.lstrip())]
    (problem,) = problems(tmp_path, changed(above, f"{inset}{note}\n{above}", WITH_LIST))
    assert "#" in problem.mend
    assert problem.meant is None or problem.meant.ask


@pytest.mark.parametrize("note", ["Contact", "Friday", "All of it"])
def test_a_heading_in_a_list_of_ids(note: str, tmp_path: Path) -> None:
    course = changed("title:", f"scenarios:\n  - key\n  # {note}\n  - key-two\ntitle:", COURSE)
    (tmp_path / "key-two.yaml").write_text(changed("title: The key", "title: Another", WITH_ANN), encoding="utf-8")
    assert problems(tmp_path, WITH_ANN, course) == ()
    spoilt = changed("# ", "", course)
    (problem,) = (each for each in problems(tmp_path, WITH_ANN, spoilt) if each.level == "error")
    assert (problem.code, written(spoilt, [problem])) == ("needs-hash", course)


@pytest.mark.parametrize("note", ["C14. Key b, twin of the other", "Ask Ben", "The end"])
def test_a_note_between_scenes(note: str, tmp_path: Path) -> None:
    text = changed("  end:", f"  # {note}\n  end:", WITH_ANN)
    problem = mended_again(text, changed("# ", "", text), tmp_path)
    assert problem.code == "needs-hash"


@pytest.mark.parametrize("inset", [6, 7, 9, 10, 12])
@pytest.mark.parametrize(
    ("name", "wrong"), [("follows", "folows"), ("because", "becuase"), ("breaks", "braeks"), ("contact", "contcat")]
)
def test_a_misspelt_field_in_another_column(name: str, wrong: str, inset: int, tmp_path: Path) -> None:
    """Two slips on one line: each is named, in one message."""
    spoilt = changed(f"        {name}:", f"{' ' * inset}{wrong}:", WITH_CONTACT)
    problem = mended_again(WITH_CONTACT, spoilt, tmp_path)
    assert f"seems to be {name}:, not {wrong}:" in problem.message
    assert problem.meant is not None
    assert problem.meant.ask


OTHER_DASHES = ("•\t", "–\t", "•   ", "•\t\t")


@pytest.mark.parametrize(
    ("inset", "dash"),
    [*((5, each) for each in OTHER_DASHES), *((6, each) for each in (*OTHER_DASHES, "-\t", "- \t"))],
)
def test_another_dash_with_a_tab_or_more_spaces_behind_it(inset: int, dash: str, tmp_path: Path) -> None:
    spoilt = changed("      - say: Take", f"{' ' * inset}{dash}say: Take", WITH_ANN)
    mended_again(WITH_ANN, spoilt, tmp_path)


def test_a_fence_goes_with_its_line(tmp_path: Path) -> None:
    for spoilt in (f"```yaml\n{WITH_ANN}```\n", f"```\n{WITH_ANN}```"):
        mended_again(WITH_ANN, spoilt, tmp_path)


def test_a_line_that_is_gone_in_a_comparison_goes_as_a_whole(tmp_path: Path) -> None:
    line = "      - say: Take the key.\n"
    mended_again(WITH_ANN, changed(line, f"-{line[1:].replace('Take', 'Steal')}+{line[1:]}", WITH_ANN), tmp_path)


@pytest.mark.parametrize(("old", "new"), [("to: ann", "to: Ann"), ("breaks: thanks", "breaks: Thanks")])
def test_an_id_in_capitals_is_told_what_it_is(old: str, new: str, tmp_path: Path) -> None:
    problem = mended_again(WITH_CONTACT, changed(old, new, WITH_CONTACT), tmp_path)
    assert old.split()[1] in problem.mend


def test_a_name_and_an_id_in_capitals_are_told_both(tmp_path: Path) -> None:
    found = problems(tmp_path, changed("breaks: thanks", "BREAKS: THANKS", WITH_ANN))
    assert [each.mend for each in found] == ["Write it in small letters.", "Ids are written in small letters: thanks."]


@pytest.mark.parametrize(("sign", "meant"), [("|—", "|-"), (">–", ">-"), ("> —", ">-"), ("|.", "|")])
def test_a_long_dash_behind_the_sign_of_a_text(sign: str, meant: str, tmp_path: Path) -> None:
    text = changed("text: |", f"text: {meant}", WITH_TEXT)
    mended_again(text, changed("text: |", f"text: {sign}", WITH_TEXT), tmp_path)


@pytest.mark.parametrize("sign", [".", ","])
@pytest.mark.parametrize("name", ["title", "start", "scenes", "choices", "say", "because", "next", "id"])
def test_a_dot_in_the_place_of_a_colon(name: str, sign: str, tmp_path: Path) -> None:
    problem = mended_again(WITH_ANN, changed(f"{name}:", f"{name}{sign}", WITH_ANN), tmp_path)
    assert f"no colon after {name}" in problem.message or f"than a colon after {name}" in problem.message


@pytest.mark.parametrize("nothing", ["~", "null", "NULL"])
def test_nothing_is_a_text_as_any_other(nothing: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, changed("because: Nobody opened it.", f"because: {nothing}", WITH_ANN))
    assert (problem.code, problem.message.split()[0]) == ("placeholder", nothing)
    (problem,) = problems(tmp_path, changed("- It is late.", f"- {nothing}", WITH_LIST))
    assert problem.code == "placeholder"


@pytest.mark.parametrize("fields", ["ann, call", "call, ann", "ann; call", "ann call", "to: ann, call", "ann: call"])
def test_a_contact_without_the_names_of_its_fields(fields: str, tmp_path: Path) -> None:
    problem = mended_again(WITH_CONTACT, changed("to: ann, via: call", fields, WITH_CONTACT), tmp_path)
    assert "contact: {to: ann, via: call}" in problem.mend


PASSAGES = changed(
    "text: Your cousin has a key.",
    "text:\n      - when: {contacts: 1}\n        text: You called.\n        else: You wait.",
    WITH_ANN,
)


def test_a_text_twice_under_its_condition(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, changed("        else:", "        text: You do not.\n        else:", PASSAGES))
    assert (problem.code, problem.meant) == ("duplicate-key", None)
    (problem,) = problems(tmp_path, changed("        else:", "        text:", PASSAGES))
    assert "write else:" in problem.mend


@pytest.mark.parametrize("bar", ["|", "│", "┃"])
def test_a_bar_before_lines(bar: str, tmp_path: Path) -> None:
    """Out of a table, or as a terminal shows it: before each line, before some, and behind them as well."""
    lines = WITH_ANN.split("\n")[:-1]
    for first, last in ((0, len(lines)), (6, 9), (9, 10)):
        for end in ("", f"   {bar}"):
            inside = range(first, last)
            spoilt = [f"{bar} {line}{end}" if at in inside else line for at, line in enumerate(lines)]
            problem = mended_again(WITH_ANN, "\n".join([*spoilt, ""]), tmp_path)
            assert (problem.code, problem.place.line) == ("pasted", first + 1)


def test_the_sign_under_a_line_goes_with_its_line(tmp_path: Path) -> None:
    """As a check shows where something is wrong."""
    line = "      - say: Take the key.\n"
    problem = mended_again(WITH_ANN, changed(line, f"{line}     |        ^\n", WITH_ANN), tmp_path)
    assert "with its ^" in problem.message


def test_the_other_course_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path, WITH_ANN, TWO_RULES) == ()


@pytest.mark.parametrize("line", ["title: The key", "    text: Your cousin has a key.", "        id: leave"])
def test_a_line_that_stands_there_twice_in_a_row_may_go_once(line: str, tmp_path: Path) -> None:
    problem = mended_again(WITH_ANN, changed(line, f"{line}\n{line}", WITH_ANN), tmp_path)
    assert problem.meant is not None
    assert problem.meant.ask
    assert problem.mend == "The two lines say the same: delete this one."


@pytest.mark.parametrize(
    "arrow", [" -> ", "->", " → ", " => ", " --> ", ": -> ", ":-> ", ": => ", ": → ", " - ", " – "]
)
def test_an_arrow_before_an_id(arrow: str, tmp_path: Path) -> None:
    """In the place of the colon, or behind it: what is offered holds none."""
    mended_again(WITH_ANN, changed("        next: end", f"        next{arrow}end", WITH_ANN), tmp_path)


def test_an_arrow_in_a_text_is_the_authors_own(tmp_path: Path) -> None:
    for text in ('"-> It is late."', "→ It is late.", "say – or do not.", "next → the key."):
        assert problems(tmp_path, changed("It is late.", text, WITH_LIST)) == ()
    assert problems(tmp_path, changed("Your cousin has a key.", "next -> the key", WITH_TEXT)) == ()


@pytest.mark.parametrize("form", ["`{}`", "``{}``", "`{}", "**{}**"])
@pytest.mark.parametrize(
    "field", ["        next: end", "        because: Nobody opened it.", "        follows: thanks"]
)
def test_a_field_as_a_guide_shows_it(form: str, field: str, tmp_path: Path) -> None:
    bare = field.strip()
    whole = WITH_ANN
    found = mended_again(whole, changed(field, f"        {form.format(bare)}", whole), tmp_path)
    assert found.mend == f"Take the {form.partition('{')[0]} signs away."
