"""Playing in plain lines: answer, extra minute, consequence. At each step, what is offered can be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from course.engine import debrief
from course.engine.kinds import FIRST
from course.engine.play import Phase
from course.engine.twins import Beside
from course.faces.plain import looking_back, telling
from course.faces.plain.conversation import NO, YES, Conversation, Keyword, Named
from course.faces.plain.kinds import in_lines
from course.faces.plain.kinds.in_lines import BACK as BACK
from course.faces.plain.kinds.in_lines import InLines
from course.journal.records import LONGEST_WHY
from course.model import Line, Side
from course.model.record import replace
from course.visit.offers import Offer, others_later
from course.visit.session import Session
from course.words import forecasts, say, sentences

KNOW = Keyword("plain.answer.know", "plain.know.about", Offer.KNOW)
REPEAT = Keyword("plain.answer.again", "plain.again.about")
HOME = Keyword("plain.answer.home", "plain.go-home.about", Offer.LEAVE)
START_OVER = Keyword("plain.answer.start-over", "plain.start-over.about", Offer.START_OVER)
DEBRIEF = Keyword("plain.answer.debrief", "plain.debrief.about", Offer.DEBRIEF)
RETURN = Keyword("plain.answer.return", "plain.return.about", Offer.RETURN)
WHAT_IF = Keyword("plain.answer.what-if", "plain.what-if.about")

_OTHERS = Keyword("plain.answer.others", "plain.others.about", Offer.OTHERS)
_PUT_BACK = Keyword("plain.answer.back", "plain.put-back.about", Offer.PUT_BACK)
_SEND = Keyword("plain.answer.send-it", "plain.send-it.about", Offer.SEND)
_THINK = Keyword("plain.answer.think", "plain.think.about", Offer.THINK_AGAIN)
_ON = Keyword("plain.answer.on", "plain.on.about", Offer.GO_ON, enter=True)
_WHERE_YOU_WERE = Keyword("plain.answer.on", "plain.debrief.on.about", enter=True)
_DIFFER = Keyword("plain.answer.differ", "plain.differ.about", Offer.DIFFER)


_LATER = replace(_OTHERS, about="", offer=None)
"""The same where they cannot be seen yet, which is all that is said."""
_APART = {"plain.back.about": "plain.back.about-apart", "plain.play-again.about": "plain.play-again.about-apart"}
"""What is said of a word that also says what counts, and in place of it where nothing does."""


class Leaving(Enum):
    """Where a learner goes on leaving a scenario."""

    OUT = "out"
    HOME = "home"
    NEXT = "next"
    RESULTS = "results"


class PlayTalk:
    """One session told as lines. Each step returns where the learner goes, or None to play on."""

    def __init__(self, session: Session, talk: Conversation) -> None:
        self.session = session
        self.talk = talk
        self._asking: tuple[tuple[object, ...], InLines] | None = None
        """What is being put together, and for which decision: to look something up loses nothing of it."""

    def step(self) -> Leaving | None:
        """Tell and ask what the play has come to. Raises InputEnded."""
        self.talk.asides = {KNOW.name: self._look_up}
        if others_later(self.session.play):
            self.talk.asides[_LATER.name] = lambda: self.talk.say(say("plain.others.later"))
        match self.session.play.phase:
            case Phase.DECIDING:
                return self._decide()
            case Phase.WEIGHING:
                return self._weigh()
            case Phase.CALLED:
                return self._send_or_think_again()
            case Phase.SHOWN:
                return self._show()
            case Phase.READING:
                return self._read()
            case Phase.ENDED:
                return self.end()

    def end(self) -> Leaving | None:
        """The ending has been reached."""
        return Leaving.OUT

    def go_on(self) -> Leaving | None:
        """The consequence has been read."""
        self.say(self.session.go_on())
        return None

    @property
    def position(self) -> str:
        """Where in the scenario the learner is, in a few words, where anybody can say."""
        return ""

    def twins_beside(self) -> tuple[Beside, ...]:
        """What was met here beside its twins."""
        return ()

    def begin_anew(self) -> None:
        """Give this attempt up for a new one."""

    def always(self) -> list[Keyword]:
        """What every prompt understands. To look up what is known is never strange, nor are `back` and `start over`
        in a scenario, even where they have nothing to do."""
        offers = self.session.offers
        found = [each for each in (RETURN, DEBRIEF, HOME) if each.offer in offers]
        strange = (KNOW,) if self.session.rule else (KNOW, BACK, START_OVER)
        found += [each if each.offer in offers else replace(each, offer=None) for each in strange]
        told = [REPEAT, *(uncounted(each) if self.session.play.apart else each for each in found)]
        return [*told, _LATER] if others_later(self.session.play) else told

    def _decide(self) -> Leaving | None:
        play = self.session.play
        if play.turn == FIRST:
            telling.scene(play, self.talk, self.position)
        now = (self.session, play.scene_id, len(play.line), len(play.history))
        if self._asking is None or self._asking[0] != now:
            self._asking = now, in_lines(self.session, self.talk)
        answers = self._asking[1].ask(self.always())
        self.talk.say()
        if isinstance(answers, str):
            return self.do_always(answers)
        self.say(self.session.choose(*answers))
        return None

    def _read(self) -> Leaving | None:
        """A scene that asks nothing."""
        telling.scene(self.session.play, self.talk, self.position)
        word = self.talk.ask(prompt([say("plain.shown.enter")]), [_ON], self.always())
        self.talk.say()
        return self.go_on() if word == _ON.name else self.do_always(word)

    def _weigh(self) -> Leaving | None:
        in_lines(self.session, self.talk).weighed()
        self.talk.say(say("plain.weigh.question"))
        short, right, far = map(sentences.side_name, Side)
        question = say("plain.weigh.prompt", short=short, right=right, far=far, back=_PUT_BACK.word)
        word = self._ask_about_it(question, [*_forecasts(self.session.play.course.line), _PUT_BACK])
        if word == _PUT_BACK.name:
            self.session.put_back()
        elif word in tuple(Side):
            self.say(self.session.call(Side(word)))
        else:
            return self.do_always(word)
        return None

    def _send_or_think_again(self) -> Leaving | None:
        play = self.session.play
        assert play.called is not None
        question = "called.before" if play.put_back_before else "plain.called.question"
        self.talk.say(say(question, called=sentences.side_name(play.called)))
        send, think = _numbered(1, _SEND), _numbered(2, _THINK, BACK)  # Enter decides nothing: it is pressed too easily
        word = self._ask_about_it(say("plain.called.prompt"), [send, think])
        if word == _THINK.name:
            self.say(self.session.think_again())
        elif word == _SEND.name:
            self.say(self.session.send())
        else:
            if word == REPEAT.name:
                in_lines(self.session, self.talk).weighed()
            return self.do_always(word)
        return None

    def _ask_about_it(self, question: str, answers: Sequence[Keyword | Named]) -> str:
        """Ask about what is picked; when it is to be said again, tell the scene it is picked at."""
        word = self.talk.ask(question, answers, [each for each in self.always() if each.name != BACK.name])
        self.talk.say()
        if word == REPEAT.name:
            telling.scene(self.session.play, self.talk, self.position)
            self.talk.say()
        return word

    def _show(self) -> Leaving | None:
        play = self.session.play
        in_lines(self.session, self.talk).tell()
        for decision in play.latest:
            self.say(forecasts.put_back(decision, play.sending))
        offers = self.session.offers
        named = [each for each in (_ON, _OTHERS) if each.offer in offers]
        more = [*self.always(), *([_DIFFER] if Offer.DIFFER in offers else [])]
        options = [
            say("plain.shown.enter"),
            *([say("plain.shown.others", others=_OTHERS.word)] if Offer.OTHERS in offers else []),
            *([say("plain.shown.back", back=BACK.short)] if Offer.BACK in offers else []),
        ]
        question = prompt(options)
        while True:
            word = self.talk.ask(question, named, more)
            self.talk.say()
            if word == _ON.name:
                return self.go_on()
            if word == _DIFFER.name:
                self._differ()
                continue
            if word != _OTHERS.name:
                return self.do_always(word)
            looking_back.others(play, debrief.step_at(play, play.line[-1]), self.talk, taken=False)
            self.talk.say()

    def _differ(self) -> None:
        """Ask why the answer just sent is seen differently, and keep it. Nobody is asked for what would not be kept."""
        if self.session.rehearsed:
            self.talk.say(say("session.rehearsed"))
            return
        before = self.session.noted(self.session.disputed)
        if before is not None:
            self.talk.say(say("differ.again"))
            self.talk.say(before)
        typed = self.talk.typed(say("plain.differ.why"), say("plain.differ.about"), LONGEST_WHY)
        why = typed or before or ""  # whoever adds nothing takes nothing back
        self.talk.say(self.session.differ(self.session.disputed, why) or say("differ.noted"))

    def do_always(self, word: str) -> Leaving | None:
        """What every prompt understands. `again` needs nothing: the step is told anew."""
        match word:
            case HOME.name:
                return Leaving.HOME
            case START_OVER.name:
                return self._start_over()
            case DEBRIEF.name:
                self._look_back()
            case BACK.name:
                line = self.session.play.line
                if line:
                    self.rewind(line[-1])
                else:
                    self.talk.say(say("plain.back.first"))
            case RETURN.name:
                back = sentences.came_back(self.session.play)
                self.say(self.session.come_back() or back)
        return None

    def _start_over(self) -> Leaving | None:
        """Begin anew, after a question where there is something to give up; another word is taken at that too."""
        others = [each for each in self.always() if each.name != START_OVER.name]
        asked = Offer.START_OVER in self.session.offers
        said = self.talk.ask(say("plain.start-over.sure"), [YES, NO], others) if asked else YES.name
        if said == YES.name:
            self.begin_anew()
        elif said != NO.name:
            return self.do_always(said)
        return None

    def rewind(self, to: int) -> None:
        """Go back to that decision of the attempt."""
        self.say(self.session.rewind(to) or sentences.what_if(self.session.play, RETURN.word, kept=self.session.kept))

    def what_ifs(self) -> list[Named]:
        """A word for each decision that can be gone back to."""
        return [WHAT_IF.of(each.number) for each in debrief.steps(self.session.play)]

    def rewind_to(self, number: int) -> None:
        """Go back to what the debrief lists under that number."""
        self.rewind(debrief.steps(self.session.play)[number - 1].index)

    def say(self, notice: str) -> None:
        """Say it, if it says anything."""
        if notice:
            self.talk.say(notice)

    def _look_up(self) -> None:
        """What is known, without the scene again: its question comes once more right below."""
        self.talk.say()
        telling.what_you_know(self.session.play, self.talk)
        self.talk.say()

    def _look_back(self) -> None:
        """The decisions so far; any of them can be gone back to."""
        looking_back.debrief(self.session, self.talk, beside=self.twins_beside())
        what_ifs = self.what_ifs()
        question = prompt([say("plain.shown.enter"), say("plain.prompt.what-if", answers=span(what_ifs))])
        word = self.talk.ask(question, [_WHERE_YOU_WERE, *what_ifs])
        self.talk.say()
        if word != _WHERE_YOU_WERE.name:
            self.rewind_to(int(word.partition(" ")[2]))


def prompt(options: Iterable[str]) -> str:
    """A prompt that names what may be answered."""
    return say("plain.prompt", options=say("plain.prompt.between").join(options))


def span(answers: Sequence[Named]) -> str:
    """Numbered answers in a few words, from the first to the last."""
    first, last = answers[0].words[0], answers[-1].words[0]
    return first if first == last else say("plain.prompt.span", first=first, last=last)


def _numbered(number: int, keyword: Keyword, *others: Keyword) -> Named:
    """What a number stands for, whatever the language; the words of others mean it too."""
    words = [word for each in (keyword, *others) for word in each.words]
    return Named(keyword.name, (str(number), *words), keyword.told, keyword.offer)


def _forecasts(line: Line) -> list[Named]:
    """How it will come across, numbered in the order of the line, which is also that of its names."""
    told = (say("plain.forecast.under"), say("plain.forecast.right"), say("plain.forecast.over"))
    return [
        Named(side, (str(number), sentences.side_name(side), name), about, Offer.FORECAST)
        for number, (side, name, about) in enumerate(zip(Side, line.names, told, strict=True), 1)
    ]


def uncounted(word: Keyword) -> Keyword:
    """The same where nothing counts."""
    return replace(word, about=_APART.get(word.about, word.about))
