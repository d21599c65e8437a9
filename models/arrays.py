"""Arrays by what they hold: the names under which all of the program speaks of them.

Shapes stand in the docstrings of what takes and gives them.
"""

import numpy as np
from numpy.typing import NDArray

U8Array = NDArray[np.uint8]
"""Bytes: grey levels, sRGB and RGBA, 0 to 255."""
I32Array = NDArray[np.int32]
"""Numbers of cells, pieces, regions and hints."""
I64Array = NDArray[np.int64]
IntArray = NDArray[np.intp]
"""Places in other arrays."""
FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]
