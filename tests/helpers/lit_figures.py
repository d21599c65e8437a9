"""Small coloured figures that tests light."""

import cv2
import numpy as np

from models.hints.parts import Part
from models.lighting.form import read_form

SIDE = 96
WHITE, SKIN, HAIR, EYE = (255, 255, 255), (250, 220, 200), (120, 70, 40), (40, 90, 160)


def disc(plane, center, radius, value):
    """Fill a disc in a plane (h, w) or (h, w, 3), in place."""
    drawn = np.zeros(plane.shape[:2], dtype=np.uint8)
    cv2.circle(drawn, center, radius, 1, cv2.FILLED)
    plane[drawn > 0] = value


def head():
    """Flats uint8 (96, 96, 3) and parts uint8 (96, 96) of a face with eyes under hair."""
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    for center, radius, color, part in (
        ((48, 42), 36, HAIR, Part.HAIR),
        ((48, 58), 30, SKIN, Part.SKIN),
        ((38, 58), 4, EYE, Part.EYES),
        ((58, 58), 4, EYE, Part.EYES),
    ):
        disc(flat, center, radius, color)
        disc(parts, center, radius, part)
    return flat, parts


def ball():
    """The same of one disc in the middle, radius 36."""
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    disc(flat, (48, 48), 36, SKIN)
    disc(parts, (48, 48), 36, Part.TOP)
    return flat, parts


def form_of(flat, parts, labels=None, ink=None):
    """The form of a figure, drawn without lines unless there is ink, float32 (h, w)."""
    ink = np.zeros(flat.shape[:2], dtype=np.float32) if ink is None else ink
    return read_form(flat, labels, parts, ink)
