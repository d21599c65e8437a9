"""Work that may no longer be wanted: how it is asked, and what then happens."""

from collections.abc import Callable

IsCancelled = Callable[[], bool]
"""Asked often and from any thread; true once the answer is no longer wanted."""


class Cancelled(Exception):  # noqa: N818 - an outcome that was asked for, not an error
    """The request was cancelled before it was answered."""


def never_cancelled() -> bool:
    """For callers that always want the answer."""
    return False


def check_cancelled(is_cancelled: IsCancelled) -> None:
    """Raises Cancelled once the answer is no longer wanted."""
    if is_cancelled():
        raise Cancelled
