"""Photoshop files: an RGB document with an opaque white base layer, names in any script.

The records are psd-tools' own structures; the channels are compressed row by row straight into the
file, whose lengths are filled in afterwards: its document class would hold every layer, merge in
float32 and put layer alpha into masks. Importing psd-tools takes a third of a second, so import
this module where a PSD is written.

After Adobe Photoshop File Formats Specification, November 2019.
"""

import shutil
import struct
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from psd_tools.compression import compress
from psd_tools.constants import BlendMode as PsdBlendMode
from psd_tools.constants import Clipping, ColorMode, Compression, Resource, SectionDivider, Tag
from psd_tools.psd.header import FileHeader
from psd_tools.psd.image_resources import ImageResource, ImageResources, ResoulutionInfo
from psd_tools.psd.layer_and_mask import ChannelInfo, LayerRecord

from app.document.layer import BlendMode
from app.errors import LayerError
from app.export.layers import ExportGroup, ExportLayer, ExportNode, check_layers, merged_rows
from models.arrays import U8Array
from models.files.whole import write_whole
from models.geometry import Size
from models.rows import MadeRows, PixelRows, row_bands

PAPER_NAME = "Paper"
LARGE_SUFFIX = ".psb"
MAX_SIDE = 30_000
MAX_LARGE_SIDE = 300_000
MAX_BYTES = (1 << 31) - 1
_MAX_SHORT_NAME_BYTES = 255
_MAX_DPI = 32_767
_SPOOL_BYTES = 32 << 20
"""Compressed bytes of a channel that are held in memory; more go to a file without a name."""
_BLEND_MODES = {
    BlendMode.NORMAL: PsdBlendMode.NORMAL,
    BlendMode.MULTIPLY: PsdBlendMode.MULTIPLY,
    BlendMode.SCREEN: PsdBlendMode.SCREEN,
    BlendMode.OVERLAY: PsdBlendMode.OVERLAY,
    BlendMode.ADD: PsdBlendMode.LINEAR_DODGE,
}
_GROUP_END = "</Layer group>"
_ALPHA_FIRST = (3, 0, 1, 2)


def write_psd(
    path: Path,
    layers: Sequence[ExportNode],
    size: Size,
    *,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
) -> None:
    """Write layers and groups, bottom to top, over a white base layer, whole or not at all.

    path  with the suffix .psb the large form of the format, for up to 300,000 pixels a side.
    Raises FileError naming the path, LayerError; also where the format's limits are passed
    (30,000 pixels a side, 2 GiB).
    """
    check_layers(layers, size)
    is_large = path.suffix.lower() == LARGE_SUFFIX
    if size.long_side > (MAX_LARGE_SIDE if is_large else MAX_SIDE):
        raise LayerError(
            f"{path}: a PSD holds up to {MAX_SIDE} pixels a side, the picture is {size}; "
            f"save as {LARGE_SUFFIX} or as OpenRaster"
        )
    document = _Document(path, size, is_large=is_large)
    write_whole(
        path,
        lambda stream: document.write(stream, layers, resources=_resources(dpi, icc_profile)),
    )


class _Document:
    """Writes one document into a stream that can be read back and forth."""

    def __init__(self, path: Path, size: Size, *, is_large: bool) -> None:
        self._path = path
        self._size = size
        self._version = 2 if is_large else 1
        self._length = struct.Struct(">Q" if is_large else ">I")

    def write(
        self, stream: BinaryIO, layers: Sequence[ExportNode], *, resources: ImageResources
    ) -> None:
        """The whole file, with the layers' merged picture on white. Raises LayerError."""
        header = FileHeader(
            version=self._version,
            channels=3,
            height=self._size.height,
            width=self._size.width,
            depth=8,
            color_mode=ColorMode.RGB,
        )
        header.write(stream)
        stream.write(struct.pack(">I", 0))  # no table of indexed colours
        resources.write(stream, "utf-8")
        section = self._begin_block(stream)
        info = self._begin_block(stream)
        self._write_layers(stream, [_paper(self._size), *layers])
        self._end_block(stream, info, padding=4)
        stream.write(struct.pack(">I", 0))  # no global mask
        self._end_block(stream, section, padding=1)
        self._write_merged(stream, merged_rows(layers, self._size, on_white=True))
        self._check_length(stream)

    def _begin_block(self, stream: BinaryIO) -> int:
        stream.write(self._length.pack(0))
        return stream.tell()

    def _end_block(self, stream: BinaryIO, start: int, *, padding: int) -> None:
        stream.write(bytes(-(stream.tell() - start) % padding))
        end = stream.tell()
        stream.seek(start - self._length.size)
        stream.write(self._length.pack(end - start))
        stream.seek(end)

    def _write_layers(self, stream: BinaryIO, nodes: Sequence[ExportNode]) -> None:
        entries = list(_entries(nodes))
        stream.write(struct.pack(">h", len(entries)))
        start = stream.tell()
        for record, _ in entries:
            record.write(stream, "utf-8", self._version)
        for record, rgba_u8 in entries:
            record.channel_info = self._write_channels(stream, rgba_u8)
        end = stream.tell()
        stream.seek(start)
        for record, _ in entries:
            record.write(stream, "utf-8", self._version)
        stream.seek(end)

    def _write_channels(self, stream: BinaryIO, rgba_u8: PixelRows | None) -> list[ChannelInfo]:
        """Transparency, red, green and blue of a layer; of a group's end two bytes each."""
        if rgba_u8 is None:
            stream.write(struct.pack(">H", Compression.RAW) * 4)
            return _channel_infos([2] * 4)
        lengths = []
        for counts, content in self._packed(stream, rgba_u8, _ALPHA_FIRST):
            begin = stream.tell()
            stream.write(struct.pack(">H", Compression.RLE))
            stream.write(counts)
            shutil.copyfileobj(content, stream, 1 << 20)
            lengths.append(stream.tell() - begin)
            self._check_length(stream)
        return _channel_infos(lengths)

    def _write_merged(self, stream: BinaryIO, rgba_u8: PixelRows) -> None:
        stream.write(struct.pack(">H", Compression.RLE))
        table = stream.tell()
        width = 4 if self._version == 2 else 2
        stream.write(bytes(3 * self._size.height * width))
        tables = []
        for counts, content in self._packed(stream, rgba_u8, (0, 1, 2)):
            tables.append(counts)
            shutil.copyfileobj(content, stream, 1 << 20)
        end = stream.tell()
        stream.seek(table)
        stream.write(b"".join(tables))
        stream.seek(end)

    def _packed(
        self, stream: BinaryIO, rgba_u8: PixelRows, channels: Sequence[int]
    ) -> Iterator[tuple[bytes, BinaryIO]]:
        """Row lengths and run lengths of each channel; the rows are asked for only once."""
        height, width = rgba_u8.shape[:2]
        entry = 4 if self._version == 2 else 2
        with ExitStack() as files:
            spools = [
                files.enter_context(
                    tempfile.SpooledTemporaryFile(
                        _SPOOL_BYTES, dir=str(self._path.resolve().parent)
                    )
                )
                for _ in channels
            ]
            tables: list[list[bytes]] = [[] for _ in channels]
            for rows in row_bands((height, width, 4)):
                band, count = rgba_u8[rows], rows.stop - rows.start
                for spool, table, channel in zip(spools, tables, channels, strict=True):
                    plane = band[..., channel].tobytes()
                    packed = compress(plane, Compression.RLE, width, count, 8, self._version)
                    table.append(packed[: count * entry])
                    spool.write(memoryview(packed)[count * entry :])
            for spool, table in zip(spools, tables, strict=True):
                spool.seek(0)
                yield b"".join(table), cast(BinaryIO, spool)

    def _check_length(self, stream: BinaryIO) -> None:
        if self._version == 1 and stream.tell() > MAX_BYTES:
            raise LayerError(
                f"{self._path}: the layers pass the 2 GiB of a PSD; save as {LARGE_SUFFIX} or as "
                "OpenRaster"
            )


