"""Whose journal and settings, where several share a machine."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

from course.cli.exit_status import CouldNotRun
from course.text.clean import clean

if TYPE_CHECKING:
    import argparse

_LONGEST_NAME = 60


def learner_option(parser: argparse.ArgumentParser) -> None:
    """Take `--learner NAME`."""
    parser.add_argument("--learner", metavar="NAME", help="whose journal and settings, where several share a machine")


def learner(given: str | None) -> str:
    """The learner of that name, or the one whom FINELINE_LEARNER names; `""` for nobody in particular. Small letters
    and capitals are one, and so are all spaces. Raises CouldNotRun."""
    name = os.environ.get("FINELINE_LEARNER", "") if given is None else given
    found = unicodedata.normalize("NFC", " ".join(clean(name).split()).casefold())
    if given is not None and not found:
        raise CouldNotRun("--learner needs a name.")
    if len(found) > _LONGEST_NAME:
        raise CouldNotRun(f"A learner's name may have {_LONGEST_NAME} letters; this one has {len(found)}.")
    return found
