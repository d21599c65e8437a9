"""Eyes and brows: lids, lashes, iris, pupil and catch lights of several manners."""

from dataclasses import dataclass

import numpy as np

from models.parts import Part
from models.tags import Rgb
from training.data.characters.drawing import Drawing
from training.data.characters.geometry import (
    Pair,
    Points,
    affine,
    as_points,
    ellipse,
    join,
    moved,
    place,
    resample,
    ribbon,
    smooth,
)
from training.data.characters.head import HeadView
from training.data.characters.marks import Glow, Stroke, Tone
from training.data.characters.palette import mix

Knots = tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EyeStyle:
    """Lids in eye units: x from -1 (inner corner) to 1 (outer), y from -1 (top) to 1.

    iris is (x, y, radius x, radius y); lash its thickness at inner end, middle and outer end;
    wing how far the lash reaches beyond the outer corner.
    """

    upper: Knots
    lower: Knots
    iris: tuple[float, float, float, float]
    lash: tuple[float, float, float]
    wing: float
    height: float
    tilt: float = 0.0


ROUND_LOWER: Knots = (
    (1.0, 0.1),
    (0.84, 0.62),
    (0.35, 0.95),
    (-0.3, 0.97),
    (-0.78, 0.7),
    (-0.98, 0.3),
)
FLAT_LOWER: Knots = (
    (1.0, 0.12),
    (0.72, 0.66),
    (0.2, 0.86),
    (-0.4, 0.84),
    (-0.85, 0.6),
    (-1.0, 0.36),
)

EYE_STYLES: dict[str, EyeStyle] = {
    "round": EyeStyle(
        upper=((-1.0, 0.1), (-0.8, -0.5), (-0.3, -0.92), (0.3, -0.98), (0.8, -0.6), (1.0, 0.0)),
        lower=ROUND_LOWER,
        iris=(-0.02, 0.0, 0.64, 0.98),
        lash=(0.05, 0.17, 0.2),
        wing=0.14,
        height=1.05,
    ),
    "sparkling": EyeStyle(
        upper=(
            (-1.0, 0.2),
            (-0.85, -0.45),
            (-0.35, -0.98),
            (0.3, -1.02),
            (0.8, -0.7),
            (1.02, -0.1),
        ),
        lower=ROUND_LOWER,
        iris=(-0.02, 0.02, 0.74, 1.02),
        lash=(0.06, 0.2, 0.28),
        wing=0.26,
        height=1.2,
    ),
    "sharp": EyeStyle(
        upper=(
            (-1.02, 0.42),
            (-0.7, -0.28),
            (-0.2, -0.7),
            (0.4, -0.9),
            (0.85, -0.8),
            (1.08, -0.38),
        ),
        lower=((1.08, -0.38), (0.86, 0.34), (0.35, 0.8), (-0.3, 0.9), (-0.8, 0.7), (-1.02, 0.42)),
        iris=(0.0, 0.02, 0.56, 0.9),
        lash=(0.05, 0.16, 0.26),
        wing=0.3,
        height=0.86,
        tilt=-0.06,
    ),
    "drooping": EyeStyle(
        upper=(
            (-0.98, -0.1),
            (-0.72, -0.66),
            (-0.2, -0.96),
            (0.35, -0.86),
            (0.8, -0.35),
            (1.06, 0.3),
        ),
        lower=((1.06, 0.3), (0.8, 0.7), (0.35, 0.94), (-0.3, 0.92), (-0.8, 0.6), (-0.98, -0.1)),
        iris=(-0.04, 0.04, 0.62, 0.95),
        lash=(0.06, 0.15, 0.2),
        wing=0.2,
        height=0.95,
        tilt=0.05,
    ),
    "half_closed": EyeStyle(
        upper=(
            (-1.0, 0.1),
            (-0.75, -0.22),
            (-0.25, -0.36),
            (0.35, -0.36),
            (0.8, -0.22),
            (1.02, 0.05),
        ),
        lower=FLAT_LOWER,
        iris=(0.0, 0.04, 0.6, 0.92),
        lash=(0.08, 0.17, 0.2),
        wing=0.16,
        height=0.92,
    ),
    "narrow": EyeStyle(
        upper=((-1.05, 0.3), (-0.7, -0.3), (-0.2, -0.62), (0.35, -0.7), (0.8, -0.5), (1.1, 0.0)),
        lower=((1.1, 0.0), (0.75, 0.45), (0.2, 0.66), (-0.4, 0.66), (-0.85, 0.5), (-1.05, 0.3)),
        iris=(0.0, -0.02, 0.46, 0.78),
        lash=(0.05, 0.14, 0.17),
        wing=0.15,
        height=0.62,
    ),
    "tall": EyeStyle(
        upper=(
            (-0.82, 0.1),
            (-0.7, -0.55),
            (-0.3, -1.0),
            (0.25, -1.05),
            (0.68, -0.7),
            (0.84, -0.1),
        ),
        lower=((0.84, -0.1), (0.8, 0.55), (0.4, 1.0), (-0.25, 1.02), (-0.66, 0.7), (-0.82, 0.1)),
        iris=(0.0, 0.0, 0.6, 1.0),
        lash=(0.07, 0.14, 0.14),
        wing=0.1,
        height=1.28,
    ),
    "cat": EyeStyle(
        upper=(
            (-1.08, 0.55),
            (-0.7, -0.3),
            (-0.2, -0.8),
            (0.35, -1.0),
            (0.85, -0.85),
            (1.12, -0.45),
        ),
        lower=((1.12, -0.45), (0.9, 0.3), (0.4, 0.84), (-0.25, 0.95), (-0.8, 0.8), (-1.08, 0.55)),
        iris=(0.0, 0.02, 0.6, 0.95),
        lash=(0.06, 0.19, 0.3),
        wing=0.36,
        height=1.0,
        tilt=-0.08,
    ),
    "gentle": EyeStyle(
        upper=(
            (-1.0, 0.2),
            (-0.72, -0.42),
            (-0.2, -0.78),
            (0.38, -0.78),
            (0.84, -0.4),
            (1.04, 0.12),
        ),
        lower=FLAT_LOWER,
        iris=(-0.02, 0.02, 0.58, 0.92),
        lash=(0.05, 0.13, 0.16),
        wing=0.12,
        height=0.84,
    ),
    "heavy": EyeStyle(
        upper=(
            (-1.0, 0.3),
            (-0.85, -0.42),
            (-0.35, -0.72),
            (0.3, -0.74),
            (0.85, -0.6),
            (1.05, -0.1),
        ),
        lower=FLAT_LOWER,
        iris=(0.0, 0.0, 0.62, 0.95),
        lash=(0.1, 0.22, 0.3),
        wing=0.3,
        height=0.95,
    ),
}
IRIS_WIDTH = 1.1
CLOSED_LID = 0.8
"""Share from which a closing lid is drawn as a closed eye."""
PUPILS = ("round", "oval", "slit", "ring", "inked")
BROWS = ("arched", "straight", "thick", "worried", "angry", "short")


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
class _Socket:
    """One eye's place: matrix from eye units to the head, and what it sees."""

    matrix: np.ndarray
    side: int
    half: float

    def place(self, knots: Knots | Points) -> Points:
        """Eye units to head units."""
        return place(as_points(knots), self.matrix)


