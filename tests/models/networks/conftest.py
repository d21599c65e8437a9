"""Shared by the tests of networks."""

import pytest
import torch
from torch import Tensor, nn


def record_output_shapes(
    module: nn.Module, names: list[str], *inputs: Tensor
) -> dict[str, tuple[int, ...]]:
    """Run the module; the output shape of each named submodule, batch left out."""
    shapes = {}
    handles = [
        module.get_submodule(name).register_forward_hook(
            lambda _module, _inputs, output, name=name: shapes.update({name: output.shape[1:]})
        )
        for name in names
    ]
    with torch.no_grad():
        module(*inputs)
    for handle in handles:
        handle.remove()
    return {name: tuple(shape) for name, shape in shapes.items()}


@pytest.fixture
def output_shapes():
    """``record_output_shapes``."""
    return record_output_shapes
