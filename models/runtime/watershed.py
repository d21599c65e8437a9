"""The generator that needs no network: colours flood the drawing from the hints."""

import numpy as np

from models.cancel import IsCancelled, check_cancelled, never_cancelled
from models.cells.cells import normalized_ink, watershed_basins
from models.coloring.painting import Painting
from models.device import CPU, DeviceChoice
from models.encoding import fit_line
from models.geometry import Frame, SizeRule
from models.hints.hints import HintSet, LineArt, TagSelection, hint_owners
from models.runtime.generator import LineFeatures
from models.spec import GeneratorSpec

WATERSHED = "watershed"
PAPER = (255, 255, 255)
LINE_DARKENING = 0.5
"""Share of its colour that a pixel of full ink loses."""

WATERSHED_SPEC = GeneratorSpec(
    name=WATERSHED,
    title="Watershed fill (no generator)",
    method=WATERSHED,
    takes_hints=True,
    takes_tags=False,
    size_rule=SizeRule(multiple_of=1, minimum=1, preferred=512),
    summary="Flat fills from hints alone; always there.",
    group="Without a network",
    features=("ink",),
    inputs=("hints",),
    outputs=("rgb", "flat"),
    parameters=0,
    precision="fp32",
    licence="Apache-2.0",
)


class WatershedGenerator:
    """Each pixel takes the colour of the hint whose flood over the ink reaches it first.

    The fallback where no generator can run. Tags do nothing; without hints the paper stays white.
    """

    @property
    def spec(self) -> GeneratorSpec:
        """What it takes and gives."""
        return WATERSHED_SPEC

    @property
    def device(self) -> DeviceChoice:
        """Always the CPU."""
        return DeviceChoice("cpu", CPU.providers, "the watershed fill needs no other device")

    def read_line(
        self, line: LineArt, frame: Frame, *, is_cancelled: IsCancelled = never_cancelled
    ) -> LineFeatures:
        """Scale the drawing to the frame and measure its ink."""
        check_cancelled(is_cancelled)
        height, width = frame.content.shape
        line_u8 = np.ascontiguousarray(fit_line(line.pixels, frame)[:height, :width])
        return LineFeatures(
            line_digest=line.digest,
            frame=frame,
            line_u8=line_u8,
            tensors={"ink": normalized_ink(line_u8)},
        )

    def paint(
        self,
        features: LineFeatures,
        hints: HintSet,
        tags: TagSelection,
        *,
        draft: bool = False,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Painting:
        """Flood from the hints; darken the result where there is ink."""
        check_cancelled(is_cancelled)
        ink = features.tensors["ink"]
        basins = watershed_basins(ink, hint_owners(hints, features.frame.content))
        table = np.array([PAPER, *(hint.color for hint in hints)], dtype=np.float32) / 255
        flat = np.asarray(table[basins], dtype=np.float32)
        check_cancelled(is_cancelled)
        rgb = flat * (1 - LINE_DARKENING * ink[..., None])
        return Painting(rgb=rgb.astype(np.float32), flat=flat, device=self.device)
