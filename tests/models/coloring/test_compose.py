"""Promises of models.coloring.compose and line_guide: no fringe beside lines, bounded memory."""

import threading
import tracemalloc

import cv2
import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from models.cancel import Cancelled
from models.color import pack_colors
from models.coloring.compose import prepare_color
from models.coloring.full.picture import compose_full
from models.coloring.line_guide import make_guide
from models.coloring.painting import Painting
from models.geometry import Size, SizeRule
from models.hints.hints import HintSet, PointHint

COLORS = np.random.default_rng(1).integers(40, 250, (20, 3)).astype(np.uint8)


def never():
    return False


def discs(height, width, *, shaded):
    """Overlapping outlined ellipses.

    Returns line art uint8 (H, W), labels (H, W) and the true colour under the lines (H, W, 3).
    """
    rng = np.random.default_rng(8)
    labels = np.zeros((height, width), dtype=np.uint8)
    line = np.full((height, width), 255, dtype=np.uint8)
    for index in range(1, 20):
        centre = [int(rng.uniform(0.1, 0.9) * side) for side in (width, height)]
        axes = [int(rng.uniform(0.04, 0.2) * side) for side in (width, height)]
        angle = float(rng.uniform(0, 180))
        cv2.ellipse(labels, centre, axes, angle, 0, 360, index, -1)
        cv2.ellipse(line, centre, axes, angle, 0, 360, 255, -1)
        cv2.ellipse(line, centre, axes, angle, 0, 360, 0, int(rng.integers(1, 5)), cv2.LINE_AA)
    truth = COLORS[labels].astype(np.float32)
    if shaded:
        column = np.arange(width, dtype=np.float32)
        truth *= 0.85 + 0.15 * np.sin(column * 12 / width)[None, :, None]
    return line, labels, truth


def small_painting(line, labels, truth, frame, *, with_flats):
    """What a faultless generator would paint: the true picture, lines included, made small."""
    size = (frame.content.width, frame.content.height)
    picture = truth * (line / 255).astype(np.float32)[..., None]
    rgb = cv2.resize(picture, size, interpolation=cv2.INTER_AREA) / 255
    if not with_flats:
        return Painting(rgb=rgb)
    rows = ((np.arange(size[1]) + 0.5) * (labels.shape[0] / size[1])).astype(int)
    columns = ((np.arange(size[0]) + 0.5) * (labels.shape[1] / size[0])).astype(int)
    flat = COLORS[labels[rows[:, None], columns[None]]]
    return Painting(rgb=rgb, flat=(flat / 255).astype(np.float32))


