"""Designs to samples: frames the figures, paints them in order, and derives the tags."""

from dataclasses import dataclass, replace
from functools import cache

import resources
from models.hints.parts import Part
from models.hints.tags import Vocabulary, load_vocabulary
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.rasterizer import Placement, Planes, Rasterizer
from training.data.characters.drawing.regions import RegionBook
from training.data.characters.figure.design import Motion
from training.data.characters.figure.figure import draw_figure
from training.data.characters.joint_tags import join_color_tags, join_shape_tags
from training.data.characters.labels import derive_tags
from training.data.characters.scene.scene import (
    Pan,
    Scene,
    backdrop_of,
    paint_order,
    placements,
    scope_of,
)
from training.data.characters.shapes import derive_shapes
from training.data.sample import Sample

LICENCE = "Apache-2.0"
STILL = Pan()
REFERENCE_PX = 512
"""Picture height to which line widths refer."""


@dataclass(frozen=True, slots=True)
class Passing:
    """Something that passes before the figures, and where it is now."""

    drawing: Drawing
    placement: Placement


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(resources.TAGS)


def render_scene(
    scene: Scene,
    *,
    width: int,
    height: int,
    motion: Motion,
    book: RegionBook | None = None,
    factor: int = 2,
    name: str = "",
    placed: list[Placement] | None = None,
    passing: Passing | None = None,
    pan: Pan = STILL,
) -> Sample:
    """A scene with ``motion`` given to its main figure, and what passes before it, if anything.

    ``placed`` says where the figures lie; without it their framing does. ``pan`` moves the camera
    along the backdrop of full figures.
    """
    painter = Rasterizer(
        width=width,
        height=height,
        look=scene.designs[0].look.scaled(min(height, width * 4 / 3) / REFERENCE_PX),
        book=book,
        factor=factor,
    )
    placed = placed or placements(scene, motion, width, height)
    figures = [draw_figure(each, scope_of(index)) for index, each in enumerate(scene.designs)]
    behind = backdrop_of(scene, placed, figures=figures, size=(width, height), pan=pan)
    if behind:
        painter.paint(*behind, scenery=True)
    for index in paint_order(placed):
        painter.paint(figures[index], placed[index])
    if passing:
        painter.paint(passing.drawing, passing.placement)
    planes = painter.planes()
    tags, absent, shapes, shapes_absent = _tags(scene, planes)
    return Sample(
        color=planes.color,
        figure=planes.figure,
        line=planes.line,
        flat=planes.flat,
        shade=planes.shade,
        tones=planes.tones,
        light=scene.designs[0].light.angle,
        labels=planes.labels,
        regions=planes.regions,
        tags=tags,
        absent=absent,
        shapes=shapes,
        shapes_absent=shapes_absent,
        name=name or f"character-{scene.seed}",
        source="characters",
        licence=LICENCE,
    )


Names = tuple[str, ...]


def _tags(scene: Scene, planes: Planes) -> tuple[Names, Names, Names, Names]:
    """Colour tags that hold and do not, and shape tags that hold and do not."""
    colors, shapes = [], []
    for index, design in enumerate(scene.designs):
        own = replace(planes, areas=planes.areas_of(scope_of(index)))
        colors.append(derive_tags(design, own, _vocabulary()))
        shapes.append(derive_shapes(design, own))
    holds, absent = join_color_tags(colors, _vocabulary())
    if scene.backdrop != "none":  # no one colour names a drawn backdrop
        ground = {
            tag.name
            for group in _vocabulary().groups
            for tag in group.tags
            if group.part == Part.BACKGROUND
        }
        holds = tuple(name for name in holds if name not in ground)
        absent = tuple(name for name in absent if name not in ground)
    return holds, absent, *join_shape_tags(shapes)
