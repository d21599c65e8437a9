"""The two-stage generator, its draft by itself, its line detection model and discriminator."""

from models.geometry import SizeRule
from models.networks.draft_discriminator import DraftDiscriminator, DraftDiscriminatorConfig
from models.networks.forms import NetworkForm, generator_form, square
from models.networks.two_stage.network import (
    DRAFT_INPUTS,
    LineDetectionConfig,
    LineDetectionModel,
    StageConfig,
    StageUNet,
    TwoStage,
    TwoStageConfig,
)

LITE = TwoStageConfig(
    draft=StageConfig(width=24, levels=3, blocks=4, cardinality=8),
    colour=StageConfig(width=12, levels=3, blocks=3, cardinality=4),
)
SMALL_SIZE = SizeRule(multiple_of=16, minimum=32, preferred=128)


def _form(form: str, config: TwoStageConfig, summary: str) -> NetworkForm:
    return generator_form("two_stage", form, TwoStage, config, summary)


def _draft_stage(config: StageConfig) -> StageUNet:
    return StageUNet(config, inputs=DRAFT_INPUTS)


FORMS = (
    _form("paper", TwoStageConfig(), "colour stage of four levels, as released"),
    _form(
        "figure",
        TwoStageConfig(colour=StageConfig(levels=3)),
        "colour stage of three levels, as the paper's figure",
    ),
    _form("lite", LITE, "for a laptop"),
    *(
        NetworkForm(
            network="two_stage",
            form=form,
            role="features",
            config=config,
            build=_draft_stage,
            inputs=("line", "hints"),
            size_rule=SMALL_SIZE,
            summary=summary,
        )
        for form, config, summary in (
            ("draft", StageConfig(), "the draft stage by itself, trained before the colour stage"),
            ("draft-lite", LITE.draft, "the draft stage of the lite form"),
        )
    ),
    *(
        NetworkForm(
            network="two_stage",
            form=form,
            role="features",
            config=config,
            build=LineDetectionModel,
            inputs=("picture",),
            size_rule=SMALL_SIZE,
            summary=summary,
        )
        for form, config, summary in (
            ("line-detection", LineDetectionConfig(), "colour to line, for the draft's line loss"),
            (
                "line-detection-lite",
                LineDetectionConfig(width=12, levels=2),
                "colour to line, for a laptop",
            ),
        )
    ),
    *(
        NetworkForm(
            network="two_stage",
            form=form,
            role="discriminator",
            config=DraftDiscriminatorConfig(blocks=blocks),
            build=DraftDiscriminator,
            inputs=("picture",),
            size_rule=square(128),
            summary=summary,
        )
        for form, blocks, summary in (
            ("discriminator", False, "of the draft, as the paper's figure"),
            ("discriminator-blocks", True, "of the draft, as the authors' code"),
        )
    ),
)

__all__ = ["FORMS", "line_detector", "network"]
