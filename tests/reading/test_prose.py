"""The prose scan: a line as an author writes it, and the line as it is given back."""

from __future__ import annotations

import pytest

from course.reading.problems.problem import Findings
from course.reading.prose.scan import scan


def scanned(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text corrected, and the code, line and column of what was found."""
    findings = Findings("story.yaml", text)
    corrected = scan(text, findings)
    return corrected.removesuffix("\n"), [(each.code, each.place.line, each.place.column) for each in findings.found]


LINES = [
    ("say: !Wait for me", 'say: "!Wait for me"', 6),
    ('say: "Wait," she says.', "say: '\"Wait,\" she says.'", 12),
    ("say: 'I'm fine'", 'say: "I\'m fine"', 8),
    ("say: 'Fine,' he said, 'go'", "say: \"'Fine,' he said, 'go'\"", 12),
    ("text: [sigh] He leaves", 'text: "[sigh] He leaves"', 7),
    ("text: {name} leaves", 'text: "{name} leaves"', 7),
    ("- @home by nine", '- "@home by nine"', 3),
    ("say: `now`", 'say: "`now`"', 6),
    ("say: %100 sure", 'say: "%100 sure"', 6),
    ("say: & then he left", 'say: "& then he left"', 6),
    ("say: *never* do this", 'say: "*never* do this"', 6),
    ("say: > you wrote", 'say: "> you wrote"', 6),
    ("say: | Hello there", 'say: "Hello there"', 6),
    ("say: - hello", 'say: "- hello"', 6),
    ("say: ? what", 'say: "? what"', 6),
    ("say: She said: wait", 'say: "She said: wait"', 14),
    ("say: Remember this:", 'say: "Remember this:"', 19),
    ('say: She said: "wait"', "say: 'She said: \"wait\"'", 14),
]


@pytest.mark.parametrize(("line", "corrected", "column"), LINES)
def test_a_text_that_needs_quotes_gets_them(line: str, corrected: str, column: int) -> None:
    assert scanned(line) == (corrected, [("needs-quotes", 1, column)])


SLIPS = [
    ("say: Call Dana #2 now", 'say: "Call Dana #2 now"', "lost-text", 16),
    ("say: Call Dana # now", "say: Call Dana # now", "maybe-lost-text", 16),
    (r'say: "See C:\temp"', r'say: "See C:\temp"', "maybe-lost-text", 13),
    ('say: "Hello there', 'say: "Hello there"', "open-quote", 6),
    ("say: 'tis the season", 'say: "\'tis the season"', "open-quote", 6),
    ("title The parking lot", "title: The parking lot", "needs-colon", 6),
    ("title = The parking lot", "title: The parking lot", "needs-colon", 6),
    ("title:The parking lot", "title: The parking lot", "needs-space", 6),
    ("title:\u00a0The parking lot", "title: The parking lot", "needs-space", 6),
    ("-say: Wait", "- say: Wait", "needs-space", 1),
    ("– say: Wait", "- say: Wait", "list-dash", 1),
    ("•\tsay: Wait", "- say: Wait", "list-dash", 1),
    ("\t- say: Wait", "  - say: Wait", "tab", 1),
    ("\u00a0 day: 4", "  day: 4", "tab", 1),
]


@pytest.mark.parametrize(("line", "corrected", "code", "column"), SLIPS)
def test_other_slips_of_one_line(line: str, corrected: str, code: str, column: int) -> None:
    assert scanned(line) == (corrected, [(code, 1, column)])


@pytest.mark.parametrize(
    "text",
    [
        "day: 4    # days since the interview",
        "minutes: 4 # a number, so no text is lost",
        "scenes: # all of them\n  office:\n    text: Hi.",
        "say: It's ten past eight, 12:30 at https://example.com/#top",
        "say: 'It''s fine'  # yes",
        'say: "He said: \\"go\\""',
        "text: |\n  She said: go\n  !now #1\n\n  'tis fine\nday: 3",
        "- text: >-\n    She said: go\n  day: 3",
        "text: She is on the way\n  to the recital.",
        'text: "She is: on the way\n  to: the recital."',
        'text: "She is on the way\nto the recital."\nday: 3',
        "  text: 'She is on the way\n  to the recital.'\n  day: 3",
        "text:\n  – Hello, she says.\n  – Hello.",
        "-   say: Wait\n    next: end",
        "scenarios: [\n  one,\n  two\n]",
        "arrives: {email: {from: Dana, text: Hi}}",
        '{"title": "The key", "start": "door"}',
        'discuss:\n- "Why: now?"\n- Because.',
        "---\ntitle: x\n...",
        "title: “Yes”, she says",
    ],
)
def test_what_yaml_reads_as_it_was_meant_is_left_alone(text: str) -> None:
    assert scanned(text) == (text, [])


def test_a_text_over_several_lines_is_corrected_as_a_whole() -> None:
    text = "because: She is on the way\n  to the recital: at six\nnext: end"
    corrected = 'because: "She is on the way\n  to the recital: at six"\nnext: end'
    assert scanned(text) == (corrected, [("needs-quotes", 2, 17)])


def test_spaces_after_a_dash_are_as_many_as_the_field_below_wants() -> None:
    assert scanned("-  say: Wait\n  next: end") == ("- say: Wait\n  next: end", [("misaligned", 1, 4)])


def test_bullets_in_place_of_dashes_before_texts() -> None:
    text = "discuss:\n  • Why so: now?\n  • Because."
    found = [("list-dash", 2, 3), ("needs-quotes", 2, 11), ("list-dash", 3, 3)]
    assert scanned(text) == ('discuss:\n  - "Why so: now?"\n  - Because.', found)


def test_an_open_quote_is_found_where_it_opens() -> None:
    text = 'say: "Hello\nbecause: "Why not?"'
    assert scanned(text) == ('say: "Hello"\nbecause: "Why not?"', [("open-quote", 1, 6)])


def test_a_block_that_is_indented_unevenly_stays_one_text() -> None:
    text = "text: |\n     It is Thursday.\n   It rains.\nday: 3"
    corrected = "text: |\n     It is Thursday.\n     It rains.\nday: 3"
    assert scanned(text) == (corrected, [("needs-indent", 3, 4)])


def test_tabs_are_reported_once_and_made_spaces_everywhere() -> None:
    text = "text: |\n\tIt is Thursday.\n\tIt rains."
    assert scanned(text) == ("text: |\n  It is Thursday.\n  It rains.", [("tab", 2, 1)])
