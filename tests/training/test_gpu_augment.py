"""Promises of the batched augmentation: agrees with numpy and OpenCV, seeded, hints in place."""

import importlib.util
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from models.geometry import Size
from models.hints.hints import HintSet, PointHint, StrokeHint, rasterize_hints
from models.hints.parts import Part
from training.data import gpu_lines
from training.data.gpu_augment import (
    BatchAugmenter,
    BatchStyle,
    PictureBatch,
    elastic_offsets,
    recolour,
    sampling_places,
    warp,
)
from training.data.gpu_hints import draw_hints, pack_hints, place_points
from training.data.items import augment
from training.data.lines import degrade, lineart
from training.data.lines.xdog_forms import alacgan_xdog
from training.data.sample import Sample

CPU = torch.device("cpu")
SIDE = 72
FEW = settings(max_examples=12, deadline=None, derandomize=True, database=None)
BENCHMARK = Path(__file__).parents[2] / "packaging" / "benchmarks" / "augment_throughput.py"


@cache
def drawing(seed):
    """Shaded discs with ink, their labels and exact lines."""
    rng = np.random.default_rng(seed)
    colour = np.full((SIDE, SIDE, 3), 250, dtype=np.uint8)
    line = np.full((SIDE, SIDE), 255, dtype=np.uint8)
    labels = np.zeros((SIDE, SIDE), dtype=np.uint8)
    for part in range(1, 6):
        centre = tuple(rng.integers(12, SIDE - 12, 2).tolist())
        radius = int(rng.integers(6, 22))
        cv2.circle(colour, centre, radius, rng.integers(60, 256, 3).tolist(), -1)
        cv2.circle(colour, centre, radius, (30, 20, 30), 2, cv2.LINE_AA)
        cv2.circle(line, centre, radius, 255, -1)
        cv2.circle(line, centre, radius, 0, 2, cv2.LINE_AA)
        cv2.circle(labels, centre, radius, part, -1)
    shade = np.linspace(1, 0.8, SIDE)[:, None, None]
    colour = (colour * shade).astype(np.uint8)
    return Sample(
        colour=colour,
        figure=((labels > 0) * 255).astype(np.uint8),
        line=line,
        labels=labels,
        name=f"discs-{seed}",
        source="test",
        licence="Apache-2.0",
    )


SEEDS = (0, 1, 2)


def rgb_batch():
    planes = np.stack([drawing(seed).colour.transpose(2, 0, 1) for seed in SEEDS])
    return torch.from_numpy(planes)


def plane_batch(field):
    return torch.from_numpy(np.stack([getattr(drawing(seed), field)[None] for seed in SEEDS]))


def line_batch():
    return plane_batch("line")


def pictures():
    return PictureBatch(
        rgb_u8=rgb_batch(), labels=plane_batch("labels").long(), line_u8=line_batch()
    )


def test_blur_agrees_with_opencv_for_each_sigma_of_a_batch():
    sigmas = [0.3, 0.7, 2.2]
    blurred = gpu_lines.gaussian_blur(rgb_batch().float(), torch.tensor(sigmas))
    for index, sigma in enumerate(sigmas):
        colour = drawing(SEEDS[index]).colour.astype(np.float32)
        expected = cv2.GaussianBlur(colour, (0, 0), sigma).transpose(2, 0, 1)
        np.testing.assert_allclose(blurred[index].numpy(), expected, atol=2e-3)
    with pytest.raises(ValueError, match="blur less or enlarge them"):
        gpu_lines.gaussian_blur(torch.zeros(1, 1, 6, 9), 2.0)


def test_luma_is_within_a_level_of_opencv():
    for index, seed in enumerate(SEEDS):
        expected = cv2.cvtColor(drawing(seed).colour, cv2.COLOR_RGB2GRAY).astype(int)
        assert np.abs(gpu_lines.luma(rgb_batch())[index, 0].numpy() - expected).max() <= 1


