"""Pictures from files and back: read to RGBA bytes with what the file says of itself, write whole.

Formats are told by content, never by name, but for TGA, which has no mark of its own. Reading
never alters an artist's 8-bit pixels; whatever has to be converted (16 bits, CMYK, Lab) is
converted here and nowhere else.
"""

import io
import os
import secrets
import stat
import struct
import threading
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from models import psd_merged
from models.geometry import Size
from models.png_writer import encode_png
from models.rows import PixelRows, row_bands

U8Array = NDArray[np.uint8]

SUPPORTED_SUFFIXES = (
    ".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".tga", ".bmp", ".psd", ".psb",
)  # fmt: skip
PIXEL_LIMIT = 200_000_000

_PILLOW_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP")
_FORMAT_NAMES = "PNG, JPEG, WebP, TIFF, TGA, BMP or PSD"
_TGA_SUFFIX = ".tga"
_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_DECODING_ERRORS = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, AssertionError,
    AttributeError, OverflowError, struct.error, zlib.error,
)  # fmt: skip

# Pillow reports damaged metadata as warnings, and Python's way of catching those is not safe in
# several threads at once.
_one_reader = threading.Lock()

# Pillow's own limit warns on the way; the limit above refuses before any pixel is decoded.
Image.MAX_IMAGE_PIXELS = None


class PictureError(ValueError):
    """A picture that cannot be read or written; names the file, what is wrong and the remedy."""


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
        head = stream.read(32)
        stream.seek(0)
        if not head:
            raise PictureError(f"{path}: the file is empty (0 bytes); save or copy it again")
        if head.startswith(psd_merged.SIGNATURE):
            return _read_psd(stream, path)
        return _read_with_pillow(stream, path, head, page)


def count_pages(path: Path | str) -> int:
    """How many pictures a TIFF holds; 1 for every other file. Raises PictureError."""
    path = Path(path)
    with _named_problems(path), path.open("rb") as stream:
        if not stream.read(4).startswith(_TIFF_STARTS):
            return 1
        stream.seek(0)
        with _one_reader, warnings.catch_warnings(record=True):
            try:
                with Image.open(stream, formats=("TIFF",)) as image:
                    return int(getattr(image, "n_frames", 1))
            except _DECODING_ERRORS as error:
                raise _damaged(path, error) from error


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


def _damaged(path: Path, error: BaseException) -> PictureError:
    return PictureError(
        f"{path}: the file is damaged or cut short ({_reason(error)}); export or copy it again"
    )


def _check_limit(path: Path, width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise PictureError(f"{path}: the picture is {width}×{height}, without a pixel; save again")
    if width * height > PIXEL_LIMIT:
        raise PictureError(
            f"{path}: {width}×{height} pixels ({width * height / 1e6:.0f} megapixels) are more "
            f"than the limit of {PIXEL_LIMIT // 1_000_000} megapixels; scale the picture down"
        )


def _read_with_pillow(stream: BinaryIO, path: Path, head: bytes, page: int | None) -> Picture:
    with _one_reader, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        picture = _decode(stream, path, head, page)
    remarks = tuple(f"damaged metadata ignored: {_reason(entry.message)}" for entry in caught)
    return replace(picture, notes=(*picture.notes, *remarks[:1]))


def _reason(error: BaseException | Warning | str) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, UnidentifiedImageError):
        return "its content is no picture"  # Pillow names the stream, not the file
    return " ".join(str(error).split()) or type(error).__name__


def _decode(stream: BinaryIO, path: Path, head: bytes, page: int | None) -> Picture:
    is_tga = path.suffix.lower() == _TGA_SUFFIX
    try:
        image = Image.open(stream, formats=(*_PILLOW_FORMATS, "TGA") if is_tga else _PILLOW_FORMATS)
    except Image.UnidentifiedImageError as error:
        if _starts_like_picture(head):
            raise _damaged(path, error) from error
        raise PictureError(
            f"{path}: not a picture that can be read here; export it as {_FORMAT_NAMES}"
        ) from error
    except _DECODING_ERRORS as error:
        raise _damaged(path, error) from error
    with image:
        _turn_to_page(image, path, page or 0)
        _check_limit(path, *image.size)
        try:
            return _convert(image, head, is_one_page=page is not None)
        except _DECODING_ERRORS as error:
            raise _damaged(path, error) from error


