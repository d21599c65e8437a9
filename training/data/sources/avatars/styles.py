"""What each paint of the DiceBear styles stands for: its part, and whether it is ink."""

from dataclasses import dataclass, field
from enum import Enum

from models.hints.parts import UNLABELLED, Part


class Kind(Enum):
    """How a paint enters the line art."""

    FILL = "fill"
    INK = "ink"
    TINT = "tint"
    """Ink while it is dark; when coloured, a fill with an outline of its own."""


@dataclass(frozen=True, slots=True)
class Role:
    """Part and kind of a paint. part is UNLABELLED where it follows its surroundings."""

    part: int
    kind: Kind


_INK = Role(UNLABELLED, Kind.INK)
_PLAIN = Role(UNLABELLED, Kind.FILL)


def _fill(part: Part) -> Role:
    return Role(int(part), Kind.FILL)


def _ink(part: Part) -> Role:
    return Role(int(part), Kind.INK)


def _tint(part: Part) -> Role:
    return Role(int(part), Kind.TINT)


@dataclass(frozen=True, slots=True)
class AvatarStyle:
    """One style: its source, licence, frequency and the roles of its paints.

    design is the component whose variant decides about the held-out split. roles maps
    (component or component/variant or ``*``, paint or paint@element or ``*``) to a role; the
    more special key wins. stroke_widths are the least and greatest outline in output pixels
    at a long side of 320, for styles whose outlines are strokes; None leaves them.
    """

    licence: str
    design: str
    weight: float
    palette_share: float
    roles: dict[tuple[str, str], Role] = field(repr=False)
    stroke_widths: tuple[float, float] | None = None

    def role(self, *, component: str, variant: str, paint: str, element: str) -> Role | None:
        """Role of a paint in lower case at this place; None if the style does not name it."""
        for place in (f"{component}/{variant}", component, "*"):
            for key in (f"{paint}@{element}", paint, "*"):
                if (found := self.roles.get((place, key))) is not None:
                    return found
        return None


