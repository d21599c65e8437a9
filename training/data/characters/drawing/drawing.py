"""What a drawing is made of: shapes in painter's order, each with its tones, glows and strokes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.geometry import IDENTITY, Matrix, Points, place
from training.data.characters.drawing.marks import Glow, Stroke, Tone
from training.data.characters.drawing.regions import RegionKey
from training.data.characters.drawing.shading import Light, side_shadow
from training.data.characters.figure.palette import Palette

_BODY = (Part.SKIN, Part.TOP, Part.BOTTOM, Part.DRESS, Part.LEGWEAR, Part.FOOTWEAR)
FALLS_ON: dict[Part, tuple[Part, ...]] = {
    Part.HAIR: _BODY,
    Part.SKIN: (*_BODY, Part.HAIR),
    Part.HAT: (Part.HAIR, Part.SKIN),
    Part.ORNAMENT: (*_BODY, Part.HAIR),
    **dict.fromkeys(_BODY[1:], (*_BODY, Part.HAIR)),
}
"""On which parts the shadow of a part falls."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed flat-coloured area: one region. ``clip`` cuts the fill and all that lies in it.

    ``inside`` strokes are cut at the shape's edge, ``strokes`` are not. ``key`` tells the region.
    Its shadow falls on what lies beneath it and has one of the parts ``casts``.
    """

    path: Points
    key: RegionKey
    clip: Points | None = None
    tones: tuple[Tone, ...] = ()
    glows: tuple[Glow, ...] = ()
    inside: tuple[Stroke, ...] = ()
    strokes: tuple[Stroke, ...] = ()

    @property
    def casts(self) -> tuple[Part, ...]:
        """On which parts its shadow falls: none for what lies flat on another shape."""
        if self.clip is not None or not self.strokes:
            return ()
        return FALLS_ON.get(self.key.part, ())


@dataclass(frozen=True, slots=True)
class Cast:
    """A shadow (or with ``glow`` a highlight) on whatever has one of ``parts`` so far."""

    path: Points
    parts: tuple[Part, ...]
    depth: int = 1
    glow: float = 0.0


@dataclass(frozen=True, slots=True)
class Blush:
    """Soft rosy spot on skin."""

    path: Points
    strength: float


@dataclass(frozen=True, slots=True)
class Pen:
    """Free strokes and solid black areas, over all that was drawn before."""

    strokes: tuple[Stroke, ...] = ()
    solids: tuple[Points, ...] = ()


Item = Shape | Cast | Blush | Pen


@dataclass(slots=True)
class Drawing:
    """Collects items in painter's order, placed by the current matrix.

    Holds the two things every part needs to know: the figure's palette and the light. ``scope``
    names what is being drawn; regions keep their identity in a sequence by it.
    """

    palette: Palette
    light: Light
    items: list[Item] = field(default_factory=list)
    matrix: Matrix = field(default_factory=lambda: IDENTITY)
    scope: str = "figure"
    _places: dict[tuple[str, Part, Rgb], int] = field(default_factory=dict)

    @contextmanager
    def named(self, name: str) -> Iterator[None]:
        """Draw within a scope of its own: whatever can be hidden alone, or drawn in another order.

        Shapes of equal part and colour in one scope are told apart by their order alone.
        """
        before = self.scope
        self.scope = f"{before}/{name}"
        yield
        self.scope = before

    @contextmanager
    def apart(self, name: str) -> Iterator[None]:
        """As ``named``, but of the figure itself: what is drawn now behind, now before others."""
        before = self.scope
        self.scope = f"{before.split('/')[0]}/{name}"
        yield
        self.scope = before

    @contextmanager
    def placed(self, matrix: Matrix) -> Iterator[None]:
        """Draw in coordinates that the matrix brings into the picture; it may mirror them."""
        before = self.matrix, self.light
        self.matrix = matrix
        if np.linalg.det(matrix[:, :2]) < 0:
            self.light = self.light.mirrored()
        yield
        self.matrix, self.light = before

    def shape(
        self,
        path: Points,
        part: Part,
        color: Rgb,
        *,
        outline: Iterable[Stroke] | float | None = 1.0,
        clip: Points | None = None,
        tones: Iterable[Tone] = (),
        glows: Iterable[Glow] = (),
        inside: Iterable[Stroke] = (),
    ) -> None:
        """Add a shape. A number as ``outline`` strokes the whole path with that width."""
        if outline is None:
            strokes: tuple[Stroke, ...] = ()
        elif isinstance(outline, int | float):
            ring = place_closed(path)
            strokes = (Stroke(ring, float(outline), 0.8, 0.8),)
        else:
            strokes = tuple(outline)
        self.items.append(
            Shape(
                self._placed(path),
                self._key(part, color),
                None if clip is None else self._placed(clip),
                tuple(Tone(self._placed(t.path), t.depth, t.outside) for t in tones),
                tuple(Glow(self._placed(g.path), g.strength) for g in glows),
                self._placed_strokes(inside),
                self._placed_strokes(strokes),
            )
        )

    def cast(self, path: Points, *parts: Part, depth: int = 1, glow: float = 0.0) -> None:
        """Shade (or lighten) what was drawn so far of some parts."""
        self.items.append(Cast(self._placed(path), parts, depth, glow))

    def blush(self, path: Points, strength: float) -> None:
        """Add a soft rosy spot to the skin drawn so far."""
        self.items.append(Blush(self._placed(path), strength))

    def pen(self, *strokes: Stroke, solids: Iterable[Points] = ()) -> None:
        """Add strokes and solid black over everything drawn so far."""
        placed = tuple(self._placed(path) for path in solids)
        self.items.append(Pen(self._placed_strokes(strokes), placed))

    def shadow(self, path: Points, depth: float, *, level: int = 1) -> Tone:
        """The side of a shape that is turned away from the light."""
        return side_shadow(path, self.light, depth, level=level)

    def _key(self, part: Part, color: Rgb) -> RegionKey:
        kind = (self.scope, part, color)
        place = self._places.get(kind, 0)
        self._places[kind] = place + 1
        return RegionKey(self.scope, part, color, place)

    def _placed(self, points: Points) -> Points:
        return points if self.matrix is IDENTITY else place(points, self.matrix)

    def _placed_strokes(self, strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
        return tuple(Stroke(self._placed(s.points), s.width, s.start, s.end) for s in strokes)


def place_closed(path: Points) -> Points:
    """The path with its first point repeated at the end."""
    return np.concatenate([path, path[:1]])
