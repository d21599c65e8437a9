"""Promises of models.coloring.trace: guide lines become areas, and leave the drawing."""

import cv2
import numpy as np
import pytest

from models.coloring.trace import (
    TraceArea,
    TraceAreas,
    TraceColor,
    paint_areas,
    read_color_trace,
)

RED, BLUE, GREEN = (225, 35, 45), (40, 60, 230), (40, 180, 60)


def sheet(height=240, width=320):
    """A black frame on white paper, RGBA."""
    rgba = np.full((height, width, 4), 255, np.uint8)
    cv2.rectangle(rgba, (20, 20), (width - 21, height - 21), (0, 0, 0, 255), 4)
    return rgba


def draw_line(rgba, color, start, end):
    cv2.line(rgba, start, end, (*color, 255), 2, cv2.LINE_AA)


def areas_of(rgba):
    return read_color_trace(rgba).areas.areas_u8


@pytest.mark.parametrize(
    ("color", "area"),
    [(RED, TraceArea.SHADE), (BLUE, TraceArea.HIGHLIGHT), (GREEN, TraceArea.SHADE)],
)
def test_smaller_side_of_a_line_is_its_area(color, area):
    rgba = sheet()
    draw_line(rgba, color, (220, 22), (220, 218))
    areas = areas_of(rgba)
    assert areas[120, 100] == TraceArea.LIT
    assert areas[120, 260] == area
    assert areas[5, 5] == TraceArea.NONE  # outside the frame no line says anything


def test_lit_and_shaded_stripes_alternate():
    rgba = sheet()
    for x in (170, 220, 260):
        draw_line(rgba, RED, (x, 22), (x, 218))
    areas = areas_of(rgba)
    expected = [TraceArea.LIT, TraceArea.SHADE, TraceArea.LIT, TraceArea.SHADE]
    assert [areas[120, x] for x in (90, 195, 240, 280)] == expected


def test_loop_of_trace_encloses_its_area():
    rgba = sheet()
    cv2.circle(rgba, (110, 110), 30, (*BLUE, 255), 2, cv2.LINE_AA)
    cv2.ellipse(rgba, (230, 120), (30, 50), 0, 0, 360, (*RED, 255), 2, cv2.LINE_AA)
    areas = areas_of(rgba)
    assert areas[110, 110] == TraceArea.HIGHLIGHT
    assert areas[120, 230] == TraceArea.SHADE
    assert areas[60, 170] == TraceArea.LIT
    share = (areas == TraceArea.HIGHLIGHT).sum() / (np.pi * 30**2)
    assert 0.9 < share < 1.1


def test_trace_lines_leave_the_drawing_and_ink_stays():
    rgba = sheet()
    without = rgba.copy()
    for color, x in ((RED, 100), (BLUE, 160), (GREEN, 220)):
        draw_line(rgba, color, (x, 10), (x, 230))
    traced = read_color_trace(rgba)
    assert traced.colors == (TraceColor.RED, TraceColor.BLUE, TraceColor.GREEN)
    inside = (slice(30, 210), slice(30, 290))
    assert int(traced.rgba_u8[inside].min()) >= 245
    # The frame was drawn over; it is whole again.
    assert int(traced.rgba_u8[20, 40:280, :3].max()) < 128
    untouched = (rgba == without).all(axis=2)
    far = cv2.erode(untouched.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert np.array_equal(traced.rgba_u8[far], rgba[far])


def test_trace_lines_leave_nothing_dark_in_a_jpeg():
    rgba = sheet()
    cv2.polylines(rgba, [np.array([(180, 60), (150, 120), (180, 219)])], False, (255, 0, 0, 255), 2)
    draw_line(rgba, BLUE, (21, 150), (120, 80))
    _, data = cv2.imencode(".jpg", rgba[..., 2::-1], [cv2.IMWRITE_JPEG_QUALITY, 90])
    packed = cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1]
    clean = read_color_trace(np.dstack([packed, rgba[..., 3]])).rgba_u8
    assert clean[30:210, 30:290, :3].max(axis=2).min() > 235
    assert clean[148:153, 20:22, :3].max() < 60


def test_a_trace_line_between_two_lines_of_ink_leaves_paper_between_them():
    rgba = sheet()
    for x in (100, 108, 180, 190):
        cv2.line(rgba, (x, 40), (x, 200), (0, 0, 0, 255), 2, cv2.LINE_AA)
    for x in (104, 185):
        draw_line(rgba, RED, (x, 30), (x, 210))
    clean = read_color_trace(rgba).rgba_u8
    assert int(clean[50:190, [104, 184, 185, 186]].min()) > 200
    assert int(clean[50:190, [100, 108, 180, 190], :3].max()) < 60


@pytest.mark.parametrize("angle", range(0, 180, 15))
@pytest.mark.parametrize("slant", [90, 45])
def test_ink_is_whole_again_under_a_trace_line_at_any_angle(angle, slant):
    rgba = sheet()
    ends, trace = (
        [(round(160 + sign * reach.real), round(120 + sign * reach.imag)) for sign in (-1, 1)]
        for reach in (60 * np.exp(1j * np.deg2rad(turn)) for turn in (angle, angle + slant))
    )
    cv2.line(rgba, *ends, (0, 0, 0, 255), 3, cv2.LINE_AA)
    draw_line(rgba, RED, *trace)
    clean = read_color_trace(rgba).rgba_u8
    walk = np.linspace(ends[0], ends[1], 200).round().astype(int)[10:-10]
    assert int(clean[walk[:, 1], walk[:, 0], :3].max()) < 140


