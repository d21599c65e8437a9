"""Key frames of a sequence, told by the files of hints that lie in a folder."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from app.batch.frames.frames import FrameSequence
from app.batch.frames.numbering import place_names
from app.errors import PlanError
from app.inputs import HINT_ENDINGS, TAG_ENDINGS, read_hints
from app.picture_names import NamedFiles, fold_name
from models.hints.hint_files import HintFileError
from models.pictures.files import PictureError
from models.tracking.keys import KeyFrame


def find_keys(sequence: FrameSequence, hints: Path | None) -> tuple[KeyFrame, ...]:
    """Key frames: frames whose hints lie in the folder, or in the folder of the same name in it.

    Hints carry their frame's name; where they do not, as those of a retake, its cut and number do.

    Raises PlanError where a hint file cannot be used: a cut coloured by half of its keys would be
    coloured in vain.
    """
    if hints is None:
        return ()
    if not hints.is_dir():
        raise PlanError(f"{hints}: no such folder; key frames' hints are named as their frames")
    keys = []
    for index, path in sorted(_hint_files(sequence, hints).items()):
        try:
            given = read_hints(path, sequence.frames[index].size)
        except (HintFileError, PictureError) as error:
            raise PlanError(f"{error}; mend it or take it away") from error
        if len(given):
            keys.append(KeyFrame(index=index, hints=given, source=path))
    return tuple(keys)


def _hint_files(sequence: FrameSequence, hints: Path) -> dict[int, Path]:
    """Files of hints by the index of their frame: those of its name, else of its cut and number."""
    top = NamedFiles(hints)
    found: dict[int, Path] = {}
    folders: dict[str, list[int]] = {}
    for index, frame in enumerate(sequence.frames):
        folders.setdefault(frame.folder, []).append(index)
    for folder, indices in folders.items():
        own = NamedFiles(hints / folder) if folder else top
        for index in indices:
            frame = sequence.frames[index]
            for files in dict.fromkeys((own, top)):
                path = files.find(frame.name, HINT_ENDINGS, but=frame.source)
                if path is not None:
                    found[index] = path
                    break
        names = {index: sequence.frames[index].name for index in indices}
        taken = set(found.values()) | set(own.named(TAG_ENDINGS).values())
        spare = {n: p for n, p in own.named(HINT_ENDINGS).items() if p not in taken}
        found |= _of_same_number(names, spare, but=found)
    return found


def _of_same_number(
    names: Mapping[int, str], files: Mapping[str, Path], *, but: Container[int]
) -> dict[int, Path]:
    """Files for those names, except some, that alone have a file's cut and number."""
    named = place_names([*names.values(), *files], tells_versions=False)
    places = [(place.cut, place.number) for place in named]
    counts = Counter(places[: len(names)])
    indices = {place: index for place, index in zip(places, names) if counts[place] == 1}
    found = {}
    for place, path in zip(places[len(names) :], files.values()):
        index = indices.get(place)
        if index is not None and place[1] is not None and index not in but:
            found[index] = path
    return found


def borrowed_hints(sequence: FrameSequence, keys: Iterable[KeyFrame]) -> Iterator[str]:
    """What is said of key frames whose hints carry another name."""
    for key in keys:
        name = sequence.frames[key.index].name
        if key.source is not None and not fold_name(key.source.name).startswith(fold_name(name)):
            yield f"{name} takes the hints {key.source}, which carry its number"
