"""The learner's settings: a small JSON file, replaced whole so that it is never half written."""

from __future__ import annotations

import errno
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from course.model.record import Record
from course.system import paths
from course.system.files import NotWritten, bytes_in, save_ours
from course.words import say
from course.words.files import reason


class Settings(Record):
    """What a learner may set."""

    theme: str = ""
    """A theme's name, or `""` for the usual one."""
    extra_minute: bool = True
    motion: bool = True
    practice: bool = True
    """Whether home offers to practice again."""
    day_ahead: str = ""
    """The day that the learner prepares for, like 2026-11-27, or `""`."""
    cards: Mapping[str, str] = {}
    """The if-then card that the learner chose or wrote, by course."""

    @property
    def ahead(self) -> date | None:
        """The same as a day."""
        try:
            return date.fromisoformat(self.day_ahead) if self.day_ahead else None
        except ValueError:  # edited by hand
            return None


def day_ahead(line: str, today: date, before: str = "") -> str:
    """The day that a learner prepares for, as settings keep it; `""` for none. `before` is what was given the last
    time. Raises NotAhead."""
    from course.visit.days import day_meant  # only where a day is typed

    return day_meant(line, today, before).isoformat() if line else ""


def day_ahead_named(settings: Settings, today: date) -> str:
    """The same as everywhere a day is told; what was put there by hand and is none, as it stands; `""` for none."""
    from course.words import sentences  # only where settings are shown

    return sentences.date_name(settings.ahead, today) if settings.ahead else settings.day_ahead


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a sentence if they could not all be read. A damaged file is set aside."""
    try:
        data = msgspec.json.decode(bytes_in(path), type=dict[str, object])
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), say("settings.unreadable", path=path, reason=_reason(error))
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)
    if "interview" in data:  # as the first edition called it
        data.setdefault("day_ahead", data.pop("interview"))
    settings, refused = Settings(), []
    for field in (each for each in msgspec.structs.fields(Settings) if each.name in data):
        try:
            given = msgspec.convert(data[field.name], field.type)
            settings = msgspec.structs.replace(settings, **{field.name: given})
        except msgspec.ValidationError:
            refused.append(field.name)
    if refused:
        return settings, say("settings.refused", path=path, names=", ".join(refused))
    return settings, ""


def save(path: Path, settings: Settings) -> str:
    """Keep the settings; `""`, or a sentence saying why they could not be kept."""
    try:
        paths.private_folder(path.parent)
        save_ours(path, msgspec.json.format(msgspec.json.encode(settings), indent=2))
    except OSError as error:
        return say("settings.not-kept", path=path, reason=_reason(error))
    except NotWritten as problem:
        return say("settings.not-kept", path=path, reason=_reason(problem.error) if problem.error else "")
    return ""


def _reason(error: OSError) -> str:
    """As the system says it, but for those that say nothing to anybody."""
    if error.errno == errno.ELOOP:
        return say("journal.why.nowhere")
    in_the_way = error.errno in (errno.EEXIST, errno.ENOTDIR)
    return say("journal.why.no-folder") if in_the_way else reason(error)


def _set_aside(path: Path) -> str:
    try:
        moved = paths.aside(path, time.strftime("%Y%m%d-%H%M%S"))
        path.rename(moved)
    except OSError:
        return say("settings.damaged", path=path)
    return say("settings.set-aside", path=moved)
