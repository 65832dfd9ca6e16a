"""The plain face: the same course as lines of text, for screen readers, pipes and scripts.

No cursor is moved, no color is sent, nothing is drawn; every prompt says what it takes.
"""

from course.faces.plain.home import run

__all__ = ["run"]
