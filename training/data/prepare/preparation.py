"""One illustration of a plan as samples of a shard: read, trimmed, scaled, with its face."""

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageCms

from models.arrays import U8Array
from models.pictures.files import Picture, PictureError, encode_png, read_picture
from models.pictures.kinds import SUFFIXES_OF
from training.data.prepare.cascade import Cascade
from training.data.prepare.faces import FACE_TAGS, Face, detect_face, estimate_face
from training.data.prepare.filters import Objection
from training.data.prepare.letterbox import pad_to_square, remove_letterbox
from training.data.prepare.planning import (
    Dropped,
    Planned,
    PrepareOptions,
    Skipped,
    picture_key,
    too_large,
)
from training.data.prepare.shards import ShardSample
from training.data.sources.planes import fit_size, flatten
from training.data.sources.scenes import ground_figure
from training.data.tagging import clean_tag

MOST_FACE_SHARE = 0.7
GREY_CHROMA = 6
"""Largest difference of two channels that still counts as grey: JPEG tints greys slightly."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Samples of one picture, and remarks on how its file was read."""

    path: str
    samples: tuple[ShardSample, ...]
    notes: tuple[str, ...]


def prepare_picture(
    folder: Path, planned: Planned, options: PrepareOptions, *, cascade: Cascade | None
) -> Prepared | Skipped | Dropped:
    """Read, trim, scale and encode one picture, with its face where one is wanted."""
    entry = planned.entry
    path = folder / entry.path
    try:
        picture = read_picture(path)
        if reason := _doubtful_reason(path, picture):
            return Skipped(entry.path, reason)
        rgba = _to_srgb(picture)
        if reason := too_large((rgba.shape[1], rgba.shape[0])):
            return Skipped(entry.path, reason)
        rgb = flatten(rgba)
        is_cut_out = bool((rgba[..., 3] < 255).any())
        if not is_cut_out:
            rgb = rgb[remove_letterbox(rgb, entry.true_size).slices]
        is_filtered = planned.part != "lines" and "grey" not in options.rules.off
        if is_filtered and is_colorless(rgb):
            return Dropped(entry.path, Objection("grey", "shows no colour"))
        rgb = _resize(rgb, options.long_side)
        alpha = _resize(rgba[..., 3], options.long_side) if is_cut_out else None
        face, figure = None, alpha
        if options.faces != "none" and planned.part != "lines":
            figure = ground_figure(rgb) if alpha is None else alpha
            face = _find_face(rgb, figure, cascade)
        samples = _encode(planned, options, rgb=rgb, alpha=alpha, face=face, figure=figure)
    except PictureError as error:
        return Skipped(entry.path, str(error).removeprefix(f"{path}: "))
    except (cv2.error, ValueError, MemoryError) as error:
        return Skipped(entry.path, f"cannot be prepared ({error or type(error).__name__})")
    return Prepared(entry.path, samples, picture.notes)


def _find_face(rgb: U8Array, figure: U8Array, cascade: Cascade | None) -> Face | None:
    """The face, unless its crop would be hardly less than the picture."""
    face = detect_face(rgb, cascade) if cascade else estimate_face(rgb, figure)
    if face is None or face.box.width * face.box.height > MOST_FACE_SHARE * figure.size:
        return None
    return face


