"""The Textual face, as a learner meets it."""
