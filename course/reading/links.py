"""Links: ids that point at something else, and whether it is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.model import Choices, Course, Ending, Rule, Scenario, Spot
from course.reading.problems import Findings
from course.reading.suggest import nearest


def check_scenario(scenario: Scenario, course: Course, rules: Collection[str], findings: Findings) -> None:
    """Report whatever the scenario points at that is not there. `rules` are the ids of the course's rules."""
    head, scenes = scenario.head, scenario.scenes
    pairs = [pair.id for pair in course.pairs]
    if head.pair and head.pair not in pairs:
        _unknown("pair", head.pair, pairs, head.spots["pair"], findings)
    if head.start not in scenes:
        _unknown("scene", head.start, scenes, head.spots["start"], findings)
    for scene in scenes.values():
        if isinstance(scene.body, Choices):
            for choice in scene.body.options:
                _rules("follows", choice.follows, choice.spots, rules, findings)
                _rules("breaks", choice.breaks, choice.spots, rules, findings)
                for branch in choice.next:
                    if branch.go not in scenes:
                        _unknown("scene", branch.go, scenes, branch.spots["go"], findings)
                    _rules("broke", branch.broke, branch.spots, rules, findings)
    if not any(isinstance(scene.body, Ending) for scene in scenes.values()):
        mend = "Give one scene ending: assertive, pushy or quiet, instead of choices."
        findings.add("no-ending", head.spots["scenes"], "No scene of this story is an ending.", mend)


def check_course(course: Course, findings: Findings) -> None:
    """Report rule ids that stand twice."""
    first: dict[str, Rule] = {}
    for rule in [*course.rules, *(rule for pair in course.pairs for rule in pair.rules)]:
        if rule.id in first:
            also = [findings.place(first[rule.id].spots[""])]
            message = f'Two rules have the id "{rule.id}"; the first is on line {also[0].line}.'
            findings.add("duplicate-id", rule.spots[""], message, "Give one of them another id.", also=also)
        first.setdefault(rule.id, rule)


def check_order(course: Course, scenario_ids: Iterable[str], findings: Findings) -> None:
    """Report ids in the course's order of scenarios that no scenario has."""
    known = list(scenario_ids)
    for number, scenario_id in enumerate(course.order):
        if scenario_id not in known:
            _unknown("scenario", scenario_id, known, course.spots[f"scenarios/{number}"], findings)


def _rules(
    name: str, ids: tuple[str, ...], spots: dict[str, Spot] | object, rules: Collection[str], findings: Findings
) -> None:
    for number, rule_id in enumerate(ids):
        if rule_id not in rules:
            assert isinstance(spots, dict)
            _unknown("rule", rule_id, rules, spots[f"{name}/{number}"], findings)


def _unknown(noun: str, found: str, known: Collection[str], at: Spot, findings: Findings) -> None:
    where = {"rule": " in course.yaml", "pair": " in course.yaml"}.get(
        noun, " in this story" if noun == "scene" else ""
    )
    mend = f"Use the id of a {noun} that exists, or add one under that id."
    message = f'There is no {noun} "{found}"{where}.'
    findings.add(f"unknown-{noun}", at, message, mend, meant=nearest(found, known))
