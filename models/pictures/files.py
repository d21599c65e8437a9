"""Pictures from files and back: read to RGBA bytes with what the file says of itself, write whole.

Formats are told by content, never by name, but for TGA, whose older form has no mark of its own.
Reading never alters an artist's 8-bit pixels; whatever has to be converted (16 bits, CMYK, Lab) is
converted by `picture_samples`. A sheet on which nothing is seen is read, and its notes say so.
"""

import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageOps, PngImagePlugin, UnidentifiedImageError

from models import budget
from models.arrays import U8Array
from models.files.whole import FileError, write_whole
from models.geometry import Size
from models.pictures import loose_formats, psd_header, tiff_tags
from models.pictures import tiff as tiff_pages
from models.pictures.blank_sheets import blank_note
from models.pictures.kinds import (
    FORMAT_NAMES,
    HEAD_BYTES,
    SUFFIXES_OF,
    foreign_kind,
    known_format,
)
from models.pictures.png import encode_png
from models.pictures.samples import ColorModel, SampleMeaning, UnreadKindError, srgb_converter
from models.rows import PixelRows, row_bands

QUALITY = 88
"""Of pictures in which something may be lost; nobody's drawings are."""

_PILLOW_FORMATS = ("PNG", "JPEG", "WEBP", "BMP")
_PSD_DAMAGE = "PSDDecompressionWarning"
"""What psd-tools says where it paints a channel black."""
_CONVERTED_MODES = ("CMYK", "LAB")
_DECODING_ERRORS = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, AssertionError,
    AttributeError, OverflowError, struct.error, zlib.error,
)  # fmt: skip

# Pillow reports damaged metadata as warnings, and Python's way of catching those is not safe in
# several threads at once.
_one_reader = threading.Lock()

# Pillow's own limit warns on the way; the limit above refuses before any pixel is decoded.
Image.MAX_IMAGE_PIXELS = None
PngImagePlugin.MAX_TEXT_CHUNK = budget.MAX_PROFILE_BYTES  # profiles as well as texts


class PictureError(FileError):
    """A picture that cannot be read; names the file, what is wrong and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A picture as it was in its file, upright.

    rgba_u8      uint8 (H, W, 4), straight alpha, 255 where the file has none.
    has_alpha    whether the file has an alpha channel or a transparent colour.
    icc_profile  the file's RGB profile, None if it has none or the pixels were converted to sRGB.
    dpi          horizontal and vertical resolution, None if the file states none.
    format       PNG, JPEG, WEBP, TIFF, TGA, BMP or PSD.
    mode         the file's colour model, as Pillow names it: RGB, RGBA, L, LA, P, 1, CMYK, ...
    bit_depth    bits a channel in the file.
    notes        what was left out or converted, a sentence each.
    """

    rgba_u8: U8Array
    has_alpha: bool
    icc_profile: bytes | None
    dpi: tuple[float, float] | None
    format: str
    mode: str
    bit_depth: int
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> Size:
        """Height and width."""
        return Size(*self.rgba_u8.shape[:2])


def read_picture(path: Path | str, *, page: int | None = None) -> Picture:
    """Read a picture file, upright, as RGBA. Raises PictureError.

    page  of a TIFF of several, from 0; None: the first, with a note if there are more.
    """
    path = Path(path)
    with _named_problems(path), path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
        if not head:
            raise PictureError(f"{path}: the file is empty (0 bytes); save or copy it again")
        if head.startswith(psd_header.SIGNATURE):
            picture = _read_psd(stream, path)
        else:
            picture = _read_with_remarks(stream, path, head, page)
    note = blank_note(picture.rgba_u8)
    return replace(picture, notes=(*picture.notes, note)) if note else picture


def count_pages(path: Path | str) -> int:
    """How many drawings a TIFF holds, small forms and masks of them apart; 1 for every other file.

    Raises PictureError.
    """
    path = Path(path)
    with _named_problems(path), path.open("rb") as stream:
        if not stream.read(4).startswith(tiff_tags.STARTS):
            return 1
        with _one_reader, warnings.catch_warnings(record=True), _named_damage(path, "TIFF"):
            return len(tiff_pages.drawing_pages(stream))


