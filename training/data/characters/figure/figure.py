"""Puts one figure together in painter's order, and frames it."""

import numpy as np

from training.data.characters.clothes.accessories import (
    draw_animal_ears,
    draw_earrings,
    draw_glasses,
    draw_ornament,
)
from training.data.characters.clothes.garments import draw_jacket
from training.data.characters.clothes.hats import draw_hat
from training.data.characters.clothes.neckwear import draw_cape, draw_collar, draw_neckwear
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import Matrix, affine
from training.data.characters.figure.design import Design, Framing, Motion, stream
from training.data.characters.figure.limbs import draw_arm, draw_behind, draw_body
from training.data.characters.figure.pose import arm_of, drop, lowest, reach
from training.data.characters.hair.hair import draw_cap
from training.data.characters.hair.hair_back import draw_back_hair, draw_bound_hair, draw_side_hair
from training.data.characters.hair.hair_style import LOOSE
from training.data.characters.head.brows import draw_brows
from training.data.characters.head.eyes import draw_eyes
from training.data.characters.head.head import (
    draw_cheeks,
    draw_ear,
    draw_face,
    draw_mouth,
    draw_nose,
)

ARMS_ON_TOP = ("crossed_over",)
HEAD_PIVOT = (0.0, 0.42)
HEAD_DROP = 0.11
"""How much lower the head sits than in the plan of the body; less neck shows."""


def draw_figure(design: Design, scope: str = "figure") -> Drawing:
    """The whole figure; what the frame cuts off is drawn as well. ``scope`` tells figures apart."""
    drawing = Drawing(design.palette, design.light, scope=scope)
    head = _head_matrix(design)
    outfit, build, pose = design.outfit, design.build, design.pose
    draw_behind(drawing, design)
    with drawing.placed(head), drawing.named("back hair"):
        draw_back_hair(drawing, design.hair, design.head_view, stream(design.seed, "back hair"))
    if outfit.cape:
        draw_cape(drawing, build, pose, front=False)
    _draw_arms(drawing, design, "behind")
    draw_body(drawing, design)
    if outfit.neckwear == "tie":
        draw_neckwear(drawing, outfit, build, pose)
    if outfit.jacket != "none":
        draw_jacket(drawing, outfit, build, pose)
    _draw_arms(drawing, design, "front")
    if outfit.cape:
        draw_cape(drawing, build, pose, front=True)
    draw_collar(drawing, outfit, build, pose)
    if outfit.neckwear != "tie":
        draw_neckwear(drawing, outfit, build, pose)
    with drawing.placed(head):
        _draw_head(drawing, design)
    _draw_arms(drawing, design, "over")
    return drawing


def _draw_arms(drawing: Drawing, design: Design, layer: str) -> None:
    """The arms of one layer, the one that lies on top of the other last."""
    pose = design.pose
    sides = [side for side in (-1, 1) if arm_of(design.build, pose, side).layer == layer]
    for side in sorted(sides, key=lambda side: pose.arms[0 if side < 0 else 1] in ARMS_ON_TOP):
        draw_arm(drawing, design, side)


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


def top_of(design: Design) -> float:
    """The top of the hair, hat or ears, in units."""
    top = -0.66 + HEAD_DROP - design.hair.volume
    return top - 0.3 if design.hat != "none" or design.animal_ears != "none" else top


def frame(
    design: Design, motion: Motion, width: int, height: int, *, arms: bool = True
) -> tuple[float, tuple[float, float]]:
    """Scale in pixels a unit, and where the origin lies in the picture.

    arms  spread arms of a half figure or a bust are to be seen whole.
    """
    top = top_of(design)
    bottom = {
        Framing.HEAD: 0.82,
        Framing.BUST: 1.5,
        Framing.HALF: 2.75,
        Framing.FULL: lowest(design.build, design.pose),
    }[design.framing]
    dx, dy, zoom = design.crop
    scale = (
        height
        / (bottom - top)
        * (1 + 0.06 * zoom)
        * (0.93 if design.framing is Framing.FULL else 1.0)
    )
    middle = 0.0
    if _is_spread(design) and (arms or design.framing is Framing.FULL):
        left, right = reach(design.build, design.pose)
        scale = min(scale, 0.94 * width / (right - left))
        middle = (left + right) / 2 * (1.0 if design.framing is Framing.FULL else 0.5)
    slack = max(width / scale - 1.6, 0.0) * (0.4 if middle else 1.0)
    x = width / 2 + (dx * 0.12 * slack - middle) * scale + motion.shift[0] * scale
    slack_y = height - (bottom - top) * scale if design.framing is Framing.FULL else 0.04 * height
    y = -top * scale + (0.5 + 0.4 * dy) * slack_y + motion.shift[1] * scale
    y += drop(design.build, design.pose) * scale
    return scale, (x, y)


def _is_spread(design: Design) -> bool:
    """Whether the figure reaches far to its sides: legs that do not hang, or a raised arm."""
    if design.pose.gait:
        return False
    wide = ("cheer", "reach", "point", "raised")
    return not design.pose.is_upright or any(name in wide for name in design.pose.arms)
