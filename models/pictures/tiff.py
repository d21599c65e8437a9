"""Pages of TIFF files: which are drawings, and the samples of every kind that libtiff unpacks.

Pillow knows few of the ways in which samples are laid out, and takes some for
others: what they are is decided here. Compressions that have colours of their own (JPEG, fax) are
left to it altogether.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import BinaryIO

import numpy as np

from models.arrays import U8Array
from models.pictures.samples import (
    AlphaForm,
    ColorModel,
    SampleMeaning,
    Samples,
    UnreadKindError,
    white_of,
)
from models.pictures.tiff_bytes import BYTE_COMPRESSIONS, UNCOMPRESSED, ByteLayout, Rows
from models.pictures.tiff_tags import Tags, read_directories
from models.rows import row_bands

Numbers = tuple[int, ...]

_REDUCED, _MASK = 1, 4
_OLD_REDUCED = 2
_COMPRESSIONS = {
    2: "fax", 3: "fax", 4: "fax", 6: "JPEG of the old form", 7: "JPEG", 34661: "JBIG",
    34676: "SGI Log", 34677: "SGI Log", 34712: "JPEG 2000", 50001: "WebP", 50002: "JPEG XL",
}  # fmt: skip
_WHITE_IS_ZERO = 0
_MODELS = {
    0: ColorModel.GREY, 1: ColorModel.GREY, 2: ColorModel.RGB, 3: ColorModel.PALETTE,
    5: ColorModel.CMYK, 8: ColorModel.LAB, 9: ColorModel.LAB,
}  # fmt: skip
_LAB_SIGNED = 8
_YCBCR = 6
_PHOTOMETRICS = {
    4: "a mask", 10: "ITU Lab", 32803: "a camera's raw data", 32844: "LogL", 32845: "LogLuv",
    34892: "a camera's raw data",
}  # fmt: skip
_UNSIGNED, _SIGNED, _FLOAT, _UNTYPED = 1, 2, 3, 4
_FORMS = {1: AlphaForm.ON_BLACK, 2: AlphaForm.STRAIGHT, 999: AlphaForm.STRAIGHT}
_SEPARATE = 2
_DIFFERENCE, _FLOAT_DIFFERENCE = 2, 3
_MOST_CHANNELS = 16
_MOST_TILE_BYTES = 1 << 28
_MOST_BYTES = 1 << 32
_TURNS: dict[int, Callable[[U8Array], U8Array]] = {
    2: lambda a: a[:, ::-1], 3: lambda a: a[::-1, ::-1], 4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1), 6: lambda a: a[::-1].swapaxes(0, 1),
    7: lambda a: a[::-1, ::-1].swapaxes(0, 1), 8: lambda a: a[:, ::-1].swapaxes(0, 1),
}  # fmt: skip
_LYING = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True, eq=False)
class TiffPage:
    """One page: its tags, its place in the file's chain, and whether numbers begin at their end."""

    tags: Tags
    place: int
    is_big_endian: bool

    def numbers(self, tag: int, default: Numbers = ()) -> Numbers:
        """A tag's whole numbers."""
        return tuple(int(each) for each in self.tags.get(tag, default))

    def number(self, tag: int, default: int) -> int:
        """A tag's first whole number."""
        return (*self.numbers(tag), default)[0]

    @property
    def width(self) -> int:
        """Pixels across, as stored."""
        return self.number(256, 0)

    @property
    def height(self) -> int:
        """Pixels down, as stored."""
        return self.number(257, 0)

    @property
    def is_drawing(self) -> bool:
        """Whether it is a picture by itself, no small form or mask of another page."""
        is_old_small = self.number(255, 0) == _OLD_REDUCED
        return not self.number(254, 0) & (_REDUCED | _MASK) and not is_old_small

    @property
    def is_for_pillow(self) -> bool:
        """Whether its compression has colours of its own, or its colours a subsampling."""
        return self.compression not in BYTE_COMPRESSIONS or self.number(262, 0) == _YCBCR

    @property
    def compression(self) -> int:
        """The number of its compression."""
        return self.number(259, UNCOMPRESSED)

    @property
    def kind(self) -> str:
        """What it is, in words, for whoever cannot read it."""
        name = _COMPRESSIONS.get(self.compression, f"compression {self.compression}")
        return f"{self.depth}-bit, {self.channels} channels, {name}"

    @property
    def channels(self) -> int:
        """How many samples a pixel has."""
        return self.number(277, 1)

    @property
    def depth(self) -> int:
        """Bits a sample."""
        return self.number(258, 1)

    @property
    def profile(self) -> bytes | None:
        """The ICC profile, None if there is none."""
        value = self.tags.get(34675)
        return value if isinstance(value, bytes) and value else None

    @property
    def dpi(self) -> tuple[float, float] | None:
        """Resolution across and down as drawn, None if the file states none in inches."""
        scale = {2: 1.0, 3: 2.54}.get(self.number(296, 2), 0.0)
        across, down = (scale * (*self.tags.get(tag, ()), 0.0)[0] for tag in (282, 283))
        return (down, across) if self.number(274, 1) in _LYING else (across, down)


