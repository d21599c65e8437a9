"""Random views of a sample: crops, flips, turns, backgrounds and colours, all planes together."""

from dataclasses import dataclass, replace
from typing import Any, Literal

import cv2
import numpy as np
from numpy.random import Generator as Rng
from numpy.typing import NDArray

from models.arrays import U8Array
from models.hints.parts import Part
from training.data.sample import Sample

Crop = Literal["free", "native", "whole", "resized"]
RESIZED_AREA, RESIZED_ASPECT = (0.9, 1.0), (0.95, 1.05)
"""What a resized crop keeps of its square, and how wide it is for its height: Tag2Pix's."""
SHOWN_SHARE = 0.9
"""Least share of the figure that a view must show for the picture's shape tags to hold there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewStyle:
    """How views are drawn.

    side              the view is a square of this side in pixels.
    crop              free: by the chances below. The published methods' others: native: side × side
                      pixels of the picture as it is kept, at a random place (two-stage, CSA);
                      whole: all of it, its aspect not kept (SGRU); resized: all of it, mirrored
                      to a square; if turned, the largest square without corners; of that a part
                      of 90 to 100 %, aspect 0.95 to 1.05, stretched to the view (Tag2Pix).
    whole_share       chance of the whole picture; else a crop of 45 to 95 % of its shorter side.
    turn_share        chance of a turn of up to `turn_degrees` either way.
    recolor_share    chance of turned hues and changed saturation.
    background_share  chance of a coloured background where the paper is empty.
    square_share      chance of the largest square, at a random place, before all other choices:
                      how the published methods crop.
    upend_share       chance of a view upside down.
    jitter            contrast, saturation and hue change by up to these shares; (): not at all.
    """

    side: int = 192
    crop: Crop = "free"
    whole_share: float = 0.55
    turn_share: float = 0.2
    turn_degrees: float = 15.0
    recolor_share: float = 0.3
    background_share: float = 0.25
    square_share: float = 0.0
    upend_share: float = 0.0
    jitter: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.jitter and (
            len(self.jitter) != 3 or not all(0 <= each < 1 for each in self.jitter)
        ):
            raise ValueError(
                f"jitter is three shares, of contrast, saturation and hue, each from 0 to below 1; "
                f"got {list(self.jitter)}"
            )


def random_view(sample: Sample, style: ViewStyle, rng: Rng) -> Sample:
    """A square view of a sample with all its planes.

    Empty paper fills what lies outside, or its mirror image for a resized crop.
    """
    left, top, across, down = _window(sample, style, rng)
    flip = rng.random() < 0.5
    most = style.turn_degrees
    angle = float(rng.uniform(-most, most)) if rng.random() < style.turn_share else 0.0
    turn = cv2.getRotationMatrix2D((left + across / 2, top + down / 2), angle, 1.0)
    if style.crop == "resized":
        left, top, across, down = _resized((left, top, across), angle, rng)
    scale_x, scale_y = style.side / across, style.side / down
    scale = (scale_x * scale_y) ** 0.5
    matrix = turn - [[0, 0, left], [0, 0, top]]
    matrix *= [[scale_x], [scale_y]]
    outside = cv2.BORDER_REFLECT if style.crop == "resized" else cv2.BORDER_CONSTANT
    if flip:
        matrix[0] = -matrix[0]
        matrix[0, 2] += style.side - 1
    if style.upend_share and rng.random() < style.upend_share:
        matrix[1] = -matrix[1]
        matrix[1, 2] += style.side - 1

    def warp(plane: U8Array, method: int, border: tuple[int, ...]) -> U8Array:
        if scale < 0.8 and method == cv2.INTER_LINEAR:
            # A linear warp skips pixels below 1:1; blur by what it would skip.
            plane = np.asarray(cv2.GaussianBlur(plane, (0, 0), 0.35 / scale), dtype=np.uint8)
        return np.asarray(
            cv2.warpAffine(
                plane,
                matrix,
                (style.side, style.side),
                flags=method,
                borderMode=outside,
                borderValue=border,
            ),
            dtype=np.uint8,
        )

    smooth, exact = cv2.INTER_LINEAR, cv2.INTER_NEAREST
    view = replace(
        sample,
        color=warp(sample.color, smooth, (255, 255, 255)),
        figure=warp(sample.figure, exact, (0,)),
        line=None if sample.line is None else warp(sample.line, smooth, (255,)),
        flat=None if sample.flat is None else warp(sample.flat, exact, (255, 255, 255)),
        shade=None if sample.shade is None else warp(sample.shade, smooth, (255,)),
        tones=sample.tones and sample.tones.changed(lambda plane: warp(plane, smooth, (0,))),
        light=None if sample.light is None else turned_light(sample.light, matrix),
        labels=None if sample.labels is None else warp(sample.labels, exact, (0,)),
        trust=None if sample.trust is None else warp(sample.trust, exact, (255,)),
        regions=None,
    )
    if style.crop != "resized" and not _shows_figure(sample, view, scale):
        view = replace(view, shapes=(), shapes_absent=())
    view = recolor(view, rng) if rng.random() < style.recolor_share else view
    if rng.random() < style.background_share:
        view = color_background(view, rng)
    if style.jitter:
        view = replace(view, color=jitter_colors(view.color, style.jitter, rng))
    return view


def turned_light(degrees: float, matrix: NDArray[Any]) -> float:
    """Where a light comes from after an affine map (2, 3) of its picture has turned or mirrored it.

    Both in degrees from 0 to 360, clockwise: 0 from above, 90 from the right.
    """
    turn = np.deg2rad(degrees)
    x, y = matrix[:, :2] @ np.array([np.sin(turn), -np.cos(turn)])
    return float(np.rad2deg(np.arctan2(x, -y)) % 360)


def _shows_figure(sample: Sample, view: Sample, scale: float) -> bool:
    """Whether the view shows nearly all of the figure, so that what it wears is in sight."""
    drawn = float(np.count_nonzero(sample.figure)) * scale**2
    return float(np.count_nonzero(view.figure)) >= SHOWN_SHARE * drawn


def _window(sample: Sample, style: ViewStyle, rng: Rng) -> tuple[float, float, float, float]:
    """Left, top, width and height of what the view shows of the sample."""
    height, width = sample.figure.shape
    match style.crop:
        case "whole":
            return 0.0, 0.0, float(width), float(height)
        case "resized":  # mirrored at the top alone, or at both sides
            extent = max(height, width)
            return -float((extent - width) // 2), float(height - extent), extent, extent
        case "native":
            extent = min(height, width, style.side)
            left, top = rng.integers(width - extent + 1), rng.integers(height - extent + 1)
            return float(left), float(top), extent, extent
        case _:
            left, top, extent = _square_window(sample, style, rng)
            return left, top, extent, extent


def _resized(
    square: tuple[float, float, float], angle: float, rng: Rng
) -> tuple[float, float, float, float]:
    """Left, top, width and height of a random part of a turned square, none of its corners in it.

    square  left, top and side.
    """
    left, top, side = square
    turn = np.deg2rad(abs(angle))
    inner = side / float(np.cos(turn) + np.sin(turn))
    left, top = left + (side - inner) / 2, top + (side - inner) / 2
    across = down = inner
    for _ in range(10):
        area, aspect = rng.uniform(*RESIZED_AREA), np.exp(rng.uniform(*np.log(RESIZED_ASPECT)))
        wide, high = inner * (area * aspect) ** 0.5, inner * (area / aspect) ** 0.5
        if max(wide, high) <= inner:
            across, down = float(wide), float(high)
            break
    spare_x, spare_y = inner - across, inner - down
    return left + rng.uniform(0, spare_x), top + rng.uniform(0, spare_y), across, down


def _square_window(sample: Sample, style: ViewStyle, rng: Rng) -> tuple[float, float, float]:
    """Left, top and side of the square of the sample that a free view shows."""
    height, width = sample.figure.shape
    if style.square_share and rng.random() < style.square_share:
        extent = min(height, width)
        left, top = rng.integers(width - extent + 1), rng.integers(height - extent + 1)
        return float(left), float(top), float(extent)
    if rng.random() < style.whole_share:
        extent = max(height, width) * float(rng.uniform(1.0, 1.12))
        spare_x, spare_y = extent - width, extent - height
        return (-float(rng.uniform(0, spare_x)), -float(rng.uniform(0, spare_y)), extent)
    extent = max(height, width) * float(rng.uniform(0.4, 0.85))
    # Centre the crop on something drawn.
    rows, columns = np.nonzero(sample.figure[::4, ::4])
    if len(rows) == 0:
        return 0.0, 0.0, extent
    pick = int(rng.integers(len(rows)))
    left = columns[pick] * 4 - extent * float(rng.uniform(0.3, 0.7))
    top = rows[pick] * 4 - extent * float(rng.uniform(0.3, 0.7))
    return float(left), float(top), extent


def jitter_colors(rgb_u8: U8Array, shares: tuple[float, ...], rng: Rng) -> U8Array:
    """Contrast about the mean, saturation and hue changed a little, uint8 (H, W, 3).

    shares  the factors of contrast and saturation are U(1 - share, 1 + share); the hue turns by
            up to its share of the circle either way.
    """
    contrast, saturation, hue = (float(rng.uniform(-share, share)) for share in shares)
    mean = float(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY).mean())
    levels = np.clip((rgb_u8.astype(np.float32) - mean) * (1 + contrast) + mean, 0, 255) / 255
    hsv = cv2.cvtColor(levels.astype(np.float32), cv2.COLOR_RGB2HSV)
    hsv[..., 0] = (hsv[..., 0] + 360 * hue) % 360
    hsv[..., 1] = np.clip(hsv[..., 1] * (1 + saturation), 0, 1)
    return np.round(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB) * 255).astype(np.uint8)


def recolor(sample: Sample, rng: Rng) -> Sample:
    """Turn hues and change saturation, of the whole picture or of each part by itself.

    Tags no longer hold afterwards and are dropped.
    """
    hsv = cv2.cvtColor(sample.color, cv2.COLOR_RGB2HSV)
    turns = np.zeros(256, dtype=np.int16)
    if sample.labels is not None and rng.random() < 0.7:
        turns[:] = rng.integers(0, 180, 256)
        turns[int(Part.BACKGROUND)] = 0
        # Half of the time people keep the colour of skin.
        if rng.random() < 0.5:
            turns[int(Part.SKIN)] = 0
        turn = turns[sample.labels]
    else:
        turn = np.full(sample.figure.shape, rng.integers(0, 180), dtype=np.int16)
    hsv[..., 0] = ((hsv[..., 0].astype(np.int16) + turn) % 180).astype(np.uint8)
    saturation = hsv[..., 1].astype(np.float32) * float(rng.uniform(0.6, 1.4))
    hsv[..., 1] = np.clip(saturation, 0, 255).astype(np.uint8)
    color = np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), dtype=np.uint8)
    return replace(sample, color=color, flat=None, tags=(), absent=(), named=())


def color_background(sample: Sample, rng: Rng) -> Sample:
    """Fill empty paper with a plain colour, or one that fades to another from top to bottom."""
    empty = sample.figure < 128
    if sample.labels is not None:
        empty &= sample.labels == int(Part.BACKGROUND)
    if not empty.any():
        return sample
    height = sample.figure.shape[0]
    first, second = rng.integers(40, 256, (2, 3))
    if rng.random() < 0.6:
        second = first
    share = np.linspace(0, 1, height)[:, None]
    rows = (first * (1 - share) + second * share).astype(np.uint8)
    # Antialiased rims blend by how white they are drawn, so only whole paper is replaced.
    white = (sample.color.min(axis=2) > 235) & empty
    color = sample.color.copy()
    color[white] = np.broadcast_to(rows[:, None], color.shape)[white]
    flat = None
    if sample.flat is not None:
        flat = sample.flat.copy()
        flat[white] = np.broadcast_to(rows[:, None], color.shape)[white]
    tags, named = (
        tuple(tag for tag in names if not tag.endswith("_background"))
        for names in (sample.tags, sample.named)
    )
    return replace(sample, color=color, flat=flat, tags=tags, named=named)
