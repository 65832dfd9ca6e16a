"""The page as Markdown."""

from __future__ import annotations

import re

from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.page import Line, sections, title
from course.text.paragraphs import paragraphs

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(page: Takeaway) -> str:
    """The whole page; authors' and learners' words cannot turn into marks."""
    parts = [f"# {_plain(title(page))}"]
    for section in sections(page):
        parts.append(f"## {_plain(section.heading)}")
        parts.append("\n".join(_lines(section.lines)))
    return "\n\n".join(parts) + "\n"


def _lines(lines: tuple[Line, ...]) -> list[str]:
    found = []
    for number, line in enumerate(lines):
        match line.kind:
            case "item":
                found.append(f"- {_plain(line.text)}")
            case "quote":
                found.append(f"  - {_plain(line.text)}")
            case "card":
                found.append(f"> {_plain(line.text)}")
            case _:
                found += ["", *_apart(line.text)] if number else _apart(line.text)
        if line.kind == "text" and number + 1 < len(lines) and lines[number + 1].kind != "text":
            found.append("")
    return found


def _apart(text: str) -> list[str]:
    return "\n\n".join(_plain(each) for each in paragraphs(text)).split("\n")


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
