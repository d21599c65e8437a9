"""Weights to start from: a generator's folder, a weights file, or another run's checkpoint."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from models.networks.generator import Generator
from models.spec import LINE_GRAPH, PAINT_GRAPH
from training.export.graphs import HALF, TRANSPOSED, evaluating

WRAPPED = "generator."
"""The graphs of generators name their weights as parts of this module."""
FOLDED = ".weight_bias"
"""What the exporter adds to the name of a convolution that has swallowed its batch norm."""

GROUP_NORM = ("Reshape", "InstanceNormalization", "Reshape", "Mul", "Add")
"""How the exporter writes a group norm; scale and shift are constants of the last two."""
SCALE, SHIFT = ".norm_scale", ".norm_shift"


def warm_start(network: nn.Module, path: Path, *, run: Callable[[], object]) -> str:
    """Load what `path` holds into the network, by name and shape.

    path  a generator's folder with its two graphs; or a file: a checkpoint of a training, or
          weights as ``tintline-train export`` writes them.
    run   passes some training pictures through the network, which then is in evaluation mode:
          graphs hold batch norms folded into convolutions, and unfolding them takes statistics.

    A generator may start from weights of another size or fewer blocks (``fitted_weights``).
    A part of a generator that is trained by itself starts from a whole one.
    Weights that graphs do not hold, or may lack, stay as the network was made with them.
    Returns a line about what was loaded. Raises ValueError, naming the file and the first
    weights that are missing or of another shape; the network is as it was then.
    """
    kept: list[str] = []
    if path.is_dir():
        constants = read_graphs(path)
        weights, folded = _unfolded(network, constants, run)
        if isinstance(network, Generator):
            spared = (*network.training_only, *network.may_begin_anew)
            kept = [n for n in network.state_dict() if n.startswith(spared) and n not in weights]
    else:
        weights, folded = read_weights_file(path), {}
    if isinstance(network, Generator):
        weights = dict(network.fitted_weights(weights))
    wanted = [name for name in network.state_dict() if name not in kept]
    weights = _part_of(weights, {name: network.state_dict()[name].shape for name in wanted})
    shapes = {name: tensor.shape for name, tensor in network.state_dict().items()}
    odd = [
        f"{name} {tuple(shapes[name])}"
        for name in wanted
        if name not in weights or weights[name].shape != shapes[name]
    ]
    if odd:
        raise ValueError(
            f"{path}: {len(odd)} of {len(wanted)} weights are missing or of another shape, first "
            f"{', '.join(odd[:3])}; start from a generator of the same method, form and tags"
        )
    network.load_state_dict({name: weights[name] for name in wanted}, strict=False)
    if folded:
        _measure_norms(network, folded, run)
    anew = f", {len(kept)} more that no graph holds begin anew" if kept else ""
    return f"{path}: started from its {len(wanted)} weights{anew}"


def _part_of(weights: dict[str, Tensor], shapes: Mapping[str, torch.Size]) -> dict[str, Tensor]:
    """Weights of a part of a generator, as a draft stage, under the part's own names.

    As they are if they are not of a larger network, or hold no such part.
    """
    first = next(iter(shapes), "")
    if not first or first in weights:
        return weights
    for prefix in (name.removesuffix(first) for name in weights if name.endswith(f".{first}")):
        part = {
            name.removeprefix(prefix): tensor
            for name, tensor in weights.items()
            if name.startswith(prefix)
        }
        if all(name in part and part[name].shape == shape for name, shape in shapes.items()):
            return part
    return weights


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
        found |= _group_norms(model.graph, found)
    return found


def _group_norms(graph: onnx.GraphProto, constants: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Scale and shift of the group norm behind each convolution, under the convolution's name.

    The exporter writes a group norm as an instance norm and an affine map with nameless constants.
    """
    readers: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)

    def follow(name: str, kind: str) -> onnx.NodeProto | None:
        return next((node for node in readers.get(name, ()) if node.op_type == kind), None)

    found: dict[str, Tensor] = {}
    for node in graph.node:
        if node.op_type not in ("Conv", "ConvTranspose"):
            continue
        step: onnx.NodeProto | None = node
        steps = []
        for kind in GROUP_NORM:
            step = None if step is None else follow(step.output[0], kind)
            steps.append(step)
        for part, affine in zip((SCALE, SHIFT), steps[-2:]):
            values = [] if affine is None else [n for n in affine.input if n in constants]
            if values:
                convolution = node.input[1].removeprefix(WRAPPED).removesuffix(".weight")
                found[convolution + part] = constants[values[0]].flatten()
    return found


