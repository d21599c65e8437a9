"""Files of a coloured frame: made once, put in place for every frame that shows the drawing."""

import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import cv2
import numpy as np

from app.batch.plan import BatchPlan
from app.batch.records import FrameRecord, ResultFolder, digest_of
from app.batch.thumbnails import THUMBNAIL_SIDE, encode_thumbnail
from app.export.coloring import layers_of
from app.export.layered import layer_writer
from app.export.png import colored_rows
from models.arrays import U8Array
from models.coloring.compose import FullColor, LaidRows, laid_on
from models.coloring.shade import decompose
from models.files.partial import part_folder
from models.files.whole import copy_whole, make_folder, write_bytes
from models.geometry import Size
from models.hints.hints import HintSet
from models.lighting.light import Light
from models.lighting.relight import lay_levels
from models.pictures.files import Picture
from models.pictures.png import encode_png
from models.regions.drawn_lines import DrawnLines
from models.rows import PackedRows, row_bands, sampled


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameFiles:
    """The files of one drawing, made and not yet in their places.

    png, thumbnail  encoded; layers  the layered file, None if none is wanted; paint  what it was
    painted as, packed, "" if that is kept already.
    """

    plan: BatchPlan
    folder: ResultFolder
    png: bytes
    thumbnail: bytes
    paint: bytes
    layers: Path | None

    @classmethod
    @contextmanager
    def of(
        cls,
        plan: BatchPlan,
        folder: ResultFolder,
        picture: Picture,
        painted: FullColor[PackedRows],
        *,
        lines: DrawnLines,
        hints: HintSet,
        is_kept: bool = False,
    ) -> Iterator["FrameFiles"]:
        """Make them; what lies on the disk meanwhile goes in the end.

        painted  before its colours are shown as others; is_kept  whether it was kept already.
        hints    as the layered file shows them.
        Raises FileError, OSError.
        """
        stream, result = io.BytesIO(), shown_as(painted, plan)
        colored = colored_rows(picture, result.rgba_u8, lines, result.flat_u8)
        facts: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
        encode_png(stream, colored, **facts)
        size = picture.size
        # A little larger at first, so that thin lines survive the last step.
        larger = size.scaled_to(min(size.long_side, 3 * THUMBNAIL_SIDE))
        thumbnail = encode_thumbnail(sampled(colored, larger))
        with ExitStack() as scratch:
            layers: Path | None = None
            if suffix := plan.settings.layers:
                make_folder(folder.kept)
                layers = scratch.enter_context(part_folder(folder.kept)) / f"layers{suffix}"
                nodes = layers_of(
                    picture, result, plan.recolor.hints(hints), lines=lines, names=plan.shown_names,
                    light=plan.settings.light,
                )  # fmt: skip
                layer_writer(suffix)(layers, nodes, size, **facts)
            yield cls(
                plan=plan, folder=folder, png=stream.getvalue(), thumbnail=thumbnail,
                paint=b"" if is_kept else pack_paint(painted), layers=layers,
            )  # fmt: skip

    def put(self, index: int, facts: Mapping[str, object]) -> None:
        """Write a frame's record, then its files, the picture last. Raises FileError."""
        label = self.plan.frames[index].label
        targets = self.plan.targets(index)
        make_folder(targets[-1].parent)
        digests = {targets[-1].suffix: hashlib.sha256(self.png).hexdigest()}
        if self.layers is not None:
            digests[targets[0].suffix] = digest_of(self.layers)
        replaced = {path.suffix: digest_of(path) for path in targets if path.exists()}
        thumbnail = self.folder.thumbnail_path(label)
        make_folder(thumbnail.parent)
        write_bytes(thumbnail, self.thumbnail)
        record = FrameRecord(
            label=label,
            fingerprint=self.plan.fingerprint(index),
            files=digests,
            replaced=replaced,
            facts=facts,
            painted=self.plan.painted(index),
        )
        if self.paint:
            write_bytes(self.folder.paint_path(label), self.paint)
        self.folder.write_record(record)
        if self.layers is not None:
            copy_whole(self.layers, targets[0])
        write_bytes(targets[-1], self.png)


