"""Every way to get line art from a picture, by name, and mixes of them.

An extractor takes a sample and a random generator and gives line art uint8 (H, W), 0 = ink; the
same sample and the same state of the generator give the same bytes. ``python -m
training.data.lines.extractors OUT.png PICTURE...`` draws every one of them side by side.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import get_args

import cv2
import numpy as np
from numpy.random import Generator as Rng

import resources
from models.arrays import U8Array
from training.data.lines.coherent import soft_lines, thin_lines
from training.data.lines.lineart import contrast_lines
from training.data.lines.simplification import Simplification, simplify_lines
from training.data.lines.xdog_forms import (
    SIGMAS,
    alacgan_xdog,
    manga_colorization_xdog,
    paintstorch2_xdog,
    tag2pix_xdog,
    two_stage_xdog,
)
from training.data.sample import Sample

DILATION_SIDES = (4, 5)


class ExtractorError(ValueError):
    """An extractor that is not there or that lacks what it needs; says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """A named way to get line art.

    name     its key in EXTRACTORS.
    extract  (sample, rng) -> uint8 (H, W), 0 = ink; raises ExtractorError.
    summary  what it does and whose it is.
    needs_ink  it hands out the sample's own line layer, so the sample must have one.
    """

    name: str
    extract: Callable[[Sample, Rng], U8Array]
    summary: str
    needs_ink: bool = False

    def can_take(self, sample: Sample) -> bool:
        """Whether the sample has what this extractor needs."""
        return sample.line is not None or not self.needs_ink


