"""The head's volume: view, face contour, ears, nose, mouth, and the shadows on them."""

from dataclasses import dataclass

import numpy as np

from models.parts import Part
from training.data.characters.drawing import Drawing
from training.data.characters.geometry import (
    Pair,
    Points,
    as_points,
    bend,
    bow,
    ellipse,
    join,
    mirror,
    smooth,
)
from training.data.characters.marks import Stroke, Tone

FRONT = (
    (-0.395, -0.12),
    (-0.40, 0.08),
    (-0.378, 0.23),
    (-0.305, 0.372),
    (-0.175, 0.475),
    (-0.055, 0.532),
    (0.0, 0.54),
    (0.055, 0.532),
    (0.112, 0.508),
    (0.175, 0.475),
    (0.245, 0.427),
    (0.305, 0.372),
    (0.355, 0.29),
    (0.388, 0.18),
    (0.40, 0.08),
    (0.40, -0.02),
    (0.395, -0.12),
)
THREE_QUARTER = (
    (-0.36, -0.10),
    (-0.345, 0.10),
    (-0.318, 0.25),
    (-0.225, 0.385),
    (-0.075, 0.488),
    (0.06, 0.543),
    (0.105, 0.546),
    (0.15, 0.53),
    (0.20, 0.492),
    (0.24, 0.445),
    (0.283, 0.38),
    (0.318, 0.305),
    (0.341, 0.22),
    (0.338, 0.135),
    (0.326, 0.06),
    (0.345, -0.03),
    (0.352, -0.12),
)
"""Face contours from the near temple along the jaw to the far temple; yaw 0 and 40 degrees."""


