"""Rooms are entered by what their ``__all__`` names, so that the rest can move unseen."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.helpers.places import ROOT
from tests.helpers.sources import edges, tree_of, within


@cache
def _public(package: str) -> frozenset[str] | None:
    """What a package's ``__all__`` names; None for what is no package."""
    path = ROOT.joinpath(*package.split("."), "__init__.py")
    if not path.is_file():
        return None
    for node in tree_of(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def _hidden(module: str, found: str) -> str | None:
    """The room into which a module reaches past its public face; None if it does not."""
    parts = found.split(".")
    for end in range(1, len(parts)):
        room = ".".join(parts[:end])
        public = _public(room)
        if public is not None and not within(module, room) and parts[end] not in public:
            return room
    return None


@pytest.mark.parametrize("package", ["app", "models", "training", "packaging"])
def test_rooms_are_entered_by_what_they_name(package):
    wrong = [
        f"{module} imports {found}, which {room} does not name in its __all__"
        for module, found in edges(package)
        if found.split(".")[0] in ("app", "models", "training") and (room := _hidden(module, found))
    ]
    assert not wrong


def test_reaching_past_a_rooms_face_is_found():
    assert _hidden("app.session", "models.hints.pixel_list.PixelList") == "models.hints"
    assert _hidden("models.hints.spans", "models.hints.pixel_list.PixelList") is None
    assert _hidden("app.session", "models.hints.hints.HintSet") is None


def _own_names(path: Path) -> set[str]:
    """What a package's own file defines or takes from its modules."""
    names: set[str] = set()
    for node in tree_of(path).body:
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):
            names |= {ast.unparse(target) for target in node.targets}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
    return names


def test_what_rooms_name_is_there():
    missing = []
    for package in ("app", "models", "training"):
        for path in sorted((ROOT / package).rglob("__init__.py")):
            room = ".".join(path.parent.relative_to(ROOT).parts)
            there = {each.stem for each in path.parent.iterdir()} | _own_names(path)
            missing += [f"{room}.{name}" for name in (_public(room) or set()) - there]
    assert not missing
