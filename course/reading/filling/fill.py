"""Fields filled straight from YAML events, as their tables say; no tree of the file is ever built."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from operator import attrgetter
from typing import Any

from course.reading.files.find import COURSE_FILE
from course.reading.filling.belonging import Closed, capital, perhaps_too_far_left, record_too_far_left, too_far_left
from course.reading.filling.unknown import unknown
from course.reading.format.fields import LONGEST_TEXT, Field, Read, Table, Text, Values
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings, Meant, Problem
from course.reading.yaml.parsing import ALIAS, END, MAPPING, STOPPED, TEXT, Escaped, Event, Parser, Stop, found, spot
from course.text.clean import UNSAFE, clean

Readers = Mapping[type, Callable[["Filler", Any, Event, Field], Any]]
"""How each kind of value is read, from the event that begins it; None when a problem has been reported instead."""

_Plan = Mapping[str, tuple[Callable[["Filler", Any, Event, Field], Any], Any, Field, str]]
"""The reader, the kind, the field and its attribute, of each name there may be in a table."""

_PLANS: dict[int, tuple[Table, _Plan]] = {}
"""Those of all tables that were read, by the table's identity; a text is read many times to see what mends it."""
_TOP: Spot = (1, 1)
_NO_FIELDS = "Compare it with the authors' guide. If it is a note of yours, let its name end in .txt, not in .yaml."
EVERY = ""
"""In the place of an id, all there are of a kind."""
_LACKS = attrgetter("lacks")
_FAR = 20
"""Lines above a value among which its name is looked for."""


