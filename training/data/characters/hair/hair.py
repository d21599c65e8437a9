"""The hair that frames the face: cap, fringe, side locks, with strands, shadows and sheen."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Pair,
    Points,
    as_points,
    bend,
    bow,
    join,
    moved,
    part_of,
    smooth,
)
from training.data.characters.drawing.marks import Glow, Stroke, Tone
from training.data.characters.drawing.shading import Light
from training.data.characters.hair.hair_style import FRINGES, LOOSE, PARTINGS, HairStyle
from training.data.characters.hair.locks import draw_antennae, draw_side_locks
from training.data.characters.head.head_view import HeadView


def silhouette(style: HairStyle, view: HeadView, low: float = 0.48) -> Points:
    """Outer edge of the hair from the near side's bottom over the crown to the far side's."""
    angle = np.linspace(-view.mid(low, low + 0.45), np.pi + view.mid(low, -0.1), 34)
    wide = 0.44 + 0.035 * view.share + style.volume
    tall = 0.475 + style.volume * 1.1
    x = -0.045 * view.share - 0.035 * view.turn - wide * np.cos(angle)
    y = -0.07 - tall * np.sin(angle)
    tuck = np.clip(-np.sin(angle), 0, 1) ** 2
    return np.stack([x * (1 - 0.28 * tuck), y], axis=1)


def _spiked(edge: Points, count: int, rng: np.random.Generator) -> list[Points]:
    """The silhouette broken into spikes; pieces meet in corners."""
    if count == 0:
        return [edge]
    cuts = np.linspace(0.02, 0.98, count + 1) + rng.uniform(-0.02, 0.02, count + 1)
    pieces: list[Points] = [part_of(edge, 0, cuts[0], 4)]
    center = np.array([0.0, -0.05])
    for start, end in pairwise(cuts):
        base = part_of(edge, start, end, 9)
        away = base[-1] if (start + end) / 2 > 0.5 else base[0]
        other = base[0] if (start + end) / 2 > 0.5 else base[-1]
        out = (away - center) / np.hypot(*(away - center))
        tip = away + out * rng.uniform(0.05, 0.12) + np.array([0, 0.05])
        ridge = bend(other, base[4] + out * 0.035, tip)
        hook = bend(tip, (tip + away) / 2 - out * 0.02, away, 4)
        if (start + end) / 2 > 0.5:
            pieces += [ridge, hook]
        else:
            pieces += [hook[::-1], ridge[::-1]]
    pieces.append(part_of(edge, cuts[-1], 1, 4))
    return pieces


def _cut_before(pieces: list[Points], low: float) -> list[Points]:
    """The silhouette of a profile without what would hang before the forehead, below ``low``."""
    kept = [piece[(piece[:, 0] < 0.25) | (piece[:, 1] < low)] for piece in pieces]
    return [piece for piece in kept if len(piece) > 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lock:
    """One lock of the fringe, as seen: its notches, tip and edges."""

    left: Points
    right: Points
    from_x: float


def _fringe_locks(style: HairStyle, view: HeadView, rng: np.random.Generator) -> list[_Lock]:
    knots = FRINGES[style.fringe]
    jitter = rng.uniform(-1, 1, (len(knots), 3)) * (0.014, 0.018, 0.02)
    tips = as_points([(x + d[0], y + d[1]) for (x, y, _), d in zip(knots, jitter)])
    tips[:, 1] += style.fringe_drop
    tips[:, 0] += style.sway * np.clip(tips[:, 1] + 0.3, 0, 1) * 0.25
    notches = [(-0.46, 0.05)]
    for (x, y), (nx, ny), (_, _, deep), d in zip(tips[:-1], tips[1:], knots, jitter):
        lean = 0.5 + 0.18 * np.sign(abs(nx) - abs(x))
        top = min(y, ny) - deep * 1.05 - abs(d[2])
        notches.append((x * (1 - lean) + nx * lean, top))
    notches.append((0.46, 0.05))
    seen_tips = _short_before(view.over(tips, 0.27), tips[:, 0], view)
    seen = _short_before(view.over(as_points(notches), 0.27), as_points(notches)[:, 0], view)
    sweep = {"swept_right": 0.16, "side_part": 0.14, "swept_left": -0.16, "one_eye": -0.15}
    locks = []
    for i, tip in enumerate(seen_tips):
        lean = sweep.get(
            style.fringe, 0.13 * float(np.sign(tips[i, 0]) or 1) * (abs(tips[i, 0]) > 0.08)
        )
        belly = 0.1 + 0.34 * abs(lean)
        left = _edge(seen[i], tip, belly + lean * 0.6)
        right = _edge(seen[i + 1], tip, -belly + lean * 0.6)
        locks.append(_Lock(left=left, right=right, from_x=float(tips[i, 0])))
    near = [lock for lock in locks if lock.from_x < 0.12]
    return near if view.is_side and near else locks


def _short_before(seen: Points, x: Points, view: HeadView) -> Points:
    """Towards the profile the far side's hair ends on the forehead, not before the nose."""
    if view.turn == 0:
        return seen
    far = np.clip(x / 0.2, 0, 1) * view.turn
    high = np.minimum(seen[:, 1], -0.02 - 0.2 * np.clip(x, 0, 0.5))
    return np.stack([seen[:, 0], seen[:, 1] * (1 - far) + high * far], axis=1)


