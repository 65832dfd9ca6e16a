"""What is said of the extra minute: how well a learner can tell beforehand, and what came of thinking again."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.decision import Decision
from course.engine.outcome import Answer
from course.engine.totals import Forecasts
from course.model import Side
from course.words import say
from course.words.sentences import side_name


def told(forecasts: Forecasts) -> list[str]:
    """How well the learner can tell, in one sentence; and what came of thinking again, where something did."""
    found = (_calibration(forecasts), _stopped(forecasts), _led_away(forecasts))
    return [sentence for sentence in found if sentence]


def put_back(decision: Decision, sent: Sequence[Answer]) -> str:
    """What came of thinking again before this was sent: where that would have landed which was put back, and that what
    was put back was `sent` after all; `""` when nobody thought again."""
    answers = tuple(sent)
    sides = dict.fromkeys(side_name(each.side) for each in decision.reconsidered if each.answers != answers)
    stayed = say("reconsidered.stayed") if any(each.answers == answers for each in decision.reconsidered) else ""
    landing = say("reconsidered.landing", landing=say("list.or").join(sides)) if sides else ""
    return " ".join(filter(None, (landing, stayed)))


def _calibration(forecasts: Forecasts) -> str:
    """What became of the decisions that were called right; where none was, of those called something else most often.
    So it is one thing to learn from."""
    called = Side.RIGHT if forecasts.called(Side.RIGHT) else max(Side, key=forecasts.called)
    total = forecasts.called(called)
    if not total:
        return ""
    name = side_name(called)
    missed = {side: forecasts.of_which(called, side) for side in Side if side is not called}
    missed = {side: number for side, number in missed.items() if number}
    if not missed:
        return say("forecast.came-true", n=total, called=name)
    if total == 1:
        (landed,) = missed
        return say("forecast.one-missed", called=name, landed=side_name(landed))
    parts = [say("forecast.came-across", n=number, landed=side_name(side)) for side, number in missed.items()]
    return say("forecast.missed", n=total, called=name, missed=say("list.and-short").join(parts))


def _stopped(forecasts: Forecasts) -> str:
    if not forecasts.stopped:
        return ""
    short, far = side_name(Side.UNDER), side_name(Side.OVER)
    return say("forecast.stopped", n=forecasts.outside, stopped=forecasts.stopped, short=short, far=far)


def _led_away(forecasts: Forecasts) -> str:
    """Said as it was, and without blame."""
    return say("forecast.led-away", n=forecasts.led_away, right=side_name(Side.RIGHT)) if forecasts.led_away else ""
