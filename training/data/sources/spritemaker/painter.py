"""Composites a chosen character's layers into planes at the parts' own size."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from models.arrays import U8Array
from models.geometry import Rect
from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.sources.spritemaker.catalogue import Catalogue, Slot, SlotPart
from training.data.sources.spritemaker.colors import Colors
from training.data.sources.spritemaker.layers import (
    CATCH_LIGHT,
    FILL,
    LENS,
    SCLERA,
    TEETH,
    THROAT,
    TONGUE,
    LayerCache,
    PartLayer,
)
from training.data.sources.spritemaker.wardrobe import BARE_MARKS, Wardrobe

_BRIGHT_HATS = ("flower", "flower crown", "tiara", "crown", "beads", "bow", "side bow")
_BANDS = ("head band", "sweat band")
_EARS, _HORNS = ("cat ears",), ("curled horns", "pointed horns")
_FACE_COVERS = ("eye patch", "face mask", "domino mask")
_MARKS = ("bindi", "huadian")
_HAIR_KEYS = {"hair_back": "hair behind", "hair_extra": "hair behind", "facial_hair": "hair beard"}
_SKIN_FACE = frozenset(("head", "skull", "nose", "nose_front"))
_TINTED = frozenset(("cheeks", "complexion"))
_OWN_PARTS = {
    SCLERA: Part.OTHER,
    CATCH_LIGHT: Part.EYES,
    TEETH: Part.MOUTH,
    TONGUE: Part.MOUTH,
    THROAT: Part.MOUTH,
    LENS: Part.OTHER,
}
_SLOT_PARTS = {
    "top": Part.TOP,
    "overshirt": Part.TOP,
    "coat": Part.TOP,
    "bottom": Part.BOTTOM,
    "socks": Part.LEGWEAR,
    "shoes": Part.FOOTWEAR,
    "neckwear": Part.ORNAMENT,
    "earrings": Part.ORNAMENT,
    "skin": Part.SKIN,
    "hair": Part.HAIR,
    "eyes": Part.EYES,
}


@dataclass(frozen=True, slots=True)
class Ink:
    """One flat colour of a figure: what it colours and which choice it belongs to."""

    key: str
    part: Part
    color: Rgb


@dataclass(slots=True)
class Picture:
    """Planes of a window of the canvas, uint8 (h, w) each.

    area    index into ``inks``; 0 is the background.
    ink     line art, 255 = ink. shading and light as in PartLayer.
    decal   (h, w, 4) RGB premultiplied and alpha; None while nothing was drawn as it is.
    """

    window: Rect
    area: U8Array
    ink: U8Array
    shading: U8Array
    light: U8Array
    decal: U8Array | None = None
    inks: list[Ink] = field(default_factory=list)
    numbers: dict[tuple[str, Rgb], int] = field(default_factory=dict)

    @classmethod
    def blank(cls, window: Rect) -> "Picture":
        """An empty window of the canvas; it may reach beyond it."""
        ground = Ink("background", Part.BACKGROUND, (255, 255, 255))
        area, ink, shading, light = (np.zeros(window.shape, np.uint8) for _ in range(4))
        return cls(window, area, ink, shading, light, inks=[ground])

    def number(self, ink: Ink) -> int:
        """The index of a flat colour, added if it is new."""
        key = (ink.key, ink.color)
        if key not in self.numbers:
            self.numbers[key] = len(self.inks)
            self.inks.append(ink)
        return self.numbers[key]


def paint(
    catalogue: Catalogue,
    cache: LayerCache,
    *,
    wardrobe: Wardrobe,
    colors: Colors,
    window: Rect,
) -> Picture:
    """Draw a character's layers from back to front inside a window of the canvas."""
    picture = Picture.blank(window)
    for slot, part in worn_parts(catalogue, wardrobe):
        bare = part.slot == "complexion" and part.item in BARE_MARKS
        layer = cache.layer(slot.name, part.files, has_ink=not bare)
        if layer is None:
            continue
        if slot.follows_head:
            layer = _shifted(layer, *head_shift(catalogue, wardrobe, slot.name))
        if layer.box.intersected(window).is_empty:
            continue
        for box in cut_boxes(catalogue, wardrobe, slot.name):
            layer = _without(layer, box)
        _draw(picture, layer, slot=slot, part=part, wardrobe=wardrobe, colors=colors)
    return picture


