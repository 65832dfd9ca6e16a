"""The reading copy as a page: sections with what stands in them and beside them. Every form of it is made from this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from course.authoring.proof.meeting import Meeting, Version, Way
from course.authoring.proof.missing import Missing
from course.authoring.proof.proof import Proof
from course.authoring.proof.told import Arrived, Before, Lived, Reply, Stop, Text, Told
from course.model import Verdict
from course.model.record import Record
from course.text.paragraphs import closed, paragraphs
from course.words import media, sentences


class Form(StrEnum):
    """What kind of block it is, and so how it looks."""

    TEXT = "text"
    MESSAGE = "message"
    """What has arrived, and from whom; its own words follow as WORDS."""
    WORDS = "words"
    QUESTION = "question"
    OPTION = "option"
    TAKEN = "taken"
    """The option that is taken."""
    DID = "did"
    """An answer where nothing stood to choose from but a side or a day."""
    HAPPENS = "happens"
    BECAUSE = "because"
    VERDICT = "verdict"
    EYES = "eyes"
    """How somebody on the other side lived through it."""
    NOTE = "note"
    """A remark of ours."""


class Block(Record):
    """One paragraph, and what it is."""

    form: Form
    text: str
    lines: tuple[int, ...] = ()
    """Where it is written; none where it is ours, or goes on with the block before."""
    again: bool = False
    """Whether an earlier walk has told the same."""
    lead: str = ""
    """A word or two before it, such as a name."""


class Beside(Record):
    """A note in the margin: a heading, and what stands below it."""

    heading: str
    items: tuple[str, ...]


class Row(Record):
    """A row of the table of the ways that lead to a scene."""

    came: tuple[str, ...]
    last: str
    beside: tuple[Beside, ...]


class Section(Record):
    """A heading with what stands under it: paragraphs, tables, and sections of its own."""

    kind: str
    heading: str
    note: str = ""
    """After the heading, smaller."""
    line: int = 0
    margin: tuple[Beside, ...] = ()
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    inside: tuple[Section, ...] = ()


class Page(Record):
    """The whole reading copy as a page, of which each form is made."""

    title: str
    heading: str
    """The scenario's title alone."""
    other: str
    """Who it is with, or `""`."""
    language: str
    file: str
    """The scenario's file, as the one who asked would name it."""
    about: tuple[str, ...]
    sections: tuple[Section, ...]


def page(proof: Proof, file: str) -> Page:
    """The reading copy as a page. `file` is how its author would name the scenario's file from where they are."""
    parts = [Section("part", "The walks", inside=tuple(map(_walk, proof.walks)))]
    if proof.meetings:
        parts.append(Section("part", "Scenes that several ways lead to", inside=tuple(map(_meeting, proof.meetings))))
    parts.append(Section("part", "What no walk shows", blocks=tuple(_left_out(proof))))
    head = proof.scenario.head
    title = f"{head.title}: a reading copy"
    other = f"with {head.other}" if head.other else ""
    return Page(title, head.title, other, proof.course.language, file, tuple(_about(proof, file)), tuple(parts))


def _about(proof: Proof, file: str) -> Iterator[str]:
    shown, walks = proof.pieces - len(proof.missing), len(proof.walks)
    pieces = "piece" if shown == 1 else "pieces"
    how_many = "One walk shows" if walks == 1 else f"{walks} walks together show"
    yield (
        f"{how_many} all {shown} {pieces} of this scenario that can be read: every scene and ending, every option, "
        "passage, arrival and branch."
    )
    yield (
        f"Line numbers are those of {file}. Beside each scene stands what was done and learned before it. The second "
        "part holds every scene that several ways lead to against each of them: is its text true there?"
    )


def _walk(walk: Told) -> Section:
    stops = tuple(_stop(each) for each in walk.stops)
    lived = (
        [Section("scene", "The other side", inside=(), blocks=tuple(map(_moment, walk.lived)))] if walk.lived else []
    )
    endings = [f"{each.title}, {sentences.side_name(each.ending)}" for each in walk.stops if each.ending is not None]
    note = f"to {endings[0]}" if endings else "never comes to an ending"
    return Section("walk", f"Walk {walk.number}", note, inside=(*stops, *lived))


def _stop(stop: Stop) -> Section:
    blocks = [*_scene(stop, again=bool(stop.again))]
    for reply in stop.replies:
        blocks += _offers(reply, again=bool(stop.again))
        blocks += _reply(reply, again=bool(reply.again))
    for each in stop.afterward:
        blocks += _arrived(each, again=False) if isinstance(each, Arrived) else _prose(Form.HAPPENS, each)
    blocks += _prose(Form.BECAUSE, stop.better, lead="Better:")
    note = stop.day
    if stop.flips:
        note = "after the ending"
    if stop.ending is not None:
        ends = f"ends {sentences.side_name(stop.ending)}"
        note = f"{note}; {ends}" if note else ends
    margin = tuple(_before(stop.before)) if stop.before else ()
    title, note = (note, "") if note.startswith(stop.title) else (stop.title, note)
    return Section("scene", title, note, stop.line, margin, tuple(blocks))


