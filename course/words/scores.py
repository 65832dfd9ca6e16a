"""Scores in words, explained where they stand: what is counted, and what a halfway counts."""

from __future__ import annotations

from fractions import Fraction

from course.engine.totals import Score
from course.words import say, sentences


def first_answers(score: Score, mark: Fraction, *, apart: bool = False) -> str:
    """How many first answers landed as advised, and what share that makes, rounded toward the side of the mark that
    it is on; that only first answers count. In the warm-up, and the after-check, none does."""
    if apart and score.share is not None:
        return with_parts(say("score.apart", n=score.decisions, full=score.full), score)
    return with_parts(_first(score, mark), score)


def this_attempt(score: Score, mark: Fraction) -> str:
    """The same of an attempt whose answers are not the ones that count."""
    return with_parts(_attempt(score, mark), score)


def both(attempt: Score, first: Score, mark: Fraction) -> str:
    """How an attempt went, and after it the first answers, which are not those."""
    return with_parts(f"{_attempt(attempt, mark)} {_first(first, mark)}", attempt if attempt.parts else first)


def with_parts(said: str, score: Score) -> str:
    """What is said of a score; and where a learner who counts decisions would find fewer, why there are more answers
    in it."""
    return f"{said} {say('score.parts')}" if score.parts else said


def _first(score: Score, mark: Fraction) -> str:
    if score.share is None:
        return say("score.none")
    share = sentences.score_words(score.share, mark)
    if score.half:
        return say("score.first-halfway", n=score.decisions, full=score.full, halfway=score.half, share=share)
    return say("score.first", n=score.decisions, full=score.full, share=share)


def _attempt(score: Score, mark: Fraction) -> str:
    if score.share is None:
        return say("score.none")
    share = sentences.score_words(score.share, mark)
    if score.half:
        return say("score.attempt-halfway", n=score.decisions, full=score.full, halfway=score.half, share=share)
    return say("score.attempt", n=score.decisions, full=score.full, share=share)
