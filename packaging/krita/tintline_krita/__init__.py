"""Colour with Tintline: a plug-in for Krita 5. What needs Krita is in ``extension`` alone."""

try:
    from krita import Krita
except ImportError:  # outside Krita the rest is tried
    pass
else:
    from tintline_krita.extension import TintlineExtension

    Krita.instance().addExtension(TintlineExtension(Krita.instance()))
