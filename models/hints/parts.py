"""Parts of a figure: the classes that a generator tells apart and that tags colour."""

from enum import IntEnum


class Part(IntEnum):
    """What a pixel of a drawing belongs to. Values are the channels of part logits."""

    BACKGROUND = 0
    HAIR = 1
    EYES = 2
    SKIN = 3
    MOUTH = 4
    BROWS = 5
    TOP = 6
    BOTTOM = 7
    DRESS = 8
    LEGWEAR = 9
    FOOTWEAR = 10
    HAT = 11
    GLASSES = 12
    ORNAMENT = 13
    OTHER = 14


PART_COUNT = len(Part)
UNLABELLED = 255
"""Label of a pixel whose part is unknown."""
