"""A training goes on from the half-precision export of any published generator."""

from dataclasses import replace

import pytest
import torch

from models.networks.arguments import arguments_of
from models.networks.features import FeatureNetwork
from models.networks.registry import find_form
from tests.helpers.training.small_generators import SMALL_GENERATORS, fields_of
from training.export.generator import export_generator
from training.run.random_weights import draw_random_inputs
from training.run.warm_start import warm_start

CONFIGS = {**SMALL_GENERATORS, "tag2pix": replace(SMALL_GENERATORS["tag2pix"], size=32)}


def build(method):
    """A small generator with weights as it is built."""
    torch.manual_seed(9)
    generator = find_form(method).build(CONFIGS[method])
    for part in generator.modules():
        if isinstance(part, FeatureNetwork):
            part.randomize(seed=9)
    return generator


def export(generator, method, folder):
    """Its folder of graphs in half precision."""
    fields = {**fields_of(method), "arguments": arguments_of(CONFIGS[method])}
    export_generator(generator, spec_fields=fields, folder=folder, precision="fp16")


def painted(generator):
    """What the generator paints of noise, in evaluation mode."""
    generator.eval()
    inputs = draw_random_inputs(generator, seed=2)
    with torch.no_grad():
        conditions = [inputs[name] for name in generator.condition_names]
        return generator.paint(*generator.encode_line(inputs["line"]), *conditions)[0]


def trained(method):
    """A generator none of whose weights and statistics is what it began with."""
    generator = build(method)
    torch.manual_seed(4)
    with torch.no_grad():
        for weight in generator.parameters():
            weight.mul_(1 + 0.2 * torch.rand_like(weight)).add_(0.02 * torch.randn_like(weight))
        for name, statistic in generator.named_buffers():
            if "running" in name:
                statistic.add_(0.3 * torch.rand_like(statistic))
    return generator


def begun(method, folder):
    """Another generator of the same form after a warm start, and what was said about it."""
    other = build(method)
    inputs = draw_random_inputs(other, seed=3)
    conditions = [inputs[name] for name in other.condition_names]

    def run():
        other.paint(*other.encode_line(inputs["line"]), *conditions)

    return other, warm_start(other, folder, run=run)


@pytest.mark.parametrize("method", ["tag2pix", "sgru"])
def test_warm_start_from_a_half_precision_export_paints_the_same(method, tmp_path):
    generator, folder = trained(method), tmp_path / method
    export(generator, method, folder)
    other, said = begun(method, folder)
    assert str(folder) in said
    assert ("begin anew" in said) is (method == "tag2pix")  # its guide decoder is not exported
    assert other.training
    torch.testing.assert_close(painted(other), painted(generator), atol=0.02, rtol=0.02)


def test_constants_that_the_exporter_drops_or_merges_come_back(tmp_path):
    """Norms as they are built: scales of 1, shifts and biases of 0."""
    method = "sgru"
    generator, folder = build(method), tmp_path / method
    export(generator, method, folder)
    other, _ = begun(method, folder)
    torch.testing.assert_close(painted(other), painted(generator), atol=0.02, rtol=0.02)


def test_tag2pix_goes_on_at_twice_the_size(tmp_path):
    small = trained("tag2pix")
    path = tmp_path / "weights.pt"
    torch.save(small.state_dict(), path)
    large = find_form("tag2pix").build(replace(CONFIGS["tag2pix"], size=64))
    note = warm_start(large, path, run=lambda: None)
    assert str(path) in note
    width = CONFIGS["tag2pix"].width
    before, after = (
        each.generator.cvt_spatial.linear.weight.reshape(2 * width, side, side, -1)
        for each, side in ((small, 2), (large, 4))
    )
    assert torch.equal(after[:, ::2, 1::2], before)
    assert painted(large).isfinite().all()


def test_tag2pix_goes_on_with_more_blocks_as_it_was(tmp_path):
    shallow = trained("tag2pix")
    path = tmp_path / "weights.pt"
    torch.save(shallow.state_dict(), path)
    depths = tuple(depth + extra for depth, extra in zip(shallow.config.depths, (0, 2, 1, 1)))
    deep = find_form("tag2pix").build(replace(CONFIGS["tag2pix"], depths=depths))
    warm_start(deep, path, run=lambda: None)
    torch.testing.assert_close(painted(deep), painted(shallow))
    width = 2 * shallow.config.width
    wider = find_form("tag2pix").build(replace(deep.config, width=width))
    with pytest.raises(ValueError, match="of another shape"):
        warm_start(wider, path, run=lambda: None)
