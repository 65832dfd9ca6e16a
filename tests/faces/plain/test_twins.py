"""Twins in plain lines: the debrief, the results and the data say the same of them."""

from __future__ import annotations

import json

import pytest

from course.system import paths
from tests.cli.conftest import run
from tests.desks import keep
from tests.faces.plain.conftest import Talk
from tests.folders import DESKS
from tests.journals import open_journal


def kept(*played: tuple[str, str]) -> None:
    """These scenarios played to their end, with that option on Thursday."""
    journal = open_journal(paths.journal_file())
    for scenario, option in played:
        keep(journal, scenario, option, "dont" if scenario == "library" else "do")
    journal.close(60)


def test_the_debrief_says_what_differs_one_below_the_other(talk: Talk) -> None:
    kept(("dentist", "leave"))
    said = talk(["1", "2", "", "1", "1", "", ""], "library", course=DESKS)
    block = said.partition("What differs?")[2]
    lines = [each.strip() for each in block.splitlines()]
    assert "Here, Thursday, day 6, in The library:" in lines
    assert "There, Thursday, day 6, in The dental office:" in lines
    assert "Fact: Otis sees people until Friday of next week." in lines
    assert "Fact: Mara wants an e-mail if there is no answer by Wednesday." in lines
    assert "Advised: E-mail one line, and ask where things stand." in lines
    assert "Why: The day has come and gone." in lines


def test_a_statement_and_what_was_given_with_it_are_said_once(talk: Talk) -> None:
    kept(("dentist", "leave"))
    said = talk(["1", "2", "", "1", "1", "", ""], "library", course=DESKS)
    note = said.split("What differs?")[2]
    assert note.count("He asked for no more paper.") == 1
    assert "Advised: Don't\n" in note
    assert note.count("She asked for a note.") == 1


def test_while_only_one_was_met_it_says_nothing_of_twins(talk: Talk) -> None:
    assert "What differs?" not in talk(["1", "2", "", "1", "1", "", ""], "library", course=DESKS)


@pytest.mark.parametrize(("option", "understood"), [("e-mail", 2), ("leave", 1)])
def test_results_the_report_and_the_data_agree(
    option: str, understood: int, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(("dentist", option), ("library", "leave"))
    sentence = (
        f"In 2 pairs of situations one fact makes the difference; in {understood} you were right on both sides of it."
    )
    for command in ("progress", "report"):
        assert run(command, "--course", str(DESKS)) == 0
        assert sentence in " ".join(capsys.readouterr().out.split())
        assert run(command, "--json", "--course", str(DESKS)) == 0
        data = json.loads(capsys.readouterr().out)
        assert (data.get("progress") or data)["twins"] == {"met": 2, "understood": understood}


def test_where_no_pair_was_met_nothing_is_said_of_any(capsys: pytest.CaptureFixture[str]) -> None:
    kept(("dentist", "leave"))
    assert run("progress", "--course", str(DESKS)) == 0
    assert "one fact" not in capsys.readouterr().out
