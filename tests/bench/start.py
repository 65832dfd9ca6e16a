"""Cold start to the home screen, with titles and progress shown, and peak memory.

    python -m tests.bench.start [ROUNDS]

Both are ratios to the smallest Textual app, started in turn in the same run on a real terminal of
100x32. The journal holds a played scenario, so that progress has something to compute.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from pathlib import Path

from course.engine.play import Phase
from course.journal import Journal
from course.reading.find import find_course
from course.visit.course_folder import CourseFolder
from course.visit.session import Session
from tests.terminal import Terminal

SMALLEST = [sys.executable, str(Path(__file__).with_name("smallest_app.py"))]
OURS = [sys.executable, "-m", "course"]


def play_some(home: Path) -> None:
    """Finish the first scenario and begin the second, as a learner would have."""
    folder = CourseFolder(find_course(None))
    journal = Journal.open(home / "journal.db")
    for number, head in enumerate(folder.heads[:2]):
        scenario = folder.open(head.id)
        assert scenario is not None
        session = Session.start(folder.course, scenario, journal, seed=1, extra_minute=False)
        for _ in range(1 if number else 40):
            if session.play.phase is Phase.ENDED:
                break
            session.choose(random.Random(number).choice(session.play.shown()).answer)
            session.go_on()
    journal.close()


def once(command: list[str], sign: str, leave: str, home: Path) -> tuple[float, int]:
    """Start, wait for `sign`, and leave; seconds to the sign, and peak memory in KiB."""
    env = {"FINELINE_HOME": str(home), "PYTHONPATH": str(Path.cwd())}
    with Terminal(command, columns=100, rows=32, env=env) as terminal:
        shown = terminal.read_until(sign)
        terminal.settle()
        terminal.send(leave)
        terminal.wait()
        return shown - terminal.started, terminal.peak_kib


def main(rounds: int) -> None:
    """Measure, and print the medians of the ratios."""
    starts, sizes = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        play_some(home)
        for number in range(rounds + 1):
            empty, empty_size = once(SMALLEST, "Smallest", "q", home)
            ours, our_size = once(OURS, "Reconnecting", "q", home)
            if number:  # the first round only warms the caches
                starts.append(ours / empty)
                sizes.append(our_size / empty_size)
    for name, ratios, aim in (("cold start to home", starts, 1.25), ("peak memory", sizes, 1.4)):
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        print(f"{name}: {middle:.2f}x the smallest Textual app (from {low:.2f} to {high:.2f}; aim {aim})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
