"""Edits of references: each an undo step, none where nothing changes."""

import numpy as np
import pytest

from app.document.document import Document
from app.document.references.edits import AddPair, AddReferences, ClearPairs, RemoveReference
from models.hints.hints import LineArt
from models.matching.references import PointPair, UnusableReferenceError
from models.matching.sheets import Reference


def reference(level, name=""):
    return Reference(np.full((4, 5, 3), level, dtype=np.uint8), name)


@pytest.fixture
def document():
    return Document(line_art=LineArt(np.full((8, 8), 255, dtype=np.uint8)))


def test_references_are_added_once_and_removed_with_their_pairs(document):
    both = (reference(10, "front.png"), reference(20, "side.png"))
    added = AddReferences(both)
    assert added.title == "Take colours from 2 drawings"
    assert AddReferences(both[:1]).title == "Take colours from front.png"
    given = added.apply(document)
    assert given.references.pictures == both
    assert added.apply(given) is given
    paired = AddPair(PointPair((1, 1), (2, 2), 1)).apply(given)
    assert RemoveReference(0).apply(paired).references.pairs == (PointPair((1, 1), (2, 2), 0),)
    assert RemoveReference(1).apply(paired).references.pairs == ()
    assert RemoveReference(7).apply(paired) is paired
    assert ClearPairs().apply(paired).references == given.references
    assert ClearPairs().apply(given) is given


def test_a_pair_with_a_reference_that_is_not_there_is_refused(document):
    with pytest.raises(UnusableReferenceError):
        AddPair(PointPair((1, 1), (2, 2), 0)).apply(document)
