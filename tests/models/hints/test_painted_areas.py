"""Areas of hint pictures: hard ones to the pixel, soft ones in the colour that a person sees."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from models.arrays import U8Array
from models.hints.painted_areas import PaintedArea, find_areas
from tests.helpers.blobs import painted, seen_through

Layer = NDArray[np.float64]
SKIN, RED, BLUE = (240, 200, 160), (220, 40, 40), (40, 60, 220)
SIDE = 160


def layer() -> Layer:
    return np.zeros((SIDE, SIDE, 4))


def dab(
    below: Layer, color: tuple[int, int, int], x: float, y: float, radius: float, *, soft: float
) -> Layer:
    """A layer with a round dab over it, whose rim is `soft` pixels wide."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] + 0.5
    share = np.clip((radius - np.hypot(columns - x, rows - y)) / soft + 0.5, 0, 1)
    alpha = share + below[..., 3] * (1 - share)
    mixed = (
        np.array(color) * share[..., None]
        + below[..., :3] * (below[..., 3] * (1 - share))[..., None]
    )
    return np.dstack([mixed / np.maximum(alpha, 1e-9)[..., None], alpha])


def straight(painting: Layer) -> U8Array:
    return np.round(np.dstack([painting[..., :3], painting[..., 3] * 255])).astype(np.uint8)


def premultiplied(painting: Layer) -> U8Array:
    color = painting[..., :3] * painting[..., 3:]
    return np.round(np.dstack([color, painting[..., 3] * 255])).astype(np.uint8)


def made_straight_again(painting: Layer) -> U8Array:
    """As a program stores what it has kept multiplied by alpha in eight bits."""
    stored = premultiplied(painting).astype(np.float64)
    color = np.minimum(np.round(stored[..., :3] * 255 / np.maximum(stored[..., 3:], 1)), 255)
    return np.dstack([color, stored[..., 3]]).astype(np.uint8)


def mask_of(area: PaintedArea) -> NDArray[np.bool_]:
    mask = np.zeros((SIDE, SIDE), dtype=bool)
    area.spans.fill(mask, area.left, area.top, 1)
    return mask


@settings(max_examples=60)
@given(painted())
def test_hard_paint_is_read_to_the_pixel(rgba_u8: U8Array) -> None:
    areas = find_areas(rgba_u8)
    owner = np.zeros(rgba_u8.shape[:2], dtype=np.int32)
    for number, area in enumerate(areas, start=1):
        fresh = np.zeros_like(owner)
        area.spans.fill(fresh, area.left, area.top, 1)
        assert not owner[fresh > 0].any(), "areas overlap"
        assert cv2.connectedComponents(fresh.astype(np.uint8), connectivity=8)[0] == 2
        owner[fresh > 0] = number
    assert np.array_equal(seen_through(owner, [area.color for area in areas]), rgba_u8)


@pytest.mark.parametrize("soft", [1, 3, 8, 25])
@pytest.mark.parametrize("store", [straight, premultiplied, made_straight_again])
def test_soft_dab_is_one_hint_of_its_color(soft: float, store: object) -> None:
    (area,) = find_areas(store(dab(layer(), SKIN, 80, 80, 40, soft=soft)))  # type: ignore[operator]
    assert area.color == SKIN
    hard = straight(dab(layer(), SKIN, 80, 80, 40, soft=0.01))[..., 3] > 0
    assert (mask_of(area) & hard).sum() >= 0.99 * hard.sum()
    assert mask_of(area).sum() <= hard.sum() * (1 + 0.02 * soft)


@pytest.mark.parametrize("soft", [0.01, 1, 4, 8, 20])
@pytest.mark.parametrize("store", [straight, premultiplied, made_straight_again])
def test_overlapping_dabs_are_kept_apart(soft: float, store: object) -> None:
    painting = dab(layer(), SKIN, 60, 60, 34, soft=soft)
    painting = dab(painting, RED, 100, 60, 34, soft=soft)
    painting = dab(painting, BLUE, 80, 95, 34, soft=soft)
    areas = find_areas(store(painting))  # type: ignore[operator]
    assert {area.color for area in areas} == {SKIN, RED, BLUE}
    assert len(areas) == 3


