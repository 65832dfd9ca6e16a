"""The room's screen: made for a projector, and for whoever leads."""
