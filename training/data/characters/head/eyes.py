"""Eyes and brows: lids, lashes, iris, pupil and catch lights of several manners."""

from dataclasses import dataclass

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Pair,
    Points,
    affine,
    as_points,
    ellipse,
    join,
    moved,
    place,
    resample,
    smooth,
)
from training.data.characters.drawing.marks import Glow, Stroke, Tone
from training.data.characters.figure.palette import mix
from training.data.characters.head.eye_styles import EYE_STYLES, EyeStyle, Knots
from training.data.characters.head.head_view import HeadView

IRIS_WIDTH = 1.2
CLOSED_LID = 0.8
"""Share from which a closing lid is drawn as a closed eye."""
PUPILS = ("round", "oval", "slit", "ring", "inked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """The eyes of one figure: style and size, and how they look out now."""

    style: str
    pupil: str
    width: float
    spacing: float
    y: float
    gaze: Pair
    closed: str
    crease: bool
    lower_lash: bool
    catch_lights: int
    brow: str
    brow_lift: float
    wink: bool
    lid: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Socket:
    """One eye's place: matrix from eye units to the head, which side, and how far in profile.

    half is half the eye's width from the front, in head units.
    """

    matrix: np.ndarray
    side: int
    half: float
    turn: float

    def place(self, knots: Knots | Points) -> Points:
        """Eye units to head units."""
        return place(as_points(knots), self.matrix)


def socket_of(eyes: Eyes, view: HeadView, side: int) -> Socket | None:
    """Where an eye is seen; None if the head hides it."""
    style = EYE_STYLES[eyes.style]
    x, y = view.at(side * eyes.spacing, eyes.y, 0.13)
    squash = 1 - (0.3 if side > 0 else 0.1) * view.share
    if view.turn > 0:
        squash *= 1 - view.turn * (1.6 if side > 0 else 0.26)
        x += 0.045 * view.turn if side < 0 else 0.02 * view.turn
    if squash < 0.3:
        return None
    half = eyes.width / 2
    matrix = affine(
        scale=(half * squash * side, half * style.height * 0.88),
        turn=style.tilt * side,
        shift=(x, y),
    )
    return Socket(matrix=matrix, side=side, half=half, turn=view.turn)


def draw_eyes(drawing: Drawing, eyes: Eyes, view: HeadView) -> None:
    """The eyes in sight with lashes; closed ones are arcs of lash."""
    for side, color in ((-1, drawing.palette.left_eye), (1, drawing.palette.right_eye)):
        socket = socket_of(eyes, view, side)
        if socket is None:
            continue
        with drawing.named(f"eye {side}"):
            if eyes.closed != "no" or (eyes.wink and side > 0):
                _draw_closed(drawing, eyes, socket)
            else:
                _draw_open(drawing, eyes, socket, color)


def _draw_closed(drawing: Drawing, eyes: Eyes, socket: Socket) -> None:
    happy = eyes.closed != "asleep"
    middle = -0.35 if happy else 0.55
    end = 0.25 if happy else 0.05
    curve = smooth(
        [
            (-1.0, end),
            (-0.5, (end + 2 * middle) / 3),
            (0.0, middle),
            (0.5, (end + 2 * middle) / 3),
            (1.05, end),
        ]
    )
    strokes = [Stroke(socket.place(curve), 3.3, 0.25, 0.45)]
    for x in (0.45, 0.75) if eyes.lower_lash else ():
        strokes.append(
            Stroke(socket.place(as_points([(x, middle * 0.4 + 0.1), (x + 0.25, 0.45)])), 1.0)
        )
    drawing.pen(*strokes)


def _lash(style: EyeStyle, upper: Points) -> Points:
    """Solid of the upper lash, in eye units: grows over the lid towards the outer corner."""
    share = np.linspace(0, 1, len(upper))
    inner, middle, outer = style.lash
    thick = 1.55 * np.interp(share, [0, 0.45, 0.85, 1], [inner, middle, outer, outer * 0.6])
    rim = upper + np.stack([share * 0.06 - 0.02, -thick], axis=1)
    end = upper[-1]
    wing = as_points(
        [(end[0] + style.wing, end[1] - 0.12), (end[0] + style.wing * 0.5, end[1] + 0.12)]
    )
    return join(upper, as_points([moved(end, 0.02, 0.16)]), wing[1:], wing[:1], rim[::-1])


def _lids(style: EyeStyle, turn: float) -> tuple[Points, Points]:
    """Upper lid from the inner corner to the outer and lower lid back, in eye units.

    In profile the inner end becomes the front of the eyeball, and the eye a wedge.
    """
    upper, lower = as_points(style.upper).copy(), as_points(style.lower).copy()
    for lid in (upper, lower):  # a short inner corner: little white towards the nose
        inner = lid[:, 0] < -0.35
        lid[inner, 0] = -0.35 + (lid[inner, 0] + 0.35) * 0.66
    upper[0, 1] = upper[0, 1] * 0.6 - 0.08
    if turn > 0:
        top, low = float(upper[:, 1].min()), float(lower[:, 1].max())
        end = (1.05, float(upper[-1, 1]) * 0.6 + 0.1)
        over = as_points(
            [
                (-0.92, top * 0.8),
                (-0.6, top),
                (-0.1, top * 0.96),
                (0.4, top * 0.7),
                (0.8, (top + 2 * end[1]) / 3),
                end,
            ]
        )
        under = as_points(
            [end, (0.78, low * 0.55), (0.35, low * 0.86), (-0.2, low), (-0.55, low), (-0.74, low)]
        )
        upper, lower = upper + (over - upper) * turn, lower + (under - lower) * turn
    return smooth(upper, steps=5), smooth(lower, steps=5)


def _draw_open(drawing: Drawing, eyes: Eyes, socket: Socket, color: Rgb) -> None:
    style = EYE_STYLES[eyes.style]
    upper, lower = _lids(style, socket.turn)
    if eyes.lid > 0:
        upper = upper + (resample(lower[::-1], len(upper)) - upper) * eyes.lid
    white = socket.place(join(upper, lower))
    shadow = socket.place(join(upper, (moved(upper, 0.0, 0.36))[::-1]))
    drawing.shape(white, Part.OTHER, drawing.palette.sclera, outline=None, tones=[Tone(shadow)])
    _draw_iris(drawing, eyes, socket, color, white)
    strokes = [Stroke(socket.place(lower)[5:-7], 0.7, 0.35, 0.05)]
    if eyes.lower_lash:
        strokes[0] = Stroke(socket.place(lower)[1:-6], 1.1, 0.7, 0.05)
        for start, end in (((0.72, 0.72), (0.92, 0.98)), ((0.5, 0.86), (0.62, 1.14))):
            strokes.append(Stroke(socket.place(as_points([start, end])), 0.8, 0.9, 0.1))
    if eyes.crease:
        fold = upper + np.stack(
            [np.zeros(len(upper)), -0.2 - 0.14 * np.linspace(0, 1, len(upper))], axis=1
        )
        strokes.append(Stroke(socket.place(fold[6:-4]), 0.55, 0.1, 0.2))
    if socket.turn > 0.3:
        start = upper[0]
        for reach, rise in ((0.34, -0.02), (0.26, -0.2)):
            tip = (start[0] - reach, start[1] + rise)
            lash = as_points([moved(start, 0.12, -0.08), moved(start, -0.12, -0.04), tip])
            strokes.append(Stroke(socket.place(lash), 1.3 * socket.turn, 1.0, 0.1))
    drawing.pen(*strokes, solids=[socket.place(_lash(style, upper))])


def _draw_iris(drawing: Drawing, eyes: Eyes, socket: Socket, color: Rgb, white: Points) -> None:
    x, y, rx, ry = EYE_STYLES[eyes.style].iris
    gaze = eyes.gaze[0] * (1 - socket.turn) * socket.side
    center = (x + gaze - 0.5 * socket.turn, y + eyes.gaze[1])
    rx *= 1 - 0.28 * socket.turn
    disc = ellipse(center, (rx * IRIS_WIDTH, ry), steps=24)
    top = ellipse((center[0], center[1] - 1.05 * ry), (rx * 1.5, ry * 0.85), steps=24)
    middle = ellipse((center[0], center[1] - 0.95 * ry), (rx * 1.5, ry * 1.12), steps=24)
    low = ellipse((center[0], center[1] + 0.66 * ry), (rx * 0.8, ry * 0.4), steps=16)
    lowest = ellipse((center[0], center[1] + 0.74 * ry), (rx * 0.56, ry * 0.2), steps=16)
    outline = socket.place(np.concatenate([disc, disc[:1]]))
    drawing.shape(
        socket.place(disc),
        Part.EYES,
        color,
        clip=white,
        outline=None,
        tones=[Tone(socket.place(middle), 1), Tone(socket.place(top), 2)],
        glows=[Glow(socket.place(low), 0.22), Glow(socket.place(lowest), 0.42)],
        inside=[Stroke(outline, 0.75, 0.9, 0.9)],
    )
    dark = mix(color, (18, 14, 30), 0.72)
    _draw_pupil(drawing, eyes, socket, dark=dark, white=white, center=center, radii=(rx, ry))
    lit = drawing.light.glint * socket.side
    spots = [
        ((center[0] + 0.42 * lit * rx, center[1] - 0.46 * ry), (0.3 * rx, 0.24 * ry)),
        ((center[0] - 0.4 * lit * rx, center[1] + 0.44 * ry), (0.16 * rx, 0.12 * ry)),
        ((center[0] - 0.05 * lit * rx, center[1] - 0.7 * ry), (0.1 * rx, 0.07 * ry)),
    ]
    for at, radii in spots[: eyes.catch_lights]:
        spot = socket.place(ellipse(at, radii, steps=14))
        drawing.shape(
            spot,
            Part.EYES,
            color,
            clip=white,
            outline=None,
            glows=[Glow(spot, 1.0)],
            inside=[Stroke(np.concatenate([spot, spot[:1]]), 0.35, 1.0, 1.0)],
        )


def _draw_pupil(
    drawing: Drawing,
    eyes: Eyes,
    socket: Socket,
    *,
    dark: Rgb,
    white: Points,
    center: Pair,
    radii: Pair,
) -> None:
    shares = {
        "round": (0.38, 0.36),
        "oval": (0.34, 0.46),
        "slit": (0.14, 0.62),
        "ring": (0.52, 0.54),
        "inked": (0.34, 0.38),
    }
    wide, tall = shares[eyes.pupil]
    pupil = socket.place(ellipse(center, (radii[0] * wide, radii[1] * tall), steps=20))
    if eyes.pupil == "inked":
        drawing.pen(solids=[pupil])
        return
    ring = Stroke(np.concatenate([pupil, pupil[:1]]), 0.3, 0.9, 0.9)
    drawing.shape(pupil, Part.EYES, dark, clip=white, outline=None, inside=[ring])
