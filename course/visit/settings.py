"""The learner's settings: a small JSON file, replaced whole so that it is never half written."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import msgspec

from course.model.record import Record
from course.system import paths


class Settings(Record):
    """What a learner may set."""

    theme: str = ""
    """A theme's name, or `""` for the usual one."""
    extra_minute: bool = True
    motion: bool = True
    practice: bool = True
    """Whether home offers to practise again."""
    interview: str = ""
    """The day of the learner's next interview, like 2026-11-27, or `""`."""


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a sentence if they could not all be read. A damaged file is set aside."""
    try:
        data = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"Your settings in {path} cannot be read ({error.strerror}); the usual ones apply."
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)
    settings, refused = Settings(), []
    for field in (each for each in msgspec.structs.fields(Settings) if each.name in data):
        try:
            given = msgspec.convert(data[field.name], field.type)
            settings = msgspec.structs.replace(settings, **{field.name: given})
        except msgspec.ValidationError:
            refused.append(field.name)
    if refused:
        return settings, f"Your settings in {path} make no sense for {', '.join(refused)}; there the usual ones apply."
    return settings, ""


def save(path: Path, settings: Settings) -> str:
    """Keep the settings; `""`, or a sentence saying why they could not be kept."""
    temporary = ""
    try:
        paths.private_folder(path.parent)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(settings), indent=2))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        return f"Your settings could not be kept ({error.strerror}: {path}). They hold until you quit."
    return ""


def _set_aside(path: Path) -> str:
    try:
        moved = paths.aside(path, time.strftime("%Y%m%d-%H%M%S"))
        path.rename(moved)
    except OSError:
        return f"Your settings in {path} are damaged; the usual ones apply."
    return f"Your settings were damaged, so the usual ones apply. The damaged file is now {moved}."
