"""Before the first step hints and tags show in the picture in their own hue."""

import pytest
import torch

import resources
from models.hints.tags import load_vocabulary
from models.networks.alacgan.network import AlacGanConfig, AlacGanGenerator
from models.networks.blocks import initialize_kaiming
from models.networks.csa.network import CsaConfig, CsaGenerator
from models.networks.sgru.network import Sgru, SgruConfig
from models.networks.tag2pix.network import CitConfig, Tag2PixConfig, Tag2PixGenerator
from models.networks.two_stage.network import StageConfig, StageUNet
from tests.helpers.training.method_trials import tiny_recipe
from training.methods.alacgan.start import carrying_hints
from training.methods.carried_colors import calmed
from training.methods.csa.start import carrying_dabs
from training.methods.sgru.start import carrying_points
from training.methods.tag2pix.method import Tag2PixMethod, Tag2PixOptions
from training.methods.tag2pix.start import carrying_tags
from training.methods.two_stage.draft import DraftMethod, DraftOptions
from training.methods.two_stage.start import carrying_colors

ORANGE = torch.tensor([0.8, -0.1, -0.8])


def hue_of(change: torch.Tensor) -> torch.Tensor:
    return change - change.mean()


def alacgan() -> AlacGanGenerator:
    torch.manual_seed(1)
    config = AlacGanConfig(
        width=16, local_width=8, dilations=((1,), (2,), (2,), (1,)), cardinality=(4, 4, 4, 2)
    )
    generator = AlacGanGenerator(config)
    initialize_kaiming(generator)
    return generator


