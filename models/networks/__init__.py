"""Every network in torch, a folder for each method; built for training and export alone."""

__all__ = [
    "alacgan",
    "arguments",
    "blocks",
    "csa",
    "draft_discriminator",
    "features",
    "forms",
    "generator",
    "light",
    "parts_teacher",
    "picture_features",
    "registry",
    "sgru",
    "sketchkeras",
    "tag2pix",
    "tintline",
    "two_stage",
    "weights_file",
]
