"""Chapters in plain lines: what a pair is about, before its first story; what the learner did, after its last."""

from __future__ import annotations

from course.faces.plain.learner import Learner
from course.progress.lessons import lessons
from course.visit.course_folder import Chapter
from course.words import sentences


def opened(learner: Learner, scenario_id: str) -> None:
    """Say what the story's pair is about, if none of its stories has been begun."""
    chapter = _chapter(learner, scenario_id)
    begun = {each.scenario for each in learner.journal.attempts(learner.folder.course.id)}
    if chapter is None or chapter.pair is None or not begun.isdisjoint(head.id for head in chapter.heads):
        return
    learner.talk.say(f"{chapter.title}.")
    learner.talk.prose(chapter.pair.intro or chapter.pair.about)
    learner.talk.say()


def closed(learner: Learner, scenario_id: str) -> None:
    """Say what the learner did in all of the pair's stories, if this was the last of them."""
    chapter = _chapter(learner, scenario_id)
    course = learner.folder.course
    attempts = [each for each in learner.journal.attempts(course.id) if each.ended]
    ids = {head.id for head in chapter.heads} if chapter else set()
    if chapter is None or not ids <= {each.scenario for each in attempts}:
        return
    if sum(each.scenario == scenario_id for each in attempts) > 1:
        return  # it was the last some time ago
    found = lessons(course, attempts, ids, chapter.id)
    learner.talk.say(f"That was all of {chapter.title}.")
    for line in sentences.marks_lines(course, found.score):
        learner.talk.say(line)
    for heading, made in (("Worth keeping:", found.kept), ("Worth another look:", found.slipped)):
        if made:
            learner.talk.say(heading)
        for decision, rules in made:
            learner.talk.say(f"You: {decision.said}")
            for rule in rules:
                learner.talk.say(sentences.rule_do(rule, course.pair(rule.pair)))
    for sentence in sentences.forecast_sentences(found.forecasts):
        learner.talk.say(sentence)
    learner.talk.say()


def _chapter(learner: Learner, scenario_id: str) -> Chapter | None:
    chapters = learner.folder.chapters
    return next((each for each in chapters if scenario_id in {head.id for head in each.heads}), None)