def _turn_to_page(image: Image.Image, path: Path, page: int) -> None:
    if page == 0:
        return
    try:
        image.seek(page)
    except _DECODING_ERRORS as error:
        raise PictureError(
            f"{path}: has no readable page {page + 1}; look at the file and save it again"
        ) from error


def _starts_like_picture(head: bytes) -> bool:
    starts = (b"\x89PNG", b"\xff\xd8\xff", *_TIFF_STARTS, b"BM")
    return head.startswith(starts) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _convert(image: Image.Image, head: bytes, *, is_one_page: bool) -> Picture:
    notes: list[str] = []
    # MPO is what cameras write into .jpg files: a JPEG with previews behind it.
    pages = 1 if is_one_page or image.format == "MPO" else getattr(image, "n_frames", 1)
    if pages > 1:
        notes.append(f"holds {pages} pictures (animation or pages); only the first is used")
    mode, file_format = image.mode, image.format or ""
    depth = _bit_depth(image, head)
    dpi = _clean_dpi(image.info.get("dpi"))
    profile = image.info.get("icc_profile") or None
    image.load()
    transparent = image.info.get("transparency")
    has_alpha = mode in ("LA", "RGBA", "PA", "La", "RGBa") or transparent is not None
    drawn_size = image.size
    ImageOps.exif_transpose(image, in_place=True)
    if image.size != drawn_size and dpi is not None:
        dpi = dpi[1], dpi[0]
    upright = image
    if mode in ("CMYK", "LAB"):
        upright = _to_srgb(upright, profile)
        profile = None
        notes.append(f"converted from {mode} to sRGB")
    elif profile and _rgb_profile(profile) is None:
        notes.append("its colour profile is none for RGB and was left out")
    if mode.startswith(("I", "F")):
        rgba_u8 = _rgba_from_deep_grey(np.asarray(upright), transparent)
        depth = max(depth, 16)
    else:
        rgba_u8 = _rgba_of(upright)
    return Picture(
        rgba_u8=rgba_u8,
        has_alpha=has_alpha,
        icc_profile=_rgb_profile(profile),
        dpi=dpi,
        format="JPEG" if file_format == "MPO" else file_format,
        mode=mode,
        bit_depth=depth,
        notes=tuple(notes),
    )


def _rgba_of(image: Image.Image) -> U8Array:
    """Any 8-bit picture as RGBA bytes, in bands: Pillow would hold it three times over."""
    width, height = image.size
    rgba_u8 = np.empty((height, width, 4), dtype=np.uint8)
    for rows in row_bands(rgba_u8.shape):
        band = image.crop((0, rows.start, width, rows.stop))
        rgba_u8[rows] = np.asarray(band if band.mode == "RGBA" else band.convert("RGBA"))
    return rgba_u8


def _bit_depth(image: Image.Image, head: bytes) -> int:
    if image.format == "PNG" and len(head) > 24:
        return head[24]
    if image.format == "TIFF":
        bits = getattr(image, "tag_v2", {}).get(258, 8)
        return int(bits[0] if isinstance(bits, tuple) else bits)
    return 1 if image.mode == "1" else 8


def _clean_dpi(value: object) -> tuple[float, float] | None:
    if not isinstance(value, tuple) or len(value) != 2:
        return None
    try:
        across, down = float(value[0]), float(value[1])
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (across, down) if 1 <= across <= 1e5 and 1 <= down <= 1e5 else None


