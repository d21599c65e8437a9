"""Puts one figure together in painter's order, and frames it."""

import numpy as np

from models.parts import Part
from models.tags import Rgb
from training.data.characters.accessories import (
    draw_animal_ears,
    draw_earrings,
    draw_glasses,
    draw_ornament,
)
from training.data.characters.body import draw_bare_arm, draw_hand, draw_leg, draw_trunk
from training.data.characters.brows import draw_brows
from training.data.characters.design import Design, Framing, Motion, stream
from training.data.characters.drawing import Drawing
from training.data.characters.eyes import draw_eyes
from training.data.characters.footwear import draw_footwear, draw_legwear
from training.data.characters.garments import draw_jacket, draw_top
from training.data.characters.geometry import Matrix, affine
from training.data.characters.hair import draw_cap
from training.data.characters.hair_back import draw_back_hair, draw_bound_hair, draw_side_hair
from training.data.characters.hair_style import LOOSE
from training.data.characters.hats import draw_hat
from training.data.characters.head import (
    draw_cheeks,
    draw_ear,
    draw_face,
    draw_mouth,
    draw_nose,
)
from training.data.characters.lower import draw_bottom
from training.data.characters.neckwear import draw_cape, draw_collar, draw_neckwear
from training.data.characters.pose import ARMS_OVER_HEAD, arm, drop
from training.data.characters.sleeves import draw_sleeve

HANDS = {"wave": "open", "chest": "fist", "hip": "fist", "clasped": "fist"}
HEAD_PIVOT = (0.0, 0.42)
HEAD_DROP = 0.11
"""How much lower the head sits than in the plan of the body; less neck shows."""


def draw_figure(design: Design, scope: str = "figure") -> Drawing:
    """The whole figure; what the frame cuts off is drawn as well. ``scope`` tells figures apart."""
    drawing = Drawing(design.palette, design.light, scope=scope)
    head = _head_matrix(design)
    outfit, build, pose = design.outfit, design.build, design.pose
    with drawing.placed(head), drawing.named("back hair"):
        draw_back_hair(drawing, design.hair, design.head_view, stream(design.seed, "back hair"))
    if outfit.cape:
        draw_cape(drawing, build, pose, front=False)
    for side in (-1, 1):
        if pose.arms[0 if side < 0 else 1] == "behind":
            _draw_arm(drawing, design, side)
    if design.framing in (Framing.HALF, Framing.FULL):
        _draw_legs(drawing, design)
    with drawing.named("trunk"):
        draw_trunk(drawing, build, pose)
    over = outfit.is_dress or outfit.tucked
    if not over:
        _draw_bottom(drawing, design)
    with drawing.named("top"):
        draw_top(drawing, outfit, build, pose)
    if over:
        _draw_bottom(drawing, design)
    if outfit.neckwear == "tie":
        draw_neckwear(drawing, outfit, build, pose)
    if outfit.jacket != "none":
        draw_jacket(drawing, outfit, build, pose)
    for side in (-1, 1):
        if pose.arms[0 if side < 0 else 1] not in ("behind", *ARMS_OVER_HEAD):
            _draw_arm(drawing, design, side)
    if outfit.cape:
        draw_cape(drawing, build, pose, front=True)
    draw_collar(drawing, outfit, build, pose)
    if outfit.neckwear != "tie":
        draw_neckwear(drawing, outfit, build, pose)
    with drawing.placed(head):
        _draw_head(drawing, design)
    for side in (-1, 1):
        if pose.arms[0 if side < 0 else 1] in ARMS_OVER_HEAD:
            _draw_arm(drawing, design, side)
    return drawing


def _head_matrix(design: Design) -> Matrix:
    """Head units to figure units: size, mirroring, tilt around the neck."""
    size = design.head_size
    matrix = affine(scale=(size * design.facing, size), turn=design.roll)
    pivot = np.array(HEAD_PIVOT)
    matrix[:, 2] = pivot - matrix[:, :2] @ (pivot * (1, 1)) + (design.pose.lean * 0.02, HEAD_DROP)
    return matrix


