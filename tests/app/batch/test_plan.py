"""Promises about plans: what a frame's result depends on, and what a card and a range say."""

import argparse
import json
import pickle
from dataclasses import replace

import pytest

import resources
from app.batch.card import CharacterCard
from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import find_keys
from app.batch.frames.selected import problems_among, select_frames
from app.batch.preflight import estimated_bytes
from app.cli.light_options import add_light_arguments, chosen_light
from app.errors import PlanError
from models.hints.hints import HintSet, PointHint
from models.hints.tags import load_vocabulary
from models.lighting.light import PRESETS, Light, ShadeStyle, light_to_json
from models.line_color import LineColor
from models.pictures.files import write_png
from tests.helpers.cuts import frame_u8, plan_of, write_cut, write_hints


@pytest.fixture
def plan(tmp_path):
    """Nine frames; the first and the fifth are keys, the seventh is the sixth again."""
    frames = write_cut(tmp_path / "frames", [0, 1, 2, 3, 4, 5, 5, 7, 8])
    write_hints(tmp_path / "hints", "a_0001")
    return plan_of(frames, write_hints(tmp_path / "hints", "a_0005"), tmp_path / "out")


def _other_hints() -> HintSet:
    return HintSet((PointHint(28, 36, (1, 2, 3)),))


def test_corrected_hints_reach_the_keys_on_both_sides(plan):
    assert [key.index for key in plan.keys] == [0, 4]
    assert plan.with_hints(4, _other_hints()).changed_since(plan) == tuple(range(1, 9))
    assert plan.with_hints(0, _other_hints()).changed_since(plan) == (0, 1, 2, 3)


def test_a_new_key_changes_what_lies_behind_the_last_one(plan):
    assert plan.with_hints(7, _other_hints()).changed_since(plan) == (5, 6, 7, 8)


def test_a_changed_drawing_reaches_the_frames_behind_it_and_those_between_the_keys(plan):
    for changed, reached in ((2, (1, 2, 3)), (5, (5, 6, 7, 8))):
        frames = list(plan.frames)
        frames[changed] = replace(frames[changed], digest="another")
        assert replace(plan, frames=tuple(frames)).changed_since(plan) == reached


def test_hints_come_back_from_the_next_key_over_so_many_drawings(plan, monkeypatch):
    assert [plan.following(index) for index in range(9)] == [None, 2, 3] + [None] * 6
    assert [plan.previous(index) for index in range(1, 4)] == [0, 1, 2]
    monkeypatch.setattr("app.batch.plan.MOST_BACK", 2)
    near = replace(plan)
    assert [near.following(index) for index in range(4)] == [None, None, 3, None]
    ahead = replace(plan, keys=plan.keys[1:])
    assert [ahead.following(index) for index in range(4)] == [None, None, 3, None]


def test_tags_palette_generator_and_settings_change_every_frame(plan):
    changes = (
        {"palette": ((1, 2, 3),)},
        {"generator_digest": "another"},
        {"settings": replace(plan.settings, long_side=128)},
        {"settings": replace(plan.settings, light=Light(300))},
    )
    for change in changes:
        assert len(replace(plan, **change).changed_since(plan)) == 9


def test_every_trait_of_a_light_and_what_lays_it_changes_every_frame(plan):
    lit = replace(plan, settings=replace(plan.settings, light=Light(300)))
    changes = [
        {"settings": replace(lit.settings, light=other)}
        for other in (
            Light(301),
            Light(300, ShadeStyle.SOFT),
            Light(300, strength=0.1),
            Light(300, highlights=0.1),
            Light(300, tint=(1, 2, 3)),
        )
    ]
    for change in (*changes, {"light_digest": "another"}):
        assert len(replace(lit, **change).changed_since(lit)) == 9
    assert not replace(plan, light_digest="another").changed_since(plan)


def test_color_of_lines_changes_every_frame_and_nothing_that_is_painted(plan):
    changes = [
        replace(plan, settings=replace(plan.settings, line_color=color))
        for color in (LineColor(), LineColor((92, 52, 44)))
    ]
    for change, other in ((changes[0], plan), (changes[1], plan), (changes[0], changes[1])):
        assert len(change.changed_since(other)) == 9
        assert change.painted(0) == other.painted(0)


def test_folders_do_not_count(plan, tmp_path):
    assert not replace(plan, out=tmp_path / "elsewhere").changed_since(plan)


def test_held_frames_share_fingerprint_and_task(plan):
    assert plan.first_of[6] == 5
    assert plan.fingerprint(6) == plan.fingerprint(5)
    assert plan.groups[5] == (5, 6)
    assert plan.previous(7) == 5


def test_a_held_key_frame_keeps_the_keys_colors(tmp_path):
    frames = write_cut(tmp_path / "frames", [0, 0, 3, 0])
    plan = plan_of(frames, write_hints(tmp_path / "hints"), tmp_path / "out")
    assert plan.groups == {0: (0, 1, 3), 2: (2,)}


def test_hints_stay_within_their_cut_and_size(tmp_path):
    write_cut(tmp_path / "frames", [0, 1], name="a_{:04d}.png")
    write_cut(tmp_path / "frames", [0, 1], name="b_{:04d}.png")
    write_png(tmp_path / "frames" / "a_0003.png", frame_u8(0, height=50))
    plan = plan_of(tmp_path / "frames", write_hints(tmp_path / "hints"), tmp_path / "out")
    around = {frame.label: plan.keys_around(i)[0] for i, frame in enumerate(plan.frames)}
    assert {label for label, key in around.items() if key} == {"a_0001", "a_0002"}


