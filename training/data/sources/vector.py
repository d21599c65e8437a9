"""Read an SVG drawing and render it as colour and as exact line art."""

import copy
import re
from dataclasses import dataclass, replace
from enum import Enum
from xml.etree import ElementTree

import cv2
import numpy as np
import resvg_py
from PIL import ImageColor

from models.arrays import U8Array
from training.data.sources.planes import fit_size

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"}
_DEFINITIONS = {"clipPath", "mask", "filter", "linearGradient", "radialGradient"}
_PROPERTIES = ("fill", "stroke", "stroke-width", "opacity", "fill-opacity", "stroke-opacity")
_EFFECTS = ("filter", "mix-blend-mode", "isolation", "enable-background")
_INHERITED = ("fill", "stroke", "stroke-width", "fill-opacity", "stroke-opacity")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?")

STROKE_INK_VALUE = 110
FILL_INK_VALUE = 60
SHARED_INK_VALUE = 92
"""Fills of the very colour of a stroke are ink up to this value."""
VEIL_OPACITY = 0.5
"""Paint less opaque than this is a veil over the drawing, never ink."""
SHADOW_OPACITY = 0.2


class DrawingError(ValueError):
    """An SVG that cannot be read or rendered; the message says why."""


class Mode(Enum):
    """What a drawing is rendered as."""

    COLOR = "colour"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A parsed SVG whose style sheet is written into each element's ``style``."""

    root: ElementTree.Element
    left: float
    top: float
    width: float
    height: float
    ink_colors: frozenset[tuple[int, int, int]]
    has_gradients: bool


Declarations = dict[str, str]


def read_drawing(text: str) -> Drawing:
    """Parse SVG text, resolve its classes and find its ink colours.

    Raises DrawingError if the text is no SVG or has no size.
    """
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise DrawingError(f"not well-formed XML: {error}") from error
    if _tag(root) != "svg":
        raise DrawingError(f"the root element is <{_tag(root)}>, not <svg>")
    rules = _style_rules(root)
    _bake_styles(root, rules)
    left, top, width, height = _view_box(root)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.set("viewBox", f"{left:.6g} {top:.6g} {width:.6g} {height:.6g}")
    inks = frozenset(
        color
        for element, style in _walk(root, {})
        if _tag(element) in _SHAPES
        and (color := parse_paint(style.get("stroke", "none"))) is not None
        and color_value(color) < STROKE_INK_VALUE
    )
    gradients = any(_tag(element).endswith("Gradient") for element in root.iter())
    return Drawing(root, left, top, width, height, inks, gradients)


def render(
    drawing: Drawing,
    *,
    long_side: int,
    mode: Mode = Mode.COLOR,
    stroke_scale: float = 1.0,
    crisp: bool = False,
    fill_ink_value: int = FILL_INK_VALUE,
) -> U8Array:
    """Render to uint8 (H, W, 4) RGBA whose longer side is long_side.

    LINE draws dark strokes and near-black fills black, everything else white, on white paper.
    stroke_scale multiplies the width of dark strokes; fills darker than fill_ink_value are ink.
    crisp turns antialiasing off.
    Raises DrawingError if the renderer refuses the drawing.
    """
    root = copy.deepcopy(drawing.root)
    for element, style in list(_walk(root, {})):
        _override(
            element,
            style,
            drawing=drawing,
            mode=mode,
            stroke_scale=stroke_scale,
            fill_ink_value=fill_ink_value,
        )
    width, height = fit_size(drawing.width, drawing.height, long_side=long_side)
    return render_element(root, width=width, height=height, crisp=crisp, paper=mode is Mode.LINE)


