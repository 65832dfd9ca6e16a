"""The results as data, for other programs."""

from __future__ import annotations

from typing import Any

from course.authoring.blind.results import Asked, Count, Results


def data(results: Results) -> dict[str, Any]:
    """All of it, with exact fractions."""
    agreed = results.agreement
    needless = {each.item.mark for each in results.needless}
    return {
        "all": _count(results.whole),
        "with-tone": _count(results.with_tone),
        "readers": [{"name": name, **_count(count)} for name, count in results.readers],
        "groups": {group.value: {"apart": group.apart, **_count(count)} for group, count in results.groups.items()},
        "scenarios": {name: _count(count) for name, count in results.scenarios.items()},
        "agreement": agreed and {"same": agreed.same, "of": agreed.of, "chance": agreed.chance / agreed.of},
        "items": [_asked(each, needless=each.item.mark in needless) for each in results.asked],
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "right": count.right,
        "of": count.of,
        "neither": count.neither,
        "share": count.share,
        "chance": count.chance,
        "luck": count.luck,
    }


def _asked(asked: Asked, *, needless: bool) -> dict[str, Any]:
    item = asked.item
    options = zip(item.options, asked.taken, strict=True)
    return {
        "mark": item.mark,
        "scenario": item.scenario,
        "scene": item.scene,
        "ids": item.ids,
        "group": item.group,
        "file": item.file,
        "line": item.line,
        "statement": item.statement,
        "options": [{"say": each.say, "verdict": each.verdict, "taken": taken} for each, taken in options],
        "right": asked.right,
        "of": asked.of,
        "needless": needless,
    }
