"""What pages ask the app for: something that another page shows."""

from __future__ import annotations

from textual.message import Message

from course.visit.offers import Offer


class Wish(Message):
    """The learner took up an offer that leads to another page; `which` is the scenario's or the chapter's id."""

    def __init__(self, offer: Offer, which: str = "") -> None:
        super().__init__()
        self.offer = offer
        self.which = which


class HelpWish(Message):
    """The learner wants the page on top explained."""