@pytest.mark.parametrize("sigma", [0.3, 0.4, 0.5])
def test_xdog_agrees_with_both_numpy_forms(sigma):
    published = gpu_lines.xdog_lines(rgb_batch(), sigma=sigma)
    ours = gpu_lines.xdog_lines(rgb_batch(), sigma=sigma, origin=-0.1)
    for index, seed in enumerate(SEEDS):
        colour = drawing(seed).colour
        expected = alacgan_xdog(colour, sigma=sigma)
        assert (published[index, 0].numpy() != expected).mean() <= 0.01
        expected = lineart.XDoG(sigma=sigma).extract(colour)
        assert (ours[index, 0].numpy() != expected).mean() <= 0.01
        assert 0 < (expected == 0).mean() < 0.5


def test_xdog_takes_a_sigma_for_each_picture_and_leaves_blank_paper_blank():
    rgb = rgb_batch()
    rgb[1] = 255
    together = gpu_lines.xdog_lines(rgb, sigma=torch.tensor([0.3, 0.4, 0.6]), widest=0.6)
    for index, sigma in enumerate((0.3, 0.4, 0.6)):
        alone = gpu_lines.xdog_lines(rgb[index : index + 1], sigma=sigma)
        assert torch.equal(together[index], alone[0])
    assert together[1].min() == 255


def test_contrast_lines_agree_with_numpy():
    drawn = gpu_lines.contrast_lines(rgb_batch(), sigma=0.6, k=2.5, contrast=0.08)
    for index, seed in enumerate(SEEDS):
        expected = lineart.contrast_lines(drawing(seed).colour, sigma=0.6, k=2.5, contrast=0.08)
        away = np.abs(drawn[index, 0].numpy().astype(int) - expected)
        assert away.mean() < 1
        assert (away > 3).mean() <= 0.02


@pytest.mark.parametrize("amount", [-2, -1, 0, 1, 2])
def test_thicken_is_exactly_numpys(amount):
    grown = gpu_lines.thicken(line_batch(), amount)
    for index, seed in enumerate(SEEDS):
        assert (grown[index, 0].numpy() == lineart.thicken(drawing(seed).line, amount)).all()


