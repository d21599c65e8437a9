"""Our own method.

Recipes: ``tintline``; ``tintline_chooser`` trains its choice anew on a finished line graph.
"""

__all__ = ["method"]
