"""Courses that show what only a whole course can have: made by a rule, with words drawn by lot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.folders import COURSES

Files = dict[str, str]
"""Texts by file name."""

_SCENARIOS = 14
_FEW = 8
"""Too few for the word model, which would find the same word."""
_SYLLABLES = ["ba", "lo", "mi", "ru", "ke", "ta", "sen", "dor", "vil", "pa", "nu", "gra", "ho", "fe", "zi"]
_THREE = ("one", "two", "three")


@dataclass(frozen=True)
class Made:
    """A course with the problem, the same course without it, and where it is found."""

    wrong: Files
    mended: Files
    file: str
    line: int
    column: int


Say = Callable[[Random, bool, int], str]
"""What a choice says: from chance, whether it is advised, and the number of the decision in its scenario."""


def words(random: Random, count: int) -> str:
    """So many words that mean nothing."""
    made = ["".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 3))) for _ in range(count)]
    return " ".join(made).capitalize() + "."


def scenario(number: int, say: Say, *, fixed_first: bool = False, one_do: bool = False) -> str:
    """Three decisions of three choices, every text of which is drawn by lot. At the second, two are right, unless there
    is to be `one_do` everywhere."""
    random = Random(number)
    lines = [f"title: Story {number}", "start: one", "scenes:"]
    for at, name in enumerate(_THREE):
        after = [*_THREE, "good"][at + 1]
        lines += [f"  {name}:", f"    text: {words(random, 6)}"]
        if fixed_first:
            lines.append("    shuffle: off")
        lines.append("    choices:")
        options = [True, at == 1 and not one_do, False]
        if not fixed_first:
            random.shuffle(options)
        for advised in options:
            go = after if advised or at < 2 else "bad"
            rule = random.choice(["thanks", "space"])
            lines += [
                f"      - say: {say(random, advised, at)}",
                f"        {'follows' if advised else 'breaks'}: {rule}",
                f"        happens: {words(random, 5)}",
                f"        because: {words(random, 5)}",
                f"        next: {go}",
            ]
    lines += ["  good:", "    ending: assertive", "    text: Good.", "  bad:", "    ending: quiet", "    text: Bad."]
    return "\n".join(lines) + "\n"


def course(say: Say, *, fixed_first: bool = False, one_do: bool = False, scenarios: int = _SCENARIOS) -> Files:
    """So many such scenarios."""
    return {
        f"story-{number:02}.yaml": scenario(number, say, fixed_first=fixed_first, one_do=one_do)
        for number in range(scenarios)
    }


def _any_length(random: Random, _advised: bool, _at: int) -> str:
    return words(random, random.randint(4, 9))


def _longest(random: Random, advised: bool, _at: int) -> str:
    return words(random, 12 if advised else random.randint(4, 9))


def _absolute(random: Random, advised: bool, _at: int) -> str:
    count = random.randint(4, 9)
    return words(random, count) if advised else "Never " + words(random, count - 1).lower()


def _telling(random: Random, advised: bool, _at: int) -> str:
    count = random.randint(4, 9)
    return "Sorry " + words(random, count - 1).lower() if advised else words(random, count)


def _found(wrong: Files, file: str, line: int, column: int = 14) -> Made:
    return Made(wrong, course(_any_length), file, line, column)


def _remembering(branches: int) -> str:
    """As many decisions as branches, each of which may break a rule of its own; and then as many that ask for these,
    one each, where they break the next. At every other of them two choices are right."""
    lines = ["title: The key", "start: s0", "scenes:"]
    for at in range(branches):
        lines += [f"  s{at}:", f"    text: {words(Random(at), 6)}", "    choices:"]
        for key, kind in enumerate(("follows", "breaks")):
            lines += [f"      - say: {words(Random(100 + 2 * at + key), 4)}", f"        {kind}: r{at}"]
            lines += [f"        happens: {words(Random(200 + 2 * at + key), 4)}"]
            lines += [f"        because: {words(Random(300 + 2 * at + key), 4)}", f"        next: s{at + 1}"]
    for at in range(branches):
        scene, onward = f"s{branches + at}", f"s{branches + at + 1}" if at + 1 < branches else "good"
        lines += [f"  {scene}:", f"    text: {words(Random(400 + at), 6)}", "    choices:"]
        for key, kind in enumerate(("breaks", "follows", "follows")[: 3 - at % 2]):
            lines += [f"      - say: {words(Random(700 + 3 * at + key), 4)}", f"        {kind}: r{(at + 1) % branches}"]
            lines += [f"        happens: {words(Random(800 + 3 * at + key), 4)}"]
            lines += [f"        because: {words(Random(900 + 3 * at + key), 4)}", "        next:"]
            lines += [f"          - when: {{broke: r{at}}}", "            next: bad"] if kind == "breaks" else []
            lines.append(f"          - next: {onward}")
    lines += ["  good:", "    ending: assertive", "    text: Good.", "  bad:", "    ending: quiet", "    text: Bad."]
    return "\n".join(lines) + "\n"


def _many_rules(count: int) -> str:
    rules = "".join(
        f"      r{at}:\n        do: {words(Random(500 + at), 4)}\n        dont: {words(Random(600 + at), 4)}\n"
        "        side: pushy\n"
        for at in range(count)
    )
    line = "line: {under: quiet, right: assertive, over: pushy}\n"
    return f"format: 2\ntitle: The bakery\n{line}pairs:\n  warm:\n    do: Warm\n    dont: Cold\n    rules:\n{rules}"


def states(rules: int) -> Made:
    """So many rules that are asked for late, each at a scene of its own."""
    return Made({"course.yaml": _many_rules(rules), "key.yaml": _remembering(rules)}, {}, "", 0, 0)


def shared_name() -> Made:
    """Two scenarios, and in both somebody called Nora."""
    key, other = (COURSES / ".." / "authoring" / "explain" / "key.yaml").read_text(), scenario(0, _any_length)
    with_nora = other.replace("start:", "with: Nora Adler, your aunt\nstart:")

    def made(name: str) -> Files:
        return {"key.yaml": key.replace("start:", f"with: {name}, your cousin\nstart:"), "visit.yaml": with_nora}

    return Made(made("Nora Weil"), made("Ada Weil"), "visit.yaml", 2, 7)


def stranger() -> Made:
    """A course with one calendar, whose limits name somebody out of another scenario."""
    files = {file.name: file.read_text(encoding="utf-8") for file in (COURSES / "counter").glob("*.yaml")}
    files["key.yaml"] = files.pop("wrong-fee.yaml")
    lines = files["course.yaml"].replace("nobody is glad to pick up.", "Gerald Moss is not glad.").splitlines()
    (number,) = (at for at, line in enumerate(lines, 1) if "Gerald Moss" in line)
    hints = "checks: {one-slip: off, costs-nothing: off}\n"
    mended = {**files, "course.yaml": files["course.yaml"] + hints}
    wrong = {**files, "course.yaml": "\n".join(lines) + "\n" + hints}
    return Made(wrong, mended, "course.yaml", number, lines[number - 1].index("By the") + 1)


MADE: dict[str, Callable[[], Made]] = {
    "too-many-states": lambda: states(16),
    "many-states": lambda: states(12),
    "shared-name": shared_name,
    "one-do": lambda: _found(course(_any_length, one_do=True), "course.yaml", 2, 8),
    "stranger": stranger,
    "longest-advised": lambda: _found(course(_longest), "", 0),
    "place-advised": lambda: _found(course(_any_length, fixed_first=True), "", 0),
    "absolute-words": lambda: _found(course(_absolute, scenarios=_FEW), "", 0),
    "telling-words": lambda: _found(course(_telling), "", 0),
}
"""Each by the code of the problem; a file of `""` means any of its files, since the problem is the whole course's."""
