"""A scenario on paper: what people get, what whoever leads gets, cards to vote with and slips to come in by."""
