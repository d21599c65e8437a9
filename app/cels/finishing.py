"""What a studio takes on from a coloured cut: cels in its own format, planes apart, the cut itself.

Everything is made of the drawings and of the pictures that the batch wrote, so it can be done again
and costs no colouring.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from PIL import Image

from app.batch.plan import BatchPlan
from app.cels.exposure import Exposure
from app.cels.finished import FinishedFiles, refusal
from app.cels.planes import CelPlanes, over, take_apart
from models.arrays import U8Array
from models.files.names import labelled
from models.geometry import Size
from models.pictures.files import read_picture
from models.pictures.png import encode_png

COLOR_FOLDER, LINE_FOLDER, CEL_FOLDER, CUT_FOLDER = "colour", "line", "cels", "cut"
"""Folders below that of the results."""
DIGITS = 4


class CelFormat(StrEnum):
    """How cels are written: a file each, or all of a layer as pages of one."""

    PNG = "png"
    TGA = "tga"
    TIFF = "tiff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finishing:
    """What is wanted besides the batch's own pictures.

    cels    the format of cels that are transparent around the figure; None: none.
    planes  whether colour and line are written apart, too; in that format, else as PNG.
    sheet   the cut's frames are written by it; None: no cut.
    """

    cels: CelFormat | None = None
    planes: bool = False
    sheet: Exposure | None = None

    def __bool__(self) -> bool:
        return self.cels is not None or self.planes or self.sheet is not None

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that are written."""
        planes = (COLOR_FOLDER, LINE_FOLDER) if self.planes else ()
        return ((CEL_FOLDER,) if self.cels else ()) + planes

    @property
    def format(self) -> CelFormat:
        """The format of cels and planes."""
        return self.cels or CelFormat.PNG

    def targets(self, plan: BatchPlan) -> Iterator[Path]:
        """Every file that is written for a plan."""
        for folder in self.folders:
            if self.format is CelFormat.TIFF:
                layers = dict.fromkeys(layer_of(plan, index) for index in plan.selected)
                yield from (plan.out / folder / f"{layer}.tif" for layer in layers)
            else:
                for index in plan.selected:
                    label = plan.frames[index].label
                    yield labelled(plan.out / folder, label, f".{self.format}")
        if self.sheet is not None:
            for frame in range(self.sheet.sheet.frames):
                yield cut_path(plan.out, frame)


def cut_path(out: Path, frame: int) -> Path:
    """Where a frame of the finished cut is written."""
    return out / CUT_FOLDER / f"{frame + 1:0{DIGITS}d}.png"


def layer_of(plan: BatchPlan, index: int) -> str:
    """What the layer of a drawing is called in names of files."""
    frame = plan.frames[index]
    return (frame.cut or frame.folder or plan.out.name).replace("/", "_")


def finish(plan: BatchPlan, wanted: Finishing, *, overwrites: bool = False) -> list[Path]:
    """Write what is wanted of the drawings that are coloured; the files, in order.

    A drawing whose coloured picture is not there is left out. What somebody else wrote in the
    place of a file stays, unless `overwrites`. Raises FileError, PictureError.
    """
    files, written = FinishedFiles(plan.out), []
    for path, content in _made(plan, wanted):
        files.put(path, content, overwrites=overwrites)
        written.append(path)
    return written


def in_the_way(plan: BatchPlan, wanted: Finishing) -> list[str]:
    """Why what is wanted cannot be written, in a sentence: files of others are in its place."""
    found = list(FinishedFiles(plan.out).foreign(wanted.targets(plan)))
    return [refusal(found[0], len(found) - 1)] if found else []


def _made(plan: BatchPlan, wanted: Finishing) -> Iterator[tuple[Path, bytes]]:
    """Every file that is wanted, and what is in it."""
    if wanted.folders:
        is_paged = wanted.format is CelFormat.TIFF
        yield from (_pages if is_paged else _cels)(plan, wanted)
    if wanted.sheet is not None:
        yield from _cut(plan, wanted.sheet)


