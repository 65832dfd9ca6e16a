"""The page as one HTML file that needs nothing else, and prints on one sheet, A4 or Letter."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.lines import HEADINGS, Line, Section
from course.progress.takeaway.page import first, sections, stands, title
from course.progress.takeaway.paper import columns
from course.progress.takeaway.style import STYLE
from course.text.html import document, prose
from course.text.paragraphs import paragraphs
from course.words import say


def html(page: Takeaway) -> str:
    """The whole file. Every word of authors and learners is escaped, and what a journal brings along
    from elsewhere is made harmless."""
    found = sections(page, paper=True)
    counted = any(each.what == "figures" for each in found)
    body = [_head(page, counted=counted), *map(_section, found)]
    return document(title(page), page.course.language, STYLE, "\n".join(body))


def _head(page: Takeaway, *, counted: bool) -> str:
    """The title, whose it is, and the line with its three names; the score, where there is no room to count further."""
    score = first(page) if page.enough and not counted else ""
    whose = " · ".join(filter(None, (page.learner, stands(page), score)))
    places = (say("line.end-under"), say("line.right"), say("line.end-over"))
    line = "".join(f"<span>{escape(each)}</span>" for each in places)
    return (
        f'<header><h1>{escape(page.course.title)}</h1><p>{escape(whose)}</p></header>\n<div class="line">{line}</div>'
    )


def _section(section: Section) -> str:
    heading = f"<h2>{escape(section.heading)}</h2>"
    inside = _pairs(section.lines) if section.what == "pairs" else _groups(section)
    return f'<section class="{section.what}">\n{heading}\n{inside}\n</section>'


def _pairs(lines: Iterable[Line]) -> str:
    """One table for all pairs, so that one line runs between what to do and what not to do."""
    rows: list[str] = []
    for line in lines:
        cell = "th" if line.kind in HEADINGS else "td"
        scope = ' scope="col"' if line.kind in HEADINGS else ""
        which = ' class="short"' if line.kind == "short" else ""
        texts = "".join(f"<{cell}{scope}>{escape(each)}</{cell}>" for each in (line.text, line.beside))
        rows.append(f"{'</tbody><tbody>' if line.kind in HEADINGS and rows else ''}<tr{which}>{texts}</tr>")
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _groups(section: Section) -> str:
    """What stands side by side."""
    groups = columns(section)
    inside = "\n".join(f"<div>{''.join(map(_line, group))}</div>" for group in groups)
    return f'<div class="side">{inside}</div>' if len(groups) > 1 else inside


def _line(line: Line) -> str:
    match line.kind:
        case "strong" | "model":
            return f"<h3>{escape(line.text)}</h3>"
        case "letter":
            return "".join(f'<p class="letter">{prose(each)}</p>' for each in paragraphs(line.text))
        case "text":
            return "".join(f"<p>{prose(each)}</p>" for each in paragraphs(line.text))
        case "from":
            return f'<p class="small">{escape(line.text)}</p>'
        case kind:
            return f'<p class="{kind}">{escape(line.text)}</p>'
