"""Shape tags of a drawn character, from its design and what of it the frame shows.

A tag holds if the line art shows it, and does not if the figure lacks it or the frame leaves it
out. Whatever is half in the frame, or lies between two tags, is in neither list.
"""

from models.hints.parts import Part
from training.data.characters.drawing.rasterizer import Planes
from training.data.characters.figure.design import Design, Framing

LONG_BACKS = ("long", "long_spread", "wavy", "hime")
SHORT_BACKS = ("nape", "bob", "flared_bob")
TWINTAILS = ("twintails", "low_twintails", "drills")
PONYTAILS = ("ponytail", "side_ponytail")
BRAIDS = ("braid", "twin_braids")
STANDING = ("stand", "together", "contrapposto", "wide", "step", "kick", "crossed")
VISIBLE_SHARE = 2e-4
"""Least share of the picture that gloves must cover."""
SIDE_YAW = (30.0, 60.0)
"""Degrees: below the first nobody calls it a side view, above the second it is a profile."""

Facts = dict[str, bool | None]
"""True: holds; False: does not; None: not to be told."""


def derive_shapes(design: Design, planes: Planes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of shape tags that hold, and of those that do not."""
    facts = {
        **_hair(design),
        **_head(design),
        **_upper_clothes(design, planes),
        **_lower_clothes(design),
        **_view(design),
    }
    held = tuple(name for name, fact in facts.items() if fact)
    return held, tuple(name for name, fact in facts.items() if fact is False)


def _hair(design: Design) -> Facts:
    back, fringe = design.hair.back, design.hair.fringe
    loose = back in (*LONG_BACKS, *SHORT_BACKS, "medium")
    bound_low = back == "low_ponytail"
    return {
        "long_hair": back in LONG_BACKS if loose else None,
        "medium_hair": back == "medium" if loose else None,
        "short_hair": back in SHORT_BACKS if loose else None,
        "twintails": None if back == "twin_braids" else back in TWINTAILS,
        "ponytail": None if bound_low else back in PONYTAILS,
        "braid": back in BRAIDS,
        "bangs": None if fringe in ("parted", "curtain", "micro") else fringe != "swept_back",
    }


def _head(design: Design) -> Facts:
    mouth, eyes = design.face.mouth, design.eyes
    opened = mouth in ("open", "laugh", "small_o")
    return {
        "hat": design.hat != "none",
        "glasses": design.glasses != "none",
        "animal_ears": design.animal_ears != "none",
        "smile": None if mouth in ("open", "lips") else mouth in ("smile", "laugh", "grin", "cat"),
        "open_mouth": None if mouth == "grin" else opened and design.face.open_share > 0.4,
        "closed_eyes": None if eyes.wink or 0.3 < eyes.lid < 1 else eyes.closed != "no",
        "wings": False,
    }


def _upper_clothes(design: Design, planes: Planes) -> Facts:
    outfit = design.outfit
    shown: Facts = {
        "jacket": None if outfit.jacket == "cardigan" else outfit.jacket in ("blazer", "parka"),
        "coat": outfit.jacket == "coat",
        "hood": None if outfit.jacket == "parka" else outfit.collar == "hood",
        "cape": outfit.cape,
        "necktie": outfit.neckwear == "tie",
        "ribbon": design.ornament in ("bow", "two_bows", "ribbon_band") or outfit.neckwear == "bow",
    }
    if design.framing is Framing.HEAD:
        shown = {name: None if fact else False for name, fact in shown.items()}
        if design.ornament in ("bow", "two_bows", "ribbon_band"):
            shown["ribbon"] = True
    covered = outfit.jacket != "none"
    long = covered or outfit.sleeves in ("long", "wide")
    short = not covered and outfit.sleeves in ("short", "puff")
    told = design.framing in (Framing.HALF, Framing.FULL) and outfit.sleeves != "rolled"
    shown["long_sleeves"] = long if told or not long else None
    shown["short_sleeves"] = short if told or not short else None
    seen = planes.areas.get((Part.OTHER, design.palette.gloves), 0)
    if not outfit.gloves:
        shown["gloves"] = False
    else:
        shown["gloves"] = True if seen >= VISIBLE_SHARE * planes.labels.size else None
    return shown


def _lower_clothes(design: Design) -> Facts:
    outfit, framing = design.outfit, design.framing
    low = framing in (Framing.HALF, Framing.FULL)
    skirt = outfit.bottom in ("pleated", "flared", "long_skirt", "pencil")
    pants = outfit.bottom in ("trousers", "wide_trousers")
    boots = outfit.footwear in ("boots", "tall_boots")
    # Feet may be in the frame of a half figure that sits, and lie hidden behind one that kneels.
    folded = not design.pose.is_upright and (framing is Framing.HALF or design.pose.legs == "kneel")
    return {
        "skirt": low and skirt,
        "pants": None if low and outfit.bottom == "shorts" else low and pants,
        "dress": outfit.is_dress if low or not outfit.is_dress else None,
        "boots": None if folded and low else framing is Framing.FULL and boots,
    }


def _view(design: Design) -> Facts:
    framing, yaw = design.framing, design.head_view.yaw
    full = framing is Framing.FULL
    feminine = design.build.bust > 0
    aside = None if SIDE_YAW[0] < yaw < SIDE_YAW[1] else yaw >= SIDE_YAW[1]
    legs = design.pose.legs
    return {
        "full_body": full,
        "upper_body": None if framing is Framing.HALF else framing is Framing.BUST,
        "standing": legs in STANDING if full and design.pose.gait is None else None,
        "sitting": "sit" in legs if full else None,
        "1girl": feminine,
        "1boy": not feminine,
        "2girls": False,
        "from_side": aside,
        "profile": aside,
    }
