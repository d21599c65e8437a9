"""What a seed's picture shows: one figure or two, on plain ground or before a backdrop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from training.data.characters.drawing.drawing import Drawing, Shape
from training.data.characters.drawing.rasterizer import Placement
from training.data.characters.figure.design import (
    Design,
    Framing,
    Motion,
    ViewChoice,
    choose_design,
    stream,
)
from training.data.characters.figure.figure import frame, top_of
from training.data.characters.figure.pose import reach
from training.data.characters.scene.backdrop import BACKDROPS, Spot, draw_backdrop

BACKDROP_SHARE = 0.25
"""Share of pictures with a drawn background."""
COMPANY_SHARE = 0.12
"""Share of pictures with two figures."""
SCENIC = ("room", "hills", "street", "park")
ROOM_FOR_TWO = {Framing.BUST: 0.84, Framing.HALF: 0.88, Framing.FULL: 0.94}
"""How much smaller two figures are drawn than one; two heads are drawn as busts."""
LOWEST_SHOWN = {Framing.BUST: 1.95, Framing.HALF: 3.2}
"""Where the picture's lower edge may cut two figures at most, in units: above waist and knees."""
HEADROOM = 0.06
"""Share of the picture's height above the taller of two figures whose feet it does not show."""
NEARNESS = {Framing.HEAD: 1.7, Framing.BUST: 1.4, Framing.HALF: 1.15, Framing.FULL: 1.0}
"""How much larger the backdrop is seen the closer the frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The figures of a picture, the main one first, and its backdrop ("none": plain ground)."""

    designs: tuple[Design, ...]
    backdrop: str = "none"

    @property
    def seed(self) -> int:
        """The main figure's seed."""
        return self.designs[0].seed


def scope_of(index: int) -> str:
    """The scope of a figure's regions, by its place in Scene.designs."""
    return "figure" if index == 0 else f"figure {index + 1}"


def choose_scene(seed: int, view: ViewChoice, motion: Motion) -> Scene:
    """The scene of a seed; ``view`` fixes what it names, ``motion`` moves the main figure.

    Two figures are never framed closer than busts.
    """
    rng = stream(seed, "scene")
    chances = rng.random(4)
    company = view.company if view.company is not None else bool(chances[0] < COMPANY_SHARE)
    scenic = SCENIC if chances[2] < 0.72 else tuple(set(BACKDROPS) - set(SCENIC))
    kind = sorted(scenic)[int(rng.integers(len(scenic)))]
    backdrop = view.backdrop or (kind if chances[1] < BACKDROP_SHARE else "none")
    facing = float(rng.uniform(12, 36)) if chances[3] < 0.5 else 0.0
    if company and facing and view.yaw is None:
        view = replace(view, yaw=facing)
    main = choose_design(seed, view, motion)
    if not company:
        return Scene(designs=(main,), backdrop=backdrop)
    if main.framing is Framing.HEAD:
        main = choose_design(seed, replace(view, framing=Framing.BUST), motion)
    other_view = ViewChoice(framing=main.framing, yaw=-facing if facing else None)
    other = choose_design(company_seed(seed), other_view, Motion())
    return Scene(designs=(main, replace(other, light=main.light)), backdrop=backdrop)


def company_seed(seed: int) -> int:
    """The seed of the second figure in the picture of a seed."""
    return (seed * 2_654_435_761 + 0x9E3779B9) & 0xFFFFFFFF


def placements(scene: Scene, motion: Motion, width: int, height: int) -> list[Placement]:
    """Where each figure of the scene lies; the main one is on the left."""
    first = Placement(*frame(scene.designs[0], motion, width, height))
    if len(scene.designs) == 1:
        return [first]
    rng = stream(scene.seed, "company")
    framing = scene.designs[0].framing
    shrink = ROOM_FOR_TWO[framing] * min(1.0, width / height)
    sizes = (shrink * float(rng.uniform(0.9, 1.04)), shrink * float(rng.uniform(0.82, 1.08)))
    apart = float(rng.uniform(1.0, 1.55)) * shrink * first.scale
    apart = min(apart, 0.5 * width)
    motions = (motion, Motion())
    framed = [
        frame(design, moving, width, height, arms=False)
        for design, moving in zip(scene.designs, motions)
    ]
    # One scale for both: who sits or spreads the arms is framed from farther away than the other.
    common = min(scale for scale, _ in framed)
    placed = []
    for side, share, design, (scale, (_, y)) in zip((-1, 1), sizes, scene.designs, framed):
        moving = motion if side < 0 else Motion()
        size = share * common / scale
        middle = sum(reach(design.build, design.pose)) / 2 if framing is Framing.FULL else 0.0
        x = width / 2 + side * apart / 2 - middle * scale * size + moving.shift[0] * scale * size
        low = height if framing is not Framing.FULL else 0.96 * height
        placed.append(Placement(scale * size, (x, low - (low - y) * size)))
    if framing is Framing.FULL:
        return placed
    tops = [at.shift[1] + top_of(design) * at.scale for at, design in zip(placed, scene.designs)]
    spare = [at.shift[1] + LOWEST_SHOWN[framing] * at.scale - height for at in placed]
    rise = max(min(min(tops) - HEADROOM * height, *spare), 0.0)
    return [Placement(at.scale, (at.shift[0], at.shift[1] - rise)) for at in placed]


def paint_order(placed: list[Placement]) -> list[int]:
    """Figures from the farthest, which is drawn smallest, to the nearest."""
    return sorted(range(len(placed)), key=lambda index: placed[index].scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pan:
    """A camera that goes along: how far in all, and how far it is from the left end, in pixels."""

    whole: float = 0.0
    at: float = 0.0


def backdrop_of(
    scene: Scene,
    placed: list[Placement],
    *,
    figures: Sequence[Drawing],
    size: tuple[int, int],
    pan: Pan,
) -> tuple[Drawing, Placement] | None:
    """The backdrop and where it lies in a picture of a (width, height), or None on plain ground.

    figures  as they are drawn; their shadows lie where they touch the ground.
    """
    width, height = size
    if scene.backdrop == "none":
        return None
    main = scene.designs[0]
    zoom = NEARNESS[main.framing]
    spots = []
    if main.framing is Framing.FULL:
        for design, at, figure in zip(scene.designs, placed, figures):
            left, right = reach(design.build, design.pose)
            if design.pose.is_upright:
                left, right = -0.62, 0.62
            spots.append(
                Spot(
                    x=(pan.at + at.shift[0] + (left + right) / 2 * at.scale) / height,
                    y=(at.shift[1] + (_lowest_drawn(figure) - 0.05) * at.scale) / height,
                    half=(right - left) / 2 * at.scale / height,
                )
            )
    drawing = draw_backdrop(
        scene.backdrop,
        stream(scene.seed, "backdrop"),
        palette=main.palette,
        light=main.light,
        wide=(width + pan.whole) / height,
        spots=tuple(spots),
    )
    shift = np.array([width / 2, height * 0.62]) * (1 - zoom)
    return drawing, Placement(height * zoom, (float(shift[0]) - pan.at, float(shift[1])))


def _lowest_drawn(figure: Drawing) -> float:
    """Where a figure's soles, or what it sits or kneels on, meet the ground, in units."""
    return max(float(item.path[:, 1].max()) for item in figure.items if isinstance(item, Shape))
