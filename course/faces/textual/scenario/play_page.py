"""A page that shows a play and turns keys into what is done in it. Which keys work is what its session offers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.getters import query_one
from textual.widget import Widget

from course.engine.play import Phase
from course.engine.twins import Beside
from course.faces.textual.blocks import Block, Text
from course.faces.textual.kinds import on_screen
from course.faces.textual.kinds.on_screen import Answered, Sketched, Space
from course.faces.textual.page import PICK, key, numbers
from course.faces.textual.scenario import phases
from course.faces.textual.scenario.look_up import LookUpPage
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.days import Days
from course.faces.textual.widgets.line import TheLine
from course.faces.textual.widgets.lines import Spread
from course.model import Side
from course.model.kinds.sort import Sort
from course.visit.leaving import place
from course.visit.offers import Offer
from course.visit.session import Session
from course.words import say, sentences

_LEAVING = {"ending": "keys.leave.tip-scenario-ending", "nothing": "keys.leave.tip-scenario-nothing"}
"""What is said of the key that leaves, by what becomes of the place."""
_TO_BE_SEEN = (Phase.CALLED, Phase.SHOWN, Phase.READING, Phase.ENDED)
"""Phases in which the very key that led there leads on, so that a key too many would pass them by unseen."""
_TO_BE_READ = (Phase.SHOWN, Phase.READING)
"""Phases in which Enter reads on while there is more below, and leads on only from the end."""


class PlayPage(LookUpPage):
    """Shows the play that a session holds. Its result is the offer with which the learner left it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("keys.choose", "keys.choose.tip", Offer.ANSWER),
        key("left", "place(-1)", "keys.another", "keys.another.tip-before", Offer.ANSWER),
        key("comma", "place(-1)", "keys.another", "keys.another.tip-before", shown=False),
        key("right", "place(1)", "keys.another", "keys.another.tip-next", Offer.ANSWER),
        key("full_stop", "place(1)", "keys.another", "keys.another.tip-next", shown=False),
        key("s", "ready('send')", "keys.send", "keys.send.tip", Offer.ANSWER),
        key("s", "ready('pass')", "keys.pass", "keys.send.tip", Offer.ANSWER),
        key("s", "ready('done')", "keys.done", "keys.done.tip", Offer.ANSWER),
        key("1", "call('under')", "keys.call", "keys.call.tip-under", Offer.FORECAST),
        key("2", "call('right')", "keys.call", "keys.call.tip-right", Offer.FORECAST),
        key("3", "call('over')", "keys.call", "keys.call.tip-over", Offer.FORECAST),
        PICK,
        key("enter", "take('send')", "keys.send-it", "keys.send-it.tip", Offer.SEND),
        key("escape", "take('put-back')", "keys.put-back", "keys.put-back.tip", Offer.PUT_BACK),
        key("escape", "take('think-again')", "keys.think-again", "keys.think-again.tip", Offer.THINK_AGAIN),
        key("enter", "read_on", "keys.more", "keys.more.tip"),
        key("enter", "forward", "keys.go-on", "keys.go-on.tip", Offer.GO_ON),
        key("enter", "debrief('ended')", "keys.debrief", "keys.debrief.tip", Offer.DEBRIEF),
        key("f", "pick('f')", "keys.flip", "keys.flip.tip", Offer.FLIP),
        key("y", "pick('y')", "keys.other-side", "keys.other-side.tip", Offer.OTHER_SIDE),
        key("n", "next('next')", "keys.next", "keys.next.tip", Offer.NEXT),
        key("n", "next('round-results')", "keys.round-results", "keys.results.tip", Offer.ROUND_RESULTS),
        key("n", "next('chapter')", "keys.next-chapter", "keys.next-chapter.tip", Offer.NEXT),
        key("r", "pick('r')", "keys.again", "keys.again.tip", Offer.AGAIN),
        key("r", "start_over", "keys.start-over", "keys.start-over.tip", Offer.START_OVER, shown=False),
        key("k", "know", "keys.know", "keys.know.tip", Offer.KNOW),
        key("k", "know('nothing')", "", shown=False),
        key("o", "others", "keys.others", "keys.others.tip", Offer.OTHERS),
        key("o", "others('later')", "", shown=False),
        key("i", "differ", "keys.differ", "keys.differ.tip", Offer.DIFFER, shown=False),
        key("u", "take('return')", "keys.return", "keys.return.tip", Offer.RETURN),
        key("b", "back", "keys.back", "keys.back.tip-decision", Offer.BACK),
        key("w", "debrief", "keys.what-if", "keys.what-if.tip", Offer.DEBRIEF),
        key("escape", "leave", "keys.leave", "keys.leave.tip-scenario", Offer.LEAVE),
    ]
    line = query_one("#line", TheLine)
    days = query_one("#days", Days)
    top = query_one("#top", Spread)

    def __init__(self, session: Session, notice: str = "") -> None:
        super().__init__(session)
        self._notice = notice
        self._at = -1
        """The place in an exercise of several places; see `course.faces.textual.kinds`."""
        self._offers: Collection[Offer] = ()
        self._drawn_for = Space(0, 0)

    @property
    def about(self) -> str:  # type: ignore[override]
        return "scenario.about-apart" if self.session.play.apart else "scenario.about"

    @property
    def offers(self) -> Collection[Offer]:
        return self._offers

    @property
    def keeps(self) -> bool:
        return self.session.kept

    def look_at_offers(self) -> Collection[Offer]:
        """What may be done where the play stands; asked once for each state that is shown."""
        return self.session.offers

    def restarted(self) -> Session:
        """The session of a new attempt at the same scenario."""
        return self.session.again()

    def masthead(self) -> Iterable[Widget]:
        head = self.session.play.scenario.head
        yield Spread(plain(head.title), id="top")
        yield TheLine(id="line")
        yield Days(head, id="days")

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Draw what is put together anew, once there is more room for it, or less."""
        play = self.session.play
        putting = play.phase is Phase.DECIDING and bool(on_screen(play).places())
        if putting and self.space != self._drawn_for:
            self.redraw(top=self.sheet.top, pointed=self.sheet.pointed_at)

    def blocks(self) -> Iterable[Block]:
        self._offers = self.look_at_offers()
        self._drawn_for = self.space
        if self._notice:
            yield Text(plain(self._notice), bar="$under")
        if self._at < 0 and not self.session.rule:
            yield from phases.introduction(self.session.play)
        yield from phases.blocks(self.session, self._drawn_for, self._at)

    @property
    def position(self) -> str:
        """Where in the scenario the learner is, in a few words, where anybody can say."""
        return ""

    @property
    def mark(self) -> str:
        """What stands beside the scenario's title."""
        if not self.session.kept:
            return say("scenario.not-kept")
        if self.session.practicing:
            return say("scenario.what-if")
        return say("scenario.what-if-now") if self.session.play.trying and self.session.play.repeats else ""

    def tip(self, id: str) -> str:
        leave = _LEAVING.get(place(self.session), id) if id == "keys.leave.tip-scenario" else id
        return "keys.back.tip-apart" if id == "keys.back.tip-decision" and self.session.play.apart else leave

    def on_mount(self) -> None:
        self._update_masthead(fresh=False)

    def _show(self, notice: str = "", *, fresh: bool = False, again: bool = False) -> None:
        """Show where the play stands. With `fresh`, a decision that has just been sent slides into its place; shown
        `again`, a scene has its options in view, where there is nothing new above."""
        phase = self.session.play.phase
        self._notice, self._at = notice, -1
        self._update_masthead(fresh=fresh and phase is Phase.SHOWN)
        self.redraw()
        if again and not notice and self.sheet.options:
            self.sheet.bring(self.sheet.options[0])
        if phase in _TO_BE_SEEN:
            self.wait_until_seen()

    def _update_masthead(self, *, fresh: bool) -> None:
        play = self.session.play
        days = self.fill_margin(play)
        self._update_title()
        landed = fresh and bool(play.path) and not play.path[-1].off_the_line
        asked = play.phase is Phase.DECIDING and isinstance(play.exercise, Sort)  # nobody acts there, so nobody stands
        self.line.show(() if asked else play.goes, fresh=landed, ends=play.ends)
        self.line.put_aside(self.position)
        self.days.show(days)
        self.days.set_class(not days, "-timeless")

    def _update_title(self) -> None:
        play = self.session.play
        head = play.scenario.head
        title = assemble((head.title, "bold"), (f"   {self.mark}" if self.mark else "", "$soft"))
        self.top.show(title, plain("" if play.flipped else sentences.when(head, play.day)).stylize("$soft"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of what is offered, only what the exercise has a key for just now."""
        play = self.session.play
        if action == "ready" and (self.option("s") is None or parameters != (on_screen(play).done_by,)):
            return False
        if action == "place" and not (play.phase is Phase.DECIDING and on_screen(play).places()):
            return False
        if (action, parameters) == ("debrief", ("ended",)) and play.phase is not Phase.ENDED:
            return False
        if action == "read_on":
            return play.phase in _TO_BE_READ and super().check_action("turn", (1,))
        return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        """Read on down the page: what stands at its end is not passed by."""
        self.action_turn(1)

    @property
    def scene_is_away(self) -> bool:
        return self._at >= 0 or super().scene_is_away

    def action_call(self, side: str) -> None:
        """Say that it will come across like that."""
        self._take(Side(side))

    def action_take(self, offer: str) -> None:
        """Take up that offer."""
        self._take(Offer(offer))

    def _take(self, value: object) -> None:
        """Do it, once its option, where it has one, is in view."""
        option = next((each for each in self.sheet.options if each.value == value), None)
        if option is None or self.in_view(option, self.sheet):
            self.picked(value)

    def action_ready(self, _what: str) -> None:
        """Send what has been put together."""
        self.action_pick("s")

    def action_place(self, by: int) -> None:
        """Go to another part or day."""
        play = self.session.play
        self._at = (max(self._at, 0) + by if self._at >= 0 or by > 0 else 0) % on_screen(play).places()
        held = self.sheet.pointed
        self._show_draft()
        if held and not held.key:  # the places are the options without a key
            for each in self.sheet.options:
                if not each.key and isinstance(each.value, Sketched) and each.value.at == self._at:
                    self.sheet.point(each)

    def action_forward(self) -> None:
        """Go on to the next scene."""
        self._show(self.session.go_on())

    def action_back(self) -> None:
        """Go back one decision."""
        self._rewind(self.session.play.line[-1])

    def twins_beside(self) -> tuple[Beside, ...]:
        """What was met here beside its twins."""
        return ()

    def action_debrief(self, _when: str = "") -> None:
        """Open the decisions so far; one may be picked to go back to."""
        from course.faces.textual.debrief import Debrief

        self.app.push_screen(Debrief(self.session, self.twins_beside()), self._rewind)

    def action_start_over(self) -> None:
        """Give an attempt up that is not finished, if they are sure."""
        self.ask("keys.start-over.sure", self._begin_anew)

    def _begin_anew(self) -> None:
        """Play the same scenario from its start."""
        self.session = self.restarted()
        self._show()

    def action_next(self, offer: str) -> None:
        """Leave for what comes next."""
        self.dismiss(Offer.NEXT if offer == "chapter" else Offer(offer))

    def action_leave(self) -> None:
        """Leave the scenario."""
        self.dismiss(Offer.LEAVE)

    def picked(self, value: object, *, sure: bool = False) -> None:
        match value:
            case Answered(answers) if self._untouched(value) and not sure:
                self.ask("keys.send.sure", partial(self.picked, value, sure=True))
            case Answered(answers):
                self._show(self.session.choose(*answers), fresh=True)
            case Sketched(draft, at, show):
                self._at = at
                notice = self.session.sketch(draft) if draft != self.session.play.draft else ""
                self._show_draft(notice, show)
            case Side():
                self._show(self.session.call(value), fresh=True)
            case Offer.PUT_BACK:
                self.session.put_back()
                self._show(again=True)
            case Offer.SEND:
                self._show(self.session.send(), fresh=True)
            case Offer.THINK_AGAIN:
                self._show(self.session.think_again(), again=True)
            case Offer.RETURN:
                back = sentences.came_back(self.session.play)
                self._show(self.session.come_back() or back)
            case Offer.FLIP:
                self._show(self.session.flip())
            case Offer.AGAIN:
                self._begin_anew()
            case Offer.OTHER_SIDE:
                from course.faces.textual.otherside import OtherSide

                self.app.push_screen(OtherSide(self.session.play))

    def _untouched(self, value: object) -> bool:
        """Whether that would send what was to be put together just as it was found."""
        ready = self.option("s")
        return ready is not None and ready.value == value and self.session.play.untouched()

    def _show_draft(self, notice: str = "", show: int = -1) -> None:
        """Show what has changed, where the learner is looking, with the pointer on the option of the same key; or on
        the option `show`."""
        self._notice = notice
        held = self.sheet.pointed
        self.redraw(top=self.sheet.top, pointed=self.sheet.pointed_at if show < 0 else show)
        same = self.option(held.key) if held and held.key and show < 0 else None
        if same is not None:
            self.sheet.point(same)

    def _rewind(self, to: int | None) -> None:
        """Go back to that decision, if the debrief was left for one."""
        if to is not None:
            self._show(self.session.rewind(to) or sentences.what_if(self.session.play, "u", kept=self.session.kept))
