"""Who is drawn: every choice about one figure, taken from its seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from training.data.characters.clothes.accessories import ANIMAL_EARS, GLASSES, ORNAMENTS
from training.data.characters.clothes.footwear import LEGWEAR
from training.data.characters.clothes.garments import Outfit
from training.data.characters.clothes.hats import HATS
from training.data.characters.drawing.rasterizer import Look
from training.data.characters.drawing.shading import Light, choose_light
from training.data.characters.figure.gait import Gait
from training.data.characters.figure.palette import Palette, choose_palette
from training.data.characters.figure.pose import Build, Pose, walking
from training.data.characters.figure.postures import POSTURE_NAMES, choose_posture, pose_of
from training.data.characters.hair.hair_back import BACKS
from training.data.characters.hair.hair_style import FRINGES, SIDES, HairStyle
from training.data.characters.head.brows import BROWS
from training.data.characters.head.eye_styles import EYE_STYLES
from training.data.characters.head.eyes import CLOSED_LID, PUPILS, Eyes
from training.data.characters.head.head import MOUTHS, NOSES, Face
from training.data.characters.head.head_view import HeadView

PROFILE_SHARE = 0.12
"""How often a head is drawn in profile."""


class Framing(Enum):
    """How much of the figure the picture shows."""

    HEAD = "head"
    BUST = "bust"
    HALF = "half"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewChoice:
    """What of the view is fixed; None leaves it to the seed.

    yaw in degrees, 0 from the front, 40 in three-quarter view, 90 in profile; negative looks to
    the picture's left.
    posture is one of training.data.characters.figure.postures.POSTURE_NAMES, backdrop "none" or one
    of training.data.characters.scene.backdrop.BACKDROPS; company is whether there is a second
    figure. light is the number of one of the seed's further lights; its lines stay as they are.
    """

    framing: Framing | None = None
    yaw: float | None = None
    posture: str | None = None
    backdrop: str | None = None
    company: bool | None = None
    light: int | None = None

    def __post_init__(self) -> None:
        if self.posture is not None and self.posture not in POSTURE_NAMES:
            known = ", ".join(POSTURE_NAMES)
            raise ValueError(f"no posture {self.posture!r}; there are {known}")
        if self.yaw is not None and not -90 <= self.yaw <= 90:
            raise ValueError(f"a head turns by -90 to 90 degrees; got {self.yaw}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How a frame of a sequence differs from the still of the same seed.

    shift in head heights; yaw and roll in degrees, added; nod in units, added; sway moves the
    hair (about -0.3 to 0.3); blink is the share by which the lids are closed; mouth_open scales an
    open mouth; gait takes the place of the seed's pose.
    """

    shift: tuple[float, float] = (0.0, 0.0)
    yaw: float = 0.0
    roll: float = 0.0
    nod: float = 0.0
    sway: float = 0.0
    blink: float = 0.0
    mouth_open: float = 1.0
    gait: Gait | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """All choices about one figure and its picture."""

    seed: int
    framing: Framing
    facing: int
    head_view: HeadView
    roll: float
    head_size: float
    face: Face
    eyes: Eyes
    hair: HairStyle
    palette: Palette
    light: Light
    build: Build
    pose: Pose
    outfit: Outfit
    hat: str
    glasses: str
    ornament: str
    animal_ears: str
    earrings: bool
    look: Look
    crop: tuple[float, float, float]


def stream(seed: int, name: str) -> np.random.Generator:
    """Random numbers of one aspect of a seed, so that aspects do not disturb each other."""
    return np.random.default_rng([seed & 0xFFFFFFFF, *name.encode()])


def _one(rng: np.random.Generator, names: Sequence[str]) -> str:
    return names[int(rng.integers(len(names)))]


def _rarely(rng: np.random.Generator, chance: float, names: Sequence[str]) -> str:
    """One of the names with a chance, else "none"."""
    name = _one(rng, names)
    return name if rng.random() < chance else "none"


