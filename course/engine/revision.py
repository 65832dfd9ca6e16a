"""A short mark of a scene's content, by which a learner's history knows that the scene was changed."""

from __future__ import annotations

from collections.abc import Iterator

from course.model import Contact, Scene, Seen
from course.model.record import Record


def revision(scene: Scene) -> str:
    """Twelve hexadecimal digits that change when anything changes that a learner reads or answers at this scene."""
    from hashlib import blake2b  # slow to import, and not needed before the first page

    parts = [scene.title, "" if scene.day is None else str(scene.day), scene.text]
    for each in (scene.arrives, scene.body):
        parts += _texts(each)
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def _texts(value: object) -> Iterator[str]:
    """Everything in a value but what comes after it. Of a contact, what learners read."""
    if isinstance(value, Contact):
        yield value.words
    elif isinstance(value, Seen):
        yield from (value.by, value.text, "")  # the marks in journals were made with an end behind each
    elif isinstance(value, Record):
        for name in value.__struct_fields__:
            if name not in ("next", "flip"):
                each = getattr(value, name)
                yield from _texts("" if each is None and name == "contact" else each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
        yield ""
    else:
        yield str(value)
