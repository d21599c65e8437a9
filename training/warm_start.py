"""Weights to start from: a generator's folder, a weights file, or another run's checkpoint."""

import pickle
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from models.spec import LINE_GRAPH, PAINT_GRAPH
from training.export import TRANSPOSED

HALF = ".half"
"""What training.export adds to the name of a weight that it stores in half precision."""
WRAPPED = "generator."
"""The graphs of the published generators name their weights as parts of this module."""
FOLDED = ".weight_bias"
"""What the exporter adds to the name of a convolution that has swallowed its batch norm."""


def warm_start(network: nn.Module, path: Path, *, run: Callable[[], object]) -> str:
    """Load what `path` holds into the network, by name and shape.

    path  a generator's folder with its two graphs; or a file: a checkpoint of a training, or
          weights as ``tintline-train export`` writes them.
    run   passes some training pictures through the network, which then is in evaluation mode:
          graphs hold batch norms folded into convolutions, and unfolding them takes statistics.

    Returns a line about what was loaded. Raises ValueError, naming the file and the first
    weights that are missing or of another shape; the network is as it was then.
    """
    if path.is_dir():
        weights, folded = _unfolded(network, read_graphs(path))
    else:
        weights, folded = read_weights_file(path), {}
    wanted = network.state_dict()
    odd = [
        f"{name} {tuple(wanted[name].shape)}"
        for name in wanted
        if name not in weights or weights[name].shape != wanted[name].shape
    ]
    if odd:
        raise ValueError(
            f"{path}: {len(odd)} of {len(wanted)} weights are missing or of another shape, first "
            f"{', '.join(odd[:3])}; start from a generator of the same method, form and tags"
        )
    network.load_state_dict({name: weights[name] for name in wanted})
    if folded:
        _measure_norms(network, folded, run)
    return f"{path}: started from its {len(wanted)} weights"


def read_weights_file(path: Path) -> dict[str, Tensor]:
    """Weights by name, in single precision, from a file of weights or a checkpoint's average.

    Raises ValueError naming the file.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, ValueError, pickle.UnpicklingError, KeyError) as error:
        raise ValueError(f"{path}: not readable as weights ({error})") from error
    if isinstance(state, Mapping) and "average" in state:
        state = state["average"]
    if not isinstance(state, Mapping) or not all(isinstance(v, Tensor) for v in state.values()):
        raise ValueError(f"{path}: holds no weights; give a weights file or a checkpoint")
    return {
        str(name): tensor.float() if tensor.is_floating_point() else tensor
        for name, tensor in state.items()
    }


def write_weights_file(path: Path, weights: Mapping[str, Tensor], *, half: bool = True) -> None:
    """Write weights atomically, in half precision unless told otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(path.suffix + ".partial")
    narrow = {
        name: tensor.detach().cpu().half() if half and tensor.is_floating_point() else tensor
        for name, tensor in weights.items()
    }
    torch.save(narrow, partial)
    partial.replace(path)


def read_graphs(folder: Path) -> dict[str, Tensor]:
    """Named constants of a generator's two graphs, in single precision."""
    found: dict[str, Tensor] = {}
    for name in (LINE_GRAPH, PAINT_GRAPH):
        try:
            model = onnx.load(str(folder / name))
        except Exception as error:  # protobuf raises errors of its own
            raise ValueError(f"{folder / name}: not readable as a graph ({error})") from error
        for constant in model.graph.initializer:
            tensor = torch.from_numpy(np.array(numpy_helper.to_array(constant)))
            tensor = tensor.float() if tensor.is_floating_point() else tensor
            kept = constant.name.removesuffix(HALF).removeprefix(WRAPPED)
            if kept.endswith(TRANSPOSED):
                kept, tensor = kept.removesuffix(TRANSPOSED), tensor.T.contiguous()
            found[kept] = tensor
    return found


def _unfolded(
    network: nn.Module, constants: Mapping[str, Tensor]
) -> tuple[dict[str, Tensor], dict[str, nn.Module]]:
    """Weights by name, and the batch norms that were folded, as layers that only add a bias."""
    weights = dict(constants)
    folded: dict[str, nn.Module] = {}
    convolution = "\0"
    for name, module in network.named_modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            convolution = name
        elif isinstance(module, nn.BatchNorm2d) and convolution + FOLDED in constants:
            bias = constants[convolution + FOLDED]
            folded[name] = module
            weights[f"{name}.weight"] = torch.ones_like(bias)
            weights[f"{name}.bias"] = bias
            weights[f"{name}.running_mean"] = torch.zeros_like(bias)
            weights[f"{name}.running_var"] = torch.full_like(bias, 1 - module.eps)
            weights[f"{name}.num_batches_tracked"] = torch.zeros((), dtype=torch.long)
    return weights, folded


@torch.no_grad()
def _measure_norms(
    network: nn.Module, folded: Mapping[str, nn.Module], run: Callable[[], object]
) -> None:
    """Give batch norms that only add a bias the statistics of what passes through them.

    Afterwards they compute the same, and go on computing about the same in training mode.
    """
    sums: dict[str, tuple[Tensor, Tensor, int]] = {}

    def measure(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            values = inputs[0].detach().double()
            total, square, count = sums.get(name, (torch.zeros(()), torch.zeros(()), 0))
            sums[name] = (
                total + values.sum(dim=(0, 2, 3)),
                square + (values**2).sum(dim=(0, 2, 3)),
                count + values.numel() // values.shape[1],
            )

        return hook

    hooks = [module.register_forward_pre_hook(measure(name)) for name, module in folded.items()]
    modes = [(part, part.training) for part in network.modules()]
    network.eval()
    try:
        run()
    finally:
        for hook in hooks:
            hook.remove()
        for part, mode in modes:
            part.training = mode
    for name, module in folded.items():
        assert isinstance(module, nn.BatchNorm2d)
        assert module.running_mean is not None
        assert module.running_var is not None
        total, square, count = sums[name]
        mean = total / count
        variance = (square / count - mean**2).clamp(min=0)
        module.running_mean.copy_(mean)
        module.running_var.copy_(variance)
        module.weight.copy_(torch.sqrt(variance + module.eps))
        module.bias.add_(mean.to(module.bias.dtype))