def render_element(
    root: ElementTree.Element, *, width: int, height: int, crisp: bool = False, paper: bool = False
) -> U8Array:
    """Rasterise an SVG element tree to uint8 (height, width, 4) RGBA.

    Raises DrawingError if the renderer refuses it or keeps another aspect.
    """
    text = ElementTree.tostring(root, encoding="unicode")
    try:
        encoded = resvg_py.svg_to_bytes(
            svg_string=text,
            width=width,
            height=height,
            background="#ffffff" if paper else None,
            skip_system_fonts=True,
            shape_rendering="crisp_edges" if crisp else "geometric_precision",
        )
    except ValueError as error:
        raise DrawingError(f"the renderer refused it: {error}") from error
    bgra = cv2.imdecode(np.frombuffer(bytes(encoded), np.uint8), cv2.IMREAD_UNCHANGED)
    if bgra is None or bgra.ndim != 3 or bgra.shape[2] != 4:
        raise DrawingError("the renderer returned no RGBA picture")
    rgba = cv2.cvtColor(bgra, cv2.COLOR_BGRA2RGBA).astype(np.uint8)
    if rgba.shape[:2] != (height, width):
        rgba = cv2.resize(rgba, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8)
    return rgba


def drop_ground(drawing: Drawing) -> tuple[Drawing, tuple[int, int, int] | None]:
    """Take away a first shape that fills the whole picture.

    Returns the drawing without it and its colour, or the same drawing and None.
    """
    root = copy.deepcopy(drawing.root)
    for parent in root.iter():
        for child in list(parent):
            if _tag(child) not in _SHAPES:
                continue
            color = parse_paint(_declarations(child).get("fill", child.get("fill", "black")))
            if _tag(child) != "rect" or not _covers(child, drawing):
                return drawing, None
            parent.remove(child)
            return replace(drawing, root=root), color
    return drawing, None


def drop_cast_shadows(drawing: Drawing) -> Drawing:
    """Take away the faint dark shapes that stand for shadows on the ground."""
    root = copy.deepcopy(drawing.root)
    for parent in root.iter():
        for child in list(parent):
            if _tag(child) not in _SHAPES:
                continue
            own = dict(child.attrib) | _declarations(child)
            fill = parse_paint(own.get("fill", "black"))
            is_dark = fill is not None and color_value(fill) < STROKE_INK_VALUE
            if is_dark and _number(own.get("opacity"), 1.0) <= SHADOW_OPACITY:
                parent.remove(child)
    return replace(drawing, root=root)


def crop_drawing(
    drawing: Drawing, *, left: float, top: float, width: float, height: float
) -> Drawing:
    """Show only a part of the drawing; the box is in fractions of its width and height."""
    root = copy.deepcopy(drawing.root)
    x, y = drawing.left + left * drawing.width, drawing.top + top * drawing.height
    width, height = width * drawing.width, height * drawing.height
    root.set("viewBox", f"{x:.6g} {y:.6g} {width:.6g} {height:.6g}")
    return replace(drawing, root=root, left=x, top=y, width=width, height=height)


def parse_paint(text: str) -> tuple[int, int, int] | None:
    """Colour of an SVG paint; None for ``none``, paint servers and what cannot be read."""
    text = text.strip()
    if not text or text in ("none", "transparent") or text.startswith("url("):
        return None
    try:
        red, green, blue = ImageColor.getrgb("black" if text == "currentColor" else text)[:3]
    except ValueError:
        return None
    return red, green, blue


def color_value(color: tuple[int, int, int]) -> int:
    """HSV value of an sRGB colour, 0 to 255: unlike luma it takes no deep red or blue for ink."""
    return max(color)


def _override(
    element: ElementTree.Element,
    style: Declarations,
    *,
    drawing: Drawing,
    mode: Mode,
    stroke_scale: float,
    fill_ink_value: int,
) -> None:
    """Write what this mode changes into the element's style; style is the computed one."""
    own = _declarations(element)
    if _tag(element) in _SHAPES:
        stroke = parse_paint(style.get("stroke", "none"))
        if stroke is not None and color_value(stroke) < STROKE_INK_VALUE:
            width = _number(style.get("stroke-width"), 1.0)
            own["stroke-width"] = f"{width * stroke_scale:.4g}"
        if mode is Mode.LINE:
            own["fill"] = _line_paint(style, "fill", drawing=drawing, limit=fill_ink_value)
            own["stroke"] = _line_paint(style, "stroke", drawing=drawing, limit=STROKE_INK_VALUE)
    if mode is Mode.LINE:
        for name in _EFFECTS:
            own.pop(name, None)
            element.attrib.pop(name, None)
        own |= {"opacity": "1", "fill-opacity": "1", "stroke-opacity": "1"}
        if _tag(element) in ("image", "text"):
            own["display"] = "none"
    _write_declarations(element, own)


