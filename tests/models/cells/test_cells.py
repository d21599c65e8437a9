"""Cells of line art, basins of hints, and what lies between."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.cells import pieces
from models.cells.cells import _bottlenecks, map_cells, normalized_ink, watershed_basins
from models.cells.pieces import RELATION_COUNT, leading_hints, place_hints
from models.encoding import encode_cells
from models.geometry import Size
from models.hints.hints import HintSet, PointHint, hint_owners

RED, BLUE = (220, 20, 20), (20, 20, 220)


def rooms(gap: int = 0) -> np.ndarray:
    """Two rooms side by side, 96 × 160, their wall open by `gap` pixels."""
    line = np.full((96, 160), 255, dtype=np.uint8)
    cv2.rectangle(line, (8, 8), (151, 87), 0, 2)
    line[8:88, 79:81] = 0
    line[48 - gap // 2 : 48 - gap // 2 + gap, 79:81] = 255
    return line


def test_faint_lines_count_like_black_ones() -> None:
    black = rooms()
    faint = (255 - (255 - black.astype(int)) // 3).astype(np.uint8)
    assert np.allclose(normalized_ink(black), normalized_ink(faint), atol=0.02)


def test_empty_sheet_has_no_ink() -> None:
    assert not normalized_ink(np.full((20, 30), 255, dtype=np.uint8)).any()


@pytest.mark.parametrize("gap", [0, 4, 10])
def test_rooms_stay_apart_although_their_wall_is_open(gap: int) -> None:
    cells = map_cells(normalized_ink(rooms(gap)))
    left = set(np.unique(cells.labels[20:76, 20:70]))
    right = set(np.unique(cells.labels[20:76, 90:140]))
    assert not left & right


def test_every_pixel_has_a_cell() -> None:
    cells = map_cells(normalized_ink(rooms(4)))
    assert cells.labels.min() == 0
    assert np.array_equal(np.unique(cells.labels), np.arange(cells.count))


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (500, 1), (2, 2), (3, 40)])
def test_tiny_pictures_have_cells_too(shape: tuple[int, int]) -> None:
    cells = map_cells(normalized_ink(np.full(shape, 255, dtype=np.uint8)))
    assert cells.labels.shape == shape
    solid = map_cells(normalized_ink(np.zeros(shape, dtype=np.uint8)))
    assert solid.labels.shape == shape


def test_bottleneck_between_rooms_is_their_wall_and_an_open_one_is_free() -> None:
    def barrier(gap: int) -> float:
        cells = map_cells(normalized_ink(rooms(gap)))
        source = np.array([cells.labels[48, 40]], dtype=np.int32)
        return float(cells.barrier(source)[0, cells.labels[48, 120]])

    assert barrier(0) > 0.9
    assert barrier(30) < 0.1


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1))
def test_bottlenecks_equal_the_minimax_of_all_paths(seed: int) -> None:
    line = np.full((40, 48), 255, dtype=np.uint8)
    rng = np.random.default_rng(seed)
    for _ in range(4):
        ends = rng.integers(0, 40, 4).tolist()
        cv2.line(line, tuple(ends[:2]), tuple(ends[2:]), int(rng.integers(0, 120)), 1)
    cells = map_cells(normalized_ink(line))
    weights = cells.links.toarray()
    minimax = np.where(weights > 0, weights, np.inf)
    np.fill_diagonal(minimax, 0)
    for middle in range(cells.count):
        through = np.maximum(minimax[:, middle, None], minimax[None, middle])
        minimax = np.minimum(minimax, through)
    sources = np.arange(cells.count, dtype=np.int32)
    expected = np.where(minimax > 0, np.maximum(minimax - 0.02, 0), 0)
    assert np.allclose(_bottlenecks(cells.tree, cells.count, sources), expected, atol=1e-5)
    assert np.allclose(cells.barrier(sources[::2]), expected[::2], atol=1e-5)


def test_basins_reach_every_pixel_and_keep_their_marks() -> None:
    owner = np.zeros((96, 160), dtype=np.int32)
    owner[48, 40], owner[48, 120] = 1, 2
    basins = watershed_basins(normalized_ink(rooms()), owner)
    assert (basins[20:76, 20:70] == 1).all()
    assert (basins[20:76, 90:140] == 2).all()
    assert not watershed_basins(normalized_ink(rooms()), np.zeros_like(owner)).any()


def test_cell_with_two_hints_is_cut_between_them() -> None:
    hints = HintSet((PointHint(20, 48, RED, 2), PointHint(60, 48, BLUE, 2)))
    cells = map_cells(normalized_ink(rooms()))
    inputs = encode_cells(cells, hints)
    labels = inputs.pieces.labels
    assert labels[48, 20] != labels[48, 60]
    inside = inputs.pieces.relations[..., -1]
    assert inside[labels[48, 20]].tolist() == [1, 0]
    assert inside[labels[48, 60]].tolist() == [0, 1]


def test_relations_prefer_the_hint_in_the_same_room() -> None:
    hints = HintSet((PointHint(20, 48, RED, 2), PointHint(140, 48, BLUE, 2)))
    inputs = encode_cells(map_cells(normalized_ink(rooms())), hints)
    relations = inputs.pieces.relations
    assert relations.shape[1:] == (2, RELATION_COUNT)
    piece = inputs.pieces.labels[48, 70]
    same, other = relations[piece]
    assert same[0] == 1
    assert other[0] == 0
    assert same[5] < 0.1
    assert other[5] > 0.9
    assert same[8] < other[8]


def test_a_long_stroke_leaves_a_sample_in_each_room_it_crosses() -> None:
    cells = map_cells(normalized_ink(rooms()))
    owner = np.zeros((96, 160), dtype=np.int32)
    owner[46:50, 30:130] = 1
    placement = place_hints(cells, owner, np.array([2.0], dtype=np.float32))
    touched = {int(cell) for cell in placement.cell}
    assert {int(cells.labels[48, 40]), int(cells.labels[48, 120])} <= touched
    assert (placement.source == 0).all()


def test_encoding_without_hints_has_no_tokens() -> None:
    inputs = encode_cells(map_cells(normalized_ink(rooms())), HintSet())
    assert inputs.tokens.shape[0] == 0
    assert inputs.pieces.relations.shape[1] == 0


def test_cells_are_deterministic() -> None:
    first, second = (map_cells(normalized_ink(rooms(6))) for _ in range(2))
    assert np.array_equal(first.labels, second.labels)


def test_hint_owners_and_cells_have_the_pictures_size() -> None:
    owner = hint_owners(HintSet((PointHint(1, 1, RED),)), Size(96, 160))
    assert owner.shape == map_cells(normalized_ink(rooms())).labels.shape


def test_dab_in_a_contested_cell_binds_only_its_surroundings() -> None:
    hints = HintSet((PointHint(20, 48, RED, 2), PointHint(60, 48, BLUE, 2)))
    inputs = encode_cells(map_cells(normalized_ink(rooms())), hints)
    labels, inside = inputs.pieces.labels, inputs.pieces.relations[..., -1]
    own, beyond = labels[48, 20], labels[70, 20]
    assert own != beyond
    assert inside[own, 0] == 1
    assert not inside[beyond].any()
    assert inputs.pieces.relations[beyond, 0, 0] == 1


def test_lone_dab_binds_its_whole_cell() -> None:
    inputs = encode_cells(map_cells(normalized_ink(rooms())), HintSet((PointHint(20, 48, RED),)))
    labels = inputs.pieces.labels
    assert labels[48, 20] == labels[70, 20]


def test_generator_sees_some_of_very_many_hints() -> None:
    rng = np.random.default_rng(7)
    spots = rng.uniform((0, 0), (160, 96), (5000, 2)).tolist()
    dabs = [PointHint(x, y, RED if x < 80 else BLUE, 0.5) for x, y in spots[:-1]]
    hints = HintSet((*dabs, PointHint(30, 30, BLUE, 0.5)))
    cells = map_cells(normalized_ink(rooms()))
    inputs = encode_cells(cells, hints)
    assert len(inputs.tokens) == 256
    assert len(inputs.pieces.parent) < 600
    told = [hints.hints[source].color for source in inputs.sources]
    assert {RED, BLUE} == set(told)
    for token, color in zip(inputs.tokens, told, strict=True):
        assert np.round(token[3:6] * 255).tolist() == list(color)
    # The only one of its colour in its cell comes before a second of any other.
    assert 4999 in inputs.sources


def test_few_hints_are_all_seen() -> None:
    spots = np.random.default_rng(7).uniform((0, 0), (160, 96), (100, 2)).tolist()
    hints = HintSet(tuple(PointHint(x, y, RED, 0.5) for x, y in spots))
    cells = map_cells(normalized_ink(rooms()))
    owner = hint_owners(hints, Size(96, 160))
    assert leading_hints(cells, owner, np.full(100, 0xC82828, np.int32)) is owner
    assert set(encode_cells(cells, hints).sources) == set(np.unique(owner[owner > 0]) - 1)


def test_what_overruns_a_line_takes_no_place_of_a_hint_that_is_meant() -> None:
    cells = map_cells(normalized_ink(rooms()))
    left, right = int(cells.labels[48, 40]), int(cells.labels[48, 120])
    owner = np.zeros((96, 160), dtype=np.int32)
    owner[20:60, 20:60] = 1
    owner[70:80, 60:84] = 2
    owner[30:34, 120:124] = 3
    fewer = leading_hints(cells, owner, np.full(3, 0xC82828, np.int32), most=2)
    assert set(np.unique(fewer[cells.labels == left])) == {0, 1}
    assert set(np.unique(fewer[cells.labels == right])) == {0, 3}


@pytest.mark.parametrize("bound", [40, 5000])
def test_numbers_are_those_that_sorting_gives(bound):
    key = np.random.default_rng(3).integers(0, 40, (20, 30))
    keys, which, counts = pieces._numbered(key, bound)
    expected, places, sizes = np.unique(key, return_inverse=True, return_counts=True)
    assert np.array_equal(keys, expected)
    assert np.array_equal(which, places.reshape(key.shape))
    assert np.array_equal(counts, sizes)
