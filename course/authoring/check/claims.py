"""Texts that take contacts for granted, or their absence, where some path knows better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from course.authoring.check.finding import Address, Found, in_scene
from course.authoring.check.places import Place
from course.authoring.check.telling import Asked, Moment, Piece, Telling
from course.authoring.check.wording.tools.contact_words import Claim, Kind, Whose, claims
from course.engine import kinds
from course.engine.conditions import Past, holds
from course.model import (
    ALWAYS,
    Arrival,
    Choice,
    Condition,
    Contact,
    Contacts,
    Ending,
    Medium,
    Scene,
)
from course.model.record import Record

_WORDLESS = frozenset(medium.value for medium in Medium if medium.traits.wordless)
_FIELDS = ("text", "otherwise", "happens", "because", "better")
"""The texts that are told."""


class Claims:
    """What the texts of one scenario take for granted."""

    def __init__(self, written: Sequence[Place]) -> None:
        counted = [record for record, at in written if isinstance(record, Contact) and "sent" not in at.way]
        self._vague = any(each.medium is None for each in counted)
        self._came = tuple(_came(written))
        self._claims: dict[tuple[str, Whose], tuple[Claim, ...]] = {}
        self.asked: list[Asked] = []
        """What has to be looked at for that."""
        for record, at in written:
            scene = str(at.way[1])
            for text, whose in _texts(record, at):
                found = self._of(text, whose)
                for claim, more in ((claim, more) for claim in found for more in (0, 1)):
                    if (condition := self._condition(claim, scene, more)) is not None:
                        self.asked.append(Asked(scene, condition))

    def _of(self, text: str, whose: Whose) -> tuple[Claim, ...]:
        key = text, whose
        if key not in self._claims:
            self._claims[key] = tuple(claims(text, whose))
        return self._claims[key]

    def _condition(self, claim: Claim, scene: str, more: int) -> Condition | None:
        """What has to be so for the claim to be true; `more` is how many contacts are just being made. None where too
        little is known to tell."""
        medium = None if self._vague else claim.medium
        match claim.kind:
            case Kind.AGAIN:
                return Condition(contacts=Contacts(1 + more, medium=medium))
            case Kind.SECOND:
                return Condition(contacts=Contacts(2, medium=medium))
            case Kind.NONE:
                if self._vague and claim.medium is not None:
                    return None
                return Condition(opposite=Condition(contacts=Contacts(1 + more, medium=medium)))
            case Kind.SILENT:
                came = [each for place, by, each in self._came if place != scene and claim.medium in (None, by)]
                return Condition(opposite=Condition(any=tuple(came))) if came else None

    def find(self, telling: Telling, moments: Iterable[Moment]) -> Iterator[Found]:
        """Those that are not true on some path, each once."""
        seen: set[Address] = set()
        granted: dict[tuple[int, bool], list[_Granted]] = {}
        for moment in moments:
            of = id(moment.pieces), moment.outcome is None
            if of not in granted:
                granted[of] = list(self._granted(moment, telling))
            for each in granted[of]:
                if each.at not in seen and each.told(moment.past) and not holds(each.condition, moment.past):
                    seen.add(each.at)
                    yield _found(each.claim, each.at, telling.path(moment.place))

    def _granted(self, moment: Moment, telling: Telling) -> Iterator[_Granted]:
        """What texts take for granted that may be told at that moment; most take nothing."""
        file, scene = telling.scenario.head.file, telling.scene.id
        more = int(moment.outcome is not None and moment.outcome.contact is not None)
        for way, text, whose, piece, when in _may_say(moment, telling.scene):
            for claim in self._of(text, whose):
                if (condition := self._condition(claim, scene, more)) is not None:
                    yield _Granted(claim, in_scene(file, scene, *way), condition, piece, when)


class _Granted(Record):
    """What a text takes for granted."""

    claim: Claim
    at: Address
    condition: Condition
    """What has to be so for it to be true."""
    piece: Piece | None
    """What the text is a part of."""
    when: Condition
    """When it is told, as far as that piece is."""

    def told(self, past: Past) -> bool:
        """Whether the text is told on that path."""
        return (self.piece is None or self.piece.comes(past)) and holds(self.when, past)


def _texts(record: Record, at: Address) -> Iterator[tuple[str, Whose]]:
    """What a record says, and who says it."""
    told = Whose.SAID if "arrives" in at.way and _WORDLESS.isdisjoint(at.way) else Whose.TOLD
    if isinstance(record, Choice):
        yield record.say, Whose.OPTION
    for name in _FIELDS:
        text = getattr(record, name, "")
        if text and isinstance(text, str):
            yield text, told


def _came(written: Sequence[Place]) -> Iterator[tuple[str, Medium, Condition]]:
    """Every message that surely has come once a scene has been left or an option taken: where, how, and how one knows
    that."""
    for record, at in written:
        arrives: tuple[Arrival, ...] = getattr(record, "arrives", ())
        for each in arrives:
            if each.when == ALWAYS and not each.medium.traits.wordless:
                scene = str(at.way[1])
                known = (
                    Condition(chose=(f"{scene}/{record.id}",)) if isinstance(record, Choice) else Condition((scene,))
                )
                yield scene, each.medium, known


def _may_say(
    moment: Moment, scene: Scene
) -> Iterator[tuple[tuple[str | int, ...], str, Whose, Piece | None, Condition]]:
    """Every text that may be told at that moment of the scene, with what leads to it, what it is a part of, and when it
    is told."""
    for piece in moment.pieces:
        if "know" not in piece.way:
            quoted = piece.arrival is not None and not piece.arrival.medium.traits.wordless
            for text, when in _told(piece):
                yield piece.way, text, Whose.SAID if quoted else Whose.TOLD, piece, when
    if moment.outcome is None and not isinstance(scene.body, Ending):
        for rivals in kinds.of(scene.body).rivals():
            for option in rivals.options:
                yield (*rivals.ids, option.id, "say"), option.say, Whose.OPTION, None, option.when


def _told(piece: Piece) -> Iterator[tuple[str, Condition]]:
    if isinstance(piece.told, str):
        yield piece.told, ALWAYS
    else:
        for each in piece.told:
            yield each.text, each.when
            yield each.otherwise, Condition(opposite=each.when)


def _found(claim: Claim, at: Address, path: str) -> Found:
    otherwise = {
        Kind.AGAIN: "there was no such contact before",
        Kind.SECOND: "there was at most one such contact",
        Kind.NONE: "there has been one",
        Kind.SILENT: "something has come",
    }[claim.kind]
    message = f'"{claim.words}": on some path {otherwise}, as far as the contacts you noted tell: {path}.'
    mend = "Say it in a passage with when: {contacts: …}, or offer the option only then; or leave these words out."
    return Found("untrue-on-a-path", at, message, mend)
