"""A story in plain lines: scene, choice, extra minute, consequence, and so on to the debrief."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from course.engine.kinds import FIRST
from course.engine.otherside import views
from course.engine.play import Phase
from course.faces.plain import debrief, kinds, otherside, scene
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.differ import DIFFER, differ
from course.model import Ending, Side
from course.visit.session import REHEARSED, Session
from course.words import sentences

_AGAIN = Keyword(("again",), "say this once more, with the scene")
_BACK = Keyword(("back", "b"), "go back one decision: what if? Your first answer still counts")
_HOME = Keyword(("home",), "leave this story for the list; your place is kept")
_START_OVER = Keyword(("start over",), "give this attempt up and begin anew")
_ALWAYS = (_AGAIN, _BACK, _START_OVER, _HOME)

_FORECASTS = (
    Keyword(("a", "assertive"), "it will come across as assertive"),
    Keyword(("p", "pushy"), "it will come across as pushy"),
    Keyword(("t", "think", "think again"), "put it back and choose anew"),
)
_ON = Keyword(("on", ""), "go on")
_OTHERS = Keyword(("o", "other", "other options"), "what the other options would have led to")

_FINISH = Keyword(("finish", ""), "finish with this story")
_PLAY_AGAIN = Keyword(("again",), "play this story again from its start; your first score stays")
_FLIP = Keyword(("f", "flip"), "one fact changes: would the verdict flip too?")
_OTHER_SIDE = Keyword(("y", "other side"), "the same days, as the people there lived them")
_NEXT = Keyword(("n", "next"), "the next story")
_DEBRIEF = Keyword(("debrief", "d"), "the whole debrief once more")


class Leaving(Enum):
    """Where a learner goes on leaving a story."""

    OUT = "out"
    HOME = "home"
    NEXT = "next"


class ScenarioTalk:
    """One session told as lines, from where it stands until the learner leaves it."""

    def __init__(
        self, session: Session, talk: Conversation, seed: Callable[[], int], notices: list[str], next_up: str
    ) -> None:
        self.session = session
        self._talk = talk
        self._seed = seed
        self._notices = notices
        """The journal's: whatever it adds is said once."""
        self._next_up = next_up
        """The title of the story after this one, or `""`."""
        self._told = 0
        """How many decisions the debrief has been through."""

    def play(self) -> Leaving:
        """Play on until the learner leaves. Raises InputEnded when nobody answers any more."""
        self._introduce()
        steps = {Phase.DECIDING: self._decide, Phase.WEIGHING: self._weigh, Phase.SHOWN: self._show}
        while True:
            for notice in self._notices:
                self._talk.say(notice)
            self._notices.clear()
            way = steps.get(self.session.play.phase, self._end)()
            if way is not None:
                return way

    def _introduce(self) -> None:
        play, talk = self.session.play, self._talk
        head = play.scenario.head
        talk.say(f"{head.title}." + (f" With {head.other}." if head.other else ""))
        talk.say("You can always answer: help, back, again, start over, home, quit.")
        if not self.session.kept:
            talk.say(REHEARSED)
        if play.phase is Phase.SHOWN:
            assert play.last is not None
            talk.say(f"You were here before: you have just sent decision {len(play.line)}.")
            talk.say(f"You: {play.last.said}")
        elif play.history:
            talk.say(f"You were here before: decision {len(play.line) + 1}.")
        talk.say()

    def _decide(self) -> Leaving | None:
        play = self.session.play
        if play.turn == FIRST:
            scene.tell(play, self._talk)
        answers = kinds.kind(play).ask(self.session, self._talk, _ALWAYS)
        self._talk.say()
        if isinstance(answers, str):
            return self._always(answers)
        self._say(self.session.choose(*answers))
        return None

    def _weigh(self) -> Leaving | None:
        kinds.kind(self.session.play).weighed(self.session.play, self._talk)
        self._talk.say("Take the extra minute. How will it come across?")
        word = self._talk.ask("a assertive, p pushy, t think again:", _FORECASTS, _ALWAYS)
        self._talk.say()
        if word in ("t", "back"):
            self.session.think_again()
        elif word in ("a", "p"):
            self._say(self.session.send(Side.ASSERTIVE if word == "a" else Side.PUSHY))
        else:
            if word == "again":
                scene.tell(self.session.play, self._talk)
                self._talk.say()
            return self._always(word)
        return None

    def _show(self) -> Leaving | None:
        play = self.session.play
        kinds.kind(play).tell(play, self._talk)
        others = len(play.latest) == 1 and not play.latest[0].item
        question = f"Enter to go on,{' o for the other options,' if others else ''} b to go back:"
        more = (*_ALWAYS, DIFFER) if play.latest else _ALWAYS
        while True:
            word = self._talk.ask(question, (_ON, _OTHERS) if others else (_ON,), more)
            self._talk.say()
            if word == "on":
                self._say(self.session.go_on())
                return None
            if word == "differ":
                differ(self.session, self._talk)
                continue
            if word != "o":
                return self._always(word)
            assert play.last is not None
            scene.tell_others(play, play.last, self._talk)
            self._talk.say()

    def _end(self) -> Leaving | None:
        """The ending and the debrief, and whatever the learner wants to hear of it after that."""
        play, talk = self.session.play, self._talk
        assert isinstance(play.scene.body, Ending)
        scene.tell(play, talk)
        talk.say(f"The story ends {sentences.landing(play.scene.body.side)}.")
        if play.history:
            talk.say()
            debrief.tell(play, talk, self._told)
            self._told = len(play.history)
        question, answers, more = self._at_the_end()
        while True:
            talk.say()
            word = talk.ask(question, answers, more)
            talk.say()
            verb, _, number = word.partition(" ")
            if verb == "o":
                scene.tell_others(play, play.history[int(number) - 1].decision, talk)
            elif word == "debrief":
                debrief.tell(play, talk)
            elif word == "y":
                otherside.tell(play, talk)
            else:
                return self._after_the_end(verb, number)

    def _at_the_end(self) -> tuple[str, list[Keyword], list[Keyword]]:
        """What can be asked for after the debrief: the question, the answers it names, and the others."""
        play = self.session.play
        made = list(enumerate((taken.decision for taken in play.history), 1))
        what_ifs = [Keyword((f"w {number}", f"w{number}"), f"what if? back to: {each.title}") for number, each in made]
        others = [
            Keyword((f"o {number}", f"o{number}"), f"the other options of: {each.title}")
            for number, each in made
            if not each.item
        ]
        more = [
            *([(_FLIP, "f to flip one fact")] if play.flips() else []),
            *([(_OTHER_SIDE, "y for the other side of the desk")] if views(play) else []),
            *([(_NEXT, f"n for {self._next_up}")] if self._next_up else []),
        ]
        parts = [
            "Enter to finish",
            *([f"{_span(what_ifs)} for a what if"] if what_ifs else []),
            *([f"{_span(others)} for the other options"] if others else []),
            "again to play it anew",
            *(words for _, words in more),
        ]
        answers = [_FINISH, *what_ifs, *others, _PLAY_AGAIN, *(answer for answer, _ in more)]
        return ", ".join(parts) + ":", answers, [*([_DEBRIEF] if made else []), _BACK, _HOME]

    def _after_the_end(self, verb: str, number: str) -> Leaving | None:
        ways = {"finish": Leaving.OUT, "n": Leaving.NEXT, "home": Leaving.HOME}
        if verb in ways:
            return ways[verb]
        if verb == "w":
            self._rewind(int(number) - 1)
        elif verb == "f":
            self._say(self.session.flip())
        elif verb == "again":
            self._begin_anew()
        else:
            return self._always(verb)
        return None

    def _always(self, word: str) -> Leaving | None:
        """What every prompt understands. `again` needs nothing: the step is told anew."""
        if word == "home":
            return Leaving.HOME
        if word == "start over":
            self._begin_anew()
        elif word == "back":
            self._back()
        return None

    def _back(self) -> None:
        line = self.session.play.line
        if line:
            self._rewind(line[-1])
        else:
            self._talk.say("This is the first decision; there is nothing before it.")

    def _rewind(self, to: int) -> None:
        finished = self.session.play.finished
        practice = "From here on it is practice; your score stays as it is."
        counts = "Your first answer here is the one that counts; try another."
        self._say(self.session.rewind(to) or f"What if? {practice if finished else counts}")

    def _begin_anew(self) -> None:
        self.session = self.session.again(self._seed())
        self._told = 0
        self._talk.say("A new attempt.")

    def _say(self, notice: str) -> None:
        if notice:
            self._talk.say(notice)


def _span(answers: list[Keyword]) -> str:
    """Numbered answers in a few words, from the first to the last."""
    first, last = answers[0].words[0], answers[-1].words[0]
    return first if first == last else f"{first} to {last}"
