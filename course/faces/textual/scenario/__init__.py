"""A scenario on the screen: the page that plays one, and what it shows in each phase."""

from course.faces.textual.scenario.play_page import PlayPage
from course.faces.textual.scenario.screen import Practice, ScenarioScreen

__all__ = ["PlayPage", "Practice", "ScenarioScreen"]
