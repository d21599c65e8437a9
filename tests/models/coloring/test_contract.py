"""Promises of models.coloring.contract and of the regions that hold it at both sizes."""

import cv2
import numpy as np
import pytest

from models.color import pack_colors, unpack_colors
from models.coloring.contract import choose_colors, claim_regions
from models.coloring.palette import close_calls
from models.coloring.region_color import (
    DrawingRegions,
    choose_region_colors,
    find_drawing_regions,
    make_region_guide,
)
from models.geometry import Rect, Size, SizeRule
from models.hints.hints import AreaHint, HintSet, PointHint, StrokeHint
from models.hints.spans import spans_of_mask
from models.regions.sampled import KeptLabels, sample_regions
from models.regions.wishes import Join, RegionWishes

RED, BLUE, GREEN, SKIN = (200, 30, 30), (20, 40, 220), (30, 160, 60), (240, 200, 170)


def rooms():
    """Labels of three rooms side by side, 40 × 60 each, and their sampled view at half size."""
    labels = np.repeat(np.arange(3, dtype=np.int32), 60)[None].repeat(40, axis=0)
    return labels, sample_regions(labels, 3, Size(20, 90))


def flats(*columns, size=(20, 90)):
    """A picture of vertical bands: (first column, colour) each."""
    picture = np.zeros((*size, 3), np.uint8)
    for first, color in columns:
        picture[:, first:] = color
    return picture


def choose(
    picture, hints=(), palette=(), regions=None, ink=None, *, names_parts=False, is_exact=None
):
    labels, sampled = regions or rooms()
    hints = HintSet(tuple(hints))
    sure = np.ones(sampled.labels.shape, bool)
    claims = claim_regions(labels, hints, sampled)
    return choose_colors(
        picture,
        sampled,
        sure,
        claims=claims,
        hints=hints,
        palette=palette,
        ink=ink,
        is_exact=names_parts if is_exact is None else is_exact,
        names_parts=names_parts,
    )


def native_colors(parts, picture):
    """What the parts make of a picture carried to native size: uint8 (40, 180, 3)."""
    labels, _ = rooms()
    carried = cv2.resize(picture, (180, 40), interpolation=cv2.INTER_NEAREST)
    return parts.color[parts.parts_at(labels, pack_colors(carried))]


def test_region_with_hints_of_one_color_has_exactly_that():
    picture = flats((0, (10, 10, 10)), (17, BLUE), (60, GREEN))
    parts = choose(picture, [PointHint(20, 20, RED), PointHint(50, 8, RED)])
    colors = native_colors(parts, picture)
    assert (colors[:, :60] == RED).all()
    assert (colors[:, 60:120] == BLUE).all()


def test_region_with_two_colors_is_split_where_the_generator_splits_it():
    nearly_red, nearly_blue = (190, 45, 40), (35, 50, 200)
    picture = flats((0, nearly_red), (11, nearly_blue), (30, SKIN))
    parts = choose(picture, [PointHint(5, 20, RED), PointHint(50, 20, BLUE)])
    colors = native_colors(parts, picture)
    assert (colors[:, :22] == RED).all()
    assert (colors[:, 22:60] == BLUE).all()
    assert (colors[:, 60:] == SKIN).all()


def test_third_color_of_the_generator_stays_beside_two_hints():
    picture = flats((0, RED), (10, BLUE), (20, SKIN), (30, GREEN))
    parts = choose(picture, [PointHint(5, 20, RED), PointHint(30, 20, BLUE)])
    colors = native_colors(parts, picture)
    assert [tuple(colors[20, x]) for x in (4, 30, 50)] == [RED, BLUE, SKIN]


def inner_room():
    """Labels of a closed room, 1, within the background, and their sampled view."""
    labels = np.zeros((40, 180), np.int32)
    labels[4:36, 60:120] = 1
    return labels, sample_regions(labels, 2, Size(20, 90))


