"""Swatches of a document, and the palette files they come from."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.document.color_sets import ColorSets
from app.document.palettes.files import GIMP_SUFFIX, WRITERS, read_swatches
from app.document.palettes.swatches import Swatches
from app.errors import PaletteError
from models.files.names import printable
from models.files.whole import FileError, write_bytes
from models.hints.tags import Rgb, format_color
from models.pictures.files import PictureError

MAX_COLORS = 1024
OPENTOONZ_SUFFIX = ".tpl"


@dataclass(frozen=True, slots=True)
class Palette:
    """Distinct sRGB swatches in order; `locked` allows the generator no other colour.

    titles  what the swatches are called, one for each, "" for those without a name.
    """

    colors: tuple[Rgb, ...] = ()
    locked: bool = False
    name: str = ""
    titles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        titles = (*self.titles, *[""] * (len(self.colors) - len(self.titles)))
        named = dict(reversed(list(zip(self.colors, titles))))  # the first one counts
        colors = tuple(dict.fromkeys(self.colors))
        if len(colors) > MAX_COLORS:
            raise PaletteError(
                f"a palette holds at most {MAX_COLORS} colours; {self.name!r} has {len(colors)}"
            )
        for color in colors:
            if len(color) != 3 or any(not 0 <= channel <= 255 for channel in color):
                raise PaletteError(f"a swatch is three bytes 0 to 255; got {color}")
        object.__setattr__(self, "colors", colors)
        object.__setattr__(self, "titles", tuple(named[color] for color in colors))

    @property
    def allowed(self) -> tuple[Rgb, ...]:
        """The only colours a generator may use; empty: any."""
        return self.colors if self.locked else ()

    def add(self, color: Rgb) -> "Palette":
        """The palette with one more swatch at its end."""
        return replace(self, colors=(*self.colors, color))

    def remove(self, color: Rgb) -> "Palette":
        """The palette without this swatch."""
        kept = [each for each in zip(self.colors, self.titles) if each[0] != color]
        return replace(
            self, colors=tuple(color for color, _ in kept), titles=tuple(title for _, title in kept)
        )

    def replaced(self, old: Rgb, new: Rgb) -> "Palette":
        """The palette with another colour in a swatch's place, under the same name."""
        if old not in self.colors:
            return self
        if new in self.colors:
            return self.remove(old)
        return replace(self, colors=tuple(new if color == old else color for color in self.colors))

    def title(self, color: Rgb) -> str:
        """What a swatch is called, or how its colour is written."""
        titles = dict(zip(self.colors, self.titles))
        return titles.get(color) or format_color(color)


def read_palette(path: Path) -> Palette:
    """Read a palette file of any kind (app.document.palettes.files); unlocked.

    It is named as it says itself, else as its file. Raises PaletteError naming the file.
    """
    swatches = _read(path)
    colors, titles = zip(*swatches.entries)
    try:
        return Palette(colors, name=swatches.name or path.stem, titles=titles)
    except PaletteError as error:
        raise PaletteError(f"{path}: {error}") from error


def read_sets(path: Path) -> ColorSets | None:
    """The colour sets that a palette file holds, by its colours; None if it holds none.

    Raises PaletteError.
    """
    return _read(path).sets


def write_palette(palette: Palette, path: Path, sets: ColorSets | None = None) -> None:
    """Write a palette of the kind that the file's ending says, GIMP's for those not known.

    sets  by the palette's colours; GIMP's palettes and JSON hold them.
    Raises PaletteError naming the file.
    """
    packed = WRITERS.get(path.suffix.lower(), WRITERS[GIMP_SUFFIX])
    entries = tuple(zip(palette.colors, palette.titles))
    content = packed(Swatches(entries, printable(path.stem), sets))
    try:
        write_bytes(path, content)
    except FileError as error:
        raise PaletteError(str(error)) from error


def read_color_names(path: Path) -> dict[Rgb, str]:
    """What a palette file calls its colours; those without a name are left out.

    Raises PaletteError naming the file.
    """
    return {color: title for color, title in reversed(_read(path).entries) if title}


def _read(path: Path) -> Swatches:
    """What a palette file holds, one colour at least."""
    try:
        swatches = read_swatches(path)
    except FileNotFoundError as error:
        raise PaletteError(f"{path}: there is no such palette; check its name") from error
    except PictureError as error:  # names the file
        raise PaletteError(str(error)) from error
    except OSError as error:
        raise PaletteError(f"{path}: cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        comma = "," if str(error).startswith("line ") else ":"
        raise PaletteError(f"{path}{comma} {error}") from error
    if not swatches.entries:
        raise PaletteError(f"{path}: holds no colour; write one #rrggbb a line")
    return swatches
