"""What the commands that train can be told; nothing here is slow to import."""

import argparse
from pathlib import Path

from training.command_line import add_json, add_recipe, add_training


def add_fit(parser: argparse.ArgumentParser) -> None:
    """Options of `tintline-train fit`."""
    add_recipe(parser)
    add_training(parser, run="checkpoints and metrics; goes on from there (runs/RECIPE)")
    add = parser.add_argument
    add("--warm-start", type=Path, metavar="FROM",
        help="begin from a generator's folder, a weights file or a checkpoint")  # fmt: skip
    add("--devices", type=int, default=1, help="processors or cards of this machine (1)")
    add("--nodes", type=int, default=1, help="machines (1); torchrun tells both")
    add("--export", type=Path, help="where to write the result (RUN/export)")


def add_export(parser: argparse.ArgumentParser) -> None:
    """Options of `tintline-train export`."""
    add_recipe(parser)
    add = parser.add_argument
    add("--run", type=Path, required=True, help="folder of the training")
    add("-o", "--output", type=Path, required=True, help="folder to write into")
    add("--precision", default="fp16", choices=["fp32", "fp16"])


def add_overfit(parser: argparse.ArgumentParser) -> None:
    """Options of `tintline-train overfit`."""
    add_recipe(parser, many=True)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--side", type=int, help="side of the views instead of the recipe's")
    add_json(parser)


def add_study(parser: argparse.ArgumentParser) -> None:
    """Options of `tintline-train study`."""
    add = parser.add_argument
    add("study", help="a folder of recipes, or how the names of bundled ones begin")
    add_training(parser, run="folder of the runs (runs/STUDY)")
    add("--steps", type=int, help="of each training, instead of the recipes'")
    add("--pictures", type=int, default=64, help="held-out pictures compared")
    add("--fid-features", default="auto", help="auto, inception=FILE, or NAME=FILE")
    add_json(parser)
