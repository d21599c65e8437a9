"""Several processes train as one would."""

import os
import subprocess
import sys
from pathlib import Path

import torch

from tests.helpers.training import gloo_gradients


def test_two_gloo_processes_have_the_gradients_of_one_with_the_joint_batch(tmp_path: Path) -> None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    one, two = tmp_path / "one.pt", tmp_path / "two.pt"
    gloo_gradients.main(one, 1)
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]
    subprocess.run([*launcher, gloo_gradients.__file__, str(two), "2"], check=True, env=environment)
    alone, joint = (torch.load(path, weights_only=True) for path in (one, two))
    assert alone.keys() == joint.keys()
    assert len(alone) > 10
    for name, gradient in alone.items():
        assert gradient.abs().max() > 0
        assert torch.allclose(gradient, joint[name], rtol=1e-3, atol=1e-6), name
