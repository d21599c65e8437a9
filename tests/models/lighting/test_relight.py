"""A light over flats at the picture's own size: crisp, within its borders, and obedient."""

import cv2
import numpy as np
import pytest

from models.coloring.trace import TraceArea, TraceAreas
from models.geometry import Size
from models.hints.parts import Part
from models.lighting.light import Light, ShadeStyle
from models.lighting.maps import ToneMaps, maps_from_shares, steadied
from models.lighting.prior import prior_maps
from models.lighting.relight import Relighter
from models.lighting.strokes import LightKind, LightStroke
from models.lighting.tints import tone_colors
from models.lighting.tones import DEEP, HIGHLIGHT, SHADE, STEPS, tones_of
from tests.helpers.lit_figures import HAIR, SIDE, SKIN, ball, form_of, head

LIGHT = Light(315, highlights=0.6)


def enlarged(flat, factor):
    size = (factor * flat.shape[1], factor * flat.shape[0])
    return cv2.resize(flat, size, interpolation=cv2.INTER_NEAREST)


def relit(figure=head, factor=1, light=LIGHT, maps=None, rows=None, **options):
    """Flats of a figure, enlarged, and the same under a light."""
    flat, parts = figure()
    form = form_of(flat, parts)
    native = enlarged(flat, factor)
    relighter = Relighter(
        form, maps or prior_maps(form, light), light, Size(*native.shape[:2]), **options
    )
    rows = rows or slice(0, native.shape[0])
    surfaces = form.surfaces.at(np.zeros(native.shape[:2], np.int32), native)
    return native[rows], relighter.rows(rows, surfaces[rows], native[rows])


@pytest.mark.parametrize("style", list(ShadeStyle))
def test_flats_shaded_and_screened_are_the_picture(style):
    flat, laid = relit(factor=3, light=Light(315, style, 0.9, 1.0))
    shaded = np.round(flat * (laid.shade_u8 / 255))
    screened = 255 - np.round((255 - shaded) * (255 - laid.highlight_u8.astype(int)) / 255)
    assert np.abs(screened - laid.rgba_u8[..., :3]).max() <= 2
    assert (laid.shade_u8 < 255).any()
    assert (laid.rgba_u8[..., 3] == 255).all()


def test_tones_say_which_colour_a_pixel_has():
    flat, laid = relit(factor=4, light=Light(315, ShadeStyle.TWO_TONE))
    tones = tone_colors(np.array([SKIN], dtype=np.uint8), Light(315, ShadeStyle.TWO_TONE))
    skin = (flat == SKIN).all(axis=2)
    for tone, color in ((0, SKIN), (1, tones.shade[0])):
        alike = skin & (laid.tones_u8 == tone)
        share = (laid.rgba_u8[alike][:, :3] == color).all(axis=1).mean()
        assert share > 0.9


@pytest.mark.parametrize("factor", [1, 7, 40])
def test_cel_shade_is_crisp_at_any_size(factor):
    """Besides the two tones there is at most one soft pixel across a border."""
    flat, laid = relit(ball, factor, rows=slice(40 * factor, 40 * factor + 8))
    color = tone_colors(np.array([SKIN], dtype=np.uint8), LIGHT).shade[0]
    rgb = laid.rgba_u8[..., :3]
    pure = (rgb == color).all(axis=2) | (rgb == flat).all(axis=2)
    assert (laid.tones_u8 == 1).any(axis=1).all()
    assert (~pure).sum(axis=1).max() <= 3


def test_a_border_enlarged_forty_times_is_a_smooth_curve():
    """Its course over 400 rows lies within a tenth of a small pixel of a parabola."""
    factor = 40
    _, laid = relit(ball, factor, light=Light(270), rows=slice(44 * factor, 54 * factor))
    edge = (laid.tones_u8 == 1).argmax(axis=1)
    places = np.arange(len(edge))
    course = np.polyval(np.polyfit(places, edge, 2), places)
    assert np.abs(edge - course).max() < factor / 10
    assert np.abs(np.diff(edge)).max() <= 2


def test_no_tone_leaves_its_figure():
    flat, laid = relit(factor=9, light=Light(300, ShadeStyle.TWO_TONE))
    ground = (flat == 255).all(axis=2)
    assert not laid.tones_u8[ground].any()
    assert np.array_equal(laid.rgba_u8[ground][:, :3], flat[ground])