def _edge(notch: Points, tip: Points, bulge: float) -> Points:
    way = tip - notch
    control = notch + way * 0.55 - bulge * np.array([-abs(way[1]), way[0] * np.sign(way[1])]) * -1
    return bend(notch, control, tip, 8)


def _root(style: HairStyle, view: HeadView) -> Pair:
    top = as_points([(PARTINGS.get(style.fringe, 0.0), -0.44)])
    x, y = view.over(top, 0.2)[0]
    return view.mid(float(x), -0.1), float(y) - style.volume * 0.8


def _strand(point: Points, root: Pair, reach: float) -> Points:
    """A line from a point of the fringe towards the crown, round as the skull is."""
    px, py = point
    control = np.array([px * 1.12 - root[0] * 0.1, py * 0.35 + root[1] * 0.65])
    return part_of(bend(point, control, np.array(root)), 0.0, reach, 10)


def draw_cap(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
) -> None:
    """Cap and fringe as one area, with its shadow on the face, and the side locks over it."""
    pieces = _spiked(silhouette(style, view), style.spikes, rng)
    locks = _fringe_locks(style, view, rng)
    if view.is_side:
        pieces = _cut_before(pieces, float(locks[-1].right[0][1]) + 0.03)
    outer = join(*pieces)
    inner = join(*(np.concatenate([lock.right[:-1], lock.left[::-1]]) for lock in reversed(locks)))
    near = _hanging(inner[-1], outer[0], rng)
    far = _hanging(outer[-1], inner[0], rng)
    path = join(outer, *far, inner, *near)
    for part, drop in ((Part.SKIN, 0.05), (Part.OTHER, 0.05)):
        drawing.cast(inner_shadow(drawing, inner, drop), part)
    root = _root(style, view)
    edges = [Stroke(lock.left, 0.95, 0.45, 0.2) for lock in locks]
    edges += [Stroke(lock.right, 0.95, 0.45, 0.2) for lock in locks]
    edges += [Stroke(piece, 1.2, 0.4, 0.4) for piece in pieces]
    merged = view.is_side and style.back in LOOSE
    edges += [Stroke(piece, 1.0, 0.4, 0.4) for piece in ([] if merged else near) + far]
    drawing.shape(
        path,
        Part.HAIR,
        drawing.palette.hair,
        outline=edges,
        tones=_cap_tones(drawing, locks, outer, root),
        glows=_sheen(style, view, rng, drawing.light),
        inside=_cap_strands(style, locks, root, view, rng) + _side_strands(style, view, root),
    )
    draw_side_locks(drawing, style, view, rng)
    draw_antennae(drawing, style, root, rng)


def _hanging(start: Points, end: Points, rng: np.random.Generator) -> list[Points]:
    """Pointed lower edge of the hair at a temple, from start to end."""
    gap = abs(float(end[0] - start[0]))
    if gap < 0.06:
        return [np.stack([start, end])]
    count = max(1, round(gap / 0.12))
    notches = [start + (end - start) * share for share in np.linspace(0, 1, count + 1)]
    pieces = []
    for a, b in pairwise(notches):
        drop = rng.uniform(0.05, 0.13)
        tip = moved((a + b) / 2, np.sign(a[0]) * 0.02, max(a[1], b[1]) - (a[1] + b[1]) / 2 + drop)
        pieces += [bow(a, tip, 0.08 * float(np.sign(b[0] - a[0])), 5), bow(tip, b, 0.06, 5)]
    return pieces


def inner_shadow(drawing: Drawing, inner: Points, drop: float) -> Points:
    """Where the fringe darkens the face below it."""
    return join(inner, (inner + drawing.light.away * drop)[::-1])


