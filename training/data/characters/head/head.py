"""The head's volume: view, face contour, ears, nose, mouth, and the shadows on them."""

from dataclasses import dataclass

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
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
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.head.head_view import HeadView, face_edge


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
    edge = face_edge(view, face.width, face.jaw)
    drop = face.chin * np.clip((edge[:, 1] - 0.25) / 0.28, 0, 1)
    return edge + np.stack([np.zeros(len(edge)), drop], axis=1)


def face_area(face: Face, view: HeadView) -> Points:
    """The closed area of face and forehead, for what must not leave it."""
    edge = contour(face, view)
    return join(edge, _crown(edge, view))


def _crown(edge: Points, view: HeadView) -> Points:
    """From the far end of the face's outline over the skull to its near end."""
    low = view.mid(-0.42, -0.34)
    knots = [edge[-1], (0.3, low), (view.mid(0.0, 0.05), -0.52), (-0.3, -0.42), edge[0]]
    return smooth(knots, steps=5)


def draw_face(drawing: Drawing, face: Face, view: HeadView) -> None:
    """Ears, then the face with its shadow side; features come later."""
    edge = contour(face, view)
    for side in (1, -1):
        if (view.share < 0.3 or side < 0) and not view.is_side:
            draw_ear(drawing, face, view, side)
    path = face_area(face, view)
    lit = path - drawing.light.away * (0.085, 0.06)
    # In profile a swept fringe bares the forehead: the line goes on until hair must cover it.
    seen = edge if view.turn == 0 else join(edge, _crown(edge, view)[:8])
    drawing.shape(
        path,
        Part.SKIN,
        drawing.palette.skin,
        outline=[Stroke(seen, 1.15, 0.35, 0.35)],
        tones=[Tone(lit, 1, outside=True)],
    )


EAR = ((0.0, -0.13), (0.065, -0.15), (0.105, -0.08), (0.09, 0.03), (0.055, 0.12), (0.0, 0.13))
POINTED_EAR = ((0.0, -0.1), (0.09, -0.15), (0.3, -0.2), (0.16, 0.0), (0.08, 0.1), (0.0, 0.12))


def draw_ear(drawing: Drawing, face: Face, view: HeadView, side: int) -> None:
    """One ear: behind the face's edge, in profile before it."""
    with drawing.apart(f"ear {side}"):
        _draw_ear(drawing, face, view, side)


def _draw_ear(drawing: Drawing, face: Face, view: HeadView, side: int) -> None:
    knots = as_points(POINTED_EAR if face.ears == "pointed" else EAR)
    pointed = face.ears == "pointed"
    edge = join(smooth(knots[:3]), smooth(knots[2:])) if pointed else smooth(knots)
    inner = smooth([(0.03, -0.07), (0.066, -0.09), (0.07, -0.03), (0.045, 0.05)])
    base = np.array([0.37 * face.width, 0.12 + view.nod * -0.3])
    if side < 0:
        edge, inner = mirror(edge), mirror(inner)
        near = -(0.37 - 0.05 * view.share) * face.width
        base = np.array([view.mid(near, 0.0), view.mid(base[1], 0.13)])
    narrow = np.array([1.0 - 0.1 * view.share + 0.3 * view.turn, 1.0 + 0.1 * view.turn])
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
    if view.is_side:
        wing = bow((0.362, y - 0.012), (0.352, y + 0.02), -0.3, 6)
        drawing.pen(Stroke(wing, 0.6, 0.3, 0.2))
        return
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
    low = (x + 0.012 * away, y + 0.016)
    shadow = join(
        bend((x + 0.006 * away, y - 0.05), (x + 0.034 * away, y - 0.005), low, 6),
        bend(low, (x - 0.004 * away, y + 0.004), (x + 0.006 * away, y - 0.05), 6),
    )
    if face.nose in ("shadow", "tick", "side", "bridge"):
        drawing.cast(shadow, Part.SKIN)
    if face.nose == "shadow":
        drawing.pen(Stroke(bow((x - 0.016, y + 0.016), (x + 0.016, y + 0.016), -0.1), 0.5))


def draw_mouth(drawing: Drawing, face: Face, view: HeadView) -> None:
    """The mouth by its kind; an open one is a MOUTH region with tongue and teeth."""
    squash = view.mid(1 - 0.22 * view.share, 0.62)
    x, y = view.at(0.0, face.mouth_y + face.chin * 0.6, 0.205)
    half = face.mouth_width * squash
    if view.is_side:
        _draw_side_mouth(drawing, face, view)
        return
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


def _draw_side_mouth(drawing: Drawing, face: Face, view: HeadView) -> None:
    """A mouth in profile: a line from between the lips, or a wedge cut by the face's edge."""
    y = 0.412 + face.chin * 0.6
    front, half = 0.33, face.mouth_width
    back = front - half * 1.15
    lift = {"smile": -0.014, "cat": -0.018, "grin": -0.02, "laugh": -0.024, "open": -0.012}
    corner = (back, y + lift.get(face.mouth, 0.006))
    if face.mouth in ("open", "laugh", "small_o", "grin"):
        gape = {"open": 0.06, "laugh": 0.085, "small_o": 0.035, "grin": 0.03}[face.mouth]
        gape *= max(face.open_share, 0.1)
        upper = bow(corner, (0.36, y - 0.012), 0.05)
        lower = bow((0.36, y + gape), corner, 0.12)
        drawing.shape(
            join(upper, lower),
            Part.MOUTH,
            drawing.palette.mouth,
            clip=face_area(face, view),
            outline=None,
            inside=[Stroke(upper, 1.0, 0.6, 0.9), Stroke(lower, 0.9, 0.9, 0.6)],
        )
        return
    if face.mouth == "lips":
        area = face_area(face, view)
        for far, color in ((-0.034, drawing.palette.lips), (0.036, drawing.palette.lips)):
            lip = join(bow(corner, (0.37, y + far), 0.1), as_points([(0.37, y)]))
            drawing.shape(lip, Part.MOUTH, color, clip=area, outline=None)
    drawing.pen(Stroke(bow(corner, (front - 0.012, y), 0.06), 0.95, 0.3, 0.8))
    drawing.pen(Stroke(bow((0.27, y + 0.06), (0.3, y + 0.05), 0.1), 0.45, 0.1, 0.1))


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
        if view.is_side and x > 0:
            continue
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
