"""The faces: they show and ask, and decide nothing."""
