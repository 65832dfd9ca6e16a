"""What can be looked up on a page that shows a play, each on a page of its own that opens over it."""

from __future__ import annotations

from course.engine import debrief
from course.engine.play import Phase
from course.faces.textual.scenario.spread import SpreadPage
from course.visit.offers import Offer, others_later
from course.visit.session import Session
from course.words import say


class LookUpPage(SpreadPage):
    """What is known, what the other options would have led to, and why somebody sees it differently."""

    back_to = "keys.back.tip-scenario"
    only_open = (Offer.OTHER_SIDE,)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """That the other options come later is said only where they do."""
        if (action, parameters) == ("others", ("later",)) and not others_later(self.session.play):
            return False
        return super().check_action(action, parameters)

    @property
    def scene_is_away(self) -> bool:
        """Whether what is to be decided stands there without the scene in which it is."""
        return self.session.play.phase in (Phase.WEIGHING, Phase.CALLED)

    def action_know(self, _what: str = "") -> None:
        """Open what is known so far, or say that there is nothing."""
        if Offer.KNOW not in self.offers and not self.scene_is_away:
            self.tell(say("known.nothing"))
            return
        from course.faces.textual.known import WhatYouKnow

        self.app.push_screen(WhatYouKnow(self.session.play, scene=self.scene_is_away))

    def action_others(self, _when: str = "") -> None:
        """Open what the other options would have led to, or say when that can be seen."""
        if Offer.OTHERS not in self.offers:
            self.tell(say("others.later"))
            return
        from course.faces.textual.other_options import Others

        play = self.session.play
        self.app.push_screen(Others(self.session, debrief.step_at(play, play.line[-1])))

    def action_differ(self) -> None:
        """Say that the judgment of this answer is contested."""
        from course.faces.textual.entry import differ

        differ(self, self.session, self.session.disputed)
