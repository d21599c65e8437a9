"""References: figures of a page, their line art, regions and tones."""

import cv2
import numpy as np
import pytest

from models.color import pack_colors, unpack_colors
from models.matching.extraction import find_lines
from models.matching.references import PointPair, References, UnusableReferenceError
from models.matching.sheets import Reference, figure_places, figures_of
from models.matching.tones import find_tones, is_tone
from tests.helpers.figures.sheet_figure import COLORS, HAIR, SHIRT, figure, ink_on


def shown_of(reference):
    """A picture of what a reference's regions are coloured, uint8 (H, W, 3)."""
    shown = np.full(reference.rgb_u8.shape, 255, dtype=np.uint8)
    for each in figures_of(reference):
        table = unpack_colors(np.maximum(each.tones.color, 0))
        shown[each.place.slices] = table[each.labels]
    return shown


def test_colors_of_a_sheet_are_exact_with_and_without_its_line_art():
    line, flat = figure()
    inside = line == 255
    for reference in (Reference(flat, line_u8=line), Reference(ink_on(line, flat))):
        found = shown_of(reference)
        assert (found == flat).all(axis=2)[inside].mean() > 0.97
        assert {tuple(color) for color in found[inside]} >= set(COLORS)


def test_found_lines_are_where_lines_were_drawn():
    line, flat = figure()
    found = find_lines(ink_on(line, flat))
    near = cv2.erode(line, np.ones((3, 3), dtype=np.uint8)) < 128
    assert (found < 128)[line == 0].mean() > 0.95
    assert near[found < 128].mean() > 0.9


def test_where_colors_meet_without_a_line_one_is_found_but_not_at_shade():
    flat = np.full((120, 160, 3), 255, dtype=np.uint8)
    flat[20:100, 20:80], flat[20:100, 80:140] = (220, 60, 60), (60, 90, 200)
    flat[60:100, 20:80] = (176, 48, 52)  # shade of the red
    found = find_lines(flat) < 128
    assert found[40:90, 77:83].any(axis=1).all()
    assert not found[56:64, 30:70].any()


def test_shade_and_highlight_are_tones_of_their_base():
    rgb = np.full((60, 60, 3), HAIR, dtype=np.uint8)
    rgb[40:], rgb[:6] = (64, 43, 108), (122, 98, 180)
    labels = np.zeros((60, 60), dtype=np.int32)
    tones = find_tones(rgb, labels, np.ones((60, 60), dtype=bool), 1)
    assert tones.color.tolist() == [int(pack_colors(np.array(HAIR, dtype=np.uint8)))]
    (group,) = tones.groups
    assert group.base == HAIR
    assert group.shades == ((64, 43, 108),)
    assert group.highlights == ((122, 98, 180),)
    assert not is_tone(0xE65050, 0x3C46D0)


def test_a_region_in_shade_alone_has_the_base_of_those_that_show_both():
    rgb = np.full((40, 80, 3), (100, 65, 60), dtype=np.uint8)
    rgb[:30, :40] = (150, 100, 90)
    labels = np.zeros((40, 80), dtype=np.int32)
    labels[:, 40:] = 1
    tones = find_tones(rgb, labels, np.ones((40, 80), dtype=bool), 2)
    assert tones.color.tolist()[0] in (0x96645A, 0x64413C)
    assert tones.color[0] == tones.color[1]


def test_a_region_of_many_colors_tells_none_beside_flat_ones():
    rgb = np.random.default_rng(0).integers(0, 256, (60, 60, 3)).astype(np.uint8)
    rgb[:, 30:] = HAIR
    labels = np.zeros((60, 60), dtype=np.int32)
    labels[:, 30:] = 1
    tones = find_tones(rgb, labels, np.ones((60, 60), dtype=bool), 2)
    assert tones.color.tolist() == [-1, int(pack_colors(np.array(HAIR, dtype=np.uint8)))]
    assert [group.base for group in tones.groups] == [HAIR]
    shown_of(Reference(rgb))  # a picture of noise is no error


def test_a_page_with_two_figures_is_two_and_one_is_whole():
    line, flat = figure()
    other_line, other_flat = figure(mirrored=True)
    page = np.hstack([ink_on(line, flat), ink_on(other_line, other_flat)])
    left, right = figure_places(page)
    assert left.right <= right.left + 20
    assert left.left < 128 < left.right
    assert len(figure_places(ink_on(line, flat))) == 1
    assert len(figures_of(Reference(page))) == 2


def test_a_figure_that_is_open_to_the_ground_is_parted_from_it():
    line, flat = figure()
    line[112:160, 90:166] = 255  # no line around the shirt any more
    (found,) = figures_of(Reference(flat, line_u8=line))
    shirt = found.tones.color[found.labels[130, 128]]
    assert tuple(unpack_colors(np.array([shirt]))[0].tolist()) == SHIRT
    assert not found.is_ground[found.labels[130, 128]]
    assert found.is_ground[found.labels[5, 5]]


def test_references_are_told_apart_by_content_and_forget_pairs_with_their_picture():
    line, flat = figure()
    one, other = Reference(flat, "a"), Reference(flat, "b", line)
    assert one != other
    assert one == Reference(flat.copy(), "c")
    both = References((one,)).with_pictures((other, one))
    assert both.pictures == (one, other)
    paired = both.with_pair(PointPair((1, 2), (3, 4), 0)).with_pair(PointPair((5, 6), (7, 8), 1))
    assert paired.without(0).pairs == (PointPair((5, 6), (7, 8), 0),)
    with pytest.raises(UnusableReferenceError, match="not there"):
        References((one,), (PointPair((1, 2), (3, 4), 1),))
    with pytest.raises(ValueError, match="save both in one size"):
        Reference(flat, "a.png", line[:-1])
