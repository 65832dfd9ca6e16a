"""What a phone says, and what comes of it."""

from __future__ import annotations

import secrets

from course.model.record import replace
from course.room.apply import Unfit
from course.room.events import Granted
from course.room.stores.store import Overtaken, Person
from course.room.votes import Vote
from course.serving.hall import Hall
from course.serving.live import LiveRoom
from course.serving.wire import (
    MOST_WHY,
    AskNoMore,
    AskToLead,
    Call,
    Cast,
    Do,
    Kept,
    LeadWords,
    Ping,
    Pong,
    Refused,
    Saying,
    Told,
)
from course.text.clean import one_line

_WORDS = [
    "amber",
    "birch",
    "cedar",
    "coral",
    "daisy",
    "ember",
    "fern",
    "flint",
    "grove",
    "hazel",
    "ivory",
    "jade",
    "lemon",
    "linen",
    "maple",
    "mint",
    "oasis",
    "olive",
    "opal",
    "pearl",
    "pine",
    "plum",
    "quartz",
    "raven",
    "reed",
    "river",
    "robin",
    "sage",
    "shell",
    "slate",
    "snow",
    "spruce",
    "stone",
    "straw",
    "sugar",
    "tulip",
    "walnut",
    "willow",
]


async def hear(hall: Hall, room: LiveRoom, person: Person, saying: Saying) -> Told:
    """Do what that person says, as far as they may; what they are told."""
    match saying:
        case Ping():
            return Pong()
        case Cast(number, answer, called, why):
            refused = await room.vote(number, Vote(person.id, answer, called), one_line(why, MOST_WHY))
            return Kept(number, answer, called, why) if refused is None else Refused(refused, number)
        case Call(name):
            await hall.call(room, person.id, name)
            return Pong()
        case AskToLead():
            words = room.people[person.id].asks or " ".join(secrets.choice(_WORDS) for _ in range(2))
            await hall.admit(room, replace(room.people[person.id], asks=words))
            return LeadWords(words)
        case AskNoMore():
            await hall.admit(room, replace(room.people[person.id], asks=""))
            return Pong()
        case Do():
            if room.room.remote != person.id or isinstance(saying.event, Granted):
                return Refused("not-yours")
            return await lead(room, saying)


async def lead(room: LiveRoom, saying: Do) -> Told:
    """Do what somebody says who may lead."""
    try:
        await room.do(saying.seen, saying.event)
        if isinstance(saying.event, Granted):
            await room.settle_who_leads()
    except Overtaken:
        return Refused("overtaken")
    except Unfit:
        return Refused("unfit")
    return Pong()
