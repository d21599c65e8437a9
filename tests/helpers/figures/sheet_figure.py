"""A figure in a few shapes, as a model sheet shows it and as a frame draws it."""

import cv2
import numpy as np

SIDE = 256
GROUND, HAIR, SKIN, EYE = (255, 255, 255), (90, 60, 150), (250, 214, 190), (40, 120, 200)
SHIRT, SKIRT, SOCK, SHOE = (230, 80, 80), (60, 70, 110), (240, 240, 120), (80, 50, 40)
COLORS = (HAIR, SKIN, EYE, SHIRT, SKIRT, SOCK, SHOE)


def figure(*, across=0, down=0, mirrored=False, hat=None):
    """Line art uint8 (256, 256), 0 = ink, and flats uint8 (256, 256, 3) of the figure.

    across, down  where it stands. hat  the colour of a hat that other views lack.
    """
    line = np.full((SIDE, SIDE), 255, dtype=np.uint8)
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)

    def shape(points, color):
        placed = np.array(points, dtype=np.int32)
        if mirrored:
            placed[:, 0] = SIDE - placed[:, 0]
        placed += (across, down)
        cv2.fillPoly(flat, [placed], color)
        cv2.fillPoly(line, [placed], 255)
        cv2.polylines(line, [placed], True, 0, 2)

    def round_shape(middle, radii, color):
        points = cv2.ellipse2Poly(middle, radii, 0, 0, 360, 8)
        shape(points, color)

    for x in (112, 144):
        shape([(x - 9, 176), (x + 9, 176), (x + 9, 212), (x - 9, 212)], SKIN)
        shape([(x - 9, 208), (x + 9, 208), (x + 9, 228), (x - 9, 228)], SOCK)
        shape([(x - 13, 226), (x + 11, 226), (x + 11, 240), (x - 13, 240)], SHOE)
    round_shape((128, 66), (50, 50), HAIR)
    shape([(104, 112), (152, 112), (160, 156), (96, 156)], SHIRT)
    shape([(96, 116), (106, 116), (92, 160), (78, 154)], SHIRT)
    shape([(150, 116), (160, 116), (178, 154), (164, 160)], SHIRT)
    round_shape((84, 164), (8, 8), SKIN)
    round_shape((172, 164), (8, 8), SKIN)
    shape([(96, 154), (160, 154), (176, 190), (80, 190)], SKIRT)
    round_shape((128, 78), (36, 36), SKIN)
    for x in (113, 141):
        round_shape((x, 80), (8, 11), EYE)
    shape([(92, 70), (100, 36), (128, 28), (158, 38), (164, 70), (142, 54), (126, 62)], HAIR)
    cv2.ellipse(line, (SIDE - 126 if mirrored else 126, 98), (7, 3), 0, 0, 180, 0, 2)
    if hat is not None:
        shape([(92, 38), (104, 6), (152, 6), (164, 38)], hat)
    return line, flat


def ink_on(line, flat):
    """A coloured picture with its lines, uint8 (256, 256, 3)."""
    return (flat * (line[..., None] / 255)).astype(np.uint8)


def share_right(answer, flat, line, color=None):
    """Share of a picture's pixels off the lines, of one colour or of the figure, that are right."""
    wanted = (line > 250) & (flat != GROUND).any(axis=2)
    if color is not None:
        wanted &= (flat == color).all(axis=2)
    return float((answer[..., :3] == flat).all(axis=2)[wanted].mean())
