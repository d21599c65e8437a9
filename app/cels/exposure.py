"""Which drawing each cel of a timesheet is.

A layer's drawings lie in a folder of its name, or carry it: ``A/0003.tga``, ``A0003.tga``,
``A_3.png``. A retake lies beside, as ``A.R1/0003.tga`` or ``A_R1_0003.tga``; where there are
several of one drawing, the latest is meant.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.batch.frames.frames import Frame
from app.cels.timesheet import Timesheet
from app.picture_names import fold_name

RETAKE = re.compile(r"[ ._-]*r(?:etake|t)?[ ._-]?(\d{1,3})$", re.IGNORECASE)
_SEPARATORS = " ._-"


@dataclass(frozen=True, slots=True)
class Exposure:
    """A timesheet beside the drawings of a cut.

    drawings  index of the drawing that a layer's cel is, by (layer, cel).
    missing   cels that the sheet shows and nobody drew, as layer and cel.
    """

    sheet: Timesheet
    drawings: dict[tuple[str, str], int]
    missing: tuple[tuple[str, str], ...]

    @property
    def used(self) -> tuple[int, ...]:
        """The drawings that the sheet shows, ascending."""
        return tuple(sorted(set(self.drawings.values())))

    def shown(self, frame: int) -> tuple[int, ...]:
        """The drawings that are seen in a frame, bottom to top."""
        found = (self.drawings.get(each) for each in self.sheet.shown(frame))
        return tuple(index for index in found if index is not None)

    def order(self) -> tuple[tuple[int, ...], ...]:
        """The drawings of every frame of the cut."""
        return tuple(self.shown(frame) for frame in range(self.sheet.frames))


@dataclass(frozen=True, slots=True)
class Cel:
    """What a drawing's name and folder say: layer and number as they are compared, and retake."""

    layer: str
    number: str
    retake: int = 0


def expose(sheet: Timesheet, frames: Sequence[Frame]) -> Exposure:
    """Find the drawing of each cel of a timesheet among a sequence's."""
    layers = {fold_name(layer.name) for layer in sheet.layers}
    latest: dict[tuple[str, str], tuple[int, int]] = {}
    for index, frame in enumerate(frames):
        for cel in cels_of(frame, layers):
            key = (cel.layer, cel.number)
            if key not in latest or latest[key][0] < cel.retake:
                latest[key] = (cel.retake, index)
    drawings, missing = {}, []
    for layer in sheet.layers:
        for name in layer.used:
            found = latest.get((fold_name(layer.name), _number_of(name, layer.name)))
            if found is None:
                missing.append((layer.name, name))
            else:
                drawings[layer.name, name] = found[1]
    return Exposure(sheet, drawings, tuple(missing))


def cels_of(frame: Frame, layers: Iterable[str]) -> tuple[Cel, ...]:
    """What a drawing may be, by the layers of a sheet, as they are compared."""
    folder = fold_name(frame.folder.rpartition("/")[2])
    stem = fold_name(frame.name)
    if frame.page is not None:
        stem = _without_page(stem)
    found = []
    for layer in layers:
        retake = _retake_of(folder, layer)
        if retake is not None:
            rest, own = _split_retake(stem)
            number = str(frame.page + 1) if frame.page is not None else _number_of(rest, layer)
            found.append(Cel(layer, number, max(retake, own)))
        elif stem.startswith(layer):
            retake, rest = _leading_retake(stem[len(layer) :])
            rest, own = _split_retake(rest)
            if frame.page is not None and not rest.strip(_SEPARATORS):
                found.append(Cel(layer, str(frame.page + 1), max(retake, own)))
            elif rest and (rest[0].isdecimal() or rest[0] in _SEPARATORS):
                found.append(Cel(layer, _number_of(rest, ""), max(retake, own)))
    return tuple(found)


def _without_page(stem: str) -> str:
    """The name of a file of several pages, of which a frame's name has the page's number."""
    return re.sub(r"[ ._-]*\d+$", "", stem)


def _retake_of(folder: str, layer: str) -> int | None:
    """The retake that a folder of a layer is, 0 for the first take; None: not of this layer."""
    if folder == layer:
        return 0
    match = RETAKE.match(folder[len(layer) :]) if folder.startswith(layer) else None
    return int(match[1]) if match else None


def _leading_retake(rest: str) -> tuple[int, str]:
    """``_r1_0003`` is 1 and ``_0003``."""
    match = re.match(r"[ ._-]*r(\d{1,3})(?=[ ._-])", rest)
    return (int(match[1]), rest[match.end() :]) if match else (0, rest)


def _split_retake(stem: str) -> tuple[str, int]:
    """A name without the retake at its end, and that."""
    match = RETAKE.search(stem)
    return (stem[: match.start()], int(match[1])) if match else (stem, 0)


def _number_of(name: str, layer: str) -> str:
    """A cel as it is compared: ``A0012`` of layer A is 12, ``0012a`` is 12a."""
    text = fold_name(name).strip(_SEPARATORS)
    own = fold_name(layer)
    if own and text.startswith(own) and text[len(own) :].strip(_SEPARATORS)[:1].isdecimal():
        text = text[len(own) :].strip(_SEPARATORS)
    return text.lstrip("0") or ("0" if text else "")
