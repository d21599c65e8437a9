"""Promises of coherent lines: they hold together, are as wide as asked, and leave paper white."""

import cv2
import numpy as np
import pytest

from tests.helpers.training.extractor_pictures import face
from tests.helpers.training.line_measures import measure_widths
from training.data.lines.coherent import CoherentLines, coherent_lines, soft_lines, thin_lines
from training.data.lines.lineart import XDoG, draw_lines


def ring(side: int = 256, width: int = 3) -> np.ndarray:
    """A dark ring around a flat colour on another, with the grain of a painted picture."""
    rgb = np.full((side, side, 3), (230, 200, 180), dtype=np.uint8)
    centre = (side // 2, side // 2)
    cv2.circle(rgb, centre, side // 3, (120, 160, 220), -1, cv2.LINE_AA)
    cv2.circle(rgb, centre, side // 3, (60, 50, 60), width, cv2.LINE_AA)
    grain = np.random.default_rng(0).normal(0, 6, (side, side, 1))
    return np.clip(rgb + grain, 0, 255).astype(np.uint8)


def pieces_of_paper(line_u8: np.ndarray) -> int:
    """Connected areas of paper of some size: two where a ring is closed."""
    _, _, stats, _ = cv2.connectedComponentsWithStats((line_u8 > 160).astype(np.uint8), 4)
    return int((stats[1:, cv2.CC_STAT_AREA] > 500).sum())


def test_a_contour_stays_closed_and_paper_clean_where_xdog_breaks_up() -> None:
    lines = coherent_lines(ring(), CoherentLines())
    assert pieces_of_paper(lines) == 2
    specks = cv2.connectedComponents((lines < 128).astype(np.uint8))[0] - 1
    assert specks == 1
    assert cv2.connectedComponents((XDoG().extract(ring()) < 128).astype(np.uint8))[0] > 50


@pytest.mark.parametrize("sigma", [0.8, 1.2, 2.0])
def test_width_follows_sigma(sigma: float) -> None:
    width = measure_widths(coherent_lines(ring(width=2), CoherentLines(sigma=sigma))).width
    assert 1.2 <= width <= 2 + 2.5 * sigma


def test_border_of_a_shade_is_no_contour() -> None:
    rgb = np.full((96, 96, 3), 230, dtype=np.uint8)
    rgb[:, 48:] = 150
    assert coherent_lines(rgb, CoherentLines(contour=0.0)).min() < 64
    assert coherent_lines(rgb, CoherentLines(contour=1.0)).min() > 192


def test_thin_lines_are_ink_and_soft_ones_are_grey() -> None:
    rng = np.random.default_rng(4)
    rgb = cv2.resize(ring(), (768, 768), interpolation=cv2.INTER_AREA)
    thin, soft = thin_lines(rgb, rng), soft_lines(rgb, rng)
    assert thin.min() == 0
    assert 12 < soft.min() < 140
    assert np.median(thin) == np.median(soft) == 255
    black = [float((lines[lines < 240] < 20).mean()) for lines in (thin, soft)]
    assert black[0] > 0.3
    assert black[1] < 0.05


def test_most_lines_of_pictures_without_ink_hold_together() -> None:
    sample = face(160)
    draws = [draw_lines(sample, np.random.default_rng(seed), ink_share=0.0) for seed in range(60)]
    broken = sum(set(np.unique(line)) <= {0, 255} for line in draws)
    assert broken <= 12


@pytest.mark.parametrize("wrong", [{"sigma": 0.0}, {"contour": 1.5}, {"hardness": 0.5}])
def test_styles_that_cannot_be_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"above 0|are shares"):
        CoherentLines(**wrong)