def choose_design(seed: int, view: ViewChoice, motion: Motion) -> Design:
    """Every choice for a seed; view and motion change only what they name."""
    rng = stream(seed, "figure")
    feminine = bool(rng.random() < 0.58)
    youth = float(rng.random())
    palette = choose_palette(stream(seed, "palette"))
    likely = Framing(_weighted(rng, {"head": 0.17, "bust": 0.35, "half": 0.26, "full": 0.22}))
    framing = view.framing or likely
    turned = rng.uniform(12, 38) * (1 if rng.random() < 0.5 else -1) if rng.random() < 0.55 else 0.0
    sideways = _sideways(stream(seed, "profile"))
    seen = (sideways or turned) if view.yaw is None else view.yaw
    yaw = float(np.clip(seen + motion.yaw, -90, 90))
    facing = 1 if yaw >= 0 else -1
    hair = _choose_hair(stream(seed, "hair"), feminine, motion)
    hat = _rarely(rng, 0.16, HATS)
    animal = _rarely(rng, 0.12, ANIMAL_EARS) if hat == "none" else "none"
    light = choose_light(stream(seed, "light"))
    if view.light is not None:
        light = replace(choose_light(stream(seed, f"light {view.light}")), glint=light.glint)
    wide = float(rng.uniform(0.94, 1.04))
    size = float(rng.uniform(0.92, 1.08)) * (1.06 if youth > 0.6 else 0.98)
    crop = tuple(rng.uniform(-1, 1, 3))
    pose = _choose_pose(seed, view, motion, framing=framing, turn=abs(yaw) / 40 * facing)
    outfit = _choose_outfit(stream(seed, "outfit"), feminine)
    if pose.prop:  # a cape would hide what the hands hold
        outfit = replace(outfit, cape=False)
    return Design(
        seed=seed,
        framing=framing,
        facing=facing,
        head_view=HeadView(abs(yaw), float(np.clip(rng.normal(0, 0.02), -0.04, 0.04)) + motion.nod),
        roll=float(np.deg2rad(rng.normal(0, 4.5) + motion.roll)),
        head_size=size,
        face=_choose_face(stream(seed, "face"), feminine, youth, wide, motion),
        eyes=_choose_eyes(stream(seed, "eyes"), feminine, youth, motion),
        hair=hair,
        palette=palette,
        light=light,
        build=_choose_build(stream(seed, "build"), feminine, youth),
        pose=pose,
        outfit=outfit,
        hat=hat,
        glasses=_rarely(rng, 0.16, GLASSES),
        ornament=_rarely(rng, 0.5 if feminine else 0.08, ORNAMENTS[1:])
        if hat == "none"
        else "none",
        animal_ears=animal,
        earrings=bool(rng.random() < 0.15),
        look=_choose_look(stream(seed, "look"), palette, framing),
        crop=(float(crop[0]), float(crop[1]), float(crop[2])),
    )


def _choose_pose(
    seed: int, view: ViewChoice, motion: Motion, *, framing: Framing, turn: float
) -> Pose:
    if motion.gait:
        return walking(motion.gait, 1 if turn >= 0 else -1)
    likely = choose_posture(stream(seed, "posture"), whole=framing is Framing.FULL)
    return pose_of(view.posture or likely, stream(seed, "pose"), turn)


def _sideways(rng: np.random.Generator) -> float | None:
    """Yaw of a head in profile, or None for the others."""
    yaw = rng.uniform(80, 90) * (1 if rng.random() < 0.5 else -1)
    return float(yaw) if rng.random() < PROFILE_SHARE else None


def _weighted(rng: np.random.Generator, chances: dict[str, float]) -> str:
    names = list(chances)
    return names[int(np.searchsorted(np.cumsum(list(chances.values())), rng.random() * 0.999999))]


