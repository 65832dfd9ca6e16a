"""Exact odds: every path through a story at once, by dynamic programming with whole numbers and fractions."""

from course.odds.chances import LoopTooLarge
from course.odds.graph import TooManyStates
from course.odds.routes import Route, Step
from course.odds.summary import EndingOdds, Odds, Range, odds

__all__ = ["EndingOdds", "LoopTooLarge", "Odds", "Range", "Route", "Step", "TooManyStates", "odds"]
