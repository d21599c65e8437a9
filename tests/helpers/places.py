"""Where things lie in the working tree, and the Python that the manual tells."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = (ROOT / "resources/manual/library.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", LIBRARY, flags=re.DOTALL | re.MULTILINE)
OWN_GENERATOR = 1
"""The block that writes a generator of one's own into the folder `generators`."""


def run_block(number):
    """Run a block of the page for libraries, as it stands there, in the folder that one is in."""
    exec(compile(BLOCKS[number], f"library.md, block {number}", "exec"), {})
