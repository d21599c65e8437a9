"""Faces: eyes, brows, noses and mouths, in units of a head about 200 wide around (0, 0)."""

from curves import curve, ellipse
from paper import Paint, Paper

from models.hints.parts import Part

MOUTH = Paint("#a8434e", Part.MOUTH)
TONGUE = Paint("#e98d8f", Part.MOUTH)
EYE_WHITE = Paint("#ffffff", Part.OTHER)


def eye(
    paper: Paper,
    x: float,
    y: float,
    iris: Paint,
    *,
    outer: int,
    wide: float = 44,
    high: float = 54,
    look: tuple[float, float] = (0, 0),
    lid: float = 0.0,
    lashes: bool = True,
) -> None:
    """A large eye. outer: -1 if its outer corner is at the left, 1 at the right.

    look  where the iris is moved to, in the eye's units; lid: how far the upper lid has come down.
    """
    with paper.placed(x, y, flip=outer < 0):
        w, h = wide / 2, high / 2
        top = -h * (1 - 0.9 * lid)
        white = curve(
            f"{-w},{-h * 0.02} {-w * 0.72},{top * 0.72} {0},{top} {w * 0.68},{top * 0.76} "
            f"{w * 1.02},{-h * 0.08} {w * 0.86},{h * 0.55} {w * 0.3},{h * 0.96} "
            f"{-w * 0.45},{h * 0.92} {-w * 0.88},{h * 0.5}",
            closed=True,
        )
        paper.shape(white, EYE_WHITE, 2.6)
        with paper.within(white):
            ix, iy = look[0] * (1 if outer > 0 else -1), look[1] + h * 0.03
            paper.shape(ellipse(ix, iy, w * 0.66, h * 0.86), iris, 4)
            paper.black(ellipse(ix, iy - h * 0.02, w * 0.34, h * 0.5))
            paper.black(
                f"{ix - w * 0.7},{iy - h * 0.12} {ix - w * 0.3},{iy - h * 0.42} "
                f"{ix + w * 0.3},{iy - h * 0.42} {ix + w * 0.7},{iy - h * 0.12} "
                f"{ix + w * 0.7},{iy - h}* {ix - w * 0.7},{iy - h}*"
            )
        glint = -1 if outer > 0 else 1
        paper.shape(
            ellipse(ix + glint * w * 0.26, iy - h * 0.36, w * 0.25, h * 0.24), EYE_WHITE, 2.6
        )
        paper.shape(
            ellipse(ix - glint * w * 0.26, iy + h * 0.44, w * 0.13, h * 0.12), EYE_WHITE, 2.4
        )
        t = h * 0.2
        paper.black(
            f"{-w * 1.06},{h * 0.06}* {-w * 0.78},{top * 0.78} {0},{top - t * 0.5} "
            f"{w * 0.72},{top * 0.82} {w * 1.02},{-h * 0.24} {w * 1.3},{-h * 0.36}* "
            f"{w * 1.16},{-h * 0.02} {w * 1.0},{h * 0.16}* {w * 0.84},{-h * 0.16} "
            f"{w * 0.5},{top * 0.72} {0},{top + t * 0.55} {-w * 0.62},{top * 0.62}"
        )
        if lashes:
            paper.line(
                f"{w * 0.98},{-h * 0.32} {w * 1.2},{-h * 0.55} {w * 1.28},{-h * 0.72}",
                4.5,
                (1, 0.05),
            )
        crease = top - h * 0.26
        paper.line(
            f"{-w * 0.5},{crease + h * 0.1} {w * 0.1},{crease} {w * 0.7},{crease + h * 0.18}", 3
        )
        paper.line(f"{w * 0.1},{h * 1.02} {w * 0.5},{h * 0.98} {w * 0.84},{h * 0.66}", 4.5)


def dot_eye(paper: Paper, x: float, y: float, wide: float = 15, high: float = 22) -> None:
    """A small black eye with a glint."""
    paper.black(ellipse(x, y, wide / 2, high / 2))
    paper.shape(ellipse(x - wide * 0.14, y - high * 0.2, wide * 0.17), EYE_WHITE, 0)


