"""What people type who look for a command under another name than its own."""

from __future__ import annotations

from collections.abc import Iterable

HOME = "home"
"""Stands for what is no command, but can be done at home."""
NAMES = {
    HOME: "home start begin continue resume menu settings config options practice review chapter chapters learn",
    "ask": "companion advice advise reminder followup",
    "list": "ls stories scenarios",
    "progress": "results score scores status habits",
    "report": "takeaway summary sheet card cards pdf",
    "export": "backup save",
    "import": "restore load",
    "forget": "delete reset remove clear erase wipe uninstall rm",
    "host": "workshop facilitate present group",
    "rooms": "room",
    "print": "paper handout",
    "serve": "server",
    "new": "create init add",
    "check": "lint validate verify test",
    "explain": "errors error code codes",
    "preview": "view watch edit",
    "map": "graph draw diagram",
    "words": "translate translation language",
    "fix": "repair mend format",
    "rename": "mv",
}
"""Other names, by the command or the place that has what they name."""


def meant_by(word: str, commands: Iterable[str]) -> str:
    """The command that was meant by a word, or HOME; `""` where it is like none."""
    from course.reading.problems.suggest import nearest

    others = {other: command for command, names in NAMES.items() for other in names.split()}
    plain = word.lower().replace("-", "").replace("_", "")
    if plain in others:
        return others[plain]
    found = nearest(word, commands) or nearest(plain, others)
    return others.get(found, found)