def test_first_frame_is_the_key_of_a_cut_without_hints(tmp_path):
    frames = write_cut(tmp_path / "frames", [0, 1])
    plan = plan_of(frames, None, tmp_path / "out", first_is_key=True)
    assert plan.key_at(0) is not None
    assert plan.previous(1) == 0


def test_a_plan_travels_whole(plan):
    copy = pickle.loads(pickle.dumps(plan))
    assert [copy.fingerprint(i) for i in range(9)] == [plan.fingerprint(i) for i in range(9)]


def test_hints_of_a_cut_may_lie_in_a_folder_of_its_name(tmp_path):
    write_cut(tmp_path / "frames" / "c01", [0])
    write_cut(tmp_path / "frames" / "c02", [0])
    write_hints(tmp_path / "hints" / "c02")
    sequence = FrameSequence.scan(tmp_path / "frames")
    assert [key.index for key in find_keys(sequence, tmp_path / "hints")] == [1]


def test_a_hint_file_that_cannot_be_used_stops_the_plan(tmp_path):
    frames = write_cut(tmp_path / "frames", [0])
    (write_hints(tmp_path / "hints") / "a_0001.json").write_text("{", encoding="utf-8")
    with pytest.raises(PlanError, match=r"a_0001.json.*mend it"):
        find_keys(FrameSequence.scan(frames), tmp_path / "hints")


@pytest.mark.parametrize(
    ("text", "wanted"), [("", 9), ("2-4", 3), ("3", 1), ("1-2, 8-20", 4)], ids=str
)
def test_frames_are_selected_by_number(plan, tmp_path, text, wanted):
    assert len(select_frames(FrameSequence.scan(tmp_path / "frames"), text)) == wanted


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a-b", "expected numbers"), ("4-2", "write 2-4"), ("50-60", "numbers run from 1 to 9")],
)
def test_impossible_ranges_are_refused(plan, tmp_path, text, reason):
    with pytest.raises(PlanError, match=reason):
        select_frames(FrameSequence.scan(tmp_path / "frames"), text)


def test_a_card_gives_tags_palette_and_names(tmp_path):
    path = tmp_path / "hana.json"
    content = {"name": "Hana", "tags": ["blue_hair"], "palette": {"skin": "#f0c8a0"}}
    path.write_text(json.dumps(content), encoding="utf-8")
    card = CharacterCard.read(path, load_vocabulary(resources.TAGS))
    assert card.name == "Hana"
    assert card.tags.names == ("blue_hair",)
    assert card.names == {(240, 200, 160): "skin"}
    assert card.light is None


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), PRESETS["lamp"]),
        (("--light", "none"), None),
        (("--light", "10"), replace(PRESETS["lamp"], angle_deg=10.0)),
        (("--shade-style", "soft"), replace(PRESETS["lamp"], style=ShadeStyle.SOFT)),
    ],
)
def test_a_cards_light_is_the_batchs_unless_another_is_asked_for(tmp_path, options, expected):
    path = tmp_path / "hana.json"
    path.write_text(json.dumps({"light": light_to_json(PRESETS["lamp"])}), encoding="utf-8")
    card = CharacterCard.read(path, load_vocabulary(resources.TAGS))
    assert card.light == PRESETS["lamp"]
    parser = argparse.ArgumentParser()
    add_light_arguments(parser)
    assert chosen_light(parser.parse_args(options), card.light) == expected


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{",
        '{"tags": ["no_such_tag"]}',
        '{"palette": ["red-ish"]}',
        '{"hair": 1}',
        '{"light": {"angle": "left"}}',
    ],
)
def test_a_bad_card_is_named(tmp_path, content):
    path = tmp_path / "card.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PlanError, match=r"card\.json"):
        CharacterCard.read(path, load_vocabulary(resources.TAGS))


def test_a_card_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PlanError, match=r"none\.json: no such character card; check the name"):
        CharacterCard.read(tmp_path / "none.json", load_vocabulary(resources.TAGS))


def test_frames_that_no_hint_reaches_are_known(tmp_path):
    frames = write_cut(write_cut(tmp_path / "frames", [0, 1]), [0, 1, 2], name="b_{}.png")
    write_png(frames / "a_0003.png", frame_u8(0, width=120))
    plan = plan_of(frames, write_hints(tmp_path / "hints"), tmp_path / "out")
    found = [(cut, size.width, count) for cut, size, count in plan.unhinted]
    assert found == [("a", 120, 1), ("b", 96, 3)]


def test_files_of_another_range_are_no_problem_of_this_one(tmp_path):
    frames = write_cut(tmp_path / "frames", [0, 1, 2])
    (frames / "a_0004.png").write_bytes(b"")
    (frames / "cover.png").write_bytes(b"")
    sequence = FrameSequence.scan(frames)
    names = [[p.source.stem for p in problems_among(sequence, part)] for part in ("", "1-3", "3-9")]
    assert names == [["a_0004", "cover"], ["cover"], ["a_0004", "cover"]]


def test_disk_space_is_estimated_by_pixels(plan):
    layered = replace(plan, settings=replace(plan.settings, layers=".ora"))
    assert estimated_bytes(plan, [0]) > 0.5 * 72 * 96
    assert estimated_bytes(layered, [0]) > estimated_bytes(plan, [0])
