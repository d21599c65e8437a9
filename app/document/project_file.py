"""The ``.tintline`` project: a zip of document.json, line.png and the layers as PNG."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

import cv2
import numpy as np

from app.document.color_sets import NO_SETS, sets_from_json, sets_to_json
from app.document.document import Document
from app.document.layer import BlendMode, Layer, LayerKind, default_layers, highlight_layer
from app.document.painting.kept import (
    group_to_json,
    kind_and_group,
    paint_to_json,
    read_painting,
    write_paintings,
)
from app.document.palette import Palette
from app.document.references.kept import read_references, references_to_json, write_references
from app.document.selecting.selection import selection_from_json, selection_to_json
from app.errors import ProjectError, TintlineError
from models.arrays import U8Array
from models.budget import MAX_PROFILE_BYTES, BudgetError, check_layers, check_size, read_png
from models.coloring.trace import TraceAreas
from models.files.documents import MAX_LONG_BYTES, Value, parse_json
from models.files.names import printable
from models.files.whole import FileError, json_text, write_whole
from models.geometry import Size
from models.hints.hint_files import hints_from_json, hints_to_json
from models.hints.hints import TagSelection
from models.hints.tags import format_color, parse_color
from models.lighting.light import Light, light_from_json, light_to_json
from models.lighting.strokes import strokes_from_json, strokes_to_json
from models.line_color import LineColor
from models.pictures.png import encode_png
from models.regions.barriers import barriers_from_json, barriers_to_json
from models.regions.drawn_lines import LineKind, read_lines
from models.regions.regions import WIDEST_GAP
from models.regions.wishes import WIDEST_SMALLEST, joins_from_json, joins_to_json
from models.rows import MadeRows, PixelRows, with_alpha

SUFFIX = ".tintline"
_MOST_VARIANT = 99
MAJOR, MINOR = 1, 9
"""1.1 added the highlight layer, which older files get when they are read, and trace areas; 1.2
what of the drawing is line; 1.3 the light and what is painted of it; 1.4 barriers and gaps; 1.5
colour sets, joins, the smallest region, what hints keep, and references; 1.6 paint layers and what
is selected; 1.7 the colour of lines; 1.8 groups of paint layers; 1.9 groups in groups."""

_DAMAGE = (TintlineError, KeyError, ValueError, EOFError, zlib.error)
"""What reading raises where a file's content is not what this module writes."""

_PNG_RGBA_8 = bytes((8, 6))
_DOCUMENT = "document.json"
_LINE = "line.png"
_TRACE = "trace.png"
_TRACE_STEP = 80
"""Grey levels between the areas of a traced drawing, so that a person can see them too."""
_PROFILE = "profile.icc"
_LEAST_DPI, _MOST_DPI = 1e-3, 1e9
_LINE_LAYER = "line"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Project:
    """A document and the pixels of its layers, uint8 RGBA (H, W, 4) by layer id."""

    document: Document
    pixels: Mapping[str, U8Array] = field(default_factory=dict)


def lit(project: Project) -> Project:
    """The project under the usual light: how a drawing begins that is opened for the first time."""
    return replace(project, document=replace(project.document, light=Light()))


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
    write_paintings(document, partial(_write_png, archive))
    if _LINE not in files.values():
        _write_grey(archive, _LINE, document.line_art.pixels)
    if document.trace is not None:
        _write_grey(archive, _TRACE, document.trace.areas_u8 * np.uint8(_TRACE_STEP))
    write_references(document.references, partial(_write_png, archive))


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
        "color_sets": sets_to_json(document.color_sets),
        "layers": [
            {
                "id": layer.id,
                "name": layer.name,
                "visible": layer.visible,
                "opacity": layer.opacity,
                "blend": layer.blend.value,
                "file": files.get(layer.id),
                **group_to_json(document, layer),
                **paint_to_json(document, layer),
            }
            for layer in document.layers
        ],
        "gap": document.gap,
        "smallest": document.smallest,
        "barriers": barriers_to_json(document.barriers),
        "joins": joins_to_json(document.joins),
        "light": light_to_json(document.light) if document.light else None,
        "light_strokes": strokes_to_json(document.light_strokes),
        "references": references_to_json(document.references),
        "selection": selection_to_json(document.selection),
        "generator": document.generator,
        "tidy": document.tidy,
        "variant": document.variant,
        "dpi": list(document.dpi) if document.dpi else None,
    }


