"""Who may import whom, read from the sources; and how long a file may grow."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache

import pytest

from tests.helpers.places import ROOT
from tests.helpers.sources import (
    edges,
    imports,
    imports_at_start,
    modules,
    name_of,
    text_of,
    within,
)

PACKAGES = ("app", "models", "training", "resources")
WHOLE_TREE = (*PACKAGES, "tests", "packaging")
MAX_LINES = 450

PIXELS = {"numpy", "cv2", "skimage", "scipy"}
FILES = {"PIL", "psd_tools"}
TRAINING = {
    "torch", "torchvision", "torchmetrics", "onnx", "onnxscript",
    "lightning_fabric", "tensorboard", "resvg_py", "cattrs", "dask", "distributed",
}  # fmt: skip
QT_AND_TOOLS = {"PySide6", "shiboken6", "platformdirs", "watchdog", "dask", "distributed"}
ALLOWED = {
    "resources": set(),
    "models.runtime.library": {"onnxruntime"},
    "models.runtime": {"models", *PIXELS},
    "models.reading": {"models", *PIXELS},
    "models.requests": {"models", *PIXELS},
    "models.tracking": {"models", *PIXELS},
    "models.matching": {"models", *PIXELS},
    "models.networks": {"models", "torch", *PIXELS},
    "models": {"models", *PIXELS, *FILES},
    "training.regions": {"training", "models", *PIXELS},
    "training.tracking": {"training", "models", "resources", *PIXELS},
    "training": {"training", "models", "resources", *PIXELS, *FILES, *TRAINING},
    "app": {"app", "models", "resources", *QT_AND_TOOLS, *PIXELS, *FILES},
}
"""What a package may import besides the standard library; the longest name decides."""

APP_ORDER = (
    {"errors", "places", "picture_names", "artist_files", "cli.console", "languages.said"},
    {"document", "startup"},
    {"export", "settings", "qimage", "theme", "background", "inputs", "references", "languages"},
    {"session", "files.samples"},
    {"inference", "batch"},
    {"cels"},
    {"canvas", "panels"},
    {"animation", "commands", "dialogs", "files", "window"},
    {"main"},
    {"cli"},
    {"__main__"},
)
"""Each room knows those before it; of one line, all but the last few are strangers. A module that
lies lower than its room is named by itself."""
ONE_FLOOR = frozenset({"animation", "commands", "dialogs", "files", "window"})
"""The rooms of the window, which may know each other."""

QT_FREE = (
    "errors",
    "places",
    "picture_names",
    "artist_files",
    "inputs",
    "references",
    "cels",
    "document",
    "export",
    "files.samples",
    "cli",
    "cli.console",
    "languages.said",
)
CORE_ONLY = ("session", "settings", "languages", "inference", "batch", "background")


DECLARED = {
    "resources": (),
    "models.networks": ("train",),
    "models": (),
    "training": ("train", "cluster"),
    "app.batch.cluster": ("cluster",),
    "app": (),
    "tests": ("test", "train", "cluster"),
    "packaging": ("test", "train", "cluster"),
}
"""The extras of pyproject.toml that a part may need besides what is always installed."""
HOSTS = {"packaging.krita": {"krita", "PyQt5"}, "packaging.manual": {"mkdocs"}}
"""What the program that runs a part brings along."""


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_only_what_they_may(package):
    wrong = []
    for module, found in edges(package):
        owner = max((name for name in ALLOWED if within(module, name)), key=len)
        top = found.split(".")[0]
        if top not in sys.stdlib_module_names and top not in ALLOWED[owner]:
            wrong.append(f"{module} imports {found}")
    assert not wrong


@cache
def _requirements(extras: tuple[str, ...]) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    asked = [*project["dependencies"], *(each for extra in extras for each in optional[extra])]
    names = (re.match(r"[\w.-]+", each) for each in asked)
    return {re.sub(r"[-_.]+", "-", name.group()).lower() for name in names}


@cache
def _given_by(distribution: str) -> frozenset[str]:
    """The names that what is installed lets a program import; none if it is not installed here."""
    try:
        found = importlib.metadata.distribution(distribution)
    except importlib.metadata.PackageNotFoundError:
        return frozenset()
    if listed := found.read_text("top_level.txt"):
        return frozenset(listed.split())
    names = (file.parts[0] for file in found.files or () if file.suffix in (".py", ".so", ".pyd"))
    return frozenset(name.split(".")[0] for name in names)


def test_everything_that_is_imported_is_declared():
    own = {*PACKAGES, "tests", *(path.stem for path in modules("packaging")), "tintline_krita"}
    wrong, outside = [], set()
    for part in (*PACKAGES, "tests", "packaging"):
        for module, found in edges(part):
            top = found.split(".")[0]
            if top in sys.stdlib_module_names or top in own:
                continue
            if any(top in given for host, given in HOSTS.items() if within(module, host)):
                continue
            outside.add(top)
            owner = max((name for name in DECLARED if within(module, name)), key=len)
            if not any(top in _given_by(each) for each in _requirements(DECLARED[owner])):
                wrong.append(f"{module} imports {found}")
    assert {"numpy", "scipy", "PySide6", "torch", "distributed"} <= outside
    assert not wrong


def test_onnxruntime_is_imported_in_one_place():
    """Elsewhere its telemetry would be on."""
    for part in ("tests", "packaging"):
        assert not [edge for edge in edges(part) if within(edge[1], "onnxruntime")]
    for package in PACKAGES:
        for path in modules(package):
            assert 'import_module("onnxruntime' not in text_of(path), path


def test_nothing_in_models_knows_networks():
    wrong = [
        f"{module} imports {found}"
        for module, found in edges("models")
        if within(found, "models.networks") and not within(module, "models.networks")
    ]
    assert not wrong


def test_application_never_imports_networks():
    assert not [edge for edge in edges("app") if within(edge[1], "models.networks")]


MODELS_ORDER = (
    {"arrays"},
    {"budget", "cancel", "cores", "device", "files", "geometry", "memory"},
    {"color", "rows"},
    {"hints", "pictures"},
    {"line_color"},
    {"cells", "regions"},
    {"coloring", "tracking", "spec"},
    {"matching"},
    {"encoding", "lighting"},
    {"networks", "runtime"},
    {"reading"},
    {"requests"},
)
"""The rooms of models likewise."""
TRAINING_ORDER = (
    {"durations", "recipe_file"},
    {"bundled", "command_line", "recipe"},
    {"data", "feature_weights"},
    {"export", "metrics"},
    {"evaluation", "matching", "methods", "regions", "tracking"},
    {"run"},
    {"networks_listing"},
    {"__main__"},
)
"""The rooms of training likewise: methods know how a network is exported, no export knows them."""
DATA_ORDER = (
    {"progress", "seeds", "tones"},
    {"sample"},
    {"characters", "hints", "tagging"},
    {"lines", "sources"},
    {"items", "prepare"},
    {"stored", "teaching"},
    {"sources.illustrations"},
    {"library"},
)
"""The rooms within training.data."""
BATCH_ORDER = (
    {"facts", "file_facts", "thumbnails", "watch"},
    {"records"},
    {"frames"},
    {"plan"},
    {"card", "preflight", "carrying", "measure"},
    {"writing"},
    {"coloring"},
    {"runner"},
    {"reporting", "cluster"},
)
"""What lies in app.batch: from what is kept of a frame to what is said of all."""
ORDERS = {
    "app": APP_ORDER,
    "app.batch": BATCH_ORDER,
    "models": MODELS_ORDER,
    "training": TRAINING_ORDER,
    "training.data": DATA_ORDER,
}
STRANGERS = ("models.networks", "training.methods")
"""Packages with a folder for each method; it knows what lies beside the folders, no other one."""
MOST_FILES = 15
"""Files in one folder, data tables apart."""


def _room(name: str, package: str, order: tuple[set[str], ...]) -> str | None:
    """The room of a package that a dotted name belongs to, as `order` names it; None: no room."""
    if not name.startswith(package + "."):
        return None
    parts = name.removeprefix(package + ".").split(".")
    known = {room for level in order for room in level}
    narrow = ".".join(parts[:2])
    return narrow if narrow in known else parts[0]


def _out_of_order(found: list[tuple[str, str]], package: str) -> list[str]:
    """Which of some imports look up from a room of a package, or to one without a name."""
    order = ORDERS[package]
    together = ONE_FLOOR if package == "app" else frozenset()
    level = {room: index for index, rooms in enumerate(order) for room in rooms}
    wrong = []
    for module, target in found:
        own, other = _room(module, package, order), _room(target, package, order)
        if own is None or other is None or own == other or {own, other} <= together:
            continue
        if own not in level or other not in level:
            wrong.append(f"{module} imports {target}: a room that the order does not name")
        elif level[other] >= level[own]:
            wrong.append(f"{module} ({own}) imports {target} ({other})")
    return wrong


@pytest.mark.parametrize("package", ORDERS)
def test_rooms_know_only_those_before_them(package):
    assert not _out_of_order(edges(package.replace(".", "/")), package)


@pytest.mark.parametrize("package", STRANGERS)
def test_methods_are_strangers_to_each_other(package):
    place = package.replace(".", "/")
    folders = {path.parent.name for path in modules(place) if path.parent != ROOT / place}
    wrong = []
    for module, found in edges(place):
        if not within(found, package):
            continue
        own, other = (name.removeprefix(package + ".").split(".")[0] for name in (module, found))
        if other in folders and own not in (other, "registry"):
            wrong.append(f"{module} imports {found}")
    assert len(folders) == 8
    assert not wrong


def test_a_module_is_of_the_narrowest_room_that_is_named():
    order = ({"low", "high.floor"}, {"high"})
    assert _room("models.low.thing", "models", order) == "low"
    assert _room("models.high.floor.thing", "models", order) == "high.floor"
    assert _room("models.high", "models", order) == "high"
    assert _room("numpy.low", "models", order) is None


@pytest.mark.parametrize(
    ("package", "module", "found"),
    [
        ("models", "models.tracking.tracker", "models.reading.reader"),
        ("models", "models.tracking.tracker", "models.runtime.generator"),
        ("models", "models.runtime.engine", "models.requests.request"),
        ("models", "models.geometry", "models.hints.hints"),
        ("app", "app.document.pixels", "app.inference.answer"),
        ("app.batch", "app.batch.records", "app.batch.reporting.faults"),
        ("app.batch", "app.batch.frames.frames", "app.batch.plan"),
        ("app.batch", "app.batch.writing", "app.batch.coloring"),
    ],
)
def test_order_is_broken_by_a_module_that_looks_up(package, module, found):
    assert _out_of_order([(module, found)], package)
    assert not _out_of_order([(found, module)], package)


def test_order_is_broken_by_strangers_and_by_rooms_without_a_name():
    assert _out_of_order([("models.networks.registry", "models.runtime.engine")], "models")
    assert _out_of_order([("app.batch.runner", "app.batch.unnamed.thing")], "app.batch")
    assert not _out_of_order([("app.window.window", "app.files.actions")], "app")
    assert not _out_of_order([("app.batch.runner", "models.geometry")], "app.batch")


def _graph(*parts: str, late: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """What of these parts each of their modules loads with it; of the parts in `late` ever."""
    paths = {name_of(path): path for part in parts for path in modules(part)}
    graph: dict[str, set[str]] = {name: set() for name in paths}
    for name, path in paths.items():
        is_late = any(within(name, part) for part in late)
        for found in imports(path) if is_late else imports_at_start(path):
            target = found if found in paths else found.rpartition(".")[0]
            if target in paths and target != name:
                graph[name].add(target)
    return graph


def test_no_files_import_each_other_in_a_circle():
    """Nor do they late, within a function; training's commands and methods are loaded by name."""
    assert not _circles(_graph(*PACKAGES, late=("app", "models")))


