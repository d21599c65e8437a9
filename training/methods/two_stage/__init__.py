"""The two-stage generator: its line detection model, its draft, its colour stage.

Recipes, each in a form for a laptop too (``_lite``): ``line_detection``, ``two_stage_draft``, then
``two_stage``. The paper's studies are ``studies/two_stage_draft_*``.
"""

__all__ = ["draft", "line_detection", "method"]
