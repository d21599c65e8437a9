"""Whole-body poses by name, and how often each is drawn."""

from dataclasses import dataclass

import numpy as np

from training.data.characters.figure.gait import Gait
from training.data.characters.figure.pose import Pose, walking

PLAIN_LEGS = ("stand", "together", "contrapposto", "wide", "step")
PLAIN_ARMS = (
    ("down", "down"),
    ("relaxed", "relaxed"),
    ("behind", "behind"),
    ("clasped", "clasped"),
    ("hip", "relaxed"),
    ("relaxed", "hip"),
    ("hip", "hip"),
    ("relaxed", "wave"),
    ("wave", "down"),
    ("chest", "relaxed"),
    ("relaxed", "chest"),
    ("hip", "down"),
    ("chest", "down"),
    ("down", "behind"),
    ("chest", "chest"),
    ("hip", "wave"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """A pose that has a name: arms (far or left first), legs, and how it is turned.

    turned  the trunk turns to a side of its own (sitting sideways); else it follows the head.
    gait    walk or run; arms and legs are then those of the gait.
    full    it needs legs and feet to be understood: left to chance, only full figures have it.
    prop    what is held; the arms must be able to.
    """

    arms: tuple[str, str]
    legs: tuple[str, ...] = PLAIN_LEGS
    turned: bool = False
    gait: str = ""
    full: bool = False
    prop: str = ""


POSTURES: dict[str, Posture] = {
    "arms_crossed": Posture(arms=("crossed_under", "crossed_over")),
    "hands_on_hips": Posture(arms=("hip", "hip"), legs=("wide", "stand")),
    "arms_behind_back": Posture(arms=("behind", "behind"), legs=("together", "crossed", "stand")),
    "waving": Posture(arms=("wave", "relaxed"), legs=("contrapposto", "kick", "stand")),
    "arm_raised": Posture(arms=("raised", "hip"), legs=("wide", "contrapposto")),
    "cheering": Posture(arms=("cheer", "cheer"), legs=("jump", "wide", "kick")),
    "hand_to_chin": Posture(arms=("chin", "crossed_under"), legs=("contrapposto", "stand")),
    "hands_behind_head": Posture(arms=("behind_head", "behind_head"), legs=("crossed", "stand")),
    "hands_in_pockets": Posture(arms=("pocket", "pocket"), legs=("contrapposto", "crossed")),
    "pointing": Posture(arms=("point", "hip"), legs=("wide", "step")),
    "reaching": Posture(arms=("reach", "chest"), legs=("step", "contrapposto")),
    "saluting": Posture(arms=("salute", "down"), legs=("together", "stand")),
    "walking": Posture(arms=("swing", "swing"), gait="walk", full=True),
    "running": Posture(arms=("swing", "swing"), gait="run", full=True),
    "jumping": Posture(arms=("cheer", "wave"), legs=("jump",), full=True),
    "sitting": Posture(arms=("lap", "lap"), legs=("sit",), full=True),
    "sitting_relaxed": Posture(arms=("support", "lap"), legs=("sit",), full=True),
    "sitting_sideways": Posture(arms=("lap", "lap"), legs=("sit_turned",), turned=True, full=True),
    "sitting_crossed": Posture(arms=("lap", "chin"), legs=("sit_crossed",), turned=True, full=True),
    "sitting_on_floor": Posture(
        arms=("lap", "support"), legs=("sit_floor",), turned=True, full=True
    ),
    "hugging_knees": Posture(
        arms=("knees", "knees"), legs=("sit_knees_up",), turned=True, full=True
    ),
    "kneeling": Posture(arms=("lap", "lap"), legs=("kneel",), full=True),
    "kneeling_up": Posture(arms=("clasped", "clasped"), legs=("kneel_up",), turned=True, full=True),
    "reading": Posture(arms=("read", "read"), prop="book"),
    "with_cup": Posture(arms=("hold", "relaxed"), prop="cup"),
    "with_phone": Posture(arms=("hold", "pocket"), legs=("crossed", "contrapposto"), prop="phone"),
    "with_flower": Posture(arms=("hold", "behind"), legs=("together", "crossed"), prop="flower"),
    "with_bag": Posture(arms=("carry", "wave"), legs=("contrapposto", "stand"), prop="bag"),
    "under_umbrella": Posture(arms=("hold_out", "relaxed"), prop="umbrella"),
    "with_sword": Posture(arms=("hold_out", "hip"), legs=("wide", "step"), prop="sword"),
    "reading_seated": Posture(arms=("read", "read"), legs=("sit",), full=True, prop="book"),
    "on_one_knee": Posture(arms=("chest", "knees"), legs=("kneel_one",), turned=True, full=True),
}
STANDING = "standing"
"""The posture of plain standing poses, of which there are many."""
POSTURE_NAMES = (STANDING, *POSTURES)
STANDING_SHARE = 0.35


def choose_posture(rng: np.random.Generator, *, whole: bool) -> str:
    """A posture's name: plain standing in about a third, else any that the framing can show."""
    names = [name for name, each in POSTURES.items() if whole or not each.full]
    name = names[int(rng.integers(len(names)))]
    return STANDING if rng.random() < STANDING_SHARE else name


def pose_of(posture: str, rng: np.random.Generator, turn: float) -> Pose:
    """A pose in the posture; ``turn`` is the head's, from -1 (left) to 1."""
    if posture == STANDING:
        left, right = PLAIN_ARMS[int(rng.integers(len(PLAIN_ARMS)))]
        legs = PLAIN_LEGS[int(rng.integers(len(PLAIN_LEGS)))]
        lean = float(rng.normal(0, 0.25))
        turned = float(np.clip(turn * rng.uniform(0.3, 1.0), -1, 1))
        return Pose(arms=(left, right), legs=legs, lean=lean, turn=turned)
    plan = POSTURES[posture]
    chance = 1 if rng.random() < 0.5 else -1  # drawn in any case, so that a turn keeps the pose
    facing = int(np.sign(turn)) or chance
    if plan.gait:
        return walking(Gait(kind=plan.gait, phase=float(rng.random())), facing)
    legs = plan.legs[int(rng.integers(len(plan.legs)))]
    turned = facing * 0.9 if plan.turned else float(np.clip(turn * rng.uniform(0.3, 0.9), -1, 1))
    flipped = facing < 0 if plan.turned else bool(rng.random() < 0.5)
    return Pose(
        arms=plan.arms[::-1] if flipped else plan.arms,
        legs=legs,
        lean=float(rng.normal(0, 0.15)),
        turn=turned,
        prop=plan.prop,
    )
