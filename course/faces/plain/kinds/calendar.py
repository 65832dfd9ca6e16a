"""The exercise kind `calendar`: a day, and what to do on it, until the days may pass."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine import otherside
from course.engine.consequence import latest
from course.engine.kinds.calendar import CLOSE, CalendarKind
from course.engine.outcome import Answer
from course.faces.plain.conversation import Conversation, Keyword, numbered
from course.faces.plain.kinds.in_lines import BACK, Asked, InLines
from course.model.kinds.calendar import ROOM, Calendar
from course.text.paragraphs import closed
from course.visit.session import Session
from course.words import say, sentences

_DONE = Keyword("plain.answer.done", "plain.calendar.done.about", enter=True)
_NOTHING = Keyword("plain.answer.nothing", "plain.calendar.nothing.about")


class CalendarInLines(InLines):
    """Days to plan."""

    def __init__(self, session: Session, talk: Conversation, exercise: Calendar) -> None:
        super().__init__(session, talk)
        self._exercise = exercise
        self._kind = CalendarKind(exercise)
        self._planned: list[Answer] = []
        """What was planned here, the latest last."""

    def ask(self, more: Sequence[Keyword]) -> Asked:
        """Contacts, day by day in any order, until the plan is done."""
        first, last = self._exercise.first, self._exercise.days
        days = [numbered(day, self._name(day)) for day in self._kind.days()]
        while True:
            self._talk.say()
            self._plan()
            question = say("plain.calendar.prompt", first=first, last=last, day=self._name(first))
            word = self._talk.ask(question, [_DONE, *days], self._back_here(more) if self._play.draft else more)
            if word == BACK.name and self._play.draft:
                self._take_back()
                continue
            if word == _DONE.name:
                return self._play.ready() or ()
            if not word.isdecimal():
                return word
            said = self._day(int(word), self._back_here(more))
            if said and said != BACK.name:  # then that day stays as it is
                return said

    def weighed(self) -> None:
        """The contacts that are planned."""
        self._talk.say(say("plain.calendar.weighed"))
        self._plan()

    def tell(self) -> None:
        """The days as they were on both sides, and what each contact came to."""
        play, talk = self._play, self._talk
        decisions = {(each.answer, each.day): each for each in play.latest}
        told = {each.outcome.answer: text for each, text in zip(play.pending, latest(play), strict=True)}
        for day in self._kind.days():
            made = [each.outcome for each in play.pending if each.outcome.day == day and each.outcome.judged]
            people = play.scenario.head.people
            theirs = [
                say("plain.calendar.theirs", name=person.name, text=text)
                for person in people
                for each in person.days
                if each.day == day and (text := otherside.day(play, each))
            ]
            if not made and not theirs:
                continue
            with talk.together():
                talk.say(say("plain.title", title=self._name(day)))
                for text in theirs:
                    talk.say(text)
                for outcome in made:
                    said = sentences.said(play.course, outcome)
                    none = outcome.answer[1] == CLOSE
                    talk.say(say("plain.title", title=said) if none else say("plain.you", said=closed(said)))
                    talk.prose(told[outcome.answer].happens)
                    talk.say(sentences.landing_sentence(decisions[outcome.answer, day]))
                    talk.prose(told[outcome.answer].because)
        if play.latest:
            self._landing(say("plain.calendar.together"))
            self._touched()

    def _day(self, day: int, more: Sequence[Keyword]) -> str:
        """Plan one day; the name of what was said instead, or `""`."""
        kind, draft, talk = self._kind, self._play.draft, self._talk
        ways = talk.numbered(way.say for way in self._exercise.ways)
        word = talk.ask(
            say("plain.calendar.day.prompt", last=len(ways), nothing=_NOTHING.short), [*ways, _NOTHING], more
        )
        if word == _NOTHING.name:
            self._take_off(day)
        elif not word.isdecimal():
            return word
        elif (str(day), (way := self._exercise.ways[int(word) - 1]).id) in draft:
            talk.say(say("plain.calendar.there", day=self._name(day), nothing=_NOTHING.short))
        elif not kind.room(draft, day):
            talk.say(say("plain.calendar.no-room", n=ROOM, nothing=_NOTHING.short))
        else:
            self._session.sketch(kind.place(draft, day, way))
            self._planned.append((str(day), way.id))
        return ""

    def _take_off(self, day: int) -> None:
        """Take off what was planned last on that day, and leave what else is planned there."""
        there = self._kind.planned(self._play.draft, day)
        if there:
            self._remove(next((each for each in reversed(self._planned) if each in there), there[-1]))

    def _take_back(self) -> None:
        """Take off what was planned last; of what was planned at another time, the latest of the days."""
        draft = self._play.draft
        self._remove(next((each for each in reversed(self._planned) if each in draft), draft[-1]))

    def _remove(self, found: Answer) -> None:
        day, name = found
        self._planned = [each for each in self._planned if each != found]
        self._session.sketch(tuple(each for each in self._play.draft if each != found))
        what = next(way.say for way in self._exercise.ways if way.id == name)
        planned = say("plain.calendar.planned", day=self._name(int(day)), what=what)
        self._talk.say(say("plain.taken-back", what=planned))

    def _plan(self) -> None:
        says = {way.id: way.say for way in self._exercise.ways}
        for day, name in self._play.draft:
            self._talk.say(say("plain.calendar.planned", day=self._name(int(day)), what=says[name]))
        if not self._play.draft:
            self._talk.say(say("plain.calendar.nothing-planned"))

    def _name(self, day: int) -> str:
        return sentences.day_name(self._play.scenario.head, day)
