"""The takeaway in plain lines: told, with another card, and saved."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from course.faces.plain import takeaway
from course.faces.plain.conversation import Conversation, InputEnded
from course.faces.plain.desk import Desk
from course.progress.takeaway.cards import LONGEST
from course.system import paths
from course.visit.course_folder import CourseFolder
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.folders import BAKERY, COUNTER
from tests.journals import open_journal


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a learner keeps documents; it is not the folder one stands in."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: folder)
    return folder


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    """Somebody at the counter who has not played yet."""
    return visit_to(COUNTER, tmp_path)


def visit_to(course: Path, home: Path) -> Visit:
    return Visit(CourseFolder(course), open_journal(home / "j.db"), Settings(), settings_path=home / "settings.json")


def said(does: Callable[[Desk], None], visit: Visit, *typed: str) -> str:
    """What is said while these lines are typed."""
    told = StringIO()
    does(Desk(visit, Conversation(StringIO("".join(f"{line}\n" for line in typed)), told)))
    return told.getvalue()


def test_all_of_the_page_is_told_with_what_may_be_done_with_it(visit: Visit) -> None:
    told = said(takeaway.tell, visit)
    for each in ("What to do, and what not to do", "Do: ", " Not: ", "You have not played yet", "Type card", "save"):
        assert each in told


def test_the_command_that_it_names_is_one_at_a_terminal_too(visit: Visit) -> None:
    """A report has no face, and so knows no --plain."""
    told = StringIO()
    desk = Desk(visit, Conversation(StringIO(), told))
    desk.talk.on_terminal = True
    takeaway.tell(desk)
    said = " ".join(told.getvalue().split())
    assert "fineline report --html takeaway.html" in said
    assert "--plain" not in said
    assert "--plain" in desk.command("play", "counter")


def test_another_card_is_chosen_or_written_and_stands_on_the_page_from_then_on(visit: Visit) -> None:
    told = said(takeaway.choose_card, visit, "2")
    chosen = told.split("Your card: ")[-1].strip()
    assert f"2. {chosen}" in told
    assert chosen in said(takeaway.tell, visit)
    said(takeaway.choose_card, visit, "own", "If it rains, I wait.")
    assert "If it rains, I wait." in said(takeaway.tell, visit)
    assert "If it rains, I wait." in said(takeaway.choose_card, visit, ""), "Enter leaves it"
    said(takeaway.choose_card, visit, "1", "")
    assert "If it rains, I wait." in said(takeaway.tell, visit), "one's own words are asked for before they go"
    said(takeaway.choose_card, visit, "1", "yes")
    assert "If it rains, I wait." not in said(takeaway.tell, visit)


@pytest.mark.parametrize("letters", [LONGEST + 1, 5000])
def test_of_a_line_that_is_too_long_it_is_said_what_is_left_out_and_the_rest_answers_nothing(
    visit: Visit, letters: int
) -> None:
    told = said(takeaway.choose_card, visit, "own", "x" * letters)
    assert f"There is room for {LONGEST} characters; the rest is left out." in told
    assert "".join(told.split("Your card: ")[-1].split()) == "x" * LONGEST


def test_a_course_without_cards_asks_for_ones_own(tmp_path: Path) -> None:
    told = said(takeaway.choose_card, visit_to(BAKERY, tmp_path), "If it rains, I wait.")
    assert told.rstrip().endswith("Your card: If it rains, I wait.")


def test_it_is_saved_among_the_documents_and_over_nothing_that_is_not_to_go(visit: Visit, documents: Path) -> None:
    told = said(takeaway.save_page, visit, "")
    (page,) = documents.iterdir()
    assert f"Saved as {page}." in told
    page.write_text("mine")
    told = said(takeaway.save_page, visit, "", "no")
    assert (f"{page} is there already" in told, page.read_text()) == (True, "mine")
    said(takeaway.save_page, visit, "", "yes")
    assert page.read_text().startswith("<!doctype html>")
    for name, why in ((str(paths.journal_file()), "belongs to Fine Line"), ("x" * 300, "too long")):
        assert why in said(takeaway.save_page, visit, name, "yes")
    said(takeaway.save_page, visit, "notes.md", "yes")
    assert (documents / "notes.md").read_text().startswith("# ")


def test_a_word_that_was_typed_for_something_else_is_no_file(visit: Visit, documents: Path) -> None:
    """Any word is a name, too; so its path is shown, and Enter leaves it."""
    told = said(takeaway.save_page, visit, "results", "")
    assert f"That is {documents / 'results.html'}. Save it there?" in told
    assert "Nothing was written." in told
    assert "Nothing was written." in said(takeaway.save_page, visit, "no")
    told = said(takeaway.save_page, visit, "help", "no")
    assert f"A name alone is saved in {documents}" in told
    with pytest.raises(InputEnded):
        said(takeaway.save_page, visit, "quit")
    assert not list(documents.iterdir())
