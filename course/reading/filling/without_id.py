"""An option that has lost its id, for which conditions ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice

from course.reading.filling.unknown import ALSO, Ref
from course.reading.problems.lines import LINE
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import nearest, some

_MOST = 6
"""Ids that are looked for."""
_LIKE = 0.6
"""The part of their words that two texts have alike, where one may have become the other."""


def said_once(
    strange: Sequence[Ref], refs: Sequence[Ref], ids: Mapping[str, Collection[str]], spots: Spots, findings: Findings
) -> list[Ref]:
    """The references to what is not there without those to the id of an option that seems to have lost it, which is
    reported where the option stands."""
    left = list(strange)
    used = {name for to, name, _ in refs if to == "option"}
    for name in islice(dict.fromkeys(name for to, name, _ in strange if to == "option"), _MOST):
        scene, _, option = name.rpartition("/")
        lost = _without(name, ids["option"], spots)
        beside = {each.rpartition("/")[2] for each in ids["option"] if each.rpartition("/")[0] == scene} - used
        if nearest(option, beside):
            continue
        those = [where for to, each, where in strange if (to, each) == ("option", name)]
        if renamed := [each for each, _ in lost if _of_like_words(each, option)]:
            if len(renamed) == 1:
                _report_other_words(name, renamed[0], those, findings)
                left = [each for each in left if each[:2] != ("option", name)]
            continue
        if len(lost) != 1:
            continue
        own, (number, _) = lost[0]
        if not scene and len(those) == 1 and option not in own.split("-"):
            continue  # nobody can tell what is wrong: the one place that asks, or the option
        match = LINE.fullmatch(findings.corrected[number])
        if match is None or not match["dashes"] or not match["name"]:
            continue
        lines = [str(each) for each, _ in those]
        asks = f"line {lines[0]} asks" if len(lines) == 1 else f"lines {some(lines)} ask"
        message = f"This option has no id; and {name}, for which {asks}, is not there."
        mend = f"If it is the one, put a line - id: {option} above it, the dash in column {len(match['indent']) + 1}, "
        mend += f"and two spaces in the place of the dash before {match['name']}:."
        also = [findings.place(each) for each in those[:ALSO]]
        findings.add("unknown-option", (number, len(match["indent"]) + 1), message, mend, also=also)
        left = [each for each in left if each[:2] != ("option", name)]
    return left


def _of_like_words(own: str, option: str) -> bool:
    """Whether an id that was made of a text begins as another one, and goes on with nearly the same words."""
    mine, its = own.split("-"), option.split("-")
    return mine[0] == its[0] and min(len(mine), len(its)) > 1 and SequenceMatcher(None, mine, its).ratio() >= _LIKE


def _report_other_words(name: str, own: str, those: Sequence[Spot], findings: Findings) -> None:
    """Report where an option is asked for by the words with which its text began before."""
    scene, slash, option = name.rpartition("/")
    right = f"{scene}{slash}{own}"
    message = f"There is no option called {option}. One without an id is called by the first words of its text, and "
    message += f"there is one called {own}."
    mend = f"If it is the one, write {right} here; or give it a line id: {option}, and its text may change."
    for where in those:
        findings.add("unknown-option", where, message, mend, meant=findings.instead(where, name, right))


def _without(name: str, known: Collection[str], spots: Spots) -> list[tuple[str, Spot]]:
    """The options without an id, as they are called for want of one and where they stand, among which the one of that
    name may be: those of its scene; or of the scenes in which others have one."""
    scene = name.rpartition("/")[0]
    found: list[tuple[str, Spot]] = []
    for (field, each), inside in spots.within.items():
        if field == "scenes" and scene in ("", each):
            options = [*_options(inside, f"{each}/", known)]
            if scene or any("id" in option for _, option in options):
                found += ((own, option[""]) for own, option in options if "id" not in option)
    return found


def _options(spots: Spots, scene: str, known: Collection[str]) -> Iterator[tuple[str, Spots]]:
    for (_, key), inside in spots.within.items():
        if key and f"{scene}{key}" in known:
            yield str(key), inside
        else:
            yield from _options(inside, scene, known)
