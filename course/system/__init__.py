"""The machine underneath: where our files lie, and how they are written."""
