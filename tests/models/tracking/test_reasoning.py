"""The network that judges pairs of regions: what it must keep to, whatever its weights."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from models.hints.parts import PART_COUNT
from models.tracking.described import DrawnRegions, LineReading, draw_regions
from models.tracking.matching import Look, shares_of
from models.tracking.reasoning import (
    MOST_PAIRS,
    NAMES,
    Rivals,
    can_reason,
    read_weights,
    reason,
)
from models.tracking.sightings import Carried, Sighting, carry, match

SIDE, BOX, CHANNELS = 128, 26, 12
CORNERS = tuple((8 + 42 * column, 8 + 42 * row) for row in range(3) for column in range(3))


def drawing(*, shift: int = 0, without: int | None = None) -> DrawnRegions:
    """Nine boxes on a sheet, each with a meaning of its own, as a generator would read them."""
    line_u8 = np.full((SIDE, SIDE), 255, np.uint8)
    rng = np.random.default_rng(3)
    embedding = np.zeros((CHANNELS, SIDE, SIDE), np.float32)
    embedding[0] = 1
    parts = np.zeros((PART_COUNT, SIDE, SIDE), np.float32)
    parts[0] = 1
    for number, (x, y) in enumerate(CORNERS):
        meaning, part = rng.normal(size=CHANNELS), 1 + number % 7
        if number == without:
            continue
        rows, columns = slice(y, y + BOX), slice(x + shift, x + shift + BOX)
        cv2.rectangle(line_u8, (x + shift, y), (x + shift + BOX, y + BOX), 0, 2)
        embedding[:, rows, columns] = meaning[:, None, None]
        parts[:, rows, columns] = 0
        parts[part, rows, columns] = 1
    return draw_regions(line_u8, LineReading(embedding, parts))


def compare(seen: DrawnRegions, key: DrawnRegions):
    before = Sighting.of_key(key)
    return match(seen, key, before, carry(before, seen), group=np.arange(key.count))


def box_of(regions: DrawnRegions, number: int, shift: int = 0) -> int:
    x, y = CORNERS[number]
    return int(regions.labels[y + BOX // 2, x + BOX // 2 + shift])


def test_every_region_of_a_moved_drawing_is_taken_for_itself():
    key, seen = drawing(), drawing(shift=3)
    shares = shares_of(compare(seen, key).scores)
    for number in range(len(CORNERS)):
        row = shares[box_of(seen, number, 3)]
        assert int(row.argmax()) == box_of(key, number)
        assert row.max() > 0.5


def test_scores_do_not_depend_on_the_order_of_regions():
    key, seen = drawing(), drawing(shift=2)
    found = compare(seen, key)
    rivals = Rivals(np.arange(key.count) % 4, seen.beside, key.beside)
    rows, columns = np.random.default_rng(0).permutation(seen.count), np.arange(key.count)[::-1]
    turned = Rivals(
        rivals.group[columns], seen.beside[rows][:, rows], key.beside[columns][:, columns]
    )
    straight = reason(found.features, rivals, read_weights())
    mixed = reason(found.features[rows][:, columns], turned, read_weights())
    np.testing.assert_allclose(mixed, straight[rows][:, columns], atol=1e-3)


def test_region_that_the_key_does_not_show_resembles_less_than_those_it_shows():
    key, seen = drawing(without=4), drawing()
    shares = shares_of(compare(seen, key).scores).max(axis=1)
    shown = [shares[box_of(seen, number)] for number in range(len(CORNERS)) if number != 4]
    assert shares[box_of(seen, 4)] < min(shown)


def test_features_have_names_and_are_finite():
    key, seen = drawing(), drawing(shift=5, without=2)
    features = compare(seen, key).features
    assert features.shape == (seen.count, key.count, len(NAMES))
    assert np.isfinite(features).all()


def test_drawings_that_no_generator_read_are_judged_without_the_network():
    line_u8 = drawing().line_u8
    plain = Look.of(draw_regions(line_u8))
    read = Look.of(drawing())
    assert can_reason(read, read)
    assert not can_reason(plain, plain)
    assert not can_reason(plain, read)


def test_drawings_too_large_together_are_judged_without_the_network():
    look = Look.of(drawing())
    many = look.chosen(np.zeros(MOST_PAIRS // len(look.area) + 1, dtype=np.intp))
    assert not can_reason(many, look)


def test_nothing_carried_still_compares_by_look():
    key = drawing()
    before = Sighting.of_key(key)
    nothing = Carried(np.full((SIDE, SIDE), -1, np.int32), np.zeros((SIDE, SIDE, 2), np.float32))
    lost = replace(before, is_seen=np.zeros(key.count, dtype=bool))
    scores = match(key, key, lost, nothing, group=np.arange(key.count)).scores
    assert np.isfinite(scores).all()
    assert scores.argmax(axis=1) == pytest.approx(np.arange(key.count))
