"""Swatches of a document, and the palette files they come from."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import PaletteError
from models.tags import Rgb, format_color, parse_color
from models.whole_files import FileError, write_bytes

MAX_COLORS = 1024
OPENTOONZ_SUFFIX = ".tpl"
_NO_NAMES = ("Untitled",)
"""What GIMP calls a colour without a name."""


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

    def title(self, color: Rgb) -> str:
        """What a swatch is called, or how its colour is written."""
        titles = dict(zip(self.colors, self.titles))
        return titles.get(color) or format_color(color)


def read_palette(path: Path) -> Palette:
    """Read a GIMP palette (.gpl), or any text of one #rrggbb a line; unlocked, named as its file.

    Blank lines and lines that begin with ; or // are left out, so is what follows a colour.
    Raises PaletteError naming file and line.
    """
    name, entries = _read_entries(path)
    try:
        colors, titles = zip(*entries)
        return Palette(colors, name=name, titles=titles)
    except PaletteError as error:
        raise PaletteError(f"{path}: {error}") from error


def write_palette(palette: Palette, path: Path) -> None:
    """Write a GIMP palette (.gpl), which Krita, GIMP and Inkscape read too.

    Raises PaletteError naming the file.
    """
    rows = [
        f"{red:3d} {green:3d} {blue:3d}\t{title or _NO_NAMES[0]}"
        for (red, green, blue), title in zip(palette.colors, palette.titles)
    ]
    text = "\n".join(["GIMP Palette", f"Name: {path.stem}", "Columns: 0", "#", *rows, ""])

    try:
        write_bytes(path, text.encode("utf-8"))
    except FileError as error:
        raise PaletteError(str(error)) from error


def read_color_names(path: Path) -> dict[Rgb, str]:
    """What a palette file calls its colours; those without a name are left out.

    Raises PaletteError naming file and line.
    """
    _, entries = _read_entries(path)
    return {color: title for color, title in reversed(entries) if title}


def _read_entries(path: Path) -> tuple[str, list[tuple[Rgb, str]]]:
    """The palette's name, and its colours with their names, "" where they have none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise PaletteError(f"{path}: there is no such palette; check its name") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PaletteError(f"{path}: cannot be read ({error})") from error
    is_gimp = bool(lines) and lines[0].strip() == "GIMP Palette"
    name, entries = path.stem, []
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or (is_gimp and number == 1):
            continue
        if is_gimp and text.startswith(("#", "Name:", "Columns:")):
            name = text.removeprefix("Name:").strip() if text.startswith("Name:") else name
            continue
        if not is_gimp and text.startswith((";", "//")):
            continue
        try:
            color = _read_gimp_color(text) if is_gimp else parse_color(text.split()[0])
        except ValueError as error:
            raise PaletteError(f"{path}, line {number}: {error}") from error
        title = " ".join(text.split()[3 if is_gimp else 1 :])
        entries.append((color, "" if title in _NO_NAMES else title))
    if not entries:
        raise PaletteError(f"{path}: holds no colour; write one #rrggbb a line")
    return name, entries


def _read_gimp_color(text: str) -> Rgb:
    numbers = text.split()[:3]
    if len(numbers) != 3 or not all(number.isdigit() and int(number) <= 255 for number in numbers):
        raise ValueError(f"{text!r} is not a colour; expected three numbers 0 to 255")
    red, green, blue = (int(number) for number in numbers)
    return red, green, blue
