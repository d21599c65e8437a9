"""Interactive SGRU.

Recipes: ``sgru``, and ``sgru_nine`` without hints; for a laptop ``sgru_lite_first``, then
``sgru_lite``.
"""

__all__ = ["method"]
