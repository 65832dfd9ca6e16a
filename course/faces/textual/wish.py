"""What a page asks its app for."""

from __future__ import annotations

from typing import Any

from textual.message import Message
from textual.screen import Screen

from course.visit.offers import Offer


class Wish(Message):
    """The learner took up an offer of `page` that leads to another; `which` is the scenario's or the chapter's id."""

    def __init__(self, page: Screen[Any], offer: Offer, which: str = "") -> None:
        super().__init__()
        self.page = page
        self.offer = offer
        self.which = which
