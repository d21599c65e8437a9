"""How a recipe of a published method draws its training views: one table, the same for all."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from training.data.items.augment import Crop, ViewStyle
from training.data.items.picture_items import DrawLines, degraded_mix
from training.data.lines.degrade import DegradationMix
from training.data.lines.recipe_lines import recipe_lines
from training.recipe import DataConfig

SHARES = ("square_share", "turn_share", "recolor_share", "background_share", "upend_share")


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """Views and their line art; half of the views are mirrored, always.

    crop              free, native, whole or resized: see training.data.items.augment.ViewStyle.
    square_share      chance of the largest square at a random place, as the papers crop.
    turn_share        chance of a turn of up to turn_degrees either way.
    recolor_share    chance of turned hues.
    background_share  chance of a coloured background where the paper is empty.
    upend_share       chance of a view upside down.
    jitter            contrast, saturation and hue of the picture change by up to these shares;
                      none: not at all.
    lines             extractors of line art with their chances; none: every style, worn.
    wear              chances of what happens to those lines (training.data.lines.degrade).
    sketchkeras_weights  file for the sketchkeras extractors.
    learned_weights   file for the extractor ``learned``; none: the bundled one.
    """

    crop: Crop = "free"
    square_share: float = 0.0
    turn_share: float = 0.2
    turn_degrees: float = 15.0
    recolor_share: float = 0.0
    background_share: float = 0.25
    upend_share: float = 0.0
    jitter: tuple[float, ...] = ()
    lines: Mapping[str, float] = field(default_factory=dict)
    wear: Mapping[str, float] = field(default_factory=dict)
    sketchkeras_weights: str = ""
    learned_weights: str = ""

    def __post_init__(self) -> None:
        for name in SHARES:
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a chance, 0 to 1; got {getattr(self, name):g}")
        if self.crop != "free" and self.square_share:
            raise ValueError("square_share belongs to free crops; leave it out, or crop")
        if not 0 <= self.turn_degrees <= 180:
            raise ValueError(f"turn_degrees is an angle, 0 to 180; got {self.turn_degrees:g}")
        if self.wear and not self.lines:
            raise ValueError("wear belongs to lines; name extractors, or leave both out")

    def style(self, data: DataConfig) -> ViewStyle:
        """The views of a recipe."""
        return ViewStyle(
            side=data.side,
            crop=self.crop,
            whole_share=data.whole_share,
            turn_share=self.turn_share,
            turn_degrees=self.turn_degrees,
            recolor_share=self.recolor_share,
            background_share=self.background_share,
            square_share=self.square_share,
            upend_share=self.upend_share,
            jitter=self.jitter,
        )

    def draw_lines(self) -> DrawLines:
        """What draws line art. Raises ValueError for extractors that cannot be had."""
        if not self.lines:
            return degraded_mix
        return recipe_lines(
            self.lines,
            wear=DegradationMix(chances=dict(self.wear)),
            learned=self.learned_weights,
            sketchkeras=self.sketchkeras_weights,
        )
