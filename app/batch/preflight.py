"""What would make a batch fail, found before hours are lost."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from app import artist_files
from app.batch.frames.frames import FrameSequence
from app.batch.plan import BatchPlan
from app.batch.records import ResultFolder
from app.inputs import HINT_ENDINGS, TAG_ENDINGS
from app.picture_names import NamedFiles
from models.files.partial import part_file
from models.files.whole import FileError, make_folder
from models.tracking.keys import KeyFrame

PICTURE_BYTES = 0.6
"""Bytes that a pixel of a coloured picture takes on the disk: rich shading, measured high."""
LAYERS_BYTES = 3.0
"""The same of a layered file."""
FRAME_BYTES = 48 << 10
"""What is kept of a frame beside its files: record and small picture."""
SPARE_BYTES = 64 << 20
MOST_TOLD = 3


def estimated_bytes(plan: BatchPlan, indices: Iterable[int]) -> int:
    """How much disk these frames' files will need, rather too much than too little."""
    rate = PICTURE_BYTES + (LAYERS_BYTES if plan.settings.layers else 0.0)
    sizes = (plan.frames[index].size for index in indices)
    return sum(round(size.height * size.width * rate) + FRAME_BYTES for size in sizes)


def find_obstacles(
    plan: BatchPlan, read: Iterable[Path], *, part: str = "", also_written: Iterable[Path] = ()
) -> list[str]:
    """Why the plan's files cannot be written, a sentence each; empty if they can.

    read, also_written  files that were read for the plan, and what is written besides by it.
    The folder of results is made, and a file is written into it and taken away again.
    """
    harmed = artist_files.among((*written_by(plan, part), *also_written), read)
    if harmed:
        drawings = {t: plan.frames[i].source for i in plan.selected for t in plan.targets(i)}
        told = list(harmed.items())[:MOST_TOLD]
        return [artist_files.refusal(path, read, drawings.get(path)) for path, read in told]
    obstacles = []
    try:
        _try_writing(plan.out)
    except FileError as error:
        return [str(error)]
    for folder in sorted({plan.target(index).parent for index in plan.selected}):
        if folder.exists() and not (folder.is_dir() and os.access(folder, os.W_OK)):
            obstacles.append(f"{folder}: may not be written; change its permissions")
    locked = [
        path
        for index in plan.selected
        for path in plan.targets(index)
        if path.exists() and not os.access(path, os.W_OK)
    ]
    if locked:
        more = f" and {len(locked) - 1} more" if len(locked) > 1 else ""
        obstacles.append(f"{locked[0]}{more}: write-protected; change the permissions")
    return obstacles or _too_little_space(plan)


def read_for(
    sequence: FrameSequence, keys: Iterable[KeyFrame], hints: Path | None
) -> Iterator[Path]:
    """Files that make up a sequence, and all that are called as hints of its frames.

    hints  the folder of them.
    """
    yield from sequence.files
    yield from (key.source for key in keys if key.source is not None)
    if hints is None:
        return
    top = NamedFiles(hints)
    folders = {folder: NamedFiles(hints / folder) for folder in {f.folder for f in sequence.frames}}
    for frame in sequence.frames:
        for files in dict.fromkeys((folders[frame.folder], top)):
            yield from files.every(frame.name, (*HINT_ENDINGS, *TAG_ENDINGS))


def written_by(plan: BatchPlan, part: str = "") -> Iterator[Path]:
    """Every file that carrying out a plan writes; `part` as of write_report."""
    folder = ResultFolder(plan.out)
    report = folder.report_files(part)
    yield from (folder.journal_path(part), folder.facts_path, report.json, report.sheet)
    for index in plan.selected:
        label = plan.frames[index].label
        yield from (*plan.targets(index), folder.record_path(label), folder.thumbnail_path(label))
        yield folder.paint_path(label)


def _try_writing(out: Path) -> None:
    """Raises FileError."""
    kept = ResultFolder(out).kept
    make_folder(kept)
    try:
        with part_file(kept) as (_, stream):
            stream.write(b"tintline")
    except OSError as error:
        raise FileError(
            f"{kept}: may not be written ({error.strerror or error}); change its permissions, or "
            "choose another folder for results"
        ) from error


def _too_little_space(plan: BatchPlan) -> list[str]:
    missing = [index for index in plan.selected if not plan.target(index).exists()]
    if not missing:
        return []
    needed = estimated_bytes(plan, missing) + SPARE_BYTES
    try:
        free = shutil.disk_usage(plan.out).free
    except OSError:
        return []
    if free >= needed:
        return []
    return [
        f"{plan.out}: {len(missing)} frames need about {needed / 1e9:.2f} GB and {free / 1e9:.2f} "
        "GB are free; free some space, or choose a folder on another disk"
    ]
