"""How far hints reach in our own network: the first ones stay in their parts."""

import torch

from models.cells.pieces import RELATION_COUNT
from models.encoding import TOKEN_WIDTH
from models.hints.parts import PART_COUNT, Part
from models.networks.tintline.reach import (
    BARRIER,
    FEW,
    IN_PIECE,
    kept_to_parts,
    statement_count,
)

PIECES = (Part.HAIR, Part.HAIR, Part.SKIN, Part.BACKGROUND, Part.BACKGROUND)
LOCK, FACE, PAPER, FAR_PAPER = 1, 2, 3, 4


def shares_of(*parts: Part, sure: float = 0.9) -> torch.Tensor:
    """Pieces that are quite surely of these parts."""
    shares = torch.full((1, len(parts), PART_COUNT), (1 - sure) / (PART_COUNT - 1))
    shares[0, torch.arange(len(parts)), torch.tensor(parts)] = sure
    return shares


def tokens_of(*colors: tuple[float, float, float]) -> torch.Tensor:
    tokens = torch.ones(1, len(colors), TOKEN_WIDTH)
    tokens[0, :, 3:6] = torch.tensor(colors)
    return tokens


def reached(
    places: list[int], tokens: torch.Tensor, shares: torch.Tensor, behind: tuple[int, ...] = ()
) -> list[list[int]]:
    """The pieces that each hint reaches; a line lies before those `behind`."""
    relations = torch.zeros(1, shares.shape[1], len(places), RELATION_COUNT)
    relations[0, places, torch.arange(len(places)), IN_PIECE] = 1
    for piece in behind:
        relations[0, piece, :, BARRIER] = 1
    logits = torch.zeros(1, shares.shape[1], len(places) + PART_COUNT)
    kept = kept_to_parts(logits, shares, relations, tokens)
    assert not kept[..., len(places) :].any()
    return [torch.nonzero(column == 0).flatten().tolist() for column in kept[0, :, : len(places)].T]


BLUE, RED, WHITE = (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def test_hint_reaches_all_pieces_of_its_part_and_no_other() -> None:
    assert reached([0], tokens_of(BLUE), shares_of(*PIECES)) == [[0, LOCK]]
    assert reached([0], tokens_of(BLUE), shares_of(*PIECES), behind=(LOCK,)) == [[0, LOCK]]


def test_each_of_few_hints_stays_in_its_own_part() -> None:
    found = reached([0, FACE], tokens_of(BLUE, RED), shares_of(*PIECES))
    assert found == [[0, LOCK], [FACE]]


def test_ground_behind_a_line_takes_no_hint() -> None:
    found = reached([PAPER], tokens_of(RED), shares_of(*PIECES), behind=(FAR_PAPER,))
    assert found == [[PAPER]]
    assert reached([PAPER], tokens_of(RED), shares_of(*PIECES)) == [[PAPER, FAR_PAPER]]


def test_hint_has_its_own_piece_whatever_that_is() -> None:
    unsure = torch.full((1, 5, PART_COUNT), 1 / PART_COUNT)
    assert reached([LOCK], tokens_of(BLUE), unsure) == [[LOCK]]


def test_what_many_hints_say_is_left_to_what_was_learned() -> None:
    colors = [(index / 10, 0.0, 0.0) for index in range(FEW + 1)]
    found = reached([0] * len(colors), tokens_of(*colors), shares_of(*PIECES))
    assert found == [[0, 1, 2, 3, 4]] * len(colors)


def test_many_hints_of_one_color_in_one_part_say_one_thing() -> None:
    found = reached([0, LOCK] * FEW, tokens_of(*[BLUE] * 2 * FEW), shares_of(*PIECES))
    assert found == [[0, LOCK]] * 2 * FEW


def test_a_color_counts_once_a_part_and_an_absent_hint_never() -> None:
    tokens = tokens_of(BLUE, RED, BLUE, BLUE, WHITE)
    tokens[0, 4, -1] = 0
    parts = torch.tensor([[1, 1, 1, 3, 1]])
    assert statement_count(tokens, parts).tolist() == [3]
    assert statement_count(torch.zeros(1, 1, TOKEN_WIDTH), parts[:, :1]).tolist() == [0]
