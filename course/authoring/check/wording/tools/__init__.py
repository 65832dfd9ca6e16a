"""What the checks of wording are made with: items, guessers, and what chance alone would do."""
