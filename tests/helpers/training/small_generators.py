"""The published generators in small forms, with weights as if they had been trained."""

from dataclasses import replace

import torch

from models.networks.alacgan.network import AlacGanConfig
from models.networks.arguments import arguments_of
from models.networks.csa.network import CsaConfig
from models.networks.registry import find_form
from models.networks.sgru.network import SgruConfig
from models.networks.tag2pix.network import CitConfig, Tag2PixConfig
from models.networks.two_stage.network import StageConfig, TwoStageConfig
from training.run.random_weights import draw_random_inputs, randomize_generator

TAG_NAMES = tuple(f"tag_{index}" for index in range(7))
SMALL_STAGE = StageConfig(width=8, levels=2, blocks=1, cardinality=4)
SMALL_GENERATORS = {
    "tag2pix": Tag2PixConfig(
        size=32,
        cvt_count=len(TAG_NAMES),
        norm=True,
        width=8,
        depths=(1, 1, 1, 1),
        cardinality=8,
        cit_extractor=CitConfig(width=16, depths=(1, 1, 1, 1), cardinality=8),
    ),
    "alacgan": AlacGanConfig(
        width=8, local_width=8, dilations=((1,), (2,), (2,), (1,)), cardinality=(4, 4, 4, 2)
    ),
    "two_stage": TwoStageConfig(draft=SMALL_STAGE, colour=SMALL_STAGE, size=64),
    "csa": CsaConfig(width=4, blocks=1, hint_network="picture_features", hint_network_width=4),
    "sgru": SgruConfig(widths=(4, 4, 4, 4, 8), decoder_widths=(8, 4, 4, 4, 4), tail_width=4),
}
"""The smallest with every branch that the papers' forms and the laptop's have."""


def build_small(method, **changes):
    """A small generator, some fields of its form changed, with weights as it is built."""
    torch.manual_seed(9)
    generator = find_form(method).build(replace(SMALL_GENERATORS[method], **changes))
    randomize_generator(generator, seed=9)
    if method == "csa":
        generator.hint_network.scales.mul_(1.5)  # as a file of picture features gives them
    return generator


def train_a_little(generator):
    """Change every weight and statistic, so that none is what it began with."""
    torch.manual_seed(4)
    with torch.no_grad():
        for weight in generator.parameters():
            weight.mul_(0.9 + 0.2 * torch.rand_like(weight)).add_(0.02 * torch.randn_like(weight))
        for name, statistic in generator.named_buffers():
            if "running" in name:
                statistic.add_(0.3 * torch.rand_like(statistic))
    return generator


def fields_of(method):
    """What its spec says besides what follows from the generator."""
    return {
        "name": f"{method}-small",
        "title": f"Small {method}",
        "method": method,
        "arguments": arguments_of(SMALL_GENERATORS[method]),
        "tags": TAG_NAMES if method == "tag2pix" else (),
        "licence": "CC0-1.0",
    }


def paint_noise(generator):
    """What the generator paints of noise, in evaluation mode."""
    generator.eval()
    inputs = draw_random_inputs(generator, seed=2)
    with torch.no_grad():
        conditions = [inputs[name] for name in generator.condition_names]
        return generator.paint(*generator.encode_line(inputs["line"]), *conditions)[0]
