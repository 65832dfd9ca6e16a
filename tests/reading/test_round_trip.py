"""A text that a YAML program wrote into any field comes back as it was, and nobody complains of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from course.model import Course, Pair, Rule, Scenario, Side
from course.model.kinds.choices import Choices
from course.reading.courses import read_scenario
from course.text.clean import clean

RULE = Rule("thanks", "Say thanks.", "Say nothing.", Side.UNDER, "reach")
COURSE = Course("tiny", "Tiny", (Pair("reach", "Reaching", "Pressing", rules=(RULE,)),))
PROSE = st.text("ab:# \n'\"!-?[]{}&*|>%@,\\é’😀\u00a0", max_size=40)
TEXTS = (st.text(max_size=40) | PROSE).map(lambda text: clean(text).strip()).filter(bool)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


class Styled(str):
    """A text, and not the name of a field."""


def fields(texts: list[str]) -> dict[str, Any]:
    """A small scenario with these texts in its text fields."""
    title, other, text, sender, subject, mail, say, contact, happens, because, ask = map(Styled, texts)
    choice = {"say": say, "follows": "thanks", "contact": contact, "happens": happens, "because": because}
    arrives = {"email": {"from": sender, "subject": subject, "text": mail}, "note": mail}
    scene = {"text": text, "arrives": arrives, "discuss": [ask, say], "choices": [choice | {"next": "end"}] * 2}
    return {
        "title": title,
        "with": other,
        "start": "door",
        "scenes": {"door": scene, "end": {"ending": "under", "text": text}},
    }


def texts_of(scenario: Scenario) -> list[str]:
    """The same texts, out of the model."""
    door = scenario.scenes["door"]
    assert isinstance(door.body, Choices)
    mail, note = door.arrives
    choice = door.body.options[1]
    assert note.text == mail.text
    assert door.discuss[1] == choice.say
    texts = [
        *(scenario.head.title, scenario.head.other, door.text, mail.sender, mail.subject, mail.text),
        *(choice.say, choice.contact.words if choice.contact else "", choice.happens, choice.because, door.discuss[0]),
    ]
    assert all(isinstance(each, str) for each in texts)
    return [str(each) for each in texts]


def dumper(style: str | None) -> type[yaml.SafeDumper]:
    """A dumper that writes texts in this style, as far as YAML can, and each of them out."""

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
            return True

    Dumper.add_representer(Styled, lambda self, text: self.represent_scalar("tag:yaml.org,2002:str", text, style))
    return Dumper


@settings(max_examples=200)
@given(
    texts=st.lists(TEXTS, min_size=11, max_size=11),
    style=STYLES,
    width=st.sampled_from([20, 80]),
    raw=st.booleans(),
    flow=st.sampled_from([None, False]),
)
def test_every_text_comes_back(
    texts: list[str], style: str | None, width: int, raw: bool, flow: bool | None, tmp_path: Path
) -> None:
    written = yaml.dump(
        fields(texts), Dumper=dumper(style), width=width, allow_unicode=raw, default_flow_style=flow, sort_keys=False
    )
    (tmp_path / "story.yaml").write_text(written, encoding="utf-8")
    scenario, problems = read_scenario(tmp_path, COURSE, "story.yaml")
    assert problems == ()
    assert scenario is not None
    assert texts_of(scenario) == texts


WORDS = st.lists(
    st.sampled_from(
        ["Go", "home", "it's", "'I'm", "fine'", '"Yes,"', "she", "12:30", "now:", ":", "#3", "#", "!", "-", "?"]
    )
    | st.sampled_from(
        ["*so*", "&", "[sigh]", "{x}", "|", ">", "%", "@", "`x`", "a\\b", "—", "https://a.b", "~", "no", ","]
    ),
    min_size=1,
    max_size=7,
).map(" ".join)


@settings(max_examples=200)
@given(said=WORDS)
def test_a_sentence_without_quotes_comes_back_or_is_reported(said: str, tmp_path: Path) -> None:
    """Nothing that an author writes is lost in silence, and what is offered instead says the same."""
    lines = ["title: x", "start: a", "scenes:", "  a:", "    ending: under", f"    text: {said}"]
    (tmp_path / "story.yaml").write_text("\n".join(lines), encoding="utf-8")
    scenario, problems = read_scenario(tmp_path, COURSE, "story.yaml")
    if scenario is not None and not problems:
        text = scenario.scenes["a"].text
        assert text in (said, said[1:-1]) or said.startswith((f"'{text}' #", f'"{text}" #'))
        return
    first = problems[0]
    if first.meant:
        (tmp_path / "story.yaml").write_text("\n".join([*lines[:-1], first.meant.text]), encoding="utf-8")
        mended, left = read_scenario(tmp_path, COURSE, "story.yaml")
        assert left == ()
        assert mended is not None
        text = mended.scenes["a"].text
        whole: tuple[str, ...] = (said, said[1:-1], said[2:], said[3:-1])
        lone = (said[1:], said[:-1], said.partition(" #")[0].rstrip()[:-1])  # a quote that nothing closes, or opens
        whole += lone * first.meant.ask
        assert text in whole or (first.meant.ask and any(each.startswith(f"{text} #") for each in whole))
