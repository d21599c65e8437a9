"""Tag2Pix, and the tagger of line art that it looks through.

Recipes: ``cit_extractor`` before ``tag2pix``; for a laptop ``cit_extractor_lite``,
``tag2pix_lite_first``, then ``tag2pix_lite``. The paper's studies are ``studies/tag2pix_*``.
"""

__all__ = ["cit_extractor", "method"]