def _unfolded(
    network: nn.Module, constants: Mapping[str, Tensor], run: Callable[[], object]
) -> tuple[dict[str, Tensor], dict[str, nn.Module]]:
    """Weights by name, and the batch norms that were folded, as layers that only add a bias."""
    weights = dict(constants)
    folded: dict[str, nn.Module] = {}
    for name, module, convolution in _norms_behind_convolutions(network, run):
        if f"{convolution}.weight" not in constants or f"{name}.weight" in constants:
            continue
        channels = len(module.weight)
        if isinstance(module, nn.GroupNorm):
            if convolution + SCALE in constants:
                weights[f"{name}.weight"] = constants[convolution + SCALE]
                weights[f"{name}.bias"] = constants[convolution + SHIFT]
            continue
        bias = constants.get(convolution + FOLDED, torch.zeros(channels))
        folded[name] = module
        weights[f"{name}.weight"] = torch.ones_like(bias)
        weights[f"{name}.bias"] = bias
        weights[f"{name}.running_mean"] = torch.zeros_like(bias)
        weights[f"{name}.running_var"] = torch.full_like(bias, 1 - module.eps)
        weights[f"{name}.num_batches_tracked"] = torch.zeros((), dtype=torch.long)
    for name, tensor in network.state_dict().items():
        stem, _, last = name.rpartition(".")
        if last == "bias" and name not in weights and f"{stem}.weight" in constants:
            weights[name] = torch.zeros_like(tensor, device="cpu")  # the exporter drops zeros
        elif last == "num_batches_tracked" and f"{stem}.running_mean" in weights:
            weights.setdefault(name, torch.zeros((), dtype=torch.long))  # no graph needs it
    return weights, folded


@torch.no_grad()
def _norms_behind_convolutions(
    network: nn.Module, run: Callable[[], object]
) -> list[tuple[str, nn.BatchNorm2d | nn.GroupNorm, str]]:
    """Name and module of each norm that takes what a convolution gives, and that one's name."""
    names = {module: name for name, module in network.named_modules()}
    last: dict[str, Any] = {}
    found: dict[str, tuple[str, nn.BatchNorm2d | nn.GroupNorm, str]] = {}

    def after(module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
        last.update(output=output, name=names[module])

    def before(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        assert isinstance(module, nn.BatchNorm2d | nn.GroupNorm)
        if inputs[0] is last.get("output"):
            found[names[module]] = (names[module], module, last["name"])

    hooks = [
        module.register_forward_pre_hook(before)
        for module in names
        if isinstance(module, nn.BatchNorm2d | nn.GroupNorm)
    ]
    if not hooks:
        return []
    hooks += [
        module.register_forward_hook(after)
        for module in names
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d)
    ]
    _run_evaluating(network, run, hooks)
    return list(found.values())


def _run_evaluating(
    network: nn.Module, run: Callable[[], object], hooks: Sequence[RemovableHandle]
) -> None:
    """Run in evaluation mode without compiled code, then take the hooks off again."""
    try:
        with evaluating(network), torch.compiler.set_stance("force_eager"):
            run()
    finally:
        for hook in hooks:
            hook.remove()


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
    _run_evaluating(network, run, hooks)
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
