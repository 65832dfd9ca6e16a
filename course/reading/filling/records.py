"""Records that stand under their ids, such as scenes, people, pairs and rules."""

from __future__ import annotations

from course.model.record import Record
from course.reading.filling import values
from course.reading.filling.belonging import too_far_left
from course.reading.filling.fill import EVERY, Filler
from course.reading.format.fields import Field, Records, Table, Text
from course.reading.problems.positions import Spot
from course.reading.yaml.parsing import END, LIST, MAPPING, STOPPED, TEXT, Event, Stop, spot

MOST_RECORDS = 20_000
"""Under one name, such as the scenes of a scenario."""


def read_records(filler: Filler, kind: Records, event: Event, field: Field) -> dict[str, Record] | None:
    """Read the kind Records."""
    name = kind.table.name
    if event[0] is not MAPPING:
        mend = f"Under {field.name}: write each {name} as its id and a colon, and its fields under that, further in."
        if event[0] is LIST:
            mend += " So - id: and an id become that id, a colon, and no dash."
        filler.lost.add((name, EVERY))
        filler.wrong_kind(event, field, f"each {name} under an id", mend)
        return None
    found: dict[str, Record] = {}
    try:
        while (key := filler.take())[0] is not END:
            record_id = key[1]
            if len(found) >= MOST_RECORDS:
                message = f"{field.called} holds more than {MOST_RECORDS} {name}s."
                filler.findings.add("too-large", spot(key), message, "Split it up.")
                raise Stop
            closed, filler.closed = filler.closed, []
            if key[0] is TEXT and too_far_left(key, closed, filler.findings, sure=True):
                filler.skip(filler.take())
                continue
            if not record_id or record_id in found:
                spots = {each: filler.spots.within[field.name, each][""] for each in found}
                twice = f"If they are two {name}s, give this one an id of its own; if it is the same, delete one."
                filler.refuse(key, (), field.name, spots, twice=twice)
                filler.doubled += [(name, record_id, spot(key))] * bool(record_id)
                continue
            meant = values.check_id(record_id, spot(key), name, filler.findings)
            if meant != record_id:
                filler.lost.add((name, record_id))  # whoever refers to it under that name is not to blame
            record_id = record_id if meant in found else meant
            record = _under_id(filler, kind, field, record_id, spot(key))
            if record is not None:
                found[record_id] = record
    except STOPPED:
        filler.stopped = True
    if not found and all(what != name for what, _ in filler.lost):
        mend = f"Write at least one {name} under {field.name}:."
        filler.whole.add("wrong-count", spot(event), f"{field.called} holds no {name}.", mend)
    return found


def _under_id(filler: Filler, kind: Records, around: Field, record_id: str, where: Spot) -> Record | None:
    table = kind.table
    event = filler.take()
    if event[0] is not MAPPING:
        _no_record(filler, table, around, record_id, where, event)
        return None
    read, spots = filler.record(table, where, f"the {table.name} {record_id}")
    filler.spots.within[around.name, record_id] = spots
    return kind.build({"id": record_id, **read}, spots, filler.whole)


def _no_record(filler: Filler, table: Table, around: Field, record_id: str, where: Spot, event: Event) -> None:
    """Report what stands where the fields of a record should, once if all of them lack their ids."""
    if (table.name, EVERY) in filler.lost:
        filler.skip(event)
    elif event[0] is TEXT and event[1] and record_id in table.by_name:
        filler.lost.add((table.name, EVERY))
        message = f"{record_id}: is a field of a {table.name}, and stands where the id of one belongs."
        mend = f"Put a line with an id and a colon above it, such as {around.example.strip().partition(':')[0]}:, and "
        mend += f"indent the {table.name}'s fields further than that."
        filler.findings.add("wrong-kind", where, message, mend)
    else:
        filler.lost.add((table.name, record_id))
        mend = f"Write the {table.name}'s fields on the lines under {record_id}:, indented further"
        if table.required and event[0] is TEXT and event[1].strip():
            needed = [f"{each.name}:" for each in table.required]
            mend += f"; here {needed[0]} with that text" + "".join(f", and {each}" for each in needed[1:3])
            mend += f". The same goes for every {table.name} that is written like this"
            filler.lost.add((table.name, EVERY))
        filler.wrong_kind(event, Field(record_id, Text(), table.name), f"the fields of a {table.name}", f"{mend}.")
