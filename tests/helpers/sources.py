"""The sources of the tree, each read and parsed once a process."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.helpers.places import ROOT


@cache
def modules(folder: str) -> tuple[Path, ...]:
    """Every module below a folder of the tree, in the order of their paths."""
    return tuple(sorted((ROOT / folder).rglob("*.py")))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def name_of(path: Path) -> str:
    """The dotted name under which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Dotted names a module imports anywhere, `from a import b` as a.b."""
    return tuple(_imported(path, ast.walk(tree_of(path))))


@cache
def imports_at_start(path: Path) -> tuple[str, ...]:
    """What a module imports when it is loaded, and not later in a function or for types alone."""
    return tuple(_imported(path, tree_of(path).body))


def _imported(path: Path, nodes: Iterator[ast.AST] | list[ast.stmt]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def edges(folder: str) -> list[tuple[str, str]]:
    """Who imports what, of all modules below a folder."""
    return [(name_of(path), found) for path in modules(folder) for found in imports(path)]


def within(name: str, package: str) -> bool:
    """Whether a dotted name is a package or lies in it."""
    return name == package or name.startswith(package + ".")
