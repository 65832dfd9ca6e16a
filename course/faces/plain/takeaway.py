"""The takeaway in plain lines: what the learner did and should keep."""

from __future__ import annotations

from course.faces.plain.desk import Desk
from course.progress.takeaway.page import sections


def tell(desk: Desk) -> None:
    """All of the page, section by section, and how to have it as a file."""
    page = desk.visit.takeaway()
    if page is None:
        return
    for section in sections(page):
        desk.talk.say(f"{section.heading.rstrip('.:')}:")
        for line in section.lines:
            desk.talk.prose(line.text)
        desk.talk.say()
    desk.talk.say(f"To print or to keep it: {desk.command('report', '--html', 'takeaway.html')}")
    desk.talk.say()
