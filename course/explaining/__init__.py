"""What every code means, why it matters, and an example of it wrong and mended."""
