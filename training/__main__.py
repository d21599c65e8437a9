"""`tintline-train`: make pictures, train, measure and export generators."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.bundled import find_recipe
from training.durations import parse_duration

if TYPE_CHECKING:
    from training.export.graphs import Precision

COMMANDS = {
    "synth": "draw characters of our own, with line art, flats, shade, regions and tags",
    "prepare": "filter and pack a folder of illustrations with tags into shards",
    "fit": "train a generator from a recipe",
    "evaluate": "measure generators on validation pictures, beside baselines",
    "validate": "measure what the user gets: held-out drawings at native size",
    "hint-auc": "measure what more hints give, in the Hint-AUC protocol, from file to file",
    "export": "write a training's newest checkpoint as a generator",
    "overfit": "check that recipes can learn 16 pictures by heart",
    "study": "train and tabulate a folder of recipes: the papers' ablations",
    "networks": "list every network with its parameter count",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns its exit status: 0 done, 1 failed, 2 wrong usage."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if not arguments or arguments[0] in ("-h", "--help"):
        print("usage: tintline-train COMMAND [...]\n")
        print("\n".join(f"  {name:<10} {text}" for name, text in COMMANDS.items()))
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    if name not in COMMANDS:
        print(
            f"tintline-train: unknown command {name!r}; known: {', '.join(COMMANDS)}",
            file=sys.stderr,
        )
        return 2
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    logging.getLogger("training").setLevel(logging.INFO)
    return _command(name)(rest)


def _command(name: str) -> Callable[[Sequence[str]], int]:
    # Each command imports its own libraries: `networks` needs no data, `synth` no torch.
    if name == "evaluate":
        from training.evaluation.evaluate import main as evaluate  # noqa: PLC0415

        return evaluate
    if name == "validate":
        from training.evaluation.validate import main as validate  # noqa: PLC0415

        return validate
    if name == "hint-auc":
        from training.evaluation.hint_auc import main as hint_auc  # noqa: PLC0415

        return hint_auc
    if name == "networks":
        from training.networks_listing import main as networks  # noqa: PLC0415

        return networks
    if name == "synth":
        from training.data.characters.command import main as synth  # noqa: PLC0415

        return synth
    if name == "study":
        from training.run.study import main as study  # noqa: PLC0415

        return study
    if name == "overfit":
        from training.run.overfit import main as overfit  # noqa: PLC0415

        return overfit
    if name == "prepare":
        from training.data.prepare.command import main as prepare  # noqa: PLC0415

        return prepare
    return fit_command if name == "fit" else export_command


def fit_command(arguments: Sequence[str]) -> int:
    """`tintline-train fit RECIPE`."""
    parser = argparse.ArgumentParser(prog="tintline-train fit")
    parser.add_argument("recipe", help="a TOML file, or the name of a bundled recipe")
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the sources")
    parser.add_argument(
        "--run", type=Path, help="checkpoints and metrics; goes on from there (runs/RECIPE)"
    )
    parser.add_argument("--cache", type=Path, help="keep composed pictures here between runs")
    parser.add_argument(
        "--time-limit",
        type=parse_duration,
        default=0.0,
        help="end by then, with a checkpoint and an export: 90s, 25m, 2h",
    )
    parser.add_argument(
        "--warm-start",
        type=Path,
        help="begin from a generator's folder, a weights file or a checkpoint",
    )
    parser.add_argument("--accelerator", default="auto", choices=["auto", "cpu", "cuda"])
    parser.add_argument(
        "--devices", type=int, default=1, help="processors or cards of this machine (1)"
    )
    parser.add_argument("--nodes", type=int, default=1, help="machines (1); torchrun tells both")
    parser.add_argument("--export", type=Path, help="where to write the result (RUN/export)")
    options = parser.parse_args(arguments)

    from models.networks.features import MissingWeightsError  # noqa: PLC0415
    from training.recipe import RecipeError, read_recipe  # noqa: PLC0415
    from training.run.loop import FitPlan, NotFiniteError, fit  # noqa: PLC0415

    try:
        recipe = read_recipe(find_recipe(options.recipe))
        plan = FitPlan(
            recipe=recipe,
            data=options.data,
            run=options.run or Path("runs") / recipe.name,
            cache=options.cache,
            time_limit_s=options.time_limit,
            warm_start=options.warm_start,
            accelerator=options.accelerator,
            devices=options.devices,
            nodes=options.nodes,
        )
        fit(plan)
    except (RecipeError, NotFiniteError, MissingWeightsError, ValueError, OSError) as error:
        print(f"tintline-train fit: {error}", file=sys.stderr)
        return 1
    if int(os.environ.get("RANK", os.environ.get("LOCAL_RANK", "0"))):
        return 0  # of several processes, one writes
    folder = options.export or plan.run / "export" / recipe.name
    return _export(options.recipe, plan.run, folder, precision="fp16")


def export_command(arguments: Sequence[str]) -> int:
    """`tintline-train export RECIPE --run RUN -o FOLDER`."""
    parser = argparse.ArgumentParser(prog="tintline-train export")
    parser.add_argument("recipe")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--precision", default="fp16", choices=["fp32", "fp16"])
    options = parser.parse_args(arguments)
    return _export(options.recipe, options.run, options.output, precision=options.precision)


def _export(recipe_name: str, run: Path, folder: Path, *, precision: "Precision") -> int:
    from training.export.graphs import ExportError  # noqa: PLC0415
    from training.export.run import export_run  # noqa: PLC0415
    from training.recipe import RecipeError, read_recipe  # noqa: PLC0415

    try:
        recipe = read_recipe(find_recipe(recipe_name))
        written = export_run(recipe, run=run, folder=folder, precision=precision)
    except (RecipeError, ExportError, ValueError, OSError) as error:
        print(f"tintline-train export: {error}", file=sys.stderr)
        return 1
    print(f"{folder}: {written}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
