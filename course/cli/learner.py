"""Whose journal and settings, where several share a machine."""

from __future__ import annotations

import os
import unicodedata

from course.cli.exit_status import CouldNotRun
from course.text.clean import clean

_LONGEST_NAME = 60


def learner(given: str | None) -> str:
    """The learner of that name, or the one whom FINELINE_LEARNER names; `""` for nobody in particular. Small letters
    and capitals are one, and so are all spaces. Raises CouldNotRun."""
    from course.words import say  # by now it is there; the command line does not begin with it

    if any("\ud800" <= each <= "\udfff" for each in _written(given)):  # without it, it would be another's name
        raise CouldNotRun(say("command.learner.no-text", name=_written(given)))
    found = unicodedata.normalize("NFC", called(given).casefold())
    if given is not None and not found:
        raise CouldNotRun(say("command.learner.no-name"))
    if len(found) > _LONGEST_NAME:
        raise CouldNotRun(say("command.learner.too-long", n=_LONGEST_NAME, has=len(found)))
    return found


def called(given: str | None) -> str:
    """The same learner's name as it was written, to be shown."""
    return " ".join(clean(_written(given)).split())


def _written(given: str | None) -> str:
    return os.environ.get("FINELINE_LEARNER", "") if given is None else given
