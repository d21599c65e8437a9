"""What has no region gets that of the nearest pixel, however little is looked at together."""

import cv2
import numpy as np
import pytest

from models.regions import nearest
from models.regions.nearest import nearest_regions


def at_once(labels):
    """The same, of all of the picture together."""
    bare = labels == 0
    number = cv2.distanceTransformWithLabels(
        bare.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )[1]
    return np.where(bare, labels[~bare][number - 1], labels) - 1


@pytest.mark.parametrize("seed", range(12))
def test_bands_give_the_regions_of_the_whole(seed, monkeypatch):
    random = np.random.default_rng(seed)
    height, width = random.integers(20, 90, 2)
    labels = random.integers(1, 6, (height, width)).astype(np.int32)
    labels[random.random(labels.shape) < random.random()] = 0
    labels[: int(height * random.random() * 0.9)] = 0  # wider than a band looks beyond itself
    labels[-1, 0] = 3
    monkeypatch.setattr(nearest, "PIXELS_AT_ONCE", int(random.integers(1, 1500)))
    monkeypatch.setattr(nearest, "ROWS_BEYOND", int(random.integers(1, 20)))
    assert np.array_equal(nearest_regions(labels.copy()), at_once(labels))


def test_without_any_region_all_is_one():
    assert not nearest_regions(np.zeros((5, 4), np.int32)).any()
