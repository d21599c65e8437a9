"""Shape tags of a composited character, from the names of what it wears and what is in view."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.geometry import Rect
from training.data.sources.spritemaker.painter import Ink
from training.data.sources.spritemaker.wardrobe import Wardrobe

Facts = dict[str, bool | None]
"""True: holds; False: does not; None: not to be told."""

LEAST_SEEN_SHARE = 5e-4
"""Least share of the picture that a garment must cover to be called seen."""
FACE = (120, 150, 280, 330)
"""Where the face lies on a canvas 393 wide: x0, y0, x1, y1."""
FEET_Y = 0.9
"""Share of the canvas's height that a picture of the whole figure reaches down to."""

_HATS = frozenset(("beanie", "bowler", "broad hat", "cap", "fedora", "top hat", "witch hat"))
_WRAPS = frozenset(("bandanna", "hijab", "hood", "scarf", "turban"))
_GLASSES = ("glasses", "spectacles", "wireframes")
_JACKETS = frozenset(
    ("bolero", "business jacket", "buttoned jacket", "cool jacket", "dress jacket", "short jacket")
)
_LONG_SLEEVES = frozenset(
    (
        "bell",
        "broad",
        "leg of mutton",
        "long",
        "long blocky",
        "long shirt",
        "puffy shirt",
        "trailing",
    )
)
_SHORT_SLEEVES = frozenset(("cap", "flounce", "puffy", "short"))
_TROUSERS = frozenset(("breeches", "ragged trousers", "trousers"))
_CLOSED = frozenset(("crescents", "happy"))
_HALF_CLOSED = frozenset(("flat", "narrowed", "rolled", "sleepy", "wink"))
_OPEN = ("oh", "lah", "shock", "big smile")
_NO_BANGS = ("wisps", "tendrils", "spiked up", "long wavy side")


def derive_shapes(
    wardrobe: Wardrobe,
    inks: Sequence[Ink],
    seen: NDArray[np.int64],
    *,
    window: Rect,
    canvas: tuple[int, int],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of shape tags that hold, and of those that do not.

    seen    pixels of each of the inks; the first ink is the background.
    window  the part of the canvas that the picture shows.
    """
    least = LEAST_SEEN_SHARE * float(seen.sum())
    keys = {
        ink.key.split(" ", maxsplit=1)[0]
        for ink, pixels in zip(inks[1:], seen[1:], strict=True)
        if pixels >= least
    }
    shown = keys | {key.split("_", maxsplit=1)[0] for key in keys}
    if "ears" in keys:
        shown.add("hat")
    unit = canvas[0] / 393
    x0, y0, x1, y1 = (value * unit for value in FACE)
    face = window.left <= x0 and window.top <= y0 and window.right >= x1 and window.bottom >= y1
    whole = face and window.bottom >= FEET_Y * canvas[1]
    facts = {**_clothes(wardrobe, shown, whole), **_figure(wardrobe, face=face, whole=whole)}
    if face:
        facts |= {**_face(wardrobe), **_hair(wardrobe)}
    held = tuple(name for name, fact in facts.items() if fact)
    return held, tuple(name for name, fact in facts.items() if fact is False)


def _clothes(wardrobe: Wardrobe, shown: set[str], whole: bool) -> Facts:
    items = wardrobe.items

    def worn(driver: str) -> str:
        """The item of a choice if it is seen, else nothing."""
        return items.get(driver, "") if driver in shown else ""

    hat, coat, bottom, gloves = worn("hat"), worn("coat"), worn("bottom"), worn("gloves")
    facts: Facts = {
        "hat": None if hat in _WRAPS else hat in _HATS,
        "animal_ears": hat == "cat ears",
        "ribbon": hat in ("bow", "side bow"),
        "hood": hat == "hood" or (None if coat == "hoodie" else False),
        "glasses": worn("eyewear") != "sunglasses" and worn("eyewear").endswith(_GLASSES),
        "necktie": None if "cravat" in worn("neckwear") else worn("neckwear") == "tie",
        "jacket": coat in _JACKETS or (None if coat else False),
        "coat": coat == "overcoat" or (None if coat else False),
        "cape": coat in ("cape", "medium cloak"),
        "skirt": not wardrobe.is_dress and ("skirt" in bottom or "kilt" in bottom),
        "pants": None if bottom == "shorts" else bottom in _TROUSERS,
        "dress": wardrobe.is_dress and bool(bottom) if whole or not wardrobe.is_dress else None,
        "gloves": "gloves" in gloves or gloves == "fingerless",
        "boots": "boots" in worn("shoes"),
        "wings": False,
    }
    sleeves = [items[name] for name in items if name.endswith("_sleeves")]
    long = any(each in _LONG_SLEEVES for each in sleeves)
    short = not long and bool(sleeves) and all(each in _SHORT_SLEEVES for each in sleeves)
    unclear = not long and not short and any(each != "sleeveless" for each in sleeves)
    facts["long_sleeves"] = None if unclear or (long and not whole) else long
    facts["short_sleeves"] = None if unclear or (short and not whole) else short
    return facts


def _figure(wardrobe: Wardrobe, *, face: bool, whole: bool) -> Facts:
    girl = wardrobe.body == "f"
    return {
        "full_body": whole,
        "standing": True if whole else None,
        "sitting": False,
        "1girl": girl if face else None,
        "1boy": not girl if face else None,
        "2girls": False,
        "from_side": False,
        "profile": False,
    }


def _face(wardrobe: Wardrobe) -> Facts:
    eyes, mouth = wardrobe.items.get("eyes", ""), wardrobe.items.get("mouth", "")
    return {
        "closed_eyes": None if eyes in _HALF_CLOSED else eyes in _CLOSED,
        "smile": None if mouth.endswith("lah") else "smile" in mouth or "grin" in mouth,
        "open_mouth": None if "grin" in mouth else mouth.endswith(_OPEN),
    }


def _hair(wardrobe: Wardrobe) -> Facts:
    style = wardrobe.hairstyle
    if style is None or wardrobe.items.get("hat", "") in _WRAPS:
        return {}
    back, extra = style.pieces.get("hair_back", ""), wardrobe.items.get("hair_extra", "")
    fringe = wardrobe.items.get("fringe", "")
    facts: Facts = {
        "twintails": "twintails" in extra,
        "ponytail": "pony" in extra,
        "braid": None if style.texture == "locs" or "cornrows" in style.name else "braid" in extra,
        "bangs": (bool(fringe) and not fringe.endswith(_NO_BANGS)) or None,
    }
    if not extra and " up" not in back:
        long = "long" in back or "flowing" in back
        middling = "medium" in back or "bob" in back
        facts["long_hair"] = long
        facts["medium_hair"] = None if "bob" in back else middling
        facts["short_hair"] = None if "bob" in back else not long and not middling
    return facts