def test_erased_discs_are_exactly_opencvs():
    rng = np.random.default_rng(4)
    centres = rng.integers(0, SIDE * SIDE, (3, 9))
    radii = rng.integers(1, 4, (3, 9))
    centres[1, 4:] = -1
    erased = gpu_lines.erase_discs(line_batch(), torch.from_numpy(centres), torch.from_numpy(radii))
    for index, seed in enumerate(SEEDS):
        expected = drawing(seed).line.copy()
        for centre, radius in zip(centres[index].tolist(), radii[index].tolist()):
            if centre >= 0:
                cv2.circle(expected, (centre % SIDE, centre // SIDE), radius, 255, -1)
        assert (erased[index, 0].numpy() == expected).all()


def test_gaps_open_in_ink_only_and_spare_blank_paper():
    line = line_batch()
    line[2] = 255
    broken = gpu_lines.open_gaps(line, torch.Generator().manual_seed(1), most=30)
    assert (broken >= line).all()
    assert all((broken[index] > line[index]).any() for index in (0, 1))
    assert torch.equal(broken[2], line[2])


def test_lighten_and_brighten_agree_with_numpy():
    strengths, factors = torch.tensor([0.7, 0.85, 1.0]), torch.tensor([1.0, 2.3, 7.0])
    faint = gpu_lines.lighten(line_batch(), strengths)
    bright = gpu_lines.brighten(line_batch(), factors)
    for index, seed in enumerate(SEEDS):
        line = drawing(seed).line
        expected = lineart.lighten(line, float(strengths[index])).astype(int)
        assert np.abs(faint[index, 0].numpy() - expected).max() <= 1
        expected = degrade.brighten(line, float(factors[index])).astype(int)
        assert np.abs(bright[index, 0].numpy() - expected).max() <= 1


def test_scan_noise_agrees_with_numpy_for_the_same_noise():
    strength = 5.0
    line = drawing(0).line
    expected = lineart.scan_noise(line, np.random.default_rng(2), strength)
    same = np.random.default_rng(2)
    coarse = same.normal(0, strength, (SIDE // 24, SIDE // 24)).astype(np.float32)
    grain = same.normal(0, strength, line.shape).astype(np.float32)
    noisy = gpu_lines.add_scan_noise(
        line_batch()[:1],
        torch.from_numpy(coarse)[None, None],
        torch.from_numpy(grain)[None, None],
        strength,
    )
    assert np.abs(noisy[0, 0].numpy().astype(int) - expected).max() <= 2


def turned_matrix(angle, scale):
    matrix = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), angle, scale)
    matrix[:, 2] += (3.3, -5.7)
    return matrix


def test_affine_warp_agrees_with_opencv():
    matrices = [turned_matrix(*values) for values in ((12, 1.1), (-8, 0.8), (90, 1.0))]
    places = sampling_places(torch.from_numpy(np.stack(matrices)), Size(64, 80))
    moved = warp(rgb_batch(), places, fill=255)
    labels = warp(plane_batch("labels").long(), places, fill=0, nearest=True)
    for index, (seed, matrix) in enumerate(zip(SEEDS, matrices)):
        sample = drawing(seed)
        expected = cv2.warpAffine(sample.colour, matrix, (80, 64), borderValue=(255, 255, 255))
        away = np.abs(moved[index].permute(1, 2, 0).numpy().astype(int) - expected)
        assert away.mean() <= 1
        assert away.max() <= 24
        expected = cv2.warpAffine(
            sample.labels, matrix, (80, 64), flags=cv2.INTER_NEAREST, borderValue=0
        )
        assert (labels[index, 0].numpy() != expected).mean() <= 0.015


def test_elastic_warp_agrees_with_opencv():
    generator = torch.Generator().manual_seed(5)
    size = Size(SIDE, SIDE)
    offsets = elastic_offsets(generator, batch=3, size=size, reach=2.0, grain=20)
    assert 0.5 < offsets.std() < 3
    identity = torch.tensor([[1.0, 0, 0], [0, 1, 0]]).expand(3, 2, 3)
    moved = warp(rgb_batch(), sampling_places(identity, size, offsets), fill=255)
    columns, rows = np.meshgrid(
        np.arange(SIDE, dtype=np.float32), np.arange(SIDE, dtype=np.float32)
    )
    for index, seed in enumerate(SEEDS):
        dx, dy = offsets[index].numpy()
        expected = cv2.remap(
            drawing(seed).colour,
            columns + dx,
            rows + dy,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=(255, 255, 255),
        )
        away = np.abs(moved[index].permute(1, 2, 0).numpy().astype(int) - expected)
        assert away.mean() <= 1
        assert away.max() <= 24


def test_recolour_agrees_with_numpys():
    # A seed whose stream turns each part by itself and keeps skin.
    seed = 3
    sample = drawing(1)
    stream = np.random.default_rng(seed)
    assert stream.random() < 0.7
    turns = stream.integers(0, 180, 256)
    turns[int(Part.BACKGROUND)] = 0
    if stream.random() < 0.5:
        turns[int(Part.SKIN)] = 0
    saturation = float(stream.uniform(0.6, 1.4))
    expected = augment.recolour(sample, np.random.default_rng(seed)).colour
    turned = recolour(
        rgb_batch()[1:2],
        plane_batch("labels").long()[1:2],
        torch.from_numpy(2.0 * turns)[None].float(),
        torch.tensor([saturation]),
    )
    away = np.abs(turned[0].permute(1, 2, 0).numpy().astype(int) - expected)
    assert away.mean() <= 3
    assert np.abs(expected.astype(int) - sample.colour).mean() > 10


def test_recolour_without_turn_changes_nothing_and_regions_turn_alone():
    rgb, labels = rgb_batch(), plane_batch("labels").long()
    still = recolour(rgb, labels, torch.zeros(3, 8), torch.ones(3))
    assert (still.int() - rgb.int()).abs().max() <= 1
    turns = torch.zeros(3, 8)
    turns[:, 2] = 120
    changed = (recolour(rgb, labels, turns, torch.ones(3)).int() - rgb.int()).abs().amax(1) > 1
    assert changed.any()
    assert (labels[:, 0][changed] == 2).all()


def random_dabs(rng, size, count):
    return HintSet(
        tuple(
            PointHint(
                float(rng.uniform(-4, size.width + 4)),
                float(rng.uniform(-4, size.height + 4)),
                tuple(rng.integers(0, 256, 3).tolist()),
                float(rng.uniform(0.1, 8)),
            )
            for _ in range(count)
        )
    )


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 40), columns=st.integers(1, 40))
@FEW
def test_points_are_drawn_exactly_as_the_application_draws_them(seed, rows, columns):
    rng = np.random.default_rng(seed)
    size = Size(rows, columns)
    sets = [random_dabs(rng, size, count) for count in (0, 3, 12)]
    drawn = draw_hints(pack_hints(sets, device=CPU), size).numpy()
    for index, hints in enumerate(sets):
        expected = rasterize_hints(hints, size)
        np.testing.assert_allclose(drawn[index], expected, atol=1e-6)


