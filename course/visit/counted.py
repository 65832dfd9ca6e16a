"""What an attempt comes to in counts, and whether those are the ones that count."""

from __future__ import annotations

from course.engine import totals
from course.visit.session import Session
from course.words import say, scores


def counted(session: Session) -> str:
    """How many answers landed as advised; of a later attempt, and of the first answers beside it, as results and
    `progress` say. One that is not kept counts nowhere."""
    play = session.play
    score, mark = totals.score(play.decisions), play.course.pass_mark
    if score.share is None or play.apart:
        return scores.first_answers(score, mark, apart=play.apart)
    if not session.kept:
        return f"{scores.this_attempt(score, mark)} {say('score.not-kept')}"
    first = session.moves.first_answers(play) if session.moves else None
    if first is None:
        return scores.first_answers(score, mark)
    return scores.both(score, totals.score(first), mark)
