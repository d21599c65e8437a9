"""Weights of fixed feature networks: from a file that the user names, or from torchvision."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from torch import Tensor, nn

from models.networks.features import (
    FeatureNetwork,
    MissingWeightsError,
    SqueezeNetFeatures,
    read_weights,
    vgg16_relu2_2,
    vgg19_conv4_4,
    vgg19_perceptual,
    vgg19_sgru,
)
from models.networks.picture_features import PictureFeatures
from training.bundled import find_weights

FeatureName = Literal[
    "vgg16_relu2_2",
    "vgg19_perceptual",
    "vgg19_sgru",
    "vgg19_conv4_4",
    "squeezenet",
    "picture_features",
]

FEATURE_NETWORKS: Mapping[FeatureName, Callable[[], FeatureNetwork]] = {
    "vgg16_relu2_2": vgg16_relu2_2,
    "vgg19_perceptual": vgg19_perceptual,
    "vgg19_sgru": vgg19_sgru,
    "vgg19_conv4_4": vgg19_conv4_4,
    "squeezenet": SqueezeNetFeatures,
    "picture_features": PictureFeatures,
}
"""What a recipe may name for a perceptual or content loss, or for CSA's hints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureChoice:
    """A feature network as a recipe names it.

    network  a name of FEATURE_NETWORKS.
    file     its weights, relative to the working directory; "": torchvision's.
    """

    network: FeatureName = "vgg16_relu2_2"
    file: str = ""

    def __post_init__(self) -> None:
        if self.network == "picture_features" and not self.file:
            raise ValueError(
                "picture_features are trained by ourselves: train and export the recipe "
                "picture_features and name its weights under file, or choose another network: "
                f"{', '.join(FEATURE_NETWORKS)}"
            )

    def build(self) -> FeatureNetwork:
        """The network, frozen, with its weights. Raises MissingWeightsError."""
        file = find_weights(self.file) if self.file else None
        if file is not None and not file.is_file():
            raise MissingWeightsError(f"{file}: no such file of weights; {_source(self.network)}")
        return build_feature_network(self.network, file=file)


def build_feature_network(name: FeatureName, *, file: Path | None = None) -> FeatureNetwork:
    """A frozen feature network in evaluation mode, with its weights.

    Raises MissingWeightsError if neither the file nor torchvision gives them, and ValueError for
    a name that is not in FEATURE_NETWORKS.
    """
    if name not in FEATURE_NETWORKS:
        raise ValueError(
            f"no feature network {name!r}; the recipe may name {', '.join(FEATURE_NETWORKS)}"
        )
    if name == "picture_features" and file is not None:
        network: FeatureNetwork = PictureFeatures(width=_first_width(file))
    else:
        network = FEATURE_NETWORKS[name]()
    give_weights(network, file=file)
    network.requires_grad_(False)
    return network.eval()


def _source(network: FeatureName) -> str:
    if network == "picture_features":
        return "train and export the recipe picture_features, or name another file"
    return "name another, or none for torchvision's"


def _first_width(file: Path) -> int:
    """Output channels of the first convolution in a file of weights."""
    first = next((each for name, each in read_weights(file).items() if name != "scales"), None)
    if first is None or first.ndim != 4:
        raise MissingWeightsError(f"{file}: starts with no convolution; name another file")
    return int(first.shape[0])


def give_weights(module: nn.Module, *, file: Path | None = None) -> None:
    """Load every feature network within ``module`` that has no weights yet.

    From ``file`` if one is named, else from torchvision; there is no third way. Raises
    MissingWeightsError saying what to do.
    """
    for part in module.modules():
        if isinstance(part, FeatureNetwork) and not part.origin:
            if file is not None:
                part.load_file(file)
            else:
                weights = fetch_torchvision_weights(part)
                part.load_weights(weights, origin=f"torchvision {part.torchvision_name}")


def fetch_torchvision_weights(network: FeatureNetwork) -> Mapping[str, Tensor]:
    """Torchvision's ImageNet weights from its cache or its server, their digest checked.

    Raises MissingWeightsError if there are none for this network or they cannot be had.
    """
    if not network.torchvision_name:
        network.require_weights()
    try:
        from torchvision.models import get_model_weights  # noqa: PLC0415 - slow, seldom needed

        weights = get_model_weights(network.torchvision_name).DEFAULT
        return weights.get_state_dict(progress=False, check_hash=True)
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingWeightsError(
            f"torchvision's {network.torchvision_name} weights cannot be had ({error}). Name a "
            f"file that holds them, go online once, or choose another feature network in the "
            f"recipe: {', '.join(FEATURE_NETWORKS)}"
        ) from error