@pytest.mark.parametrize("soft", [0.01, 1, 8])
def test_dots_of_one_pixel_are_kept(soft: float) -> None:
    rgba_u8 = straight(dab(layer(), SKIN, 80, 80, 40, soft=soft))
    rgba_u8[80, 80] = (*BLUE, 255)
    rgba_u8[5, 5] = (*RED, 255)
    rgba_u8[5, 9] = (*RED, 90)
    found = [(area.left, area.top, area.color) for area in find_areas(rgba_u8)
             if area.spans.count == 1]  # fmt: skip
    assert found == [(5, 5, RED), (9, 5, RED), (80, 80, BLUE)]


def test_layer_of_low_opacity_is_read_like_a_full_one() -> None:
    painting = dab(layer(), SKIN, 80, 80, 40, soft=3)
    painting[..., 3] *= 0.3
    (area,) = find_areas(straight(painting))
    assert area.color == SKIN


def test_faint_breath_of_the_brush_is_no_hint() -> None:
    rgba_u8 = straight(dab(layer(), SKIN, 40, 40, 20, soft=1))
    rgba_u8[100:150, 100:150] = (*BLUE, 9)
    assert [area.color for area in find_areas(rgba_u8)] == [SKIN]


@pytest.mark.parametrize("quality", [95, 80])
def test_compressed_colors_within_a_dab_are_one(quality: int) -> None:
    rgba_u8 = straight(dab(dab(layer(), SKIN, 60, 80, 34, soft=0.01), RED, 110, 80, 34, soft=0.01))
    paper = np.where(rgba_u8[..., 3:] > 0, rgba_u8[..., :3], 255).astype(np.uint8)
    coded = cv2.imencode(".jpg", paper, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    rgba_u8[..., :3] = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR))
    areas = find_areas(rgba_u8)
    assert len(areas) == 2
    for area, wanted in zip(areas, sorted((SKIN, RED), reverse=True), strict=True):
        assert np.abs(np.subtract(area.color, wanted)).max() <= 4


def test_grain_and_a_gentle_gradient_within_a_dab_are_one() -> None:
    rgba_u8 = straight(dab(layer(), SKIN, 80, 80, 40, soft=0.01))
    grain = np.random.default_rng(3).normal(0, 5, (SIDE, SIDE, 3))
    slope = np.linspace(0.8, 1, SIDE)[:, None, None]
    for look in (rgba_u8[..., :3] + grain, rgba_u8[..., :3] * slope):
        worn = rgba_u8.copy()
        worn[..., :3] = np.clip(np.round(look), 0, 255)
        assert len(find_areas(worn)) == 1


def test_dark_straight_colors_are_not_taken_for_multiplied_ones() -> None:
    (area,) = find_areas(straight(dab(layer(), (14, 10, 12), 80, 80, 40, soft=8)))
    assert area.color == (14, 10, 12)


def test_thin_antialiased_strokes_that_cross_keep_their_colors() -> None:
    large = np.zeros((SIDE * 4, SIDE * 4, 4), dtype=np.uint8)
    for color, ends in ((RED, ((40, 60), (600, 560))), (BLUE, ((600, 60), (40, 560)))):
        stroke = np.zeros(large.shape[:2], dtype=np.uint8)
        cv2.line(stroke, *ends, 255, 8)
        large[stroke > 0] = (*color, 255)
    share = large.reshape(SIDE, 4, SIDE, 4, 4).astype(np.float64)
    alpha = share[..., 3].mean(axis=(1, 3)) / 255
    color = (share[..., :3] * share[..., 3:] / 255).mean(axis=(1, 3))
    rgba_u8 = straight(np.dstack([color / np.maximum(alpha, 1e-9)[..., None], alpha]))
    areas = find_areas(rgba_u8)
    assert {area.color for area in areas} == {RED, BLUE}
    assert len(areas) <= 4
