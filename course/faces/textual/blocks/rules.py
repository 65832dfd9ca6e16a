"""Rules as rows: what not to do, what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.faces.textual.blocks.base import Row
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Rule


def rule_rows(rules: Iterable[Rule], broken: Collection[str]) -> list[Row]:
    """A rule that was broken says what not to do; then each says what to do."""
    rows = []
    for rule in rules:
        if rule.id in broken:
            rows.append(Row(plain(rule.dont), assemble(("Don't    ", f"bold {SIDE_STYLE[rule.side]}"))))
        rows.append(Row(plain(rule.do), assemble(("Do       ", "bold $assertive"))))
    return rows
