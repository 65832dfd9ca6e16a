"""Where everything stands that authors wrote, apart from the records that are made of it."""

from __future__ import annotations

from collections.abc import Mapping

Spot = tuple[int, int]
"""Line and column in a file, both counted from 1."""

Step = str | int
"""One step on the way to something in a file: the name of a field, the id of a record, or its number in a list of
records that have none."""

BEGINNING: Spot = (1, 1)


class Spots(dict[str, Spot]):
    """Where the fields of one record stand, each under its name in YAML; the record itself stands under `""`.

    `within` holds the records inside it, each under the field that holds it and its id or number there; `""` for the
    only one that the field holds.
    """

    __slots__ = ("within",)

    def __init__(self) -> None:
        super().__init__()
        self.within: dict[tuple[str, Step], Spots] = {}

    def of(self, *way: Step) -> Spot:
        """Where something stands; when it was not written, then whatever it would be a part of.

        `"scenes", "monday", "text"` leads to the text of the scene monday. Where an id says enough, the names of
        fields may be left out: `"scenes", "monday", "wait", "say"` leads to the words of its choice wait.
        """
        found = self._find(way)
        return self.get("", BEGINNING) if found is None else found

    def _find(self, way: tuple[Step, ...]) -> Spot | None:
        if not way:
            return self.get("", BEGINNING)
        step, *rest = way
        field = str(step)
        if rest and (field, rest[0]) in self.within:
            return self.within[field, rest[0]].of(*rest[1:])
        if (field, "") in self.within:
            return self.within[field, ""].of(*rest)
        if not rest and field in self:
            return self[field]
        for (_, key), inside in self.within.items():
            found = inside.of(*rest) if key == step else inside._find(way) if key == "" else None
            if found is not None:
                return found
        return self.get(field)


Positions = Mapping[str, Spots]
"""Where everything stands in the files of a course, by the file's path."""