def smiling_eye(
    paper: Paper, x: float, y: float, *, wide: float = 44, outer: int = 1, lashes: bool = True
) -> None:
    """An eye closed by a smile."""
    with paper.placed(x, y, flip=outer < 0):
        w = wide / 2
        paper.black(
            f"{-w},{w * 0.42}* {-w * 0.6},{-w * 0.16} {w * 0.1},{-w * 0.46} {w * 0.8},{-w * 0.06} "
            f"{w * 1.1},{w * 0.4}* {w * 0.7},{w * 0.12} {w * 0.08},{-w * 0.16} {-w * 0.56},{w * 0.08}"
        )
        if lashes:
            paper.lines(
                f"{w * 0.86},{-w * 0.04} {w * 1.18},{-w * 0.2} {w * 1.34},{-w * 0.36}",
                f"{w * 1.0},{w * 0.2} {w * 1.28},{w * 0.14} {w * 1.44},{w * 0.04}",
                width=4,
            )


def brow(
    paper: Paper,
    x: float,
    y: float,
    *,
    outer: int,
    wide: float = 40,
    lift: float = 10,
    width: float = 7,
) -> None:
    """An eyebrow, heavier towards the nose."""
    with paper.placed(x, y, flip=outer < 0):
        w = wide / 2
        paper.line(f"{-w},{2} {-w * 0.1},{-lift} {w},{-lift * 0.1}", width, (0.85, 0.1))


def blush(paper: Paper, x: float, y: float, count: int = 3, size: float = 1) -> None:
    """A few slanted strokes on a cheek."""
    for i in range(count):
        at = x + (i - (count - 1) / 2) * 9 * size
        paper.line(f"{at + 3 * size},{y - 6 * size} {at - 3 * size},{y + 6 * size}", 3, (0.6, 0.1))


def smile(paper: Paper, x: float, y: float, wide: float = 34, deep: float = 9) -> None:
    """A closed mouth that smiles."""
    w = wide / 2
    paper.line(
        f"{x - w},{y} {x - w * 0.5},{y + deep * 0.75} {x},{y + deep} "
        f"{x + w * 0.5},{y + deep * 0.75} {x + w},{y}",
        5,
        (0.5, 0.5),
    )
    paper.line(f"{x - w - 3},{y - 5} {x - w - 1},{y} {x - w + 4},{y + 3}", 3.5)
    paper.line(f"{x + w + 3},{y - 5} {x + w + 1},{y} {x + w - 4},{y + 3}", 3.5)


def laugh(paper: Paper, x: float, y: float, wide: float = 40, deep: float = 28) -> None:
    """An open mouth that laughs, with a tongue."""
    w = wide / 2
    mouth = curve(
        f"{x - w},{y}* {x},{y + deep * 0.16} {x + w},{y}* {x + w * 0.78},{y + deep * 0.62} "
        f"{x + w * 0.1},{y + deep} {x - w * 0.7},{y + deep * 0.66}",
        closed=True,
    )
    paper.shape(mouth, MOUTH, 4.5)
    with paper.within(mouth):
        paper.shape(ellipse(x + w * 0.05, y + deep * 1.02, w * 0.62, deep * 0.42), TONGUE, 3.5)
    paper.line(f"{x - w - 4},{y - 4} {x - w},{y + 1}", 4)
    paper.line(f"{x + w + 4},{y - 4} {x + w},{y + 1}", 4)


def cat_mouth(paper: Paper, x: float, y: float, wide: float = 30, deep: float = 10) -> None:
    """Two little arcs that meet beneath the nose."""
    w = wide / 2
    paper.line(
        f"{x - w},{y - 2} {x - w * 0.6},{y + deep * 0.8} {x},{y}* {x + w * 0.6},{y + deep * 0.8} "
        f"{x + w},{y - 2}",
        4.5,
        (0.4, 0.4),
    )


def nose(paper: Paper, x: float, y: float, size: float = 8, side: int = 1) -> None:
    """A little shadow of a nose."""
    paper.line(
        f"{x},{y - size * 0.6} {x + side * size * 0.55},{y + size * 0.3} "
        f"{x - side * size * 0.15},{y + size * 0.55}",
        4,
        (0.3, 0.3),
    )
