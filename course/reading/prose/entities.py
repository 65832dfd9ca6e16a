"""Signs in the spelling of HTML, such as `&amp;`, and what they stand for."""

from __future__ import annotations

import re

ENTITY = re.compile("&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")


def meant(entity: str) -> str | None:
    """What HTML reads for it; None where that is nothing else."""
    import html  # which knows thousands of them: only where there is one, and not before the first page

    sign = html.unescape(entity)
    if sign.endswith(";") and sign != ";":
        return None
    return sign if sign.isprintable() else " " * sign.isspace()


def begins_with_one(text: str) -> bool:
    """Whether a text begins with such a sign."""
    first = ENTITY.match(text)
    return first is not None and meant(first[0]) is not None


def without(text: str) -> str:
    """The text with each of them written as what it stands for."""
    return ENTITY.sub(lambda match: match[0] if (sign := meant(match[0])) is None else sign, text)
