"""One learner at one course: what is next, where they were, and the attempt at hand. Both faces ask here."""
