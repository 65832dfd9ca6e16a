"""A scenario in plain lines, from where it was left to the debrief after its ending; or single scenes, to practice."""

from __future__ import annotations

from course.engine import debrief
from course.engine.play import Phase
from course.engine.twins import Beside
from course.faces.plain import looking_back, telling
from course.faces.plain.conversation import HELP, QUIT, InputEnded, Keyword, Named
from course.faces.plain.desk import Desk
from course.faces.plain.playing import (
    BACK,
    DEBRIEF,
    HOME,
    KNOW,
    REPEAT,
    RETURN,
    START_OVER,
    WHAT_IF,
    Leaving,
    PlayTalk,
    prompt,
    span,
    uncounted,
)
from course.visit.leaving import unkept
from course.visit.offers import Offer
from course.visit.session import Session
from course.visit.visit import CannotOpen
from course.words import endings, practice, say, week
from course.words.positions import words as position_words

_PATIENCE = 2.0
"""Seconds for which it may be worked out how much lies ahead."""

_FINISH = Keyword("plain.answer.finish", "plain.finish.about", Offer.LEAVE, enter=True)
_PLAY_AGAIN = Keyword("plain.answer.play-again", "plain.play-again.about", Offer.AGAIN)
_FLIP = Keyword("plain.answer.flip", "plain.flip.about", Offer.FLIP)
_OTHER_SIDE = Keyword("plain.answer.other-side", "plain.other-side.about", Offer.OTHER_SIDE)
_OTHERS_OF = Keyword("plain.answer.others-of", "plain.others-of.about")
_NEXT = Keyword("plain.answer.next", "plain.next.about", Offer.NEXT)
_ROUND_RESULTS = Keyword("plain.answer.round-results", "plain.home.results.about", Offer.ROUND_RESULTS)


def play(desk: Desk, scenario_id: str, at: str = "") -> Leaving:
    """Tell one scenario from where it was left. On leaving, say how to come back. Raises InputEnded."""
    try:
        session, notice = desk.visit.play(scenario_id, at)
    except CannotOpen as problem:
        desk.talk.say(say("plain.unavailable", why=problem))
        return Leaving.HOME
    told = ScenarioTalk(session, desk)
    told.say(notice)
    try:
        leaving = told.play()
    except (InputEnded, KeyboardInterrupt) as left:
        if isinstance(left, KeyboardInterrupt):
            desk.talk.interrupted()
        _say_what_is_kept(told.session, desk, going=True)
        raise
    if leaving is Leaving.HOME:
        _say_what_is_kept(told.session, desk, going=False)
    return leaving


def practice_due(desk: Desk) -> None:
    """All that is due, until the learner has had enough. Raises InputEnded."""
    for each in desk.visit.due():
        try:
            session = desk.visit.practice(each)
        except CannotOpen as problem:
            desk.talk.say(str(problem))
            continue
        desk.talk.say(practice.about(session.practiced))
        desk.talk.say(practice.intro(session.play.scenario.head))
        if known := practice.known(session.play):  # the scene itself tells of the week so far
            desk.talk.say(known)
        desk.talk.say()
        told = _PracticeTalk(session, desk.talk)
        leaving = None
        while leaving is None:
            leaving = told.step()
        if leaving is Leaving.HOME:
            break


class _PracticeTalk(PlayTalk):
    """One scene by itself: once its consequence has been read, it is over."""

    def go_on(self) -> Leaving | None:
        session = self.session
        self.talk.say(practice.outcome(session.play, session.practiced, held=bool(session.held)))
        return Leaving.NEXT


