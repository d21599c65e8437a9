"""References within a project file: their pictures as PNG, the rest as JSON."""

from collections.abc import Callable

import numpy as np

from models.arrays import U8Array
from models.budget import check_size
from models.files.documents import Value
from models.matching.references import (
    MOST_REFERENCES,
    References,
    pairs_from_json,
    pairs_to_json,
)
from models.matching.sheets import Reference
from models.rows import MadeRows, PixelRows, with_alpha

WritePng = Callable[[str, PixelRows], None]
"""Writes uint8 RGBA rows as a member of that name."""
ReadPng = Callable[[str, tuple[int, int]], U8Array]
"""Reads a member as uint8 RGBA of this height and width; raises ValueError for another."""


def write_references(references: References, write: WritePng) -> None:
    """Write the pictures, and the line art that is not found in them."""
    for number, picture in enumerate(references.pictures):
        write(_member(number), with_alpha(picture.rgb_u8, None))
        if picture.line_u8 is not None:
            write(_member(number, "line"), _grey_rows(picture.line_u8))


def references_to_json(references: References) -> dict[str, object]:
    """What is not in the pictures."""
    return {
        "pictures": [
            {
                "name": picture.name,
                "size": [picture.size.width, picture.size.height],
                "has_line": picture.line_u8 is not None,
                "layer": picture.layer,
            }
            for picture in references.pictures
        ],
        "pairs": pairs_to_json(references.pairs),
    }


def read_references(value: Value, read: ReadPng) -> References:
    """Read both again. Raises DocumentError, and ValueError for pictures of another size."""
    pictures = []
    entries = value.field("pictures").items()
    if len(entries) > MOST_REFERENCES:
        raise value.error(f"more than {MOST_REFERENCES} references")
    for number, entry in enumerate(entries):
        width, height = (side.whole() for side in entry.field("size").items(2))
        check_size(width, height)
        rgba_u8 = read(_member(number), (height, width))
        line_u8 = None
        if entry.field("has_line").flag():
            line_u8 = np.ascontiguousarray(read(_member(number, "line"), (height, width))[..., 0])
        rgb_u8 = np.ascontiguousarray(rgba_u8[..., :3])
        layer = entry.get("layer")
        name = entry.field("name").text()
        pictures.append(Reference(rgb_u8, name, line_u8, layer.text() if layer else ""))
    return References(tuple(pictures), pairs_from_json(value.field("pairs")))


def _member(number: int, kind: str = "") -> str:
    return f"references/{number}{'.' if kind else ''}{kind}.png"


def _grey_rows(grey: U8Array) -> PixelRows:
    shape = (*grey.shape, 4)
    rgba = MadeRows(shape, lambda start, stop: np.repeat(grey[start:stop, :, None], 4, axis=2))
    return with_alpha(rgba, None)
