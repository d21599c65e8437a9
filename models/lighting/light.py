"""The light that an artist sets: where it comes from, how hard and how strong it is, its tints."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import cos, isfinite, radians, sin

from models.files.documents import DocumentError, Value, shown
from models.hints.tags import Rgb, format_color, parse_color
from models.tracking.turns import AS_IN_KEY, Turn

NO_LIGHT = "none"
"""What stands for no light where an angle is asked for."""


class LightError(ValueError):
    """A light that cannot be read; the message names where it stands, the value and the remedy."""


class ShadeStyle(Enum):
    """How shade ends: one crisp tone, two crisp tones, or one that fades."""

    CEL = "cel"
    TWO_TONE = "two-tone"
    SOFT = "soft"


class Follows(Enum):
    """What a light goes along with in a cut: the camera, or the figure as it turns."""

    CAMERA = "camera"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class OwnTones:
    """What one flat colour becomes under every light, sRGB bytes; None: what the light derives.

    shade, deep  in the first and the second tone of shade, where no channel gets brighter.
    highlight    in highlights, where no channel gets darker.
    """

    shade: Rgb | None = None
    deep: Rgb | None = None
    highlight: Rgb | None = None

    def __bool__(self) -> bool:
        return (self.shade, self.deep, self.highlight) != (None, None, None)


NO_TONES = OwnTones()


@dataclass(frozen=True, slots=True)
class Light:
    """A light on the whole picture.

    angle_deg   where it comes from, in degrees clockwise, kept in [0, 360): 0 from above, 90 from
                the right, 180 from below, 270 from the left. In the upper half it stands before
                the figure; the further it sinks below the horizon, the more it stands behind, so
                that at 180 only rims are lit.
    style       how shade ends.
    strength    of shade, 0 (none) to 1 (as dark as it gets).
    highlights  of highlights likewise.
    tint        sRGB toward which shade turns; None: what becomes each flat colour.
    glow        sRGB of highlights; None: white.
    own         flat colours with tones of their own, whatever the light's strength and tints.
    follows     what it goes along with from frame to frame.
    turn        how the figure is turned in this picture against the one in which the light was
                set: its angle is that one's.
    """

    angle_deg: float = 315.0
    style: ShadeStyle = ShadeStyle.CEL
    strength: float = 0.6
    highlights: float = 0.5
    tint: Rgb | None = None
    glow: Rgb | None = None
    own: tuple[tuple[Rgb, OwnTones], ...] = ()
    follows: Follows = Follows.CAMERA
    turn: Turn = AS_IN_KEY

    def __post_init__(self) -> None:
        if not isfinite(self.angle_deg):
            raise ValueError(f"a light's angle is a finite number; got {self.angle_deg}")
        object.__setattr__(self, "angle_deg", self.angle_deg % 360.0 % 360.0)
        for name in ("strength", "highlights"):
            if not 0 <= (value := getattr(self, name)) <= 1:
                raise ValueError(f"a light's {name} is 0 to 1; got {value}")
        for color in (self.tint, self.glow):
            if color is not None and (
                len(color) != 3 or any(not 0 <= channel <= 255 for channel in color)
            ):
                raise ValueError(f"a light's colour is three bytes 0 to 255; got {color}")

    @property
    def seen_deg(self) -> float:
        """Where it comes from in this picture, in degrees clockwise."""
        return self.turn.of_angle(self.angle_deg)

    @property
    def toward(self) -> tuple[float, float]:
        """Unit vector to where the light comes from, before any turn: x right, y down."""
        angle = radians(self.angle_deg)
        return sin(angle), -cos(angle)

    @property
    def behind(self) -> float:
        """How far behind the figure it stands: 0 in the upper half, 1 straight from below."""
        return max(0.0, -cos(radians(self.angle_deg)))


PRESETS: Mapping[str, Light] = {
    "day": Light(315.0, tint=(120, 130, 190), glow=(255, 252, 240)),
    "dusk": Light(285.0, strength=0.75, tint=(110, 70, 140), glow=(255, 190, 130)),
    "lamp": Light(40.0, strength=0.85, tint=(90, 55, 50), glow=(255, 224, 160)),
    "rim": Light(180.0, strength=0.7, highlights=0.8, tint=(70, 80, 150), glow=(225, 240, 255)),
}
"""Lights of common scenes, by name."""


def parse_angle(text: str) -> float | None:
    """An angle in degrees, None for ``none``. Raises ValueError naming the text."""
    if text.strip().lower() == NO_LIGHT:
        return None
    try:
        angle = float(text)
    except ValueError:
        angle = float("nan")
    if not isfinite(angle):
        raise ValueError(
            f"{shown(text)} is no angle; write degrees clockwise (0 from above, 90 from the "
            f"right), or {NO_LIGHT}"
        )
    return angle


def light_to_json(light: Light) -> dict[str, object]:
    """A light as the documented JSON object, without the tones of single colours and the turn.

    What follows the camera says nothing of it, as before there was a choice.
    """
    followed = {} if light.follows is Follows.CAMERA else {"follows": light.follows.value}
    return {
        "angle": light.angle_deg,
        "style": light.style.value,
        "strength": light.strength,
        "highlights": light.highlights,
        "tint": None if light.tint is None else format_color(light.tint),
        "glow": None if light.glow is None else format_color(light.glow),
        **followed,
    }


def light_from_json(content: object, origin: str) -> Light:
    """A light from the documented JSON object; `origin` names it in errors (LightError)."""
    try:
        value = Value(content, origin)
        tint, glow, follows = value.get("tint"), value.get("glow"), value.get("follows")
        return Light(
            angle_deg=value.field("angle").number(),
            style=value.field("style").parsed(ShadeStyle),
            strength=value.field("strength").number(0, 1),
            highlights=value.field("highlights").number(0, 1),
            tint=None if tint is None else tint.parsed(parse_color),
            glow=None if glow is None else glow.parsed(parse_color),
            follows=Follows.CAMERA if follows is None else follows.parsed(Follows),
        )
    except DocumentError as error:
        raise LightError(str(error)) from error
