"""Designs to samples: frames the figures, paints them in order, and derives the tags."""

from functools import cache

import resources
from models.tags import Vocabulary, load_vocabulary
from training.data.characters.design import Design, Motion
from training.data.characters.figure import draw_figure, frame
from training.data.characters.labels import derive_tags
from training.data.characters.rasterizer import Placement, Rasterizer
from training.data.characters.regions import RegionBook
from training.data.characters.shapes import derive_shapes
from training.data.sample import Sample

LICENCE = "Apache-2.0"
REFERENCE_PX = 512
"""Picture height to which line widths refer."""


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(resources.TAGS)


def render(
    design: Design,
    *,
    width: int,
    height: int,
    motion: Motion,
    book: RegionBook | None,
    factor: int = 2,
    name: str = "",
) -> Sample:
    """One figure on plain ground. Frames that share ``book`` share the numbers of their regions."""
    scale, origin = frame(design, motion, width, height)
    painter = Rasterizer(
        width=width,
        height=height,
        look=design.look.scaled(min(height, width * 4 / 3) / REFERENCE_PX),
        book=book,
        factor=factor,
    )
    painter.paint(draw_figure(design), Placement(scale, origin))
    planes = painter.planes()
    tags, absent = derive_tags(design, planes, _vocabulary())
    shapes, shapes_absent = derive_shapes(design, planes)
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
        shapes=shapes,
        shapes_absent=shapes_absent,
        name=name or f"character-{design.seed}",
        source="characters",
        licence=LICENCE,
    )