@dataclass(frozen=True, slots=True, eq=False)
class TiffPicture:
    """A page's pixels, upright, uint8 (H, W, 4), how they were stored, and what was left out."""

    rgba_u8: U8Array
    meaning: SampleMeaning
    notes: tuple[str, ...]


def drawing_pages(stream: BinaryIO) -> list[TiffPage]:
    """The pages that are drawings; all, if the file calls each of them small or a mask.

    Raises EOFError where the file ends before its tags do.
    """
    stream.seek(0)
    is_big_endian = stream.read(2) == b"MM"
    directories = enumerate(read_directories(stream))
    pages = [TiffPage(tags, place, is_big_endian) for place, tags in directories]
    return [page for page in pages if page.is_drawing] or pages


def read_page(stream: BinaryIO, page: TiffPage) -> TiffPicture:
    """Unpack a page that is not for Pillow.

    Raises UnreadKindError, EOFError, ValueError, OSError.
    """
    reader = _PageReader(stream, page)
    meaning, notes = reader.meaning()
    rgba_u8 = np.empty((page.height, page.width, 4), dtype=np.uint8)
    convert = meaning.converter()
    for rows in row_bands(rgba_u8.shape):
        rgba_u8[rows] = convert(reader.samples(rows))
    turn = _TURNS.get(page.number(274, 1))
    upright = rgba_u8 if turn is None else np.ascontiguousarray(turn(rgba_u8))
    return TiffPicture(upright, meaning, notes)


