"""A batch's bytes as the ranges that the published networks take."""

from torch import Tensor


def unit(plane_u8: Tensor) -> Tensor:
    """uint8 as float32 in [0, 1]: paper is 1."""
    return plane_u8.float() / 255


def signed(plane_u8: Tensor) -> Tensor:
    """uint8 as float32 in [-1, 1]: paper is 1."""
    return plane_u8.float() / 127.5 - 1


def shown(picture: Tensor) -> Tensor:
    """[-1, 1] as a picture in [0, 1], for sample grids; a single channel as grey."""
    picture = (picture.float() / 2 + 0.5).clamp(0, 1)
    return picture.expand(-1, 3, -1, -1) if picture.shape[1] == 1 else picture
