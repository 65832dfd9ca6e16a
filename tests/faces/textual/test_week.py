"""The week on the page: in the margin of a wide window; in a narrow one as a strip that says what its marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from course.engine.known import Known, Learned
from course.engine.week import Day
from course.faces.textual.scenario.margin import fitted
from course.faces.textual.widgets.days import Days
from course.model import Contact, Head, Medium, Message, Person
from course.visit.positions import Position
from course.words.positions import words
from tests.faces.textual.stage import make_app, rows, story, told

HEAD = Head("job", "Job", "job.yaml", starts_on="Friday")
THANKS = Contact("thank-you e-mail")
ANSWER = "An answer by Wednesday."
DAYS = (
    Day(0, (THANKS,), ()),
    *(Day(number, (), ()) for number in (1, 2, 3, 4)),
    Day(5, (), (ANSWER,)),
    Day(6, (Message(Medium.EMAIL, "Hello.", "Priya"),), (), True),
)
KNOWN = Known(
    (Learned(0, ANSWER, 5), Learned(0, "Write, don't call.")), (Person("priya", "Priya", "office manager"),), ()
)


def margin(height: int) -> list[str]:
    return [line.plain.rstrip() for line in fitted(HEAD, DAYS, KNOWN, 34, height)]


def test_every_day_has_its_line_where_there_is_room() -> None:
    assert margin(20) == [
        "The week",
        "Fri  You: thank-you e-mail",
        *("Sat", "Sun", "Mon", "Tue"),
        "Wed  An answer by Wednesday.",
        "Thu  today",
        "     Email from Priya",
        "",
        "What you know",
        "Write, don't call.",
        "",
        "Who is who",
        "Priya  office manager",
    ]


@pytest.mark.parametrize("height", [9, 10, 11, 12, 13])
def test_what_decides_is_in_view_however_low_the_window_is(height: int) -> None:
    lines = margin(height)
    assert len(lines) <= height
    assert sum(ANSWER in line for line in lines) == 1
    assert "Thu  today" in lines
    assert "Write, don't call." in lines
    if height < 11:
        assert any(line.endswith("1 from you") for line in lines), "the oldest days stand on one line"


def strip(width: int, of: Sequence[Day] = DAYS) -> str:
    days = Days(HEAD)
    days.show(of)
    (line,) = days.lines(width, 1)
    assert line.cell_length <= width
    return " ".join(line.plain.split())


def test_the_strip_says_what_its_marks_mean_and_leaves_out_days_of_which_nothing_is_known_first() -> None:
    assert strip(90) == "Fri• Sat Sun Mon Tue Wed▪ Thu◦ today • from you ◦ to you ▪ known"
    assert strip(72) == "Fri• … Sun Mon Tue Wed▪ Thu◦ today • from you ◦ to you ▪ known", "what was sent stays"
    assert strip(52) == "… Wed▪ Thu◦ today ◦ to you ▪ known"
    assert strip(24) == "… Thu◦ today ◦ to you"


AHEAD = (
    Day(0, (THANKS,), (), True),
    *(Day(number, (), ()) for number in (1, 2, 3)),
    Day(4, (), (ANSWER,)),
    Day(5, (), ("Her last day.",)),
)


def test_what_the_marks_mean_goes_before_a_day_ahead_of_which_something_is_known() -> None:
    assert strip(52, AHEAD) == "Fri• today … Tue▪ Wed▪ • from you ▪ known"
    assert strip(40, AHEAD) == "Fri• today Sat Sun Mon Tue▪ Wed▪"
    assert strip(30, AHEAD) == "Fri• today … Tue▪ Wed▪"
    assert strip(22, AHEAD) == "Fri• today … Tue▪ …"


@pytest.mark.parametrize("width", range(13, 90))
@pytest.mark.parametrize("of", [DAYS, AHEAD], ids=["past", "ahead"])
def test_however_narrow_the_strip_is_days_that_it_leaves_out_have_their_dots(of: Sequence[Day], width: int) -> None:
    line = strip(width, of)
    shown = sum(day in line for day in ("Fri", "Sat", "Sun", "Mon", "Tue", "Wed", "Thu"))
    assert (shown < len(of)) == ("…" in line)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (Position(3, 6, 6, 6), "3 of 6"),
        (Position(6, 6, 6, 6), "6 of 6, the last"),
        (Position(3, 4, 7, 5), "3 of about 5"),
        (Position(2, 4, None, 0), "2 of 4 or more"),
        (Position(1, 1, 1, 1), ""),
    ],
)
def test_where_one_is_in_a_few_words(at: Position, said: str) -> None:
    assert words(at) == said


@pytest.mark.parametrize(("size", "wide"), [((110, 30), True), ((109, 30), False)])
async def test_from_110_columns_on_the_week_stands_beside_the_scenario(
    size: tuple[int, int], wide: bool, tmp_path: Path
) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "2")
        page = story(pilot)
        assert (page.margin.display, page.days.display) == (wide, not wide)
        assert page.sheet.size.width <= 72
        assert ("The week" in "\n".join(rows(app))) == wide


async def test_a_wrong_key_pushes_no_option_out_of_view(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        height = story(pilot).sheet.size.height
        await pilot.press("f9")
        assert told(pilot) == "F9 does nothing here"
        assert story(pilot).sheet.size.height == height
