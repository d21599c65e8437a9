"""Weights from which Tag2Pix learns which part a colour tag means, and not first what a hue is.

From weights drawn at random it learned in 70 000 views how light each part is, and no hue (see
training.methods.carried_colors). So some channels carry the colours of the tags from the start:
as a map for each kind of part, through two decoder stages (the eyes' through three), then added up.
What training has to find is where each of them belongs: a residual branch that holds a map back
outside its part.
"""

import torch
from torch import Tensor, nn

from models.hints.parts import Part
from models.hints.tags import Vocabulary
from models.networks.tag2pix.decoders import DecoderStage, ResNeXtDecoderBlock
from models.networks.tag2pix.network import Tag2PixGenerator
from training.methods.carried_colors import COLORS, bell, conv_of, paint, signed_pair

SLOTS: tuple[tuple[Part, ...], ...] = (
    (Part.HAIR,),
    (Part.EYES,),
    (Part.HAT,),
    (Part.TOP, Part.DRESS),
    (Part.BOTTOM,),
)
"""Kinds of parts whose colours are carried apart; the spatial encoder has room for five. A hat's
would else go by the hair's map and mix with it; of skin the hue is always the same."""
FINE_SLOT = 1
"""Eyes, whose colour a third stage carries beside the sum of all: to the second they are a dot."""
ADDED = 0.6
"""Weight of each slot in the sum."""
SHUFFLED = 4
"""Channels that a pixel shuffle lays out as one."""


def carrying_tags(generator: Tag2PixGenerator, vocabulary: Vocabulary) -> Tag2PixGenerator:
    """The generator with tags' colours carried to the picture, its decoder blocks calmed.

    At first it paints the whole picture faintly in the mixed colours of all tags. A generator too
    narrow for the carried channels stays as it is.
    """
    if generator.cvt_spatial.shape[1] < 3 * len(SLOTS):
        return generator
    for block in generator.modules():
        if isinstance(block, ResNeXtDecoderBlock):
            nn.init.zeros_(block.expand.weight)
    slots = COLORS * len(SLOTS)
    with torch.no_grad():
        first = _lay_out_tags(generator, vocabulary)
        _through(generator.dec1, torch.eye(slots), source=first)
        _through(generator.dec2, torch.eye(slots))
        added = ADDED * torch.eye(COLORS).repeat(1, len(SLOTS))
        fine = torch.eye(slots)[COLORS * FINE_SLOT : COLORS * (FINE_SLOT + 1)]
        _through(generator.dec3, torch.cat([added, fine]))
        _through(generator.dec4, torch.eye(COLORS).repeat(1, 2))
        smooth = bell(3, 0.7)
        blend, last = conv_of(generator.out[0]), conv_of(generator.out[2])
        blend.weight[:COLORS] = 0
        for channel in range(COLORS):
            pair = channel - channel % 2
            sign = -1 if channel % 2 else 1
            blend.weight[channel, pair] = sign * smooth
            blend.weight[channel, pair + 1] = -sign * smooth
        paint(last, smooth)
    return generator


def tag_colors(vocabulary: Vocabulary) -> Tensor:
    """(3 · slots, tags): the colour in [-1, 1] that each tag gives to its slot."""
    table = torch.zeros(3 * len(SLOTS), len(vocabulary.names))
    for index, tag in enumerate(vocabulary.by_name.values()):
        for slot, parts in enumerate(SLOTS):
            if tag.part in parts:
                table[3 * slot : 3 * slot + 3, index] = torch.tensor(tag.color) / 127.5 - 1
    return table


def _lay_out_tags(generator: Tag2PixGenerator, vocabulary: Vocabulary) -> int:
    """Let the spatial encoder spread each slot's colour, as itself and negated.

    Returns the place of its first channel in the first decoder stage's input.
    """
    spatial = generator.cvt_spatial
    _, channels, height, width = spatial.shape
    carried = 3 * len(SLOTS)
    weight = spatial.linear.weight.view(channels, height * width, -1)
    weight[:carried] = tag_colors(vocabulary)[:, None, :]
    enter, between, leave = (conv_of(spatial.convolutions[place]) for place in (0, 2, 4))
    for convolution in (enter, between, leave):
        convolution.weight[: 2 * carried] = 0
        for channel in range(2 * carried):
            sign = -1 if channel % 2 else 1
            pair = channel - channel % 2
            middle = convolution.weight[channel, :, 1, 1]
            if convolution is enter:
                middle[channel // 2] = sign
            else:
                middle[pair : pair + 2] = sign * signed_pair()
    block = generator.dec1.blocks[0]
    assert isinstance(block, ResNeXtDecoderBlock)
    return block.reduce.in_channels - leave.out_channels


def _through(stage: DecoderStage, mixing: Tensor, *, source: int = 0) -> None:
    """Give a stage's first outputs its inputs from ``source`` on, mixed (outputs, inputs)."""
    block = stage.blocks[0]
    assert isinstance(block, ResNeXtDecoderBlock)
    assert isinstance(block.shortcut, nn.Conv2d)
    outputs, inputs = mixing.shape
    weight = block.shortcut.weight
    weight[: SHUFFLED * outputs] = 0
    spread = mixing.repeat_interleave(SHUFFLED, dim=0)
    weight[: SHUFFLED * outputs, source : source + inputs, 0, 0] = spread
