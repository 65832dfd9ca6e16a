"""The preview: a story is edited while it is played, broken, mended, renamed and deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from course.authoring.check.run import Checked
from course.authoring.watch import Watch
from course.engine.play import Phase
from course.faces.textual.debrief import Debrief
from course.faces.textual.help import Help
from course.faces.textual.page import Page
from course.faces.textual.preview.goto import GoTo
from course.faces.textual.preview.map import Limb, Map
from course.faces.textual.preview.problems import ProblemsPage, Waiting
from course.faces.textual.preview.screen import PreviewScreen
from course.faces.textual.preview.small import SmallRoom
from course.faces.textual.widgets.keys import key_name
from course.faces.textual.widgets.sheet import Sheet
from course.visit.settings import Settings
from tests.faces.textual.stage import key_of, make_app, page, rows, text, until
from tests.faces.textual.studio import OTHER, STORY, Folder, desk, make_preview, outline, preview, problems
from tests.folders import STALL

WIDE = (140, 45)
BREAK = ("because: A short thank-you asks", "because: A short: thank-you asks")
MEND = (BREAK[1], BREAK[0])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def place(pilot: Pilot[int]) -> tuple[str, Phase]:
    """The scene and the phase in it."""
    play = preview(pilot).session.play
    return play.scene_id, play.phase


async def to_thursday(pilot: Pilot[int]) -> None:
    """Send two lines, and go on."""
    await pilot.press("right", "right")
    assert place(pilot) == ("thursday", Phase.DECIDING)


async def test_what_is_saved_shows_and_the_author_stays_where_they_were(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        folder.edit(STORY, ("The kitchen smells of toast.", "The kitchen smells of burnt toast."))
        await until(pilot, lambda: "burnt toast" in text(pilot))
        assert place(pilot) == ("thursday", Phase.DECIDING)
        assert [each.answer for each in preview(pilot).session.play.path] == [("two-lines",)]


async def test_a_consequence_and_an_extra_minute_are_stayed_at_too(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await pilot.press(key_of(pilot, "nothing"))
        assert place(pilot) == ("tuesday", Phase.WEIGHING), "numbers ask for the extra minute, as for a learner"
        folder.edit(STORY, ("Wait. She said next week.", "Wait a week."))
        await until(pilot, lambda: "Wait a week." in text(pilot))
        assert place(pilot) == ("tuesday", Phase.WEIGHING)
        await pilot.press("3")
        folder.edit(STORY, ("Wait a week.", "Wait two weeks."))
        await until(pilot, lambda: "Wait two weeks." in text(pilot))
        assert place(pilot) == ("tuesday", Phase.CALLED), "what was said of it stays said"
        await pilot.press("enter")
        folder.edit(STORY, ("Five people baked", "Six people baked"))
        await until(pilot, lambda: "Six people baked" in text(pilot))
        assert place(pilot) == ("tuesday", Phase.SHOWN)
        assert "You called it pushy." in text(pilot)


async def test_a_bad_edit_leaves_the_last_good_version_with_the_problem_beside_it(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        folder.edit(STORY, BREAK)
        await until(pilot, lambda: "needs-quotes" in problems(pilot))
        assert "toast" in text(pilot)
        assert "Put the whole text in quotes" in problems(pilot)
        assert 'because: "A short: thank-you' in problems(pilot)
        await pilot.press("right")
        assert place(pilot) == ("thursday", Phase.SHOWN), "the last good version plays on"
        folder.edit(STORY, MEND)
        await until(pilot, lambda: "No problems" in problems(pilot))
        assert place(pilot) == ("thursday", Phase.SHOWN)


async def test_in_a_small_terminal_the_panel_comes_with_the_problem_and_goes_with_it(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=(80, 24)) as pilot:
        assert not preview(pilot).beside.display
        folder.edit(STORY, BREAK)
        await until(pilot, lambda: "thank-you.yaml:23:25: error:" in problems(pilot))
        assert preview(pilot).beside.display
        folder.edit(STORY, MEND)
        await until(pilot, lambda: not preview(pilot).beside.display)


async def test_a_renamed_scene_is_followed(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        folder.edit(STORY, ("thursday", "friday"))
        await until(pilot, lambda: place(pilot)[0] == "friday")
        assert "✓  friday" in outline(pilot)
        assert len(preview(pilot).session.play.path) == 1


async def test_a_reworded_choice_without_an_id_is_followed(folder: Folder) -> None:
    async with make_preview(folder, "back-door").run_test(size=WIDE) as pilot:
        await pilot.press("right")
        assert "The cousin looks" in text(pilot)
        folder.edit(OTHER, ("Ask your cousin to look at the list.", "Ask your cousin for the list."))
        await until(pilot, lambda: "for the list" in text(pilot))
        assert place(pilot) == ("door", Phase.SHOWN)


async def test_when_the_scene_is_gone_the_last_one_before_it_is_shown_and_said(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        path = folder.path / STORY
        whole = path.read_text()
        without = whole[: whole.index("  thursday:\n")] + whole[whole.index("  monday:\n") :]
        path.write_text(without.replace("next: thursday", "next: monday"))
        await until(pilot, lambda: "The scene thursday is gone." in text(pilot))
        assert place(pilot)[0] == "monday", "the choices still fit, and lead here now"


async def test_when_the_choice_is_gone_the_author_is_where_it_was_made(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        path = folder.path / STORY
        whole = path.read_text()
        path.write_text(whole[: whole.index("      - id: two-lines")] + whole[whole.index("      - id: owner") :])
        await until(pilot, lambda: place(pilot) == ("tuesday", Phase.DECIDING))
        assert "Before you saved, they led to thursday." in text(pilot)


async def test_a_renamed_file_is_followed(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        (folder.path / STORY).rename(folder.path / "people" / "thanks.yaml")
        await until(pilot, lambda: desk(pilot).file == "people/thanks.yaml")
        folder.edit("people/thanks.yaml", ("smells of toast", "smells of rye"))
        await until(pilot, lambda: "smells of rye" in text(pilot))
        assert place(pilot)[0] == "thursday"


async def test_a_deleted_file_leaves_the_story_on_the_page_until_it_is_back(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await to_thursday(pilot)
        path = folder.path / STORY
        kept = path.read_text()
        path.unlink()
        await until(pilot, lambda: "thank-you.yaml is gone." in problems(pilot))
        assert "toast" in text(pilot)
        path.write_text(kept.replace("of toast", "of rye"))
        await until(pilot, lambda: "of rye" in text(pilot))
        assert "gone" not in problems(pilot)
        assert place(pilot)[0] == "thursday"


class CountedWatch(Watch):
    """Counts how often it has looked."""

    looks = 0

    def changed(self) -> frozenset[str]:
        changed = super().changed()
        self.looks += 1
        return changed


async def test_the_whole_folder_may_be_gone_for_a_moment(folder: Folder) -> None:
    watch = CountedWatch(folder.path)
    async with make_preview(folder, watch=watch).run_test(size=WIDE) as pilot:
        away = folder.path.rename(folder.path.with_name("away"))
        looks = watch.looks
        await until(pilot, lambda: watch.looks > looks + 3)
        assert "No problems" in problems(pilot)
        away.rename(folder.path)
        folder.edit(STORY, ("both sleeves", "one sleeve"))
        await until(pilot, lambda: "one sleeve" in text(pilot))


async def test_a_rule_renamed_in_the_course_and_in_the_story_at_once(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await pilot.press("right")
        assert "Say thank you." in text(pilot)
        folder.edit("course.yaml", ("thanks:", "gratitude:"), ("Say thank you.", "Say thanks."))
        folder.edit(STORY, ("[thanks, met]", "[gratitude, met]"), (": thanks", ": gratitude"))
        await until(pilot, lambda: "Say thanks." in text(pilot))
        assert place(pilot) == ("tuesday", Phase.SHOWN)
        assert "unknown-rule" not in problems(pilot)


async def test_a_broken_course_file_is_a_problem_too_and_the_story_can_still_be_edited(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        folder.edit("course.yaml", ("format: 2", "format: [2"))
        await until(pilot, lambda: "course.yaml:" in problems(pilot))
        folder.edit(STORY, ("both sleeves", "one sleeve"))
        await until(pilot, lambda: "one sleeve" in text(pilot))
        folder.edit("course.yaml", ("format: [2", "format: 2"))
        await until(pilot, lambda: "No problems" in problems(pilot))


async def test_saving_another_story_stays_here_and_a_key_goes_there(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        assert place(pilot)[0] == "tuesday", "nothing else has been saved"
        folder.edit(OTHER, ("has a key", "has two keys"))
        await until(pilot, lambda: desk(pilot).saved == "back-door")
        assert place(pilot)[0] == "tuesday"
        await pilot.press("u")
        assert "has two keys" in text(pilot)
        assert not desk(pilot).saved


async def test_one_key_walks_through_every_choice_and_to_every_ending(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        for _ in range(40):
            await pilot.press("right")
            if "Every choice from here on has been tried" in text(pilot):
                break
        assert "5 of 5 seen, 5 of 5 choices tried" in outline(pilot)
        await pilot.press("left")
        assert place(pilot)[1] is Phase.DECIDING


async def test_going_back_takes_the_decision_back(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await pilot.press("right", "right", "right", "left", "left", "right", "right", "right", "right")
        assert place(pilot)[1] is Phase.ENDED
        assert "of 2 answers landed" in text(pilot), "an ending counts this way to it and no other"


async def test_the_same_key_puts_back_what_is_picked_and_works_only_then(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        assert not {"left", "escape"} & preview(pilot).active_bindings.keys()
        await pilot.press("1")
        assert place(pilot)[1] is Phase.WEIGHING
        await pilot.press("left")
        assert place(pilot)[1] is Phase.DECIDING
        await pilot.press("1", "3")
        assert place(pilot)[1] is Phase.CALLED
        await pilot.press("left")
        assert place(pilot)[1] is Phase.DECIDING


async def test_a_scene_is_found_by_typing_and_rehearsed_from(folder: Folder) -> None:
    app = make_preview(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, GoTo)
        await pilot.press(*"flour", "enter")
        assert place(pilot) == ("tuesday", Phase.DECIDING), "faded and tuesday both speak of flour; tuesday is first"
        await pilot.press("g", "f", "enter")
        assert place(pilot) == ("faded", Phase.ENDED), "a name that begins so comes before a text that holds it"
        await pilot.press("g", *"monx", "backspace", "enter")
        assert place(pilot) == ("monday", Phase.ENDED)
        await pilot.press("g", *"fad", "enter")
        folder.edit(STORY, ("under the flour", "under the sugar"))
        await until(pilot, lambda: "under the sugar" in text(pilot))
        assert place(pilot)[0] == "faded"
        await pilot.press("g", "escape")
        assert place(pilot)[0] == "faded"


@pytest.mark.parametrize(
    ("at", "scene", "words"), [("monday", "monday", "You can."), ("sunday", "tuesday", "no scene sunday")]
)
async def test_it_begins_at_the_scene_that_was_asked_for(folder: Folder, at: str, scene: str, words: str) -> None:
    async with make_preview(folder, at=at).run_test() as pilot:
        assert place(pilot)[0] == scene
        assert words in text(pilot)


async def test_another_story_is_found_in_the_same_way(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=(80, 24)) as pilot:
        await pilot.press("g", *"back", "enter")
        assert place(pilot)[0] == "door"


async def test_a_story_that_cannot_be_shown_yet_is_not_gone_to(folder: Folder) -> None:
    folder.edit(OTHER, ("ending: assertive", "ending: brilliant"))
    async with make_preview(folder).run_test(size=(80, 24)) as pilot:
        await pilot.press("g", *"back", "enter")
        assert place(pilot)[0] == "tuesday"
        assert "The back door cannot be shown yet." in text(pilot)


async def test_a_click_in_the_outline_goes_there(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        row = outline(pilot).split("\n").index(next(line for line in outline(pilot).split("\n") if "crowded" in line))
        pane = preview(pilot).beside.outline
        await pilot.click(pane, offset=(10, row + pane.styles.padding.top))
        await until(pilot, lambda: place(pilot) == ("crowded", Phase.ENDED))


async def test_a_scene_that_no_way_leads_to_is_marked(folder: Folder) -> None:
    folder.edit(STORY, ("            next: faded\n", "            next: monday\n"))
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        assert "no way leads here" in outline(pilot)


async def test_the_small_room_shows_what_a_learner_there_sees(folder: Folder, tmp_path: Path) -> None:
    app = make_preview(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("v")
        assert isinstance(app.screen, SmallRoom)
        framed, seed = rows(app)[5:25], app.screen.session.play.seed
    app_there = make_app(tmp_path, "thank-you", seed=seed)
    async with app_there.run_test(size=(60, 20)):
        assert [row[20:80] for row in framed] == rows(app_there)


async def test_the_small_room_plays_on_and_refreshes(folder: Folder) -> None:
    app = make_preview(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("v", "1", "2", "enter")
        assert "toast" in text(pilot)
        folder.edit(STORY, ("of toast", "of rye"))
        await until(pilot, lambda: "of rye" in text(pilot))
        assert isinstance(app.screen, SmallRoom)
        await pilot.press("v")
        assert place(pilot)[0] == "thursday"
        assert "of rye" in text(pilot)


async def test_the_debrief_goes_back_to_a_decision(folder: Folder) -> None:
    app = make_preview(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "right", "right", "w")
        assert isinstance(app.screen, Debrief)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        assert place(pilot) == ("tuesday", Phase.DECIDING)


async def test_problems_on_a_page_of_their_own(folder: Folder) -> None:
    folder.edit(OTHER, ("ending: assertive", "ending: brilliant"))
    app = make_preview(folder)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("x")
        assert isinstance(app.screen, ProblemsPage)
        await until(pilot, lambda: "brilliant" in text(pilot))
        folder.edit(OTHER, ("ending: brilliant", "ending: assertive"))
        await until(pilot, lambda: "No problems" in text(pilot))
        await pilot.press("escape")
        assert isinstance(app.screen, PreviewScreen)


async def test_a_story_that_is_broken_from_the_beginning_opens_once_it_is_mended(folder: Folder) -> None:
    folder.edit(STORY, BREAK)
    app = make_preview(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, Waiting)
        assert "needs-quotes" in text(pilot)
        folder.edit(STORY, MEND)
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen) and app.screen.is_mounted)
        await until(pilot, lambda: "flour" in text(pilot))


async def test_a_course_without_stories_waits_for_the_first(folder: Folder) -> None:
    shutil.rmtree(folder.path / "thanks")
    kept = (folder.path / OTHER).read_text()
    shutil.rmtree(folder.path / "people")
    app = make_preview(folder, "")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no scenario here yet." in text(pilot)
        (folder.path / "door.yaml").write_text(kept)
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen) and app.screen.is_mounted)
        await until(pilot, lambda: "a key" in text(pilot))


async def test_the_checks_of_the_course_are_shown_too(folder: Folder) -> None:
    folder.edit(STORY, ("            next: faded\n", "            next: monday\n"))
    async with make_preview(folder, check=None).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "[unreachable-scene]" in problems(pilot))


async def test_a_mistake_in_a_check_does_not_end_the_preview(folder: Folder) -> None:
    def mistaken(_: Path) -> Checked:
        raise ZeroDivisionError

    async with make_preview(folder, check=mistaken).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "The checks could not be run" in problems(pilot))
        folder.edit(STORY, ("both sleeves", "one sleeve"))
        await until(pilot, lambda: "one sleeve" in text(pilot))


async def test_help_names_the_keys_of_the_preview(folder: Folder) -> None:
    app = make_preview(folder)
    async with app.run_test(size=(80, 45)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, Help)
        for words in ("Edit the scenario in your editor", "Go to any scene", "All that is wrong", "small terminal"):
            assert words in text(pilot)


@pytest.mark.parametrize("width", [1, 2, 9, 20, 37, 61])
async def test_no_window_is_too_small_to_survive(folder: Folder, width: int) -> None:
    async with make_preview(folder).run_test(size=(width, max(1, width // 2))) as pilot:
        await pilot.press("right", "v", "v", "g", "escape", "x", "escape", "question_mark", "escape")
        folder.edit(STORY, BREAK)
        await until(pilot, lambda: desk(pilot).stale)
        await pilot.resize_terminal(140, 45)
        assert "needs-quotes" in problems(pilot)


async def test_nothing_is_written(folder: Folder, own_home: Path) -> None:
    async with make_preview(folder, settings=Settings(motion=True)).run_test(size=WIDE) as pilot:
        await pilot.press("right", "right", "right", "right")
        assert place(pilot)[1] is Phase.ENDED
        await pilot.click(Sheet)
    assert not own_home.exists()


async def test_the_map_is_walked_and_leads_to_a_scene(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        assert isinstance(page(pilot), Map)
        at = page(pilot).sheet.pointed
        await pilot.press("right", "right")
        inner = page(pilot).sheet.pointed
        assert at is not inner
        await pilot.press("left", "left")
        assert page(pilot).sheet.pointed is at
        assert isinstance(inner, Limb)
        await pilot.press("right", "right", "enter")
        assert preview(pilot).session.play.scene_id == inner.branch.scene


async def test_the_map_command_opens_on_the_map(folder: Folder) -> None:
    app = make_preview(folder, mapped=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Map))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, PreviewScreen)


async def test_the_preview_speaks_the_words_of_the_course_as_they_were_last_saved(folder: Folder) -> None:
    async with make_preview(folder).run_test(size=WIDE) as pilot:
        await pilot.press(key_of(pilot, "nothing"))
        assert "Pushy" in text(pilot)
        folder.edit("course.yaml", ("words:\n", "words:\n  side.over: much too loud\n  keys.call: name it\n"))
        await until(pilot, lambda: "Much too loud" in text(pilot))
        await until(pilot, lambda: any("1-3 name it" in row for row in rows(pilot.app)))


async def test_a_plan_is_given_up_only_when_the_key_is_pressed_once_more(folder: Folder) -> None:
    shutil.rmtree(folder.path)
    shutil.copytree(STALL, folder.path)
    async with make_preview(folder, "market", "days").run_test(size=WIDE) as pilot:
        await pilot.press("1")
        plan = preview(pilot).session.play.draft
        assert plan
        await pilot.press("right")
        assert preview(pilot).session.play.draft == plan
        assert place(pilot) == ("days", Phase.DECIDING)
        assert "is not sent" in text(pilot)
        await pilot.press("2")
        await pilot.press("right")
        assert place(pilot) == ("days", Phase.DECIDING), "another plan, asked about anew"
        await pilot.press("right")
        assert place(pilot)[1] is not Phase.DECIDING


@pytest.mark.parametrize(("columns", "said"), [(140, "In the outline,"), (100, "in a wider window, and under g")])
async def test_help_speaks_of_the_outline_that_can_be_seen(columns: int, said: str, folder: Folder) -> None:
    async with make_preview(folder).run_test(size=(columns, 40)) as pilot:
        await pilot.press("question_mark")
        shown = " ".join(text(pilot).split())
        assert said in shown
        assert ("where an answer landed" in shown) == (columns == 140), "as it stands beside the endings there"
        assert "full_stop" not in shown
        assert "comma" not in shown


def test_every_key_of_every_page_has_a_name_that_people_use() -> None:
    pages: list[type] = [Page]
    for each in pages:  # grows while it is walked
        pages += each.__subclasses__()
    keys = {name for each in pages for binding in getattr(each, "BINDINGS", ()) for name in names_of(binding)}
    assert {"comma", "full_stop"} <= keys
    for name in keys:
        assert "_" not in key_name(name), name
        assert key_name(name) not in ("comma", "slash", "minus", "plus", "tilde"), name


def names_of(binding: object) -> list[str]:
    """The keys of a binding that is explained somewhere."""
    assert isinstance(binding, Binding)
    return binding.key.split(",") if binding.description or binding.tooltip else []
