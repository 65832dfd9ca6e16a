"""Scores in words, explained where they stand: what is counted, and what a halfway counts."""

from __future__ import annotations

from fractions import Fraction

from course.engine.totals import Score
from course.words import say, sentences


def first_answers(score: Score, mark: Fraction, *, apart: bool = False) -> str:
    """How many first answers landed as advised, and what share that makes, rounded toward the side of the mark that
    it is on; that only first answers count. In the warm-up, and the after-check, none does."""
    if score.share is None:
        return say("score.none")
    if apart:
        return say("score.apart", n=score.decisions, full=score.full)
    share = sentences.score_words(score.share, mark)
    if score.half:
        return say("score.first-halfway", n=score.decisions, full=score.full, halfway=score.half, share=share)
    return say("score.first", n=score.decisions, full=score.full, share=share)


def this_attempt(score: Score, mark: Fraction) -> str:
    """The same of an attempt whose answers are not the ones that count."""
    if score.share is None:
        return say("score.none")
    share = sentences.score_words(score.share, mark)
    if score.half:
        return say("score.attempt-halfway", n=score.decisions, full=score.full, halfway=score.half, share=share)
    return say("score.attempt", n=score.decisions, full=score.full, share=share)
