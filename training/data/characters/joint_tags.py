"""Tags of a picture with several figures: only what one list of names can truly say of them."""

from collections.abc import Sequence

from models.hints.tags import Vocabulary

Told = tuple[tuple[str, ...], tuple[str, ...]]
"""Names that hold and names that do not."""
PERSONS = ("1girl", "1boy", "2girls")


def join_color_tags(told: Sequence[Told], vocabulary: Vocabulary) -> Told:
    """Colour tags of all figures together.

    A group's tag holds if every figure that has such a part has it in that colour. Where two
    colours would hold, neither is claimed, because the list cannot say whose is whose; nor is a
    group of which a figure leaves open what holds. What does not hold of any figure does not hold.
    """
    if len(told) == 1:
        return told[0]
    holds: list[str] = []
    missing = set.intersection(*(set(absent) for _, absent in told))
    for group in vocabulary.groups:
        names = [tag.name for tag in group.tags]
        found = {name for held, _ in told for name in names if name in held}
        is_open = any(
            not set(names) & set(held) and not set(names) <= set(absent) for held, absent in told
        )
        if len(found) == 1 and not is_open:
            holds += found
    absent = [name for name in told[0][1] if name in missing]
    return tuple(holds), tuple(absent)


def join_shape_tags(told: Sequence[Told]) -> Told:
    """Shape tags of all figures together: what is so of each; persons are counted."""
    if len(told) == 1:
        return told[0]
    held = set.intersection(*(set(each) for each, _ in told)) - set(PERSONS)
    missing = set.intersection(*(set(each) for _, each in told)) - set(PERSONS)
    girls = sum("1girl" in each for each, _ in told)
    boys = sum("1boy" in each for each, _ in told)
    facts = {"1girl": girls == 1, "1boy": boys == 1, "2girls": girls == 2}
    known = girls + boys == len(told)
    holds = [name for name in told[0][0] if name in held]
    absent = [name for name in told[0][1] if name in missing]
    if known:
        holds += [name for name, fact in facts.items() if fact]
        absent += [name for name, fact in facts.items() if not fact]
    return tuple(holds), tuple(absent)
