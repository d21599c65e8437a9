"""Maps of tags' colours are wanted where the tags' parts are, and nowhere else."""

import torch

import resources
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from models.networks.tag2pix.network import Tag2PixPainting
from training.methods.carried_colors import COLORS
from training.methods.tag2pix.maps import TagMaps
from training.methods.tag2pix.start import FINE_SLOT, SLOTS

VOCABULARY = load_vocabulary(resources.TAGS)
HAIR = next(slot for slot, parts in enumerate(SLOTS) if Part.HAIR in parts)


def tags_of(*names: str) -> torch.Tensor:
    tags = torch.zeros(1, len(VOCABULARY.names))
    for name in names:
        tags[0, VOCABULARY.names.index(name)] = 1
    return tags


def hair_above() -> torch.Tensor:
    parts = torch.zeros(1, 16, 16, dtype=torch.uint8)
    parts[:, :8] = int(Part.HAIR)
    parts[:, 8:] = int(Part.TOP)
    return parts


def painting(maps: torch.Tensor, *, eyes: bool = True) -> Tag2PixPainting:
    """Carried maps whose sum and eyes the third stage has at twice the resolution."""
    slots = maps[:, : COLORS * len(SLOTS)].unflatten(1, (len(SLOTS), COLORS))
    fine = torch.cat([slots.sum(dim=1), slots[:, FINE_SLOT] * eyes], dim=1)
    fine = fine.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
    return Tag2PixPainting(torch.zeros(1, 3, 16, 16), None, maps, fine)


def exact_maps(name: str) -> torch.Tensor:
    maps = torch.zeros(1, COLORS * len(SLOTS) + 2, 4, 4)
    color = torch.tensor(VOCABULARY.by_name[name].color) / 127.5 - 1
    pairs = torch.stack([color, -color], dim=1).clamp(min=0).flatten()
    maps[0, COLORS * HAIR : COLORS * (HAIR + 1), :2] = pairs[:, None, None]
    return maps


def test_colors_in_their_parts_are_no_error():
    error = TagMaps(VOCABULARY).error(
        painting(exact_maps("blue_hair")), tags_of("blue_hair"), hair_above()
    )
    assert error == 0


def test_another_tags_color_and_a_color_all_over_are_errors():
    maps, measure = exact_maps("blue_hair"), TagMaps(VOCABULARY)
    assert measure.error(painting(maps), tags_of("red_hair"), hair_above()) > 0.02
    everywhere = maps[:, :, :1].expand(-1, -1, 4, -1)
    assert measure.error(painting(everywhere), tags_of("blue_hair"), hair_above()) > 0.02


def test_slots_without_a_tag_are_free():
    noise = torch.rand(1, COLORS * len(SLOTS), 4, 4)
    assert TagMaps(VOCABULARY).error(painting(noise), tags_of(), hair_above()) == 0


def test_a_small_part_is_worth_its_error():
    """Left out wholly, eyes of one place in 64 weigh many times their area."""
    parts = torch.zeros(1, 32, 32, dtype=torch.uint8)
    parts[:, :4, :4] = int(Part.EYES)
    nothing = torch.zeros(1, COLORS * len(SLOTS), 8, 8)
    small = TagMaps(VOCABULARY).error(painting(nothing), tags_of("blue_eyes"), parts)
    parts[:] = int(Part.EYES)
    large = TagMaps(VOCABULARY).error(painting(nothing), tags_of("blue_eyes"), parts)
    assert small > 4 * large / 64


def test_a_jacket_hides_the_shirt_below():
    parts = torch.full((1, 16, 16), int(Part.TOP), dtype=torch.uint8)
    top = next(slot for slot, shown in enumerate(SLOTS) if Part.TOP in shown)
    maps = torch.zeros(1, COLORS * len(SLOTS), 4, 4)
    color = torch.tensor(VOCABULARY.by_name["red_jacket"].color) / 127.5 - 1
    pairs = torch.stack([color, -color], dim=1).clamp(min=0).flatten()
    maps[0, COLORS * top : COLORS * (top + 1)] = pairs[:, None, None]
    assert (
        TagMaps(VOCABULARY).error(painting(maps), tags_of("red_jacket", "white_shirt"), parts)
        < 0.02
    )


def test_eyes_are_wanted_at_twice_the_resolution():
    parts = torch.zeros(1, 32, 32, dtype=torch.uint8)
    parts[:, 8:12, 8:12] = int(Part.EYES)
    color = torch.tensor(VOCABULARY.by_name["blue_eyes"].color) / 127.5 - 1
    pairs = torch.stack([color, -color], dim=1).clamp(min=0).flatten()
    maps = torch.zeros(1, COLORS * len(SLOTS), 8, 8)
    maps[0, COLORS * FINE_SLOT : COLORS * (FINE_SLOT + 1), 2, 2] = pairs
    measure, tags = TagMaps(VOCABULARY), tags_of("blue_eyes")
    assert measure.error(painting(maps), tags, parts) == 0
    assert measure.error(painting(maps, eyes=False), tags, parts) > 0.01


def test_the_sum_of_all_is_wanted_too():
    exact = painting(exact_maps("blue_hair"))
    without = exact._replace(fine_maps=torch.zeros_like(exact.fine_maps))
    assert TagMaps(VOCABULARY).error(without, tags_of("blue_hair"), hair_above()) > 0.05
