"""Small widgets that several panels share."""

__all__ = ["colour_wheel", "flow_layout", "icons", "swatch", "thumbnails"]
