"""What is to be known of a room wherever it is led from."""

from __future__ import annotations

import pytest

from course.serving.podium import Place
from course.serving.wire import Listed

COURSE = [Listed(each, each.title(), 6) for each in ("parking-lot", "thanks-for-nothing", "long-week")]


@pytest.mark.parametrize(
    ("only", "offered"),
    [
        ((), ["parking-lot", "thanks-for-nothing", "long-week"]),
        (("long-week", "thanks-for-nothing"), ["long-week", "thanks-for-nothing"]),
        (("long-week", "parking-lot", "long-week"), ["long-week", "parking-lot"]),
        (("no-longer-there", "parking-lot"), ["parking-lot"]),
    ],
)
def test_scenarios_are_offered_in_the_order_in_which_they_were_named(only: tuple[str, ...], offered: list[str]) -> None:
    assert [each.id for each in Place("ABCDEF", only=only).offered(COURSE)] == offered
