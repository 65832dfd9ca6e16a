"""A session: one learner at one scenario. It holds the play, and journals each event the moment it happens.

Both faces play through this class, so neither can show something as sent that is not kept.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import wait

from course.engine import events, judging
from course.engine.apply import apply, begin, sent
from course.engine.decision import Decision
from course.engine.events import Kept, Lasting, Shortened
from course.engine.kinds import Draft
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.engine.replay import replay, standing
from course.journal import Journal
from course.journal.records import Beginning, Begun, Forgotten, GivenUp
from course.model import Course, Rule, Scenario, Side
from course.model.twins import Half
from course.progress.practice import Due
from course.progress.practice_scene import held, set_out
from course.visit.moves import PATIENCE, Move, Moves, last, noted, uncounted
from course.visit.offers import PRACTICE, Offer, in_scenario
from course.words import say


class Session:
    """One attempt at a scenario. Make one with `start` or `take_up`. What the learner does is an event,
    that is applied to the play. The methods return a sentence for the learner: `""`, or what they should know.
    """

    def __init__(
        self,
        play: Play,
        journal: Journal | None,
        *,
        beginning: Beginning | None = None,
        beside: Journal | None = None,
        knows: Collection[str] | None = None,
    ) -> None:
        """`beside` keeps what is no attempt, where the attempt itself is not kept. `knows` are the attempts there were
        before this one; where it is given, one that another window has begun since is joined."""
        self.play = play
        self._fresh = begin(play.course, play.scenario, play.seed, extra_minute=play.extra_minute)
        self.moves = Moves(journal, beginning, knows) if journal else None
        """What is kept of the attempt; None where nothing is."""
        self._beside = journal or beside
        self._events: list[Lasting] = []
        """What has happened and still stands, in order."""
        self.rule = ""
        """The rule that is practiced, where one scene is played by itself; else `""`."""
        self.twin: Half | None = None
        """What is practiced, where it is the twin of what was missed."""
        self.held: bool | None = None
        """How what is practiced went; None before it was answered."""
        self._behind = 0
        """So many decisions had been made before what is practiced."""

    @classmethod
    def start(
        cls,
        course: Course,
        scenario: Scenario,
        journal: Journal,
        *,
        seed: int,
        extra_minute: bool,
        at: str = "",
        knows: Collection[str] | None = None,
    ) -> Session:
        """A new attempt. Begun at a scene in the middle (`at`), it is a rehearsal, and nothing is kept."""
        play = begin(course, scenario, seed, extra_minute=extra_minute, at=at)
        asked = scenario.head.id == course.companion  # it keeps nothing, whoever opens it as what it is not
        return cls(play, None if at or asked else journal, knows=knows)

    @classmethod
    def practice(
        cls, course: Course, scenario: Scenario, journal: Journal, due: Due, *, seed: int, extra_minute: bool
    ) -> Session:
        """A scene by itself, for a rule. It is no attempt and touches no score, but how the rule went in it is kept as
        soon as the answer is sent. A twin of what was missed asks for the same rule by another fact, and so has to be
        right, whatever its options follow and break."""
        play = set_out(course, scenario, journal, due.scene, seed=seed, extra_minute=extra_minute)
        session = cls(play, None, beside=journal)
        session._behind, session.rule, session.twin = len(play.history), due.rule, due.twin
        return session

    @classmethod
    def take_up(
        cls, course: Course, scenario: Scenario, journal: Journal, *, seed: int, extra_minute: bool, at: str = ""
    ) -> tuple[Session, str]:
        """The unfinished attempt at this scenario where it was left; without one, the last that was finished, at its
        ending; or else a new one. And a sentence if the scenario has been edited since."""
        knows = journal.begun(course.id, scenario.head.id)
        if not at:
            left, beginning = last(journal, course.id, scenario.head.id)
            if beginning is not None:
                play = begin(course, scenario, beginning.seed, extra_minute=extra_minute)
                session = cls(play, journal, beginning=beginning)
                assert session.moves is not None
                notice = session._reload(session.moves)
                while session.practicing:
                    notice += session.come_back()
                if left or session.play.finished:  # else an edit has taken its ending away
                    return session, notice
        return cls.start(course, scenario, journal, seed=seed, extra_minute=extra_minute, at=at, knows=knows), ""

    def again(self, seed: int | None = None) -> Session:
        """A new attempt at the same scenario, with its options ordered by `seed`, or as they are; this one, if
        unfinished, is given up."""
        seed = self.play.seed if seed is None else seed
        play = begin(self.play.course, self.play.scenario, seed, extra_minute=self.play.extra_minute)
        if self.moves is None:
            return Session(play, None)
        journal = self.moves.journal
        if self.moves.beginning is not None and not self.play.finished:
            wait([journal.abandon(self.moves.beginning)], PATIENCE)
        return Session(play, journal, knows=journal.begun(play.course.id, play.scenario.head.id))

    @property
    def practiced(self) -> Rule:
        """The rule that is practiced."""
        return self.play.course.all_rules()[self.rule]

    @property
    def kept(self) -> bool:
        """Whether this attempt is written to the journal."""
        return self.moves is not None

    @property
    def practicing(self) -> bool:
        """Whether an ending has been reached and gone back from: nothing counts that is done from here on."""
        return self.play.finished and self.play.phase is not Phase.ENDED

    def settle(self) -> tuple[Sequence[Move], BaseException] | None:
        """Mend what was refused since the last move, as the next one would; what is not kept for it, and why."""
        if (moves := self.moves) is None:
            return None
        moves.wait()
        if (why := moves.refused()) is None:
            return None
        given = moves.unkept
        self._see_what_became_of(moves, before=self._events)
        stands = set(map(id, self._events)) if self.kept else ()
        return [each for each in given if id(each.event) not in stands], why

    @property
    def rehearsed(self) -> bool:
        """Whether nothing at all is kept, not even a dispute."""
        return self._beside is None

    @property
    def offers(self) -> frozenset[Offer]:
        """What the learner may do next."""
        return in_scenario(self.play) & (PRACTICE if self.rule else frozenset(Offer))

    @property
    def disputed(self) -> Decision:
        """The decision that "I see it differently" is about: of several made at one go, the one that landed worst."""
        worst = judging.worst(each.side for each in self.play.latest)
        return next(each for each in self.play.latest if each.side is worst)

    def choose(self, *answers: Answer) -> str:
        """Pick an answer, or all where they are given at one go. Without the extra minute it is sent at once."""
        if not self.play.weighs():
            return self._send(answers, None)
        self.play = apply(self.play, events.Picked(self.play.scene_id, answers))
        return ""

    def put_back(self) -> None:
        """Put the picked answer back, before anything was said of it."""
        self.play = apply(self.play, events.PutBack())

    def call(self, side: Side) -> str:
        """Say how it will come across. It is sent at once, unless it is asked whether to think again."""
        if not self.play.asks_again(side):
            return self._send(self._picked, side)
        self.play = apply(self.play, events.Called(side))
        return ""

    def send(self) -> str:
        """Send what was picked and called."""
        return self._send(self._picked, self.play.called)

    def think_again(self) -> str:
        """Put back what was picked and called; that it was is kept."""
        assert self.play.called is not None
        return self._happen(events.ThoughtAgain(self.play.scene_id, self._picked, self.play.called))

    @property
    def _picked(self) -> tuple[Answer, ...]:
        return tuple(each.outcome.answer for each in self.play.pending)

    def sketch(self, draft: Draft) -> str:
        """Put something else together at this scene; it is kept, though nothing is sent."""
        return self._happen(events.Drafted(self.play.scene_id, draft))

    def go_on(self) -> str:
        """Go on to the next scene."""
        return self._happen(events.WentOn())

    def flip(self) -> str:
        """After the ending: one fact changes."""
        return self._happen(events.Flipped())

    def rewind(self, to: int) -> str:
        """Go back to decision `to` of the attempt: what if?"""
        return self._happen(events.Rewound(to))

    def come_back(self) -> str:
        """Come back from what was tried to where the learner was."""
        return self._happen(events.Returned())

    def noted(self, decision: Decision) -> str | None:
        """Why the learner sees it differently, where they have said so."""
        return noted(self._beside, self.play, decision) if self._beside else None

    def differ(self, decision: Decision, why: str) -> str:
        """Keep that the learner sees the judgment of a decision differently; a sentence when it could not be kept."""
        if self._beside is None:
            return say("session.rehearsed")
        course, scenario = self.play.course, self.play.scenario.head.id
        since = self.moves.since if self.moves else None
        done = self._beside.dispute(course.id, course.version, scenario, decision, why, since=since)
        wait([done], PATIENCE)
        return self._is_forgotten() if done.done() and isinstance(done.exception(), Forgotten) else ""

    def _is_forgotten(self) -> str:
        """From now on nothing of it is kept; a sentence about it."""
        self.moves = self._beside = None
        return say("session.forgotten")

    def _keep_practice(self) -> None:
        """Keep whether the practiced rule was held in the first answer."""
        rule, play, beside = self.rule, self.play, self._beside
        if not rule or beside is None or len(play.history) > self._behind + len(play.latest):
            return
        self.held = held(rule, self.twin, play.latest)
        wait([beside.practice(play.course.id, play.scenario.head.id, play.scene_id, rule, held=self.held)], PATIENCE)

    def _send(self, answers: Sequence[Answer], forecast: Side | None) -> str:
        notice = self._happen(sent(self.play, answers, forecast))
        self._keep_practice()
        return notice

    def _happen(self, event: Lasting) -> str:
        """Apply the event and keep it; a sentence when that could not be, or when it happened elsewhere."""
        play = apply(self.play, event)
        self._events.append(event)
        return self._keep(event, play)

    def _keep(self, event: Kept, play: Play) -> str:
        """Journal the event that led to `play`, and stand there; or where another terminal has gone by now."""
        self.play = play
        moves = self.moves
        if moves is None:
            return ""
        moves.give(event, play)
        moves.wait()
        notice = self._see_what_became_of(moves, before=self._events[:-1])
        moves.wait()
        return notice

    def _see_what_became_of(self, moves: Moves, before: Sequence[Lasting]) -> str:
        """Mend what was refused; a sentence about it. `before` has happened before this moment."""
        refused = moves.refused()
        if refused is None:
            return say("session.begun-beside") if moves.beside() else ""
        assert moves.beginning is not None
        if isinstance(refused, GivenUp):
            self.moves = None
            return say("session.given-up")
        there = moves.journal.events(moves.beginning.key)
        kept, given = len(there), moves.take()
        if isinstance(refused, Begun) and (joined := self._join(moves, several=len(given) > 1)):
            return f"{joined} {uncounted(given)}".strip()
        if isinstance(refused, Forgotten) and any(not isinstance(each, events.WentOn) for each in before):
            return self._is_forgotten()
        if not isinstance(refused, Forgotten | Begun) and kept >= given[0].number:
            self._reload(moves)
            return f"{say('session.moved-on')} {uncounted(given)}".strip()
        self._give_again(moves, kept, len(standing(there)))
        if isinstance(refused, Forgotten):  # before anything had been answered
            return ""
        return say("session.begun-beside" if isinstance(refused, Begun) else "session.kept-anew")

    def _join(self, moves: Moves, *, several: bool) -> str:
        """Go on with the attempt that another window has begun meanwhile; a sentence about it. `""` where `several`
        moves would be lost by it, since the journal could not be written at once: then both attempts are kept."""
        _, other = last(moves.journal, self.play.course.id, self.play.scenario.head.id)
        if several or other is None:
            return ""
        moves.join(other)
        self._fresh = begin(self.play.course, self.play.scenario, other.seed, extra_minute=self.play.extra_minute)
        self._reload(moves)
        return say("session.begun-elsewhere")

    def _give_again(self, moves: Moves, kept: int, known: int) -> None:
        """Keep, once more, what the journal does not know of the attempt, as where it was begun anew."""
        moves.go_on(kept)
        play = self._fresh
        for number, event in enumerate(self._events):
            play = apply(play, event)
            if number >= known:
                moves.give(event, play)

    def _reload(self, moves: Moves) -> str:
        assert moves.beginning is not None
        kept = moves.journal.events(moves.beginning.key)
        replayed = replay(self._fresh, standing(kept))
        self.play = replayed.play
        moves.go_on(len(kept))
        self._events = list(replayed.events)
        if replayed.whole:
            return say("session.changed", n=len(replayed.changed)) if replayed.changed else ""
        self._keep(Shortened(len(self._events)), self.play)
        return say("session.shortened")
