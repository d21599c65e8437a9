"""Figures of fidelity on pictures whose answer is known, and the baselines beside them."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from models.hints.hints import HintSet, PointHint
from tests.helpers.training.small_set import two_tone_figure
from training.evaluation.evaluation import evaluate
from training.evaluation.painters import BASELINES
from training.evaluation.sheet import contact_sheet
from training.evaluation.summary import Measured, summarize, table
from training.metrics.baselines import best_hint_per_cell, nearest_hint, watershed_fill
from training.metrics.case import Case
from training.metrics.fidelity import measure

SAMPLE = two_tone_figure(5)
assert SAMPLE.line is not None
CASE = Case(source="drawn", sample=SAMPLE, line_u8=SAMPLE.line)


def truth() -> np.ndarray:
    """The true picture as floats."""
    return SAMPLE.color.astype(np.float32) / 255


def figures(result: np.ndarray, hints: HintSet) -> object:
    """All figures of a result on the drawn figure."""
    assert SAMPLE.line is not None
    return measure(result, SAMPLE.color, figure=SAMPLE.figure, line_u8=SAMPLE.line, hints=hints)


def test_truth_has_no_error() -> None:
    found = figures(truth(), CASE.hints(12))
    assert found.mean == pytest.approx(0, abs=1e-4)  # type: ignore[attr-defined]
    assert found.share_close == 1  # type: ignore[attr-defined]
    assert found.obedience == pytest.approx(0, abs=1e-3)  # type: ignore[attr-defined]
    assert found.bleeding == 0  # type: ignore[attr-defined]
    assert found.background == 0  # type: ignore[attr-defined]


def test_grey_sheet_is_wrong_everywhere() -> None:
    found = figures(np.full_like(truth(), 0.5), CASE.hints(12))
    assert found.background == 1  # type: ignore[attr-defined]
    assert found.off_line > 15  # type: ignore[attr-defined]
    assert found.obedience > 15  # type: ignore[attr-defined]


def test_a_colored_margin_is_not_the_pictures_own_background() -> None:
    result, own = truth().copy(), np.full(SAMPLE.figure.shape, 255, np.uint8)
    own[:, :20] = 0
    result[:, :20] = (0.9, 0.4, 0.3)
    assert SAMPLE.line is not None
    found = measure(
        result,
        SAMPLE.color,
        figure=SAMPLE.figure,
        line_u8=SAMPLE.line,
        hints=HintSet(),
        own=own,
    )
    assert found.background > 0.05
    assert found.own_background == 0


def test_color_of_the_neighbour_counts_as_bleeding() -> None:
    result = truth().copy()
    assert SAMPLE.labels is not None
    hair, skin = (74 / 255, 120 / 255, 200 / 255), SAMPLE.labels == 3
    result[skin] = hair
    assert figures(result, HintSet()).bleeding > 0.1  # type: ignore[attr-defined]


def test_lines_are_counted_apart() -> None:
    result = truth().copy()
    result[SAMPLE.line < 128] = 1  # type: ignore[operator]
    found = figures(result, HintSet())
    assert found.off_line == pytest.approx(0, abs=1e-4)  # type: ignore[attr-defined]
    assert found.on_line > 30  # type: ignore[attr-defined]


def test_baselines_keep_hints_and_rank_as_they_must() -> None:
    hints = CASE.hints(28)
    assert SAMPLE.line is not None
    errors = {
        name: figures(painter(CASE, hints), hints).off_line  # type: ignore[attr-defined]
        for name, painter in BASELINES.items()
    }
    assert errors["best hint per cell"] <= errors["watershed"] + 1e-6
    for fill in (nearest_hint, watershed_fill):
        found = figures(fill(SAMPLE.line, hints), hints)
        assert found.obedience < 0.01  # type: ignore[attr-defined]


def test_nearest_hint_is_nearest() -> None:
    line = np.full((10, 20), 255, dtype=np.uint8)
    hints = HintSet((PointHint(2.5, 5.5, (255, 0, 0)), PointHint(17.5, 5.5, (0, 0, 255))))
    painted = nearest_hint(line, hints)
    assert painted[0, 8].tolist() == [1, 0, 0]
    assert painted[9, 12].tolist() == [0, 0, 1]


def test_baselines_without_hints_leave_paper_white() -> None:
    line = np.full((10, 20), 255, dtype=np.uint8)
    assert (nearest_hint(line, HintSet()) == 1).all()
    assert (watershed_fill(line, HintSet()) == 1).all()
    assert (best_hint_per_cell(line, HintSet(), np.zeros((10, 20, 3), np.uint8)) == 1).all()


def test_hints_of_a_case_are_the_same_every_time_and_differ_by_draw() -> None:
    assert CASE.hints(28) == CASE.hints(28)
    assert CASE.hints(28) != CASE.hints(28, draw=1)
    assert len(CASE.hints(0)) == 0


def measured() -> list[Measured]:
    """Every baseline on two pictures."""
    other = two_tone_figure(6)
    assert other.line is not None
    cases = [CASE, Case(source="other", sample=other, line_u8=other.line)]
    return evaluate(cases, BASELINES, [8, 0], 1)


def test_summary_puts_every_method_beside_watershed_and_the_oracle() -> None:
    rows = summarize(measured())
    chosen = {str(r["method"]): r for r in rows if r["hints"] == 8 and r["source"] == "all"}
    assert chosen["watershed"]["of_watershed"] == pytest.approx(1)
    assert chosen["watershed"]["way_to_oracle"] == pytest.approx(0)
    assert chosen["best hint per cell"]["way_to_oracle"] == pytest.approx(1)
    text = table(rows)
    assert "8 hints, all" in text
    assert "0 hints, other" in text


def test_contact_sheet_shows_every_source(tmp_path: Path) -> None:
    path = tmp_path / "sheet.png"
    figures_ = [each for each in measured() if each.source == "drawn"]
    contact_sheet(path, [CASE], BASELINES, figures_, method="nearest hint", count=8)
    with Image.open(path) as sheet:
        assert sheet.width > 4 * 200
        assert sheet.height >= 200
