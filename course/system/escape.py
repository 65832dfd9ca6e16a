"""How long the parts of one key may take to arrive: an arrow key is Esc, and two letters behind it."""

from __future__ import annotations

from collections.abc import MutableMapping

_OVER_SSH = "250"
"""Milliseconds. A line that loses a packet brings the rest a fifth of a second later; in a hundred, which Textual
waits, the arrow is taken for Esc, and leaves the page."""


def wait_for_keys(environment: MutableMapping[str, str]) -> None:
    """Have whoever reads ESCDELAY wait longer over SSH, unless the user has said how long."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        environment.setdefault("ESCDELAY", _OVER_SSH)
