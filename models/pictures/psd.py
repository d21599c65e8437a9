"""The merged picture of a Photoshop file, checked to be complete before it is decoded."""

from dataclasses import dataclass
from typing import Any, BinaryIO, cast

import numpy as np
from psd_tools import PSDImage
from psd_tools.constants import Resource, Tag
from psd_tools.psd import PSD

from models.arrays import U8Array
from models.pictures import psd_layers
from models.pictures.blank_sheets import blank_note
from models.pictures.psd_header import PsdHeader, check_complete
from models.pictures.samples import AlphaForm, ColorModel, SampleMeaning, Samples, UnreadKindError
from models.rows import row_bands

_BITMAP, _INDEXED, _CMYK, _MULTICHANNEL = 0, 2, 4, 7
_MODELS = {
    0: ColorModel.GREY, 1: ColorModel.GREY, 2: ColorModel.PALETTE, 3: ColorModel.RGB,
    4: ColorModel.CMYK, 7: ColorModel.GREY, 8: ColorModel.GREY, 9: ColorModel.LAB,
}  # fmt: skip
_KINDS: dict[int, np.dtype[Any]] = {8: np.dtype(np.uint8), 16: np.dtype(">u2"), 32: np.dtype(">f4")}
_TRANSPARENCY_NAME = "Transparency"
_SPARE_LEVELS = 2 / 255
_HOW_TO_SAVE = "save it again with its layers merged, or with maximized compatibility"


@dataclass(frozen=True, slots=True, eq=False)
class MergedPsd:
    """A merged picture with what its file says of it; dpi None where it says nothing.

    rgba_u8  uint8 (H, W, 4), straight alpha, in the file's own colours, CMYK and Lab as sRGB.
    mode     colours and alpha as they were, as Pillow names them.
    """

    rgba_u8: U8Array
    mode: str
    icc_profile: bytes | None
    dpi: tuple[float, float] | None
    notes: tuple[str, ...]


def read_merged(stream: BinaryIO) -> MergedPsd:
    """Decode the merged picture, from the start of the stream.

    Where there is none, or it shows nothing of the layers, they are merged here. Raises EOFError,
    ValueError, UnreadKindError and whatever psd-tools raises on damaged files.
    """
    header = check_complete(stream)
    model = _MODELS.get(header.color_mode)
    if model is None or header.depth not in (1, *_KINDS) or header.channels < model.channels:
        raise UnreadKindError(f"{header.depth}-bit, colour mode {header.color_mode}")
    stream.seek(0)
    record = PSD.read(stream)
    psd = PSDImage(record)
    resources = record.image_resources
    profile = resources.get_data(Resource.ICC_PROFILE)
    rgba_u8, mode, notes = _pixels(psd, record, header, profile)
    resolution = resources.get_data(Resource.RESOLUTION_INFO)
    dpi = None
    if resolution is not None:  # 16.16 fixed point, pixels an inch whatever unit is shown
        dpi = resolution.horizontal / 65536, resolution.vertical / 65536
    return MergedPsd(rgba_u8, mode, profile, dpi, notes)


def _pixels(
    psd: PSDImage, record: PSD, header: PsdHeader, profile: bytes | None
) -> tuple[U8Array, str, tuple[str, ...]]:
    """The picture, its mode and notes: as it was merged, or else its layers merged here."""
    if not psd.has_preview():
        rgba_u8 = psd_layers.merge(psd)
        if rgba_u8 is None:
            raise UnreadKindError(f"without a merged picture; {_HOW_TO_SAVE}, or")
        return (
            rgba_u8,
            _mode_of_layers(header, rgba_u8),
            ("holds no merged picture; its layers were merged here",),
        )
    rgba_u8, mode, notes = _merged(record, header, profile)
    is_blank = blank_note(rgba_u8) is not None
    if not (is_blank and psd_layers.are_seen(psd)) and psd_layers.agree(psd, rgba_u8):
        return rgba_u8, mode, notes
    state = "blank" if is_blank else "out of date"
    layers_u8 = psd_layers.merge(psd)
    if layers_u8 is None:
        note = (
            f"its merged picture is {state}, and its layers cannot be merged here; {_HOW_TO_SAVE}"
        )
        return rgba_u8, mode, (*notes, note)
    if is_blank and blank_note(layers_u8) is not None:
        return rgba_u8, mode, notes
    note = f"its merged picture is {state}; its layers were merged here"
    return layers_u8, _mode_of_layers(header, layers_u8), (note,)


def _mode_of_layers(header: PsdHeader, rgba_u8: U8Array) -> str:
    return _MODELS[header.color_mode].value + ("" if int(rgba_u8[..., 3].min()) == 255 else "A")


