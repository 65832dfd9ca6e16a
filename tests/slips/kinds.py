"""What a slip is: at which lines of a file it can happen, and what stands there then."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

FIELD = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<name>[a-z0-9][a-z0-9-]*):(?: (?P<value>\S.*))?")
"""The line of a field, with what stands behind its name."""
ITEM = re.compile(r"(?P<indent> +)(?P<dash>- )(?P<value>[^\s|\[{\"'](?:(?!: ).)*)")
"""An item of a list that is a text."""
PROSE = re.compile(r"(?P<indent> {4,})(?P<value>[A-Z](?:(?!: ).){30,})")
"""A line in a block of text."""
PLAIN = re.compile(r"\w[^:#\"'\n]{20,}")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Lines = list[str]
Change = Callable[["re.Match[str]"], str | Lines | None]
"""What a line becomes; None where the slip cannot happen."""


class Slip(NamedTuple):
    """What somebody did to a file, from which line to which, counted from 1."""

    data: bytes
    first: int
    last: int


class Kind(NamedTuple):
    """One kind of slip."""

    by: str
    """Who or what makes it."""
    name: str
    spoil: Callable[[Lines, int], Lines | None]
    """The lines of a file with the slip at one of them, counted from 0; None where it cannot happen."""
    all_over: bool = False
    """Whether it goes through the whole file, so that there is no first and no last place for it."""
    encode: Callable[[str], bytes] = str.encode
    meant: Callable[[Lines, int], Lines | None] | None = None
    """What the file would be if it had been written well, where that is not what it was before."""

    def places(self, lines: Lines) -> list[int]:
        """At which lines it changes something: the first, one in the middle and the last."""
        if self.all_over:
            return [0] if self.made(lines, 0).data != "\n".join(lines).encode() else []
        found = [at for at in range(len(lines)) if self.spoil(lines, at) not in (None, lines)]
        return sorted({found[0], found[len(found) // 2], found[-1]}) if found else []

    def made(self, lines: Lines, at: int) -> Slip:
        """The slip, made there."""
        spoilt = self.spoil(lines, at)
        assert spoilt is not None
        last = len(spoilt) if self.all_over else at + max(1, 1 + len(spoilt) - len(lines))
        return Slip(self.encode("\n".join(spoilt)), at + 1, last)


def on_line(
    by: str, name: str, change: Change, pattern: re.Pattern[str] = FIELD, *, meant: Change | None = None
) -> Kind:
    """A slip in one line, which becomes another, or several; and what it would be if it had been written well."""

    def changed(change: Change, lines: Lines, at: int) -> Lines | None:
        match = pattern.fullmatch(lines[at])
        new = change(match) if match else None
        if new is None:
            return None
        return [*lines[:at], *([new] if isinstance(new, str) else new), *lines[at + 1 :]]

    return Kind(by, name, partial(changed, change), meant=partial(changed, meant) if meant else None)


def in_value(
    by: str, name: str, change: Callable[[str], str | None], *, meant: Callable[[str], str | None] | None = None
) -> Kind:
    """A slip in what stands behind a name; and what would stand there if it had been written well."""

    def changed(change: Callable[[str], str | None], line: re.Match[str]) -> str | None:
        value = line["value"] or ""
        new = change(value)
        return None if new is None else line[0].removesuffix(value) + new

    return on_line(by, name, partial(changed, change), meant=partial(changed, meant) if meant else None)


def in_single_quotes(text: str) -> str:
    """The text as it stands in single quotes, whatever is in it."""
    return "'" + text.replace("'", "''") + "'"


def worded(by: str, name: str, change: Callable[[str], str]) -> Kind:
    """Other words in a text without quotes, such as want them, or such as nobody can tell from the author's own."""

    def changed(value: str, form: Callable[[str], str] = str) -> str | None:
        return form(change(value)) if PLAIN.fullmatch(value) and " " in value else None

    return in_value(by, name, changed, meant=partial(changed, form=in_single_quotes))


def in_name(by: str, name: str, change: Callable[[str], str | None]) -> Kind:
    """A slip in the name of a field."""

    def changed(line: re.Match[str]) -> str | None:
        new = change(line["name"])
        return None if new is None else line[0].replace(line["name"], new, 1)

    return on_line(by, name, changed)


def between(by: str, name: str, *others: str) -> Kind:
    """Lines that do not belong there, before one that begins a field. `{}` stands for that line."""

    def changed(line: re.Match[str]) -> Lines:
        return [*(each.replace("{}", line[0]) for each in others), *([] if "{}" in "".join(others) else [line[0]])]

    return on_line(by, name, changed)


def all_over(by: str, name: str, change: Callable[[str], str], encode: Callable[[str], bytes] = str.encode) -> Kind:
    """A slip that goes through the whole file."""
    return Kind(by, name, lambda lines, _: change("\n".join(lines)).split("\n"), True, encode)
