"""Build and pose of a figure: where shoulders, elbows, hips and feet are, in head heights."""

from dataclasses import dataclass

import numpy as np

from training.data.characters.drawing.geometry import Pair, Points, as_points, join, ribbon, smooth
from training.data.characters.figure import gait as going
from training.data.characters.figure.gait import Gait
from training.data.characters.figure.stance import (
    HIP_JOINT_Y,
    POSED_LEGS,
    ArmPlan,
    Foot,
    Stance,
    arm_plan,
    posed_legs,
)

SHOULDER_Y, ARMPIT_Y, WAIST_Y, HIP_Y, CROTCH_Y = 0.92, 1.2, 1.82, 2.32, 2.55
DEPTH_SHIFT = np.sin(np.deg2rad(40))
"""Sideways shift of a point one unit before the trunk's middle, at a full turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Half widths of the trunk, widths of the limbs, and length of the legs."""

    shoulder: float
    chest: float
    waist: float
    hip: float
    neck: float
    arm: float
    leg: float
    leg_length: float
    bust: float

    def leg_y(self, share: float) -> float:
        """Height on the legs: 0 at the crotch, 1 at the sole."""
        return CROTCH_Y + self.leg_length * share


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Arms and legs by name (left of the picture first), lean and turn of the trunk.

    With a ``gait``, it alone says where the limbs are. ``prop`` is what a hand holds.
    """

    arms: tuple[str, str]
    legs: str
    lean: float
    turn: float
    gait: Gait | None = None
    prop: str = ""

    @property
    def facing(self) -> int:
        """1 if the trunk is turned to the picture's right, else -1."""
        return 1 if self.turn >= 0 else -1

    @property
    def sides(self) -> tuple[int, int]:
        """The far side and the near side of the trunk; 1 is the picture's right."""
        return self.facing, -self.facing

    @property
    def is_upright(self) -> bool:
        """Whether both legs hang down from the hips, as in standing and going."""
        return self.legs not in POSED_LEGS

    def middle(self, y: float) -> float:
        """x of the trunk's axis at a height."""
        return self.lean * 0.12 * (y - 0.8)

    def front(self, y: float) -> float:
        """x of the front's middle line (buttons, collar) at a height."""
        return self.middle(y) + self.turn * 0.12 * min(1.0, max(0.0, (y - 0.6) / 0.5))


def walking(gait: Gait, facing: int) -> Pose:
    """The pose at a moment of walking or running towards a side (1 is the right)."""
    lean = -facing * going.STRIDES[gait.kind].lean
    return Pose(arms=("swing", "swing"), legs=gait.kind, lean=lean, turn=facing * 0.9, gait=gait)


def drop(build: Build, pose: Pose) -> float:
    """How much lower the trunk is than in standing."""
    return going.drop(pose.gait, build.leg_length) if pose.gait else 0.0


def trunk_side(
    build: Build,
    pose: Pose,
    side: int,
    *,
    ease: float = 0.0,
    bottom: float = HIP_Y,
    flare: float = 0.0,
) -> Points:
    """One side of the trunk from the neck over the shoulder to ``bottom``; side 1 is the right."""
    top = smooth(
        [
            (build.neck + 0.02, 0.72),
            (build.shoulder * 0.6, 0.815),
            (build.shoulder - 0.02 + ease, SHOULDER_Y),
        ],
        steps=5,
    )
    levels = [
        (build.shoulder + ease, SHOULDER_Y + 0.03),
        (build.chest + 0.02 + ease, ARMPIT_Y),
        (build.chest + build.bust * 0.6 + ease, 1.4),
        (build.waist + ease * 1.3 + flare * 0.3, WAIST_Y),
        (build.hip + ease + flare, HIP_Y),
        (build.hip + ease + flare * 1.4, 2.7),
        (build.hip + ease + flare * 1.8, 3.2),
    ]
    ys = np.array([y for _, y in levels])
    xs = np.array([x for x, _ in levels])
    kept = [(x, y) for x, y in levels if y < bottom - 0.05]
    kept.append((float(np.interp(bottom, ys, xs)), bottom))
    path = join(top[:-1], smooth(kept, steps=6))
    path[:, 0] *= side * (1 - 0.1 * abs(pose.turn))
    path[:, 0] += [pose.middle(y) for y in path[:, 1]]
    return path


def stance(build: Build, pose: Pose) -> Stance:
    """The legs of a pose that is not upright, for a figure that faces the picture's right."""
    thigh, shank = build.leg_y(0.45) - HIP_JOINT_Y, build.leg_length * 0.45
    return posed_legs(pose.legs, thigh, shank, build.hip)


def hang(build: Build, pose: Pose, y: float) -> float:
    """How far down a garment hangs that would reach to ``y`` on a standing figure."""
    return y if pose.is_upright else min(y, stance(build, pose).fall)


