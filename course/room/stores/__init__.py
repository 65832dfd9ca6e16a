"""Where rooms are kept: what a store can do, and the two there are."""
