"""A generator's answer as the layers of a file."""

import numpy as np
from numpy.typing import NDArray

from app.document.layer import BlendMode
from app.export.layers import ExportLayer
from app.export.png import is_ink_on_transparent
from models.conditioning import HintSet, hint_owners
from models.geometry import Size
from models.picture_files import Picture
from models.runtime.request import ColorizeResult

U8Array = NDArray[np.uint8]


def layers_of(picture: Picture, result: ColorizeResult, hints: HintSet) -> list[ExportLayer]:
    """The layers of a coloured picture, bottom to top; the line layer is the artist's own pixels.

    The colour layers take the picture's alpha, unless that is the ink itself.
    """
    keeps_alpha = picture.has_alpha and not is_ink_on_transparent(picture)
    alpha = picture.rgba_u8[..., 3] if keeps_alpha else np.full(picture.size.shape, 255, np.uint8)

    def with_alpha(rgb_u8: U8Array) -> U8Array:
        return np.dstack([rgb_u8[..., :3], alpha])

    layers = [ExportLayer(name="Colour", rgba_u8=with_alpha(result.rgba_u8))]
    if result.flat_u8 is not None:
        layers.append(ExportLayer(name="Flats", rgba_u8=with_alpha(result.flat_u8), visible=False))
    if result.shade_u8 is not None:
        shade = with_alpha(result.shade_u8)
        layers.append(
            ExportLayer(name="Shade", rgba_u8=shade, blend=BlendMode.MULTIPLY, visible=False)
        )
    layers.append(ExportLayer(name="Line art", rgba_u8=picture.rgba_u8, blend=BlendMode.MULTIPLY))
    if len(hints):
        layers.append(
            ExportLayer(name="Hints", rgba_u8=_hint_layer(hints, picture.size), visible=False)
        )
    return layers


def _hint_layer(hints: HintSet, size: Size) -> U8Array:
    colors = np.zeros((len(hints) + 1, 4), dtype=np.uint8)
    for index, hint in enumerate(hints, start=1):
        colors[index] = (*hint.color, 255)
    return colors[hint_owners(hints, size)]
