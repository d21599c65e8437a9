"""Tones by geometry: where normals turn from the light, and where one part shades another.

What is used where no trained light is installed, and what one is measured against. Few, large and
smooth shapes: a form's far side, hair on a face, a head on its neck, a skirt on legs, a band of
light on hair, and rims where the light stands behind.
"""

from math import cos, radians

import numpy as np

from models.arrays import FloatArray
from models.hints.parts import Part
from models.lighting.bodies.surfaces import Bodies
from models.lighting.casters import SHARPNESS, Casters, cast_shade, find_casters
from models.lighting.form import LitForm
from models.lighting.light import Light
from models.lighting.maps import ToneMaps
from models.lighting.relief import Relief, make_relief
from models.lighting.turned import Turned

FRONT = 0.45
"""How far before the figure a light in the upper half stands, beside its unit in the picture."""
BEHIND = 0.6
"""How far behind it a light from below stands."""
FIGURE_WEIGHT = 0.35
"""Of the figure's own turn beside each body's."""
SHADE_FROM = 0.18
"""Turn toward the light below which a form lies in shade; DEEP_FROM: in its second tone."""
DEEP_FROM = -0.32
FACE_LIFT = 0.36
"""What is added to a face, which artists keep clean."""
SOFT_FROM, SOFT_WIDTH = 0.3, 0.6
"""Turn at which soft shade begins, and over which it grows from none to full."""
HAIR_LIGHT = 0.945
"""Cosine of the angle around what mirrors the light within which hair has its highlight."""
CRESCENT = 2.2
"""How much nearer to the camera lies what it is cut off by."""
HAIR_SHARE = 0.02
"""Share of the picture from which on hair has a highlight."""
BEHIND_LOSS = 0.8
"""Turn that a figure loses where the light stands straight behind it."""
RIM_BEHIND = 0.05
"""Depth of a light behind the figure from which on it lights a rim, and hair mirrors it no more."""


def prior_maps(form: LitForm, light: Light) -> ToneMaps:
    """The tones of a picture under a light; a figure is told of as it stood before its turn."""
    if not light.turn:
        return _told(form.bodies, form.relief, form.casters, light)
    laid = Turned.back(light.turn, form.bodies.index.shape)
    bodies = laid.bodies(form.bodies)
    return laid.maps(_told(bodies, make_relief(bodies), find_casters(bodies), light))


def _told(bodies: Bodies, relief: Relief, casters: Casters, light: Light) -> ToneMaps:
    toward = _direction(light)
    behind = light.behind
    turn = relief.bodies @ toward + np.float32(FIGURE_WEIGHT) * (relief.figure @ toward)
    turn -= np.float32(BEHIND_LOSS * behind)
    face = np.append(bodies.is_face, False)[bodies.index]
    turn[face] += np.float32(FACE_LIFT * (1 - behind))
    cast = cast_shade(casters, light)
    shade = np.maximum(SHARPNESS * (SHADE_FROM - turn), cast)
    deep = np.minimum(SHARPNESS * (DEEP_FROM - turn), shade)
    soft = np.clip((SOFT_FROM - turn) / SOFT_WIDTH, 0, 1)
    soft = np.maximum(soft, 1 / (1 + np.exp(-cast)))
    is_before = behind < RIM_BEHIND
    highlight = _hair_light(bodies, relief, toward) if is_before else relief.outline.rim(light)
    shade = np.minimum(shade, -highlight)
    soft = np.where(highlight > 0, 0, soft)
    outside = bodies.index < 0
    for plane in (shade, deep, highlight):
        plane[outside] = -SHARPNESS
    soft[outside] = 0
    return ToneMaps(
        *(np.asarray(plane, dtype=np.float32) for plane in (shade, deep, highlight, soft))
    )


def _direction(light: Light) -> FloatArray:
    """Unit vector toward a light, float32 (3,)."""
    upward = cos(radians(light.angle_deg))
    front = FRONT if upward >= 0 else FRONT + (FRONT + BEHIND) * upward
    vector = np.array([*light.toward, front])
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def _hair_light(bodies: Bodies, relief: Relief, toward: FloatArray) -> FloatArray:
    """How sure a pixel is hair that mirrors the light: a crescent across the head.

    It is what lies around the direction that mirrors the light to the camera, and not around one
    nearer to the camera.
    """
    area = np.bincount(bodies.index[bodies.index >= 0], minlength=bodies.count)
    is_head = (bodies.parts == Part.HAIR) & (area >= HAIR_SHARE * bodies.index.size)
    hair = np.append(is_head, False)[bodies.index]
    camera = np.array([0, 0, 1], dtype=np.float32)
    near, far = (
        relief.bodies @ (half / np.linalg.norm(half))
        for half in (toward + camera, toward + CRESCENT * camera)
    )
    sure = 4 * SHARPNESS * np.minimum(near - HAIR_LIGHT, HAIR_LIGHT - far)
    return np.where(hair, np.clip(sure, -SHARPNESS, SHARPNESS), -SHARPNESS)
