"""Around the house at the Textual face: home, chapters, settings, results, and what is left when a story is over."""

from __future__ import annotations

from pathlib import Path

from tests.recorded.compare import STEP
from tests.recorded.program import Program, furnish, tomorrow
from tests.recorded.screen import WAIT, Screen

_SETTINGS = ["s", "1", "1", "1", "1", "2", "2", "4", "4", "Esc"]
_WARM_UP = [key for _ in range(9) for key in ("1", "Enter")]
_CHAPTERS = [key for number in "1234" for key in (number, "Space", "Esc")]
_STORY = [
    *("1", "1", "1", "2", "i", "It is only polite.", "Enter", WAIT, "Enter"),
    *("1", "Esc", "2", "3", "Esc", "2", "Enter", "w", "Esc", "Esc"),
]
_PAGES = ["?", "Space", "Esc", "r", "Space", "Space", "Esc", "t", "Space", "Esc", "a", "1", "b", "Esc"]
_PRACTICE = ["g", "1", "2", "o", "Esc", "Enter", "2", "3", "Enter", "Enter", "Esc", "x", "x"]


def visit(program: Program, home: Path) -> list[str]:
    """Go round, beginning in the warm-up, since only a story that is named can be given a seed."""
    furnish(home)
    interview = ["s", "5", "soon", "Enter", *["Backspace"] * 4, tomorrow().isoformat(), "Enter", "Esc"]
    lines: list[str] = []
    arguments = ("play", "warm-up", "--seed", "7")
    lines.append(f"{STEP}fineline {' '.join(arguments)}")
    with Screen(program, home, *arguments) as screen:
        lines += screen.rows
        for key in [
            *_WARM_UP,
            "n",
            "Esc",
            *_SETTINGS,
            *_CHAPTERS,
            *_STORY,
            *_PAGES,
            *_finished(),
            *interview,
            *_PRACTICE,
        ]:
            press(screen, key, lines)
        for key in ("Ctrl+P", "Esc", "q"):
            press(screen, key, lines)
    return lines


def press(screen: Screen, key: str, lines: list[str]) -> None:
    """Press a key, and add to the lines what the screen says then."""
    before = screen.rows
    screen.press(key)
    lines.append(f"{STEP}{key}")
    lines += screen.rows if screen.rows != before else ["(as before)"]


def _finished() -> list[str]:
    """Go on with the story that was left to its end and its debrief, close that, and begin the story once more."""
    return ["Enter", *[key for _ in range(8) for key in ("1", "3", "Enter", "Enter")], "Esc", "r", "1", "2", "Esc"]
