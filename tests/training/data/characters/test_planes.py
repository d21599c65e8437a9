"""Promises of the characters' planes: colours by region number, smooth borders, traced strokes."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.data.characters import Framing, ViewChoice, draw_character
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import as_points, bend, normals, ribbon, smooth
from training.data.characters.drawing.lookup import count_values, look_up, smooth_flat
from training.data.characters.drawing.marks import Stroke
from training.data.characters.drawing.shading import Light
from training.data.characters.drawing.tracing import SHIFT, Traced, pen_outlines
from training.data.characters.figure.palette import choose_palette


def numbers(most, side=24):
    return np.random.default_rng(most).integers(0, most, (side, side)).astype(np.int16)


@pytest.mark.parametrize("most", [3, 256, 257, 900])
def test_every_pixel_gets_its_regions_entry_however_many_regions_there_are(most):
    rng = np.random.default_rng(0)
    owner = numbers(most)
    colors = rng.integers(0, 256, (most, 3)).astype(np.uint8)
    assert np.array_equal(look_up(colors, owner), colors[owner])
    assert np.array_equal(look_up(colors[:, 0].copy(), owner), colors[:, 0][owner])
    assert np.array_equal(count_values(owner, most), np.bincount(owner.ravel(), minlength=most))


@pytest.mark.parametrize("factor", [1, 2, 3])
def test_smooth_flat_is_the_mean_of_the_large_picture(factor):
    colors = np.random.default_rng(1).integers(0, 256, (5, 3)).astype(np.uint8)
    owner = numbers(5, side=12 * factor)
    owner[: 6 * factor] = 3
    near = np.ascontiguousarray(owner[factor // 2 :: factor, factor // 2 :: factor])
    smooth_u8 = smooth_flat(colors, owner, factor=factor, flat=look_up(colors, near))
    mean = cv2.resize(colors[owner], (12, 12), interpolation=cv2.INTER_AREA)
    assert np.abs(smooth_u8.astype(int) - mean).max() <= 1
    assert (smooth_u8[:6] == colors[3]).all()


def test_strokes_traced_together_are_as_wide_as_their_pens():
    points = [bend((0, 0), (30, 0), (60, 0)), bend((5, 10), (5, 20), (5, 40), 5)]
    strokes = [Stroke(points[0], 2.0, 0.0, 1.0), Stroke(points[1], 1.0, 0.5, 0.5)]
    counts = np.array([9, 5])
    outlines = pen_outlines(np.concatenate(points), counts, strokes, 3.0)
    first, second = outlines[:18], outlines[18:]
    widths = np.hypot(*(first[:9] - first[:8:-1]).T)
    assert widths[0] == pytest.approx(0)
    assert widths[-1] == pytest.approx(6)
    assert (np.diff(widths) >= -1e-9).all()
    across = np.hypot(*(second[:5] - second[:4:-1]).T)
    assert across[[0, -1]] == pytest.approx([1.5, 1.5])
    assert across[2] == pytest.approx(3.0, abs=0.05)
    for stroke, own in zip(strokes, (first, second)):  # alone as in company
        count = len(stroke.points)
        alone = pen_outlines(stroke.points, np.array([count]), [stroke], 3.0)
        assert np.allclose(alone, own)


def test_traced_paths_lie_where_they_are_placed():
    drawing = Drawing(palette=choose_palette(np.random.default_rng(0)), light=Light(0.0, -1.0))
    square = as_points([(0, 0), (1, 0), (1, 1), (0, 1)])
    drawing.pen(Stroke(square, 1.0), solids=[square])
    traced = Traced(drawing, scale=10.0, shift=np.array([3.0, 5.0]), width_px=2.0)
    polygon = traced.path(drawing.items[0].solids[0])
    assert polygon.points.tolist() == [[48, 80], [208, 80], [208, 240], [48, 240]]
    assert polygon.bounds == (3, 5, 14, 16)
    outline = traced.stroke(drawing.items[0].strokes[0])
    assert len(outline.points) == 8
    assert outline.points.min() >> SHIFT >= 2


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=10, derandomize=True, database=None)
def test_masks_and_colors_agree_and_the_same_seed_gives_the_same_bytes(seed):
    sample, again = (draw_character(seed, size=72) for _ in range(2))
    regions = sample.regions
    assert np.array_equal(sample.figure > 0, regions > 0)
    _, first, number = np.unique(regions, return_index=True, return_inverse=True)
    number = number.reshape(regions.shape)
    for plane in (sample.flat, sample.labels):
        each = plane.reshape(regions.size, -1)[first]
        assert np.array_equal(each[number].reshape(plane.shape), plane)
    for name in ("color", "figure", "line", "flat", "shade", "labels", "regions"):
        assert getattr(sample, name).tobytes() == getattr(again, name).tobytes(), name
    assert (sample.tags, sample.shapes) == (again.tags, again.shapes)


@pytest.mark.parametrize("closed", [False, True])
def test_smooth_curves_pass_through_their_knots(closed):
    knots = np.random.default_rng(2).uniform(-1, 1, (6, 2))
    curve = smooth(knots, closed=closed, steps=5)
    assert np.allclose(curve[::5], knots)
    assert len(curve) == (30 if closed else 26)


def test_ribbon_keeps_its_width_and_drops_loops_of_tight_bends():
    straight = as_points([(x, 0.0) for x in range(6)])
    left, right = ribbon(straight, np.full(6, 0.5))
    assert np.allclose(np.abs(left[:, 1]), 0.5)
    assert np.allclose(left[:, 1], -right[:, 1])
    bent = np.stack([np.cos(np.linspace(0, 3, 20)), np.sin(np.linspace(0, 3, 20))], axis=1)
    left, right = ribbon(bent, np.full(20, 1.5))
    assert min(len(left), len(right)) < 20
    assert np.allclose(np.hypot(*normals(bent).T), 1)


@pytest.mark.parametrize(
    ("seed", "framing", "yaw"),
    [
        (86, Framing.HALF, 90.0),  # combed back: a bare forehead in profile
        (28, Framing.HEAD, 40.0),  # a ponytail at the side of a head that is turned
        (65, Framing.HEAD, 90.0),  # arms spread, waved, on the hips
        (10, Framing.HEAD, 40.0),
        (84, Framing.HALF, None),
        (68, Framing.HALF, 90.0),
    ],
)
def test_a_line_runs_all_along_the_outline_of_a_figure(seed, framing, yaw):
    view = ViewChoice(framing=framing, yaw=yaw, backdrop="none", company=False)
    sample = draw_character(seed, size=384, view=view)
    ground = (sample.figure == 0).astype(np.uint8)
    rim = (cv2.dilate(ground, np.ones((3, 3), np.uint8)) > 0) & (ground == 0)
    inked = cv2.erode(sample.line, np.ones((5, 5), np.uint8)) < 128
    bare = (rim & ~inked)[3:-3, 3:-3]
    assert bare.sum() <= 4
