"""The themes. Three colors carry meaning, one for each side of the line; a word or a shape always says it too."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from course.model.record import Record
from course.words import say


class _Shades(Record):
    """A color in each of the themes, by the theme's name: another theme is another field, and mypy says where its color
    is missing."""

    dark: str
    light: str
    high_contrast: str


_COLORS = {
    "primary": _Shades("#8fb8a8", "#2f6b57", "#ffffff"),
    "secondary": _Shades("#9aa5b1", "#5b6570", "#ffffff"),
    "accent": _Shades("#8fb8a8", "#2f6b57", "#ffff00"),
    "foreground": _Shades("#e6e1d6", "#26241f", "#ffffff"),
    "background": _Shades("#1b1c1e", "#f7f3ea", "#000000"),
    "surface": _Shades("#232528", "#efe9dc", "#000000"),
    "panel": _Shades("#2a2c30", "#e6dfcf", "#000000"),
    "success": _Shades("#8fc7a4", "#23694c", "#00ff88"),
    "warning": _Shades("#e0b15e", "#8a5a00", "#ffff00"),
    "error": _Shades("#e08a72", "#a03a1e", "#ff9a5c"),
}
"""What Textual's own styles are made of."""
_VARIABLES = {
    "under": _Shades("#8db4d8", "#2a5f93", "#66ccff"),
    "right": _Shades("#8fc7a4", "#23694c", "#00ff88"),
    "over": _Shades("#e8a06a", "#a8480f", "#ffaa33"),
    "soft": _Shades("#9c9a94", "#6b665b", "#ffffff"),
    "faint": _Shades("#55565a", "#bdb5a3", "#b0b0b0"),
    "block-cursor-foreground": _Shades("#1b1c1e", "#f7f3ea", "#000000"),
    "block-cursor-background": _Shades("#8fc7a4", "#23694c", "#ffff00"),
    "scrollbar": _Shades("#3a3c41", "#cfc6b3", "#ffffff"),
    "scrollbar-background": _Shades("#1b1c1e", "#f7f3ea", "#000000"),
}
"""What our styles add, and what they have otherwise."""


def _theme(name: str) -> Theme:
    color: dict[str, str] = {use: getattr(each, name) for use, each in _COLORS.items()}
    return Theme(
        name=name.replace("_", " "),
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
        dark=Color.parse(color["background"]).brightness < 0.5,
        variables={use: getattr(each, name) for use, each in _VARIABLES.items()},
    )


THEMES = {theme.name: theme for theme in map(_theme, _Shades.__struct_fields__)}
FIRST = next(iter(THEMES))
"""The theme of those who have chosen none."""

COLORLESS = dict.fromkeys(("under", "right", "over", "soft", "faint"), "ansi_default")
"""Our colors in Textual's own ansi themes, which NO_COLOR asks for."""


def chosen(name: str, environ: Mapping[str, str]) -> str:
    """The theme to use: the remembered one, or the first; with NO_COLOR one that sends attributes alone."""
    if environ.get("NO_COLOR"):
        return "ansi-dark"
    return name if name in THEMES else FIRST


def title(name: str) -> str:
    """What a theme is called; one that there is no more, as it stands in the settings."""
    return say(f"theme.{name.replace(' ', '-')}") if name in THEMES else name
