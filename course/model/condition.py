"""Conditions: what of the past a way on may ask for."""

from __future__ import annotations

from course.model.record import Record


class Condition(Record):
    """What has to be so; several things together mean all of them. One that asks for nothing always holds.

    `contacts` is the least number of contacts, the answer's own included, made in the last `days` days (today is
    the first of them), or in the whole scenario if `days` is None. `broke` names rules of which each must have been
    broken by now.
    """

    contacts: int | None = None
    days: int | None = None
    broke: tuple[str, ...] = ()


ALWAYS = Condition()
"""Asks for nothing."""
