"""The preview: the scenario as a learner plays it, beside its scenes and its problems, refreshed at every save."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one

from course.authoring.preview.desk import Desk
from course.authoring.preview.rehearsal import Rehearsal
from course.authoring.preview.walking import Choose, GoBack, Walked
from course.engine.kinds import Draft
from course.faces.textual.blocks import Block, Gap, Text
from course.faces.textual.page import key
from course.faces.textual.preview import problems
from course.faces.textual.preview.goto import SIGNS, GoTo, Wanted, near
from course.faces.textual.preview.small import SmallRoom
from course.faces.textual.scenario import PlayPage
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.lines import Spread
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.wish import Wish
from course.visit.offers import Offer

_ABOUT = (
    "Edit the scenario in your editor; a moment after you save, this page shows it, and you are where you were. "
    "Answer as a learner would, or walk: the right arrow takes the next choice that has not been tried, or goes "
    "on, and turns back by itself where nothing is left to try; the left arrow goes back. Nothing of this is kept."
)


class Beside(Vertical):
    """What stands beside the scenario: its outline, and below that the problems."""

    outline = query_one("#outline", Sheet)
    problems = query_one("#problems", Sheet)

    def compose(self) -> ComposeResult:
        yield Sheet(id="outline")
        yield Sheet(id="problems")

    def show(self, outline: Iterable[Block], scene: str, problems: Iterable[Block]) -> None:
        """Draw both; the outline stays where it has been scrolled to, with that scene marked and in view."""
        self.outline.show(outline, top=self.outline.top)
        for option in self.outline.options:
            if option.value == ("scene", scene):
                self.outline.point(option)
        self.problems.show(problems)


class PreviewScreen(PlayPage):
    """A scenario screen that an author walks through while they write."""

    CSS_PATH = None  # the app has loaded it: Textual loads none of a default screen
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (36, "-roomy"), (124, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        key("right", "walk", "try next", "Take the next choice that has not been tried, or go on"),
        key("left", "back", "back", "Go back one decision"),
        key("g", "go_to", "go to", "Go to any scene, or to another scenario"),
        key("b", "back", "back", "Go back one decision", shown=False),
        key("o", "others", "other options", "What the other options would have led to", shown=False),
        key("w", "debrief", "debrief", "The decisions on this way; go back to any of them", shown=False),
        key("left", "take('put-back')", "", shown=False),
        key("left", "take('think-again')", "", shown=False),
        key("l", "walk", "", shown=False),
        key("h", "back", "", shown=False),
        key("slash", "go_to", "", shown=False),
        key("u", "go_to_saved", "saved scenario", "Go to the other scenario that you have just saved"),
        key("m", "map", "map", "The whole scenario as a tree to walk in"),
        key("x", "problems", "problems", "All that is wrong, and how to mend it"),
        key("v", "small", "60x20", "See this scene as a learner in a small terminal does"),
        key("q", "app.quit", "quit", "Leave the preview; nothing of it is kept"),
    ]
    beside = query_one(Beside)
    status = query_one("#status", Spread)

    def __init__(self, rehearsal: Rehearsal, desk: Desk, notice: str = "") -> None:
        super().__init__(rehearsal, notice)
        self._desk = desk
        self.rehearsal = rehearsal
        self.walked = Walked()
        self._drawn: tuple[object, ...] = ()
        """What was last shown beside the scenario."""
        self._warned: Draft = ()
        """What was put together, and is given up if the key is pressed once more."""

    @property
    def about(self) -> str:  # type: ignore[override]
        """What `?` says: of the outline where it is to be seen, and else how it comes there."""
        outline = "The outline of all scenes stands beside this in a wider window, and under g."
        if self.has_class("-wide"):
            outline = f"In the outline, {SIGNS}; ✓ marks the scenes you have seen."
        return f"{_ABOUT} {outline}"

    @property
    def mark(self) -> str:
        return "not current" if self._desk.stale else "preview"

    def column(self) -> ComposeResult:
        with Horizontal(id="desk"):
            with Vertical(id="scenario"):
                yield from super().column()
                yield Spread(Content(""), id="status")
            yield Beside()

    def on_mount(self) -> None:
        self.show_problems()

    def on_screen_resume(self) -> None:
        self._show(self._notice)

    def follow(self, notice: str) -> None:
        """Show the scenario as it is now, after it was edited, from the line that was at the top."""
        top, at = self.sheet.top, self.sheet.pointed_at
        self._show(notice)
        self.redraw(top=top, pointed=at)

    def show_problems(self) -> None:
        """Show what is wrong now, and whether the scenario on the page is the newest version."""
        desk, play = self._desk, self.session.play
        now = (play, desk.problems, desk.saved, desk.stale, desk.unchecked)
        if now == self._drawn:
            return
        self._drawn = now
        self.set_class(desk.stale, "-stale")
        blocks = problems.blocks(desk.problems, self._heading())
        self.walked.note(play)
        scenes = near(play, self.walked)
        if desk.saved:
            scenes += [Gap(), Text(plain(f"{desk.saved} was saved; u goes there.").stylize("$soft"))]
        self.beside.show(scenes, play.scene_id, blocks)
        words = problems.summary(desk.problems)
        saved = f"{desk.saved} saved: u" if desk.saved else ""
        self.status.show(plain(words).stylize("" if desk.problems else "$soft"), plain(saved).stylize("$soft"))
        self._update_title()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "go_to_saved":
            return bool(self._desk.saved)
        return super().check_action(action, parameters)

    def action_walk(self) -> None:
        """Take the next step to where something is left to try."""
        step = self.walked.next(self.session.play)
        plan = self.rehearsal.in_hand
        if isinstance(step, Choose) and plan and plan != self._warned:
            self._warned = plan
            self._show(
                "What you have put together here is not sent. Once more →, and another one is tried in its place."
            )
            return
        self._warned = ()
        notice = ""
        if step is None:
            notice = "Every choice from here on has been tried. Press g to go to another scene."
        elif isinstance(step, Choose):
            self.rehearsal.take(step.answers)
        elif isinstance(step, GoBack):
            self.rehearsal.rewind(step.to)
            notice = f"Back at {self.session.play.scene_id}, to try what is left."
        else:
            self.rehearsal.go_on()
        self._show(notice)

    def action_back(self) -> None:
        """Go back one decision."""
        self.rehearsal.rewind(self.session.play.line[-1])
        self._show()

    def action_go_to(self) -> None:
        """Choose a scene or a scenario to go to."""
        self.app.push_screen(GoTo(self._desk, self.session.play, self.walked), self._after_go_to)

    def action_map(self) -> None:
        """Show the whole scenario; go to the scene that is picked in it."""
        from course.faces.textual.preview.map import Map

        self.app.push_screen(Map(self.session.play), self._after_go_to)

    def action_go_to_saved(self) -> None:
        """Open the other scenario that was saved."""
        self._open(self._desk.saved)

    def action_problems(self) -> None:
        """Show all problems."""
        self.app.push_screen(problems.ProblemsPage(self._desk))

    def action_small(self) -> None:
        """Show this scene in a small terminal."""
        self.app.push_screen(SmallRoom(self.rehearsal))

    def open(self, rehearsal: Rehearsal) -> None:
        """Show another scenario."""
        self.session = self.rehearsal = rehearsal
        self.walked = Walked()
        self._show()

    def say(self, notice: str) -> None:
        """Say something above the scenario."""
        self._show(notice)

    def picked(self, value: object, *, sure: bool = True) -> None:
        if isinstance(value, tuple):  # in the outline
            self._after_go_to(value)
        else:
            super().picked(value, sure=sure)

    def _after_go_to(self, wanted: Wanted | None) -> None:
        kind, name = wanted or ("", "")
        if kind == "scene":
            self._jump(name)
        elif kind == "scenario":
            self._open(name)

    def _open(self, scenario: str) -> None:
        self.post_message(Wish(self, Offer.OPEN, scenario))

    def _jump(self, scene: str) -> None:
        if scene in self.session.play.scenario.scenes:
            self.rehearsal.jump(scene)
        self._show()

    def _show(self, notice: str = "", *, fresh: bool = False, again: bool = False) -> None:
        super()._show(notice, fresh=fresh, again=again)
        self.show_problems()

    def _heading(self) -> Content:
        desk = self._desk
        if desk.gone:
            return assemble((f"{desk.file} is gone.", "bold"), " This is the scenario as it last was.")
        words = "; the scenario is shown as it last was" if desk.stale else ""
        rest = f"\n{desk.unchecked}" if desk.unchecked else ""
        return assemble(problems.heading(desk.problems), (words + rest, "$soft"))
