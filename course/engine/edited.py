"""Moves carried over to an edited scenario: a scene that was renamed and a choice that was reworded are followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from course.engine import kinds
from course.engine.events import Drafted, Move, Sent
from course.engine.outcome import Answer
from course.model import Ending, Scenario, Scene

Names = dict[str, str]


def renamed(old: Scenario, new: Scenario) -> Names:
    """What scenes that are gone are called now: the new one with the same text, or the only new one there is."""
    gone = [scene for name, scene in old.scenes.items() if name not in new.scenes]
    fresh = [scene for name, scene in new.scenes.items() if name not in old.scenes]
    names = {}
    for scene in gone:
        alike = [each for each in fresh if type(each.body) is type(scene.body)]
        found = next((each for each in alike if each.text == scene.text), None)
        if found is None and len(gone) == len(fresh) == 1:
            found = next(iter(alike), None)
        if found is not None:
            names[scene.id] = found.id
            fresh.remove(found)
    return names


def reworded(old: Scene, new: Scene) -> dict[Answer, Answer]:
    """What answers that are gone are called now: an id made from a text changes when the text is mended.

    They are known by their place, as long as the scene offers as many answers as before.
    """
    before, after = _answers(old), _answers(new)
    if len(before) != len(after):
        return {}
    return {was: now for was, now in zip(before, after, strict=True) if was not in after and now not in before}


def carried(moves: Iterable[Move], old: Scenario, new: Scenario) -> tuple[Move, ...]:
    """The moves made in the old version, in the words of the new one."""
    names = renamed(old, new)
    return tuple(_carried(move, old, new, names) if isinstance(move, Drafted | Sent) else move for move in moves)


def _carried(move: Drafted | Sent, old: Scenario, new: Scenario, names: Names) -> Move:
    name = names.get(move.scene, move.scene)
    if name not in new.scenes or move.scene not in old.scenes:
        return move
    words = reworded(old.scenes[move.scene], new.scenes[name])
    if isinstance(move, Drafted):
        return replace(move, scene=name, draft=tuple(words.get(each, each) for each in move.draft))
    return replace(move, scene=name, answers=tuple(words.get(each, each) for each in move.answers))


def _answers(scene: Scene) -> list[Answer]:
    if isinstance(scene.body, Ending):
        return []
    return list(dict.fromkeys(each.answer for _, possible in kinds.turns(scene.body) for each in possible))
