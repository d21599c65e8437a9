"""Adapter for DiceBear avatar definitions: random vector heads whose every paint is named.

Line art, flats, regions and part labels are exact because each plane is drawn from the same
shapes with other paints.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from skimage.color import rgb2lab

from models.arrays import BoolArray, U8Array
from models.hints.parts import UNLABELLED, Part
from models.hints.tags import Rgb, Vocabulary
from training.data.sample import Sample
from training.data.sources.avatars.colors import draw_colors
from training.data.sources.avatars.painters import (
    KEPT_UNDER_INK,
    Attributes,
    Avatar,
    Painter,
    Place,
    check_byte,
    color_painter,
    label_painter,
    line_painter,
)
from training.data.sources.avatars.styles import STYLES
from training.data.sources.planes import (
    Inpaint,
    Split,
    content_box,
    design_in_split,
    fit_size,
    flatten,
    hollow_solids,
    name_seed,
    painted_mask,
    regions_of,
    solid,
    spread,
)
from training.data.sources.vector import (
    DrawingError,
    render_element,
)

_LOGGER = logging.getLogger(__name__)
_WHITE: Rgb = (255, 255, 255)
_TAG_GROUPS = {
    Part.HAIR: "hair",
    Part.EYES: "eyes",
    Part.SKIN: "skin",
    Part.TOP: "shirt",
    Part.DRESS: "dress",
    Part.HAT: "hat",
}
_FARTHEST_TAG = 45.0
_FARTHEST_SKIN_TAG = 25.0
"""A colour farther than this from a tag's (CIE 1976 difference) is not called by it."""

Definition = dict[str, Any]


def iter_samples(
    folder: Path,
    *,
    split: Split,
    count: int,
    long_side: int = 320,
    seed: int = 0,
    vocabulary: Vocabulary | None = None,
) -> Iterator[Sample]:
    """Yield ``count`` random avatars of the styles whose JSON files lie in the folder.

    The design of an avatar is its hairstyle; 5 percent of them are validation. With a
    vocabulary, colour tags are given for the parts that are visible. Avatars that cannot be
    rendered are logged and left out.
    Raises ValueError if the folder holds none of the known styles or a file is damaged.
    """
    definitions = _read_definitions(folder)
    allowed = {
        name: designs
        for name, definition in definitions.items()
        if (designs := _designs_in_split(name, definition, split=split))
    }
    if not allowed:
        return
    names = sorted(allowed)
    weights = np.array([STYLES[name].weight for name in names])
    for index in range(count):
        random = np.random.default_rng(name_seed(seed, split, index))
        name = names[int(random.choice(len(names), p=weights / weights.sum()))]
        design = allowed[name][int(random.integers(len(allowed[name])))]
        avatar = draw_avatar(name, definitions[name], design=design, random=random)
        try:
            yield render_avatar(
                avatar,
                definitions[name],
                name=f"dicebear/{name}-{seed}-{index}",
                long_side=long_side,
                vocabulary=vocabulary,
            )
        except DrawingError as error:
            _LOGGER.warning("%s avatar %d (seed %d) left out: %s", name, index, seed, error)


def draw_avatar(
    style_name: str, definition: Definition, *, design: str, random: np.random.Generator
) -> Avatar:
    """Choose variants and colours; ``design`` is the variant of the style's design component."""
    style = STYLES[style_name]
    variants: dict[str, str | None] = {}
    for component, entry in definition["components"].items():
        names = sorted(entry["variants"])
        chosen = names[int(random.integers(len(names)))]
        likely = min(1.0, 1.5 * entry.get("probability", 100) / 100)
        variants[component] = chosen if random.random() < likely else None
    variants[style.design] = design
    colors = draw_colors(
        definition["colors"],
        uses_palette=bool(random.random() < style.palette_share),
        random=random,
    )
    least, greatest = style.stroke_widths or (1.0, 2.2)
    units = max(definition["canvas"]["width"], definition["canvas"]["height"]) / 320
    return Avatar(style_name, variants, colors, float(random.uniform(least, greatest)) * units)


def render_avatar(
    avatar: Avatar,
    definition: Definition,
    *,
    name: str,
    long_side: int,
    vocabulary: Vocabulary | None = None,
) -> Sample:
    """Draw all planes of one avatar. Raises DrawingError if the renderer refuses it."""
    style = STYLES[avatar.style_name]
    view = _content_view(avatar, definition)
    size = fit_size(view[2], view[3], long_side=long_side)

    def draw(painter: Painter, *, crisp: bool = False, paper: bool = False) -> U8Array:
        root = _build(avatar, definition, painter, view)
        return render_element(root, width=size[0], height=size[1], crisp=crisp, paper=paper)

    rgba = draw(color_painter(style, avatar))
    plain = draw(color_painter(style, avatar), crisp=True)
    ink = draw(line_painter(style, avatar), paper=True)
    coded = draw(label_painter(style, avatar), crisp=True)
    line = hollow_solids(
        ink[..., 0], thickest=0.05 * long_side, outline=max(1.5, 0.006 * long_side)
    )
    color, figure = flatten(rgba), solid(rgba)
    painted = painted_mask(line, figure)
    inpaint = Inpaint.plan(painted, figure)
    labels = read_labels(coded, painted=painted, figure=figure)
    return Sample(
        color=color,
        figure=figure,
        line=line,
        flat=inpaint.apply(color, _WHITE),
        labels=labels,
        regions=regions_of(inpaint.apply(flatten(plain), _WHITE), figure),
        tags=()
        if vocabulary is None
        else color_tags(labels, color=color, painted=painted, vocabulary=vocabulary),
        name=name,
        source=f"dicebear_{avatar.style_name.replace('-', '_')}",
        licence=style.licence,
    )