def compressed(rgba):
    """As a JPEG leaves it, whose colours run over into the ink."""
    _, data = cv2.imencode(".jpg", rgba[..., :3], [cv2.IMWRITE_JPEG_QUALITY, 85])
    rgb = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))
    return np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])


@pytest.mark.parametrize("is_compressed", [False, True])
@pytest.mark.parametrize("color", [RED, BLUE, GREEN])
def test_curved_ink_keeps_its_width_where_trace_lines_end_on_it(color, is_compressed):
    plain = sheet()
    cv2.ellipse(plain, (160, 120), (70, 85), 0, 0, 360, (0, 0, 0, 255), 3, cv2.LINE_AA)
    rgba = plain.copy()
    for turn in range(20, 380, 45):
        out = np.exp(1j * np.deg2rad(turn))
        ends = [
            (round(160 + 70 * r * out.real), round(120 + 85 * r * out.imag)) for r in (0.7, 1.03)
        ]
        draw_line(rgba, color, *ends)
    clean = read_color_trace(compressed(rgba) if is_compressed else rgba).rgba_u8[..., 0]
    core = plain[..., 0] == 0
    assert int(clean[core].max()) < 110
    beside = cv2.erode(plain[..., 0], np.ones((5, 5), np.uint8)) == 255
    assert np.percentile(clean[beside], 0.5) > 200


@pytest.mark.parametrize("height", [5, 9, 14])
def test_a_hole_in_a_trace_line_is_no_area(height):
    rgba = sheet()
    rgba[60:180, 148:154, :3] = (255, 0, 0)
    rgba[100 : 100 + height, 150:152, :3] = 255
    traced = read_color_trace(rgba)
    assert traced.colors == (TraceColor.RED,)
    assert not traced.areas.areas_u8.any()


def test_tinted_paper_shows_where_a_trace_line_was():
    paper = (248, 243, 230)
    rgba = sheet()
    rgba[..., :3] = np.minimum(rgba[..., :3], paper)
    draw_line(rgba, RED, (220, 22), (220, 218))
    left = read_color_trace(rgba).rgba_u8[40:200, 200:240, :3].astype(int)
    assert np.abs(left - paper).max() <= 3


def test_drawing_without_trace_lines_is_left_alone():
    rgba = sheet()
    cv2.circle(rgba, (150, 120), 40, (120, 80, 40, 255), 2, cv2.LINE_AA)  # sepia is ink
    rgba[3, 3] = (255, 0, 0, 255)  # a speck
    traced = read_color_trace(rgba)
    assert traced.rgba_u8 is rgba
    assert (traced.colors, traced.areas) == ((), None)


def test_roles_can_be_chosen_and_other_colors_stay():
    rgba = sheet()
    draw_line(rgba, RED, (220, 22), (220, 218))
    draw_line(rgba, BLUE, (80, 22), (80, 218))
    traced = read_color_trace(rgba, {TraceColor.RED: TraceArea.HIGHLIGHT})
    assert traced.areas.areas_u8[120, 260] == TraceArea.HIGHLIGHT
    assert np.array_equal(traced.rgba_u8[40:200, 70:90], rgba[40:200, 70:90])


def test_ink_on_a_transparent_sheet_stays_so():
    rgba = sheet()
    rgba[..., 3] = 255 - rgba[..., 0]
    rgba[..., :3] = 0
    rgba[40:200, 219:222] = (*RED, 255)
    rgba[20:24, 218:223] = (*RED, 255)
    rgba[24:40, 219:222] = (*RED, 255)
    rgba[200:220, 219:222] = (*RED, 255)
    traced = read_color_trace(rgba)
    assert not traced.rgba_u8[60:180, 210:230, 3].any()
    assert traced.areas.areas_u8[120, 260] == TraceArea.SHADE


def test_areas_replace_other_shading_and_nothing_else():
    flat = np.full((20, 30, 3), (200, 120, 80), np.uint8)
    rgb = np.full_like(flat, 90)
    areas = np.zeros((20, 30), np.uint8)
    areas[:, 10:] = TraceArea.LIT
    areas[:, 20:25] = TraceArea.SHADE
    areas[:, 25:] = TraceArea.HIGHLIGHT
    painted = paint_areas(flat, rgb, areas, slice(0, 20))
    assert (painted[:, :10] == 90).all()
    assert (painted[:, 12:18] == flat[0, 0]).all()
    assert (painted[:, 21:23] < flat[0, 0]).all()
    assert (painted[:, 27:] > flat[0, 0]).all()
    strips = [paint_areas(flat[r], rgb[r], areas, r) for r in (slice(0, 7), slice(7, 20))]
    assert np.array_equal(np.concatenate(strips), painted)


def test_areas_are_compared_by_content_and_checked():
    plane = np.zeros((4, 5), np.uint8)
    assert TraceAreas(plane.copy()) == TraceAreas(plane.copy())
    assert hash(TraceAreas(plane.copy())) == hash(TraceAreas(plane.copy()))
    assert TraceAreas(plane.copy()) != TraceAreas(plane + 1)
    with pytest.raises(ValueError, match=r"uint8 \(H, W\); got float64"):
        TraceAreas(np.zeros((4, 5)))
