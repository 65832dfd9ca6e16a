"""New courses and scenarios, and the templates that they begin with."""
