"""What tells the parts of a coloured picture, for networks that are to tell them in line art."""

from models.geometry import SizeRule
from models.networks.forms import NetworkForm
from models.networks.parts_teacher.backbone import PATCH
from models.networks.parts_teacher.network import PartsTeacherConfig, PartsTeacherHead

FORMS = (
    NetworkForm(
        network="parts_teacher",
        form="standard",
        role="features",
        config=PartsTeacherConfig(),
        build=PartsTeacherHead,
        inputs=("features", "picture"),
        size_rule=SizeRule(multiple_of=PATCH, minimum=PATCH * 16, preferred=PATCH * 32),
        summary="our own: parts of a coloured picture, on DINOv2's features",
    ),
)

__all__ = ["FORMS", "backbone", "network"]
