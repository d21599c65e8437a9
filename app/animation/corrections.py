"""How often each frame of a cut was corrected by hand, kept beside its record."""

from contextlib import suppress
from pathlib import Path

from app.batch.plan import BatchPlan
from app.batch.records import ResultFolder
from models.files.whole import FileError


class Corrections:
    """Places that were corrected, by the label of their frame.

    A hint that was added or taken away since the frame was coloured is one.
    """

    def __init__(self) -> None:
        self._before: dict[str, int] = {}
        self._now: dict[str, int] = {}

    def load(self, out: Path) -> None:
        """What is kept with a cut's results, and nothing else."""
        self._before, self._now = ResultFolder(out).read_corrections(), {}

    def note(self, plan: BatchPlan, row: int, count: int) -> None:
        """A frame differs by so many hints from how it was found.

        They are counted on where the disk does not take them: the hints themselves matter.
        """
        label = plan.frames[row].label
        if self._now.get(label, 0) != count:
            self._now[label] = count
            with suppress(FileError):
                ResultFolder(plan.out).write_corrections(self.counts)

    @property
    def counts(self) -> dict[str, int]:
        """Corrected places of the frames that have any."""
        labels = dict.fromkeys((*self._before, *self._now))
        summed = {each: self._before.get(each, 0) + self._now.get(each, 0) for each in labels}
        return {label: count for label, count in summed.items() if count}
