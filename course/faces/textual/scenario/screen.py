"""What a learner plays: a scenario from its first scene to its ending, or one scene to practice again."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.widget import Widget
from textual.widgets import Static

from course.engine.play import Phase
from course.engine.twins import Beside
from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.scenario.play_page import PlayPage
from course.faces.textual.text import plain
from course.visit.offers import Offer
from course.visit.session import Session
from course.visit.visit import Visit
from course.words import practice, say, sentences
from course.words.positions import words as position_words

_LOOK_AGAIN = 0.1
"""Seconds after which it is looked again whether it is known how much lies ahead."""


class ScenarioScreen(PlayPage):
    """A scenario as a learner plays it."""

    def __init__(self, visit: Visit, session: Session, notice: str = "") -> None:
        super().__init__(session, notice)
        self._visit = visit
        self._by_chapter = False
        """Whether what comes next is shown by way of its chapter."""

    def body(self) -> Iterable[Widget]:
        yield from super().body()
        yield Static("", id="round", markup=False)  # below an ending of any length, and in view

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        super().redraw(top=top, pointed=pointed)
        says = say("home.round.over") if Offer.ROUND_RESULTS in self.offers else ""
        line = self.query_one("#round", Static)
        line.update(says)
        line.display = bool(says)

    def look_at_offers(self) -> Collection[Offer]:
        found = self._visit.offers_in(self.session)
        self._by_chapter = Offer.NEXT in found and self._visit.opens(self._visit.next_up()) is not None
        return found

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What comes next is called what it is."""
        if action == "next" and parameters == (Offer.NEXT.value if self._by_chapter else "chapter",):
            return False
        return super().check_action(action, parameters)

    def restarted(self) -> Session:
        return self._visit.again(self.session)

    @property
    def position(self) -> str:
        """Which of the decisions this is; nothing where none is asked for. It is worked out from the first page on."""
        at = self._visit.folder.positions.of(self.session.play)
        return position_words(at) if at and self.session.play.phase not in (Phase.READING, Phase.ENDED) else ""

    def on_mount(self) -> None:
        self._looking = self.set_interval(_LOOK_AGAIN, self._look_where)

    def _look_where(self) -> None:
        """Say where the learner is, as soon as it has been worked out."""
        if not self._visit.folder.positions.working(self.session.play.scenario):
            self._looking.stop()
            self.line.put_aside(self.position)

    def twins_beside(self) -> tuple[Beside, ...]:
        return self._visit.beside(self.session)


class Practice(PlayPage):
    """One scene out of a scenario. Its result is `GO_ON`, or `LEAVE` when the learner has had enough."""

    about = "practice.about"

    def __init__(self, session: Session, count: str) -> None:
        super().__init__(session)
        self._count = count

    def blocks(self) -> Iterable[Block]:
        session, play = self.session, self.session.play
        if play.phase is Phase.DECIDING:
            yield Text(plain(practice.about(session.practiced)).stylize("bold"))
            if self._at < 0:  # what is being put together needs the room
                head = play.scenario.head
                told = [practice.intro(head)]
                if not self.has_class("-wide"):  # else it stands in the margin
                    told += [practice.known(play), sentences.contacts_sentence(head, play.contacts)]
                yield Rows([Row(plain(each).stylize("$soft")) for each in told if each])
        yield from super().blocks()
        if play.phase is Phase.SHOWN and session.held is not None:
            yield Text(plain(practice.outcome(play, session.practiced, held=session.held)).stylize("$soft"))

    @property
    def mark(self) -> str:
        return say("practice.mark", count=self._count)

    def action_forward(self) -> None:
        """Done with this one."""
        self.dismiss(Offer.GO_ON)
