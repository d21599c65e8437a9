"""Reading line art, taught by itself: labels weigh what they are sure, the rest stays as it was."""

import numpy as np
import pytest
import torch

from models.hints.parts import PART_COUNT, UNLABELLED, Part
from tests.helpers.training.method_trials import TINY_TINTLINE, tiny_recipe
from tests.helpers.training.small_set import two_tone_figure
from training.methods.registry import method_of
from training.methods.tintline.reader import ReaderOptions, part_loss, place_affinity, share_right


def batch_of(labels, trust):
    return {
        "parts": torch.tensor(labels, dtype=torch.uint8)[None, None],
        "trust": torch.tensor(trust, dtype=torch.uint8)[None, None],
    }


def test_doubted_labels_count_nothing_and_sure_ones_whole():
    options = ReaderOptions(doubted=0.4, sure=0.8)
    logits = torch.zeros(1, PART_COUNT, 1, 3)
    logits[0, Part.HAIR, 0, 0] = 4.0
    hair, skin = int(Part.HAIR), int(Part.SKIN)
    sure = part_loss(logits, batch_of([hair, skin, UNLABELLED], [255, 90, 255]), options)
    alone = part_loss(logits[..., :1], batch_of([hair], [255]), options)
    assert torch.isclose(sure, alone)
    doubted = part_loss(logits, batch_of([hair, skin, UNLABELLED], [255, 153, 255]), options)
    assert doubted > sure


def test_an_eye_where_a_teacher_saw_skin_is_no_mistake():
    options = ReaderOptions()
    logits = torch.zeros(1, PART_COUNT, 1, 1)
    logits[0, Part.EYES] = 9.0
    skin = int(Part.SKIN)
    taught = part_loss(logits, batch_of([skin], [254]), options)
    true = part_loss(logits, batch_of([skin], [255]), options)
    assert taught < 0.1
    assert true > 8
    logits[0, Part.HAIR] = 18.0
    assert part_loss(logits, batch_of([skin], [254]), options) > 7


def test_small_parts_weigh_more_if_asked():
    batch = batch_of([int(Part.EYES), int(Part.SKIN)], [255, 255])
    shares = []
    for small in (1.0, 3.0):
        logits = torch.zeros(1, PART_COUNT, 1, 2, requires_grad=True)
        part_loss(logits, batch, ReaderOptions(small=small)).backward()
        pull = logits.grad.abs().sum(dim=(0, 1, 2))
        shares.append(float(pull[0] / pull.sum()))
    assert shares[1] > shares[0] > 0.5


def test_heavy_parts_are_told_no_more_often_than_they_are_there():
    """Of places that look alike a fifth are eyes: told so, though eyes weigh more than skin."""
    logits = torch.zeros(PART_COUNT, requires_grad=True)
    batch = batch_of([int(Part.EYES)] + [int(Part.SKIN)] * 4, [255] * 5)
    steps = torch.optim.Adam([logits], lr=0.2)
    for _ in range(200):
        steps.zero_grad()
        part_loss(
            logits[None, :, None, None].expand(1, -1, 1, 5), batch, ReaderOptions()
        ).backward()
        steps.step()
    chances = torch.softmax(logits, dim=0)
    assert float(chances[Part.EYES].detach()) == pytest.approx(0.2, abs=0.03)


def test_places_of_one_colour_are_to_be_near():
    embedding = torch.tensor([[1.0, 1.0, -1.0], [0.0, 0.0, 0.2]])[None, :, None]
    batch = {"places": torch.tensor([[0, 1, 2]])}
    told = [
        place_affinity(embedding, {**batch, "colors": torch.tensor([colors]).float()})
        for colors in (
            [[10, 0, 0], [10, 0, 0], [80, 0, 0]],
            [[10, 0, 0], [80, 0, 0], [10, 0, 0]],
        )
    ]
    assert told[0] < told[1]


def test_share_right_leaves_paper_out():
    logits = torch.zeros(1, PART_COUNT, 1, 3)
    logits[0, Part.HAIR] = 1.0
    batch = batch_of([int(Part.HAIR), int(Part.SKIN), int(Part.BACKGROUND)], [255] * 3)
    assert share_right(logits, batch) == 0.5


@pytest.mark.parametrize(
    ("options", "trained"),
    [
        (ReaderOptions(), {"encoder"}),
        (ReaderOptions(encoder=False, names=1.0), {"part_reader"}),
        (ReaderOptions(names=1.0), {"encoder", "part_reader"}),
    ],
)
def test_only_what_reads_the_lines_is_trained(options, trained):
    recipe = tiny_recipe("tintline_reader", form="", options=options, network=TINY_TINTLINE)
    method = method_of(recipe)
    cast = method.cast()
    items = [method.build_item(two_tone_figure(n), np.random.default_rng(n), 0) for n in range(2)]
    losses = cast.turns[0].objective(method.collate(items))
    losses["total"].backward()
    moved = {
        name.split(".")[0]
        for name, weight in cast.network.named_parameters()
        if weight.grad is not None and weight.grad.abs().sum() > 0
    }
    assert moved == trained


def test_an_encoder_that_is_not_trained_keeps_its_statistics():
    options = ReaderOptions(encoder=False, names=1.0)
    recipe = tiny_recipe("tintline_reader", form="", options=options, network=TINY_TINTLINE)
    method = method_of(recipe)
    objective = method.cast().turns[0].objective
    items = [method.build_item(two_tone_figure(n), np.random.default_rng(n), 0) for n in range(2)]
    before = {name: buffer.clone() for name, buffer in objective.named_buffers()}
    objective(method.collate(items))
    for name, buffer in objective.named_buffers():
        assert torch.equal(buffer, before[name]), name


def test_something_must_be_trained():
    with pytest.raises(ValueError, match="nothing is trained"):
        ReaderOptions(encoder=False)
    with pytest.raises(ValueError, match="doubted"):
        ReaderOptions(doubted=0.9, sure=0.8)
