"""Export a published generator to its folder: two graphs and a spec, or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.encoding import DRAFT_ONLY
from models.files.whole import whole_folder
from models.geometry import SizeRule
from models.networks.arguments import arguments_of
from models.networks.generator import Generator
from models.spec import (
    GENERATOR_FILES,
    LINE_GRAPH,
    PAINT_GRAPH,
    GeneratorSpec,
    file_digest,
    write_spec,
)
from training.export.graphs import (
    TOLERANCES,
    ExportError,
    Precision,
    difference,
    evaluating,
    export_graph,
    load_session,
)
from training.recipe import Recipe

SPEC_FIELDS = (
    "name", "title", "method", "arguments", "tags", "licence", "credits", "training", "summary",
    "rank", "group",
)  # fmt: skip
"""What ``export_generator`` cannot know by itself and takes for the spec."""


def export_generator(
    generator: Generator,
    *,
    spec_fields: Mapping[str, Any],
    folder: Path,
    precision: Precision = "fp32",
    tolerance: float | None = None,
    largest: int = 0,
) -> GeneratorSpec:
    """Write a generator's folder: ``line.onnx``, ``paint.onnx`` and ``spec.json``.

    ``spec_fields`` gives some or all of ``SPEC_FIELDS``; the rest follows from the generator.
    ``largest`` is the longest side that the spec lets it infer, 0 for any. Both
    graphs are compared with torch one by one, and then together on a drawing of another size
    where the size is free. The folder, or the new one in place of an old, appears only after
    that. Raises ExportError, FileError, or SpecError or ValueError for fields that do not fit.
    """
    if unknown := sorted(set(spec_fields) - set(SPEC_FIELDS)):
        raise ValueError(f"no spec fields {', '.join(unknown)}; give {', '.join(SPEC_FIELDS)}")
    tags = tuple(spec_fields.get("tags", ()))
    if len(tags) != generator.tag_count:
        raise ValueError(
            f"{folder.name}: the generator takes {generator.tag_count} tags, {len(tags)} are named"
        )
    spec = GeneratorSpec(
        **{**spec_fields, "tags": tags, "credits": tuple(spec_fields.get("credits", ()))},
        takes_hints=generator.takes_hints,
        takes_tags=generator.takes_tags,
        size_rule=_limited(generator.size_rule, largest),
        features=generator.feature_names,
        inputs=generator.condition_names,
        outputs=generator.paint_outputs,
        parameters=generator.inference_parameters,
        precision=precision,
    )
    with evaluating(generator), whole_folder(folder, names=GENERATOR_FILES) as draft:
        _export_halves(generator, folder=draft, precision=precision, tolerance=tolerance)
        digests = {name: file_digest(draft / name) for name in (LINE_GRAPH, PAINT_GRAPH)}
        write_spec(replace(spec, digests=digests), draft)
    return replace(spec, digests=digests)


def export_trained(
    generator: Generator,
    recipe: Recipe,
    *,
    weights: Mapping[str, Tensor],
    folder: Path,
    precision: Precision,
    training: Mapping[str, object],
    tags: tuple[str, ...] = (),
) -> str:
    """Export a generator with trained weights as its recipe describes it.

    training  the record that the spec keeps; tags: names in the order of its input.
    Returns a line about it. Raises ExportError, or RuntimeError for weights that do not fit.
    """
    generator.load_state_dict(dict(weights))
    fields = {
        "name": recipe.name,
        "title": recipe.title,
        "method": recipe.method,
        "arguments": arguments_of(generator.config),
        "tags": tags,
        "licence": recipe.licence,
        "credits": recipe.credits,
        "summary": recipe.summary,
        "rank": recipe.rank,
        "group": recipe.group,
        "training": dict(training),
    }
    spec = export_generator(
        generator,
        spec_fields=fields,
        folder=folder,
        precision=precision,
        largest=recipe.largest,
    )
    return f"{spec.title}, {spec.parameters:,} parameters, {spec.precision}"


def _limited(rule: SizeRule, largest: int) -> SizeRule:
    """The rule for pictures up to a side, at which final pictures are inferred; 0: unchanged."""
    return replace(rule, largest=largest, preferred=largest) if largest else rule


def _export_halves(
    generator: Generator, *, folder: Path, precision: Precision, tolerance: float | None
) -> None:
    """Write both graphs, then compare them in a row with the generator on another drawing."""
    shape, other_shape = _example_shapes(generator.size_rule)
    line_graph, paint_graph = generator.line_graph(), generator.paint_graph()
    example = _draw_example(generator, shape)
    axes = {} if generator.size_rule.fixed else {2: "height", 3: "width"}
    export_graph(
        line_graph,
        example_inputs={"line": example["line"]},
        input_names=line_graph.input_names,
        output_names=line_graph.output_names,
        dynamic_axes={"line": axes},
        path=folder / LINE_GRAPH,
        precision=precision,
        tolerance=tolerance,
    )
    with torch.no_grad():
        features = dict(zip(generator.feature_names, line_graph(example["line"])))
    inputs = {**features, **{name: example[name] for name in generator.condition_names}}
    export_graph(
        paint_graph,
        example_inputs=inputs,
        input_names=paint_graph.input_names,
        output_names=paint_graph.output_names,
        dynamic_axes={
            name: {axis: f"{name}_{side}" for axis, side in axes.items()}
            for name, tensor in inputs.items()
            if tensor.dim() == 4
        },
        path=folder / PAINT_GRAPH,
        precision=precision,
        tolerance=tolerance,
    )
    _compare_halves(
        generator,
        folder=folder,
        example=_draw_example(generator, other_shape),
        tolerance=TOLERANCES[precision] if tolerance is None else tolerance,
    )


def _compare_halves(
    generator: Generator, *, folder: Path, example: Mapping[str, Tensor], tolerance: float
) -> None:
    """Run line and paint graph in a row, as the application does, and compare the pictures.

    Rounded weights may move the border of a colour: of a hundred values one may be off by more
    than the tolerance, none by more than ten times as much.
    """
    conditions = [example[name] for name in generator.condition_names]
    with torch.no_grad():
        expected = generator.paint(*generator.encode_line(example["line"]), *conditions)
    line_session = load_session(folder / LINE_GRAPH)
    features = line_session.run(None, {"line": example["line"].numpy()})
    feeds = dict(zip(generator.feature_names, features))
    feeds |= {name: example[name].numpy() for name in generator.condition_names}
    outputs = load_session(folder / PAINT_GRAPH).run(list(generator.paint_outputs), feeds)
    for name, ours, theirs in zip(generator.paint_outputs, outputs, expected):
        value = max(
            difference(np.asarray(ours), theirs.numpy(), share=0.99),
            difference(np.asarray(ours), theirs.numpy()) / 10,
        )
        if not value <= tolerance:
            raise ExportError(
                f"{folder.name}: {name!r} of both graphs in a row differs from torch by "
                f"{value:.2g}, more than {tolerance:.2g}; nothing was written"
            )


def _example_shapes(rule: SizeRule) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two sizes that the rule accepts, sides different where they may be."""
    if rule.fixed:
        return (rule.fixed, rule.fixed), (rule.fixed, rule.fixed)
    step = rule.multiple_of
    base = -(-rule.minimum // step) * step
    return (base + 2 * step, base), (base, base + 3 * step)


def _draw_example(generator: Generator, shape: tuple[int, int]) -> dict[str, Tensor]:
    """A drawing with a few lines, dabs of colour and tags: the tensors of both graphs."""
    height, width = shape
    rows = torch.linspace(-1, 1, height)[:, None].expand(height, width)
    columns = torch.linspace(-1, 1, width)[None, :].expand(height, width)
    radius = (rows**2 + columns**2).sqrt()
    ink = ((radius - 0.7).abs() < 0.03) | ((rows - 0.4 * columns).abs() < 0.02)
    hints = torch.zeros(1, 4, height, width)
    for index, (top, left) in enumerate(((0.2, 0.3), (0.5, 0.5), (0.7, 0.2), (0.05, 0.9))):
        y, x = int(top * height), int(left * width)
        colour = torch.tensor([0.8 - 0.5 * index, -0.6 + 0.3 * index, 0.1, 1.0])
        hints[0, :, y : y + 5, x : x + 5] = colour[:, None, None]
    tags = torch.zeros(1, max(1, generator.tag_count))
    tags[0, :: max(1, generator.tag_count // 10)] = 1  # about as many as a character has
    return {
        "line": ink.float()[None, None],
        "hints": hints,
        "tags": tags,
        DRAFT_ONLY: torch.zeros(1),
    }
