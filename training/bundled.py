"""Recipes and trained weights that come with the package, by name."""

import logging
from pathlib import Path

import resources

log = logging.getLogger(__name__)

RECIPES = Path(__file__).parent / "recipes"


def find_recipe(name: str) -> Path:
    """The file of that name, else the bundled recipe of that name (``studies/`` included).

    Raises ValueError, listing the bundled ones, for a name that is neither.
    """
    path = Path(name)
    if path.is_file():
        return path
    bundled = RECIPES / path.with_suffix(".toml").relative_to(path.anchor)
    if bundled.is_file():
        return bundled
    if path.parent == Path("recipes") and (RECIPES / path.name).is_file():
        return RECIPES / path.name
    known = ", ".join(sorted(each.stem for each in RECIPES.glob("*.toml")))
    raise ValueError(
        f"{name}: no such file, and no bundled recipe of that name; there are {known}, and "
        f"those in studies/"
    )


def find_weights(text: str) -> Path:
    """The weights file that a recipe names, or the bundled one of the recipe that would make it.

    text  as ``runs/NAME/export/NAME/weights.pt``: where the recipe NAME leaves its weights. What
          was trained here comes before what is bundled; a file that is neither is returned as it
          is, for its reader to complain about.
    """
    path = Path(text)
    if path.is_file():
        return path
    name = path.parent.name
    lines = resources.LINE_DETECTION
    bundled = lines if name == "line_detection_lite" else resources.FEATURES / name / path.name
    if not bundled.is_file() or path.parts[:1] != ("runs",):
        return path
    log.info("%s: not trained here; using the bundled weights of %s", path, name)
    return bundled