def arm_of(build: Build, pose: Pose, side: int) -> ArmPlan:
    """Elbow, wrist, hand and layer of one arm, for the right of the picture."""
    if pose.gait:
        layer = "behind" if side == pose.facing else "front"
        hand = "fist" if pose.gait.kind == "run" else "relaxed"
        return ArmPlan(elbow=(0.0, 0.0, 0.0), wrist=(0.0, 0.0, 0.0), hand=hand, layer=layer)
    return arm_plan(pose.arms[0 if side < 0 else 1], build.shoulder, build.hip)


def arm_joints(build: Build, pose: Pose, side: int) -> tuple[Pair, Pair, Pair]:
    """Shoulder, elbow and wrist of one arm."""
    if pose.gait:
        return _swung_arm(build, pose, pose.gait, side)
    plan = arm_of(build, pose, side)
    narrow = 1 - 0.1 * abs(pose.turn)
    start = (build.shoulder - 0.085, SHOULDER_Y + 0.135, 0.0)
    joints = [
        (x * side * narrow + z * DEPTH_SHIFT * pose.turn + pose.middle(y), y)
        for x, y, z in (start, plan.elbow, plan.wrist)
    ]
    return joints[0], joints[1], joints[2]


def _swung_arm(build: Build, pose: Pose, gait: Gait, side: int) -> tuple[Pair, Pair, Pair]:
    facing = pose.facing
    x, y = (build.shoulder - 0.085) * side * (1 - 0.1 * abs(pose.turn)), SHOULDER_Y + 0.135
    shoulder = np.array([x + pose.middle(y), y])
    elbow, wrist = going.elbow_and_wrist(gait, side, 0.65, 0.64)
    low, end = (
        shoulder + going.seen(u, side * out, down, facing=facing)
        for (u, down), out in ((elbow, 0.1), (wrist, 0.04))
    )
    return _pair(shoulder), _pair(low), _pair(end)


def _striding_leg(build: Build, pose: Pose, gait: Gait, side: int) -> tuple[Pair, Pair, Pair]:
    facing = pose.facing
    length = build.leg_length
    top = CROTCH_Y - 0.18
    thigh, shank = build.leg_y(0.45) - top, build.leg_y(0.9) - build.leg_y(0.45)
    u, lift = going.ankle(gait, side, length)
    ground = build.leg_y(0.9) - drop(build, pose) - lift
    knee, ankle = going.knee((0.0, top), (u, ground), thigh, shank)
    at = pose.middle(HIP_Y)
    hip, low, end = (
        going.seen(forth, side * out, y, facing=facing)
        for (forth, y), out in (
            ((0.0, top), build.hip * 0.53),
            (knee, build.hip * 0.45),
            (ankle, build.hip * 0.38),
        )
    )
    return (hip[0] + at, top), (low[0] + at, low[1]), (end[0] + at, end[1])


def _pair(point: Points) -> Pair:
    return float(point[0]), float(point[1])


def leg_joints(build: Build, pose: Pose, side: int) -> tuple[Pair, Pair, Pair]:
    """Hip, knee and ankle of one leg."""
    if pose.gait:
        return _striding_leg(build, pose, pose.gait, side)
    at = pose.middle(HIP_Y)
    if not pose.is_upright:
        plan = stance(build, pose).near if side == pose.sides[1] else stance(build, pose).far
        points = ((plan.hip_x, 0.0), plan.knee, plan.ankle)
        low = [(at + pose.facing * x, HIP_JOINT_Y + y) for x, y in points]
        return low[0], low[1], low[2]
    spread = {
        "stand": (0.21, 0.2),
        "together": (0.15, 0.115),
        "wide": (0.32, 0.4),
        "contrapposto": (0.22, 0.2),
        "step": (0.2, 0.2),
        "kick": (0.19, 0.16),
        "crossed": (0.16, 0.1),
        "jump": (0.3, 0.2),
    }[pose.legs]
    knee, ankle = spread
    knee_share, ankle_share = 0.45, 0.9
    if pose.legs == "contrapposto" and side > 0:
        knee, ankle = 0.3, 0.34
    if pose.legs == "step" and side > 0:
        knee, ankle = 0.12, 0.02
    if pose.legs == "crossed":
        knee, ankle = (0.13, -0.1) if side > 0 else (0.17, 0.02)
    if pose.legs == "kick" and side > 0:
        ankle, ankle_share = 0.36, 0.64
    if pose.legs == "jump":
        knee_share, ankle_share = (0.36, 0.68) if side > 0 else (0.42, 0.8)
    top = (at + side * build.hip * 0.53, HIP_JOINT_Y)
    return (
        top,
        (at + side * knee, build.leg_y(knee_share)),
        (at + side * ankle, build.leg_y(ankle_share)),
    )