def _listen_for_damage() -> None:
    """Have every warning recorded but those of Python about itself: files that others left open."""
    warnings.simplefilter("always")
    warnings.simplefilter("ignore", ResourceWarning)


@contextmanager
def _named_problems(path: Path) -> Iterator[None]:
    """Turn whatever keeps a file from being opened into a PictureError that names it."""
    try:
        yield
    except FileNotFoundError as error:
        raise PictureError(f"{path}: no such file; check the name and the folder") from error
    except IsADirectoryError as error:
        raise PictureError(f"{path}: is a folder; name a picture file inside it") from error
    except PermissionError as error:
        if path.is_dir():  # Windows says so of folders
            raise PictureError(f"{path}: is a folder; name a picture file inside it") from error
        raise PictureError(f"{path}: may not be read; change the file's permissions") from error
    except MemoryError as error:
        raise PictureError(f"{path}: too large for the free memory; scale it down") from error
    except OSError as error:
        raise PictureError(f"{path}: cannot be opened ({_reason(error)})") from error


@contextmanager
def _named_damage(path: Path, file_format: str) -> Iterator[None]:
    """Turn what decoding raises into a PictureError: kinds that are not read are not damaged."""
    try:
        yield
    except PictureError:
        raise
    except budget.BudgetError as error:
        raise PictureError(f"{path}: {error}") from error
    except UnreadKindError as error:
        raise PictureError(
            f"{path}: this kind of {file_format} ({error}) is not read; save it as 8-bit RGB"
        ) from error
    except _DECODING_ERRORS as error:
        raise PictureError(
            f"{path}: the file is damaged or cut short ({_reason(error)}); export or copy it again"
        ) from error


def _read_with_remarks(stream: BinaryIO, path: Path, head: bytes, page: int | None) -> Picture:
    with _one_reader, warnings.catch_warnings(record=True) as caught:
        _listen_for_damage()
        if head.startswith(tiff_tags.STARTS):
            picture = _read_tiff(stream, path, page)
        else:
            picture = _read_with_pillow(stream, path, head)
    remarks = tuple(f"damaged metadata ignored: {_reason(entry.message)}" for entry in caught)
    return replace(picture, notes=(*picture.notes, *remarks[:1]))


def _reason(error: BaseException | Warning | str) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, UnidentifiedImageError):
        return "its content is no picture"  # Pillow names the stream, not the file
    return " ".join(str(error).split()) or type(error).__name__


def _read_tiff(stream: BinaryIO, path: Path, number: int | None) -> Picture:
    with _named_damage(path, "TIFF"):
        pages = tiff_pages.drawing_pages(stream)
        if (number or 0) >= len(pages):
            raise PictureError(
                f"{path}: has no readable page {(number or 0) + 1}; look at the file and save it "
                "again"
            )
        page = pages[number or 0]
        budget.check_size(page.width, page.height)
        notes = () if number is not None else _pages_notes(len(pages))
        if page.is_for_pillow:
            with _open_tiff(stream, page) as image:
                image.load()
                return _convert(image, page.depth, notes)
        read = tiff_pages.read_page(stream, page)
        return Picture(
            rgba_u8=read.rgba_u8,
            has_alpha=read.meaning.alpha is not None,
            icc_profile=_kept_profile(read.meaning.model.value, page.profile),
            dpi=_clean_dpi(page.dpi),
            format="TIFF",
            mode=read.meaning.mode,
            bit_depth=page.depth,
            notes=(*notes, *_color_notes(read.meaning.model.value, page.profile), *read.notes),
        )


def _open_tiff(stream: BinaryIO, page: tiff_pages.TiffPage) -> Image.Image:
    """A page as Pillow sees it. Raises UnreadKindError where it knows no such kind."""
    stream.seek(0)
    try:
        image = Image.open(stream, formats=("TIFF",))
        image.seek(page.place)
    except (UnidentifiedImageError, SyntaxError, KeyError) as error:
        raise UnreadKindError(page.kind) from error
    return image