def test_a_tone_ends_at_the_border_of_its_body_at_native_size():
    """Whatever the small map said: where the flats change, another body begins."""
    flat, parts = ball()
    other = (parts > 0) & (np.mgrid[:SIDE, :SIDE][1] >= 48)
    flat[other] = (9, 9, 200)
    form = form_of(flat, parts)
    odds = np.where(other, -5, 5).astype(np.float32)
    maps = ToneMaps(odds, -np.abs(odds), -np.abs(odds), (odds > 0).astype(np.float32))
    native = enlarged(flat, 5)
    native[:, 237:240] = native[:, 240:243]  # the border lies between two small pixels
    relighter = Relighter(form, maps, LIGHT, Size(*native.shape[:2]))
    rows = slice(0, native.shape[0])
    surfaces = form.surfaces.at(np.zeros(native.shape[:2], np.int32), native)
    laid = relighter.rows(rows, surfaces, native)
    is_skin = (native == SKIN).all(axis=2)
    assert (laid.tones_u8[~is_skin] == 0).all()
    assert (laid.tones_u8[is_skin] == 1).mean() > 0.99


def test_eyes_stay_free():
    flat, parts = head()
    form = form_of(flat, parts)
    odds = np.full((SIDE, SIDE), 5, dtype=np.float32)
    maps = ToneMaps(odds, -odds, -odds, np.ones_like(odds))
    for style in ShadeStyle:
        _, laid = relit(light=Light(315, style), maps=maps)
        assert laid.tones_u8[58, 38] == 0
        assert laid.tones_u8[75, 48] == 1
    assert not form.bodies.open[58, 38]


def test_specks_of_a_map_are_left_out():
    odds = np.full((SIDE, SIDE), -5, dtype=np.float32)
    odds[48, 48] = 5
    maps = ToneMaps(odds, odds, odds, np.zeros_like(odds))
    _, laid = relit(ball, 4, maps=maps)
    assert not laid.tones_u8.any()


def test_hair_does_not_gloss_all_over():
    odds = np.tile(np.linspace(6, -1, SIDE, dtype=np.float32)[:, None], SIDE)
    maps = ToneMaps(-abs(odds) - 1, -abs(odds) - 1, odds, np.zeros_like(odds))
    flat, laid = relit(factor=2, maps=maps)
    hair = (flat == HAIR).all(axis=2)
    bright = laid.tones_u8 == 3
    assert 0.05 < bright[hair].mean() < 0.13
    rows = np.nonzero(bright & hair)[0]
    assert rows.max() < np.nonzero(hair)[0].mean()
    skin = (flat == SKIN).all(axis=2)
    assert bright[skin].mean() > 0.9


def test_rows_are_the_same_whatever_is_asked_for_with_them():
    for style in ShadeStyle:
        _, whole = relit(factor=5, light=Light(300, style))
        for rows in (slice(0, 90), slice(203, 260)):
            _, part = relit(factor=5, light=Light(300, style), rows=rows)
            assert np.abs(part.rgba_u8.astype(int) - whole.rgba_u8[rows]).max() <= 2
            assert (part.tones_u8 != whole.tones_u8[rows]).mean() < 1e-3


def test_painted_light_is_obeyed_to_the_pixel():
    strokes = (
        LightStroke(((30.5, 70.5),), 6.0, LightKind.SHADE),
        LightStroke(((60.5, 20.5),), 4.0, LightKind.LIGHT),
        LightStroke(((70.5, 75.5), (40.5, 82.5)), 5.0, LightKind.LIT),
        LightStroke(((5.5, 5.5),), 3.0, LightKind.SHADE),
    )
    _, before = relit()
    flat, laid = relit(strokes=strokes)
    painted = np.zeros((SIDE, SIDE), dtype=bool)
    for stroke, tone in zip(strokes, (1, 3, 0, 1), strict=True):
        x, y = stroke.points[0]
        rows, columns = np.mgrid[:SIDE, :SIDE]
        own = (columns + 0.5 - x) ** 2 + (rows + 0.5 - y) ** 2 <= (stroke.radius - 0.5) ** 2
        assert (laid.tones_u8[own] == tone).all()
        painted |= (columns - x) ** 2 + (rows - y) ** 2 <= 45**2
    assert (laid.rgba_u8[5, 5, :3] < 255).any()  # on the ground too
    assert np.array_equal(laid.tones_u8[~painted], before.tones_u8[~painted])
    assert flat[5, 5].tolist() == [255, 255, 255]


