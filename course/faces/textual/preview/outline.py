"""The outline of a scenario: its scenes, what they offer, where the author has been. Pure: blocks out."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course.authoring.preview.walking import Walked, all_answers
from course.engine import judging, kinds
from course.engine.play import Play
from course.faces.textual.blocks import Block, Option, Row, Text
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Ending, Head, Scenario, Scene, Verdict
from course.words import exercises, sentences

_SIGN = {Verdict.DO: "+", Verdict.MIXED: "±", Verdict.DONT: "−"}
_NEAR = 100
"""Scenes before and after the current one that are drawn at every key."""
SIGNS = "+ follows the rules, − breaks one, ± both"


def reachable(scenario: Scenario) -> set[str]:
    """The ids of the scenes that some way leads to."""
    found = {scenario.head.start}
    ahead = [scenario.head.start]
    while ahead:
        new = _targets(scenario.scenes[ahead.pop()]) - found
        found |= new
        ahead += new
    return found


def head(play: Play, walked: Walked) -> Block:
    """How much of the scenario has been seen."""
    answers = all_answers(play.scenario)
    seen = f"{len(walked.scenes)} of {len(play.scenario.scenes)} seen"
    tried = f"{len(walked.tried & answers)} of {len(answers)} choices tried"
    return Text(assemble(("Scenes", "bold"), (f"   {seen}, {tried}", "$soft")))


def scene_options(play: Play, walked: Walked, find: str = "") -> list[Option]:
    """A row for each scene whose id, title or text holds what is looked for."""
    within = reachable(play.scenario)
    return [
        _option(play, scene, walked, reached=scene.id in within)
        for scene in play.scenario.scenes.values()
        if _fits(find, scene.id, scene.title, scene.text)
    ]


def near(play: Play, walked: Walked) -> list[Block]:
    """The outline around the scene where the play stands; all of it, unless the scenario is very long."""
    within = reachable(play.scenario)
    scenes = list(play.scenario.scenes.values())
    here = list(play.scenario.scenes).index(play.scene_id)
    first = max(0, here - _NEAR)
    shown = scenes[first : here + _NEAR]
    options = [_option(play, scene, walked, reached=scene.id in within) for scene in shown]
    left = len(scenes) - len(shown)
    more = [Text(plain(f"And {left} more; g finds them.").stylize("$soft"))] if left else []
    return [head(play, walked), *options, *more]


def scenario_options(heads: Iterable[Head], find: str = "") -> list[Option]:
    """A row for each of the other scenarios."""
    return [
        Option(" ", [Row(assemble(head.id, ("   " + head.title, "$soft")))], ("scenario", head.id))
        for head in heads
        if _fits(find, head.id, head.title)
    ]


def _option(play: Play, scene: Scene, walked: Walked, *, reached: bool) -> Option:
    """Its value is ("scene", its id)."""
    seen = scene.id in walked.scenes
    day = f"day {scene.day}" if scene.day is not None else ""
    name = assemble((scene.id, "bold" if scene.id == play.scene_id else ""), (f"   {day}" if day else "", "$soft"))
    aside = _aside(play, scene) if reached else plain("no way leads here").stylize("$pushy")
    return Option("✓" if seen else " ", [Row(name)], ("scene", scene.id), aside)


def _aside(play: Play, scene: Scene) -> Content:
    """The side on which an ending lies, or a sign for the verdict of each answer."""
    if isinstance(scene.body, Ending):
        side = scene.body.side
        return assemble((f"● ends {sentences.side_name(side)}", SIDE_STYLE[side]))
    rules = play.course.all_rules()
    signs = (
        (_SIGN[judging.verdict(road.outcome)], SIDE_STYLE[judging.side(road.outcome, rules)])
        if road.outcome
        else (exercises.done(scene.body), "$soft")
        for road in kinds.roads(scene.body)
    )
    return Content(" ").join(assemble(sign) for sign in signs)


def _targets(scene: Scene) -> set[str]:
    if isinstance(scene.body, Ending):
        return {scene.body.flip} - {""}
    return {branch.next for way in kinds.of(scene.body).ways() for branch in way}


def _fits(find: str, *texts: str) -> bool:
    """Whether every word looked for stands in one of the texts."""
    everything = " ".join(texts).lower()
    return all(word in everything for word in find.lower().split())
