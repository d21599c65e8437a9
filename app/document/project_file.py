"""The ``.tintline`` project: a zip of document.json, line.png and the layers as PNG."""

import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from app.document.document import Document
from app.document.layer import BlendMode, Layer, LayerKind, default_layers, highlight_layer
from app.document.palette import Palette
from app.errors import ProjectError, TintlineError
from models.colour_trace import TraceAreas
from models.conditioning import TagSelection
from models.drawn_lines import LineKind, read_lines
from models.file_names import printable
from models.hint_files import hints_from_json, hints_to_json
from models.png_writer import encode_png
from models.rows import MadeRows, PixelRows, with_alpha
from models.tags import format_color, parse_color
from models.whole_files import FileError, json_text, write_whole

U8Array = NDArray[np.uint8]

SUFFIX = ".tintline"
MAJOR, MINOR = 1, 2
"""1.1 added the highlight layer, which older files get when they are read, and trace areas; 1.2
what of the drawing is line."""

MAX_PIXELS = 1 << 29
"""Most pixels of a picture inside a project, so that a damaged file cannot claim all memory."""

MAX_JSON_BYTES = 1 << 28

_DAMAGE = (
    TintlineError,
    KeyError,
    TypeError,
    ValueError,
    IndexError,
    AttributeError,
    EOFError,
    cv2.error,
    zlib.error,
)
"""What reading raises where a file's content is not what this module writes."""

_PNG_RGBA_8 = bytes((8, 6))
_DOCUMENT = "document.json"
_LINE = "line.png"
_TRACE = "trace.png"
_TRACE_STEP = 80
"""Grey levels between the areas of a traced drawing, so that a person can see them too."""
_PROFILE = "profile.icc"
_LINE_LAYER = "line"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Project:
    """A document and the pixels of its layers, uint8 RGBA (H, W, 4) by layer id."""

    document: Document
    pixels: Mapping[str, U8Array] = field(default_factory=dict)


def new_project(
    rgba_u8: U8Array,
    name: str,
    *,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
    generator: str = "",
    trace: TraceAreas | None = None,
) -> Project:
    """A project that begins with a picture, uint8 RGBA (H, W, 4), as its line art.

    trace  the areas that its trace lines bounded, if it was read for them.
    The picture becomes the line layer as it is, without a copy, and read-only.
    """
    line = rgba_u8.view()
    line.flags.writeable = False
    lines = read_lines(rgba_u8)
    document = Document(
        line_art=lines.line_art,
        name=printable(name),
        dpi=dpi,
        icc_profile=icc_profile,
        generator=generator,
        trace=trace,
    ).with_lines(lines, is_set=False)
    return Project(document=document, pixels={_LINE_LAYER: line})


def write_project(path: Path, project: Project, *, is_private: bool = False) -> None:
    """Write a project beside its target and move it there, so that a failure leaves the old file.

    is_private  nobody but its owner may read it.
    Raises ProjectError naming the file and the reason.
    """

    def write(stream: BinaryIO) -> None:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            _write_members(archive, project)

    try:
        write_whole(path, write, is_private=is_private)
    except FileError as error:
        raise ProjectError(str(error)) from error


def _write_members(archive: zipfile.ZipFile, project: Project) -> None:
    document = project.document
    layers = {layer.id: f"layers/{number}.png" for number, layer in enumerate(document.layers)}
    files = {
        layer_id: _LINE if document.layer(layer_id).kind is LayerKind.LINE else layers[layer_id]
        for layer_id in project.pixels
        if layer_id in layers
    }
    content = json_text(_to_json(document, files), indent=1)
    archive.writestr(_DOCUMENT, content, zipfile.ZIP_DEFLATED)
    if document.icc_profile is not None:
        archive.writestr(_PROFILE, document.icc_profile, zipfile.ZIP_DEFLATED)
    for layer_id, member in files.items():
        _write_png(archive, member, project.pixels[layer_id])
    if _LINE not in files.values():
        _write_grey(archive, _LINE, document.line_art.pixels)
    if document.trace is not None:
        _write_grey(archive, _TRACE, document.trace.areas_u8 * np.uint8(_TRACE_STEP))


