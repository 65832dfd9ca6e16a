"""Events carried over to an edited scenario: a scene that was renamed and a choice that was reworded are followed."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine import kinds
from course.engine.events import Drafted, Lasting, Sent, ThoughtAgain
from course.engine.outcome import Answer
from course.model import Ending, Scenario, Scene
from course.model.record import replace

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


def carried(events: Iterable[Lasting], old: Scenario, new: Scenario) -> tuple[Lasting, ...]:
    """The events of the old version, in the words of the new one."""
    names = renamed(old, new)
    return tuple(
        _carried(each, old, new, names) if isinstance(each, Drafted | ThoughtAgain | Sent) else each for each in events
    )


def _carried(event: Drafted | ThoughtAgain | Sent, old: Scenario, new: Scenario, names: Names) -> Lasting:
    name = names.get(event.scene, event.scene)
    if name not in new.scenes or event.scene not in old.scenes:
        return event
    words = reworded(old.scenes[event.scene], new.scenes[name])
    if isinstance(event, Drafted):
        return replace(event, scene=name, draft=tuple(words.get(each, each) for each in event.draft))
    return replace(event, scene=name, answers=tuple(words.get(each, each) for each in event.answers))


def _answers(scene: Scene) -> list[Answer]:
    if isinstance(scene.body, Ending):
        return []
    return list(dict.fromkeys(each.answer for _, possible in kinds.turns(scene.body) for each in possible))
