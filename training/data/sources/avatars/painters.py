"""How the shapes of an avatar are painted for each plane: colour, line art, part codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from models.hints.parts import UNLABELLED, Part
from models.hints.tags import format_color
from training.data.sources.avatars.colors import AvatarColors
from training.data.sources.avatars.styles import AvatarStyle, Kind, Role
from training.data.sources.vector import FILL_INK_VALUE, VEIL_OPACITY, color_value, parse_paint

KEPT_UNDER_INK = (Part.BROWS, Part.EYES, Part.GLASSES)
"""Parts that ink itself forms, so that their label stays where ink lies."""

Attributes = dict[str, str]
Painter = Callable[[Attributes, "Place"], Attributes]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands: its component, that one's variant, and its own element name."""

    component: str
    variant: str
    element: str


@dataclass(frozen=True, slots=True)
class Avatar:
    """One random avatar: which variant each component has (None: absent), and its colours."""

    style_name: str
    variants: Mapping[str, str | None]
    colors: AvatarColors
    outline: float
    """Width of added outlines in user units."""


def check_byte(code: Any) -> Any:
    """A second channel that a mixture of two codes does not keep."""
    return (code * 37 + 11) % 256


def color_painter(style: AvatarStyle, avatar: Avatar) -> Painter:
    """Paint with the avatar's colours; coloured tints get an outline."""

    def paint(attributes: Attributes, place: Place) -> Attributes:
        painted = dict(attributes)
        for kind in ("fill", "stroke"):
            if kind not in attributes or attributes[kind] in ("none", ""):
                continue
            role = _role(style, attributes, kind, place)
            color = avatar.colors.paint(attributes[kind], role.part)
            if kind == "stroke" or role.kind is Kind.INK:
                color = avatar.colors.ink if not _is_veil(attributes, kind) else color
            elif role.kind is Kind.TINT and color_value(color) >= FILL_INK_VALUE:
                painted |= _outline(avatar, format_color(avatar.colors.ink))
            painted[kind] = format_color(color)
        return painted | _stroke_width(style, avatar, painted)

    return paint


def line_painter(style: AvatarStyle, avatar: Avatar) -> Painter:
    """Paint ink black and everything else white; veils are left out."""

    def paint(attributes: Attributes, place: Place) -> Attributes:
        painted = dict(attributes)
        for kind in ("fill", "stroke"):
            if kind not in attributes or attributes[kind] in ("none", ""):
                continue
            if _is_veil(attributes, kind):
                painted[kind] = "none"
                continue
            role = _role(style, attributes, kind, place)
            is_ink = kind == "stroke" or role.kind is Kind.INK
            if role.kind is Kind.TINT and kind == "fill":
                is_ink = (
                    color_value(avatar.colors.paint(attributes[kind], role.part)) < FILL_INK_VALUE
                )
                if not is_ink:
                    painted |= _outline(avatar, "#000000")
            painted[kind] = "#000000" if is_ink else "#ffffff"
        return _opaque(painted) | _stroke_width(style, avatar, painted)

    return paint


def label_painter(style: AvatarStyle, avatar: Avatar) -> Painter:
    """Paint each shape with the code of its part; veils are left out."""

    def paint(attributes: Attributes, place: Place) -> Attributes:
        painted = dict(attributes)
        for kind in ("fill", "stroke"):
            if kind not in attributes or attributes[kind] in ("none", ""):
                continue
            if _is_veil(attributes, kind):
                painted[kind] = "none"
                continue
            role = _role(style, attributes, kind, place)
            known = role.part != UNLABELLED
            if kind == "stroke" and role.part not in KEPT_UNDER_INK:
                known = False
            code = 10 * role.part + 5 if known else 255 if role.kind is Kind.FILL else 1
            painted[kind] = format_color((code, int(check_byte(code)), 0))
        return _opaque(painted) | _stroke_width(style, avatar, painted)

    return paint


def _role(style: AvatarStyle, attributes: Attributes, kind: str, place: Place) -> Role:
    """Role of a fill or stroke; unknown dark paints are ink, other ones unlabelled fills."""
    paint = attributes[kind]
    found = style.role(
        component=place.component,
        variant=place.variant,
        paint=paint.removeprefix("@").lower(),
        element=place.element,
    )
    if found is not None:
        return found
    color = parse_paint(paint) if not paint.startswith("@") else None
    is_dark = color is not None and color_value(color) < FILL_INK_VALUE
    return Role(UNLABELLED, Kind.INK if is_dark or kind == "stroke" else Kind.FILL)


def _is_veil(attributes: Attributes, kind: str) -> bool:
    own = float(attributes.get(f"{kind}-opacity", 1)) * float(attributes.get("opacity", 1))
    return own < VEIL_OPACITY


def _opaque(attributes: Attributes) -> Attributes:
    return {
        name: value
        for name, value in attributes.items()
        if name not in ("opacity", "fill-opacity", "stroke-opacity")
    }


def _outline(avatar: Avatar, color: str) -> Attributes:
    return {
        "stroke": color,
        "stroke-width": f"{avatar.outline:.4g}",
        "stroke-linejoin": "round",
        "paint-order": "normal",
    }


def _stroke_width(style: AvatarStyle, avatar: Avatar, attributes: Attributes) -> Attributes:
    """Width for strokes of styles whose strokes are the outline."""
    if style.stroke_widths is None or attributes.get("stroke", "none") == "none":
        return {}
    return {"stroke-width": f"{avatar.outline:.4g}"}
