"""Writes a trained tintline network as the two graphs and the spec of a generator's folder."""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from models.cells.cells import map_drawing
from models.encoding import cell_tensors, encode_cells, encode_line, encode_tags
from models.files.whole import copy_whole, whole_folder
from models.geometry import SizeRule
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.networks.tintline.network import LineGraph, PaintGraph, Tintline
from models.spec import (
    GENERATOR_FILES,
    LINE_GRAPH,
    PAINT_GRAPH,
    GeneratorSpec,
    file_digest,
    write_spec,
)
from training.export.graphs import Precision, export_graph
from training.recipe import Recipe

SIZE_RULE = SizeRule(multiple_of=16, minimum=64, preferred=320)
"""Trained on views of 160 pixels, the network reads a drawing best at about twice that."""


def export_tintline(
    network: Tintline,
    recipe: Recipe,
    *,
    tag_names: Sequence[str],
    folder: Path,
    training: Mapping[str, object],
    precision: Precision = "fp16",
    line_file: Path | None = None,
) -> GeneratorSpec:
    """Export into `folder`, which is replaced only if both graphs match torch.

    training   the record that the spec keeps.
    line_file  the line graph that the choice was trained on, taken as it is; None: exported too.
    Raises training.export.graphs.ExportError, FileError.
    """
    network = copy.deepcopy(network).eval()
    if precision == "fp16":
        # Round first: a choice between near equals must not hang on the rounding of the file.
        _round_to_half(network)
    line_graph, paint_graph = LineGraph(network), PaintGraph(network)
    first, second = _example(160, 192, 5, tag_names), _example(96, 128, 11, tag_names)
    with whole_folder(folder, names=GENERATOR_FILES) as draft:
        if line_file is None:
            export_graph(
                line_graph,
                example_inputs={"line": first["line"]},
                input_names=["line"],
                output_names=LineGraph.NAMES,
                dynamic_axes={"line": {2: "height", 3: "width"}},
                path=draft / LINE_GRAPH,
                precision=precision,
                check_inputs=[{"line": second["line"]}],
            )
        else:
            copy_whole(line_file, draft / LINE_GRAPH)
        names = [*LineGraph.NAMES, *PaintGraph.INPUTS]
        with torch.no_grad():
            for example in (first, second):
                example.update(zip(LineGraph.NAMES, line_graph(example["line"]), strict=True))
        export_graph(
            paint_graph,
            example_inputs=first,
            input_names=names,
            output_names=PaintGraph.OUTPUTS,
            dynamic_axes=_paint_axes(),
            path=draft / PAINT_GRAPH,
            precision=precision,
            check_inputs=[second],
        )
        spec = GeneratorSpec(
            name=recipe.name,
            title=recipe.title,
            method=recipe.method,
            arguments=dict(recipe.network),
            takes_hints=True,
            takes_tags=True,
            size_rule=SIZE_RULE,
            summary=recipe.summary,
            rank=recipe.rank,
            group=recipe.group,
            tags=tuple(tag_names),
            features=LineGraph.NAMES,
            inputs=PaintGraph.INPUTS,
            outputs=PaintGraph.OUTPUTS,
            parameters=sum(parameter.numel() for parameter in network.parameters()),
            precision=precision,
            licence=recipe.licence,
            credits=recipe.credits,
            training=dict(training),
            digests={name: file_digest(draft / name) for name in (LINE_GRAPH, PAINT_GRAPH)},
        )
        write_spec(spec, draft)
    return spec


def _round_to_half(network: Tintline) -> None:
    with torch.no_grad():
        for tensor in (*network.parameters(), *network.buffers()):
            if tensor.is_floating_point():
                tensor.copy_(tensor.half().float())


def _paint_axes() -> dict[str, dict[int, str]]:
    half = {2: "half_height", 3: "half_width"}
    return {
        "feature_embedding": half,
        "feature_parts": half,
        "feature_names": half,
        "feature_shading": half,
        "feature_line": {2: "height", 3: "width"},
        "cells": {2: "height", 3: "width"},
        "cell_facts": {1: "pieces"},
        "hint_tokens": {1: "samples"},
        "relations": {1: "pieces", 2: "samples"},
    }


def _example(height: int, width: int, hints: int, tag_names: Sequence[str]) -> dict[str, Tensor]:
    """Inputs of a drawing of two boxes with some hints."""
    line = torch.full((height, width), 255, dtype=torch.uint8)
    line[20:24, 10:-10] = 0
    line[20:-20, width // 2 : width // 2 + 3] = 0
    line[-24:-20, 10:-10] = 0
    art = LineArt(line.numpy())
    dabs = tuple(
        PointHint(5.0 + 13 * index % width, 7.0 + 29 * index % height, (20 * index, 90, 160))
        for index in range(hints)
    )
    cells = map_drawing(art.pixels)
    tensors = cell_tensors(encode_cells(cells, HintSet(dabs)))
    return {
        "line": torch.from_numpy(encode_line(art.pixels, normalized=True)),
        "tags": torch.from_numpy(encode_tags(TagSelection(tuple(tag_names[:1])), tag_names)),
        **{name: torch.from_numpy(array) for name, array in tensors.items()},
    }
