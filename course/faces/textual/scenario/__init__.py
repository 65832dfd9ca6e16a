"""The scenario screen, and what it shows in each phase."""

from course.faces.textual.scenario.screen import ScenarioScreen

__all__ = ["ScenarioScreen"]
