"""The generator chosen in the window, which is the cut's too once no batch is running."""

from app.document.document import Document
from models.spec import GeneratorSpec


class ChosenGenerator:
    """What plans go by, and what the window has chosen since.

    Attributes
    planned     the spec that plans go by; None until a generator was loaded.
    is_loading  whether another one is chosen and not loaded yet: nothing is begun until then.
    """

    def __init__(self) -> None:
        self.planned: GeneratorSpec | None = None
        self.is_loading = False
        self._loaded: GeneratorSpec | None = None
        self._name: str | None = None

    @property
    def following(self) -> GeneratorSpec | None:
        """What plans go by once the batch that runs is over; None: the same as now."""
        return self._loaded if self._loaded != self.planned else None

    def take_document(self, document: Document) -> bool:
        """See what the drawing in the window is coloured by; whether that has to be loaded."""
        if document.generator == self._name:
            return False
        self._name, self.is_loading = document.generator, True
        return True

    def take_loaded(self, spec: GeneratorSpec) -> None:
        """The window's generator is ready."""
        self._loaded, self.is_loading = spec, False

    def adopt(self) -> bool:
        """Let plans go by what is loaded; whether that is another one."""
        before, self.planned = self.planned, self._loaded
        return before != self.planned
