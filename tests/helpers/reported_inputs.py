"""Drawings, hints and files such as people sent that came out wrong, drawn and packed anew.

The drawing is that of `drawn_papers`: hair, face, body and ball before a background.
"""

import json
import struct
from collections.abc import Callable, Iterable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from models.arrays import U8Array
from models.pictures.files import write_png
from tests.helpers import drawn_papers
from tests.helpers.drawn_papers import HEIGHT, HINTS, WIDTH, plain

Color = tuple[int, int, int]

SPOTS: dict[tuple[int, int], Color] = {
    (round(hint.x), round(hint.y)): hint.color for hint in HINTS.hints
}
"""Where each hint lies, (x, y), and its colour."""
AROUND, HAIR, FACE, BODY, BALL = SPOTS.values()
BELOW = (160, 234)
"""A spot of the background on the side of the body that is away from the background's hint."""
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def moved(step: int) -> U8Array:
    """The drawing some pixels to the right: uint8 (H, W)."""
    return np.roll(plain(), step, axis=1)


def background() -> NDArray[np.bool_]:
    """Pixels outside the figure, its lines and two pixels around them: bool (H, W)."""
    ink = cv2.dilate((plain() < 255).astype(np.uint8), np.ones((5, 5), np.uint8))
    _, labels = cv2.connectedComponents(1 - ink, connectivity=4)
    return np.asarray(labels == labels[0, 0])


def hints_text(hints: Iterable[tuple[float, float, Color, float]] = ()) -> str:
    """Point hints (x, y, colour, radius) as JSON, by default those of the drawing."""
    listed = list(hints) or [(hint.x, hint.y, hint.color, hint.radius) for hint in HINTS.hints]
    points = [
        {"kind": "point", "x": x, "y": y, "color": "#{:02x}{:02x}{:02x}".format(*color)}
        | {"radius": radius}
        for x, y, color, radius in listed
    ]
    return json.dumps({"version": 1, "hints": points})


def many_hints(count: int) -> str:
    """Small hints all over the drawing, each of its area's colour."""
    ink = (plain() < 128).astype(np.uint8)
    _, labels = cv2.connectedComponents(1 - ink, connectivity=4)
    colors = {int(labels[y, x]): color for (x, y), color in SPOTS.items()}
    free = np.argwhere(np.isin(labels, list(colors)))
    chosen = np.random.default_rng(3).permutation(free)[:count].tolist()
    return hints_text((x + 0.5, y + 0.5, colors[int(labels[y, x])], 0.5) for y, x in chosen)


def dabs(*, is_soft: bool) -> U8Array:
    """The drawing's hints as a brush leaves them: uint8 (H, W, 4).

    is_soft  with a wide edge that was stored multiplied by alpha, so that the colours of faint
             pixels are rounded to a few levels.
    """
    rgba_u8 = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH]
    for (x, y), color in SPOTS.items():
        away = np.hypot(across - x, down - y)
        alpha = np.clip((9 - away) / 4, 0, 1) if is_soft else away < 7
        level = np.round(alpha * 255)[..., None]
        stored = np.floor(np.array(color) * level / 255)
        painted = np.round(stored * 255 / np.maximum(level, 1))
        rgba_u8 = np.where(level > 0, np.dstack([painted, level]), rgba_u8).astype(np.uint8)
    return rgba_u8


def loop() -> tuple[U8Array, U8Array, NDArray[np.bool_]]:
    """A ball, a U of one colour drawn around it by a shaking hand, and what is ball."""
    line_u8 = np.full((200, 200), 255, np.uint8)
    cv2.ellipse(line_u8, (100, 100), (50, 60), 0, 0, 360, (0,), 2)
    hint_u8 = np.zeros((200, 200, 4), np.uint8)
    shaking = np.random.default_rng(5)
    for row in range(15, 184):
        for middle in (32, 168):
            left, right = middle - 4 - shaking.integers(0, 5, 2) * (1, -1) + (0, 8)
            hint_u8[row, left:right] = (*AROUND, 255)
    hint_u8[180:186, 28:172] = (*AROUND, 255)
    hint_u8[97:103, 97:103] = (*BODY, 255)
    inside = np.zeros((200, 200), np.uint8)
    cv2.ellipse(inside, (100, 100), (50, 60), 0, 0, 360, (1,), -1)
    return line_u8, hint_u8, inside > 0


