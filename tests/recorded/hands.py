"""Learners at the Textual face: each looks at the key bar, which says what works now, and presses a key."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from tests.recorded.players import Pick

_ARROWS = ("←", "→", "↑", "↓")


class Hands:
    """Plays one story to its end, and reads every page down to its last line."""

    def __init__(self, pick: Pick, forecast: Sequence[str], wanted: int = 2) -> None:
        """`forecast` is the key of what everything is called, or several to toss for. What is put together is sent
        after `wanted` moves, if it can be."""
        self.finished = False
        self.resumes = False
        """Whether the story has been left in the middle, and home offers to go on with it."""
        self._pick = pick
        self._forecast = forecast
        self._wanted = wanted
        self._moves = 0
        """Keys pressed in the exercise on the screen."""
        self._plan: list[str] = []
        self._wishes: list[list[str]] | None = None
        self._last = ""
        self._left = False
        """Whether the story has been left since the program was started."""

    def begin(self) -> None:
        """Sit down before a program that has just been started."""
        self._last, self._moves, self._left = "", 0, False
        self._plan.clear()

    def press(self, keys: Mapping[str, str]) -> str:
        """The next key, given those that work and what each does."""
        self._last = self._next(keys)
        return self._last

    def _next(self, keys: Mapping[str, str]) -> str:
        seen = self._last in _ARROWS or (self._last == "Esc" and bool(self._plan))
        if "Space" in keys and not seen:
            return "Space"
        if self._plan[:1] == ["o"] and "o" not in keys:  # a sort has no other options, and so no page to close
            del self._plan[:2]
        if self._plan:
            return self._plan.pop(0)
        numbers = [int(key) for key in keys if key.isdigit()]
        if numbers and keys[str(numbers[0])] == "open":
            return self._at_home(keys)
        if keys.get("1") == "call it":
            self._moves = 0
            return self._weigh()
        if keys.get("Enter") == "send it":
            return self._send()
        if keys.get("Enter") == "go on":
            self._moves = 0
            return self._go_on(keys)
        if keys.get("Enter") == "debrief" or keys.get("r") == "ask again":
            return self._at_the_end(keys)
        if numbers or "s" in keys:
            return self._exercise(keys, numbers)
        return "Esc"

    def _at_home(self, keys: Mapping[str, str]) -> str:
        self.resumes = keys.get("Enter") == "continue" and not self.finished
        return "Enter" if self.resumes and not self._left else "q"

    def _weigh(self) -> str:
        return self._forecast[self._pick(range(len(self._forecast)))]

    def _send(self) -> str:
        return "Enter"

    def _go_on(self, _keys: Mapping[str, str]) -> str:
        return "Enter"

    def _exercise(self, keys: Mapping[str, str], numbers: list[int]) -> str:
        if "s" in keys and (self._moves >= self._wanted or not numbers):
            self._moves = 0
            return "s"
        self._moves += 1
        if "→" in keys:
            return "→" if self._last.isdigit() and "s" in keys else str(self._pick(numbers))
        place = (self._pick(numbers) - 1 + self._moves - 1) % len(numbers)  # another row each time
        return str(numbers[place])

    def _at_the_end(self, keys: Mapping[str, str]) -> str:
        if self._wishes is None:
            self._wishes = self._wished(keys)
        while self._wishes:
            first, *self._plan = self._wishes.pop(0)
            if first in keys:
                return first
        self._plan = []
        self.finished = True
        return "Esc"

    def _wished(self, keys: Mapping[str, str]) -> list[list[str]]:
        """What to look at after the end, each as keys; what the key bar does not offer is passed over."""
        return [] if "r" in keys and keys["r"] == "ask again" else [["Enter", "Esc"], ["y", "→", "Esc"], ["f"]]


class WanderingHands(Hands):
    """One who tries everything on the way, and leaves the story in the middle to come back to it."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(chance.choice, "12233", wanted=chance.randint(0, 6))
        self._chance = chance
        self._until_leaving = chance.randint(4, 25)
        self._looked = False
        """Whether the other options of this page have been seen."""
        self._back = 2

    def _next(self, keys: Mapping[str, str]) -> str:
        self._until_leaving -= 1
        leaves = keys.get("Esc") == "leave" and "r" not in keys
        if self._until_leaving <= 0 and leaves and not self._plan and not self.finished:
            self._until_leaving = 10_000
            self._left = True
            return "Esc"
        return super()._next(keys)

    def _weigh(self) -> str:
        return "Esc" if self._chance.random() < 0.1 else super()._weigh()

    def _send(self) -> str:
        return "Esc" if self._chance.random() < 0.2 else super()._send()

    def _go_on(self, keys: Mapping[str, str]) -> str:
        plans = [(0.6, ["o", "Esc"])] if not self._looked else []
        plans += [(0.1, ["w", "↓", "o", "Esc", "Esc"]), (0.05, ["?", "Esc"]), (0.1 if self._back else 0, ["b"])]
        for likely, (first, *rest) in plans:
            if first in keys and self._chance.random() < likely:
                self._looked = True
                self._back -= first == "b"
                self._plan = rest
                return first
        self._looked = False
        return "Enter"

    def _exercise(self, keys: Mapping[str, str], numbers: list[int]) -> str:
        if "→" in keys and self._chance.random() < 0.4:
            return self._chance.choice("→→←")
        return super()._exercise(keys, numbers)

    def _wished(self, keys: Mapping[str, str]) -> list[list[str]]:
        if keys.get("r") == "ask again":
            return [["b"], ["r"], ["r"], ["?", "Esc"]]
        what_if = ["Enter", *["↓"] * self._chance.randint(1, 4), "Enter"]
        return [["Enter", "↓", "↓", "o", "Esc", "Esc"], ["y", "→", "→", "Esc"], what_if, ["f"], ["b"], ["?", "Esc"]]
