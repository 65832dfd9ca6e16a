"""The page as one HTML file that needs nothing else, and prints on one sheet or two."""

from __future__ import annotations

from html import escape

from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.page import Line, sections, title
from course.text.html import document
from course.text.paragraphs import paragraphs

_STYLE = """
:root { color-scheme: light dark; --ink: #22201c; --paper: #f7f3ea; --soft: #6b665b; --line: #23694c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #1c1d1f; --soft: #9c9a94; --line: #8fc7a4; } }
body { background: var(--paper); color: var(--ink); font: 1.05rem/1.55 Georgia, "Times New Roman", serif;
  max-width: 34rem; margin: 3rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.5rem; border-bottom: 3px solid var(--line); padding-bottom: .6rem; }
h2 { font-size: 1.05rem; margin: 1.8rem 0 .4rem; }
p, ul { margin: .3rem 0; } li { margin: .2rem 0; }
blockquote { margin: .2rem 0; margin-inline-start: 1.2rem; color: var(--soft); font-style: italic; }
.card { border: 2px solid var(--line); border-radius: .5rem; padding: 1rem 1.2rem; font-size: 1.15rem; }
@page { margin: 20mm; }
@media print { body { background: none; color: #000; max-width: none; margin: 0; font-size: 11pt; }
  h2 { break-after: avoid; } section { break-inside: avoid; } blockquote { color: #333; } }
"""


def html(page: Takeaway) -> str:
    """The whole file. Every word of authors and learners is escaped, and what a journal brings along
    from elsewhere is made harmless."""
    body = [f"<h1>{escape(title(page))}</h1>"]
    for section in sections(page):
        body.append("<section>")
        body.append(f"<h2>{escape(section.heading)}</h2>")
        body += _lines(section.lines)
        body.append("</section>")
    return document(title(page), page.course.language, _STYLE, "\n".join(body))


def _lines(lines: tuple[Line, ...]) -> list[str]:
    found: list[str] = []
    listing = False
    for line in lines:
        if listing and line.kind != "item":
            found.append("</ul>")
            listing = False
        if line.kind == "item" and not listing:
            found.append("<ul>")
            listing = True
        found += _line(line)
    return [*found, "</ul>"] if listing else found


def _line(line: Line) -> list[str]:
    text = escape(line.text)
    match line.kind:
        case "item":
            return [f"<li>{text}</li>"]
        case "quote":
            return [f"<blockquote>{text}</blockquote>"]
        case "card":
            return [f'<p class="card">{text}</p>']
        case _:
            return [f"<p>{escape(each)}</p>" for each in paragraphs(line.text)]
