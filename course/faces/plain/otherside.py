"""The other side of the desk in plain lines."""

from __future__ import annotations

from course.engine.otherside import views
from course.engine.play import Play
from course.faces.plain.conversation import Conversation
from course.words import sentences


def tell(play: Play, talk: Conversation) -> None:
    """The days of the scenario, as each person there lived them."""
    head = play.scenario.head
    for number, view in enumerate(views(play)):
        if number:
            talk.say()
        role = f", {view.person.role}" if view.person.role else ""
        talk.say(f"{view.person.name}{role}.")
        for moment in view.moments:
            did = f" You: {moment.did.rstrip('.')}." if moment.did else ""
            talk.say(f"{sentences.day_name(head, moment.day)}.{did}")
            talk.prose(moment.text)
