"""Cold start to home, with titles and progress shown, and peak memory, beside the smallest Textual app.

Both are started in turn on a real terminal of 100x32. The journal holds a played scenario, so that progress has
something to compute.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from course.engine.advised import advised_whole
from course.engine.play import Phase
from course.reading.files.find import find_course
from course.visit.course_folder import CourseFolder
from course.visit.session import Session
from tests.bench.row import Row, ratio
from tests.journals import open_journal
from tests.terminal import Terminal

SMALLEST = [sys.executable, str(Path(__file__).with_name("smallest_app.py"))]
OURS = [sys.executable, "-m", "course"]
HOME = "Reconnecting"
"""What home says and nothing before it."""
_ROUNDS = 12


def play_some(home: Path) -> None:
    """Finish the first scenario and begin the second, as a learner would have."""
    folder = CourseFolder(find_course(None))
    journal = open_journal(home / "journal.db")
    for number, head in enumerate(folder.heads[:2]):
        scenario = folder.open(head.id)
        assert scenario is not None
        session = Session.start(folder.course, scenario, journal, seed=1, extra_minute=False)
        for _ in range(1 if number else 40):
            if session.play.phase is Phase.ENDED:
                break
            _one_step(session, random.Random(number))
    journal.close()


def _one_step(session: Session, chance: random.Random) -> None:
    """Answer what is asked, and read on. What is sent at one go is sent as advised."""
    play = session.play
    if play.exercise is not None and play.whole():
        session.choose(*advised_whole(play.exercise))
    elif possible := play.shown():
        session.choose(chance.choice(possible).answer)
    session.go_on()


def once(command: list[str], sign: str, home: Path) -> tuple[float, int]:
    """Start, wait for `sign`, and leave; seconds to the sign, and peak memory in KiB."""
    with Terminal(command, columns=100, rows=32, env={"FINELINE_HOME": str(home)}) as terminal:
        shown = terminal.read_until(sign)
        terminal.settle()
        terminal.send("q")
        terminal.wait()
        return shown - terminal.started, terminal.peak_kib


def rows() -> Iterator[Row]:
    """Measure in turn; the first round only warms the caches."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        play_some(home)
        found = [(once(OURS, HOME, home), once(SMALLEST, "Smallest", home)) for _ in range(_ROUNDS + 1)][1:]
    yield ratio("cold start to home / smallest Textual app", [(ours[0], theirs[0]) for ours, theirs in found], 1.2)
    yield ratio("its peak memory / smallest Textual app", [(ours[1], theirs[1]) for ours, theirs in found], 1.4)
