"""Values that hold others: lists, references, records under their ids, messages, and the way on."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from course.model import Arrival, Branch, Medium
from course.model.record import Record
from course.reading.filling import values
from course.reading.filling.belonging import too_far_left
from course.reading.filling.fill import Filler, Readers, read_text
from course.reading.filling.passages import read_facts, read_told
from course.reading.filling.records import read_records
from course.reading.filling.renames import read_renames
from course.reading.filling.unknown import article, braced, named
from course.reading.filling.wordings import read_wordings
from course.reading.format.fields import (
    Arrivals,
    Facts,
    Field,
    Items,
    Levels,
    One,
    OneOf,
    OnLine,
    Read,
    Records,
    Ref,
    Refs,
    Renames,
    Table,
    Text,
    Texts,
    Told,
    Way,
    Wordings,
)
from course.reading.format.shared import check_branches
from course.reading.problems.codes import CODES
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import nearest, one_of, slug, some
from course.reading.yaml.parsing import END, LIST, MAPPING, STOPPED, TEXT, Event, spot

MOST_TEXTS = 2_000
"""In one list, such as the order of the scenarios."""


def _texts(filler: Filler, _kind: Texts, event: Event, field: Field) -> tuple[str, ...]:
    return tuple(text for text, _ in _one_or_list(filler, event, field, "a text or a list of texts"))


def _ref(filler: Filler, kind: Ref, event: Event, field: Field) -> str | None:
    if event[0] is not TEXT:
        filler.wrong_kind(event, field, f"the id of one {kind.to}", f"Write {field.name}: and the id.")
        return None
    text = filler.text(event, field)
    if text is not None:
        filler.refer(kind.to, text, spot(event))
    return text


def _refs(filler: Filler, kind: Refs, event: Event, field: Field) -> tuple[str, ...]:
    if event[0] is TEXT:  # as nearly always
        text = filler.text(event, field)
        if text is None:
            return ()
        filler.refer(kind.to, text, event[2:])
        return (text,)
    read = _one_or_list(filler, event, field, f"the id of a {kind.to}, or a list of them")
    for text, where in read:
        filler.refer(kind.to, text, where)
    return tuple(dict.fromkeys(text for text, _ in read))


def _one_or_list(filler: Filler, event: Event, field: Field, wanted: str) -> list[tuple[str, Spot]]:
    if event[0] is TEXT:
        text = filler.text(event, field)
        return [] if text is None else [(text, spot(event))]
    if event[0] is not LIST:
        meant = braced(spot(event), filler.findings)
        mend = f"If the colon is part of a text, put the text of {field.name} in quotes."
        mend = f"Write [ and ] in the place of {{ and }}: {meant.text.strip()}." if meant else mend
        filler.wrong_kind(event, field, wanted, mend, meant)
        return []
    found = []
    count = 0
    while (item := filler.take())[0] is not END:
        count += 1
        text = filler.text(item, field) if count <= MOST_TEXTS else filler.skip(item)
        if text is not None:
            found.append((text, spot(item)))
    if count > MOST_TEXTS:
        message = f"{field.called} holds {count}; there may be {MOST_TEXTS}."
        filler.findings.add("wrong-count", spot(event), message, "Take some out.")
    if not count:
        filler.findings.add("left-empty", spot(event), f"The list after {field.called} is empty.", "Take it out.")
    return found


def _one(filler: Filler, kind: One, event: Event, field: Field) -> Record | None:
    name = kind.table.name
    if kind.text and event[0] is not MAPPING:
        text = filler.text(event, field)
        if text and ":" in text:
            from course.reading.filling import fields_as_text  # only where something may be wrong

            fields_as_text.report(filler, kind.table, event, field, text)
        return None if text is None else kind.build({kind.text: text}, Spots(), filler.whole)
    if event[0] is TEXT and event[1] and name == "condition":
        from course.reading.filling import no_condition  # only where something is wrong: not before the first page

        no_condition.as_text(filler, event, field)
        return None
    if event[0] is MAPPING and name == "condition" and _id_in_braces(filler, event, field):
        return None
    if event[0] is not MAPPING:
        mend = f"Write the fields of the {name} on the lines under {field.name}:, indented further."
        filler.wrong_kind(event, field, f"the fields of {article(name)} {name}", mend)
        return None
    found = len(filler.findings.found)
    read, spots = filler.record(kind.table, spot(event), f"{name}:" if name == field.name else f"this {name}")
    filler.spots.within[field.name, ""] = spots
    if name == "condition" and not read and len(spots) == 1 and len(filler.findings.found) == found:
        message = f"{field.name}: holds no condition here, so it would be so on every path."
        mend = f"Write one in the braces, such as broke: and a rule; or take {field.name}: out."
        filler.findings.add("empty", spot(event), message, mend)
    return kind.build(read, spots, filler.whole)


def _id_in_braces(filler: Filler, event: Event, field: Field) -> bool:
    """Report an id alone in braces in the place of a condition, if there is one: whose it is has to be said."""
    column, line = event[3], filler.findings.corrected[event[2]]
    if ":" in line[column:] or "}" not in line[column:]:
        return False
    from course.reading.filling import no_condition  # only where something is wrong: not before the first page

    return no_condition.id_in_braces(filler, event, field)


def _items(filler: Filler, kind: Items, event: Event, field: Field) -> tuple[Record, ...] | None:
    name = kind.table.name
    if event[0] is not LIST:
        mend = f"Begin each {name} with a dash and a space: - {kind.table.first}: and go on under it."
        if name == "condition" and filler.findings.corrected[event[2]][event[3] - 1 : event[3]] == "{":
            mend = f"If one condition is enough, write it without {field.name}:; if not, write all of them in a list: "
            mend += "any: [{broke: …}, {chose: …}]."
        filler.wrong_kind(event, field, f"a list of {name}s", mend)
        return None
    before = len(filler.findings.found)
    read = _list(filler, kind.table, kind.high)
    if name == "condition" and not read:
        from course.reading.filling import no_condition  # only where something is wrong: not before the first page

        if no_condition.only_ids(filler, field, event, before):
            return None
    if not kind.low <= len(read) <= kind.high:
        few = len(read) < kind.low
        holds = str(len(read)) if few else f"more than {kind.high}"
        message = f"{field.called} holds {holds}; there must be {kind.low} to {kind.high}."
        mend = f"Write another {name}." if few else "Take some out."
        filler.whole.add("wrong-count", spot(event), message, mend)
    if kind.named:
        _name(read, name, kind.named, filler.whole)
    for number, (fields, spots) in enumerate(read):
        filler.spots.within[field.name, fields.get("id", number)] = spots
    return tuple(kind.build(*each, filler.whole) for each in read)


def _name(read: list[Read], name: str, words: str, findings: Findings) -> None:
    """Give each of these records an id that is unique among them, made from `words` where its author gave none."""
    taken: dict[str, Spot] = {}
    for fields, spots in read:
        if (given := fields.get("id")) in taken:
            also = [findings.place(taken[given])]
            message = f"Two {name}s have the id {given}."
            findings.add("duplicate-id", spots["id"], message, "Change one of them.", also=also)
        elif given is not None:
            taken[given] = spots["id"]
    for fields, spots in read:
        text = fields.setdefault(words, "")
        if "id" not in fields:
            said = slug(text) or name
            if said in taken:
                said = next(each for number in count(2) if (each := f"{said}-{number}") not in taken)
            fields["id"] = said
            taken[said] = spots[""]


def _list(filler: Filler, table: Table, most: int) -> list[Read]:
    found: list[Read] = []
    first = table.first
    try:
        while (item := filler.take())[0] is not END:
            if len(found) > most:
                filler.skip(item)
            elif item[0] is MAPPING:
                found.append(filler.record(table, spot(item)))
            else:
                field = Field(f"This {table.name}", Text(), table.name)
                filler.wrong_kind(item, field, "named fields", f"Begin it with - {first}: and go on under that.")
    except STOPPED:
        filler.stopped = True
    return found


def _way(filler: Filler, kind: Way, event: Event, field: Field) -> tuple[Branch, ...] | None:
    if event[0] is TEXT:
        scene = filler.text(event, field)
        if scene is None:
            return None
        filler.refer("scene", scene, spot(event))
        return (Branch(scene),)
    if event[0] is not LIST:
        mend = f"Write {field.name}: and a scene's id; or a list of branches, each beginning with a dash and a space."
        filler.wrong_kind(event, field, "the id of a scene, or a list of branches", mend)
        return None
    read = _list(filler, kind.table, kind.high)
    branches = tuple(Branch(**{"next": "", **fields}) for fields, _ in read)
    filler.spots.within.update({(field.name, number): spots for number, (_, spots) in enumerate(read)})
    check_branches(branches, [spots for _, spots in read], kind.high, spot(event), filler.whole)
    return branches


def _arrivals(filler: Filler, kind: Arrivals, event: Event, field: Field) -> tuple[Arrival, ...] | None:
    if event[0] is not MAPPING:
        mend = f"Under {field.name}: write {one_of(kind.media)}, then a colon and what it says."
        filler.wrong_kind(event, field, "a message", mend)
        return None
    found: list[Arrival] = []
    spots: dict[str, Spot] = {}
    while (key := filler.take())[0] is not END:
        medium, (closed, filler.closed) = kind.media.get(key[1]), (filler.closed, [])
        if medium is None and key[0] is TEXT and too_far_left(key, closed, filler.findings):
            filler.skip(filler.take())
            continue
        if (medium is None and (medium := _other_name(key, kind, spots, filler.findings)) is None) or key[1] in spots:
            filler.refuse(key, kind.media, field.name, spots)
            continue
        event = filler.take()
        spots[medium.value] = spot(event)
        message = _message(filler, kind.table, field, medium, event, spot(key))
        if message is not None:
            found.append(message)
    return tuple(found)


def _other_name(key: Event, kind: Arrivals, taken: Collection[str], findings: Findings) -> Medium | None:
    """The medium that is meant by another name, such as sms, which is reported."""
    media = (each for name, each in kind.media.items() if name not in taken)
    medium = next((each for each in media if key[0] is TEXT and key[1].lower() in each.traits.other_names), None)
    if medium is not None:
        message = f"{named(key[1])} is no medium; here its name is {medium.value}."
        meant = findings.instead(spot(key), key[1], medium.value)
        findings.add("unknown-key", spot(key), message, f"Write {medium.value}:.", meant=meant)
    return medium


def _message(filler: Filler, table: Table, around: Field, medium: Medium, event: Event, start: Spot) -> Arrival | None:
    if event[0] is not MAPPING:
        field = Field(medium, Text(), "what it says", required=True)
        text = filler.text(event, field, blank=medium.traits.wordless)
        filler.spots.within[around.name, medium.value] = spots = Spots()
        spots.update({"": start, "text": spot(event)})
        return None if text is None else Arrival(medium, text)
    read, spots = filler.record(table, start, f"the {medium}")
    filler.spots.within[around.name, medium.value] = spots
    return Arrival(medium, read.pop("text", ""), **read)


def _levels(filler: Filler, kind: Levels, event: Event, field: Field) -> dict[str, str]:
    mend = f"Write each check on a line of its own under {field.name}:, such as hard-to-read: off."
    changeable = [code.id for code in CODES.values() if code.checked]
    found: dict[str, str] = {}
    for key, each in filler.entries(event, field, "levels under the codes they are for", mend):
        if key[1] not in changeable:
            filler.skip(each)
            _no_such_check(filler, key, changeable)
            continue
        level = values.read_word(
            filler, OneOf({word: word for word in kind.words}), each, Field(key[1], Text(), "its level")
        )
        if level is not None:
            found[key[1]] = level
    return found


def _no_such_check(filler: Filler, key: Event, changeable: list[str]) -> None:
    if key[1] in CODES:
        message = f"The level of {key[1]} cannot be changed: with it, a scenario could not be played."
        filler.findings.add("unknown-code", spot(key), message, "Take this line out.")
        return
    meant = nearest(key[1], changeable)
    mend = f"The checks are {some(changeable)}."
    message = f"There is no check called {named(key[1])}."
    instead = filler.findings.instead(spot(key), key[1], meant)
    filler.findings.add("unknown-code", spot(key), message, mend, meant=instead)


READERS: Readers = {
    Text: read_text,
    Told: read_told,
    Facts: read_facts,
    Texts: _texts,
    Ref: _ref,
    Refs: _refs,
    Records: read_records,
    One: _one,
    Items: _items,
    Way: _way,
    Arrivals: _arrivals,
    Levels: _levels,
    Wordings: read_wordings,
    Renames: read_renames,
    OnLine: values.read_on_line,
    **dict.fromkeys(values.KINDS, values.read_word),
}
"""How each kind of value is read; another kind is one more line."""
