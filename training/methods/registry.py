"""Methods by the name that recipes give them; each is imported when it is asked for."""

import importlib
from collections.abc import Mapping

from training.methods.method import Method
from training.recipe import Recipe, RecipeError

METHODS: Mapping[str, str] = {
    "tintline": "tintline.method:TintlineMethod",
    "tintline_reader": "tintline.reader:ReaderMethod",
    "tag2pix": "tag2pix.method:Tag2PixMethod",
    "cit_extractor": "tag2pix.cit_extractor:CitExtractorMethod",
    "alacgan": "alacgan.method:AlacGanMethod",
    "local_features": "alacgan.local_features:LocalFeaturesMethod",
    "line_detection": "two_stage.line_detection:LineDetectionMethod",
    "two_stage_draft": "two_stage.draft:DraftMethod",
    "two_stage": "two_stage.method:TwoStageMethod",
    "csa": "csa.method:CsaMethod",
    "sgru": "sgru.method:SgruMethod",
    "parts_teacher": "parts_teacher.method:PartsTeacherMethod",
    "light": "light.method:LightMethod",
}
"""Module in training.methods and class of each method."""


def find_method(name: str) -> type[Method]:
    """The class of a method. Raises ValueError for an unknown one."""
    if name not in METHODS:
        raise ValueError(f"method {name!r} cannot be trained; known: {', '.join(METHODS)}")
    module, kind = METHODS[name].split(":")
    found: type[Method] = getattr(importlib.import_module(f"training.methods.{module}"), kind)
    return found


def method_of(recipe: Recipe) -> Method:
    """A recipe's method, which has found nothing wrong with it.

    Raises RecipeError naming the file, the line and the key.
    """
    try:
        return find_method(recipe.method)(recipe)
    except RecipeError:
        raise
    except (TypeError, ValueError) as error:
        raise recipe.origin.blame(str(error)) from error
