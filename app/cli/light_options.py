"""Options that say what light there is, and the light that they make."""

import argparse
from dataclasses import replace
from pathlib import Path

from app.cli.options import share
from app.document.project_file import SUFFIX, read_project
from app.errors import TintlineError, UsageError
from models.files.documents import DocumentError, read_json
from models.hints.tags import Rgb, parse_color
from models.lighting.light import (
    NO_LIGHT,
    PRESETS,
    Follows,
    Light,
    LightError,
    ShadeStyle,
    light_from_json,
    parse_angle,
)

DERIVED = "auto"
"""What stands for no tint of its own where a colour is asked for."""
_SCENES = "|".join(PRESETS)


def add_light_arguments(
    parser: argparse.ArgumentParser, usual: str = "none", *, is_of_cuts: bool = False
) -> None:
    """Options that say where light comes from, and in cuts what it goes along with.

    usual: what happens without, in words.
    """
    default = Light()
    parser.add_argument(
        "--light", metavar=f"ANGLE|{_SCENES}|FILE|{NO_LIGHT}", type=_light,
        help="where light comes from, in degrees clockwise: 0 from above, 90 from the right, 180 "
        "from behind and below; a scene's light; that of a project, a character card or a JSON "
        "file; none: what the generator shades, which is little; default: " + usual,
    )  # fmt: skip
    parser.add_argument(
        "--shade-style", choices=[style.value for style in ShadeStyle],
        help="with --light: one crisp tone of shade, two, or one that fades; default: cel",
    )  # fmt: skip
    parser.add_argument(
        "--shade-strength", metavar="0..1", type=share, dest="strength",
        help=f"with --light: how dark shade is; default: {default.strength:g}",
    )  # fmt: skip
    parser.add_argument(
        "--highlights", metavar="0..1", type=share,
        help=f"with --light: how bright highlights are; default: {default.highlights:g}",
    )  # fmt: skip
    parser.set_defaults(light_follows=None)
    if is_of_cuts:
        _add_follows(parser)
    for option, what in (
        ("--shade-tint", "shade turns to"),
        ("--highlight-tint", "highlights are"),
    ):
        parser.add_argument(
            option, metavar=f"COLOUR|{DERIVED}", type=_tint,
            help=f"with --light: the colour that {what}, as #7882be; {DERIVED}: what becomes each "
            "colour; default: the scene's, else auto",
        )  # fmt: skip


def _add_follows(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--light-follows", choices=[what.value for what in Follows],
        help="in a cut, with --light: whether it stays where it is for the camera or turns as the "
        "figure does; default: camera",
    )  # fmt: skip


def _light(text: str) -> Light | float | str:
    """A whole light, an angle, or the word for no light: what is not given is None."""
    word = text.strip().lower()
    if word in PRESETS:
        return PRESETS[word]
    try:
        if Path(text).is_file():
            return read_light(Path(text)) or NO_LIGHT
        angle = parse_angle(text)
    except (LightError, ValueError) as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return NO_LIGHT if angle is None else angle


def read_light(path: Path) -> Light | None:
    """The light of a project, of a character card or of a file of its own; None where it is off.

    Raises LightError naming the file.
    """
    try:
        if path.suffix.lower() == SUFFIX:
            return read_project(path).document.light
        content = read_json(path)
        light = content.get("light")
        return light_from_json((content if light is None else light).content, str(path))
    except (TintlineError, DocumentError) as error:
        raise LightError(str(error)) from error


def _tint(text: str) -> Rgb | str:
    if text.strip().lower() == DERIVED:
        return DERIVED
    try:
        return parse_color(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}, or {DERIVED}") from error


def chosen_light(arguments: argparse.Namespace, known: Light | None = None) -> Light | None:
    """The light asked for; None: none. Raises UsageError where one is only described.

    known  the light of the character, which the options change.
    """
    given = {
        "--shade-style": arguments.shade_style,
        "--shade-strength": arguments.strength,
        "--highlights": arguments.highlights,
        "--shade-tint": arguments.shade_tint,
        "--highlight-tint": arguments.highlight_tint,
        "--light-follows": arguments.light_follows,
    }
    asked = arguments.light
    if asked == NO_LIGHT or (asked is None and known is None):
        if named := [option for option, value in given.items() if value is not None]:
            raise UsageError(f"{named[0]}: there is no light; add --light ANGLE")
        return None
    light = known or Light()
    if isinstance(asked, Light):
        light = asked
    elif asked is not None:
        light = replace(light, angle_deg=asked)
    style, strength, highlights, tint, glow, follows = given.values()
    return replace(
        light,
        style=light.style if style is None else ShadeStyle(style),
        strength=light.strength if strength is None else strength,
        highlights=light.highlights if highlights is None else highlights,
        tint=_chosen_tint(tint, light.tint),
        glow=_chosen_tint(glow, light.glow),
        follows=light.follows if follows is None else Follows(follows),
    )


def _chosen_tint(asked: Rgb | str | None, own: Rgb | None) -> Rgb | None:
    if asked is None:
        return own
    return None if isinstance(asked, str) else asked
