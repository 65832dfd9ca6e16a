"""What every face says alike, sentence by sentence."""
