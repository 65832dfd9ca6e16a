"""Reading: what authors write, and what they are told."""
