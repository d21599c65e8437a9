"""Simulated hints lie in the picture, in its colours, in the layout that was asked for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.hints.hints import StrokeHint
from training.data.hints.simulated import HintStyle, segment_of_each_hint, simulate_hints

HEIGHT, WIDTH = 60, 80


def picture() -> tuple[np.ndarray, np.ndarray]:
    """Two coloured halves with a line between them."""
    rgb = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    rgb[:, :40] = (200, 30, 30)
    rgb[:, 40:] = (30, 30, 200)
    rgb[:, 39:41] = 0
    line = np.full((HEIGHT, WIDTH), 255, dtype=np.uint8)
    line[:, 39:41] = 0
    return rgb, line


layouts = st.sampled_from(["segments", "uniform", "areas"])


@settings(max_examples=40)
@given(layouts, st.integers(0, 64), st.integers(0, 1000), st.sampled_from([0.0, 0.5]))
def test_hints_lie_in_the_picture_and_have_its_colors(
    layout: str, count: int, seed: int, strokes: float
) -> None:
    rgb, line = picture()
    style = HintStyle(layout=layout, count=count, stroke_share=strokes)  # type: ignore[arg-type]
    hints = simulate_hints(rgb, line, style, np.random.default_rng(seed))
    assert len(hints) == count
    for hint in hints:
        for x, y in hint.points:
            assert 0 <= x < WIDTH
            assert 0 <= y < HEIGHT
            if line[int(y), int(x)] == 255:
                assert np.abs(rgb[int(y), int(x)].astype(int) - hint.color).max() <= 24


def test_same_seed_gives_the_same_hints() -> None:
    rgb, line = picture()
    style = HintStyle(layout="areas", count=20, stroke_share=0.4, max_radius=4, noise=3)
    first, second = (simulate_hints(rgb, line, style, np.random.default_rng(5)) for _ in range(2))
    assert first == second
    assert any(isinstance(hint, StrokeHint) for hint in first)


def test_28_hints_follow_the_seven_segments_of_the_paper() -> None:
    boxes = segment_of_each_hint(28)
    assert len(boxes) == 28
    corners = [box for box in boxes if box[2] - box[0] == 0.25 and box[3] - box[1] == 0.25]
    wings = [box for box in boxes if box[2] - box[0] == 0.25 and box[3] - box[1] == 0.5]
    assert len(set(corners)) == len(corners) == 4
    assert len(wings) == 4
    assert len(set(wings)) == 2
    assert boxes.count((0.25, 0.0, 0.75, 1.0)) == 20


@pytest.mark.parametrize("count", [0, 1, 8, 64])
def test_other_counts_keep_their_number(count: int) -> None:
    assert len(segment_of_each_hint(count)) == count


def test_hints_on_an_all_black_line_drawing_still_exist() -> None:
    rgb, line = picture()
    hints = simulate_hints(
        rgb, np.zeros_like(line), HintStyle(layout="uniform", count=5), np.random.default_rng(0)
    )
    assert len(hints) == 5
