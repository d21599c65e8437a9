"""Arms and legs with all that is worn on them, in the order that the pose asks for."""

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.clothes.footwear import draw_footwear, draw_legwear
from training.data.characters.clothes.garments import draw_top
from training.data.characters.clothes.lower import draw_bottom
from training.data.characters.clothes.posed import draw_pelvis, draw_trouser_leg
from training.data.characters.clothes.sleeves import draw_sleeve
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import as_points, place
from training.data.characters.figure.body import draw_bare_arm, draw_leg, draw_trunk
from training.data.characters.figure.design import Design, Framing, stream
from training.data.characters.figure.feet import draw_side_foot
from training.data.characters.figure.hands import draw_hand, hand_matrix
from training.data.characters.figure.pose import (
    Pose,
    arm,
    arm_of,
    foot_of,
    leg,
    lowest,
    stance,
)
from training.data.characters.figure.stance import HIP_JOINT_Y
from training.data.characters.scene.props import (
    HOLDING_ARMS,
    SEATS,
    draw_canopy,
    draw_prop,
    draw_seat,
)

GRIP = as_points([(0.0, 0.13)])
"""Middle of a closed hand, in hand units."""
TROUSERS = ("trousers", "wide_trousers", "shorts")


def draw_body(drawing: Drawing, design: Design) -> None:
    """Trunk, legs, and what is worn next to them: top, skirt or trousers."""
    outfit, pose = design.outfit, design.pose
    shows_legs = design.framing in (Framing.HALF, Framing.FULL)
    posed = pose.gait is not None or not pose.is_upright
    over = outfit.is_dress or outfit.tucked
    if shows_legs and not posed:
        for side in (1, -1):
            _draw_leg(drawing, design, side)
    with drawing.named("trunk"):
        draw_trunk(drawing, design.build, pose)
    trousered = posed and outfit.bottom in TROUSERS
    if shows_legs and posed and not trousered:
        for side in pose.sides:
            _draw_leg(drawing, design, side)
    if over:
        _draw_top(drawing, design)
    if shows_legs and trousered:
        _draw_trousers(drawing, design)
    elif shows_legs:
        with drawing.named("bottom"):
            draw_bottom(drawing, outfit, design.build, pose, stream(design.seed, "bottom"))
    if not over:
        _draw_top(drawing, design)


def _draw_top(drawing: Drawing, design: Design) -> None:
    with drawing.named("top"):
        draw_top(drawing, design.outfit, design.build, design.pose)


def _draw_trousers(drawing: Drawing, design: Design) -> None:
    """Leg by leg, so that the near one covers the far one with its shoe."""
    for side in design.pose.sides:
        _draw_leg(drawing, design, side)
        with drawing.named(f"trouser {side}"):
            draw_trouser_leg(drawing, design.outfit, design.build, design.pose, side)
        if side == design.pose.sides[0]:
            with drawing.named("pelvis"):
                draw_pelvis(drawing, design.outfit, design.build, design.pose)


def _draw_leg(drawing: Drawing, design: Design, side: int) -> None:
    outfit, build, pose = design.outfit, design.build, design.pose
    with drawing.named(f"leg {side}"):
        draw_leg(drawing, build, pose, side)
        foot = foot_of(build, pose, side)
        shod = design.framing is Framing.FULL or not pose.is_upright
        if foot.view == "side" and shod:
            limb = leg(build, pose, side)
            draw_side_foot(drawing, outfit, limb.spine[-1], foot, width=float(limb.half[-1]))
        if pose.legs != "kneel":
            draw_legwear(drawing, outfit, build, pose, side)
        if foot.view == "front" and shod:
            draw_footwear(drawing, outfit, build, pose, side)


def holder(pose: Pose) -> int:
    """The side whose hand holds the pose's prop; of two, the one that is drawn first."""
    return -1 if pose.arms[0] in HOLDING_ARMS else 1


def draw_behind(drawing: Drawing, design: Design) -> None:
    """What lies behind the whole figure: the seat, and an umbrella's canopy."""
    build, pose = design.build, design.pose
    if pose.prop == "umbrella":
        side = holder(pose)
        limb = arm(build, pose, side)
        draw_canopy(drawing, limb.spine[-1], side)
    if pose.is_upright or design.framing in (Framing.HEAD, Framing.BUST):
        return
    plan = stance(build, pose)
    if plan.rest != "chair":
        return
    rng = stream(design.seed, "seat")
    top, ground = HIP_JOINT_Y + plan.seat, lowest(build, pose) - 0.04
    kind = SEATS[int(rng.integers(len(SEATS)))]
    if pose.legs == "sit":
        half = 0.62
        span = (pose.middle(top) - half, pose.middle(top) + half)
        kind = "chair" if rng.random() < 0.6 else kind
    else:
        front = min(plan.near.ankle[0], plan.far.ankle[0]) - 0.16
        ends = sorted((pose.facing * front, pose.facing * -rng.uniform(0.6, 0.9)))
        span = (pose.middle(top) + ends[0], pose.middle(top) + ends[1])
    draw_seat(drawing, kind, span=span, top=top, ground=ground)


def draw_arm(drawing: Drawing, design: Design, side: int) -> None:
    """Skin, sleeve and hand of one arm, the outermost garment's sleeve on top."""
    with drawing.named(f"arm {side}"):
        _draw_arm(drawing, design, side)


def _draw_arm(drawing: Drawing, design: Design, side: int) -> None:
    outfit, build, pose = design.outfit, design.build, design.pose
    limb = arm(build, pose, side)
    plan = arm_of(build, pose, side)
    axis = pose.middle(1.2)
    sleeved = outfit.jacket != "none" or outfit.sleeves != "none"
    draw_bare_arm(drawing, limb, axis, sleeved=sleeved)
    if plan.hand != "hidden":
        color, part = _glove_or_skin(design)
        size = build.arm / 0.1
        matrix = hand_matrix(limb, side, kind=plan.hand, turn=plan.turn, size=size)
        if pose.prop and side == holder(pose):
            draw_prop(drawing, pose.prop, place(GRIP, matrix)[0], side)
        draw_hand(drawing, matrix, kind=plan.hand, color=color, part=part)
    part = Part.DRESS if outfit.is_dress else Part.TOP
    if outfit.jacket != "none":
        draw_sleeve(drawing, limb, "long", drawing.palette.second, Part.TOP, axis=axis, ease=0.045)
    elif outfit.sleeves != "none":
        ease = 0.05 if outfit.collar == "hood" else 0.025
        draw_sleeve(drawing, limb, outfit.sleeves, drawing.palette.main, part, axis=axis, ease=ease)


def _glove_or_skin(design: Design) -> tuple[Rgb, Part]:
    if design.outfit.gloves:
        return design.palette.gloves, Part.OTHER
    return design.palette.skin, Part.SKIN
