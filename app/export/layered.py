"""Layered files of either format; the slow library of one of them is loaded when it is written."""

from collections.abc import Callable

from app.export.ora import write_ora

OPENRASTER = ".ora"


def layer_writer(suffix: str) -> Callable[..., None]:
    """What writes layers as a file of this suffix: ``write_ora``, else ``write_psd``."""
    if suffix == OPENRASTER:
        return write_ora
    from app.export.psd import write_psd  # noqa: PLC0415 - psd-tools takes a third of a second

    return write_psd
