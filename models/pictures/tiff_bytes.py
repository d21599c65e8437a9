"""The bytes of a TIFF page, unpacked from its strips or tiles, whatever they mean.

Pillow unpacks them: handed grey bytes under the page's own compression, it need not know the kind
of samples that they are.
"""

import io
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from models.arrays import U8Array

Rows = Callable[[slice], U8Array]
"""Gives rows of bytes, uint8 (rows, n)."""

UNCOMPRESSED = 1
BYTE_COMPRESSIONS = (UNCOMPRESSED, 5, 8, 32773, 32946, 34925, 50000)
"""None, LZW, Deflate, PackBits, Deflate by its old number, LZMA, Zstandard."""
_REVERSED = 2
_REVERSED_BITS = np.array([int(f"{value:08b}"[::-1], 2) for value in range(256)], dtype=np.uint8)
_LONG, _SHORT_FILE_HEAD, _ENTRY = 4, struct.Struct("<2sHIH"), struct.Struct("<HHI4s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByteLayout:
    """How a page, or one of its planes, is cut: strips are tiles of its whole width.

    height                 of the page.
    tile_height            rows of a tile, the last of a strip's page excepted.
    row_bytes              bytes of a tile's row.
    across, down           how many tiles there are.
    compression, fill_order  as the page's tags say; a fill order of 2 has its bits turned round.
    """

    height: int
    tile_height: int
    row_bytes: int
    across: int
    down: int
    is_tiled: bool
    compression: int
    fill_order: int

    @property
    def tile_bytes(self) -> int:
        """Bytes of a whole tile, uncompressed."""
        return self.row_bytes * self.tile_height

    def unpack(self, tiles: Sequence[bytes]) -> Rows:
        """Rows of the page's bytes, those of tiles side by side. Raises EOFError, OSError."""
        if self.compression == UNCOMPRESSED:
            return self._joined(tiles)
        image = Image.open(io.BytesIO(self._as_grey(tiles)), formats=("TIFF",))
        image.load()
        return lambda rows: np.asarray(image.crop((0, rows.start, image.width, rows.stop)))

    def _joined(self, tiles: Sequence[bytes]) -> Rows:
        joined = np.empty((self.height, self.across * self.row_bytes), dtype=np.uint8)
        for number, tile in enumerate(tiles):
            down, right = divmod(number, self.across)
            into = joined[down * self.tile_height :][: self.tile_height]
            into = into[:, right * self.row_bytes :][:, : self.row_bytes]
            if len(tile) < into.size:
                raise EOFError("its strips end early")
            into[:] = np.frombuffer(tile, dtype=np.uint8, count=into.size).reshape(into.shape)
        if self.fill_order == _REVERSED:
            joined = _REVERSED_BITS[joined]
        return lambda rows: joined[rows]

    def _as_grey(self, tiles: Sequence[bytes]) -> bytes:
        """A file of one page of grey bytes around tiles that are compressed already."""
        count = len(tiles)
        height = self.down * self.tile_height if self.is_tiled else self.height
        tags: dict[int, Sequence[int]] = {
            256: [self.across * self.row_bytes], 257: [height], 258: [8], 259: [self.compression],
            262: [1], 266: [self.fill_order], 277: [1],
        }  # fmt: skip
        if self.is_tiled:
            tags |= {322: [self.row_bytes], 323: [self.tile_height]}
        else:
            tags[278] = [self.tile_height]
        lengths = [len(tile) for tile in tiles]
        tables_at = _SHORT_FILE_HEAD.size + _ENTRY.size * (len(tags) + 2) + 4
        tiles_at = tables_at + (8 * count if count > 1 else 0)
        if tiles_at + sum(lengths) >= 1 << 32:
            raise MemoryError("more than 4 GiB are compressed in one page")
        tags[324 if self.is_tiled else 273] = [
            tiles_at + int(before) for before in np.cumsum([0, *lengths[:-1]])
        ]
        tags[325 if self.is_tiled else 279] = lengths
        entries, tables = [], b""
        for tag, values in sorted(tags.items()):
            content = struct.pack(f"<{len(values)}I", *values)
            if len(values) > 1:
                place, tables = struct.pack("<I", tables_at + len(tables)), tables + content
                content = place
            entries.append(_ENTRY.pack(tag, _LONG, len(values), content))
        head = _SHORT_FILE_HEAD.pack(b"II", 42, 8, len(entries))
        return b"".join((head, *entries, bytes(4), tables, *tiles))
