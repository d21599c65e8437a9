"""Small pictures of layers: a hint that was scaled for one stays scaled for the next."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from app.document.document import Document
from app.document.layer import LayerKind
from app.document.pixels import LayerPixels
from app.panels.widgets.thumbnails import layer_thumbnail
from models.hints import following
from models.hints.hints import HintSet, LineArt, PointHint


def test_a_new_hint_is_the_only_one_to_be_scaled(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    scaled = []
    scale = following.scale_hint
    monkeypatch.setattr(
        following, "scale_hint", lambda hint, *by: scaled.append(hint) or scale(hint, *by)
    )
    document = Document(line_art=LineArt(np.full((90, 120), 255, dtype=np.uint8)))
    layer = next(each for each in document.layers if each.kind is LayerKind.HINTS)
    pixels = LayerPixels(document.size)
    given: tuple[PointHint, ...] = ()
    for x in (20, 60, 100):
        given = (*given, PointHint(x, 45, (200, x, 0), 12))
        document = replace(document, hints=HintSet(given))
        picture = layer_thumbnail(document, pixels, layer)
        assert picture is not None
    assert scaled == list(given)
    following._scaled.cache_clear()
    fresh = layer_thumbnail(document, pixels, layer)
    assert fresh is not None
    assert fresh.toImage() == picture.toImage()
