"""Photoshop files: an RGB document with an opaque white base layer, names in any script.

Written through psd-tools' file structures: its document class would merge 24 megapixels in
float32 and put layer alpha into masks. Importing psd-tools takes a third of a second, so import
this module where a PSD is written.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from psd_tools.constants import BlendMode as PsdBlendMode
from psd_tools.constants import ColorMode, Compression, Resource, SectionDivider, Tag
from psd_tools.psd import PSD
from psd_tools.psd.header import FileHeader
from psd_tools.psd.image_data import ImageData
from psd_tools.psd.image_resources import ImageResource, ImageResources, ResoulutionInfo
from psd_tools.psd.layer_and_mask import (
    ChannelData,
    ChannelDataList,
    ChannelImageData,
    ChannelInfo,
    GlobalLayerMaskInfo,
    LayerAndMaskInformation,
    LayerInfo,
    LayerRecord,
    LayerRecords,
)

from app.document.layer import BlendMode
from app.errors import LayerError
from app.export.layers import ExportGroup, ExportLayer, ExportNode, check_layers, flatten
from models.geometry import Size
from models.picture_files import write_whole

U8Array = NDArray[np.uint8]

PAPER_NAME = "Paper"
MAX_SIDE = 30_000
_MAX_BYTES = (1 << 31) - 1
_MAX_SHORT_NAME_BYTES = 255
_MAX_DPI = 32_767
_BLEND_MODES = {
    BlendMode.NORMAL: PsdBlendMode.NORMAL,
    BlendMode.MULTIPLY: PsdBlendMode.MULTIPLY,
    BlendMode.SCREEN: PsdBlendMode.SCREEN,
}
_GROUP_END = "</Layer group>"


def write_psd(
    path: Path,
    layers: Sequence[ExportNode],
    size: Size,
    *,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
) -> None:
    """Write layers and groups, bottom to top, over a white base layer, whole or not at all.

    Raises PictureError naming the path, LayerError; also where the format's limits are passed
    (30,000 pixels a side, 2 GiB).
    """
    check_layers(layers, size)
    if size.long_side > MAX_SIDE:
        raise LayerError(
            f"{path}: a PSD holds up to {MAX_SIDE} pixels a side, the picture is {size}; "
            "save as OpenRaster"
        )
    content = _Content(size)
    content.add_paper()
    content.add(layers)
    if content.byte_count > _MAX_BYTES:
        raise LayerError(f"{path}: the layers pass the 2 GiB of a PSD; save as OpenRaster")
    document = content.document(_resources(dpi, icc_profile), flatten(layers, size, on_white=True))

    def write(stream: BinaryIO) -> None:
        document.write(stream, encoding="utf-8")

    write_whole(path, write)


class _Content:
    """Layer records and their compressed channels, in the file's order, which is bottom to top."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._records: list[LayerRecord] = []
        self._channels: list[ChannelDataList] = []
        self.byte_count = 0

    def add_paper(self) -> None:
        """The opaque white base that the format's readers expect."""
        white_u8 = np.full((*self._size.shape, 4), 255, dtype=np.uint8)
        self._add_layer(ExportLayer(name=PAPER_NAME, rgba_u8=white_u8))

    def add(self, nodes: Sequence[ExportNode]) -> None:
        """Layers and groups, bottom to top."""
        for node in nodes:
            if isinstance(node, ExportGroup):
                self._add_divider(_GROUP_END, SectionDivider.BOUNDING_SECTION_DIVIDER, node)
                self.add(node.children)
                self._add_divider(node.name, SectionDivider.OPEN_FOLDER, node)
            else:
                self._add_layer(node)

    def document(self, resources: ImageResources, merged_u8: U8Array) -> PSD:
        """The whole file, with its merged picture, uint8 (H, W, 4)."""
        header = FileHeader(
            channels=3,
            height=self._size.height,
            width=self._size.width,
            depth=8,
            color_mode=ColorMode.RGB,
        )
        image = ImageData(Compression.RLE)
        image.set_data(list(_planes(merged_u8))[1:], header)
        # psd-tools declares its list types without what they hold.
        records = LayerRecords(self._records)  # type: ignore[arg-type]
        channels = ChannelImageData(self._channels)  # type: ignore[arg-type]
        info = LayerInfo(len(self._records), records, channels)
        return PSD(
            header=header,
            image_resources=resources,
            layer_and_mask_information=LayerAndMaskInformation(info, GlobalLayerMaskInfo()),
            image_data=image,
        )

    def _add_layer(self, layer: ExportLayer) -> None:
        record = _record(layer.name, layer)
        record.bottom, record.right = self._size.shape
        self._append(record, _planes(layer.rgba_u8))

    def _add_divider(self, name: str, kind: SectionDivider, group: ExportGroup) -> None:
        record = _record(name, group)
        record.tagged_blocks.set_data(Tag.SECTION_DIVIDER_SETTING, kind=kind)
        self._append(record, iter([b""] * 4))

    def _append(self, record: LayerRecord, planes: Iterator[bytes]) -> None:
        channels = ChannelDataList()
        for number, plane in enumerate(planes, start=-1):  # -1 is the transparency
            channel = ChannelData(Compression.RLE if plane else Compression.RAW)
            if plane:
                channel.set_data(plane, self._size.width, self._size.height, 8)
            length = len(channel.data) + 2
            record.channel_info.append(ChannelInfo(number, length))
            channels.append(channel)
            self.byte_count += length
        self._records.append(record)
        self._channels.append(channels)


def _record(name: str, node: ExportNode) -> LayerRecord:
    """A record with the name twice: short for old readers, whole in UTF-16."""
    name = name.encode("utf-16-le", "ignore").decode("utf-16-le")
    record = LayerRecord(name=name.encode()[:_MAX_SHORT_NAME_BYTES].decode(errors="ignore"))
    record.blend_mode = _BLEND_MODES[node.blend]
    record.opacity = round(node.opacity * 255)
    record.flags.visible = node.visible
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


def _planes(rgba_u8: U8Array) -> Iterator[bytes]:
    """Alpha, then red, green and blue, each as bytes; made one at a time."""
    for channel in (3, 0, 1, 2):
        yield rgba_u8[..., channel].tobytes()
