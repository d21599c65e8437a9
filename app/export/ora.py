"""OpenRaster: a zip of PNG layers and their stack, read by Krita, GIMP, MyPaint and Drawpile.

After the OpenRaster specification 0.0.5, https://www.openraster.org/baseline/file-layout-spec.html
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

import cv2
import numpy as np
from numpy.typing import NDArray

from app.document.layer import BlendMode
from app.export.layers import ExportGroup, ExportNode, check_layers, flatten, walk_layers
from models.geometry import Size
from models.picture_files import encode_png, write_whole

U8Array = NDArray[np.uint8]

MIMETYPE = "image/openraster"
VERSION = "0.0.5"
THUMBNAIL_SIDE = 256

_COMPOSITE_OPS = {
    BlendMode.NORMAL: "svg:src-over",
    BlendMode.MULTIPLY: "svg:multiply",
    BlendMode.SCREEN: "svg:screen",
}
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

    The same layers give the same bytes. Raises PictureError naming the path, LayerError.
    """
    check_layers(layers, size)
    stack = _stack_xml(layers, size, dpi)

    def write(stream: BinaryIO) -> None:
        with zipfile.ZipFile(stream, "w") as archive:
            _store(archive, "mimetype", MIMETYPE.encode())
            for number, layer in enumerate(walk_layers(layers)):
                _store_png(archive, _layer_file(number), layer.rgba_u8, icc_profile)
            merged_u8 = flatten(layers, size)
            _store_png(archive, "mergedimage.png", merged_u8, icc_profile)
            _store_png(archive, "Thumbnails/thumbnail.png", _thumbnail(merged_u8, size), None)
            _store(archive, "stack.xml", stack)

    write_whole(path, write)


def _layer_file(number: int) -> str:
    return f"data/layer{number}.png"


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_STORED)


def _store_png(
    archive: zipfile.ZipFile, name: str, rgba_u8: U8Array, icc_profile: bytes | None
) -> None:
    content = io.BytesIO()
    encode_png(content, rgba_u8, icc_profile=icc_profile)
    _store(archive, name, content.getvalue())


def _thumbnail(rgba_u8: U8Array, size: Size) -> U8Array:
    small = size.scaled_to(min(THUMBNAIL_SIDE, size.long_side))
    shrunk = cv2.resize(rgba_u8, (small.width, small.height), interpolation=cv2.INTER_AREA)
    return np.asarray(shrunk, dtype=np.uint8)


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
            element = ElementTree.Element(
                "layer", {**shared, "src": next(files), "x": "0", "y": "0"}
            )
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
