"""Values out of YAML events, as the field tables say, and what is wrong with a name or a value."""
