"""Decisions as text in a row, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from course.engine.decision import Decision
from course.engine.judging import Marks, Tally
from course.model import Contact, Medium, Side, Verdict


def decisions_to_text(decisions: Sequence[Decision]) -> str:
    """The decisions of one event as JSON, as they were judged: an object for one, a list for any other number."""
    objects = [_object(decision) for decision in decisions]
    return dump(objects[0] if len(objects) == 1 else objects)


def text_to_decisions(text: str) -> list[Decision]:
    """The decisions. Raises ValueError when the text is none of ours."""
    data = json.loads(text)
    return [_decision(each) for each in (data if isinstance(data, list) else [data])]


def _object(decision: Decision) -> dict[str, Any]:
    found = {
        "scene": decision.scene,
        "revision": decision.revision,
        "title": decision.title,
        "day": decision.day,
        "answer": decision.answer,
        "said": decision.said,
        "follows": decision.follows,
        "breaks": decision.breaks,
        "contact": _contact(decision.contact),
        "verdict": decision.verdict,
        "side": decision.side,
        "forecast": decision.forecast,
        "worth": str(decision.worth),
        "marks": {
            pair: [marks.do.got, marks.do.of, marks.dont.got, marks.dont.of] for pair, marks in decision.marks.items()
        },
        "counts": decision.counts,
    }
    more = {"misses": decision.misses, "avoids": decision.avoids, "item": decision.item, "overdue": decision.overdue}
    return found | {name: value for name, value in more.items() if value}


def _decision(data: Any) -> Decision:
    try:
        return Decision(
            scene=data["scene"],
            revision=data["revision"],
            title=data["title"],
            day=int(data["day"]),
            answer=tuple(data["answer"]),
            said=data["said"],
            follows=tuple(data["follows"]),
            breaks=tuple(data["breaks"]),
            misses=tuple(data.get("misses", ())),
            avoids=tuple(data.get("avoids", ())),
            item=data.get("item", ""),
            contact=_noted(data["contact"]),
            verdict=Verdict(data["verdict"]),
            side=Side(data["side"]),
            forecast=side(data["forecast"]),
            worth=Fraction(data["worth"]),
            marks={
                pair: Marks(Tally(did, do_of), Tally(kept, dont_of))
                for pair, (did, do_of, kept, dont_of) in data["marks"].items()
            },
            counts=bool(data["counts"]),
            overdue=tuple(data.get("overdue", ())),
        )
    except (KeyError, TypeError, AttributeError, ZeroDivisionError) as error:
        raise ValueError("a decision lacks something") from error


def _contact(contact: Contact | None) -> str | dict[str, str]:
    """A contact by its words alone where that is all of it, as in the first edition; `""` for none."""
    if contact is None:
        return ""
    if contact == Contact(contact.words):
        return contact.words
    more = {"as": contact.words, "to": contact.person, "via": contact.medium or "", "kind": contact.kind}
    return {name: value for name, value in more.items() if value}


def _noted(data: Any) -> Contact | None:
    if isinstance(data, str):
        return Contact(data) if data else None
    medium = next((each for each in Medium if each.value == data.get("via")), None)
    return Contact(data.get("as", ""), data.get("to", ""), medium, data.get("kind", ""))


def side(value: str | None) -> Side | None:
    return None if value is None else Side(value)


def dump(data: dict[str, Any] | list[dict[str, Any]]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> dict[str, Any]:
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("not an object")
    return data
