"""Colours of a figure by role: half of the palettes natural, half fantasy."""

import colorsys
from dataclasses import dataclass

import numpy as np

from models.hints.tags import Rgb, parse_color

NATURAL_HAIR = [
    "#2a2428",
    "#3a2a26",
    "#1f1d24",
    "#4a3020",
    "#6b4426",
    "#7d5230",
    "#94643a",
    "#b07c48",
    "#c99a5b",
    "#e8c66e",
    "#f0d487",
    "#a6552f",
    "#c0602e",
    "#8a3a2a",
    "#9a958f",
    "#cfcac2",
    "#efece6",
    "#58504e",
]
FANTASY_HAIR = [
    "#f3a3bd",
    "#e86f9c",
    "#7aa7e8",
    "#3f63b8",
    "#2b3f7d",
    "#6fd0d4",
    "#4aa79a",
    "#7fc47a",
    "#3f8f55",
    "#a583d6",
    "#6d469e",
    "#d8473f",
    "#f0843f",
    "#f6d14e",
    "#c8d4e6",
    "#f7f2f6",
    "#b8e0d4",
    "#d9a7e0",
    "#46506a",
    "#ff9d8a",
]
NATURAL_EYES = [
    "#5a3a26",
    "#7a5230",
    "#8a6a3c",
    "#3f2d28",
    "#5c7fae",
    "#7aa3c4",
    "#6d8a5a",
    "#83907a",
    "#4f6b4a",
    "#77808c",
]
FANTASY_EYES = [
    "#c23a44",
    "#e05a8a",
    "#9a54c4",
    "#5d48b8",
    "#3f78d0",
    "#42b6c8",
    "#4fae62",
    "#e8c63a",
    "#f09a34",
    "#d84a2e",
    "#f2a7c0",
    "#2c2c34",
]
NATURAL_SKIN = [
    "#fde8da",
    "#fbe0ce",
    "#f8d9c3",
    "#f5d2ba",
    "#f0c8a8",
    "#e8b98f",
    "#d9a477",
    "#c68b5c",
    "#a8703f",
    "#8c5a38",
    "#6e452e",
    "#57372a",
]
FANTASY_SKIN = ["#c6d4ee", "#a9bfe0", "#b9d6a4", "#d8c3e6", "#e8a7a0", "#9fc9c0", "#cfcfd6"]
CLOTH = [
    "#f6f4f0",
    "#ecebe6",
    "#2b2b32",
    "#3a3f52",
    "#24345c",
    "#3b5f9c",
    "#5f8fd0",
    "#9cc3ea",
    "#8fd0cf",
    "#3d8f8a",
    "#4d8a52",
    "#8fb86a",
    "#2f5a3f",
    "#f2d765",
    "#e8b13f",
    "#e6863a",
    "#c9503a",
    "#c4303a",
    "#8a2434",
    "#ef9db4",
    "#f6c8d2",
    "#d8688e",
    "#8a5ab0",
    "#5c3f86",
    "#c3aee0",
    "#7a5236",
    "#a67a50",
    "#d6bd94",
    "#efe2c6",
    "#8c8f96",
    "#c4c6ca",
    "#565a63",
]
NEUTRAL = [
    "#f6f4f0",
    "#ecebe6",
    "#efe2c6",
    "#2b2b32",
    "#3a3f52",
    "#24345c",
    "#565a63",
    "#8c8f96",
    "#7a5236",
    "#d6bd94",
]
GLASS_FRAMES = ["#2b2b30", "#b53038", "#3a5fa8", "#6b4328", "#82858c", "#2b2b30"]
PAPER = [
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#ffffff",
    "#b6bac0",
    "#c3daf3",
    "#f9dbe3",
    "#f4e6b0",
    "#cfe6c6",
    "#d8c9ea",
    "#f6d9b8",
    "#ece0c8",
    "#cceced",
    "#26262c",
    "#c3a78d",
    "#e59a90",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Flat colours (sRGB) of the roles that a figure can have."""

    skin: Rgb
    hair: Rgb
    hair_tip: Rgb
    brow: Rgb
    left_eye: Rgb
    right_eye: Rgb
    mouth: Rgb
    lips: Rgb
    tongue: Rgb
    sclera: Rgb
    main: Rgb
    second: Rgb
    trim: Rgb
    lower: Rgb
    legwear: Rgb
    footwear: Rgb
    sole: Rgb
    hat: Rgb
    glasses: Rgb
    ribbon: Rgb
    neckwear: Rgb
    gloves: Rgb
    metal: Rgb
    paper: Rgb


def mix(color: Rgb, other: Rgb, share: float) -> Rgb:
    """Linear mix in sRGB: ``share`` of the other colour."""
    return tuple(round(a * (1 - share) + b * share) for a, b in zip(color, other))  # type: ignore[return-value]


def vary(rng: np.random.Generator, text: str, amount: float = 1.0) -> Rgb:
    """The listed colour, moved a little in hue, saturation and value."""
    red, green, blue = parse_color(text)
    hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    hue = (hue + rng.normal(0, 0.012) * amount) % 1
    saturation = float(np.clip(saturation * rng.uniform(0.82, 1.15) ** amount, 0, 1))
    value = float(np.clip(value * rng.uniform(0.9, 1.06) ** amount, 0.1, 1))
    return tuple(round(channel * 255) for channel in colorsys.hsv_to_rgb(hue, saturation, value))  # type: ignore[return-value]


def _wardrobe(rng: np.random.Generator, eye: Rgb) -> list[Rgb]:
    """Colours of main garment, second garment, lower garment or trim, and an accent.

    Two thirds of the wardrobes hold to one hue and neutrals, with the accent opposite, near, or
    of the eyes; the others are picked freely.
    """

    def pick(colors: list[str]) -> Rgb:
        return vary(rng, colors[int(rng.integers(len(colors)))])

    if rng.random() < 0.34:
        return [pick(CLOTH) for _ in range(4)]
    main = pick(CLOTH)
    hue, saturation, value = colorsys.rgb_to_hsv(*(channel / 255 for channel in main))
    if saturation < 0.15:
        hue = float(rng.random())
    step = (0.5, 0.42, 0.08, -0.08, 0.0)[int(rng.integers(5))]
    accent_hue = (hue + step + rng.normal(0, 0.015)) % 1
    accent = colorsys.hsv_to_rgb(accent_hue, rng.uniform(0.5, 0.8), rng.uniform(0.6, 0.92))
    dark = value * (0.55 if value > 0.55 else 1.0) + (0.0 if value > 0.55 else 0.35)
    related = colorsys.hsv_to_rgb(hue, min(saturation * rng.uniform(0.5, 1.1), 1.0), dark)
    tones = [pick(NEUTRAL), _bytes(related), pick(NEUTRAL)]
    order = rng.permutation(3)
    return [
        main,
        tones[order[0]],
        tones[order[1]],
        eye if rng.random() < 0.2 else _bytes(accent),
    ]


def _bytes(channels: tuple[float, float, float]) -> Rgb:
    red, green, blue = (round(255 * float(np.clip(channel, 0, 1))) for channel in channels)
    return red, green, blue


def choose_palette(rng: np.random.Generator) -> Palette:
    """A palette for one figure. The garments hold together: few colours, one of them an accent."""
    fantasy = bool(rng.random() < 0.5)

    def pick(colors: list[str], amount: float = 1.0) -> Rgb:
        return vary(rng, colors[int(rng.integers(len(colors)))], amount)

    skins = FANTASY_SKIN if fantasy and rng.random() < 0.08 else NATURAL_SKIN
    light_bias = 0 if rng.random() < 0.45 else 6
    skin = pick(skins[: len(skins) - light_bias] or skins, 0.5)
    hair = pick(FANTASY_HAIR if fantasy else NATURAL_HAIR)
    eye = pick(FANTASY_EYES if fantasy or rng.random() < 0.15 else NATURAL_EYES)
    odd = fantasy and rng.random() < 0.05
    cloth = _wardrobe(rng, eye)
    accent = cloth[3] if rng.random() < 0.7 else pick(CLOTH)
    return Palette(
        skin=skin,
        hair=hair,
        hair_tip=pick(FANTASY_HAIR),
        brow=mix(hair, (40, 26, 30), 0.35 if sum(hair) > 240 else 0.1),
        left_eye=eye,
        right_eye=pick(FANTASY_EYES) if odd else eye,
        mouth=vary(rng, "#9c3f44", 0.6),
        lips=mix(skin, vary(rng, "#c4434a"), rng.uniform(0.45, 0.9)),
        tongue=vary(rng, "#e08a88", 0.5),
        sclera=vary(rng, "#fbfaf8", 0.3),
        main=cloth[0],
        second=cloth[1],
        trim=cloth[2] if rng.random() < 0.6 else vary(rng, "#f6f4f0"),
        lower=cloth[int(rng.integers(4))],
        legwear=pick(["#2b2b30", "#f4f2ee", "#3a3f52", "#7a5236", "#8c8f96", *CLOTH[::4]]),
        footwear=pick(["#2b2b30", "#5a3826", "#7a4a2b", "#f2f2f0", "#8a2434", *CLOTH[::3]]),
        sole=vary(rng, "#e8e4dc" if rng.random() < 0.5 else "#3a3230"),
        hat=cloth[int(rng.integers(4))] if rng.random() < 0.7 else pick(CLOTH),
        glasses=vary(rng, GLASS_FRAMES[int(rng.integers(len(GLASS_FRAMES)))], 0.6),
        ribbon=accent,
        neckwear=cloth[3] if rng.random() < 0.7 else pick(CLOTH),
        gloves=pick(["#2b2b30", "#f2f2f0", "#7a4a2b", "#b53038", "#3a5fa8", "#8d8f96"]),
        metal=vary(rng, "#e2c15c" if rng.random() < 0.6 else "#c8ccd4"),
        paper=vary(rng, paper, 0.3)
        if (paper := PAPER[int(rng.integers(len(PAPER)))]) != "#ffffff"
        else (255, 255, 255),
    )
