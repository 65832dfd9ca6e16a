"""The map: the scenario as a tree to walk in; Enter goes to the scene with the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.authoring.map import tree
from course.authoring.map.plan import LEGEND, plan
from course.engine.play import Play
from course.faces.textual.blocks import Block, Gap, Option, Text
from course.faces.textual.page import Page, key
from course.faces.textual.preview.goto import Wanted
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE

_NOTHING = tree.Branch("", "", "", "scene")


class Limb(Option):
    """One line of the tree; never wrapped, since its rails have to meet those of the next."""

    branch: tree.Branch = _NOTHING
    here: bool = False

    def drawn(self, width: int, *, pointed: bool = False, hovered: bool = False) -> list[Content]:
        each = tree.fitted(self.branch, width - 2)
        color = SIDE_STYLE[each.side] if each.side is not None else ""
        name = "bold" if each.kind == "scene" else ""
        line = assemble(
            ("▸ " if pointed else "• " if self.here else "  ", "$right"),
            (each.rails, "$faint"),
            (f"{each.mark} " if each.mark else "", color),
            (each.text, f"{name} underline" if self.here else name),
            (f"  {each.note}" if each.note else "", color if each.kind == "scene" and color else "$soft"),
        )
        if pointed or hovered:
            line = line.pad_right(max(0, width - line.cell_length)).stylize_before("on $surface")
        return [line]


class Map(Page[Wanted | None]):
    """Draws the whole scenario. Its result is the scene to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "pick_pointed", "go there", "Go to the scene that this line is, or leads to"),
        key("left,h", "kin(-1)", "out", "Back to what this line hangs on"),
        key("right,l", "kin(1)", "in", "On to the first line that hangs on this one"),
        key("escape,m", "dismiss", "close", "Stay where you are"),
    ]
    about = (
        "The whole scenario at once. Each scene is drawn once, under the choice that leads to it first; an arrow → "
        f"names one that is drawn elsewhere. {LEGEND}. Move with the arrows; Enter goes to the scene."
    )

    def __init__(self, play: Play) -> None:
        count = len(play.scenario.scenes)
        super().__init__(play.scenario.head.title, "   the map", f"{count} scene{'' if count == 1 else 's'}")
        self._play = play
        self._plan = plan(play.course, play.scenario)

    @property
    def keeps(self) -> bool:
        return False

    def blocks(self) -> Iterable[Block]:
        for branch in tree.branches(self._plan):
            here = branch.kind == "scene" and branch.scene == self._play.scene_id
            yield Limb("", (), branch.scene, branch=branch, here=here)
        yield Gap()
        yield Text(plain(LEGEND).stylize("$soft"))

    def on_mount(self) -> None:
        for limb in self._limbs:
            if limb.here:
                self.sheet.point(limb)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "kin" and self.is_mounted:
            return self._kin(int(str(parameters[0]))) is not None
        return super().check_action(action, parameters)

    def action_kin(self, way: int) -> None:
        """Point at what this line hangs on, or at the first that hangs on it."""
        limb = self._kin(way)
        if limb is not None:
            self.sheet.point(limb)

    @property
    def _limbs(self) -> list[Limb]:
        return [option for option in self.sheet.options if isinstance(option, Limb)]

    def _kin(self, way: int) -> Limb | None:
        """The line that the pointed one hangs on, or the first that hangs on it."""
        limbs, here = self._limbs, self.sheet.pointed
        if not isinstance(here, Limb):
            return None
        at = next(number for number, limb in enumerate(limbs) if limb is here)
        if way > 0:
            after = limbs[at + 1] if at + 1 < len(limbs) else None
            return after if after is not None and after.branch.depth > here.branch.depth else None
        return next((limb for limb in reversed(limbs[:at]) if limb.branch.depth < here.branch.depth), None)

    def picked(self, value: object) -> None:
        self.dismiss(("scene", str(value)))
