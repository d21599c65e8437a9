"""What a view shows, as tags without colour: the targets of taggers that look at line art.

Facts come from the part labels of the view itself, so that a crop of a picture says only what it
shows; garments that share a part are told apart by the picture's colour tags, and shape tags that a
source gives hold as they are.
"""

from collections.abc import Mapping

import numpy as np

from models.arrays import FloatArray
from models.hints.parts import UNLABELLED, Part
from models.hints.tags import Vocabulary
from training.data.sample import Sample
from training.data.tagging import TagList

SEEN_SHARE = 1e-3
"""Least share of the view that a part covers to be seen."""
LARGE_SHARE = 0.12
FEW, MANY = 3, 7
PLACED = (Part.HAIR, Part.SKIN, Part.TOP, Part.BOTTOM, Part.DRESS)
NAMELESS = (Part.BACKGROUND, Part.OTHER)
SEEN = tuple(part for part in Part if part not in NAMELESS)

FACTS: tuple[str, ...] = (
    *(f"{part.name.lower()}_seen" for part in SEEN),
    *(f"{part.name.lower()}_large" for part in PLACED),
    *(f"{part.name.lower()}_high" for part in PLACED),
    "few_parts",
    "many_parts",
    "paper_all_around",
)
"""Facts that labels decide."""


Shapes = Vocabulary | TagList
"""What shapes are asked for: those of a vocabulary with what labels tell, or a list as it is."""
COLLECTION = "illustrations"
"""The source whose tags name whatever a picture shows: what they leave out does not hold."""


def shape_names(vocabulary: Shapes) -> tuple[str, ...]:
    """Every fact in order: of labels, garments by group of colour tags, the vocabulary's shapes.

    Of a list its tags; a place that it leaves open has the name "".
    """
    if isinstance(vocabulary, TagList):
        return tuple(name or "" for name in vocabulary.tags)
    garments = (f"{group.id}_worn" for group in vocabulary.groups if group.part not in NAMELESS)
    return (*FACTS, *garments, *vocabulary.shape_tags)


def shape_facts(view: Sample, vocabulary: Shapes) -> tuple[FloatArray, FloatArray]:
    """Which facts hold, and of which that is known; float32 (N,) each, as `shape_names` orders."""
    if isinstance(vocabulary, TagList):
        return _listed(view, vocabulary)
    known = {**_label_facts(view), **_garments(view, vocabulary)}
    known |= dict.fromkeys(view.shapes, True) | dict.fromkeys(view.shapes_absent, False)
    names = shape_names(vocabulary)
    true = np.array([known.get(name, False) for name in names], dtype=np.float32)
    return true, np.array([name in known for name in names], dtype=np.float32)


def _listed(view: Sample, listing: TagList) -> tuple[FloatArray, FloatArray]:
    true = listing.encode(view.shapes)
    if view.source == COLLECTION and view.shapes:
        return true, np.array([name is not None for name in listing.tags], dtype=np.float32)
    return true, np.maximum(true, listing.encode(view.shapes_absent))


def _label_facts(view: Sample) -> Mapping[str, bool]:
    labels = view.labels
    if labels is None or (labels == UNLABELLED).mean() > 0.5:
        return {}
    counts = np.bincount(labels.ravel(), minlength=256)
    share = {part: counts[int(part)] / labels.size for part in SEEN}
    seen = {part for part in SEEN if share[part] >= SEEN_SHARE}
    facts = {f"{part.name.lower()}_seen": part in seen for part in SEEN}
    for part in seen.intersection(PLACED):
        name = part.name.lower()
        facts[f"{name}_large"] = bool(share[part] > LARGE_SHARE)
        rows = np.nonzero((labels == int(part)).any(axis=1))[0]
        facts[f"{name}_high"] = bool(rows.mean() < labels.shape[0] / 2)
    facts["few_parts"] = len(seen) <= FEW
    facts["many_parts"] = len(seen) >= MANY
    rim = (view.figure[0], view.figure[-1], view.figure[:, 0], view.figure[:, -1])
    facts["paper_all_around"] = not any(bool(edge.any()) for edge in rim)
    return facts


def _garments(view: Sample, vocabulary: Vocabulary) -> Mapping[str, bool]:
    """Groups of colour tags that a tag says are worn, or of which all tags are absent.

    In a view that shows nothing of the group's part, the garment may lie outside: not known.
    """
    tags, absent = set(view.tags), set(view.absent)
    facts = {}
    for group in vocabulary.groups:
        if group.part in NAMELESS:
            continue
        names = {tag.name for tag in group.tags}
        if names & tags:
            if view.labels is not None and bool((view.labels == int(group.part)).any()):
                facts[f"{group.id}_worn"] = True
        elif names <= absent:
            facts[f"{group.id}_worn"] = False
    return facts