@pytest.mark.parametrize(
    ("is_exact", "share", "expected"),
    [
        (True, 0.3, {SKIN}),
        (True, 0.45, {SKIN, RED}),
        (False, 0.1, {SKIN, RED}),  # a lock of hair that is open to the face
        (False, 0.04, {SKIN}),
    ],
)
def test_closed_region_without_hints_has_one_color_unless_another_has_its_share(
    is_exact, share, expected
):
    labels, sampled = inner_room()
    picture = flats((0, GREEN), (30, SKIN), (60 - round(30 * share), RED), (60, GREEN))
    parts = choose(picture, regions=(labels, sampled), is_exact=is_exact)
    inside = parts.color[parts.parts_at(sampled.labels, pack_colors(picture))][2:18, 30:60]
    assert {tuple(color) for color in inside.reshape(-1, 3).tolist()} == expected


def test_open_figure_keeps_its_color_in_the_background_and_specks_vanish():
    picture = flats((0, SKIN), (20, RED))
    picture[3:5, 4:7] = (250, 225, 200)
    picture[:, 30:] = SKIN
    parts = choose(picture)
    colors = native_colors(parts, picture)
    assert (colors[:, :40] == SKIN).all()
    assert (colors[:, 40:60] == RED).all()


def test_other_parts_stay_beside_one_hint_of_an_open_figure():
    picture = flats((0, RED), (10, SKIN), (20, (255, 255, 255)), size=(20, 90))
    hint = PointHint(5, 20, RED)
    labels = np.zeros((40, 180), np.int32)
    regions = labels, sample_regions(labels, 1, Size(20, 90))
    filled = PointHint(5, 20, RED, is_local=True)
    for given, names_parts, expected in (
        (hint, False, {RED}),
        (hint, True, {RED, SKIN, (255, 255, 255)}),
        (filled, True, {RED}),
    ):
        parts = choose(picture, [given], regions=regions, names_parts=names_parts)
        colors = parts.color[parts.parts_at(regions[1].labels, pack_colors(picture))]
        assert {tuple(color) for color in colors.reshape(-1, 3).tolist()} == expected


def test_closed_region_with_a_hint_keeps_another_parts_color_but_no_other_hints():
    labels, sampled = inner_room()
    hints = [PointHint(65, 20, RED), PointHint(10, 20, GREEN)]

    def inside(other, first=50):
        picture = flats((0, GREEN), (30, RED), (first, other), (60, GREEN))
        parts = choose(picture, hints, regions=(labels, sampled), names_parts=True)
        colors = parts.color[parts.parts_at(sampled.labels, pack_colors(picture))][2:18, 30:60]
        return {tuple(color) for color in colors.reshape(-1, 3).tolist()}

    assert inside(SKIN) == {RED, SKIN}
    assert inside(GREEN) == {RED}
    # What has hardly a place of its own was meant for the whole; specks of others are none.
    assert inside(SKIN, first=32) == {RED}
    assert inside(SKIN, first=58) == {RED}


def test_hint_in_a_pocket_keeps_to_it_where_the_rest_is_another_hints():
    line = np.full((120, 160), 255, np.uint8)
    cv2.rectangle(line, (5, 5), (154, 114), 0, 3)
    cv2.line(line, (110, 5), (110, 114), 0, 3)
    cv2.ellipse(line, (40, 50), (14, 9), 0, 40, 340, 0, 2)  # an eye that is open to the face
    labels = np.zeros(line.shape, np.int32)
    labels[:, 110:] = 1
    regions = (labels, sample_regions(labels, 2, Size(120, 160)))
    picture = flats((0, SKIN), size=line.shape)
    cv2.ellipse(picture, (40, 50), (13, 8), 0, 0, 360, (235, 235, 250), -1)
    white = PointHint(40, 50, (240, 240, 245), 3)
    hints = [white, PointHint(130, 60, SKIN, 3)]
    ink = (255 - line).astype(np.float32) / 255
    parts = choose(picture, hints, regions=regions, ink=ink)
    colors = parts.color[parts.parts_at(labels, pack_colors(picture))]
    assert tuple(colors[50, 40]) == white.color
    assert tuple(colors[90, 80]) == SKIN
    # The same dab in the open is a word about the whole region.
    hints = [PointHint(70, 80, white.color, 3), PointHint(130, 60, SKIN, 3)]
    parts = choose(flats((0, SKIN), size=line.shape), hints, regions=regions, ink=ink)
    assert tuple(parts.color[parts.first[0]]) == white.color
    assert not parts.several[0]


