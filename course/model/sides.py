"""The line: where an act can land on it, and what a decision amounts to."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """A place on the line: too quiet, assertive, or too pushy."""

    QUIET = "quiet"
    ASSERTIVE = "assertive"
    PUSHY = "pushy"


class Verdict(StrEnum):
    """What a decision amounts to; always derived from the rules it follows and breaks."""

    DO = "do"
    MIXED = "mixed"
    DONT = "don't"
