"""An id changed wherever it is used, with every other byte as it was."""
