"""The scenario screen, and what it shows in each phase."""

from course.tui.scenario.screen import ScenarioScreen

__all__ = ["ScenarioScreen"]