def test_slip_over_a_line_is_no_claim():
    stroke = StrokeHint(((20, 20), (58, 20)), RED, 3)
    picture = flats((0, SKIN), (30, GREEN), (60, BLUE))
    labels, sampled = rooms()
    claims = claim_regions(labels, HintSet((stroke,)), sampled)
    assert claims.region.tolist() == [0]
    parts = choose(picture, [stroke])
    assert parts.claimed_parts(np.array([1], np.int32), np.array([1], np.int32)).tolist() == [-1]
    assert (native_colors(parts, picture)[:, 60:120] == GREEN).all()


def test_later_hint_covers_an_earlier_one():
    labels, sampled = rooms()
    hints = HintSet((PointHint(20, 20, RED, 4), PointHint(20, 20, BLUE, 6)))
    assert claim_regions(labels, hints, sampled).hint.tolist() == [2]


def test_color_between_known_ones_takes_the_nearest_part_of_its_region():
    picture = flats((0, RED), (15, BLUE), (30, GREEN))
    parts = choose(picture, [PointHint(5, 20, RED), PointHint(50, 20, BLUE)])
    unseen = np.array([[pack_colors(np.array((60, 60, 190), np.uint8))]], np.int32)
    part = parts.parts_at(np.zeros((1, 1), np.int32), unseen)
    assert tuple(parts.color[part[0, 0]]) == BLUE


def test_palette_decides_last_and_equal_swatches_make_one_part():
    palette = (SKIN, (210, 20, 20), (0, 0, 0))
    picture = flats((0, RED), (15, (180, 50, 40)), (30, SKIN), (60, (20, 20, 20)))
    parts = choose(picture, [PointHint(5, 20, RED), PointHint(50, 20, (190, 40, 30))], palette)
    assert len(parts.color) == 3
    assert {tuple(color) for color in parts.color.tolist()} == set(palette)
    assert tuple(parts.listed.wanted[0]) == RED


def test_region_too_thin_for_the_small_size_has_its_place_there():
    labels = np.zeros((40, 180), np.int32)
    labels[:, 101] = 1
    sampled = sample_regions(labels, 2, Size(4, 18))
    assert sampled.missed.tolist() == [1]
    picture = flats((0, RED), (9, BLUE), size=(4, 18))
    parts = choose(picture, regions=(labels, sampled))
    assert tuple(parts.color[parts.first[1]]) == BLUE
    hinted = choose(picture, [PointHint(101.5, 20, GREEN, 0.4)], regions=(labels, sampled))
    assert tuple(hinted.color[hinted.first[1]]) == GREEN


