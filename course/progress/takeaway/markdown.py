"""The page as Markdown."""

from __future__ import annotations

from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.page import Line, sections, title
from course.text.clean import harmless
from course.text.markdown import plain
from course.text.paragraphs import paragraphs


def markdown(page: Takeaway) -> str:
    """The whole page; authors' and learners' words cannot turn into marks, nor into what a terminal obeys."""
    parts = [f"# {plain(title(page))}"]
    for section in sections(page):
        parts.append(f"## {plain(section.heading)}")
        parts.append("\n".join(_lines(section.lines)))
    return harmless("\n\n".join(parts) + "\n")


def _lines(lines: tuple[Line, ...]) -> list[str]:
    found = []
    for number, line in enumerate(lines):
        match line.kind:
            case "item":
                found.append(f"- {plain(line.text)}")
            case "quote":
                found.append(f"  - {plain(line.text)}")
            case "card":
                found.append(f"> {plain(line.text)}")
            case _:
                found += ["", *_apart(line.text)] if number else _apart(line.text)
        if line.kind == "text" and number + 1 < len(lines) and lines[number + 1].kind != "text":
            found.append("")
    return found


def _apart(text: str) -> list[str]:
    return "\n\n".join(plain(each) for each in paragraphs(text)).split("\n")
