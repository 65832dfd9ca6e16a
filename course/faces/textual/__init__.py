"""The Textual face. One screen, one file, its `.tcss` beside it."""