def read_labels(coded: U8Array, *, painted: BoolArray, figure: U8Array) -> U8Array:
    """Decode the label rendering and carry labels on under the ink.

    Red is 10 × part + 5, or 255 for an unlabelled fill; green confirms that red is not a blend.
    """
    red = coded[..., 0].astype(np.int32)
    is_unmixed = (coded[..., 3] == 255) & (coded[..., 1] == check_byte(red))
    valid = is_unmixed & (red % 10 == 5)
    parts = np.where(red == 255, UNLABELLED, red // 10).astype(np.uint8)
    known = valid & (painted | np.isin(parts, KEPT_UNDER_INK)) & (figure > 0)
    labels = spread(parts, known) if known.any() else np.full_like(parts, UNLABELLED)
    return np.where(figure > 0, labels, np.uint8(Part.BACKGROUND)).astype(np.uint8)


def color_tags(
    labels: U8Array, *, color: U8Array, painted: BoolArray, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Tags of the parts that cover at least half a percent, by their most frequent colour."""
    tags = []
    for part, group in _TAG_GROUPS.items():
        shown = (labels == part) & painted
        least = 0.0004 if part == Part.EYES else 0.005
        if shown.mean() < least:
            continue
        values, counts = np.unique(color[shown], axis=0, return_counts=True)
        red, green, blue = (int(channel) for channel in values[counts.argmax()])
        tag = vocabulary.nearest(group, (red, green, blue))
        pair = np.array([[tag.color, (red, green, blue)]], np.float64) / 255
        near, shown_lab = rgb2lab(pair)[0]
        limit = _FARTHEST_SKIN_TAG if part == Part.SKIN else _FARTHEST_TAG
        if float(np.linalg.norm(near - shown_lab)) <= limit:
            tags.append(tag.name)
    return tuple(tags)


def _build(
    avatar: Avatar,
    definition: Definition,
    painter: Painter,
    view: tuple[float, float, float, float],
) -> ElementTree.Element:
    """The avatar as an SVG element tree, painted by ``painter``."""
    root = ElementTree.Element("svg", dict(definition["attributes"]))
    root.set("xmlns", "http://www.w3.org/2000/svg")
    root.set("viewBox", " ".join(f"{value:.6g}" for value in view))
    root.attrib.pop("shape-rendering", None)
    _add_elements(
        root,
        definition["canvas"]["elements"],
        within=("canvas", ""),
        avatar=avatar,
        definition=definition,
        painter=painter,
    )
    return root


def _add_elements(
    parent: ElementTree.Element,
    entries: list[Definition],
    *,
    within: tuple[str, str],
    avatar: Avatar,
    definition: Definition,
    painter: Painter | None,
) -> None:
    """Add definition entries below parent; a painter of None leaves paints (inside masks)."""
    for entry in entries:
        attributes = _read_attributes(entry)
        name, children, inner, place = entry["name"], entry.get("children", []), painter, within
        if entry["type"] == "component":
            variant = avatar.variants.get(name)
            if variant is None:
                continue
            children = definition["components"][name]["variants"][variant]["elements"]
            place, tag = (name, variant), "g"
        else:
            tag = name
            inner = None if name in ("mask", "clipPath") else painter
            attributes = (
                _whitened(attributes)
                if inner is None
                else inner(attributes, Place(*within, element=name))
            )
        child = ElementTree.SubElement(parent, tag, attributes)
        _add_elements(
            child, children, within=place, avatar=avatar, definition=definition, painter=inner
        )


def _whitened(attributes: Attributes) -> Attributes:
    """Named colours as white: inside a mask only their cover counts."""
    return {
        name: "#ffffff" if value.startswith("@") else value for name, value in attributes.items()
    }


def _read_attributes(entry: Definition) -> Attributes:
    """Attributes as text; a reference to a named colour becomes ``@name``."""
    return {
        name: f"@{value['name']}" if isinstance(value, dict) else str(value)
        for name, value in entry.get("attributes", {}).items()
    }


def _content_view(avatar: Avatar, definition: Definition) -> tuple[float, float, float, float]:
    """View box around what is drawn, with a margin, inside the style's canvas."""
    width, height = definition["canvas"]["width"], definition["canvas"]["height"]
    preview_size = fit_size(width, height, long_side=128)
    root = _build(
        avatar, definition, label_painter(STYLES[avatar.style_name], avatar), (0, 0, width, height)
    )
    preview = render_element(root, width=preview_size[0], height=preview_size[1])
    box = content_box(preview[..., 3] >= 32, margin=4)
    if box is None:
        raise DrawingError("nothing is drawn")
    scale = width / preview_size[0]
    top, bottom = box[0].start * scale, min(height, box[0].stop * scale)
    left, right = box[1].start * scale, min(width, box[1].stop * scale)
    return left, top, right - left, bottom - top


def _read_definitions(folder: Path) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for name in STYLES:
        path = folder / f"{name}.json"
        if not path.exists():
            continue
        try:
            definition = json.loads(path.read_text(encoding="utf-8"))
            missing = {"canvas", "components", "colors", "attributes"} - set(definition)
        except (OSError, json.JSONDecodeError) as error:
            raise ValueError(f"{path}: not a readable definition ({error})") from error
        if missing:
            raise ValueError(f"{path}: not an avatar definition, without {', '.join(missing)}")
        found[name] = definition
    if not found:
        raise ValueError(f"{folder}: holds no avatar definition; known are {', '.join(STYLES)}")
    return found


def _designs_in_split(name: str, definition: Definition, *, split: Split) -> list[str]:
    variants = definition["components"][STYLES[name].design]["variants"]
    return [
        design for design in sorted(variants) if design_in_split(f"dicebear/{name}/{design}", split)
    ]
