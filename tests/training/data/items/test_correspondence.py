"""Training items of our own method: what they hold and that padding changes nothing."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

import resources
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from models.networks.tintline.encoder import TintlineConfig
from models.networks.tintline.network import din99
from tests.helpers.training.small_set import two_tone_figure
from training.data.items import correspondence
from training.data.items.augment import ViewStyle, random_view
from training.data.items.correspondence import (
    ChoiceItems,
    CorrespondenceItems,
    CorrespondenceStyle,
    HintMix,
    build_item,
    collate,
    collate_choices,
    din99_u8,
    piece_colors,
    with_own_colors,
)
from training.data.items.items import Items, SampleSet
from training.data.sample import Sample
from training.methods.tintline.method import TintlineOptions, build, losses, piece_costs

VOCABULARY = load_vocabulary(resources.TAGS)
STYLE = CorrespondenceStyle(view=ViewStyle(side=64))
SMALL = TintlineConfig(
    widths=(8, 8, 16, 16), blocks=(0, 1, 1, 2), finest=8, embedding=8, tokens=16, rounds=1, detail=8
)


def item(seed: int) -> dict[str, np.ndarray]:
    """A training item of one drawn figure."""
    return build_item(two_tone_figure(seed), STYLE, VOCABULARY.names, np.random.default_rng(seed))


def test_numpy_and_torch_agree_on_color_space() -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (50, 1, 3)).astype(np.uint8)
    ours = din99(torch.from_numpy(rgb.astype(np.float32) / 255)).numpy()
    assert np.allclose(ours, din99_u8(rgb), atol=0.4)


def test_color_space_is_finite_for_greys() -> None:
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    assert torch.isfinite(din99(torch.from_numpy(greys.astype(np.float32) / 255))).all()


def test_items_of_one_seed_are_equal() -> None:
    first, second = item(3), item(3)
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[name], second[name]) for name in first)


def test_targets_are_the_mean_colors_of_their_pieces() -> None:
    sample = two_tone_figure(1)
    labels = (sample.labels == 1).astype(np.int32)  # type: ignore[operator]
    assert sample.line is not None
    target, spread, weight = piece_colors(sample, sample.line, labels)
    assert np.allclose(target[1], din99_u8(np.array([[74, 120, 200]], np.uint8))[0], atol=0.5)
    assert spread[1] < 15
    assert (weight > 0).all()


def test_the_cost_of_the_right_color_is_least() -> None:
    batch = collate([item(seed) for seed in range(3)])
    tokens = batch["hint_tokens"]
    costs = piece_costs(batch, tokens[..., 3:6])
    inside = batch["relations"][..., -1] > 0
    real = tokens[..., -1].unsqueeze(1).expand_as(costs) > 0
    assert costs[inside & real].mean() < costs[~inside & real].mean()
    assert costs.min() >= 0
    assert costs.max() <= 1


def test_padding_a_batch_does_not_change_its_loss() -> None:
    torch.manual_seed(0)
    network = build(SMALL, VOCABULARY).eval()
    alone = collate([item(4)])
    padded = dict(alone)
    for name, grow in {
        "cell_facts": (0, 0, 0, 33),
        "target": (0, 0, 0, 33),
        "spread": (0, 33),
        "weight": (0, 33),
        "hint_tokens": (0, 0, 0, 7),
        "relations": (0, 0, 0, 7, 0, 33),
    }.items():
        padded[name] = torch.nn.functional.pad(alone[name], grow)
    with torch.no_grad():
        first = losses(network, alone, TintlineOptions())
        second = losses(network, padded, TintlineOptions())
    for name in ("choice", "parts", "picture"):
        assert torch.allclose(first[name], second[name], atol=1e-4), name


def test_item_depends_on_seed_and_number_alone() -> None:
    samples = SampleSet(samples=[two_tone_figure(index) for index in range(3)], weight=1.0)
    build = CorrespondenceItems(style=STYLE, tag_names=VOCABULARY.names)

    def line(seed: int, number: int) -> np.ndarray:
        return Items([samples], build, seed=seed, batch=4)[number]["line"]

    assert np.array_equal(line(1, 5), line(1, 5))
    assert not np.array_equal(line(1, 5), line(2, 5))
    assert not np.array_equal(line(1, 5), line(1, 6))


def test_hint_counts_cover_none_and_many() -> None:
    rng = np.random.default_rng(0)
    counts = [HintMix().draw(rng).count for _ in range(600)]
    assert 30 < counts.count(0) < 90
    assert max(counts) <= 64
    assert min(count for count in counts if count) <= 2
    assert max(counts) > 50


def test_views_keep_labels_and_colors_together() -> None:
    sample = two_tone_figure(2)
    style = ViewStyle(side=64, recolor_share=0.0, background_share=0.0, turn_share=0.0)
    for seed in range(8):
        view = random_view(sample, style, np.random.default_rng(seed))
        assert view.labels is not None
        assert view.color.shape == (64, 64, 3)
        hair = view.labels == 1
        if hair.sum() > 100:
            near = np.abs(view.color[hair].astype(int) - (74, 120, 200)).max(axis=1) < 40
            assert near.mean() > 0.6


def test_parts_without_hints_keep_their_own_colors() -> None:
    sample = labelled_figure()
    for seed in range(6):
        view, own = with_own_colors(sample, np.random.default_rng(seed))
        hinted = set(np.unique(sample.labels[~own])) - {int(Part.BACKGROUND)}  # type: ignore[index]
        kept = set(np.unique(sample.labels[own]))  # type: ignore[index]
        assert hinted
        assert kept
        assert not hinted & kept
        for part in kept:
            where = sample.labels == part
            assert (view.color[where] == VOCABULARY.defaults[Part(int(part))]).all()
        assert np.array_equal(view.color[~own], sample.color[~own])


def test_no_hint_lies_where_a_part_keeps_its_own_color() -> None:
    style = replace(STYLE, kept_share=1.0, hints=HintMix(none_share=0.0))
    defaults = np.array([VOCABULARY.defaults[p] for p in (Part.HAIR, Part.SKIN, Part.TOP)]) / 255
    for seed in range(8):
        rng = np.random.default_rng(seed)
        tokens = build_item(labelled_figure(), style, VOCABULARY.names, rng)["hint_tokens"]
        given = tokens[tokens[:, -1] > 0, 3:6]
        away = np.abs(given[:, None] - defaults[None]).max(axis=2)
        assert (away > 0.02).all()


def labelled_figure() -> Sample:
    """A figure of hair, skin and a shirt in colours that are nobody's default."""
    picture = np.full((64, 64, 3), 250, dtype=np.uint8)
    labels = np.zeros((64, 64), dtype=np.uint8)
    for part, rows, color in (
        (Part.HAIR, slice(6, 20), (12, 140, 90)),
        (Part.SKIN, slice(20, 36), (110, 190, 240)),
        (Part.TOP, slice(36, 60), (240, 10, 130)),
    ):
        picture[rows, 10:54], labels[rows, 10:54] = color, int(part)
    return Sample(
        color=picture,
        figure=np.where(labels > 0, 255, 0).astype(np.uint8),
        labels=labels,
        name="figure",
        source="test",
        licence="none",
    )


def test_one_drawing_serves_several_hint_layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []

    def maps_of(_folder: Path, line: np.ndarray) -> np.ndarray:
        drawn.append(line)
        return np.random.default_rng(0).random((23, 32, 32)).astype(np.float32)

    monkeypatch.setattr(correspondence, "feature_maps", maps_of)
    build = ChoiceItems(style=STYLE, tag_names=VOCABULARY.names, features=Path("none"), layouts=3)
    items = [build(two_tone_figure(n), np.random.default_rng(n), 0) for n in range(2)]
    assert len(drawn) == 2
    batch = collate_choices(items)
    assert all(len(tensor) == 6 for tensor in batch.values())
    assert len({batch["hint_tokens"][n].numpy().tobytes() for n in range(3)}) == 3
    assert batch["pooled"].shape[:2] == batch["target"].shape[:2]
    assert batch["at_hint"].shape[:2] == batch["hint_tokens"].shape[:2]
