"""What ink and paint programs take: a picture without antialiasing, and its named palette.

OpenToonz turns such a picture into a painted level of its own by Convert, mode "Painted tlv from
non AA source", and there takes the palette as an existing one: a .tpl file, whose styles keep their
names. A .plt would be its older, binary form, a palette picture holds no names, and .gpl it does
not read. Every pixel has exactly the colour of one style; where nothing is, it is transparent,
which is style 0.

The form of a .tpl is that of OpenToonz' own TPalette::saveData, version 71.0, and
TColorStyle::save, github.com/opentoonz/opentoonz/tree/master/toonz/sources/common.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from app.document.palette import OPENTOONZ_SUFFIX
from app.errors import LayerError
from app.export.color_layers import colors_by_area
from models.arrays import U8Array
from models.cells.cells import ink_levels
from models.files.names import printable
from models.files.whole import write_bytes
from models.hints.hints import LineArt
from models.hints.tags import Rgb, format_color
from models.pictures.files import write_png
from models.rows import MadeRows, PixelRows, RowSource

INK_NAME = "Ink"
MOST_STYLES = 4096
"""Styles of an OpenToonz palette; the first is transparent, the second the ink."""
_INK_SHARE = 0.5
_SOLID_STYLE = 3
_VERSION = "71 0"


def write_paint(
    path: Path,
    line_art: LineArt,
    flat: PixelRows,
    *,
    alpha: PixelRows | None = None,
    names: Mapping[Rgb, str] | None = None,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
) -> None:
    """Write the flats under the drawing's ink as a PNG without antialiasing, and its palette.

    path   of the PNG; the palette lies beside it with the suffix .tpl.
    flat   uint8 (H, W, 3 or more); names  of colours, else they are named by their value.
    alpha  uint8 (H, W) of the sheet: below half there is nothing. None: opaque.
    Raises PictureError naming the path, LayerError if there are more colours than styles.
    """
    listed = [color for color, _ in colors_by_area(flat, alpha)]
    if len(listed) > MOST_STYLES - 2:
        raise LayerError(
            f"{path}: the flats have {len(listed)} colours, an OpenToonz palette holds "
            f"{MOST_STYLES - 2}; lock them to a palette"
        )
    ink = _free_color(listed)
    named = names or {}
    styles = [
        (INK_NAME, ink),
        *((named.get(color, format_color(color)), color) for color in listed),
    ]
    content = palette_text(printable(path.stem), styles).encode()
    write_bytes(path.with_suffix(OPENTOONZ_SUFFIX), content)
    rows = paint_rows(line_art, flat, ink=ink, alpha=alpha)
    write_png(path, rows, icc_profile=icc_profile, dpi=dpi)


def paint_rows(
    line_art: LineArt, flat: PixelRows, *, ink: Rgb, alpha: PixelRows | None
) -> RowSource:
    """Flats and ink, uint8 RGBA (H, W, 4): opaque, or transparent where alpha is below half."""
    is_ink = ink_levels(line_art.pixels) >= round(255 * _INK_SHARE)

    def make(start: int, stop: int) -> U8Array:
        rgba_u8 = np.empty((stop - start, line_art.size.width, 4), dtype=np.uint8)
        rgba_u8[..., :3] = flat[start:stop][..., :3]
        rgba_u8[is_ink[line_art.pixels[start:stop]], :3] = ink
        rgba_u8[..., 3] = 255
        if alpha is not None:
            rgba_u8[alpha[start:stop] < 128] = 0
        return rgba_u8

    return MadeRows((*line_art.size.shape, 4), make)


def _free_color(taken: Sequence[Rgb]) -> Rgb:
    """Black, or the nearest dark red that no flat has: ink and paint must not share a style."""
    reds = range(256)
    return next((red, 0, 0) for red in reds if (red, 0, 0) not in set(taken))


def palette_text(name: str, styles: Sequence[tuple[str, Rgb]]) -> str:
    """An OpenToonz palette of one page: a transparent style 0, then these in order."""
    entries = [("color_0", (255, 255, 255, 0)), *((n, (*color, 255)) for n, color in styles)]
    lines = [f"<palette name={_quoted(name, always=True)}>", "  <version>", f"    {_VERSION} "]
    lines += ["  </version>", "  <styles>"]
    for title, channels in entries:
        numbers = " ".join(str(channel) for channel in channels)
        lines += ["    <style>", f"      {_style_name(title)} {_SOLID_STYLE} {numbers} "]
        lines += ["    </style>"]
    indices = " ".join(str(index) for index in range(len(entries)))
    lines += ["  </styles>", "  <stylepages>", "    <page>", "      <name>", "        colors "]
    lines += ["      </name>", "      <indices>", f"        {indices} ", "      </indices>"]
    lines += ["    </page>", "  </stylepages>", "</palette>", ""]
    return "\n".join(lines)


def _style_name(name: str) -> str:
    """A name as OpenToonz reads it back: one that begins like a number gets an underscore."""
    text = " ".join(name.split()) or "color"
    if text[0] in "0123456789_":
        text = f"_{text}"
        if len(text) == 2:  # would be read as a style's flags
            return f"_0 {text}"
    elif text[0] in "|@":  # would be read as a link to a studio palette
        text = f" {text}"
    return _quoted(text)


def _quoted(text: str, *, always: bool = False) -> str:
    is_plain = text.isascii() and text.replace("_", "").replace("%", "").isalnum()
    if is_plain and not always:
        return text
    escaped = "".join(f"\\{char}" if char in "\\'\"" else char for char in text)
    return f'"{escaped}"'