@pytest.mark.parametrize("shape", [(9, 8), (3, 4)])
@pytest.mark.parametrize(("most", "bytes_each"), [(255, 1), (256, 2), (65_536, 4)])
def test_kept_labels_answer_slices_like_an_array(shape, most, bytes_each):
    small = np.linspace(0, most, 12).astype(np.int32).reshape(3, 4)
    kept = KeptLabels.of(small, most + 1, shape)
    assert kept.small.nbytes == bytes_each * small.size
    whole = small.repeat(shape[0] // 3, axis=0).repeat(shape[1] // 4, axis=1)
    for rows in (slice(0, 9), slice(2, 7), slice(8, 20)):
        assert kept[rows].dtype == np.int32
        assert np.array_equal(kept[rows], whole[rows])
        assert np.array_equal(kept[rows, slice(1, 3)], whole[rows, slice(1, 3)])


@pytest.mark.parametrize("enlarged", [False, True])
def test_painter_counts_hints_and_palette(enlarged):
    line = np.full((80, 120), 255, np.uint8)
    cv2.rectangle(line, (5, 5), (114, 74), 0, 3)
    cv2.line(line, (60, 5), (60, 74), 0, 3)
    regions = find_drawing_regions(line)
    if enlarged:
        regions = DrawingRegions.of(regions.labels[::2, ::2], line.shape)
    frame = SizeRule(multiple_of=1, minimum=1).frame(Size(80, 120), long_side=60)
    guide = make_region_guide(regions, frame)
    hints = HintSet((PointHint(30, 40, RED, 3), PointHint(90, 40, BLUE, 3)))
    small = np.full((*frame.content.shape, 3), 255, np.uint8)
    sure = np.ones(frame.content.shape, bool)
    palette = ((255, 255, 255), RED, (25, 50, 205), (15, 30, 235))
    color = choose_region_colors(small, guide, sure, hints=hints, palette=palette)
    painter = color.painter()
    white = np.full(line.shape, 0xFFFFFF, np.int32)
    strips = []
    for place in (Rect(0, 0, 120, 37), Rect(0, 37, 50, 80), Rect(50, 37, 120, 80)):
        owner = painter.owners(place.slices[0])
        own = None if owner is None else owner[:, place.slices[1]]
        painted = painter.paint(place, white[place.slices], own)
        painter.take(painted.counts)
        strips.append(painted.packed)
    rgb = unpack_colors(np.concatenate([strips[0], np.concatenate(strips[1:], axis=1)]))
    report = painter.report()
    assert tuple(rgb[20, 30]) == RED
    assert (report.hints_visible, report.hints_obeyed) == (2, 2)
    assert report.pixels == line.size
    blue_room = (rgb == rgb[40, 90]).all(axis=2).sum()
    assert (report.off_before, report.off_after) == (blue_room, 0)
    (close,) = report.ambiguous
    assert (close.wanted, close.pixels) == (BLUE, blue_room)
    assert 62 < close.x < 113 and 8 < close.y < 72  # noqa: PT018 - one place


def test_close_calls_are_those_between_two_swatches():
    colors = np.array([RED, BLUE, (128, 128, 128)], np.uint8)
    palette = (RED, (26, 48, 210), (14, 32, 230), (0, 0, 0), (255, 255, 255))
    assert [call[0] for call in close_calls(colors, palette)] == [1]
    assert close_calls(colors, palette[:1]) == []


def test_hint_over_many_regions_speaks_for_each_and_not_where_it_slips():
    labels = (np.arange(240, dtype=np.int32) // 12)[None].repeat(40, axis=0)
    mask = np.zeros((40, 240), bool)
    mask[10:20, :216] = True
    mask[10, 216:219] = True
    left, top, spans = spans_of_mask(mask)
    sampled = sample_regions(labels, 20, Size(40, 240))
    claims = claim_regions(labels, HintSet((AreaHint(left, top, spans, RED),)), sampled)
    assert claims.region.tolist() == list(range(18))


def test_end_of_a_broad_stroke_over_a_line_is_no_claim_but_a_crossed_stripe_is():
    labels = np.zeros((120, 240), np.int32)
    labels[:, 60:70] = 1
    labels[:, 70:] = 2
    sampled = sample_regions(labels, 3, Size(120, 240))
    mask = np.zeros(labels.shape, bool)
    mask[50:62, 10:85] = True
    left, top, spans = spans_of_mask(mask)
    claims = claim_regions(labels, HintSet((AreaHint(left, top, spans, RED),)), sampled)
    assert claims.region.tolist() == [0, 1]


@pytest.mark.parametrize("joins", [(), (Join(((30.0, 40.0), (90.0, 40.0))),)])
@pytest.mark.parametrize("enlarged", [None, (173, 251), (88, 124)])
def test_bounds_of_regions_hold_them_and_no_more(enlarged, joins):
    line = np.full((80, 120), 255, np.uint8)
    cv2.rectangle(line, (5, 5), (114, 74), 0, 3)
    cv2.line(line, (60, 5), (60, 74), 0, 3)
    regions = find_drawing_regions(line, RegionWishes(joins=joins))
    if enlarged:
        regions = DrawingRegions.of(regions.labels[:], enlarged)
    assert regions.count == len(regions.bounds) == 3 - len(joins)
    labels = regions.labels[:]
    for region, bounds in enumerate(regions.bounds.tolist()):
        assert Rect.around(labels == region) == Rect(*bounds)
