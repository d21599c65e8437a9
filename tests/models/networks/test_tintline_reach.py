"""How far hints reach in our own network: the first ones stay with what they lie in."""

import pytest
import torch

from models.cells.pieces import FACT_COUNT, RELATION_COUNT
from models.encoding import TOKEN_WIDTH
from models.hints.parts import PART_COUNT, Part
from models.networks.tintline.reach import (
    FEW,
    IN_PIECE,
    SURE,
    Reach,
    joined,
    kept_within,
    pairs_seen,
    statement_count,
)

PIECES = (Part.HAIR, Part.HAIR, Part.SKIN, Part.BACKGROUND, Part.BACKGROUND)
LOCK, FACE = 1, 2
BLUE, RED, WHITE = (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (1.0, 1.0, 1.0)
EMBEDDING = 4


def shares_of(*parts: Part, sure: float = 0.9) -> torch.Tensor:
    """Pieces that are quite surely of these parts."""
    shares = torch.full((1, len(parts), PART_COUNT), (1 - sure) / (PART_COUNT - 1))
    shares[0, torch.arange(len(parts)), torch.tensor(parts)] = sure
    return shares


def tokens_of(*colors: tuple[float, float, float]) -> torch.Tensor:
    tokens = torch.ones(1, len(colors), TOKEN_WIDTH)
    tokens[0, :, 3:6] = torch.tensor(colors)
    return tokens


def relations_of(places: list[int], pieces: int) -> torch.Tensor:
    relations = torch.zeros(1, pieces, len(places), RELATION_COUNT)
    relations[0, places, torch.arange(len(places)), IN_PIECE] = 1
    return relations


def reached(
    places: list[int], tokens: torch.Tensor, *alike: tuple[int, int], sure: float = 0.7
) -> list[list[int]]:
    """The pieces that each hint reaches; `alike` are the pairs of piece and hint that are one.

    Parts are as sure as `sure`; where that is little, they make no two pieces one.
    """
    odds = torch.full((1, len(PIECES), len(places)), -5.0)
    for piece, hint in alike:
        odds[0, piece, hint] = 5
    logits = torch.zeros(1, len(PIECES), len(places) + PART_COUNT)
    relations = relations_of(places, len(PIECES))
    kept = kept_within(logits, odds, relations, shares_of(*PIECES, sure=sure), tokens)
    assert not kept[..., len(places) :].any()
    return [torch.nonzero(column == 0).flatten().tolist() for column in kept[0, :, : len(places)].T]


def test_hint_has_what_is_of_one_thing_with_its_own_piece_and_no_other() -> None:
    assert reached([0], tokens_of(BLUE), (LOCK, 0)) == [[0, LOCK]]
    assert reached([0], tokens_of(BLUE)) == [[0]]
    both = reached([0, FACE], tokens_of(BLUE, RED), (LOCK, 0))
    assert both == [[0, LOCK], [FACE]]


def test_hair_is_one_thing_wherever_it_lies_and_grounds_are_not() -> None:
    sky, lawn = 3, 4
    assert reached([0, sky], tokens_of(BLUE, RED), sure=0.95) == [[0, LOCK], [sky]]
    assert lawn not in reached([sky], tokens_of(BLUE), sure=0.95)[0]


def test_what_one_dab_of_a_color_reaches_all_of_it_reach() -> None:
    assert reached([0, FACE], tokens_of(BLUE, BLUE), (LOCK, 0)) == [[0, LOCK, FACE]] * 2


def test_what_many_hints_say_is_left_to_what_was_learned() -> None:
    colors = [(index / 10, 0.0, 0.0) for index in range(FEW + 1)]
    assert reached([0] * len(colors), tokens_of(*colors)) == [[0, 1, 2, 3, 4]] * len(colors)


def test_many_hints_of_one_color_in_one_part_say_one_thing() -> None:
    found = reached([0, LOCK] * FEW, tokens_of(*[BLUE] * 2 * FEW), (LOCK, 0))
    assert found == [[0, LOCK]] * 2 * FEW


def test_a_color_counts_once_a_part_and_an_absent_hint_never() -> None:
    tokens = tokens_of(BLUE, RED, BLUE, BLUE, WHITE)
    tokens[0, 4, -1] = 0
    parts = torch.tensor([[1, 1, 1, 3, 1]])
    assert statement_count(tokens, parts).tolist() == [3]
    assert statement_count(torch.zeros(1, 1, TOKEN_WIDTH), parts[:, :1]).tolist() == [0]


def test_doubts_of_one_color_add_up() -> None:
    odds = torch.tensor([[[SURE - 0.5, SURE - 0.5, -9.0]]])
    found = joined(odds, torch.zeros(1, 1, 3, RELATION_COUNT), tokens_of(BLUE, BLUE, RED))[0, 0]
    assert found[0] == pytest.approx(found[1])
    assert found[0] > SURE > odds[0, 0, 0]
    assert found[2] == pytest.approx(-9, abs=0.01)


def test_reach_sees_parts_places_and_embeddings_of_both() -> None:
    generator = torch.Generator().manual_seed(1)
    logs = torch.log(torch.cat([shares_of(*PIECES)] * 2, dim=2))
    facts = torch.rand(1, len(PIECES), FACT_COUNT, generator=generator)
    embedding = torch.randn(1, len(PIECES), EMBEDDING, generator=generator)
    pooled = torch.cat([embedding, logs], dim=2)
    relations = relations_of([0, FACE], len(PIECES))
    seen = pairs_seen(pooled, facts, relations)
    assert seen.shape == (1, len(PIECES), 2, Reach.SEEN)
    # Of one part and one embedding with itself, of another with the face.
    names_alike, embedding_alike = seen[0, :, 0, 7], seen[0, :, 0, 9]
    assert names_alike[LOCK] == pytest.approx(float(names_alike[0]))
    assert names_alike[FACE] < 0.1
    assert names_alike[LOCK] > 0.8
    assert embedding_alike.argmax() == 0
    assert embedding_alike[0] == pytest.approx(1)
    assert Reach()(pooled, facts, relations).shape == (1, len(PIECES), 2)
