"""Playing in plain lines: answer, extra minute, consequence. At each step, what is offered can be said."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from course.engine.kinds import FIRST
from course.engine.play import Phase
from course.faces.plain import telling
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds import in_lines
from course.model import Side
from course.model.record import replace
from course.visit.offers import Offer
from course.visit.session import Session
from course.words import say, sentences

REPEAT = Keyword(("again",), "say this once more, with the scene")
BACK = Keyword(("back", "b"), "go back one decision: what if? Your first answer still counts", Offer.BACK)
HOME = Keyword(("home",), "leave this story for the list; your place is kept", Offer.LEAVE)
START_OVER = Keyword(("start over",), "give this attempt up and begin anew", Offer.START_OVER)
DEBRIEF = Keyword(("debrief", "d"), "your decisions so far, and what was advised", Offer.DEBRIEF)

_FORECASTS = (
    Keyword(("a", "assertive"), "it will come across as assertive", Offer.FORECAST),
    Keyword(("p", "pushy"), "it will come across as pushy", Offer.FORECAST),
    Keyword(("t", "think", "think again"), "put it back and choose anew", Offer.THINK_AGAIN),
)
_ON = Keyword(("on", ""), "go on", Offer.GO_ON)
_DIFFER = Keyword(("differ", "i"), "say that you see this differently, and why", Offer.DIFFER)
_OTHERS = Keyword(("o", "other", "other options"), "what the other options would have led to", Offer.OTHERS)


class Leaving(Enum):
    """Where a learner goes on leaving a scenario."""

    OUT = "out"
    HOME = "home"
    NEXT = "next"


class PlayTalk:
    """One session told as lines. Each step returns where the learner goes, or None to play on."""

    def __init__(self, session: Session, talk: Conversation) -> None:
        self.session = session
        self.talk = talk

    def step(self) -> Leaving | None:
        """Tell and ask what the play has come to. Raises InputEnded."""
        match self.session.play.phase:
            case Phase.DECIDING:
                return self._decide()
            case Phase.WEIGHING:
                return self._weigh()
            case Phase.SHOWN:
                return self._show()
            case Phase.ENDED:
                return self.end()

    def end(self) -> Leaving | None:
        """The ending has been reached."""
        return Leaving.OUT

    def go_on(self) -> Leaving | None:
        """The consequence has been read."""
        self.say(self.session.go_on())
        return None

    def begin_anew(self) -> None:
        """Give this attempt up for a new one."""

    def always(self) -> list[Keyword]:
        """What every prompt understands. In a scenario `back` and `start over` are never strange, even where they
        have nothing to do."""
        offers = self.session.offers
        found = [each for each in (DEBRIEF, HOME) if each.offer in offers]
        if not self.session.rule:
            found += [each if each.offer in offers else replace(each, offer=None) for each in (BACK, START_OVER)]
        return [REPEAT, *found]

    def _decide(self) -> Leaving | None:
        play = self.session.play
        if play.turn == FIRST:
            telling.scene(play, self.talk)
        answers = in_lines(self.session, self.talk).ask(self.always())
        self.talk.say()
        if isinstance(answers, str):
            return self.do_always(answers)
        self.say(self.session.choose(*answers))
        return None

    def _weigh(self) -> Leaving | None:
        in_lines(self.session, self.talk).weighed()
        self.talk.say("Take the extra minute. How will it come across?")
        word = self.talk.ask("a assertive, p pushy, t think again:", _FORECASTS, self.always())
        self.talk.say()
        if word in ("t", "back"):
            self.session.think_again()
        elif word in ("a", "p"):
            self.say(self.session.send(Side.RIGHT if word == "a" else Side.OVER))
        else:
            if word == "again":
                telling.scene(self.session.play, self.talk)
                self.talk.say()
            return self.do_always(word)
        return None

    def _show(self) -> Leaving | None:
        play = self.session.play
        in_lines(self.session, self.talk).tell()
        offers = self.session.offers
        named = [each for each in (_ON, _OTHERS) if each.offer in offers]
        more = [*self.always(), *([_DIFFER] if Offer.DIFFER in offers else [])]
        options = [
            "Enter to go on",
            *(["o for the other options"] if Offer.OTHERS in offers else []),
            *(["b to go back"] if Offer.BACK in offers else []),
        ]
        question = ", ".join(options) + ":"
        while True:
            word = self.talk.ask(question, named, more)
            self.talk.say()
            if word == "on":
                return self.go_on()
            if word == "differ":
                self._differ()
                continue
            if word != "o":
                return self.do_always(word)
            assert play.last is not None
            telling.others(play, play.last, self.talk)
            self.talk.say()

    def _differ(self) -> None:
        """Ask why the answer just sent is seen differently, and keep it. Nobody is asked for what would not be kept."""
        if self.session.rehearsed:
            self.talk.say(say("session.rehearsed"))
            return
        why = self.talk.line("Why do you see it differently? One line, or none:")
        self.talk.say(self.session.differ(self.session.disputed, why) or say("differ.noted"))

    def do_always(self, word: str) -> Leaving | None:
        """What every prompt understands. `again` needs nothing: the step is told anew."""
        match word:
            case "home":
                return Leaving.HOME
            case "start over":
                self.begin_anew()
            case "debrief":
                self._look_back()
            case "back":
                line = self.session.play.line
                if line:
                    self.rewind(line[-1])
                else:
                    self.talk.say("This is the first decision; there is nothing before it.")
        return None

    def rewind(self, to: int) -> None:
        """Go back to that decision of the attempt."""
        self.say(self.session.rewind(to) or sentences.what_if(finished=self.session.play.finished))

    def what_ifs(self) -> list[Keyword]:
        """A word for each decision that can be gone back to."""
        made = enumerate((taken.decision for taken in self.session.play.history), 1)
        return [Keyword((f"w {number}", f"w{number}"), f"what if? back to: {each.title}") for number, each in made]

    def say(self, notice: str) -> None:
        """Say it, if it says anything."""
        if notice:
            self.talk.say(notice)

    def _look_back(self) -> None:
        """The decisions so far; any of them can be gone back to."""
        telling.debrief(self.session.play, self.talk)
        what_ifs = self.what_ifs()
        done = Keyword(("on", ""), "go on where you were")
        word = self.talk.ask(f"Enter to go on, {span(what_ifs)} for a what if:", [done, *what_ifs])
        self.talk.say()
        if word != "on":
            self.rewind(int(word.partition(" ")[2]) - 1)


def span(answers: Sequence[Keyword]) -> str:
    """Numbered answers in a few words, from the first to the last."""
    first, last = answers[0].words[0], answers[-1].words[0]
    return first if first == last else f"{first} to {last}"
