"""AlacGAN, and the feature networks that trainings look through.

Recipes: ``local_features`` or ``local_features_lite`` before ``alacgan`` or ``alacgan_lite``, which
starts from ``alacgan_lite_first``; ``picture_features`` for the content losses of all methods.
"""

__all__ = ["local_features", "method"]