def _scene(stop: Stop, *, again: bool) -> Iterator[Block]:
    for each in stop.arrives:
        yield from _arrived(each, again=again)
    yield from _prose(Form.TEXT, stop.text, again=again)
    if stop.question:
        yield Block(Form.QUESTION, stop.question, again=again)


def _offers(reply: Reply, *, again: bool) -> Iterator[Block]:
    for each in reply.offers:
        yield Block(Form.TAKEN if each.taken else Form.OPTION, each.said, (each.line,), again and not each.taken)


def _reply(reply: Reply, *, again: bool) -> Iterator[Block]:
    if not any(each.taken for each in reply.offers) or reply.day:
        yield Block(Form.DID, reply.said.text, reply.said.lines, again, f"{reply.day}:" if reply.day else "")
    yield from _came_of(reply, again=again)
    yield Block(Form.VERDICT, _verdict(reply), again=again)
    for seen in reply.seen:
        yield from _prose(Form.EYES, seen.text, again=again, lead=f"{seen.who}:")


def _came_of(reply: Reply, *, again: bool) -> Iterator[Block]:
    yield from _prose(Form.HAPPENS, reply.happens, again=again)
    for message in reply.arrives:
        yield from _arrived(message, again=again)
    yield from _prose(Form.BECAUSE, reply.because, again=again)


def _verdict(reply: Reply) -> str:
    if reply.verdict is Verdict.EITHER:
        return "Either way: people differ here."
    landing = f"{reply.verdict.value.capitalize()}, {sentences.side_name(reply.side)}"
    return (
        ". ".join((landing, *(f"It {each.how} {each.rule} ({each.sentence.rstrip('.')})" for each in reply.rules)))
        + "."
    )


def _moment(moment: Lived) -> Block:
    did = f" You: {closed(moment.did)}" if moment.did else ""
    return Block(Form.EYES, f"{moment.text}", lead=f"{moment.who}, {moment.day}.{did}")


def _arrived(each: Arrived, *, again: bool) -> Iterator[Block]:
    message = each.message
    if not (message.medium.traits.wordless and message.text):
        yield Block(Form.MESSAGE, media.intro(message), each.lines, again)
        yield from _prose(Form.WORDS, Text(message.text), again=again)
    else:
        yield from _prose(Form.WORDS, Text(message.text, each.lines), again=again)


def _prose(form: Form, text: Text, *, again: bool = False, lead: str = "") -> Iterator[Block]:
    """Its paragraphs, each with the lines beside it."""
    found = paragraphs(text.text)
    beside = text.beside if len(text.beside) == len(found) else (text.lines,)
    for number, each in enumerate(found):
        yield Block(form, each, beside[number] if number < len(beside) else (), again, "" if number else lead)


def _before(before: Before) -> Iterator[Beside]:
    for heading, items in (("Done", before.contacts), ("Known", before.known), ("So far", before.facts)):
        if items:
            yield Beside(heading, items)


def _meeting(meeting: Meeting) -> Section:
    several = len(meeting.versions) > 1
    versions = tuple(_version(each, number, several) for number, each in enumerate(meeting.versions, 1))
    more = (Block(Form.NOTE, "More ways lead here; none of them brings anything new."),) if meeting.more else ()
    count = sum(len(each.ways) for each in meeting.versions)
    ways = (
        f"{count} ways"
        + (" and more" if meeting.more else "")
        + (f", read in {len(meeting.versions)} versions" if several else "")
    )
    return Section(
        "meeting",
        meeting.title,
        ways,
        meeting.line,
        tuple(Beside(f"{each.heading}, on all ways", each.items) for each in _before(meeting.always)),
        more,
        inside=versions,
    )


def _version(version: Version, number: int, several: bool) -> Section:
    stop = version.stop
    blocks = [*_scene(stop, again=False)]
    for reply in stop.replies:
        blocks.append(Block(Form.OPTION, reply.said.text, reply.said.lines))
        blocks += _came_of(reply, again=False)
    blocks += [Block(Form.OPTION, each) for each in version.options]
    note = f"{stop.day}; ends {sentences.side_name(stop.ending)}" if stop.ending is not None else stop.day
    heading = f"Version {number}" if several else "The text"
    return Section("version", heading, note.removeprefix("; "), 0, (), tuple(blocks), tuple(map(_row, version.ways)))


def _row(way: Way) -> Row:
    *came, last = way.did or ("From the beginning",)
    return Row(tuple(came), last, tuple(_before(way.before)))


def _left_out(proof: Proof) -> Iterator[Block]:
    if not proof.missing:
        yield Block(Form.NOTE, "Nothing: all that is written can be read on some walk above.")
        return
    if not proof.complete:
        yield Block(
            Form.NOTE,
            "This scenario remembers so much that not every way could be looked at. What follows was on none of those "
            "that were; some of it may show all the same.",
        )
    yield from map(_lacking, proof.missing)


def _lacking(missing: Missing) -> Block:
    return Block(Form.TEXT, f"{missing.name}: {missing.why}.", (missing.line,))


def gathered(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Blocks in a row that belong together: options in one list, everything else by itself."""
    together: list[Block] = []
    options = (Form.OPTION, Form.TAKEN)
    for block in blocks:
        if together and (block.form not in options or together[-1].form not in options):
            yield together
            together = []
        together.append(block)
    if together:
        yield together
