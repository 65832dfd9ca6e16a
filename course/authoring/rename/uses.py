"""Where a file has its ids: found by the field tables and the positions, never in what people read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from course.model import Renamed, Scene
from course.model.kinds.sort import Sort
from course.model.record import Record, replace
from course.model.twins import Half, named
from course.reading.files.find import COURSE_FILE
from course.reading.filling.fill import Filler
from course.reading.filling.unknown import plural
from course.reading.format.course_fields import COURSE
from course.reading.format.fields import Items, Records, Renames, Table
from course.reading.format.tables import SCENARIO
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings
from course.reading.scenarios import fill
from course.reading.yaml.parsing import Budget
from course.reading.yaml.source import read_text

KINDS = ("scenario", "scene", "pair", "rule", "option", "person")
"""What has an id that can be changed."""
_PART = "part"
_UNDER = {each: plural(each) for each in KINDS}
"""The field of `renamed:` for each."""
OF_COURSE = ("scenario", "pair", "rule")
"""Those whose old ids are noted in the course's own file."""


class Use(Record):
    """A place where an id stands."""

    id: str
    spot: Spot
    is_there: bool = True
    """Whether it is written there. If not, it is one made out of what the record says, which begins there."""
    is_own: bool = False
    """Whether it is the id of what stands there, and no reference to something."""
    behind: int = 0
    """How many letters of what is written stand in front of it, as in `scene/option`."""


class IdFile(Record, gc=True):
    """A file of a course, and all that it says of ids of one kind."""

    name: str
    path: Path
    data: bytes
    findings: Findings
    filled: Filler
    kind: str
    owner: str = ""
    """The id of the scenario that the ids are of, where they are of one."""
    own_id: str = ""
    """The id of the file's own scenario."""

    @property
    def owns(self) -> bool:
        """Whether it is the file in which they are given; another one only names them in its twins."""
        return self.owner == self.own_id

    @property
    def uses(self) -> tuple[Use, ...]:
        """Every place where an id of the kind stands."""
        twins = tuple(self._twins())
        if not self.owns and self.kind != "scenario":
            return twins
        refs = (Use(name, where) for to, name, where in self.filled.refs if to == self.kind != "option")
        own = (*_own(self.kind, self._table, self.filled.spots), *self._scenario())
        return (*own, *refs, *self._chosen(), *self._options(), *twins)

    @property
    def own(self) -> frozenset[str]:
        """The ids of all there is of that kind in the file."""
        return frozenset(use.id for use in self.uses if use.is_own)

    @property
    def parts(self) -> frozenset[str]:
        """The ids of what holds options and is none, such as the parts of messages; they stand in answers as well."""
        return frozenset(use.id for use in _own(_PART, self._table, self.filled.spots))

    @property
    def _table(self) -> Table:
        return COURSE if self.name == COURSE_FILE else SCENARIO

    @property
    def under(self) -> str:
        """The field of `renamed:` in which the kind has its old ids."""
        return _UNDER[self.kind]

    @property
    def before(self) -> dict[str, str]:
        """What the file says already of old ids, with those they have now."""
        renamed = self.filled.values.get("renamed", Renamed())
        return dict(getattr(renamed, self.under))

    def _scenario(self) -> Iterator[Use]:
        """The id of the scenario, or of its title where it goes by the name of its file."""
        spots, there = self.filled.spots, "id" in self.filled.spots
        if self.kind == "scenario" and self.name != COURSE_FILE:
            name = self.filled.values.get("id", self.own_id)
            yield Use(name, spots["id" if there else "title"], is_there=there, is_own=True)

    def _chosen(self) -> Iterator[Use]:
        """The options that conditions ask for, and the scenes in front of them."""
        for to, name, where in self.filled.refs:
            scene, slash, option = name.rpartition("/")
            if to == "option" == self.kind:
                yield Use(option, where, behind=len(scene + slash))
            elif to == "option" and self.kind == "scene" and scene:
                yield Use(scene, where)

    def _twins(self) -> Iterator[Use]:
        """The scenes and statements that are named as twins, as far as they are the owner's."""
        scenes: dict[str, Scene] = self.filled.values.get("scenes", {}) if self.name != COURSE_FILE else {}
        for scene in scenes.values():
            spots, own = self.filled.spots.within["scenes", scene.id], Half(self.own_id, scene.id)
            yield from self._twin(scene.twin, own, spots)
            for each in scene.body.statements if isinstance(scene.body, Sort) else ():
                inside = spots.within["sort", ""].within["statements", each.id]
                yield from self._twin(each.twin, replace(own, item=each.id), inside)

    def _twin(self, twin: str, own: Half, spots: Spots) -> Iterator[Use]:
        half = named(twin, own) if twin else None
        if half is None or half.scenario != self.owner:
            return
        parts = twin.split("/")
        scene = len(parts) - (2 if own.item else 1)
        names = {"scenario": scene - 1, "scene": scene, "option": scene + 1 if own.item else -1}
        at = names.get(self.kind, -1)
        if at >= 0:
            yield Use(parts[at], spots["twin"], behind=sum(len(each) + 1 for each in parts[:at]))

    def _options(self) -> Iterator[Use]:
        """The options that the file calls by new ids."""
        if self.kind == "option":
            spots = self.filled.spots
            for old, now in self.before.items():
                yield Use(now, spots.within["renamed", ""].within[self.under, ""][old])


def id_file(folder: Path, name: str, kind: str) -> IdFile | None:
    """The file, with its ids of that kind; None if it cannot be read."""
    path = folder / name
    findings = Findings(name)
    data = path.read_bytes()
    text = read_text(path, findings, Budget())
    if text is None:
        return None
    table = COURSE if name == COURSE_FILE else SCENARIO
    return IdFile(name, path, data, findings, fill(text, table, {"line": ()}, findings, Budget()), kind)


def _own(kind: str, table: Table, spots: Spots) -> Iterator[Use]:
    """The ids of what stands in a record, and in those inside it."""
    for (name, key), inside in spots.within.items():
        field = table.by_name[name].kind
        below: Table | None = getattr(field, "table", None)
        if below is None or isinstance(field, Renames):
            continue
        if isinstance(field, Records) and below.name == kind:
            yield Use(str(key), inside[""], is_own=True)
        if isinstance(field, Items) and field.named and kind == ("option" if "id" in below.by_name else _PART):
            yield Use(str(key), inside.get("id", inside[""]), is_there="id" in inside, is_own=True)
        yield from _own(kind, below, inside)
