"""Where the limbs are in each named pose: arms and legs in head heights, drawn as they are seen.

Arms are written for the right of the picture, with the depth (towards the viewer) that a turn of
the trunk moves sideways; legs for a figure that faces the picture's right.
"""

from collections.abc import Callable
from dataclasses import dataclass

from training.data.characters.drawing.geometry import Pair

HIP_JOINT_Y = 2.37
Joint = tuple[float, float, float]
"""x, y and depth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmPlan:
    """One arm: elbow and wrist, what the hand does, and what it is drawn over.

    hand   relaxed, fist, open, flat, point or hidden; turn bends it at the wrist, in radians
           towards the trunk's middle; layer is behind (the trunk), front, or over (the head).
    """

    elbow: Joint
    wrist: Joint
    hand: str = "relaxed"
    turn: float = 0.0
    layer: str = "front"


def arm_plan(name: str, shoulder: float, hip: float) -> ArmPlan:
    """The arm of a name for half widths of shoulder and hip."""
    return ARM_PLANS[name](shoulder, hip)


ARM_PLANS = {
    "down": lambda s, h: ArmPlan(elbow=(s + 0.09, 1.68, 0.0), wrist=(s + 0.10, 2.34, 0.05)),
    "relaxed": lambda s, h: ArmPlan(elbow=(s + 0.15, 1.66, -0.05), wrist=(s + 0.04, 2.3, 0.1)),
    "hip": lambda s, h: ArmPlan(
        elbow=(s + 0.36, 1.6, -0.1), wrist=(h + 0.10, 2.04, 0.1), hand="fist"
    ),
    "behind": lambda s, h: ArmPlan(
        elbow=(s + 0.16, 1.68, -0.1), wrist=(0.1, 2.1, -0.2), hand="hidden", layer="behind"
    ),
    "clasped": lambda s, h: ArmPlan(
        elbow=(s + 0.12, 1.68, 0.1), wrist=(0.1, 2.2, 0.35), hand="fist"
    ),
    "chest": lambda s, h: ArmPlan(
        elbow=(s + 0.13, 1.66, 0.1), wrist=(0.13, 1.42, 0.3), hand="fist"
    ),
    "wave": lambda s, h: ArmPlan(
        elbow=(s + 0.32, 1.42, 0.1), wrist=(s + 0.46, 0.74, 0.15), hand="open", layer="over"
    ),
    "chin": lambda s, h: ArmPlan(
        elbow=(s - 0.04, 1.68, 0.25), wrist=(0.17, 1.0, 0.35), hand="fist", layer="over"
    ),
    "crossed_over": lambda s, h: ArmPlan(
        elbow=(s + 0.09, 1.6, 0.12), wrist=(-0.2, 1.47, 0.3), hand="flat", turn=0.15
    ),
    "crossed_under": lambda s, h: ArmPlan(
        elbow=(s + 0.09, 1.62, 0.12), wrist=(-0.12, 1.52, 0.25), hand="hidden"
    ),
    "raised": lambda s, h: ArmPlan(
        elbow=(s + 0.16, 0.45, 0.0), wrist=(s + 0.1, -0.2, 0.0), hand="open"
    ),
    "cheer": lambda s, h: ArmPlan(
        elbow=(s + 0.4, 0.7, 0.0), wrist=(s + 0.58, 0.08, 0.0), hand="fist"
    ),
    "behind_head": lambda s, h: ArmPlan(
        elbow=(s + 0.42, 0.62, -0.1), wrist=(0.34, 0.28, -0.2), hand="hidden"
    ),
    "reach": lambda s, h: ArmPlan(
        elbow=(s + 0.5, 1.24, 0.15), wrist=(s + 1.1, 1.0, 0.2), hand="open", layer="over"
    ),
    "point": lambda s, h: ArmPlan(
        elbow=(s + 0.42, 1.42, 0.2), wrist=(s + 0.95, 1.12, 0.3), hand="point", layer="over"
    ),
    "hold": lambda s, h: ArmPlan(elbow=(s + 0.13, 1.66, 0.1), wrist=(0.3, 1.5, 0.35), hand="fist"),
    "hold_out": lambda s, h: ArmPlan(
        elbow=(s + 0.2, 1.62, 0.1), wrist=(s + 0.34, 1.3, 0.3), hand="fist", layer="over"
    ),
    "read": lambda s, h: ArmPlan(
        elbow=(s + 0.14, 1.66, 0.15), wrist=(0.27, 1.72, 0.4), hand="fist", turn=0.3
    ),
    "carry": lambda s, h: ArmPlan(
        elbow=(s + 0.12, 1.68, 0.0), wrist=(s + 0.13, 2.3, 0.05), hand="fist"
    ),
    "pocket": lambda s, h: ArmPlan(
        elbow=(s + 0.24, 1.64, -0.1), wrist=(h + 0.03, 2.16, 0.05), hand="hidden"
    ),
    "lap": lambda s, h: ArmPlan(
        elbow=(s + 0.13, 1.66, 0.1), wrist=(0.16, 2.22, 0.5), hand="flat", turn=0.2
    ),
    "knees": lambda s, h: ArmPlan(elbow=(s + 0.02, 1.66, 0.3), wrist=(0.2, 2.06, 0.9), hand="fist"),
    "support": lambda s, h: ArmPlan(
        elbow=(s + 0.2, 1.68, -0.1), wrist=(s + 0.3, 2.36, -0.1), hand="flat", turn=-0.2
    ),
    "salute": lambda s, h: ArmPlan(
        elbow=(s + 0.4, 0.98, 0.1), wrist=(0.5, 0.36, 0.25), hand="flat", turn=0.35, layer="over"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """How a foot is seen: from the front or the side, or not at all.

    turn is the angle by which the toes point down (side) or outward (front), in radians.
    """

    view: str = "front"
    turn: float = 0.0
    facing: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPlan:
    """One leg: hip, knee and ankle as (x, y below the hip joint), and its foot."""

    hip_x: float
    knee: Pair
    ankle: Pair
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Both legs, the near one and the far one, and what carries the figure.

    rest   ground, chair, floor or air; what the figure sits, kneels or stands on.
    seat   height below the hip joint of what it sits on.
    fall   y to which garments hang down freely (a coat on a seat ends there).
    """

    near: LegPlan
    far: LegPlan
    rest: str
    seat: float
    fall: float