def _write_grey(archive: zipfile.ZipFile, member: str, grey: U8Array) -> None:
    shape = (*grey.shape, 4)
    rgba = MadeRows(shape, lambda start, stop: np.repeat(grey[start:stop, :, None], 4, axis=2))
    _write_png(archive, member, with_alpha(rgba, None))


def _write_png(archive: zipfile.ZipFile, member: str, rgba_u8: PixelRows) -> None:
    with archive.open(member, "w") as stream:
        encode_png(cast(BinaryIO, stream), rgba_u8)


def _to_json(document: Document, files: Mapping[str, str]) -> dict[str, object]:
    return {
        "format": "tintline",
        "version": [MAJOR, MINOR],
        "name": document.name,
        "size": [document.size.width, document.size.height],
        "line_digest": document.line_art.digest,
        "lines": _lines_to_json(document, is_kept=_LINE in files.values()),
        "hints": hints_to_json(document.hints),
        "tags": list(document.tags.names),
        "palette": {
            "name": document.palette.name,
            "locked": document.palette.locked,
            "colors": [format_color(color) for color in document.palette.colors],
            "titles": list(document.palette.titles),
        },
        "layers": [
            {
                "id": layer.id,
                "kind": layer.kind.value,
                "name": layer.name,
                "visible": layer.visible,
                "opacity": layer.opacity,
                "blend": layer.blend.value,
                "file": files.get(layer.id),
            }
            for layer in document.layers
        ],
        "generator": document.generator,
        "dpi": list(document.dpi) if document.dpi else None,
    }


def _lines_to_json(document: Document, *, is_kept: bool) -> dict[str, object]:
    """How the drawing is read; without the artist's own pixels, its ink is kept as dark lines."""
    kind = document.line_kind if is_kept else LineKind.DARK
    return {
        "kind": kind.value,
        "set": document.is_line_kind_set,
        "clean_paper": document.clean_paper,
    }


