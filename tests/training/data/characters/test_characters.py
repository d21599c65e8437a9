"""Drawn characters: the same seed gives the same bytes, and all planes tell the same story."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import cv2
import numpy as np
import pytest

import resources
from models.hints.parts import PART_COUNT, Part
from models.hints.tags import load_vocabulary
from training.data.characters import Framing, Motion, ViewChoice, draw_character, draw_picture
from training.data.characters.clothes.accessories import ANIMAL_EARS, GLASSES
from training.data.characters.clothes.footwear import FOOTWEAR, LEGWEAR
from training.data.characters.clothes.garments import COLLARS, JACKETS, NECKWEAR, SLEEVES
from training.data.characters.clothes.hats import HATS
from training.data.characters.clothes.lower import BOTTOMS
from training.data.characters.drawing.drawing import Shape
from training.data.characters.drawing.regions import RegionBook
from training.data.characters.figure.design import choose_design
from training.data.characters.figure.figure import draw_figure
from training.data.characters.hair.hair_back import BACKS
from training.data.characters.hair.hair_style import FRINGES
from training.data.characters.head.eye_styles import EYE_STYLES
from training.data.characters.head.head import MOUTHS, NOSES, contour
from training.data.characters.labels import claims
from training.data.characters.picture import render_scene
from training.data.characters.scene.scene import Scene

SEEDS = (0, 3, 7, 12, 29)
VOCABULARY = load_vocabulary(resources.TAGS)


@cache
def drawn(seed):
    return draw_character(seed, size=256)


def interior(mask):
    """Pixels at least two away from the mask's edge."""
    return cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)


def test_same_seed_gives_same_bytes():
    first, second = drawn(5), draw_character(5, size=256)
    for plane in ("color", "figure", "line", "flat", "shade", "labels", "regions"):
        assert getattr(first, plane).tobytes() == getattr(second, plane).tobytes(), plane
    assert (first.tags, first.absent) == (second.tags, second.absent)


def test_other_seed_gives_other_figure():
    assert not np.array_equal(drawn(5).line, drawn(6).line)


@pytest.mark.parametrize("framing", list(Framing))
@pytest.mark.parametrize("yaw", [-90.0, -40.0, -15.0, 0.0, 30.0, 62.0, 90.0])
def test_every_framing_and_angle_draws_a_figure(framing, yaw):
    for seed in (1, 2):
        sample = draw_character(seed, size=96, view=ViewChoice(framing=framing, yaw=yaw))
        assert 0.02 < (sample.figure > 0).mean() < 1


def test_many_seeds_draw_without_error():
    for seed in range(100, 160):
        assert draw_character(seed, size=64).color.shape == (64, 64, 3)


@pytest.mark.parametrize("seed", SEEDS)
def test_background_label_is_where_no_figure_is(seed):
    sample = drawn(seed)
    assert np.all(sample.labels[sample.figure == 0] == Part.BACKGROUND)
    assert np.array_equal(sample.regions == 0, sample.figure == 0)
    assert sample.labels.max() < PART_COUNT


@pytest.mark.parametrize("seed", SEEDS)
def test_flat_and_label_are_constant_within_a_region(seed):
    sample = drawn(seed)
    for region in np.unique(sample.regions):
        inside = sample.regions == region
        assert len(np.unique(sample.flat[inside], axis=0)) == 1
        assert len(np.unique(sample.labels[inside])) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_ink_is_dark_in_color_too(seed):
    sample = drawn(seed)
    ink = sample.line < 40
    assert ink.sum() > 300
    assert sample.color[ink].max(axis=1).mean() < 120


