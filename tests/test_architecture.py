"""Who may import whom, read from the sources; and how long a file may grow."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.places import ROOT

PACKAGES = ("app", "models", "training", "resources")
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
    "models.networks": {"models", "torch", *PIXELS},
    "models": {"models", *PIXELS, *FILES},
    "training": {"training", "models", "resources", *PIXELS, *FILES, *TRAINING},
    "app": {"app", "models", "resources", *QT_AND_TOOLS, *PIXELS, *FILES},
}
"""What a package may import besides the standard library; the longest name decides."""

APP_ORDER = (
    {"errors", "places", "picture_names", "artist_files", "cli.console"},
    {"document", "startup"},
    {"export", "settings", "qimage", "theme", "background", "inputs"},
    {"session", "files.samples"},
    {"inference", "batch"},
    {"canvas", "panels"},
    {"animation", "commands", "dialogs", "files", "window"},
    {"main"},
    {"cli"},
    {"__main__"},
)
"""Each room knows those before it; of one line, all but the last few are strangers. A module that
lies lower than its room is named by itself."""
ONE_FLOOR = {"animation", "commands", "dialogs", "files", "window"}
"""The rooms of the window, which may know each other."""

QT_FREE = (
    "errors",
    "places",
    "picture_names",
    "artist_files",
    "inputs",
    "document",
    "export",
    "files.samples",
    "cli",
    "cli.console",
)
CORE_ONLY = ("session", "settings", "inference", "batch", "background")


def _modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> Iterator[str]:
    """Dotted names a module imports anywhere, `from a import b` as a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _edges(package: str) -> list[tuple[str, str]]:
    return [(_name(path), found) for path in _modules(package) for found in _imports(path)]


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


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


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_only_what_they_may(package):
    wrong = []
    for module, found in _edges(package):
        owner = max((name for name in ALLOWED if _within(module, name)), key=len)
        top = found.split(".")[0]
        if top not in sys.stdlib_module_names and top not in ALLOWED[owner]:
            wrong.append(f"{module} imports {found}")
    assert not wrong


def _requirements(extras: tuple[str, ...]) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    asked = [*project["dependencies"], *(each for extra in extras for each in optional[extra])]
    names = (re.match(r"[\w.-]+", each) for each in asked)
    return {re.sub(r"[-_.]+", "-", name.group()).lower() for name in names}


def test_everything_that_is_imported_is_declared():
    providers = importlib.metadata.packages_distributions()
    own = {*PACKAGES, "tests", *(path.stem for path in _modules("packaging"))}
    wrong, outside = [], set()
    for part in (*PACKAGES, "tests", "packaging"):
        for module, found in _edges(part):
            top = found.split(".")[0]
            if top in sys.stdlib_module_names or top in own:
                continue
            outside.add(top)
            names = {re.sub(r"[-_.]+", "-", name).lower() for name in providers.get(top, [top])}
            owner = max((name for name in DECLARED if _within(module, name)), key=len)
            if not names & _requirements(DECLARED[owner]):
                wrong.append(f"{module} imports {found}, of {', '.join(sorted(names))}")
    assert {"numpy", "scipy", "PySide6", "torch", "distributed"} <= outside
    assert not wrong


def test_onnxruntime_is_imported_in_one_place():
    """Elsewhere its telemetry would be on."""
    for part in ("tests", "packaging"):
        assert not [edge for edge in _edges(part) if _within(edge[1], "onnxruntime")]
    for package in PACKAGES:
        for path in _modules(package):
            assert 'import_module("onnxruntime' not in path.read_text(encoding="utf-8"), path


def test_runtime_networks_and_the_rest_of_models_keep_apart():
    wrong = [
        f"{module} imports {found}"
        for module, found in _edges("models")
        for private in ("models.runtime", "models.networks")
        if _within(found, private) and not _within(module, private)
    ]
    assert not wrong


def test_application_never_imports_networks():
    assert not [edge for edge in _edges("app") if _within(edge[1], "models.networks")]


MODELS_ORDER = (
    {"arrays"},
    {"budget", "cancel", "device", "files", "geometry", "memory"},
    {"colour", "rows"},
    {"hints", "pictures"},
    {"cells", "regions"},
    {"colouring", "tracking", "spec"},
    {"encoding"},
    {"networks", "runtime"},
)
"""The rooms of models likewise."""
MOST_FILES = 15
"""Files in one folder, data tables apart."""


def _room(name: str, package: str, order: tuple[set[str], ...]) -> str | None:
    """The room of a package that a dotted name belongs to, as `order` names it; None: no room."""
    parts = name.split(".")
    if parts[0] != package or len(parts) < 2:
        return None
    known = {room for level in order for room in level}
    narrow = ".".join(parts[1:3])
    return narrow if narrow in known else parts[1]


def _out_of_order(package: str, order: tuple[set[str], ...], together: set[str]) -> list[str]:
    level = {room: index for index, rooms in enumerate(order) for room in rooms}
    wrong = []
    for module, found in _edges(package):
        own, other = _room(module, package, order), _room(found, package, order)
        if own is None or other is None or own == other or {own, other} <= together:
            continue
        if own not in level or other not in level:
            wrong.append(f"{module} imports {found}: a room that the order does not name")
        elif level[other] >= level[own]:
            wrong.append(f"{module} ({own}) imports {found} ({other})")
    return wrong


def test_rooms_of_the_application_know_only_those_before_them():
    assert not _out_of_order("app", APP_ORDER, ONE_FLOOR)


def test_rooms_of_models_know_only_those_before_them():
    assert not _out_of_order("models", MODELS_ORDER, set())


def test_order_is_broken_by_a_module_that_looks_up():
    order = ({"low"}, {"high"})
    assert _room("models.low.thing", "models", order) == "low"
    assert _room("models.high", "models", order) == "high"
    assert _room("numpy.low", "models", order) is None


def test_no_files_import_each_other_in_a_circle():
    names = {_name(path) for package in PACKAGES for path in _modules(package)}
    graph: dict[str, set[str]] = {name: set() for name in names}
    for package in PACKAGES:
        for path in _modules(package):
            for found in _imports_at_start(path):
                target = found if found in names else found.rpartition(".")[0]
                if target in names and target != _name(path):
                    graph[_name(path)].add(target)
    assert not _circles(graph)


def _imports_at_start(path: Path) -> Iterator[str]:
    """What a module imports when it is loaded, and not later in a function or for types alone."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


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
    crowded = {}
    for package in PACKAGES:
        for folder in {path.parent for path in _modules(package)}:
            name = folder.relative_to(ROOT).as_posix()
            count = len(list(folder.glob("*.py")))
            if count > MOST_FILES:
                crowded[name] = count
    assert not crowded


def test_qt_is_imported_only_where_it_belongs():
    wrong = []
    for module, found in _edges("app"):
        unit = _room(module, "app", APP_ORDER)
        if not _within(found, "PySide6"):
            continue
        if unit in QT_FREE or (unit in CORE_ONLY and not _within(found, "PySide6.QtCore")):
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
        for folder in {path.parent for path in _modules(package)}
        if not (folder / "__init__.py").exists()
    ]


def test_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_no_file_outgrows_its_room():
    long = []
    for folder in (*PACKAGES, "tests", "packaging"):
        for path in _modules(folder):
            count = len(path.read_text(encoding="utf-8").splitlines())
            if count > MAX_LINES:
                long.append(f"{path.relative_to(ROOT)}: {count} lines")
    assert not long