@dataclass(frozen=True, slots=True)
class HeadView:
    """How the head is seen: ``yaw`` in degrees to the right (0 to 45), ``nod`` in units down.

    A head that looks to the left is drawn mirrored.
    """

    yaw: float
    nod: float = 0.0

    @property
    def share(self) -> float:
        """0 from the front, 1 in three-quarter view."""
        return min(self.yaw / 40.0, 1.1)

    def at(self, x: float, y: float, depth: float) -> Pair:
        """A point of the front view, ``depth`` before the head's axis, as seen."""
        angle = np.deg2rad(self.yaw)
        seen = x * np.cos(angle) + depth * np.sin(angle)
        return float(seen), y + self.nod * depth * 4

    def over(self, points: Points, bulge: float) -> Points:
        """Points of the front view lying on a rounded surface whose middle is ``bulge`` deep."""
        angle = np.deg2rad(self.yaw)
        depth = bulge * np.sqrt(np.clip(1 - (points[:, 0] / 0.52) ** 2, 0, 1))
        x = points[:, 0] * np.cos(angle) + depth * np.sin(angle)
        return np.stack([x, points[:, 1] + self.nod * depth * 3], axis=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Proportions and features of a face."""

    width: float
    jaw: float
    chin: float
    nose: str
    mouth: str
    mouth_y: float
    mouth_width: float
    open_share: float
    ears: str
    blush: float
    mole: bool


NOSES = ("dot", "tick", "side", "shadow", "bridge", "nostrils")
MOUTHS = ("smile", "calm", "open", "laugh", "small_o", "frown", "cat", "grin", "lips", "pout")


def contour(face: Face, view: HeadView) -> Points:
    """The face's outline from near temple over the chin to the far temple."""
    share = view.share
    points = as_points(FRONT) * (1 - share) + as_points(THREE_QUARTER) * share
    middle = 0.105 * share
    low = np.clip((points[:, 1] - 0.05) / 0.45, 0, 1)
    x = middle + (points[:, 0] - middle) * face.width * (1 + (face.jaw - 1) * low)
    y = points[:, 1] + face.chin * np.clip((points[:, 1] - 0.25) / 0.28, 0, 1)
    return smooth(np.stack([x, y], axis=1), steps=5)


def draw_face(drawing: Drawing, face: Face, view: HeadView) -> None:
    """Ears, then the face with its shadow side; features come later."""
    edge = contour(face, view)
    for side in (1, -1):
        if view.share < 0.3 or side < 0:
            with drawing.named(f"ear {side}"):
                _draw_ear(drawing, face, view, side)
    top = smooth([edge[-1], (0.3, -0.42), (0.0, -0.52), (-0.3, -0.42), edge[0]], steps=5)
    path = join(edge, top)
    lit = path + np.array([drawing.light.x * 0.085, -0.02])
    tones = [Tone(lit, 1, outside=True)] if abs(drawing.light.x) > 0.45 else []
    drawing.shape(
        path,
        Part.SKIN,
        drawing.palette.skin,
        outline=[Stroke(edge, 1.15, 0.35, 0.35)],
        tones=tones,
    )


EAR = ((0.0, -0.13), (0.065, -0.15), (0.105, -0.08), (0.09, 0.03), (0.055, 0.12), (0.0, 0.13))
POINTED_EAR = ((0.0, -0.1), (0.09, -0.15), (0.3, -0.2), (0.16, 0.0), (0.08, 0.1), (0.0, 0.12))


def _draw_ear(drawing: Drawing, face: Face, view: HeadView, side: int) -> None:
    knots = as_points(POINTED_EAR if face.ears == "pointed" else EAR)
    pointed = face.ears == "pointed"
    edge = join(smooth(knots[:3]), smooth(knots[2:])) if pointed else smooth(knots)
    inner = smooth([(0.03, -0.07), (0.066, -0.09), (0.07, -0.03), (0.045, 0.05)])
    base = np.array([0.37 * face.width, 0.12 + view.nod * -0.3])
    if side < 0:
        edge, inner = mirror(edge), mirror(inner)
        base = np.array([-(0.37 - 0.05 * view.share) * face.width, base[1]])
    narrow = np.array([1.0 - 0.1 * view.share, 1.0])
    edge, inner = edge * narrow + base, inner * narrow + base
    drawing.shape(
        edge,
        Part.SKIN,
        drawing.palette.skin,
        outline=[Stroke(edge, 1.0, 0.5, 0.4)],
        tones=[Tone(inner * 0.9 + base * 0.1)],
        inside=[Stroke(inner, 0.6)],
    )


def draw_nose(drawing: Drawing, face: Face, view: HeadView) -> None:
    """The few marks by which a drawn nose is suggested."""
    y = 0.285 + face.chin * 0.3
    x, y = view.at(0.0, y, 0.24)
    if face.nose == "dot":
        drawing.pen(Stroke(as_points([(x - 0.006, y), (x + 0.008, y + 0.004)]), 0.9, 0.6, 0.3))
    elif face.nose == "tick":
        tick = join(
            bow((x + 0.012, y - 0.03), (x + 0.022, y), 0.1),
            bow((x + 0.022, y), (x - 0.012, y + 0.006), -0.1),
        )
        drawing.pen(Stroke(tick, 0.65, 0.2, 0.2))
    elif face.nose == "side":
        line = smooth(
            [(x + 0.005, y - 0.10), (x + 0.012, y - 0.05), (x + 0.034, y), (x + 0.004, y + 0.012)]
        )
        drawing.pen(Stroke(line, 0.6, 0.15, 0.3))
    elif face.nose == "bridge":
        line = smooth([(x - 0.01, y - 0.17), (x + 0.0, y - 0.1), (x + 0.028, y - 0.005)])
        foot = bow((x + 0.026, y + 0.002), (x - 0.014, y + 0.012), -0.12)
        drawing.pen(Stroke(line, 0.5, 0.1, 0.6), Stroke(foot, 0.6, 0.5, 0.2))
    elif face.nose == "nostrils":
        drawing.pen(
            Stroke(bow((x - 0.03, y + 0.01), (x - 0.012, y + 0.012), 0.15), 0.6),
            Stroke(bow((x + 0.012, y + 0.012), (x + 0.03, y + 0.01), 0.15), 0.6),
        )
    away = -drawing.light.side
    shadow = smooth(
        [
            (x, y - 0.04),
            (x + 0.035 * away, y - 0.005),
            (x + 0.01 * away, y + 0.022),
            (x - 0.015 * away, y + 0.008),
        ],
        closed=True,
        steps=5,
    )
    if face.nose in ("shadow", "tick", "side", "bridge"):
        drawing.cast(shadow, Part.SKIN)
    if face.nose == "shadow":
        drawing.pen(Stroke(bow((x - 0.016, y + 0.016), (x + 0.016, y + 0.016), -0.1), 0.5))


def draw_mouth(drawing: Drawing, face: Face, view: HeadView) -> None:
    """The mouth by its kind; an open one is a MOUTH region with tongue and teeth."""
    squash = 1 - 0.22 * view.share
    x, y = view.at(0.0, face.mouth_y + face.chin * 0.6, 0.205)
    half = face.mouth_width * squash
    left, right = (x - half, y), (x + half, y)
    kind = face.mouth
    if kind in ("open", "laugh", "small_o", "grin"):
        _draw_open_mouth(drawing, face, (x, y), half)
        return
    if kind == "lips":
        _draw_lips(drawing, (x, y), half)
        return
    curves = {
        "smile": bow(left, right, -0.1),
        "calm": bow(left, right, 0.02),
        "frown": bow(left, right, 0.11),
        "pout": smooth(
            [left, (x - half * 0.4, y - 0.012), (x, y + 0.002), (x + half * 0.4, y - 0.012), right]
        ),
        "cat": join(bow(left, (x, y), -0.22), bow((x, y), right, -0.22)),
    }
    lip = bow((x - half * 0.35, y + 0.05), (x + half * 0.35, y + 0.05), -0.08)
    drawing.pen(Stroke(curves[kind], 0.95, 0.35, 0.35), Stroke(lip, 0.45, 0.1, 0.1))


def _draw_open_mouth(drawing: Drawing, face: Face, at: Pair, half: float) -> None:
    x, y = at
    gape = {"open": 0.075, "laugh": 0.12, "small_o": 0.05, "grin": 0.05}[face.mouth]
    gape *= face.open_share
    if face.mouth == "small_o":
        path = ellipse((x, y + 0.01), (half * 0.45, gape), steps=20)
    else:
        upper = smooth([(x - half, y - 0.014), (x, y + 0.008), (x + half, y - 0.014)])
        lower = smooth(
            [
                (x + half, y - 0.014),
                (x + half * 0.62, y + gape * 0.8),
                (x, y + gape),
                (x - half * 0.62, y + gape * 0.8),
                (x - half, y - 0.014),
            ]
        )
        path = join(upper, lower)
    drawing.shape(path, Part.MOUTH, drawing.palette.mouth, outline=0.85)
    if face.mouth in ("open", "laugh"):
        tongue = ellipse((x, y + gape * 1.0), (half * 0.62, gape * 0.45), steps=20)
        drawing.shape(
            tongue,
            Part.MOUTH,
            drawing.palette.tongue,
            clip=path,
            outline=None,
            inside=[Stroke(tongue, 0.4, 0.3, 0.3)],
        )
    if face.mouth in ("laugh", "grin") or half > 0.1:
        deep = 0.9 if face.mouth == "grin" else 0.26
        teeth = as_points(
            [
                (x - half, y - 0.03),
                (x + half, y - 0.03),
                (x + half * 0.8, y + gape * deep),
                (x - half * 0.8, y + gape * deep),
            ]
        )
        drawing.shape(
            teeth,
            Part.OTHER,
            drawing.palette.sclera,
            clip=path,
            outline=None,
            inside=[Stroke(teeth[[2, 3]], 0.4, 0.5, 0.5)],
        )
        drawing.pen(Stroke(np.concatenate([path, path[:1]]), 0.85, 0.8, 0.8))


def _draw_lips(drawing: Drawing, at: Pair, half: float) -> None:
    x, y = at
    upper = smooth(
        [
            (x - half, y),
            (x - half * 0.35, y - 0.03),
            (x, y - 0.02),
            (x + half * 0.35, y - 0.03),
            (x + half, y),
        ]
    )
    lower = bend((x + half, y), (x, y + 0.085), (x - half, y))
    seam = smooth([(x - half, y), (x, y + 0.008), (x + half, y)])
    path = join(upper, lower)
    drawing.shape(
        path,
        Part.MOUTH,
        drawing.palette.lips,
        outline=0.45,
        tones=[Tone(join(upper, seam[::-1]))],
        inside=[Stroke(seam, 0.9, 0.4, 0.4)],
    )


def draw_cheeks(drawing: Drawing, face: Face, view: HeadView) -> None:
    """Blush under the eyes, and sometimes a mole."""
    for x in (-0.235, 0.235):
        center = view.at(x, 0.29, 0.17)
        reach = 0.075 * (1 - 0.3 * view.share * (x > 0))
        if face.blush > 0.05:
            drawing.blush(ellipse(center, (reach, 0.034), steps=16), face.blush)
        if face.blush > 0.55:
            marks = [
                bow(
                    (center[0] + d, center[1] - 0.012),
                    (center[0] + d - 0.014, center[1] + 0.014),
                    0.0,
                    3,
                )
                for d in (-0.03, 0.0, 0.03)
            ]
            drawing.pen(*(Stroke(mark, 0.4) for mark in marks))
    if face.mole:
        spot = ellipse(view.at(-0.2, 0.3, 0.17), (0.008, 0.008), steps=10)
        drawing.pen(solids=[spot])