_ADVENTURER: dict[tuple[str, str], Role] = {
    ("*", "ink"): _INK,
    ("eyebrows", "ink"): _ink(Part.BROWS),
    ("eyes", "ink"): _INK,
    ("eyes", "eyes"): _tint(Part.EYES),
    ("eyes", "sclera"): _fill(Part.OTHER),
    ("glasses", "glasses"): _tint(Part.GLASSES),
    ("glasses", "*"): _fill(Part.GLASSES),
    ("hair", "ink"): _INK,
    ("hair", "hair"): _fill(Part.HAIR),
    ("hair", "*"): _fill(Part.ORNAMENT),
    ("head", "skin"): _fill(Part.SKIN),
    ("mouth", "ink"): _INK,
    ("mouth", "lips"): _tint(Part.MOUTH),
    ("mouth", "*"): _fill(Part.MOUTH),
    ("earrings", "earrings"): _tint(Part.ORNAMENT),
    ("earrings", "*"): _fill(Part.ORNAMENT),
    ("details", "ink"): _ink(Part.HAIR),
    ("details", "*"): _fill(Part.SKIN),
}
_TOON_HEAD: dict[tuple[str, str], Role] = {
    ("*", "stroke"): _INK,
    ("beard", "hair"): _fill(Part.HAIR),
    ("hair", "hair"): _fill(Part.HAIR),
    ("rearHair", "hair"): _fill(Part.HAIR),
    ("eyebrows", "hair"): _fill(Part.BROWS),
    ("body", "skin"): _fill(Part.SKIN),
    ("head", "skin"): _fill(Part.SKIN),
    ("clothes", "clothes"): _fill(Part.TOP),
    ("clothes/dress", "clothes"): _fill(Part.DRESS),
    ("clothes", "#cbecf7"): _fill(Part.TOP),
    ("eyes", "#4b2422@circle"): _tint(Part.EYES),
    ("eyes", "#4b2422@ellipse"): _tint(Part.EYES),
    ("eyes", "#4b2422"): _INK,
    ("eyes", "#f6f1e4"): _fill(Part.OTHER),
    ("mouth", "#611519"): _tint(Part.MOUTH),
    ("mouth", "#3f2626"): _INK,
    ("mouth", "#e0564b"): _fill(Part.MOUTH),
    ("mouth", "#f6f1e4"): _fill(Part.OTHER),
}
_MICAH: dict[tuple[str, str], Role] = {
    ("*", "base"): _fill(Part.SKIN),
    ("hair", "hair"): _tint(Part.HAIR),
    ("hair/turban", "hair"): _tint(Part.HAT),
    ("hair", "#fcfdff"): _fill(Part.SKIN),
    ("facialHair", "facialhair"): _tint(Part.HAIR),
    ("eyes", "eyes"): _tint(Part.EYES),
    ("eyes", "eyeshadow"): _PLAIN,
    ("eyebrows", "eyebrows"): _ink(Part.BROWS),
    ("mouth", "mouth"): _INK,
    ("mouth", "#fc909f"): _fill(Part.MOUTH),
    ("mouth", "white"): _fill(Part.OTHER),
    ("glasses", "glasses"): _ink(Part.GLASSES),
    ("earrings", "*"): _tint(Part.ORNAMENT),
    ("clothes", "shirt"): _fill(Part.TOP),
    ("clothes", "white"): _fill(Part.TOP),
}
_OPEN_PEEPS: dict[tuple[str, str], Role] = {
    ("*", "ink"): _INK,
    ("*", "skin"): _fill(Part.SKIN),
    ("*", "clothing"): _fill(Part.TOP),
    ("head", "clothing"): _fill(Part.HAT),
    ("head", "headcontrast"): _fill(Part.HAIR),
    ("head/hatBeanie", "headcontrast"): _fill(Part.HAT),
    ("head/hatHip", "headcontrast"): _fill(Part.HAT),
    ("head/hijab", "headcontrast"): _fill(Part.HAT),
    ("head/turban", "headcontrast"): _fill(Part.HAT),
    ("head", "ink"): _ink(Part.HAIR),
    ("facialHair", "ink"): _ink(Part.HAIR),
    ("facialHair", "headcontrast"): _fill(Part.HAIR),
    ("accessories", "ink"): _ink(Part.GLASSES),
    ("accessories", "*"): _fill(Part.GLASSES),
    ("expression", "ink"): _INK,
    ("expression", "white"): _fill(Part.OTHER),
    ("expression", "*"): _fill(Part.MOUTH),
    ("mask", "ink"): _INK,
    ("mask", "*"): _fill(Part.OTHER),
}
_LORELEI: dict[tuple[str, str], Role] = {
    ("hair", "hair"): _tint(Part.HAIR),
    ("beard", "hair"): _tint(Part.HAIR),
    ("head", "skin"): _fill(Part.SKIN),
    ("head", "outline"): _INK,
    ("eyes", "eyes"): _INK,
    ("eyes", "white"): _fill(Part.OTHER),
    ("eyebrows", "eyebrows"): _ink(Part.BROWS),
    ("glasses", "glasses"): _ink(Part.GLASSES),
    ("glasses", "white"): _fill(Part.GLASSES),
    ("earrings", "earrings"): _tint(Part.ORNAMENT),
    ("hairAccessories", "hairaccessories"): _ink(Part.ORNAMENT),
    ("hairAccessories", "white"): _fill(Part.ORNAMENT),
    ("mouth", "mouth"): _INK,
    ("nose", "nose"): _INK,
    ("freckles", "freckles"): _INK,
}
_NOTIONISTS: dict[tuple[str, str], Role] = {
    ("*", "ink"): _INK,
    ("head", "paper"): _fill(Part.SKIN),
    ("gesture", "paper"): _fill(Part.SKIN),
    ("clothes", "paper"): _fill(Part.TOP),
    ("clothes", "white"): _fill(Part.TOP),
    ("clothes", "ink"): _ink(Part.TOP),
    ("clothesGraphic", "paper"): _fill(Part.TOP),
    ("hair", "ink"): _ink(Part.HAIR),
    ("hair", "paper"): _fill(Part.HAIR),
    ("hair/hat", "paper"): _fill(Part.HAT),
    ("hair/hat", "ink"): _ink(Part.HAT),
    ("beard", "ink"): _ink(Part.HAIR),
    ("eyebrows", "ink"): _ink(Part.BROWS),
    ("glasses", "ink"): _ink(Part.GLASSES),
    ("glasses", "paper"): _fill(Part.GLASSES),
    ("mouth", "paper"): _fill(Part.MOUTH),
}

STYLES: dict[str, AvatarStyle] = {
    "adventurer": AvatarStyle("CC BY 4.0", "hair", 3.0, 0.5, _ADVENTURER),
    "toon-head": AvatarStyle("CC BY 4.0", "hair", 2.0, 0.5, _TOON_HEAD, (1.0, 2.8)),
    "micah": AvatarStyle("CC BY 4.0", "hair", 2.0, 0.5, _MICAH, (1.4, 3.2)),
    "open-peeps": AvatarStyle("CC0 1.0", "head", 2.0, 0.5, _OPEN_PEEPS),
    "lorelei": AvatarStyle("CC0 1.0", "hair", 2.0, 0.1, _LORELEI),
    "notionists": AvatarStyle("CC0 1.0", "hair", 2.0, 0.1, _NOTIONISTS),
}