def _draw_head(drawing: Drawing, design: Design) -> None:
    view = design.head_view
    rng = stream(design.seed, "front hair")
    with drawing.named("face"):
        draw_face(drawing, design.face, view)
    if design.earrings:
        draw_earrings(drawing, view)
    draw_nose(drawing, design.face, view)
    draw_mouth(drawing, design.face, view)
    draw_cheeks(drawing, design.face, view)
    draw_eyes(drawing, design.eyes, view)
    draw_brows(drawing, design.eyes, view)
    if design.glasses != "none":
        draw_glasses(drawing, design.glasses, design.eyes, view)
    covered = design.hair.back in LOOSE
    if view.is_side and covered:
        draw_ear(drawing, design.face, view, -1)
    draw_side_hair(drawing, design.hair, view, stream(design.seed, "back hair"))
    with drawing.named("cap"):
        draw_cap(drawing, design.hair, view, rng)
    if view.is_side and not covered:
        draw_ear(drawing, design.face, view, -1)
    with drawing.named("bound hair"):
        draw_bound_hair(drawing, design.hair, view, rng)
    if design.animal_ears != "none":
        draw_animal_ears(drawing, design.animal_ears, design.hair, view)
    if design.hat != "none":
        draw_hat(drawing, design.hat, design.hair, view)
    draw_ornament(drawing, design.ornament, design.hair, view)


def _draw_legs(drawing: Drawing, design: Design) -> None:
    outfit, build, pose = design.outfit, design.build, design.pose
    for side in (1, -1):
        with drawing.named(f"leg {side}"):
            draw_leg(drawing, build, pose, side)
            draw_legwear(drawing, outfit, build, pose, side)
            if design.framing is Framing.FULL:
                draw_footwear(drawing, outfit, build, pose, side)


def _draw_bottom(drawing: Drawing, design: Design) -> None:
    if design.framing in (Framing.HALF, Framing.FULL):
        rng = stream(design.seed, "bottom")
        with drawing.named("bottom"):
            draw_bottom(drawing, design.outfit, design.build, design.pose, rng)


def _draw_arm(drawing: Drawing, design: Design, side: int) -> None:
    with drawing.named(f"arm {side}"):
        _draw_whole_arm(drawing, design, side)


def _draw_whole_arm(drawing: Drawing, design: Design, side: int) -> None:
    """Skin, sleeve and hand of one arm, the outermost garment's sleeve on top."""
    outfit = design.outfit
    limb = arm(design.build, design.pose, side)
    name = design.pose.arms[0 if side < 0 else 1]
    hidden = name == "behind"
    axis = design.pose.middle(1.2)
    sleeved = outfit.jacket != "none" or outfit.sleeves != "none"
    draw_bare_arm(drawing, limb, axis, sleeved=sleeved)
    if not hidden:
        kind = HANDS.get(name, "relaxed")
        color, part = _glove_or_skin(design)
        size = design.build.arm / 0.1
        draw_hand(drawing, limb, side, kind=kind, color=color, part=part, size=size)
    part = Part.DRESS if outfit.is_dress else Part.TOP
    if outfit.jacket != "none":
        draw_sleeve(drawing, limb, "long", design.palette.second, Part.TOP, axis=axis, ease=0.045)
    elif outfit.sleeves != "none":
        ease = 0.05 if outfit.collar == "hood" else 0.025
        draw_sleeve(drawing, limb, outfit.sleeves, design.palette.main, part, axis=axis, ease=ease)


def frame(
    design: Design, motion: Motion, width: int, height: int
) -> tuple[float, tuple[float, float]]:
    """Scale in pixels a unit, and where the origin lies in the picture."""
    top = -0.66 + HEAD_DROP - design.hair.volume
    if design.hat != "none" or design.animal_ears != "none":
        top -= 0.3
    bottom = {
        Framing.HEAD: 0.82,
        Framing.BUST: 1.5,
        Framing.HALF: 2.75,
        Framing.FULL: design.build.leg_y(1.1),
    }[design.framing]
    dx, dy, zoom = design.crop
    scale = (
        height
        / (bottom - top)
        * (1 + 0.06 * zoom)
        * (0.93 if design.framing is Framing.FULL else 1.0)
    )
    slack = max(width / scale - 1.6, 0.0)
    x = width / 2 + dx * 0.12 * slack * scale + motion.shift[0] * scale
    slack_y = height - (bottom - top) * scale if design.framing is Framing.FULL else 0.04 * height
    y = -top * scale + (0.5 + 0.4 * dy) * slack_y + motion.shift[1] * scale
    y += drop(design.build, design.pose) * scale
    return scale, (x, y)


def _glove_or_skin(design: Design) -> tuple[Rgb, Part]:
    if design.outfit.gloves:
        return design.palette.gloves, Part.OTHER
    return design.palette.skin, Part.SKIN
