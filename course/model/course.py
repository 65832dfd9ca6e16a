"""A course: what `course.yaml` says."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from course.model.limits import NO_LIMITS, Limits
from course.model.record import Record
from course.model.rules import Pair, Rule


class Course(Record):
    """A course without its scenarios: what `course.yaml` says. Its scenarios are read one by one."""

    id: str
    title: str
    pairs: tuple[Pair, ...]
    rules: tuple[Rule, ...] = ()
    """Rules of the whole course, which belong to no pair."""
    version: str = ""
    """As its author numbers it; kept with every attempt."""
    about: str = ""
    """One or two sentences for home."""
    closing: str = ""
    """A thought to take along, at the end of the takeaway."""
    card: str = ""
    """The if-then plan of those whom no pair trips."""
    pass_mark: Fraction = Fraction(4, 5)
    """The share to reach, from 0 to 1."""
    extra_minute: bool = True
    """Whether learners say how an answer will come across before they send it."""
    limits: Limits = NO_LIMITS
    warm_up: str = ""
    """The id of the scenario played before the others, to see what moves."""
    after_check: str = ""
    """The id of its parallel form, played after them."""
    companion: str = ""
    """The id of the companion for somebody about to follow up now."""
    order: tuple[str, ...] = ()
    """Scenario ids in the order to show them; those missing here come last, by file."""
    levels: Mapping[str, str] = {}
    """The level (error, warn, info or off) of each check that has another one here than by itself."""

    @property
    def apart(self) -> frozenset[str]:
        """The scenarios that are not part of the course proper: warm-up, its parallel form, and the companion."""
        return frozenset({self.warm_up, self.after_check, self.companion} - {""})

    def all_rules(self) -> dict[str, Rule]:
        """Every rule by id: those of the whole course first, then pair by pair."""
        rules = {rule.id: rule for rule in self.rules}
        for pair in self.pairs:
            rules.update((rule.id, rule) for rule in pair.rules)
        return rules

    def pair(self, pair_id: str) -> Pair | None:
        """The pair of that id, or None."""
        return next((pair for pair in self.pairs if pair.id == pair_id), None)