def open_figure() -> tuple[U8Array, dict[tuple[int, int], Color]]:
    """A figure whose body is open to the background at the neck, and its hints by their places."""
    line_u8 = np.full((480, 640), 255, np.uint8)
    shoulders = [(271, 282), (231, 310), (231, 440), (410, 440), (410, 310), (370, 282)]
    cv2.ellipse(line_u8, (320, 170), (89, 119), 0, 0, 360, (0,), 2, cv2.LINE_AA)
    cv2.line(line_u8, (237, 130), (403, 130), (0,), 2, cv2.LINE_AA)
    cv2.circle(line_u8, (560, 90), 39, (0,), 2, cv2.LINE_AA)
    cv2.polylines(line_u8, [np.array(shoulders)], False, (0,), 2, cv2.LINE_AA)
    hints = {(320, 80): HAIR, (320, 215): FACE, (320, 360): BODY, (560, 90): BALL}
    return line_u8, {**hints, (60, 60): AROUND}


def traced() -> U8Array:
    """The drawing with trace lines that meet its ink, and a red one that bends: (H, W, 3).

    The red line ends in the middle of the body, so that it bounds nothing.
    """
    large = Image.fromarray(np.dstack([plain()] * 3)).resize((4 * WIDTH, 4 * HEIGHT))
    for color, course in (
        (RED, [(172, 160), (163, 186), (172, 224)]),
        (BLUE, [(118, 58), (150, 44), (188, 44)]),
        (GREEN, [(112, 170), (150, 200)]),
    ):
        scaled = [(4 * x, 4 * y) for x, y in course]
        ImageDraw.Draw(large).line(scaled, fill=color, width=8)
    return np.asarray(large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))


def tga(rgba_u8: U8Array, *, alpha_bits: int) -> bytes:
    """An uncompressed TGA of 32 bits a pixel whose header says so many of them are alpha."""
    height, width = rgba_u8.shape[:2]
    head = struct.pack(
        "<BBBHHBHHHHBB", 0, 0, 2, 0, 0, 0, 0, 0, width, height, 32, 0x20 | alpha_bits
    )
    return head + rgba_u8[..., [2, 1, 0, 3]].tobytes()


def _hex_lines(form: str) -> str:
    return "".join(form.format(*color) + "\n" for color in SPOTS.values())


def _gimp(name: bytes) -> bytes:
    rows = b"".join(b"%d %d %d\t%s\n" % (*color, name) for color in SPOTS.values())
    return b"GIMP Palette\nName: " + name + b"\n#\n" + rows


def palettes() -> dict[str, bytes]:
    """The drawing's colours as programs store palettes, by the files' names."""
    rows = _hex_lines("{} {} {}").replace("\n", "\r\n")
    opaque = _hex_lines("FF{:02X}{:02X}{:02X}")
    return {
        "paintnet.txt": f"; paint.net Palette File\n;Colors: 5\n{opaque}".encode(),
        "shift_jis.gpl": _gimp("肌の色".encode("shift_jis")),
        "latin1.gpl": _gimp("pêche".encode("latin-1")),
        "jasc.pal": f"JASC-PAL\r\n0100\r\n5\r\n{rows}".encode(),
        "utf16.txt": _hex_lines("#{:02x}{:02x}{:02x}").encode("utf-16"),
    }  # fmt: skip


def uneven_papers() -> dict[str, U8Array]:
    """The drawing photographed in shadow, soft and hard, and drawn very faintly: (H, W, 4)."""
    sheets = drawn_papers.dark_sheets()
    return {name: sheets[name] for name in ("soft shadow", "hard shadow", "very faint")}


def frames(
    folder: Path, names: Iterable[str], write: Callable[[Path, U8Array], None] = write_png
) -> Path:
    """Write the drawing under these names, moving to the right by two pixels a frame."""
    folder.mkdir(parents=True)
    for index, name in enumerate(names):
        write(folder / name, moved(2 * index))
    return folder
