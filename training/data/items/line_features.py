"""What a finished generator's line graph says of training pictures, as the application reads it.

A choice that is trained alone needs the features of pieces and hints only; they are made once for
each item, by the exported graph that the application runs.
"""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import log_softmax

from models.arrays import FloatArray
from models.runtime.library import onnxruntime
from models.spec import LINE_GRAPH


def feature_maps(folder: Path, line_nchw: FloatArray) -> FloatArray:
    """Embedding and log part probabilities, two readings, of line art (1, 1, H, W).

    folder  a generator's, with its line graph.
    Returns float32 (E + 30, H/2, W/2), the planes of its feature_pooled.
    """
    embedding, parts, names = _session(folder).run(
        ["feature_embedding", "feature_parts", "feature_names"], {"line": line_nchw}
    )
    logs = [log_softmax(each[0], axis=0) for each in (parts, names)]
    return np.concatenate([embedding[0], *logs]).astype(np.float32)


def pooled_over(maps: FloatArray, half_labels: NDArray[np.int64], count: int) -> FloatArray:
    """Means of maps (C, h, w) over pieces, labels (2, h, w): float32 (count, C)."""
    channels = maps.shape[0]
    flat = maps.reshape(channels, -1).T
    labels = half_labels.reshape(2, -1)
    places = np.arange(flat.shape[0])
    rows, columns = labels.ravel(), np.concatenate([places, places])
    ones = np.ones(rows.size, dtype=np.float32)
    sums = csr_matrix((ones, (rows, columns)), shape=(count, flat.shape[0])) @ flat
    sizes = np.bincount(rows, minlength=count).astype(np.float32)
    return np.asarray(sums / np.maximum(sizes, 1)[:, None], dtype=np.float32)


def at_places(maps: FloatArray, tokens: FloatArray) -> FloatArray:
    """Values of maps (C, h, w) under hint tokens (N, W), whose first two columns are x and y."""
    height, width = maps.shape[1:]
    columns = np.clip((tokens[:, 0] * width).astype(np.intp), 0, width - 1)
    rows = np.clip((tokens[:, 1] * height).astype(np.intp), 0, height - 1)
    return np.ascontiguousarray(maps[:, rows, columns].T)


@cache
def _session(folder: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(folder / LINE_GRAPH), options, providers=["CPUExecutionProvider"]
    )
