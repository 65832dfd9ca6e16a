"""The first round: what home leads through before the chapters, and how far it is."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from course.journal.records import Attempt
from course.model import Side
from course.visit.course_folder import CourseFolder
from course.visit.home import Home, home
from course.visit.offers import Offer
from course.words.home import round_words
from tests.folders import COUNTER
from tests.journals import past

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SORT = "first-round"
"""What the course's warm-up is called there."""


@pytest.fixture
def counter(tmp_path: Path) -> CourseFolder:
    """The course at the counter, with a round of three out of its order."""
    folder = shutil.copytree(COUNTER, tmp_path / "counter")
    file = folder / "course.yaml"
    file.write_text(f"first-round: [{SORT}, declined-loan, wrong-fee]\n" + file.read_text())
    return CourseFolder(folder)


def after(folder: CourseFolder, *played: str, looked_back: bool = False) -> Home:
    """Home once these have been played to an end."""
    attempts = [Attempt(n, each, "1", 1, NOON, NOON, Side.RIGHT, ()) for n, each in enumerate(played, 1)]
    return home(folder, past(*attempts), (), looked_back=looked_back)


@pytest.mark.parametrize(
    ("played", "then", "told"),
    [
        ((), SORT, (0, 11)),
        ((SORT,), "declined-loan", (1, 9)),
        ((SORT, "declined-loan"), "wrong-fee", (2, 4)),
        ((SORT, "wrong-fee", "lost-card"), "declined-loan", (2, 5)),
    ],
)
def test_home_leads_through_it_in_its_own_order(
    played: tuple[str, ...], then: str, told: tuple[int, int], counter: CourseFolder
) -> None:
    found = after(counter, *played)
    assert found.first_round is not None
    assert found.in_round
    assert found.next_up is not None
    assert (found.next_up.id, (found.first_round.finished, found.first_round.minutes)) == (then, told)


def test_its_stories_are_counted_as_the_chapters_count_theirs(counter: CourseFolder) -> None:
    """The warm-up is none of them: else one is done over chapters in which none is."""
    rounds = [after(counter, *played).first_round for played in ((), (SORT,), (SORT, "wrong-fee"))]
    said = [round_words(each) for each in rounds if each]
    assert said == [
        "warm-up and 2 scenarios, about 11 minutes",
        "2 short scenarios, about 9 minutes",
        "1 of 2 scenarios played, about 5 minutes left",
    ]


def test_after_it_come_the_chapters_in_the_courses_order(counter: CourseFolder) -> None:
    found = after(counter, SORT, "declined-loan", "wrong-fee")
    assert (found.in_round, found.round_just_over) == (False, True)
    assert found.next_up is not None
    assert found.next_up.id == "lost-card"
    more = after(counter, SORT, "declined-loan", "wrong-fee", "lost-card")
    assert not more.round_just_over, "said once, until something else is played"


def test_it_ends_with_the_results_before_anything_else_comes_next(counter: CourseFolder) -> None:
    ended = after(counter, SORT, "declined-loan", "wrong-fee")
    assert ended.offers & {Offer.ROUND_RESULTS, Offer.BEGIN} == {Offer.ROUND_RESULTS}
    seen = after(counter, SORT, "declined-loan", "wrong-fee", looked_back=True)
    assert seen.offers & {Offer.ROUND_RESULTS, Offer.BEGIN} == {Offer.BEGIN}
    more = after(counter, SORT, "declined-loan", "wrong-fee", "lost-card")
    assert more.offers & {Offer.ROUND_RESULTS, Offer.BEGIN} == {Offer.BEGIN}


def test_while_it_lasts_every_chapter_goes_on_with_what_home_goes_on_with(counter: CourseFolder) -> None:
    found = after(counter, SORT)
    assert len(found.chapters) > 1
    assert all(found.goes_on(each.chapter) == found.next_up for each in found.chapters)
    over = after(counter, SORT, "declined-loan", "wrong-fee")
    for each in over.chapters:
        done = all(listed.progress for listed in each.scenarios)
        goes_on = over.goes_on(each.chapter)
        assert goes_on is None if done else goes_on in each.chapter.heads, "then each with its own, if any is left"


def test_whoever_plays_another_one_first_is_not_asked_to_warm_up_for_it(counter: CourseFolder) -> None:
    found = after(counter, "lost-card")
    assert found.first_round is not None
    assert [each.head.id for each in found.first_round.scenarios] == ["declined-loan", "wrong-fee"]


def test_what_cannot_be_opened_is_passed_over(counter: CourseFolder) -> None:
    (counter.path / "declined-loan.yaml").write_text("title: The declined loan\nstart: nowhere\n")
    counter.check()
    found = after(counter, SORT)
    assert found.first_round is not None
    assert [each.head.id for each in found.first_round.scenarios] == [SORT, "wrong-fee"]


def test_nobody_says_how_long_it_takes_where_nobody_has_said_it_of_all_of_it(counter: CourseFolder) -> None:
    file = counter.path / "wrong-fee.yaml"
    file.write_text(file.read_text().replace("minutes: 4\n", "", 1))
    found = after(CourseFolder(counter.path))
    assert found.first_round is not None
    assert found.first_round.minutes is None


def test_a_course_without_one_begins_with_its_warm_up_as_before() -> None:
    found = after(CourseFolder(COUNTER))
    assert found.first_round is None
    assert found.next_up is not None
    assert found.next_up.id == SORT
    assert not found.in_round
