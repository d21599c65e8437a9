"""Files of a coloured frame: made once, put in place for every frame that shows the drawing."""

import hashlib
import io
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.batch.plan import BatchPlan
from app.batch.records import FrameRecord, ResultFolder, digest_of
from app.batch.thumbnails import THUMBNAIL_SIDE, encode_thumbnail
from app.export.coloring import layers_of
from app.export.layered import layer_writer
from app.export.png import colored_rows
from models.coloring.compose import FullColor
from models.files.partial import part_folder
from models.files.whole import copy_whole, make_folder, write_bytes
from models.hints.hints import HintSet
from models.pictures.files import Picture
from models.pictures.png import encode_png
from models.regions.drawn_lines import DrawnLines
from models.rows import PackedRows, sampled


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameFiles:
    """The files of one drawing, made and not yet in their places.

    png, thumbnail  encoded; layers  the layered file, None if none is wanted.
    """

    plan: BatchPlan
    folder: ResultFolder
    png: bytes
    thumbnail: bytes
    layers: Path | None

    @classmethod
    @contextmanager
    def of(
        cls,
        plan: BatchPlan,
        folder: ResultFolder,
        picture: Picture,
        result: FullColor[PackedRows],
        *,
        lines: DrawnLines,
        hints: HintSet,
    ) -> Iterator["FrameFiles"]:
        """Make them; what lies on the disk meanwhile goes in the end.

        hints  as the layered file shows them. Raises FileError, OSError.
        """
        stream = io.BytesIO()
        colored = colored_rows(picture, result.rgba_u8, lines)
        facts: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
        encode_png(stream, colored, **facts)
        size = picture.size
        # A little larger at first, so that thin lines survive the last step.
        larger = size.scaled_to(min(size.long_side, 3 * THUMBNAIL_SIDE))
        thumbnail = encode_thumbnail(sampled(colored, larger))
        with ExitStack() as scratch:
            layers: Path | None = None
            if suffix := plan.settings.layers:
                make_folder(folder.kept)
                layers = scratch.enter_context(part_folder(folder.kept)) / f"layers{suffix}"
                nodes = layers_of(
                    picture, result, hints, lines=lines, names=plan.color_names,
                    light=plan.settings.light,
                )  # fmt: skip
                layer_writer(suffix)(layers, nodes, size, **facts)
            yield cls(
                plan=plan, folder=folder, png=stream.getvalue(), thumbnail=thumbnail, layers=layers
            )

    def put(self, index: int, facts: Mapping[str, object]) -> None:
        """Write a frame's record, then its files, the picture last. Raises FileError."""
        label = self.plan.frames[index].label
        targets = self.plan.targets(index)
        make_folder(targets[-1].parent)
        digests = {targets[-1].suffix: hashlib.sha256(self.png).hexdigest()}
        if self.layers is not None:
            digests[targets[0].suffix] = digest_of(self.layers)
        replaced = {path.suffix: digest_of(path) for path in targets if path.exists()}
        thumbnail = self.folder.thumbnail_path(label)
        make_folder(thumbnail.parent)
        write_bytes(thumbnail, self.thumbnail)
        record = FrameRecord(
            label=label,
            fingerprint=self.plan.fingerprint(index),
            files=digests,
            replaced=replaced,
            facts=facts,
        )
        self.folder.write_record(record)
        if self.layers is not None:
            copy_whole(self.layers, targets[0])
        write_bytes(targets[-1], self.png)
