"""A story in plain lines: scene, choice, extra minute, consequence, and so on to the debrief."""

from __future__ import annotations

from collections.abc import Iterable

from course import wording
from course.model import Ending, Message, Pair, Rule, Side
from course.plain.talk import Answer, Talk
from course.playing import debrief, scoring
from course.playing.decision import scene_title
from course.playing.story import Phase
from course.session import Session

_AGAIN = Answer(("again", "read"), "read this scene again", prompted=False)
_BACK = Answer(("back", "b"), "go back one decision; your first answer still counts", prompted=False)
_ON = Answer(("on", "enter", ""), "go on")
_OTHERS = Answer(("o", "other", "others", "options"), "what the other options would have led to")
_FORECASTS = (
    Answer(("a", "assertive"), "it will come across as assertive"),
    Answer(("p", "pushy"), "it will come across as pushy"),
    Answer(("t", "think", "think again"), "put it back and choose anew"),
)


def play(session: Session, talk: Talk) -> None:
    """Play from where the session stands until the learner has read the debrief. Raises Gone."""
    head = session.play.scenario.head
    talk.say(f"{head.title}." + (f" With {head.other}." if head.other else ""))
    if not session.kept:
        talk.say("Begun in the middle, this is practice, and nothing of it is kept.")
    steps = {Phase.DECIDING: _decide, Phase.WEIGHING: _weigh, Phase.SHOWN: _show}
    while True:
        phase = session.play.phase
        notice = steps[phase](session, talk) if phase in steps else ""
        if notice:
            talk.say(notice)
        if session.play.phase is Phase.ENDED and not _end(session, talk):
            return


def _decide(session: Session, talk: Talk) -> str:
    story = session.play
    _scene(session, talk)
    shown = story.shown()
    for number, outcome in enumerate(shown, 1):
        talk.say(f"{number}. {outcome.said}")
    numbers = [Answer((str(number),), outcome.said) for number, outcome in enumerate(shown, 1)]
    extra = [_AGAIN, *([_BACK] if story.line else [])]
    word = talk.ask(f"Your choice, 1 to {len(shown)}:", [*numbers, *extra])
    talk.say()
    if word == "again":
        return ""
    if word == "back":
        return _go_back(session)
    return session.choose(shown[int(word) - 1].answer)


def _weigh(session: Session, talk: Talk) -> str:
    assert session.play.pending is not None
    talk.say(f"You are about to: {session.play.pending.said}")
    question = "Take the extra minute. How will it come across? a assertive, p pushy, t think again:"
    word = talk.ask(question, _FORECASTS)
    talk.say()
    if word == "t":
        session.think_again()
        return ""
    return session.send(Side.ASSERTIVE if word == "a" else Side.PUSHY)


def _show(session: Session, talk: Talk) -> str:
    story = session.play
    outcome, decision = story.pending, story.last
    assert outcome is not None
    assert decision is not None
    talk.prose(outcome.happens)
    _messages(outcome.arrives, talk)
    talk.say(wording.landing_sentence(decision))
    talk.prose(outcome.because)
    rules = story.course.all_rules()
    _rules(debrief.touched(outcome, rules), decision.breaks, talk)
    while True:
        word = talk.ask("Enter to go on, o for the other options, b to go back:", [_ON, _OTHERS, _BACK, _AGAIN])
        talk.say()
        if word == "on":
            return session.go_on()
        if word == "back":
            return _go_back(session)
        if word == "again":
            return ""
        _others(session, talk)


def _end(session: Session, talk: Talk) -> bool:
    """The ending and the debrief; whether the learner goes back into the story."""
    story = session.play
    body = story.scene.body
    assert isinstance(body, Ending)
    _scene(session, talk)
    talk.say(f"The story ends {wording.landing(body.side)}.")
    talk.say()
    _debrief(session, talk)
    numbers = [
        Answer((str(entry.index + 1), f"w {entry.index + 1}"), f"what if? back to: {entry.decision.title}", False)
        for entry in debrief.entries(story)
    ]
    question = f"Enter to finish, or 1 to {len(numbers)} to go back to that decision: what if?"
    word = talk.ask(question, [Answer(("done", "finish", ""), "finish"), *numbers])
    talk.say()
    if word == "done":
        return False
    talk.say(session.rewind(int(word) - 1) or "What if? From here on it is practice; your score stays as it is.")
    return True


def _scene(session: Session, talk: Talk) -> None:
    story = session.play
    talk.say(f"{scene_title(story.scene)}. {wording.day_name(story.scenario.head, story.day)}.")
    if story.contacts:
        made = "; ".join(
            f"{contact.what} ({wording.day_name(story.scenario.head, contact.day)})" for contact in story.contacts
        )
        talk.say(f"So far: {made}.")
    _messages(story.scene.arrives, talk)
    talk.prose(story.scene.text)


def _messages(messages: Iterable[Message], talk: Talk) -> None:
    for message in messages:
        talk.say(wording.message_intro(message))
        talk.prose(message.text)


def _rules(rules: Iterable[Rule], broken: tuple[str, ...], talk: Talk) -> None:
    for rule in rules:
        if rule.id in broken:
            talk.say(f"Don't: {rule.dont}")
        talk.say(f"Do: {rule.do}")


def _others(session: Session, talk: Talk) -> None:
    story = session.play
    assert story.last is not None
    scene = story.scenario.scenes[story.last.scene]
    for option in debrief.options(story, scene, story.last.answer):
        if option.taken:
            continue
        talk.say(f"Or: {option.outcome.said}")
        talk.prose(option.outcome.happens)
        _messages(option.outcome.arrives, talk)
        talk.say(f"It would land {wording.landing(option.side)}.")
        talk.prose(option.outcome.because)
        _rules(option.rules, option.outcome.breaks, talk)
        talk.say()


def _debrief(session: Session, talk: Talk) -> None:
    story = session.play
    for entry in debrief.entries(story):
        decision = entry.decision
        tried = " Tried." if not decision.counts else ""
        talk.say(f"{entry.index + 1}. {decision.title}: {wording.side_name(decision.side)}.{tried}")
        talk.say(f"You: {decision.said}", indent="   ")
        for said in entry.advised:
            talk.say(f"Advised: {said}", indent="   ")
        for rule in entry.rules:
            words = f"Don't: {rule.dont}" if rule.id in decision.breaks else f"Do: {rule.do}"
            talk.say(words, indent="   ")
    score = scoring.score(story.decisions)
    talk.say(wording.score_sentence(score))
    say_marks(session.play.course.pairs, score, talk)
    for sentence in wording.forecast_sentences(scoring.forecasts(story.decisions)):
        talk.say(sentence)
    talk.say()


def say_marks(pairs: Iterable[Pair], score: scoring.Score, talk: Talk) -> None:
    """Dos and don'ts apart, pair by pair, in raw counts."""
    for pair in pairs:
        marks = score.pairs.get(pair.id)
        if marks is not None:
            talk.say(wording.pair_line(pair, marks))


def _go_back(session: Session) -> str:
    return session.rewind(session.play.line[-1]) or "What if? Your first answer here is the one that counts."
