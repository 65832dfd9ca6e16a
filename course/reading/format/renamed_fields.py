"""The field tables of ids that have changed: `renamed:` in a course and in a scenario."""

from __future__ import annotations

from course.model import Renamed
from course.reading.format.fields import Field, One, Renames, Table, made


def _field(name: str, to: str, example: str) -> Field:
    about = f"each {to}'s old id, and the id that it has now; fineline rename writes it"
    return Field(name, Renames(to), about, example)


_OF_COURSE = Table(
    "set of a course's renamed ids",
    (
        _field("pairs", "pair", "\nstaying-close: reconnecting"),
        _field("rules", "rule", "\nthank-them: thanks"),
        _field("scenarios", "scenario", "\nher-car: parking-lot"),
    ),
)
_IDS = Table(
    "set of renamed ids",
    (
        _field("scenes", "scene", "\nfirst: five-oclock"),
        _field("options", "option", "\nwait: wait-by-car"),
        _field("people", "person", "\nboss: dana"),
    ),
)
TABLES = (_OF_COURSE, _IDS)

_ABOUT = "ids that have changed, so that what learners did before is still known; fineline rename writes it"
IN_COURSE = Field("renamed", One(_OF_COURSE, made(Renamed)), _ABOUT, "\nrules:\n  thank-them: thanks")
IN_SCENARIO = Field("renamed", One(_IDS, made(Renamed)), _ABOUT, "\nscenes:\n  first: five-oclock")
