"""Promises of the papers' hint samplers: inside the picture, true colours, stated counts."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from models.geometry import Size
from models.hints.hints import HintSet, rasterize_hints
from training.data.hints.paper_hints import (
    alacgan_hints,
    csa_hints,
    grid_hints,
    recropped,
    two_stage_color_hints,
    two_stage_draft_count,
    two_stage_draft_hints,
    ye_hints,
)

SAMPLERS = {
    "alacgan": alacgan_hints,
    "two_stage_draft": two_stage_draft_hints,
    "two_stage_draft_paper": lambda rgb, rng: two_stage_draft_hints(rgb, rng, rule="paper"),
    "two_stage_colour": two_stage_color_hints,
    "csa": csa_hints,
    "csa_richzhang": lambda rgb, rng: csa_hints(rgb, rng, convention="richzhang"),
    "ye": ye_hints,
}
FEW = settings(max_examples=15, derandomize=True, database=None)
LEAST_P = 0.01
"""Seeds are fixed, so a distribution that fits passes always."""


@cache
def quarters(height, width):
    """Four areas of one colour each."""
    picture = np.zeros((height, width, 3), dtype=np.uint8)
    picture[: height // 2, : width // 2] = (200, 20, 40)
    picture[: height // 2, width // 2 :] = (20, 180, 60)
    picture[height // 2 :, : width // 2] = (40, 60, 220)
    picture[height // 2 :, width // 2 :] = (240, 220, 30)
    return picture


def one_color(color, height=64, width=64):
    return np.full((height, width, 3), color, dtype=np.uint8)


@pytest.mark.parametrize("name", SAMPLERS)
@given(height=st.integers(16, 150), width=st.integers(16, 150), seed=st.integers(0, 2**32 - 1))
@FEW
def test_no_hint_lies_outside_the_picture(name, height, width, seed):
    hints = SAMPLERS[name](quarters(height, width), np.random.default_rng(seed))
    assert isinstance(hints, HintSet)
    for hint in hints:
        assert all(0 <= x < width and 0 <= y < height for x, y in hint.points)


@pytest.mark.parametrize("name", SAMPLERS)
@given(
    color=st.tuples(*[st.integers(0, 255)] * 3),
    seed=st.integers(0, 2**32 - 1),
)
@FEW
def test_masks_and_colors_agree(name, color, seed):
    size = Size(64, 64)
    hints = SAMPLERS[name](one_color(color), np.random.default_rng(seed))
    drawn = rasterize_hints(hints, size)
    mask = drawn[3] == 1
    assert mask.any() == (len(hints) > 0)
    assert (drawn[:3, ~mask] == 0).all()
    expected = np.array(color, dtype=np.float32)[:, None] / 127.5 - 1
    np.testing.assert_allclose(
        drawn[:3, mask], np.broadcast_to(expected, (3, mask.sum())), atol=1e-6
    )


@pytest.mark.parametrize("name", SAMPLERS)
@given(seed=st.integers(0, 2**32 - 1))
@FEW
def test_same_seed_gives_same_hints(name, seed):
    first, second = (
        SAMPLERS[name](quarters(80, 60), np.random.default_rng(seed)) for _ in range(2)
    )
    assert first == second


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 20), columns=st.integers(1, 20),
       scale_x=st.floats(1, 6), scale_y=st.floats(1, 6))  # fmt: skip
@FEW
def test_grid_dab_covers_its_cell_and_no_other(seed, rows, columns, scale_x, scale_y):
    rng = np.random.default_rng(seed)
    cells = rng.random((rows, columns)) < 0.3
    colors = rng.integers(0, 256, (rows, columns, 3), dtype=np.uint8)
    width, height = round(columns * scale_x), round(rows * scale_y)
    hints = grid_hints(cells, colors, width=width, height=height)
    assert len(hints) == cells.sum()
    if (width, height) == (columns, rows):
        drawn = rasterize_hints(hints, Size(rows, columns))
        assert ((drawn[3] == 1) == cells).all()


def test_hints_drawn_at_the_grids_size_are_the_sampled_cells():
    hints = two_stage_color_hints(quarters(512, 512), np.random.default_rng(1))
    drawn = rasterize_hints(hints.scaled(0.25, 0.25), Size(128, 128))
    assert drawn[3].sum() == len(hints)
    truth = quarters(128, 128).transpose(2, 0, 1)[:, 20:40, 20:40] / 127.5 - 1
    mask = drawn[3, 20:40, 20:40] == 1
    np.testing.assert_allclose(drawn[:3, 20:40, 20:40][:, mask], truth[:, mask], atol=1e-6)


def assert_counts_follow(counts, probabilities):
    """Chi-square of counts 0, 1, 2... against their probabilities; rare neighbours are merged."""
    probabilities = np.asarray(probabilities, dtype=np.float64)
    assert max(counts) < len(probabilities)
    observed = np.bincount(counts, minlength=len(probabilities))
    expected = probabilities / probabilities.sum() * len(counts)
    merged, gathered = [], np.zeros(2)
    for pair in zip(observed, expected):
        gathered = gathered + pair
        if gathered[1] >= 8:
            merged.append(gathered)
            gathered = np.zeros(2)
    merged[-1] = merged[-1] + gathered
    found, stated = np.array(merged).T
    assert stats.chisquare(found, stated).pvalue > LEAST_P


def test_alacgan_counts_follow_the_truncated_normal():
    rng = np.random.default_rng(11)
    counts = [len(alacgan_hints(one_color((1, 2, 3), 128, 128), rng)) for _ in range(800)]
    quantiles = (np.arange(4000) + 0.5) / 4000
    shares = stats.halfnorm.ppf(quantiles, scale=0.005)
    probabilities = stats.binom.pmf(np.arange(450)[:, None], 128 * 128, shares[None]).mean(axis=1)
    assert_counts_follow(counts, probabilities)
    assert np.mean(counts) == pytest.approx(65, abs=5)
    assert np.median(counts) == pytest.approx(55, abs=6)


def draft_probabilities():
    probabilities = np.zeros(129)
    probabilities[0] = 0.24
    probabilities[1:6] += 0.16 / 5
    for low in range(5, 33):
        for high in range(42, 66):
            probabilities[low : high + 1] += 0.6 / 28 / 24 / (high - low + 1)
    return probabilities


def test_two_stage_counts_are_as_stated():
    rng = np.random.default_rng(12)
    assert_counts_follow([two_stage_draft_count(rng) for _ in range(6000)], draft_probabilities())
    picture = one_color((9, 9, 9), 128, 128)
    paper = [len(two_stage_draft_hints(picture, rng, rule="paper")) for _ in range(700)]
    assert_counts_follow(paper, np.ones(129))
    color = [len(two_stage_color_hints(picture, rng)) for _ in range(700)]
    uniform = np.zeros(129)
    uniform[28:] = 1
    assert_counts_follow(color, uniform)


@pytest.mark.parametrize("convention", ["paper", "richzhang"])
def test_csa_counts_are_geometric_and_sides_uniform(convention):
    rng = np.random.default_rng(13)
    sets = [
        csa_hints(one_color((5, 5, 5), 96, 96), rng, convention=convention) for _ in range(1500)
    ]
    assert_counts_follow([len(hints) for hints in sets], 0.125 * 0.875 ** np.arange(200))
    sides = [hint.spans.width for hints in sets for hint in hints]
    assert all(hint.spans.count == hint.spans.width**2 for hints in sets for hint in hints)
    most = 8 if convention == "paper" else 9
    uniform = np.zeros(most + 1)
    uniform[1:] = 1
    assert_counts_follow(sides, uniform)


def test_csa_patches_crowd_around_the_middle():
    rng = np.random.default_rng(14)
    xs = [
        hint.x + hint.spans.width / 2
        for _ in range(400)
        for hint in csa_hints(one_color((5, 5, 5), 400, 400), rng)
    ]
    assert np.mean(xs) == pytest.approx(200, abs=8)
    assert np.std(xs) == pytest.approx(95, abs=8)  # 100, less what clipping at the rim takes


def test_csa_color_is_the_mean_of_its_patch():
    picture = np.random.default_rng(0).integers(0, 256, (40, 40, 3), dtype=np.uint8)
    for hint in csa_hints(picture, np.random.default_rng(3)):
        side, (left, top) = hint.spans.width, hint.corner
        mean = picture[top : top + side, left : left + side].reshape(-1, 3).mean(axis=0)
        assert hint.color == tuple(np.round(mean).astype(int))


def test_ye_counts_follow_the_threshold():
    rng = np.random.default_rng(15)
    picture = one_color((5, 5, 5))
    counts = [len(ye_hints(picture, rng, threshold=0.995)) for _ in range(400)]
    assert_counts_follow(counts, stats.binom.pmf(np.arange(80), 64 * 64, 0.005))
    assert len(ye_hints(picture, rng, threshold=1.0)) == 0
    with pytest.raises(ValueError, match="the threshold is 0 to 1; got 2"):
        ye_hints(picture, rng, threshold=2)


def test_recropped_colors_lie_beside_their_place():
    ramp = np.repeat(np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 256, 0), 3, 2)
    moved = [
        recropped(ramp, np.random.default_rng(seed), side=128)[64, 64, 0].astype(int)
        for seed in range(40)
    ]
    assert 1 < np.std(moved) < 16
    assert abs(np.mean(moved) - 128) < 6