def read_project(path: Path) -> Project:
    """Read a project. Raises ProjectError naming the file and what is wrong with it.

    Fields and layer kinds of a newer minor version are passed over; a newer major one is refused.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read_members(archive, path)
    except zipfile.BadZipFile as error:
        raise ProjectError(
            f"{path}: not a Tintline project, or damaged ({error}); open a backup"
        ) from error
    except ProjectError:
        raise
    except OSError as error:
        raise ProjectError(f"{path}: cannot be read ({error})") from error
    except _DAMAGE as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise ProjectError(f"{path}: damaged: {reason}; open a backup") from error
    except (NotImplementedError, RuntimeError) as error:
        raise ProjectError(f"{path}: packed in an unknown way ({error})") from error


def _read_members(archive: zipfile.ZipFile, path: Path) -> Project:
    if _DOCUMENT not in archive.namelist():
        raise ProjectError(f"{path}: not a Tintline project: it holds no {_DOCUMENT}")
    if archive.getinfo(_DOCUMENT).file_size > MAX_JSON_BYTES:
        raise ValueError(f"{_DOCUMENT} is too large")
    content = json.loads(archive.read(_DOCUMENT))
    _check_version(content, path)
    width, height = (int(side) for side in content["size"])
    if min(width, height) < 1 or width * height > MAX_PIXELS:
        raise ValueError(f"a size of {width}×{height} is out of range")
    line = _read_png(archive, _LINE, (height, width))
    layers, pixels = [], {}
    for entry in content["layers"]:
        layer = _read_layer(entry)
        if layer is None:
            continue
        layers.append(layer)
        if layer.kind is LayerKind.LINE:
            pixels[layer.id] = line
        elif entry.get("file"):
            pixels[layer.id] = _read_png(archive, str(entry["file"]), (height, width))
    if tuple(int(number) for number in content["version"]) < (1, 1):
        layers = _with_highlight(layers)
    icc_profile = archive.read(_PROFILE) if _PROFILE in archive.namelist() else None
    document = _document_from(content, line, layers, icc_profile=icc_profile, path=path)
    if _TRACE in archive.namelist():
        grey = _read_png(archive, _TRACE, (height, width))[..., 0]
        document = replace(document, trace=TraceAreas(grey // _TRACE_STEP))
    return Project(document=document, pixels=pixels)


def _check_version(content: object, path: Path) -> None:
    if not isinstance(content, dict) or content.get("format") != "tintline":
        raise ProjectError(f"{path}: not a Tintline project: {_DOCUMENT} does not say so")
    major, minor = (int(number) for number in content["version"])
    if major > MAJOR:
        raise ProjectError(
            f"{path}: written by a newer Tintline (format {major}.{minor}, this one reads "
            f"{MAJOR}); update Tintline"
        )


def _read_layer(entry: Mapping[str, object]) -> Layer | None:
    """A layer, None for kinds that this version does not know."""
    if entry["kind"] not in set(LayerKind):
        return None
    blend = entry.get("blend", BlendMode.NORMAL)
    return Layer(
        id=str(entry["id"]),
        kind=LayerKind(str(entry["kind"])),
        name=str(entry["name"]),
        visible=bool(entry.get("visible", True)),
        opacity=float(str(entry.get("opacity", 1.0))),
        blend=BlendMode(str(blend)) if blend in set(BlendMode) else BlendMode.NORMAL,
    )


def _with_highlight(layers: list[Layer]) -> list[Layer]:
    """Layers of a file written before there was a highlight, with an empty one above the shade."""
    shades = [at for at, layer in enumerate(layers) if layer.kind is LayerKind.SHADE]
    is_new = not any(
        layer.kind is LayerKind.HIGHLIGHT or layer.id == "highlight" for layer in layers
    )
    if not shades or not is_new:
        return layers
    return [*layers[: shades[-1] + 1], highlight_layer(), *layers[shades[-1] + 1 :]]


def _read_png(archive: zipfile.ZipFile, member: str, shape: tuple[int, int]) -> U8Array:
    """A member as uint8 RGBA of this shape; its header is checked before memory is spent on it."""
    if archive.getinfo(member).file_size > shape[0] * shape[1] * 5 + (1 << 20):
        raise ValueError(f"{member} is too large for a picture of {shape[1]}×{shape[0]}")
    encoded = archive.read(member)
    header = struct.pack(">II", shape[1], shape[0]) + _PNG_RGBA_8
    decoded = None
    if encoded[16:26] == header:
        decoded = cv2.imdecode(np.frombuffer(encoded, dtype=np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint8 or decoded.shape != (*shape, 4):
        raise ValueError(f"{member} is not an RGBA picture of {shape[1]}×{shape[0]}")
    return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGRA2RGBA, dst=decoded), dtype=np.uint8)


def _object(content: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A field that is an object, empty if it is missing. Raises ValueError if it is another."""
    value = content.get(name) or {}
    if not isinstance(value, dict):
        raise ValueError(f"{name} should be an object; it is {value!r}")
    return value


def _list(content: Mapping[str, object], name: str) -> list[str]:
    """A field that is a list of texts, empty if it is missing. Raises ValueError otherwise."""
    value = content.get(name) or []
    if not isinstance(value, list):
        raise ValueError(f"{name} should be a list; it is {value!r}")
    return [str(entry) for entry in value]


def _document_from(
    content: Mapping[str, object],
    line: U8Array,
    layers: list[Layer],
    *,
    icc_profile: bytes | None,
    path: Path,
) -> Document:
    palette = _object(content, "palette")
    said = _object(content, "lines")
    kind = LineKind(str(said["kind"])) if "kind" in said else None
    lines = read_lines(line, kind, clean_paper=bool(said.get("clean_paper", False)))
    dpi = content.get("dpi")
    document = Document(
        line_art=lines.line_art,
        line_kind=lines.kind,
        is_line_kind_set=bool(said.get("set", False)),
        clean_paper=lines.clean_paper,
        name=str(content["name"]),
        hints=hints_from_json(content["hints"], str(path)),
        tags=TagSelection(tuple(_list(content, "tags"))),
        palette=Palette(
            tuple(parse_color(color) for color in _list(palette, "colors")),
            locked=bool(palette.get("locked", False)),
            name=str(palette.get("name", "")),
            titles=tuple(_list(palette, "titles")),
        ),
        layers=tuple(layers) or default_layers(),
        generator=str(content.get("generator", "")),
        dpi=(float(dpi[0]), float(dpi[1])) if isinstance(dpi, list) else None,
        icc_profile=icc_profile,
    )
    # Older files do not say how the lines lie over the colours.
    return document if said else document.with_lines(lines, is_set=False)