def _choose_hair(rng: np.random.Generator, feminine: bool, motion: Motion) -> HairStyle:
    if feminine:
        back = _one(rng, [name for name in BACKS if name != "nape"])
        sides = _one(rng, SIDES)
    else:
        back = _weighted(
            rng, {"nape": 0.66, "medium": 0.12, "low_ponytail": 0.1, "bob": 0.06, "long": 0.06}
        )
        sides = _one(rng, ("none", "none", "short", "short", "strands"))
    spikes = int(rng.integers(7, 13)) if rng.random() < (0.1 if feminine else 0.6) else 0
    return HairStyle(
        fringe=_one(rng, list(FRINGES)),
        sides=sides,
        fringe_drop=float(rng.uniform(-0.01, 0.055)),
        side_length=float(rng.uniform(0.55, 1.25)),
        back=back,
        back_length=float(rng.uniform(1.25, 2.5)),
        volume=float(rng.uniform(0.035, 0.09)),
        spikes=spikes,
        antenna=int(rng.choice([0, 0, 1, 1, 2])),
        strands=float(rng.uniform(0.2, 1.2)),
        sheen=_one(rng, ("band", "band", "thin", "spots", "none")),
        sway=float(rng.normal(0, 0.04)) + motion.sway,
        outer_color=bool(rng.random() < 0.04),
    )


def _choose_face(
    rng: np.random.Generator, feminine: bool, youth: float, wide: float, motion: Motion
) -> Face:
    return Face(
        width=wide,
        jaw=float(rng.uniform(0.95, 1.06) if feminine else rng.uniform(1.0, 1.16)),
        chin=float(rng.uniform(-0.04, 0.0) if youth > 0.5 else rng.uniform(-0.01, 0.045)),
        nose=_one(rng, NOSES),
        mouth=_one(rng, ("smile", "open", *MOUTHS)),
        mouth_y=float(rng.uniform(0.395, 0.42)),
        mouth_width=float(rng.uniform(0.055, 0.095)),
        open_share=motion.mouth_open,
        ears=_rarely(rng, 0.1, ("pointed",)),
        blush=float(rng.uniform(0.15, 0.85)) if rng.random() < 0.55 else 0.0,
        mole=bool(rng.random() < 0.07),
    )


def _choose_eyes(rng: np.random.Generator, feminine: bool, youth: float, motion: Motion) -> Eyes:
    large = 0.245 + 0.035 * youth if feminine else 0.215 + 0.04 * youth
    closed = _rarely(rng, 0.07, ("happy", "asleep"))
    return Eyes(
        style=_one(rng, list(EYE_STYLES)),
        pupil=_one(rng, ("round", "oval", *PUPILS)),
        width=float(large * rng.uniform(0.93, 1.07)),
        spacing=float(rng.uniform(0.19, 0.208)),
        y=float(rng.uniform(0.10, 0.14)),
        gaze=(float(rng.uniform(-0.12, 0.12)), float(rng.uniform(-0.05, 0.06))),
        closed="asleep" if motion.blink > CLOSED_LID else "no" if closed == "none" else closed,
        lid=motion.blink,
        crease=bool(rng.random() < 0.7),
        lower_lash=bool(rng.random() < (0.55 if feminine else 0.2)),
        catch_lights=int(rng.integers(1, 4)),
        brow=_one(rng, BROWS),
        brow_lift=float(rng.uniform(-0.005, 0.035)),
        wink=bool(rng.random() < 0.03),
    )


def _choose_build(rng: np.random.Generator, feminine: bool, youth: float) -> Build:
    if feminine:
        return Build(
            shoulder=float(rng.uniform(0.46, 0.53)),
            chest=float(rng.uniform(0.33, 0.37)),
            waist=float(rng.uniform(0.27, 0.32)),
            hip=float(rng.uniform(0.37, 0.43)),
            neck=float(rng.uniform(0.115, 0.135)),
            arm=float(rng.uniform(0.085, 0.105)),
            leg=float(rng.uniform(0.165, 0.205)),
            leg_length=float(rng.uniform(2.7, 3.2)) - 0.5 * youth,
            bust=float(rng.uniform(0.0, 0.12)) * (1 - 0.6 * youth),
        )
    return Build(
        shoulder=float(rng.uniform(0.55, 0.68)) - 0.08 * youth,
        chest=float(rng.uniform(0.41, 0.47)) - 0.06 * youth,
        waist=float(rng.uniform(0.34, 0.39)) - 0.04 * youth,
        hip=float(rng.uniform(0.36, 0.41)),
        neck=float(rng.uniform(0.15, 0.185)) - 0.03 * youth,
        arm=float(rng.uniform(0.105, 0.135)) - 0.02 * youth,
        leg=float(rng.uniform(0.18, 0.21)),
        leg_length=float(rng.uniform(2.8, 3.3)) - 0.5 * youth,
        bust=0.0,
    )


