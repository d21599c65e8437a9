"""TIFF files of every layout, byte by byte, for the tests of their reading."""

import io
import struct
import zlib

import numpy as np
from PIL import Image

LZW, DEFLATE, PACKBITS = 5, 8, 32773


def _compressed(content: bytes, row_bytes: int, compression: int) -> bytes:
    if compression == 1:
        return content
    if compression == DEFLATE:
        return zlib.compress(content)
    if compression == PACKBITS:  # literal runs alone, a row at a time
        rows = [content[at : at + row_bytes] for at in range(0, len(content), row_bytes)]
        runs = [row[at : at + 128] for row in rows for at in range(0, len(row), 128)]
        return b"".join(bytes([len(run) - 1]) + run for run in runs)
    grey = Image.frombytes("L", (row_bytes, len(content) // row_bytes), content)
    file = io.BytesIO()
    grey.save(file, format="TIFF", compression="tiff_lzw", tiffinfo={278: grey.height})
    with Image.open(io.BytesIO(file.getvalue())) as image:
        offsets, lengths = image.tag_v2[273], image.tag_v2[279]
    assert len(offsets) == 1
    return file.getvalue()[offsets[0] : offsets[0] + lengths[0]]


def _packed(samples: np.ndarray, depth: int, order: str, predictor: int) -> bytes:
    """(rows, W, channels) as bytes, rows padded to whole bytes."""
    if predictor == 2:
        steps = samples.copy()
        steps[:, 1:] -= samples[:, :-1]
        samples = steps
    if predictor == 3:
        rows, width, channels = samples.shape
        planes = samples.astype(f">f{depth // 8}").reshape(rows, -1, 1).view(np.uint8)
        planes = planes.reshape(rows, width * channels, -1).swapaxes(1, 2)
        flat = np.ascontiguousarray(planes).reshape(rows, -1, channels)
        steps = flat.copy()
        steps[:, 1:] -= flat[:, :-1]
        return steps.tobytes()
    if depth in (8, 16, 32, 64):
        return samples.astype(samples.dtype.newbyteorder(order)).tobytes()
    shifts = np.arange(depth - 1, -1, -1)
    bits = (samples[..., None].astype(np.uint32) >> shifts & 1).astype(np.uint8)
    return np.packbits(bits.reshape(len(samples), -1), axis=1).tobytes()


def tiff_page(
    samples: np.ndarray,
    photometric: int,
    *,
    depth: int | None = None,
    extra: tuple[int, ...] | None = None,
    order: str = "<",
    compression: int = 1,
    predictor: int = 1,
    is_separate: bool = False,
    tile: tuple[int, int] | None = None,
    rows_per_strip: int = 7,
    tags: dict | None = None,
) -> dict:
    """A page of samples (H, W, channels): its tags by number, its strips or tiles under None."""
    height, width, channels = samples.shape
    depth = depth or samples.dtype.itemsize * 8
    kind = {"f": 3, "i": 2}.get(samples.dtype.kind, 1)
    across, down = tile or (width, rows_per_strip)
    planes = np.split(samples, channels, axis=2) if is_separate else [samples]
    parts = []
    for plane in planes:
        for top in range(0, height, down):
            for left in range(0, width, across):
                part = plane[top : top + down, left : left + across]
                if tile:
                    missing = (down - part.shape[0], across - part.shape[1])
                    part = np.pad(part, ((0, missing[0]), (0, missing[1]), (0, 0)))
                content = _packed(part, depth, order, predictor)
                parts.append(_compressed(content, len(content) // len(part), compression))
    found = {
        256: width, 257: height, 258: (depth,) * channels, 259: compression, 262: photometric,
        277: channels, 284: 2 if is_separate else 1, 317: predictor, 339: (kind,) * channels,
    }  # fmt: skip
    found |= {322: across, 323: down} if tile else {278: down}
    if extra is not None:
        found[338] = extra
    return {**found, **(tags or {}), None: parts}


def tiff_bytes(*pages: dict, order: str = "<", is_big: bool = False) -> bytes:
    """A file of pages, classic or big."""
    mark = b"II" if order == "<" else b"MM"
    place, size = ("Q", 8) if is_big else ("I", 4)
    head = mark + struct.pack(f"{order}H", 43 if is_big else 42)
    head += struct.pack(f"{order}HH", 8, 0) if is_big else b""
    content = bytearray(head + bytes(size))
    link = len(head)
    for page in pages:
        parts, tags = page[None], {tag: value for tag, value in page.items() if tag is not None}
        offsets = []
        for part in parts:
            offsets.append(len(content))
            content += part
        is_tiled = 322 in tags
        tags[324 if is_tiled else 273] = tuple(offsets)
        tags[325 if is_tiled else 279] = tuple(map(len, parts))
        entries = b""
        for tag in sorted(tags):
            value = tags[tag]
            if isinstance(value, bytes):
                kind, count, packed = 7, len(value), value
            elif isinstance(value, list):  # rationals
                kind, count = 5, len(value)
                packed = b"".join(struct.pack(f"{order}II", *each) for each in value)
            else:
                values = value if isinstance(value, tuple) else (value,)
                is_short = tag in (258, 320, 338, 339)
                kind, count = (3 if is_short else 4), len(values)
                packed = struct.pack(f"{order}{count}{'H' if is_short else 'I'}", *values)
            if len(packed) > size:
                outside, packed = packed, struct.pack(f"{order}{place}", len(content))
                content += outside
            entries += struct.pack(f"{order}HH{place}", tag, kind, count)
            entries += packed.ljust(size, b"\0")
        content += bytes(len(content) % 2)
        content[link : link + size] = struct.pack(f"{order}{place}", len(content))
        content += struct.pack(f"{order}{'Q' if is_big else 'H'}", len(tags)) + entries
        link = len(content)
        content += bytes(size)
    return bytes(content)