class _PageReader:
    """The samples of one page, by rows."""

    def __init__(self, stream: BinaryIO, page: TiffPage) -> None:
        self._page = page
        self._check_kind()
        self._is_separate = page.number(284, 1) == _SEPARATE and page.channels > 1
        self._tile_width = page.number(322, page.width)
        self._tile_height = page.number(323, min(page.number(278, page.height), page.height))
        if self._tile_width < 1 or self._tile_height < 1:
            raise ValueError("its strips hold no row")
        self._across = ceil(page.width / self._tile_width)
        self._down = ceil(page.height / self._tile_height)
        width = self._tile_width * (1 if self._is_separate else page.channels)
        self._row_bytes = ceil(width * page.depth / 8)
        planes = page.channels if self._is_separate else 1
        if self._row_bytes * self._tile_height > _MOST_TILE_BYTES and 322 in page.tags:
            raise ValueError("its tiles are larger than any program writes them")
        if planes * self._across * self._row_bytes * page.height > _MOST_BYTES:
            raise MemoryError(f"{page.kind} of {page.width}×{page.height} pixels")
        self._planes = [self._unpacked(stream, plane) for plane in range(planes)]

    def _check_kind(self) -> None:
        page = self._page
        photometric = page.number(262, 0)
        if photometric not in _MODELS:
            raise UnreadKindError(_PHOTOMETRICS.get(photometric, f"of colour model {photometric}"))
        bits, kinds = set(page.numbers(258, (1,))), set(page.numbers(339, (_UNSIGNED,)))
        model = _MODELS[photometric]
        if len(bits) > 1 or len(kinds) > 1:
            raise UnreadKindError("of channels that differ in depth")
        if page.channels > _MOST_CHANNELS or page.channels < model.channels:
            raise UnreadKindError(f"{model.name} of {page.channels} channels")
        kind = kinds.pop()
        if kind == _FLOAT:
            is_known = page.depth in (16, 32, 64) and model in (ColorModel.GREY, ColorModel.RGB)
        elif kind in (_UNSIGNED, _UNTYPED):
            is_known = 1 <= page.depth <= 32 or page.depth == 64
        else:  # from -2^31, in practice from 0
            is_known = kind == _SIGNED and page.depth == 32 and model is ColorModel.GREY
        if not is_known:
            number = {_SIGNED: "signed", _FLOAT: "float"}.get(kind, "complex")
            raise UnreadKindError(f"{page.depth}-bit {number} {model.name}")
        if model is ColorModel.CMYK and page.number(332, 1) != 1:
            raise UnreadKindError("of inks that are not CMYK")

    def _unpacked(self, stream: BinaryIO, plane: int) -> Rows:
        page, count = self._page, self._across * self._down
        layout = ByteLayout(
            height=page.height,
            tile_height=self._tile_height,
            row_bytes=self._row_bytes,
            across=self._across,
            down=self._down,
            is_tiled=324 in page.tags,
            compression=page.compression,
            fill_order=page.number(266, 1),
        )
        offsets = page.numbers(324 if layout.is_tiled else 273)[plane * count :][:count]
        lengths = page.numbers(325 if layout.is_tiled else 279)[plane * count :][:count]
        if page.compression == UNCOMPRESSED and len(lengths) < count:
            lengths = (layout.tile_bytes,) * count
        if len(offsets) < count or len(lengths) < count:
            raise EOFError("its strips are not all listed")
        tiles = []
        for offset, length in zip(offsets, lengths):
            stream.seek(offset)
            tiles.append(stream.read(length))
        return layout.unpack(tiles)

    def samples(self, rows: slice) -> Samples:
        """Rows of the page, (rows, W, channels)."""
        parts = [self._tidied(unpack(rows)) for unpack in self._planes]
        samples = parts[0] if len(parts) == 1 else np.concatenate(parts, axis=2)
        if self._page.number(262, 0) == _LAB_SIGNED:  # so that the middle is neutral
            samples = samples ^ np.array([0, *[1 << (self._page.depth - 1)] * 2], samples.dtype)
        return samples

    def _tidied(self, packed_u8: U8Array) -> Samples:
        """Bytes of rows as numbers, differences added up, without what pads tiles."""
        page = self._page
        count = len(packed_u8)
        channels = 1 if self._is_separate else page.channels
        tiles = packed_u8.reshape(count, self._across, self._row_bytes)
        shape = count, self._across, self._tile_width, channels
        predictor = page.number(317, 1) if page.compression != UNCOMPRESSED else 1
        if page.depth not in (8, 16, 32, 64):
            if predictor != 1:
                raise UnreadKindError(f"of differences of {page.depth} bits")
            samples = _unpacked_bits(tiles, page.depth, self._tile_width * channels).reshape(shape)
        elif predictor == _FLOAT_DIFFERENCE:
            samples = _undo_float_difference(tiles, page.depth // 8, channels).reshape(shape)
        else:
            order = ">" if page.is_big_endian else "<"
            numbers = np.ascontiguousarray(tiles).view(f"{order}u{page.depth // 8}").reshape(shape)
            samples = numbers.astype(numbers.dtype.newbyteorder("="), copy=False)
            if predictor == _DIFFERENCE:
                samples = np.cumsum(samples, axis=2, dtype=samples.dtype)
            if page.number(339, _UNSIGNED) == _FLOAT:
                samples = samples.view(f"f{page.depth // 8}")
        return samples.reshape(count, -1, channels)[:, : page.width]

    def meaning(self) -> tuple[SampleMeaning, tuple[str, ...]]:
        """How to read the samples, and what of them is left out."""
        page = self._page
        photometric = page.number(262, 0)
        model = _MODELS[photometric]
        extra = page.channels - model.channels
        stated = page.numbers(338)
        alpha, form, notes = None, AlphaForm.STRAIGHT, []
        kinds = stated[-extra:] if extra else ()
        if extra and not kinds:  # unsaid: taken for what most programs write
            kinds = (2,)
        for index, kind in enumerate(kinds):
            if kind in _FORMS and alpha is None:
                alpha, form = page.channels - len(stated[-extra:] or (2,)) + index, _FORMS[kind]
        if extra > (alpha is not None):
            notes.append(
                "holds channels beside its colours that are no transparency; they are left out"
            )
        white = float(2**page.depth - 1)
        if page.depth >= 32 and page.number(339, _UNSIGNED) != _FLOAT:
            rows = (self.samples(band) for band in row_bands((page.height, page.width, 4)))
            white = max(white_of(band, page.depth) for band in rows)
            notes.append(f"whole numbers of {page.depth} bits; {white:.0f} is taken for white")
        meaning = SampleMeaning(
            model=model,
            white=white,
            inverted=photometric == _WHITE_IS_ZERO,
            alpha=alpha,
            alpha_form=form,
            palette_u8=self._palette() if model is ColorModel.PALETTE else None,
            profile=page.profile,
        )
        return meaning, tuple(notes)

    def _palette(self) -> U8Array:
        """The colour map, uint8 (n, 3); some programs fill its 16 bits with 8."""
        table = np.array(self._page.numbers(320), dtype=np.int64)
        table = table[: len(table) // 3 * 3].reshape(3, -1).T
        is_short = bool(len(table)) and int(table.max()) > 255
        return (table >> 8 if is_short else table).astype(np.uint8)


def _unpacked_bits(tiles: U8Array, depth: int, count: int) -> Samples:
    """The numbers of `depth` bits in rows of bytes (..., n), uint (..., count)."""
    bits = np.unpackbits(tiles, axis=-1)[..., : count * depth]
    bits = bits.reshape(*tiles.shape[:-1], count, depth)
    kind = np.uint8 if depth < 8 else np.uint16 if depth < 16 else np.uint32
    numbers = np.zeros(bits.shape[:-1], dtype=kind)
    for index in range(depth):
        numbers = (numbers << 1) | bits[..., index]
    return numbers


def _undo_float_difference(tiles: U8Array, size: int, channels: int) -> Samples:
    """Floats whose bytes were set apart by weight, then stored as differences."""
    shape = tiles.shape
    steps = tiles.reshape(*shape[:2], -1, channels)
    whole = np.cumsum(steps, axis=2, dtype=np.uint8).reshape(*shape[:2], size, -1)
    return np.ascontiguousarray(whole.swapaxes(2, 3)).view(f">f{size}").astype(f"f{size}")
