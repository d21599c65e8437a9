"""Tag2Pix: line art coloured from tags alone.

Kim, Jhoo, Park, Yoo: "Tag2Pix: Line Art Colorization Using Text Tag With SECat and Changing Loss",
ICCV 2019, sections 4.1 and 4.2; layers as in the authors' code (blandocs/Tag2Pix).
CVT: colour variant tags, the user's choice. CIT: colour invariant tags, shapes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.geometry import SizeRule
from models.networks.blocks import ConvGate, SeResNeXtBottleneck, conv, leaky
from models.networks.generator import Generator, GeneratorConfig
from models.networks.tag2pix.decoders import (
    DecoderBlockKind,
    DecoderStage,
    ResNeXtDecoderBlock,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitConfig:
    """The CIT extractor: number of shape tags, stem width, blocks of its four stages."""

    tag_count: int = 370
    width: int = 64
    depths: tuple[int, int, int, int] = (3, 4, 6, 3)
    cardinality: int = 32

    @property
    def feature_channels(self) -> int:
        """Channels of the features that the generator uses, the output of stage 2."""
        return 8 * self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag2PixConfig(GeneratorConfig):
    """The generator.

    size         side of its square pictures, a multiple of 16, 256 or 512 in the paper; its linear
                 layer ties the network to it.
    cvt_count    number of colour tags.
    norm         batch norm in decoder blocks and CIT adapter (the published 256-pixel model).
    block        one of the six decoder blocks of the paper's table 3.
    cit, guide   with the CIT features, with the guide decoder (ablations).
    vector_relu  ReLU between the layers of the CVT vector encoder; off in the published models.
    width        channels of the first encoder level, 16 in the paper; all others in proportion.
    depths       blocks of the four decoder stages.
    """

    size: int = 512
    cvt_count: int = 115
    norm: bool = False
    block: DecoderBlockKind = "secat"
    cit: bool = True
    guide: bool = True
    vector_relu: bool = False
    width: int = 16
    depths: tuple[int, int, int, int] = (12, 8, 5, 5)
    cardinality: int = 16
    cit_extractor: CitConfig = field(default_factory=CitConfig)

    conditions = ("tags",)

    @property
    def size_rule(self) -> SizeRule:
        """Exactly ``size`` × ``size``."""
        return SizeRule(multiple_of=16, minimum=self.size, fixed=self.size, preferred=self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag2PixAblation:
    """One row of the supplement's ablation study: the network, and how it is trained."""

    config: Tag2PixConfig
    two_step: bool


def _ablation(*, cit: bool, guide: bool, secat: bool, two_step: bool) -> Tag2PixAblation:
    block: DecoderBlockKind = "secat" if secat else "se"
    config = Tag2PixConfig(size=256, norm=True, block=block, cit=cit, guide=guide)
    return Tag2PixAblation(config=config, two_step=two_step)


ABLATIONS: Mapping[str, Tag2PixAblation] = {
    "N1": _ablation(cit=False, guide=False, secat=False, two_step=False),
    "N2": _ablation(cit=True, guide=False, secat=False, two_step=False),
    "N3": _ablation(cit=True, guide=True, secat=False, two_step=False),
    "N4": _ablation(cit=True, guide=True, secat=True, two_step=False),
    "N5": _ablation(cit=True, guide=True, secat=True, two_step=True),
    "N6": _ablation(cit=False, guide=True, secat=True, two_step=True),
    "N7": _ablation(cit=True, guide=False, secat=True, two_step=True),
    "N8": _ablation(cit=True, guide=True, secat=False, two_step=True),
}
"""Supplement, tables 1 and 2: components added one by one (N1 to N5), removed singly (N6 to N8)."""


