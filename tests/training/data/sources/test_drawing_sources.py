"""Promises of the adapters for vector drawings, sprites, scenes, avatars and robots."""

import json
from pathlib import Path
from zipfile import ZipFile

import cv2
import numpy as np
import pytest

from models.hints.parts import UNLABELLED, Part
from models.hints.tags import load_vocabulary
from resources import TAGS
from training.data.sources import (
    drawings as artists_drawings,
)
from training.data.sources import planes, robots, sprites, storybook, svg_drawings, vector
from training.data.sources.avatars import avatars

OUTLINED = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<style>.a{fill:#ff6242} .k{stroke:#45413c}</style>
<ellipse cx="24" cy="45" rx="18" ry="2" fill="#45413c" opacity=".15"/>
<rect class="a k" x="6" y="6" width="36" height="36"/>
<circle class="k" cx="24" cy="24" r="8" style="fill:#00b8f0"/></svg>"""
FLAT_ONLY = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<circle cx="24" cy="24" r="20" fill="#ff6242"/></svg>"""
BLUE, RED = (0, 184, 240), (255, 98, 66)


def write_zip(path: Path, files: dict[str, str | bytes]) -> None:
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def encode(rgba: np.ndarray, suffix: str = ".webp") -> bytes:
    code = cv2.COLOR_RGBA2BGRA if rgba.shape[2] == 4 else cv2.COLOR_RGB2BGR
    quality = [cv2.IMWRITE_WEBP_QUALITY, 101] if suffix == ".webp" else []
    return cv2.imencode(suffix, cv2.cvtColor(rgba, code), quality)[1].tobytes()


def disc(size: int, color: tuple[int, int, int], *, outline: bool = True) -> np.ndarray:
    rgba = np.zeros((size, size, 4), np.uint8)
    cv2.circle(rgba, (size // 2, size // 2), size // 3, (*color, 255), -1)
    if outline:
        cv2.circle(rgba, (size // 2, size // 2), size // 3, (10, 10, 10, 255), max(2, size // 40))
    return rgba


@pytest.fixture
def drawings(tmp_path):
    folder = tmp_path / "streamline_freemojis"
    folder.mkdir()
    people = {f"people/{kind}-cook-{n}.svg": OUTLINED for kind in ("man", "woman") for n in (1, 2)}
    things = {f"things/thing{letter}.svg": OUTLINED for letter in "abcdefghijklmnopqrstuvwxyz"}
    write_zip(folder / "set.zip", {**people, **things, "flat.svg": FLAT_ONLY})
    return folder


def all_samples(folder, **keywords):
    return [
        sample
        for split in ("train", "val")
        for sample in svg_drawings.iter_samples(folder, split=split, **keywords)
    ]


class TestSvgDrawings:
    def test_outlined_drawing_has_exact_planes(self, drawings):
        samples = {sample.name: sample for sample in all_samples(drawings, long_side=128)}
        sample = samples["streamline_freemojis/things/thinga"]
        assert max(sample.color.shape[:2]) == 128
        middle = tuple(side // 2 for side in sample.figure.shape)
        assert tuple(sample.flat[middle]) == BLUE
        assert sample.line[middle] == 255
        assert sample.line.min() < 10
        assert sample.labels[0, 0] == Part.BACKGROUND
        assert sample.labels[middle] == UNLABELLED
        assert sample.licence == "CC BY 4.0"

    def test_flat_holds_fills_only(self, drawings):
        sample = all_samples(drawings, long_side=128)[-1]
        inside = sample.figure > 0
        flats = {tuple(color) for color in np.unique(sample.flat[inside], axis=0)}
        assert flats == {BLUE, RED}

    def test_regions_are_the_fills(self, drawings):
        sample = all_samples(drawings, long_side=128)[-1]
        assert set(np.unique(sample.regions)) == {0, 1, 2}
        assert ((sample.regions == 0) == (sample.figure == 0)).all()

    def test_drawing_without_outline_has_no_line(self, drawings):
        samples = {sample.name: sample for sample in all_samples(drawings)}
        flat = samples["streamline_freemojis/flat"]
        assert flat.line is None
        assert flat.regions is None

    def test_broken_drawing_is_logged_and_left_out(self, tmp_path, expected_log):
        expected_log.append("broken.svg left out: not well-formed XML")
        folder = tmp_path / "zig_mascots"
        folder.mkdir()
        write_zip(folder / "set.zip", {"broken.svg": "<svg", "whole.svg": OUTLINED})
        names = {sample.name for sample in all_samples(folder)}
        assert names == {"zig_mascots/whole"}

    def test_at_most_three_variants_of_a_design(self, drawings):
        names = [sample.name for sample in all_samples(drawings)]
        assert sum("cook" in name for name in names) == 3

    def test_variants_share_a_design_but_numbered_pictures_do_not(self):
        design = svg_drawings.design_of
        assert design("p/man-cook-1.svg") == design("p/woman-cook-2.svg")
        assert design("p/12.svg") != design("p/13.svg")

    def test_splits_are_disjoint_and_cover_everything(self, drawings):
        train = {s.name for s in svg_drawings.iter_samples(drawings, split="train", long_side=32)}
        val = {s.name for s in svg_drawings.iter_samples(drawings, split="val", long_side=32)}
        assert not train & val
        assert len(train | val) == 26 + 3 + 1

    def test_seed_varies_stroke_width_only_deterministically(self, drawings):
        first, again, other = (
            all_samples(drawings, long_side=96, seed=seed)[-1].line for seed in (1, 1, 2)
        )
        assert np.array_equal(first, again)
        assert first.shape != other.shape or not np.array_equal(first, other)

    def test_unknown_set_is_named(self, tmp_path):
        with pytest.raises(ValueError, match="no such set"):
            next(svg_drawings.iter_samples(tmp_path, split="train"))


class TestVector:
    def test_veil_and_colored_stroke_are_no_ink(self):
        drawing = vector.read_drawing(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
            '<g opacity=".4"><rect width="10" height="10" fill="#000"/></g>'
            '<path d="M0 5H10" stroke="#61e0ee" stroke-width="2"/></svg>'
        )
        line = vector.render(drawing, long_side=40, mode=vector.Mode.LINE)
        assert (line[..., :3] == 255).all()

    def test_millimetre_sizes_render(self):
        drawing = vector.read_drawing(
            '<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="10mm"'
            ' viewBox="0 0 40 20"><rect width="40" height="20" fill="red"/></svg>'
        )
        assert vector.render(drawing, long_side=64).shape == (32, 64, 4)

    def test_ground_rectangle_is_taken_away_with_its_color(self):
        drawing = vector.read_drawing(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
            '<rect width="10" height="10" style="fill:#63ceb2"/>'
            '<circle cx="5" cy="5" r="2"/></svg>'
        )
        without, color = vector.drop_ground(drawing)
        assert color == (0x63, 0xCE, 0xB2)
        assert vector.render(without, long_side=20)[0, 0, 3] == 0

    def test_something_else_than_svg_is_refused(self):
        with pytest.raises(vector.DrawingError, match="not <svg>"):
            vector.read_drawing("<html/>")


class TestPlanes:
    def test_transparent_color_does_not_leak(self):
        rgba = np.zeros((40, 40, 4), np.uint8)
        rgba[..., :3] = (255, 0, 0)
        rgba[10:30, 10:30] = (0, 0, 255, 255)
        assert planes.flatten(planes.resize_rgba(rgba, 13))[..., 1].max() == 255
        small = planes.resize_rgba(rgba, 13)
        assert small[small[..., 3] > 0][:, 0].max() <= 2

    def test_solid_black_becomes_an_outline_and_strokes_stay(self):
        line = np.full((100, 100), 255, np.uint8)
        line[20:80, 20:60] = 0
        line[10:90, 80:83] = 0
        hollow = planes.hollow_solids(line, thickest=8, outline=2)
        assert hollow[50, 40] == 255
        assert hollow[50, 20] == 0
        assert (hollow[10:90, 80:83] == 0).all()

    def test_small_specks_join_a_region(self):
        flat = np.full((20, 20, 3), 200, np.uint8)
        flat[5, 5] = 10
        regions = planes.regions_of(flat, np.full((20, 20), 255, np.uint8))
        assert set(np.unique(regions)) == {1}

    def test_held_out_share_is_about_five_percent(self):
        held = sum(planes.is_held_out(f"design-{index}") for index in range(4000))
        assert 140 < held < 260


class TestSprites:
    def test_duelyst_follows_its_index(self, tmp_path):
        folder = tmp_path / "duelyst"
        (folder / "train").mkdir(parents=True)
        entries = []
        for name, split in (("a", "train"), ("b", "val")):
            (folder / "train" / f"{name}.webp").write_bytes(encode(disc(60, (200, 60, 60))))
            entries.append({"split": split, "file": f"train/{name}.webp"})
        (folder / "index.json").write_text(json.dumps(entries))
        (sample,) = sprites.iter_samples(folder, split="train", long_side=100)
        assert sample.name == "duelyst/a"
        assert max(sample.color.shape[:2]) == 100
        assert tuple(sample.color[0, 0]) == (255, 255, 255)
        assert sample.figure[50, 50] == 255
        assert sample.labels[0, 0] == Part.BACKGROUND
        assert sample.line is None

    def test_validation_sets_yield_nothing_for_training(self, tmp_path):
        folder = tmp_path / "renpy"
        folder.mkdir()
        (folder / "a.png").write_bytes(encode(disc(60, (200, 60, 60)), ".png"))
        assert not list(sprites.iter_samples(folder, split="train"))
        assert len(list(sprites.iter_samples(folder, split="val"))) == 1

    def test_glowing_sprite_is_left_out(self, tmp_path):
        folder = tmp_path / "renpy"
        folder.mkdir()
        rgba = disc(60, (200, 60, 60))
        rgba[..., 3] = np.where(rgba[..., 3] > 0, 90, 0)
        (folder / "glow.png").write_bytes(encode(rgba, ".png"))
        assert not list(sprites.iter_samples(folder, split="val"))

    def test_damaged_picture_is_named(self, tmp_path):
        folder = tmp_path / "renpy"
        folder.mkdir()
        (folder / "bad.png").write_bytes(b"no picture")
        with pytest.raises(ValueError, match=r"bad\.png"):
            next(sprites.iter_samples(folder, split="val"))


class TestStorybook:
    def test_stories_ending_in_seven_are_validation(self, tmp_path):
        scene = np.full((50, 80, 3), 250, np.uint8)
        scene[10:40, 20:60] = (90, 140, 60)
        scene[20:30, 30:50] = 250
        for stem in ("0017_02", "0018_01"):
            (tmp_path / f"{stem}.webp").write_bytes(encode(scene))
        (train,) = storybook.iter_samples(tmp_path, split="train", long_side=80)
        (val,) = storybook.iter_samples(tmp_path, split="val", long_side=80)
        assert (train.name, val.name) == ("african_storybook/0018_01", "african_storybook/0017_02")
        assert train.figure[0, 0] == 0
        assert train.figure[25, 40] == 255, "white inside the scene is not paper"


def adventurer_like() -> dict:
    def path(d, name):
        return {
            "type": "element",
            "name": "path",
            "attributes": {"d": d, "fill": {"type": "color", "name": name}},
        }

    hairs = {f"hair{i}": {"elements": [path("M20 5H80V30H20Z", "hair")]} for i in range(60)}
    face = [path("M18 3H82V97H18Z", "ink"), path("M20 5H80V95H20Z", "skin")]
    eyes = [path("M35 45H45V55H35Z", "eyes"), path("M25 60H75V63H25Z", "ink")]
    parts = [
        {"type": "component", "name": name, "attributes": {}} for name in ("head", "eyes", "hair")
    ]
    return {
        "attributes": {"fill": "none"},
        "canvas": {"width": 100, "height": 100, "elements": parts},
        "colors": {
            "ink": {"values": ["#000000"]},
            "hair": {"values": ["#3eac2c"]},
            "skin": {"values": ["#f2d3b1"]},
            "eyes": {"values": ["#3f78c9"]},
        },
        "components": {
            "head": {"variants": {"default": {"elements": face}}},
            "eyes": {"variants": {"v": {"elements": eyes}}},
            "hair": {"variants": hairs},
        },
    }


class TestAvatars:
    @pytest.fixture
    def folder(self, tmp_path):
        (tmp_path / "adventurer.json").write_text(json.dumps(adventurer_like()))
        return tmp_path

    def test_labels_follow_the_named_paints(self, folder):
        for sample in avatars.iter_samples(folder, split="train", count=4, long_side=120):
            height, width = sample.labels.shape
            assert sample.labels[round(0.2 * height), width // 2] == Part.HAIR
            assert sample.labels[round(0.75 * height), width // 2] == Part.SKIN
            assert sample.labels[round(0.5 * height), round(0.39 * width)] == Part.EYES
            assert sample.labels[round(0.62 * height), width // 2] == Part.SKIN, "under a line"
            assert sample.line[round(0.62 * height), width // 2] < 30
            assert (sample.flat[round(0.62 * height), width // 2] > 20).any()

    def test_free_colors_go_beyond_the_palette(self, folder):
        samples = list(avatars.iter_samples(folder, split="train", count=16, long_side=40))
        hairs = {tuple(s.flat[round(0.15 * s.flat.shape[0]), 20]) for s in samples}
        assert (0x3E, 0xAC, 0x2C) in hairs
        assert len(hairs) > 4

    def test_tags_name_what_is_shown(self, folder):
        vocabulary = load_vocabulary(TAGS)
        shown = avatars.iter_samples(
            folder, split="train", count=16, long_side=64, vocabulary=vocabulary
        )
        tags = {sample.tags for sample in shown}
        assert ("green_hair", "blue_eyes", "light_skin") in tags
        assert all(tag in vocabulary.by_name for names in tags for tag in names)

    def test_equal_seeds_give_equal_avatars(self, folder):
        first, again = (
            [s.color for s in avatars.iter_samples(folder, split="train", count=3, seed=5)]
            for _ in range(2)
        )
        assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))

    def test_folder_without_definitions_is_named(self, tmp_path):
        with pytest.raises(ValueError, match="holds no avatar definition"):
            next(avatars.iter_samples(tmp_path, split="train", count=1))


class TestRobots:
    @pytest.fixture
    def folder(self, tmp_path):
        files: dict[str, str | bytes] = {}
        for index in range(40):
            body = encode(disc(80, (40, 150, 220)))
            files[f"set1/blue/004__02Face/{index:03d}__blue_face-{index}.webp"] = body
            files[f"set1/white/004__02Face/{index:03d}__white_face-{index}.webp"] = body
        eye = np.zeros((80, 80, 4), np.uint8)
        eye[36:44, 36:44] = (250, 250, 60, 255)
        for color in ("blue", "white"):
            files[f"set1/{color}/001__Eyes/000__{color}_eyes.webp"] = encode(eye)
            files[f"set1/{color}/003__01Body/000__{color}_body.webp"] = encode(disc(80, (9, 9, 9)))
        write_zip(tmp_path / "set1.zip", files)
        return tmp_path

    def test_parts_are_drawn_in_order(self, folder):
        samples = list(robots.iter_samples(folder, split="train", count=8, long_side=80))
        assert len(samples) == 8
        centres = {tuple(s.color[s.color.shape[0] // 2, s.color.shape[1] // 2]) for s in samples}
        assert (250, 250, 60) in centres, "eyes lie over face and body"
        assert all(sample.line is not None for sample in samples)
        assert all(sample.source == "robohash_set1" for sample in samples)

    def test_recolors_of_one_shape_are_in_one_split(self, folder):
        with ZipFile(folder / "set1.zip") as archive:
            layers = robots._read_layers(archive)
        held = [
            {
                robots._shape_of(file)
                for file in robots._designs_in_split("set1", layers[c], split="val")
            }
            for c in ("blue", "white")
        ]
        assert held[0] == held[1]

    def test_hue_rotation_keeps_alpha_and_grey(self):
        rgba = disc(40, (200, 40, 40))
        turned = robots.rotate_hue(rgba, degrees=120)
        assert np.array_equal(turned[..., 3], rgba[..., 3])
        assert turned[20, 20, 1] > turned[20, 20, 0]


def test_every_sixth_good_illustration_is_held_out_and_lettering_left_out(tmp_path):
    folder = tmp_path / "mikanixonable_cc0"
    folder.mkdir()
    entries = [
        {"file": f"mk_{n:02d}.webp", "kind": "coloured", "faces": 0, "pick": True}
        for n in range(13)
    ]
    entries += [
        {"file": "mk_90.webp", "kind": "coloured", "faces": 1, "pick": False},
        {"file": "mk_91.webp", "kind": "coloured", "faces": 0, "pick": False},
        {"file": "mk_92.webp", "kind": "line_only", "faces": 1, "pick": False},
    ]
    (folder / "index.json").write_text(json.dumps(entries), encoding="utf-8")
    for entry in entries:
        (folder / entry["file"]).write_bytes(encode(disc(48, RED)))
    names = {
        split: [s.name.split("/")[1] for s in artists_drawings.iter_samples(folder, split=split)]
        for split in ("train", "val")
    }
    assert names["val"] == ["mk_00", "mk_06", "mk_12"]
    assert len(names["train"]) == 11
    assert "mk_90" in names["train"]


def test_animation_frames_come_with_their_ink_and_some_moves_are_held_out(tmp_path):
    folder = tmp_path / "pepper_runner"
    folder.mkdir()
    ink = np.zeros((60, 60, 4), np.uint8)
    cv2.circle(ink, (30, 30), 20, (0, 0, 0, 255), 2)
    for name in ("pepper-run_01", "pepper-attack_01", "carrot-jump_02", "carrot-run_01"):
        (folder / f"{name}_colour.webp").write_bytes(encode(disc(60, BLUE, outline=False)))
        (folder / f"{name}_line.webp").write_bytes(encode(ink))
        (folder / f"{name}_sketch.webp").write_bytes(encode(ink))
    train = list(artists_drawings.iter_samples(folder, split="train", long_side=60))
    held_out = list(artists_drawings.iter_samples(folder, split="val", long_side=60))
    assert [s.name for s in train] == [
        "pepper_runner/carrot-run_01_colour",
        "pepper_runner/pepper-run_01_colour",
    ]
    assert [s.name for s in held_out] == [
        "pepper_runner/carrot-jump_02_colour",
        "pepper_runner/pepper-attack_01_colour",
    ]
    frame = train[0]
    assert frame.line is not None
    assert (frame.line < 64).any()
    assert (frame.color[frame.line < 32] < 64).all()
    middle = tuple(side // 2 for side in frame.line.shape)
    assert tuple(frame.color[middle]) == BLUE
    assert frame.line[middle] == 255


def test_unknown_set_of_drawings_is_named(tmp_path):
    with pytest.raises(ValueError, match="known are mikanixonable_cc0"):
        next(artists_drawings.iter_samples(tmp_path, split="train"))
