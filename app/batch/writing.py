"""Files of a coloured frame: made once, put in place for every frame that shows the drawing."""

import hashlib
import io
import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.batch.measure import sampled
from app.batch.plan import BatchPlan
from app.batch.records import FrameRecord, ResultFolder, digest_of, make_folder, write_bytes
from app.export.colouring import layers_of
from app.export.ora import write_ora
from app.export.png import coloured_rows
from models.conditioning import HintSet
from models.drawn_lines import DrawnLines
from models.geometry import Size
from models.picture_files import Picture, PictureError
from models.png_writer import encode_png
from models.rows import PackedRows
from models.runtime.compose import FullColour

THUMBNAIL_SIDE = 256
OPENRASTER = ".ora"


class FrameFiles:
    """The files of one drawing; leaving it takes away what was made on the way.

    hints  as the layered file shows them.
    """

    def __init__(
        self,
        plan: BatchPlan,
        folder: ResultFolder,
        picture: Picture,
        result: FullColour[PackedRows],
        *,
        lines: DrawnLines,
        hints: HintSet,
    ) -> None:
        self._plan = plan
        self._folder = folder
        stream = io.BytesIO()
        coloured = coloured_rows(picture, result.rgba_u8, lines)
        facts: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
        encode_png(stream, coloured, **facts)
        self._png = stream.getvalue()
        size = picture.size
        # A little larger at first, so that thin lines survive the last step.
        larger = size.scaled_to(min(size.long_side, 3 * THUMBNAIL_SIDE))
        self._thumbnail = encode_thumbnail(sampled(coloured, larger))
        self._layers: Path | None = None
        if suffix := plan.settings.layers:
            make_folder(folder.kept)
            self._layers = _stage(folder.kept, suffix)
            layers = layers_of(picture, result, hints, lines=lines, names=plan.color_names)
            if suffix == OPENRASTER:
                write_ora(self._layers, layers, size, **facts)
            else:
                from app.export.psd import write_psd  # noqa: PLC0415 - psd-tools loads slowly

                write_psd(self._layers, layers, size, **facts)

    def __enter__(self) -> "FrameFiles":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._layers is not None:
            with suppress(OSError):
                self._layers.unlink()

    def put(self, index: int, facts: Mapping[str, object]) -> None:
        """Write a frame's record, then its files, the picture last. Raises PictureError."""
        label = self._plan.frames[index].label
        targets = self._plan.targets(index)
        make_folder(targets[-1].parent)
        digests = {targets[-1].suffix: hashlib.sha256(self._png).hexdigest()}
        staged: Path | None = None
        if self._layers is not None:
            staged = _stage(self._folder.kept, self._plan.settings.layers)
            _move_or_copy(self._layers, staged, shutil.copyfile)
            digests[targets[0].suffix] = digest_of(staged)
        replaced = {path.suffix: digest_of(path) for path in targets if path.exists()}
        thumbnail = self._folder.thumbnail_path(label)
        make_folder(thumbnail.parent)
        write_bytes(thumbnail, self._thumbnail)
        record = FrameRecord(
            label=label,
            fingerprint=self._plan.fingerprint(index),
            files=digests,
            replaced=replaced,
            facts=facts,
        )
        self._folder.write_record(record)
        if staged is not None:
            _move_or_copy(staged, targets[0], os.replace)
        write_bytes(targets[-1], self._png)


def encode_thumbnail(pixels_u8: NDArray[np.uint8]) -> bytes:
    """A picture, uint8 (H, W, 3 or 4), as a small WebP."""
    size = Size(*pixels_u8.shape[:2])
    small = size.scaled_to(min(size.long_side, THUMBNAIL_SIDE))
    small_u8 = cv2.resize(pixels_u8, (small.width, small.height), interpolation=cv2.INTER_AREA)
    stream = io.BytesIO()
    Image.fromarray(np.asarray(small_u8, dtype=np.uint8)).save(stream, "WEBP", quality=80)
    return stream.getvalue()


def _stage(folder: Path, suffix: str) -> Path:
    """A name of its own for a file that is not in its place yet."""
    return folder / f".stage-{secrets.token_hex(6)}{suffix}"


def _move_or_copy(source: Path, target: Path, act: Any) -> None:
    try:
        act(source, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PictureError(
            f"{target}: cannot be written ({reason}); free space or choose another folder"
        ) from error