def _lines_to_json(document: Document, *, is_kept: bool) -> dict[str, object]:
    """How the drawing is read; without the artist's own pixels, its ink is kept as dark lines."""
    kind = document.line_kind if is_kept else LineKind.DARK
    return {
        "kind": kind.value,
        "set": document.is_line_kind_set,
        "clean_paper": document.clean_paper,
        "color": None if document.line_color is None else str(document.line_color),
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
    except BudgetError as error:
        raise ProjectError(f"{path}: {error}") from error
    except MemoryError as error:
        raise ProjectError(f"{path}: too large for the free memory; close programs") from error
    except OSError as error:
        raise ProjectError(f"{path}: cannot be read ({error})") from error
    except (*_DAMAGE, cv2.error) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise ProjectError(f"{path}: damaged: {reason}; open a backup") from error
    except (NotImplementedError, RuntimeError) as error:
        raise ProjectError(f"{path}: packed in an unknown way ({error})") from error


def _read_members(archive: zipfile.ZipFile, path: Path) -> Project:
    if _DOCUMENT not in archive.namelist():
        raise ProjectError(f"{path}: not a Tintline project: it holds no {_DOCUMENT}")
    content = parse_json(_read_member(archive, _DOCUMENT, MAX_LONG_BYTES).decode(), _DOCUMENT)
    minor = _check_version(content, path)
    width, height = (side.whole() for side in content.field("size").items(2))
    entries = content.field("layers").items()
    check_size(width, height)
    check_layers(len(entries), width, height)
    line = _read_png(archive, _LINE, (height, width))
    layers, pixels, paintings = [], {}, {}
    for entry in entries:
        layer = _read_layer(entry)
        if layer is None:
            continue
        layers.append(layer)
        member = entry.get("file")
        if layer.kind is LayerKind.LINE:
            pixels[layer.id] = line
        elif layer.kind is LayerKind.PAINT:
            size = Size(height, width)
            paintings[layer.id] = read_painting(entry, size, partial(_read_png, archive))
        elif member is not None:
            pixels[layer.id] = _read_png(archive, member.text(), (height, width))
    if minor < 1:
        layers = _with_highlight(layers)
    icc_profile = None
    if _PROFILE in archive.namelist():
        icc_profile = _read_member(archive, _PROFILE, MAX_PROFILE_BYTES)
    document = _document_from(content, line, layers, icc_profile=icc_profile)
    if selection := content.get("selection"):
        size = Size(height, width)
        document = replace(document, selection=selection_from_json(selection, size))
    for layer_id, painting in paintings.items():
        document = document.with_painting(layer_id, painting)
    if _TRACE in archive.namelist():
        grey = _read_png(archive, _TRACE, (height, width))[..., 0]
        document = replace(document, trace=TraceAreas(grey // _TRACE_STEP))
    if references := content.get("references"):
        kept = read_references(references, partial(_read_png, archive))
        document = replace(document, references=kept)
    return Project(document=document, pixels=pixels)


def _read_member(archive: zipfile.ZipFile, member: str, most: int) -> bytes:
    """A member's bytes. Raises ValueError if there are more, KeyError if there is no such one."""
    if (size := archive.getinfo(member).file_size) > most:
        raise ValueError(f"{member} is too large: {size:,} bytes, at most {most:,}")
    return archive.read(member)


def _check_version(content: Value, path: Path) -> int:
    """The minor version. Raises ProjectError for a major one that is not read."""
    if not isinstance(content.content, dict) or content.content.get("format") != "tintline":
        raise ProjectError(f"{path}: not a Tintline project: {_DOCUMENT} does not say so")
    major, minor = (number.whole() for number in content.field("version").items(2))
    if major > MAJOR:
        raise ProjectError(
            f"{path}: written by a newer Tintline (format {major}.{minor}, this one reads "
            f"{MAJOR}); update Tintline"
        )
    return minor


def _read_layer(entry: Value) -> Layer | None:
    """A layer, None for kinds that this version does not know."""
    (kind, group), blend = kind_and_group(entry), entry.get("blend")
    if kind is None:
        return None
    mode = BlendMode.NORMAL if blend is None else blend.text()
    visible, opacity = entry.get("visible"), entry.get("opacity")
    return Layer(
        id=entry.field("id").text(),
        kind=kind,
        name=entry.field("name").text(),
        visible=visible is None or visible.flag(),
        opacity=1.0 if opacity is None else opacity.number(0, 1),
        blend=BlendMode(mode) if mode in set(BlendMode) else BlendMode.NORMAL,
        locks_alpha=_flag(entry, "locks_alpha"),
        keeps_to_region=_flag(entry, "keeps_to_region"),
        group=group,
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
    """A member as uint8 RGBA of this shape; its head is checked before memory is spent on it."""
    encoded = _read_member(archive, member, shape[0] * shape[1] * 5 + (1 << 20))
    header = struct.pack(">II", shape[1], shape[0]) + _PNG_RGBA_8
    decoded = None
    if encoded[16:26] == header:
        if not read_png(io.BytesIO(encoded)).is_whole:
            raise EOFError(f"{member} ends early")
        decoded = cv2.imdecode(np.frombuffer(encoded, dtype=np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint8 or decoded.shape != (*shape, 4):
        raise ValueError(f"{member} is not an RGBA picture of {shape[1]}×{shape[0]}")
    return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGRA2RGBA, dst=decoded), dtype=np.uint8)


def _document_from(
    content: Value, line: U8Array, layers: list[Layer], *, icc_profile: bytes | None
) -> Document:
    said, tags, dpi = content.get("lines"), content.get("tags"), content.get("dpi")
    generator, light = content.get("generator"), content.get("light")
    strokes, barriers = content.get("light_strokes"), content.get("barriers")
    sets, tidy, variant = (content.get(name) for name in ("color_sets", "tidy", "variant"))
    gap, smallest, joins = (content.get(name) for name in ("gap", "smallest", "joins"))
    kind, color = (said.get(name) if said else None for name in ("kind", "color"))
    lines = read_lines(
        line,
        kind.parsed(LineKind) if kind else None,
        clean_paper=_flag(said, "clean_paper"),
    )
    document = Document(
        line_art=lines.line_art,
        line_kind=lines.kind,
        is_line_kind_set=_flag(said, "set"),
        clean_paper=lines.clean_paper,
        line_color=color.parsed(LineColor.parse) if color else None,
        name=content.field("name").text(),
        hints=hints_from_json(content.field("hints").content, _DOCUMENT),
        tags=TagSelection(tags.texts() if tags else ()),
        palette=_read_palette(content.get("palette")),
        layers=tuple(layers) or default_layers(),
        generator=generator.text() if generator else "",
        dpi=_read_dpi(dpi) if dpi else None,
        icc_profile=icc_profile,
        gap=gap.number(0, WIDEST_GAP) if gap else None,
        smallest=smallest.number(0, WIDEST_SMALLEST) if smallest else None,
        joins=joins_from_json(joins.content, f"{_DOCUMENT}: joins") if joins else (),
        tidy=tidy.number(0, 1) if tidy else None,
        variant=variant.whole(0, _MOST_VARIANT) if variant else 0,
        barriers=barriers_from_json(barriers.content, f"{_DOCUMENT}: barriers") if barriers else (),
        light=light_from_json(light.content, f"{_DOCUMENT}: light") if light else None,
        light_strokes=strokes_from_json(strokes.content, f"{_DOCUMENT}: light_strokes")
        if strokes
        else (),
        color_sets=sets_from_json(sets) if sets else NO_SETS,
    )
    # Older files do not say how the lines lie over the colours.
    return document if said else document.with_lines(lines, is_set=False)


def _flag(value: Value | None, name: str) -> bool:
    """Whether an object that may be missing says yes."""
    flag = value.get(name) if value else None
    return flag is not None and flag.flag()


def _read_palette(value: Value | None) -> Palette:
    if value is None:
        return Palette()
    colors, name, titles = (value.get(field) for field in ("colors", "name", "titles"))
    return Palette(
        tuple(color.parsed(parse_color) for color in colors.items()) if colors else (),
        locked=_flag(value, "locked"),
        name=name.text() if name else "",
        titles=titles.texts() if titles else (),
    )


def _read_dpi(value: Value) -> tuple[float, float]:
    across, down = value.numbers(2, _LEAST_DPI, _MOST_DPI)
    return across, down
