"""AlacGAN, its critic, and the feature networks that are trained as its local features are."""

from models.geometry import SizeRule
from models.networks.alacgan.critic import AlacGanCritic, AlacGanCriticConfig
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.alacgan.network import AlacGan, AlacGanConfig
from models.networks.forms import NetworkForm, generator_form, square
from models.networks.picture_features import PictureFeatures

LITE = AlacGanConfig(
    width=24,
    local_width=32,
    dilations=((1,) * 6, (1, 2, 4, 1), (1, 2, 1), (1, 2)),
    cardinality=(8, 8, 4, 4),
)


def _local_features(width: int) -> LocalFeatures:
    return LocalFeatures(width=width)


def _picture_features(width: int) -> PictureFeatures:
    return PictureFeatures(width=width)


FORMS = (
    generator_form("alacgan", "paper", AlacGan, AlacGanConfig(), "as published, 20/8/8/5 blocks"),
    generator_form(
        "alacgan",
        "no-local",
        AlacGan,
        AlacGanConfig(local=False),
        "without the local features network (ablation)",
    ),
    generator_form("alacgan", "lite", AlacGan, LITE, "for a laptop"),
    *(
        NetworkForm(
            network="alacgan",
            form=form,
            role="features",
            config=width,
            build=_local_features,
            inputs=("line",),
            size_rule=SizeRule(multiple_of=16, minimum=32),
            summary=summary,
        )
        for form, width, summary in (
            ("local-features", 64, "Illustration2Vec's first six convolutions"),
            ("local-features-lite", LITE.local_width, "for a laptop"),
        )
    ),
    NetworkForm(
        network="alacgan",
        form="picture-features",
        role="features",
        config=16,
        build=_picture_features,
        inputs=("picture",),
        size_rule=SizeRule(multiple_of=16, minimum=32),
        summary="of coloured pictures, trained by us; in VGG's place for content losses",
    ),
    NetworkForm(
        network="alacgan",
        form="critic",
        role="discriminator",
        config=AlacGanCriticConfig(),
        build=AlacGanCritic,
        inputs=("picture", "local_features"),
        size_rule=square(512),
        summary="Wasserstein critic on local features",
    ),
)

__all__ = ["FORMS", "critic", "local_features", "network"]