class Filler:
    """Fills the fields of one document.

    `known` holds the ids that may be referred to, by what they are (`rule`, `pair` …); None stands for
    any. References to what is not in `known` are gathered in `refs`, for when all ids have been read.
    After `stopped`, only what stands before the place where YAML gave up has been read.
    """

    def __init__(
        self,
        parser: Parser,
        findings: Findings,
        known: Mapping[str, Collection[str] | None],
        readers: Readers,
        tables: Collection[Table] = (),
    ) -> None:
        self.stopped = False
        self.refs: list[tuple[str, str, Spot]] = []
        self.findings = findings
        """Where everything is reported that concerns one value."""
        self.sound = findings.sound
        self.take = parser.next
        self.skip = parser.skip
        self._finish = parser.finish
        self._known = known
        self.line = tuple(known.get("line") or ())
        """The course's names of the three places on the line; empty while they are not known."""
        self.places: list[tuple[str, Spot]] = []
        """While they are not: what stands where one of them belongs."""
        self.on_line: list[tuple[str, Spot, bool]] = []
        """Once they are: the same, and whether the middle one may stand there."""
        self._readers = readers
        self._tables = tables
        self.spots = Spots()
        """Where the fields stand of the record that is being read; in the end, of the document."""
        self.values: Values = {}
        """What was read of the document."""
        self.lost: set[tuple[str, str]] = set()
        """What has an id and could not be read, as what it is and its id; what refers to it is not to blame."""
        self.doubled: list[tuple[str, str, Spot]] = []
        """What has an id that another has already, as what it is, its id and where that stands."""
        self.closed: list[Closed] = []
        """The records that end right above what is read next, the innermost first."""
        self._plans: dict[str, _Plan] = {}

    def document(self, table: Table) -> None:
        """Fill the fields of the whole document."""
        try:
            event: Event | None = self.take()
        except STOPPED:
            event = None
        if event is None or event[0] is not MAPPING:
            self._no_fields(table, event)
            return
        self.values, self.spots = self.record(table, _TOP)
        self._finish()

    def _no_fields(self, table: Table, event: Event | None) -> None:
        self.stopped = True
        if self.findings.errors and event is None:
            return
        if event is None or (event[0] is TEXT and not event[1]):
            mend = f"Begin with title: and the {table.name}'s title, or take the file away."
            if self.findings.file == COURSE_FILE:  # without which nothing can be played
                mend = "Write what the course is; fineline new course NAME begins one, in which it can be seen how."
            what = "nothing but notes" if self.findings.text.strip() else "empty"
            self.findings.add("empty", _TOP, f"This file is {what}.", mend)
        else:
            message = f"{table.one} is made of named fields, such as title: The parking lot. Here is {found(event)}."
            self.findings.add("wrong-kind", spot(event), message, _NO_FIELDS)

    def record(self, table: Table, start: Spot, what: str = "") -> Read:
        """The fields of one record, which begins at `start` and is called `what` when a field is missing in it, or
        under it."""
        values: Values = {}
        around, spots = self.spots, Spots()
        self.spots, self.closed = spots, []
        misnamed: dict[str, Spot] = {}
        take, plan = self.take, self._plans.get(table.name) or self._plan(table)
        try:
            while (key := take())[0] is not END:
                name = key[1]
                planned = plan.get(name)
                if planned is None and (small := name.lower()) in plan and small not in spots:
                    capital(key, self.findings)
                    name, planned = small, plan[small]
                closed = self.closed
                if closed:
                    self.closed = []
                if closed and (planned is None or any(map(_LACKS, closed))):
                    another = name in table.one_of and any(each in spots for each in table.one_of)
                    if planned is not None and not another:
                        perhaps_too_far_left(key, closed, self.findings)
                    elif key[0] is TEXT and too_far_left(key, closed, self.findings, sure=another):
                        self.skip(take())
                        continue
                if planned is None and (of := record_too_far_left(key, table, self.findings)):
                    self.lost.add((of, name))
                    self.skip(take())
                    continue
                if planned is None or name in spots:
                    meant = self.refuse(key, plan, table.one, spots, table.name)
                    misnamed.update({meant: spot(key)} if meant else {})
                    continue
                read, kind, field, attribute = planned
                event = take()
                spots[name] = event[2:]
                value = read(self, kind, event, field)
                if value is not None:
                    values[attribute] = value
        except STOPPED:
            self.stopped = True
        self.spots = around
        for name, where in misnamed.items():
            spots.setdefault(name, where)  # it is there under another name, and so it is not missing
        spots[""] = start
        lacks: dict[str, Problem] = {}
        missing = [field for field in table.required if field.name not in spots]
        if missing:
            from course.reading.filling.missing import say_missing  # only where something is wrong

            lacks = say_missing(missing, table, start, what, self.whole)
        self.closed.append(Closed(table, spots, lacks))
        return values, spots

    def _plan(self, table: Table) -> _Plan:
        """Who reads what in a table; put together once, since it is asked for with every record."""
        if id(table) not in _PLANS:
            each = ((self._readers[type(field.kind)], field.kind, field, field.attribute) for field in table.fields)
            _PLANS[id(table)] = table, dict(zip(table.by_name, each, strict=True))
        plan = self._plans[table.name] = _PLANS[id(table)][1]
        return plan

    def refuse(
        self,
        key: Event,
        known: Collection[str],
        where: str,
        spots: Mapping[str, Spot],
        table: str = "",
        *,
        twice: str = "",
    ) -> str:
        """Report a name that does not belong where it stands, and pass over it and its value; the name that was
        probably meant. Where nothing more will be reported, nothing more is read. `table` is the name of the table
        whose fields are `known`; `twice` is what to do about a name that stands there already."""
        self.skip(key)
        self.skip(event := self.take())
        if self.findings.full and self.findings.errors:
            self.findings.add("more-problems", spot(key), "", "")
            raise Stop
        name = key[1]
        if key[0] is ALIAS or (name == "<<" and event[0] is ALIAS):
            return ""  # reported already
        if key[0] is not TEXT:
            mend = "Write a name and a colon. If this is a text that begins with a bracket, put it in quotes."
            self.findings.add("wrong-kind", spot(key), f"Here is {found(key)}, where a name belongs.", mend)
        elif name in spots:
            first = self.findings.place(self._name_spot(name, spots[name]))
            message = f"{name}: stands here twice (first on line {first.line}), and only one of them can count."
            from course.reading.filling import conditions  # only where something is wrong

            mend = twice or conditions.keep_one(key, event, spots[name], table, self.findings)
            self.findings.add("duplicate-key", spot(key), message, mend, also=[first])
        else:
            from course.reading.filling.no_field import no_field  # only where something is wrong

            alone = event[0] is TEXT and not event[1]
            return no_field(key, where, known, spots, table, self._tables, self.findings, alone=alone)
        return ""

    @property
    def whole(self) -> Findings:
        """Where it is reported what a record lacks: nowhere, once the reading has stopped in the middle of it."""
        return Findings("") if self.stopped else self.findings

    def _name_spot(self, name: str, value: Spot) -> Spot:
        """Where the name of a value stands: on its line, or not far above it."""
        pattern = re.compile(rf"(?<![\w-])[\"']?{re.escape(name)}[\"']?\s*:")
        for line in range(value[0], max(0, value[0] - _FAR), -1):
            match = pattern.search(self.findings.lines[line])
            if match:
                return line, match.start() + 1
        return value

    def entries(self, start: Event, field: Field, wanted: str, mend: str) -> Iterator[tuple[Event, Event]]:
        """The names that stand under a field, and what begins behind each, which whoever asks reads or skips. Nothing
        where the field holds something else than what is `wanted`, which is reported."""
        if start[0] is not MAPPING:
            self.wrong_kind(start, field, wanted, mend)
            return
        seen = self.spots.within[field.name, ""] = Spots()
        while (key := self.take())[0] is not END:
            if key[0] is not TEXT or key[1] in seen:
                self.refuse(key, (), field.name, seen)
                continue
            event = self.take()
            seen[key[1]] = spot(event)
            yield key, event

    def wrong_kind(self, event: Event, field: Field, wanted: str, mend: str, meant: Meant | None = None) -> None:
        """Report one kind of thing where another belongs, and pass over it."""
        self.skip(event)
        if event[0] is ALIAS:
            return  # reported already
        if event[0] is TEXT and not event[1].strip():
            self.findings.add("empty", spot(event), f"{field.called} is empty; it wants {wanted}.", mend)
        else:
            from course.reading.prose import stray_signs  # only where something is wrong: not before the first page

            sign = wanted != "a text" and stray_signs.in_the_way(event, field.called, wanted, self.findings)
            message, mend, meant = sign or (f"{field.called} wants {wanted}, and here is {found(event)}.", mend, meant)
            self.findings.add("wrong-kind", spot(event), message, mend, meant=meant)

    def text(self, event: Event, field: Field, *, blank: bool = False) -> str | None:
        """A text, cleaned and without line ends behind it; None when there is none."""
        if event[0] is not TEXT:
            from course.reading.filling.in_a_text import is_text  # only where something is wrong

            if event[0] is MAPPING and is_text(spot(event), self.findings):
                self.skip(event)
                return None
            mend = f"Write the text after {field.name}: or under a |. If it begins with a bracket, put it in quotes."
            self.wrong_kind(event, field, "a text", mend)
            return None
        value = event[1]
        if type(value) is Escaped or not (self.sound or value.isascii()):
            value = self._cleaned(value, event)
        if value[-1:] == "\n":
            value = value.rstrip("\n")
        if value and not value.isspace():
            if len(value) <= _most(field):
                return value
            self._too_long(value, event, field)
            return None
        if blank:
            return ""
        about = field.about.partition(";")[0]  # what stands behind it says when, or what it is for
        mend = f"Write {about}{'' if field.required else ', or take the line out'}."
        from course.reading.filling.left_empty import report  # only where something is wrong

        report(spot(event), field, mend, self.findings)
        return None

    def _too_long(self, value: str, event: Event, field: Field) -> None:
        """Report a text that nobody could have meant to be so long."""
        message = (
            f"{field.called} is {len(value):,} characters long here, and {_most(field):,} is the most there may be."
        )
        mend = "Shorten it. If it ends much further down than you meant, look for a quote or a | that began it."
        self.findings.add("too-large", spot(event), message, mend)

    def _cleaned(self, value: str, event: Event) -> str:
        """The text without what may not be shown; YAML's escapes could have brought it in."""
        match = UNSAFE.search(value)
        if match:
            message = f"This text holds an invisible character (U+{ord(match[0]):04X}). It is left out."
            self.findings.add("control-character", spot(event), message, "Take out the backslash and what follows it.")
        return clean(str(value))

    def refer(self, to: str, id: str, where: Spot) -> None:
        """Note a reference to something; report it when it is known that there is no such thing."""
        if to not in self._known:
            self.refs.append((to, id, where))
            return
        known = self._known[to]
        if known is not None and id not in known:
            unknown(to, id, where, known, self.findings)


def read_text(filler: Filler, kind: Text, event: Event, field: Field) -> str | None:
    """Read the kind Text. Nearly all values of a course come this way, so it is short for those that are ordinary."""
    value = event[1]
    if filler.sound and type(value) is str:
        if value[-1:] == "\n":
            value = value.rstrip("\n")
        if value and not value.isspace() and len(value) <= kind.most:
            return value
    return filler.text(event, field)


def _most(field: Field) -> int:
    """The characters that a text of this field may have."""
    return field.kind.most if isinstance(field.kind, Text) else LONGEST_TEXT
