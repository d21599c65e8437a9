"""References as files: coloured drawings, and the line art beside them."""

from functools import cache
from pathlib import Path

import numpy as np

import resources
from app.errors import TintlineError
from app.picture_names import NamedFiles, is_drawing, natural_key
from models.arrays import U8Array
from models.files.whole import make_folder
from models.hints.hints import TagSelection
from models.hints.parts import Part
from models.hints.tags import Vocabulary, load_vocabulary
from models.matching.references import MOST_REFERENCES, References
from models.matching.sheets import Reference
from models.pictures.files import PictureError, read_picture, write_png
from models.regions.drawn_lines import read_lines
from models.rows import row_bands

LINE_ENDINGS = (".line.png", "_line.png", ".line.webp", "_line.webp", ".line.tif", "_line.tif")
"""How line art that was kept apart is called beside its coloured drawing."""


class ReferenceFileError(TintlineError):
    """References that cannot be read; the message names the file and the remedy."""


def read_references(path: Path) -> References:
    """The coloured drawings of a file, or of a folder in the order of their names.

    Those in a folder within it are for the layer of cels of that name. Raises ReferenceFileError.
    """
    files = _colored(path)
    if not files:
        raise ReferenceFileError(f"{path}: holds no picture to take colours from")
    if len(files) > MOST_REFERENCES:
        raise ReferenceFileError(
            f"{path}: holds {len(files)} pictures, at most {MOST_REFERENCES} are references; "
            "choose the clearest"
        )
    return References(tuple(dict.fromkeys(read_reference(*each) for each in files)))


def reference_files(path: Path) -> list[Path]:
    """Every file that `read_references` reads of a file or a folder, line art too.

    Raises ReferenceFileError.
    """
    found = []
    for colored, _ in _colored(path):
        lines = NamedFiles(colored.parent).every(colored.stem, LINE_ENDINGS)
        found += [colored, *lines]
    return found


def _colored(path: Path) -> list[tuple[Path, str]]:
    """The coloured drawings of a file or a folder, each with the layer that it is for."""
    if not path.is_dir():
        return [(path, "")]
    try:
        layers = sorted((each for each in path.iterdir() if each.is_dir()), key=natural_key)
        files = [(each, "") for each in _drawings(path)]
        return files + [(each, layer.name) for layer in layers for each in _drawings(layer)]
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReferenceFileError(
            f"{path}: cannot be read ({reason}); change its permissions"
        ) from error


def _drawings(folder: Path) -> list[Path]:
    found = sorted((each for each in folder.iterdir() if is_drawing(each)), key=natural_key)
    return [each for each in found if not each.name.casefold().endswith(LINE_ENDINGS)]


def read_reference(path: Path, layer: str = "") -> Reference:
    """A coloured drawing and its line art, where a file NAME.line.png lies beside it.

    layer  the layer of cels that it is for; "": for every drawing. Raises ReferenceFileError.
    """
    try:
        picture = read_picture(path)
        line = NamedFiles(path.parent).find(path.stem, LINE_ENDINGS)
        line_u8 = None if line is None else read_lines(read_picture(line).rgba_u8).line_art.pixels
    except (PictureError, ValueError) as error:
        message = str(error)
        raise ReferenceFileError(
            message if str(path.parent) in message else f"{path}: {message}"
        ) from error
    try:
        return Reference(on_paper(picture.rgba_u8), path.name, line_u8, layer)
    except ValueError as error:
        raise ReferenceFileError(f"{path}: {error}") from error


def kept_reference_paths(folder: Path, references: References) -> tuple[Path, ...]:
    """The files that `write_references` writes."""
    paths = []
    for number, picture in enumerate(references.pictures, start=1):
        paths.append(folder / f"{number:02d}.png")
        if picture.line_u8 is not None:
            paths.append(folder / f"{number:02d}{LINE_ENDINGS[0]}")
    return tuple(paths)


def write_references(folder: Path, references: References) -> list[str]:
    """Write references as `read_references` reads them; the names of the coloured ones.

    Line art of an earlier one in the place of one without goes. Raises FileError, OSError.
    """
    if references:
        make_folder(folder)
    names = []
    for number, picture in enumerate(references.pictures, start=1):
        names.append(f"{number:02d}.png")
        write_png(folder / names[-1], picture.rgb_u8)
        line = folder / f"{number:02d}{LINE_ENDINGS[0]}"
        if picture.line_u8 is not None:
            write_png(line, picture.line_u8)
        else:
            line.unlink(missing_ok=True)
    return names


def on_paper(rgba_u8: U8Array) -> U8Array:
    """A picture, uint8 (H, W, 4), on white paper: uint8 (H, W, 3)."""
    rgb_u8 = np.ascontiguousarray(rgba_u8[..., :3])
    if int(rgba_u8[..., 3].min()) == 255:
        return rgb_u8
    for rows in row_bands(rgba_u8.shape):
        alpha = rgba_u8[rows, :, 3:].astype(np.uint16)
        shown = rgb_u8[rows] * alpha + 255 * (255 - alpha)
        rgb_u8[rows] = ((shown + 127) // 255).astype(np.uint8)
    return rgb_u8


def tagged_parts(tags: TagSelection) -> frozenset[Part]:
    """The parts of a figure that some tags colour, and that references therefore leave alone."""
    known = _vocabulary().by_name
    return frozenset(known[name].part for name in tags.names if name in known)


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(resources.TAGS)
