"""Everything of a coloured drawing that decides where light falls on it, whatever light that is."""

from dataclasses import dataclass

import numpy as np

from models.arrays import FloatArray, I32Array, IntArray, U8Array
from models.lighting.bodies.surfaces import Bodies, Surfaces, find_bodies, find_surfaces
from models.lighting.casters import Casters, find_casters
from models.lighting.relief import Relief, make_relief
from models.lighting.shapes import Cut, cut_bodies


@dataclass(frozen=True, slots=True, eq=False)
class LitForm:
    """The form of one coloured drawing, at a small size.

    places  for each body that takes tones, the flat indices of its pixels that do.
    """

    surfaces: Surfaces
    bodies: Bodies
    relief: Relief
    casters: Casters
    cuts: tuple[Cut, ...]
    places: tuple[IntArray, ...]


def read_form(
    flat_u8: U8Array, labels: I32Array | None, parts: U8Array | None, ink: FloatArray
) -> LitForm:
    """The form of flats, uint8 (h, w, 3), at a small size.

    labels  int32 (h, w) the drawing's regions, None if not known; parts  uint8 (h, w) Part of each
    pixel, None if not known; ink  float32 (h, w).
    """
    surfaces = find_surfaces(flat_u8, labels)
    bodies = find_bodies(surfaces, parts, ink)
    return LitForm(
        surfaces,
        bodies,
        make_relief(bodies),
        find_casters(bodies),
        cut_bodies(bodies),
        _places(bodies),
    )


def _places(bodies: Bodies) -> tuple[IntArray, ...]:
    index = np.where(bodies.open, bodies.index, bodies.count).ravel()
    order = np.argsort(index, kind="stable")
    ends = np.cumsum(np.bincount(index, minlength=bodies.count + 1))
    return tuple(each for each in np.split(order, ends)[: bodies.count] if len(each))
