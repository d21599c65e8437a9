"""Line art of pictures of any size by a trained line detection model."""

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from models.arrays import U8Array
from models.networks.two_stage.network import LineDetectionModel
from models.networks.weights_file import load_network

MULTIPLE_OF = 16


def load_line_detector(weights: Path) -> LineDetectionModel:
    """The model of a weights file that the recipe ``line_detection`` made, frozen.

    Raises models.networks.features.MissingWeightsError naming the file and the remedy.
    """
    network, _ = load_network(weights, network="two_stage/line-detection")
    assert isinstance(network, LineDetectionModel)
    return network


@torch.no_grad()
def detect_lines(network: LineDetectionModel, rgb_u8: U8Array) -> U8Array:
    """Line art of a picture uint8 (H, W, 3) at its own size, uint8 (H, W), 0 = ink.

    The rim is repeated up to the next multiple of 16.
    """
    height, width = rgb_u8.shape[:2]
    place = next(network.parameters()).device
    x = torch.from_numpy(np.ascontiguousarray(rgb_u8.transpose(2, 0, 1)))[None].to(place)
    spare = (0, -width % MULTIPLE_OF, 0, -height % MULTIPLE_OF)
    x = functional.pad(x.float() / 127.5 - 1, spare, mode="replicate")
    level = (network(x)[0, 0, :height, :width] + 1) * 127.5
    return np.asarray(level.round().clamp(0, 255).to(torch.uint8).cpu().numpy(), dtype=np.uint8)