SIDE, FRONT, HIDDEN = "side", "front", "hidden"


def _foot(view: str, turn: float = 0.0) -> Foot:
    return Foot(view=view, turn=turn)


TurnedLegs = tuple[LegPlan, LegPlan, str, float, float]
TURNED_PLANS: dict[str, Callable[[float, float], TurnedLegs]] = {
    "sit_turned": lambda t, s: (
        LegPlan(
            hip_x=-0.1,
            knee=(0.78 * t, 0.22),
            ankle=(0.78 * t + 0.04, 0.22 + 0.97 * s),
            foot=_foot(SIDE),
        ),
        LegPlan(
            hip_x=0.12,
            knee=(0.78 * t + 0.14, 0.1),
            ankle=(0.78 * t + 0.26, 0.1 + 0.94 * s),
            foot=_foot(SIDE),
        ),
        "chair",
        0.3,
        2.5,
    ),
    "sit_crossed": lambda t, s: (
        LegPlan(
            hip_x=-0.1,
            knee=(0.8 * t, 0.0),
            ankle=(0.8 * t + 0.42, 0.88 * s),
            foot=_foot(SIDE, 0.55),
        ),
        LegPlan(
            hip_x=0.12,
            knee=(0.74 * t, 0.2),
            ankle=(0.74 * t - 0.02, 0.2 + 0.97 * s),
            foot=_foot(SIDE),
        ),
        "chair",
        0.3,
        2.5,
    ),
    "sit_floor": lambda t, s: (
        LegPlan(
            hip_x=-0.1,
            knee=(0.72 * t, 0.42),
            ankle=(0.72 * t - 0.82 * s, 0.6),
            foot=_foot(SIDE, 2.75),
        ),
        LegPlan(
            hip_x=0.12,
            knee=(0.86 * t, 0.2),
            ankle=(0.86 * t - 0.75 * s, 0.46),
            foot=_foot(HIDDEN),
        ),
        "floor",
        0.8,
        2.7,
    ),
    "sit_knees_up": lambda t, s: (
        LegPlan(
            hip_x=-0.08,
            knee=(0.62 * t, -0.58),
            ankle=(0.72 * t + 0.05, 0.42),
            foot=_foot(SIDE),
        ),
        LegPlan(
            hip_x=0.12,
            knee=(0.66 * t + 0.06, -0.64),
            ankle=(0.78 * t + 0.14, 0.34),
            foot=_foot(SIDE),
        ),
        "floor",
        0.62,
        2.3,
    ),
    "kneel_up": lambda t, s: (
        LegPlan(
            hip_x=-0.12,
            knee=(0.1, 0.96 * t),
            ankle=(0.1 - 0.82 * s, 0.96 * t - 0.12),
            foot=_foot(SIDE, 1.35),
        ),
        LegPlan(
            hip_x=0.14,
            knee=(0.36, 0.93 * t),
            ankle=(0.36 - 0.8 * s, 0.93 * t - 0.13),
            foot=_foot(SIDE, 1.35),
        ),
        "floor",
        0.96 * t + 0.16,
        3.3,
    ),
    "kneel_one": lambda t, s: (
        LegPlan(
            hip_x=-0.12,
            knee=(0.02, 0.97 * t),
            ankle=(0.02 - 0.84 * s, 0.97 * t - 0.12),
            foot=_foot(SIDE, 1.3),
        ),
        LegPlan(
            hip_x=0.12,
            knee=(0.76 * t, 0.97 * t - 0.95 * s + 0.06),
            ankle=(0.76 * t - 0.05, 0.97 * t - 0.02),
            foot=_foot(SIDE),
        ),
        "floor",
        0.97 * t + 0.16,
        3.1,
    ),
}
"""Near leg, far leg, rest, seat and fall, by the lengths of thigh and shank."""


