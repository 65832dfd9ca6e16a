"""A short mark of a scene's content, by which a learner's history knows that the scene was changed."""

from __future__ import annotations

from collections.abc import Iterator

from course.model import Contact, Former, Scene, Seen
from course.model.record import Record


def revision(scene: Scene) -> str:
    """Twelve hexadecimal digits that change when anything changes that a learner reads or answers at this scene."""
    from hashlib import blake2b  # slow to import, and not needed before the first page

    parts = [scene.title, "" if scene.day is None else str(scene.day), *_texts(scene.text, scene.former)]
    for each in (scene.arrives, scene.body):
        parts += _texts(each, scene.former)
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


_FLOW = {"next", "flip", "when", "twin"}
"""What says where a scenario goes, and what is offered; nobody reads it."""
_LATER = {"know", "either_way", "asks", "sides", "first", "earlier", "came"}
"""Fields that journals of the first edition know nothing of: where they are not used, a mark stays as it was."""


def _texts(value: object, former: Former) -> Iterator[str]:
    """Everything in a value but what comes after it, with the ids that were there first. Of a contact, what learners
    read."""
    if isinstance(value, Contact):
        yield value.words
    elif isinstance(value, Seen):
        yield former.people.get(value.by, value.by)
        yield from _texts(value.text, former)
        yield ""  # the marks in journals were made with an end behind each
    elif isinstance(value, Record):
        for name in value.__struct_fields__:
            each = getattr(value, name)
            if name in _FLOW or (name in _LATER and each == _default(value, name)):
                continue
            if name == "id":
                yield former.options.get(each, each)
            elif name in ("follows", "breaks"):
                yield from (*(former.rules.get(rule, rule) for rule in each), "")
            else:
                yield from _texts("" if each is None and name == "contact" else each, former)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, former)
        yield ""
    else:
        yield str(value)


def _default(record: Record, name: str) -> object:
    """What a field holds that nobody filled; the last fields of a record have defaults."""
    return record.__struct_defaults__[record.__struct_fields__.index(name) - len(record.__struct_fields__)]
