"""Single figures: what each measures of a picture, a set of pictures or a sequence."""

__all__ = [
    "baselines",
    "case",
    "fidelity",
    "frechet",
    "native",
    "part_palette",
    "perceptual",
    "pictures",
    "quality",
    "sequences",
    "tags",
]
