"""Two recordings, held against each other.

    python -m tests.recorded.compare BEFORE AFTER

Prints what differs, play by play, and nothing where nothing does. The exit status is 1 when something differs.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

STEP = "==== "
"""Begins the line that says which key was pressed, where screens are on record."""
_ANSWER = ">"
_AROUND = 2
"""Lines shown around a difference."""


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """What differs, as lines to read: for each play its name, and for each place what had been typed there."""
    for name in sorted({*before, *after}):
        if name not in after:
            yield f"{name} is only in the first."
        elif name not in before:
            yield f"{name} is only in the second."
        elif before[name] != after[name]:
            yield f"{name} differs:"
            yield from _changed(before[name].splitlines(), after[name].splitlines())


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        first = next(start for what, start, *_ in group if what != "equal")
        typed = next((line for line in reversed(old[:first]) if line.startswith((STEP, _ANSWER))), "")
        yield f"  line {first + 1}" + (f", after {typed.strip('=> ') or 'Enter'}:" if typed else ":")
        for what, old_from, old_to, new_from, new_to in group:
            if what == "equal":
                yield from (f"      {line}" for line in old[old_from:old_to])
            else:
                yield from (f"    - {line}" for line in old[old_from:old_to])
                yield from (f"    + {line}" for line in new[new_from:new_to])


def recording(folder: Path) -> dict[str, str]:
    """Every play in a folder, by its name below it."""
    files = sorted(folder.rglob("*.txt"))
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def main() -> int:
    """Compare the folders that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.recorded.compare", description="Compare two recordings.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args()
    for folder in (options.before, options.after):
        if not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    found = False
    for line in differences(recording(options.before), recording(options.after)):
        found = True
        print(line)
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
