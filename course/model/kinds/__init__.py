"""The exercise kinds as records, one module each. Nothing here judges or shows; see `course.engine.kinds`."""
