"""The sprite maker source, on a few synthetic parts in the format of its parts list."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

import resources
from models.geometry import Rect
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from training.data.sources.spritemaker.layers import LayerCache
from training.data.sources.spritemaker.painter import cut_boxes, head_shift, worn_parts
from training.data.sources.spritemaker.spritemaker import SpritemakerParts, iter_samples
from training.data.sources.spritemaker.tags import ColorTagger

WIDTH, HEIGHT = 98, 320
SEEDS = range(24)
SLOTS = [
    ("body", "body", "skin"),
    ("shoes", "shoes", "shoes"),
    ("top_sleeves", "top_sleeves", "top"),
    ("top", "top", "top"),
    ("coat_sleeves", "coat_sleeves", "coat"),
    ("bottom", "bottom", "bottom"),
    ("coat", "coat", "coat"),
    ("head", "head", "skin"),
    ("mouth", "mouth", None),
    ("eyes", "eyes", "eyes"),
    ("hair_front", "hairstyle", "hair"),
    ("fringe", "fringe", "hair"),
    ("hat_front", "hat", "hat"),
]
FACE_SLOTS = ("head", "mouth", "eyes", "hair_front", "fringe", "hat_front")
BOXES = {
    "body": (34, 95, 64, 310),
    "shoes": (36, 300, 62, 316),
    "top_sleeves": (24, 100, 74, 170),
    "top": (36, 96, 62, 170),
    "coat_sleeves": (22, 98, 76, 176),
    "bottom": (32, 168, 66, 240),
    "coat": (30, 96, 68, 220),
    "head": (36, 50, 62, 96),
    "hair_front": (34, 40, 64, 58),
    "fringe": (36, 54, 62, 62),
    "hat_front": (34, 30, 64, 46),
}


def outlined_box(x0, y0, x1, y1):
    """A white box with a black outline and a grey lower half, and its multiply image."""
    base = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    multiply = np.zeros_like(base)
    base[y0:y1, x0:x1] = 255
    middle = (y0 + y1) // 2
    base[middle:y1, x0:x1, :3] = 180
    multiply[middle:y1, x0:x1] = (0x7E, 0x0C, 0x1B, 76)
    for image, ink in ((base, (0, 0, 0, 255)), (multiply, (0x0B, 0x0A, 0x13, 255))):
        cv2.rectangle(image, (x0, y0), (x1 - 1, y1 - 1), ink, 1)
    return {"base": base, "multiply": multiply}


def eye_images():
    """Two eyes: white with a ring of iris left open around a pupil, lashes above."""
    base = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    overlay = np.zeros_like(base)
    for x in (42, 54):
        base[66:76, x - 5 : x + 6] = (0, 0, 255, 255)
        overlay[66:76, x - 5 : x + 6] = (250, 250, 250, 255)
        cv2.circle(overlay, (x, 71), 3, (0, 0, 0, 0), -1)
        overlay[70:73, x - 1 : x + 2] = (0, 0, 0, 255)
        overlay[64:66, x - 6 : x + 7] = (0, 0, 0, 255)
    return {"base": base, "overlay": overlay}


def mouth_images():
    base = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    base[84:92, 44:54] = (0, 0, 0, 255)
    base[85:91, 45:53] = (80, 90, 230, 255)
    return {"base": base}


def synthetic_parts():
    """(slot, item, split, extra keys) of each part."""
    plain = {"presents_as": ["f", "m"]}
    for slot in ("body", "top_sleeves", "coat_sleeves"):
        yield slot, "regular" if slot == "body" else "long", "train", plain
    for head in ("round", "small"):
        yield "head", head, "train", plain
    for slot in ("shoes", "top", "bottom", "coat", "fringe", "mouth", "hat_front"):
        yield slot, f"plain {slot}", "train", plain
        yield slot, f"held {slot}", "val", plain
    yield "hair_front", "short", "train", plain
    yield "hair_front", "held", "val", plain
    yield "fringe", "curly fringe", "train", plain
    yield "bottom", "puffy skirt", "train", plain
    yield "bottom", "briefs", "train", plain | {"exclude": True}
    yield "bottom", "empire skirt", "train", {"presents_as": ["f"]}
    yield "eyes", "neutral", "train", plain | {"variant": "plain"}
    yield "eyes", "neutral", "val", plain | {"variant": "held"}


def write_parts(folder):
    root = folder / "images"
    root.mkdir()
    entries = []
    for number, (slot, item, split, extra) in enumerate(synthetic_parts()):
        if slot == "eyes":
            images = eye_images()
        elif slot == "mouth":
            images = mouth_images()
        else:
            images = outlined_box(*BOXES[slot])
        files = {}
        for role, image in images.items():
            files[role] = f"{number}_{role}.png"
            assert cv2.imwrite(str(root / files[role]), image)
        entries.append({"slot": slot, "item": item, "split": split, "files": files, **extra})
    content = {
        "canvas": [WIDTH, HEIGHT],
        "root": "images",
        "slots": [
            {
                "slot": slot,
                "order": order,
                "driven_by": driver,
                "colour": color,
                "colour_index": 0,
                "follows_head": slot in FACE_SLOTS,
            }
            for order, (slot, driver, color) in enumerate(SLOTS)
        ],
        "parts": entries,
        "hairstyles": [
            {"name": "short", "hair_front": "short", "texture": "straight", "split": "train"},
            {"name": "held", "hair_front": "held", "texture": "straight", "split": "val"},
        ],
        "eye_types": {"f": ["plain", "held"], "m": ["plain", "held"], "val": ["held"]},
        "hats": {body: ["plain hat_front", "held hat_front"] for body in "fm"},
        "palettes": {"skin": [{"hex": "#fee5c9"}], "hair": [{"hex": "#D13828"}]},
        "rules": {
            "head_shift": {"dx_follows_head": 1, "up_px": {"round": 0, "small": -5}},
            "no_coat_with_bottom_containing": ["puffy", "empire"],
            "texture_excludes": {"straight": ["curly"]},
            "sleeve_rank": {"coat_sleeves": ["sleeveless", "cap", "short", "long"]},
            "cut_boxes": {
                "top_sleeves_under_sleeve_rank_3": [[0, 0, WIDTH, 160]],
                "hair_front_and_back_under_hat": {"plain hat_front": [[0, 0, WIDTH, 50]]},
            },
        },
    }
    (folder / "parts.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_parts(tmp_path_factory.mktemp("sprites"))


@pytest.fixture(scope="module")
def parts(folder):
    return SpritemakerParts(folder)


def seed_where(parts, holds, *, split="train"):
    return next(seed for seed in range(500) if holds(parts.wardrobe(seed, split=split)))


def test_equal_seeds_give_equal_samples(folder, parts):
    first = parts.compose(7, split="train", long_side=160)
    again = SpritemakerParts(folder).compose(7, split="train", long_side=160)
    assert first.tags == again.tags
    for plane in ("color", "figure", "line", "flat", "shade", "labels", "regions"):
        assert np.array_equal(getattr(first, plane), getattr(again, plane)), plane


def test_training_characters_hold_no_held_out_part(parts):
    for seed in SEEDS:
        wardrobe = parts.wardrobe(seed, split="train")
        assert wardrobe.hairstyle.split == "train"
        worn = list(worn_parts(parts.catalogue, wardrobe))
        assert all(part.split == "train" for _, part in worn)


def test_validation_characters_hold_held_out_parts_wherever_there_are_some(parts):
    with_held = {part.slot for part in parts.catalogue.parts if part.split == "val"}
    for seed in SEEDS:
        wardrobe = parts.wardrobe(seed, split="val")
        for slot, part in worn_parts(parts.catalogue, wardrobe):
            if slot.name in with_held and not wardrobe.is_dress:
                assert part.split == "val", (seed, slot.name, part.item)


@pytest.mark.parametrize("split", ["train", "val"])
def test_everybody_wears_a_top_and_a_bottom(parts, split):
    for seed in SEEDS:
        worn = list(worn_parts(parts.catalogue, parts.wardrobe(seed, split=split)))
        assert {"top", "bottom"} <= {slot.name for slot, _ in worn}
        assert not any(part.is_excluded for _, part in worn)


def test_no_coat_over_a_puffy_skirt_and_only_hair_of_the_texture(parts):
    for seed in range(60):
        items = parts.wardrobe(seed, split="train").items
        assert not ("coat" in items and ("puffy" in items["bottom"] or "empire" in items["bottom"]))
        assert "curly" not in items.get("fringe", "")


def test_head_parts_move_with_the_head(parts):
    seed = seed_where(parts, lambda wardrobe: wardrobe.items["head"] == "small")
    assert head_shift(parts.catalogue, parts.wardrobe(seed, split="train"), "eyes") == (1, 5)


def test_coat_sleeves_cut_the_sleeves_beneath_and_hats_the_hair(parts):
    def in_coat_and_hat(wardrobe):
        return "coat" in wardrobe.items and wardrobe.items.get("hat") == "plain hat_front"

    wardrobe = parts.wardrobe(seed_where(parts, in_coat_and_hat), split="train")
    down = head_shift(parts.catalogue, wardrobe, "hair_front")[1]
    assert cut_boxes(parts.catalogue, wardrobe, "top_sleeves") == [Rect(0, 0, WIDTH, 160)]
    assert cut_boxes(parts.catalogue, wardrobe, "hair_front") == [Rect(0, 0, WIDTH, 50 + down)]


def test_irises_have_the_eye_color_and_whites_are_other(parts):
    sample = parts.compose(3, split="train", crop="full", shaded=False)
    iris = sample.labels == Part.EYES
    assert iris.sum() >= 30
    assert len(np.unique(sample.flat[iris], axis=0)) == 1
    assert (sample.flat[sample.labels == Part.OTHER].min(axis=1) > 240).all()
    shown = iris & (sample.line > 250)
    assert shown.any()
    assert np.array_equal(sample.color[shown], sample.flat[shown])


@pytest.mark.parametrize("crop", ["full", "bust", "face", "random"])
def test_each_region_has_one_flat_color_and_one_label(parts, crop):
    sample = parts.compose(11, split="train", crop=crop, long_side=200)
    assert np.array_equal(sample.regions == 0, sample.figure == 0)
    for number in np.unique(sample.regions):
        inside = sample.regions == number
        assert len(np.unique(sample.flat[inside], axis=0)) == 1
        assert len(np.unique(sample.labels[inside])) == 1


def test_unshaded_color_is_flat_color_off_the_lines(parts):
    sample = parts.compose(5, split="train", crop="full", shaded=False)
    off_lines = sample.line == 255
    assert off_lines.mean() > 0.5
    assert (sample.shade == 255).all()
    assert np.array_equal(sample.color[off_lines], sample.flat[off_lines])


def test_shading_darkens_without_the_outline(parts):
    sample = parts.compose(5, split="train", crop="full", shaded=True)
    assert 100 < sample.shade.min() < 250
    dimmed = sample.flat.astype(float).mean(axis=2) * sample.shade / 255
    off_lines = (sample.line == 255) & (sample.figure > 0)
    assert np.abs(dimmed - sample.color.mean(axis=2))[off_lines].mean() < 12


def test_line_is_black_on_outlines_and_nearer_parts_hide_it(parts):
    sample = parts.compose(5, split="train", crop="full")
    assert sample.line.min() == 0
    assert 0.7 < (sample.line == 255).mean() < 0.99


def test_dress_and_top_share_color_and_label(parts):
    seed = seed_where(parts, lambda wardrobe: wardrobe.is_dress)
    sample = parts.compose(seed, split="train", crop="full", shaded=False)
    dress = sample.labels == Part.DRESS
    assert dress.any()
    assert not (sample.labels == Part.TOP).any()
    assert len(np.unique(sample.flat[dress], axis=0)) == 1
    assert sum(tag.endswith("_dress") for tag in sample.tags) == 1


def test_tags_name_the_colors_and_the_rest_of_their_groups_is_absent(parts):
    vocabulary = load_vocabulary(resources.TAGS)
    sample = parts.compose(9, split="train", crop="full")
    groups = {vocabulary.by_name[tag].group for tag in sample.tags}
    assert {"hair", "skin", "eyes", "background"} <= groups
    listed = {tag.name for group in vocabulary.groups if group.id in groups for tag in group.tags}
    assert set(sample.absent) == listed - set(sample.tags)
    hair = sample.flat[sample.labels == Part.HAIR][0]
    assert vocabulary.nearest("hair", tuple(int(c) for c in hair)).name in sample.tags


def test_some_backgrounds_are_colored_and_lie_outside_the_figure(parts):
    samples = [parts.compose(seed, split="train", long_side=64, crop="full") for seed in SEEDS]
    grounds = [sample.flat[sample.labels == Part.BACKGROUND] for sample in samples]
    colored = [ground for ground in grounds if not (ground == 255).all()]
    assert 0 < len(colored) < len(samples)
    assert all((s.figure[s.labels == Part.BACKGROUND] == 0).all() for s in samples)


@pytest.mark.parametrize("crop", ["full", "bust", "face"])
def test_long_side_is_kept(parts, crop):
    for long_side in (96, 300):
        sample = parts.compose(2, split="val", crop=crop, long_side=long_side)
        assert max(sample.color.shape) == long_side


def test_iter_samples_yields_the_seeds_in_order(folder, parts):
    drawn = list(iter_samples(folder, split="val", count=3, seed0=4, long_side=80))
    assert len({sample.name for sample in drawn}) == 3
    expected = parts.compose(5, split="val", long_side=80)
    assert np.array_equal(drawn[1].color, expected.color)


def test_cache_stays_within_its_limit(folder, parts):
    first = next(part for part in parts.catalogue.parts if part.slot == "body")
    limit_bytes = (
        3 * LayerCache(parts.catalogue.root, limit_bytes=10**9).layer("body", first.files).nbytes
    )
    cache = LayerCache(parts.catalogue.root, limit_bytes=limit_bytes)
    for part in parts.catalogue.parts:
        cache.layer(part.slot, part.files)
        assert cache.held_bytes <= limit_bytes


def test_unreadable_image_is_named(tmp_path):
    broken = write_parts(tmp_path)
    for image in (broken / "images").glob("0_base.png"):
        image.write_bytes(b"")
    with pytest.raises(OSError, match=r"0_base\.png"):
        SpritemakerParts(broken).compose(0, split="train", crop="full")


def test_unusable_parts_list_is_named(tmp_path):
    (tmp_path / "parts.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"parts\.json"):
        SpritemakerParts(Path(tmp_path))


@pytest.mark.parametrize(
    ("group", "color", "name"),
    [
        ("hair", (0x56, 0x5F, 0x25), "green_hair"),
        ("hair", (0x71, 0x2A, 0x0D), "brown_hair"),
        ("hair", (0x20, 0x20, 0x24), "black_hair"),
        ("eyes", (0x43, 0x83, 0xD2), "blue_eyes"),
        ("shirt", (0xFF, 0xFF, 0xFF), "white_shirt"),
        ("eyewear", (0x30, 0xC0, 0x40), None),
    ],
)
def test_tag_names_the_hue(group, color, name):
    assert ColorTagger(load_vocabulary(resources.TAGS)).name(group, color) == name
