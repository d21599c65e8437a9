"""What the samples of a picture file mean: channels of any depth and colour model as RGBA bytes.

Readers of single formats take files apart and hand their numbers over as they stand; which of them
is white, which is transparency and which is neither is decided here and nowhere else.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from models.arrays import U8Array

Samples = NDArray[Any]
"""(h, w, channels), whole numbers or floats, as the file holds them."""


class UnreadKindError(ValueError):
    """A file that is in order, but of a kind that is not read; the text names the kind."""


class ColorModel(Enum):
    """What the first channels say. LAB: lightness, and two axes whose middle is the neutral one."""

    GREY = "L"
    RGB = "RGB"
    PALETTE = "P"
    CMYK = "CMYK"
    LAB = "LAB"

    @property
    def channels(self) -> int:
        """How many they are."""
        return {"RGB": 3, "LAB": 3, "CMYK": 4}.get(self.value, 1)


class AlphaForm(Enum):
    """How colours stand to the alpha beside them."""

    STRAIGHT = "straight"
    ON_BLACK = "multiplied by it"
    ON_WHITE = "laid on white by it"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMeaning:
    """How to read samples.

    white       the value of whole numbers that is white, or full ink, or opaque; floats end at 1.
    inverted    whether the file counts colours the other way round: 0 is white, or full ink.
    alpha       which channel is transparency; None: none is, whatever lies behind the colours.
    palette_u8  uint8 (n, 3), of ColorModel.PALETTE.
    profile     the ICC profile of CMYK.
    """

    model: ColorModel
    white: float = 255
    inverted: bool = False
    alpha: int | None = None
    alpha_form: AlphaForm = AlphaForm.STRAIGHT
    palette_u8: U8Array | None = None
    profile: bytes | None = None

    @property
    def mode(self) -> str:
        """As Pillow names it: L, LA, RGB, RGBA, P, PA, CMYK, LAB, ..."""
        return self.model.value + ("A" if self.alpha is not None else "")

    def converter(self) -> Callable[[Samples], U8Array]:
        """What turns samples into RGBA, uint8 (h, w, 4), straight alpha, band by band."""
        to_srgb = srgb_converter(self.model.value, self.profile)

        def convert(samples: Samples) -> U8Array:
            rgba_u8 = np.empty((*samples.shape[:2], 4), dtype=np.uint8)
            alpha = None if self.alpha is None else self._levels(samples[..., self.alpha])
            rgba_u8[..., 3] = 255 if alpha is None else _rounded(alpha)
            rgba_u8[..., :3] = self._colors(samples, alpha, to_srgb)
            return rgba_u8

        return convert

    def _colors(
        self, samples: Samples, alpha: Samples | None, to_srgb: Callable[[Image.Image], Image.Image]
    ) -> U8Array:
        if self.model is ColorModel.PALETTE:
            palette = self.palette_u8
            if palette is None or not len(palette):
                raise ValueError("the palette is missing")
            return palette[np.minimum(samples[..., 0], len(palette) - 1)]
        levels = self._levels(samples[..., : self.model.channels])
        if alpha is not None and self.alpha_form is not AlphaForm.STRAIGHT:
            levels = _straight(levels, alpha, self.alpha_form)
        if self.inverted:
            levels = 255 - levels
        color_u8 = _rounded(levels)
        if self.model is ColorModel.RGB or self.model is ColorModel.GREY:
            return color_u8
        if self.model is ColorModel.LAB:  # Pillow takes the axes as signed numbers
            color_u8 = color_u8 ^ np.array([0, 128, 128], dtype=np.uint8)
        size = color_u8.shape[1], color_u8.shape[0]
        image = Image.frombytes(self.model.value, size, np.ascontiguousarray(color_u8).data)
        return np.asarray(to_srgb(image))

    def _levels(self, samples: Samples) -> Samples:
        """Samples from 0 to 255: bytes as they are, everything else as floats, not rounded."""
        if samples.dtype == np.uint8 and self.white == 255:
            return samples
        white = 1.0 if samples.dtype.kind == "f" else self.white
        kind: Any = np.float64 if samples.dtype.itemsize > 2 else np.float32
        levels = np.nan_to_num(samples).astype(kind) * (255 / white)
        return np.clip(levels, 0, 255)


def _rounded(levels: Samples) -> U8Array:
    return levels if levels.dtype == np.uint8 else np.rint(levels).astype(np.uint8)


def _straight(levels: Samples, alpha: Samples, form: AlphaForm) -> Samples:
    """Colours freed of the black or white that alpha has mixed into them."""
    share = alpha.astype(np.float32)[..., None] / 255
    mixed = levels.astype(np.float32)
    ground = (1 - share) * 255 if form is AlphaForm.ON_WHITE else 0
    freed = (mixed - ground) / np.maximum(share, 1 / 65535)
    return np.where(share > 0, np.clip(freed, 0, 255), mixed)


def white_of(samples: Samples, bits: int) -> float:
    """The value of white among unsigned samples; those of 32 bits and more hold smaller ones too.

    Programs put 8 and 16 bits into 32 as they are: the smallest range that holds all is theirs.
    """
    if bits < 32 or samples.dtype.kind == "f":
        return float(2**bits - 1)
    top = int(samples.max(initial=0))
    return float(next((white for white in (255, 65535) if top <= white), 2**bits - 1))


def srgb_converter(mode: str, profile: bytes | None) -> Callable[[Image.Image], Image.Image]:
    """What turns Pillow's CMYK or LAB pictures into sRGB, by the profile where it serves."""
    try:
        if mode == "LAB":
            source = ImageCms.createProfile("LAB")
        elif mode == "CMYK" and profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
        else:
            return lambda image: image.convert("RGB")
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return lambda image: image.convert("RGB")

    def convert(image: Image.Image) -> Image.Image:
        converted = ImageCms.applyTransform(image, transform)
        assert converted is not None  # only a transform in place gives nothing back
        return converted

    return convert
