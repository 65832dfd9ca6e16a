"""Blocks: what a page's text is made of. Each knows its lines at a given width; the sheet draws them.

A page of twenty widgets takes three times as long to lay out as one widget with twenty blocks, and
a learner waits for it at every key.
"""

from course.faces.textual.blocks.base import Asks, Block, Edge, Gap, Heading, Option, Row, Rows, Text, digit, option

__all__ = ["Asks", "Block", "Edge", "Gap", "Heading", "Option", "Row", "Rows", "Text", "digit", "option"]
