"""Where the fields of a record stand in its file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Spot = tuple[int, int]
"""Line and column of a value in its file, both counted from 1."""

Spots = Mapping[str, Spot]
"""The spot of each field an author wrote, by its YAML name; `""` is the record itself."""

NO_SPOTS: Spots = MappingProxyType({})


def no_spots() -> Spots:
    """None, for a record that no file was read for."""
    return NO_SPOTS
