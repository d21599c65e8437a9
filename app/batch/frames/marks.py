"""What an artist drew on single frames of a cut, besides hints: light, barriers and joins.

Each kind is kept in a folder of its own, in files that are named as their frames.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.batch.frames.frames import Frame
from app.document.document import Document
from app.errors import PlanError
from models.files.documents import DocumentError, Value, read_json
from models.files.names import labelled
from models.files.whole import make_folder, write_json
from models.lighting.light import LightError
from models.lighting.strokes import LightStrokes, strokes_from_json, strokes_to_json
from models.regions.barriers import (
    BarrierError,
    Barriers,
    barriers_from_json,
    barriers_to_json,
)
from models.regions.wishes import JoinError, Joins, joins_from_json, joins_to_json

LIGHT_ENDING, REGIONS_ENDING = ".light.json", ".regions.json"


@dataclass(frozen=True, slots=True)
class FrameMarks:
    """What was drawn on one frame, and is of no other one.

    strokes   of light.
    barriers  that keep colours apart; joins  what makes regions one.
    """

    strokes: LightStrokes = ()
    barriers: Barriers = ()
    joins: Joins = ()

    @classmethod
    def of(cls, document: Document) -> "FrameMarks":
        """Those of a frame that is open."""
        return cls(document.light_strokes, document.barriers, document.joins)

    @property
    def bounds(self) -> dict[str, object]:
        """What bounds regions besides the lines, for JSON; empty where nothing does."""
        told = {"barriers": barriers_to_json(self.barriers), "joins": joins_to_json(self.joins)}
        return {name: paths for name, paths in told.items() if paths}


NO_MARKS = FrameMarks()


def marks_paths(light: Path, regions: Path, label: str) -> tuple[Path, Path]:
    """Where a frame's marks are kept: strokes of light, and what bounds its regions."""
    return labelled(light, label, LIGHT_ENDING), labelled(regions, label, REGIONS_ENDING)


def read_marks(
    frames: Sequence[Frame], *, light: Path | None = None, regions: Path | None = None
) -> Mapping[int, FrameMarks]:
    """Marks by their frame's index, of the folders that are given. Raises PlanError."""
    for folder, what in ((light, "strokes of light"), (regions, "barriers and joins")):
        if folder is not None and not folder.is_dir():
            raise PlanError(f"{folder}: no such folder; {what} are named as their frames")
    found = {}
    for index, frame in enumerate(frames):
        marks = NO_MARKS
        try:
            if light is not None:
                path = labelled(light, frame.label, LIGHT_ENDING)
                strokes = (
                    strokes_from_json(read_json(path).content, str(path)) if path.is_file() else ()
                )
                marks = replace(marks, strokes=strokes)
            if regions is not None:
                path = labelled(regions, frame.label, REGIONS_ENDING)
                marks = _with_bounds(marks, read_json(path)) if path.is_file() else marks
        except (DocumentError, LightError, BarrierError, JoinError) as error:
            raise PlanError(f"{error}; mend it or take it away") from error
        if marks != NO_MARKS:
            found[index] = marks
    return found


def _with_bounds(marks: FrameMarks, read: Value) -> FrameMarks:
    barriers, joins = read.get("barriers"), read.get("joins")
    return replace(
        marks,
        barriers=barriers_from_json(barriers.content, barriers.origin) if barriers else (),
        joins=joins_from_json(joins.content, joins.origin) if joins else (),
    )


def write_marks(light: Path, regions: Path, label: str, marks: FrameMarks) -> None:
    """Keep a frame's marks; without any of a kind there is no file. Raises FileError."""
    told = (strokes_to_json(marks.strokes), marks.bounds)
    for path, content in zip(marks_paths(light, regions, label), told):
        if content:
            make_folder(path.parent)
            write_json(path, content)
        else:
            path.unlink(missing_ok=True)
