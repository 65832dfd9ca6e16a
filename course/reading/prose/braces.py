"""Conditions and contacts in braces, as they should be written."""

from __future__ import annotations

import re

from course.reading.format.shared import CONDITION, CONTACT

NAMED = r"[a-z0-9-]++(?:/[a-z0-9-]++)?"
"""An id, or one in another."""
WORDS = r'"[\w\ ,.-]*+"'
"""A few words in quotes."""
_LONGEST = 1000
"""Characters in braces that are looked at here, so that it takes no longer than it should."""


def _group(name: str, value: str) -> str:
    """The expression for fields of such a name in braces that hold such a value, a list of such, or words of a log."""
    field = rf"(?:as:\ (?:\w[\w\ -]*+|{WORDS})|{name}:\ (?:{value}|\[{value}(?:,\ {value})*+\]))"
    return rf"\{{{field}(?:,\ {field})*+\}}"


_NAMES = "|".join(sorted({field.name for table in (CONDITION, CONTACT) for field in table.fields}))
GROUP = _group(f"(?:{_NAMES})", rf'(?:{NAMED}|"{NAMED}")')
"""One group of known fields, with no other in it."""
_INNERMOST = re.compile(_group("[a-z-]++", rf'(?:{NAMED}|"{NAMED}"|@)'))
"""The same with whatever fields, where those that were in it are an `@` by then."""


def well_written(braces: str) -> bool:
    """Whether such a group, or a list of them, holds fields, ids, lists of ids, and groups, with all signs in their
    places."""
    if len(braces) > _LONGEST:
        return False
    before, braces = "", f"{{any: {braces}}}"
    while braces != before:
        before, braces = braces, _INNERMOST.sub("@", braces)
    return braces == "@"
