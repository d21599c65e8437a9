"""What a random character wears: items chosen by the published rules of the parts list."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.data.sources.spritemaker.catalogue import (
    Body,
    Catalogue,
    Hairstyle,
    SlotPart,
    Split,
)

_WORN = {
    "fringe": 0.85, "sidelocks": 0.5, "hair_extra": 0.25, "facial_hair": 0.22, "cheeks": 0.25,
    "complexion": 0.15, "waistline": 0.4, "socks": 0.55, "shoes": 0.93, "gloves": 0.18,
    "back": 0.06, "overshirt": 0.22, "coat": 0.35, "neckwear": 0.32, "earrings": 0.3,
    "eyewear": 0.2, "hat": 0.32, "chest": 0.6,
}  # fmt: skip
"""How often a training character takes an optional item."""

_HELD_OUT_WORN = 0.8
"""How often a validation character takes an optional item that has held-out parts."""

DRESS = "empire skirt"
_DRESS_SHARE = 0.2

BARE_MARKS = frozenset(("eye mole", "mouth mole", "freckles", "burn"))
"""Complexion items that leave no line."""


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """The item of each choice (``top``, ``hat``, ``eyes`` ...) and its variant where it has one."""

    body: Body
    items: dict[str, str]
    variants: dict[str, str]
    hairstyle: Hairstyle | None

    @property
    def is_dress(self) -> bool:
        """Whether top and bottom are one dress."""
        return self.items.get("bottom") == DRESS


class _Chooser:
    """Draws items of one split for one body."""

    def __init__(
        self, catalogue: Catalogue, rng: np.random.Generator, *, split: Split, body: Body
    ) -> None:
        self.catalogue, self.rng, self.split, self.body = catalogue, rng, split, body
        self.items: dict[str, str] = {}
        self.variants: dict[str, str] = {}

    def allowed(self, slot: str) -> list[SlotPart]:
        """Wearable parts of a slot for this body and split; held-out ones alone if there are."""
        found = [
            part
            for part in self.catalogue.by_slot.get(slot, ())
            if self.body in part.bodies and not part.is_excluded
        ]
        return self.of_split(slot, found)

    def of_split(self, driver: str, parts: Sequence[SlotPart]) -> list[SlotPart]:
        """The parts that this split may use."""
        held = [p for p in parts if self.catalogue.item_split(driver, p.item) == "val"]
        if self.split == "val" and held:
            return held
        return [part for part in parts if part not in held and part.split == "train"]

    def is_worn(self, driver: str, options: Sequence[SlotPart]) -> bool:
        """Whether to take an optional item."""
        share = _WORN[driver]
        if self.split == "val" and any(part.split == "val" for part in options):
            share = max(share, _HELD_OUT_WORN)
        return bool(options) and self.rng.random() < share

    def pick(self, driver: str, options: Sequence[SlotPart]) -> None:
        """Take one of the options, if there are any."""
        if options:
            part = options[int(self.rng.integers(len(options)))]
            self.items[driver] = part.item
            if part.variant is not None:
                self.variants[driver] = part.variant

    def pick_always(self, driver: str) -> None:
        """Take one item of a slot that every character has."""
        self.pick(driver, self.allowed(driver))

    def pick_maybe(self, driver: str) -> None:
        """Take an optional item or leave it."""
        options = self.allowed(driver)
        if self.is_worn(driver, options):
            self.pick(driver, options)


def choose_wardrobe(catalogue: Catalogue, rng: np.random.Generator, *, split: Split) -> Wardrobe:
    """Choose a complete character; every rule of the parts list holds for it.

    A training character takes training parts only; a validation character takes held-out
    parts wherever the slot has one that the rules allow.
    Raises ValueError if the list has no top or no bottom to wear.
    """
    body: Body = "f" if rng.random() < 0.6 else "m"
    chooser = _Chooser(catalogue, rng, split=split, body=body)
    for driver in ("body", "skull", "head", "ears", "nose", "mouth", "eyebrows"):
        chooser.pick_always(driver)
    _choose_eyes(chooser)
    hairstyle = _choose_hair(chooser)
    _choose_clothes(chooser)
    for driver in ("cheeks", "complexion", "socks", "shoes", "gloves", "back", "neckwear"):
        chooser.pick_maybe(driver)
    for driver in ("earrings", "eyewear"):
        chooser.pick_maybe(driver)
    _choose_hat(chooser)
    _choose_chest(chooser)
    if "top" not in chooser.items or "bottom" not in chooser.items:
        raise ValueError(
            f"{catalogue.root.parent} has no top or no bottom for body {body!r} and split "
            f"{split!r}; a character always wears both, so add parts to the list"
        )
    return Wardrobe(body, chooser.items, chooser.variants, hairstyle)


def _choose_eyes(chooser: _Chooser) -> None:
    eye_types = chooser.catalogue.eye_types
    types = [t for t in eye_types[chooser.body] if t not in eye_types.get("val", ())]
    if chooser.split == "val":
        types = [t for t in eye_types[chooser.body] if t in eye_types.get("val", ())] or types
    unusual = set(eye_types.get("no_iris", ()))
    weights = np.array([0.3 if t in unusual else 1.0 for t in types])
    kind = types[int(chooser.rng.choice(len(types), p=weights / weights.sum()))]
    shapes = [part.item for part in chooser.catalogue.by_slot["eyes"] if part.variant == kind]
    open_shapes = [shape for shape in shapes if shape in ("neutral", "side", "wide")]
    if open_shapes and chooser.rng.random() < 0.4:
        shapes = open_shapes
    chooser.items["eyes"] = shapes[int(chooser.rng.integers(len(shapes)))]
    chooser.variants["eyes"] = kind


def _choose_hair(chooser: _Chooser) -> Hairstyle | None:
    catalogue, rng = chooser.catalogue, chooser.rng
    held = [s for s in catalogue.hairstyles if catalogue.hairstyle_split(s) == "val"]
    styles = [style for style in catalogue.hairstyles if style not in held]
    if chooser.split == "val" and held:
        styles = held
    weights = np.array([1.0 if style.takes_extras else 0.3 for style in styles])
    if not styles:
        return None
    style = styles[int(rng.choice(len(styles), p=weights / weights.sum()))]
    if style.takes_extras:
        for driver in ("fringe", "sidelocks", "hair_extra"):
            matching = [
                part
                for part in catalogue.by_slot.get(driver, ())
                if chooser.body in part.bodies
                and suits_texture(catalogue, part.item, style.texture)
            ]
            options = chooser.of_split(driver, matching)
            if chooser.is_worn(driver, options):
                chooser.pick(driver, options)
    beards = list({part.item: part for part in chooser.allowed("facial_hair")}.values())
    if chooser.is_worn("facial_hair", beards):
        chooser.pick("facial_hair", beards)
        if "facial_hair" in chooser.variants:
            chooser.variants["facial_hair"] = chooser.items["head"]
    return style


def suits_texture(catalogue: Catalogue, item: str, texture: str) -> bool:
    """Whether a fringe, sidelock or extra hair goes with a hairstyle's texture."""
    if texture == "locs":
        return "locs" in item
    excluded = catalogue.rules.get("texture_excludes", {}).get(texture, ())
    return not any(word in item for word in excluded)


