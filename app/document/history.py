"""Undo and redo as a bounded list of documents, with a marker for the saved one."""

from dataclasses import dataclass

from app.document.document import Document
from app.document.edits import Edit
from app.document.step_titles import StepTitle, describe_step
from app.languages.said import said
from models.hints.parts import Part

DEFAULT_LIMIT = 200
MOST_PAINT_BYTES = 1 << 29
"""Painted pixels that steps keep besides each other's, at most: then the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Step:
    """A document, the title of what led to it, and a number that no other step has.

    paint_bytes  painted pixels that it holds and the step before it does not.
    """

    document: Document
    title: StepTitle
    revision: int
    paint_bytes: int = 0


class History:
    """Every document of a session that undo can return to.

    Attributes
    limit  the most steps kept besides the current one; the oldest are forgotten.
    """

    def __init__(
        self, document: Document, *, limit: int = DEFAULT_LIMIT, saved: bool = True
    ) -> None:
        if limit < 1:
            raise ValueError(f"a history keeps at least 1 step; got {limit}")
        self.limit = limit
        self._steps = [Step(document, StepTitle(said("Open")), 0)]
        self._position = 0
        self._last_revision = 0
        self._saved_revision = 0 if saved else -1
        self._open_key: object = None

    @property
    def document(self) -> Document:
        """The current document."""
        return self._steps[self._position].document

    @property
    def revision(self) -> int:
        """The number of the current step."""
        return self._steps[self._position].revision

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of all steps, oldest first; `position` is the current one."""
        return tuple(step.title.text for step in self._steps)

    @property
    def steps(self) -> tuple[StepTitle, ...]:
        """The same, with the colours that they are about."""
        return tuple(step.title for step in self._steps)

    @property
    def position(self) -> int:
        """Index of the current step in `titles`."""
        return self._position

    @property
    def undo_title(self) -> str | None:
        """What undo would take back, None if nothing."""
        return self._steps[self._position].title.text if self._position > 0 else None

    @property
    def redo_title(self) -> str | None:
        """What redo would do again, None if nothing."""
        following = self._position + 1
        return self._steps[following].title.text if following < len(self._steps) else None

    @property
    def is_dirty(self) -> bool:
        """Whether the current document differs from the saved one."""
        return self.revision != self._saved_revision

    def push(self, document: Document, edit: Edit, part: Part | None = None) -> None:
        """Add a document after an edit; what could be redone is forgotten.

        part  what lies under a new hint, for the step's title.

        An edit that continues the previous one replaces its step, unless that one was saved:
        then undo must be able to return there.
        """
        continues = (
            edit.merge_key is not None
            and edit.merge_key == self._open_key
            and self._position == len(self._steps) - 1
            and self._position > 0
            and self.is_dirty
        )
        del self._steps[self._position + (0 if continues else 1) :]
        self._last_revision += 1
        before = self._steps[-1].document
        title = describe_step(edit, before, document, part)
        paint_bytes = document.paint_beyond(before)
        self._steps.append(Step(document, title, self._last_revision, paint_bytes))
        del self._steps[: max(0, len(self._steps) - 1 - self.limit)]
        while len(self._steps) > 2 and self._paint_bytes > MOST_PAINT_BYTES:
            del self._steps[0]
        self._position = len(self._steps) - 1
        self._open_key = edit.merge_key

    @property
    def _paint_bytes(self) -> int:
        return sum(step.paint_bytes for step in self._steps[1:])

    def seal(self) -> None:
        """Let the next edit begin a step of its own, as when a slider is released."""
        self._open_key = None

    def undo(self) -> bool:
        """Go one step back; False if there is none."""
        return self._go(-1)

    def redo(self) -> bool:
        """Go one step forward; False if there is none."""
        return self._go(1)

    def mark_saved(self, revision: int) -> None:
        """Remember the step that was saved, which may no longer be the current one."""
        self._saved_revision = revision

    def _go(self, offset: int) -> bool:
        self.seal()
        position = self._position + offset
        if not 0 <= position < len(self._steps):
            return False
        self._position = position
        return True