LIKELY_BOTTOMS = {
    "pleated": 0.24,
    "flared": 0.14,
    "long_skirt": 0.08,
    "pencil": 0.05,
    "trousers": 0.1,
    "shorts": 0.08,
    "wide_trousers": 0.03,
    "dress": 0.2,
    "long_dress": 0.08,
}
LIKELY_COLLARS = (
    "crew",
    "v",
    "turtle",
    "shirt",
    "shirt",
    "sailor",
    "sailor",
    "hood",
    "round",
    "kimono",
)


def _choose_outfit(rng: np.random.Generator, feminine: bool) -> Outfit:
    if feminine:
        bottom = _weighted(rng, LIKELY_BOTTOMS)
        collar = _one(rng, LIKELY_COLLARS)
        sleeves = _one(rng, ("none", "short", "puff", "long", "long", "wide", "rolled"))
    else:
        bottom = _weighted(rng, {"trousers": 0.68, "wide_trousers": 0.14, "shorts": 0.18})
        collar = _one(rng, ("crew", "v", "turtle", "shirt", "shirt", "hood", "kimono", "crew"))
        sleeves = _one(rng, ("short", "short", "long", "long", "rolled", "wide"))
    if collar == "hood":
        sleeves = "long"
    jacket = _rarely(rng, 0.3, ("blazer", "cardigan", "coat", "parka"))
    if collar in ("sailor", "hood", "kimono"):
        jacket = "none"
    if (collar, sleeves, jacket) == ("round", "none", "none"):
        collar = "strap"
    fitting = {
        "shirt": ("tie", "bow", "none"),
        "sailor": ("bow", "bow", "tie"),
        "round": ("choker", "pendant", "none"),
        "strap": ("choker", "pendant", "none"),
        "crew": ("scarf", "pendant", "none"),
        "v": ("pendant", "choker", "none"),
    }
    return Outfit(
        collar=collar,
        sleeves=sleeves,
        jacket=jacket,
        cape=bool(rng.random() < 0.07),
        bottom=bottom,
        skirt_length=float(rng.uniform(0.25, 1.0)),
        tucked=bool(rng.random() < 0.6),
        belt=bool(rng.random() < 0.3),
        legwear=_one(rng, LEGWEAR) if feminine else _one(rng, ("none", "ankle")),
        footwear=_one(
            rng,
            ("loafers", "sneakers", "boots", "tall_boots", "pumps")
            if feminine
            else ("loafers", "sneakers", "boots"),
        ),
        neckwear=_one(rng, fitting.get(collar, ("none",))),
        gloves=bool(rng.random() < 0.1),
        pattern=_one(rng, ("none", "none", "none", "stripes", "mark", "trim", "trim")),
    )


def _choose_look(rng: np.random.Generator, palette: Palette, framing: Framing) -> Look:
    weight = {"head": 1.95, "bust": 1.65, "half": 1.4, "full": 1.2}[framing.value]
    first = int(rng.integers(168, 212))
    tones = (first, first if rng.random() < 0.3 else int(first * rng.uniform(0.74, 0.9)))
    tints = ((1.0, 1.0, 1.0), (1.02, 0.93, 1.08), (1.06, 0.97, 0.95), (0.94, 0.97, 1.1))
    ink = ((20, 16, 22), (44, 26, 26), (30, 24, 48), (52, 28, 36))
    return Look(
        line_px=weight * float(rng.uniform(0.75, 1.2)),
        tones=(first, tones[1]),
        tint=tints[int(rng.integers(len(tints)))],
        ink=ink[int(rng.integers(len(ink)))],
        ink_share=float(rng.choice([0.0, 0.3, 0.45, 0.6])),
        softness=float(rng.uniform(0.6, 2.6)) if rng.random() < 0.45 else 0.0,
        contour_px=float(rng.uniform(0.8, 1.8)) if rng.random() < 0.3 else 0.0,
        background=palette.paper,
        form=float(rng.uniform(0.12, 0.3)) if rng.random() < 0.75 else 0.0,
    )
