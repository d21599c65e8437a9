"""What a network in one form is: how it is built, what it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal

import torch
from torch import nn

from models.geometry import SizeRule
from models.networks.arguments import arguments_of, config_from_arguments, merged
from models.networks.generator import Generator, GeneratorConfig, count_parameters

Role = Literal["generator", "discriminator", "features"]
ANY_SIZE = SizeRule(multiple_of=1, minimum=32)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkForm:
    """One network in one form.

    network    its method: tintline, tag2pix, alacgan, two_stage, csa, sgru.
    form       paper, lite, or a variant; a generator's first one is meant by the method's name.
    role       generator, discriminator, or features (fixed or auxiliary networks).
    config     the frozen configuration that ``build`` takes.
    inputs     names of what it takes, for a generator as its graphs name them.
    size_rule  which picture sizes it takes.
    summary    what sets this form apart.
    """

    network: str
    form: str
    role: Role
    config: Any
    build: Callable[[Any], nn.Module]
    inputs: tuple[str, ...]
    size_rule: SizeRule
    summary: str

    @property
    def name(self) -> str:
        """Key in models.networks.registry.NETWORKS: ``tag2pix/paper``."""
        return f"{self.network}/{self.form}"

    def configured(self, changes: Mapping[str, object]) -> Any:
        """The configuration with changes; tables change parts of parts.

        Raises ValueError naming an argument that does not exist or fit.
        """
        if not changes:
            return self.config
        if not is_dataclass(self.config):
            raise ValueError(f"{self.name} takes no arguments; got {', '.join(changes)}")
        return config_from_arguments(type(self.config), merged(arguments_of(self.config), changes))

    def build_on_meta(self) -> nn.Module:
        """The network without memory or weights, for its shapes and counts."""
        with torch.device("meta"):
            return self.build(self.config)

    def count_parameters(self) -> int:
        """Number of weights as the papers count them: without parts trained beforehand."""
        module = self.build_on_meta()
        if isinstance(module, Generator):
            return module.trained_parameters
        return count_parameters(module)


def generator_form(
    network: str,
    form: str,
    build: Callable[[Any], Generator],
    config: GeneratorConfig,
    summary: str,
) -> NetworkForm:
    """A generator's form, which its configuration describes."""
    return NetworkForm(
        network=network,
        form=form,
        role="generator",
        config=config,
        build=build,
        inputs=("line", *config.conditions),
        size_rule=config.size_rule,
        summary=summary,
    )


def square(side: int) -> SizeRule:
    """The rule of a network that takes one size alone."""
    return SizeRule(multiple_of=16, minimum=side, fixed=side, preferred=side)