def test_shade_on_an_open_white_shirt_stays_off_the_paper():
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.zeros((SIDE, SIDE), dtype=np.uint8)
    parts[30:70, 30:66] = Part.TOP
    ink = np.zeros((SIDE, SIDE), dtype=np.float32)
    cv2.rectangle(ink, (30, 30), (65, 69), 1)
    ink[60:] = 0
    form = form_of(flat, parts, ink=ink)
    odds = np.where(form.bodies.index >= 0, 6, -6).astype(np.float32)
    maps = ToneMaps(odds, -np.abs(odds), -np.abs(odds), (odds > 0).astype(np.float32))
    native = enlarged(flat, 4)
    relighter = Relighter(form, maps, LIGHT, Size(*native.shape[:2]))
    surfaces = form.surfaces.at(np.zeros(native.shape[:2], np.int32), native)
    tones = relighter.rows(slice(0, native.shape[0]), surfaces, native).tones_u8
    assert (tones[140:264, 140:244] == 1).all()
    outside = np.ones(tones.shape, dtype=bool)
    outside[4 * 28 : 4 * 72, 4 * 28 : 4 * 68] = False
    assert not tones[outside].any()


def test_trace_lines_win_where_they_are_and_paint_over_them():
    areas = np.zeros((SIDE, SIDE), dtype=np.uint8)
    areas[60:, :] = TraceArea.LIT
    areas[60:, 48:] = TraceArea.SHADE
    stroke = LightStroke(((60.5, 70.5),), 3.0, LightKind.LIT)
    _, free = relit()
    _, laid = relit(trace=TraceAreas(areas), strokes=(stroke,))
    assert (laid.tones_u8[61:, :47] == 0).all()
    assert (laid.tones_u8[61:66, 50:] == 1).all()
    assert laid.tones_u8[70, 60] == 0
    assert np.array_equal(laid.tones_u8[:59], free.tones_u8[:59])


def test_levels_lead_from_tone_to_tone():
    levels = np.array([0, 31, 32, SHADE, 95, 96, DEEP, DEEP + 1, 159, 160, HIGHLIGHT], np.uint8)
    assert tones_of(levels).tolist() == [0, 0, 1, 1, 1, 2, 2, 0, 0, 3, 3]
    assert HIGHLIGHT == 3 * STEPS


def test_maps_are_made_of_probabilities():
    shares = np.full((4, 2, 3), 0.5, dtype=np.float32)
    shares[0, 0, 0], shares[3, 0, 0] = 1, 0.25
    maps = maps_from_shares(shares)
    assert maps.shade[0, 0] == pytest.approx(8, abs=1e-3)
    assert maps.deep[0, 0] == pytest.approx(0, abs=1e-6)
    assert maps.soft[0, 0] == 0.25
    with pytest.raises(ValueError, match="four planes"):
        ToneMaps(maps.shade, maps.deep[:1], maps.highlight, maps.soft)


def test_geometry_steadies_what_a_network_tells():
    """It tips what is uncertain, and adds rims where the light is behind."""
    unsure = np.full((2, 2), 0.5, dtype=np.float32)
    told = ToneMaps(unsure, unsure - 9, unsure - 9, unsure)
    odds = np.array([[8, -8], [8, -8]], dtype=np.float32)
    rim = np.array([[-8, -8], [4, 4]], dtype=np.float32)
    prior = ToneMaps(odds, odds - 9, rim, np.zeros_like(odds))
    before, behind = (steadied(told, prior, share) for share in (0.0, 0.8))
    assert (before.shade > 0).tolist() == [[True, False], [True, False]]
    assert (before.highlight < 0).all()
    assert (behind.highlight > 0).tolist() == [[False, False], [True, True]]
    assert (behind.shade > 0).tolist() == [[True, False], [False, False]]
    assert (before.soft < 0.5).all()


def test_what_is_too_small_to_be_seen_has_the_tone_around_it():
    flat, parts = ball()
    form = form_of(flat, parts)
    odds = np.full((SIDE, SIDE), 5, dtype=np.float32)
    maps = ToneMaps(odds, -odds, -odds, np.ones_like(odds))
    native = enlarged(flat, 5)
    native[240:243, 240:243] = (1, 2, 3)
    relighter = Relighter(form, maps, LIGHT, Size(*native.shape[:2]))
    surfaces = form.surfaces.at(np.zeros(native.shape[:2], np.int32), native)
    for rows in (slice(0, 480), slice(235, 260)):
        laid = relighter.rows(rows, surfaces[rows], native[rows])
        assert (laid.tones_u8[240 - rows.start : 243 - rows.start, 240:243] == 1).all()
