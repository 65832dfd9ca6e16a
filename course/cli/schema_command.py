"""`fineline schema`: the JSON Schema of courses, for editors."""

from __future__ import annotations

import argparse

from course.authoring.schema import as_text
from course.cli.exit_status import FINE
from course.cli.parser import ALIKE, refused_option
from course.system.printing import put_data


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    refused_option(parser, "--course", ALIKE)


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 (it takes nothing)
    """Print the schema."""
    put_data(as_text())
    return FINE
