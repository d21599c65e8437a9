"""Promises of the validation at native size: right figures, lines and an artist's strokes."""

import numpy as np
import pytest

from models.hints.hints import HintSet, PointHint
from tests.helpers.training.extractor_pictures import face
from training.__main__ import main
from training.data.hints.strokes import artist_strokes, colored_areas
from training.evaluation.native_validation import (
    LINE_KINDS,
    drawn_lines,
)
from training.metrics.case import Case
from training.metrics.native import FILL, PIECE, PIXEL, Comparison, fills

RED, BLUE = (200, 40, 40), (40, 60, 200)


def two_halves() -> Case:
    """A square, red above and larger blue below a line, on white paper."""
    color = np.full((120, 120, 3), 255, dtype=np.uint8)
    color[20:50, 20:100] = RED
    color[50:100, 20:100] = BLUE
    figure = np.zeros((120, 120), dtype=np.uint8)
    figure[20:100, 20:100] = 255
    line = np.full((120, 120), 255, dtype=np.uint8)
    line[[19, 20, 49, 50, 99, 100], 19:101] = 0
    line[19:101, [19, 20, 99, 100]] = 0
    sample = face(120)
    sample = type(sample)(
        color=color, figure=figure, line=line, name="halves", source="test", licence="none"
    )
    return Case(source="test", sample=sample, line_u8=line)


@pytest.fixture
def hints() -> HintSet:
    return HintSet(
        (
            PointHint(60.5, 35.5, RED, 0.5),
            PointHint(60.5, 75.5, BLUE, 0.5),
            PointHint(5.5, 5.5, (255, 255, 255), 0.5),
        )
    )


def test_truth_scores_zero_and_a_wrong_half_its_share(hints: HintSet) -> None:
    case = two_halves()
    comparison = Comparison(case, hints)
    perfect = comparison.figures(case.sample.color)
    assert perfect.off_line == pytest.approx(0, abs=1e-6)
    assert (perfect.won, perfect.lost, perfect.obeyed) == (0, 0, 1)
    assert perfect.background == 0
    wrong = case.sample.color.copy()
    wrong[20:50, 20:100] = BLUE
    figures = comparison.figures(wrong)
    assert 0.3 < figures.lost < 0.45
    assert figures.lost == pytest.approx(1 - figures.share_close)
    assert figures.obeyed == pytest.approx(2 / 3)


def test_spilled_background_is_counted(hints: HintSet) -> None:
    case = two_halves()
    spilled = case.sample.color.copy()
    spilled[:10] = RED
    assert Comparison(case, hints).figures(spilled).background > 0.1


def test_colors_without_a_hint_of_their_own_are_told_apart() -> None:
    case = two_halves()
    only_red = HintSet((PointHint(60.5, 35.5, RED, 0.5),))
    figures = Comparison(case, only_red).figures(fills()[FILL](case, only_red))
    assert figures.hinted < 1
    assert figures.unhinted > 30
    assert figures.won == figures.lost == 0


def test_best_hint_per_pixel_is_no_worse_than_per_piece(hints: HintSet) -> None:
    oracles = Comparison(two_halves(), hints).oracles()
    assert oracles[PIXEL]["off_line"] <= oracles[PIECE]["off_line"] < 1


def test_an_artist_begins_with_the_largest_color_and_stays_in_it() -> None:
    case = two_halves()
    planes = case.sample.color, case.sample.figure, case.line_u8
    first, second = artist_strokes(*planes, count=2)
    assert (first.color, second.color) == (BLUE, RED)
    assert len(colored_areas(*planes)) >= 2
    for stroke in (first, second):
        assert len(stroke.points) > 1
        for x, y in stroke.points:
            assert tuple(case.sample.color[int(y), int(x)]) == stroke.color


def test_every_kind_of_line_is_drawn_alike_every_time() -> None:
    sample = face(160)
    for kind in LINE_KINDS:
        first, second = (drawn_lines(sample, kind) for _ in range(2))
        assert first is not None
        assert np.array_equal(first, second)
        assert first.dtype == np.uint8


def test_unknown_lines_and_counts_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--data", ".", "--lines", "dotted"]) == 2
    assert "'dotted' is none of clean, soft" in capsys.readouterr().err
    assert main(["validate", "--data", ".", "--hints", "many"]) == 2
    assert "--hints 'many': write numbers" in capsys.readouterr().err
    assert main(["validate", "--data", ".", "--strokes", "2,-1"]) == 2
    assert "--strokes '2,-1': write numbers" in capsys.readouterr().err
    assert main(["validate", "--data", ".", "--generator", "nobody"]) == 2
    assert "nobody: no such folder, and no installed generator" in capsys.readouterr().err
