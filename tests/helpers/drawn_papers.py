"""One small drawing on every kind of paper, and in every kind of ink."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.hints.hints import HintSet, PointHint

HEIGHT, WIDTH = 240, 320
HINTS = HintSet(
    tuple(
        PointHint(x, y, color, 3.0)
        for x, y, color in (
            (20, 20, (168, 216, 200)),
            (160, 50, (51, 102, 204)),
            (160, 95, (240, 200, 160)),
            (160, 190, (204, 51, 68)),
            (270, 50, (240, 208, 64)),
        )
    )
)
"""A hint for each area: around, hair, face, body, ball."""


def plain() -> U8Array:
    """The drawing in black on white: uint8 (H, W)."""
    line_u8 = np.full((HEIGHT, WIDTH), 255, np.uint8)
    cv2.ellipse(line_u8, (160, 80), (45, 58), 0, 0, 360, (0,), 2, cv2.LINE_AA)
    cv2.line(line_u8, (117, 66), (203, 66), (0,), 2, cv2.LINE_AA)
    cv2.rectangle(line_u8, (110, 150), (210, 226), (0,), 2, cv2.LINE_AA)
    cv2.circle(line_u8, (270, 50), 20, (0,), 2, cv2.LINE_AA)
    return line_u8


def ink() -> FloatArray:
    """The drawing as ink: float32 (H, W, 1), 1 = line."""
    return (255 - plain()[..., None].astype(np.float32)) / 255


def opaque(rgb: NDArray[np.generic]) -> U8Array:
    """RGB or grey values of any type as an opaque sheet: uint8 RGBA (H, W, 4)."""
    rgb = np.broadcast_to(rgb, (HEIGHT, WIDTH, 3)).astype(np.float64)
    rgb_u8 = np.clip(np.round(rgb), 0, 255).astype(np.uint8)
    return np.dstack([rgb_u8, np.full((HEIGHT, WIDTH), 255, np.uint8)])


def inked(paper: object, color: object, *, grain: float = 0) -> U8Array:
    """Lines of a colour on paper of a colour, each RGB or a level."""
    share = ink()
    rgb = np.asarray(paper) * (1 - share) + np.asarray(color) * share
    return opaque(rgb + grain * _noise())


def on_nothing(*colors: tuple[int, int, int]) -> U8Array:
    """Ink on a transparent sheet, in these colours from left to right."""
    rgba_u8 = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    rgba_u8[..., 3] = 255 - plain()
    columns = np.arange(WIDTH) * len(colors) // WIDTH
    rgba_u8[..., :3] = np.array(colors, np.uint8)[columns]
    rgba_u8[rgba_u8[..., 3] == 0] = 0
    return rgba_u8


def jpeg(rgba_u8: U8Array, quality: int) -> U8Array:
    """The sheet after compression."""
    _, data = cv2.imencode(".jpg", rgba_u8[..., :3], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return opaque(np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR)))


def _noise() -> FloatArray:
    values = np.random.default_rng(7).normal(0, 1, (HEIGHT, WIDTH, 1))
    return np.asarray(values, np.float32)


def _light(falling: Callable[[FloatArray, FloatArray], NDArray[np.generic]]) -> FloatArray:
    """How lit each pixel is, of its place from 0 to 1 down and across: float32 (H, W, 1)."""
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32) / np.float32(HEIGHT)
    return np.asarray(falling(down, across * HEIGHT / WIDTH), np.float32)[..., None]


def _dithered(paper: float) -> U8Array:
    order = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
    limit = (np.tile(order, (HEIGHT // 4, WIDTH // 4)) + 0.5) * 16
    return opaque(np.where(plain() * paper > limit, 255, 0)[..., None])


def _stained() -> U8Array:
    """A brown ring with a darker rim over the lines."""
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    away = np.hypot(across - 190, down - 140)
    rim = np.clip(1 - np.abs(away - 55) / 4, 0, 1) * 0.22 + (away < 55) * 0.08
    soft = np.asarray(cv2.GaussianBlur(rim.astype(np.float32), (0, 0), 1))[..., None]
    return opaque(plain()[..., None] * (1 - soft * np.array([0.6, 1.1, 1.7])) + 2 * _noise())


def dark_sheets() -> dict[str, U8Array]:
    """Dark lines on all sorts of paper."""
    paper = plain()[..., None].astype(np.float32)
    soft = _light(lambda y, x: 0.55 + 0.45 / (1 + np.exp((x + y - 1.1) * 12)))
    hard = _light(lambda y, x: np.where(1.2 * x + 0.5 * y < 0.8, 0.86, 0.52))
    return {
        "grey": inked(150, 20),
        "kraft": inked((196, 160, 115), (40, 25, 20), grain=9),
        "vignette": opaque(paper * _light(lambda y, x: 1 - 0.9 * np.hypot(x - 0.5, y - 0.5) ** 2)),
        "soft shadow": opaque(0.85 * paper * soft + 5 * _noise()),
        "hard shadow": opaque(paper * hard + 3 * _noise()),
        "shadow in a jpeg": jpeg(opaque(0.85 * paper * soft + 5 * _noise()), 50),
        "very faint": inked(250, 232),
        "faint and grained": inked(245, 205, grain=2.5),
        "grained": inked(235, 0, grain=12),
        "dithered": _dithered(0.8),
        "dithered lightly": _dithered(0.93),
        "stained": _stained(),
        **{f"jpeg {quality}": jpeg(opaque(paper), quality) for quality in (30, 50, 70, 90)},
    }


def light_sheets() -> dict[str, U8Array]:
    """Light lines on all sorts of dark paper."""
    return {
        "white on black": inked(0, 255),
        "white on grained black": inked(20, 235, grain=6),
        "white on black in a jpeg": jpeg(inked(0, 255), 60),
        "blueprint": inked((32, 64, 160), (255, 255, 255)),
        "light blueprint": inked((90, 130, 200), (250, 250, 255)),
        "blackboard": inked((40, 80, 60), (230, 230, 220), grain=7),
        "yellow on black": inked(0, (255, 230, 60)),
    }


def sheets_of_ink() -> dict[str, U8Array]:
    """Ink on nothing in every colour."""
    colors = {
        "black": (0, 0, 0),
        "light blue": (110, 190, 255),
        "white": (255, 255, 255),
        "yellow": (255, 230, 60),
    }
    return {**{name: on_nothing(color) for name, color in colors.items()},
            "mixed": on_nothing(*colors.values())}  # fmt: skip