def one_hint(side: int) -> torch.Tensor:
    hints = torch.zeros(1, 4, side, side)
    hints[0, :3, side // 2, side // 2] = ORANGE
    hints[0, 3, side // 2, side // 2] = 1
    return hints


def test_hint_of_alacgan_shows_in_its_hue_around_its_place():
    generator = carrying_hints(alacgan())
    line, local = torch.ones(1, 1, 64, 64), torch.rand(1, 64, 4, 4)
    with torch.no_grad():
        empty = generator(line, torch.zeros(1, 4, 16, 16), local)
        change = (generator(line, one_hint(16), local) - empty)[0]
    near, far = change[:, 30:36, 30:36].mean(dim=(1, 2)), change[:, :4, :4].mean(dim=(1, 2))
    assert torch.cosine_similarity(hue_of(near), hue_of(ORANGE), dim=0) > 0.95
    assert near.norm() > 10 * far.norm()


def test_random_weights_do_not_show_it():
    generator = calmed(alacgan())
    line, local = torch.ones(1, 1, 64, 64), torch.rand(1, 64, 4, 4)
    with torch.no_grad():
        empty = generator(line, torch.zeros(1, 4, 16, 16), local)
        change = (generator(line, one_hint(16), local) - empty)[0, :, 30:36, 30:36]
    assert torch.cosine_similarity(hue_of(change.mean(dim=(1, 2))), hue_of(ORANGE), dim=0) < 0.9


@pytest.mark.parametrize("masked", [True, False])
def test_stage_shows_the_colors_of_its_input(masked: bool):
    torch.manual_seed(2)
    inputs = 5 if masked else 4
    config = StageConfig(width=16, levels=2, blocks=1, cardinality=4)
    stage = carrying_colors(StageUNet(config, inputs=inputs), masked=masked)
    line = torch.ones(1, 1, 64, 64)
    color = torch.zeros(1, inputs - 1, 64, 64)
    with torch.no_grad():
        empty = stage(torch.cat([line, color], dim=1))
        color[0, :3] = 0.4 * ORANGE[:, None, None]
        color[0, 3:] = 1
        change = (stage(torch.cat([line, color], dim=1)) - empty)[0, :, 16:48, 16:48]
    shown = change.mean(dim=(1, 2))
    assert torch.cosine_similarity(hue_of(shown), hue_of(ORANGE), dim=0) > 0.95
    assert shown.abs().max() > 0.15


def test_dab_of_csa_shows_in_its_hue_around_its_place():
    torch.manual_seed(4)
    config = CsaConfig(width=8, blocks=1, hint_network="picture_features", hint_network_width=4)
    trunk = carrying_dabs(CsaGenerator(config))
    hint_maps = torch.zeros(1, 32, 8, 8)
    x = torch.zeros(1, 5, 64, 64)
    x[:, 0] = 1
    dabbed = x.clone()
    dabbed[0, 1:4, 28:34, 28:34] = ORANGE[:, None, None]
    dabbed[0, 4, 28:34, 28:34] = 1
    with torch.no_grad():
        change = (trunk(dabbed, hint_maps) - trunk(x, hint_maps))[0, :, 28:34, 28:34]
    shown = change.mean(dim=(1, 2))
    assert torch.cosine_similarity(hue_of(shown), hue_of(ORANGE), dim=0) > 0.8
    assert shown.norm() > 0.05


def test_point_of_sgru_shows_in_its_hue_around_its_place():
    torch.manual_seed(1)
    config = SgruConfig(
        widths=(32, 64, 96, 128, 160), decoder_widths=(176, 160, 128, 96, 64), tail_width=32
    )
    network = carrying_points(Sgru(config))
    line = torch.full((1, 1, 64, 64), 255.0)
    line[:, :, 20:22] = 0
    with torch.no_grad():
        change = (network(line, one_hint(16)) - network(line, torch.zeros(1, 4, 16, 16)))[0]
    near, far = change[:, 32:36, 32:36].mean(dim=(1, 2)), change[:, :6, :6].mean(dim=(1, 2))
    assert torch.cosine_similarity(hue_of(near), hue_of(ORANGE), dim=0) > 0.9
    assert near.norm() > 2 * far.norm()
    assert near.norm() > 0.05


def test_networks_too_narrow_to_carry_are_only_calmed():
    stage = StageUNet(StageConfig(width=4, levels=2, blocks=1, cardinality=2), inputs=5)
    carrying_colors(stage, masked=True)
    expands = [weight for name, weight in stage.named_parameters() if "expand" in name]
    assert expands
    assert not any(bool(weight.any()) for weight in expands)


def test_tags_show_in_their_hues():
    vocabulary = load_vocabulary(resources.TAGS)
    torch.manual_seed(3)
    config = Tag2PixConfig(
        size=64,
        cvt_count=len(vocabulary.names),
        width=8,
        depths=(1, 1, 1, 1),
        cardinality=4,
        cit_extractor=CitConfig(width=8, depths=(1, 1, 1, 1), cardinality=4),
    )
    generator = carrying_tags(Tag2PixGenerator(config), vocabulary)
    names = ("red_hair", "blue_eyes", "green_shirt")
    tags = torch.zeros(1 + len(names), len(vocabulary.names))
    for row, name in enumerate(names, start=1):
        tags[row, vocabulary.names.index(name)] = 1
    with torch.no_grad():
        line = torch.ones(len(tags), 1, 64, 64)
        picture = generator(line, torch.zeros(len(tags), 64, 8, 8), tags).picture
    means = picture.mean(dim=(2, 3))
    for row, name in enumerate(names, start=1):
        wanted = torch.tensor(vocabulary.by_name[name].color) / 127.5 - 1
        change = means[row] - means[0]
        assert torch.cosine_similarity(hue_of(change), hue_of(wanted), dim=0) > 0.9


@pytest.mark.parametrize("start", ["drawn", "carried"])
def test_recipe_says_whether_residual_blocks_begin_as_drawn(start: str):
    options = DraftOptions(start=start, content_weight=0.0, line_weight=0.0)  # type: ignore[arg-type]
    network = {"width": 4, "levels": 2, "blocks": 1, "cardinality": 2}
    recipe = tiny_recipe("two_stage_draft", form="draft-lite", options=options, network=network)
    stage = DraftMethod(recipe).cast().network
    expands = [weight for name, weight in stage.named_parameters() if "expand" in name]
    assert expands
    assert all(bool(weight.any()) == (start == "drawn") for weight in expands)


def test_tags_are_carried_only_through_blocks_that_can():
    options = Tag2PixOptions(start="carried", adversarial=0.0, cit_weight=0.0, cvt_weight=0.0)
    network = {"cit": False, "size": 64, "width": 4, "cardinality": 2, "norm": True}
    with pytest.raises(ValueError, match="without norm"):
        Tag2PixMethod(tiny_recipe("tag2pix", form="lite", options=options, network=network))
