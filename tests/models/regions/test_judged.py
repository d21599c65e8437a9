"""Which closures part two regions: doors are closed, folds that end in a surface are not."""

import cv2
import numpy as np

from models.geometry import Size
from models.regions.closures import LOOKS, NO_CLOSURES
from models.regions.evidence import NAMES, features
from models.regions.ink import find_ink, measure_ink
from models.regions.judged import REFUSED, are_meant, least_score, read_weights, score
from models.regions.regions import (
    RegionSettings,
    all_closures,
    find_regions,
    open_paper,
    part_rooms,
    room_inradii,
)


def garment():
    """uint8 (300, 300): two rooms with a door of 8 pixels, and a fold that ends 9 from a wall."""
    line_u8 = np.full((300, 300), 255, np.uint8)
    cv2.rectangle(line_u8, (20, 20), (280, 280), (0,), 3)
    cv2.line(line_u8, (20, 150), (280, 150), (0,), 3)
    line_u8[146:155, 150:158] = 255
    cv2.ellipse(line_u8, (60, 271), (70, 60), 0, 270, 359, (0,), 2, cv2.LINE_AA)
    return line_u8


def judged(line_u8, gap):
    limits = RegionSettings(gap=gap).for_size(Size(*line_u8.shape))
    ink = find_ink(line_u8, measure_ink(line_u8))
    closures = all_closures(ink, limits, picture=Size(*ink.shape))
    rooms = part_rooms(*open_paper(ink, closures))
    return ink, closures, rooms, room_inradii(rooms, closures), gap


def test_door_is_closed_and_a_fold_parts_nothing():
    labels = find_regions(garment(), RegionSettings(gap=12.0)).labels
    assert labels[80, 80] != labels[200, 80]
    assert labels[200, 80] == labels[200, 220] == labels[262, 100]


def test_features_are_as_many_as_weights_and_finite():
    seen = judged(garment(), 12.0)
    found = features(*seen)
    assert found.shape == (seen[1].count, len(NAMES))
    assert np.isfinite(found).all()
    weights = read_weights()
    assert weights["mean"].shape == weights["deviation"].shape == (len(NAMES),)
    assert score(found, weights).shape == (seen[1].count,)
    assert seen[1].looks.shape == (seen[1].count, LOOKS)


def test_without_closures_nothing_is_seen():
    ink, _, _, inradii, gap = judged(garment(), 12.0)
    rooms = part_rooms(*open_paper(ink, NO_CLOSURES))
    assert features(ink, NO_CLOSURES, rooms, inradii, gap).shape == (0, len(NAMES))


def test_without_gaps_to_close_what_is_narrow_parts_by_itself():
    ink, closures, rooms, inradii, _ = judged(garment(), 12.0)
    assert are_meant(ink, closures, rooms, inradii, 0.0).all()
    assert are_meant(ink, NO_CLOSURES, rooms, inradii, 12.0).shape == (0,)


def test_judgement_is_the_same_in_a_larger_drawing():
    drawn = garment()
    twice = cv2.resize(drawn, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    labels = find_regions(twice, RegionSettings(gap=24.0)).labels
    assert labels[160, 160] != labels[400, 160]
    assert labels[400, 160] == labels[400, 440] == labels[524, 200]


def test_every_gap_between_close_parallel_strokes_is_closed():
    line_u8 = np.full((240, 240), 255, np.uint8)
    for x in range(20, 230, 20):
        cv2.line(line_u8, (x, 10), (x, 230), (0,), 2)
    cv2.rectangle(line_u8, (20, 10), (220, 230), (0,), 2)
    whole = find_regions(line_u8, RegionSettings(gap=9.0)).labels
    for x, y in ((60, 60), (120, 110), (180, 160)):
        line_u8[y : y + 8, x - 3 : x + 5] = 255
    labels = find_regions(line_u8, RegionSettings(gap=9.0)).labels
    middles = range(30, 220, 20)
    assert len({int(whole[120, x]) for x in middles}) == len(middles)
    assert len({int(labels[220, x]) for x in middles}) == len(middles)


def test_the_wider_the_gaps_that_close_the_surer_each_but_between_fine_lines():
    lengths, lines = np.array([1, 1, 3, 8, 8]), np.array([1, 3, 3, 3, 8])
    found = np.zeros((len(lines), len(NAMES)), np.float32)
    found[:, NAMES.index("of_line")] = lengths / lines
    found[:, NAMES.index("width")] = np.log(lengths)
    least, most = REFUSED
    assert least_score(found, 1.0).tolist() == [least] * 5
    wide = least_score(found, 12.0)
    assert wide[:4].tolist() == [least, most, most, most]
    assert wide[4] == least
