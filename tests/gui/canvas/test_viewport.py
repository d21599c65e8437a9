"""The view's arithmetic: points under the pointer stay there."""

import math

import pytest

from app.canvas.viewport import MAX_SCALE, MIN_SCALE, Viewport
from models.geometry import Size

VIEWS = [
    Viewport(width=800, height=600, centre=(100.0, 50.0)),
    Viewport(width=800, height=600, centre=(10.0, 500.0), scale=0.3, angle=33.0),
    Viewport(width=333, height=777, scale=7.0, angle=-120.0, is_mirrored=True, pixel_ratio=2.0),
]


@pytest.mark.parametrize("view", VIEWS)
def test_to_image_undoes_to_view(view):
    for point in [(0.0, 0.0), (123.4, -56.7), (4000.0, 6000.0)]:
        assert view.to_image(*view.to_view(*point)) == pytest.approx(point)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "change",
    [
        lambda view, at: view.zoomed_at(at, 1.7),
        lambda view, at: view.zoomed_to(at, 1.0),
        lambda view, at: view.rotated_at(at, 47.0),
        lambda view, at: view.mirrored_at(at),
    ],
    ids=["zoom", "zoom to 100 %", "rotate", "mirror"],
)
def test_image_point_under_the_pointer_stays_there(view, change):
    at = (210.0, 77.0)
    assert change(view, at).to_image(*at) == pytest.approx(view.to_image(*at))


@pytest.mark.parametrize("view", VIEWS)
def test_pan_moves_every_point_by_the_same_view_pixels(view):
    x, y = view.to_view(12.0, 34.0)
    assert view.panned(15, -8).to_view(12.0, 34.0) == pytest.approx((x + 15, y - 8))


def test_matrix_is_the_mapping():
    view = VIEWS[1]
    m11, m12, m21, m22, dx, dy = view.matrix
    x, y = 17.0, 29.0
    mapped = (m11 * x + m21 * y + dx, m12 * x + m22 * y + dy)
    assert mapped == pytest.approx(view.to_view(x, y))


def test_quarter_turns_are_exact():
    view = VIEWS[0].rotated_at((400.0, 300.0), 90.0)
    assert view.matrix[0] == 0.0
    assert view.matrix[3] == 0.0


def test_rotation_stays_within_half_a_turn():
    view = VIEWS[0]
    for _ in range(5):
        view = view.rotated_at((0.0, 0.0), 100.0)
    assert view.angle == pytest.approx(140.0)


def test_mirror_flips_what_is_seen_whatever_the_rotation():
    view = VIEWS[0].rotated_at((400.0, 300.0), 30.0)
    x, y = view.to_view(20.0, 30.0)
    mirrored = view.mirrored_at((400.0, 300.0)).to_view(20.0, 30.0)
    assert mirrored == pytest.approx((800.0 - x, y))


@pytest.mark.parametrize("angle", [0.0, 90.0, 30.0])
def test_fitted_picture_is_wholly_visible(angle):
    size = Size(6000, 4000)
    view = Viewport(width=900, height=700, angle=angle).fitted(size)
    for corner in [(0, 0), (4000, 0), (0, 6000), (4000, 6000)]:
        x, y = view.to_view(*corner)
        assert 0 <= x <= 900
        assert 0 <= y <= 700


def test_zoom_stays_within_limits():
    view = VIEWS[0]
    assert view.zoomed_at((0, 0), 1e9).scale == MAX_SCALE
    assert view.zoomed_at((0, 0), 1e-9).scale == MIN_SCALE


def test_hundred_percent_is_one_device_pixel():
    view = Viewport(width=100, height=100, pixel_ratio=2.0).zoomed_to((50, 50), 1.0)
    assert view.scale == pytest.approx(0.5)
    assert view.zoom == pytest.approx(1.0)


def test_resizing_keeps_the_middle_and_the_zoom():
    view = VIEWS[1].resized(1200, 400, 2.0)
    assert view.to_image(600, 200) == pytest.approx(VIEWS[1].to_image(400, 300))
    assert view.zoom == pytest.approx(VIEWS[1].zoom)


def test_picture_cannot_be_lost_by_panning():
    size = Size(400, 300)
    view = Viewport(width=800, height=600).fitted(size).panned(1e6, -1e6).kept_near(size)
    (left, top), (right, bottom) = view.to_image(0, 0), view.to_image(view.width, view.height)
    assert left < 300
    assert top < 400
    assert right > 0
    assert bottom > 0
    assert all(math.isfinite(value) for value in view.centre)
