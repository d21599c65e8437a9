"""A generator's answer as the layers of a file: Line, and Colour of Highlight, Shade and Flats."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np

from app.document.layer import BlendMode, line_blend
from app.export.color_layers import layers_by_color
from app.export.layers import ExportGroup, ExportLayer, ExportNode
from app.export.png import color_alpha, kept_alpha, line_rows
from models.arrays import U8Array
from models.geometry import Size
from models.hints.hints import HintSet
from models.hints.owners import owners_in_rows
from models.hints.tags import Rgb
from models.lighting.layers import DEEP, HIGHLIGHT, SHADE, tone_layer
from models.lighting.light import Light, ShadeStyle
from models.pictures.files import Picture
from models.regions.drawn_lines import DrawnLines, read_lines
from models.rows import MadeRows, PixelRows, RowSource, with_alpha

LINE_NAME, COLOR_NAME, FLATS_NAME = "Line", "Colour", "Flats"
SHADE_NAME, HIGHLIGHT_NAME, HINTS_NAME = "Shade", "Highlight", "Hints"


class Colored(Protocol):
    """The colour layer of a picture and what it is made of, uint8 (H, W, 3 or more) each."""

    @property
    def rgba_u8(self) -> PixelRows:
        """The colour under the lines."""

    @property
    def flat_u8(self) -> PixelRows | None:
        """Flat colours."""

    @property
    def shade_u8(self) -> PixelRows | None:
        """What the flats are multiplied by."""

    @property
    def highlight_u8(self) -> PixelRows | None:
        """What is screened over both."""

    @property
    def tones_u8(self) -> PixelRows | None:
        """The tone of a light that each pixel has, uint8 (H, W)."""


def layers_of(
    picture: Picture,
    colored: Colored,
    hints: HintSet,
    *,
    lines: DrawnLines | None = None,
    is_by_color: bool = False,
    names: Mapping[Rgb, str] | None = None,
    light: Light | None = None,
) -> list[ExportNode]:
    """The layers of a coloured picture, bottom to top; dark lines are the artist's own pixels.

    lines  as the picture was read; None: as it looks.
    is_by_color  one layer a colour in the place of the flats, named by `names`, else by its value.
    light  that shaded it. Each of its tones is a layer then, with edges as hard as the flats'; but
    soft shade has none, and stays one layer.
    The flats take the picture's alpha, unless that is the ink itself; shade and highlight are
    clipped to them, and touch nothing where nothing is.
    """
    lines = lines or read_lines(picture.rgba_u8)
    alpha = color_alpha(kept_alpha(picture, lines), colored.rgba_u8, hints)
    return [
        _color_node(colored, alpha, light=light, is_by_color=is_by_color, names=names or {}),
        ExportLayer(
            name=LINE_NAME,
            rgba_u8=line_rows(picture.rgba_u8, lines, colored.flat_u8),
            blend=line_blend(lines),
            is_lifted=lines.is_lifted,
        ),
        *hint_layers(hints, picture.size),
    ]


def _color_node(
    colored: Colored,
    alpha: PixelRows | None,
    *,
    light: Light | None,
    is_by_color: bool,
    names: Mapping[Rgb, str],
) -> ExportNode:
    flat = colored.flat_u8
    if flat is None:
        return ExportLayer(name=COLOR_NAME, rgba_u8=with_alpha(colored.rgba_u8, alpha))
    flats: ExportNode = ExportLayer(name=FLATS_NAME, rgba_u8=with_alpha(flat, alpha))
    if is_by_color:
        flats = ExportGroup(
            name=FLATS_NAME, children=layers_by_color(flat, alpha=alpha, names=names)
        )
    tones = colored.tones_u8
    if light is None or tones is None or light.style is ShadeStyle.SOFT:
        above = _shade_layers(colored, alpha)
    else:
        above = tone_layers(flat, tones, light)
    return ExportGroup(name=COLOR_NAME, children=(flats, *above))


def _shade_layers(colored: Colored, alpha: PixelRows | None) -> list[ExportLayer]:
    return [
        ExportLayer(
            name=name,
            rgba_u8=with_alpha(plane, None if alpha is None else solid_where(alpha)),
            blend=blend,
            clipped=True,
        )
        for name, plane, blend in (
            (SHADE_NAME, colored.shade_u8, BlendMode.MULTIPLY),
            (HIGHLIGHT_NAME, colored.highlight_u8, BlendMode.SCREEN),
        )
        if plane is not None
    ]


def tone_layers(flat: PixelRows, tones: PixelRows, light: Light) -> list[ExportLayer]:
    """A layer for each tone that a light's style has, clipped to the flats below them.

    flat  uint8 (H, W, 3); tones  uint8 (H, W).
    """
    listed = [
        (f"{SHADE_NAME} 1", SHADE, BlendMode.MULTIPLY),
        (f"{SHADE_NAME} 2", DEEP, BlendMode.MULTIPLY),
        (HIGHLIGHT_NAME, HIGHLIGHT, BlendMode.SCREEN),
    ]
    if light.style is not ShadeStyle.TWO_TONE:
        del listed[1]

    def rows_of(tone: int) -> RowSource:
        def make(start: int, stop: int) -> U8Array:
            rows = slice(start, stop)
            return tone_layer(flat[rows], tones[rows], tone, light)

        return MadeRows((*tones.shape[:2], 4), make)

    return [
        ExportLayer(name=name, rgba_u8=rows_of(tone), blend=blend, clipped=True)
        for name, tone, blend in listed
    ]


def solid_where(alpha: PixelRows) -> RowSource:
    """Opaque wherever anything shows, for layers that are clipped to what has this alpha."""
    return MadeRows(
        alpha.shape,
        lambda start, stop: np.where(alpha[start:stop] > 0, 255, 0).astype(np.uint8),
    )


def hint_layers(hints: HintSet, size: Size) -> list[ExportLayer]:
    """The hints as a hidden layer, if there are any: they belong to no finished picture."""
    if not len(hints):
        return []
    return [ExportLayer(name=HINTS_NAME, rgba_u8=hint_rows(hints, size), visible=False)]


def hint_rows(hints: HintSet, size: Size) -> RowSource:
    """Hints as uint8 RGBA (H, W, 4), transparent where there is none."""
    colors = np.array([(0, 0, 0, 0), *((*hint.color, 255) for hint in hints)], dtype=np.uint8)

    def make(start: int, stop: int) -> U8Array:
        owner = owners_in_rows(hints, slice(start, stop), size.width)
        return np.zeros((stop - start, size.width, 4), np.uint8) if owner is None else colors[owner]

    return MadeRows((*size.shape, 4), make)
