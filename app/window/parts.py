"""What the window is built from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.background import BackgroundWorker
from app.inference.live import LiveColorizer
from app.inference.painter import PainterLoader
from app.inference.scheduler import LiveScheduler
from app.inference.worker import InferenceWorker
from app.session import Session
from app.settings import Settings
from app.theme import Appearance
from models.hints.tags import Vocabulary
from models.runtime.catalog import Catalog


@dataclass(frozen=True, slots=True, eq=False)
class WindowParts:
    """What the window is given; whoever made it stops the threads after the window closed.

    samples   folder of the bundled drawings.
    recovery  folder where unsaved work is copied to.
    """

    session: Session
    live: LiveColorizer
    inference: InferenceWorker
    background: BackgroundWorker
    frames: BackgroundWorker
    catalog: Catalog
    settings: Settings
    appearance: Appearance
    vocabulary: Vocabulary
    samples: Path
    recovery: Path

    @classmethod
    def around(
        cls,
        load: PainterLoader,
        *,
        scheduler: LiveScheduler,
        catalog: Catalog,
        settings: Settings,
        appearance: Appearance,
        vocabulary: Vocabulary,
        samples: Path,
        recovery: Path,
    ) -> Self:
        """A session of its own, coloured live by what `load` loads, and the threads for it."""
        session, inference = Session(), InferenceWorker(load)
        return cls(
            session=session,
            live=LiveColorizer(session, inference, scheduler),
            inference=inference,
            background=BackgroundWorker(),
            frames=BackgroundWorker("frames"),
            catalog=catalog,
            settings=settings,
            appearance=appearance,
            vocabulary=vocabulary,
            samples=samples,
            recovery=recovery,
        )

    @property
    def is_idle(self) -> bool:
        """Whether nothing is inferred, read or written, nor is going to be.

        What a thread did last may still be on its way to the window.
        """
        is_asked = self.live.is_waiting or not self.inference.is_idle
        return not is_asked and not self.background.is_busy

    def stop(self) -> None:
        """Stop colouring and end the threads."""
        self.live.stop()
        self.inference.stop()
        self.background.stop()
        self.frames.stop()
