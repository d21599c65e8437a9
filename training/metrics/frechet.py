"""Fréchet and kernel distance of two sets of pictures in a trained network's features."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from models.arrays import FloatArray
from models.networks.features import (
    IMAGENET_MEAN,
    IMAGENET_STD,
    FeatureNetwork,
    MissingWeightsError,
    read_weights,
)
from training.feature_weights import build_feature_network
from training.metrics.perceptual import DEVELOPMENT_WEIGHTS, describe, named_network, to_tensor

Features = NDArray[np.float64]

SIDE = 299
"""Pictures are pooled to this square, Inception's input."""
UNBIASED_FROM = 10_000
"""Pictures from which FID's bias is small (Heusel et al. 2017 ask for as many)."""
FETCH_TIMEOUT_S = 10.0
INCEPTION_URL = (
    "https://github.com/toshas/torch-fidelity/releases/download/v0.2.0/"
    "weights-inception-2015-12-05-6726825d.pth"
)


@dataclass(frozen=True, slots=True)
class SetFeatures:
    """A network that turns pictures into features, and its name for the table.

    published  whether it is the network of the literature, so that values can be compared.
    """

    name: str
    network: nn.Module
    published: bool

    def extract(self, picture: FloatArray) -> Features:
        """Features (D,) of a picture, float32 (H, W, 3) in [0, 1], pooled to SIDE by area."""
        pooled = cv2.resize(np.clip(picture, 0, 1), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        with torch.inference_mode():
            return self.network(to_tensor(np.asarray(pooled, dtype=np.float32)))[0].double().numpy()


class _Inception(nn.Module):
    """The Inception v3 of FID (2015, TensorFlow): [0, 1] -> pool3, (B, 2048)."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        try:
            from torchmetrics.image.fid import NoTrainInceptionV3  # noqa: PLC0415

            read_weights(weights)  # torch-fidelity would run code that a pickle holds
            self.inception = NoTrainInceptionV3(
                name="inception-v3-compat",
                features_list=["2048"],
                feature_extractor_weights_path=str(weights),
            )
        except ModuleNotFoundError as error:
            raise MissingWeightsError(
                "Inception needs torch-fidelity: install tintline[train], or name another network"
            ) from error
        except RuntimeError as error:
            raise MissingWeightsError(
                f"{weights}: not the weights of FID's Inception ({str(error)[:200]}); "
                f"{INCEPTION_URL} is the file"
            ) from error

    def forward(self, pictures: Tensor) -> Tensor:
        return self.inception((pictures * 255).round().to(torch.uint8))


class _TorchvisionInception(nn.Module):
    """Torchvision's Inception v3 before its classifier: [0, 1] -> (B, 2048)."""

    def __init__(self, weights: dict[str, Any]) -> None:
        super().__init__()
        from torchvision.models import inception_v3  # noqa: PLC0415 - slow, seldom needed

        self.inception = inception_v3(weights=None, init_weights=False, transform_input=False)
        self.inception.load_state_dict(weights)
        self.inception.fc = nn.Identity()  # type: ignore[assignment]
        self.eval()
        self.mean: Tensor
        self.std: Tensor
        self.register_buffer("mean", torch.tensor(IMAGENET_MEAN).reshape(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(IMAGENET_STD).reshape(1, 3, 1, 1))

    def forward(self, pictures: Tensor) -> Tensor:
        return self.inception((pictures - self.mean) / self.std)


class _Pooled(nn.Module):
    """Means over all places of a feature network's deepest map: [0, 1] -> (B, C)."""

    def __init__(self, network: FeatureNetwork) -> None:
        super().__init__()
        network.require_weights()
        self.network = network

    def forward(self, pictures: Tensor) -> Tensor:
        return self.network(pictures * 2 - 1)[-1].mean(dim=(2, 3))


def choose_set_features(wanted: str, data: Path) -> SetFeatures:
    """The network that ``--fid-features`` names.

    wanted  "inception=FILE" (FID's own Inception), "NAME=FILE" with a feature network's name, or
            "auto": FID's Inception from torch's cache or its server, else torchvision's Inception,
            else SqueezeNet 1.1 of the development data. None of them is ever random.
    Raises MissingWeightsError or ValueError saying what to do.
    """
    if wanted.startswith("inception="):
        return fid_inception(Path(wanted.removeprefix("inception=")))
    if wanted == "inception":
        return fid_inception(fetch_fid_inception())
    if wanted != "auto":
        return pooled_features(named_network(wanted))
    refusals = []
    for choose in (lambda: fid_inception(fetch_fid_inception()), torchvision_inception):
        try:
            return choose()
        except MissingWeightsError as error:
            refusals.append(str(error))
    file = data / DEVELOPMENT_WEIGHTS
    if file.is_file():
        return pooled_features(build_feature_network("squeezenet", file=file))
    raise MissingWeightsError(
        f"no feature network for FID: {'; '.join(refusals)}; and there is no {file}. Name one with "
        f"--fid-features inception=FILE or squeezenet=FILE"
    )


def fid_inception(file: Path) -> SetFeatures:
    """FID's Inception v3 from a file of torch-fidelity's weights."""
    return SetFeatures("Inception v3 of 2015, pool3 (torch-fidelity)", _Inception(file), True)


def fetch_fid_inception() -> Path:
    """The file in torch's cache, downloaded if it is not there and can be had.

    Raises MissingWeightsError.
    """
    folder = Path(torch.hub.get_dir()) / "checkpoints"
    file = folder / INCEPTION_URL.rsplit("/", 1)[-1]
    if not file.is_file():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _impatient():
                torch.hub.download_url_to_file(
                    INCEPTION_URL, str(file), hash_prefix="6726825d", progress=False
                )
        except (OSError, RuntimeError) as error:
            raise MissingWeightsError(f"FID's Inception cannot be had ({error})") from error
    return file


def torchvision_inception() -> SetFeatures:
    """Torchvision's Inception v3 from its cache or its server. Raises MissingWeightsError."""
    try:
        from torchvision.models import Inception_V3_Weights  # noqa: PLC0415

        chosen = Inception_V3_Weights.IMAGENET1K_V1
        with _impatient():
            weights = dict(chosen.get_state_dict(progress=False, check_hash=True))
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingWeightsError(f"torchvision's Inception cannot be had ({error})") from error
    return SetFeatures(
        f"torchvision Inception v3 ({chosen.name})", _TorchvisionInception(weights), False
    )


def pooled_features(network: FeatureNetwork) -> SetFeatures:
    """Pooled features of any feature network, for where there is no Inception."""
    return SetFeatures(f"{describe(network)}, pooled", _Pooled(network), False)


@contextmanager
def _impatient() -> Iterator[None]:
    """Give a server that does not answer up soon."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(FETCH_TIMEOUT_S)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


def frechet_distance(first: Features, second: Features) -> float:
    """Fréchet distance of two sets of features, float (N, D) and (M, D), taken as Gaussians.

    |m1 - m2|² + tr(S1 + S2 - 2 (S1 S2)^½). With S = RᵀR the trace of the square root is exactly the
    sum of the singular values of R1 R2ᵀ, where R is the triangular factor of the centred features:
    no square root of a nearly singular matrix is taken, and fewer pictures than features do no
    harm to it. Heusel et al., NIPS 2017. Raises ValueError with fewer than two pictures.
    """
    _check(first, second)
    factors = [_covariance_factor(each) for each in (first, second)]
    means = first.mean(axis=0) - second.mean(axis=0)
    crossed = np.linalg.svd(factors[0] @ factors[1].T, compute_uv=False).sum()
    spread = sum(float((factor**2).sum()) for factor in factors)
    return max(0.0, float(means @ means + spread - 2 * crossed))


def _covariance_factor(features: Features) -> Features:
    centred = features.astype(np.float64) - features.mean(axis=0)
    return np.linalg.qr(centred, mode="r") / np.sqrt(len(features) - 1)


def kernel_distance(first: Features, second: Features) -> float:
    """Squared maximum mean discrepancy with the kernel (x·y / D + 1)³, without bias.

    KID (Bińkowski et al., ICLR 2018) over the whole sets: unlike FID its expected value does not
    depend on how many pictures there are; near 0 it may be negative. Raises as frechet_distance.
    """
    _check(first, second)

    def kernel(one: Features, other: Features) -> Features:
        return (one @ other.T / one.shape[1] + 1) ** 3

    total = -2 * kernel(first, second).mean()
    for each in (first, second):
        own = kernel(each, each)
        total += (own.sum() - np.trace(own)) / (len(each) * (len(each) - 1))
    return float(total)


def _check(first: Features, second: Features) -> None:
    if min(len(first), len(second)) < 2 or first.shape[1:] != second.shape[1:]:
        raise ValueError(
            f"two sets of two pictures or more with the same features are compared; got "
            f"{first.shape} and {second.shape}"
        )


def bias_warning(pictures: int) -> str:
    """What to say beside an FID of so many pictures; empty if there are enough."""
    if pictures >= UNBIASED_FROM:
        return ""
    return (
        f"FID of {pictures} pictures is biased upwards (below {UNBIASED_FROM:,}): compare it only "
        f"within this table; KID has no such bias"
    )


def stack(features: Sequence[Features]) -> Features:
    """Features of several pictures as one set (N, D)."""
    return np.stack(list(features))
