"""Walking and running: where hips, knees, ankles, elbows and wrists are at a phase of the cycle.

Worked out in the plane of motion (u forward, y down, in head heights), then seen from the angle
at which the figure goes. Phases are shares of a cycle of two steps.
"""

from dataclasses import dataclass

import numpy as np

VIEW_ANGLE = np.deg2rad(52.0)
"""How far a walking figure is turned from the viewer."""
FORESHORTENING = 0.1
"""How much lower a point lies for each unit that it is nearer to the viewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gait:
    """One moment of walking or running: kind "walk" or "run", phase in cycles."""

    kind: str
    phase: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stride:
    """Manner of going.

    reach   distance of the foot before and behind the hip, as a share of the leg's length.
    ground  share of the cycle that a foot is on the ground.
    lift    greatest height of the ankle in the swing, as a share of the leg's length.
    arm     swing of the upper arm in radians; elbow its bend at rest, and added in front.
    lean    of the trunk; bob of the hips, lowest with the feet apart (highest if negative).
    low     how much lower the hips are than in standing, as a share of the leg's length.
    """

    reach: float
    ground: float
    lift: float
    arm: float
    elbow: tuple[float, float]
    lean: float
    bob: float
    low: float


STRIDES = {
    "walk": Stride(
        reach=0.27,
        ground=0.6,
        lift=0.16,
        arm=0.5,
        elbow=(0.25, 0.35),
        lean=0.25,
        bob=0.025,
        low=0.02,
    ),
    "run": Stride(
        reach=0.4,
        ground=0.38,
        lift=0.36,
        arm=0.85,
        elbow=(1.5, 0.25),
        lean=0.8,
        bob=-0.03,
        low=0.06,
    ),
}


def drop(gait: Gait, leg: float) -> float:
    """How much lower than in standing the hips are; ``leg`` is the leg's length."""
    stride = STRIDES[gait.kind]
    return leg * (stride.low + stride.bob * float(np.cos(4 * np.pi * gait.phase)))


def ankle(gait: Gait, side: int, leg: float) -> tuple[float, float]:
    """Place (u, height over the ground) of an ankle; side 1 leads at phase 0."""
    stride = STRIDES[gait.kind]
    phase = (gait.phase + (0.0 if side > 0 else 0.5)) % 1.0
    reach = stride.reach * leg
    if phase < stride.ground:
        share = phase / stride.ground
        push = max(0.0, (share - 0.7) / 0.3)
        return reach * (1 - 2 * share), 0.07 * leg * push**2
    share = (phase - stride.ground) / (1 - stride.ground)
    onward = share * share * (3 - 2 * share)
    start = 0.07 * leg * (1 - share) ** 2
    return reach * (2 * onward - 1), start + stride.lift * leg * float(
        np.sin(np.pi * share**0.8) ** 1.3
    )


def toe_turn(gait: Gait, side: int) -> float:
    """How far the toe points down, in radians: up at the contact, down at the push and after."""
    stride = STRIDES[gait.kind]
    phase = (gait.phase + (0.0 if side > 0 else 0.5)) % 1.0
    ends = [0.0, 0.1, 0.62 * stride.ground, stride.ground, stride.ground + 0.12, 0.9, 1.0]
    turns = [-0.3, 0.0, 0.0, 0.75, 0.85, -0.15, -0.3]
    return float(np.interp(phase, ends, turns))


def knee(
    hip: tuple[float, float], foot: tuple[float, float], thigh: float, shank: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Knee, and the ankle brought into reach; the knee bends forward (positive u)."""
    way = np.array(foot) - np.array(hip)
    far = float(np.hypot(*way))
    reach = min(far, (thigh + shank) * 0.998)
    way = way / max(far, 1e-9)
    end = np.array(hip) + way * reach
    along = (thigh**2 - shank**2 + reach**2) / (2 * reach)
    out = float(np.sqrt(max(thigh**2 - along**2, 0.0)))
    bent = np.array(hip) + way * along + out * np.array([way[1], -way[0]])
    return (float(bent[0]), float(bent[1])), (float(end[0]), float(end[1]))


def elbow_and_wrist(
    gait: Gait, side: int, upper: float, fore: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Elbow and wrist relative to the shoulder; an arm swings against its leg."""
    stride = STRIDES[gait.kind]
    swing = -float(np.cos(2 * np.pi * gait.phase)) * (1 if side > 0 else -1)
    angle = stride.arm * swing + (0.06 if gait.kind == "walk" else -0.15)
    low = angle + stride.elbow[0] + stride.elbow[1] * max(swing, 0.0)
    elbow = (upper * float(np.sin(angle)), upper * float(np.cos(angle)))
    wrist = (elbow[0] + fore * float(np.sin(low)), elbow[1] + fore * float(np.cos(low)))
    return elbow, wrist


def seen(
    u: float, sideways: float, y: float, *, facing: int, angle: float = VIEW_ANGLE
) -> tuple[float, float]:
    """A point (forward, to the picture's right at the front, down) as seen when going ``facing``.

    Its depth moves it down a little, as from eye height.
    """
    x = facing * u * np.sin(angle) + sideways * np.cos(angle)
    depth = u * np.cos(angle) - facing * sideways * np.sin(angle)
    return float(x), float(y + FORESHORTENING * depth)