def test_strokes_cover_nearly_what_the_application_draws():
    size = Size(64, 64)
    strokes = [
        HintSet((StrokeHint(((8, 50), (30, 12), (55, 40)), (250, 10, 90), radius),))
        for radius in (1.0, 3.0, 6.0)
    ]
    drawn = draw_hints(pack_hints(strokes, device=CPU), size).numpy()
    for index, hints in enumerate(strokes):
        ours, expected = drawn[index, 3] == 1, rasterize_hints(hints, size)[3] == 1
        assert (ours & expected).sum() / (ours | expected).sum() > 0.8
        near = cv2.dilate(expected.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        assert near[ours].all()


def test_placed_points_have_true_colours_and_avoid_lines():
    rgb, line = rgb_batch(), line_batch()
    generator = torch.Generator().manual_seed(3)
    counts = torch.tensor([0, 5, 20])
    dabs = place_points(rgb, line, generator, counts=counts, most=20)
    drawn = draw_hints(dabs, Size(SIDE, SIDE))
    mask = drawn[:, 3:] == 1
    assert mask[0].sum() == 0
    assert 1 <= mask[1].sum() <= 5
    truth = rgb.float() / 127.5 - 1
    assert torch.allclose(drawn[:, :3], truth * mask, atol=1e-6)
    assert line[mask].min() > 255 - 64


def test_augmenter_gives_same_views_for_same_seed_and_others_for_another():
    style = BatchStyle(side=48)
    first, second, other = (
        BatchAugmenter(style, seed=seed, device=CPU)(pictures()) for seed in (1, 1, 2)
    )
    for field in ("rgb_u8", "labels", "line_u8", "hints"):
        assert torch.equal(getattr(first, field), getattr(second, field))
    assert not torch.equal(first.rgb_u8, other.rgb_u8)


def test_view_is_in_the_formats_of_training():
    augmenter = BatchAugmenter(BatchStyle(side=48), seed=4, device=CPU)
    for _ in range(3):
        view = augmenter(pictures())
        assert view.rgb_u8.shape == (3, 3, 48, 48)
        assert view.rgb_u8.dtype == view.line_u8.dtype == torch.uint8
        assert view.line_u8.shape == view.labels.shape == (3, 1, 48, 48)
        assert view.hints.shape == (3, 4, 48, 48)
        mask = view.hints[:, 3:] == 1
        assert mask.sum() <= 3 * 40
        truth = view.rgb_u8.float() / 127.5 - 1
        assert torch.allclose(view.hints[:, :3], truth * mask, atol=1e-6)
        assert 0 < (view.line_u8 < 128).float().mean() < 0.6


def test_benchmark_measures_both_ways():
    loaded = importlib.util.spec_from_file_location("augment_throughput", BENCHMARK)
    module = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(module)
    samples = [module.draw_sample(seed, 64) for seed in range(2)]
    for speed in (
        module.measure_numpy(samples, 48, 0.01),
        module.measure_batched(samples, 48, CPU, 0.01),
    ):
        assert speed.keys() == {"per_s", "per_core_s"}