class CitExtractor(nn.Module):
    """SE-ResNeXt-50 (32×4d) on one channel: shape tags from line art, and features for painting.

    line (B, 1, H, W) in [0, 1], paper 1. ``features`` gives stage 2 after its ReLU:
    (B, 512, H/8, W/8); ``forward`` the probabilities (B, 370).
    26,262,754 parameters whole; 1,564,784 with ``features_only``, as in the generator.
    """

    def __init__(self, config: CitConfig, *, features_only: bool = False) -> None:
        super().__init__()
        self.config = config
        width = config.width
        self.stem = nn.Conv2d(1, width, 7, stride=2, padding=3, bias=False)
        self.stem_norm = nn.BatchNorm2d(width)
        self.pool = nn.MaxPool2d(3, stride=2, padding=1)
        stages = []
        inputs = width
        for level, depth in enumerate(config.depths[: 2 if features_only else 4]):
            base = width * 2**level
            stages.append(
                nn.Sequential(
                    *(
                        SeResNeXtBottleneck(
                            inputs if block == 0 else 4 * base,
                            4 * base,
                            inner=2 * base,
                            cardinality=config.cardinality,
                            gate=ConvGate,
                            stride=2 if block == 0 and level > 0 else 1,
                        )
                        for block in range(depth)
                    )
                )
            )
            inputs = 4 * base
        self.stages = nn.ModuleList(stages)
        self.classifier = None if features_only else nn.Linear(inputs, config.tag_count)

    def features(self, line: Tensor) -> Tensor:
        """Stage 2's output."""
        x = self.pool(torch.relu(self.stem_norm(self.stem(line))))
        return self.stages[1](self.stages[0](x))

    def forward(self, line: Tensor) -> Tensor:
        """Probability of each shape tag. Raises ValueError on a network cut to its features."""
        return torch.sigmoid(self.logits(line))

    def logits(self, line: Tensor) -> Tensor:
        """The same before the sigmoid, for a numerically safe cross-entropy."""
        return self.classify(self.features(line))

    def classify(self, features: Tensor) -> Tensor:
        """Logits of the shape tags from what ``features`` gave."""
        if self.classifier is None:
            raise ValueError("this CIT extractor holds only its feature stages; build it whole")
        x = features
        for stage in self.stages[2:]:
            x = stage(x)
        return self.classifier(x.mean(dim=(2, 3)))


class CvtSpatialEncoder(nn.Module):
    """Tags as a map: Linear N -> 32·h², three 3×3 convolutions, tanh. (B, N) -> (B, 64, h, h)."""

    def __init__(self, *, tags: int, side: int, width: int) -> None:
        super().__init__()
        self.shape = (-1, 2 * width, side, side)
        self.linear = nn.Linear(tags, 2 * width * side * side)
        self.convolutions = nn.Sequential(
            conv(2 * width, 4 * width, 3),
            leaky(),
            conv(4 * width, 4 * width, 3),
            leaky(),
            conv(4 * width, 4 * width, 3),
            nn.Tanh(),
        )

    def forward(self, tags: Tensor) -> Tensor:
        """Lay the tags out."""
        return self.convolutions(self.linear(tags).reshape(self.shape))


class Tag2PixPainting(NamedTuple):
    """What the generator makes while it is trained.

    picture  (B, 3, S, S) in [-1, 1]; guide the same, None without a guide decoder.
    maps     (B, 8·width, S/4, S/4): what the second decoder stage gives.
    fine_maps  (B, 4·width, S/2, S/2): what the third gives.
    """

    picture: Tensor
    guide: Tensor | None
    maps: Tensor
    fine_maps: Tensor


