"""The published generators in small forms with random weights, and what their specs say."""

import torch

from models.networks.alacgan.network import AlacGanConfig
from models.networks.arguments import arguments_of
from models.networks.csa.network import CsaConfig
from models.networks.features import FeatureNetwork
from models.networks.registry import find_form
from models.networks.sgru.network import SgruConfig
from models.networks.tag2pix.network import CitConfig, Tag2PixConfig
from models.networks.two_stage.network import StageConfig, TwoStageConfig

TAG_NAMES = tuple(f"tag_{index}" for index in range(7))
SMALL_STAGE = StageConfig(width=8, levels=2, blocks=1, cardinality=4)
SMALL_GENERATORS = {
    "tag2pix": Tag2PixConfig(
        size=256,
        cvt_count=7,
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
    "csa": CsaConfig(width=4, blocks=1, hint_network="squeezenet_fire5"),
    "sgru": SgruConfig(widths=(4, 4, 4, 4, 8), decoder_widths=(8, 4, 4, 4, 4), tail_width=4),
}


def build_small(method):
    torch.manual_seed(9)
    generator = find_form(method).build(SMALL_GENERATORS[method])
    for part in generator.modules():
        if isinstance(part, FeatureNetwork):
            part.randomize(seed=9)
    return generator


def fields_of(method):
    return {
        "name": f"{method}-small",
        "title": f"Small {method}",
        "method": method,
        "arguments": arguments_of(SMALL_GENERATORS[method]),
        "tags": TAG_NAMES if method == "tag2pix" else (),
        "licence": "CC0-1.0",
    }
