"""The themes. Three colours carry meaning, one for each side of the line; a word or a shape always says it too."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#8fb8a8",
    secondary="#9aa5b1",
    accent="#8fb8a8",
    foreground="#e6e1d6",
    background="#1b1c1e",
    surface="#232528",
    panel="#2a2c30",
    success="#8fc7a4",
    warning="#e0b15e",
    error="#e08a72",
    dark=True,
    variables={
        "quiet": "#8db4d8",
        "assertive": "#8fc7a4",
        "pushy": "#e8a06a",
        "soft": "#9c9a94",
        "faint": "#55565a",
        "block-cursor-foreground": "#1b1c1e",
        "block-cursor-background": "#8fc7a4",
        "scrollbar": "#3a3c41",
        "scrollbar-background": "#1b1c1e",
    },
)

LIGHT = Theme(
    name="light",
    primary="#2f6b57",
    secondary="#5b6570",
    accent="#2f6b57",
    foreground="#26241f",
    background="#f7f3ea",
    surface="#efe9dc",
    panel="#e6dfcf",
    success="#23694c",
    warning="#8a5a00",
    error="#a03a1e",
    dark=False,
    variables={
        "quiet": "#2a5f93",
        "assertive": "#23694c",
        "pushy": "#a8480f",
        "soft": "#6b665b",
        "faint": "#bdb5a3",
        "block-cursor-foreground": "#f7f3ea",
        "block-cursor-background": "#23694c",
        "scrollbar": "#cfc6b3",
        "scrollbar-background": "#f7f3ea",
    },
)

CONTRAST = Theme(
    name="high contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff88",
    warning="#ffff00",
    error="#ff9a5c",
    dark=True,
    variables={
        "quiet": "#66ccff",
        "assertive": "#00ff88",
        "pushy": "#ffaa33",
        "soft": "#ffffff",
        "faint": "#b0b0b0",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffff00",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}

COLOURLESS = {"quiet": "ansi_default", "assertive": "ansi_default", "pushy": "ansi_default"} | {
    "soft": "ansi_default",
    "faint": "ansi_default",
}
"""Our colours in Textual's own ansi themes, which NO_COLOR asks for."""


def chosen(name: str, environ: Mapping[str, str]) -> str:
    """The theme to use: the remembered one, or dark; with NO_COLOR one that sends attributes alone."""
    if environ.get("NO_COLOR"):
        return "ansi-dark"
    return name if name in THEMES else DARK.name
