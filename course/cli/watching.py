"""A command that is run again whenever a file of its course is saved."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from course.authoring.watch import EVERY, Watch


def again_and_again(folder: Path, run: Callable[[], int]) -> NoReturn:
    """Run it now and after each change, on a clean screen if there is one; Ctrl+C ends it."""
    watch = Watch(folder)
    while True:
        if sys.stdout.isatty():
            print("\x1b[2J\x1b[3J\x1b[H", end="")  # clear the screen and what was scrolled out of it
        run()
        print(f"\n{time.strftime('%H:%M:%S')}  Watching {folder}. Ctrl+C ends it.", flush=True)
        while not watch.changed():
            time.sleep(EVERY)
