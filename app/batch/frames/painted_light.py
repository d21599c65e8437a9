"""Light that an artist painted on single frames of a cut, kept in a folder of its own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.batch.frames.frames import Frame
from app.errors import PlanError
from models.files.documents import DocumentError, read_json
from models.files.names import labelled
from models.files.whole import make_folder, write_json
from models.lighting.light import LightError
from models.lighting.strokes import LightStrokes, strokes_from_json, strokes_to_json

ENDING = ".light.json"


def painted_light_path(folder: Path, label: str) -> Path:
    """Where a frame's strokes of light are kept."""
    return labelled(folder, label, ENDING)


def read_painted_light(frames: Sequence[Frame], folder: Path | None) -> Mapping[int, LightStrokes]:
    """Strokes of light by their frame's index; none without a folder. Raises PlanError."""
    if folder is None:
        return {}
    if not folder.is_dir():
        raise PlanError(f"{folder}: no such folder; strokes of light are named as their frames")
    found = {}
    for index, frame in enumerate(frames):
        path = painted_light_path(folder, frame.label)
        if not path.is_file():
            continue
        try:
            strokes = strokes_from_json(read_json(path).content, str(path))
        except (DocumentError, LightError) as error:
            raise PlanError(f"{error}; mend it or take it away") from error
        if strokes:
            found[index] = strokes
    return found


def write_painted_light(folder: Path, label: str, strokes: LightStrokes) -> None:
    """Keep a frame's strokes of light; without any there is no file. Raises FileError."""
    path = painted_light_path(folder, label)
    if not strokes:
        path.unlink(missing_ok=True)
        return
    make_folder(path.parent)
    write_json(path, strokes_to_json(strokes))
