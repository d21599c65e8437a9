"""`tintline-train`: make pictures, train, measure and export generators."""

import logging
import os
import sys
from collections.abc import Sequence

from training.command_line import Command, UsageError, command_tree

COMMANDS = {
    "synth": Command(
        "draw characters of our own, with line art, flats, shade, regions and tags",
        "training.data.characters.command",
    ),
    "prepare": Command(
        "filter and pack a folder of illustrations with tags into shards",
        "training.data.prepare.command",
    ),
    "fit": Command(
        "train a generator from a recipe",
        "training.run.command",
        "training.run.arguments:add_fit",
    ),
    "evaluate": Command(
        "measure generators on validation pictures, beside baselines",
        "training.evaluation.evaluate",
    ),
    "validate": Command(
        "measure what the user gets: held-out drawings at native size",
        "training.evaluation.validate",
    ),
    "reach": Command(
        "measure what one stroke changes in its own part, and what beyond it",
        "training.evaluation.parts.reach",
    ),
    "hint-auc": Command(
        "measure what more hints give, in the Hint-AUC protocol, from file to file",
        "training.evaluation.hint_auc",
    ),
    "evaluate-lines": Command(
        "measure generators on artists' line art: unpaired FID, blind sheets for people",
        "training.evaluation.real_lines.command",
    ),
    "evaluate-light": Command(
        "measure how well shade is told under a known light, beside baselines",
        "training.evaluation.light_protocol.measure",
    ),
    "evaluate-parts": Command(
        "measure how well the parts of a figure are told in line art",
        "training.evaluation.parts.told",
    ),
    "export": Command(
        "write a training's newest checkpoint as a generator",
        "training.run.export",
        "training.run.arguments:add_export",
    ),
    "overfit": Command(
        "check that recipes can learn 16 pictures by heart",
        "training.run.overfit",
        "training.run.arguments:add_overfit",
    ),
    "study": Command(
        "train and tabulate a folder of recipes: the papers' ablations",
        "training.run.study",
        "training.run.arguments:add_study",
    ),
    "fit-tracking": Command(
        "fit how the tracker judges regions, on drawn sequences",
        "training.tracking.fit",
    ),
    "calibrate-tracking": Command(
        "fit how sure the tracker says it is, and print how often that is right",
        "training.tracking.calibrate",
    ),
    "fit-matching": Command(
        "fit how references are matched with a drawing, on views of drawn characters",
        "training.matching.fit",
    ),
    "calibrate-matching": Command(
        "fit how sure references say they are, and print how often that is right",
        "training.matching.calibrate",
    ),
    "evaluate-matching": Command(
        "measure how well references colour drawings, beside baselines",
        "training.matching.measure",
    ),
    "fit-closures": Command(
        "fit which gaps in lines are closed, on drawings whose regions are known",
        "training.regions.fit",
    ),
    "networks": Command(
        "list every network with its parameter count",
        "training.networks_listing",
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit status: 0 done, 1 failed, 2 wrong usage."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    tree = command_tree("tintline-train", "Make pictures, train, measure and export.", COMMANDS)
    if not arguments:
        tree.print_help()
        return 2
    if arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
        known = ", ".join(COMMANDS)
        print(f"tintline-train: unknown command {arguments[0]!r}; known: {known}", file=sys.stderr)
        return 2
    options = tree.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    logging.getLogger("training").setLevel(logging.INFO)
    try:
        status = COMMANDS[options.command].run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if not isinstance(error, ValueError | OSError) and not _is_ours(error):
            raise
        print(f"tintline-train {options.command}: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    return status


def _is_ours(error: Exception) -> bool:
    """Is it an error of ours, whose message names the thing, the value and the remedy?"""
    return type(error).__module__.split(".")[0] in ("models", "training")


if __name__ == "__main__":
    sys.exit(main())