def _choose_clothes(chooser: _Chooser) -> None:
    catalogue, rng, rules = chooser.catalogue, chooser.rng, chooser.catalogue.rules
    bottoms = chooser.allowed("bottom")
    dress = catalogue.part("bottom", DRESS)
    if dress and chooser.body in dress.bodies and chooser.split == dress.split:
        share = _DRESS_SHARE
    elif dress and chooser.body in dress.bodies and dress.split == "train":
        share = _DRESS_SHARE / 2
    else:
        share = 0.0
    if dress and rng.random() < share:
        bottoms = [dress]
    chooser.pick("bottom", bottoms)
    chooser.pick_always("top")
    bottom = chooser.items.get("bottom", "")
    for outer in ("overshirt", "coat"):
        barred = rules.get(f"no_{outer}_with_bottom_containing", ())
        if not any(word in bottom for word in barred):
            chooser.pick_maybe(outer)
    for garment in ("top", "overshirt", "coat"):
        item = chooser.items.get(garment)
        if item is not None and item not in rules.get("no_sleeves", {}).get(garment, ()):
            chooser.pick_always(f"{garment}_sleeves")
    if bottom not in rules.get("no_waistline_with", ()):
        _choose_waistline(chooser, bottom)


def _choose_waistline(chooser: _Chooser, bottom: str) -> None:
    wants_split = "split" in bottom
    variant = "full" if "full" in bottom or wants_split else None
    options = [
        part
        for part in chooser.allowed("waistline")
        if part.variant == variant and (part.item == "split") == wants_split
    ]
    if chooser.is_worn("waistline", options):
        chooser.pick("waistline", options)


def _choose_hat(chooser: _Chooser) -> None:
    catalogue, rng = chooser.catalogue, chooser.rng
    names = catalogue.hats.get(chooser.body, ())
    held = [name for name in names if catalogue.item_split("hat", name) == "val"]
    hats = held if chooser.split == "val" and held else [n for n in names if n not in held]
    share = _HELD_OUT_WORN if hats is held else _WORN["hat"]
    if hats and rng.random() < share:
        chooser.items["hat"] = hats[int(rng.integers(len(hats)))]


def _choose_chest(chooser: _Chooser) -> None:
    options = chooser.allowed("body_chest")
    if options and chooser.rng.random() < _WORN["chest"]:
        chooser.pick("chest", options)
