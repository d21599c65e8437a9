"""Options that several commands take, and what is read of them."""

import argparse
from dataclasses import replace
from pathlib import Path

from app.document.color_sets import NO_SETS, ColorSets
from app.errors import PaletteError, UsageError
from app.inputs import read_allowed_colors, read_allowed_names, read_color_sets
from app.references.files import ReferenceFileError, read_references, reference_files
from models.hints.tags import Rgb
from models.lighting.light import Light
from models.line_color import LineColor
from models.matching.references import References, UnusableReferenceError
from models.regions.drawn_lines import LineKind
from models.regions.regions import WIDEST_GAP
from models.regions.wishes import WIDEST_SMALLEST, RegionWishes
from models.spec import MOST_VARIANTS

AUTO = "auto"
_SIZES = range(64, 8193)


def add_generator_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that choose a generator, its size and its device."""
    parser.add_argument("--generator", metavar="NAME", help="see `tintline models`")
    parser.add_argument(
        "--size", metavar="N", type=_side, default=0,
        help="long side in pixels at which colours are found; default: the generator's own",
    )  # fmt: skip
    add_device_argument(parser)


def add_device_argument(parser: argparse.ArgumentParser) -> None:
    """What computes."""
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def _side(text: str) -> int:
    side = int(text) if text.isdecimal() else 0
    if side not in _SIZES:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no long side; give {_SIZES.start} to {_SIZES.stop - 1} pixels"
        )
    return side


def add_line_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that say what of a drawing is line and whether its paper stays."""
    parser.add_argument(
        "--lines", choices=(AUTO, *LineKind), default=AUTO,
        help="what is line: what is darker than the paper, what is lighter, or all that is on a "
        "transparent sheet; default: find out for each picture",
    )  # fmt: skip
    parser.add_argument(
        "--clean-paper", action="store_true",
        help="take the paper off: the lines alone lie over the colours",
    )  # fmt: skip
    parser.add_argument(
        "--line-colour", "--line-color", dest="line_color", metavar="COLOUR|auto",
        type=_line_color,
        help="colour of the lines, as #503028, or auto: a dark tone of the flat colour beside "
        "each; default: as they are drawn",
    )  # fmt: skip
    parser.add_argument(
        "--gap", metavar="PIXELS", type=_gap,
        help="widest gap in the lines that is closed, 0 for none; default: by the picture's size",
    )  # fmt: skip

    parser.add_argument(
        "--smallest", metavar="PIXELS", type=_smallest,
        help="side of the smallest region, below which it joins its neighbour; default: by the "
        "picture's size",
    )  # fmt: skip


def _line_color(text: str) -> LineColor:
    try:
        return LineColor.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}, or auto") from error


def _gap(text: str) -> float:
    return _pixels(text, "width of a gap", WIDEST_GAP)


def _smallest(text: str) -> float:
    return _pixels(text, "side of a region", WIDEST_SMALLEST)


def _pixels(text: str, what: str, most: float) -> float:
    try:
        pixels = float(text)
    except ValueError:
        pixels = -1.0
    if not 0 <= pixels <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is no {what}; give 0 to {most:g} pixels")
    return pixels


def region_wishes(arguments: argparse.Namespace) -> RegionWishes:
    """How regions are wanted."""
    return RegionWishes(arguments.gap, arguments.smallest)


def line_kind(arguments: argparse.Namespace) -> LineKind | None:
    """What the lines are; None: to be found out."""
    return None if arguments.lines == AUTO else LineKind(arguments.lines)


def add_color_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that say which colours everything has."""
    parser.add_argument(
        "--tags", metavar="TAGS", default="", help="colour tags, as blue_hair,red_eyes"
    )
    parser.add_argument(
        "--palette", metavar="FILE", type=Path,
        help="the only colours to use: a palette of GIMP (.gpl), Adobe (.aco, .ase, .act), "
        "Procreate (.swatches), Krita (.kpl), JASC (.pal) or Paint.NET (.txt), #rrggbb lines, "
        "a JSON list, or those of a project",
    )  # fmt: skip
    parser.add_argument(
        "--colour-set", metavar="NAME", dest="color_set",
        help="the colours of a scene, as night, of those that --palette or --card holds; default: "
        "the set that is shown there",
    )  # fmt: skip


def add_reference_argument(parser: argparse.ArgumentParser) -> None:
    """Coloured drawings to take colours from."""
    parser.add_argument(
        "--reference", metavar="FILE|FOLDER", type=Path, action="append", default=[],
        dest="references",
        help="a coloured drawing, or a folder of them, of the same things: regions take their "
        "colours from it, hints and tags outrank it, and what it does not show stays white and is "
        "listed; NAME.line.png beside NAME.png is its line art; may be given several times",
    )  # fmt: skip


def chosen_references(arguments: argparse.Namespace) -> References:
    """The references that are asked for. Raises UsageError."""
    found = References()
    for path in arguments.references:
        try:
            found = found.with_pictures(read_references(path).pictures)
        except (ReferenceFileError, UnusableReferenceError) as error:
            raise UsageError(f"--reference {error}") from error
    return found


def files_of_references(arguments: argparse.Namespace) -> list[Path]:
    """The files that `chosen_references` read."""
    return [file for path in arguments.references for file in reference_files(path)]


def allowed_colors(arguments: argparse.Namespace) -> tuple[tuple[Rgb, ...], dict[Rgb, str]]:
    """The colours of the palette and what it calls them; none without one. Raises UsageError."""
    if not arguments.palette:
        return (), {}
    return read_allowed_colors(arguments.palette), read_allowed_names(arguments.palette)


def chosen_sets(arguments: argparse.Namespace, known: ColorSets = NO_SETS) -> ColorSets:
    """What colours are shown as. known: as the character's card says. Raises UsageError."""
    sets = known
    if arguments.palette and (found := read_color_sets(arguments.palette)) is not None:
        sets = found
    if arguments.color_set is None:
        return sets
    try:
        return sets.activated(arguments.color_set)
    except PaletteError as error:
        raise UsageError(f"--colour-set {arguments.color_set}: {error}") from error


def with_tones(light: Light | None, sets: ColorSets) -> Light | None:
    """A light, with the tones that colours have of their own."""
    return None if light is None else replace(light, own=sets.tones)


def share(text: str) -> float:
    """A number from 0 to 1, for argparse."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share; give a number from 0 to 1")
    return share


def add_painting_arguments(parser: argparse.ArgumentParser) -> None:
    """What becomes of the generator's painting."""
    parser.add_argument(
        "--tidy", metavar="0..1", type=share,
        help="0: the generator's own picture; 0.5: one hue a region, its light kept; 1: one colour "
        "a region; default: the generator's own",
    )  # fmt: skip
    parser.add_argument(
        "--variant", metavar="N", type=_variant, default=0,
        help="of a generator that makes several pictures, which one, from 1; default: the first",
    )  # fmt: skip


def _variant(text: str) -> int:
    """The number of a picture from 0, for argparse."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_VARIANTS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no picture's number; give 1 to {MOST_VARIANTS}"
        )
    return int(text) - 1


def add_layer_argument(parser: argparse.ArgumentParser) -> None:
    """A layered file besides."""
    parser.add_argument(
        "--layers", choices=("ora", "psd", "psb"),
        help="write a layered file beside each picture too",
    )  # fmt: skip


def add_json_argument(parser: argparse.ArgumentParser) -> None:
    """How it is answered."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")
