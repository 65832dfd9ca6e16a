"""Every kind of problem there is, of the reader and of the checks, each with a code that never changes its meaning.

What a code means, why it matters, and an example stand in `course/authoring/explain`, one file for each group.
"""

from __future__ import annotations

from enum import StrEnum

from course.model.record import Record


class Level(StrEnum):
    """How grave a problem is. An error has to be mended before learners see the scenario."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"

    @property
    def label(self) -> str:
        """One problem of this level, in a word."""
        return {"error": "error", "warn": "warning", "info": "hint"}[self]


class Code(Record):
    """A kind of problem."""

    id: str
    title: str
    level: Level = Level.ERROR
    checked: bool = False
    """Whether a check finds it in what can be read and played, so that a course may give it another level."""
    fix: str = ""
    """What `fineline fix` does about it, where a problem's `meant` is sure: `writes` that, or `asks` about it first."""


GROUPS = {
    "The file as a text": (
        Code("not-readable", "The file cannot be read"),
        Code("stray-file", "A file that looks meant and is not read", Level.WARN),
        Code("too-large", "A file or a text that is too large"),
        Code("markup", "Signs of Markdown or HTML, which are shown as they stand", Level.WARN, True),
        Code("stray-quotes", "Quotes that learners would see", Level.WARN, True, fix="asks"),
        Code("other-format", "A file of another program"),
        Code("two-versions", "Two versions of a file at once"),
        Code("cut-off", "A file that ends too early"),
        Code("pasted", "Something that came along when the text was copied", fix="asks"),
        Code("encoding", "The file is not saved as UTF-8"),
        Code("garbled", "Letters or lines that were garbled on the way", Level.WARN, fix="writes"),
        Code("control-character", "An invisible control character", Level.WARN, fix="writes"),
        Code("tab", "A tab where spaces belong", fix="writes"),
        Code("needs-quotes", "A text that needs quotes", fix="writes"),
        Code("joined-lines", "Two lines that were joined"),
        Code("needs-space", "A colon without a space after it", fix="writes"),
        Code("list-dash", "Another sign in place of a list's dash", fix="writes"),
        Code("needs-indent", "A line that is not indented far enough", fix="writes"),
        Code("needs-hash", "A note that does not begin with #", fix="asks"),
        Code("needs-colon", "A name without its colon", fix="asks"),
        Code("open-quote", "A quote or a bracket that is never closed", fix="asks"),
        Code("lost-text", "Text that YAML drops without a word", fix="writes"),
        Code("maybe-lost-text", "A note, or text that is dropped?", Level.WARN, fix="asks"),
        Code("misaligned", "A line that does not line up", fix="writes"),
        Code("syntax", "The file's layout cannot be understood", fix="writes"),
        Code("too-deep", "Nested too deep"),
        Code("alias", "An anchor or alias", fix="asks"),
        Code("tag", "A tag"),
        Code("directive", "An instruction to YAML"),
        Code("second-document", "More than one document in a file"),
    ),
    "Fields, values and ids": (
        Code("duplicate-key", "The same name twice", fix="asks"),
        Code("unknown-key", "A name nobody knows", fix="asks"),
        Code("missing", "Something is missing", fix="asks"),
        Code("empty", "Something is empty", fix="asks"),
        Code("left-empty", "A field that was left empty", Level.WARN, fix="asks"),
        Code("wrong-kind", "One kind of thing where another belongs", fix="writes"),
        Code("wrong-count", "Too few or too many"),
        Code("bad-value", "A value that is not allowed here", fix="asks"),
        Code("bad-id", "An id that is not one", fix="asks"),
        Code("format-version", "Another version of the format"),
        Code("duplicate-id", "The same id twice"),
        Code("same-title", "Two scenarios of one title", Level.WARN),
        Code("unknown-rule", "A rule nobody knows", fix="asks"),
        Code("unknown-scene", "A scene nobody knows", fix="asks"),
        Code("unknown-pair", "A pair nobody knows", fix="asks"),
        Code("unknown-scenario", "A scenario nobody knows", Level.WARN, fix="asks"),
        Code("unknown-code", "A check nobody knows", Level.WARN, fix="asks"),
        Code("unknown-option", "An option nobody knows", fix="asks"),
        Code("unknown-source", "A source nobody knows", fix="asks"),
        Code("unknown-person", "A person nobody knows", fix="asks"),
        Code("out-of-place", "A field that means nothing where it stands", Level.WARN),
        Code("branch-order", "A branch that can never be taken, or none that always can"),
        Code("more-problems", "There are more problems than are shown", Level.INFO),
    ),
    "The ways through a scenario": (
        Code("dead-end", "A scene where the scenario stops"),
        Code("no-ending", "A scenario without an ending"),
        Code("no-way-out", "A loop with no way out", Level.ERROR, True),
        Code("unreachable-scene", "A scene that nobody can reach", Level.WARN, True),
        Code("never-taken", "A branch that no path can take", Level.WARN, True),
        Code("never-told", "A passage or a message that no path tells", Level.WARN, True),
        Code("day-goes-back", "A day that comes after a later one", Level.WARN, True),
        Code("needs-else", "A text that says nothing on some path", Level.WARN, True),
        Code("never-offered", "An option that no path offers", Level.WARN, True),
        Code("few-options", "A decision that offers one option on some path, or none", Level.WARN, True),
        Code("untrue-on-a-path", "A text that counts contacts otherwise than some path does", Level.INFO, True),
        Code("many-states", "A scenario that is nearly too large to be worked out", Level.INFO, True),
        Code("too-many-states", "A scenario too large to be worked out", Level.INFO, True),
    ),
    "What the course teaches": (
        Code("not-apart", "A warm-up, after-check or companion that cannot be one", Level.WARN, True),
        Code("due-unmet", "Something due that no way of a calendar is", Level.WARN, True),
        Code("clears-a-dont", "A companion that clears what breaks a rule", Level.WARN, True),
        Code("stranger", "Somebody named in the limits whom a calendar does not know", Level.WARN, True),
        Code("rule-never-followed", "A rule that nothing follows", Level.WARN, True),
        Code("rule-never-broken", "A rule that nothing breaks", Level.WARN, True),
        Code("unused-source", "A source that no rule rests on", Level.INFO, True),
        Code("no-advice", "A decision at which no do is offered", Level.INFO, True),
        Code("no-temptation", "A decision at which nothing can go wrong", Level.WARN, True),
        Code("unknown-sentence", "Words for a sentence that nobody says", Level.WARN, True, fix="asks"),
        Code("missing-plural", "A plural form of the course's language that has no text", Level.WARN, True),
        Code("unknown-placeholder", "A placeholder that nothing is filled in for", Level.WARN, True, fix="asks"),
        Code("no-limits", "A calendar that nothing limits", Level.WARN, True),
        Code("one-sided", "A sort with one side only", Level.WARN, True),
        Code("advice-ends-badly", "Following the advice can end badly", Level.WARN, True),
        Code("breaking-pays", "Breaking rules can end as well as keeping them", Level.WARN, True),
        Code("costs-nothing", "A rule that may be broken all the way", Level.INFO, True),
        Code("one-slip", "One wrong answer that decides a whole scenario", Level.INFO, True),
        Code("one-do", "Exactly one do in nearly every decision", Level.INFO, True),
    ),
    "Twins and people": (
        Code("unknown-twin", "A twin that is not there", Level.WARN, True, fix="asks"),
        Code("twin-differs", "Twins whose options differ", Level.WARN, True),
        Code("twin-same-key", "Twins with one key, and no fact that differs", Level.INFO, True),
        Code("shared-name", "One name for two people", Level.INFO, True),
        Code("two-names", "One person with two names", Level.INFO, True),
    ),
    "The odds": (
        Code("guesser-passes", "A blind guesser often passes", Level.WARN, True),
        Code("out-of-reach", "The pass mark is out of reach", Level.ERROR, True),
        Code("few-decisions", "Too few decisions to judge anybody by", Level.INFO, True),
    ),
    "How choices are worded": (
        Code("same-choices", "Two choices that are hard to tell apart", Level.WARN, True),
        Code("longest-advised", "The advised choice is too often the longest", Level.WARN, True),
        Code("place-advised", "The advised choice is too often in one place", Level.WARN, True),
        Code("absolute-words", "Words like always and never in wrong choices alone", Level.WARN, True),
        Code("all-of-the-above", "All, or none, of the above", Level.WARN, True),
        Code("negative-question", "A question that asks for what not to do", Level.WARN, True),
        Code("verdict-words", "A choice that says how it will be judged", Level.WARN, True),
        Code("rule-words", "A choice that repeats the words of its rule", Level.WARN, True),
        Code("telling-words", "Words that give the advised choices away", Level.WARN, True),
        Code("no-consequence", "A choice after which nothing is shown to happen", Level.INFO, True),
        Code("same-feedback", "The same feedback more than once", Level.WARN, True),
        Code("too-long", "More than fits a screen of 80 by 24", Level.WARN, True),
        Code("hard-to-read", "A text that is hard to read", Level.INFO, True),
        Code("placeholder", "A text that is still to be written", Level.WARN, True),
    ),
}
"""The codes in groups, each under its heading."""

CODES = {code.id: code for group in GROUPS.values() for code in group}
"""Every code, by its id."""
