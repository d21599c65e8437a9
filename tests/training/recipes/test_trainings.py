"""Every bundled recipe trains on drawn figures, resumes to the last bit, and its result exports.

A recipe keeps its method, form, losses, schedule and phases; what only costs time is made small:
the network's widths and depths, the pictures, and the course, whose shares stay where they are.
Trained networks that a recipe leans on are replaced by tiny random ones.
"""

import dataclasses
import json
import math
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from models.hints.parts import PART_COUNT
from models.networks import registry, sketchkeras
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.parts_teacher import backbone
from models.networks.picture_features import PictureFeatures
from models.networks.tag2pix.network import CitConfig, CitExtractor
from models.networks.tintline.network import Tintline
from models.networks.two_stage.network import (
    DRAFT_INPUTS,
    LineDetectionConfig,
    LineDetectionModel,
    StageConfig,
    StageUNet,
)
from models.networks.weights_file import (
    WEIGHTS,
    WeightsNote,
    load_network,
    read_note,
    write_network,
)
from models.runtime.catalog import Catalog
from models.spec import LINE_GRAPH
from tests.helpers.training.method_trials import (
    SIDE,
    TINY_CIT,
    TINY_NETWORKS,
    TINY_STAGE,
    draw_pictures,
    options_of,
    plan_of,
    same_state,
    tiny_backbone,
)
from training.bundled import RECIPES
from training.export.graphs import OPSET
from training.export.light import LIGHT_GRAPH
from training.feature_weights import FeatureChoice
from training.methods.generator_method import GeneratorMethod
from training.methods.registry import METHODS, find_method
from training.recipe import Recipe, TrainConfig, read_recipe
from training.run.checkpoint import checkpoints, load_newest
from training.run.export import export_run
from training.run.loop import fit

PATHS = sorted(RECIPES.rglob("*.toml"))
STEPS = 6
SMALLEST_TAG2PIX = 32
"""Side of Tag2Pix's pictures here: its network is tied to one, and sixteen recipes are its."""
FEATURE_WIDTH = 4
FEATURE_FORMS = ("local-features", "local-features-lite", "picture-features")
NARROWEST = {"tag2pix": 16, "alacgan": 16}
"""Widths that the discriminators of these methods must have at least; others take 4."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TrainedBefore:
    """Files of the tiny networks that recipes lean on, by the option that names them."""

    local_features: str
    cit_weights: str
    line_detection: str
    draft_weights: str
    picture_features: str
    sketchkeras: str
    features: str
    backbone: str


@pytest.fixture(scope="module")
def trained_before(tmp_path_factory: pytest.TempPathFactory) -> TrainedBefore:
    folder = tmp_path_factory.mktemp("weights")
    torch.manual_seed(0)

    def written(network: torch.nn.Module, form: str, config: Any) -> str:
        note = WeightsNote(network=form, config=config)
        return str(write_network(folder / form.replace("/", "-"), network.state_dict(), note))

    cit = CitConfig(tag_count=5, **TINY_CIT)
    lines = LineDetectionConfig(**TINY_NETWORKS["line_detection"])
    stage = StageConfig(**TINY_STAGE)
    local, pictures = LocalFeatures(width=FEATURE_WIDTH), PictureFeatures(width=FEATURE_WIDTH)
    for seed, features in enumerate((local, pictures)):
        features.randomize(seed=seed)
    pencil = folder / "sketchkeras.pth"
    torch.save({n: w.half() for n, w in sketchkeras.SketchKeras().state_dict().items()}, pencil)
    return TrainedBefore(
        local_features=written(local, "alacgan/local-features", FEATURE_WIDTH),
        cit_weights=written(CitExtractor(cit), "tag2pix/cit-extractor", cit),
        line_detection=written(LineDetectionModel(lines), "two_stage/line-detection", lines),
        draft_weights=written(StageUNet(stage, inputs=DRAFT_INPUTS), "two_stage/draft", stage),
        picture_features=written(pictures, "alacgan/picture-features", FEATURE_WIDTH),
        sketchkeras=str(pencil),
        features=str(line_reader(folder / "tintline")),
        backbone=str(shallow_backbone(folder / "backbone.npz")),
    )


def shallow_backbone(path: Path) -> Path:
    """The file of a backbone of one layer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backbone, "DEPTH", 1)
        return tiny_backbone(path)


