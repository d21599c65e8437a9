"""Export the network of light to its folder: one graph and a spec, or nothing.

It is a generator of its own kind: it takes line art and flats, whoever painted them, and so it
serves every generator.
"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.files.whole import whole_folder, write_json
from models.networks.generator import count_parameters
from models.networks.light.network import INPUTS, LightGraph, LightNetwork
from models.spec import SPEC_FILE, file_digest
from training.data.tones import TONE_NAMES
from training.export.graphs import Precision, evaluating, export_graph
from training.recipe import Recipe

LIGHT_GRAPH = "light.onnx"
OUTPUT = "tones"
LIGHT_FILES = (LIGHT_GRAPH, SPEC_FILE)
SIZES = ((96, 128), (160, 64))
"""Heights and widths of the drawings on which graph and torch are compared."""


def export_light(
    network: LightNetwork,
    *,
    recipe: Recipe,
    folder: Path,
    precision: Precision,
    training: Mapping[str, object],
) -> str:
    """Write ``light.onnx`` and ``spec.json``; returns a line about them.

    The graph takes line (1, 1, H, W), ink 1; flats (1, 3, H, W) in [0, 1]; light (1, 4), sine and
    cosine of the direction (clockwise, 0 from above), 1 if it is known, share of the figure in
    shade. It gives tones (1, 4, H, W), probabilities in the order of TONE_NAMES. All are float32.
    The spec's ``long_side`` is that of the pictures that it was trained on, and tells best about.
    Raises ExportError if it does not compute what torch computes.
    """
    graph = LightGraph(network)
    multiple = network.config.multiple_of
    torch.manual_seed(0)
    first, second = (_example(height, width) for height, width in SIZES)
    varying = {name: {2: "height", 3: "width"} for name in INPUTS[:2]}
    with evaluating(graph), whole_folder(folder, names=LIGHT_FILES) as draft:
        report = export_graph(
            graph,
            example_inputs=first,
            input_names=INPUTS,
            output_names=(OUTPUT,),
            dynamic_axes=varying,
            path=draft / LIGHT_GRAPH,
            precision=precision,
            check_inputs=(second,),
        )
        parameters = count_parameters(network)
        spec: dict[str, Any] = {
            "name": recipe.name,
            "title": recipe.title,
            "summary": recipe.summary,
            "licence": recipe.licence,
            "credits": list(recipe.credits),
            "arguments": asdict(network.config),
            "inputs": list(INPUTS),
            "output": OUTPUT,
            "tones": list(TONE_NAMES),
            "multiple_of": multiple,
            "long_side": recipe.data.side,
            "parameters": parameters,
            "precision": precision,
            "training": dict(training),
            "digests": {LIGHT_GRAPH: file_digest(draft / LIGHT_GRAPH)},
        }
        write_json(draft / SPEC_FILE, spec)
    return f"{recipe.title}, {parameters:,} parameters, {precision}, {report.bytes / 1e6:.1f} MB"


def _example(height: int, width: int) -> dict[str, Tensor]:
    light = torch.tensor([[0.6, 0.8, 1.0, 0.3]])
    return dict(
        zip(INPUTS, (torch.rand(1, 1, height, width), torch.rand(1, 3, height, width), light))
    )