def mean_difference(found_u8, truth, mask):
    """Mean CIEDE2000 over some ten thousand of the mask's pixels."""
    places = np.flatnonzero(mask)
    places = places[:: max(1, len(places) // 10_000)]
    found = rgb2lab(found_u8.reshape(-1, 3)[places][None] / 255)
    return float(deltaE_ciede2000(found, rgb2lab(truth.reshape(-1, 3)[places][None] / 255)).mean())


def compose(painting, line, frame, hints=None, is_cancelled=never):
    guide = make_guide(line, frame)
    hints = hints or HintSet()
    small_hints = hints.scaled(frame.scale_x, frame.scale_y)
    small = prepare_color(painting, guide, hints=small_hints)
    return compose_full(small, guide, line, hints=hints, is_cancelled=is_cancelled).laid


@pytest.mark.parametrize("with_flats", [True, False])
@pytest.mark.parametrize("shaded", [True, False])
def test_color_beside_lines_is_far_truer_than_bicubic(with_flats, shaded):
    height, width = 820, 1000
    line, labels, truth = discs(height, width, shaded=shaded)
    frame = SizeRule().frame(Size(height, width))
    painting = small_painting(line, labels, truth, frame, with_flats=with_flats)
    full = compose(painting, line, frame)
    small = np.round(np.clip(painting.rgb, 0, 1) * 255).astype(np.uint8)
    bicubic = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    paper = line > 250
    beside = paper & (cv2.erode(line, np.ones((13, 13), np.uint8)) < 128)
    error = mean_difference(full.rgba_u8[..., :3], truth, beside)
    assert error < 0.2 * mean_difference(bicubic, truth, beside)
    assert error < 0.6
    assert mean_difference(full.rgba_u8[..., :3], truth, paper) < 0.3


def test_flats_are_exact_off_the_lines_and_meet_under_them():
    line, labels, truth = discs(820, 1000, shaded=True)
    frame = SizeRule().frame(Size(820, 1000))
    painting = small_painting(line, labels, truth, frame, with_flats=True)
    flat = compose(painting, line, frame).flat_u8
    paper = line > 250
    assert (flat[paper] == COLORS[labels][paper]).all(axis=1).mean() > 0.9995
    assert set(np.unique(pack_colors(flat))) <= set(pack_colors(COLORS).tolist())


def test_border_follows_the_middle_of_a_thick_line():
    line = np.full((1000, 1000), 255, dtype=np.uint8)
    across = np.abs(np.arange(1000) - 503)
    line[:, across < 8] = (across[across < 8] * 30).astype(np.uint8)
    frame = SizeRule().frame(Size(1000, 1000))
    labels = np.zeros((1000, 1000), dtype=np.uint8)
    labels[:, 503:] = 1
    truth = COLORS[labels].astype(np.float32)
    flat = compose(small_painting(line, labels, truth, frame, with_flats=True), line, frame).flat_u8
    borders = np.argmax((flat == COLORS[1]).all(axis=2), axis=1)
    assert np.abs(borders - 503).max() <= 1


def test_one_pixel_line_keeps_two_colors_apart():
    line = np.full((1500, 1500), 255, dtype=np.uint8)
    line[:, 700] = 0
    labels = np.zeros((1500, 1500), dtype=np.uint8)
    labels[:, 700:] = 1
    truth = COLORS[labels].astype(np.float32)
    frame = SizeRule().frame(Size(1500, 1500))
    full = compose(small_painting(line, labels, truth, frame, with_flats=True), line, frame)
    assert (full.rgba_u8[:, :700, :3] == COLORS[0]).all()
    assert (full.rgba_u8[:, 701:, :3] == COLORS[1]).all()


def test_border_without_a_line_is_smooth():
    """A slanted border between flats: no steps of the size of a small pixel."""
    height = width = 1600
    line = np.full((height, width), 255, dtype=np.uint8)
    rows, columns = np.mgrid[:height, :width]
    labels = (columns > 500 + rows * 0.3).astype(np.uint8)
    truth = COLORS[labels].astype(np.float32)
    frame = SizeRule(preferred=160).frame(Size(height, width))
    flat = compose(small_painting(line, labels, truth, frame, with_flats=True), line, frame).flat_u8
    borders = np.argmax((flat == COLORS[1]).all(axis=2), axis=1)
    straight = 500 + np.arange(height) * 0.3
    assert np.abs(borders - straight)[20:-20].mean() < 3
    assert np.abs(np.diff(borders))[20:-20].max() <= 6


def test_solid_black_area_keeps_paper_beside_it_clean():
    line = np.full((1200, 1200), 255, dtype=np.uint8)
    cv2.circle(line, (600, 600), 250, 0, -1, cv2.LINE_AA)
    frame = SizeRule().frame(Size(1200, 1200))
    labels = np.zeros(line.shape, dtype=np.uint8)
    truth = COLORS[labels].astype(np.float32)
    full = compose(small_painting(line, labels, truth, frame, with_flats=True), line, frame)
    assert mean_difference(full.rgba_u8[..., :3], truth, line > 250) < 0.05


def test_grey_toned_surface_keeps_its_own_color():
    """Half-grey hair shaded by pencil is no line: its colour does not come from around it."""
    line = np.full((900, 900), 255, dtype=np.uint8)
    labels = np.zeros(line.shape, dtype=np.uint8)
    cv2.circle(labels, (450, 450), 200, 1, -1)
    line[labels == 1] = 150
    cv2.circle(line, (450, 450), 200, 0, 5)
    truth = COLORS[labels].astype(np.float32)
    frame = SizeRule().frame(Size(900, 900))
    flat = compose(small_painting(line, labels, truth, frame, with_flats=True), line, frame).flat_u8
    inside = cv2.erode(labels, np.ones((13, 13), np.uint8)) == 1
    assert (flat[inside] == COLORS[1]).all()


def test_darkness_that_a_network_smears_beside_lines_is_not_shown():
    line = np.full((512, 512), 255, dtype=np.uint8)
    line[:, 250:254] = 0
    frame = SizeRule().frame(Size(512, 512))
    flat = np.full((512, 512, 3), 0.8, dtype=np.float32)
    shade = np.ones_like(flat)
    shade[:, 249:255] = 0.5
    full = compose(Painting(rgb=flat * shade, flat=flat, shade=shade), line, frame)
    assert (full.rgba_u8[..., :3] == 204).all()
    assert (full.shade_u8 == 255).all()


def test_hint_is_exact_at_native_size():
    line, labels, truth = discs(820, 1000, shaded=True)
    frame = SizeRule().frame(Size(820, 1000))
    painting = small_painting(line, labels, truth, frame, with_flats=True)
    hints = HintSet((PointHint(300, 780, (1, 2, 3), 7), PointHint(701.3, 98.7, (9, 9, 9), 1)))
    full = compose(painting, line, frame, hints)
    assert (full.flat_u8[776:785, 296:305] == (1, 2, 3)).all()
    assert (full.rgba_u8[776:785, 296:305, :3] == (1, 2, 3)).all()
    assert (full.rgba_u8[98, 701, :3] == 9).all()


def test_guide_is_prepared_once():
    line, _, _ = discs(300, 400, shaded=False)
    guide = make_guide(line, SizeRule(preferred=128).frame(Size(300, 400)))
    first = guide.prepare_native(line, never)
    assert guide.prepare_native(line, never) is first


def test_cancelling_ends_between_strips():
    line, labels, truth = discs(2600, 1000, shaded=False)
    frame = SizeRule(preferred=128).frame(Size(2600, 1000))
    painting = small_painting(line, labels, truth, frame, with_flats=True)
    asked = []

    def is_cancelled():
        asked.append(True)
        return len(asked) > 4

    with pytest.raises(Cancelled):
        compose(painting, line, frame, is_cancelled=is_cancelled)
    assert len(asked) == 5


def test_large_picture_needs_little_beyond_its_layers():
    height, width = 2000, 1500
    line, labels, truth = discs(height, width, shaded=False)
    frame = SizeRule().frame(Size(height, width))
    painting = small_painting(line, labels, truth, frame, with_flats=True)
    shade = np.full_like(painting.rgb, 0.9)
    painting = Painting(rgb=painting.rgb, flat=painting.flat, shade=shade)
    guide = make_guide(line, frame)
    small = prepare_color(painting, guide, hints=HintSet())
    tracemalloc.start()
    full = compose_full(small, guide, line, hints=HintSet(), is_cancelled=never).laid
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    layers = full.rgba_u8.nbytes + full.flat_u8.nbytes + full.shade_u8.nbytes
    kept = guide.offsets.nbytes
    assert peak - layers - kept < 150 << 20


def test_other_threads_keep_running():
    """The longest that another thread waits for its turn stays far below a visible stop."""
    line, labels, truth = discs(1500, 2000, shaded=True)
    frame = SizeRule().frame(Size(1500, 2000))
    painting = small_painting(line, labels, truth, frame, with_flats=True)
    guide = make_guide(line, frame)
    small = prepare_color(painting, guide, hints=HintSet())
    done = threading.Event()
    turns = []

    def beat():
        while not done.wait(0.001):
            turns.append(True)

    thread = threading.Thread(target=beat)
    thread.start()
    compose_full(small, guide, line, hints=HintSet(), is_cancelled=never)
    done.set()
    thread.join()
    assert len(turns) > 20
