"""Around the neck and on the shoulders: collars, ties, bows, scarves, capes."""

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.clothes.garments import Outfit, draw_hood, folds
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    as_points,
    bend,
    ellipse,
    join,
    part_of,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.pose import Build, Pose, hang


def draw_collar(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    """Collar around the neck, over top and jacket."""
    part = Part.DRESS if outfit.is_dress else Part.TOP
    n, x = build.neck, pose.front(0.9)
    if outfit.collar == "turtle":
        path = join(
            bend((-n - 0.03, 0.6), (0.0, 0.68), (n + 0.03, 0.6)),
            bend((n + 0.07, 0.8), (x, 0.92), (-n - 0.07, 0.8)),
        )
        fold = bend((-n - 0.05, 0.72), (x * 0.5, 0.82), (n + 0.05, 0.72))
        drawing.shape(
            path,
            part,
            drawing.palette.main,
            inside=[Stroke(fold, 0.6)],
            tones=[Tone(path - (0.0, 0.1)), drawing.shadow(path, 0.05)],
        )
    elif outfit.collar == "shirt":
        for side in (-1, 1):
            path = as_points(
                [
                    (side * (n - 0.01), 0.63),
                    (side * (n + 0.05), 0.72),
                    (x + side * 0.2, 0.98),
                    (x + side * 0.015, 0.9),
                ]
            )
            drawing.shape(
                path, part, drawing.palette.trim, outline=0.9, tones=[drawing.shadow(path, 0.03)]
            )
    elif outfit.collar == "sailor":
        for side in (-1, 1):
            outer = smooth([(side * n, 0.7), (side * (n + 0.2), 0.82), (side * (n + 0.18), 1.0)])
            low = (x, 1.22)
            path = join(outer, as_points([low]), bend(low, (side * n * 0.9, 0.95), (side * n, 0.7)))
            inner = join(
                part_of(outer, 0.2, 1) * (0.9, 1.0) - (0, 0.02),
                as_points([(x + side * 0.03, 1.15)]),
            )
            drawing.shape(
                path,
                part,
                drawing.palette.second,
                outline=0.9,
                inside=[Stroke(inner, 0.7, 0.8, 0.8)],
                tones=[drawing.shadow(path, 0.03)],
            )
    elif outfit.collar == "hood":
        draw_hood(drawing, build, pose, drawing.palette.main)
    elif outfit.collar == "kimono":
        for side in (1, -1):
            band = join(
                bend((side * n, 0.66), (side * (n + 0.03), 0.9), (x - side * 0.16, 1.5)),
                bend((x - side * 0.04, 1.56), (side * (n + 0.13), 1.0), (side * (n + 0.09), 0.72)),
            )
            drawing.shape(
                band, part, drawing.palette.trim, outline=0.8, tones=[drawing.shadow(band, 0.03)]
            )


def draw_neckwear(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    """Tie, bow, scarf, choker or pendant."""
    kind, color = outfit.neckwear, drawing.palette.neckwear
    y = 1.16 if outfit.collar == "sailor" else 0.93
    x, n = pose.front(y), build.neck
    if kind == "tie":
        blade = as_points(
            [
                (x - 0.045, y + 0.08),
                (x + 0.045, y + 0.08),
                (x + 0.1, y + 0.62),
                (x + 0.005, y + 0.74),
                (x - 0.09, y + 0.62),
            ]
        )
        knot = as_points([(x - 0.065, y), (x + 0.065, y), (x + 0.04, y + 0.1), (x - 0.04, y + 0.1)])
        for path in (blade, knot):
            drawing.shape(
                path, Part.ORNAMENT, color, outline=0.9, tones=[drawing.shadow(path, 0.03)]
            )
    elif kind == "bow":
        draw_bow(drawing, (x, y + 0.06), 0.2, color, tails=True)
    elif kind == "scarf":
        tail = smooth(
            [(x + 0.1, 0.85), (x + 0.24, 0.95), (x + 0.27, 1.7), (x + 0.09, 1.72)], closed=True
        )
        tail = join(
            bend((x + 0.03, 0.85), (x + 0.12, 1.2), (x + 0.06, 1.75)),
            bend((x + 0.3, 1.71), (x + 0.33, 1.2), (x + 0.24, 0.85)),
        )
        drawing.shape(
            tail,
            Part.ORNAMENT,
            color,
            tones=[drawing.shadow(tail, 0.05)],
            inside=folds([((x + 0.13, 0.95), (x + 0.2, 1.5), 0.05)]),
        )
        wrap = join(
            bend((-n - 0.14, 0.66), (0.0, 0.76), (n + 0.14, 0.66)),
            bend((n + 0.17, 0.84), (x, 1.14), (-n - 0.17, 0.84)),
        )
        lines = folds(
            [((-n - 0.1, 0.74), (x + 0.05, 0.92), -0.08), ((n + 0.12, 0.74), (x, 0.86), 0.1)]
        )
        drawing.shape(wrap, Part.ORNAMENT, color, inside=lines, tones=[drawing.shadow(wrap, 0.09)])
    elif kind == "choker":
        band = join(
            bend((-n, 0.6), (0.0, 0.67), (n, 0.6)), bend((n, 0.65), (0.0, 0.73), (-n, 0.65))
        )
        drawing.shape(band, Part.ORNAMENT, color, outline=0.7)
    elif kind == "pendant":
        chain = bend((-n * 0.9, 0.72), (x * 1.4, 1.34), (n * 0.9, 0.72))
        drawing.pen(Stroke(chain, 0.6, 0.8, 0.8))
        drawing.shape(
            ellipse((x, 1.06), (0.045, 0.055), steps=16),
            Part.ORNAMENT,
            drawing.palette.metal,
            outline=0.8,
        )


def draw_bow(
    drawing: Drawing, at: tuple[float, float], size: float, color: Rgb, *, tails: bool
) -> None:
    """A ribbon tied in a bow, with or without hanging ends."""
    x, y = at
    if tails:
        for side in (-1, 1):
            end = join(
                bend(
                    (x, y),
                    (x + side * size * 0.5, y + size * 0.6),
                    (x + side * size * 0.35, y + size * 1.7),
                ),
                as_points([(x + side * size * 0.65, y + size * 1.45)]),
                bend(
                    (x + side * size * 0.9, y + size * 1.6),
                    (x + side * size * 0.8, y + size * 0.7),
                    (x, y),
                ),
            )
            drawing.shape(
                end,
                Part.ORNAMENT,
                color,
                outline=0.85,
                tones=[drawing.shadow(end, size * 0.15)],
            )
    for side in (-1, 1):
        loop = smooth(
            [
                (x, y - size * 0.1),
                (x + side * size * 0.55, y - size * 0.5),
                (x + side * size * 1.05, y - size * 0.38),
                (x + side * size * 1.08, y + size * 0.25),
                (x + side * size * 0.6, y + size * 0.34),
                (x, y + size * 0.12),
            ],
            steps=5,
        )
        lines = folds(
            [((x + side * size * 0.15, y), (x + side * size * 0.7, y - size * 0.12), 0.08)]
        )
        drawing.shape(
            loop,
            Part.ORNAMENT,
            color,
            outline=0.95,
            inside=lines,
            tones=[drawing.shadow(loop, size * 0.16)],
        )
    knot = ellipse((x, y), (size * 0.2, size * 0.24), steps=16)
    drawing.shape(knot, Part.ORNAMENT, color, outline=0.9)


def draw_cape(drawing: Drawing, build: Build, pose: Pose, *, front: bool) -> None:
    """A cape: its back behind the figure, and the yoke that lies on the shoulders."""
    s = build.shoulder
    if not front:
        low = hang(build, pose, 3.9)
        knee = 1.2 + (low - 1.2) * 0.44
        path = join(
            smooth([(-s * 0.7, 0.82), (-s - 0.12, 1.2), (-s - 0.3, knee), (-s - 0.42, low)]),
            bend((-s - 0.42, low), (0.0, low + 0.25), (s + 0.42, low)),
            smooth([(s + 0.42, low), (s + 0.3, knee), (s + 0.12, 1.2), (s * 0.7, 0.82)]),
        )
        lines = folds(
            [
                ((k * (s + 0.3), low + 0.08), (k * s * 0.8, 1.6), 0.02)
                for k in (-0.8, -0.4, 0.5, 0.85)
            ]
        )
        drawing.shape(
            path,
            Part.TOP,
            drawing.palette.second,
            inside=lines,
            tones=[Tone(ellipse((0, 1.9), (s + 0.05, 2.0))), drawing.shadow(path, 0.1)],
        )
        return
    path = join(
        smooth([(-build.neck, 0.7), (-s - 0.04, 0.92), (-s - 0.1, 1.35)]),
        bend((-s - 0.1, 1.35), (pose.front(1.3), 1.62), (s + 0.1, 1.35)),
        smooth([(s + 0.1, 1.35), (s + 0.04, 0.92), (build.neck, 0.7)]),
        bend((build.neck, 0.7), (0.0, 0.98), (-build.neck, 0.7)),
    )
    lines = folds([((k * s, 1.46), (k * s * 0.75, 1.05), 0.04) for k in (-0.7, -0.25, 0.3, 0.75)])
    drawing.shape(
        path, Part.TOP, drawing.palette.second, inside=lines, tones=[drawing.shadow(path, 0.09)]
    )
    drawing.shape(
        ellipse((pose.front(0.9), 0.93), (0.055, 0.055), steps=16),
        Part.ORNAMENT,
        drawing.palette.metal,
    )
