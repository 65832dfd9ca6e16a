"""A problem as an author sees it."""

from __future__ import annotations

import unicodedata

from course.reading.filling.unknown import named
from course.reading.problems.problem import Edit, Findings, Meant, Place
from course.reading.problems.showing import show
from course.text.isolates import closed


def test_a_problem_in_full() -> None:
    findings = Findings("key.yaml", "title: The key\n  day: 3\n")
    findings.add(
        "misaligned",
        (2, 3),
        "This line begins in column 3.",
        "Line it up.",
        meant=Meant((Edit(2, "  day: 3", "day: 3"),)),
        also=[Place("key.yaml", 1, 1)],
    )
    assert show(findings.found[0]) == (
        "key.yaml:2:3: error: This line begins in column 3. [misaligned]\n"
        "  2 |   day: 3\n"
        "    |   ^\n"
        "  see also key.yaml:1:1\n"
        "  Did you mean:\n"
        "  2 | day: 3\n"
        "  Line it up."
    )


def test_a_word_that_was_meant_is_asked_for_in_the_line() -> None:
    findings = Findings("key.yaml", "titel: The key")
    findings.add("unknown-key", (1, 1), "No such field.", "Look.", meant=findings.instead((1, 1), "titel", "title"))
    assert "\n  Did you mean title?\n" in show(findings.found[0])


def test_of_many_lines_the_first_are_shown() -> None:
    text = "".join(f"\tline {number}\n" for number in range(9))
    findings = Findings("key.yaml", text)
    edits = tuple(Edit(number, line, f"  {line.strip()}") for number, line in enumerate(text.split("\n")[:-1], 1))
    findings.add("tab", (1, 1), "Tabs.", "Use the space bar.", meant=Meant(edits))
    said = show(findings.found[0])
    assert "  Did you mean:\n  1 |   line 0\n  2 |   line 1\n" in said
    assert "  … and 5 more lines in the same way\n" in said


def test_a_name_is_only_put_where_the_wrong_one_stands() -> None:
    findings = Findings("key.yaml", "next: 'mondy'\nnext: mondays\n")
    meant = findings.instead((1, 7), "mondy", "monday")
    assert meant is not None
    assert meant.edits == (Edit(1, "next: 'mondy'", "next: 'monday'"),)
    assert findings.instead((2, 7), "monday", "sunday") is None
    assert findings.instead((1, 7), "mondy", "") is None


def test_a_long_line_is_shown_around_the_caret() -> None:
    line = "say: " + "word " * 60 + "HERE" + " word" * 60
    findings = Findings("key.yaml", line)
    findings.add("needs-quotes", (1, line.index("HERE") + 1), "Quote it.", "Quote it.")
    shown, caret = show(findings.found[0]).splitlines()[1:3]
    assert len(shown) < 90
    assert shown[caret.index("^") :].startswith("HERE")


def test_the_caret_stands_under_wide_letters_too() -> None:
    line = "say: 面接 é 😀 HERE"
    findings = Findings("key.yaml", line)
    findings.add("needs-quotes", (1, line.index("HERE") + 1), "Quote it.", "Quote it.")
    shown, caret = show(findings.found[0]).splitlines()[1:3]
    before = shown[: shown.index("HERE")]
    wide = sum(unicodedata.east_asian_width(each) == "W" for each in before)
    combining = sum(unicodedata.combining(each) > 0 for each in before)
    assert caret.index("^") == len(before) + wide - combining


def test_nothing_of_the_file_reaches_the_terminal_raw() -> None:
    findings = Findings("key.yaml", "title: \x1b]52;c;aGk=\x07 \u202egnp.exe\n")
    findings.add("needs-quotes", (1, 8), "\x1b[2J", "\x9b31m", meant=Meant((Edit(1, "", "\x1b]0;hi\x07"),)))
    assert all(each.isprintable() or each == "\n" for each in show(findings.found[0]))


def test_a_line_that_is_shown_in_part_turns_nothing_after_it() -> None:
    findings = Findings("key.yaml", "say: \u2067" + "א" * 200 + "\u2069\n")
    findings.add("empty", (1, 100), f"{named(chr(0x2067) + 'ב' * 60)} is wrong.", "Mend it.")
    said = show(findings.found[0]).splitlines()
    assert all(closed(line) == line for line in said)
    assert "\u2067" in said[0]
    assert said[2].endswith("^")


def test_a_line_that_is_to_go_is_not_shown_as_an_empty_one() -> None:
    findings = Findings("key.yaml", "title: The key\n}\n")
    meant = Meant((Edit(2, "}", ""),), ask=True)
    findings.add("syntax", (2, 1), "This } closes nothing.", "Delete this line.", meant=meant)
    assert "Did you mean" not in show(findings.found[0])
    assert show(findings.found[0]).endswith("  Delete this line.")
