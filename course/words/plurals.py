"""Which plural form a number takes in a language, as Unicode's CLDR has it, for whole numbers."""

from __future__ import annotations

from collections.abc import Callable

from course.model import PLURAL_FORMS

Rule = Callable[[int], str]


def form(language: str, number: int) -> str:
    """One of `PLURAL_FORMS`. A language that is not listed has one and other, as English has."""
    return _rule(language)(number)


def forms(language: str) -> tuple[str, ...]:
    """All that a number can take, in the order of `PLURAL_FORMS`; `other` always among them, as every sentence has it.
    Languages count anew after a hundred at the latest."""
    taken = {*map(_rule(language), range(201)), "other"}
    return tuple(each for each in PLURAL_FORMS if each in taken)


def _rule(language: str) -> Rule:
    return _RULES.get(language.split("-")[0].lower(), _one)


def _one(n: int) -> str:
    return "one" if n == 1 else "other"


def _none(_: int) -> str:
    return "other"


def _up_to_one(n: int) -> str:
    return "one" if n in (0, 1) else "other"


def _east_slavic(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def _polish(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def _serbian(n: int) -> str:
    found = _east_slavic(n)
    return "other" if found == "many" else found


def _czech(n: int) -> str:
    return "one" if n == 1 else "few" if n in (2, 3, 4) else "other"


def _arabic(n: int) -> str:
    if n < 3:
        return ("zero", "one", "two")[n]
    last = n % 100
    return "few" if 3 <= last <= 10 else "many" if last >= 11 else "other"


def _hebrew(n: int) -> str:
    return {1: "one", 2: "two"}.get(n, "other")


def _romanian(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n == 0 or 1 <= n % 100 <= 19 else "other"


def _lithuanian(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 >= 2 and not 11 <= n % 100 <= 19 else "other"


_RULES: dict[str, Rule] = {
    **dict.fromkeys(("ja", "zh", "ko", "th", "vi", "id", "ms", "lo", "my", "km"), _none),
    **dict.fromkeys(("fr", "pt", "hi", "fa", "am", "bn", "gu", "hy"), _up_to_one),
    **dict.fromkeys(("ru", "uk", "be"), _east_slavic),
    **dict.fromkeys(("sr", "hr", "bs"), _serbian),
    **dict.fromkeys(("cs", "sk"), _czech),
    "pl": _polish,
    "ar": _arabic,
    "he": _hebrew,
    "ro": _romanian,
    "lt": _lithuanian,
}
