"""Our own drawn characters: vector figures by seed, with every plane a sample can have."""

from training.data.characters.figure.design import Design, Framing, Motion, ViewChoice
from training.data.characters.picture import render_scene
from training.data.characters.scene.scene import Scene, choose_scene
from training.data.sample import Sample


def draw_character(
    seed: int, *, size: int = 512, view: ViewChoice | None = None, motion: Motion | None = None
) -> Sample:
    """Draw the character of a seed on a square of ``size`` pixels, with all planes.

    The same arguments give the same bytes. ``motion`` gives another frame of the same figure.
    """
    return draw_picture(seed, width=size, height=size, view=view, motion=motion)


def draw_picture(
    seed: int,
    *,
    width: int,
    height: int,
    view: ViewChoice | None = None,
    motion: Motion | None = None,
    factor: int = 2,
) -> Sample:
    """As draw_character, of any shape; ``factor`` is the supersampling in each direction.

    Raises ValueError if the picture is smaller than 32 pixels.
    """
    if min(width, height) < 32:
        raise ValueError(f"a character needs 32 pixels or more each way; got {width}×{height}")
    view, motion = view or ViewChoice(), motion or Motion()
    scene = choose_scene(seed, view, motion)
    return render_scene(scene, width=width, height=height, motion=motion, factor=factor)


def draw_design(
    design: Design, *, size: int, motion: Motion, backdrop: str = "none", name: str = ""
) -> Sample:
    """Draw a design that was chosen, or changed, by whoever asks, on a square of ``size`` pixels.

    motion  the one that it was chosen with.
    """
    scene = Scene(designs=(design,), backdrop=backdrop)
    return render_scene(scene, width=size, height=size, motion=motion, name=name)


__all__ = [
    "Framing",
    "Motion",
    "ViewChoice",
    "draw_character",
    "draw_design",
    "draw_picture",
    "figure",
    "sequences",
]
