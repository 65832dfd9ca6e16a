"""The conditions under any: on one line: in braces, in round brackets or in none, where they are a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from course.reading.format.fields import Refs
from course.reading.format.shared import CONDITION
from course.reading.prose.misread import Misread

VALUE = r"[a-z0-9-]+(?:/[a-z0-9-]+)?|\[[a-z0-9/, -]+\]"
"""An id, or several in brackets."""
ASKS = tuple(each.name for each in CONDITION.fields if isinstance(each.kind, Refs))
"""The fields of a condition that ask for ids."""
_ASKS = "|".join(ASKS)
_PIECE = rf"(?:{_ASKS}): +(?:{VALUE})"
_ITEM = rf"(?:{_PIECE}|\{{ *{_PIECE} *\}}|\( *{_PIECE} *\)|\[ *{_PIECE} *\])"
_ITEMS = rf"{_ITEM}(?:(?: *, *| or ){_ITEM})+"
_SEVERAL = re.compile(
    rf"(?:\[ *\{{ *(?P<both>{_ITEMS}) *\}} *\]|\[ *(?P<list>{_ITEMS}) *\]|\{{ *(?P<braces>{_ITEMS}) *\}}"
    rf"|\( *(?P<round>{_ITEMS}) *\)|(?P<bare>{_ITEMS}))"
)
"""Several conditions, with the brackets around all of them."""
_ONE_OF = re.compile(rf"\{{ *(?P<name>{_ASKS}): +\[(?P<ids>[a-z0-9/-]+(?: *, *[a-z0-9/-]+)+) *\] *\}}")
"""One condition that asks for several."""
_EACH = re.compile(_PIECE)
_STARTS = re.compile(r"(?<![\w-])any: *")
_WELL = re.compile(rf"(?:{_PIECE}|\{{ *{_PIECE} *\}})(?: *, *(?:{_PIECE}|\{{ *{_PIECE} *\}}))*")


def misread(name: str, value: str) -> Misread | None:
    """What is wrong with the value of such a name, if conditions stand in it under any: and are no list."""
    start = _STARTS.match("any: ") if name == "any" else _STARTS.search(value)
    at = 0 if name == "any" or start is None else start.end()
    if start is None or not (better := _meant(value, at)):
        return None
    message = "any: holds a list: [ and ] stand around all of it, and each condition in it has { and } of its own."
    written = f"{value[:at]}{better[0]}{value[better[1] :]}"
    return Misread("wrong-kind", 0, at, message, (written,), f"Write {name}: {written}.", ask=True)


def _meant(value: str, at: int) -> tuple[str, int] | None:
    """The conditions that stand there, as a list, and where they end; None if they are one, or nobody can tell."""
    if one := _ONE_OF.match(value, at):
        return as_list(f"{one['name']}: {each}" for each in re.split(" *, *", one["ids"])), one.end()
    found = _SEVERAL.match(value, at)
    if found is None or (found["list"] and _WELL.fullmatch(found["list"])):
        return None
    return as_list(_EACH.findall(found[0])), found.end()


def as_list(conditions: Iterable[str]) -> str:
    """Several conditions, as they are written under any:."""
    return f"[{', '.join(f'{{{each}}}' for each in conditions)}]"
