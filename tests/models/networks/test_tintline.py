"""How our own network tells parts at any size, and what garments lend each other."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch.nn import functional

import resources
from models.cells.pieces import mean_by_piece
from models.hints.parts import PART_COUNT, Part
from models.hints.tags import load_vocabulary
from models.networks.tintline.chooser import Chooser
from models.networks.tintline.encoder import LineEncoder, TintlineConfig
from models.networks.tintline.network import PartColors, TagTable, Tintline
from models.networks.tintline.parts import (
    SMALL_PARTS,
    beyond_lines,
    coarse_map,
    resample,
    told_parts,
)

VOCABULARY = load_vocabulary(resources.TAGS)
SMALL = TintlineConfig(
    widths=(8, 8, 16, 16), blocks=(0, 1, 1, 2), finest=8, embedding=8, tokens=16, rounds=1, detail=8
)


@pytest.mark.parametrize("size", [(24, 40), (96, 32), (7, 90)])
def test_resampling_is_an_antialiased_bilinear_resize(size: tuple[int, int]) -> None:
    planes = torch.rand(2, 3, 48, 64, generator=torch.Generator().manual_seed(0))
    expected = functional.interpolate(planes, size=size, mode="bilinear", antialias=True)
    assert torch.allclose(resample(planes, *size), expected, atol=1e-5)


def test_coarse_map_is_the_same_for_a_mirrored_drawing() -> None:
    torch.manual_seed(0)
    encoder = LineEncoder(SMALL).eval()
    line = (torch.rand(1, 1, 64, 96) > 0.9).float()
    with torch.no_grad():
        plain, mirrored = coarse_map(encoder, line, 48), coarse_map(encoder, line.flip(3), 48)
    assert plain.shape == (1, SMALL.finest, 32, 48)
    assert torch.allclose(plain, mirrored.flip(3), atol=1e-4)


def test_place_beyond_all_lines_is_paper() -> None:
    line = torch.zeros(1, 1, 32, 48)
    line[..., 8:24, 10:13] = 1
    line[..., 8:10, 10:30] = 1
    bonus = beyond_lines(line)
    assert bonus.shape == (1, len(Part), 16, 24)
    assert not bonus[:, 1:].any()
    inside = torch.zeros(16, 24, dtype=torch.bool)
    inside[4:12, 5:15] = True
    assert torch.equal(bonus[0, Part.BACKGROUND] == 0, inside)


def test_empty_sheet_is_left_to_the_reader() -> None:
    assert not beyond_lines(torch.zeros(1, 1, 32, 32)).any()


def colors_of(*names: str) -> torch.Tensor:
    tags = torch.tensor([[float(name in names) for name in VOCABULARY.names]])
    found: torch.Tensor = PartColors(TagTable.from_vocabulary(VOCABULARY))(tags)[0]
    return found


def color(name: str) -> torch.Tensor:
    return torch.tensor(VOCABULARY.by_name[name].color) / 255


def test_dress_lends_its_color_to_untagged_top_and_bottom() -> None:
    table = colors_of("red_dress")
    for part in (Part.TOP, Part.BOTTOM, Part.DRESS):
        assert torch.allclose(table[part, :3], color("red_dress"))
        assert table[part, 3] == 1


def test_garments_with_tags_of_their_own_borrow_nothing() -> None:
    table = colors_of("red_dress", "blue_shirt", "green_skirt")
    assert torch.allclose(table[Part.TOP, :3], color("blue_shirt"))
    assert torch.allclose(table[Part.BOTTOM, :3], color("green_skirt"))


def test_untagged_dress_borrows_from_the_top_first() -> None:
    table = colors_of("blue_shirt", "green_skirt")
    assert torch.allclose(table[Part.DRESS, :3], color("blue_shirt"))


def test_hair_tag_changes_no_other_part() -> None:
    changed = (colors_of("pink_hair") != colors_of("green_hair")).any(dim=1)
    assert changed.nonzero().flatten().tolist() == [int(Part.HAIR)]


def test_weights_of_before_take_the_colors_of_now() -> None:
    now = TagTable.from_vocabulary(VOCABULARY)
    before = replace(now, defaults=((1, 2, 3),) * len(Part))
    loaded = PartColors(now)
    loaded.load_state_dict(PartColors(before).state_dict())
    assert torch.equal(loaded.defaults, PartColors(now).defaults)


def test_pieces_have_the_means_that_training_gives_them() -> None:
    """The application sums over pieces outside the graph."""
    random = np.random.default_rng(4)
    height, width, count = 12, 20, 9
    labels = random.integers(0, count - 1, (2, height, width))  # the last piece has no pixel
    planes = torch.from_numpy(random.normal(size=(1, 5, height, width)).astype(np.float32))
    expected = Chooser(SMALL).pool(planes, torch.from_numpy(labels)[None], count)[0]
    rows = planes.flatten(2).transpose(1, 2)[0].numpy()
    found = mean_by_piece(rows, labels, count)
    assert found.shape == (count, 5)
    assert not found[-1].any()
    torch.testing.assert_close(torch.from_numpy(found), expected, atol=1e-6, rtol=1e-5)


def test_flats_come_from_pieces_and_where_these_take_a_part_from_places() -> None:
    """Laid out by hand: a hint's colour on one piece, the place's part on the other."""
    network = Tintline(SMALL)
    cells = torch.tensor([[0, 0, 1, 1], [0, 1, 1, 1]]).view(1, 1, 2, 4)
    colors = torch.rand(1, 2 + PART_COUNT, 3)
    choice = torch.tensor([[1, 2 + 4]])  # the second hint; whatever part the place has
    places = torch.zeros(1, 2, PART_COUNT)
    places[0, 0, 3] = places[0, 1, 7] = 9
    flat = network._flat(
        choice, colors, cells=cells, places=places, piece_parts=torch.zeros(1, 2, PART_COUNT)
    )[0].permute(1, 2, 0)
    hint, left, right = colors[0, 1], colors[0, 2 + 3], colors[0, 2 + 7]
    expected = [[hint, hint, right, right], [hint, left, right, right]]
    assert torch.equal(flat, torch.stack([torch.stack(row) for row in expected]))


def test_small_parts_are_the_readers_and_surfaces_both_judges() -> None:
    seen, read = torch.randn(2, 15, 3, 4) * 3, torch.randn(2, 15, 3, 4) * 3
    told, of_reader = torch.exp(told_parts(seen, read)), torch.softmax(read, dim=1)
    small = list(SMALL_PARTS)
    surfaces = [part for part in range(15) if part not in SMALL_PARTS]
    assert torch.allclose(told[:, small], of_reader[:, small], atol=1e-5)
    assert torch.allclose(told.sum(dim=1), torch.ones(2, 3, 4), atol=1e-5)
    both = torch.softmax((torch.log_softmax(seen, 1) + torch.log_softmax(read, 1)) / 2, dim=1)
    shares = both[:, surfaces] / both[:, surfaces].sum(dim=1, keepdim=True)
    found = told[:, surfaces] / told[:, surfaces].sum(dim=1, keepdim=True)
    assert torch.allclose(found, shares, atol=1e-5)
