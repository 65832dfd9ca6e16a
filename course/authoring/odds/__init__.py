"""Exact odds: every path through a scenario at once, by dynamic programming with whole numbers and fractions.

The checks need a part of it, so nothing is imported here.
"""
