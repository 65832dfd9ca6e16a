"""A course's own words: sentences by id, each a text or a text for each plural form."""

from __future__ import annotations

import re

from course.model import PLURAL_FORMS
from course.reading.filling.fill import Filler
from course.reading.filling.unknown import named
from course.reading.format.fields import Field, Text, Wordings
from course.reading.problems.positions import Spots
from course.reading.problems.suggest import nearest
from course.reading.yaml.parsing import END, MAPPING, TEXT, Event, spot
from course.text.clean import clean

_PART = re.compile(r"[a-z][a-z0-9.-]*")
"""What may be a part of the id of a sentence."""


def read_wordings(filler: Filler, _kind: Wordings, event: Event, field: Field) -> dict[str, dict[str, str]]:
    """Which sentences there are is not for the reading to know: `check` does."""
    mend = f"Write each sentence on a line of its own under {field.name}:, its id, a colon and the text."
    found: dict[str, dict[str, str]] = {}
    for key, each in filler.entries(event, field, "sentences under their ids", mend):
        one = Field(key[1], Text(), "its text")
        if each[0] is MAPPING:
            filler.spots.within[field.name, ""][key[1]] = spot(key)  # whose line says more than the one below it
        text = _plural_forms(filler, each, key) if each[0] is MAPPING else filler.text(each, one)
        if text:
            found[clean(key[1])] = {"other": text} if isinstance(text, str) else text
    return found


def _is_id(around: str, inner: str) -> bool:
    """Whether a name under another is the rest of a sentence's id, whose parts are joined by dots, and no plural
    form."""
    return "." not in around and _PART.fullmatch(inner) is not None and not nearest(inner, PLURAL_FORMS)


def _in_one_piece(filler: Filler, around: Event, inner: Event) -> None:
    """Report the id of a sentence that was written as one name under another, and pass over all that is under it."""
    whole, more = f"{around[1]}.{inner[1]}", False
    filler.skip(filler.take())
    while (key := filler.take())[0] is not END:
        filler.skip(key)
        filler.skip(filler.take())
        more = True
    message = f"The id of a sentence is written in one piece: {whole}, and not {inner[1]}: under {around[1]}:."
    mend = f"Write {whole}: in the place of {inner[1]}:, as far left as {around[1]}: is"
    mend += f"; so too with the others under {around[1]}:" if more else ""
    filler.findings.add("unknown-key", spot(inner), message, f"{mend}. Then take the line {around[1]}: out.")


def _plural_forms(filler: Filler, start: Event, name: Event) -> dict[str, str]:
    found: dict[str, str] = {}
    seen = Spots()
    while (key := filler.take())[0] is not END:
        if not seen and key[0] is TEXT and _is_id(str(name[1]), str(key[1])):
            _in_one_piece(filler, name, key)
            return {}
        if key[0] is not TEXT or key[1] not in PLURAL_FORMS or key[1] in seen:
            filler.refuse(key, PLURAL_FORMS, named(str(name[1])), seen)
            continue
        event = filler.take()
        seen[key[1]] = spot(event)
        text = filler.text(event, Field(key[1], Text(), "its text"))
        if text:
            found[key[1]] = text
    if "other" not in found:
        message = f"{named(str(name[1]))} has no text for other, the form that serves when no other form does."
        filler.whole.add("missing", spot(start), message, "Add a line other: with the text.")
        return {}
    return found