def is_colorless(rgb_u8: U8Array) -> bool:
    """Whether hardly a pixel of uint8 (H, W, 3) differs from grey."""
    thin = rgb_u8[:: max(1, len(rgb_u8) // 256), :: max(1, rgb_u8.shape[1] // 256)]
    return float((np.ptp(thin, axis=2) > GREY_CHROMA).mean()) < 0.005


def _to_srgb(picture: Picture) -> U8Array:
    """The picture's pixels in sRGB; as they are where their profile cannot be used."""
    if picture.icc_profile is None:
        return picture.rgba_u8
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.icc_profile))
        converted = ImageCms.profileToProfile(
            Image.fromarray(np.ascontiguousarray(picture.rgba_u8[..., :3])),
            profile,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.rgba_u8
    return np.dstack([np.asarray(converted), picture.rgba_u8[..., 3]])


def _resize(pixels_u8: U8Array, long_side: int) -> U8Array:
    height, width = pixels_u8.shape[:2]
    size = fit_size(width, height, long_side=long_side)
    if size == (width, height):
        return pixels_u8
    image = Image.fromarray(np.ascontiguousarray(pixels_u8))
    return np.array(image.resize(size, Image.Resampling.LANCZOS))


def _encode(
    planned: Planned,
    options: PrepareOptions,
    *,
    rgb: U8Array,
    alpha: U8Array | None,
    face: Face | None,
    figure: U8Array | None,
) -> tuple[ShardSample, ...]:
    """The picture's sample, and its face's, whose ground is known from the whole picture."""
    key = picture_key(planned.entry.path)
    about = _about(planned)
    content = [0, 0, *rgb.shape[:2]]
    stored, stored_alpha = rgb, alpha
    if options.is_square:
        padded = pad_to_square(rgb)
        stored = padded.pixels_u8
        content[:2] = padded.window.top, padded.window.left
        stored_alpha = None if alpha is None else pad_to_square(alpha).pixels_u8
    files: dict[str, bytes] = {options.encoding: _picture_bytes(stored, options.encoding)}
    if stored_alpha is not None:
        files["figure.png"] = _picture_bytes(stored_alpha, "png")
    files["json"] = _json_bytes({**about, "kind": "picture", "content": content})
    samples = [ShardSample(key, files)]
    if face is not None:
        box = face.box
        rows, columns = slice(box.top, box.top + box.height), slice(box.left, box.left + box.width)
        face_about = {
            **about,
            "kind": "face",
            "content": [0, 0, box.height, box.width],
            **{name: [tag for tag in about[name] if _of_face(tag)] for name in ("tags", "named")},
            "colours": [tag for tag in planned.colors if _is_facial(tag)],
            "box": [box.top, box.left, box.height, box.width],
            "origin": face.origin,
        }
        face_files: dict[str, bytes] = {
            options.encoding: _picture_bytes(rgb[rows, columns], options.encoding),
            "json": _json_bytes(face_about),
        }
        if figure is not None:
            face_files["figure.png"] = _picture_bytes(figure[rows, columns], "png")
        samples.append(ShardSample(f"{key}-face", face_files))
    return tuple(samples)


def _about(planned: Planned) -> dict[str, Any]:
    entry = planned.entry
    return {
        "path": entry.path,
        "tags": list(planned.tags),
        "named": sorted({tag for each in entry.tags if (tag := clean_tag(each))}),
        "colours": list(planned.colors),
        "absent": list(planned.absent),
        "artists": list(entry.artists),
        "characters": list(entry.characters),
        "series": list(entry.series),
        "rating": entry.rating,
        "licence": entry.licence,
        "source": entry.source,
    }


def _of_face(tag: str) -> bool:
    return tag in FACE_TAGS or _is_facial(tag)


def _is_facial(tag: str) -> bool:
    return tag.endswith(("_hair", "_eyes", "_skin", "_eyewear", "_lips")) or tag == "tan"


def _json_bytes(content: object) -> bytes:
    return json.dumps(content, sort_keys=True).encode()


def _picture_bytes(pixels_u8: U8Array, encoding: str) -> bytes:
    stream = io.BytesIO()
    if encoding == "png":
        encode_png(stream, pixels_u8)
    else:
        image = Image.fromarray(np.ascontiguousarray(pixels_u8))
        image.save(stream, format="JPEG", quality=95, subsampling=0)
    return stream.getvalue()


def _doubtful_reason(path: Path, picture: Picture) -> str | None:
    """Why a file that can be read is left out all the same: its colours or origin are in doubt."""
    if picture.mode.startswith("CMYK"):
        return "CMYK, whose colours on a screen are a guess; convert it to RGB with its profile"
    named = path.suffix.lower()
    if named not in SUFFIXES_OF.get(picture.format, (named,)):
        right = SUFFIXES_OF[picture.format][0]
        return f"is {picture.format} inside, though named {named}; rename it to {right}"
    return None