def _paper(size: Size) -> ExportLayer:
    """The opaque white base that the format's readers expect."""

    def make(start: int, stop: int) -> U8Array:
        return np.full((stop - start, size.width, 4), 255, dtype=np.uint8)

    return ExportLayer(name=PAPER_NAME, rgba_u8=MadeRows((*size.shape, 4), make))


def _entries(nodes: Sequence[ExportNode]) -> Iterator[tuple[LayerRecord, PixelRows | None]]:
    """Records in the file's order, bottom to top, a group between its end and its beginning."""
    for node in nodes:
        if isinstance(node, ExportGroup):
            end = LayerRecord(name=_GROUP_END, channel_info=_channel_infos([0] * 4))
            kind = SectionDivider.BOUNDING_SECTION_DIVIDER
            end.tagged_blocks.set_data(Tag.SECTION_DIVIDER_SETTING, kind=kind)
            yield end, None
            yield from _entries(node.children)
            record = _record(node)
            kind = SectionDivider.OPEN_FOLDER
            record.tagged_blocks.set_data(
                Tag.SECTION_DIVIDER_SETTING,
                kind=kind,
                signature=b"8BIM",
                blend_mode=record.blend_mode,  # Krita reads a group's mode here alone
            )
            yield record, None
        else:
            record = _record(node)
            record.left, record.top = node.left, node.top
            record.right = node.left + node.rgba_u8.shape[1]
            record.bottom = node.top + node.rgba_u8.shape[0]
            yield record, node.rgba_u8


def _channel_infos(lengths: Sequence[int]) -> list[ChannelInfo]:
    """Lengths of the transparency (-1), red, green and blue."""
    return [ChannelInfo(number, length) for number, length in enumerate(lengths, start=-1)]


def _record(node: ExportNode) -> LayerRecord:
    """A record with the name twice: short for old readers, whole in UTF-16."""
    name = node.name.encode("utf-16-le", "ignore").decode("utf-16-le")
    record = LayerRecord(
        name=name.encode()[:_MAX_SHORT_NAME_BYTES].decode(errors="ignore"),
        channel_info=_channel_infos([0] * 4),
    )
    record.blend_mode = _BLEND_MODES[node.blend]
    record.opacity = round(node.opacity * 255)
    record.flags.visible = node.visible
    record.clipping = Clipping.NON_BASE if node.clipped else Clipping.BASE
    record.tagged_blocks.set_data(Tag.UNICODE_LAYER_NAME, name)
    return record


def _resources(dpi: tuple[float, float] | None, icc_profile: bytes | None) -> ImageResources:
    resources = ImageResources.new()
    if icc_profile is not None:
        resources[Resource.ICC_PROFILE] = ImageResource(key=Resource.ICC_PROFILE, data=icc_profile)
    if dpi is not None:  # 16.16 fixed point, pixels an inch
        across, down = (round(min(value, _MAX_DPI) * 65536) for value in dpi)
        content = ResoulutionInfo(across, 1, 1, down, 1, 1).tobytes()
        key = Resource.RESOLUTION_INFO
        resources[key] = ImageResource(key=key, data=content)
    return resources
