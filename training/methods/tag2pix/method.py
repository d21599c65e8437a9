"""Tag2Pix: line art coloured from tags, by a loss that changes halfway.

Kim et al. 2019, sections 4.1, 4.3 and 5.1. Step 1: the discriminator's opinion and 1000 · (L1 +
0.9 · L1 of the guide). Step 2 adds the classification of shape and colour tags, for both players.
At the end of the course lines are brightened instead of jittered. Read top to bottom: options, the
generator's turn, the discriminator's turn, the method.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor, nn

import resources
from models.hints.tags import load_vocabulary
from models.networks.features import MissingWeightsError
from models.networks.tag2pix.discriminator import Tag2PixDiscriminator, Tag2PixDiscriminatorConfig
from models.networks.tag2pix.network import CitExtractor, Tag2Pix, Tag2PixConfig, Tag2PixPainting
from training.data.items.picture_items import PictureItems
from training.data.items.redraw_tags import TagRedraw
from training.data.items.shape_facts import shape_names
from training.data.tagging import find_tag_list, own_color_tags
from training.methods.batches import Batch, shown, signed, unit
from training.methods.carried_colors import COLORS, Start
from training.methods.companion_method import load_companion
from training.methods.generator_method import GeneratorMethod
from training.methods.losses import known_cross_entropy, opinion_loss
from training.methods.method import BuildItem, Cast
from training.methods.players import Handed, Turn, Unseen, looked_through
from training.methods.tag2pix.cit_extractor import shapes_of
from training.methods.tag2pix.errors import (
    both_colorings,
    mean_error,
    pair_error,
    pixel_weights,
    weighted_error,
)
from training.methods.tag2pix.maps import TagMaps
from training.methods.tag2pix.start import SLOTS, carrying_tags
from training.methods.tag2pix.tones import tones_changed
from training.methods.views import ViewOptions
from training.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag2PixOptions:
    """Losses, course and data of a Tag2Pix training; the defaults are the authors'.

    start           drawn: first weights as published, after Kaiming by fan-out; carried: tags'
                    colours carried through (training.methods.tag2pix.start).
    cit_weights     weights of the CIT extractor, relative to the working directory.
    color_list      colour tags in the order of the generator's input, a file or the name of a list
                    that comes with the package (tag2pix_colors.json: the paper's 115); "": the
                    application's.
    tag_list        file of the shape tags that the discriminator tells, such as the paper's 370;
                    "": those known here.
    pixel_weight    of the absolute error of the picture.
    guide_share     of the guide picture's absolute error, beside the picture's.
    even_share      share of those errors in which each part of the figure counts alike, whatever
                    its size: eyes are few pixels; 0 in the paper.
    maps_weight     of the error of the maps that carry tags' colours to their parts; 0 in the
                    paper. Needs pictures with part labels.
    adversarial     weight of the discriminator's opinion; at 0 it forms none, and where the two
                    classifications weigh nothing either, no discriminator is trained.
    cit_weight, cvt_weight   of the classification of shape and of colour tags in step 2.
    tags_from       share of the course from which on they count (step 2); 1: never.
    brightness_from share of the course from which on lines are brightened; 1: never.
    jitter          lines' brightness and contrast change by up to this share before that.
    discriminator_width   of its first stage; a multiple of 16.
    tag_kept        chance that a tag of the picture is given to the generator.
    tag_redraw_share  chance that a tag becomes another of its group, its part's colour with it.
    tag_names_mean  whether a tag drawn anew is the mean colour of its part, shadows included.
    tag_groups_kept  groups whose tags are never drawn anew.
    pair_weight     of the error of what differs between two colourings of one view, whose tags
                    differ in part: what a tag does not mean must not change with it. 0 in the
                    paper; else every view counts twice in a batch.
    mean_weight     of the error of the parts' mean colours beside the lines, which tags name:
                    from the absolute error alone they come out duller; 0 in the paper.
    views           views and their line art.
    """

    start: Start = "drawn"
    cit_weights: str = ""
    color_list: str = ""
    tag_list: str = ""
    pixel_weight: float = 1000.0
    guide_share: float = 0.9
    even_share: float = 0.0
    maps_weight: float = 0.0
    adversarial: float = 1.0
    cit_weight: float = 40.0
    cvt_weight: float = 40.0
    tags_from: float = 4 / 30
    brightness_from: float = 23 / 30
    jitter: float = 0.2
    discriminator_width: int = 32
    tag_kept: float = 1.0
    tag_redraw_share: float = 0.0
    tag_names_mean: bool = False
    tag_groups_kept: tuple[str, ...] = ()
    pair_weight: float = 0.0
    mean_weight: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        for name in (
            "tags_from",
            "brightness_from",
            "tag_kept",
            "guide_share",
            "even_share",
            "tag_redraw_share",
        ):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a share, 0 to 1; got {getattr(self, name):g}")
        if self.pair_weight and not self.tag_redraw_share:
            raise ValueError(
                "pair_weight compares two drawings of a view's tags; set tag_redraw_share too"
            )
        if not 0 <= self.jitter < 1:
            raise ValueError(f"jitter is a share, from 0 to below 1; got {self.jitter:g}")
        if self.discriminator_width < 16 or self.discriminator_width % 16:
            raise ValueError(
                f"discriminator_width must be a multiple of 16; got {self.discriminator_width}"
            )


@dataclass(slots=True)
class Course:
    """Where in the course the training is: what both players' turns ask.

    tells_tags  step 2 of the changing loss; brightens: the last epochs' lines.
    """

    tells_tags: bool = False
    brightens: bool = False

    def follow(self, progress: float, options: Tag2PixOptions) -> None:
        """Set both for a share of the course that is done, 0 to below 1."""
        self.tells_tags = progress >= options.tags_from
        self.brightens = progress >= options.brightness_from


class PainterObjective(nn.Module):
    """The generator's turn."""

    def __init__(
        self,
        network: Tag2Pix,
        discriminator: Tag2PixDiscriminator | None,
        options: Tag2PixOptions,
        *,
        course: Course,
        handed: Handed,
        half: bool,
    ) -> None:
        super().__init__()
        self.generator = network.generator
        self.cit = None if network.cit is None else Unseen(network.cit)
        self.discriminator = None if discriminator is None else Unseen(discriminator)
        self.options = options
        self.course = course
        self.handed = handed
        self.in_bfloat16 = half
        self.tag_maps = TagMaps(load_vocabulary(resources.TAGS)) if options.maps_weight else None

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``pixel``, ``total``; ``guide``, ``maps``, ``pair``, ``mean``… as asked."""
        line = tones_changed(
            unit(batch["line"]), jitter=self.options.jitter, brighten=self.course.brightens
        )
        count, batch = len(line), both_colorings(batch)
        real = signed(batch["rgb"])
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            features = None
            if self.cit is not None:
                extractor = self.cit()
                assert isinstance(extractor, CitExtractor)
                with torch.no_grad():
                    features = extractor.features(line)
            encoded = self.generator.encode(line, features)
            if len(real) > count:
                encoded = tuple(torch.cat([level, level]) for level in encoded)
            painted = self.generator.decode(encoded, batch["tags"], with_guide=True)
            self.handed.give(painted.picture.float())
            return self._losses(painted, real, batch)

    def _losses(self, painted: Tag2PixPainting, real: Tensor, batch: Batch) -> dict[str, Tensor]:
        options = self.options
        weights = pixel_weights(batch["parts"], even_share=options.even_share)
        losses = {"pixel": weighted_error(painted.picture.float(), real, weights)}
        error = losses["pixel"]
        if painted.guide is not None:
            losses["guide"] = weighted_error(painted.guide.float(), real, weights)
            error = error + options.guide_share * losses["guide"]
        if self.tag_maps is not None:
            losses["maps"] = self.tag_maps.error(painted, batch["tags"], batch["parts"])
            error = error + options.maps_weight * losses["maps"]
        if options.pair_weight:
            losses["pair"] = pair_error(painted.picture.float(), real, weights)
            error = error + options.pair_weight * losses["pair"]
        if options.mean_weight:
            line = unit(batch["line"])
            losses["mean"] = mean_error(painted.picture.float(), real, batch["parts"], line)
            error = error + options.mean_weight * losses["mean"]
        if self.discriminator is None:
            return {**losses, "total": options.pixel_weight * error}
        with looked_through(self.discriminator()) as discriminator:
            assert isinstance(discriminator, Tag2PixDiscriminator)
            cit, cvt, opinion = discriminator.logits(painted.picture)
        losses["adversarial"] = opinion_loss(opinion, real=True)
        losses |= told_tags(cit, cvt, batch)
        total = (
            options.pixel_weight * error
            + options.adversarial * losses["adversarial"]
            + tag_total(losses, options, self.course)
        )
        return {**losses, "total": total}


class JudgeObjective(nn.Module):
    """The discriminator's turn, on the pictures and on what was just painted of the same lines."""

    def __init__(
        self,
        discriminator: Tag2PixDiscriminator,
        options: Tag2PixOptions,
        *,
        course: Course,
        handed: Handed,
        half: bool,
    ) -> None:
        super().__init__()
        self.discriminator = discriminator
        self.options = options
        self.course = course
        self.handed = handed
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``real``, ``fake``, ``cit`` and ``cvt`` (on both together), ``total``."""
        batch = both_colorings(batch)
        picture, painted = signed(batch["rgb"]), self.handed.take()
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            real = self.discriminator.logits(picture)
            fake = self.discriminator.logits(painted)
        losses = {
            "real": opinion_loss(real[2], real=True),
            "fake": opinion_loss(fake[2], real=False),
        }
        of_real, of_fake = told_tags(*real[:2], batch), told_tags(*fake[:2], batch)
        losses |= {name: of_real[name] + of_fake[name] for name in of_real}
        opinion = losses["real"] + losses["fake"]
        total = opinion * float(self.options.adversarial > 0)
        total = total + tag_total(losses, self.options, self.course)
        return {**losses, "total": total}


def told_tags(cit: Tensor, cvt: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Cross-entropy of the shape tags and of the colour tags that a picture is taken for."""
    return {
        "cit": known_cross_entropy(cit, batch["shapes_true"], batch["shapes_known"]),
        "cvt": known_cross_entropy(cvt, batch["tags_true"], batch["tags_known"]),
    }


def tag_total(losses: Mapping[str, Tensor], options: Tag2PixOptions, course: Course) -> Tensor:
    """What the classification adds: 0 before step 2.

    As a product, not a branch: every weight must have a gradient in each step (DDP waits for it).
    """
    told = options.cit_weight * losses["cit"] + options.cvt_weight * losses["cvt"]
    return told * float(course.tells_tags)


class Tag2PixMethod(GeneratorMethod[Tag2Pix]):
    """Trains generator and discriminator; the CIT extractor is trained before."""

    Options = Tag2PixOptions
    Configuration = Tag2PixConfig
    family = "tag2pix"
    options: Tag2PixOptions
    configuration: Tag2PixConfig

    def __init__(self, recipe: Recipe) -> None:
        super().__init__(recipe)
        self.course = Course()

    def configure(self) -> Tag2PixConfig:
        """The generator's, for the colour tags of the recipe's list, or the application's."""
        config = super().configure()
        named = self.options.color_list
        self.colors = find_tag_list(named) if named else own_color_tags()
        self.tag_names = self.colors.place_names
        assert isinstance(config, Tag2PixConfig)
        return replace(config, cvt_count=len(self.tag_names))

    def check(self) -> None:
        """Size, views, maps and the name of the extractor's weights must fit."""
        config, options = self.configuration, self.options
        self.require_side()
        if config.cit and not options.cit_weights:
            raise ValueError(
                "cit_weights names no file: train the recipe cit_extractor or cit_extractor_lite "
                "and name its weights under cit_weights in [options], or set cit = false in "
                "[network]"
            )
        if options.views.recolor_share:
            raise ValueError(
                f"recoloured views have no colour tags to paint by; set views.recolour_share = 0; "
                f"got {options.views.recolor_share:g}"
            )
        if options.start == "carried" and (config.block != "secat" or config.norm):
            raise ValueError(
                "carried weights need blocks of SECat without norm, set so in [network]; or start "
                'from start = "drawn"'
            )
        if options.color_list and (options.start == "carried" or options.maps_weight):
            raise ValueError(
                "colours are carried and mapped for the application's own tags; leave color_list "
                'out, or set start = "drawn" and maps_weight = 0'
            )
        carried = COLORS * len(SLOTS)
        if options.maps_weight and 8 * config.width < carried:
            raise ValueError(
                f"width {config.width} has no room for the {carried} maps that maps_weight is for; "
                f"set width to {-(-carried // 8)} or more in [network], or maps_weight = 0"
            )

    def cast(self) -> Cast:
        """Generator with the trained extractor, and discriminator."""
        config, options, half = self.configuration, self.options, self.in_bfloat16
        network = self.generator()
        if network.cit is not None:
            self._fill(network.cit)
        if options.start == "carried":
            carrying_tags(network.generator, load_vocabulary(resources.TAGS))
        discriminator = None
        if options.adversarial or options.cit_weight or options.cvt_weight:
            discriminator = Tag2PixDiscriminator(
                Tag2PixDiscriminatorConfig(
                    cit_count=len(shape_names(shapes_of(options.tag_list))),
                    cvt_count=config.cvt_count,
                    width=options.discriminator_width,
                    cardinality=min(16, options.discriminator_width // 4),
                )
            )
        course, handed = self.course, Handed()
        painter = PainterObjective(
            network, discriminator, options, course=course, handed=handed, half=half
        )
        turns = [Turn(name="generator", objective=painter)]
        if discriminator is not None:
            judge = JudgeObjective(discriminator, options, course=course, handed=handed, half=half)
            turns.append(Turn(name="discriminator", objective=judge))
        return Cast(
            network=network,
            turns=tuple(turns),
            companions={} if network.cit is None else {"cit": network.cit},
        )

    def _fill(self, cit: CitExtractor) -> None:
        """Give the features of a trained extractor to the generator's."""
        path = self.options.cit_weights
        trained, note = load_companion(
            path,
            network="tag2pix/cit-extractor",
            recipes=("cit_extractor", "cit_extractor_lite"),
        )
        weights, own = trained.state_dict(), cit.state_dict()
        fitting = {name: weights[name] for name in own if name in weights}
        if any(name not in fitting or fitting[name].shape != own[name].shape for name in own):
            raise MissingWeightsError(
                f"{path}: holds an extractor of {note.config}, the recipe's is "
                f"{self.configuration.cit_extractor}; name another file, or set cit_extractor in "
                f"[network]"
            )
        cit.load_state_dict(fitting)

    def item_builder(self) -> BuildItem:
        """Views with their tags: given, true and known ones."""
        options = self.options
        return PictureItems(
            view=options.views.style(self.recipe.data),
            lines=options.views.draw_lines(),
            colors=self.colors,
            tag_kept=options.tag_kept,
            tags_redrawn=_tag_redraw(options),
            paired=options.pair_weight > 0,
            shapes=shapes_of(options.tag_list),
        )

    def at_step(self, step: int, progress: float) -> None:
        """Follow the course: step 2, brightened lines."""
        self.course.follow(progress, self.options)

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line, guide if there is one, painting and truth."""
        painted = network(unit(batch["line"]), batch["tags"])
        guides = {} if painted.guide is None else {"guide": shown(painted.guide)}
        return {
            "line": shown(signed(batch["line"])),
            **guides,
            "painted": shown(painted.picture),
            "truth": shown(signed(batch["rgb"])),
        }


def _tag_redraw(options: Tag2PixOptions) -> TagRedraw | None:
    if not options.tag_redraw_share:
        return None
    return TagRedraw(
        load_vocabulary(resources.TAGS),
        options.tag_redraw_share,
        names_mean=options.tag_names_mean,
        kept_groups=options.tag_groups_kept,
    )
