"""A page as one HTML file that needs nothing else: no script, no picture, no other file."""

from __future__ import annotations

from html import escape

from course.text.clean import harmless
from course.text.direction import right_to_left
from course.text.paragraphs import EMPHASIS


def document(title: str, language: str, style: str, body: str) -> str:
    """The whole file, in that language and its direction; nothing in it is what a terminal obeys."""
    return harmless(
        f'<!doctype html>\n<html {_language(language)}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def prose(text: str) -> str:
    """One paragraph of authors' prose, escaped, with what they stress."""
    return EMPHASIS.sub(r"<em>\1</em>", escape(text))


def _language(language: str) -> str:
    direction = ' dir="rtl"' if right_to_left(language) else ""
    return f'lang="{escape(language)}"{direction}'
