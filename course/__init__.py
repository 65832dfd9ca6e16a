"""Fine Line: a terminal course on the line between assertive and pushy, played from YAML."""