def line_reader(folder: Path) -> Path:
    """A generator's folder with a line graph that gives what a training reads of a tiny tintline's.

    Each feature is a convolution over the lines at half size; some lie in rows.
    """
    embedding = TINY_NETWORKS["tintline"]["embedding"]
    rows = {"feature_pooled": embedding + 2 * PART_COUNT, "feature_places": PART_COUNT}
    channels = {
        **dict.fromkeys(Tintline.feature_names, 1),
        "feature_embedding": embedding,
        "feature_parts": PART_COUNT,
        "feature_names": PART_COUNT,
        **rows,
    }
    nodes = [
        helper.make_node("AveragePool", ["line"], ["half"], kernel_shape=[2, 2], strides=[2, 2])
    ]
    weights = [numpy_helper.from_array(np.array([0, 0, -1], np.int64), "flat")]
    outputs = []
    for name, count in channels.items():
        planes = f"{name}.planes" if name in rows else name
        nodes.append(helper.make_node("Conv", ["half", f"{name}.weight"], [planes]))
        if name in rows:
            nodes.append(helper.make_node("Reshape", [planes, "flat"], [f"{name}.flat"]))
            nodes.append(helper.make_node("Transpose", [f"{name}.flat"], [name], perm=[0, 2, 1]))
        weight = torch.randn(count, 1, 1, 1).numpy()
        weights.append(numpy_helper.from_array(weight, f"{name}.weight"))
        shape = [1, "H * W", count] if name in rows else [1, count, "H", "W"]
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    line = helper.make_tensor_value_info("line", TensorProto.FLOAT, [1, 1, "height", "width"])
    graph = helper.make_graph(nodes, "line", [line], outputs, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    folder.mkdir()
    (folder / LINE_GRAPH).write_bytes(model.SerializeToString())
    return folder


@pytest.fixture(autouse=True)
def _small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_pictures(monkeypatch)
    # These networks have no arguments in recipes: their forms' widths, and the side at which
    # sketchKeras reads pictures, are constants.
    for form in FEATURE_FORMS:
        key = f"alacgan/{form}"
        narrow = dataclasses.replace(registry.NETWORKS[key], config=FEATURE_WIDTH)
        monkeypatch.setitem(registry.NETWORKS, key, narrow)
    monkeypatch.setattr(sketchkeras, "SIDE", 32)
    monkeypatch.setattr(backbone, "DEPTH", 1)


def shrunk(recipe: Recipe, before: TrainedBefore) -> Recipe:
    """The recipe with a tiny network, small pictures, and its course in 6 steps."""
    network = {**recipe.network, **TINY_NETWORKS[recipe.method]}
    side = SIDE
    if recipe.method == "tag2pix":
        network["size"] = side = SMALLEST_TAG2PIX
    return dataclasses.replace(
        recipe,
        network=network,
        options=shrunk_options(recipe, before),
        data=dataclasses.replace(recipe.data, side=side, workers=0, reuse_window=4),
        train=shrunk_course(recipe.train),
    )


def shrunk_course(train: TrainConfig) -> TrainConfig:
    """The course in 6 steps of two pictures; whatever is a share of it stays as it is."""
    return dataclasses.replace(
        train,
        steps=STEPS,
        batch=2,
        warmup=math.ceil(train.warmup * STEPS / train.steps),
        log_every=1,
        checkpoint_every=STEPS // 2,
        samples_every=STEPS if train.samples_every else 0,
    )


def shrunk_options(recipe: Recipe, before: TrainedBefore) -> dict[str, Any]:
    """The options with narrow discriminators, and tiny files for whatever must come trained."""
    options, changes = options_of(recipe), dict[str, Any]()
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        if field.name in ("discriminator_width", "critic_width"):
            changes[field.name] = NARROWEST.get(recipe.method, 4)
        elif isinstance(value, FeatureChoice):
            file = before.picture_features
            changes[field.name] = FeatureChoice(network="picture_features", file=file)
        elif recipe.method == "parts_teacher" and field.name == "side":
            changes[field.name] = 2 * backbone.PATCH
        elif field.name == "perceptual_levels":  # the tiny network has the usual number of maps
            changes[field.name] = field.default
        elif field.name == "hint_weights":
            changes[field.name] = before.picture_features
        elif field.name == "views" and value.sketchkeras_weights:
            changes[field.name] = dataclasses.replace(value, sketchkeras_weights=before.sketchkeras)
        elif value and field.name in (
            "local_features",
            "cit_weights",
            "draft_weights",
            "features",
            "backbone",
        ):
            changes[field.name] = getattr(before, field.name)
        elif value and field.name == "line_detection":
            changes[field.name] = before.line_detection
    return dataclasses.asdict(dataclasses.replace(options, **changes))


def logged(run: Path) -> list[dict[str, float]]:
    """The lines of a run's metrics without what depends on the clock."""
    lines = (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    clock = ("samples_per_s", "data_wait", "minutes")
    return [
        {name: value for name, value in json.loads(line).items() if name not in clock}
        for line in lines
    ]


def test_every_method_has_a_recipe() -> None:
    assert {read_recipe(path).method for path in PATHS} == set(METHODS) == set(TINY_NETWORKS)


@pytest.mark.usefixtures("quick_exports")
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_recipe_trains_resumes_to_the_last_bit_and_exports(
    path: Path, trained_before: TrainedBefore, tmp_path: Path
) -> None:
    recipe = shrunk(read_recipe(path), trained_before)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    fit(plan_of(recipe, whole))
    lines = logged(whole)
    assert [line["step"] for line in lines] == list(range(1, STEPS + 1))
    assert all(math.isfinite(value) for line in lines for value in line.values())

    middle, _ = checkpoints(whole / "checkpoints")
    (broken / "checkpoints").mkdir(parents=True)
    shutil.copy(middle, broken / "checkpoints")
    fit(plan_of(recipe, broken))
    assert logged(broken) == lines[STEPS // 2 :]
    first, second = (load_newest(run / "checkpoints") for run in (whole, broken))
    assert first is not None
    assert second is not None
    assert first["step"] == STEPS
    assert same_state(first, second)

    folder = tmp_path / "exported" / recipe.name
    export_run(recipe, run=whole, folder=folder)
    if recipe.method == "light":
        assert (folder / LIGHT_GRAPH).is_file()
    elif issubclass(find_method(recipe.method), GeneratorMethod):
        assert recipe.name in [entry.name for entry in Catalog([folder.parent]).usable()]
    else:
        load_network(folder / WEIGHTS, network=read_note(folder / WEIGHTS).network)
