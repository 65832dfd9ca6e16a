"""A tiny course built from model records, for tests that need no file.

office --wave--> lobby --write--> good        office: wave breaks `unannounced`, write follows `thanks`
   \\--write--> wait --wait--> good                     both (mixed) follows and breaks, hide is quiet
                    \\--again--> crowded when three contacts in four days, else good
"""

from __future__ import annotations

from fractions import Fraction

from course.model import (
    Branch,
    Choice,
    Condition,
    Contact,
    Contacts,
    Course,
    Ending,
    Head,
    Line,
    Pair,
    Rule,
    Scenario,
    Scene,
    Side,
)
from course.model.kinds import Exercise
from course.model.kinds.choices import Choices

WORDS = {"side.under": {"other": "too quiet"}, "landing.over": {"other": "over the line, pushy"}}
"""Words of the tiny course's own."""


def tiny_course() -> Course:
    """Two pairs and one rule of the whole course."""
    reach = Pair(
        "reach",
        "Reaching",
        "Pressing",
        rules=(
            Rule("thanks", "Say thanks.", "Say nothing.", Side.UNDER, "reach"),
            Rule("space", "Leave room.", "Write again.", Side.OVER, "reach"),
        ),
    )
    place = Pair(
        "place", "Right place", "Wrong place", rules=(Rule("unannounced", "Write.", "Turn up.", Side.OVER, "place"),)
    )
    whole = (Rule("one-way", "Pick one way.", "Use them all.", Side.OVER),)
    line = Line("quiet", "assertive", "pushy")
    return Course("tiny", "Tiny", (reach, place), whole, version="1", pass_mark=Fraction(4, 5), line=line, words=WORDS)


def choice(
    name: str, go: str | tuple[Branch, ...], *, follows: str = "", breaks: str = "", contact: str = ""
) -> Choice:
    """A choice whose texts are made from its name; rules are given as words with spaces between."""
    branches = go if isinstance(go, tuple) else (Branch(go),)
    return Choice(
        name,
        f"Do {name}.",
        tuple(follows.split()),
        tuple(breaks.split()),
        Contact(contact) if contact else None,
        f"{name} happens.",
        because=f"Because of {name}.",
        next=branches,
    )


def scene(name: str, body: Exercise | Ending, day: int | None = None) -> Scene:
    """A scene whose texts are made from its name."""
    return Scene(name, f"You are at {name}.", body, title=name.title(), day=day)


def tiny_scenario() -> Scenario:
    """Four decisions at most, a loop back, a branch on contacts and one on a broken rule, three endings."""
    again = (Branch("crowded", Condition(contacts=Contacts(3, 4))), Branch("good"))
    waited = (Branch("crowded", Condition(broke=("unannounced",))), Branch("good"))
    scenes = (
        scene(
            "office",
            Choices(
                (
                    choice("wave", "lobby", breaks="unannounced", contact="visit"),
                    choice("write", "wait", follows="thanks", contact="e-mail"),
                    choice("both", "wait", follows="thanks", breaks="space", contact="two e-mails"),
                    choice("hide", "faded", breaks="thanks"),
                ),
                shuffled=True,
            ),
            day=1,
        ),
        scene(
            "lobby",
            Choices(
                (
                    choice("leave", "wait", follows="unannounced"),
                    choice("stay", "office", breaks="unannounced", contact="visit"),
                )
            ),
        ),
        scene(
            "wait",
            Choices(
                (
                    choice("again", again, breaks="space", contact="e-mail"),
                    choice("patient", waited, follows="space"),
                )
            ),
            day=4,
        ),
        scene("good", Ending(Side.RIGHT), day=9),
        scene("crowded", Ending(Side.OVER)),
        scene("faded", Ending(Side.UNDER)),
    )
    return Scenario(Head("tale", "A tale", "tale.yaml", start="office"), {each.id: each for each in scenes})
