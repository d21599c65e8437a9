"""Our own drawn characters: vector figures by seed, with every plane a sample can have."""

from functools import cache

import resources
from models.tags import Vocabulary, load_vocabulary
from training.data.characters.design import Framing, Motion, ViewChoice, choose_design
from training.data.characters.figure import draw_figure, frame
from training.data.characters.labels import derive_tags
from training.data.characters.rasterizer import Rasterizer
from training.data.sample import Sample

__all__ = ["Framing", "Motion", "ViewChoice", "draw_character", "draw_picture"]
LICENCE = "Apache-2.0"
REFERENCE_PX = 512
"""Picture height to which line widths refer."""


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(resources.TAGS)


def draw_character(
    seed: int, *, size: int = 512, view: ViewChoice | None = None, motion: Motion | None = None
) -> Sample:
    """Draw the character of a seed on a square of ``size`` pixels, with all planes.

    The same arguments give the same bytes. ``motion`` gives another frame of the same figure.
    """
    return draw_picture(seed, width=size, height=size, view=view, motion=motion)


def draw_picture(
    seed: int,
    *,
    width: int,
    height: int,
    view: ViewChoice | None = None,
    motion: Motion | None = None,
    factor: int = 2,
) -> Sample:
    """As draw_character, of any shape; ``factor`` is the supersampling in each direction.

    Raises ValueError if the picture is smaller than 32 pixels.
    """
    if min(width, height) < 32:
        raise ValueError(f"a character needs 32 pixels or more each way; got {width}×{height}")
    motion = motion or Motion()
    design = choose_design(seed, view or ViewChoice(), motion)
    scale, origin = frame(design, motion, width, height)
    painter = Rasterizer(
        width=width,
        height=height,
        look=design.look.scaled(min(height, width * 4 / 3) / REFERENCE_PX),
        scale=scale,
        shift=origin,
        factor=factor,
    )
    painter.paint(draw_figure(design))
    planes = painter.planes()
    tags, absent = derive_tags(design, planes, _vocabulary())
    return Sample(
        colour=planes.colour,
        figure=planes.figure,
        line=planes.line,
        flat=planes.flat,
        shade=planes.shade,
        labels=planes.labels,
        regions=planes.regions,
        tags=tags,
        absent=absent,
        name=f"character-{seed}",
        source="characters",
        licence=LICENCE,
    )
