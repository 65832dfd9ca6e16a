"""What YAML says of a file that it cannot read, in plain English."""

from __future__ import annotations

import yaml

from course.reading.problems import Findings

_LINE_UP = "Fields that belong together begin in the same column; what belongs under one begins further right."


def explain(error: yaml.YAMLError, findings: Findings) -> None:
    """Report the error at the place where an author would look for it."""
    problem = str(getattr(error, "problem", "") or error)
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    spot = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    opened = (context.line + 1, context.column + 1) if context is not None else spot
    also = [findings.place(opened)] if opened != spot else []
    about = str(getattr(error, "context", "") or "")
    if "quoted scalar" in about:
        mend = "Close the quote at the end of the text, or take it away."
        findings.add("syntax", opened, "The quote that opens here is never closed.", mend)
    elif "expected ':'" in problem or "simple key" in problem:
        mend = "Write the name, a colon, a space and then the text; or indent the line if it belongs to the text above."
        findings.add("syntax", opened, "This line has no name with a colon after it.", mend)
    elif "mapping values are not allowed" in problem:
        mend = "If the colon is part of a text, put the text in quotes. If not, check that the line lines up. "
        findings.add("syntax", spot, "A colon does not belong here.", mend + _LINE_UP)
    elif "flow" in about:
        findings.add("syntax", opened, "The bracket that opens here is never closed.", "Close it, or put it in quotes.")
    elif "block" in about or "expected" in problem:
        findings.add("syntax", spot, "This line does not line up with those above it.", _LINE_UP, also=also)
    elif "escape" in problem or "escape" in about:
        mend = "Use single quotes around the text, or write the backslash twice."
        findings.add("syntax", spot, "A backslash inside double quotes must be followed by a known letter.", mend)
    elif "cannot start any token" in problem:
        findings.add("syntax", spot, "A text may not begin with this character.", "Put the text in quotes.")
    else:
        findings.add("syntax", spot, f"YAML cannot read on from here: {problem}.", _LINE_UP, also=also)