def _line_paint(style: Declarations, kind: str, *, drawing: Drawing, limit: int) -> str:
    """Black, white or none: how line mode paints this fill or stroke."""
    paint = style.get(kind, "black" if kind == "fill" else "none")
    if paint == "none":
        return "none"
    opacity = _number(style.get("veil"), 1.0) * _number(style.get(f"{kind}-opacity"), 1.0)
    if opacity < VEIL_OPACITY:
        return "none"
    color = parse_paint(paint)
    if color is None:
        return "#fff"
    dark = color_value(color) < limit or (
        color in drawing.ink_colors and color_value(color) < SHARED_INK_VALUE
    )
    return "#000" if dark else "#fff"


def _walk(
    element: ElementTree.Element, inherited: Declarations
) -> list[tuple[ElementTree.Element, Declarations]]:
    """Every painted element with its computed style; ``veil`` is the product of opacities."""
    if _tag(element) in _DEFINITIONS:
        return []
    own = {name: element.attrib[name] for name in _PROPERTIES if name in element.attrib}
    own |= _declarations(element)
    computed = {name: inherited[name] for name in ("veil", *_INHERITED) if name in inherited}
    computed |= {name: own[name] for name in _INHERITED if name in own and own[name] != "inherit"}
    veil = _number(inherited.get("veil"), 1.0) * _number(own.get("opacity"), 1.0)
    if "filter" in own or "filter" in element.attrib:
        veil = min(veil, VEIL_OPACITY / 2)
    computed["veil"] = f"{veil:.4g}"
    walked = [(element, computed)]
    for child in element:
        walked += _walk(child, computed)
    return walked


def _style_rules(root: ElementTree.Element) -> dict[str, Declarations]:
    """Class and type rules of every <style>, later ones over earlier ones."""
    rules: dict[str, Declarations] = {}
    for sheet in root.iter(f"{_SVG}style"):
        for selectors, body in _RULE.findall(sheet.text or ""):
            for selector in selectors.split(","):
                rules.setdefault(selector.strip(), {}).update(_parse_declarations(body))
    return rules


def _bake_styles(root: ElementTree.Element, rules: dict[str, Declarations]) -> None:
    """Write class rules into each element's style and take the style sheets out."""
    for parent in root.iter():
        for child in list(parent):
            if _tag(child) == "style":
                parent.remove(child)
        declared = dict(rules.get(_tag(parent), {}))
        for name in parent.attrib.pop("class", "").split():
            declared |= rules.get(f".{name}", {})
        _write_declarations(parent, declared | _declarations(parent))


def _declarations(element: ElementTree.Element) -> Declarations:
    return _parse_declarations(element.get("style", ""))


def _parse_declarations(text: str) -> Declarations:
    pairs = (entry.split(":", 1) for entry in text.split(";") if ":" in entry)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def _write_declarations(element: ElementTree.Element, declared: Declarations) -> None:
    if declared:
        element.set("style", ";".join(f"{name}:{value}" for name, value in declared.items()))


def _view_box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, width and height in user units, from viewBox or else the size attributes."""
    box = [float(number) for number in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0.0, 0.0, _number(root.get("width"), 0.0), _number(root.get("height"), 0.0)]
    left, top, width, height = box
    if width <= 0 or height <= 0:
        raise DrawingError(f"no size: viewBox={root.get('viewBox')!r}")
    return left, top, width, height


def _covers(rect: ElementTree.Element, drawing: Drawing) -> bool:
    if rect.get("transform"):
        return False
    if any(_number(rect.get(name), 0.0) > 0 for name in ("x", "y")):
        return False
    sizes = (rect.get("width", "0"), drawing.width), (rect.get("height", "0"), drawing.height)
    return all(value == "100%" or _number(value, 0.0) >= 0.99 * full for value, full in sizes)


def _number(text: str | None, default: float) -> float:
    found = _NUMBER.match(text.strip()) if text else None
    if found is None:
        return default
    return float(found.group()) / (100 if text and text.strip().endswith("%") else 1)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