class ScenarioTalk(PlayTalk):
    """One attempt told as lines, until the learner leaves it."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session, desk.talk)
        self._desk = desk
        self._told = 0
        """How many decisions the debrief has been through."""

    def play(self) -> Leaving:
        """Play on until the learner leaves. Raises InputEnded when nobody answers any more."""
        self._introduce()
        while True:
            self._desk.say_notices()
            leaving = self.step()
            if leaving is not None:
                return leaving

    def _introduce(self) -> None:
        play, talk = self.session.play, self.talk
        head = play.scenario.head
        talk.say(" ".join(filter(None, (say("plain.title", title=head.title), week.introduction(head)))))
        words = [each.word for each in (HELP, BACK, REPEAT, START_OVER, HOME, QUIT)]
        words.insert(1, say("plain.always.know", know=KNOW.word))
        talk.say(say("plain.always", words=say("plain.prompt.between").join(words)))
        if not self.session.kept:
            talk.say(say("session.rehearsed"))
        else:
            self._say_if_practice()
        if play.phase is Phase.ENDED:
            talk.say(say("plain.here-before.ended", again=_PLAY_AGAIN.word))
        elif play.phase is Phase.SHOWN:
            assert play.last is not None
            talk.say(say("plain.here-before.sent", number=len(play.line)))
            talk.say(telling.you(play.course, play.last))
        elif play.history:
            talk.say(say("plain.here-before", number=len(play.line) + 1))
        talk.say()

    def _say_if_practice(self) -> None:
        """Say that nothing counts any more, where the scenario is played anew."""
        play = self.session.play
        if not play.finished and play.scenario.head.id in self._desk.visit.finished():
            self.talk.say(say("plain.finished-before.apart" if play.apart else "plain.finished-before"))

    def begin_anew(self) -> None:
        self.session = self._desk.visit.again(self.session)
        self._told = 0
        self.talk.say(say("plain.new-attempt"))
        self._say_if_practice()

    @property
    def position(self) -> str:
        """Which of the decisions this is; nothing where none is asked for."""
        play, positions = self.session.play, self._desk.visit.folder.positions
        at = None if play.phase in (Phase.READING, Phase.ENDED) else positions.of(play, _PATIENCE)
        return position_words(at) if at else ""

    def twins_beside(self) -> tuple[Beside, ...]:
        return self._desk.visit.beside(self.session)

    def end(self) -> Leaving | None:
        """The ending and the debrief, and whatever the learner wants to hear of it after that."""
        play, talk = self.session.play, self.talk
        telling.scene(play, talk)
        if became := endings.became(play):
            talk.say(endings.sentence(became))
        if play.history:
            talk.say()
            looking_back.debrief(self.session, talk, self._told, self.twins_beside())
            self._told = len(play.history)
        question, answers, more = self._at_the_end()
        if _ROUND_RESULTS in answers:
            talk.say()
            talk.say(say("home.round.over"))
        while True:
            talk.say()
            word = talk.ask(question, answers, more)
            talk.say()
            verb, _, number = word.partition(" ")
            if verb == _OTHERS_OF.name:
                looking_back.others(play, debrief.steps(play)[int(number) - 1], talk)
            elif word == DEBRIEF.name:
                looking_back.debrief(self.session, talk, beside=self.twins_beside())
            elif word == _OTHER_SIDE.name:
                telling.other_side(play, talk)
            else:
                return self._after_the_end(verb, number)

    def _at_the_end(self) -> tuple[str, list[Keyword | Named], list[Keyword]]:
        """What can be asked for after the debrief: the question, the answers it names, and the others."""
        offers = self._desk.visit.offers_in(self.session)
        what_ifs, others = self.what_ifs(), self._others()
        next_up = self._desk.visit.folder.head(self._desk.visit.next_up(after=self.session.play.scenario.head.id))
        named = [
            (_FLIP, say("plain.ended.flip", flip=_FLIP.word)),
            (_OTHER_SIDE, say("plain.ended.other-side", other=_OTHER_SIDE.word)),
            (_NEXT, say("plain.home.key-for", key=_NEXT.word, title=next_up.title) if next_up else ""),
            (_ROUND_RESULTS, say("plain.home.results", results=_ROUND_RESULTS.word)),
        ]
        there = [(answer, words) for answer, words in named if answer.offer in offers]
        parts = [
            say("plain.ended.enter"),
            *([say("plain.prompt.what-if", answers=span(what_ifs))] if what_ifs else []),
            *([say("plain.shown.others", others=span(others))] if others else []),
            say("plain.ended.again", again=_PLAY_AGAIN.word),
            *(words for _, words in there),
        ]
        again, back = (uncounted(each) if self.session.play.apart else each for each in (_PLAY_AGAIN, BACK))
        answers: list[Keyword | Named] = [_FINISH, *what_ifs, *others, again, *(answer for answer, _ in there)]
        more = [REPEAT, *(each for each in (KNOW, DEBRIEF, RETURN, back, HOME) if each.offer in offers)]
        return prompt(parts), answers, more

    def _others(self) -> list[Named]:
        """A word for each decision that had other options."""
        return [_OTHERS_OF.of(each.number) for each in debrief.steps(self.session.play)]

    def _after_the_end(self, verb: str, number: str) -> Leaving | None:
        match verb:
            case _FINISH.name:
                return Leaving.OUT
            case _NEXT.name:
                return Leaving.NEXT
            case _ROUND_RESULTS.name:
                return Leaving.RESULTS
            case WHAT_IF.name:
                self.rewind_to(int(number))
            case _FLIP.name:
                self.say(self.session.flip())
            case _PLAY_AGAIN.name:
                self.begin_anew()
            case _:
                return self.do_always(verb)
        return None


def _say_what_is_kept(session: Session, desk: Desk, *, going: bool) -> None:
    """What becomes of it, and for one who is `going` the command that leads back: at home it could not be typed."""
    found = _kept(session, desk)
    if not found:
        return
    command = desk.command("play", session.play.scenario.head.id)
    back = say(f"plain.leaving.{found}.back", command=command) if going else ""
    desk.talk.say(" ".join(filter(None, (say(f"plain.leaving.{found}"), back))))


def _kept(session: Session, desk: Desk) -> str:
    """What there is to say of what is kept, by the end of its id; `""` where leaving will say that it is not."""
    if not session.kept:
        return "rehearsal"
    if not desk.visit.all_kept() or unkept(session):
        return ""
    if session.play.finished:
        return "finished"
    if session.play.history:
        return "place"
    return "nothing-new" if session.play.scenario.head.id in desk.visit.finished() else "nothing"