def _circles(graph: dict[str, set[str]]) -> list[str]:
    """Modules that are left when those without open imports are taken away again and again."""
    left = {name: set(found) for name, found in graph.items()}
    while free := [name for name, found in left.items() if not found & left.keys()]:
        for name in free:
            del left[name]
    return sorted(left)


def test_circles_are_found():
    assert _circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c", "d"]
    assert _circles({"a": {"b"}, "b": set()}) == []


def test_no_room_holds_more_files_than_one_can_survey():
    folders = Counter(path.parent for part in WHOLE_TREE for path in modules(part))
    crowded = {folder: count for folder, count in folders.items() if count > MOST_FILES}
    assert not crowded


def test_qt_is_imported_only_where_it_belongs():
    wrong = []
    for module, found in edges("app"):
        unit = _room(module, "app", APP_ORDER)
        if not within(found, "PySide6"):
            continue
        if unit in QT_FREE or (unit in CORE_ONLY and not within(found, "PySide6.QtCore")):
            wrong.append(f"{module} imports {found}")
    assert not wrong


def test_window_starts_without_torch_or_training_and_before_slow_libraries():
    code = (
        "import sys, app.main; slow = ('scipy.sparse', 'skimage.color', 'skimage.segmentation'); "
        "others = ('torch', 'training', 'psd_tools', 'dask'); "
        "print([m for m in sys.modules if m in slow or m.split('.')[0] in others])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[]"


def test_every_package_is_found_for_installation():
    """Folders of modules are packages: without ``__init__.py`` they would not be installed."""
    assert not [
        folder
        for package in PACKAGES
        for folder in {path.parent for path in modules(package)}
        if not (folder / "__init__.py").exists()
    ]


def test_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_no_file_outgrows_its_room():
    lines = {path: len(text_of(path).splitlines()) for part in WHOLE_TREE for path in modules(part)}
    assert not {path: count for path, count in lines.items() if count > MAX_LINES}


TORCH = {"torch", "torchvision", "torchmetrics", "lightning_fabric", "onnxscript"}
WITH_TORCH = ("tests.models.networks", "tests.training", "tests.helpers.training")
"""The tests that need torch; all others go without it, in its absence too."""


def _heavy(parts: tuple[str, ...]) -> dict[str, str]:
    """Modules that load torch with them, each with the next one on the way there."""
    paths = {name_of(path): path for part in parts for path in modules(part)}
    graph = _graph(*parts)
    for name in graph:  # loading a module loads the packages that it lies in
        words = name.split(".")
        graph[name] |= {".".join(words[:end]) for end in range(1, len(words))} & paths.keys()
    heavy = {
        name: found
        for name, path in paths.items()
        for found in imports_at_start(path)
        if found.split(".")[0] in TORCH
    }
    while found := {
        name: reached
        for name, loaded in graph.items()
        if name not in heavy
        for reached in loaded
        if reached in heavy
    }:
        heavy |= found
    return heavy


@pytest.mark.parametrize("room", ["training.regions", "training.tracking"])
def test_fitting_by_numpy_alone_does_without_torch(room):
    assert not [module for module in _heavy(PACKAGES) if within(module, room)]


def test_tests_of_the_core_and_the_window_do_without_torch():
    heavy = _heavy((*PACKAGES, "tests"))
    assert heavy["tests.training.run.test_fit"]
    wrong = []
    for module, found in edges("tests"):
        if any(within(module, part) for part in WITH_TORCH):
            continue
        names = {found, found.rpartition(".")[0]}
        if found.split(".")[0] in TORCH or names & heavy.keys():
            wrong.append(f"{module} imports {found}")
    assert not wrong
