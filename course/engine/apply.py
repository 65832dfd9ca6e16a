"""How a play begins, and the one way in which it changes: an event is applied, and there is a new play.

Whoever plays, resumes, follows an edited scenario or watches from elsewhere applies the same events with this same
function. Nothing is ever changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course.engine import judging, kinds
from course.engine.conditions import next_scene
from course.engine.decision import Decision, Reconsidered, decide
from course.engine.events import (
    Called,
    Drafted,
    Event,
    Flipped,
    Picked,
    PutBack,
    Returned,
    Rewound,
    Sent,
    ThoughtAgain,
    WentOn,
)
from course.engine.kinds import FIRST, Draft, Judged, Kind
from course.engine.outcome import Answer
from course.engine.past import Visited
from course.engine.play import End, Phase, Play, Taken
from course.engine.revision import revision
from course.model import Course, Ending, Rule, Scenario, Side
from course.model.kinds import Exercise
from course.model.record import replace


class Unfit(ValueError):
    """An event that cannot happen where the play stands, or not in the scenario as it is today."""


def begin(course: Course, scenario: Scenario, seed: int, *, extra_minute: bool = True, at: str = "") -> Play:
    """A new attempt at the scenario's start, or at the scene `at`. The seed orders what is shown."""
    scene = scenario.scenes[at or scenario.head.start]
    return _arrive(Play(course, scenario, seed, extra_minute, Phase.DECIDING, scene.id, scene.day or 0), scene.id)


def apply(play: Play, event: Event) -> Play:
    """The play after that event. Raises Unfit."""
    match event:
        case Drafted(scene, draft):
            return _draft(_deciding(play, scene), draft)
        case Picked(scene, answers):
            return _pick(_deciding(play, scene), answers)
        case PutBack():
            _require(play, Phase.WEIGHING)
            return replace(play, phase=Phase.DECIDING, pending=())
        case Called(side):
            _require(play, Phase.WEIGHING)
            return replace(play, phase=Phase.CALLED, called=side)
        case ThoughtAgain(scene, answers, forecast):
            return _think_again(_deciding(play, scene), answers, forecast)
        case Sent(scene, answers, forecast):
            deciding = _deciding(play, scene)
            return _send(replace(deciding, pending=_judged(deciding, answers)), forecast)
        case WentOn():
            _require(play, Phase.SHOWN, Phase.READING)
            return _go_on(play)
        case Rewound(to):
            return _rewind(play, to)
        case Flipped():
            if not play.flips():
                raise Unfit("nothing is flipped here")
            return _arrive(play, play.flips())
        case Returned():
            return _return(play)


def sent(play: Play, answers: Sequence[Answer], forecast: Side | None = None) -> Sent:
    """The event of sending these answers where the play stands."""
    return Sent(play.scene_id, tuple(answers), forecast, revision(play.scene))


def _require(play: Play, *phases: Phase) -> None:
    if play.phase not in phases:
        raise Unfit(f"not while {play.phase}")


def _deciding(play: Play, scene: str) -> Play:
    """The play before anything was picked, at that scene; the learner may always pick something else."""
    _require(play, Phase.DECIDING, Phase.WEIGHING, Phase.CALLED)
    if scene != play.scene_id:
        raise Unfit(f"at {play.scene_id!r}, not at {scene!r}")
    return replace(play, phase=Phase.DECIDING, pending=(), called=None)


def _draft(play: Play, draft: Draft) -> Play:
    """Put something else together. What does not fit the scene is left out."""
    return replace(play, draft=_kind(play).tidy(draft, play.order))


def _pick(play: Play, answers: tuple[Answer, ...]) -> Play:
    """Weigh these. What was put back here before has been called something already: the first word stands."""
    called = next((each.forecast for each in play.reconsidered if each.answers == answers), None)
    phase = Phase.WEIGHING if called is None else Phase.CALLED
    return replace(play, phase=phase, pending=_judged(play, answers), called=called)


def _think_again(play: Play, answers: tuple[Answer, ...], forecast: Side) -> Play:
    """Remember what was put back, and where it would have landed. What the scene does not offer any more, since it was
    edited, is let go: nothing has come of it."""
    judged = play.possible(answers)
    if judged is None or any(each.answers == answers for each in play.reconsidered):
        return play
    rules = play.course.all_rules()
    outcomes = [each.outcome for each in judged if each.outcome.judged]
    side = judging.worst(judging.side(each, rules) for each in outcomes)
    said = tuple(each.said for each in outcomes)
    return replace(play, reconsidered=(*play.reconsidered, Reconsidered(answers, said, forecast, side)))