def _cap_tones(drawing: Drawing, locks: list[_Lock], outer: Points, root: Pair) -> list[Tone]:
    tones = []
    for lock in locks:
        dark = lock.left if drawing.light.side > 0 else lock.right
        other = lock.right if drawing.light.side > 0 else lock.left
        top = dark[0] + (np.array(root) - dark[0]) * 0.3
        tip = lock.left[-1]
        low, high = dark[4] * 0.62 + other[4] * 0.38, dark[2] * 0.72 + other[2] * 0.28
        middle = smooth([tip, low, high, top])
        tones.append(Tone(join(dark, middle)))
    way = np.arange(len(outer))
    teeth = 0.9 + 0.35 * np.sin(way * 0.55) + 0.25 * np.sin(way * 1.3 + 1)
    toward = -drawing.light.away
    far = np.concatenate(
        [
            outer + teeth[:, None] * toward * (0.11, 0.09),
            outer[[-1, 0]] + (0.0, 1.0),
        ]
    )
    tones.append(Tone(far, 1, outside=True))
    return tones


def _cap_strands(
    style: HairStyle, locks: list[_Lock], root: Pair, view: HeadView, rng: np.random.Generator
) -> list[Stroke]:
    strokes = []
    for i, lock in enumerate(locks):
        if i:
            strokes.append(
                Stroke(_strand(lock.left[0], root, rng.uniform(0.45, 0.95)), 0.8, 0.7, 0.05)
            )
        for _ in range(rng.poisson(style.strands)):
            share = rng.uniform(0.25, 0.75)
            start = lock.left[1] * share + lock.right[1] * (1 - share)
            start = start + (lock.left[-1] - start) * rng.uniform(-0.3, 0.45)
            strokes.append(Stroke(_strand(start, root, rng.uniform(0.15, 0.6)), 0.45, 0.1, 0.05))
    edge = silhouette(style, view)
    for at in rng.uniform(0.05, 0.95, 3 + rng.poisson(3 * style.strands)):
        start = edge[int(at * (len(edge) - 1))] * 0.97
        strokes.append(Stroke(_strand(start, root, rng.uniform(0.3, 0.85)), 0.5, 0.15, 0.05))
    return strokes


def _side_strands(style: HairStyle, view: HeadView, root: Pair) -> list[Stroke]:
    """In profile, locks combed from the crown over the side of the head to ear and nape."""
    if view.turn < 0.3:
        return []
    strokes = []
    for share in np.linspace(0.1, 0.92, 4 + round(3 * style.strands)):
        end = np.array([0.02 - 0.5 * share, 0.12 + 0.14 * share - 0.09 * (share * 7 % 1)])
        control = (0.16 - 0.86 * share, -0.3 + 0.16 * share)
        line = bend(root, control, end, 14)
        first = 0.25 + 0.3 * (share * 5 % 1)
        weight = 0.75 if round(share * 20) % 3 == 0 else 0.5
        strokes.append(Stroke(part_of(line, first, 1.0, 12), weight, 0.05, 0.35))
    return strokes


def _sheen(style: HairStyle, view: HeadView, rng: np.random.Generator, light: Light) -> list[Glow]:
    """The bright band around the crown, broken along the strands, where the light meets it."""
    if style.sheen == "none":
        return []
    x = np.linspace(-0.43, 0.43, 61)
    y = -0.25 + 0.2 * (x / 0.43) ** 2 - style.volume * 0.4 - 0.05 * light.y - 0.05
    teeth = np.abs((np.arange(61) / 5 + rng.uniform(0, 1)) % 2 - 1) ** 1.6
    teeth = 0.25 + teeth * np.repeat(rng.uniform(0.4, 1.5, 13), 5)[:61]
    thick = (0.055 if style.sheen == "band" else 0.028) * np.cos(x / 0.43 * 1.45)
    thick *= np.clip(1.25 - np.abs(x / 0.43 - 0.75 * light.x), 0, 1)
    if light.behind or light.y > 0.3:
        return []
    upper = np.stack([x, y - thick * teeth], axis=1)
    lower = np.stack([x, y + 0.008 + thick * 0.9 * teeth[::-1]], axis=1)
    upper, lower = _around(upper, view), _around(lower, view)
    if style.sheen == "spots":
        spots = ((7, 20), (38, 56)) if abs(light.x) < 0.5 else (((7, 26), (36, 56))[light.x > 0],)
        return [Glow(join(upper[a:b], lower[a:b][::-1]), 0.4) for a, b in spots]
    return [Glow(join(upper, lower[::-1]), 0.34)]


def _around(points: Points, view: HeadView) -> Points:
    """Points of the crown as seen: on its front, in profile on its side."""
    seen = view.over(points, 0.27)
    side = points * (0.95, 1.0) - (0.07, 0.0)
    return seen + (side - seen) * view.turn