def shown_as(painted: FullColor[PackedRows], plan: BatchPlan) -> FullColor[PackedRows]:
    """What was painted, in the colours that the plan shows it in; shade stays where it is."""
    light, recolor = plan.settings.light, plan.recolor
    if not recolor and not (light and light.own):
        return painted
    height, width = painted.plain_u8.shape[:2]
    rgba, (flat, shade, highlight) = (
        PackedRows((height, width, 4)),
        (PackedRows((height, width, 3)) for _ in range(3)),
    )
    levels = painted.levels_u8
    for rows in row_bands((height, width, 3)):
        plain_u8 = painted.plain_u8[rows]
        if light is not None and levels is not None:
            laid = lay_levels(levels[rows], plain_u8, light, recolor)
        else:
            planes = painted.rgba_u8[rows], plain_u8, painted.shade_u8[rows]
            laid = laid_on(recolor, LaidRows(*planes, painted.highlight_u8[rows]))
        rgba[rows], flat[rows] = laid.rgba_u8, laid.flat_u8
        shade[rows], highlight[rows] = laid.shade_u8, laid.highlight_u8
    return replace(painted, rgba_u8=rgba, flat_u8=flat, shade_u8=shade, highlight_u8=highlight)


# What a frame was painted as is kept, so that another colour set needs no painting


def pack_paint(painted: FullColor[PackedRows]) -> bytes:
    """Flats, and with a light how far each pixel is from lit, else the picture itself."""
    planes = {"plain": painted.plain_u8}
    if painted.levels_u8 is None:
        planes["rgb"] = painted.rgba_u8
    else:
        planes["levels"] = painted.levels_u8
    stream = io.BytesIO()
    whole = {name: plane[0 : plane.shape[0]] for name, plane in planes.items()}
    if "rgb" in whole:
        whole["rgb"] = whole["rgb"][..., :3]
    np.savez_compressed(stream, **whole)  # type: ignore[arg-type]
    return stream.getvalue()


def read_flats(path: Path, size: Size) -> U8Array | None:
    """The flats, uint8 (H, W, 3), of what `pack_paint` packed; None if it is no such thing."""
    found = _unpacked(path, {"plain": (*size.shape, 3)})
    return None if found is None else found["plain"]


def read_paint(path: Path, size: Size, light: Light | None) -> FullColor[PackedRows] | None:
    """What `pack_paint` packed of a drawing of this size; None if it is no such thing."""
    second = ("rgb", (*size.shape, 3)) if light is None else ("levels", size.shape)
    found = _unpacked(path, dict([("plain", (*size.shape, 3)), second]))
    if found is None:
        return None
    plain = found["plain"]
    if light is not None:
        laid = lay_levels(found["levels"], plain, replace(light, own=()))
    else:
        rgba = np.asarray(cv2.cvtColor(found["rgb"], cv2.COLOR_RGB2RGBA), dtype=np.uint8)
        laid = LaidRows(rgba, plain, *decompose(found["rgb"], plain))
    return FullColor(
        rgba_u8=_packed(laid.rgba_u8),
        flat_u8=_packed(plain),
        shade_u8=_packed(laid.shade_u8),
        highlight_u8=_packed(laid.highlight_u8),
        plain_u8=_packed(plain),
        report=None,
        tones_u8=None if laid.tones_u8 is None else _packed(laid.tones_u8),
        levels_u8=None if laid.levels_u8 is None else _packed(laid.levels_u8),
    )


def _unpacked(path: Path, wanted: Mapping[str, tuple[int, ...]]) -> dict[str, U8Array] | None:
    """Planes by name and shape; None if they are not there."""
    found: dict[str, U8Array] = {}
    try:
        with np.load(path, allow_pickle=False) as stored:
            for name, shape in wanted.items():
                found[name] = stored[name]
                if found[name].shape != shape or found[name].dtype != np.uint8:
                    return None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error):
        return None
    return found


def _packed(plane: U8Array) -> PackedRows:
    packed = PackedRows(plane.shape)
    for rows in row_bands(plane.shape):
        packed[rows] = plane[rows]
    return packed
