"""``tintline-train networks``: every registered network and form."""

import argparse
import json
from dataclasses import asdict

from models.networks.generator import Generator, count_parameters
from models.networks.registry import NETWORKS, NetworkForm


def list_networks() -> list[dict[str, object]]:
    """One record for each form: names, role, counts, inputs, outputs, size rule.

    ``parameters`` counts as the papers do. ``fixed_parameters`` more belong to a network within,
    trained beforehand (features of line or hints), and ``painting_parameters`` counts what a
    generator's two graphs hold; it is null for networks that do not paint.
    """
    return [_describe(form) for form in NETWORKS.values()]


def _describe(form: NetworkForm) -> dict[str, object]:
    module = form.build_on_meta()
    total = trained = count_parameters(module)
    painting = None
    if isinstance(module, Generator):
        trained, painting = module.trained_parameters, module.inference_parameters
    return {
        "name": form.name,
        "network": form.network,
        "form": form.form,
        "role": form.role,
        "summary": form.summary,
        "parameters": trained,
        "fixed_parameters": total - trained,
        "painting_parameters": painting,
        "inputs": list(form.inputs),
        "outputs": list(module.paint_outputs) if isinstance(module, Generator) else [],
        "size_rule": {**asdict(form.size_rule), "text": form.size_rule.describe()},
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print the listing; with ``--json`` as JSON. Returns the exit status."""
    records = list_networks()
    if options.json:
        print(json.dumps(records, indent=1, ensure_ascii=False))
        return 0
    for record in records:
        inputs, rule = record["inputs"], record["size_rule"]
        assert isinstance(inputs, list)
        assert isinstance(rule, dict)
        print(
            f"{record['name']!s:26} {record['parameters']:>13,}  {', '.join(inputs):24} "
            f"{rule['text']}; {record['summary']}"
        )
    return 0
