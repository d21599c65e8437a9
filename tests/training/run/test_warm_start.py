"""A training goes on from an export, and from weights of another size or fewer blocks."""

import pytest
import torch

from models.networks.two_stage.network import DRAFT_INPUTS, StageUNet
from tests.helpers.training.small_generators import build_small, paint_noise, train_a_little
from tests.helpers.training.toy_generator import FIELDS, ToyGenerator
from training.export.generator import export_generator
from training.run.random_weights import draw_random_inputs
from training.run.warm_start import warm_start


def test_half_precision_and_constants_that_the_exporter_drops_or_merges_come_back(tmp_path):
    """Norms as they are built: scales of 1, shifts of 0. Whole methods: test_published.py."""
    generator, other, folder = ToyGenerator(), ToyGenerator(), tmp_path / "toy"
    export_generator(generator, spec_fields=FIELDS, folder=folder, precision="fp16")
    with torch.no_grad():
        for weight in other.parameters():
            weight.add_(1.0)
    inputs = draw_random_inputs(other, seed=3)
    warm_start(
        other, folder, run=lambda: other.paint(*other.encode_line(inputs["line"]), inputs["hints"])
    )
    torch.testing.assert_close(paint_noise(other), paint_noise(generator), atol=0.002, rtol=0.002)


def test_tag2pix_goes_on_at_twice_the_size(tmp_path):
    small = train_a_little(build_small("tag2pix"))
    path = tmp_path / "weights.pt"
    torch.save(small.state_dict(), path)
    large = build_small("tag2pix", size=64)
    note = warm_start(large, path, run=lambda: None)
    assert str(path) in note
    width = small.config.width
    before, after = (
        each.generator.cvt_spatial.linear.weight.reshape(2 * width, side, side, -1)
        for each, side in ((small, 2), (large, 4))
    )
    assert torch.equal(after[:, ::2, 1::2], before)
    assert paint_noise(large).isfinite().all()


def test_tag2pix_goes_on_with_more_blocks_as_it_was(tmp_path):
    shallow = train_a_little(build_small("tag2pix"))
    path = tmp_path / "weights.pt"
    torch.save(shallow.state_dict(), path)
    depths = tuple(depth + extra for depth, extra in zip(shallow.config.depths, (0, 2, 1, 1)))
    deep = build_small("tag2pix", depths=depths)
    warm_start(deep, path, run=lambda: None)
    torch.testing.assert_close(paint_noise(deep), paint_noise(shallow))
    width = 2 * shallow.config.width
    wider = build_small("tag2pix", depths=depths, width=width)
    with pytest.raises(ValueError, match="of another shape"):
        warm_start(wider, path, run=lambda: None)


def test_draft_stage_goes_on_from_a_whole_generator(tmp_path):
    whole = train_a_little(build_small("two_stage"))
    path = tmp_path / "weights.pt"
    torch.save(whole.state_dict(), path)
    stage = StageUNet(whole.config.draft, inputs=DRAFT_INPUTS)
    warm_start(stage, path, run=lambda: None)
    for name, tensor in whole.draft.state_dict().items():
        assert torch.equal(stage.state_dict()[name], tensor)
