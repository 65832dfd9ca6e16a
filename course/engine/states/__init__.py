"""Every state that a scenario can be in: for exact odds, and for how far it is to an ending."""
