"""The scenario screen: one scenario, from its first scene to its ending."""

from __future__ import annotations

from collections.abc import Collection

from course.faces.textual.scenario.play_page import PlayPage
from course.visit.offers import Offer
from course.visit.session import Session
from course.visit.visit import Visit


class ScenarioScreen(PlayPage):
    """A scenario as a learner plays it."""

    def __init__(self, visit: Visit, session: Session, notice: str = "") -> None:
        super().__init__(session, notice)
        self._visit = visit

    def look_at_offers(self) -> Collection[Offer]:
        return self._visit.offers_in(self.session)

    def restarted(self) -> Session:
        return self._visit.again(self.session)
