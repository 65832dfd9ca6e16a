"""A scene's revision: the mark by which a journal knows a scene that has not changed."""

from __future__ import annotations

import pytest

from course.engine.revision import revision
from tests.market import MARKET

KEPT = {"apron": "fdcabee5a293", "note": "54ea839d6466", "drafts": "fe41f4f7eec5", "other-friday": "31c688dac410"}
"""As the first edition had written them into journals."""


@pytest.mark.parametrize("name", KEPT)
def test_scenes_that_read_as_they_did_keep_their_mark(name: str) -> None:
    assert revision(MARKET.scenes[name]) == KEPT[name]
