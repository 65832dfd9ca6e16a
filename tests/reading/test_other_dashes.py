"""Another sign in the place of a list's dash, as word processors and chat windows make them: the column of the sign is
that of the dash, whatever stands below. One of them or all of them at once, in every scenario that lies here; and none
where one belongs."""

from __future__ import annotations

import re

from tests.reading.every_list import EVERY, each_scenario, reader
from tests.slips.trial import Original

SIGNS = "•–—*·+"
DASH = re.compile(r"^( *)- ", re.MULTILINE)
SORTS = {
    "a name alone": r"[\w-]+:",
    "a name and its value": r"[\w-]+: [^|>].*",
    "a name above a text": r"[\w-]+: [|>].*",
    "a text": r"[^\s|>{:]+ [^:]*",
    "a text below": r"[|>].*",
    "braces": r"\{.*",
}
"""What stands behind a dash."""


@each_scenario
def test_all_dashes_of_a_file_are_one_slip(original: Original, number: int) -> None:
    sign = SIGNS[number % len(SIGNS)]
    spoilt = DASH.sub(rf"\1{sign} ", original.text).encode()
    (problem,) = reader(number).read(spoilt)[1]
    assert problem.code == "list-dash"
    assert f"{sign} looks like a list's dash" in problem.message
    assert reader(number).fixed(spoilt).decode() == original.text


@each_scenario
def test_a_dash_belongs_in_the_column_of_the_sign(original: Original, number: int) -> None:
    for at, sort in enumerate(SORTS.values(), number):
        sign = SIGNS[at % len(SIGNS)]
        found = [*re.finditer(rf"^( *)- {sort}$", original.text, re.MULTILINE)]
        for each in found[-1:]:
            spoilt = f"{original.text[: each.end(1)]}{sign}{original.text[each.end(1) + 1 :]}".encode()
            problems = reader(number).read(spoilt)[1]
            assert [each.code for each in problems] == ["list-dash"], (sign, each[0], problems)
            assert reader(number).fixed(spoilt).decode() == original.text


def test_a_long_choice_without_its_dash_lacks_no_more_than_that() -> None:
    """All its fields stand twice then in the choice above it, and each of the two ends in a list of branches."""
    number, text = next((at, each.text) for at, each in enumerate(EVERY) if each.file == "long-week.yaml")
    choices = [*re.finditer(r"^      - id: b$", text, re.MULTILINE)]
    for each in (choices[0], choices[-1]):
        spoilt = f"{text[: each.start()]}        id: b{text[each.end() :]}".encode()
        (problem,) = reader(number).read(spoilt)[1]
        assert "lacks its dash" in problem.message
        assert "column 7" in problem.mend
        assert reader(number).fixed(spoilt).decode() == text
