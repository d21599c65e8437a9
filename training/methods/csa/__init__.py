"""Concatenated spatial attention.

Recipes: ``csa``; for a laptop ``picture_features``, ``csa_lite_first``, then ``csa_lite``.
"""

__all__ = ["method"]
