"""Faces are found by cascades in OpenCV's form, or estimated, and cropped as the paper does."""

import cv2
import numpy as np
import pytest

from tests.helpers.training.collection import draw_figure
from training.data.prepare.cascade import Box, group_boxes, load_cascade
from training.data.prepare.faces import crop_box, detect_face, estimate_face
from training.data.sources.scenes import ground_figure

XML = """<?xml version="1.0"?>
<opencv_storage><cascade>
<stageType>BOOST</stageType><featureType>{kind}</featureType>
<height>24</height><width>24</width>
<stages>{stages}</stages>
<features><_><rect>0 0 8 8</rect></_></features>
</cascade></opencv_storage>"""
STAGE = """<_><maxWeakCount>1</maxWeakCount><stageThreshold>0.5</stageThreshold>
<weakClassifiers><_><internalNodes>0 -1 0 {low}</internalNodes>
<leafValues>1.0 -1.0</leafValues></_></weakClassifiers></_>"""
ALL_DARKER = "1 0 0 0 0 0 0 0"
"""Bit 0 of the first word: the code of a block that is brighter than its eight neighbours."""


def cascade_file(tmp_path, *, kind="LBP", low=ALL_DARKER, stages=1):
    path = tmp_path / "cascade.xml"
    path.write_text(XML.format(kind=kind, stages=STAGE.format(low=low) * stages))
    return path


def bright_square(centres, *, size=400, side=70):
    """Noise-free dark grey with bright squares, which the cascade of these tests finds."""
    grey = np.full((size, size), 60, np.uint8)
    for row, column in centres:
        half = side // 2
        grey[row - half : row + half, column - half : column + half] = 230
    return grey


def test_a_cascade_finds_what_it_describes(tmp_path):
    cascade = load_cascade(cascade_file(tmp_path))
    found = cascade.detect(bright_square([(150, 260)]), neighbours=5)
    box = found[0]
    assert abs(box.left + box.width / 2 - 260) < 12
    assert abs(box.top + box.height / 2 - 150) < 12
    assert box.width >= 70


def test_windows_under_the_minimum_are_not_searched(tmp_path):
    cascade = load_cascade(cascade_file(tmp_path))
    windows = cascade.detect(bright_square([(150, 260)], side=16), neighbours=0, minimum=150)
    assert all(min(box.width, box.height) >= 150 for box in windows)
    assert cascade.detect(np.zeros((20, 300), np.uint8)) == []


def test_codes_follow_the_order_of_opencv(tmp_path):
    """A block as bright as one neighbour only: each of the eight has its own bit."""
    offsets = [(-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1)]
    for bit, (down, right) in zip([128, 64, 32, 16, 8, 4, 2, 1], offsets, strict=True):
        words = ["0"] * 8
        words[bit >> 5] = str(np.uint32(1 << (bit & 31)).astype(np.int32))
        cascade = load_cascade(cascade_file(tmp_path, low=" ".join(words)))
        grey = np.zeros((24, 24), np.uint8)
        grey[8:16, 8:16] = 100
        grey[8 + 8 * down : 16 + 8 * down, 8 + 8 * right : 16 + 8 * right] = 200
        assert cascade.detect(grey, neighbours=0, minimum=1) == [Box(0, 0, 24, 24)]
        turned = np.rot90(grey).copy()
        assert cascade.detect(turned, neighbours=0, minimum=1) == []


def test_cascades_that_cannot_be_run_are_named(tmp_path):
    with pytest.raises(ValueError, match=r"holds HAAR features; supply an LBP cascade"):
        load_cascade(cascade_file(tmp_path, kind="HAAR"))
    with pytest.raises(ValueError, match="without stages"):
        load_cascade(cascade_file(tmp_path, stages=0))
    with pytest.raises(ValueError, match="only stumps"):
        load_cascade(cascade_file(tmp_path, low="1 0"))
    (tmp_path / "broken.xml").write_text("<opencv")
    with pytest.raises(ValueError, match=r"broken\.xml: not a readable cascade"):
        load_cascade(tmp_path / "broken.xml")


def test_agreeing_windows_become_one_box():
    near = [Box(100 + i, 50 - i, 40, 40) for i in range(7)]
    lone = [Box(300, 300, 40, 40)]
    assert group_boxes([*near, *lone], least=5) == [Box(103, 47, 40, 40)]
    assert group_boxes(near[:5], least=5) == []
    inner = [Box(110, 60, 12, 12)] * 6
    assert group_boxes([*near, *inner], least=5) == [Box(103, 47, 40, 40)]


def test_only_a_single_face_is_taken(tmp_path):
    cascade = load_cascade(cascade_file(tmp_path))
    one = cv2.cvtColor(bright_square([(150, 200)], side=110), cv2.COLOR_GRAY2RGB)
    face = detect_face(one, cascade)
    assert face is not None
    assert face.origin == "cascade"
    assert face.box.width == face.box.height >= 128
    two = bright_square([(100, 100), (300, 300)], side=60)
    assert detect_face(cv2.cvtColor(two, cv2.COLOR_GRAY2RGB), cascade) is None


def test_crops_are_shifted_enlarged_and_kept_inside():
    assert crop_box(Box(200, 200, 100, 90), (600, 600)) == Box(190, 190, 120, 120)
    assert crop_box(Box(0, 580, 100, 100), (600, 600)) == Box(0, 480, 120, 120)
    assert crop_box(Box(0, 0, 100, 100), (80, 600)) == Box(0, 0, 80, 80)


@pytest.mark.parametrize("ground", [(255, 255, 255), (120, 160, 230)])
@pytest.mark.parametrize("seed", range(4))
def test_without_a_cascade_the_face_is_estimated(seed, ground):
    picture, _, _ = draw_figure(seed, size=480, ground=ground)
    face = estimate_face(picture, ground_figure(picture))
    assert face is not None
    assert face.origin == "estimate"
    skin = (np.abs(picture.astype(int) - (243, 207, 181)).max(axis=2) < 3).nonzero()
    box = face.box
    assert box.top <= skin[0].min()
    assert box.left <= skin[1].min()
    assert skin[0].max() < box.top + box.height
    assert skin[1].max() < box.left + box.width
    assert box.width < 1.5 * (np.ptp(skin[1]) + 1) * 1.5


def test_a_picture_without_skin_has_no_estimated_face():
    picture = np.full((300, 300, 3), 255, np.uint8)
    assert estimate_face(picture, ground_figure(picture)) is None
    picture[100:200, 100:200] = (40, 60, 200)
    assert estimate_face(picture, ground_figure(picture)) is None


def test_ground_is_what_is_flat_and_touches_the_border():
    picture, _, _ = draw_figure(1, size=96, ground=(120, 160, 230))
    figure = ground_figure(picture)
    assert figure[2, 2] == 0
    assert figure[36, 48] == 255
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    assert (ground_figure(noise) == 255).all()
