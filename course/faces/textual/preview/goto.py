"""The outline of a scenario: its scenes, what they offer, where the author was; and a page to go to any of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from course.authoring.preview.desk import Desk
from course.authoring.preview.walking import Walked, all_answers
from course.engine import judging, kinds
from course.engine.play import Play
from course.engine.telling import versions
from course.faces.textual.blocks import Block, Gap, Option, Row, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.faces.textual.widgets.line_input import LineInput
from course.model import Ending, Head, Scenario, Scene, Verdict
from course.words import exercises, sentences

Wanted = tuple[str, str]
"""`("scene", id)` or `("scenario", id)`."""
_SIGN = {Verdict.DO: "+", Verdict.MIXED: "±", Verdict.DONT: "−", Verdict.EITHER: "~"}
_NEAR = 100
"""Scenes before and after the current one that are drawn at every key."""
SIGNS = "+ follows the rules, − breaks one, ± both"


class GoTo(Page[Wanted | None], inherit_bindings=False):
    """Lists what fits what has been typed. Its result is what was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("up,shift+tab", "step(-1)", "", shown=False),
        key("down,tab", "step(1)", "", shown=False),
        key("pagedown", "turn(1)", "", shown=False),
        key("pageup", "turn(-1)", "", shown=False),
        key("enter", "pick_pointed", "go there", "Go to the one with the pointer"),
        key("escape", "dismiss", "close", "Stay where you are"),
    ]
    AUTO_FOCUS = "LineInput"
    CSS_PATH = "goto.tcss"

    def __init__(self, desk: Desk, play: Play, walked: Walked) -> None:
        super().__init__()
        self._desk = desk
        self._play = play
        self._walked = walked
        self._find = ""

    def masthead(self) -> Iterable[Widget]:
        with Horizontal():
            yield Static(plain("Go to").stylize("bold"))
            yield LineInput(placeholder="type a part of its name")

    def blocks(self) -> Iterable[Block]:
        scenes = _scene_options(self._play, self._walked, self._find)
        others = (head for head in self._desk.heads if head.file != self._desk.file)
        scenarios = _scenario_options(others, self._find)
        yield from scenes
        if scenarios:
            yield Gap()
            yield Text(plain("Other scenarios").stylize("$soft"), after=0)
            yield from scenarios
        if not scenes and not scenarios:
            yield Text(plain("Nothing here is called that."))
        elif scenes:
            yield Gap()
            yield Text(plain(SIGNS + ".").stylize("$soft"))

    def on_mount(self) -> None:
        self._show()

    def picked(self, value: object) -> None:
        if isinstance(value, tuple):
            self.dismiss(value)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self._find = event.value
        self._show()

    def _show(self) -> None:
        self.redraw()
        if self.sheet.options:
            self.sheet.point(min(self.sheet.options, key=self._distance))

    def _distance(self, option: Option) -> int:
        """How far an option is from what is looked for; with nothing typed yet, that is where we are."""
        name = str(option.value[1]) if isinstance(option.value, tuple) else ""
        typed = self._find.lower()
        if not typed:
            return int(name != self._play.scene_id)
        return 0 if name == typed else 1 if name.startswith(typed) else 2 if typed in name else 3


def _reachable(scenario: Scenario) -> set[str]:
    """The ids of the scenes that some way leads to."""
    found = {scenario.head.start}
    ahead = [scenario.head.start]
    while ahead:
        new = _targets(scenario.scenes[ahead.pop()]) - found
        found |= new
        ahead += new
    return found


def _seen(play: Play, walked: Walked) -> Block:
    """How much of the scenario has been seen."""
    answers = all_answers(play.scenario)
    seen = f"{len(walked.scenes)} of {len(play.scenario.scenes)} seen"
    tried = f"{len(walked.tried & answers)} of {len(answers)} choices tried"
    return Text(assemble(("Scenes", "bold"), (f"   {seen}, {tried}", "$soft")))


def _scene_options(play: Play, walked: Walked, find: str = "") -> list[Option]:
    """A row for each scene whose id, title or text holds what is looked for."""
    within = _reachable(play.scenario)
    return [
        _option(play, scene, walked, reached=scene.id in within)
        for scene in play.scenario.scenes.values()
        if _fits(find, scene.id, scene.title, " ".join(versions(scene.text)))
    ]


def near(play: Play, walked: Walked) -> list[Block]:
    """The outline around the scene where the play stands; all of it, unless the scenario is very long."""
    within = _reachable(play.scenario)
    scenes = list(play.scenario.scenes.values())
    here = list(play.scenario.scenes).index(play.scene_id)
    first = max(0, here - _NEAR)
    shown = scenes[first : here + _NEAR]
    options = [_option(play, scene, walked, reached=scene.id in within) for scene in shown]
    left = len(scenes) - len(shown)
    more = [Text(plain(f"And {left} more; g finds them.").stylize("$soft"))] if left else []
    return [_seen(play, walked), *options, *more]


def _scenario_options(heads: Iterable[Head], find: str = "") -> list[Option]:
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
    aside = _aside(play, scene) if reached else plain("no way leads here").stylize("$over")
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