@pytest.mark.parametrize("seed", SEEDS)
def test_color_is_flat_times_shade_away_from_lines_and_highlights(seed):
    sample = drawn(seed)
    product = sample.flat.astype(float) * sample.shade[..., None] / 255
    error = np.abs(sample.color.astype(float) - product).max(axis=2)
    plain = interior(sample.line > 250) & (sample.labels != Part.EYES)
    assert np.percentile(error[plain], 80) < 16
    unshaded = plain & (sample.figure == 0)
    assert np.all(error[unshaded] <= 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_paper_has_no_ink_and_no_shade(seed):
    sample = drawn(seed)
    paper = interior(interior(sample.figure == 0))
    assert np.all(sample.line[paper] == 255)
    assert np.all(sample.shade[paper] == 255)


@pytest.mark.parametrize("seed", range(24))
def test_tags_name_colors_that_are_seen(seed):
    sample = draw_character(seed, size=160)
    for name in sample.tags:
        tag = VOCABULARY.by_name[name]
        seen = np.unique(sample.flat[sample.labels == tag.part], axis=0)
        names = {VOCABULARY.nearest(tag.group, tuple(int(c) for c in color)).name for color in seen}
        assert name in names
    assert not set(sample.tags) & set(sample.absent)
    assert set(sample.tags) | set(sample.absent) <= set(VOCABULARY.names)


def test_every_character_has_hair_and_skin_tags():
    for seed in range(20):
        sample = draw_character(seed, size=160, view=ViewChoice(company=False))
        parts = {VOCABULARY.by_name[name].part for name in sample.tags}
        assert Part.SKIN in parts
        if not choose_design(seed, ViewChoice(), Motion()).hair.outer_color:
            assert Part.HAIR in parts


def test_what_is_not_worn_is_absent():
    for seed in range(12):
        design = choose_design(seed, ViewChoice(), Motion())
        sample = draw_character(seed, size=128, view=ViewChoice(company=False))
        if design.hat == "none":
            hats = {
                tag.name for group in VOCABULARY.groups if group.id == "hat" for tag in group.tags
            }
            assert hats <= set(sample.absent)


def test_claimed_colors_are_of_the_claimed_part():
    for seed in range(12):
        design = choose_design(seed, ViewChoice(), Motion())
        groups = {group.id: group.part for group in VOCABULARY.groups}
        for group, part, _ in claims(design):
            assert groups[group] == part


def test_motion_keeps_the_figure_and_moves_it():
    still = draw_character(8, size=192)
    moved = draw_character(8, size=192, motion=Motion(shift=(0.1, 0.0), sway=0.1, yaw=4))
    assert not np.array_equal(still.line, moved.line)
    before, after = (
        set(map(tuple, still.flat.reshape(-1, 3))),
        set(map(tuple, moved.flat.reshape(-1, 3))),
    )
    assert len(before & after) >= 0.8 * len(before)


def turned(seed, yaws, size=192):
    """The same head at several yaws, its regions numbered by one book."""
    book, frames = None, []
    for yaw in yaws:
        view, still = ViewChoice(framing=Framing.BUST, yaw=yaw), Motion()
        design = choose_design(seed, view, still)
        book = book or RegionBook(design.look.background)
        frames.append(
            render_scene(Scene(designs=(design,)), width=size, height=size, motion=still, book=book)
        )
    return frames


@pytest.mark.parametrize("seed", [4, 8, 11, 17])
def test_a_turn_from_front_to_profile_keeps_the_identity_of_regions(seed):
    known = {}
    frames = turned(seed, [0.0, 20.0, 40.0, 60.0, 90.0])
    for frame in frames:
        for region in np.unique(frame.regions):
            inside = frame.regions == region
            looks = tuple(frame.flat[inside][0]), int(frame.labels[inside][0])
            assert known.setdefault(int(region), looks) == looks
    first, last = set(np.unique(frames[0].regions)), set(np.unique(frames[-1].regions))
    assert len(first & last) >= 0.5 * len(first)


@pytest.mark.parametrize("seed", [4, 8])
def test_a_turn_moves_large_regions_little_by_little(seed):
    """Between steps of 5 degrees; what hair uncovers may seem to jump."""
    size, moves = 128, []
    for before, after in pairwise(turned(seed, np.linspace(0.01, 90, 19), size)):
        for region in np.intersect1d(before.regions, after.regions)[1:]:
            masks = before.regions == region, after.regions == region
            if min(mask.sum() for mask in masks) >= 0.004 * size * size:
                a, b = (np.argwhere(mask).mean(axis=0) for mask in masks)
                moves.append(np.hypot(*(a - b)) / size)
    assert len(moves) > 100
    assert np.quantile(moves, 0.97) < 0.05


def profiles():
    """Seeds whose heads are drawn in profile."""
    return [s for s in range(300) if choose_design(s, ViewChoice(), Motion()).head_view.is_side]


def test_an_eighth_of_the_heads_are_profiles():
    assert 0.07 < len(profiles()) / 300 < 0.17


@pytest.mark.parametrize("seed", [1, 9, 22])
def test_a_profile_shows_one_eye_and_one_ear(seed):
    design = choose_design(seed, ViewChoice(yaw=90.0), Motion())
    scopes = {item.key.scope for item in draw_figure(design).items if isinstance(item, Shape)}
    assert "figure/ear 1" not in scopes
    assert "figure/ear -1" in scopes
    assert not any(scope.endswith(("eye 1", "brow 1")) for scope in scopes)


def test_a_profile_has_the_nose_in_its_outline():
    """The skin's foremost point lies between eye and mouth, and the lips stand out below it."""
    for seed in (2, 6, 19):
        design = choose_design(seed, ViewChoice(yaw=90.0), Motion())
        edge = contour(design.face, design.head_view)
        nose = edge[edge[:, 0].argmax()]
        assert design.eyes.y < nose[1] < design.face.mouth_y
        dent = edge[(edge[:, 1] > nose[1]) & (edge[:, 1] < design.face.mouth_y) & (edge[:, 0] > 0)]
        assert dent[:, 0].min() < nose[0] - 0.05


@pytest.mark.parametrize("fringe", list(FRINGES))
def test_every_fringe_and_back_can_be_drawn_in_profile(fringe):
    design = choose_design(3, ViewChoice(framing=Framing.BUST, yaw=90.0), Motion())
    for back in BACKS[:: len(BACKS) // 6]:
        styled = replace(design, hair=replace(design.hair, fringe=fringe, back=back), hat="none")
        sample = render_scene(Scene(designs=(styled,)), width=96, height=96, motion=Motion())
        hair = sample.labels == Part.HAIR
        assert 0.04 < hair.mean() < 0.6
        assert np.any(sample.labels == Part.SKIN)


def test_blink_hides_the_iris():
    open_eyes = next(
        s for s in range(40) if np.any(draw_character(s, size=128).labels == Part.EYES)
    )
    blinking = draw_character(open_eyes, size=128, motion=Motion(blink=True))
    assert not np.any(blinking.labels == Part.EYES)


def test_size_scales_the_same_drawing():
    small, large = draw_character(9, size=128), draw_character(9, size=256)
    half = cv2.resize(large.figure, (128, 128), interpolation=cv2.INTER_AREA)
    assert np.mean((half > 127) != (small.figure > 127)) < 0.02


def test_variety_is_as_promised():
    """Over many seeds every kind is worn by somebody."""
    designs = [choose_design(seed, ViewChoice(), Motion()) for seed in range(600)]
    hair = {(each.hair.fringe, each.hair.sides, each.hair.back) for each in designs}
    assert len(hair) >= 200
    assert {fringe for fringe, _, _ in hair} == set(FRINGES)
    assert {back for _, _, back in hair} == set(BACKS)
    assert {each.eyes.style for each in designs} == set(EYE_STYLES)
    assert len(EYE_STYLES) >= 8
    assert {each.face.nose for each in designs} == set(NOSES)
    assert {each.face.mouth for each in designs} == set(MOUTHS)
    for field, kinds in (("hat", HATS), ("glasses", GLASSES), ("animal_ears", ANIMAL_EARS)):
        assert set(kinds) <= {getattr(each, field) for each in designs}
    outfits = [each.outfit for each in designs]
    kinds = {"collar": COLLARS, "jacket": JACKETS, "bottom": BOTTOMS, "neckwear": NECKWEAR,
             "legwear": LEGWEAR, "footwear": FOOTWEAR, "sleeves": SLEEVES}  # fmt: skip
    for field, names in kinds.items():
        assert {getattr(outfit, field) for outfit in outfits} >= set(names), field
    assert any(outfit.cape for outfit in outfits)
    assert any(outfit.gloves for outfit in outfits)
    garments = {name for field, names in kinds.items() if field != "sleeves" for name in names}
    assert len(garments - {"none"}) >= 30


def test_too_small_picture_is_refused_with_its_size():
    with pytest.raises(ValueError, match="16×512"):
        draw_picture(1, width=16, height=512)


def test_impossible_yaw_is_refused():
    with pytest.raises(ValueError, match="-90 to 90"):
        ViewChoice(yaw=120)
