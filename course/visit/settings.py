"""The learner's settings: a small JSON file, replaced whole so that it is never half written."""

from __future__ import annotations

import json
import os
import tempfile
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from course.system import paths


@dataclass(frozen=True, slots=True)
class Settings:
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
    """The settings, and a sentence if they could not be read. A damaged file is set aside."""
    try:
        data = json.loads(path.read_bytes())
        if not isinstance(data, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"Your settings in {path} cannot be read ({error.strerror}); the usual ones apply."
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)
    kinds = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    known = {name: data[name] for name, kind in kinds.items() if isinstance(data.get(name), kind)}
    return Settings(**known), ""


def save(path: Path, settings: Settings) -> str:
    """Keep the settings; `""`, or a sentence saying why they could not be kept."""
    temporary = ""
    try:
        paths.private_folder(path.parent)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
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
