"""The authors' guide: its tables are current, and what it says of the odds is what a learner's odds are."""

from __future__ import annotations

import pytest
import yaml

from course.authoring.guide import renewed
from course.cli.commands import COMMANDS
from course.reading.codes import CODES
from course.reading.fields import Table
from course.reading.tables import TABLES
from tests.folders import ROOT

GUIDE = (ROOT / "content" / "README.md").read_text(encoding="utf-8")


def test_the_tables_are_current() -> None:
    assert renewed(GUIDE) == GUIDE, "python -m course.authoring.guide"


def test_a_guide_without_a_place_for_them_is_left_alone() -> None:
    with pytest.raises(ValueError, match="not found"):
        renewed("# A guide\n")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_example_is_yaml(table: Table) -> None:
    for field in table.fields:
        lines = field.example.split("\n")
        text = f"{field.name}: {lines[0]}\n" + "".join(f"  {line}\n" for line in lines[1:])
        assert yaml.safe_load(text)[field.name] is not None, text


def test_the_guide_names_the_commands_for_authors() -> None:
    for name in ("new", "preview", "check", "explain", "fix", "map", "odds", "stats", "schema"):
        assert f"fineline {name}" in GUIDE
        assert name in COMMANDS


def test_the_guide_names_every_check_that_can_be_changed() -> None:
    for code in CODES.values():
        assert (f"| `{code.id}` |" in GUIDE) == code.checked