def worn_parts(catalogue: Catalogue, wardrobe: Wardrobe) -> Iterator[tuple[Slot, SlotPart]]:
    """Every layer the character consists of, from back to front."""
    rules, items = catalogue.rules, wardrobe.items
    for slot in catalogue.slots:
        if slot.driven_by == "hairstyle":
            item = wardrobe.hairstyle.pieces.get(slot.name) if wardrobe.hairstyle else None
        else:
            item = items.get(slot.driven_by)
        if item is None:
            continue
        if slot.driven_by == "chest" and slot.name != "body_chest":
            garment = slot.name.removesuffix("_chest")
            worn = items.get(garment)
            if worn is None or worn in rules.get("no_chest", {}).get(garment, ()):
                continue
        if slot.driven_by == "hat" and item == "scarf" and not slot.name.startswith("hat_back"):
            continue
        collarless = rules.get("no_top_collar_with_coat", ())
        if slot.name.startswith("top_collar") and items.get("coat") in collarless:
            continue
        part = catalogue.part(slot.name, item, wardrobe.variants.get(slot.driven_by))
        if part is not None:
            yield slot, part


def head_shift(catalogue: Catalogue, wardrobe: Wardrobe, slot: str) -> tuple[int, int]:
    """How far a part that follows the head moves right and down."""
    rule = catalogue.rules["head_shift"]
    head = wardrobe.items.get("head", "")
    up = rule["up_px"].get(head, 0) + rule.get("extra_up_px", {}).get(head, {}).get(slot, 0)
    return int(rule["dx_follows_head"]), -int(up)


def cut_boxes(catalogue: Catalogue, wardrobe: Wardrobe, slot: str) -> list[Rect]:
    """Places of the canvas in which a slot is to be transparent."""
    rules, items = catalogue.rules, wardrobe.items
    boxes = rules.get("cut_boxes", {})
    found: list[list[int]] = []
    down = 0
    if slot == "sidelocks_repeat":
        found += boxes.get("sidelocks_repeat", ())
    if slot == "top_sleeves":
        rank = max((_sleeve_rank(catalogue, wardrobe, s) for s in ("overshirt", "coat")), default=0)
        if rank >= 3:
            found += boxes.get("top_sleeves_under_sleeve_rank_3", ())
        elif rank == 2:
            found += boxes.get("top_sleeves_under_sleeve_rank_2", ())
    if slot.startswith("top_collar") and "coat_sleeves" in items:
        found += boxes.get("top_collar_under_coat_with_sleeves", ())
    if slot in ("hair_front", "hair_back"):
        found += boxes.get("hair_front_and_back_under_hat", {}).get(items.get("hat", ""), ())
        down = head_shift(catalogue, wardrobe, slot)[1]
    return [Rect(x, y + down if y else 0, x + w, y + h + down) for x, y, w, h in found]


def _sleeve_rank(catalogue: Catalogue, wardrobe: Wardrobe, garment: str) -> int:
    ranks = catalogue.rules.get("sleeve_rank", {}).get(f"{garment}_sleeves", ())
    item = wardrobe.items.get(f"{garment}_sleeves")
    return list(ranks).index(item) if item in ranks else 0


def _draw(
    picture: Picture,
    layer: PartLayer,
    *,
    slot: Slot,
    part: SlotPart,
    wardrobe: Wardrobe,
    colors: Colors,
) -> None:
    """Put one layer over the picture."""
    common = layer.box.intersected(picture.window)
    here, there = common.slices_in(picture.window), common.slices_in(layer.box)
    cover = layer.cover[there]
    hidden = cv2.bitwise_not(cover)
    is_marked = part.item == "sweat drop" or slot.name in _TINTED
    decal = layer.decal[there] if layer.decal is not None else None
    if slot.name in _TINTED and part.item != "sweat drop":
        decal = _tint(cover, part.item, colors.owners["skin"][0])
    for below, own in (
        (picture.ink, layer.ink),
        (picture.shading, layer.shading if not is_marked else None),
        (picture.light, layer.light),
    ):
        if own is None and (is_marked or (below is picture.light and not below.any())):
            continue
        roi = below[here]
        kept = cv2.multiply(roi, hidden, scale=1 / 255)
        below[here] = kept if own is None else cv2.add(kept, own[there])
    if picture.decal is not None and not is_marked:
        stack = cv2.merge([hidden] * 4)
        picture.decal[here] = cv2.multiply(picture.decal[here], stack, scale=1 / 255)
    if not is_marked:
        _fill(
            picture, layer, here=here, there=there, inks=_inks(layer, slot, part, wardrobe, colors)
        )
    if decal is not None:
        _lay_decal(picture, decal, here=here, ink=layer.ink[there])


