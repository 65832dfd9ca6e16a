"""What a face is asked to open with."""

from __future__ import annotations

from pathlib import Path

from course.model.record import Record


class Request(Record):
    """The course, and where in it to begin."""

    folder: Path
    """The course folder, as `course.reading.files.find.find_course` finds it."""
    scenario: str = ""
    """A scenario's id, or `""` for home."""
    at: str = ""
    """A scene to rehearse from, or `""` for where the scenario was left, or its start."""
    seed: int | None = None
    """Orders the choices; None gives each attempt a fresh one."""
    learner: str = ""
    """Whose journal and settings; `""` for the one learner of most machines."""
    called: str = ""
    """The learner's name as it was written."""
    companion: bool = False
    """Whether to open the companion, and nothing else."""
