"""Many people at one play: what a room is, how it changes, and what each role may see of it.

Pure, like the engine: it knows no network, no clock and no disk. A room is what its events add up to; votes are kept
beside them, one for each person in each round.
"""
