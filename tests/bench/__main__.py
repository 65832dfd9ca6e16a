"""The table of speeds: `python -m tests.bench`, or some rows of it with `--only NAME`; about three minutes for all.

Every ratio comes from one run in which both are measured in turn; it is the median of what the rounds gave.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from importlib import import_module
from pathlib import Path

BENCHES = ("start", "keys", "check", "preview", "journal", "odds", "room")
"""Each is a module with a function `rows`."""


def main() -> None:
    """Measure what is asked for, and print each row as soon as it is known."""
    parser = argparse.ArgumentParser("python -m tests.bench", description=__doc__, allow_abbrev=False)
    parser.add_argument("--only", metavar="NAME", action="append", choices=BENCHES, help=", ".join(BENCHES))
    names = parser.parse_args().only or BENCHES
    with tempfile.TemporaryDirectory() as bytecode:
        # Whoever installs Fine Line has it compiled; a checkout need not be, and must not be compared as it is.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ |= {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONPATH": str(Path.cwd())}
        print("| what | now | aim |\n|---|---|---|")
        for name in names:
            # Only now, since a child's peak memory is never less than that of the process that starts it.
            for row in import_module(f"tests.bench.{name}").rows():
                print(f"| {row.what} | {row.shown} | {row.aim} |", flush=True)


if __name__ == "__main__":
    main()