def foot_of(build: Build, pose: Pose, side: int) -> Foot:
    """How one foot is seen."""
    if pose.gait:
        turn = going.toe_turn(pose.gait, side)
        return Foot(view="side", turn=turn, facing=pose.facing)
    if pose.is_upright:
        if pose.legs == "kick" and side > 0:
            return Foot(view="side", turn=1.2, facing=-1)
        return Foot(turn=0.2)
    plan = stance(build, pose).near if side == pose.sides[1] else stance(build, pose).far
    return Foot(view=plan.foot.view, turn=plan.foot.turn, facing=pose.facing)


def reach(build: Build, pose: Pose) -> tuple[float, float]:
    """Left and right extent of trunk and limbs, hands and feet included."""
    left, right = [], []
    for side in (-1, 1):
        for x, _ in (*leg_joints(build, pose, side), *arm_joints(build, pose, side)):
            left.append(x - 0.25)
            right.append(x + 0.25)
        x, _ = leg_joints(build, pose, side)[2]
        if foot_of(build, pose, side).view == "side":
            left.append(x - 0.42)
            right.append(x + 0.42)
    return min(left), max(right)


def lowest(build: Build, pose: Pose) -> float:
    """y of the soles, or of the ground that the figure sits or kneels on."""
    if pose.gait or pose.is_upright:
        return build.leg_y(1.1)
    plan = stance(build, pose)
    if plan.rest == "floor":
        return HIP_JOINT_Y + plan.seat + 0.14
    return HIP_JOINT_Y + max(plan.near.ankle[1], plan.far.ankle[1]) + 0.36


@dataclass(frozen=True, slots=True)
class Limb:
    """A jointed band: its spine and half widths, from which sleeves and skin are cut."""

    spine: Points
    half: np.ndarray

    def cut(self, start: float, end: float, ease: float = 0.0, flare: float = 0.0) -> "Limb":
        """The stretch between two shares of the length, wider by ``ease``, more so at its end."""
        n = len(self.spine) - 1
        index = np.linspace(start * n, end * n, 30)
        steps = np.arange(n + 1)
        spine = np.stack([np.interp(index, steps, self.spine[:, i]) for i in (0, 1)], axis=1)
        share = np.linspace(0, 1, len(index))
        return Limb(spine, np.interp(index, steps, self.half) + ease + flare * share**2)

    def edges(self) -> tuple[Points, Points]:
        """Left and right edge along the spine's direction."""
        return ribbon(self.spine, self.half)

    def outer_edge(self, axis: float, *, cap: float) -> tuple[Points, Points]:
        """Edge away from the trunk's axis with half of the rounded start, and the inner edge."""
        left, right = self.edges()
        away = np.sign(self.spine[:, 0].mean() - axis)
        near = min(2, len(left) - 1, len(right) - 1)
        is_left = (left[near, 0] - right[near, 0]) * away > 0
        outer, inner = (left, right) if is_left else (right, left)
        dome = self.dome(outer[0], inner[0], cap)
        return join(dome[len(dome) // 2 : -1], outer), inner

    def dome(self, first: Points, last: Points, cap: float) -> Points:
        """Round start of the limb, from the last edge's start to the first's."""
        way = self.spine[0] - self.spine[1]
        way = way / max(float(np.hypot(*way)), 1e-9)
        rise = way * float(self.half[0]) * cap
        corners = [last + rise * 0.55, self.spine[0] + rise, first + rise * 0.55]
        return smooth([last, *corners, first], steps=4)

    def path(self, *, cap: float = 0.0) -> Points:
        """Closed outline; the start is rounded by ``cap`` of its half width."""
        left, right = self.edges()
        if cap == 0:
            return join(left, right[::-1])
        return join(left, right[::-1], self.dome(left[0], right[0], cap)[1:-1])


def limb(joints: tuple[Pair, Pair, Pair], widths: tuple[float, ...]) -> Limb:
    """A limb with a rounded bend; ``widths`` are half widths at equal steps."""
    a, b, c = as_points(joints)
    knots = [a, a * 0.45 + b * 0.55, b * 0.84 + a * 0.08 + c * 0.08, b * 0.5 + c * 0.5, c]
    spine = smooth(np.array(knots), steps=8)
    share = np.linspace(0, 1, len(spine))
    half = np.interp(share, np.linspace(0, 1, len(widths)), widths)
    return Limb(spine, half)


def arm(build: Build, pose: Pose, side: int) -> Limb:
    """The bare arm."""
    a = build.arm
    return limb(arm_joints(build, pose, side), (a * 1.12, a * 1.02, a * 0.86, a * 0.84, a * 0.58))


def leg(build: Build, pose: Pose, side: int) -> Limb:
    """The bare leg."""
    w = build.leg
    if pose.legs == "kneel":  # the shank lies behind the knee, which is round
        return limb(leg_joints(build, pose, side), (w, w, w, w * 0.9, w * 0.55))
    return limb(leg_joints(build, pose, side), (w, w * 0.92, w * 0.66, w * 0.66, w * 0.38))