class Tag2PixGenerator(nn.Module):
    """The published generator.

    line (B, 1, S, S) in [0, 1] with paper 1, CIT features (B, 512, S/8, S/8), tags (B, 115) ->
    Tag2PixPainting.
    Parameters: 15,809,398 (256, BN), 15,749,622 (256), 18,600,438 (512), 18,660,214 (512, BN).
    The CVT vector encoder exists for every block but ``se``, as the paper's counts imply, though
    ``resnext`` has no use for it.
    """

    def __init__(self, config: Tag2PixConfig) -> None:
        super().__init__()
        self.config = config
        width = config.width
        self.enc1 = _encoder_level(1, width, stride=1)
        self.enc2 = _encoder_level(width, 2 * width, stride=2)
        self.enc3 = _encoder_level(2 * width, 4 * width, stride=2)
        self.enc4 = _encoder_level(4 * width, 8 * width, stride=2)
        self.enc5 = _encoder_level(8 * width, 16 * width, stride=2)
        self.cit_adapter = (
            _cit_adapter(config.cit_extractor.feature_channels, 16 * width, norm=config.norm)
            if config.cit
            else None
        )
        self.cvt_spatial = CvtSpatialEncoder(
            tags=config.cvt_count, side=config.size // 16, width=width
        )
        self.cvt_vector = _vector_encoder(config) if config.block != "se" else None
        deep = (36 if config.cit else 20) * width
        self.dec1 = self._stage(deep, 64 * width, depth=config.depths[0])
        self.dec2 = self._stage(24 * width, 32 * width, depth=config.depths[1])
        self.dec3 = self._stage(12 * width, 16 * width, depth=config.depths[2])
        self.dec4 = self._stage(6 * width, 8 * width, depth=config.depths[3])
        self.out = nn.Sequential(
            conv(3 * width, 2 * width, 3), leaky(), conv(2 * width, 3, 3), nn.Tanh()
        )
        self.guide = _guide_decoder(width) if config.guide else None
        self._initialize()

    def _stage(self, inputs: int, outputs: int, *, depth: int) -> DecoderStage:
        return DecoderStage(
            inputs,
            outputs,
            depth=depth,
            kind=self.config.block,
            vector=4 * self.config.width,
            cardinality=self.config.cardinality,
            norm=self.config.norm,
        )

    def _initialize(self) -> None:
        """Convolutions Kaiming normal by fan-out, linear layers Kaiming normal, biases 0."""
        for part in self.modules():
            if isinstance(part, nn.Conv2d | nn.ConvTranspose2d):
                nn.init.kaiming_normal_(part.weight, mode="fan_out", nonlinearity="relu")
            elif isinstance(part, nn.Linear):
                nn.init.kaiming_normal_(part.weight)
            else:
                continue
            if part.bias is not None:
                nn.init.zeros_(part.bias)

    def encode(self, line: Tensor, cit_features: Tensor | None) -> tuple[Tensor, ...]:
        """All that follows from the line: enc1 to enc4, and enc5 joined with the adapted CIT."""
        e1 = self.enc1(line)
        e2 = self.enc2(e1)
        e3 = self.enc3(e2)
        e4 = self.enc4(e3)
        deep = self.enc5(e4)
        if self.cit_adapter is not None:
            if cit_features is None:
                raise ValueError("this Tag2Pix generator needs CIT features; give cit_features")
            deep = torch.cat([deep, self.cit_adapter(cit_features)], dim=1)
        return e1, e2, e3, e4, deep

    def decode(
        self, features: tuple[Tensor, ...], tags: Tensor, *, with_guide: bool
    ) -> Tag2PixPainting:
        """Picture and maps and, if wanted and there is one, guide picture."""
        e1, e2, e3, e4, deep = features
        vector = tags if self.cvt_vector is None else self.cvt_vector(tags)
        d1 = self.dec1(torch.cat([deep, self.cvt_spatial(tags)], dim=1), vector)
        d2 = self.dec2(torch.cat([d1, e4], dim=1), vector)
        d3 = self.dec3(torch.cat([d2, e3], dim=1), vector)
        x = self.dec4(torch.cat([d3, e2], dim=1), vector)
        picture = self.out(torch.cat([x, e1], dim=1))
        guide = self.guide(d1) if with_guide and self.guide is not None else None
        return Tag2PixPainting(picture, guide, d2, d3)

    def forward(self, line: Tensor, cit_features: Tensor | None, tags: Tensor) -> Tag2PixPainting:
        """Picture, guide picture and maps, for training."""
        return self.decode(self.encode(line, cit_features), tags, with_guide=True)


