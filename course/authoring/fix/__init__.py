"""Mending what is mechanical in a course's files, so that nothing else in them changes."""
