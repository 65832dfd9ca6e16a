"""A rehearsal: a play that is kept nowhere, and that follows the scenario as it is edited."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine import edited
from course.engine.apply import apply, begin, sent
from course.engine.events import Called, Drafted, Lasting, Picked, ThoughtAgain
from course.engine.kinds import Draft
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.engine.replay import replay
from course.model import Course, Scenario
from course.visit.offers import Offer
from course.visit.session import Session


class Rehearsal(Session):
    """One walk through a scenario. Going back takes back what happened since, so an ending counts this way to it and
    no other."""

    def __init__(self, play: Play, at: str = "") -> None:
        """`play` is a fresh beginning, at the scene `at` or at the start."""
        super().__init__(play, None)
        self.at = at

    @classmethod
    def begin(cls, course: Course, scenario: Scenario, *, extra_minute: bool, at: str = "") -> Rehearsal:
        """At a scene, or at the start."""
        return cls(begin(course, scenario, 1, extra_minute=extra_minute, at=at), at)

    @property
    def offers(self) -> frozenset[Offer]:
        """An author leaves the preview, not the scenario."""
        return super().offers - {Offer.LEAVE}

    @property
    def in_hand(self) -> Draft:
        """What has been put together here last, and not sent; nothing where something else has happened since."""
        last = self._events[-1] if self._events else None
        return self.play.draft if isinstance(last, Drafted | ThoughtAgain) and self.play.phase is Phase.DECIDING else ()

    def again(self, seed: int | None = None) -> Rehearsal:
        """The same scenario from its start, with the options in another order."""
        play = self.play
        seed = play.seed + 1 if seed is None else seed
        self._stand(begin(play.course, play.scenario, seed, extra_minute=play.extra_minute), "", ())
        return self

    def jump(self, scene: str) -> None:
        """Rehearse from that scene on."""
        play = self.play
        self._stand(begin(play.course, play.scenario, play.seed, extra_minute=play.extra_minute, at=scene), scene)

    def take(self, answers: tuple[Answer, ...]) -> None:
        """Answer without the extra minute."""
        self._happen(sent(self.play, answers))

    def rewind(self, to: int) -> str:
        """Go back to decision `to`, as if it and all later ones had never been made."""
        play = beginning = self._begun(self.play.course, self.play.scenario, self.at)
        for number, event in enumerate(self._events):
            play = apply(play, event)
            if len(play.history) > to:
                self._stand(beginning, self.at, self._events[:number])
                break
        return ""

    def follow(self, course: Course, scenario: Scenario) -> str:
        """Stay at this place in another version of the scenario; a sentence if that cannot be."""
        before = self.play
        names = edited.renamed(before.scenario, scenario)
        was = names.get(before.scene_id, before.scene_id)
        start = self.at or before.scenario.head.start
        start = names.get(start, start)
        if start in scenario.scenes:
            at = start if self.at or start != scenario.head.start else ""
            events = edited.carried(self._events, before.scenario, scenario)
        else:
            trail = [was, *(names.get(each.scene, each.scene) for each in reversed(before.path))]
            at, events = next((each for each in trail if each in scenario.scenes), ""), ()
        whole = self._stand(self._begun(course, scenario, at), at, events)
        if was == self.play.scene_id:
            self._weigh_again(before)
            return "" if whole else "The choice you made here is gone. Choose again."
        if was not in scenario.scenes:
            return f"The scene {before.scene_id} is gone. This is the last one on your way that is still there."
        return f"Your choices lead here now. Before you saved, they led to {before.scene_id}."

    def _begun(self, course: Course, scenario: Scenario, at: str) -> Play:
        return begin(course, scenario, self.play.seed, extra_minute=self.play.extra_minute, at=at)

    def _stand(self, play: Play, at: str, events: Sequence[Lasting] = ()) -> bool:
        """Stand where those events lead, as far as they fit; whether all of them did."""
        replayed = replay(play, events)
        self.play, self.at = replayed.play, at
        self._events = list(replayed.events)
        return replayed.whole

    def _weigh_again(self, before: Play) -> None:
        """Pick what had been picked and not yet sent, and call it what it was called."""
        if before.phase not in (Phase.WEIGHING, Phase.CALLED) or self.play.phase is not Phase.DECIDING:
            return
        words = edited.reworded(before.scene, self.play.scene)
        answers = tuple(each.outcome.answer for each in before.pending)
        answers = tuple(words.get(each, each) for each in answers)
        if self.play.possible(answers) is not None:
            self.play = apply(self.play, Picked(self.play.scene_id, answers))
            if before.called is not None and self.play.phase is Phase.WEIGHING:
                self.play = apply(self.play, Called(before.called))
