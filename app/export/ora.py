"""OpenRaster: a zip of PNG layers and their stack, read by Krita, GIMP, MyPaint and Drawpile.

After the OpenRaster specification 0.0.5, https://www.openraster.org/baseline/file-layout-spec.html
"""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast
from xml.etree import ElementTree

import numpy as np

from app.document.layer import BlendMode
from app.export.layers import (
    ExportGroup,
    ExportLayer,
    ExportNode,
    check_layers,
    clip_runs,
    merged_rows,
    small_picture,
    walk_layers,
)
from models.arrays import U8Array
from models.files.whole import write_whole
from models.geometry import Size
from models.pictures.png import encode_png
from models.rows import MadeRows, PixelRows, RowSource, row_bands

MIMETYPE = "image/openraster"
VERSION = "0.0.5"
THUMBNAIL_SIDE = 256

_COMPOSITE_OPS = {
    BlendMode.NORMAL: "svg:src-over",
    BlendMode.MULTIPLY: "svg:multiply",
    BlendMode.SCREEN: "svg:screen",
    BlendMode.OVERLAY: "svg:overlay",
    BlendMode.ADD: "svg:plus",
}
_SHOWN_BELOW = "svg:dst-in"
MASK_NAME = "Mask"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_ora(
    path: Path,
    layers: Sequence[ExportNode],
    size: Size,
    *,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
) -> None:
    """Write layers and groups, bottom to top, as OpenRaster, whole or not at all.

    OpenRaster knows no clipping: where a clipped layer would show beyond what it is clipped to,
    both go into a stack under a mask. The same layers give the same bytes. Raises FileError
    naming the path, LayerError.
    """
    check_layers(layers, size)
    stack = tuple(_clips_as_masks(layers, size))
    description = _stack_xml(stack, size, dpi)

    def write(stream: BinaryIO) -> None:
        with zipfile.ZipFile(stream, "w") as archive:
            _store(archive, "mimetype", MIMETYPE.encode())
            for number, layer in enumerate(walk_layers(stack)):
                _store_png(archive, _layer_file(number), layer.rgba_u8, icc_profile)
            merged = merged_rows(layers, size)
            _store_png(archive, "mergedimage.png", merged, icc_profile)
            thumbnail = small_picture(merged, THUMBNAIL_SIDE)
            _store_png(archive, "Thumbnails/thumbnail.png", thumbnail, None)
            _store(archive, "stack.xml", description)

    write_whole(path, write)


def _clips_as_masks(nodes: Sequence[ExportNode], size: Size) -> Iterator[ExportNode]:
    """The nodes without clipping; what needs it becomes a stack with a mask on top."""
    for base, clipped in clip_runs(nodes):
        if isinstance(base, ExportGroup):
            base = replace(base, children=tuple(_clips_as_masks(base.children, size)))  # noqa: PLW2901
        if not clipped:
            yield base
            continue
        flat = _alone(base, size)
        above = tuple(replace(node, visible=node.visible and base.visible) for node in clipped)
        if _is_inside(_merged([replace(node, visible=True) for node in clipped], size), flat):
            yield base
            yield from above
            continue
        yield ExportGroup(
            name=base.name,
            children=(
                ExportLayer(name=base.name, rgba_u8=_opaque(flat)),
                *above,
                _Mask(name=MASK_NAME, rgba_u8=flat),
            ),
            blend=base.blend,
            opacity=base.opacity,
            visible=base.visible,
        )


def _alone(node: ExportNode, size: Size) -> PixelRows:
    """A node by itself, as if it were shown."""
    if isinstance(node, ExportLayer) and node.rgba_u8.shape[:2] == size.shape:
        return node.rgba_u8
    return _merged((replace(node, visible=True, opacity=1.0),), size)


def _merged(nodes: Sequence[ExportNode], size: Size) -> PixelRows:
    """Nodes merged; transparent where they are groups without a layer, as of a blank cell."""
    if any(True for _ in walk_layers(nodes)):
        return merged_rows(nodes, size)
    return MadeRows(
        (*size.shape, 4),
        lambda start, stop: np.zeros((stop - start, size.width, 4), dtype=np.uint8),
    )


class _Mask(ExportLayer):
    """A layer that leaves of what lies below it only what it covers."""


def _is_inside(clipped: PixelRows, base: PixelRows) -> bool:
    """Whether the clipped layers are transparent wherever the base is not opaque."""
    for rows in row_bands(base.shape):
        alpha = base[rows][..., 3]
        if int(alpha.min()) < 255 and np.any((alpha < 255) & (clipped[rows][..., 3] > 0)):
            return False
    return True


def _opaque(rgba_u8: PixelRows) -> RowSource:
    """The same rows, opaque wherever anything shows."""

    def make(start: int, stop: int) -> U8Array:
        band = rgba_u8[start:stop].copy()
        band[..., 3] = np.where(band[..., 3] > 0, 255, 0)
        return band

    return MadeRows(rgba_u8.shape, make)


def _layer_file(number: int) -> str:
    return f"data/layer{number}.png"


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_STORED)


def _store_png(
    archive: zipfile.ZipFile, name: str, rgba_u8: PixelRows, icc_profile: bytes | None
) -> None:
    with archive.open(zipfile.ZipInfo(name, _EPOCH), "w") as member:
        encode_png(cast(BinaryIO, member), rgba_u8, icc_profile=icc_profile)


def _stack_xml(layers: Sequence[ExportNode], size: Size, dpi: tuple[float, float] | None) -> bytes:
    image = ElementTree.Element("image", version=VERSION, w=str(size.width), h=str(size.height))
    if dpi is not None:
        image.set("xres", str(max(1, round(dpi[0]))))
        image.set("yres", str(max(1, round(dpi[1]))))
    files = iter([_layer_file(number) for number, _ in enumerate(walk_layers(layers))])
    _append_stack(ElementTree.SubElement(image, "stack"), layers, files)
    ElementTree.indent(image, " ")
    return ElementTree.tostring(image, encoding="UTF-8", xml_declaration=True)


def _append_stack(
    stack: ElementTree.Element, nodes: Sequence[ExportNode], files: Iterator[str]
) -> None:
    """Describe nodes, given bottom to top, in the file's order: the topmost first."""
    for node in nodes:
        shared = {
            "name": _xml_text(node.name),
            "opacity": f"{node.opacity:g}",
            "visibility": "visible" if node.visible else "hidden",
            "composite-op": _COMPOSITE_OPS[node.blend],
        }
        if isinstance(node, ExportGroup):
            element = ElementTree.Element("stack", {**shared, "isolation": "isolate"})
            _append_stack(element, node.children, files)
        else:
            if isinstance(node, _Mask):
                shared["composite-op"] = _SHOWN_BELOW
            place = {"src": next(files), "x": str(node.left), "y": str(node.top)}
            element = ElementTree.Element("layer", {**shared, **place})
        stack.insert(0, element)


def _xml_text(text: str) -> str:
    """The text without what XML cannot hold: control characters and halves of pairs."""
    return "".join(
        character
        for character in text
        if character >= " "
        and not "\ud800" <= character <= "\udfff"
        and character not in "\ufffe\uffff"
    )
