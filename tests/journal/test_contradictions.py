"""A journal that was carried here and contradicts itself is refused, with what is wrong; one that was played is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.journal.read_carried import read_carried
from course.model import Side
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.cli.conftest import run
from tests.journal.test_journal import decide
from tests.journal.test_learners import carried, played
from tests.journals import attempts, open_journal
from tests.terminal import PATIENCE

Invent = Callable[[dict[str, Any]], object]
"""Changes the first decision."""


@pytest.fixture
def honest(tmp_path: Path) -> dict[str, Any]:
    """What somebody played: a don't, and what came after it."""
    found: dict[str, Any] = json.loads(carried(played(tmp_path / "here.db", "wave", "leave", "patient")))
    return found


def decided(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The events in which something was decided."""
    return [each for each in data["attempts"][0]["events"] if each["decisions"]]


def test_what_was_played_is_taken(honest: dict[str, Any]) -> None:
    assert len(read_carried(json.dumps(honest).encode()).attempts) == 1


def test_a_mind_changed_is_taken_as_it_was(tmp_path: Path) -> None:
    here = open_journal(tmp_path / "here.db")
    session = Session.start(tiny_course(), tiny_scenario(), here, seed=1, extra_minute=True)
    session.choose(("wave",))
    session.call(Side.OVER)
    session.think_again()
    decide(session, "write")
    there = open_journal(tmp_path / "there.db")
    there.merge(read_carried(carried(here)), seconds=PATIENCE)
    assert attempts(there, "tiny")[0].decisions == attempts(here, "tiny")[0].decisions == session.play.decisions
    assert session.play.decisions[0].reconsidered


BEFORE = {"answers": [["wave"]], "said": ["Wave."], "forecast": "over", "side": "over"}
INVENTED: dict[str, tuple[Invent, str]] = {
    "a better verdict": (lambda each: each.update(verdict="do", worth="1"), 'breaks a rule is called "do"'),
    "a better side": (lambda each: each.update(side="right"), 'breaks a rule lands "right"'),
    "another answer": (lambda each: each.update(answer=["write"]), "another answer was judged"),
    "another scene": (lambda each: each.update(scene="lobby"), "was decided at lobby"),
    "no rule broken": (lambda each: each.update(breaks=[]), 'touches no rule lands "over"'),
    "a mind changed": (lambda each: each.update(reconsidered=[BEFORE]), "nobody thought again"),
    "a worth of its own": (lambda each: each.update(worth="3/4"), "is worth 3/4"),
}


@pytest.mark.parametrize("invention", INVENTED)
def test_invented_numbers_are_refused_with_a_reason(honest: dict[str, Any], invention: str) -> None:
    invent, why = INVENTED[invention]
    invent(decided(honest)[0]["decisions"][0])
    with pytest.raises(ValueError, match=f"attempt 1, at tale: .*{why}"):
        read_carried(json.dumps(honest).encode())


def test_a_first_answer_counts_once(honest: dict[str, Any]) -> None:
    first, second = decided(honest)[:2]
    second["decisions"], second["particulars"] = first["decisions"], first["particulars"]
    with pytest.raises(ValueError, match="counts twice"):
        read_carried(json.dumps(honest).encode())


def test_nothing_is_decided_by_reading_on(honest: dict[str, Any]) -> None:
    events = honest["attempts"][0]["events"]
    reading_on = next(each for each in events if not each["decisions"])
    reading_on["decisions"] = decided(honest)[0]["decisions"]
    with pytest.raises(ValueError, match="nothing was sent"):
        read_carried(json.dumps(honest).encode())


def test_the_command_says_why_and_adds_nothing(
    honest: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(honest)[0]["decisions"][0]["worth"] = "3/4"
    (tmp_path / "invented.json").write_text(json.dumps(honest), encoding="utf-8")
    assert run("import", str(tmp_path / "invented.json")) == 2
    assert "is worth 3/4" in capsys.readouterr().err
