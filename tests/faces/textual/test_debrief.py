"""Looking back on the screen: words before numbers, the advised version beside one's own, and every option's reason."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from course.engine.advised import advised_whole
from course.engine.outcome import Answer
from course.faces.textual.debrief import Debrief
from course.faces.textual.other_options import Others
from course.model.kinds.sort import Sort
from course.visit.settings import Settings
from tests.faces.textual.stage import make_app, rows, text, until
from tests.market import FOLDER, exercise

NOTE = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday"))
CARD, CALL, VISIT = "thank-you-card-to-ines", "call-ines", "stand-at-the-stall"
DAYS = (("1", CARD), ("7", CALL), ("7", VISIT))


def statements() -> Sort:
    found = exercise("apron")
    assert isinstance(found, Sort)
    return found


@asynccontextmanager
async def debrief(home: Path, at: str, *sent: tuple[Answer, ...], width: int = 80) -> AsyncIterator[Pilot[int]]:
    """The debrief after these were sent at a scene, each after going back; `()` is the first answer that shows."""
    app = make_app(home, course=FOLDER, settings=Settings(motion=False, extra_minute=False))
    async with app.run_test(size=(width, 40)) as pilot:
        session, _ = app.visit.play("market", at=at)
        for number, answers in enumerate(sent):
            if number:
                session.rewind(0)
            if session.play.whole():
                session.sketch(answers)
            session.choose(*(session.play.ready() or answers or [session.play.shown()[0].answer]))
        app.push_screen(Debrief(session))
        await until(pilot, lambda: isinstance(app.screen, Debrief) and app.screen.is_mounted)
        yield pilot


async def options_of_the_first(pilot: Pilot[int]) -> str:
    """What the key for the other options shows of the first decision."""
    await pilot.press("o")
    await until(pilot, lambda: isinstance(pilot.app.screen, Others) and pilot.app.screen.is_mounted)
    return text(pilot)


async def test_words_come_before_numbers(tmp_path: Path) -> None:
    async with debrief(tmp_path, "note", NOTE) as pilot:
        said = text(pilot)
        words, numbers, list_ = (said.index(each) for each in ("This happened once", "this attempt", "  1  The note"))
        assert words < numbers < list_


async def test_what_was_only_tried_stands_apart(tmp_path: Path) -> None:
    async with debrief(tmp_path, "note", NOTE, NOTE) as pilot:
        said = text(pilot)
        assert said.index("  1  The note") < said.index("What you tried since") < said.index("  2  The note")


async def test_a_message_stands_beside_the_advised_one_where_there_is_room(tmp_path: Path) -> None:
    async with debrief(tmp_path, "note", NOTE, width=140) as pilot:
        await pilot.press("end")
        assert any("Yours" in row and "As advised" in row for row in rows(pilot.app))
        assert any("Dear Ines, thank you for the apron" in row for row in rows(pilot.app))


async def test_and_one_below_the_other_where_there_is_not(tmp_path: Path) -> None:
    async with debrief(tmp_path, "note", NOTE) as pilot:
        lines = [line.strip() for line in text(pilot).splitlines()]
        assert lines.index("Yours") < lines.index("As advised")


async def test_a_calendar_too(tmp_path: Path) -> None:
    async with debrief(tmp_path, "days", DAYS) as pilot:
        yours, _, advised = text(pilot).partition("As advised")
        assert "Stand at the stall" in yours.partition("Yours")[2]
        assert "Stand at the stall" not in advised
        assert "Call Ines" in advised


async def test_each_alternative_of_a_message_has_its_reason_one_key_away(tmp_path: Path) -> None:
    async with debrief(tmp_path, "note", NOTE) as pilot:
        said = await options_of_the_first(pilot)
        for reason in ("It is her name.", "She told you her name twice.", "It says what for.", "Tomorrow is Tuesday."):
            assert reason in said


async def test_and_so_has_what_a_calendar_left_out(tmp_path: Path) -> None:
    async with debrief(tmp_path, "days", (("1", CARD), ("7", VISIT))) as pilot:
        said = await options_of_the_first(pilot)
        left_out = said.partition("What you left out")[2]
        assert "Friday has come." in left_out
        assert "She said Friday." in left_out


async def test_a_statement_has_its_reason_too(tmp_path: Path) -> None:
    async with debrief(tmp_path, "apron", ()) as pilot:
        said = await options_of_the_first(pilot)
        assert "✗ You said do: " in said
        assert sum(each.because in said for each in statements().statements if isinstance(each.because, str)) == 1


async def test_an_option_says_which_rules_it_breaks_and_which_it_keeps(tmp_path: Path) -> None:
    async with debrief(tmp_path, "note", NOTE) as pilot:
        said = await options_of_the_first(pilot)
        after = said.partition("I will look in tomorrow")[2]
        assert "Don't" in after
        assert "  Do  " not in said


async def test_what_was_only_tried_is_not_what_one_chose(tmp_path: Path) -> None:
    """After going back, the key for the other options still shows the first answer, until another is pointed at."""
    async with debrief(tmp_path, "note", advised_whole(exercise("note")), NOTE) as pilot:
        said = await options_of_the_first(pilot)
        assert "You chose: Thanks: Say nothing of it" not in said
        assert "You chose: Thanks: thank you for the apron" in said
