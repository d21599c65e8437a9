"""Options that several commands take, and what is read of them."""

import argparse
from dataclasses import replace
from pathlib import Path

from app.errors import UsageError
from app.inputs import read_allowed_colors, read_allowed_names
from models.hints.tags import Rgb
from models.lighting.light import NO_LIGHT, Light, ShadeStyle, parse_angle
from models.regions.drawn_lines import LineKind
from models.regions.regions import WIDEST_GAP

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
        "--gap", metavar="PIXELS", type=_gap,
        help="widest gap in the lines that is closed, 0 for none; default: by the picture's size",
    )  # fmt: skip


def _gap(text: str) -> float:
    try:
        gap = float(text)
    except ValueError:
        gap = -1.0
    if not 0 <= gap <= WIDEST_GAP:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no width of a gap; give 0 to {WIDEST_GAP:g} pixels"
        )
    return gap


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
        "Procreate (.swatches), Krita (.kpl), JASC (.pal) or Paint.NET (.txt), #rrggbb lines, or "
        "a JSON list",
    )  # fmt: skip


def allowed_colors(arguments: argparse.Namespace) -> tuple[tuple[Rgb, ...], dict[Rgb, str]]:
    """The colours of the palette and what it calls them; none without one. Raises UsageError."""
    if not arguments.palette:
        return (), {}
    return read_allowed_colors(arguments.palette), read_allowed_names(arguments.palette)


def add_light_arguments(parser: argparse.ArgumentParser, usual: str = "none") -> None:
    """Options that say where light comes from. usual: what happens without, in words."""
    parser.add_argument(
        "--light", metavar="ANGLE|none", type=_angle,
        help="where light comes from, in degrees clockwise: 0 from above, 90 from the right, 180 "
        "from behind and below, none: what the generator shades, which is little; default: "
        + usual,
    )  # fmt: skip
    parser.add_argument(
        "--shade-style", choices=[style.value for style in ShadeStyle],
        help="with --light: one crisp tone of shade, two, or one that fades; default: cel",
    )  # fmt: skip
    default = Light()
    parser.add_argument(
        "--shade-strength", metavar="0..1", type=_share, dest="strength",
        help=f"with --light: how dark shade is; default: {default.strength:g}",
    )  # fmt: skip
    parser.add_argument(
        "--highlights", metavar="0..1", type=_share,
        help=f"with --light: how bright highlights are; default: {default.highlights:g}",
    )  # fmt: skip


def _angle(text: str) -> float | str:
    """An angle, or the word for no light: what is not given is None."""
    try:
        angle = parse_angle(text)
        return NO_LIGHT if angle is None else angle
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share; give a number from 0 to 1")
    return share


def chosen_light(arguments: argparse.Namespace, known: Light | None = None) -> Light | None:
    """The light asked for; None: none. Raises UsageError where one is only described.

    known  the light of the character, which the options change.
    """
    given = {
        "--shade-style": arguments.shade_style,
        "--shade-strength": arguments.strength,
        "--highlights": arguments.highlights,
    }
    angle = arguments.light
    if angle == NO_LIGHT or (angle is None and known is None):
        if named := [option for option, value in given.items() if value is not None]:
            raise UsageError(f"{named[0]}: there is no light; add --light ANGLE")
        return None
    light = known or Light()
    light = light if angle is None else replace(light, angle_deg=angle)
    style, strength, highlights = given.values()
    return replace(
        light,
        style=light.style if style is None else ShadeStyle(style),
        strength=light.strength if strength is None else strength,
        highlights=light.highlights if highlights is None else highlights,
    )


def add_layer_argument(parser: argparse.ArgumentParser) -> None:
    """A layered file besides."""
    parser.add_argument(
        "--layers", choices=("ora", "psd", "psb"),
        help="write a layered file beside each picture too",
    )  # fmt: skip


def add_json_argument(parser: argparse.ArgumentParser) -> None:
    """How it is answered."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")
