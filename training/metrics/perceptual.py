"""Distance of pictures in a trained network's features, and which network that is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from models.arrays import FloatArray
from models.networks.features import FeatureNetwork, MissingWeightsError
from training.feature_weights import FEATURE_NETWORKS, FeatureName, build_feature_network

LEAST_SIDE = 64
"""Smaller pictures are enlarged to this shorter side, so that every level has pixels."""
DEVELOPMENT_WEIGHTS = Path("weights") / "squeezenet1_1_features.npz"
"""SqueezeNet 1.1 in the folder of development data: trained, small, and there without a net."""


@dataclass(frozen=True, slots=True)
class PictureDistance:
    """A distance of two pictures, float32 (H, W, 3) in [0, 1], and the name of what measures it."""

    name: str
    compare: Callable[[Tensor, Tensor], Tensor]

    def __call__(self, ours: FloatArray, truth: FloatArray) -> float:
        """The distance; 0 for equal pictures."""
        shorter = min(ours.shape[:2])
        if shorter < LEAST_SIDE:
            factor = LEAST_SIDE / shorter
            ours, truth = (
                np.asarray(cv2.resize(each, None, fx=factor, fy=factor), dtype=np.float32)
                for each in (ours, truth)
            )
        with torch.inference_mode():
            return float(self.compare(to_tensor(ours) * 2 - 1, to_tensor(truth) * 2 - 1))


def to_tensor(picture: FloatArray) -> Tensor:
    """A picture (H, W, 3) as a batch (1, 3, H, W)."""
    return torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1)[None]))


def feature_distance(network: FeatureNetwork) -> PictureDistance:
    """LPIPS without its learned weights, on any feature network.

    Maps are scaled to unit length at every place, the squared differences averaged over places and
    added over levels: the "unit weights" form of Zhang et al., CVPR 2018, equation 1.
    """

    def compare(ours: Tensor, truth: Tensor) -> Tensor:
        total = torch.zeros(())
        for one, other in zip(network(ours), network(truth)):
            difference = functional.normalize(one, dim=1) - functional.normalize(other, dim=1)
            total = total + difference.square().sum(dim=1).mean()
        return total

    network.require_weights()
    return PictureDistance(f"unweighted features of {describe(network)}", compare)


def lpips(network: str = "squeeze") -> PictureDistance:
    """LPIPS of torchmetrics with its learned weights, on torchvision's backbone.

    Raises MissingWeightsError if the backbone's weights cannot be had.
    """
    from torchmetrics.image.lpip import LearnedPerceptualImagePatchSimilarity  # noqa: PLC0415

    try:
        metric = LearnedPerceptualImagePatchSimilarity(net_type=network)  # type: ignore[arg-type]
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingWeightsError(
            f"LPIPS ({network}): torchvision's backbone cannot be had ({error}); name a feature "
            f"network and its file instead, as squeezenet=FILE"
        ) from error
    return PictureDistance(f"LPIPS ({network}, torchmetrics)", metric.forward)


def choose_distance(wanted: str, data: Path) -> PictureDistance:
    """The distance that ``--distance-features`` names.

    wanted  "lpips", "NAME=FILE" with a feature network's name, or "auto": the development data's
            SqueezeNet, else LPIPS. Raises MissingWeightsError or ValueError saying what to do.
    """
    if wanted == "lpips":
        return lpips()
    if wanted != "auto":
        return feature_distance(named_network(wanted))
    file = data / DEVELOPMENT_WEIGHTS
    if file.is_file():
        return feature_distance(build_feature_network("squeezenet", file=file))
    return lpips()


def named_network(text: str) -> FeatureNetwork:
    """The feature network of "NAME=FILE", or of "NAME" with torchvision's weights.

    Raises ValueError for an unknown name, and MissingWeightsError if the weights do not fit.
    """
    name, _, file = text.partition("=")
    if name not in FEATURE_NETWORKS:
        raise ValueError(
            f"no feature network {name!r}; write NAME=FILE with {', '.join(FEATURE_NETWORKS)}"
        )
    return build_feature_network(cast(FeatureName, name), file=Path(file) if file else None)


def describe(network: FeatureNetwork) -> str:
    """A feature network and where its weights came from, without the folder."""
    origin = network.origin
    return f"{network.title} ({Path(origin).name if Path(origin).suffix else origin})"