def _socket(eyes: Eyes, view: HeadView, side: int) -> _Socket:
    style = EYE_STYLES[eyes.style]
    x, y = view.at(side * eyes.spacing, eyes.y, 0.13)
    squash = 1 - (0.3 if side > 0 else 0.1) * view.share
    half = eyes.width / 2
    matrix = affine(
        scale=(half * squash * side, half * style.height * 0.92),
        turn=style.tilt * side,
        shift=(x, y),
    )
    return _Socket(matrix=matrix, side=side, half=half)


def draw_eyes(drawing: Drawing, eyes: Eyes, view: HeadView) -> None:
    """Both eyes with lashes; closed ones are arcs of lash."""
    for side, color in ((-1, drawing.palette.left_eye), (1, drawing.palette.right_eye)):
        socket = _socket(eyes, view, side)
        with drawing.named(f"eye {side}"):
            if eyes.closed != "no" or (eyes.wink and side > 0):
                _draw_closed(drawing, eyes, socket)
            else:
                _draw_open(drawing, eyes, socket, color)


def _draw_closed(drawing: Drawing, eyes: Eyes, socket: _Socket) -> None:
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
    strokes = [Stroke(socket.place(curve), 2.4, 0.35, 0.5)]
    for x in (0.45, 0.75) if eyes.lower_lash else ():
        strokes.append(
            Stroke(socket.place(as_points([(x, middle * 0.4 + 0.1), (x + 0.25, 0.45)])), 1.0)
        )
    drawing.pen(*strokes)


def _lash(style: EyeStyle, upper: Points) -> Points:
    """Solid of the upper lash, in eye units: grows over the lid towards the outer corner."""
    share = np.linspace(0, 1, len(upper))
    inner, middle, outer = style.lash
    thick = 1.7 * np.interp(share, [0, 0.45, 0.85, 1], [inner, middle, outer, outer * 0.6])
    rim = upper + np.stack([share * 0.06 - 0.02, -thick], axis=1)
    end = upper[-1]
    wing = as_points(
        [(end[0] + style.wing, end[1] - 0.12), (end[0] + style.wing * 0.5, end[1] + 0.12)]
    )
    return join(upper, as_points([moved(end, 0.02, 0.16)]), wing[1:], wing[:1], rim[::-1])