def _merged(
    record: PSD, header: PsdHeader, profile: bytes | None
) -> tuple[U8Array, str, tuple[str, ...]]:
    model = _MODELS[header.color_mode]
    if header.color_mode == _MULTICHANNEL and header.channels > 1:
        raise UnreadKindError(f"multichannel, {header.channels} inks")
    contents = cast(list[bytes], record.image_data.get_data(record.header))
    planes = [_plane(content, header) for content in contents]
    colors, extra = planes[: model.channels], len(planes) - model.channels
    index = _transparency_index(record, extra)
    alpha = None if index is None else planes[model.channels + index]
    notes: tuple[str, ...] = ()
    if extra > (alpha is not None):
        notes = ("its saved selections and spot colours are no transparency; they are left out",)
    white = 1.0 if header.depth in (1, 32) else float(2**header.depth - 1)
    meaning = SampleMeaning(
        model=model,
        white=white,
        inverted=header.color_mode in (_BITMAP, _CMYK),
        alpha=None if alpha is None else model.channels,
        alpha_form=_form(colors, alpha, white),
        palette_u8=_palette(record) if header.color_mode == _INDEXED else None,
        profile=profile,
    )
    convert = meaning.converter()
    rgba_u8 = np.empty((header.height, header.width, 4), dtype=np.uint8)
    used = colors if alpha is None else [*colors, alpha]
    for rows in row_bands(rgba_u8.shape):
        band = np.stack([plane[rows] for plane in used], axis=-1)
        rgba_u8[rows] = convert(band.astype(band.dtype.newbyteorder("="), copy=False))
    clear = record.image_resources.get_data(Resource.TRANSPARENCY_INDEX)
    if header.color_mode == _INDEXED and isinstance(clear, int):
        rgba_u8[..., 3][colors[0] == clear] = 0
        return rgba_u8, "PA", notes
    return rgba_u8, meaning.mode, notes


def _plane(content: bytes, header: PsdHeader) -> Samples:
    """One channel, (H, W)."""
    if header.depth == 1:
        packed = np.frombuffer(content, dtype=np.uint8).reshape(header.height, header.row_bytes)
        return np.unpackbits(packed, axis=1)[:, : header.width]
    return np.frombuffer(content, dtype=_KINDS[header.depth]).reshape(header.height, header.width)


def _transparency_index(record: PSD, extra: int) -> int | None:
    """Which of the channels behind the colours is the picture's transparency; None: none of them.

    Without layers they are what the artist saved there, selections and spot colours, unless the
    file calls one its transparency.
    """
    if not extra:
        return None
    section = record.layer_and_mask_information
    blocks: Any = section.tagged_blocks or {}
    infos = [section.layer_info]
    infos += [blocks.get_data(tag) for tag in (Tag.LAYER_16, Tag.LAYER_32) if tag in blocks]
    marks = (
        Tag.SAVING_MERGED_TRANSPARENCY,
        Tag.SAVING_MERGED_TRANSPARENCY16,
        Tag.SAVING_MERGED_TRANSPARENCY32,
    )
    is_stated = any(info is not None and info.layer_count < 0 for info in infos)
    if is_stated or any(mark in blocks for mark in marks):
        return 0
    identifiers = record.image_resources.get_data(Resource.ALPHA_IDENTIFIERS) or ()
    names = record.image_resources.get_data(Resource.ALPHA_NAMES_UNICODE) or ()
    for index in range(extra):
        if index < len(identifiers) and identifiers[index] == 0:
            return index
        if index < len(names) and str(names[index]).rstrip("\0") == _TRANSPARENCY_NAME:
            return index
    return None


def _form(colors: list[Samples], alpha: Samples | None, white: float) -> AlphaForm:
    """How colours stand to alpha: most programs lay them on white, which no sample then betrays."""
    if alpha is None:
        return AlphaForm.STRAIGHT
    floor = white * (1 - _SPARE_LEVELS)
    for rows in row_bands((*alpha.shape, 4)):
        cover = alpha[rows].astype(np.float32)
        if any(bool((plane[rows] + cover < floor).any()) for plane in colors):
            return AlphaForm.STRAIGHT
    return AlphaForm.ON_WHITE


def _palette(record: PSD) -> U8Array:
    """The colours of an indexed document, uint8 (n, 3): all reds, all greens, all blues."""
    table = np.frombuffer(bytes(record.color_mode_data.value), dtype=np.uint8)
    return table[: len(table) // 3 * 3].reshape(3, -1).T
