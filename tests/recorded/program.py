"""The program that is recorded, started as a learner starts it, in a home of its own."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FOREIGN = re.compile(r"NO_COLOR|COLUMNS|LINES|PYTHON\w*|TEXTUAL\w*|FINELINE\w*")
"""Variables of the developer's that would change what is drawn, or which program runs."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMED = rf"(?:[A-Z][a-z]+day, )?\b(?:{_MONTHS}) \d\d?\b(?:, \d{{4}}\b(?!-))?"
_DAY = re.compile(rf"(?:today|tomorrow) \({_NAMED}\)|{_NAMED}|(?<!\d)\d{{4}}-\d\d-\d\d(?!\d)")
"""A day of the year, as the course tells it or takes it: it is another one tomorrow."""
_HOURS = 12 - datetime.now(UTC).hour
"""East of Greenwich by so many hours it is about noon, so that no day ends while it is recorded."""


@dataclass(frozen=True, slots=True)
class Program:
    """A command line that starts the course."""

    command: tuple[str, ...]
    path: str = ""
    """Where Python looks for the course first; `""` where the command knows it by itself."""

    @classmethod
    def named(cls, line: str) -> Program:
        """The program that a command line names. Plays run in folders of their own, so its path is made whole."""
        first, *rest = shlex.split(line)
        return cls((str(Path(first).absolute()) if os.sep in first else first, *rest))

    def environment(self, home: Path) -> dict[str, str]:
        """The same wherever it is recorded, with its own place for journal and settings."""
        kept = {name: value for name, value in os.environ.items() if not _FOREIGN.fullmatch(name)}
        path = {"PYTHONPATH": self.path} if self.path else {}
        clock = {"TZ": f"NOON{-_HOURS:+}", "PYTHONUTF8": "1"}
        return {**kept, **path, **clock, "FINELINE_HOME": str(home)}

    def printed(self, home: Path, *arguments: str) -> list[str]:
        """What a command prints that asks nothing."""
        done = subprocess.run(
            [*self.command, *arguments],
            env=self.environment(home),
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
        return done.stdout.decode(errors="replace").splitlines()

    def stories(self, home: Path) -> list[str]:
        """The id of every story, the warm-up and the after-check among them, as `list` shows them."""
        return [line.split()[0] for line in self.printed(home, "list") if line[:1].strip()]


HERE = Program((sys.executable, "-m", "course"), str(_ROOT))
"""The course beside these tests."""


def furnish(home: Path, *, extra_minute: bool = True, interview: date | None = None) -> None:
    """Settings with which nothing moves, so that a screen is still once it is drawn."""
    day = interview.isoformat() if interview else ""
    chosen = {"motion": False, "extra_minute": extra_minute, "interview": day}
    (home / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")


def tomorrow() -> date:
    """The day after the one that the program takes for today."""
    return (datetime.now(UTC) + timedelta(hours=_HOURS, days=1)).date()


def lasting(lines: Iterable[str], home: Path) -> list[str]:
    """The lines without what is another each time: days that are counted from today, and the folder it happens in."""
    return [_DAY.sub("(a day)", line).replace(str(home), "(home)") for line in lines]