class Tag2Pix(Generator):
    """CIT extractor and generator together, as the application runs them.

    The extractor is trained beforehand and frozen: it stays in evaluation mode (running
    statistics) whatever the mode of the rest. 20,165,222 parameters at 512 without BN.
    """

    config: Tag2PixConfig
    feature_names = (
        "feature_enc1",
        "feature_enc2",
        "feature_enc3",
        "feature_enc4",
        "feature_deep",
    )
    training_only = ("generator.guide.",)
    fixed_parts = ("cit.",)

    def __init__(self, config: Tag2PixConfig) -> None:
        super().__init__()
        self.config = config
        self.cit = CitExtractor(config.cit_extractor, features_only=True) if config.cit else None
        self.generator = Tag2PixGenerator(config)
        if self.cit is not None:
            self.cit.requires_grad_(False)
        self.train()

    def train(self, mode: bool = True) -> "Tag2Pix":
        """Set the generator's mode; the extractor stays in evaluation mode."""
        super().train(mode)
        if self.cit is not None:
            self.cit.eval()
        return self

    def fitted_weights(self, weights: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
        """The maps that tags are laid out as, larger or smaller; more blocks, which do nothing."""
        fitted = {**self._idle_blocks(weights), **weights}
        side = self.config.size // 16
        for kind in ("weight", "bias"):
            name = f"generator.cvt_spatial.linear.{kind}"
            channels = 2 * self.config.width
            if name not in weights or len(weights[name]) % channels:
                continue
            old = round((len(weights[name]) // channels) ** 0.5)
            if old == side or old * old * channels != len(weights[name]):
                continue
            maps = weights[name].reshape(channels, old, old, -1).permute(3, 0, 1, 2)
            maps = functional.interpolate(maps, size=side, mode="nearest").permute(1, 2, 3, 0)
            fitted[name] = maps.reshape(channels * side * side, *weights[name].shape[1:])
        return fitted

    def _idle_blocks(self, weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Weights of the decoder blocks that follow those given: without effect at first."""
        idle: dict[str, Tensor] = {}
        for name, block in self.generator.named_modules(prefix="generator"):
            stage, _, place = name.rpartition(".")
            if not isinstance(block, ResNeXtDecoderBlock) or int(place) == 0:
                continue
            known = (f"{stage}.0.expand.weight" in weights, f"{name}.expand.weight" in weights)
            if known != (True, False):
                continue
            idle |= {f"{name}.{key}": value.clone() for key, value in block.state_dict().items()}
            # What follows a ReLU goes through the shortcut as it is.
            idle[f"{name}.expand.weight"].zero_()
        return idle

    @property
    def tag_count(self) -> int:
        """Number of colour tags."""
        return self.config.cvt_count

    def forward(self, line: Tensor, tags: Tensor) -> Tag2PixPainting:
        """line (B, 1, S, S) in [0, 1] with paper 1, tags (B, N) -> the painting."""
        return self.generator(line, self._cit_features(line), tags)

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """Encoder and CIT features of line art with ink 1."""
        paper = 1 - line
        return self.generator.encode(paper, self._cit_features(paper))

    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Features and tags -> picture."""
        *features, tags = inputs
        return (self.generator.decode(tuple(features), tags, with_guide=False).picture,)

    def _cit_features(self, line: Tensor) -> Tensor | None:
        if self.cit is None:
            return None
        with torch.no_grad():
            return self.cit.features(line)


def _encoder_level(inputs: int, outputs: int, *, stride: int) -> nn.Sequential:
    return nn.Sequential(
        conv(inputs, outputs, 3, stride=stride), leaky(), conv(outputs, outputs, 3), leaky()
    )


def _cit_adapter(inputs: int, outputs: int, *, norm: bool) -> nn.Sequential:
    """Three 3×3 convolutions with ReLU, the first of stride 2; batch norm after the first two."""
    layers: list[nn.Module] = []
    for index in range(3):
        stride = 2 if index == 0 else 1
        layers.append(
            conv(inputs if index == 0 else outputs, outputs, 3, stride=stride, bias=False)
        )
        if norm and index < 2:
            layers.append(nn.BatchNorm2d(outputs))
        layers.append(nn.ReLU())
    return nn.Sequential(*layers)


def _vector_encoder(config: Tag2PixConfig) -> nn.Sequential:
    """Four linear layers, N -> 64 -> 64 -> 64 -> 64, without activation by default."""
    width = 4 * config.width
    layers: list[nn.Module] = []
    for index in range(4):
        layers.append(nn.Linear(config.cvt_count if index == 0 else width, width))
        if config.vector_relu and index < 3:
            layers.append(nn.ReLU())
    return nn.Sequential(*layers)


def _guide_decoder(width: int) -> nn.Sequential:
    """From the first decoder stage to a picture of full size: four transposed convolutions."""

    def grow(inputs: int, outputs: int) -> nn.ConvTranspose2d:
        return nn.ConvTranspose2d(inputs, outputs, 3, stride=2, padding=1, output_padding=1)

    return nn.Sequential(
        grow(16 * width, 8 * width),
        leaky(),
        grow(8 * width, 4 * width),
        leaky(),
        grow(4 * width, 2 * width),
        leaky(),
        nn.ConvTranspose2d(2 * width, 3, 3, padding=1),
        nn.Tanh(),
    )
