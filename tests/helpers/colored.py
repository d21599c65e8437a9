"""A coloured drawing in a few pixels, for tests of what is written of it."""

from dataclasses import dataclass

import numpy as np

from models.coloring.shade import decompose
from models.geometry import Size
from models.pictures.files import Picture

SIZE = Size(40, 52)
SKIN, HAIR, EYES = (240, 200, 160), (60, 30, 20), (30, 160, 220)
NAMES = {SKIN: "肌", HAIR: '髪 "dark" 1', EYES: "2nd eyes"}
PROFILE = b"\0" * 16 + b"RGB XYZ " + bytes(range(200))


@dataclass(frozen=True)
class Colored:
    """What a generator gives."""

    rgba_u8: np.ndarray
    flat_u8: np.ndarray | None
    shade_u8: np.ndarray | None
    highlight_u8: np.ndarray | None
    tones_u8: np.ndarray | None = None


def colored() -> Colored:
    """Three flat colours with soft shade and light on them."""
    flat_u8 = np.full((*SIZE.shape, 3), SKIN, np.uint8)
    flat_u8[:14] = HAIR
    flat_u8[20:26, 30:40] = EYES
    light = np.linspace(-60, 50, SIZE.width)[None, :, None]
    rgb_u8 = np.clip(flat_u8 + light, 0, 255).astype(np.uint8)
    shade_u8, highlight_u8 = decompose(rgb_u8, flat_u8)
    opaque = np.full((*SIZE.shape, 1), 255, np.uint8)
    return Colored(np.concatenate([rgb_u8, opaque], axis=2), flat_u8, shade_u8, highlight_u8)


def drawn(alpha_u8: np.ndarray | None = None) -> Picture:
    """A drawing with soft lines between the colours, on a sheet with this alpha."""
    rgba_u8 = np.full((*SIZE.shape, 4), 255, np.uint8)
    for row, ink in ((13, 90), (14, 0), (15, 140), (26, 10)):
        rgba_u8[row, :, :3] = ink
    if alpha_u8 is not None:
        rgba_u8[..., 3] = alpha_u8
    return Picture(
        rgba_u8=rgba_u8,
        has_alpha=alpha_u8 is not None,
        icc_profile=PROFILE,
        dpi=(300.0, 150.0),
        format="PNG",
        mode="RGBA",
        bit_depth=8,
    )


def soft_sheet() -> np.ndarray:
    """Alpha of a cut-out with a soft edge: nothing, a ramp, all; uint8 (H, W)."""
    alpha_u8 = np.full(SIZE.shape, 255, np.uint8)
    alpha_u8[:, :4] = 0
    alpha_u8[:, 4:9] = (50, 100, 130, 180, 230)
    return alpha_u8
