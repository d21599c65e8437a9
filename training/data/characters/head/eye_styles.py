"""The eye styles: lids, iris and lash of each, in eye units."""

from dataclasses import dataclass

from training.data.characters.drawing.geometry import Pair

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
    (-0.7, 0.78),
    (-0.88, 0.42),
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
        upper=(
            (-0.94, -0.2),
            (-0.74, -0.64),
            (-0.3, -0.94),
            (0.3, -0.98),
            (0.8, -0.62),
            (1.0, -0.05),
        ),
        lower=ROUND_LOWER,
        iris=(-0.02, 0.0, 0.64, 0.98),
        lash=(0.05, 0.17, 0.2),
        wing=0.14,
        height=1.05,
    ),
    "sparkling": EyeStyle(
        upper=(
            (-0.94, -0.15),
            (-0.78, -0.6),
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
