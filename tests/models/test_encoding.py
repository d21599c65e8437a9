"""Promises of what a generator is given."""

import pytest

from models.encoding import paint_inputs
from models.geometry import Size, SizeRule
from models.hints.hints import HintSet, TagSelection
from models.spec import GeneratorSpec

TAGS = ("blue_hair", "red_background", "white_background")


@pytest.mark.parametrize(
    ("chosen", "takes_hints", "given"),
    [
        (("blue_hair",), False, [1, 0, 1]),
        ((), False, [0, 0, 1]),
        (("blue_hair", "red_background"), False, [1, 1, 0]),
        (("blue_hair",), True, [1, 0, 0]),
    ],
)
def test_paper_stays_white_where_tags_alone_say_nothing_of_it(chosen, takes_hints, given):
    assert tags_given(chosen, TAGS, takes_hints=takes_hints) == given


def test_generator_that_knows_no_white_paper_is_given_none():
    assert tags_given(("blue_hair",), TAGS[:2], takes_hints=False) == [1, 0]


def tags_given(chosen, names, *, takes_hints):
    spec = GeneratorSpec(
        name="painter",
        title="Painter",
        method="tag2pix",
        takes_hints=takes_hints,
        takes_tags=True,
        size_rule=SizeRule(),
        tags=names,
        features=(),
        inputs=("tags",),
        outputs=("rgb",),
        parameters=0,
        precision="fp32",
        licence="CC0-1.0",
    )
    inputs = paint_inputs(
        spec, hints=HintSet(), tags=TagSelection(chosen), size=Size(32, 32), cells=None
    )
    return inputs["tags"][0].tolist()
