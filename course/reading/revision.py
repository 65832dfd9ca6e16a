"""A short mark of a scene's content, by which a learner's history knows that the scene was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from course.model import Choices, Message, Scenario, Scene


def marked(scenario: Scenario) -> Scenario:
    """The scenario with the revision of each scene."""
    scenes = {name: replace(scene, revision=revision(scene)) for name, scene in scenario.scenes.items()}
    return Scenario(scenario.head, scenes)


def revision(scene: Scene) -> str:
    """Twelve hexadecimal digits that change when anything changes that a learner reads or answers here."""
    from hashlib import blake2b  # slow to import, and not needed before the first screen

    body = scene.body
    parts = [scene.title, "" if scene.day is None else str(scene.day), scene.text]
    parts += _messages(scene.arrives)
    if isinstance(body, Choices):
        for each in body.options:
            parts += (each.id, each.say, *each.follows, "", *each.breaks, "", each.contact, each.happens)
            parts += _messages(each.arrives)
            parts.append(each.because)
    else:
        parts.append(body.side)
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def _messages(arrives: tuple[Message, ...]) -> Iterator[str]:
    for each in arrives:
        yield from (each.medium, each.sender, each.subject, each.text)