def posed_legs(name: str, thigh: float, shank: float, hip: float) -> Stance:
    """The legs of a name (see POSED_LEGS), for a figure that faces the right of the picture.

    thigh and shank are lengths, hip the half width of the hips. In the frontal ones, near is the
    left of the picture.
    """
    t, s, w = thigh, shank, hip * 0.5
    if name == "sit":
        legs = [
            LegPlan(
                hip_x=side * w,
                knee=(side * 0.27, 0.5),
                ankle=(side * 0.24, 0.5 + 0.93 * s),
                foot=_foot(FRONT),
            )
            for side in (-1, 1)
        ]
        return Stance(near=legs[0], far=legs[1], rest="chair", seat=0.24, fall=2.62)
    if name == "kneel":
        legs = [
            LegPlan(
                hip_x=side * w,
                knee=(side * 0.25, 0.62),
                ankle=(side * 0.3, 0.66),
                foot=_foot(HIDDEN),
            )
            for side in (-1, 1)
        ]
        return Stance(near=legs[0], far=legs[1], rest="floor", seat=0.86, fall=2.95)
    near, far, rest, seat, fall = TURNED_PLANS[name](t, s)
    return Stance(near=near, far=far, rest=rest, seat=seat, fall=fall)


FRONTAL_LEGS = ("sit", "kneel")
TURNED_LEGS = tuple(TURNED_PLANS)
POSED_LEGS = FRONTAL_LEGS + TURNED_LEGS
