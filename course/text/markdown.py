"""Texts in Markdown: what people wrote cannot turn into marks."""

from __future__ import annotations

import re

from course.text.paragraphs import EMPHASIS

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_BEGINS_A_LIST = re.compile(r"^([0-9]{0,9})([-+.)=])(?=[-=\s]|$)")
"""What makes a list, a line or a heading where a line begins with it."""


def plain(text: str) -> str:
    """The text on one line, every mark of Markdown in it as it stands."""
    return _BEGINS_A_LIST.sub(r"\1\\\2", _escaped(" ".join(text.split())))


def prose(text: str) -> str:
    """One paragraph of authors' prose on one line, with what they stress."""
    parts = EMPHASIS.split(" ".join(text.split()))
    told = "".join(f"*{_escaped(part)}*" if number % 2 else _escaped(part) for number, part in enumerate(parts))
    return _BEGINS_A_LIST.sub(r"\1\\\2", told)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