def _draw_open(drawing: Drawing, eyes: Eyes, socket: _Socket, color: Rgb) -> None:
    style = EYE_STYLES[eyes.style]
    upper, lower = smooth(style.upper, steps=5), smooth(style.lower, steps=5)
    if eyes.lid > 0:
        upper = upper + (resample(lower[::-1], len(upper)) - upper) * eyes.lid
    white = socket.place(join(upper, lower))
    shadow = socket.place(join(upper, (moved(upper, 0.0, 0.36))[::-1]))
    drawing.shape(white, Part.OTHER, drawing.palette.sclera, outline=None, tones=[Tone(shadow)])
    _draw_iris(drawing, eyes, socket, color, white)
    strokes = [Stroke(socket.place(lower)[6:-4], 0.7, 0.2, 0.1)]
    if eyes.lower_lash:
        strokes[0] = Stroke(socket.place(lower)[1:-6], 1.1, 0.7, 0.05)
        for start, end in (((0.72, 0.72), (0.92, 0.98)), ((0.5, 0.86), (0.62, 1.14))):
            strokes.append(Stroke(socket.place(as_points([start, end])), 0.8, 0.9, 0.1))
    if eyes.crease:
        fold = upper + np.stack(
            [np.zeros(len(upper)), -0.2 - 0.14 * np.linspace(0, 1, len(upper))], axis=1
        )
        strokes.append(Stroke(socket.place(fold[6:-4]), 0.55, 0.1, 0.2))
    drawing.pen(*strokes, solids=[socket.place(_lash(style, upper))])


def _draw_iris(drawing: Drawing, eyes: Eyes, socket: _Socket, color: Rgb, white: Points) -> None:
    x, y, rx, ry = EYE_STYLES[eyes.style].iris
    center = (x + eyes.gaze[0] * socket.side, y + eyes.gaze[1])
    disc = ellipse(center, (rx * IRIS_WIDTH, ry), steps=24)
    top = ellipse((center[0], center[1] - 0.95 * ry), (rx * 1.5, ry * 0.95), steps=24)
    low = ellipse((center[0], center[1] + 0.62 * ry), (rx * 0.62, ry * 0.3), steps=16)
    outline = socket.place(np.concatenate([disc, disc[:1]]))
    drawing.shape(
        socket.place(disc),
        Part.EYES,
        color,
        clip=white,
        outline=None,
        tones=[Tone(socket.place(top), 2)],
        glows=[Glow(socket.place(low), 0.32)],
        inside=[Stroke(outline, 1.0, 0.9, 0.9)],
    )
    dark = mix(color, (18, 14, 30), 0.72)
    _draw_pupil(drawing, eyes, socket, dark=dark, white=white, center=center, radii=(rx, ry))
    lit = drawing.light.side * socket.side
    spots = [
        ((center[0] + 0.3 * lit * rx, center[1] - 0.42 * ry), (0.25 * rx, 0.2 * ry)),
        ((center[0] - 0.32 * lit * rx, center[1] + 0.48 * ry), (0.13 * rx, 0.1 * ry)),
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
    socket: _Socket,
    *,
    dark: Rgb,
    white: Points,
    center: Pair,
    radii: Pair,
) -> None:
    shares = {
        "round": (0.46, 0.42),
        "oval": (0.4, 0.52),
        "slit": (0.16, 0.66),
        "ring": (0.6, 0.6),
        "inked": (0.42, 0.44),
    }
    wide, tall = shares[eyes.pupil]
    pupil = socket.place(ellipse(center, (radii[0] * wide, radii[1] * tall), steps=20))
    if eyes.pupil == "inked":
        drawing.pen(solids=[pupil])
        return
    ring = Stroke(np.concatenate([pupil, pupil[:1]]), 0.45, 0.9, 0.9)
    drawing.shape(pupil, Part.EYES, dark, clip=white, outline=None, inside=[ring])


def draw_brows(drawing: Drawing, eyes: Eyes, view: HeadView) -> None:
    """Brows as tapered bands in the brow colour with a fine outline."""
    shapes = {
        "arched": (((-0.95, 0.1), (-0.2, -0.28), (0.5, -0.3), (1.1, 0.12)), 0.1),
        "straight": (((-0.95, 0.02), (-0.2, -0.1), (0.5, -0.14), (1.1, 0.04)), 0.1),
        "thick": (((-0.95, 0.06), (-0.2, -0.22), (0.5, -0.24), (1.05, 0.14)), 0.2),
        "worried": (((-0.9, -0.38), (-0.2, -0.22), (0.5, 0.0), (1.0, 0.3)), 0.1),
        "angry": (((-1.0, 0.42), (-0.3, 0.02), (0.45, -0.3), (1.1, -0.16)), 0.12),
        "short": (((-0.55, 0.05), (-0.1, -0.12), (0.25, -0.1), (0.6, 0.06)), 0.2),
    }
    knots, thick = shapes[eyes.brow]
    height = EYE_STYLES[eyes.style].height
    for side in (-1, 1):
        socket = _socket(eyes, view, side)
        lift = -height * socket.half - 0.085 - eyes.brow_lift
        spine = smooth(knots, steps=5)
        share = np.linspace(0, 1, len(spine))
        half = thick * np.minimum(1.0, 0.5 + 2.2 * share) * (1 - share**3 * 0.9)
        left, right = ribbon(spine, half)
        band = join(left, right[::-1]) * (socket.half, socket.half) * (side, 1.0)
        x, y = view.at(side * eyes.spacing * 1.02, eyes.y + lift, 0.135)
        squash = 1 - (0.25 if side > 0 else 0.08) * view.share
        band = band * (squash, 1.0) + (x, y)
        drawing.shape(band, Part.BROWS, drawing.palette.brow, outline=0.35)
