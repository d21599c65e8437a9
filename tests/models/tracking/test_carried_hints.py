"""Hints that an artist set in a key frame, where its regions lie in other frames."""

import cv2
import numpy as np
import pytest

from models.geometry import Size
from models.hints.hints import AreaHint, HintSet, LineArt, PointHint, StrokeHint, hint_owners
from models.hints.spans import spans_of_mask
from models.tracking.carried_hints import kept_hints, told_hints
from models.tracking.described import draw_regions, recut
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.sightings import stillness
from models.tracking.tracked import TrackedRegion
from models.tracking.tracker import Tracker

SIDE = 120
GROUND, COAT, BUTTON = (250, 250, 250), (40, 60, 160), (230, 200, 60)


def draw(*, shift: int = 0, passing: int | None = None) -> LineArt:
    """A coat, and a box that passes in front of it from the left."""
    picture = np.full((SIDE, SIDE), 255, np.uint8)
    cv2.rectangle(picture, (50 + shift, 30), (100 + shift, 100), 0, 2)
    if passing is not None:
        cv2.rectangle(picture, (passing, 50), (passing + 24, 119), 255, -1)
        cv2.rectangle(picture, (passing, 50), (passing + 24, 119), 0, 2)
    return LineArt(picture)


def tracker_with(*more: PointHint | StrokeHint | AreaHint) -> Tracker:
    hints = HintSet((PointHint(5, 5, GROUND), PointHint(75, 80, COAT), *more))
    return Tracker([KeyDrawing.of(KeyFrame(index=0, hints=hints), draw())])


def test_hint_goes_along_with_a_region_that_keeps_its_shape():
    stroke = StrokeHint(((60.0, 40.0), (64.0, 44.0)), COAT, 1.0)
    tracked = tracker_with(stroke).carry(draw(shift=6), index=1)
    moved = [hint for hint in tracked.hints if isinstance(hint, StrokeHint)]
    assert len(moved) == 1
    np.testing.assert_allclose(moved[0].points, [(66, 40), (70, 44)], atol=0.6)


def test_hint_stays_in_a_region_that_stands_still_behind_another():
    spot = PointHint(90.5, 40.5, COAT)
    tracker = tracker_with(spot)
    tracked = tracker.carry(draw(passing=20), index=1)
    assert spot in tracked.hints


def test_hint_that_would_leave_its_region_is_not_kept():
    edge = PointHint(53.0, 45.0, COAT)
    picture = draw(shift=6).pixels.copy()
    cv2.rectangle(picture, (57, 40), (62, 50), 0, 1)
    tracked = tracker_with(edge).carry(LineArt(picture), index=1)
    assert all(abs(hint.points[0][0] - 59) > 0.6 or abs(hint.points[0][1] - 45) > 0.6
               for hint in tracked.hints)  # fmt: skip


@pytest.mark.parametrize("shift", [3, 16])
def test_hint_beside_lines_goes_along_with_them_or_is_dropped(shift):
    spot = PointHint(47.5, 60.5, (200, 40, 40), 0.5)
    tracked = tracker_with(spot).carry(draw(shift=shift), index=1)
    left = [hint for hint in tracked.hints if hint.color == spot.color]
    assert all(abs(hint.points[0][0] - 47.5 - shift) <= 1 for hint in left)


def test_what_a_neck_parts_from_a_region_gets_a_hint_of_its_own():
    picture = np.full((SIDE, SIDE), 255, np.uint8)
    outline = [(20, 20), (100, 20), (100, 80), (64, 80), (64, 90), (80, 90), (80, 110), (40, 110),
               (40, 90), (56, 90), (56, 80), (20, 80)]  # fmt: skip
    cv2.polylines(picture, [np.array(outline)], True, 0, 2)
    regions = draw_regions(picture)
    bottle = int(regions.labels[50, 60])
    spots = regions.chambers(bottle, 12)
    assert len(spots) == 2
    assert spots[0][1] < 80 < spots[1][1]
    assert len(regions.chambers(bottle, 1)) == 1


def _hints_of_open_coat(confidence):
    """What is told of a coat that is open to the ground, and where it lies."""
    picture = draw().pixels.copy()
    picture[60:66, 44:56] = 255
    closed = draw_regions(picture)
    labels = closed.labels.copy()
    labels[32:99, 52:99] = closed.count
    drawn = recut(closed, labels)
    regions = [
        TrackedRegion(
            region=number, key=0, key_region=number, color=color, confidence=confidence,
            x=1.0, y=1.0, pixels=int(drawn.area[number]),
        )
        for number, color in ((int(labels[5, 5]), GROUND), (closed.count, COAT))
    ]  # fmt: skip
    return told_hints(regions, drawn, scale=1.0), labels == closed.count


def test_what_is_open_to_the_ground_is_painted_whole_where_it_is_sure():
    hints, coat = _hints_of_open_coat(0.99)
    assert all(isinstance(hint, AreaHint) for hint in hints)
    owner = hint_owners(hints, Size(SIDE, SIDE))
    told = np.array([0, *(hint.color == COAT for hint in hints)])[owner] > 0
    assert (coat & told).sum() > 0.9 * coat.sum()
    assert not (told & ~coat).any()


def test_what_is_doubtful_is_told_in_places_so_that_a_stroke_mends_it():
    hints, _ = _hints_of_open_coat(0.8)
    assert all(isinstance(hint, PointHint) for hint in hints)


def test_what_passes_in_front_does_not_lie_in_the_lines_behind_it():
    key, now = (draw_regions(each.pixels) for each in (draw(), draw(passing=20)))
    still = stillness(now, key)
    box, coat = now.labels[80, 32], now.labels[40, 80]
    assert still[box].max() < 0.3
    assert still[coat, key.labels[40, 80]] > 0.6


def painted_loop(*, shift: int = 0) -> tuple[AreaHint, np.ndarray]:
    """A loop painted within the coat of `draw`, and its pixels."""
    plane = np.zeros((SIDE, SIDE), np.uint8)
    path = np.array([(60 + shift, 40), (60 + shift, 90), (90 + shift, 90), (90 + shift, 40)])
    cv2.polylines(plane, [path], False, 1, 3)
    left, top, spans = spans_of_mask(plane > 0)
    return AreaHint(left, top, spans, COAT), plane > 0


def covered(hints: HintSet) -> np.ndarray:
    areas = HintSet(tuple(hint for hint in hints if isinstance(hint, AreaHint)))
    return hint_owners(areas, Size(SIDE, SIDE)) > 0


def test_painted_area_goes_along_to_the_pixel():
    area, _ = painted_loop()
    tracked = tracker_with(area).carry(draw(shift=6), index=1)
    assert np.array_equal(covered(tracked.hints), painted_loop(shift=6)[1])


def test_what_something_hides_of_a_painted_area_is_left_out():
    area, pixels = painted_loop()
    key, now = (draw_regions(each.pixels) for each in (draw(), draw(passing=38)))
    coat, known = int(now.labels[40, 80]), int(key.labels[40, 80])
    still = np.ones((now.count, key.count), np.float32)
    hints = kept_hints([area], key=key, now=now, taken_for={coat: known}, still=still, scale=1)
    found = covered(hints)
    assert np.array_equal(found, pixels & (now.labels == coat))
    assert 0.5 * pixels.sum() <= found.sum() < pixels.sum()
