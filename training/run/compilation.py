"""Whether torch.compile can work on this machine: said before a training, not in its midst."""

import os
import shutil
import sys

import torch


def require_compiler(device: torch.device) -> None:
    """Raise ValueError with the remedy if torch.compile lacks the C++ compiler it needs.

    On the CPU its code is C++; on a GPU it brings a compiler of its own.
    """
    if device.type != "cpu":
        return
    usual = {"darwin": "clang++", "win32": "cl"}.get(sys.platform, "g++")
    compiler = os.environ.get("CXX", usual)
    if shutil.which(compiler) is None:
        raise ValueError(
            f"train.compile = true needs a C++ compiler on the CPU, and there is no {compiler!r}; "
            f"install one, name it in the environment variable CXX, or set compile = false"
        )
