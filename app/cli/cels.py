"""Options of ``tintline batch`` for cuts as animation studios keep them."""

import argparse
from pathlib import Path

from app.batch.frames.frames import FrameSequence
from app.batch.plan import BatchPlan
from app.cels.exposure import expose
from app.cels.finishing import CelFormat, Finishing, finish
from app.cels.timesheet import read_timesheet
from app.cli.console import Console
from app.errors import UsageError

MOST_NAMED = 5


def add_cel_arguments(parser: argparse.ArgumentParser) -> None:
    """A timesheet, and what is written for those who take the cut on."""
    parser.add_argument(
        "--sheet", metavar="FILE", type=Path,
        help="a timesheet, .xdts or .tdts: cels of layer A lie in a folder A or are called A0001, "
        "retakes in A.R1; those that it shows are coloured, and OUT/cut holds the frames by it",
    )  # fmt: skip
    parser.add_argument(
        "--cels", choices=[each.value for each in CelFormat], type=str,
        help="write cels, transparent around the figure, to OUT/cels; tiff: the cels of a layer "
        "as pages of one file",
    )  # fmt: skip
    parser.add_argument(
        "--planes", action="store_true",
        help="write the colours without their lines and the lines alone, to OUT/colour and "
        "OUT/line",
    )  # fmt: skip


def chosen_finishing(
    arguments: argparse.Namespace, sequence: FrameSequence, console: Console
) -> Finishing:
    """What is wanted. Raises UsageError, TimesheetError."""
    exposure = None
    if arguments.sheet is not None:
        if arguments.numbers:
            raise UsageError("--sheet: says which drawings are coloured; leave out --frames")
        exposure = expose(read_timesheet(arguments.sheet), sequence.frames)
        if not exposure.drawings:
            raise UsageError(
                f"--sheet {arguments.sheet}: shows no drawing of {arguments.frames}; layer A lies "
                "in a folder A, or its drawings are called A0001"
            )
        if exposure.missing:
            named = ", ".join(f"{layer} {cel}" for layer, cel in exposure.missing[:MOST_NAMED])
            more = len(exposure.missing) - MOST_NAMED
            console.note(
                f"--sheet {arguments.sheet}: shows {named}"
                f"{f' and {more} more' if more > 0 else ''}, which nobody drew"
            )
    cels = CelFormat(arguments.cels) if arguments.cels else None
    return Finishing(cels=cels, planes=arguments.planes, sheet=exposure)


def finish_batch(plan: BatchPlan, wanted: Finishing, console: Console, *, overwrites: bool) -> int:
    """Write what is wanted; how many files. Raises FileError, PictureError."""
    if not wanted:
        return 0
    console.progress("writing cels and frames of the cut")
    written = finish(plan, wanted, overwrites=overwrites)
    console.clear_progress()
    return len(written)
