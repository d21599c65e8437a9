"""Contact sheets of whole pictures at a size at which faults show: best, median and worst."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from models.arrays import U8Array
from models.files.whole import make_folder
from models.pictures.files import write_image
from training.metrics.baselines import watershed_fill
from training.metrics.case import Case
from training.metrics.native import Color

SIDE = 480
CAPTION = 20
GROUND = 128


def native_sheet(
    path: Path, cases: Sequence[Case], color: Color, errors: Mapping[str, float], *, count: int
) -> None:
    """Write rows of line art with hints, the fill, the method's picture and the truth.

    errors  each picture's error by its name; of every source its best, median and worst is shown.
    """
    strips = []
    for source in dict.fromkeys(case.source for case in cases):
        here = sorted((c for c in cases if c.source == source), key=lambda c: errors[c.sample.name])
        for place in dict.fromkeys((0, len(here) // 2, len(here) - 1)):
            case = here[place]
            hints = case.hints(count)
            dotted = np.repeat(case.line_u8[..., None], 3, axis=2)
            for hint in hints:
                x, y = (int(each) for each in hint.points[0])
                cv2.circle(dotted, (x, y), 7, (40, 40, 40), -1, cv2.LINE_AA)
                cv2.circle(dotted, (x, y), 5, hint.color, -1, cv2.LINE_AA)
            fill_u8 = np.round(watershed_fill(case.line_u8, hints) * 255).astype(np.uint8)
            strip = np.concatenate(
                [_cell(dotted), picture_row(case, [fill_u8, color(case, hints)])], axis=1
            )
            text = f"{source}: off line {errors[case.sample.name]:.1f}  (line, fill, ours, truth)"
            strips.append(captioned(text, strip))
    make_folder(path.parent)
    write_image(path, Image.fromarray(np.concatenate(strips)))


def picture_row(case: Case, colors_u8: Sequence[U8Array]) -> U8Array:
    """Colours of a case under its lines, uint8 (H, W, 3) each, then the truth, side by side."""
    row = [*(_under(each, case) for each in colors_u8), case.sample.color]
    return np.concatenate([_cell(each) for each in row], axis=1)


def captioned(text: str, strip: U8Array) -> U8Array:
    """A row of a sheet with a line of text above it."""
    image = Image.new("RGB", (strip.shape[1], CAPTION), (GROUND, GROUND, GROUND))
    ImageDraw.Draw(image).text((4, 2), text, fill=(255, 255, 255), font=ImageFont.load_default(14))
    return np.concatenate([np.asarray(image), strip])


def _under(color_u8: U8Array, case: Case) -> U8Array:
    """Colour with the drawing multiplied over it, as the artist sees it."""
    return (color_u8 * (case.line_u8[..., None] / 255.0)).astype(np.uint8)


def _cell(picture: U8Array) -> U8Array:
    scale = SIDE / max(picture.shape[:2])
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    cell = np.full((SIDE, SIDE, 3), GROUND, dtype=np.uint8)
    cell[: small.shape[0], : small.shape[1]] = small
    return cell
