"""The themes. Three colors carry meaning, one for each side of the line; a word or a shape always says it too."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

_COLORS = {
    # dark, light, high contrast
    "primary": ("#8fb8a8", "#2f6b57", "#ffffff"),
    "secondary": ("#9aa5b1", "#5b6570", "#ffffff"),
    "accent": ("#8fb8a8", "#2f6b57", "#ffff00"),
    "foreground": ("#e6e1d6", "#26241f", "#ffffff"),
    "background": ("#1b1c1e", "#f7f3ea", "#000000"),
    "surface": ("#232528", "#efe9dc", "#000000"),
    "panel": ("#2a2c30", "#e6dfcf", "#000000"),
    "success": ("#8fc7a4", "#23694c", "#00ff88"),
    "warning": ("#e0b15e", "#8a5a00", "#ffff00"),
    "error": ("#e08a72", "#a03a1e", "#ff9a5c"),
}
"""What Textual's own styles are made of."""
_VARIABLES = {
    "under": ("#8db4d8", "#2a5f93", "#66ccff"),
    "right": ("#8fc7a4", "#23694c", "#00ff88"),
    "over": ("#e8a06a", "#a8480f", "#ffaa33"),
    "soft": ("#9c9a94", "#6b665b", "#ffffff"),
    "faint": ("#55565a", "#bdb5a3", "#b0b0b0"),
    "block-cursor-foreground": ("#1b1c1e", "#f7f3ea", "#000000"),
    "block-cursor-background": ("#8fc7a4", "#23694c", "#ffff00"),
    "scrollbar": ("#3a3c41", "#cfc6b3", "#ffffff"),
    "scrollbar-background": ("#1b1c1e", "#f7f3ea", "#000000"),
}
"""What our styles add, and what they have otherwise."""


def _theme(name: str, column: int, *, dark: bool = True) -> Theme:
    color = {use: each[column] for use, each in _COLORS.items()}
    return Theme(
        name=name,
        primary=color["primary"],
        secondary=color["secondary"],
        accent=color["accent"],
        foreground=color["foreground"],
        background=color["background"],
        surface=color["surface"],
        panel=color["panel"],
        success=color["success"],
        warning=color["warning"],
        error=color["error"],
        dark=dark,
        variables={use: each[column] for use, each in _VARIABLES.items()},
    )


DARK = _theme("dark", 0)
THEMES = {theme.name: theme for theme in (DARK, _theme("light", 1, dark=False), _theme("high contrast", 2))}

COLORLESS = dict.fromkeys(("under", "right", "over", "soft", "faint"), "ansi_default")
"""Our colors in Textual's own ansi themes, which NO_COLOR asks for."""


def chosen(name: str, environ: Mapping[str, str]) -> str:
    """The theme to use: the remembered one, or dark; with NO_COLOR one that sends attributes alone."""
    if environ.get("NO_COLOR"):
        return "ansi-dark"
    return name if name in THEMES else DARK.name