def _read_with_pillow(stream: BinaryIO, path: Path, head: bytes) -> Picture:
    """Whatever is neither TIFF nor PSD."""
    is_tga = path.suffix.lower() in SUFFIXES_OF["TGA"] or loose_formats.ends_like_tga(stream)
    formats = (*_PILLOW_FORMATS, "TGA") if is_tga else _PILLOW_FORMATS
    known = known_format(head)
    with _named_damage(path, known or "picture"):
        if known == "JPEG":
            loose_formats.check_jpeg(stream)
        stream.seek(0)
        try:
            image = Image.open(stream, formats=formats)
        except UnidentifiedImageError as error:
            if known is not None:
                raise
            kind = foreign_kind(head, path)
            what = f"is {kind}, which is not read" if kind else "not a picture that can be read"
            raise PictureError(f"{path}: {what} here; export it as {FORMAT_NAMES}") from error
        except OSError as error:
            if str(error).startswith("Unsupported BMP"):
                raise UnreadKindError(str(error).removeprefix("Unsupported BMP ")) from error
            raise
        with image:
            budget.check_size(*image.size)
            if image.format == "PNG":
                budget.read_png(stream)
            elif image.format in ("JPEG", "MPO"):
                budget.check_jpeg(stream, *image.size)
            # MPO is what cameras write into .jpg files: a JPEG with previews behind it.
            pages = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
            depth = head[24] if image.format == "PNG" else 1 if image.mode == "1" else 8
            image.load()
            if image.format == "PNG" and not _last_row(image).any():
                budget.check_png_rows(stream)
            settled, notes = loose_formats.settle(stream, image, depth)
            picture = _convert(settled, depth, (*_pages_notes(pages), *notes))
            return replace(picture, format="JPEG" if image.format == "MPO" else image.format or "")


def _last_row(image: Image.Image) -> U8Array:
    """What Pillow leaves 0 where the data of a picture end early."""
    return np.asarray(image.crop((0, image.height - 1, image.width, image.height)))


def _pages_notes(pages: int) -> tuple[str, ...]:
    if pages == 1:
        return ()
    return (f"holds {pages} pictures (animation or pages); only the first is used",)


def _convert(image: Image.Image, depth: int, notes: tuple[str, ...]) -> Picture:
    """What Pillow loaded, as a picture. depth: bits a channel in the file."""
    mode, profile = image.mode, image.info.get("icc_profile") or None
    dpi = _clean_dpi(image.info.get("dpi"))
    transparent = image.info.get("transparency")
    drawn_size = image.size
    ImageOps.exif_transpose(image, in_place=True)
    if image.size != drawn_size and dpi is not None:
        dpi = dpi[1], dpi[0]
    if mode in ("CMYK", "LAB"):
        rgba_u8 = _rgba_of(srgb_converter(mode, profile)(image))
    elif mode.startswith("I"):
        rgba_u8 = _rgba_of_deep_grey(image, transparent)
    else:
        rgba_u8 = _rgba_of(image)
    return Picture(
        rgba_u8=rgba_u8,
        has_alpha=mode in ("LA", "RGBA", "PA", "La", "RGBa") or transparent is not None,
        icc_profile=_kept_profile(mode, profile),
        dpi=dpi,
        format=image.format or "",
        mode=mode,
        bit_depth=16 if mode.startswith("I") else depth,
        notes=(*notes, *_color_notes(mode, profile)),
    )


def _rgba_of(image: Image.Image) -> U8Array:
    """Any 8-bit picture as RGBA bytes, in bands: Pillow would hold it three times over."""
    width, height = image.size
    rgba_u8 = np.empty((height, width, 4), dtype=np.uint8)
    for rows in row_bands(rgba_u8.shape):
        band = image.crop((0, rows.start, width, rows.stop))
        rgba_u8[rows] = np.asarray(band if band.mode == "RGBA" else band.convert("RGBA"))
    return rgba_u8


