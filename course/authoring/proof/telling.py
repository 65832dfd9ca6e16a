"""A walk told: what a learner reads on it, scene by scene, with what went before and where it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from course.authoring.proof.before import Notes
from course.authoring.proof.options import option
from course.authoring.proof.told import Arrived, Eyes, Lived, Offer, Reply, Stop, Text, Told, Touched
from course.authoring.proof.where import NOTHING, Where
from course.engine import judging, otherside
from course.engine.conditions import Fact
from course.engine.decision import scene_title
from course.engine.kinds import Judged
from course.engine.kinds.message import MessageKind
from course.engine.outcome import Outcome
from course.engine.past import Path
from course.engine.play import Phase, Play
from course.engine.telling import tell
from course.model import Course, Ending, Message, Rule
from course.model.kinds.calendar import Calendar
from course.model.kinds.message import MessageInParts
from course.model.record import replace
from course.reading.problems.positions import Step
from course.words import sentences


class Teller:
    """Tells one walk after the other, and knows what it has told."""

    def __init__(self, course: Course, where: Where, asked: Collection[Fact]) -> None:
        self._rules = course.all_rules()
        self._course = course
        self._where = where
        self._asked = asked
        self._walks = 0
        self._read: dict[object, int] = {}
        """In which walk each thing was told first."""

    def walk(self, plays: Iterable[Play]) -> Told:
        """One walk, out of the plays that `playing.plays` gives."""
        self._walks += 1
        notes = Notes(self._asked)
        stops: list[Stop] = []
        last: Play | None = None
        for play in plays:
            last = play
            notes.take(play)
            if play.phase is not Phase.SHOWN:
                stops.append(self.stop(play, notes))
                continue
            replies = (*stops[-1].replies, *self.replies(play, stops[-1]))
            stops[-1] = replace(stops[-1], replies=replies, afterward=tuple(self._afterward(play)))
        found = tuple(self._marked(each) for each in stops)
        return Told(self._walks, found, tuple(self._lived(last)) if last else ())

    def stop(self, play: Play, notes: Notes) -> Stop:
        """A scene as it is come to."""
        scene, head, where = play.scene, play.scenario.head, self._where
        here: tuple[Step, ...] = ("scenes", scene.id)
        ending = scene.body if isinstance(scene.body, Ending) else None
        return Stop(
            scene.id,
            scene_title(scene),
            "" if play.flipped else sentences.when(head, play.day),
            where.line(*here),
            notes.before(play),
            where.arrivals(scene.arrives, play.coming, *here, "arrives"),
            where.text(scene.text, play.coming, *here, "text"),
            str(getattr(scene.body, "question", "")),
            (),
            (),
            ending.side if ending else None,
            where.text(ending.better, play.coming, *here, "better") if ending else NOTHING,
            play.flipped,
            0,
        )

    def replies(self, play: Play, stop: Stop) -> Iterator[Reply]:
        """The answers whose consequence shows, at a scene of which some may have been told already."""
        made = len(play.path) - len(play.latest)
        offered: set[str] = {each.said for reply in stop.replies for each in reply.offers}
        for judged in play.pending:
            outcome = judged.outcome
            made += outcome.judged
            if outcome.judged:
                past = Path(play.trail, play.path[:made], play.day if outcome.day is None else outcome.day)
                offers = self._offers(play, judged)
                new = offers if {each.said for each in offers} - offered else ()
                offered |= {each.said for each in offers}
                yield self._reply(play, outcome, past, new)

    def _reply(self, play: Play, outcome: Outcome, past: Path, offers: tuple[Offer, ...]) -> Reply:
        where, head, at = self._where, play.scenario.head, _written(play, outcome)
        eyes = ("scenes", play.scene_id, "message") if isinstance(play.scene.body, MessageInParts) else at
        seen = (
            Eyes(_name(play, each.by), where.text(each.text, past, *eyes, "seen", number, "text"))
            for number, each in enumerate(outcome.seen)
        )
        return Reply(
            "" if outcome.day is None else sentences.day_name(head, outcome.day),
            offers,
            Text(
                sentences.said(self._course, outcome),
                (where.option(*option(play.scene, outcome)),) if outcome.said else (),
            ),
            where.text(outcome.happens, past, *at, "happens"),
            where.arrivals(outcome.arrives, past, *at, "arrives"),
            where.text(outcome.because, past, *at, "because") if outcome.said else _unplaced(outcome, past),
            tuple(self._touched(outcome)),
            judging.verdict(outcome),
            judging.side(outcome, self._rules),
            tuple(seen),
            0,
        )

    def _offers(self, play: Play, judged: Judged) -> tuple[Offer, ...]:
        """What stood to choose from; nothing where all that is asked for is a side. Of what can be taken on any day,
        none is marked."""
        taken = judged.outcome
        if taken.own:
            return ()
        return tuple(
            Offer(
                each.said,
                self._where.option(*option(play.scene, each)),
                taken.day is None and each.answer == taken.answer,
            )
            for each in judged.possible
            if each.said
        )

    def _touched(self, outcome: Outcome) -> Iterator[Touched]:
        def named(rules: Iterable[str], how: str, *, do: bool) -> Iterator[Touched]:
            for rule in (self._rules[each] for each in rules if each in self._rules):
                yield Touched(rule.id, _sentence(rule, do=do), how)

        yield from named(outcome.breaks, "breaks", do=False)
        yield from named(outcome.misses, "misses", do=True)
        yield from named(outcome.follows, "follows", do=True)
        yield from named(outcome.avoids, "sees through", do=False)

    def _afterward(self, play: Play) -> Iterator[Text | Arrived]:
        """A message as one text, what happens once it has been read to its end, and what comes back."""
        body, here = play.scene.body, ("scenes", play.scene_id)
        if isinstance(body, MessageInParts):
            kind, draft = MessageKind(body), tuple(each.outcome.answer for each in play.pending)
            subject = kind.subject(draft) if body.medium.traits.subject else ""
            yield Arrived(Message(body.medium, kind.body(draft), body.sender, subject), ())
            text = self._where.text(body.happens, play.past, *here, "message", "happens")
            yield from [text] if text.text else []
            yield from self._where.arrivals(body.arrives, play.past, *here, "message", "arrives")

    def _lived(self, play: Play) -> Iterator[Lived]:
        head = play.scenario.head
        for view in otherside.views(play):
            for moment in view.moments:
                found = Lived(view.person.name, sentences.day_name(head, moment.day), moment.did, moment.text)
                if found not in self._read:
                    self._read[found] = self._walks
                    yield found

    def _marked(self, stop: Stop) -> Stop:
        """With the walk that told the same before, of the scene and of each of its answers."""
        replies = tuple(replace(each, again=self._again((stop.id, each))) for each in stop.replies)
        alone = replace(stop, before=None, replies=(), afterward=())
        offers = tuple(replace(each, taken=False) for reply in stop.replies for each in reply.offers)
        return replace(stop, replies=replies, again=self._again((alone, offers)))

    def _again(self, what: object) -> int:
        first = self._read.setdefault(what, self._walks)
        return 0 if first == self._walks else first


def _written(play: Play, outcome: Outcome) -> tuple[Step, ...]:
    """Where an answer is written; of a contact that comes too early, what is said of that."""
    at = option(play.scene, outcome)
    body = play.scene.body
    if isinstance(body, Calendar) and outcome.day is not None:
        way = next((each for each in body.ways if each.id == outcome.item), None)
        if way and way.early and outcome.day < way.early.before:
            return (*at, "early")
    return at


def _unplaced(outcome: Outcome, past: Path) -> Text:
    """Why, of what was not done in time: the course's limits say it."""
    return Text(tell(outcome.because, past))


def _sentence(rule: Rule, *, do: bool) -> str:
    return rule.do if do else rule.dont


def _name(play: Play, person: str) -> str:
    return next((each.name for each in play.scenario.head.people if each.id == person), person)
