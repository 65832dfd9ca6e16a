"""A word that is no command is answered with one that is."""

from __future__ import annotations

import pytest

from course.cli.commands import COMMANDS
from course.cli.other_names import HOME, NAMES, meant_by


def test_every_other_name_leads_to_a_command_and_is_none_itself() -> None:
    assert set(NAMES) <= {HOME, *COMMANDS}
    others = [each for names in NAMES.values() for each in names.split()]
    assert len(others) == len({*others}), "each name leads to one"
    assert not {*others} & {*COMMANDS}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("takeaway", "report"),
        ("Take-Away", "report"),
        ("takaway", "report"),
        ("results", "progress"),
        ("lst", "list"),
        ("raport", "report"),
        ("setings", HOME),
        ("parking-lot", ""),
        ("xyz", ""),
    ],
)
def test_what_is_meant_by_a_word(typed: str, meant: str) -> None:
    assert meant_by(typed, COMMANDS) == meant
