"""Words as they are typed in a shell, on one line that can be copied whatever a file is called."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable

from course.text.clean import UNSAFE

_NOT_SHOWN = re.compile(rf"\s(?<! )|{UNSAFE.pattern}")


def typed(words: Iterable[str]) -> str:
    """A command of these words. What cannot be shown, or would break the line, is written as bash and zsh read it."""
    return " ".join(_escaped(each) if _NOT_SHOWN.search(each) else shlex.quote(each) for each in words)


def as_file(name: str) -> str:
    """The file of that name, so that no command takes it for an option, or for what it reads from."""
    return os.path.join(os.curdir, name) if name.startswith("-") else name  # noqa: PTH118 (a Path would drop the dot)


def _escaped(word: str) -> str:
    said = re.sub(r"['\\]", r"\\\g<0>", word)
    return "$'" + _NOT_SHOWN.sub(lambda match: "".join(f"\\x{byte:02x}" for byte in os.fsencode(match[0])), said) + "'"