def _judged(play: Play, answers: Sequence[Answer]) -> tuple[Judged, ...]:
    judged = play.possible(answers)
    if judged is None:
        raise Unfit(f"scene {play.scene_id!r} offers no answer {answers!r}")
    return judged


def _send(play: Play, forecast: Side | None) -> Play:
    """Decide what is pending. Of several decisions made at one go, the forecast stands at the one that decides where
    all of them land, and so does what was put back before it."""
    rules = play.course.all_rules()
    judged = [each for each in play.pending if each.outcome.judged]
    sides = [judging.side(each.outcome, rules) for each in judged]
    deciding = sides.index(judging.worst(sides)) if sides else 0
    first = len(play.history)
    tried = [play.tried(each.outcome) for each in judged]
    decided = [_decide(play, each, rules, tried=again) for each, again in zip(judged, tried, strict=True)]
    if decided:
        decided[deciding] = replace(decided[deciding], forecast=forecast, reconsidered=play.reconsidered)
    made = tuple(
        Taken(each, play.line, play.trail, play.turn, first, again) for each, again in zip(decided, tried, strict=True)
    )
    line = (*play.line, *range(first, first + len(made)))
    return replace(play, phase=Phase.SHOWN, history=(*play.history, *made), line=line, reconsidered=())


def _decide(play: Play, judged: Judged, rules: Mapping[str, Rule], *, tried: bool) -> Decision:
    outcome = judged.outcome
    return decide(
        play.scene,
        outcome,
        judged.possible,
        rules,
        day=play.day,
        forecast=None,
        counts=outcome.scores and play.scenario.head.scored and not tried,
    )


def _go_on(play: Play) -> Play:
    """Leave the consequence behind: for the scene's next question, or for the next scene."""
    if play.phase is Phase.READING:
        (only,) = _kind(play).outcomes()
        return _arrive(play, next_scene(only.next, play.past))
    last = play.pending[-1]
    outcome = last.outcome
    after = _kind(play).then(last.turn, outcome)
    if after is not None:
        return replace(play, phase=Phase.DECIDING, turn=after, pending=())
    there = replace(play, day=play.day if outcome.day is None else outcome.day)
    return _arrive(there, next_scene(outcome.next, there.past))


def _rewind(play: Play, to: int) -> Play:
    """Stand before decision `to`. First answers stay what they were, and so does the score. What was sent at one go
    lies there as a draft."""
    if not 0 <= to < len(play.history):
        raise Unfit(f"there is no decision {to} to go back to")
    taken = play.history[to]
    together = [each for each in play.history if each.first == taken.first]
    left = play.left if play.left and play.phase is not Phase.ENDED else play
    if left.phase in (Phase.WEIGHING, Phase.CALLED):  # what is only picked is put back: it is never kept
        left = replace(left, phase=Phase.DECIDING, pending=(), called=None)
    back = replace(_at(play, taken.trail, taken.before, Phase.DECIDING), turn=taken.turn, left=left)
    return _draft(back, tuple(each.decision.answer for each in together)) if back.whole() else back


def _return(play: Play) -> Play:
    """Stand again where the learner first went back from, or at the ending before a fact was flipped. What was tried
    since stays in the history."""
    if play.left is not None:
        return replace(play.left, history=play.history)
    if play.end is None or play.phase is Phase.ENDED:
        raise Unfit("there is nowhere to come back to")
    return _at(play, play.end.trail, play.end.line, Phase.ENDED)


def _at(play: Play, trail: tuple[Visited, ...], line: tuple[int, ...], phase: Phase) -> Play:
    """The play where it has been before, with nothing in hand."""
    return replace(
        play,
        phase=phase,
        scene_id=trail[-1].scene,
        day=trail[-1].day,
        trail=trail,
        line=line,
        turn=FIRST,
        draft=(),
        pending=(),
        called=None,
        reconsidered=(),
    )


def _arrive(play: Play, scene_id: str) -> Play:
    scene = play.scenario.scenes[scene_id]
    day = play.day if scene.day is None else scene.day
    trail = (*play.trail, Visited(scene_id, day, len(play.line)))
    here = _at(play, trail, play.line, _phase(scene.body))
    if here.phase is Phase.ENDED:
        return replace(here, end=End(here.line, trail), left=play.left if play.finished else None)
    return replace(here, draft=_kind(here).start(here.order)) if here.phase is Phase.DECIDING else here


def _phase(body: Exercise | Ending) -> Phase:
    if isinstance(body, Ending):
        return Phase.ENDED
    return Phase.DECIDING if kinds.of(body).asks() else Phase.READING


def _kind(play: Play) -> Kind:
    exercise = play.exercise
    if exercise is None:
        raise Unfit("an ending asks for no answer")
    return kinds.of(exercise)
