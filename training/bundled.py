"""Recipes that come with the package, by name."""

from pathlib import Path

RECIPES = Path(__file__).parent / "recipes"


def find_recipe(name: str) -> Path:
    """The file of that name, else the bundled recipe of that name (``studies/`` included)."""
    path = Path(name)
    if path.exists():
        return path
    bundled = RECIPES / path.with_suffix(".toml")
    return bundled if bundled.exists() else path