def planes_of(plan: BatchPlan, index: int, *, takes_drawing: bool = False) -> CelPlanes | None:
    """The planes of a drawing; if it is not coloured None, or with `takes_drawing` its lines."""
    target = plan.target(index)
    if not target.is_file() and not takes_drawing:
        return None
    picture = plan.frames[index].read()
    lines = plan.read_lines(picture)
    if target.is_file():
        colored = read_picture(target).rgba_u8
    else:
        paper = np.full((*picture.size.shape, 3), 255, dtype=np.uint8)
        colored = np.dstack([over(paper, picture.rgba_u8), paper[..., 0]])
    return take_apart(colored, picture.rgba_u8, lines.line_art.pixels)


def _wanted_planes(planes: CelPlanes, wanted: Finishing) -> dict[str, U8Array]:
    every = {CEL_FOLDER: planes.whole, COLOR_FOLDER: planes.color, LINE_FOLDER: planes.line}
    return {folder: every[folder] for folder in wanted.folders}


def _cels(plan: BatchPlan, wanted: Finishing) -> Iterator[tuple[Path, bytes]]:
    for index in plan.selected:
        planes = planes_of(plan, index)
        if planes is None:
            continue
        for folder, rgba_u8 in _wanted_planes(planes, wanted).items():
            label = plan.frames[index].label
            path = labelled(plan.out / folder, label, f".{wanted.format}")
            is_tga = wanted.format is CelFormat.TGA
            yield path, encode_tga(rgba_u8) if is_tga else _png(rgba_u8)


def _pages(plan: BatchPlan, wanted: Finishing) -> Iterator[tuple[Path, bytes]]:
    """A file of pages for each layer, in the order of its drawings."""
    layers: dict[str, list[int]] = {}
    for index in plan.selected:
        layers.setdefault(layer_of(plan, index), []).append(index)
    for layer, indices in layers.items():
        pages: dict[str, list[U8Array]] = {folder: [] for folder in wanted.folders}
        for index in indices:
            planes = planes_of(plan, index)
            if planes is not None:
                for folder, rgba_u8 in _wanted_planes(planes, wanted).items():
                    pages[folder].append(rgba_u8)
        for folder, found in pages.items():
            if found:
                yield plan.out / folder / f"{layer}.tif", encode_pages(found)


def _cut(plan: BatchPlan, exposure: Exposure) -> Iterator[tuple[Path, bytes]]:
    """The frames of the cut: what the sheet shows, layer over layer; a held frame is written as the
    one before."""
    size = cut_size(plan, exposure)
    kept: tuple[tuple[int, ...], bytes] | None = None
    for frame, shown in enumerate(exposure.order()):
        if kept is None or kept[0] != shown:
            kept = shown, _png(cut_frame(plan, shown, size))
        yield cut_path(plan.out, frame), kept[1]


def _png(pixels_u8: U8Array) -> bytes:
    stream = io.BytesIO()
    encode_png(stream, pixels_u8)
    return stream.getvalue()


def cut_size(plan: BatchPlan, exposure: Exposure) -> Size:
    """The size of the cut's frames: that of most drawings that its sheet shows."""
    counted = Counter(plan.frames[index].size for index in exposure.used)
    return counted.most_common(1)[0][0]


def cut_frame(
    plan: BatchPlan, shown: Iterable[int], size: Size, *, takes_drawings: bool = False
) -> U8Array:
    """What those drawings show that are of a size, over each other on white: uint8 (H, W, 3).

    takes_drawings  as `planes_of` takes one.
    """
    picture = np.full((*size.shape, 3), 255, dtype=np.uint8)
    for index in shown:
        planes = planes_of(plan, index, takes_drawing=takes_drawings)
        if planes is not None and planes.whole.shape[:2] == size.shape:
            picture = over(picture, planes.whole)
    return picture


def encode_tga(rgba_u8: U8Array) -> bytes:
    """A run-length coded TGA with straight alpha, as paint programs of studios write it."""
    stream = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(rgba_u8)).save(stream, format="TGA", compression="tga_rle")
    return stream.getvalue()


def encode_pages(pages: list[U8Array]) -> bytes:
    """A TIFF of several pages, packed without loss."""
    stream = io.BytesIO()
    first, *rest = (Image.fromarray(np.ascontiguousarray(page)) for page in pages)
    first.save(
        stream, format="TIFF", save_all=True, append_images=rest, compression="tiff_adobe_deflate"
    )
    return stream.getvalue()
