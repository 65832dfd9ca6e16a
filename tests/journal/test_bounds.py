"""Every number and every date of a file that is carried here, at its bounds: taken, and all goes on as before; or
refused with a reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from course.faces.plain import results
from course.journal import SqliteJournal
from course.journal.read_carried import read_carried
from course.model.record import replace
from course.progress.as_json import as_json, progress_data
from course.progress.habits import habits_in
from course.progress.practice import better, due
from course.progress.results import progress
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.cli.conftest import run
from tests.journal.test_journal import decide
from tests.journal.test_learners import carried
from tests.journals import open_journal
from tests.terminal import PATIENCE

NUMBERS = (-(2**63) - 1, -(2**31) - 1, -1, 2**31, 2**53, 2**63 - 1, 2**63, 2**64, 10**40, 0.5, 1e308, True, None)
DATES = (
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00",
    "1969-12-31T23:59:59Z",
    "9999-12-31T23:59:59.999999-14:00",
    "9999-12-31T23:59:59.999999Z",
    "9999-12-31T23:59:59",
    "2026-02-29T00:00:00Z",
    "",
)
SHARES = ("1/0", "-1", "2", f"{10**29}/{10**29 - 1}", "1e9", "0.5")
Path_ = tuple[str | int, ...]


@pytest.fixture
def honest(tmp_path: Path) -> dict[str, Any]:
    """What somebody did who went through all of it: rewound, disputed, practiced, and gave one up."""
    here = open_journal(tmp_path / "here.db")
    session = Session.start(tiny_course(), tiny_scenario(), here, seed=1, extra_minute=True)
    decide(session, "wave", "leave", "patient")
    session.rewind(0)
    decide(session, "write")
    here.dispute("tiny", "1", "tale", session.play.decisions[0], "why").result(PATIENCE)
    here.practice("tiny", "tale", "lobby", "space", held=True).result(PATIENCE)
    Session.start(tiny_course(), tiny_scenario(), here, seed=2, extra_minute=True)
    found: dict[str, Any] = json.loads(carried(here))
    found["attempts"][0]["given_up"] = found["attempts"][0]["beginning"]["began"]
    return found


def leaves(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, object]]:
    """All that is no list and no object, with the way to it."""
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(each, (*path, key))
    else:
        yield path, value


def instead(honest: dict[str, Any]) -> Iterator[tuple[Path_, object]]:
    """What to put where."""
    for path, value in leaves(honest):
        if isinstance(value, int) and not isinstance(value, bool):
            yield from ((path, each) for each in NUMBERS)
        elif isinstance(value, str) and value[4:5] == "-" and "T" in value:
            yield from ((path, each) for each in DATES)
        elif path[-1] == "worth":
            yield from ((path, each) for each in SHARES)


def changed(honest: dict[str, Any], path: Path_, value: object) -> bytes:
    data = deepcopy(honest)
    inside: Any = data
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return json.dumps(data).encode()


def test_it_is_taken_and_shown_or_refused_with_a_reason(honest: dict[str, Any]) -> None:
    course, scenario = tiny_course(), tiny_scenario()
    refused = taken = 0
    for path, value in instead(honest):
        try:
            found = read_carried(changed(honest, path, value))
        except ValueError:
            refused += 1
            continue
        there = SqliteJournal(None)
        there.merge(found, seconds=PATIENCE)
        past, practiced = there.past("tiny"), there.practiced("tiny")
        standing = progress(past)
        assert results.lines(
            course, [scenario.head], standing, habits_in(course, past), better(course, past, practiced)
        )
        as_json(progress_data(standing))
        due(course, [scenario], past, there.met("tiny"), practiced, there.now().date(), None, ())
        carried(there)
        Session.take_up(course, scenario, there, seed=1, extra_minute=True)
        there.close(PATIENCE)
        taken += 1
    assert refused > 200, "most of it is nonsense"
    assert taken, "and some of it is none: another seed, another day"


@pytest.mark.parametrize("seed", [0, 2**63 - 1])
def test_every_seed_that_play_takes_can_be_carried(honest: dict[str, Any], seed: int) -> None:
    beginning = read_carried(json.dumps(honest).encode()).attempts[0].beginning
    path = ("attempts", 0, "beginning", "seed")
    assert read_carried(changed(honest, path, seed)).attempts[0].beginning == replace(beginning, seed=seed)


@pytest.mark.parametrize(("path", "value"), [(("seed",), 2**63), (("began",), DATES[0]), (("began",), DATES[5])])
def test_the_command_says_what_is_wrong_and_where(
    honest: dict[str, Any], path: Path_, value: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "e.json"
    file.write_bytes(changed(honest, ("attempts", 0, "beginning", *path), value))
    assert run("import", str(file)) == 2
    said = capsys.readouterr().err
    assert "attempts[0]" in said
    assert "unexpected" not in said
