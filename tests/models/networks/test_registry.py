"""Promises of models.networks.registry and its listing: names, counts, inputs, lite presets."""

import json
from dataclasses import fields

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from models.networks.arguments import arguments_of, config_from_arguments
from models.networks.features import FeatureNetwork
from models.networks.generator import Generator, count_parameters
from models.networks.registry import (
    GENERATORS,
    NETWORKS,
    UnknownNetworkError,
    find_form,
)
from models.networks.tag2pix.network import CitConfig
from training import networks_listing
from training.__main__ import main

METHODS = [name for name in GENERATORS if name != "tintline"]
"""Those that were published; they have a laptop form."""

PUBLISHED_COUNTS = {
    "tag2pix/paper": 18_600_438,
    "tag2pix/paper-256": 15_809_398,
    "tag2pix/discriminator": 4_515_558,
    "tag2pix/cit-extractor": 26_262_754,
    "alacgan/paper": 21_936_003,
    "alacgan/critic": 10_612_033,
    "alacgan/local-features": 4_500_864,
    "two_stage/paper": 22_191_264 + 22_190_976,
    "two_stage/figure": 22_191_264 + 5_491_584,
    "two_stage/discriminator": 899_584,
    "two_stage/discriminator-blocks": 1_033_984,
    "two_stage/line-detection": 13_063_936,
    "csa/pix2pixhd": 163_569_987,
    "csa/discriminators": 8_297_283,
    "sgru/paper": 47_826_382,
    "sgru/nine": 47_827_558,
}


@pytest.fixture(scope="module")
def listing():
    return {record["name"]: record for record in networks_listing.list_networks()}


def multiply_adds(name, size):
    """Multiplications of one picture through both halves, counted without computing."""
    with torch.device("meta"):
        generator = find_form(name).build_on_meta().eval()
        for part in generator.modules():
            if isinstance(part, FeatureNetwork):
                part.origin = "shapes only"
        conditions = [
            torch.zeros(1, 4, size, size)
            if condition == "hints"
            else torch.zeros(1, generator.tag_count)
            for condition in generator.condition_names
            if condition != "draft_only"
        ]
        with torch.no_grad(), FlopCounterMode(display=False) as counter:
            features = generator.encode_line(torch.zeros(1, 1, size, size))
            generator.paint(*features, *conditions)
    return counter.get_total_flops()


@pytest.mark.parametrize(("name", "parameters"), PUBLISHED_COUNTS.items())
def test_listed_count_is_the_published_one(listing, name, parameters):
    assert listing[name]["parameters"] == parameters


@pytest.mark.parametrize("name", ["alacgan/local-features", "two_stage/paper"])
def test_a_form_counts_as_the_listing_does(listing, name):
    assert find_form(name).count_parameters() == listing[name]["parameters"]


def test_listing_describes_every_form(listing):
    assert list(listing) == list(NETWORKS)
    for record in listing.values():
        assert record["parameters"] > 0
        assert record["inputs"]
        assert record["size_rule"]["text"]
        assert record["summary"]
    painters = [record for record in listing.values() if record["role"] == "generator"]
    assert {record["network"] for record in painters} == set(GENERATORS)
    assert all("rgb" in record["outputs"] for record in painters)


def test_listing_tells_fixed_parts_and_what_painting_needs(listing):
    tag2pix = listing["tag2pix/paper"]
    assert tag2pix["fixed_parameters"] == 1_564_784
    assert tag2pix["painting_parameters"] == 18_600_438 + 1_564_784 - 388_163
    assert listing["alacgan/paper"]["fixed_parameters"] == 4_500_864
    assert listing["alacgan/critic"]["painting_parameters"] is None


@pytest.mark.parametrize(
    ("name", "inputs", "rule"),
    [
        ("tag2pix/paper", ["line", "tags"], "exactly 512×512"),
        ("tag2pix/paper-256", ["line", "tags"], "exactly 256×256"),
        ("alacgan/paper", ["line", "hints"], "multiples of 16, at least 64"),
        ("two_stage/paper", ["line", "hints", "draft_only"], "exactly 512×512"),
        ("csa/paper", ["line", "hints"], "multiples of 16, at least 64"),
        ("sgru/paper", ["line", "hints"], "multiples of 32, at least 64"),
        ("sgru/nine", ["line"], "multiples of 32, at least 64"),
    ],
)
def test_listing_tells_inputs_and_size_rule(listing, name, inputs, rule):
    assert listing[name]["inputs"] == inputs
    assert listing[name]["size_rule"]["text"] == rule


def test_listing_prints_as_json_and_as_lines(listing, monkeypatch, capsys):
    monkeypatch.setattr(networks_listing, "list_networks", lambda: list(listing.values()))
    assert main(["networks", "--json"]) == 0
    assert [record["name"] for record in json.loads(capsys.readouterr().out)] == list(NETWORKS)
    assert main(["networks"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(NETWORKS)


@pytest.mark.parametrize("method", METHODS)
def test_lite_preset_is_small_and_does_a_fifth_of_the_work(method):
    with torch.device("meta"):
        assert count_parameters(find_form(f"{method}/lite").build_on_meta()) <= 6_000_000
    size = find_form(method).size_rule.preferred
    assert multiply_adds(f"{method}/lite", size) <= 0.2 * multiply_adds(f"{method}/paper", size)


@pytest.mark.parametrize("method", METHODS)
def test_generator_is_rebuilt_from_its_arguments_in_json(method):
    form = find_form(method)
    config = find_form(f"{method}/lite").config
    arguments = json.loads(json.dumps(arguments_of(config)))
    assert config_from_arguments(type(config), arguments) == config
    with torch.device("meta"):
        generator = form.build(form.configured(arguments))
    assert isinstance(generator, Generator)
    assert generator.size_rule == config.size_rule
    assert ("hints" in generator.condition_names) is config.takes_hints
    assert ("tags" in generator.condition_names) is config.takes_tags


def test_unknown_arguments_are_named():
    with pytest.raises(ValueError, match="AlacGanConfig has no colour; it has"):
        find_form("alacgan").configured({"colour": 3})


@pytest.mark.parametrize("name", ["pix2pix", "alacgan/huge"])
def test_unknown_network_lists_those_there_are(name):
    with pytest.raises(
        UnknownNetworkError, match=f"no network '{name}'; there are tintline/standard"
    ):
        find_form(name)


def test_network_alone_means_its_first_form():
    assert find_form("csa") is NETWORKS["csa/paper"]
    assert find_form("tintline") is NETWORKS["tintline/standard"]


def test_configurations_are_frozen():
    for form in NETWORKS.values():
        if form.config.__class__ is not int:
            with pytest.raises(AttributeError):
                setattr(form.config, fields(form.config)[0].name, None)
    assert hash(CitConfig()) == hash(CitConfig())


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"width": "64"}, "width of AlacGanConfig must be int; got '64'"),
        ({"width": True}, "width of AlacGanConfig must be int; got True"),
        ({"cardinality": [32, 32, 32]}, "cardinality of AlacGanConfig must be"),
        ({"dilations": [[1], [1], [1], ["x"]]}, "dilations of AlacGanConfig must be"),
    ],
)
def test_arguments_of_another_type_are_refused(arguments, reason):
    with pytest.raises(ValueError, match=reason):
        find_form("alacgan").configured(arguments)
