"""The benchmark of a room still runs: it speaks to a real server, and would otherwise be found broken only by whoever
wants a figure. What it measures is no test's business."""

from __future__ import annotations

import pytest

from tests.bench import room


def test_the_bench_of_a_room_comes_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PHONES", 20)
    assert len(list(room.rows())) == 10