def _rgba_from_deep_grey(grey: NDArray[np.generic], transparent: object) -> U8Array:
    """16-bit, 32-bit or float grey as RGBA bytes; floats run from 0 to 1."""
    full = 65535 if grey.dtype.kind == "f" or int(grey.max()) <= 65535 else 2**31 - 1
    rgba_u8 = np.empty((*grey.shape, 4), dtype=np.uint8)
    rgba_u8[..., 3] = 255
    for rows in row_bands(rgba_u8.shape):
        band = grey[rows].astype(np.float32)
        if grey.dtype.kind == "f":
            level = np.clip(np.nan_to_num(band), 0, 1) * 255
        else:
            level = np.clip(band, 0, full) * (255 / full)
        rgba_u8[rows, :, :3] = np.round(level).astype(np.uint8)[..., None]
        if isinstance(transparent, int):
            rgba_u8[rows, :, 3][grey[rows] == transparent] = 0
    return rgba_u8


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """CMYK or Lab as sRGB, through the embedded profile where it can be used."""
    srgb = ImageCms.createProfile("sRGB")
    try:
        if image.mode == "LAB":
            source = ImageCms.createProfile("LAB")
        elif profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
        else:
            return image.convert("RGB")
        converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
    return converted if converted is not None else image.convert("RGB")


def _rgb_profile(profile: object) -> bytes | None:
    """The profile if it describes RGB: a grey or CMYK one would not fit the pixels any more."""
    is_rgb = isinstance(profile, bytes) and len(profile) > 128 and profile[16:20] == b"RGB "
    return profile if isinstance(profile, bytes) and is_rgb else None


def _read_psd(stream: BinaryIO, path: Path) -> Picture:
    """The merged picture of a Photoshop file."""
    try:
        header = psd_merged.read_header(stream)
        _check_limit(path, header.width, header.height)
        merged = psd_merged.read_merged(stream)
        rgba_u8 = _rgba_of(merged.image)
    except PictureError:
        raise
    except (*_DECODING_ERRORS, ImportError, RuntimeError) as error:
        raise _damaged(path, error) from error
    return Picture(
        rgba_u8=rgba_u8,
        has_alpha="A" in merged.image.mode,
        icc_profile=_rgb_profile(merged.icc_profile),
        dpi=_clean_dpi(merged.dpi),
        format="PSD",
        mode=merged.mode,
        bit_depth=header.depth,
        notes=merged.notes,
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
    Raises PictureError naming the path and the remedy; a file that was there stays as it was.
    """
    write_whole(
        path, lambda stream: encode_png(stream, pixels_u8, icc_profile=icc_profile, dpi=dpi)
    )


def write_whole(path: Path | str, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill a temporary file beside `path`, then put it in the place of `path`.

    The file is on the disk before it takes the name, so that neither a full disk nor a crash
    leaves half a file. A link keeps pointing where it did; an existing file's mode is kept.
    Raises PictureError naming the path and the remedy.
    """
    path = Path(path)
    try:
        target = path.resolve()
        if target.is_dir():
            raise PictureError(f"{path}: is a folder; name a file to write")
        known_mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if known_mode is not None and not os.access(target, os.W_OK):
            raise PictureError(f"{path}: is write-protected; choose another name")
        _write_beside(target, write, known_mode)
    except OSError as error:
        raise PictureError(f"{path}: {_write_problem(path, error)}") from error


def _write_beside(target: Path, write: Callable[[BinaryIO], None], known_mode: int | None) -> None:
    temporary = target.with_name(f".tintline-{secrets.token_hex(6)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if known_mode is not None:
            temporary.chmod(known_mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_problem(path: Path, error: OSError) -> str:
    folder = path.parent
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return f"the disk is full ({_reason(error)}); free some space and save again"
    if error.errno in (EACCES, EPERM, EROFS):
        return f"the folder {folder} may not be written; choose another or change its permissions"
    if not folder.is_dir():
        return f"the folder {folder} does not exist; create it first"
    return f"cannot be written ({_reason(error)}); choose another name or folder"
