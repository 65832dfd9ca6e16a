"""The scenario screen: one story, from its first scene to its ending."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.types import CSSPathType
from textual.widget import Widget

from course.engine import judging
from course.engine.play import Phase, Play
from course.faces.textual import kinds
from course.faces.textual.blocks import Block, Option, Text
from course.faces.textual.kinds.values import Answered, Sketched
from course.faces.textual.page import PICK, Page
from course.faces.textual.scenario import phases
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.days import Days
from course.faces.textual.widgets.line import TheLine
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.widgets.spread import Spread
from course.model import Side
from course.visit.session import Session
from course.words import sentences

_MOST_KEYS = 9
_TALL = 32
"""From this many rows on, options have air between them."""


class ScenarioScreen(Page[str]):
    """Shows the play that a session holds, and turns keys into its moves."""

    CSS_PATH: ClassVar[CSSPathType | None] = "scenario.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"pick({number})", "choose", tooltip="Choose what you would do")
            for number in range(1, _MOST_KEYS + 1)
        ),
        Binding("left", "place(-1)", "another one", tooltip="The part or the day before"),
        Binding("right", "place(1)", "another one", tooltip="The next part or day"),
        Binding("comma", "place(-1)", "another one", show=False, tooltip="The part or the day before"),
        Binding("full_stop", "place(1)", "another one", show=False, tooltip="The next part or day"),
        Binding("s", "ready('send')", "send", tooltip="It is ready: send it"),
        Binding("s", "ready('done')", "done", tooltip="It is ready: show me"),
        Binding("a", "forecast('assertive')", "assertive", tooltip="It will come across as assertive"),
        Binding("p", "forecast('pushy')", "pushy", tooltip="It will come across as pushy"),
        Binding("t", "think_again", "think again", tooltip="Put it back and choose anew"),
        PICK,
        Binding("enter", "forward", "go on", tooltip="Go on with the story"),
        Binding("enter", "close", "debrief", tooltip="Your decisions, and what was advised"),
        Binding("f", "flip", "flip a fact", tooltip="One fact changes: would the verdict flip too?"),
        Binding("y", "other_side", "other side", tooltip="The same days, as the people there lived them"),
        Binding("n", "next", "next story", tooltip="On to the next story"),
        Binding("r", "again", "play again", tooltip="Play this story from its start; the first score stays"),
        Binding("r", "start_over", "start over", show=False, tooltip="Give this attempt up and begin anew"),
        Binding("o", "others", "other options", tooltip="What the other options would have led to"),
        Binding("i", "differ", "I see it differently", show=False, tooltip="Say so, and why"),
        Binding("b", "back", "back", tooltip="Go back one decision: what if? Your first answer still counts"),
        Binding("w", "debrief", "what if?", tooltip="Your decisions so far; go back to any of them"),
        Binding("escape", "leave", "leave", tooltip="Back to the list; your place is kept"),
    ]
    about = (
        "Read, then press the number of what you would do. Before it is sent, take the extra minute: "
        "say how it will come across. Then see what happens. Nothing can go wrong here that you cannot "
        "go back and try differently; only your first answer at each scene counts."
    )

    line = query_one("#line", TheLine)
    days = query_one("#days", Days)
    top = query_one("#top", Spread)

    def __init__(self, session: Session, notice: str = "") -> None:
        super().__init__()
        self.session = session
        self._notice = notice
        self._at = -1
        """The place in an exercise of several places; see `course.faces.textual.kinds`."""
        self._keys: dict[str, object] = {}
        """What each option's key picks."""

    def masthead(self) -> Iterable[Widget]:
        head = self.session.play.scenario.head
        yield Spread(plain(head.title), id="top")
        yield TheLine(id="line")
        yield Days(head.interview, id="days")

    def blocks(self) -> Iterable[Block]:
        if self._notice:
            yield Text(plain(self._notice), bar="$quiet")
        found = list(phases.blocks(self.session.play, int(self.rows >= _TALL), self._at))
        self._keys = {each.key: each.value for each in found if isinstance(each, Option)}
        yield from found

    @property
    def rows(self) -> int:
        """Rows of the window that the page is drawn for."""
        return self.app.size.height

    @property
    def mark(self) -> str:
        """What stands beside the story's title."""
        return "" if self.session.kept else "practice, not kept"

    def on_mount(self) -> None:
        self._update_masthead(fresh=False)

    def _show(self, notice: str = "", *, fresh: bool = False) -> None:
        self._notice = notice
        self._at = -1
        self._update_masthead(fresh=fresh)
        self.redraw()

    def _update_masthead(self, *, fresh: bool) -> None:
        play = self.session.play
        self._update_title()
        self.line.show(play.path, fresh=fresh)
        self.days.show(play.day, play.contacts)
        self.days.set_class(play.flipped or not sentences.when(play.scenario.head, play.day), "-timeless")

    def _update_title(self) -> None:
        play = self.session.play
        head = play.scenario.head
        title = assemble((head.title, "bold"), (f"   {self.mark}" if self.mark else "", "$soft"))
        self.top.show(title, plain("" if play.flipped else sentences.when(head, play.day)).stylize("$soft"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the phase allows is offered."""
        play = self.session.play
        match action:
            case "pick":
                return play.phase is Phase.DECIDING and str(parameters[0]) in self._keys
            case "ready":
                weighed = play.phase is Phase.DECIDING and play.weighs()
                return play.phase is Phase.DECIDING and "s" in self._keys and weighed == (parameters == ("send",))
            case "place":
                return play.phase is Phase.DECIDING and bool(kinds.kind(play).places(play))
            case "flip":
                return play.phase is Phase.ENDED and bool(play.flips())
            case "forecast" | "think_again":
                return play.phase is Phase.WEIGHING
            case "forward" | "others":
                return play.phase is Phase.SHOWN and (action == "forward" or _has_others(play))
            case "debrief":
                return bool(play.history) and play.phase is not Phase.WEIGHING
            case "next":
                return play.phase is Phase.ENDED and self.fineline.next_scenario() not in ("", play.scenario.head.id)
            case "differ":
                return play.phase is Phase.SHOWN and bool(play.latest)
            case "other_side":
                return play.phase is Phase.ENDED and phases.OTHER_SIDE in self._keys.values()
            case "again" | "close":
                return play.phase is Phase.ENDED
            case "start_over":
                return bool(play.history or play.draft) and play.phase is not Phase.ENDED
            case "back":
                return bool(play.line) and play.phase is not Phase.WEIGHING
        return super().check_action(action, parameters)

    def action_pick(self, number: int) -> None:
        """Pick the option with that number."""
        self._do(self._keys[str(number)])

    def action_ready(self, _what: str) -> None:
        """Send what has been put together."""
        self._do(self._keys["s"])

    def action_place(self, by: int) -> None:
        """Go to another part or day."""
        play = self.session.play
        self._at = (max(self._at, 0) + by if self._at >= 0 or by > 0 else 0) % kinds.kind(play).places(play)
        self._show_draft()

    def action_flip(self) -> None:
        """Change a fact."""
        self._show(self.session.flip())

    def action_forecast(self, side: str) -> None:
        """Send what was picked, called `side`."""
        self._show(self.session.send(Side(side)), fresh=True)

    def action_think_again(self) -> None:
        """Put back what was picked."""
        self.session.think_again()
        self._show()

    def action_forward(self) -> None:
        """Go on to the next scene."""
        self._show(self.session.go_on())

    def action_back(self) -> None:
        """Go back one decision."""
        self._rewind(self.session.play.line[-1])

    def action_others(self) -> None:
        """Open what the other options would have led to."""
        from course.faces.textual.others import Others

        decision = self.session.play.last
        assert decision is not None
        self.app.push_screen(Others(self.session, decision))

    def action_other_side(self) -> None:
        """Open the story as the people on the other side lived it."""
        from course.faces.textual.otherside import OtherSide

        self.app.push_screen(OtherSide(self.session.play))

    def action_differ(self) -> None:
        """Say that the judgement of this answer is contested."""
        from course.faces.textual.differ import differ

        play = self.session.play
        worst = judging.worst(each.side for each in play.latest)
        decision = next(each for each in play.latest if each.side is worst)
        differ(self, self.session, decision)

    def action_debrief(self) -> None:
        """Open the decisions so far; one may be picked to go back to."""
        from course.faces.textual.debrief import Debrief

        self.app.push_screen(Debrief(self.session), self._after_debrief)

    def action_leave(self) -> None:
        """Leave the story; when something is picked and not sent, put it back first."""
        if self.session.play.phase is Phase.WEIGHING:
            self.action_think_again()
        else:
            self.dismiss("")

    def action_next(self) -> None:
        """Leave for the next story."""
        self.dismiss(self.fineline.next_scenario())

    def action_close(self) -> None:
        """Open the debrief, now that the story has ended."""
        self.action_debrief()

    def action_start_over(self) -> None:
        """Give this attempt up and begin anew."""
        self.action_again()

    def action_again(self) -> None:
        """Play the same story from its start."""
        self.session = self.session.again(self.fineline.new_seed())
        self._show()

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        self._do(event.value)

    def _do(self, value: object) -> None:
        """What an option stands for."""
        match value:
            case Answered(answers):
                notice = self.session.choose(*answers)
                self._show(notice, fresh=self.session.play.phase is Phase.SHOWN)
            case Sketched(draft, at, show):
                self._at = at
                notice = self.session.sketch(draft) if draft != self.session.play.draft else ""
                self._show_draft(notice, show)
            case Side():
                self.action_forecast(value)
            case phases.FLIP:
                self.action_flip()
            case phases.OTHER_SIDE:
                self.action_other_side()
            case None:
                self.action_think_again()

    def _show_draft(self, notice: str = "", show: int = -1) -> None:
        """Show what has changed, where the learner is looking, or with the pointer on the option `show`."""
        self._notice = notice
        self.redraw(top=self.sheet.top, pointed=self.sheet.pointed_at if show < 0 else show)

    def _rewind(self, to: int) -> None:
        self._show(self.session.rewind(to) or phases.what_if(self.session.play))

    def _after_debrief(self, to: int | None) -> None:
        if to is not None:
            self._rewind(to)


def _has_others(play: Play) -> bool:
    """Whether there are other options to show: of one decision among several, not of a side of the line."""
    return len(play.latest) == 1 and not play.latest[0].item
