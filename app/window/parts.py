"""What the window is built from."""

from dataclasses import dataclass
from pathlib import Path

from app.background import BackgroundWorker
from app.inference.live import LiveColorizer
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
