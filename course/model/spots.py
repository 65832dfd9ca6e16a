"""Where the fields of a record stand in its file."""

from __future__ import annotations

from collections.abc import Mapping

Spot = tuple[int, int]
"""Line and column of a value in its file, both counted from 1."""

Spots = Mapping[str, Spot]
"""The spot of each field an author wrote, by its YAML name; `""` is the record itself."""


class Noted(dict[str, Spot]):
    """Spots that take no part in whether two records are equal."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:  # type: ignore[override]
        return 0


NO_SPOTS: Spots = Noted()
