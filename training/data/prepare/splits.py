"""Training and validation apart by whose picture it is: no artist or character is in both."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Literal

from training.data.prepare.index import Entry
from training.data.sources.planes import HELD_OUT_SHARE, Split

SplitKey = Literal["artist", "character", "both", "folder"]
SPLIT_KEYS: tuple[SplitKey, ...] = ("artist", "character", "both", "folder")


def split_entries(
    entries: Sequence[Entry], *, key: SplitKey, share: float = HELD_OUT_SHARE
) -> list[Split]:
    """Training or validation for each entry.

    key    what must not be in both: artists, characters, artists and characters, or the first
           folder of the path.
    share  how much of the groups validation gets, about; 0: no validation.
    Pictures that share a name form a group, and so do groups that a picture joins. A group's
    part follows from its least name alone, so that it stays when the collection grows. At least
    one group of two or more is held out, and at least one is not. Pictures without a name are
    training.
    Raises ValueError if share is not in [0, 1).
    """
    if not 0 <= share < 1:
        raise ValueError(f"the validation share must lie in [0, 1); got {share}")
    names = [entry_names(entry, key) for entry in entries]
    groups = _join(names)
    order = sorted(set(groups.values()), key=lambda group: (_place(key, group), group))
    held_out = {group for group in order if _place(key, group) < share}
    if share and len(order) > 1:
        held_out = (held_out or {order[0]}) - (
            {order[-1]} if len(held_out) == len(order) else set()
        )
    elif len(order) <= 1:
        held_out = set()
    return ["val" if listed and groups[listed[0]] in held_out else "train" for listed in names]


def entry_names(entry: Entry, key: SplitKey) -> tuple[str, ...]:
    """Names of an entry that must not be in both splits."""
    if key == "folder":
        folder, slash, _ = entry.path.partition("/")
        return (f"folder/{folder}",) if slash else ()
    artists = tuple(f"artist/{name}" for name in entry.artists)
    characters = tuple(f"character/{name}" for name in entry.characters)
    return {"artist": artists, "character": characters, "both": artists + characters}[key]


def _join(names: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """The least name of each name's group."""
    linked: dict[str, set[str]] = defaultdict(set)
    for listed in names:
        for name in listed:
            linked[name].add(listed[0])
            linked[listed[0]].add(name)
    group_of: dict[str, str] = {}
    for start in sorted(linked):
        waiting = [start] if start not in group_of else []
        while waiting:
            name = waiting.pop()
            if name not in group_of:
                group_of[name] = start
                waiting += linked[name]
    return group_of


def _place(key: str, group: str) -> float:
    """A group's place in [0, 1), fixed by its name."""
    digest = blake2b(f"{key}|{group}".encode("utf-8", "surrogateescape"), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64
