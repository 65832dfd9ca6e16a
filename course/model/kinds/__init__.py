"""The exercise kinds as records, one module each, and the one list of them. Nothing here judges or shows; see
`course.engine.kinds`."""

from __future__ import annotations

from typing import TypeAlias

from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort

Composed: TypeAlias = MessageInParts | Calendar
"""What is put together first and then sent, so that all of it can be set beside what is advised."""
Exercise: TypeAlias = Choices | Sort | Onward | Composed
"""What a learner does at a scene. A kind that is in this list and is forgotten elsewhere is an error to mypy."""
