"""Key press to settled repaint, over a real terminal of 100x32, playing a scenario back and forth.

    python -m tests.bench.keys [DECISIONS]

Settled means that the last byte has come. Motion is off, since a sliding mark is meant to take its time.
The same is measured for the smallest Textual app that redraws a line at each key, in the same run.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from course.visit.settings import Settings, save
from tests.terminal import Terminal

REDRAWING = [sys.executable, str(Path(__file__).with_name("redrawing_app.py"))]
OURS = [sys.executable, "-m", "course", "play", "parking-lot", "--seed", "1"]


def times(command: list[str], sign: str, keys: str, home: Path) -> list[float]:
    """Milliseconds from each key to the last byte it causes."""
    env = {"FINELINE_HOME": str(home), "PYTHONPATH": str(Path.cwd())}
    with Terminal(command, columns=100, rows=32, env=env) as terminal:
        terminal.read_until(sign)
        terminal.settle(0.5)
        result = []
        for key in keys:
            sent = terminal.send(key)
            result.append((terminal.settle(0.08) - sent) * 1000)
        return result


def main(decisions: int) -> None:
    """Measure, and print both as percentiles and as a ratio."""
    keys = "1ab" * decisions
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        save(home / "settings.json", Settings(motion=False))
        bare = times(REDRAWING, "Redrawing", "x" * len(keys), home)
        ours = times(OURS, "The parking lot", keys, home)
    for name, found in (("smallest redrawing app", bare), ("a decision in a story", ours)):
        cuts = statistics.quantiles(found, n=100)
        print(f"{name}: median {statistics.median(found):.1f} ms, p99 {cuts[98]:.1f} ms, {len(found)} keys")
    print(f"ratio of the medians: {statistics.median(ours) / statistics.median(bare):.1f} (aim: p99 of 16 ms)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
