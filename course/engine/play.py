"""Where one attempt at a scenario stands.

    DECIDING --Picked--> WEIGHING --Called--> CALLED --Sent--> SHOWN --WentOn--> DECIDING, READING or ENDED
        ^                   |                   |              READING --WentOn--> the same
        +------PutBack------+---ThoughtAgain----+              Rewound: from anywhere to any earlier decision
                                                               Returned: to where the first of these left, or the ending

What is picked may be sent from each of the first three. A play is only asked here. It changes by events alone: see
`course.engine.apply`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from course.engine import kinds
from course.engine.conditions import Logged
from course.engine.decision import Decision, Reconsidered
from course.engine.kinds import FIRST, Draft, Judged, Turn
from course.engine.outcome import Answer, Outcome
from course.engine.past import NOWHERE, Path, Visited
from course.engine.telling import arrived, sent_at, tell
from course.model import Course, Ending, Message, Scenario, Scene, Side
from course.model.kinds import Exercise
from course.model.record import Record

ONE_IN = 6
"""Of so many scenes with an extra minute it is asked at one whether to think again, after the middle one of the three
answers."""


class Phase(StrEnum):
    """Where in a scene the learner is."""

    DECIDING = "deciding"
    WEIGHING = "weighing"
    """The extra minute: something is picked. How will it come across?"""
    CALLED = "called"
    """The learner has said how. It is not sent yet, and they may think again."""
    SHOWN = "shown"
    """It is sent, and the consequence shows."""
    READING = "reading"
    """Nothing is asked: the scene is read, and the scenario goes on."""
    ENDED = "ended"


class Taken(Record):
    """One decision of this attempt, and the indices of those that led up to it."""

    decision: Decision
    before: tuple[int, ...]
    trail: tuple[Visited, ...]
    """The scenes that led up to it, its own last."""
    turn: Turn = FIRST
    """Which question of its scene it answered; the first, when all were answered at one go."""
    first: int = 0
    """The index of the first decision that was sent with it; its own, where it was sent by itself."""
    tried: bool = False
    """Whether it was only tried: after an ending, or where the same had been answered before."""


class End(Record):
    """How an ending was come to."""

    line: tuple[int, ...]
    trail: tuple[Visited, ...]


class Play(Record):
    """Where one attempt stands. Make one with `course.engine.apply.begin`."""

    course: Course
    scenario: Scenario
    seed: int
    extra_minute: bool
    phase: Phase
    scene_id: str
    day: int
    turn: Turn = FIRST
    """Which question of the scene is asked."""
    draft: Draft = ()
    """What has been put together at this scene and not sent yet."""
    pending: tuple[Judged, ...] = ()
    """The answer being weighed, or the one whose consequence shows; several where all are given at one go."""
    called: Side | None = None
    """How the learner has said that it will come across, while it is not sent yet."""
    reconsidered: tuple[Reconsidered, ...] = ()
    """What was put back here after that, and would otherwise have been sent."""
    history: tuple[Taken, ...] = ()
    """Every decision of the attempt, in the order in which they were made."""
    line: tuple[int, ...] = ()
    """Indices into `history`: the decisions that led to where the scenario stands now."""
    trail: tuple[Visited, ...] = ()
    """The scenes that the path came through, where it stands now last."""
    end: End | None = None
    """The ending that was reached last, wherever the scenario stands now."""
    left: Play | None = None
    """Where the learner was before they went back to try something else; None while nothing is tried. Of another
    ending it is the one before; what was left on the way to the first is behind them."""

    @property
    def finished(self) -> bool:
        """Whether an ending has been reached; whatever is decided later is practice."""
        return self.end is not None

    @property
    def trying(self) -> bool:
        """Whether there is a place to come back to from what is tried."""
        return self.left is not None or (self.finished and self.phase is not Phase.ENDED)

    @property
    def scene(self) -> Scene:
        """The scene the learner is at."""
        return self.scenario.scenes[self.scene_id]

    @property
    def order(self) -> str:
        """What shuffles the scene for this attempt."""
        return shuffling(self.seed, self.scenario.head.id, self.scene)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of the attempt, in the order in which they were made."""
        return tuple(taken.decision for taken in self.history)

    @property
    def path(self) -> tuple[Decision, ...]:
        """The decisions that led to where the scenario stands now."""
        return tuple(self.history[index].decision for index in self.line)

    @property
    def goes(self) -> tuple[tuple[Decision, ...], ...]:
        """The same that landed somewhere on the line, those that were sent at one go together."""
        taken = (self.history[index] for index in self.line)
        by_go = (tuple(each.decision for each in go) for _, go in groupby(taken, key=attrgetter("first")))
        found = (tuple(each for each in go if not each.off_the_line) for go in by_go)
        return tuple(go for go in found if go)

    @property
    def contacts(self) -> tuple[Logged, ...]:
        """The contact log of the scenario as it stands now: what was answered, and what its scenes tell of."""
        found: list[Logged] = []
        for here, past, made in self.stops():
            told = (each.contact for each in sent_at(self.scenario.scenes[here.scene], past))
            found += [Logged(each.on(here.day), each) for each in told]
            found += NOWHERE.then(made).log
        return tuple(sorted(found, key=lambda each: each.day))

    def stops(self) -> Iterator[tuple[Visited, Path, Sequence[Decision]]]:
        """The scenes that the path came through, each with what had gone before it and what was decided there."""
        path = self.path
        for number, here in enumerate(self.trail, 1):
            until = self.trail[number].decided if number < len(self.trail) else len(path)
            yield here, Path(self.trail[:number], path[: here.decided], here.day), path[here.decided : until]

    @property
    def past(self) -> Path:
        """What went before on the path that stands now, what shows now included."""
        return Path(self.trail, self.path, self.day)

    @property
    def coming(self) -> Path:
        """What went before when this scene was come to."""
        here = self.trail[-1]
        return Path(self.trail, self.path[: here.decided], here.day)

    def coming_to(self, taken: Taken) -> Path:
        """What went before when the scene of that decision was come to."""
        here = taken.trail[-1]
        return Path(taken.trail, (self.history[index].decision for index in taken.before[: here.decided]), here.day)

    @property
    def text(self) -> str:
        """What the learner reads here."""
        return tell(self.scene.text, self.coming)

    @property
    def arrives(self) -> tuple[Message, ...]:
        """The messages that have come in here."""
        return arrived(self.scene.arrives, self.coming)

    @property
    def exercise(self) -> Exercise | None:
        """What is asked here, as far as it is offered on this path; None at an ending."""
        body = self.scene.body
        return None if isinstance(body, Ending) else kinds.of(body).offered(self.coming, self.trail[-1].day)

    @property
    def last(self) -> Decision | None:
        """The decision that led to where the scenario stands now."""
        return self.path[-1] if self.line else None

    @property
    def latest(self) -> tuple[Decision, ...]:
        """The decisions whose consequence shows: one, or all that were made at one go."""
        return self.path[len(self.path) - self._judged :] if self.phase is Phase.SHOWN else ()

    @property
    def sending(self) -> tuple[Answer, ...]:
        """The answers that are weighed, or whose consequence shows."""
        return tuple(each.outcome.answer for each in self.pending)

    @property
    def put_back_before(self) -> bool:
        """Whether the very same was put back here before, and had been called something then."""
        return any(each.answers == self.sending for each in self.reconsidered)

    @property
    def _judged(self) -> int:
        return sum(each.outcome.judged for each in self.pending)

    def asked(self, taken: Taken) -> Exercise | None:
        """What was asked where that decision was taken, as far as it was offered there; None when the scene is gone."""
        scene = self.scenario.scenes.get(taken.decision.scene)
        if scene is None or isinstance(scene.body, Ending):
            return None
        return kinds.of(scene.body).offered(self.coming_to(taken), taken.trail[-1].day)

    def shown(self) -> tuple[Outcome, ...]:
        """What can be answered here now, in the order to show it; nothing where nothing is asked."""
        if self.phase is Phase.READING or (exercise := self.exercise) is None:
            return ()
        return kinds.of(exercise).outcomes(self.turn, self.order)

    def whole(self) -> bool:
        """Whether everything the scene asks is answered at one go, out of the draft."""
        body = self.scene.body
        return not isinstance(body, Ending) and kinds.of(body).whole()

    def untouched(self) -> bool:
        """Whether what is to be put together is still as it was found."""
        body = self.scene.body
        return not isinstance(body, Ending) and self.draft == kinds.of(body).start(self.order)

    def ready(self) -> tuple[Answer, ...] | None:
        """The answers that the draft amounts to, once it can be sent; else None."""
        exercise = self.exercise
        return None if exercise is None else kinds.of(exercise).answers(self.draft, self.order)

    def tried(self, outcome: Outcome) -> bool:
        """Whether such an answer is practice: an ending has been reached, or it is not the first one to the same. So it
        is asked of every answer alike, also of one about which people differ."""
        same = [each.item for each in self.decisions if each.scene == self.scene_id]
        return self.finished or outcome.item in same or (self.whole() and bool(same))

    @property
    def repeats(self) -> bool:
        """Whether no first answer is asked for here; or, where nothing is, was given last."""
        asked = () if self.phase is Phase.SHOWN else self.shown()
        return all(map(self.tried, asked)) if asked else bool(self.line) and self.history[self.line[-1]].tried

    def possible(self, answers: Sequence[Answer]) -> tuple[Judged, ...] | None:
        """These answers as the scene judges them now, or None when it does not offer them."""
        exercise = self.exercise
        if exercise is None:
            return None
        if self.whole():
            return kinds.judged(exercise, answers, self.order)
        shown = self.shown()
        found = [each for each in shown if (each.answer,) == tuple(answers)]
        return (Judged(self.turn, found[0], shown),) if found else None

    @property
    def apart(self) -> bool:
        """Whether nothing in it counts, and its end lies nowhere: the warm-up, and the after-check."""
        return self.scenario.head.id in self.course.apart

    @property
    def ends(self) -> Side | None:
        """On which side it has ended. In the middle of the line only where nothing on the way there strayed from it:
        whoever was pushy twice does not believe that it ends assertive."""
        body = self.scene.body
        if not isinstance(body, Ending) or self.apart:
            return None
        return None if body.side is Side.RIGHT and any(each.strayed for each in self.path) else body.side

    def weighs(self) -> bool:
        """Whether what is picked here waits for the extra minute."""
        return self.extra_minute and self.scenario.head.scored and _weighed(self.scene)

    def asks_again(self, called: Side) -> bool:
        """Whether it is asked, once they have called what is picked this, if they would rather think again. After an
        outer answer always; after the middle one now and then, so that being asked gives nothing away: at one scene out
        of every few, as they stand in the file, which the seed picks. So it never happens at one after the other all
        evening, nor not at all."""
        scenes = self.scenario.scenes
        weighing = [each.id for each in scenes.values() if _weighed(each)]
        if called is not Side.RIGHT or self.scene_id not in weighing:
            return called is not Side.RIGHT
        some, number = divmod(weighing.index(self.scene_id), ONE_IN)
        first = shuffling(self.seed, self.scenario.head.id, scenes[weighing[some * ONE_IN]])
        return random.Random(f"{first}/asks-again").randrange(ONE_IN) == number

    def flips(self) -> str:
        """The scene at which one fact is changed, for an ending that has one and has not been there; else `""`."""
        body = self.scene.body
        if not isinstance(body, Ending) or any(each.scene == body.flip for each in self.path):
            return ""
        return body.flip

    @property
    def flipped(self) -> bool:
        """Whether the scenario is at a scene where one fact is another, and so no day or contact is what it was."""
        bodies = (scene.body for scene in self.scenario.scenes.values())
        return any(isinstance(body, Ending) and body.flip == self.scene_id for body in bodies)


def _weighed(scene: Scene) -> bool:
    """Whether it asks something that an extra minute goes before."""
    return not isinstance(scene.body, Ending) and kinds.of(scene.body).weighed()


def shuffling(seed: int, scenario: str, scene: Scene) -> str:
    """The text by which a scene is shuffled: as before, when it or its scenario has been given another id."""
    return f"{seed}/{scene.former.scenario or scenario}/{scene.former.scene or scene.id}"