def _lay_decal(
    picture: Picture, decal: U8Array, *, here: tuple[slice, slice], ink: U8Array
) -> None:
    """Put a part drawn as it is over the picture's decals; its own ink stays above it."""
    if picture.decal is None:
        picture.decal = np.zeros((*picture.area.shape, 4), np.uint8)
    beside_ink = cv2.merge([cv2.bitwise_not(ink)] * 4)
    laid = cv2.multiply(decal, beside_ink, scale=1 / 255)
    hidden = cv2.merge([cv2.bitwise_not(cv2.extractChannel(laid, 3))] * 4)
    picture.decal[here] = cv2.add(cv2.multiply(picture.decal[here], hidden, scale=1 / 255), laid)


def _fill(
    picture: Picture,
    layer: PartLayer,
    *,
    here: tuple[slice, slice],
    there: tuple[slice, slice],
    inks: dict[int, Ink],
) -> None:
    """Write the layer's areas into the picture's."""
    codes = layer.area[there]
    roi = picture.area[here]
    for code, ink in inks.items():
        np.copyto(roi, np.uint8(picture.number(ink)), where=codes == code)


def _inks(
    layer: PartLayer, slot: Slot, part: SlotPart, wardrobe: Wardrobe, colors: Colors
) -> dict[int, Ink]:
    """The flat colour of each area code of a layer."""
    inks = {
        code: Ink(f"{slot.name} {code}", _OWN_PARTS[code], color) for code, color in layer.colors
    }
    if slot.color is not None:
        inks[FILL] = _fill_ink(slot, part, wardrobe, colors)
    return inks


def _fill_ink(slot: Slot, part: SlotPart, wardrobe: Wardrobe, colors: Colors) -> Ink:
    assert slot.color is not None
    owner, item = slot.color, part.item
    if slot.name == "eyebrows":
        return Ink("brows", Part.BROWS, colors.brows)
    if owner == "hat" and item in _EARS:
        return Ink("ears", Part.HAIR, colors.owners["hair"][slot.color_index])
    is_dress = wardrobe.is_dress and owner in ("top", "bottom")
    color = colors.owners["bottom" if is_dress else owner][slot.color_index]
    key = f"{owner} {slot.color_index}"
    if owner == "skin":
        key = "face" if slot.name in _SKIN_FACE else f"skin {slot.name.removesuffix('_chest')}"
    elif owner == "hair":
        key = _HAIR_KEYS.get(slot.name, "hair")
    elif slot.name.endswith("_sleeves"):
        key = slot.name
    return Ink(key, _part_of(owner, item, is_dress=is_dress), color)


def _part_of(owner: str, item: str, *, is_dress: bool) -> Part:
    if is_dress:
        return Part.DRESS
    if owner == "hat":
        if item in _HORNS:
            return Part.OTHER
        return Part.ORNAMENT if item in (*_BRIGHT_HATS, *_BANDS) else Part.HAT
    if owner == "eyewear":
        if item in _MARKS:
            return Part.ORNAMENT
        return Part.OTHER if item in _FACE_COVERS else Part.GLASSES
    if owner == "gloves":
        return Part.ORNAMENT if item == "bracelets" else Part.OTHER
    return _SLOT_PARTS.get(owner, Part.OTHER)


def _tint(cover: U8Array, item: str, skin: Rgb) -> U8Array:
    """Skin tinted as cheeks or freckles are, premultiplied RGB and alpha."""
    share, tint = (0.5, (0x85, 0x4C, 0x2C)) if item == "freckles" else (0.3, (0xFF, 0x04, 0x62))
    color = [s * (1 - share) + s * t / 255 * share for s, t in zip(skin, tint, strict=True)]
    planes = [cv2.convertScaleAbs(cover, alpha=channel / 255) for channel in color]
    return np.asarray(cv2.merge([*planes, cover]), np.uint8)


def _shifted(layer: PartLayer, right: int, down: int) -> PartLayer:
    return replace(layer, box=layer.box.moved(right, down))


def _without(layer: PartLayer, box: Rect) -> PartLayer:
    """The layer with a box of the canvas made transparent."""
    common = layer.box.intersected(box)
    if common.is_empty:
        return layer
    there = common.slices_in(layer.box)
    planes = {}
    for name in ("cover", "ink", "shading", "light", "area", "decal"):
        plane = getattr(layer, name)
        if plane is not None:
            planes[name] = plane.copy()
            planes[name][there] = 0
    return replace(layer, **planes)