def dilate_abs_sub(rgb_u8: U8Array, *, side: int) -> U8Array:
    """255 - |dilate(RGB, side × side) - RGB|, then luma: soft grey lines, uint8 (H, W).

    side  4 or 5, with equal chance, in the two-stage paper (Lee & Lee 2020, section 4.1).
    """
    if side < 2:
        raise ValueError(f"dilation needs a side of 2 pixels or more; got {side}")
    grown = cv2.dilate(rgb_u8, np.ones((side, side), dtype=np.uint8))
    edges = 255 - cv2.absdiff(grown, rgb_u8)
    return np.asarray(cv2.cvtColor(edges, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def pencil_lines(rgb_u8: U8Array, *, sigma: float, darkness: float = 1.0) -> U8Array:
    """Pencil: luma dodged by its own blurred negative, uint8 (H, W).

    255 · luma / (255 - blur(255 - luma)): paper wherever a pixel is not darker than around it.

    sigma     of the blur; larger gives broader, softer marks.
    darkness  the result to this power: above 1 presses harder.
    """
    luma = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY).astype(np.float32)
    around = cv2.GaussianBlur(luma, (0, 0), sigma)
    dodged = np.clip(luma / np.maximum(around, 1.0), 0, 1) ** darkness
    return np.round(255 * dodged).astype(np.uint8)


def _bundled_lines(rgb_u8: U8Array) -> U8Array:
    """Lines by the bundled line detection model, which is loaded when it is first asked for.

    Raises ExtractorError if its weights are missing or damaged.
    """
    from models.networks.features import MissingWeightsError  # noqa: PLC0415 - as below

    try:
        learned = _line_detector(resources.LINE_DETECTION)
    except MissingWeightsError as error:
        raise ExtractorError(
            f"learned: the weights that come with this package cannot be used; install it again, "
            f"or hand over others by learned_extractors(FILE): {error}"
        ) from error
    return learned(rgb_u8)


@cache
def _line_detector(weights: Path) -> Callable[[U8Array], U8Array]:
    # Imported here so that extractors without a network need no torch.
    from models.networks.two_stage.line_detector import detect_lines, load_line_detector  # noqa: PLC0415

    return partial(detect_lines, load_line_detector(weights))


def greyscale(rgb_u8: U8Array) -> U8Array:
    """The picture's luma in the place of line art, for the rare greyscale subset."""
    return np.asarray(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def true_ink(sample: Sample) -> U8Array:
    """The exact line layer of a layered source. Raises ExtractorError if there is none."""
    if sample.line is None:
        raise ExtractorError(
            f"{sample.name}: its source has no ink layer; choose an extractor that reads the "
            f"coloured picture, such as xdog_alacgan_04"
        )
    return sample.line


def simplified(sample: Sample, rng: Rng) -> U8Array:
    """A sketch of the sample redrawn with one line width between 1.2 and 2.6 pixels.

    The sketch is its ink layer, or the contrast lines of its picture
    (``training.data.lines.lineart``).
    """
    width = float(rng.uniform(1.2, 2.6))
    sketch = sample.line
    if sketch is None:
        sketch = contrast_lines(sample.color, sigma=0.7, k=2.5, contrast=0.12)
    return simplify_lines(sketch, Simplification(width=width))


def _tag2pix(sample: Sample, rng: Rng) -> U8Array:
    return tag2pix_xdog(sample.color, rng)


def _two_stage(sample: Sample, rng: Rng) -> U8Array:
    return two_stage_xdog(sample.color, sigma=float(rng.choice(SIGMAS)))


def _pencil(sample: Sample, rng: Rng) -> U8Array:
    sigma, darkness = float(rng.uniform(1.5, 5)), float(rng.uniform(1.0, 2.5))
    return pencil_lines(sample.color, sigma=sigma, darkness=darkness)


def _of_color(function: Callable[[U8Array], U8Array]) -> Callable[[Sample, Rng], U8Array]:
    """An extractor of a function that reads the picture alone and draws no random numbers."""
    return lambda sample, _rng: function(sample.color)


_EXTRACTORS = (
    *(
        Extractor(
            name=f"xdog_alacgan_{round(sigma * 10):02d}",
            extract=_of_color(partial(alacgan_xdog, sigma=sigma)),
            summary=f"XDoG of AlacGAN and PaintsTorch, σ {sigma:g}: black on white",
        )
        for sigma in SIGMAS
    ),
    Extractor(
        name="xdog_paintstorch2",
        extract=_of_color(paintstorch2_xdog),
        summary="XDoG of PaintsTorch2: mean of the channels, no lower limit",
    ),
    Extractor(
        name="xdog_tag2pix",
        extract=_tag2pix,
        summary="XDoG of Tag2Pix at 768 pixels: thin, random σ and k",
    ),
    Extractor(
        name="xdog_two_stage",
        extract=_two_stage,
        summary="XDoG of the two-stage generator: grey lines, one of three σ",
    ),
    Extractor(
        name="xdog_manga_colorization",
        extract=_of_color(manga_colorization_xdog),
        summary="XDoG of manga-colorization v1: cut at seven times the size",
    ),
    *(
        Extractor(
            name=f"dilate_abs_sub_{side}",
            extract=_of_color(partial(dilate_abs_sub, side=side)),
            summary=f"the two-stage generator's |dilate - picture|, {side} pixels",
        )
        for side in DILATION_SIDES
    ),
    Extractor(
        name="coherent",
        extract=lambda sample, rng: thin_lines(sample.color, rng),
        summary="flow-guided difference of Gaussians: clean pen lines",
    ),
    Extractor(
        name="coherent_soft",
        extract=lambda sample, rng: soft_lines(sample.color, rng),
        summary="the same, wider and softer: pencil lines with pressure",
    ),
    Extractor(name="pencil", extract=_pencil, summary="dodge blend, random softness and pressure"),
    Extractor(
        name="simplified",
        extract=simplified,
        summary="centre lines redrawn with one width; in the place of sketch simplification",
    ),
    Extractor(name="greyscale", extract=_of_color(greyscale), summary="the picture's luma"),
    Extractor(
        name="true_ink",
        extract=lambda sample, _rng: true_ink(sample),
        summary="the source's own ink layer",
        needs_ink=True,
    ),
    Extractor(
        name="learned",
        extract=lambda sample, _rng: _bundled_lines(sample.color),
        summary="line detection model of our own recipe, small form",
    ),
)

EXTRACTORS: Mapping[str, Extractor] = {each.name: each for each in _EXTRACTORS}
"""Every extractor that needs no weights but those that come with this package."""


def sketchkeras_extractors(weights: Path) -> dict[str, Extractor]:
    """sketchKeras in its four forms, with a user's weights, by name.

    Raises models.networks.features.MissingWeightsError if the file does not hold them.
    """
    # Imported here so that extractors without a network need no torch.
    from models.networks.sketchkeras import Finish, extract_lines, load_sketchkeras  # noqa: PLC0415

    network = load_sketchkeras(weights)

    def build(form: Finish) -> Extractor:
        return Extractor(
            name=f"sketchkeras_{form}",
            extract=lambda sample, _rng: extract_lines(network, sample.color, form),
            summary=f"sketchKeras, {form} form, weights of {weights.name}",
        )

    return {f"sketchkeras_{form}": build(form) for form in get_args(Finish)}


def learned_extractors(weights: Path) -> dict[str, Extractor]:
    """``learned`` by another line detection model than the bundled one, from its weights file.

    Raises models.networks.features.MissingWeightsError if the file does not hold one.
    """
    detect = _line_detector(weights)
    learned = Extractor(
        name="learned",
        extract=lambda sample, _rng: detect(sample.color),
        summary=f"line detection model, weights of {weights.name}",
    )
    return {learned.name: learned}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractorMix:
    """Extractors with their chances, as ((name, chance), ...).

    Chances are positive and add up to 1. One that lacks its ink layer in a sample is left out
    there, the others in proportion.
    """

    chances: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        names = [name for name, _ in self.chances]
        total = sum(chance for _, chance in self.chances)
        if not names or len(set(names)) != len(names):
            raise ValueError(f"a mix names at least one extractor, each once; got {names}")
        if any(chance <= 0 for _, chance in self.chances) or abs(total - 1) > 1e-6:
            raise ValueError(
                f"a mix's chances are above 0 and add up to 1; got "
                f"{', '.join(f'{name} {chance:g}' for name, chance in self.chances)}"
            )

    def choose(self, sample: Sample, rng: Rng, *, known: Mapping[str, Extractor]) -> Extractor:
        """Draw an extractor that can take the sample.

        Raises ExtractorError naming an unknown extractor, or the sample that none can take.
        """
        for name, _ in self.chances:
            if name not in known:
                raise ExtractorError(_unknown(name, known))
        fitting = [(known[n], chance) for n, chance in self.chances if known[n].can_take(sample)]
        if not fitting:
            raise ExtractorError(
                f"{sample.name}: no extractor of the mix can take it, because it has no ink layer; "
                f"add one that reads the coloured picture"
            )
        weights = np.array([chance for _, chance in fitting])
        return fitting[int(rng.choice(len(fitting), p=weights / weights.sum()))][0]

    def extract(
        self, sample: Sample, rng: Rng, *, known: Mapping[str, Extractor] = EXTRACTORS
    ) -> U8Array:
        """Line art of a sample by an extractor drawn at random, uint8 (H, W), 0 = ink."""
        return self.choose(sample, rng, known=known).extract(sample, rng)


def _unknown(name: str, known: Mapping[str, Extractor]) -> str:
    if name.startswith("sketchkeras"):
        return (
            f"{name} needs weights that do not come with this package: build it by "
            f"sketchkeras_extractors(FILE) and hand it over, or leave it out of the mix"
        )
    return f"unknown extractor {name!r}; known: {', '.join(known)}"


TWO_STAGE_GREY = 1e-4
TWO_STAGE_MIX = ExtractorMix(
    chances=(
        ("dilate_abs_sub_4", (1 - TWO_STAGE_GREY) / 4),
        ("dilate_abs_sub_5", (1 - TWO_STAGE_GREY) / 4),
        ("xdog_two_stage", (1 - TWO_STAGE_GREY) / 2),
        ("greyscale", TWO_STAGE_GREY),
    )
)


if __name__ == "__main__":
    from training.data.lines.extractor_sheet import main

    sys.exit(main(sys.argv[1:]))