def _rgba_of_deep_grey(image: Image.Image, transparent: object) -> U8Array:
    """16-bit grey as RGBA bytes."""
    grey = np.asarray(image)
    convert = SampleMeaning(model=ColorModel.GREY, white=65535).converter()
    rgba_u8 = np.empty((*grey.shape, 4), dtype=np.uint8)
    for rows in row_bands(rgba_u8.shape):
        rgba_u8[rows] = convert(grey[rows, :, None])
        if isinstance(transparent, int):
            rgba_u8[rows, :, 3][grey[rows] == transparent] = 0
    return rgba_u8


def _clean_dpi(value: object) -> tuple[float, float] | None:
    if not isinstance(value, tuple) or len(value) != 2:
        return None
    try:
        across, down = float(value[0]), float(value[1])
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (across, down) if 1 <= across <= 1e5 and 1 <= down <= 1e5 else None


def _kept_profile(mode: str, profile: object) -> bytes | None:
    """The profile if it describes the RGB pixels: one for grey would not fit them any more."""
    is_rgb = isinstance(profile, bytes) and len(profile) > 128 and profile[16:20] == b"RGB "
    is_kept = is_rgb and mode not in _CONVERTED_MODES
    return profile if isinstance(profile, bytes) and is_kept else None


def _color_notes(mode: str, profile: object) -> tuple[str, ...]:
    """What became of colours that are none of RGB."""
    if mode in _CONVERTED_MODES:
        return (f"converted from {mode} to sRGB",)
    if profile and _kept_profile(mode, profile) is None:
        return ("its colour profile is none for RGB and was left out",)
    return ()


def _read_psd(stream: BinaryIO, path: Path) -> Picture:
    """The merged picture of a Photoshop file."""
    from models.pictures.psd import read_merged  # noqa: PLC0415 - psd-tools takes a third of a second

    stream.seek(0)
    with _named_damage(path, "PSD"):
        header = psd_header.read_header(stream)
        budget.check_size(header.width, header.height)
        with _one_reader, warnings.catch_warnings(record=True) as caught:
            _listen_for_damage()
            try:
                merged = read_merged(stream)
            except (ImportError, RuntimeError) as error:
                raise ValueError(_reason(error)) from error
        if any(entry.category.__name__ == _PSD_DAMAGE for entry in caught):
            raise ValueError("a channel cannot be unpacked")
        mode = merged.mode.removesuffix("A")
        return Picture(
            rgba_u8=merged.rgba_u8,
            has_alpha=merged.mode.endswith("A"),
            icc_profile=_kept_profile(mode, merged.icc_profile),
            dpi=_clean_dpi(merged.dpi),
            format="PSD",
            mode=merged.mode,
            bit_depth=header.depth,
            notes=(*_color_notes(mode, merged.icc_profile), *merged.notes),
        )


def write_png(
    path: Path | str,
    pixels_u8: PixelRows,
    *,
    icc_profile: bytes | None = None,
    dpi: tuple[float, float] | None = None,
) -> None:
    """Write a PNG whole or not at all.

    pixels_u8  uint8 (H, W), (H, W, 3) or (H, W, 4), written as grey, RGB or RGBA; read in bands.
    Raises FileError naming the path and the remedy; a file that was there stays as it was.
    """
    write_whole(
        path, lambda stream: encode_png(stream, pixels_u8, icc_profile=icc_profile, dpi=dpi)
    )


def write_image(path: Path, image: Image.Image) -> None:
    """Write what Pillow holds, whole or not at all: WebP or JPEG by the name, else PNG.

    Raises FileError naming the path and the remedy.
    """
    kind = {".webp": "WEBP", ".jpg": "JPEG", ".jpeg": "JPEG"}.get(path.suffix.lower(), "PNG")
    write_whole(path, lambda stream: image.save(stream, kind, quality=QUALITY))
